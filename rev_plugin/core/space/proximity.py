"""The nearest object and the overlap for many sites, exact, from a stream of chunks.

The sites stay in memory and the objects pass by. Per chunk: drop the objects whose box no
site can want, pair sites and objects by box, and measure the pairs in order of their box
distance until no box can beat the best distance so far. Long lines and large polygons take
part in pieces. No buffer is built. Lengths are metres and areas square metres, in RD.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import numpy as np
import shapely
from scipy.spatial import cKDTree

from rev_plugin.core.space.geometry import Shapes, pieces
from rev_plugin.core.space.overlay import Overlay
from rev_plugin.core.space.parallel import CORES, spread

LARGE = 64  # a geometry with more coordinates is measured in pieces
MICROMETRE = 1e-6  # distances are rounded to this, so closer than this is a tie
SMALLEST_GROUP = 16.0  # half diagonal up to which objects share one search tree


def box_distance(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Distance between boxes (n, 4), row by row: a lower bound for what lies in them."""
    gap = np.maximum(first[:, :2] - second[:, 2:], second[:, :2] - first[:, 2:])
    gap = np.maximum(gap, 0.0)
    return np.hypot(gap[:, 0], gap[:, 1])


def _centres(boxes: np.ndarray) -> np.ndarray:
    return (boxes[:, :2] + boxes[:, 2:]) / 2


def _half_diagonals(boxes: np.ndarray) -> np.ndarray:
    return np.hypot(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]) / 2


class Sites:
    """The small side: the geometries asked about, made valid, with boxes and areas."""

    def __init__(self, geometry: np.ndarray) -> None:
        self.geometry = Shapes(geometry).get_valid(np.arange(len(geometry)))
        self.boxes = shapely.bounds(self.geometry)
        self.centres = _centres(self.boxes)
        self.half_diagonals = _half_diagonals(self.boxes)
        self.areas = shapely.area(self.geometry)
        self.usable = ~np.isnan(self.boxes[:, 0])

    def __len__(self) -> int:
        return len(self.boxes)

    @cached_property
    def part_points(self) -> tuple[shapely.STRtree, np.ndarray]:
        """A tree of one point on each part of each site, and the sites they belong to."""
        parts, site = shapely.get_parts(self.geometry, return_index=True)
        return shapely.STRtree(shapely.point_on_surface(parts)), site


class Targets:
    """Objects of one chunk as units with a box: a small object, or a piece of a large one."""

    def __init__(self, shapes: Shapes, rows: np.ndarray) -> None:
        self.shapes = shapes
        is_large = shapes.sizes[rows] > LARGE
        self.small, self.large = rows[~is_large], rows[is_large]
        self.lines, owner = pieces(shapes.get(self.large))
        self.owner = np.concatenate([self.small, self.large[owner]])
        self.boxes = np.concatenate([shapes.boxes[self.small], shapely.bounds(self.lines)])

    def __len__(self) -> int:
        return len(self.owner)

    def get(self, units: np.ndarray) -> np.ndarray:
        """The geometries of units."""
        found = np.empty(len(units), dtype=object)
        whole = units < len(self.small)
        found[whole] = self.shapes.get(self.owner[units[whole]])
        found[~whole] = self.lines[units[~whole] - len(self.small)]
        return found

    @cached_property
    def groups(self) -> list[tuple[np.ndarray, float, cKDTree]]:
        """Units of like size: their numbers, largest half diagonal and tree of centres.

        Sizes in a group differ by a factor of at most four, so that a few large objects do
        not widen the search among thousands of small ones.
        """
        half = _half_diagonals(self.boxes)
        level = np.ceil(np.log(np.maximum(half, SMALLEST_GROUP) / SMALLEST_GROUP) / np.log(4.0))
        centres = _centres(self.boxes)
        found = []
        for value in np.unique(level):
            units = np.flatnonzero(level == value)
            tree = cKDTree(centres[units], balanced_tree=False, compact_nodes=False)
            found.append((units, float(half[units].max()), tree))
        return found


class Pairs(NamedTuple):
    """Sites against units (or rows) of a chunk, with a distance or a lower bound of it."""

    site: np.ndarray
    other: np.ndarray
    distance: np.ndarray

    def take(self, mask: np.ndarray) -> Pairs:
        return Pairs(self.site[mask], self.other[mask], self.distance[mask])


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
    """The running answer to one question: the nearest of these objects, within a reach."""

    def __init__(self, sites: Sites, reach: np.ndarray, deep: float = np.inf) -> None:
        """`reach` in metres per site; negative: the site does not ask. `deep`: see Overlay."""
        self.sites = sites
        self.asks = sites.usable & (reach >= 0)
        self.reach = np.where(self.asks, reach, -np.inf)
        self.distance = np.full(len(sites), np.inf)
        self.object_id = np.full(len(sites), None, dtype=object)
        self._kept = np.full(len(sites), np.inf)  # the distance that object_id has
        self.overlay = Overlay(sites.geometry, sites.boxes, sites.areas, deep)

    def limit(self, site: np.ndarray) -> np.ndarray:
        """Farther than this no object matters to these sites any more."""
        return np.minimum(self.distance[site], self.reach[site]) + MICROMETRE

    def wanted(self, boxes: np.ndarray) -> np.ndarray:
        """Whether a box may hold an object that matters to any site."""
        site = np.flatnonzero(self.asks)
        if not len(site):
            return np.zeros(len(boxes), dtype=bool)
        limit = self.limit(site)[:, None]
        low = (self.sites.boxes[site, :2] - limit).min(axis=0)
        high = (self.sites.boxes[site, 2:] + limit).max(axis=0)
        return ((boxes[:, :2] <= high) & (boxes[:, 2:] >= low)).all(axis=1)

    def add(self, targets: Targets, ids: np.ndarray, check: Callable[[], None]) -> None:
        """Take the objects of a chunk into account; `ids` are of the chunk's rows.

        `check` is called between steps and may raise to stop.
        """
        if not len(targets) or not self.asks.any():
            return
        found = [self._seed(targets)]
        pairs = self._candidates(targets)
        step = _steps(pairs.site)
        for number in range(step.max(initial=-1) + 1):
            check()
            chosen = pairs.take(step == number)
            chosen = chosen.take(chosen.distance <= self.limit(chosen.site))
            found.append(self._measure(targets, chosen))
        found.append(self._around(targets))
        self._settle(_join(found), targets.shapes, ids)

    def answer(self) -> Answer:
        """The answer so far."""
        overlap, depth = self.overlay.result()
        return Answer(self.distance.copy(), self.object_id.copy(), overlap, depth)

    def _seed(self, targets: Targets) -> Pairs:
        """Measure the units with the nearest centre where nothing was found yet."""
        found = []
        for units, half, tree in targets.groups:
            site = np.flatnonzero(self.asks & np.isinf(self.distance))
            if not len(site):
                break
            farthest = self.reach[site] + self.sites.half_diagonals[site] + half
            distance, position = tree.query(
                self.sites.centres[site], distance_upper_bound=farthest.max() + MICROMETRE
            )
            near = np.isfinite(distance)
            found.append(
                self._measure(targets, Pairs(site[near], units[position[near]], distance[near]))
            )
        return _join(found)

    def _candidates(self, targets: Targets) -> Pairs:
        """All pairs whose boxes are within the limit, by site and then by box distance."""
        asking = np.flatnonzero(self.asks)
        limit = self.limit(asking) + self.sites.half_diagonals[asking]
        found = []
        for units, half, tree in targets.groups:
            hits = tree.query_ball_point(
                self.sites.centres[asking], limit + half, return_sorted=False, workers=CORES
            )
            count = np.fromiter(map(len, hits), np.int64, len(hits))
            site = np.repeat(asking, count)
            unit = units[np.fromiter(chain.from_iterable(hits), np.int64, count.sum())]
            bound = box_distance(self.sites.boxes[site], targets.boxes[unit])
            found.append(Pairs(site, unit, bound))
        pairs = _join(found)
        pairs = pairs.take(pairs.distance <= self.limit(pairs.site))
        order = np.lexsort((pairs.distance, pairs.site))
        return pairs.take(order)

    def _measure(self, targets: Targets, pairs: Pairs) -> Pairs:
        """Exact distances of pairs of site and unit; gives those in reach by object."""
        distance = spread(
            shapely.distance, pairs.site, self.sites.geometry[pairs.site], targets.get(pairs.other)
        )
        exact = Pairs(pairs.site, targets.owner[pairs.other], np.round(distance, 6))
        exact = exact.take(exact.distance <= self.reach[exact.site])
        np.minimum.at(self.distance, exact.site, exact.distance)
        return exact

    def _around(self, targets: Targets) -> Pairs:
        """The large polygons that have (a part of) a site inside them: distance 0."""
        if not len(targets.large):
            return _join([])
        tree, site_of_part = self.sites.part_points
        polygon, part = tree.query(targets.shapes.get(targets.large), predicate="intersects")
        site = site_of_part[part]
        pairs = Pairs(site, targets.large[polygon], np.zeros(len(site)))
        pairs = pairs.take(self.asks[site])
        self.distance[pairs.site] = 0.0
        return pairs

    def _settle(self, pairs: Pairs, shapes: Shapes, ids: np.ndarray) -> None:
        """Keep the lowest id of the nearest objects, and hand what touches to the overlay."""
        nearest = pairs.take(pairs.distance <= self.distance[pairs.site])
        rank = np.unique(ids[nearest.other], return_inverse=True)[1]
        order = np.lexsort((rank, nearest.site))
        site, first = np.unique(nearest.site[order], return_index=True)
        self._keep(site, ids[nearest.other[order[first]]], nearest.distance[order[first]])
        touching = pairs.take(pairs.distance == 0)
        unique = np.unique(touching.site * len(shapes) + touching.other)
        self.overlay.add(unique // len(shapes), shapes, unique % len(shapes))

    def _keep(self, site: np.ndarray, ids: np.ndarray, distance: np.ndarray) -> None:
        """Write ids where they are nearer than, or as near and lower than, what was kept."""
        nearer = distance < self._kept[site]
        ties = np.flatnonzero(distance == self._kept[site])
        nearer[ties] = [ids[row] < self.object_id[site[row]] for row in ties]
        self.object_id[site[nearer]] = ids[nearer]
        self._kept[site] = distance


def _steps(site: np.ndarray) -> np.ndarray:
    """Numbers of the rounds in which sorted pairs are measured: 1, 2, 4, 8 … per site."""
    start = np.searchsorted(site, site)
    return np.log2(np.arange(len(site)) - start + 1).astype(np.int64)
