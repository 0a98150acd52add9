"""From the tables of a quickscan to what a report shows of it, as plain values."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, Optional

import pandas as pd

from rev_plugin.core.model import (
    NAME_DISCLAIMER,
    NET_DISCLAIMER,
    PLAN_DISCLAIMER,
    FindingVerdict,
    NetVerdict,
    Partner,
)
from rev_plugin.core.tables import records_of
from rev_plugin.i18n import tr
from rev_plugin.report import cells, charts, legend, rule_words, words
from rev_plugin.report.finding_view import WEIGHTS, finding_groups, in_short, plan_rows, quiet
from rev_plugin.report.fit_view import option_rows, share_rows
from rev_plugin.report.headroom_view import net_panel
from rev_plugin.report.provenance_view import provenance

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result

CLOSED_SCENARIOS = (2, 4)


def build_context(
    result: Result,
    title: str = "REV – Quickscan",
    map_png: Optional[bytes] = None,
    made_at: Optional[datetime] = None,
    sites: Optional[list[dict[str, Any]]] = None,
) -> dict[str, Any]:
    """Everything the template shows, as plain values; `map_png` is the map picture.

    `sites` are the views of all sites, when they were made before.
    """
    if sites is None:
        sites = [site_view(result, row) for row in result.output.to_dict("records")]
    return {
        "charts": charts,
        "title": title,
        "made_at": (made_at or datetime.now()).strftime("%d-%m-%Y %H:%M"),
        "map": base64.b64encode(map_png).decode("ascii") if map_png else "",
        "cells": _cells(sites),
        "sites": sites,
        "name_disclaimer": tr(NAME_DISCLAIMER),
        "plan_disclaimer": tr(PLAN_DISCLAIMER),
        "net_disclaimer": net_sentence(result),
        "provenance": provenance(result),
    }


def net_sentence(result: Result) -> str:
    """The sentence beside verdicts on the net, with all dates of the figures."""
    days = sorted({words.text(day) for day in result.output["net_peildatum"].unique()} - {""})
    return tr(NET_DISCLAIMER).format(peildatum=", ".join(days) or words.unknown())


def _cells(sites: list[dict]) -> list[dict]:
    """The overview: per scenario its name, colour and sites; 0 last."""
    return [
        {
            "scenario": entry.value,
            "name": entry.name,
            "advice": entry.explanation,
            "colour": entry.colour,
            "edge": entry.edge,
            "sites": [site for site in sites if str(site["scenario"]) == entry.value],
        }
        for entry in legend.entries("scenario")
    ]


def site_view(result: Result, row: dict) -> dict[str, Any]:
    """All that is shown of one site; `row` is its row of the output as a dict."""
    name, view = row["locatie"], outcome_view(result, row)
    return {
        **view,
        "anchor": f"locatie-{list(result.output['locatie']).index(name) + 1}",
        "activity": rule_words.activity(words.text(row["activiteit"])),
        "year": words.year(row["jaar"]),
        "heaviest": words.text(row["zwaarste_belemmering"], tr("geen gevonden")),
        "not_tested": rule_words.subjects(words.text(row["niet_getoetst"])),
        "lead_time": words.years(row["doorlooptijd_min_jaren"], row["doorlooptijd_max_jaren"]),
        "passed_in_short": in_short(view["passed"]),
        "untested_in_short": in_short(view["untested"]),
        "plan_findings": plan_rows(result.plan_findings, name),
        "closed": view["scenario"] in CLOSED_SCENARIOS
        or row["net_oordeel"] == NetVerdict.TIGHT.value,
        "options": option_rows(result.options, name),
        "sharing": share_rows(result.sharing, result.areas, row["voedingsgebied"]),
    }


def outcome_view(result: Result, row: dict) -> dict[str, Any]:
    """What the dock shows of one site, also while it moves (arguments: site_view)."""
    name = row["locatie"]
    scenario = 0 if words.missing(row["scenario"]) else int(row["scenario"])
    possible = words.possible_scenarios(scenario, row["scenario_mogelijk"])
    findings = records_of(result.findings, "locatie", name)
    return {
        "name": name,
        "scenario": scenario,
        "possible": tr(" of ").join(str(s) for s in possible),
        "mark": tr(" of ").join(str(s) for s in possible) if scenario else "?",
        "scenario_badge": cells.badge("scenario", scenario),
        "places": possible,
        "feasibility": cells.badge("uitvoerbaarheid", row["uitvoerbaarheid"]),
        "counts": [(legend.label("zwaarte", w), cells.count(row[f"n_{w}"])) for w in WEIGHTS],
        "plan": _plan(row),
        "net": net_panel(result, row),
        "findings": [group for group in finding_groups(findings) if group["rows"]],
        "passed": quiet(findings, FindingVerdict.FREE),
        "untested": quiet(findings, FindingVerdict.NOT_TESTED),
        "actions": list(_actions(result.actions, name)),
    }


def _plan(row: dict) -> dict[str, Any]:
    return {
        "badge": cells.badge("plan_oordeel", row["plan_oordeel"]),
        "reason": words.text(row["plan_reden"]),
        "facts": cells.facts(
            (tr("Plan"), row["plan_naam"]),
            (tr("Plan-id"), row["plan_id"]),
            (tr("Status"), row["plan_status"]),
            (tr("Artikel"), row["plan_artikel"]),
            (tr("Aandeel waarop dit oordeel rust"), cells.share(row["plan_aandeel"])),
            (tr("Hoe zeker"), cells.label("plan_zekerheid", row["plan_zekerheid"])),
            (tr("Procedure"), cells.label("procedure", row["procedure"])),
            (
                tr("Ruimte gereserveerd"),
                cells.label("ruimte_gereserveerd", row["ruimte_gereserveerd"]),
            ),
            (tr("Instrument van de reservering"), row["reservering_instrument"]),
        ),
        "url": cells.web_address(row["plan_url"]),
    }


def _actions(actions: pd.DataFrame, name: str) -> Iterator[dict]:
    """Next steps per partner, in the order of the partners and then of the steps."""
    own = records_of(actions, "locatie", name)
    own.sort(key=lambda row: row["volgorde"])
    for partner in Partner:
        rows = [row for row in own if row["partner"] == partner.value]
        if rows:
            yield {
                "partner": legend.label("partner", partner),
                "steps": [
                    {
                        "text": words.text(row["actie"]),
                        "said": rule_words.step(words.text(row["actie"])),
                        "lead": cells.label("partner", row["trekker"]) or "",
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
