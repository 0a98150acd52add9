"""The findings and plan objects of one site, as the report and the dock show them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from rev_plugin.core.model import FindingVerdict, Nature
from rev_plugin.core.tables import records
from rev_plugin.i18n import tr
from rev_plugin.report import cells, legend, rule_words, words

HARD = (FindingVerdict.CONSTRAINT.value, FindingVerdict.WITHIN_ERROR.value)
SHARE_ROW = "aandeel"  # plan findings that sum up others: the reason of the verdict has them
WEIGHTS = ("uitsluiting", "nee_tenzij", "aandacht")


def finding_groups(findings: list[dict]) -> Iterator[dict]:
    """What stands in the way, juridisch, fysiek and beleid apart, the heaviest first.

    `findings` are rows of columns.FINDING, of one site.
    """
    hard = [row for row in findings if row["oordeel"] in HARD]
    for nature in Nature:
        yield {
            "name": legend.label("aard", nature),
            "rows": _finding_rows([row for row in hard if row["aard"] == nature.value]),
        }


def quiet(findings: list[dict], verdict: FindingVerdict) -> list[dict]:
    """The findings with a verdict that does not weigh."""
    return _finding_rows([row for row in findings if row["oordeel"] == verdict.value])


def _heaviest_first(row: dict) -> tuple[int, bool, float]:
    margin = row["marge_m"]
    return WEIGHTS.index(row["zwaarte"]), words.missing(margin), margin


def _finding_rows(findings: list[dict]) -> list[dict]:
    return [_finding_row(row) for row in sorted(findings, key=_heaviest_first)]


def _finding_row(row: dict) -> dict[str, Any]:
    measured = _measured(row)
    required = cells.metres(row["vereist_m"] or None)  # 0: the rule is about overlap
    margin = cells.metres(row["marge_m"] if row["vereist_m"] else None)
    told = words.text(row["toelichting"])
    return {
        "rule": words.text(row["regel"]),
        "theme": _theme(row["thema"]),
        "theme_id": words.text(row["thema"]),
        "distance": cells.number(row["afstand_m"]),
        "weight": cells.badge("zwaarte", row["zwaarte"]),
        "verdict": cells.badge("oordeel", row["oordeel"]),
        "measured": measured,
        "required": required,
        "margin": margin,
        "accuracy": cells.metres(row["nauwkeurigheid_m"] or None),
        "object": words.text(row["object_id"]),
        "explanation": rule_words.finding(row, told, measured, required, margin),
        "source": words.text(row["bron"]),
        "source_date": words.text(row["bron_datum"]),
        "source_status": cells.label("bron_status", row["bron_status"]) or "",
        "old": row["systeem"] == "oud",
    }


def in_short(rows: list[dict]) -> list[tuple[str, str]]:
    """What `quiet` gives, in a line per theme and opening: "Niet op de locatie: a, b, c."."""
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


def _measured(row: dict) -> str:
    """The distance; for what lies over the site, how much of it."""
    share = row["overlap_aandeel"]
    if row["afstand_m"] == 0 and not words.missing(share) and share > 0:
        part = words.percent(share) if share >= 0.01 else f"< {words.percent(0.01)}"
        return tr("overlap {share}").format(share=part)
    return cells.metres(row["afstand_m"])


def plan_rows(plan_findings: pd.DataFrame, name: str) -> list[dict]:
    """The plan objects at one site, the largest share first."""
    objects = plan_findings["object_type"] != SHARE_ROW
    own = records(plan_findings[objects & (plan_findings["locatie"] == name)])
    own.sort(key=lambda row: -row["overlap_aandeel"])
    return [
        {
            "object": words.text(row["naam"]) or words.text(row["object_type"]),
            "kind": words.text(row["object_type"]),
            "plan": words.text(row["plan_naam"]),
            "article": words.text(row["artikel"]),
            "url": cells.web_address(row["tekst_url"]),
            "share": cells.share(row["overlap_aandeel"]) or "",
            "verdict": cells.badge("plan_oordeel", row["oordeel"]),
            "explanation": words.text(row["toelichting"]),
        }
        for row in own
    ]
