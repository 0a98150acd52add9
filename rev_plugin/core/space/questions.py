"""What to ask of the themes: the rules that hold per site, and the searches they need.

Rules on the same theme with the same filter share one search. An object whose filter
column is empty might be what the rule is about, so it is searched apart as "unknown".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd

from rev_plugin.core.model import Features, Settings
from rev_plugin.core.required import required_m
from rev_plugin.core.rule_rows import ConstraintRule, Relation
from rev_plugin.core.rules import Rules, covers
from rev_plugin.core.space.proximity import Answer

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
