"""A warm window: the objects around one place, read and indexed, to judge one site at once.

Moving a site on the map asks the same rules again and again within some kilometres. The
window reads those kilometres once; a find then gives what a full run gives (the same
searches, judged by the same code) as long as the site's reach lies inside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Optional

import numpy as np
import pandas as pd

from rev_plugin.core.model import Bounds, Chunk, Features, Feedback, Settings, Theme
from rev_plugin.core.rule_rows import ConstraintRule
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.constraints import assemble, deep_enough, layer_accuracy
from rev_plugin.core.space.geometry import Shapes
from rev_plugin.core.space.lookup import look_up
from rev_plugin.core.space.proximity import Search, Sites, Targets, box_distance
from rev_plugin.core.space.questions import (
    Question,
    Reply,
    applied_rules,
    matching,
    question_of,
    reaches,
)

PLANS = "planobjecten"  # no rule of this wing asks for it, but the plan does


class Window:
    """The themes of the rules, and the plans, within `bounds` (RD metres), in memory."""

    def __init__(
        self,
        themes: Mapping[str, Theme],
        rules: Rules,
        settings: Settings,
        bounds: Bounds,
        feedback: Feedback,
    ) -> None:
        """Read and index; takes as long as reading the window, so do it in a task."""
        self._themes, self._rules, self._settings = dict(themes), rules, settings
        self.bounds = bounds
        asked = [question_of(rule) for rule in rules.rows(ConstraintRule)]
        questions = {question for question in asked if question is not None}
        names = sorted({question.theme for question in questions} | {PLANS})
        self._contents: dict[str, _Content] = {}
        for number, name in enumerate(names):
            feedback.check()
            if name in self._themes:
                self._contents[name] = _Content(self._themes[name], bounds, feedback)
            feedback.progress((number + 1) / len(names))
        self._indexed = {
            question: _Indexed(content, self._themes[question.theme], question)
            for question in questions
            for content in [self._contents.get(question.theme)]
            if content is not None and not content.is_empty
        }

    def theme(self, name: str) -> Optional[Theme]:
        """A theme as it lies in the window, read without touching its source again."""
        content = self._contents.get(name)
        if content is None:
            return None
        return replace(self._themes[name], read=content.read)

    def holds(self, site: Features) -> bool:
        """Whether all that matters to the sites lies inside the window."""
        sites = Sites(site.geometry)
        reach = np.maximum.reduce([np.zeros(len(site)), *self._reaches(site).values()])
        low = sites.boxes[:, :2] - reach[:, None]
        high = sites.boxes[:, 2:] + reach[:, None]
        inside = (low >= self.bounds[:2]).all(axis=1) & (high <= self.bounds[2:]).all(axis=1)
        return bool(inside.all())

    def find(self, site: Features) -> pd.DataFrame:
        """The findings of a site (or a few), as `find_constraints` gives them.

        Raises:
            InputError: for an unknown activity.
        """
        applied = applied_rules(site, self._rules)
        wanted = reaches(applied, len(site), self._settings)
        sites = Sites(site.geometry)
        replies: dict[Question, Optional[Reply]] = {}
        deep: dict[str, float] = {}
        for question, reach in wanted.items():
            indexed = self._indexed.get(question)
            if indexed is None:
                replies[question] = None
                continue
            name = question.theme
            if name not in deep:
                accuracy = layer_accuracy(name, self._themes[name], self._rules)
                deep[name] = deep_enough(name, applied, accuracy)
            replies[question] = indexed.reply(sites, reach, deep[name])
        return assemble(applied, replies, wanted, sites, site.table, self._themes, self._rules)

    def _reaches(self, site: Features) -> dict[Question, np.ndarray]:
        return reaches(applied_rules(site, self._rules), len(site), self._settings)


class _Content:
    """All objects of a theme inside the window."""

    def __init__(self, theme: Theme, bounds: Bounds, feedback: Feedback) -> None:
        self.chunks = []
        for chunk in theme.read(bounds):
            feedback.check()
            shapes = Shapes(chunk.geometry)
            shapes.get(np.arange(len(shapes)))
            self.chunks.append((shapes, chunk.ids, chunk.attributes))
        self.is_empty = not self.chunks and not any(len(c.ids) for c in theme.read(None))

    def read(self, bounds: Optional[Bounds]) -> Iterator[Chunk]:
        """The objects whose box meets `bounds`, as a theme gives them."""
        for shapes, ids, attributes in self.chunks:
            rows = np.arange(len(shapes))
            if bounds is not None:
                near = box_distance(shapes.boxes, np.array([bounds])) == 0
                rows = np.flatnonzero(near | np.isnan(shapes.boxes[:, 0]))
            cells = {name: values[rows] for name, values in attributes.items()}
            yield Chunk(ids[rows], shapes.get(rows), cells)


class _Indexed:
    """The objects a question is about, as targets that are ready to be searched."""

    def __init__(self, content: _Content, theme: Theme, question: Question) -> None:
        column = next((name for name in question.columns if name in theme.columns), "")
        self._filtered = bool(column) or not question.columns
        self._known: list[tuple[Targets, np.ndarray]] = []
        self._unknown: list[tuple[Targets, np.ndarray]] = []
        for shapes, ids, attributes in content.chunks:
            usable = ~np.isnan(shapes.boxes[:, 0])
            hits, unknown = usable, np.zeros(len(shapes), dtype=bool)
            if column:
                hits, unknown = matching(attributes[column], question.values)
            for mask, targets in ((hits, self._known), (unknown, self._unknown)):
                rows = np.flatnonzero(mask & usable)
                if len(rows):
                    targets.append((Targets(shapes, rows), ids))

    def reply(self, sites: Sites, reach: np.ndarray, deep: float) -> Reply:
        """The measurements for some sites; a single one takes the short way."""
        if len(sites) == 1:
            return Reply(
                look_up(sites, self._known, reach[0], deep),
                look_up(sites, self._unknown, reach[0], 0.0),
                self._filtered,
            )
        known, unknown = Search(sites, reach, deep), Search(sites, reach, 0.0)
        for search, indexed in ((known, self._known), (unknown, self._unknown)):
            for targets, ids in indexed:
                search.add(targets, ids, _go_on)
        return Reply(known.answer(), unknown.answer(), self._filtered)


def _go_on() -> None:
    """One site takes milliseconds: there is nothing to cancel."""
