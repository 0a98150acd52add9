"""Names and sentences of the rule tables in the user's language.

The tables of a result are data: their sentences stay Dutch, whatever the user's language.
This is about what a window shows of them. What the tables do not hold in English, such as
the reasons of the verdicts, is shown in Dutch.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Optional

from rev_plugin.core.decision.actions import spoken
from rev_plugin.core.model import FindingVerdict, LegalSystem, SourceStatus
from rev_plugin.core.rule_rows import ActionRule, Activity, ConstraintRule, PlanFitRule, Relation
from rev_plugin.core.rules import Rules, load_rules
from rev_plugin.core.space.explain import lower
from rev_plugin.i18n import language
from rev_plugin.report import legend

WEIGHS = (FindingVerdict.CONSTRAINT.value, FindingVerdict.WITHIN_ERROR.value)


@lru_cache(maxsize=1)
def _rules() -> Rules:
    return load_rules()


@lru_cache(maxsize=1)
def _steps() -> dict[str, str]:
    return {row.actie_nl: row.actie_en for row in _rules().rows(ActionRule) if row.actie_en}


def activity(value: str) -> str:
    """The name of an activity; the value itself when the table does not have it."""
    row = _rules().tables[Activity.TABLE].get(value)
    if not isinstance(row, Activity):
        return value.replace("_", " ")
    return (row.naam_en if language() == "en" else "") or row.naam_nl


def step(text: str) -> str:
    """A next step in the user's language; a step of the user's own table stays as it is."""
    return text if language() == "nl" else _steps().get(text, text)


def subjects(ids: str) -> str:
    """What rules are about, each once, instead of their ids ("; " between)."""
    told = spoken(ids, _rules())
    if language() == "nl":
        return told
    rows = _rules().rows(ConstraintRule)
    english = {lower(row.object_nl): lower(row.object_en) for row in rows}
    return "; ".join(english.get(part) or legend.translated(part) for part in told.split("; "))


def finding(row: dict[str, Any], text: str, measured: str, required: str, margin: str) -> str:
    """What a finding says in the user's language.

    Args:
        row: of columns.FINDING.
        text: the Dutch sentence, which is given back where there is no English.
        measured, required, margin: as they are shown; "–" where there is none.
    """
    if language() == "nl":
        return text
    rules = _rules().tables
    rule = rules[ConstraintRule.TABLE].get(row["regel"])
    if isinstance(rule, ConstraintRule):
        return _sentence(rule, row["oordeel"], measured, required, margin) or text
    plan_rule = rules[PlanFitRule.TABLE].get(row["regel"])
    if isinstance(plan_rule, PlanFitRule):
        return _plan_sentence(plan_rule, row["oordeel"], text, measured)
    return text


def _plan_sentence(rule: PlanFitRule, verdict: str, text: str, measured: str) -> str:
    """The name of the plan object is data: it stands in quotes at the head of the Dutch text."""
    if verdict == FindingVerdict.FREE.value:
        return f"Not at the site by the plan in force: {legend.translated(rule.object_nl)}."
    name, found, _ = text.removeprefix('"').partition('" op ')
    return f'"{name}", {measured}. {rule.reden_en}' if found and verdict in WEIGHS else text


def _sentence(
    rule: ConstraintRule, verdict: str, measured: str, required: str, margin: str
) -> Optional[str]:
    if rule.relatie is Relation.NEVER:
        return rule.toelichting_en or f"{rule.object_en}: not tested."
    if verdict == FindingVerdict.NOT_TESTED.value:
        return None  # why is in the Dutch sentence only
    if measured == "–":
        return f"{rule.object_en}: none found nearby."
    joint = ", " if measured.startswith("overlap") else " at "
    said = f"{rule.object_en}{joint}{measured}"
    if required != "–":
        said += f"; {rule.maat_en or 'required'} {required}; margin {margin}"
    return f"{said}{_firm(rule)}." + (f" {rule.toelichting_en}" if verdict in WEIGHS else "")


def _firm(rule: ConstraintRule) -> str:
    notes = ["old system, indicative"] if rule.systeem is LegalSystem.OLD else []
    if rule.bron_status is SourceStatus.TO_VERIFY:
        notes.append("source still to be verified")
    return f" ({'; '.join(notes)})" if notes else ""
