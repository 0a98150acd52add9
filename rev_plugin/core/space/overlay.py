"""How much of each site the objects cover, and how deep they reach into it.

Covers tests come before an intersection, since most touching objects lie wholly inside a
site or wholly around it. Areas are square metres, depths metres, in RD.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely

from rev_plugin.core.space.geometry import Shapes, is_areal

CLIP_FROM = 1000  # polygons with more coordinates are cut to the site's box first


class Overlay:
    """Collects what lies on the sites, chunk by chunk."""

    def __init__(self, sites: np.ndarray, boxes: np.ndarray, areas: np.ndarray) -> None:
        self._sites, self._boxes, self._areas = sites, boxes, areas
        self._site: list[np.ndarray] = []
        self._piece: list[np.ndarray] = []
        self._depth = np.zeros(len(sites))

    def add(self, site: np.ndarray, shapes: Shapes, rows: np.ndarray) -> None:
        """Take objects `rows` of `shapes` that touch the sites `site`, pair by pair."""
        if not len(site):
            return
        objects = shapes.get_valid(rows)
        pieces = self._overlap(site, objects, shapes.boxes[rows], shapes.sizes[rows])
        self._deepen(site, pieces, objects)
        counts = shapely.area(pieces) > 0
        self._site.append(site[counts])
        self._piece.append(pieces[counts])

    def result(self) -> tuple[np.ndarray, np.ndarray]:
        """Covered area per site, each spot counted once, and the greatest depth."""
        total = np.zeros(len(self._sites))
        if self._site:
            site, piece = np.concatenate(self._site), np.concatenate(self._piece)
            order = np.argsort(site, kind="stable")
            site, piece = site[order], piece[order]
            np.add.at(total, site, shapely.area(piece))
            for number, together in _crowded(site, piece):
                total[number] = shapely.area(shapely.union_all(together))
        return np.minimum(total, self._areas), self._depth.copy()

    def _overlap(
        self, site: np.ndarray, objects: np.ndarray, boxes: np.ndarray, sizes: np.ndarray
    ) -> np.ndarray:
        """The part of each object inside its site."""
        sites, frame = self._sites[site], self._boxes[site]
        shapely.prepare(self._sites[np.unique(site)])
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
        pieces[rest] = shapely.intersection(sites[rest], cut)
        return pieces

    def _deepen(self, site: np.ndarray, pieces: np.ndarray, objects: np.ndarray) -> None:
        """Depth of a piece: how far its innermost point lies from an edge.

        That edge is the site's or the object's, whichever is farther: so far at least one
        of them would have to be drawn elsewhere before they no longer meet.
        """
        points, pair = _samples(pieces)
        depth = shapely.distance(points, shapely.boundary(self._sites)[site[pair]])
        areal = np.flatnonzero(is_areal(objects)[pair])
        edges = shapely.boundary(objects)[pair[areal]]
        depth[areal] = np.fmax(depth[areal], shapely.distance(points[areal], edges))
        np.fmax.at(self._depth, site[pair], depth)


def _samples(pieces: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Points of pieces, and the piece of each: corners, middles of edges and of areas."""
    parts, of_piece = shapely.get_parts(pieces, return_index=True)
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


def _crowded(site: np.ndarray, piece: np.ndarray) -> Iterator[tuple[int, np.ndarray]]:
    """Sites (sorted) whose pieces may overlap one another, with those pieces."""
    boxes = shapely.bounds(piece)
    numbers, first, count = np.unique(site, return_index=True, return_counts=True)
    for number, start, length in zip(numbers[count > 1], first[count > 1], count[count > 1]):
        own = boxes[start : start + length]
        meets = (own[:, None, :2] < own[None, :, 2:]).all(axis=2)
        if np.count_nonzero(meets & meets.T) > length:
            yield int(number), piece[start : start + length]
