"""Asks all questions of all themes: every theme is read once, its chunks searched in parallel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, Optional

import numpy as np

from rev_plugin.core.model import RD_BOUNDS, Bounds, Chunk, Feedback, Theme
from rev_plugin.core.space.geometry import Shapes
from rev_plugin.core.space.parallel import each
from rev_plugin.core.space.proximity import Search, Sites, Targets
from rev_plugin.core.space.questions import Question, Reply, filter_column, matching


def ask(
    themes: Mapping[str, Theme],
    questions: Mapping[Question, np.ndarray],
    sites: Sites,
    deep: Mapping[str, float],
    feedback: Feedback,
) -> dict[Question, Optional[Reply]]:
    """Read every theme once and answer its questions; None where it has no objects at all.

    Args:
        questions: with the reach of each, as `reaches` gives them.
        deep: per theme the metres from which the exact depth of an object on a site does
            not matter.

    Raises:
        Cancelled: when the feedback says so.
    """
    by_theme: dict[str, list[_Asked]] = {}
    for question, reach in questions.items():
        theme = themes.get(question.theme)
        if theme is not None:
            asked = _Asked(theme, question, sites, reach, deep[theme.name])
            by_theme.setdefault(theme.name, []).append(asked)
    readings = [_Reading(themes[name], asked) for name, asked in by_theme.items()]
    work = (task for reading in readings for task in reading.tasks())
    number = {reading: float(place) for place, reading in enumerate(readings)}
    for reading, oddities in each(_search, work, feedback.check):
        reading.tally.update(oddities)
        feedback.progress((number[reading] + reading.fraction()) / len(readings))
    for reading in readings:
        reading.tell(feedback)
    every = [asked for reading in readings if not reading.is_empty() for asked in reading.asked]
    replies = each(lambda asked, stop: asked.reply(stop), every, feedback.check)
    found: dict[Question, Optional[Reply]] = dict.fromkeys(questions)
    found.update(zip((asked.question for asked in every), replies))
    return found


class _Task(NamedTuple):
    """A chunk to be searched; its attributes are those asked for."""

    reading: _Reading
    chunk: Chunk


def _search(task: _Task, check: Callable[[], None]) -> tuple[_Reading, dict[str, int]]:
    shapes = Shapes(task.chunk.geometry)
    for asked in task.reading.asked:
        asked.add(shapes, task.chunk, check)
    return task.reading, _oddities(shapes)


class _Reading:
    """A theme that is read once for all questions about it."""

    def __init__(self, theme: Theme, asked: list[_Asked]) -> None:
        self.theme, self.asked = theme, asked
        self.tally: Counter[str] = Counter()

    def tasks(self) -> Iterator[_Task]:
        """The chunks that sites can reach."""
        boxes = [box for box in (asked.bounds() for asked in self.asked) if box is not None]
        if not boxes:
            return
        west, south = np.min([box[:2] for box in boxes], axis=0)
        east, north = np.max([box[2:] for box in boxes], axis=0)
        columns = frozenset(asked.column for asked in self.asked if asked.column)
        theme = self.theme
        read = theme.read if theme.narrow is None else theme.narrow(columns)
        for chunk in read((float(west), float(south), float(east), float(north))):
            values = {column: chunk.attributes[column] for column in columns}
            yield _Task(self, Chunk(chunk.ids, chunk.geometry, values))

    def fraction(self) -> float:
        """How much was read, 0–1; 0 where the size of the theme is not known."""
        count = self.theme.info.aantal
        return min(1.0, self.tally["seen"] / count) if count else 0.0

    def is_empty(self) -> bool:
        """Whether the theme has no objects with a shape, also beyond what sites can reach."""
        shaped = self.tally["seen"] - self.tally["absent"] - self.tally["unreadable"]
        return not shaped and not has_objects(self.theme)

    def tell(self, feedback: Feedback) -> None:
        """Say what a user should know about the layer."""
        tally, layer = self.tally, self.theme.name
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


def has_objects(theme: Theme) -> bool:
    """Whether a theme has any object with a shape."""
    chunks = (Shapes(chunk.geometry) for chunk in theme.read(None))
    return any(not np.isnan(shapes.boxes[:, 0]).all() for shapes in chunks)


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


class _Asked:
    """A question with its running searches."""

    def __init__(
        self, theme: Theme, question: Question, sites: Sites, reach: np.ndarray, deep: float
    ) -> None:
        self.question = question
        self.column = filter_column(question.columns, theme.columns)
        self.known, self.unknown = Search(sites, reach, deep), Search(sites, reach, 0.0)

    def add(self, shapes: Shapes, chunk: Chunk, check: Callable[[], None]) -> None:
        """Search the objects of a chunk that the question is about, and those unknown."""
        everything = np.ones(len(shapes), dtype=bool)
        matches, unknown = everything, ~everything
        if self.column:
            cells, question = chunk.attributes[self.column], self.question
            matches, unknown = matching(cells, question.values, question.others)
        for search, mask in ((self.known, matches), (self.unknown, unknown)):
            rows = np.flatnonzero(mask)
            rows = rows[search.wanted(shapes.boxes[rows])]
            if len(rows):
                search.add(Targets(shapes, rows), chunk.ids, check)

    def reply(self, check: Callable[[], None]) -> Reply:
        """What was measured."""
        filtered = bool(self.column) or not self.question.columns
        return Reply(self.known.answer(check), self.unknown.answer(check), filtered)

    def bounds(self) -> Optional[Bounds]:
        """The box within which the sites that ask can reach; None when no site asks."""
        search = self.known
        if not search.asks.any():
            return None
        boxes, reach = search.sites.boxes[search.asks], search.reach[search.asks, None]
        west, south = (boxes[:, :2] - reach).min(axis=0)
        east, north = (boxes[:, 2:] + reach).max(axis=0)
        return (float(west), float(south), float(east), float(north))
