"""What is to be tested where: every rule with the sites that it holds for, before measuring.

A site that moves keeps its agenda: only what is measured changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Optional

import numpy as np

from rev_plugin.core.model import Bounds, Features, Settings, Theme
from rev_plugin.core.rule_rows import ConstraintRule, Relation, ThemeRow
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.explain import Sentences, metres, numbers
from rev_plugin.core.space.questions import (
    Applied,
    Question,
    applied_rules,
    filter_column,
    question_of,
    reaches,
)

# A sparse layer (turbines, nature) says nothing about sites this far outside its extent.
COVERED_M = 10_000.0
# Objects of a dense layer (buildings, roads) are near everywhere, so outside its extent it was
# cut off and says nothing. Fewer than FEW were drawn for this study, not cut from a register:
# they speak for the sites around them.
FEW = 25
AROUND_M = 1_000.0
_EVERYWHERE = (-np.inf, -np.inf, np.inf, np.inf)


@dataclass(frozen=True)
class Tested:
    """One rule with the layer that it is tested on."""

    rule: ConstraintRule
    question: Optional[Question]  # None: an aspect that REV leaves to others
    layer: str  # the name of the layer, as a user knows it
    is_there: bool  # whether there is such a layer
    unfiltered: bool  # the layer does not tell apart what the rule is about
    accuracy: float  # metres; NaN: not known
    extent: Bounds  # of the layer
    beyond: float  # metres outside its extent up to which the layer speaks
    words: Sentences

    @property
    def excuse(self) -> str:
        """Why the rule is not tested, when nothing was measured for it."""
        if self.question is None:
            return self.rule.toelichting_nl or f"{self.rule.object_nl}: niet getoetst."
        problem = "is leeg" if self.is_there else "ontbreekt"
        return f"Niet getoetst: de laag {self.layer} {problem}."

    @property
    def notes(self) -> tuple[str, str]:
        """What stands behind a finding that weighs, and behind one within the error."""
        own = f" {self.rule.toelichting_nl}" if self.rule.toelichting_nl else ""
        close = (
            " Het verschil is kleiner dan de nauwkeurigheid van de laag "
            f"({metres(self.accuracy)}): meet het na."
        )
        return own, close + own


class Agenda:
    """The findings to come, rule after rule; arrays of one entry per finding, in metres."""

    def __init__(
        self,
        sites: Features,
        themes: Mapping[str, Theme],
        rules: Rules,
        settings: Settings,
    ) -> None:
        """Of the sites only the table matters.

        Raises:
            InputError: for an unknown activity.
        """
        applied = applied_rules(sites, rules)
        counts = [len(one.rows) for one in applied]
        self.names = sites.table["naam"].to_numpy(object)
        self.wanted = reaches(applied, len(sites), settings)
        self.deep = _deep_enough(applied, themes, rules)
        self.tested = [tested_rule(one.rule, themes, rules) for one in applied]
        self.rule = np.repeat(np.arange(len(applied)), counts)
        self.site = _joined([one.rows for one in applied]).astype(np.int64)
        self.required = _joined([one.required for one in applied])
        self._citations = [rules.citation(one.rule) for one in applied]

    @cached_property
    def question(self) -> np.ndarray:
        """The number in `wanted` of what each finding asks; −1: nothing."""
        numbers: dict[Optional[Question], int] = {None: -1}
        numbers.update({question: number for number, question in enumerate(self.wanted)})
        of_rules = [numbers[one.question] for one in self.tested]
        return self.per_finding(np.array(of_rules, dtype=np.int64))

    @cached_property
    def touches(self) -> np.ndarray:
        """Whether an object on the site is enough to weigh (bool)."""
        return self.per_finding([one.rule.relatie is Relation.OVERLAP for one in self.tested])

    @cached_property
    def accuracy(self) -> np.ndarray:
        return self.per_finding([one.accuracy for one in self.tested])

    @cached_property
    def unfiltered(self) -> np.ndarray:
        return self.per_finding([one.unfiltered for one in self.tested])

    @cached_property
    def extent(self) -> np.ndarray:
        return self.per_finding([one.extent for one in self.tested])

    @cached_property
    def beyond(self) -> np.ndarray:
        return self.per_finding([one.beyond for one in self.tested])

    @cached_property
    def excuses(self) -> np.ndarray:
        """What each finding says when nothing was measured for it."""
        return self.per_finding(np.array([one.excuse for one in self.tested], dtype=object))

    @cached_property
    def notes(self) -> np.ndarray:
        """Per rule its notes (see Tested); shape (rules, 2)."""
        return np.array([one.notes for one in self.tested], dtype=object)

    @cached_property
    def nothing(self) -> np.ndarray:
        """What each finding says when no object lies in reach."""
        reach = np.stack([*self.wanted.values(), np.zeros(len(self.names))])
        reach = reach[self.question, self.site]
        text = np.empty(len(reach), dtype=object)
        for rule, one in enumerate(self.tested):
            rows = slice(*np.searchsorted(self.rule, (rule, rule + 1)))
            values, which = np.unique(reach[rows], return_inverse=True)
            said = [one.words.nothing(value) for value in numbers(values)]
            text[rows] = np.array(said, dtype=object)[which]
        return text

    @cached_property
    def order(self) -> np.ndarray:
        """The findings site by site."""
        return np.argsort(self.site, kind="stable")

    @cached_property
    def texts(self) -> dict[str, np.ndarray]:
        """The columns of columns.FINDING that only depend on rule and site, site by site."""
        cells = {
            name: self.per_finding(np.array(column, dtype=object))
            for name, column in self._of_rules()
        }
        cells["locatie"] = self.names[self.site]
        return {name: column[self.order] for name, column in cells.items()}

    def _of_rules(self) -> Iterator[tuple[str, list[str]]]:
        rows = [one.rule for one in self.tested]
        yield "regel", [row.id for row in rows]
        yield "thema", [row.thema for row in rows]
        yield "aard", [row.aard.value for row in rows]
        yield "zwaarte", [row.zwaarte.value for row in rows]
        yield "systeem", [row.systeem.value for row in rows]
        yield "bron", self._citations
        yield "bron_datum", [row.date.isoformat() for row in rows]
        yield "bron_status", [row.bron_status.value for row in rows]

    def per_finding(self, of_rules: Sequence) -> np.ndarray:
        """A value per rule, for each of its findings."""
        return np.asarray(of_rules)[self.rule]


def tested_rule(rule: ConstraintRule, themes: Mapping[str, Theme], rules: Rules) -> Tested:
    """A rule with what is known of its layer."""
    question = question_of(rule)
    if question is None:
        words = Sentences(rule)
        return Tested(rule, None, "", False, False, np.nan, _EVERYWHERE, np.inf, words)
    about, theme = rules.theme(rule.thema), themes.get(rule.thema)
    has = frozenset() if theme is None else theme.columns
    unfiltered = bool(theme and question.columns and not filter_column(question.columns, has))
    return Tested(
        rule=rule,
        question=question,
        layer=about.naam_nl,
        is_there=theme is not None,
        unfiltered=unfiltered,
        accuracy=layer_accuracy(rule.thema, theme, rules),
        extent=_EVERYWHERE if theme is None or theme.extent is None else theme.extent,
        beyond=_speaks_beyond(about, theme),
        words=Sentences(rule, f"Object in de laag {about.naam_nl}" if unfiltered else ""),
    )


def _speaks_beyond(about: ThemeRow, theme: Optional[Theme]) -> float:
    """Metres outside its extent up to which a layer still says that nothing is there."""
    if about.dekking != "dicht":
        return COVERED_M
    count = None if theme is None else theme.info.aantal
    return AROUND_M if count is not None and count < FEW else 0.0


def layer_accuracy(name: str, theme: Optional[Theme], rules: Rules) -> float:
    """Accuracy of a layer in metres: its own, else that of the theme; NaN: not known."""
    if theme is None:
        return np.nan
    own = theme.info.nauwkeurigheid_m
    known = own if own is not None else rules.theme(name).nauwkeurigheid_m
    return np.nan if known is None else float(known)


def _deep_enough(
    applied: Sequence[Applied], themes: Mapping[str, Theme], rules: Rules
) -> dict[str, float]:
    """Per theme the depth from which an object on a site surely counts for all its rules."""
    least: dict[str, float] = {}
    for one in applied:
        known = one.required[~np.isnan(one.required)]
        theme = one.rule.thema
        least[theme] = min(least.get(theme, np.inf), known.min(initial=np.inf))
    accuracy = {name: layer_accuracy(name, themes.get(name), rules) for name in least}
    return {name: np.fmax(accuracy[name] - required, 0.0) for name, required in least.items()}


def _joined(parts: Sequence[np.ndarray]) -> np.ndarray:
    return np.concatenate([np.empty(0), *parts])
