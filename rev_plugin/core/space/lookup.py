"""The nearest object of one site: `proximity.Search` without its machinery.

For one site a search in a tree that stands ready is quicker than rounds over pairs. The
answer is that of `Search`, to the last digit and id.
"""

from __future__ import annotations

import numpy as np
import shapely

from rev_plugin.core.space.geometry import Shapes
from rev_plugin.core.space.overlay import Overlay
from rev_plugin.core.space.proximity import (
    MICROMETRE,
    Answer,
    Sites,
    Targets,
    nothing_found,
)

FEW = 24  # so many are measured at once; more are searched in a tree
_NOTHING = nothing_found(1)
_NO_ROWS = np.empty(0, dtype=np.int64)


class Lookup:
    """The objects that a question is about, ready to be asked for one site at a time."""

    def __init__(self, shapes: Shapes, rows: np.ndarray, ids: np.ndarray) -> None:
        """`rows` of `shapes` are meant; `ids` are those of all shapes."""
        self._targets, self._ids = Targets(shapes, rows), ids
        self._all = np.arange(len(self._targets))
        self._units = self._targets.get(self._all)
        self._tree = shapely.STRtree(self._units)
        self._large = shapes.get(self._targets.large)
        self._large_tree = shapely.STRtree(self._large)
        shapely.prepare(self._large)

    def find(self, site: Sites, reach: float, deep: float) -> Answer:
        """Distance, id, overlap and depth for a single site; `reach` in metres."""
        if not len(self._units) or not site.usable[0] or reach < 0:
            return _NOTHING
        rows, distance = self._nearest(site, reach)
        if not len(rows):
            return _NOTHING
        object_id = np.empty(1, dtype=object)
        object_id[0] = min(self._ids[rows])
        covered = depth = np.zeros(1)
        if distance == 0:
            overlay = Overlay(site, deep)
            overlay.add(np.zeros(len(rows), dtype=np.int64), self._targets.shapes, rows)
            covered, depth = overlay.result()
        return Answer(np.array([distance]), object_id, covered, depth)

    def _nearest(self, site: Sites, reach: float) -> tuple[np.ndarray, float]:
        """Rows of the nearest objects, and their distance; no rows: nothing in reach."""
        shape, around = site.geometry[0], self._around(site)
        limit = 0.0 if len(around) else reach
        near = self._candidates(shape, limit)
        metres = np.round(shapely.distance(shape, self._units[near]), 6)
        distance = 0.0 if len(around) else metres.min(initial=np.inf)
        if distance > reach:
            return around, distance
        rows = self._targets.owner[near[metres == distance]]
        alone = len(rows) == 1 and not len(around)
        return (rows if alone else np.unique(np.concatenate([rows, around]))), distance

    def _candidates(self, shape: shapely.Geometry, limit: float) -> np.ndarray:
        """The units within `limit` that can be nearest, to the last digit, and maybe more."""
        if len(self._units) <= FEW:
            return self._all
        if limit > 0:
            _, metres = self._tree.query_nearest(
                shape, max_distance=limit + MICROMETRE, return_distance=True, all_matches=False
            )
            if not len(metres):
                return _NO_ROWS
            limit = metres[0]
        return self._tree.query(shape, predicate="dwithin", distance=limit + MICROMETRE)

    def _around(self, site: Sites) -> np.ndarray:
        """Rows of the large polygons that have (a part of) the site inside them."""
        if not len(self._large) or not len(self._large_tree.query(site.geometry[0])):
            return _NO_ROWS
        points = site.part_points[0].geometries
        point, polygon = self._large_tree.query(points)
        inside = shapely.intersects(self._large[polygon], points[point])
        return self._targets.large[np.unique(polygon[inside])]
