"""The sentence that explains a finding, in Dutch, for someone who reads it aloud.

"Woning op 42 m; richtafstand 50 m (oud stelsel, indicatief); marge −8 m."
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from rev_plugin.core.model import LegalSystem, SourceStatus
from rev_plugin.core.rule_rows import ConstraintRule, Relation

HECTARE = 10_000.0
SPECK_M2 = 0.5  # less overlap than this reads as touching


@lru_cache(maxsize=65_536)
def _number(tenths: int) -> str:
    text = f"{abs(tenths) / 10:,.{1 if tenths % 10 else 0}f}".translate(str.maketrans(",.", ".,"))
    return f"−{text}" if tenths < 0 and text != "0" else text


def numbers(values: np.ndarray, whole_from: float = 9.95) -> list[str]:
    """Numbers as a planner says them: 1.250, 42, 8,5, −8; "" for NaN.

    Measured ones have no tenths from `whole_from`; a number that a rule gives keeps them.
    """
    small = np.abs(values) < whole_from
    tenths = np.where(small, np.round(values * 10), 10 * np.round(values))
    return ["" if tenth != tenth else _number(int(tenth)) for tenth in tenths.tolist()]


def metres(value: float) -> str:
    """A length: "42 m"."""
    return f"{numbers(np.array([value], dtype=float))[0]} m"


def areas(square_metres: np.ndarray) -> list[str]:
    """Areas: hectares from a tenth of a hectare, else square metres."""
    large = square_metres >= HECTARE / 10
    texts = numbers(np.where(large, square_metres / HECTARE, square_metres))
    return [f"{text} ha" if wide else f"{text} m²" for text, wide in zip(texts, large.tolist())]


def lower(text: str) -> str:
    """The text inside a sentence: "Woning" → "woning", but "NNN" and "Natura 2000" stay."""
    return (
        text
        if text[1:2].isupper() or text.startswith(("Natura 2000", "Natuurnetwerk"))
        else text[:1].lower() + text[1:]
    )


def qualifier(rule: ConstraintRule) -> str:
    """How firm a rule is, as it stands behind its distance."""
    notes = []
    if rule.systeem is LegalSystem.OLD:
        notes.append("oud stelsel, indicatief")
    if rule.bron_status is SourceStatus.TO_VERIFY:
        notes.append("bron nog te verifiëren")
    return f" ({'; '.join(notes)})" if notes else ""


class Sentences:
    """The sentences of one rule; `noun` replaces what the rule is about where that is unsure."""

    def __init__(self, rule: ConstraintRule, noun: str = "") -> None:
        self._noun = noun or rule.object_nl
        self._nothing = f"Geen {lower(self._noun)} binnen"
        self._overlap = rule.relatie is Relation.OVERLAP
        self._firm = qualifier(rule)
        self._measure = rule.maat_nl or "vereist"

    def nothing(self, reach: str) -> str:
        """No object within the reach (metres, in words)."""
        return f"{self._nothing} {reach} m."

    def away(self, distances: Sequence[str]) -> list[str]:
        """Where the nearest object lies, for distances in words."""
        start, end = f"{self._noun} op ", " m; geen overlap" if self._overlap else " m"
        return [f"{start}{distance}{end}" for distance in distances]

    def on_site(self, overlap_m2: np.ndarray, share: np.ndarray) -> list[str]:
        """Objects on sites: how much of them lies there, and as a share of the site."""
        covered = zip(areas(overlap_m2), overlap_m2.tolist(), share.tolist())
        return [self._on_site(*one) for one in covered]

    def _on_site(self, area: str, overlap_m2: float, share: float) -> str:
        if overlap_m2 < SPECK_M2:
            return f"{self._noun} raakt of kruist de locatie"
        if not self._overlap:
            return f"{self._noun} ligt op de locatie ({area})"
        part = f"{100 * share:.0f} %" if share >= 0.01 else "minder dan 1 %"
        return f"{self._noun} overlapt de locatie over {area} ({part})"

    def near(
        self, places: Sequence[str], required: Sequence[str], margins: Sequence[str]
    ) -> list[str]:
        """What was measured, against what, with which margin; "" where there is no number."""
        if self._overlap:
            return [f"{place}{self._firm}." for place in places]
        return [
            f"{place}; {self._measure} {needed} m{self._firm}; marge {margin} m."
            if needed
            else f"{place}."
            for place, needed, margin in zip(places, required, margins)
        ]
