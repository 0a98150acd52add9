"""From measurements to a verdict with its reason.

Missing data never becomes "geen belemmering": where the data do not allow a verdict it
reads "niet_getoetst" and the sentence says why.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np

from rev_plugin.core.model import FindingVerdict, Theme
from rev_plugin.core.required import needed_column
from rev_plugin.core.rule_rows import Relation
from rev_plugin.core.rules import Rules
from rev_plugin.core.space import explain
from rev_plugin.core.space.proximity import Answer, Sites, box_distance
from rev_plugin.core.space.questions import Applied, Reply

# A sparse layer (turbines, nature) says nothing about sites this far outside its extent.
COVERED_M = 10_000.0


@dataclass(frozen=True)
class Judged:
    """The findings of one rule, one entry per site it holds for."""

    answer: Answer
    verdict: np.ndarray
    text: np.ndarray
    accuracy: float  # metres; NaN: not known


class Judge:
    """Turns the measurements of one rule into verdicts with their sentences."""

    def __init__(
        self,
        applied: Applied,
        theme: Optional[Theme],
        accuracy: float,
        sites: Sites,
        rules: Rules,
    ) -> None:
        self.applied, self.rule, self.theme = applied, applied.rule, theme
        self.accuracy, self.sites, self.rules = accuracy, sites, rules

    def never_tested(self) -> Judged:
        """An aspect that REV leaves to others."""
        text = self.rule.toelichting_nl or f"{self.rule.object_nl}: niet getoetst."
        return self._untested(text)

    def without_layer(self) -> Judged:
        """The layer is missing or has no objects at all."""
        layer = self.rules.theme(self.rule.thema).naam_nl
        problem = "ontbreekt" if self.theme is None else "is leeg"
        return self._untested(f"Niet getoetst: de laag {layer} {problem}.")

    def _untested(self, text: str) -> Judged:
        count = len(self.applied.rows)
        nothing = np.full(count, np.nan)
        return Judged(
            Answer(nothing, np.full(count, None, object), nothing, nothing),
            np.full(count, FindingVerdict.NOT_TESTED.value, object),
            np.full(count, text, object),
            self.accuracy,
        )

    def judged(self, reply: Reply, reach: np.ndarray) -> Judged:
        """What was measured, judged; `reach` says how far was looked, per site."""
        rows = self.applied.rows
        answer = Answer(*(column[rows] for column in vars(reply.answer).values()))
        unknown = reply.unknown.distance[rows]
        verdict = self._verdicts(answer)
        doubts = self._doubts(reply, unknown, verdict)
        for mask, _ in doubts:
            verdict[mask] = FindingVerdict.NOT_TESTED.value
        layer = self.rules.theme(self.rule.thema).naam_nl
        noun = "" if reply.filtered else f"Object in de laag {layer}"
        text = self._texts(answer, verdict, reach, noun)
        for mask, reason in doubts:
            text[mask] = [f"{told} Niet getoetst: {reason}" for told in text[mask]]
        return Judged(answer, verdict, text, self.accuracy)

    def _verdicts(self, answer: Answer) -> np.ndarray:
        """Verdicts from the margin; an object on the site counts by how deep it lies."""
        margin = answer.distance - self.applied.required - answer.depth_m
        verdict = np.full(len(margin), FindingVerdict.FREE.value, object)
        touches = self.rule.relatie is Relation.OVERLAP
        verdict[(margin < 0) | (touches & (answer.distance == 0))] = FindingVerdict.CONSTRAINT.value
        if self.accuracy > 0:
            verdict[np.abs(margin) < self.accuracy] = FindingVerdict.WITHIN_ERROR.value
        return verdict

    def _doubts(
        self, reply: Reply, unknown: np.ndarray, verdict: np.ndarray
    ) -> list[tuple[np.ndarray, str]]:
        """Where the data do not allow a verdict, with the reason; the first one counts."""
        free = verdict == FindingVerdict.FREE.value
        rows, required = self.applied.rows, self.applied.required
        everywhere = np.ones(len(rows), dtype=bool)
        layer = self.rules.theme(self.rule.thema).naam_nl
        columns = " of ".join(self.rule.filter_kolom)
        closest = np.where(np.isnan(required), np.inf, required)
        reasons = [
            (~self.sites.usable[rows], "de locatie heeft geen vlak op de kaart."),
            (
                everywhere & (not reply.filtered),
                f"de laag {layer} heeft geen kolom {columns}, dus alle objecten telden mee.",
            ),
            (
                np.isnan(required),
                f"bij de locatie is {needed_column(self.rule.afstand)} niet ingevuld.",
            ),
            (
                free & (unknown <= closest),
                f"dichterbij ligt een object waarvan {columns} leeg is.",
            ),
            (free & ~self._covered(), f"de laag {layer} dekt deze plek niet."),
        ]
        found, left = [], everywhere
        for mask, reason in reasons:
            found.append((mask & left, reason))
            left = left & ~mask
        return [(mask, reason) for mask, reason in found if mask.any()]

    def _covered(self) -> np.ndarray:
        """Whether the layer reaches the sites, as far as its extent tells."""
        boxes = self.sites.boxes[self.applied.rows]
        if self.theme is None or self.theme.extent is None:
            return np.ones(len(boxes), dtype=bool)
        dense = self.rules.theme(self.rule.thema).dekking == "dicht"
        outside = box_distance(boxes, np.array([self.theme.extent]))
        return outside <= (0.0 if dense else COVERED_M)

    def _texts(
        self, answer: Answer, verdict: np.ndarray, reach: np.ndarray, noun: str
    ) -> np.ndarray:
        sentences = explain.Sentences(self.rule, noun)
        text = np.empty(len(verdict), dtype=object)
        nothing = np.isinf(answer.distance)
        text[nothing] = sentences.nothing(reach[nothing])
        near = np.flatnonzero(~nothing)
        overlap, areas = answer.overlap_m2[near], self.sites.areas[self.applied.rows[near]]
        share = np.divide(overlap, areas, out=np.full(len(near), np.nan), where=areas > 0)
        text[near] = sentences.near(
            answer.distance[near], self.applied.required[near], overlap, share
        )
        close = verdict == FindingVerdict.WITHIN_ERROR.value
        text[close] += (
            " Het verschil is kleiner dan de nauwkeurigheid van de laag "
            f"({explain.metres(self.accuracy)}): meet het na."
        )
        if self.rule.toelichting_nl:
            text[close | (verdict == FindingVerdict.CONSTRAINT.value)] += (
                f" {self.rule.toelichting_nl}"
            )
        return text
