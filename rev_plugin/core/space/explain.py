"""The sentence that explains a finding, in Dutch, for someone who reads it aloud.

"Woning op 42 m; richtafstand 50 m (oud stelsel, indicatief); marge −8 m."
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rev_plugin.core.model import LegalSystem, SourceStatus
from rev_plugin.core.rule_rows import ConstraintRule, Relation

HECTARE = 10_000.0


def number(value: float) -> str:
    """A number as a planner says it: 1.250, 42, 8,5, −8."""
    digits = 1 if abs(value) < 9.95 else 0
    text = f"{abs(value):,.{digits}f}".translate(str.maketrans(",.", ".,"))
    text = text[:-2] if text.endswith(",0") else text
    return f"−{text}" if value < 0 and text != "0" else text


def metres(value: float) -> str:
    """A length: "42 m"."""
    return f"{number(value)} m"


def area(square_metres: float) -> str:
    """An area: hectares from a tenth of a hectare, else square metres."""
    if square_metres >= HECTARE / 10:
        return f"{number(square_metres / HECTARE)} ha"
    return f"{number(square_metres)} m²"


def lower(text: str) -> str:
    """The text inside a sentence: "Woning" → "woning", but "NNN" stays."""
    return text if text[1:2].isupper() or text[:6] == "Natura" else text[:1].lower() + text[1:]


@dataclass(frozen=True)
class Measured:
    """One finding's numbers; NaN where there are none."""

    distance: float
    required: float
    overlap_m2: float
    share: float


def qualifier(rule: ConstraintRule) -> str:
    """How firm a rule is, as it stands behind its distance."""
    notes = []
    if rule.systeem is LegalSystem.OLD:
        notes.append("oud stelsel, indicatief")
    if rule.bron_status is SourceStatus.TO_VERIFY:
        notes.append("bron nog te verifiëren")
    return f" ({'; '.join(notes)})" if notes else ""


def sentence(rule: ConstraintRule, found: Measured) -> str:
    """What was measured, against what, with which margin."""
    if rule.relatie is Relation.OVERLAP:
        return _overlap(rule, found)
    if found.distance == 0:
        place = f"{rule.object_nl} raakt of kruist de locatie"
        if found.overlap_m2 >= 0.5:
            place = f"{rule.object_nl} ligt op de locatie ({area(found.overlap_m2)})"
    else:
        place = f"{rule.object_nl} op {metres(found.distance)}"
    if np.isnan(found.required):
        return f"{place}."
    margin = metres(found.distance - found.required)
    name = rule.maat_nl or "vereist"
    return f"{place}; {name} {metres(found.required)}{qualifier(rule)}; marge {margin}."


def _overlap(rule: ConstraintRule, found: Measured) -> str:
    if found.distance > 0:
        return f"{rule.object_nl} op {metres(found.distance)}; geen overlap{qualifier(rule)}."
    if found.overlap_m2 < 0.5:
        return f"{rule.object_nl} raakt of kruist de locatie{qualifier(rule)}."
    share = f"{100 * found.share:.0f} %" if found.share >= 0.01 else "minder dan 1 %"
    return (
        f"{rule.object_nl} overlapt de locatie over {area(found.overlap_m2)} "
        f"({share}){qualifier(rule)}."
    )


def nothing(rule: ConstraintRule, reach: float) -> str:
    """No object within the reach."""
    return f"Geen {lower(rule.object_nl)} binnen {metres(reach)}."
