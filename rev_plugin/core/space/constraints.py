"""Constraints: every rule measured at every site it holds for, and explained.

Distances are exact metres in RD between site and object, 0 when they touch. Missing data
never becomes "geen belemmering": what could not be tested reads "niet_getoetst".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

import numpy as np
import pandas as pd

from rev_plugin.core.columns import FINDING
from rev_plugin.core.model import Features, Feedback, FindingVerdict, Settings, Theme
from rev_plugin.core.required import needed_column
from rev_plugin.core.rule_rows import Relation
from rev_plugin.core.rules import Rules
from rev_plugin.core.space import explain
from rev_plugin.core.space.proximity import Answer, Sites, box_distance
from rev_plugin.core.space.questions import (
    Applied,
    Question,
    Reply,
    applied_rules,
    ask,
    question_of,
    reaches,
)

# A sparse layer (turbines, nature) says nothing about sites this far outside its extent.
COVERED_M = 10_000.0
Replies = dict[Question, Optional[Reply]]


def find_constraints(
    sites: Features,
    themes: Mapping[str, Theme],
    rules: Rules,
    settings: Settings,
    feedback: Feedback,
) -> pd.DataFrame:
    """One row per site and applicable rule, sites in order, rules in table order.

    Args:
        sites: geometries in RD with at least `naam` and `activiteit` (columns.SITE).
        themes: the layers at hand by name; a rule on an absent one is not tested.

    Returns:
        The columns of columns.FINDING.

    Raises:
        InputError: for an unknown activity.
        Cancelled: when the feedback says so.
    """
    applied = applied_rules(sites, rules)
    prepared = Sites(sites.geometry)
    wanted = reaches(applied, len(sites), settings)
    replies: Replies = {}
    names = list(dict.fromkeys(question.theme for question in wanted))
    for number, name in enumerate(names):
        feedback.check()
        questions = {q: reach for q, reach in wanted.items() if q.theme == name}
        theme = themes.get(name)
        deep = _deep(name, applied, _accuracy(name, theme, rules))
        found = ask(theme, questions, prepared, deep, feedback) if theme is not None else None
        replies.update(dict.fromkeys(questions) if found is None else found)
        feedback.progress((number + 1) / len(names))
    return assemble(applied, replies, wanted, prepared, sites.table, themes, rules)


def assemble(
    applied: list[Applied],
    replies: Replies,
    wanted: Mapping[Question, np.ndarray],
    sites: Sites,
    table: pd.DataFrame,
    themes: Mapping[str, Theme],
    rules: Rules,
) -> pd.DataFrame:
    """The findings table from measured replies (shared with the warm window)."""
    names = table["naam"].to_numpy(object)
    blocks = []
    for one in applied:
        question = question_of(one.rule)
        theme = themes.get(one.rule.thema) if question else None
        judge = _Judge(one, theme, rules, sites)
        reply = replies[question] if question is not None else None
        if question is None:
            block = judge.never_tested()
        elif reply is None:
            block = judge.without_layer()
        else:
            block = judge.judged(reply, wanted[question][one.rows])
        block["locatie"] = names[one.rows]
        blocks.append(block)
    columns = [column.name for column in FINDING]
    if not blocks:
        return pd.DataFrame(columns=columns)
    joined = {name: np.concatenate([block[name] for block in blocks]) for name in columns}
    order = np.argsort(np.concatenate([one.rows for one in applied]), kind="stable")
    return pd.DataFrame({name: values[order] for name, values in joined.items()})


class _Judge:
    """Turns the measurements of one rule into the columns of its findings."""

    def __init__(
        self, applied: Applied, theme: Optional[Theme], rules: Rules, sites: Sites
    ) -> None:
        self.applied, self.rule, self.theme = applied, applied.rule, theme
        self.rules, self.sites = rules, sites
        self.accuracy = _accuracy(self.rule.thema, theme, rules)

    def never_tested(self) -> dict[str, np.ndarray]:
        text = self.rule.toelichting_nl or f"{self.rule.object_nl}: niet getoetst."
        return self._untested(text)

    def without_layer(self) -> dict[str, np.ndarray]:
        layer = self.rules.theme(self.rule.thema).naam_nl
        problem = "ontbreekt" if self.theme is None else "is leeg"
        return self._untested(f"Niet getoetst: de laag {layer} {problem}.")

    def _untested(self, text: str) -> dict[str, np.ndarray]:
        count = len(self.applied.rows)
        nothing = np.full(count, np.nan)
        return self._block(
            Answer(nothing, np.full(count, None, object), nothing, nothing),
            np.full(count, FindingVerdict.NOT_TESTED.value, object),
            np.full(count, text, object),
        )

    def judged(self, reply: Reply, reach: np.ndarray) -> dict[str, np.ndarray]:
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
        return self._block(answer, verdict, text)

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
        text[nothing] = [sentences.nothing(metres) for metres in reach[nothing]]
        near = np.flatnonzero(~nothing)
        overlap, areas = answer.overlap_m2[near], self.sites.areas[self.applied.rows[near]]
        share = np.divide(overlap, areas, out=np.full(len(near), np.nan), where=areas > 0)
        numbers = (answer.distance[near], self.applied.required[near], overlap, share)
        text[near] = list(map(sentences.near, *(column.tolist() for column in numbers)))
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

    def _block(
        self, answer: Answer, verdict: np.ndarray, text: np.ndarray
    ) -> dict[str, np.ndarray]:
        rule, count = self.rule, len(verdict)
        distance = np.where(np.isinf(answer.distance), np.nan, answer.distance)
        areas = self.sites.areas[self.applied.rows]
        overlap = np.where(np.isnan(distance), np.nan, answer.overlap_m2)
        measured = rule.relatie is not Relation.NEVER
        required = self.applied.required if measured else np.full(count, np.nan)
        constants = {
            "regel": rule.id,
            "thema": rule.thema,
            "aard": rule.aard.value,
            "zwaarte": rule.zwaarte.value,
            "systeem": rule.systeem.value,
            "bron": self.rules.citation(rule),
            "bron_datum": rule.date.isoformat(),
            "bron_status": rule.bron_status.value,
        }
        block = {name: np.full(count, value, object) for name, value in constants.items()}
        block.update(
            object_id=np.array([None if v is None else str(v) for v in answer.object_id], object),
            afstand_m=distance,
            vereist_m=required,
            marge_m=distance - required,
            nauwkeurigheid_m=np.full(count, self.accuracy),
            overlap_m2=overlap,
            overlap_aandeel=np.divide(overlap, areas, out=np.full(count, np.nan), where=areas > 0),
            oordeel=verdict,
            toelichting=text,
        )
        return block


def _accuracy(name: str, theme: Optional[Theme], rules: Rules) -> float:
    """Accuracy of a layer in metres: its own, else that of the theme; NaN: not known."""
    if theme is None:
        return np.nan
    own = theme.info.nauwkeurigheid_m
    known = own if own is not None else rules.theme(name).nauwkeurigheid_m
    return np.nan if known is None else float(known)


def _deep(name: str, applied: list[Applied], accuracy: float) -> float:
    """From which depth an object on a site surely counts for every rule of its theme."""
    required = [one.required.min() for one in applied if one.rule.thema == name]
    deep = accuracy - np.nanmin(required, initial=np.inf)
    return float(deep) if deep > 0 else 0.0
