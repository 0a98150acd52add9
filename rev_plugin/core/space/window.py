"""A warm window: the objects around one place, read and indexed, to judge one site at once.

Moving a site on the map asks the same rules again and again within some kilometres. The
window reads those kilometres once; a find then gives what a full run gives (the same
searches, judged by the same code) as long as the site's reach lies inside.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.model import Bounds, Features, Feedback, Settings, Theme
from rev_plugin.core.rule_rows import ConstraintRule
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.agenda import Agenda
from rev_plugin.core.space.constraints import assemble
from rev_plugin.core.space.geometry import Shapes
from rev_plugin.core.space.judge import Measured, measured
from rev_plugin.core.space.lookup import Lookup, Lookups
from rev_plugin.core.space.overlay import Under
from rev_plugin.core.space.presence import present, with_status
from rev_plugin.core.space.proximity import Sites
from rev_plugin.core.space.questions import Question, filter_column, matching, question_of
from rev_plugin.core.space.reading import has_objects
from rev_plugin.core.tables import Columns

# What was measured where nothing is asked: last of the measurements, so it has number −1.
_NOTHING = tuple(np.array([none]) for none in (np.nan, None, np.nan, np.nan, np.nan))


class Window:
    """The themes of the rules within `bounds` (RD metres), in memory."""

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
        self._last: Optional[tuple[pd.DataFrame, _Asked]] = None
        asked = [question_of(rule) for rule in rules.rows(ConstraintRule)]
        questions = {question for question in asked if question is not None}
        names = sorted({question.theme for question in questions} & set(themes))
        self._indexed: dict[Question, _Indexed] = {}
        contents: list[_Content] = []
        for number, name in enumerate(names):
            feedback.check()
            theme, before = with_status(themes[name], rules), sum(map(len, contents))
            content = _Content(theme, bounds, before, feedback)
            contents.append(content)
            for question in questions:
                if question.theme == name and not content.is_empty:
                    self._indexed[question] = _Indexed(content, themes[name], question)
            feedback.progress((number + 1) / len(names))
        self._under = _under(contents)

    def holds(self, site: Features) -> bool:
        """Whether all that matters to the site lies inside the window."""
        wanted = self._asked(site).agenda.wanted.values()
        reach = max([self._settings.reach_m, *(reach[0] for reach in wanted)])
        west, south, east, north = shapely.bounds(site.geometry[0])
        low, high = (west - reach, south - reach), (east + reach, north + reach)
        inside = np.greater_equal(low, self.bounds[:2]) & np.less_equal(high, self.bounds[2:])
        return bool(inside.all())

    def find(self, site: Features) -> Columns:
        """The columns of the findings of one site, as `find_constraints` gives them.

        They are to be read only: the next ones share those that do not change.

        Raises:
            InputError: for an unknown activity.
        """
        asked, prepared = self._asked(site), Sites(site.geometry)
        return assemble(asked.agenda, asked.measured(prepared), prepared)

    def _asked(self, site: Features) -> _Asked:
        """What is to be tested; a site that moves keeps its table, so the last one is kept."""
        if self._last is None or self._last[0] is not site.table:
            agenda = Agenda(site, self._themes, self._rules, self._settings)
            self._last = site.table, _Asked(agenda, self._indexed, self._under)
        return self._last[1]


class _Asked:
    """An agenda with the objects that it asks about."""

    def __init__(self, agenda: Agenda, indexed: Mapping[Question, _Indexed], under: Under) -> None:
        self.agenda = agenda
        questions = [one for one in agenda.wanted if one in indexed]
        parts = [indexed[one] for one in questions]
        reach = [agenda.wanted[question][0] for question in questions]
        deep = [agenda.deep[question.theme] for question in questions]
        self._lookups = Lookups(
            [one.known for one in parts] + [one.unknown for one in parts],
            np.array(reach + reach, dtype=float),
            np.array(deep + [0.0] * len(deep)),
            under,
        )
        # Of each finding the number of its question among those that have objects, else −1.
        self._count = len(questions)
        numbers: dict[Optional[Question], int] = {one: k for k, one in enumerate(questions)}
        of_rules = [numbers.get(one.question, -1) for one in agenda.tested]
        self._question = agenda.per_finding(np.array(of_rules, dtype=np.int64))

    def measured(self, site: Sites) -> Measured:
        """The measurements for one site."""
        found, count = self._lookups.find(site), self._count
        columns = (found.distance, found.object_id, found.overlap_m2, found.depth_m)
        own = [column[:count] for column in columns] + [found.distance[count:]]
        return measured(
            self.agenda,
            site,
            *(np.concatenate(pair)[self._question] for pair in zip(own, _NOTHING)),
        )


class _Content:
    """All objects of a theme inside the window."""

    def __init__(self, theme: Theme, bounds: Bounds, first: int, feedback: Feedback) -> None:
        """`first`: the number of its first object among all of the window."""
        self.first = first
        chunks = []
        for chunk in theme.read(bounds):
            feedback.check()
            chunks.append(present(theme, chunk)[0])
        self.attributes = [chunk.attributes for chunk in chunks]
        self.ids = _joined([chunk.ids for chunk in chunks])
        self.shapes = Shapes(_joined([chunk.geometry for chunk in chunks]))
        self.is_empty = np.isnan(self.shapes.boxes[:, 0]).all() and not has_objects(theme)

    def __len__(self) -> int:
        return len(self.ids)


def _under(contents: Sequence[_Content]) -> Under:
    """All objects of the window, in order; None for what has no shape."""
    objects = _joined([one.shapes.get_valid(np.arange(len(one))) for one in contents])
    boxes = np.concatenate([np.empty((0, 4)), *(one.shapes.boxes for one in contents)])
    return Under.of(np.where(np.isnan(boxes[:, 0]), None, objects), boxes)


def _joined(parts: list[np.ndarray]) -> np.ndarray:
    return np.concatenate(parts) if parts else np.empty(0, dtype=object)


class _Indexed:
    """The objects that a question is about, and those that may be."""

    def __init__(self, content: _Content, theme: Theme, question: Question) -> None:
        column = filter_column(question.columns, theme.columns)
        self.filtered = bool(column) or not question.columns
        usable = ~np.isnan(content.shapes.boxes[:, 0])
        hits, unknown = usable, np.zeros(len(usable), dtype=bool)
        if column and len(usable):
            words = question.values, question.others
            matched = [matching(chunk[column], *words) for chunk in content.attributes]
            hits, unknown = (np.concatenate(masks) & usable for masks in zip(*matched))
        self.known, self.unknown = (
            Lookup(content.shapes, np.flatnonzero(mask), content.ids, content.first)
            for mask in (hits, unknown)
        )
