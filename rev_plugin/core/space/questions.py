"""What to ask of the themes: the rules that hold per site, and the searches they need.

Rules on the same theme with the same filter share one search. An object whose filter
column is empty, or holds a word that the rule does not know, might be what the rule is
about, so it is searched apart as "unknown".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
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
_SEPARATORS = re.compile(r"[,;|/+]")
_SIGNS = re.compile(r"[^\w.]|_")  # "PR 10-6", "pr10_6" and ["pr10-6"] are one word
SHAPEFILE_NAME = 10  # characters of a column
_NOT = "!"  # before a word of filter_waarden: known, and not what the rule is about


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
    others: frozenset[str] = frozenset()  # known words that do not count; none: all the rest


@dataclass(frozen=True)
class Reply:
    """What was measured for a question, for all sites."""

    answer: Answer
    unknown: Answer  # of the objects whose filter column does not tell
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
    return Question(rule.thema, rule.filter_kolom, *filter_words(rule))


def filter_words(rule: ConstraintRule) -> tuple[frozenset[str], frozenset[str]]:
    """The words that a rule is about, and those that it knows and is not about."""
    others = [word for word in rule.filter_waarden if word.startswith(_NOT)]
    wanted = [word for word in rule.filter_waarden if not word.startswith(_NOT)]
    return frozenset(map(plain, wanted)), frozenset(map(plain, others))


def filter_column(columns: Sequence[str], present: Collection[str]) -> str:
    """The first of the columns that a layer has, in the layer's own spelling; "" for none.

    A shapefile keeps the first ten characters of a name.
    """
    spelling = {name.casefold(): name for name in sorted(present, reverse=True)}
    names = [name.casefold() for name in columns]
    tried = (*names, *(name[:SHAPEFILE_NAME] for name in names))
    return next((spelling[name] for name in tried if name in spelling), "")


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


def matching(
    values: np.ndarray, wanted: frozenset[str], others: frozenset[str] = frozenset()
) -> tuple[np.ndarray, np.ndarray]:
    """Which values hold one of the wanted words, and which do not tell.

    A value may be a list ("woonfunctie,winkelfunctie"); case, spaces and dashes do not
    matter; a number matches its text without decimals (380.0 is "380"). NULL does not tell;
    where `others` are given, neither does a word outside both.
    """
    codes, unique = pd.factorize(values)
    words = [_words(value) for value in unique]
    hit = np.array([not wanted.isdisjoint(some) for some in words], dtype=bool)
    strange = np.array([bool(others) and not some <= others for some in words], dtype=bool) & ~hit
    return np.append(hit, False)[codes], np.append(strange, True)[codes]


def _words(value: object) -> set[str]:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return {plain(word) for word in _SEPARATORS.split(str(value))} - {""}


def plain(word: str) -> str:
    """A word without case, spaces and signs, as it is compared."""
    return _SIGNS.sub("", word).casefold()
