"""How much of each site the objects cover, and how deep they reach into it.

Covers tests come before an intersection, since most touching objects lie wholly inside a
site or wholly around it. Areas are square metres, depths metres, in RD.
"""

from __future__ import annotations

import numpy as np
import shapely

from rev_plugin.core.space.geometry import Shapes, is_areal
from rev_plugin.core.space.parallel import spread

CLIP_FROM = 500  # polygons with more coordinates are cut to the site's box first
CRUMB_M2 = 1e-7


class Overlay:
    """Collects what lies on the sites, chunk by chunk."""

    def __init__(
        self, sites: np.ndarray, boxes: np.ndarray, areas: np.ndarray, deep: float = np.inf
    ) -> None:
        """`deep` in metres: pieces surely deeper than this need no exact depth."""
        self._sites, self._boxes, self._areas, self._deep = sites, boxes, areas, deep
        self._site: list[np.ndarray] = []
        self._piece: list[np.ndarray] = []
        self._area: list[np.ndarray] = []
        self._depth = np.zeros(len(sites))

    def add(self, site: np.ndarray, shapes: Shapes, rows: np.ndarray) -> None:
        """Take objects `rows` of `shapes` that touch the sites `site`, pair by pair."""
        if not len(site):
            return
        objects = shapes.get_valid(rows)
        pieces = self._overlap(site, objects, shapes.boxes[rows], shapes.sizes[rows])
        area = shapely.area(pieces)
        self._deepen(site, pieces, objects, area)
        covers = area > 0
        self._site.append(site[covers])
        self._piece.append(pieces[covers])
        self._area.append(area[covers])

    def result(self) -> tuple[np.ndarray, np.ndarray]:
        """Covered area per site, each spot counted once, and the greatest depth.

        A depth is exact up to `deep`; where it says more, it is at least that.
        """
        total = np.zeros(len(self._sites))
        if self._site:
            site, piece = np.concatenate(self._site), np.concatenate(self._piece)
            area = np.concatenate(self._area)
            np.add.at(total, site, area)
            shared, tangled = _covered_twice(site, piece, len(total))
            total -= shared
            for number in np.flatnonzero(tangled):
                total[number] = shapely.area(shapely.union_all(piece[site == number]))
        # Sums of areas differ in their last digits with the order of the pieces.
        return np.round(np.minimum(total, self._areas), 6), self._depth.copy()

    def _overlap(
        self, site: np.ndarray, objects: np.ndarray, boxes: np.ndarray, sizes: np.ndarray
    ) -> np.ndarray:
        """The part of each object inside its site."""
        sites, frame = self._sites[site], self._boxes[site]
        shapely.prepare(sites)
        shapely.prepare(objects[sizes > CLIP_FROM])
        pieces = np.full(len(site), None, dtype=object)
        inside = _within(boxes, frame)
        inside[inside] = shapely.covers(sites[inside], objects[inside])
        pieces[inside] = objects[inside]
        around = ~inside & _within(frame, boxes)
        around[around] = shapely.covers(objects[around], sites[around])
        pieces[around] = sites[around]
        rest = np.flatnonzero(~inside & ~around)
        cut = objects[rest]
        for number in np.flatnonzero(sizes[rest] > CLIP_FROM):
            cut[number] = shapely.clip_by_rect(cut[number], *_grown(frame[rest[number]]))
        pieces[rest] = spread(shapely.intersection, site[rest], sites[rest], cut)
        return pieces

    def _deepen(
        self, site: np.ndarray, pieces: np.ndarray, objects: np.ndarray, area: np.ndarray
    ) -> None:
        """Depth of a piece: how far its innermost point lies from an edge.

        That edge is the site's or the object's, whichever is farther: so far at least one
        of them would have to be drawn elsewhere before they no longer meet. Area divided by
        perimeter never exceeds it, so only slivers, lines and points are looked at closely.
        """
        if self._deep <= 0:  # no verdict depends on it
            return
        perimeter = shapely.length(pieces)
        sure = np.divide(area, perimeter, out=np.zeros(len(area)), where=perimeter > 0)
        np.fmax.at(self._depth, site, sure)
        thin = np.flatnonzero(sure < self._deep)
        if not len(thin):
            return
        site, objects = site[thin], objects[thin]
        points, pair = _samples(pieces[thin])
        depth = shapely.distance(points, shapely.boundary(self._sites[site])[pair])
        areal = np.flatnonzero(is_areal(objects)[pair])
        edges = shapely.boundary(objects)[pair[areal]]
        depth[areal] = np.fmax(depth[areal], shapely.distance(points[areal], edges))
        np.fmax.at(self._depth, site[pair], depth)


def _samples(pieces: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Points of pieces, and the piece of each: corners, middles of edges and of areas."""
    # A piece is empty where site and object touch by rounding only.
    parts, of_piece = shapely.get_parts(pieces[~shapely.is_empty(pieces)], return_index=True)
    of_piece = np.flatnonzero(~shapely.is_empty(pieces))[of_piece]
    rings, of_part = shapely.get_rings(parts, return_index=True)
    straight = np.flatnonzero(shapely.get_dimensions(parts) < 2)
    outlines = np.concatenate([rings, parts[straight]])
    owner = of_piece[np.concatenate([of_part, straight])]
    corners, outline = shapely.get_coordinates(outlines, return_index=True)
    on = np.flatnonzero(outline[1:] == outline[:-1])
    middles = (corners[on] + corners[on + 1]) / 2
    areas = np.flatnonzero(shapely.get_dimensions(parts) == 2)
    inner = shapely.get_coordinates(shapely.point_on_surface(parts[areas]))
    found = shapely.points(np.concatenate([corners, middles, inner]))
    return found, np.concatenate([owner[outline], owner[outline[on]], of_piece[areas]])


def _within(inner: np.ndarray, outer: np.ndarray) -> np.ndarray:
    return (inner[:, :2] >= outer[:, :2]).all(axis=1) & (inner[:, 2:] <= outer[:, 2:]).all(axis=1)


def _grown(box: np.ndarray) -> tuple[float, ...]:
    return (box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1)


def _covered_twice(
    site: np.ndarray, piece: np.ndarray, count: int
) -> tuple[np.ndarray, np.ndarray]:
    """Per site the area that pairs of pieces share, and whether that is not the whole story.

    It is not where a piece shares with two others, for then three may meet in one spot.
    """
    order = np.argsort(site, kind="stable")
    boxes, group, piece = shapely.bounds(piece)[order], site[order], piece[order]
    shared, partners = np.zeros(count), np.zeros(len(site), dtype=np.int64)
    # Piece k against piece k + step of the same site, for all sites at once.
    for step in range(1, int(np.bincount(group).max(initial=0))):
        first = np.flatnonzero(group[step:] == group[:-step])
        second = first + step
        low = np.maximum(boxes[first, :2], boxes[second, :2])
        high = np.minimum(boxes[first, 2:], boxes[second, 2:])
        meet = (low < high).all(axis=1)
        first, second = first[meet], second[meet]
        both = spread(shapely.intersection, group[first], piece[first], piece[second])
        area = shapely.area(both)
        # Rounding leaves crumbs along a common edge; those are no double count.
        counts = area > CRUMB_M2
        np.add.at(shared, group[first[counts]], area[counts])
        np.add.at(partners, np.concatenate([first[counts], second[counts]]), 1)
    tangled = np.zeros(count, dtype=bool)
    tangled[group[partners > 1]] = True
    return shared, tangled
