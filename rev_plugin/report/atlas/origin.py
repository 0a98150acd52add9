"""The last pages of the atlas: where it comes from, so that a reader can redo it."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from rev_plugin.i18n import tr
from rev_plugin.report import legend
from rev_plugin.report.atlas.flow import Cell, Section


def origin_sections(provenance: dict[str, Any]) -> list[Section]:
    """Layers, rules, settings and versions: what a reader needs to redo the outcome."""
    absent = ", ".join(provenance["absent"]) or tr("Geen: alle lagen zijn er.")
    sections = [Section(tr("Niet getoetst omdat de laag ontbreekt"), (1.0,), ((Cell(absent),),))]
    if provenance["warnings"]:
        lines = tuple((Cell(line),) for line in provenance["warnings"])
        sections.append(Section(tr("Waarschuwingen bij het lezen"), (1.0,), lines))
    if provenance["layers"]:
        sections.append(_layers(provenance["layers"]))
    if provenance["rules"]:
        sections += _rules(provenance["applied"], len(provenance["rules"]))
    facts = (
        (tr("Instellingen"), provenance["settings"]),
        (tr("Versies"), [*provenance["versions"], (tr("Regels"), provenance["rules_version"])]),
    )
    return sections + [
        Section(title, (0.4, 0.6), tuple((Cell(str(n)), Cell(str(v))) for n, v in rows))
        for title, rows in facts
    ]


def _layers(rows: list[dict[str, str]]) -> Section:
    heads = (
        tr("Laag"), tr("Bron"), tr("Opgehaald"), tr("Geldig op"), tr("Objecten"), tr("± m"),
        tr("Licentie"),
    )  # fmt: skip
    cells = tuple(
        (
            Cell(legend.label("thema", row["laag"]), True),
            Cell(", ".join(part for part in (row["titel"], row["uitgever"]) if part)),
            Cell(row["opgehaald_op"]),
            Cell(row["geldig_op"]),
            Cell(row["aantal"]),
            Cell(row["nauwkeurigheid_m"]),
            Cell(row["licentie"] or tr("niet vermeld")),
        )
        for row in rows
    )
    return Section(tr("Lagen"), (0.15, 0.31, 0.11, 0.11, 0.08, 0.06, 0.18), cells, heads)


def _rules(rows: list[dict[str, str]], count: int) -> list[Section]:
    """The rules behind the findings, by their source: most share one. `count` is of all rules."""
    heads = (tr("Bron"), tr("Datum"), tr("Hoe zeker"), tr("Regels"))
    names = ("bron", "bron_datum", "bron_status")
    ordered = sorted(rows, key=lambda row: [row[name] for name in names])
    cells = tuple(
        (
            Cell(source[0]),
            Cell(source[1]),
            Cell(legend.label("bron_status", source[2])),
            Cell(", ".join(row["id"] for row in group)),
        )
        for source, group in groupby(ordered, key=lambda row: tuple(row[n] for n in names))
    )
    others = tr(
        "De {applied} regels achter de bevindingen. Alle {count} regels staan in het rapport "
        "als HTML."
    ).format(applied=len(rows), count=count)
    table = Section(tr("Regels en hun bronnen"), (0.34, 0.11, 0.11, 0.44), cells, heads)
    return [table, Section("", (1.0,), ((Cell(others),),))]
