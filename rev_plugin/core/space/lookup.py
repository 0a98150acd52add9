"""The nearest objects of one site: `proximity.Search` without its machinery.

For one site all questions go at once: what shapely and numpy do for one object costs less
than the call. The answer is that of `Search`, to the last digit and id.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

from rev_plugin.core.space.geometry import Shapes
from rev_plugin.core.space.overlay import Overlay, Under
from rev_plugin.core.space.proximity import (
    MICROMETRE,
    Answer,
    Sites,
    Targets,
    box_distance,
    nothing_found,
)

FEW = 2_000  # the boxes of so many are compared one by one; more are searched in a tree
_NOTHING = nothing_found(1)
_NO_ROWS = np.empty(0, dtype=np.int64)


class Lookup:
    """The objects that a question is about, ready to be asked for one site at a time."""

    def __init__(self, shapes: Shapes, rows: np.ndarray, ids: np.ndarray) -> None:
        """`rows` of `shapes` are meant; `ids` are those of all shapes."""
        self.targets, self._ids = Targets(shapes, rows), ids
        self.units = self.targets.get(np.arange(len(self.targets)))
        self.tree = shapely.STRtree(self.units) if len(self.units) > FEW else None
        self.large = shapes.get(self.targets.large)
        shapely.prepare(self.large)

    def answer(
        self, site: Sites, rows: np.ndarray, distance: float, deep: float, area: np.ndarray
    ) -> Answer:
        """The nearest objects are `rows`, at `distance`: id, overlap and depth as well.

        `area` is what each shares with the site, where they touch it.
        """
        object_id = np.empty(1, dtype=object)
        object_id[0] = min(self._ids[rows])
        covered = depth = np.zeros(1)
        if distance == 0:
            overlay = Overlay(site, deep)
            overlay.add(np.zeros(len(rows), dtype=np.int64), self.targets.shapes, rows, area)
            covered, depth = overlay.result()
        return Answer(np.array([distance]), object_id, covered, depth)


class Lookups:
    """The lookups of all questions, asked at once."""

    def __init__(self, lookups: Sequence[Lookup], reach: np.ndarray, deep: np.ndarray) -> None:
        """`reach` and `deep` in metres, one per lookup."""
        self._lookups, self._reach, self._deep = lookups, reach, deep
        sizes = np.array([len(one.units) for one in lookups], dtype=np.int64)
        self._filled = np.flatnonzero(sizes).tolist()
        # Units are numbered through; those of a lookup stand together.
        self._edges = np.concatenate([[0], np.cumsum(sizes)])
        self._units = _joined([one.units for one in lookups])
        owner = np.repeat(np.arange(len(lookups)), sizes)
        self._in_tree = [k for k, one in enumerate(lookups) if one.tree is not None]
        self._few = np.flatnonzero((sizes > 0) & (sizes <= FEW))
        self._loose = np.flatnonzero(np.isin(owner, self._few))
        self._boxes = _joined([lookups[k].targets.boxes for k in self._few], (0, 4))
        self._spans = np.concatenate([[0], np.cumsum(sizes[self._few])])
        self._rank = np.repeat(np.arange(len(self._few)), sizes[self._few])
        counts = [len(one.large) for one in lookups]
        self._large = _joined([one.large for one in lookups])
        self._large_row = _joined([one.targets.large for one in lookups])
        self._large_of = np.repeat(np.arange(len(lookups)), counts)
        self._large_tree = shapely.STRtree(self._large)
        self._asked: dict[int, list[int]] = {}
        self._under: Under

    def find(self, site: Sites) -> list[Answer]:
        """Distance, id, overlap and depth for a single site, one answer per lookup."""
        if not site.usable[0]:
            return [_NOTHING] * len(self._lookups)
        around = self._around(site)
        limit = self._reach.copy()
        limit[list(around)] = 0.0
        unit = self._candidates(site, limit)
        metres = np.round(shapely.distance(site.geometry[0], self._units[unit]), 6)
        start = np.searchsorted(unit, self._edges).tolist()
        nearest: dict[int, tuple[np.ndarray, float]] = {}
        for number in self._filled:
            part, inside = slice(start[number], start[number + 1]), around.get(number, _NO_ROWS)
            distance = 0.0 if len(inside) else float(metres[part].min(initial=np.inf))
            if distance > self._reach[number] or np.isinf(distance):
                continue
            units = unit[part][metres[part] == distance] - self._edges[number]
            rows = np.concatenate([self._lookups[number].targets.owner[units], inside])
            nearest[number] = rows if len(rows) == 1 else np.unique(rows), distance
        area = self._areas(site, {k: rows for k, (rows, metres) in nearest.items() if metres == 0})
        answers = [_NOTHING] * len(self._lookups)
        for number, found in nearest.items():
            lookup, share = self._lookups[number], area.get(number, _NO_ROWS)
            answers[number] = lookup.answer(site, *found, self._deep[number], share)
        return answers

    def _areas(self, site: Sites, touching: dict[int, np.ndarray]) -> dict[int, np.ndarray]:
        """The area that objects share with the site, per lookup; all are measured at once."""
        if not touching:
            return {}
        asked = {number: rows.tolist() for number, rows in touching.items()}
        if asked != self._asked:  # mostly a site moves on over the same objects
            parts = [(self._lookups[k].targets.shapes, rows) for k, rows in touching.items()]
            objects = np.concatenate([shapes.get_valid(rows) for shapes, rows in parts])
            boxes = np.concatenate([shapes.boxes[rows] for shapes, rows in parts])
            self._asked, self._under = asked, Under.of(objects, boxes)
        count = len(self._under.objects)
        area = self._under.areas(site, np.zeros(count, dtype=np.int64), np.arange(count))
        ends = np.cumsum([len(rows) for rows in asked.values()])
        return dict(zip(asked, np.split(area, ends[:-1])))

    def _candidates(self, site: Sites, limit: np.ndarray) -> np.ndarray:
        """The units within the limits that can be nearest, to the last digit, and maybe more."""
        shape, found = site.geometry[0], []
        if len(self._few):
            at_least = box_distance(self._boxes, site.boxes)
            spans = zip(self._spans[:-1].tolist(), self._spans[1:].tolist())
            closest = [begin + int(at_least[begin:end].argmin()) for begin, end in spans]
            at_most = shapely.distance(shape, self._units[self._loose[closest]])
            at_most = np.minimum(at_most, limit[self._few]) + MICROMETRE
            found.append(self._loose[at_least <= at_most[self._rank]])
        for number in self._in_tree:
            near = _in_tree(self._lookups[number].tree, shape, limit[number])
            found.append(near + self._edges[number])
        return np.sort(_joined(found).astype(np.int64))

    def _around(self, site: Sites) -> dict[int, np.ndarray]:
        """Per lookup, rows of the large polygons that have (a part of) the site inside them."""
        if not len(self._large_tree.query(site.geometry[0])):
            return {}
        points = site.part_points[0].geometries
        point, polygon = self._large_tree.query(points)
        inside = np.unique(polygon[shapely.intersects(self._large[polygon], points[point])])
        owner, rows = self._large_of[inside], self._large_row[inside]
        return {number: rows[owner == number] for number in np.unique(owner).tolist()}


def _in_tree(tree: shapely.STRtree, shape: shapely.Geometry, limit: float) -> np.ndarray:
    if limit > 0:
        _, metres = tree.query_nearest(
            shape, max_distance=limit + MICROMETRE, return_distance=True, all_matches=False
        )
        if not len(metres):
            return _NO_ROWS
        limit = metres[0]
    return tree.query(shape, predicate="dwithin", distance=limit + MICROMETRE)


def _joined(parts: Sequence[np.ndarray], empty: tuple[int, ...] = (0,)) -> np.ndarray:
    return np.concatenate(parts) if parts else np.empty(empty, dtype=object)
