"""The area that polygons share, from their edges alone: no intersection is built.

Below every edge of a polygon lies a strip, counted + or − by the direction in which the
ring runs; the strips together are the polygon (with its parts, and without its holes). So
the area that two polygons share is the sum, over their edges pair by pair, of what lies
below both edges. Many polygons go at once, in numpy, and nothing can fail on the way.
Polygons must be valid; lengths are metres and areas square metres.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely

from rev_plugin.core.space.cells import expand

SORT_FROM = 64  # a polygon with more edges is searched for those that matter
BATCH = 300_000  # pairs of edges at a time: what a processor's cache holds
MANY = 1_000_000  # pairs of edges of one pair of polygons
UNSURE_M2, UNSURE_SHARE = 1e-7, 1e-13  # less, or less of the common box, may be rounding


class Edges:
    """The edges of polygons, from west to east; what is no polygon has none.

    Upright edges are left out: they have no strip.

    Attributes:
        ends: float (4, n): x and y of the western end, x and y of the eastern end.
        sign: float (n,): +1 where the polygon lies below the edge, −1 where above.
        start: int (polygons + 1,): where the edges of each polygon start.
    """

    def __init__(self, shapes: np.ndarray) -> None:
        (x, y), ring, owner, turn = _rings(shapes)
        edge = ((ring[1:] == ring[:-1]) & (x[1:] != x[:-1])).nonzero()[0]
        back = x[edge] > x[edge + 1]
        west, east = edge + back, edge + ~back
        self.ends = np.stack([x[west], y[west], x[east], y[east]])
        self.sign = np.where(back, turn[ring[edge]], -turn[ring[edge]])
        of = owner[ring[edge]]
        self.start = np.searchsorted(of, np.arange(len(shapes) + 1))
        self._widest = np.zeros(len(shapes))  # edge of a polygon that is sorted
        for polygon in (self.start[1:] - self.start[:-1] > SORT_FROM).nonzero()[0]:
            self._sort(polygon)

    def _sort(self, polygon: int) -> None:
        part = slice(self.start[polygon], self.start[polygon + 1])
        order = np.argsort(self.ends[0, part])
        self.ends[:, part] = self.ends[:, part][:, order]
        self.sign[part] = self.sign[part][order]
        self._widest[polygon] = (self.ends[2, part] - self.ends[0, part]).max()

    def within(self, polygons: np.ndarray, boxes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """First and last + 1 of the edges that may lie between the west and east of a box."""
        first, last = self.start[polygons], self.start[polygons + 1]
        for polygon in np.unique(polygons[self._widest[polygons] > 0]):
            rows = (polygons == polygon).nonzero()[0]
            west = self.ends[0, self.start[polygon] : self.start[polygon + 1]]
            last[rows] = first[rows] + np.searchsorted(west, boxes[rows, 2])
            first[rows] += np.searchsorted(west, boxes[rows, 0] - self._widest[polygon])
        return first, last


def _rings(
    shapes: np.ndarray,
) -> tuple[tuple[np.ndarray, np.ndarray], np.ndarray, np.ndarray, np.ndarray]:
    """Coordinates (2, n) and their ring; per ring its shape, and +1 or −1 by which the area
    of a ring that runs counter-clockwise counts (a hole less)."""
    kinds = shapely.get_type_id(shapes)
    simple = (kinds == 3).all()
    rings, owner = (shapes, np.arange(len(shapes))) if simple else _polygons(shapes, kinds)
    filled = ~shapely.is_empty(rings)
    if not filled.all():
        rings, owner = rings[filled], owner[filled]
    is_shell = np.ones(len(rings), dtype=bool)
    holed = shapely.get_num_interior_rings(rings).nonzero()[0]
    if len(holed):
        inner, part = shapely.get_rings(rings[holed], return_index=True)
        rest = np.delete(np.arange(len(rings)), holed)
        of = np.concatenate([holed[part], rest])
        is_shell = np.concatenate([np.diff(part, prepend=-1) != 0, is_shell[rest]])
        order = np.argsort(of, kind="stable")
        rings = np.concatenate([inner, rings[rest]])[order]
        owner, is_shell = owner[of[order]], is_shell[order]
    points, ring = shapely.get_coordinates(rings, return_index=True)
    x, y = np.ascontiguousarray(points.T)
    return (x, y), ring, owner, np.where(is_shell, 1.0, -1.0) * _winding(x, y, ring, len(rings))


def _polygons(shapes: np.ndarray, kinds: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The polygons in shapes of all kinds (shapely's type ids), and the shape of each."""
    whole, rest = (kinds == 3).nonzero()[0], (kinds > 3).nonzero()[0]
    parts, of = shapely.get_parts(shapes[rest], return_index=True)
    if (shapely.get_type_id(parts) > 3).any():  # what make_valid gives may be nested
        parts, outer = shapely.get_parts(parts, return_index=True)
        of = of[outer]
    areal = shapely.get_type_id(parts) == 3
    owner = np.concatenate([whole, rest[of[areal]]])
    order = np.argsort(owner, kind="stable")
    return np.concatenate([shapes[whole], parts[areal]])[order], owner[order]


def _winding(x: np.ndarray, y: np.ndarray, ring: np.ndarray, count: int) -> np.ndarray:
    """+1 for rings that run counter-clockwise, −1 for the others."""
    if not count:
        return np.empty(0)
    start = np.searchsorted(ring, np.arange(count))
    x, y = x - x[start][ring], y - y[start][ring]
    # The step from one ring to the next starts or ends in an origin, so it adds nothing.
    twice = np.append(x[:-1] * y[1:] - x[1:] * y[:-1], 0.0)
    return np.where(np.add.reduceat(twice, start) > 0, 1.0, -1.0)


def shared_area(
    first: Edges, one: np.ndarray, second: Edges, two: np.ndarray, boxes: np.ndarray
) -> np.ndarray:
    """The area that polygon `one[k]` of `first` shares with `two[k]` of `second`.

    Args:
        boxes: float (n, 4), the common box of each pair. It may be narrower, and then
            nothing counts west or east of it, but not lower.

    Returns:
        Square metres, one per pair: 0 where they at most touch, NaN where so many edges
        would have to be paired that an intersection is quicker.
    """
    spans = (*first.within(one, boxes), *second.within(two, boxes))
    pairs = (spans[1] - spans[0]) * (spans[3] - spans[2])
    total = np.full(len(one), np.nan)
    able = (pairs <= MANY).nonzero()[0]
    for rows in _batches(able, pairs[able]):
        from_one, to_one, from_two, to_two = (span[rows] for span in spans)
        own = _strips(first, from_one, to_one, boxes[rows])
        other = _strips(second, from_two, to_two, boxes[rows])
        total[rows] = _below_both(own, other, len(rows))
    size = (boxes[:, 2:] - boxes[:, :2]).max(axis=1, initial=0.0)
    total[total <= np.maximum(UNSURE_M2, UNSURE_SHARE * size**2)] = 0
    return total


def _batches(rows: np.ndarray, count: np.ndarray) -> list[np.ndarray]:
    """Rows in turn, so that each batch has about BATCH pairs."""
    if count.sum() < BATCH:
        return [rows] if len(rows) else []
    number = np.cumsum(count) // BATCH
    return np.split(rows, np.diff(number).nonzero()[0] + 1) if len(rows) else []


class _Strips(NamedTuple):
    """Edges as far as they lie between the west and east of the box of their pair."""

    pair: np.ndarray
    west: np.ndarray  # metres from the box's own west
    east: np.ndarray
    height: np.ndarray  # at the west, above the box's south
    slope: np.ndarray
    sign: np.ndarray

    def take(self, rows: np.ndarray) -> _Strips:
        return _Strips(*(column.take(rows) for column in self))

    def heights(self, x: np.ndarray) -> np.ndarray:
        return self.height + (x - self.west) * self.slope


def _strips(edges: Edges, first: np.ndarray, last: np.ndarray, boxes: np.ndarray) -> _Strips:
    """Edges `first` up to `last` of each pair as strips; `take` is quicker than an index."""
    west, south, east, _ = np.ascontiguousarray(boxes.T)
    edge, pair = expand(first, last)
    near = edges.ends[0].take(edge) < east.take(pair)
    near &= edges.ends[2].take(edge) > west.take(pair)
    rows = np.flatnonzero(near)
    edge, pair = edge.take(rows), pair.take(rows)
    x0, y0, x1, y1 = edges.ends.take(edge, axis=1)
    rows = np.flatnonzero(np.maximum(y0, y1) >= south.take(pair))
    edge, pair = edge.take(rows), pair.take(rows)
    left, below = west.take(pair), south.take(pair)
    x0, x1 = x0.take(rows) - left, x1.take(rows) - left
    y0, y1 = y0.take(rows) - below, y1.take(rows) - below
    slope = (y1 - y0) / (x1 - x0)
    begin = np.maximum(x0, 0.0)
    end = np.minimum(x1, (east - west).take(pair))
    return _Strips(pair, begin, end, y0 + (begin - x0) * slope, slope, edges.sign.take(edge))


def _below_both(one: _Strips, two: _Strips, count: int) -> np.ndarray:
    """Per pair the area below the lower of two edges, summed with their signs."""
    start = np.searchsorted(two.pair, np.arange(count + 1))
    other, edge = expand(start[one.pair], start[one.pair + 1])
    west = np.maximum(one.west.take(edge), two.west.take(other))
    east = np.minimum(one.east.take(edge), two.east.take(other))
    meet = (east > west).nonzero()[0]
    west, east = west.take(meet), east.take(meet)
    one, two = one.take(edge.take(meet)), two.take(other.take(meet))
    at_west, at_east = one.heights(west), one.heights(east)
    gap_west, gap_east = at_west - two.heights(west), at_east - two.heights(east)
    far = np.abs(gap_west) + np.abs(gap_east)
    crossing = gap_west * gap_east < 0
    # The mean of |gap|; where the edges cross it is that of two triangles.
    between = far / 2
    between[crossing] = ((gap_west**2 + gap_east**2)[crossing]) / (2 * far[crossing])
    lower = (at_west + at_east - (gap_west + gap_east) / 2 - between) / 2
    return np.bincount(one.pair, one.sign * two.sign * lower * (east - west), count)
