"""The nearest object and the overlap for many sites, exact, from a stream of chunks.

The sites stay in memory and the objects pass by, several chunks at the same time. Per chunk:
drop the objects whose box no site can want, pair sites and objects by box, take the area
they share, and measure the others in order of their box distance until no box can beat the
best distance so far. Long lines and large polygons take part in pieces. No buffer is built.
Lengths are metres and areas square metres, in RD.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import NamedTuple

import numpy as np
import shapely

from rev_plugin.core.space.cells import Cells
from rev_plugin.core.space.edges import Edges
from rev_plugin.core.space.geometry import LARGE, Pieces, Shapes, grown, is_areal, valid
from rev_plugin.core.space.overlay import Overlay, go_on

MICROMETRE = 1e-6  # distances are rounded to this, so closer than this is a tie
FLAT_M2 = 1e-6  # a site with less area cannot share it
WIDEN = 3.0  # how much farther a search goes for sites that found nothing yet


def box_distance(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Distance between boxes (n, 4), row by row: a lower bound for what lies in them."""
    # Column by column: numpy is many times slower on rows of two.
    (west, south, east, north), (left, bottom, right, top) = first.T, second.T
    x = np.maximum(np.maximum(west - right, left - east), 0.0)
    y = np.maximum(np.maximum(south - top, bottom - north), 0.0)
    return np.sqrt(x**2 + y**2)


class Sites:
    """The small side: the geometries asked about, made valid, with boxes and areas."""

    def __init__(self, geometry: np.ndarray) -> None:
        self.geometry = valid(geometry)
        self.boxes = shapely.bounds(self.geometry)
        self.areas = shapely.area(self.geometry)
        self.usable = ~np.isnan(self.boxes[:, 0])

    def __len__(self) -> int:
        return len(self.boxes)

    @cached_property
    def perimeters(self) -> np.ndarray:
        """Lengths of the outlines, in metres."""
        return shapely.length(self.geometry)

    @cached_property
    def edges(self) -> Edges:
        """What `shared_area` needs."""
        return Edges(self.geometry)

    def repeated(self, count: int) -> Sites:
        """The same, `count` times each."""
        again = object.__new__(Sites)
        for name in ("geometry", "boxes", "areas", "usable"):
            setattr(again, name, getattr(self, name).repeat(count, axis=0))
        return again


class Targets:
    """Objects of one chunk as units with a box: a small object, or a piece of a large one."""

    def __init__(self, shapes: Shapes, rows: np.ndarray) -> None:
        self.shapes = shapes
        is_large = shapes.sizes[rows] > LARGE
        self.small, self.large = rows[~is_large], rows[is_large]
        self.pieces = Pieces(shapes.get(self.large))
        self.owner = np.concatenate([self.small, self.large[self.pieces.owner]])
        self.boxes = np.concatenate([shapes.boxes[self.small], self.pieces.boxes])

    def __len__(self) -> int:
        return len(self.owner)

    def get(self, units: np.ndarray) -> np.ndarray:
        """The geometries of units."""
        found = np.empty(len(units), dtype=object)
        whole = units < len(self.small)
        found[whole] = self.shapes.get(self.owner[units[whole]])
        found[~whole] = self.pieces.get(units[~whole] - len(self.small))
        return found

    @cached_property
    def cells(self) -> Cells:
        """A grid of the units."""
        return Cells(self.boxes)

    @cached_property
    def large_areas(self) -> tuple[np.ndarray, Cells]:
        """Rows of the large polygons, and a grid of them."""
        rows = self.large[is_areal(self.shapes.get(self.large))]
        return rows, Cells(self.shapes.boxes[rows])


class Pairs(NamedTuple):
    """Sites against units (or rows) of a chunk, with a distance or a lower bound of it."""

    site: np.ndarray
    other: np.ndarray
    distance: np.ndarray

    def take(self, rows: np.ndarray) -> Pairs:
        """The pairs at these rows, or where a mask says so."""
        rows = np.flatnonzero(rows) if rows.dtype == bool else rows
        return Pairs(*(column.take(rows) for column in self))


def _join(pairs: list[Pairs]) -> Pairs:
    if not pairs:
        return Pairs(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))
    return Pairs(*(np.concatenate(column) for column in zip(*pairs)))


@dataclass(frozen=True)
class Answer:
    """Per site: distance to the nearest object (inf: none in reach), its id, the overlap."""

    distance: np.ndarray
    object_id: np.ndarray
    overlap_m2: np.ndarray
    depth_m: np.ndarray


def nothing_found(count: int) -> Answer:
    """The answer for `count` sites when there is no object at all."""
    return Answer(
        np.full(count, np.inf), np.full(count, None, object), np.zeros(count), np.zeros(count)
    )


class Search:
    """The running answer to one question: the nearest of these objects, within a reach.

    Several threads may add chunks at the same time; the answer does not depend on the order.
    """

    def __init__(self, sites: Sites, reach: np.ndarray, deep: float = np.inf) -> None:
        """`reach` in metres per site; negative: the site does not ask. `deep`: see Overlay."""
        self.sites = sites
        self.asks = sites.usable & (reach >= 0)
        self.reach = np.where(self.asks, reach, -np.inf)
        self.distance = np.full(len(sites), np.inf)
        self.object_id = np.full(len(sites), None, dtype=object)
        self.overlay = Overlay(sites, deep)
        self._lock = Lock()

    def wanted(self, boxes: np.ndarray) -> np.ndarray:
        """Whether a box may hold an object that matters to any site."""
        site = np.flatnonzero(self.asks)
        if not len(site):
            return np.zeros(len(boxes), dtype=bool)
        limit = self.limit(site)[:, None]
        west, south = (self.sites.boxes[site, :2] - limit).min(axis=0)
        east, north = (self.sites.boxes[site, 2:] + limit).max(axis=0)
        x0, y0, x1, y1 = boxes.T
        return (x0 <= east) & (y0 <= north) & (x1 >= west) & (y1 >= south)

    def limit(self, site: np.ndarray) -> np.ndarray:
        """Farther than this no object matters to these sites any more."""
        return np.minimum(self.distance[site], self.reach[site]) + MICROMETRE

    def add(self, targets: Targets, ids: np.ndarray, check: Callable[[], None]) -> None:
        """Take the objects of a chunk into account; `ids` are of the chunk's rows.

        `check` is called between steps and may raise to stop.
        """
        if not len(targets) or not self.asks.any():
            return
        chunk = _Pass(self, targets)
        chunk.run(check)
        self.overlay.add(*chunk.touching())
        nearest = chunk.nearest(ids)
        with self._lock:
            self._keep(nearest.site, ids[nearest.other], nearest.distance)

    def answer(self, check: Callable[[], None] = go_on) -> Answer:
        """The answer so far; `check` as in `add`."""
        overlap, depth = self.overlay.result(check)
        return Answer(self.distance.copy(), self.object_id.copy(), overlap, depth)

    def _keep(self, site: np.ndarray, ids: np.ndarray, distance: np.ndarray) -> None:
        """Write what is nearer than, or as near and with a lower id than, what was known."""
        wins = distance < self.distance[site]
        ties = np.flatnonzero(distance == self.distance[site])
        wins[ties] = [ids[row] < self.object_id[site[row]] for row in ties]
        self.object_id[site[wins]] = ids[wins]
        self.distance[site[wins]] = distance[wins]


class _Pass:
    """One chunk against all sites, starting from the best distances known by then."""

    def __init__(self, search: Search, targets: Targets) -> None:
        self._sites, self._targets, self._overlay = search.sites, targets, search.overlay
        self._asking = np.flatnonzero(search.asks)
        self._reach, self._best = search.reach, search.distance.copy()
        self._found: list[Pairs] = []  # of sites and rows
        self._covered: list[Pairs] = []  # with the area in place of the distance

    def run(self, check: Callable[[], None]) -> None:
        """Find, per site, all objects at the least distance.

        Sites that know no distance yet look around in widening circles.
        """
        self._look_inside_large()
        site = self._asking
        radius = np.where(np.isinf(self._best[site]), self._targets.cells.size, self._limit(site))
        seen = np.full(len(site), -1.0)
        while len(site):
            check()
            pairs = self._near(site, np.minimum(radius, self._limit(site)), seen)
            self._measure_all(pairs, check)
            left = self._limit(site) > radius
            site, seen = site[left], radius[left]
            known = np.isfinite(self._best[site])
            radius = np.where(known, self._limit(site), WIDEN * seen)

    def touching(self) -> tuple[np.ndarray, Shapes, np.ndarray, np.ndarray]:
        """Sites, shapes, rows and shared area of all that touches."""
        count = len(self._targets.shapes)
        covered, found = _join(self._covered), _join(self._found)
        touch = found.take(found.distance == 0)
        known = covered.site * count + covered.other
        others = np.setdiff1d(touch.site * count + touch.other, known)
        pairs = np.concatenate([known, others])
        area = np.concatenate([covered.distance, np.zeros(len(others))])
        return pairs // count, self._targets.shapes, pairs % count, area

    def nearest(self, ids: np.ndarray) -> Pairs:
        """Per site that found something the nearest row, the lowest id of equals."""
        pairs = _join(self._found)
        pairs = pairs.take(pairs.distance <= self._best[pairs.site])
        rank = np.unique(ids[pairs.other], return_inverse=True)[1]
        pairs = pairs.take(np.lexsort((rank, pairs.site)))
        return pairs.take(np.flatnonzero(np.diff(pairs.site, prepend=-1)))

    def _limit(self, site: np.ndarray) -> np.ndarray:
        """Farther than this no object matters to these sites any more."""
        return np.minimum(self._best[site], self._reach[site]) + MICROMETRE

    def _near(self, site: np.ndarray, radius: np.ndarray, seen: np.ndarray) -> Pairs:
        """Sites and units with a box distance up to `radius`, but more than `seen`."""
        boxes = self._sites.boxes[site]
        row, unit = self._targets.cells.near(grown(boxes, radius))
        bound = box_distance(boxes.take(row, axis=0), self._targets.boxes.take(unit, axis=0))
        near = np.flatnonzero((bound <= radius.take(row)) & (bound > seen.take(row)))
        return Pairs(site[row[near]], unit[near], bound[near])

    def _look_inside_large(self) -> None:
        """Large polygons that share area with sites; pieces tell nothing of their inside."""
        boxes = self._sites.boxes[self._asking]
        areas, cells = self._targets.large_areas
        row, number = cells.near(boxes)
        site, rows = self._asking[row], areas[number]
        meet = box_distance(boxes[row], self._targets.shapes.boxes[rows]) == 0
        site, rows = site[meet], rows[meet]
        self._cover(site, rows)
        flat = self._sites.areas[site] < FLAT_M2
        shapes = self._targets.shapes.get(rows[flat])
        flat[flat] = shapely.intersects(self._sites.geometry[site[flat]], shapes)
        self._note(Pairs(site[flat], rows[flat], np.zeros(flat.sum())))

    def _measure_all(self, pairs: Pairs, check: Callable[[], None]) -> None:
        """Areas where the boxes of site and object meet, then distances, nearest box first."""
        small = pairs.other < len(self._targets.small)
        meet = pairs.take(small & (pairs.distance == 0))
        covered = self._cover(meet.site, self._targets.owner[meet.other])
        self._measure(meet.take(~covered))
        rest = pairs.take(~small | (pairs.distance > 0))
        rest = rest.take(rest.distance <= self._limit(rest.site))
        rest = rest.take(np.lexsort((rest.distance, rest.site)))
        step = _steps(rest.site)
        for number in range(step.max(initial=-1) + 1):
            check()
            chosen = rest.take(step == number)
            self._measure(chosen.take(chosen.distance <= self._limit(chosen.site)))

    def _cover(self, site: np.ndarray, rows: np.ndarray) -> np.ndarray:
        """Note the area that sites and objects share; gives whether they do."""
        area = self._overlay.areas(site, self._targets.shapes, rows)
        covers = area > 0
        self._covered.append(Pairs(site[covers], rows[covers], area[covers]))
        self._note(Pairs(site[covers], rows[covers], np.zeros(covers.sum())))
        return covers

    def _measure(self, pairs: Pairs) -> None:
        """Exact distances of sites and units."""
        shapes = self._sites.geometry[pairs.site], self._targets.get(pairs.other)
        distance = np.round(shapely.distance(*shapes), 6)
        self._note(Pairs(pairs.site, self._targets.owner[pairs.other], distance))

    def _note(self, pairs: Pairs) -> None:
        pairs = pairs.take(pairs.distance <= self._reach[pairs.site])
        np.minimum.at(self._best, pairs.site, pairs.distance)
        self._found.append(pairs)


def _steps(site: np.ndarray) -> np.ndarray:
    """Numbers of the rounds in which sorted pairs are measured: 1, 2, 4, 8 … per site."""
    start = np.searchsorted(site, site)
    return np.log2(np.arange(len(site)) - start + 1).astype(np.int64)
