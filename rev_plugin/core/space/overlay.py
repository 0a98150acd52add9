"""How much of each site the objects cover, and how deep they reach into it.

Areas come from edges alone (`shared_area`). Only where objects overlap each other on a site,
or where a verdict hangs on how deep they reach, is an intersection built. Areas are square
metres, depths metres, in RD.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple, Optional, Union

import numpy as np
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from rev_plugin.core.space.cells import expand
from rev_plugin.core.space.edges import Edges, shared_area
from rev_plugin.core.space.geometry import Shapes, clipped, is_areal, is_polygon

if TYPE_CHECKING:
    from rev_plugin.core.space.proximity import Sites

WHOLE_TO = 64  # objects with more coordinates are cut to the site before they are united
COLLECTION = 7  # shapely's type id
CRUMB_M2 = 1e-7  # rounding leaves as much along a common edge
FAR_M = 1e6  # farther than any site is deep
MARGIN_M = 1e-2  # added where a search may be too wide, but not too narrow
FEW = 32  # pairs of objects that GEOS looks at one by one
GROUPS = 2_000  # united at a time


def go_on() -> None:
    """A check that never stops."""


class Overlay:
    """Collects what lies on the sites, chunk by chunk, from any thread."""

    def __init__(
        self,
        sites: Sites,
        deep: Union[float, np.ndarray] = np.inf,
        under: Optional[Under] = None,
    ) -> None:
        """`deep` in metres, one or per site: reached into surely deeper needs no exact depth.

        `under` holds what will lie there, when that is known beforehand.
        """
        self._sites, self._under = sites, under
        self._deep = np.broadcast_to(deep, (len(sites),))
        self._depth = np.zeros(len(sites))
        self._lying: list[Lying] = []
        self._lock = Lock()

    def areas(self, site: np.ndarray, shapes: Shapes, rows: np.ndarray) -> np.ndarray:
        """Area that the objects `rows` of `shapes` share with `site`, pair by pair."""
        unique, position = np.unique(rows, return_inverse=True)
        under = Under.of(shapes.get_valid(unique), shapes.boxes[unique])
        return under.areas(self._sites, site, position)

    def add(
        self,
        site: np.ndarray,
        shapes: Shapes,
        rows: np.ndarray,
        area: Optional[np.ndarray] = None,
    ) -> None:
        """Take objects `rows` of `shapes` that touch the sites `site`, pair by pair.

        `area` is what `areas` gives, when it is known already.
        """
        if not len(site):
            return
        area = self.areas(site, shapes, rows) if area is None else area
        self.lay(Lying(site, rows, shapes.get_valid(rows), shapes.boxes[rows], area))

    def lay(self, lying: Lying) -> None:
        """As `add`."""
        weighs = self._deep[lying.site] > 0  # a verdict may depend on the depth
        if weighs.any():
            self._deepen(lying.take(weighs))
        covering = lying.take(lying.area > 0)
        if len(covering.site):
            with self._lock:
                self._lying.append(covering)

    def result(self, check: Callable[[], None] = go_on) -> tuple[np.ndarray, np.ndarray]:
        """Covered area per site, each spot counted once, and the greatest depth.

        A depth is exact up to `deep`; where it says more, it is at least that. `check` is
        called between steps and may raise to stop.
        """
        if not self._lying:
            return np.zeros(len(self._sites)), self._depth.copy()
        lying = Lying(*(np.concatenate(column) for column in zip(*self._lying)))
        if np.bincount(lying.site).max() == 1:  # the usual case under the mouse
            total = np.bincount(lying.site, lying.area, len(self._sites))
        else:
            total = self._once(lying, check)
        return np.round(np.minimum(total, self._sites.areas), 6), self._depth.copy()

    def _once(self, lying: Lying, check: Callable[[], None]) -> np.ndarray:
        """Covered area per site, each spot counted once."""
        # An order of their own, so that sums do not depend on which chunk came first.
        lying = lying.take(np.lexsort((lying.area, lying.boxes[:, 0], lying.site)))
        check()
        group, twice = _overlapping(lying, self._sites.boxes, self._under)
        once = np.where(group < 0, lying.area - twice, 0.0)
        total = np.bincount(lying.site, once, len(self._sites))
        rows = (group >= 0).nonzero()[0]
        if not len(rows):
            return total
        rows = rows[np.argsort(group[rows], kind="stable")]
        starts = np.diff(group[rows], prepend=-1).nonzero()[0]
        for some in np.split(rows, starts[GROUPS::GROUPS]):
            check()
            np.add.at(total, *self._united(lying.take(some), group[some]))
        return total

    def _united(self, lying: Lying, group: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Site and covered area of each group.

        Small objects are united as they are: what lies beyond the site is not measured.
        """
        pieces = self._cut(lying, np.ones(len(lying.site)))
        large = (shapely.get_num_coordinates(pieces) > WHOLE_TO).nonzero()[0]
        sites = self._sites.geometry[lying.site[large]]
        pieces[large] = shapely.intersection(sites, pieces[large])
        unions, first = _unions(pieces, group)
        site = lying.site[first]
        under = Under.of(unions, shapely.bounds(unions))
        return site, under.areas(self._sites, site, np.arange(len(site)))

    def _cut(self, lying: Lying, margin: np.ndarray) -> np.ndarray:
        """The objects, large ones cut to the boxes of their sites and a margin (metres)."""
        cut = lying.shape.copy()
        for row in (shapely.get_type_id(cut) == COLLECTION).nonzero()[0]:
            parts = shapely.get_parts(cut[row])  # of a repair; GEOS does not overlay the whole
            cut[row] = shapely.union_all(parts[is_areal(parts)])
        return clipped(cut, self._sites.boxes[lying.site], margin)

    def _deepen(self, lying: Lying) -> None:
        """Depth of a piece: how far its innermost point lies from an edge.

        That edge is the site's or the object's, whichever is farther: so far at least one
        of them would have to be drawn elsewhere before they no longer meet. Only a strip of
        area depth × perimeter lies within a depth from the site's own edge; so more area
        than that is deep enough, and so is what meets the site without that strip. Only
        slivers, lines and points are looked at closely.
        """
        perimeter = self._sites.perimeters[lying.site]
        sure = np.divide(lying.area, perimeter, out=np.zeros(len(perimeter)), where=perimeter > 0)
        with self._lock:
            np.fmax.at(self._depth, lying.site, sure)
        thin = self._shallow(lying)
        if len(thin.site):
            deep = self._deep[thin.site]
            cores = shapely.buffer(
                self._sites.geometry[thin.site],
                -np.minimum(deep, FAR_M) - MARGIN_M,
                join_style="mitre",  # takes off no less than a round one
            )
            meet = shapely.intersects(cores, thin.shape)
            with self._lock:
                np.fmax.at(self._depth, thin.site[meet], deep[meet])
            thin = self._shallow(thin)
        if len(thin.site):
            self._look_closely(thin)

    def _shallow(self, lying: Lying) -> Lying:
        """What lies on sites that nothing is known to reach deep into."""
        return lying.take(self._depth[lying.site] < self._deep[lying.site])

    def _look_closely(self, thin: Lying) -> None:
        """Note the depth of pieces by points of them."""
        # Where a large object is cut lies at least `deep` from the site, so it does not show.
        sites, cut = self._sites.geometry[thin.site], self._cut(thin, self._deep[thin.site] + 1.0)
        points, pair = _samples(shapely.intersection(sites, cut))
        depth = shapely.distance(points, shapely.boundary(sites)[pair])
        areal = is_areal(cut)[pair].nonzero()[0]
        edges = shapely.boundary(cut)[pair[areal]]
        depth[areal] = np.fmax(depth[areal], shapely.distance(points[areal], edges))
        with self._lock:
            np.fmax.at(self._depth, thin.site[pair], depth)


class Under(NamedTuple):
    """Valid objects that lie on sites, with what it takes to measure the area they share."""

    objects: np.ndarray
    boxes: np.ndarray
    edges: Edges

    @classmethod
    def of(cls, objects: np.ndarray, boxes: np.ndarray) -> Under:
        return cls(objects, boxes, Edges(objects))

    def areas(self, sites: Sites, site: np.ndarray, number: np.ndarray) -> np.ndarray:
        """Area that each of the objects `number` shares with `site`, pair by pair."""
        boxes = _common(sites.boxes[site], self.boxes[number])
        area = shared_area(sites.edges, site, self.edges, number, boxes)
        many = np.isnan(area).nonzero()[0]
        if len(many):
            shapes = sites.geometry[site[many]], self.objects[number[many]]
            area[many] = shapely.area(shapely.intersection(*shapes))
        return area


class Lying(NamedTuple):
    """Objects on sites, with the area they share."""

    site: np.ndarray
    number: np.ndarray  # of the object, in what it comes from
    shape: np.ndarray
    boxes: np.ndarray
    area: np.ndarray

    def take(self, rows: np.ndarray) -> Lying:
        return Lying(*(column[rows] for column in self))


def _samples(pieces: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Points of pieces, and the piece of each: corners, middles of edges and of areas."""
    # A piece is empty where site and object touch by rounding only.
    full = (~shapely.is_empty(pieces)).nonzero()[0]
    parts, of_piece = shapely.get_parts(pieces[full], return_index=True)
    of_piece, dimensions = full[of_piece], shapely.get_dimensions(parts)
    rings, of_part = shapely.get_rings(parts, return_index=True)
    straight = (dimensions < 2).nonzero()[0]
    outlines = np.concatenate([rings, parts[straight]])
    owner = of_piece[np.concatenate([of_part, straight])]
    corners, outline = shapely.get_coordinates(outlines, return_index=True)
    on = (outline[1:] == outline[:-1]).nonzero()[0]
    middles = (corners[on] + corners[on + 1]) / 2
    areas = (dimensions == 2).nonzero()[0]
    inner = shapely.get_coordinates(shapely.point_on_surface(parts[areas]))
    found = shapely.points(np.concatenate([corners, middles, inner]))
    return found, np.concatenate([owner[outline], owner[outline[on]], of_piece[areas]])


def _common(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """The common box of boxes (n, 4), row by row."""
    found = np.minimum(first, second)
    for side in (0, 1):
        np.maximum(first[:, side], second[:, side], out=found[:, side])
    return found


def _overlapping(
    lying: Lying, sites: np.ndarray, under: Optional[Under]
) -> tuple[np.ndarray, np.ndarray]:
    """A number per group of objects to unite on a site (−1: none); area to subtract elsewhere.

    Objects that overlap one another in pairs only need no union: their areas less what the
    pairs share are the answer, when one of each pair lies wholly on the site.
    `lying` is sorted by site and then from west to east; `sites` are boxes.
    """
    group, twice = np.full(len(lying.site), -1), np.zeros(len(lying.site))
    first, second, strip = _meeting(lying, sites)
    if len(first) <= FEW:  # as under the mouse: most are seen to be apart without their edges
        near = (~_apart(lying.shape[first], lying.shape[second])).nonzero()[0]
        first, second, strip = first[near], second[near], strip[near]
    if not len(first):
        return group, twice
    unique, position = np.unique(np.concatenate([first, second]), return_inverse=True)
    one, two = position[: len(first)], position[len(first) :]
    if under is None:
        edges = Edges(lying.shape[unique])
        area = shared_area(edges, one, edges, two, strip)
    else:
        number = lying.number
        area = shared_area(under.edges, number[first], under.edges, number[second], strip)
    share = ~(area <= CRUMB_M2)  # NaN: maybe
    one, two, area = one[share], two[share], area[share]
    count = len(unique)
    label = _linked(one, two, count)
    whole = lying.area[unique] >= shapely.area(lying.shape[unique]) - CRUMB_M2
    plain = (whole[one] | whole[two]) & ~np.isnan(area)
    # As many pairs as a tree has: then no three overlap on one spot.
    pairs, members = np.bincount(label[one], minlength=count), np.bincount(label, minlength=count)
    unite = (np.bincount(label[one], ~plain, count) > 0) | (pairs >= members)
    group[unique] = np.where(unite[label], label, -1)
    np.add.at(twice, unique[one], np.where(unite[label[one]], 0.0, area))
    return group, twice


def _linked(one: np.ndarray, two: np.ndarray, count: int) -> np.ndarray:
    """The group of each of `count` things that pairs link together, in the order of things."""
    if len(one) > FEW:
        links = coo_matrix((np.ones(len(one)), (one, two)), (count, count))
        return connected_components(links)[1]
    label = np.arange(count)
    for pair in zip(one.tolist(), two.tolist()):
        low, high = sorted(label[list(pair)])
        label[label == high] = low
    return label


def _apart(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Whether two polygons surely share no area, pair by pair: they may touch."""
    apart = is_polygon(first) & is_polygon(second)  # GEOS relates no collections
    apart[apart] = shapely.relate_pattern(first[apart], second[apart], "F********")
    return apart


def _meeting(lying: Lying, sites: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Pairs of objects whose boxes meet on the site, and the strip in which that is."""
    site = lying.site
    boxes = _common(lying.boxes, sites[site])
    # Later objects on the same site that start before this one ends: all sites side by side
    # on one line, where rounding moves nothing as far as the margin.
    west, east = lying.boxes[:, 0], lying.boxes[:, 2]
    offset = site * (np.ptp(lying.boxes[:, ::2]) + 1.0) - west.min()
    end = np.searchsorted(offset + west, offset + east + MARGIN_M)
    end = np.minimum(end, np.searchsorted(site, site, side="right"))
    second, first = expand(np.arange(1, len(site) + 1), end)
    common = _common(boxes[first], boxes[second])
    west, south, east, north = common.T
    meet = ((west < east) & (south < north)).nonzero()[0]
    first, second = first[meet], second[meet]
    strip = _common(lying.boxes[first], lying.boxes[second])
    strip[:, ::2] = common[meet, ::2]  # nothing counts west or east of the site
    return first, second, strip


def _unions(pieces: np.ndarray, group: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The union of each group of pieces (sorted by group), and the row where it starts."""
    first = np.diff(group, prepend=-1).nonzero()[0]
    size = np.diff(np.append(first, len(group)))
    unions = np.empty(len(first), dtype=object)
    for length in np.unique(size):
        of = (size == length).nonzero()[0]
        unions[of] = shapely.union_all(pieces[first[of, None] + np.arange(length)], axis=1)
    return unions, first
