"""What is read of a theme for the questions about it: all within reach, or a choice from boxes.

A theme that opens an Overview is read in two steps, and only the objects that can matter
(see choosing); any other is read whole in the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import NamedTuple, Optional

import numpy as np

from rev_plugin.core.model import RD_BOUNDS, Bounds, Chunk, Feedback, Overview, Theme
from rev_plugin.core.space.choosing import Choice
from rev_plugin.core.space.geometry import Shapes
from rev_plugin.core.space.presence import absent, present
from rev_plugin.core.space.proximity import Search, Sites, Targets
from rev_plugin.core.space.questions import Question, Reply, filter_column, matching

Check = Callable[[], None]


def reading_of(theme: Theme, asked: Sequence[Asked], opened: ExitStack, check: Check) -> Reading:
    """The quickest way to read a theme; what it opens is closed with `opened`."""
    overview, bounds = None, _bounds(asked)
    if theme.overview is not None and bounds is not None:
        overview = opened.enter_context(theme.overview(_columns(theme, asked), bounds, check))
    return Reading(theme, asked) if overview is None else Chosen(theme, asked, overview, check)


class Task(NamedTuple):
    """A chunk to be searched; its attributes are those asked for."""

    reading: Reading
    chunk: Chunk


def search(task: Task, check: Check) -> tuple[Reading, dict[str, int]]:
    """Search a chunk for all questions; gives counts of what a user should know about it."""
    chunk, gone = present(task.reading.theme, task.chunk)
    shapes = Shapes(chunk.geometry)
    for asked in task.reading.asked:
        asked.add(shapes, chunk, check)
    return task.reading, {
        "seen": len(shapes) + gone,
        "gone": gone,
        "repaired": shapes.repaired,
        "unreadable": shapes.unreadable,
        "shapeless": int(np.isnan(shapes.boxes[:, 0]).sum()) - shapes.unreadable,
        "outside": _outside(shapes.boxes),
    }


class Reading:
    """A theme that is read once for all questions about it."""

    def __init__(self, theme: Theme, asked: Sequence[Asked]) -> None:
        self.theme, self.asked = theme, asked
        self.columns = _columns(theme, asked)
        self.tally: Counter[str] = Counter()
        self._is_drawn = False

    def first(self) -> Iterator[Task]:
        """The chunks that sites can reach."""
        theme, bounds = self.theme, _bounds(self.asked)
        if bounds is not None:
            read = theme.read if theme.narrow is None else theme.narrow(self.columns)
            yield from self._tasks(read(bounds))
        self._is_drawn = True

    def rest(self) -> Iterator[Task]:
        """The chunks that still matter when all of the first were searched."""
        yield from ()

    def fraction(self) -> float:
        """How much was read, 0–1; 0 where the size of the theme is not known."""
        count = self.theme.info.aantal
        known = min(1.0, self.tally["seen"] / count) if count else 0.0
        return 1.0 if self._is_drawn else known

    def note(self, counts: Mapping[str, int]) -> None:
        """Add what was seen in a chunk."""
        self.tally.update(counts)

    def is_empty(self) -> bool:
        """Whether the theme has no objects with a shape, also beyond what sites can reach."""
        shaped = self.tally["seen"] - self.tally["shapeless"] - self.tally["unreadable"]
        return not shaped and not has_objects(self.theme)

    def tell(self, feedback: Feedback) -> None:
        """Say what a user should know about the layer."""
        tally, layer = self.tally, self.theme.name
        if tally["gone"] and self.theme.absence is not None:
            words = ", ".join(self.theme.absence.words)
            count = "1 object telt" if tally["gone"] == 1 else f"{tally['gone']} objecten tellen"
            feedback.info(f"Laag {layer}: {count} niet mee; de status is een van: {words}.")
        if tally["repaired"]:
            feedback.info(f"Laag {layer}: {tally['repaired']} ongeldige vlakken hersteld.")
        if tally["shapeless"]:
            feedback.info(f"Laag {layer}: {tally['shapeless']} objecten zonder geometrie.")
        if tally["unreadable"]:
            feedback.warn(f"Laag {layer}: {tally['unreadable']} objecten met onleesbare geometrie.")
        if tally["outside"]:
            feedback.warn(
                f"Laag {layer}: {tally['outside']} objecten liggen buiten Nederland; "
                "klopt het coördinatenstelsel?"
            )

    def _tasks(self, chunks: Iterator[Chunk]) -> Iterator[Task]:
        for chunk in chunks:
            values = {name: chunk.attributes[name] for name in self.columns}
            yield Task(self, Chunk(chunk.ids, chunk.geometry, values))


class Chosen(Reading):
    """A theme of which only the objects are read that can matter to a site."""

    def __init__(
        self, theme: Theme, asked: Sequence[Asked], overview: Overview, check: Check
    ) -> None:
        super().__init__(theme, asked)
        self._overview, self._check = overview, check
        self._read = np.zeros(len(overview.boxes), dtype=bool)
        self._choices: list[Choice] = []
        self._step, self._behind, self._planned = 0, 0, 1  # objects before and in this step
        self.tally.update(shapeless=overview.without, outside=_outside(overview.boxes))

    def first(self) -> Iterator[Task]:
        """For each site an object that is likely to be near."""
        boxes, check = self._overview.boxes, self._check
        for asked, masks in zip(self.asked, self._masks()):
            for search_, mask in zip((asked.known, asked.unknown), masks):
                self._choices.append(Choice(search_, boxes, mask, check))
        yield from self._chosen(0, [choice.starters() for choice in self._choices])

    def rest(self) -> Iterator[Task]:
        """What can be nearer than what was found, or lie on a site."""
        rows = [choice.rest() for choice in self._choices]
        self._choices.clear()  # their grids are large
        yield from self._chosen(1, rows)

    def fraction(self) -> float:
        """How much was read, 0–1; each step counts for half."""
        seen = self.tally["seen"] - self._behind
        return (self._step + (seen / self._planned if self._planned else 1.0)) / 2

    def note(self, counts: Mapping[str, int]) -> None:
        """Add what was seen in a chunk, but for what the overview tells of all objects."""
        told = ("gone", "shapeless", "outside")
        super().note({name: count for name, count in counts.items() if name not in told})

    def is_empty(self) -> bool:
        """Whether the theme has no objects with a shape, also beyond what sites can reach."""
        return len(self._overview.boxes) == self.tally["unreadable"]

    def _chosen(self, step: int, rows: Sequence[np.ndarray]) -> Iterator[Task]:
        wanted = np.zeros(len(self._read), dtype=bool)
        wanted[np.concatenate(rows)] = True
        wanted &= ~self._read
        self._read |= wanted
        self._step, self._behind, self._planned = step, self.tally["seen"], int(wanted.sum())
        yield from self._tasks(self._overview.read(np.flatnonzero(wanted)))

    def _masks(self) -> list[tuple[np.ndarray, np.ndarray]]:
        """Per question which objects it is about, and of which that is not known.

        One whose value does not come along may be either.
        """
        count = len(self._overview.boxes)
        masks = [(np.ones(count, bool), np.full(count, bool(one.column))) for one in self.asked]
        gone, absence = np.zeros(count, dtype=bool), self.theme.absence
        for rows, values in self._overview.values(self.columns) if self.columns else ():
            self._check()
            if absence is not None:
                gone[rows] = absent(absence, values[absence.column])
            for one, (matches, unknown) in zip(self.asked, masks):
                if one.column:
                    matches[rows], unknown[rows] = one.matching(values[one.column])
        self.tally["gone"] = int(gone.sum())
        return [(matches & ~gone, unknown & ~gone) for matches, unknown in masks]


def has_objects(theme: Theme) -> bool:
    """Whether a theme has any object with a shape."""
    chunks = (Shapes(chunk.geometry) for chunk in theme.read(None))
    return any(not np.isnan(shapes.boxes[:, 0]).all() for shapes in chunks)


def _bounds(asked: Sequence[Asked]) -> Optional[Bounds]:
    """The box within which the sites that ask can reach; None when no site asks."""
    boxes = [box for box in (one.bounds() for one in asked) if box is not None]
    if not boxes:
        return None
    west, south = np.min([box[:2] for box in boxes], axis=0)
    east, north = np.max([box[2:] for box in boxes], axis=0)
    return (float(west), float(south), float(east), float(north))


def _columns(theme: Theme, asked: Sequence[Asked]) -> frozenset[str]:
    status = "" if theme.absence is None else theme.absence.column
    return frozenset(name for name in (status, *(one.column for one in asked)) if name)


def _outside(boxes: np.ndarray) -> int:
    """How many boxes reach outside the Netherlands."""
    west, south, east, north = RD_BOUNDS
    outside = (boxes[:, 0] < west) | (boxes[:, 1] < south)
    return int((outside | (boxes[:, 2] > east) | (boxes[:, 3] > north)).sum())


class Asked:
    """A question with its running searches."""

    def __init__(
        self, theme: Theme, question: Question, sites: Sites, reach: np.ndarray, deep: float
    ) -> None:
        self.question = question
        self.column = filter_column(question.columns, theme.columns)
        self.known, self.unknown = Search(sites, reach, deep), Search(sites, reach, 0.0)

    def add(self, shapes: Shapes, chunk: Chunk, check: Check) -> None:
        """Search the objects of a chunk that the question is about, and those unknown."""
        everything = np.ones(len(shapes), dtype=bool)
        matches, unknown = everything, ~everything
        if self.column:
            matches, unknown = self.matching(chunk.attributes[self.column])
        for search, mask in ((self.known, matches), (self.unknown, unknown)):
            rows = np.flatnonzero(mask)
            rows = rows[search.wanted(shapes.boxes[rows])]
            if len(rows):
                search.add(Targets(shapes, rows), chunk.ids, check)

    def matching(self, cells: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Of which cells of the column the question is about the object, or may be."""
        return matching(cells, self.question.values, self.question.others)

    def reply(self, check: Check) -> Reply:
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
