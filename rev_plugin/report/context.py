"""From the tables of a quickscan to what the report template shows: texts, badges, pictures."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import TYPE_CHECKING, Any, Optional

import pandas as pd

from rev_plugin.core.model import (
    NAME_DISCLAIMER,
    NET_DISCLAIMER,
    PLAN_DISCLAIMER,
    FindingVerdict,
    Nature,
    NetStatus,
    NetVerdict,
    Partner,
)
from rev_plugin.report import charts, legend, words
from rev_plugin.report.fit_view import option_rows, share_rows

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result

HARD = (FindingVerdict.CONSTRAINT.value, FindingVerdict.WITHIN_ERROR.value)
CLOSED = (NetStatus.RED.value, NetStatus.ORANGE.value)
CLOSED_SCENARIOS = (2, 4)
SHARE_ROW = "aandeel"  # plan findings that sum up others: the reason of the verdict has them
WEIGHTS = ("uitsluiting", "nee_tenzij", "aandacht")
SETTING_NAMES = {
    "year": "Jaar voor alle locaties",
    "reference_date": "Peildatum",
    "chance_yes": "Kans vanaf waar het netoordeel ja is",
    "chance_no": "Kans tot waar het netoordeel nee is",
    "sliver_share": "Aandeel dat als snipper niet meetelt",
    "reach_m": "Afstanden exact tot (m)",
    "seed": "Startgetal van de trekkingen",
}


@dataclass(frozen=True)
class Badge:
    """A word with its colour."""

    name: str
    colour: str
    explanation: str = ""


def badge(group: str, value: object) -> Badge:
    """The word and colour of a value of a column; "onbekend" when the cell is empty."""
    entry = legend.entry(group, words.UNKNOWN if words.missing(value) else value)
    return Badge(entry.name_nl.replace("_", " "), entry.colour, entry.explanation)


def build_context(
    result: Result,
    title: str = "REV – Quickscan",
    map_png: Optional[bytes] = None,
    made_at: Optional[datetime] = None,
) -> dict[str, Any]:
    """Everything the template shows, as plain values; `map_png` is the map picture."""
    sites = [site_view(result, row) for row in result.output.to_dict("records")]
    return {
        "charts": charts,
        "title": title,
        "made_at": (made_at or datetime.now()).strftime("%d-%m-%Y %H:%M"),
        "map": base64.b64encode(map_png).decode("ascii") if map_png else "",
        "cells": _cells(sites),
        "sites": sites,
        "name_disclaimer": NAME_DISCLAIMER,
        "plan_disclaimer": PLAN_DISCLAIMER,
        "provenance": _provenance(result),
    }


def _cells(sites: list[dict]) -> list[dict]:
    """The overview: per scenario its name, colour and sites; 0 last."""
    return [
        {
            "scenario": entry.value,
            "name": entry.name_nl,
            "advice": entry.explanation,
            "colour": entry.colour,
            "edge": entry.edge,
            "sites": [site for site in sites if str(site["scenario"]) == entry.value],
        }
        for entry in legend.entries("scenario")
    ]


def site_view(result: Result, row: dict) -> dict[str, Any]:
    """All that is shown of one site; `row` is its row of the output as a dict."""
    name = row["locatie"]
    scenario = 0 if words.missing(row["scenario"]) else int(row["scenario"])
    possible = words.possible_scenarios(scenario, row["scenario_mogelijk"])
    findings = result.findings[result.findings["locatie"] == name]
    return {
        "name": name,
        "anchor": f"locatie-{list(result.output['locatie']).index(name) + 1}",
        "activity": words.text(row["activiteit"]).replace("_", " "),
        "year": words.year(row["jaar"]),
        "scenario": scenario,
        "possible": " of ".join(str(s) for s in possible),
        "mark": " of ".join(str(s) for s in possible) if scenario else "?",
        "scenario_badge": badge("scenario", scenario),
        "places": possible,
        "feasibility": badge("uitvoerbaarheid", row["uitvoerbaarheid"]),
        "heaviest": words.text(row["zwaarste_belemmering"], "geen gevonden"),
        "not_tested": words.text(row["niet_getoetst"]),
        "counts": [(legend.label("zwaarte", w), _count(row[f"n_{w}"])) for w in WEIGHTS],
        "lead_time": words.years(row["doorlooptijd_min_jaren"], row["doorlooptijd_max_jaren"]),
        "plan": _plan(row),
        "net": _net(result, row),
        "findings": [group for group in _finding_groups(findings) if group["rows"]],
        **_quiet(findings, "passed", FindingVerdict.FREE),
        **_quiet(findings, "untested", FindingVerdict.NOT_TESTED),
        "plan_findings": _plan_rows(result.plan_findings, name),
        "actions": list(_actions(result.actions, name)),
        "closed": scenario in CLOSED_SCENARIOS or row["net_oordeel"] == NetVerdict.TIGHT.value,
        "options": option_rows(result.options, name),
        "sharing": share_rows(result.sharing, result.areas, row["voedingsgebied"]),
    }


def _plan(row: dict) -> dict[str, Any]:
    return {
        "badge": badge("plan_oordeel", row["plan_oordeel"]),
        "reason": words.text(row["plan_reden"]),
        "facts": _facts(
            ("Plan", row["plan_naam"]),
            ("Plan-id", row["plan_id"]),
            ("Status", row["plan_status"]),
            ("Artikel", row["plan_artikel"]),
            ("Aandeel waarop dit oordeel rust", _share(row["plan_aandeel"])),
            ("Hoe zeker", _label("plan_zekerheid", row["plan_zekerheid"])),
            ("Procedure", _label("procedure", row["procedure"])),
            ("Ruimte gereserveerd", row["ruimte_gereserveerd"]),
            ("Instrument van de reservering", row["reservering_instrument"]),
        ),
        "url": _web_address(row["plan_url"]),
    }


def _net(result: Result, row: dict) -> dict[str, Any]:
    peildatum = words.text(row["net_peildatum"], words.UNKNOWN)
    return {
        "badge": badge("net_oordeel", row["net_oordeel"]),
        "reason": words.text(row["net_reden"]),
        "chance": words.chance(row["kans_netruimte"]),
        "picture": headroom_picture(result, row),
        "area": words.text(row["voedingsgebied"], words.UNKNOWN),
        "demand": words.band(row["vraag_laag_mw"], row["vraag_midden_mw"], row["vraag_hoog_mw"]),
        "room": words.band(
            row["netruimte_laag_mw"], row["netruimte_midden_mw"], row["netruimte_hoog_mw"]
        ),
        "operators": [
            ("Regionale netbeheerder", badge("net_status", row["net_status"]),
             _solved(row["jaar_opgelost_rnb"])),
            ("TenneT", badge("net_status", row["net_status_tennet"]),
             _solved(row["jaar_opgelost_tennet"])),
        ],
        "facts": _facts(
            ("Voedingsgebied", row["voedingsgebied"]),
            ("Afname", _label("net_oordeel", row["net_oordeel_afname"])),
            ("Invoeding", _label("net_oordeel", row["net_oordeel_invoeding"])),
            ("Bepalende richting", _label("richting", row["richting_bepalend"])),
            ("Gecontracteerd", _mw(row["gecontracteerd_mw"])),
            ("Wachtrij (contractwaarde)", _mw(row["wachtrij_mw"])),
            ("Eerste jaar met ruimte", _year(row["eerste_jaar"])),
            ("Beperkend", _limit(row)),
            ("Gemeenten in dit gebied", row["gemeenten"]),
            ("Bron", row["net_bron"]),
            ("Cijfers geschat", "ja" if _true(row["net_geschat"]) else None),
        ),
        "disclaimer": NET_DISCLAIMER.format(peildatum=peildatum),
    }  # fmt: skip


def headroom_picture(result: Result, row: dict) -> charts.Picture:
    """The band of the site's own area and deciding direction; no years when none is known."""
    room = _room_of(result, row)
    demand = None
    if not words.missing(row["vraag_midden_mw"]):
        figures = (float(row[f"vraag_{p}_mw"]) for p in ("laag", "midden", "hoog"))
        demand = charts.Demand(_whole(row["jaar"]), *figures)
    until = _blocked_until(row, max(room.years)) if room.years else None
    return charts.Picture(room, demand, until)


def _blocked_until(row: dict, last: int) -> Optional[int]:
    """The year until which the operator says no; `last` when it names none; None when open."""
    if not any(row[c] in CLOSED for c in ("net_status", "net_status_tennet")):
        return None
    named = (_whole(row[c]) for c in ("jaar_opgelost_rnb", "jaar_opgelost_tennet"))
    return max((year for year in named if year is not None), default=last)


def _room_of(result: Result, row: dict) -> charts.Band:
    table = result.headroom
    area = row["voedingsgebied"]
    own = table[(table["gebied_id"] == area) | (table["naam"] == area)]
    direction = row["richting_bepalend"] or "afname"
    own = own[(own["richting"] == direction) & (own["niveau"] != "tennet")].sort_values("jaar")
    if not len(own) and not words.missing(row["netruimte_midden_mw"]):
        own = pd.DataFrame([{**row, "jaar": row["jaar"]}])
    return charts.Band(
        [int(y) for y in own["jaar"]],
        *([_number(v) for v in own[f"netruimte_{p}_mw"]] for p in ("laag", "midden", "hoog")),
    )


def _finding_groups(findings: pd.DataFrame) -> Iterator[dict]:
    """What stands in the way, juridisch, fysiek and beleid apart, the heaviest first."""
    hard = findings[findings["oordeel"].isin(HARD)]
    for nature in Nature:
        yield {
            "name": legend.label("aard", nature),
            "rows": _finding_rows(hard[hard["aard"] == nature.value]),
        }


def _finding_rows(findings: pd.DataFrame) -> list[dict]:
    rank = findings["zwaarte"].map({w: i for i, w in enumerate(WEIGHTS)})
    ordered = findings.assign(_rank=rank).sort_values(["_rank", "marge_m"], kind="stable")
    return [
        {
            "rule": words.text(row["regel"]),
            "theme": _theme(row["thema"]),
            "theme_id": words.text(row["thema"]),
            "distance": _number(row["afstand_m"]),
            "weight": badge("zwaarte", row["zwaarte"]),
            "verdict": badge("oordeel", row["oordeel"]),
            "measured": _measured(row),
            "required": _metres(row["vereist_m"] or None),  # 0: the rule is about overlap
            "margin": _metres(row["marge_m"] if row["vereist_m"] else None),
            "accuracy": _metres(row["nauwkeurigheid_m"] or None),
            "object": words.text(row["object_id"]),
            "explanation": words.text(row["toelichting"]),
            "source": words.text(row["bron"]),
            "source_date": words.text(row["bron_datum"]),
            "source_status": _label("bron_status", row["bron_status"]) or "",
            "old": row["systeem"] == "oud",
        }
        for row in ordered.to_dict("records")
    ]


def _quiet(findings: pd.DataFrame, name: str, verdict: FindingVerdict) -> dict[str, list]:
    """The findings that do not weigh, and the same in short: one line for what says the same."""
    rows = _finding_rows(findings[findings["oordeel"] == verdict.value])
    return {name: rows, f"{name}_in_short": _in_short(rows)}


def _in_short(rows: list[dict]) -> list[tuple[str, str]]:
    """Per theme what is said, each opening once: "Niet op de locatie: a, b, c."."""
    told: dict[tuple[str, str], dict[str, None]] = {}
    for row in rows:
        opening, _, rest = row["explanation"].partition(": ")
        told.setdefault((row["theme"], opening), {})[rest.rstrip(".")] = None
    return [
        (theme, f"{opening}: {', '.join(tails)}." if any(tails) else opening)
        for (theme, opening), tails in told.items()
    ]


def _theme(value: object) -> str:
    """The name of a theme, or of a subject that has no layer and is never tested."""
    name = legend.label("thema", value)
    return legend.label("onderwerp", value) if name == value else name


def _plan_rows(plan_findings: pd.DataFrame, name: str) -> list[dict]:
    own = plan_findings[
        (plan_findings["locatie"] == name) & (plan_findings["object_type"] != SHARE_ROW)
    ]
    own = own.sort_values("overlap_aandeel", ascending=False, kind="stable")
    return [
        {
            "object": words.text(row["naam"]) or words.text(row["object_type"]),
            "kind": words.text(row["object_type"]),
            "plan": words.text(row["plan_naam"]),
            "article": words.text(row["artikel"]),
            "url": _web_address(row["tekst_url"]),
            "share": _share(row["overlap_aandeel"]) or "",
            "verdict": badge("plan_oordeel", row["oordeel"]),
            "explanation": words.text(row["toelichting"]),
        }
        for row in own.to_dict("records")
    ]


def _actions(actions: pd.DataFrame, name: str) -> Iterator[dict]:
    """Next steps per partner, in the order of the partners and then of the steps."""
    own = actions[actions["locatie"] == name].sort_values("volgorde", kind="stable")
    for partner in Partner:
        rows = own[own["partner"] == partner.value].to_dict("records")
        if rows:
            yield {
                "partner": legend.label("partner", partner),
                "steps": [
                    {
                        "text": words.text(row["actie"]),
                        "lead": _label("partner", row["trekker"]) or "",
                        "time": words.years(
                            row["doorlooptijd_min_jaren"], row["doorlooptijd_max_jaren"]
                        ),
                        "done": row["status"] == "gereed",
                        "note": words.text(row["notitie"]),
                        "source": words.text(row["bron"]),
                    }
                    for row in rows
                ],
            }


def _provenance(result: Result) -> dict[str, Any]:
    origin = result.provenance
    settings = asdict(origin.settings)
    return {
        "data": origin.data,
        "layers": _clean(origin.layers),
        "rules": _clean(origin.rules),
        "rule_statuses": [
            (legend.label("bron_status", status), int(count), count / max(len(origin.rules), 1))
            for status, count in origin.rules["bron_status"].value_counts().items()
        ],
        "rules_version": origin.rules_version,
        "settings": [
            (SETTING_NAMES.get(f.name, f.name), settings[f.name])
            for f in fields(origin.settings)
            if settings[f.name] is not None
        ],
        "versions": list(origin.versions.items()),
        "absent": [legend.label("thema", name) for name in origin.absent],
        "warnings": list(origin.warnings),
    }


def _clean(table: pd.DataFrame) -> list[dict[str, str]]:
    return [
        {str(key): _plain(value) for key, value in row.items()} for row in table.to_dict("records")
    ]


def _plain(value: object) -> str:
    if isinstance(value, float) and value == value and value.is_integer():
        return str(int(value))
    return words.text(value)


def _facts(*rows: tuple[str, object]) -> list[tuple[str, str]]:
    """The facts that are known; an empty cell gets no line."""
    return [(name, words.text(value)) for name, value in rows if words.text(value)]


def _label(group: str, value: object) -> Optional[str]:
    return None if words.missing(value) else legend.label(group, value)


def _number(value: object) -> Optional[float]:
    return None if words.missing(value) else float(value)  # type: ignore[arg-type]


def _whole(value: object) -> Optional[int]:
    return None if words.missing(value) else int(value)  # type: ignore[call-overload]


def _count(value: object) -> int:
    return _whole(value) or 0


def _measured(row: dict) -> str:
    """The distance; for what lies over the site, how much of it."""
    share = row["overlap_aandeel"]
    if row["afstand_m"] == 0 and not words.missing(share) and share > 0:
        return f"overlap {100 * share:.0f} %" if share >= 0.01 else "overlap < 1 %"
    return _metres(row["afstand_m"])


def _metres(value: object) -> str:
    return (
        "–"
        if words.missing(value)
        else words.number(value, 0 if abs(float(value)) >= 10 else 1, "m")
    )


def _mw(value: object) -> Optional[str]:
    return None if words.missing(value) else words.number(value, 1, "MW")


def _year(value: object) -> Optional[str]:
    return None if words.missing(value) else words.year(value)


def _solved(value: object) -> str:
    return (
        "geen jaar genoemd" if words.missing(value) else f"verwacht opgelost: {words.year(value)}"
    )


def _share(value: object) -> Optional[str]:
    return None if words.missing(value) else f"{100 * float(value):.0f} %"  # type: ignore[arg-type]


def _true(value: object) -> bool:
    return not words.missing(value) and bool(value)


def _limit(row: dict) -> Optional[str]:
    parts = [_label("niveau", row["beperkend_niveau"]), words.text(row["beperkend_gebied"])]
    return ", ".join(part for part in parts if part) or None


def _web_address(value: object) -> str:
    """The link, only when it is one a browser should open."""
    address = words.text(value).strip()
    return address if address.startswith(("https://", "http://")) else ""
