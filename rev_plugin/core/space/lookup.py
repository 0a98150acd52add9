"""The nearest objects of one site: `proximity.Search` without its machinery.

For one site all questions go at once: what shapely and numpy do for one object costs less
than the call. The answer is that of `Search`, to the last digit and id.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import shapely

from rev_plugin.core.space.geometry import Shapes
from rev_plugin.core.space.overlay import Lying, Overlay, Under
from rev_plugin.core.space.proximity import (
    MICROMETRE,
    Answer,
    Sites,
    Targets,
    box_distance,
    nothing_found,
)

FEW = 2_000  # the boxes of so many are compared one by one; more are searched in a tree
HANDFUL = 64  # of more, a tree is asked which is the nearest
_NO_ROWS = np.empty(0, dtype=np.int64)


class Lookup:
    """The objects that a question is about, ready to be asked for one site at a time."""

    def __init__(self, shapes: Shapes, rows: np.ndarray, ids: np.ndarray, first: int) -> None:
        """`rows` of `shapes` are meant; `ids` are those of all shapes.

        `first` is the number of the first of the shapes among all that lie under sites.
        """
        self.targets, self.ids, self.first = Targets(shapes, rows), ids, first
        self.units = self.targets.get(np.arange(len(self.targets)))
        self.tree = shapely.STRtree(self.units) if len(self.units) > FEW else None
        self.large = shapes.get(self.targets.large)
        shapely.prepare(self.large)


class Lookups:
    """The lookups of all questions, asked at once."""

    def __init__(
        self, lookups: Sequence[Lookup], reach: np.ndarray, deep: np.ndarray, under: Under
    ) -> None:
        """`reach` and `deep` in metres, one per lookup; `under`: all objects of all lookups."""
        self._lookups, self._reach, self._deep, self._under = lookups, reach, deep, under
        sizes = np.array([len(one.units) for one in lookups], dtype=np.int64)
        self._filled = sizes.nonzero()[0].tolist()
        # Units are numbered through; those of a lookup stand together.
        self._edges = np.concatenate([[0], np.cumsum(sizes)])
        self._units = _joined([one.units for one in lookups])
        self._row = _joined([one.targets.owner for one in lookups])
        owner = np.repeat(np.arange(len(lookups)), sizes)
        self._trees = {k: one.tree for k, one in enumerate(lookups) if one.tree is not None}
        self._last: dict[int, int] = {}  # per lookup the unit that was nearest
        self._few = ((sizes > 0) & (sizes <= FEW)).nonzero()[0]
        self._loose = np.isin(owner, self._few).nonzero()[0]
        boxes = _joined([lookups[k].targets.boxes for k in self._few], (0, 4))
        self._boxes = np.asfortranarray(boxes)  # quicker to compare
        self._spans = np.concatenate([[0], np.cumsum(sizes[self._few])])
        self._rank = np.repeat(np.arange(len(self._few)), sizes[self._few])
        counts = [len(one.large) for one in lookups]
        self._large = _joined([one.large for one in lookups])
        self._large_row = _joined([one.targets.large for one in lookups])
        self._large_of = np.repeat(np.arange(len(lookups)), counts)
        self._large_tree = shapely.STRtree(self._large)

    def find(self, site: Sites) -> Answer:
        """Distance, id, overlap and depth for a single site, one per lookup."""
        answer = nothing_found(len(self._lookups))
        if not site.usable[0]:
            return answer
        touching = {}
        for number, (distance, rows) in self._nearest(site).items():
            answer.distance[number] = distance
            answer.object_id[number] = min(self._lookups[number].ids[rows])
            if distance == 0:
                touching[number] = rows
        if not touching:
            return answer
        overlap, depth = self._lie_on(site, touching)
        return replace(answer, overlap_m2=overlap, depth_m=depth)

    def _nearest(self, site: Sites) -> dict[int, tuple[float, list[int]]]:
        """The least distance per lookup that has an object within reach, and their rows."""
        around = self._around(site)
        limit = self._reach.copy()
        limit[list(around)] = 0.0
        unit = self._candidates(site, limit)
        metres = shapely.distance(site.geometry[0], self._units[unit]).round(6).tolist()
        start, row = unit.searchsorted(self._edges).tolist(), self._row[unit].tolist()
        nearest: dict[int, tuple[float, list[int]]] = {}
        for number in self._filled:
            part = range(start[number], start[number + 1])
            inside = around.get(number, [])
            distance = 0.0 if inside else min((metres[k] for k in part), default=math.inf)
            if distance <= self._reach[number] and distance < math.inf:
                found = [k for k in part if metres[k] == distance]
                nearest[number] = distance, sorted({*inside, *(row[k] for k in found)})
                self._last.update((number, int(unit[k])) for k in found[:1])
        return nearest

    def _lie_on(self, site: Sites, touching: dict[int, list[int]]) -> tuple[np.ndarray, np.ndarray]:
        """Overlap and depth per lookup of the rows that touch the site, all measured at once."""
        number = np.repeat(list(touching), [len(rows) for rows in touching.values()])
        object_ = np.array(
            [self._lookups[k].first + row for k, rows in touching.items() for row in rows]
        )
        under, count = self._under, len(self._lookups)
        area = under.areas(site, np.zeros(len(object_), dtype=np.int64), object_)
        overlay = Overlay(site.repeated(count), self._deep, under)
        overlay.lay(Lying(number, object_, under.objects[object_], under.boxes[object_], area))
        return overlay.result()

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
        for number, tree in self._trees.items():
            near = self._in_tree(number, tree, site, float(limit[number]))
            found.append(near + self._edges[number])
        unit = _joined(found).astype(np.int64)
        unit.sort()
        return unit

    def _in_tree(self, number: int, tree: shapely.STRtree, site: Sites, limit: float) -> np.ndarray:
        """As `_candidates`, for one lookup: the numbers of its units."""
        shape, last = site.geometry[0], self._last.get(number)
        if limit > 0 and last is not None:  # mostly a site has moved on a little
            limit = min(limit, float(shapely.distance(shape, self._units[last])))
        near = self._within(number, tree, site, limit)
        if len(near) <= HANDFUL:
            return near
        _, metres = tree.query_nearest(
            shape, max_distance=limit + MICROMETRE, return_distance=True, all_matches=False
        )
        return self._within(number, tree, site, float(metres[0])) if len(metres) else _NO_ROWS

    def _within(self, number: int, tree: shapely.STRtree, site: Sites, limit: float) -> np.ndarray:
        """The units of a lookup whose box lies within a limit."""
        west, south, east, north = site.boxes[0].tolist()
        by = limit + MICROMETRE
        near = tree.query(shapely.box(west - by, south - by, east + by, north + by))
        boxes = self._lookups[number].targets.boxes[near]
        return near[box_distance(boxes, site.boxes) <= by]

    def _around(self, site: Sites) -> dict[int, list[int]]:
        """Per lookup, rows of the large polygons that have (a part of) the site inside them."""
        polygon = self._large_tree.query(site.geometry[0])
        if not len(polygon):
            return {}
        parts, part = shapely.get_coordinates(shapely.get_parts(site.geometry), return_index=True)
        first = parts[np.diff(part, prepend=-1).nonzero()[0]]  # a corner of each part
        large = self._large[polygon, None]
        inside = polygon[shapely.intersects_xy(large, first[:, 0], first[:, 1]).any(axis=1)]
        around: dict[int, list[int]] = {}
        for number, row in zip(self._large_of[inside].tolist(), self._large_row[inside].tolist()):
            around.setdefault(number, []).append(row)
        return around


def _joined(parts: Sequence[np.ndarray], empty: tuple[int, ...] = (0,)) -> np.ndarray:
    return np.concatenate(parts) if parts else np.empty(empty, dtype=object)
