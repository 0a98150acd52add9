"""The next steps per partner, from the actions table (TNO 2024 R12789, §4.3)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Optional

import pandas as pd

from rev_plugin.core import columns
from rev_plugin.core.decision.conditions import CONDITIONS, HOMES_PER_MSR, Case, homes
from rev_plugin.core.model import Features, FindingVerdict, InputError
from rev_plugin.core.rule_rows import ActionRule, ConstraintRule, PlanFitRule
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.explain import lower
from rev_plugin.core.tables import Table, records, table_of

BOTH = "beide"
OPEN = "open"  # status of a step that nobody has taken up yet
_WEIGHS = (str(FindingVerdict.CONSTRAINT), str(FindingVerdict.WITHIN_ERROR))


def list_actions(
    result: Table,
    sites: Features,
    rules: Rules,
    findings: Optional[Table] = None,
    reference_year: Optional[int] = None,
) -> pd.DataFrame:
    """The steps of every site, in the order to take them.

    Args:
        result: columns.QUICKSCAN, one row per site.
        sites: columns.SITE, in the same order; `proces` (ruimtelijk / energie) keeps the
            steps of the other process out, empty keeps both.
        findings: columns.FINDING, for the steps that follow from a constraint.
        reference_year: the year now; waiting for the operator then has a lead time.

    Returns:
        columns.ACTION; every site has at least the steps of its scenario.

    Raises:
        InputError: a row of the actions table names an unknown condition.
    """
    _check_conditions(rules)
    weighing = _weighing(findings)
    rows: list[dict[str, object]] = []
    steps: dict[tuple[str, int], list[ActionRule]] = {}
    for row, site in zip(records(result), records(sites.table)):
        kind = (str(row["activiteit"]), int(row["scenario"]))
        if kind not in steps:
            steps[kind] = _steps_of(rules, *kind)
        case = Case(row, site, weighing.get(str(row["locatie"]), frozenset()))
        rows += [
            _action(case, step, rules, reference_year)
            for step in steps[kind]
            if _applies(case, step)
        ]
    return table_of(rows, columns.ACTION)


def _check_conditions(rules: Rules) -> None:
    for row in rules.rows(ActionRule):
        if row.voorwaarde not in CONDITIONS:
            raise InputError(
                f'onbekende voorwaarde "{row.voorwaarde}".',
                file="actions.csv",
                row=row.id,
                column="voorwaarde",
                advice=f"Kies uit {', '.join(name for name in CONDITIONS if name)}.",
            )


def _weighing(findings: Optional[Table]) -> Mapping[str, frozenset[str]]:
    """Per site the rules and themes of which a finding weighs."""
    if findings is None:
        return {}
    found: dict[str, set[str]] = {}
    columns = ("locatie", "regel", "thema", "oordeel")
    for name, rule, theme, verdict in zip(*(findings[column].tolist() for column in columns)):
        if verdict in _WEIGHS:
            found.setdefault(str(name), set()).update((rule, theme))
    return {name: frozenset(own) for name, own in found.items()}


def _steps_of(rules: Rules, activity: str, scenario: int) -> list[ActionRule]:
    """All steps of an activity in a scenario, in order, whatever their condition."""
    steps = [row for row in rules.for_activity(ActionRule, activity) if row.scenario == scenario]
    return sorted(steps, key=lambda step: (step.volgorde, step.id))


def _applies(case: Case, step: ActionRule) -> bool:
    process = case.site.get("proces")
    wanted = not isinstance(process, str) or not process or step.proces in (BOTH, process)
    return wanted and CONDITIONS[step.voorwaarde](case)


def _action(
    case: Case, step: ActionRule, rules: Rules, reference_year: Optional[int]
) -> dict[str, object]:
    shortest, longest = _lead_time(case, step, reference_year)
    return {
        "locatie": case.result["locatie"],
        "scenario": case.result["scenario"],
        "proces": step.proces,
        "partner": str(step.partner),
        "volgorde": step.volgorde,
        "actie": step.actie_nl,
        "trekker": str(step.trekker),
        "doorlooptijd_min_jaren": shortest,
        "doorlooptijd_max_jaren": longest,
        "status": OPEN,
        "notitie": _note(case, step.voorwaarde, rules),
        "bron": rules.citation(step),
    }


def _lead_time(case: Case, step: ActionRule, reference_year: Optional[int]) -> tuple[float, float]:
    """Years from the table, or until the operator expects the last bottleneck to be solved."""
    if step.voorwaarde == "jaar_opgelost" and reference_year is not None:
        years = (case.number("jaar_opgelost_rnb"), case.number("jaar_opgelost_tennet"))
        wait = max(year for year in years if not math.isnan(year)) - reference_year
        return max(wait, 0.0), max(wait, 0.0)
    table = (step.doorlooptijd_min_jaren, step.doorlooptijd_max_jaren)
    shortest, longest = (math.nan if years is None else years for years in table)
    return shortest, longest


def _note(case: Case, condition: str, rules: Rules) -> Optional[str]:
    """What the result itself adds to a step."""
    if condition == "msr_nodig":
        count = math.ceil(homes(case) / HOMES_PER_MSR)
        return (
            f"Bij {homes(case):.0f} woningen ten minste {count} "
            f"(hooguit {HOMES_PER_MSR} woningen per stuk)."
        )
    if condition == "jaar_opgelost":
        years = {
            "regionaal": case.number("jaar_opgelost_rnb"),
            "TenneT": case.number("jaar_opgelost_tennet"),
        }
        told = [f"{who} {year:.0f}" for who, year in years.items() if not math.isnan(year)]
        return f"Verwachting: {', '.join(told)}."
    column = {
        "meer_gemeenten": "gemeenten",
        "niet_getoetst": "niet_getoetst",
        "reservering_bindt_weinig": "reservering_instrument",
        "uitsluiting": "zwaarste_belemmering",
    }.get(condition)
    note = case.text(column) if column else ""
    if condition == "niet_getoetst":
        note = spoken(note, rules)
    return note or None


def spoken(ids: str, rules: Rules) -> str:
    """What rules are about, each once, instead of their ids ("; " between)."""
    named = {**rules.tables[PlanFitRule.TABLE], **rules.tables[ConstraintRule.TABLE]}
    words = (str(getattr(named.get(name), "object_nl", "")) or name for name in ids.split("; "))
    return "; ".join(dict.fromkeys(map(lower, words)))
