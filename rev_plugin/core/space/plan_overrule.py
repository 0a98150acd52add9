"""The user decides: overrulings over the proposal, with reason and name (design §5)."""

from __future__ import annotations

from typing import Optional

import pandas as pd

from rev_plugin.core.columns import PLAN
from rev_plugin.core.model import (
    AreaTest,
    Features,
    InputError,
    PlanCertainty,
    PlanVerdict,
    Procedure,
)
from rev_plugin.core.rule_rows import Activity
from rev_plugin.core.rules import Rules
from rev_plugin.core.tables import Columns, columns_of, records

KIND = "plan"


def apply_overrulings(
    output: Columns, sites: Features, rules: Rules, overrulings: Optional[pd.DataFrame]
) -> Columns:
    """The plan verdicts (columns.PLAN) with the user's own over them.

    A judgement that confirms the proposal makes it "tekst_gelezen"; another one replaces it
    and makes it "overruled". Of several on one site the last row counts. Where plan or
    proposal changed since, the reason says so; the judgement stays.

    Raises:
        InputError: an overruling with an unknown verdict, without a reason or a name.
    """
    if overrulings is None or not len(overrulings):
        return output
    own = {
        str(judged["locatie"]): judged for judged in records(overrulings) if judged["soort"] == KIND
    }
    names, activities = map(str, sites.table["naam"]), map(str, sites.table["activiteit"])
    rows = [
        {**row, **_applied(row, own[name], rules.activity(activity))} if name in own else row
        for row, name, activity in zip(records(output), names, activities)
    ]
    return columns_of(rows, PLAN)


def _applied(
    row: dict[str, object], own: dict[str, object], activity: Activity
) -> dict[str, object]:
    verdict = _checked(own)
    proposal = str(row["plan_oordeel"])
    confirmed = str(verdict) == proposal
    word = "bevestigd" if confirmed else "overruled"
    when = f" op {own['op']}" if _text(own.get("op")) else ""
    sentences = [f"Door {own['door']}{when} {word}: {_sentence(own['reden'])}"]
    sentences += _changed(row, own, proposal)
    sentences.append(f"Voorstel van de kaart: {row['plan_reden']}")
    procedure = usual_procedure(verdict, activity)
    certainty = PlanCertainty.TEXT_READ if confirmed else PlanCertainty.OVERRULED
    return {
        "plan_oordeel": str(verdict),
        "plan_reden": " ".join(sentences),
        "plan_zekerheid": str(certainty),
        "procedure": row["procedure"] if confirmed else procedure and str(procedure),
    }


def _checked(own: dict[str, object]) -> PlanVerdict:
    layer, site = "oordelen", own["locatie"]
    for column in ("reden", "door"):
        if not _text(own.get(column)):
            problem = "een eigen oordeel heeft een reden en een naam nodig."
            raise InputError(problem, layer=layer, row=site, column=column)
    try:
        return PlanVerdict(str(own["oordeel"]))
    except ValueError as error:
        raise InputError(
            f'"{own["oordeel"]}" is geen planoordeel.',
            layer=layer,
            row=site,
            column="oordeel",
            advice="Kies uit " + ", ".join(str(v) for v in PlanVerdict) + ".",
        ) from error


def _changed(row: dict[str, object], own: dict[str, object], proposal: str) -> list[str]:
    """What is different from when the user judged."""
    notes = []
    before, now = _text(own.get("plan_id")), _text(row["plan_id"])
    if before and before != now:
        notes.append(f"het plan was {before} en is nu {now or 'niet gevonden'}")
    was = _text(own.get("plan_oordeel"))
    if was and was != proposal:
        notes.append(f"het voorstel was {was} en is nu {proposal}")
    if not notes:
        return []
    return [
        f"Let op, sinds dit oordeel is er iets veranderd: {'; '.join(notes)}. Bekijk het opnieuw."
    ]


def usual_procedure(verdict: PlanVerdict, activity: Activity) -> Optional[Procedure]:
    """What a verdict takes: a permit within the plan, or an amendment for a whole programme and
    a BOPA for one building where it does not fit."""
    if verdict is PlanVerdict.UNKNOWN:
        return None
    if verdict is not PlanVerdict.DOES_NOT_FIT:
        return Procedure.WITHIN_PLAN
    return Procedure.AMENDMENT if activity.toets is AreaTest.PROGRAMME else Procedure.BOPA


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _sentence(value: object) -> str:
    text = _text(value)
    return text if text.endswith((".", "!", "?")) else f"{text}."
