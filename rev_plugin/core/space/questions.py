"""What to ask of the themes: the rules that hold per site, and the searches they need.

Rules on the same theme with the same filter share one search. An object whose filter
column is empty might be what the rule is about, so it is searched apart as "unknown".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd

from rev_plugin.core.model import RD_BOUNDS, Bounds, Features, Feedback, Settings, Theme
from rev_plugin.core.required import required_m
from rev_plugin.core.rule_rows import ConstraintRule, Relation
from rev_plugin.core.rules import Rules, covers
from rev_plugin.core.space.geometry import Shapes
from rev_plugin.core.space.proximity import Answer, Search, Sites, Targets

_WITHOUT_DISTANCE = {Relation.OVERLAP: "0", Relation.NEVER: "nan"}
_SEPARATORS = re.compile(r"[,;|]")


@dataclass(frozen=True)
class Applied:
    """A rule with the sites (row numbers) it holds for and the distance required there."""

    rule: ConstraintRule
    rows: np.ndarray
    required: np.ndarray  # metres, one per row; NaN where the site lacks a value


class Question(NamedTuple):
    """A theme and which of its objects count; no columns: all of them."""

    theme: str
    columns: tuple[str, ...]
    values: frozenset[str]


@dataclass(frozen=True)
class Reply:
    """What was measured for a question, for all sites."""

    answer: Answer
    unknown: Answer  # of the objects whose filter column is empty
    filtered: bool  # False: the filter column is missing, so all objects were measured


def applied_rules(sites: Features, rules: Rules) -> list[Applied]:
    """The rules of the table with the sites they hold for, in the order of the table."""
    activity = sites.table["activiteit"].to_numpy(object)
    by_activity = {name: np.flatnonzero(activity == name) for name in pd.unique(activity)}
    everywhere: dict[str, np.ndarray] = {}  # required distance at all sites, per formula
    found = []
    for rule in rules.rows(ConstraintRule):
        rows = [
            own
            for name, own in by_activity.items()
            if covers(rule.activiteiten, rules.activity(name))
        ]
        if rows:
            held = np.sort(np.concatenate(rows))
            distance = {Relation.OVERLAP: "0", Relation.NEVER: "nan"}.get(
                rule.relatie, rule.afstand
            )
            if distance not in everywhere:
                everywhere[distance] = required_m(distance, sites.table)
            found.append(Applied(rule, held, everywhere[distance][held]))
    return found


def question_of(rule: ConstraintRule) -> Optional[Question]:
    """The search a rule needs; None for an aspect that is never tested."""
    if rule.relatie is Relation.NEVER:
        return None
    values = frozenset(value.casefold() for value in rule.filter_waarden)
    return Question(rule.thema, rule.filter_kolom, values)


def reaches(
    applied: Sequence[Applied], count: int, settings: Settings
) -> dict[Question, np.ndarray]:
    """Per question how far each of `count` sites asks: metres, −1 where it does not."""
    found: dict[Question, np.ndarray] = {}
    for one in applied:
        question = question_of(one.rule)
        if question is not None:
            reach = found.setdefault(question, np.full(count, -1.0))
            wanted = np.fmax(2 * one.required, settings.reach_m)
            reach[one.rows] = np.maximum(reach[one.rows], wanted)
    return found


def ask(
    theme: Theme,
    questions: Mapping[Question, np.ndarray],
    sites: Sites,
    deep: float,
    feedback: Feedback,
) -> Optional[dict[Question, Reply]]:
    """Read a theme once and answer its questions; None when it has no objects at all.

    `deep`: metres from which the exact depth of an object on a site does not matter.
    """
    searches = {
        question: _Asked(theme, question, sites, reach, deep)
        for question, reach in questions.items()
    }
    reach = np.maximum.reduce(list(questions.values()))
    bounds = _bounds(sites, reach)
    tally: Counter[str] = Counter()
    for chunk in theme.read(bounds) if bounds is not None else ():
        feedback.check()
        shapes = Shapes(chunk.geometry)
        for asked in searches.values():
            asked.add(shapes, chunk.attributes, chunk.ids, feedback)
        tally.update(_oddities(shapes))
        if theme.info.aantal:
            feedback.progress(min(1.0, tally["seen"] / theme.info.aantal))
    if not tally["seen"] and not any(len(chunk.ids) for chunk in theme.read(None)):
        return None
    _tell(theme.name, tally, feedback)
    return {question: asked.reply() for question, asked in searches.items()}


def _oddities(shapes: Shapes) -> dict[str, int]:
    """Counts of what a user should know about a chunk."""
    west, south, east, north = RD_BOUNDS
    boxes = shapes.boxes
    outside = (boxes[:, 0] < west) | (boxes[:, 1] < south)
    outside |= (boxes[:, 2] > east) | (boxes[:, 3] > north)
    return {
        "seen": len(shapes),
        "repaired": shapes.repaired,
        "unreadable": shapes.unreadable,
        "absent": int(np.isnan(boxes[:, 0]).sum()) - shapes.unreadable,
        "outside": int(outside.sum()),
    }


def _tell(layer: str, tally: Counter[str], feedback: Feedback) -> None:
    if tally["repaired"]:
        feedback.info(f"Laag {layer}: {tally['repaired']} ongeldige vlakken hersteld.")
    if tally["absent"]:
        feedback.info(f"Laag {layer}: {tally['absent']} objecten zonder geometrie.")
    if tally["unreadable"]:
        feedback.warn(f"Laag {layer}: {tally['unreadable']} objecten met onleesbare geometrie.")
    if tally["outside"]:
        feedback.warn(
            f"Laag {layer}: {tally['outside']} objecten liggen buiten Nederland; "
            "klopt het coördinatenstelsel?"
        )


class _Asked:
    """A question with its running searches."""

    def __init__(
        self, theme: Theme, question: Question, sites: Sites, reach: np.ndarray, deep: float
    ) -> None:
        self.question = question
        self.column = next((name for name in question.columns if name in theme.columns), "")
        self.known, self.unknown = Search(sites, reach, deep), Search(sites, reach, 0.0)

    def add(
        self,
        shapes: Shapes,
        attributes: Mapping[str, np.ndarray],
        ids: np.ndarray,
        feedback: Feedback,
    ) -> None:
        if not self.column:
            self._search(self.known, np.ones(len(shapes), dtype=bool), shapes, ids, feedback)
            return
        matches, unknown = matching(attributes[self.column], self.question.values)
        self._search(self.known, matches, shapes, ids, feedback)
        self._search(self.unknown, unknown, shapes, ids, feedback)

    @staticmethod
    def _search(
        search: Search, mask: np.ndarray, shapes: Shapes, ids: np.ndarray, feedback: Feedback
    ) -> None:
        rows = np.flatnonzero(mask)
        rows = rows[search.wanted(shapes.boxes[rows])]
        if len(rows):
            search.add(Targets(shapes, rows), ids, feedback.check)

    def reply(self) -> Reply:
        filtered = bool(self.column) or not self.question.columns
        return Reply(self.known.answer(), self.unknown.answer(), filtered)


def matching(values: np.ndarray, wanted: frozenset[str]) -> tuple[np.ndarray, np.ndarray]:
    """Which values hold one of the wanted words, and which are empty (NULL).

    A value may be a list ("woonfunctie,winkelfunctie"); case does not matter; a number
    matches its text without decimals (380.0 is "380").
    """
    codes, unique = pd.factorize(values)
    hit = np.array([not wanted.isdisjoint(_words(value)) for value in unique], dtype=bool)
    empty = codes < 0
    return np.append(hit, False)[codes], empty


def _words(value: object) -> set[str]:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return {word.strip().casefold() for word in _SEPARATORS.split(str(value))}


def _bounds(sites: Sites, reach: np.ndarray) -> Optional[Bounds]:
    """The box within which the sites that ask can reach; None when no site asks."""
    asks = sites.usable & (reach >= 0)
    if not asks.any():
        return None
    low = (sites.boxes[asks, :2] - reach[asks, None]).min(axis=0)
    high = (sites.boxes[asks, 2:] + reach[asks, None]).max(axis=0)
    return (float(low[0]), float(low[1]), float(high[0]), float(high[1]))
