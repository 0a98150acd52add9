"""What the atlas says of a quickscan: texts for the labels of a page, and its tables.

Takes the views of report.context, so that the atlas says what the HTML report says.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from rev_plugin.i18n import tr
from rev_plugin.report import legend
from rev_plugin.report.atlas.flow import Cell, Section

# Scenario, site, activity ("Middenspanningsruimte" fits), plan, net, chance, heaviest finding.
COVER_WIDTHS = (0.085, 0.18, 0.185, 0.11, 0.085, 0.14, 0.215)
PALE = 0.3  # how much of a colour is left in the ground of a cell


# --- the first page ---


def cover_texts(context: dict[str, Any], reference: str) -> dict[str, str]:
    """The labels of the first page."""
    sites = context["sites"]
    texts = {
        "titel": context["title"],
        "ondertitel": tr(
            "{count} locaties getoetst aan omgevingsplan, net en belemmeringen · stand van {date}"
        ).format(count=len(sites), date=reference),
        "kop_1": tr("Er is netcapaciteit"),
        "kop_2": tr("Geen netcapaciteit"),
        "kop_3": tr("Past in het plan"),
        "kop_4": tr("Past niet in het plan"),
    }
    for cell in context["cells"]:
        names = [site["name"] for site in cell["sites"]]
        texts[f"cel_{cell['scenario']}"] = _cell_text(cell, names)
    return texts


def _cell_text(cell: dict[str, Any], names: list[str]) -> str:
    shown = f"({len(names)}) {', '.join(names)}" if names else tr("geen locaties")
    if cell["scenario"] == "0":
        return f"? {cell['name']}: {shown}." if names else ""
    counted = tr("{scenario}. {advice}").format(scenario=cell["scenario"], advice=cell["advice"])
    return f"{counted}\n{shown}"


def cover_sections(context: dict[str, Any]) -> list[Section]:
    """The table of all sites."""
    rows = tuple(
        (
            Cell(_mark(site), True, pale(site["scenario_badge"].colour)),
            Cell(site["name"], True),
            Cell(_what(site)),
            Cell(site["plan"]["badge"].name),
            Cell(site["net"]["badge"].name),
            Cell(site["net"]["chance"]),
            Cell(f"{site['feasibility'].name}: {site['heaviest']}"),
        )
        for site in context["sites"]
    )
    heads = (
        tr("Scenario"), tr("Locatie"), tr("Activiteit"), tr("Plan"), tr("Net"),
        tr("Kans op netruimte"), tr("Zwaarste belemmering"),
    )  # fmt: skip
    return [Section(tr("Alle locaties"), COVER_WIDTHS, rows, heads)]


def _mark(site: dict[str, Any]) -> str:
    """The scenario; the ones that are still possible when it is unknown."""
    return site["mark"] if site["scenario"] else f"? ({site['possible']})"


# --- a site ---


def site_texts(site: dict[str, Any]) -> dict[str, str]:
    """The labels of the first page of a site."""
    plan, net = site["plan"], site["net"]
    scenario = f"{site['scenario_badge'].name}. {site['scenario_badge'].explanation}"
    if not site["scenario"]:
        scenario += " " + tr("Nog mogelijk: {scenarios}.").format(scenarios=site["possible"])
    return {
        "titel": site["name"],
        "ondertitel": _what(site, site["lead_time"]),
        "cijfer": site["mark"] if site["scenario"] else "?",
        "scenario": scenario,
        "uitvoerbaarheid": _feasibility(site),
        "plan_vraag": tr("Past het in het omgevingsplan?"),
        "plan_kop": plan["badge"].name,
        "plan_tekst": "\n".join((plan["reason"], *_facts(plan["facts"]), plan["url"])),
        "net_vraag": tr("Is er netcapaciteit?"),
        "net_kop": net["badge"].name,
        "net_tekst": _net_text(net),
        "net_bijschrift": _caption(net),
    }


def _what(site: dict[str, Any], lead_time: str = "") -> str:
    what = f"{site['activity']}, {site['year']}"
    if not lead_time:
        return what
    return tr("{what} · doorlooptijd {time}").format(what=what, time=lead_time)


def _feasibility(site: dict[str, Any]) -> str:
    counts = " · ".join(f"{count} × {name.lower()}" for name, count in site["counts"])
    lines = [
        tr("Uitvoerbaarheid: {verdict}").format(verdict=site["feasibility"].name),
        counts,
        tr("Zwaarste: {finding}").format(finding=site["heaviest"]),
    ]
    if site["untested"]:
        lines.append(
            tr("Niet getoetst ({count}): zie verderop").format(count=len(site["untested"]))
        )
    return "\n".join(lines)


def _facts(facts: Iterable[tuple[str, str]]) -> list[str]:
    return [f"{name}: {value}" for name, value in facts]


def _net_text(net: dict[str, Any]) -> str:
    said = (f"{who} {status.name.lower()}, {year}" for who, status, year in net["operators"])
    return "\n".join(
        (
            net["reason"],
            tr("De netbeheerder meldt: {statuses}").format(statuses="; ".join(said)),
            tr("Kans dat het past: {chance}").format(chance=net["chance"]),
            tr("Vraag: {demand} · netruimte: {room}").format(
                demand=net["demand"], room=net["room"]
            ),
        )
    )


def _caption(net: dict[str, Any]) -> str:
    if not net["picture"].room.years:
        return tr("Netruimte per jaar: onbekend.")
    return tr(
        "Band: netruimte per jaar (P10, P50, P90). Streepjes: vraag. Arcering: volgens de "
        "netbeheerder geen ruimte."
    )


def site_sections(site: dict[str, Any], layers: list[dict[str, str]]) -> list[Section]:
    """The tables of a site: what stands in the way, what to do, and where it comes from.

    `layers` are those of the provenance.
    """
    sections = [*_findings(site), *_steps(site), *_options(site)]
    if site["plan_findings"]:
        sections.append(_plan_objects(site["plan_findings"]))
    return [*sections, *_in_short(site), _sources(site, layers)]


def _findings(site: dict[str, Any]) -> list[Section]:
    heads = (
        tr("Onderwerp"), tr("Zwaarte"), tr("Oordeel"), tr("Gemeten"), tr("Vereist"),
        tr("Marge"), tr("Toelichting en bron"),
    )  # fmt: skip
    widths = (0.12, 0.1, 0.12, 0.1, 0.07, 0.07, 0.42)
    found = [
        Section(
            tr("Bevindingen: {nature}").format(nature=group["name"].lower()),
            widths,
            tuple(_finding(row) for row in group["rows"]),
            heads,
        )
        for group in site["findings"]
    ]
    nothing = tr("Geen belemmeringen gevonden in wat getoetst is.")
    return found or [Section(tr("Bevindingen"), (1.0,), ((Cell(nothing),),))]


def _finding(row: dict[str, Any]) -> tuple[Cell, ...]:
    accuracy = "" if row["accuracy"] == "–" else f" (± {row['accuracy']})"
    notes = [row["source"], row["source_date"], row["source_status"].lower()]
    if row["old"]:
        notes.append(tr("oud stelsel, indicatief"))
    if row["object"]:
        notes.append(tr("object {name}").format(name=row["object"]))
    return (
        Cell(row["theme"], True),
        Cell(row["weight"].name, colour=pale(row["weight"].colour)),
        Cell(row["verdict"].name + accuracy),
        Cell(row["measured"]),
        Cell(row["required"]),
        Cell(row["margin"], True),
        Cell(f"{row['explanation']}\n{' · '.join(note for note in notes if note)}"),
    )


def _steps(site: dict[str, Any]) -> list[Section]:
    title = tr("Volgende stappen per partner")
    rows = tuple(
        (
            Cell(partner["partner"] if first else "", True),
            Cell("☑" if step["done"] else "☐"),
            Cell("\n".join(part for part in (step["said"], step["note"]) if part)),
            Cell(step["time"]),
            Cell(step["lead"] if step["lead"] != partner["partner"] else ""),
        )
        for partner in site["actions"]
        for first, step in ((i == 0, s) for i, s in enumerate(partner["steps"]))
    )
    if not rows:
        nothing = tr("Geen stappen bekend voor dit scenario.")
        return [Section(title, (1.0,), ((Cell(nothing),),))]
    heads = (tr("Partner"), "", tr("Stap"), tr("Doorlooptijd"), tr("Trekker"))
    return [Section(title, (0.18, 0.03, 0.52, 0.12, 0.15), rows, heads)]


def _options(site: dict[str, Any]) -> list[Section]:
    title, options = tr("Wat zou het passend maken?"), site["options"]
    if not site["closed"] or options is None:
        return []
    rows = tuple(
        (
            Cell(row["name"], True),
            Cell("\n".join(part for part in (row["change"], row["note"]) if part)),
            Cell(row["fits"], True),
            Cell(row["demand"]),
            Cell(f"{row['before']} → {row['after']}"),
            Cell(row["first_year"]),
            Cell(row["room"]),
        )
        for row in options["rows"]
    )
    sections = []
    if not options["found"]:
        none = tr("Geen van de doorgerekende opties volstaat.")
        sections.append(Section(title, (1.0,), ((Cell(f"{none} {options['why']}", True),),)))
    if rows:
        heads = (
            tr("Optie"), tr("Wijziging"), tr("Past het dan?"), tr("Vraag"),
            tr("Kans op netruimte"), tr("Eerste jaar"), tr("Ruimte die dit vraagt"),
        )  # fmt: skip
        named = "" if sections else title
        sections.append(Section(named, (0.15, 0.27, 0.08, 0.09, 0.15, 0.08, 0.18), rows, heads))
    return sections


def _plan_objects(rows: list[dict[str, Any]]) -> Section:
    heads = (tr("Object"), tr("Aandeel"), tr("Oordeel"), tr("Toelichting"))
    cells = tuple(
        (
            Cell(f"{row['object']}\n{_object_source(row)}"),
            Cell(row["share"]),
            Cell(row["verdict"].name),
            Cell("\n".join(part for part in (row["explanation"], row["url"]) if part)),
        )
        for row in rows
    )
    return Section(tr("Planobjecten op deze plek"), (0.33, 0.08, 0.15, 0.44), cells, heads)


def _object_source(row: dict[str, Any]) -> str:
    article = tr("artikel {article}").format(article=row["article"]) if row["article"] else ""
    return " · ".join(part for part in (row["kind"], row["plan"], article) if part)


def _in_short(site: dict[str, Any]) -> list[Section]:
    titles = (
        ("passed", tr("Getoetst, zonder belemmering ({count})")),
        ("untested", tr("Niet getoetst ({count}); dat zegt niets over de uitkomst")),
    )
    return [
        Section(title.format(count=len(site[name])), (1.0,), ((Cell(_told(site, name)),),))
        for name, title in titles
        if site[name]
    ]


def _told(site: dict[str, Any], name: str) -> str:
    """What findings say, the subjects after one another; see report.finding_view."""
    return " ".join(f"{theme}: {told}" for theme, told in site[f"{name}_in_short"])


def _sources(site: dict[str, Any], layers: list[dict[str, str]]) -> Section:
    """Where what is said of a site comes from: net figures, plan, layers and steps."""
    themes = {row["theme_id"] for group in site["findings"] for row in group["rows"]}
    net = [*_facts(site["net"]["facts"]), *(_shares(site["sharing"]))]
    steps = dict.fromkeys(s["source"] for p in site["actions"] for s in p["steps"] if s["source"])
    rows = [(tr("Net"), "; ".join(net)), (tr("Plan"), "; ".join(_facts(site["plan"]["facts"])))]
    rows += [
        (legend.label("thema", row["laag"]), _layer_source(row))
        for row in layers
        if row["laag"] in themes
    ]
    rows.append((tr("Stappen"), "; ".join(steps)))
    cells = tuple((Cell(name, True), Cell(told)) for name, told in rows if told)
    return Section(tr("Waar dit op rust"), (0.15, 0.85), cells)


def _shares(rows: list[dict[str, str]]) -> list[str]:
    """Per supply area who shares it."""
    shares = [
        (area, ", ".join(f"{row['town']} {row['share']}" for row in group))
        for area, group in groupby(rows, key=lambda row: row["area"])
    ]
    shared = tr("aandeel van het oppervlak van {area}: {shares}")
    return [shared.format(area=area, shares=towns) for area, towns in shares]


def _layer_source(row: dict[str, str]) -> str:
    days = (
        (tr("opgehaald op {date}"), row["opgehaald_op"]),
        (tr("geldig op {date}"), row["geldig_op"]),
    )
    dated = [text.format(date=date) for text, date in days if date]
    return ", ".join(part for part in (row["titel"], row["uitgever"], *dated) if part)


def pale(colour: str) -> str:
    """A colour light enough to print text on; "" stays ""."""
    if not colour:
        return ""
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - PALE * (255 - part)):02x}" for part in parts)
