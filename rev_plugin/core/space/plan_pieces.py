"""The plan as pieces of each site: clipped, with later plans over earlier ones.

A site starts as the pieces of the enkelbestemmingen that hold there, plus the gap where no
plan was read. Each further object then works on the pieces it touches, in rounds: the first
object of every site, then the second, and so on, so that all sites go through shapely at
once. Verdicts are numbers here, from what fits best to what does not fit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import shapely

from rev_plugin.core.model import Feedback, PlanVerdict
from rev_plugin.core.space.geometry import clipped
from rev_plugin.core.space.parallel import spread

ORDER = (
    PlanVerdict.FITS,
    PlanVerdict.CONDITIONAL,
    PlanVerdict.UNKNOWN,
    PlanVerdict.DOES_NOT_FIT,
)
CODE = {verdict: number for number, verdict in enumerate(ORDER)}
FITS, CONDITIONAL, UNKNOWN, DOES_NOT_FIT = range(4)
GAP = -1  # no plan object: nothing was read here
MIN_AREA_M2 = 1e-4  # below this an overlap is a touching edge
ROUNDING = 1e-9  # relative, of sums of areas

# How a modifier turns a verdict; the order in which they work on a site.
ADDS, LIMITS, UNREAD, LAYER, FORBIDS, CAPS = range(6)


class Overlaps(NamedTuple):
    """Pairs of a site and an object that share area; equally long arrays."""

    site: np.ndarray
    object: np.ndarray
    geometry: np.ndarray  # the object inside the site
    covered: np.ndarray  # the object covers the whole site

    def take(self, rows: np.ndarray) -> Overlaps:
        """The pairs at `rows` (mask or numbers)."""
        return Overlaps(*(part[rows] for part in self))

    @property
    def area(self) -> np.ndarray:
        """Shared area, m²."""
        return shapely.area(self.geometry)


def find_overlaps(sites: np.ndarray, tree: shapely.STRtree, feedback: Feedback) -> Overlaps:
    """All pairs of a site and an object with shared area, by site and then by object.

    `sites` and the objects of the tree are polygons in RD.
    """
    objects = tree.geometries
    site, other = tree.query(sites)
    shapely.prepare(objects[other])
    meet = shapely.intersects(objects[other], sites[site])
    site, other = site[meet], other[meet]
    order = np.lexsort((other, site))
    site, other = site[order], other[order]
    feedback.check()
    covered = shapely.covers(objects[other], sites[site])
    geometry = sites[site]
    partial = (~covered).nonzero()[0]
    owner, shapes = site[partial], objects[other[partial]]
    cut = clipped(shapes, shapely.bounds(geometry[partial]), np.ones(len(partial)))
    geometry[partial] = spread(shapely.intersection, owner, sites[owner], cut)
    feedback.check()
    pairs = Overlaps(site, other, geometry, covered)
    return pairs.take(pairs.area > MIN_AREA_M2)


class Cutter(NamedTuple):
    """Which pairs set others aside: rank in time, and whether only zoning yields."""

    pair: np.ndarray  # numbers of pairs
    rank: np.ndarray
    zoning_only: np.ndarray  # bool


def set_aside(
    pairs: Overlaps, rank: np.ndarray, zoning: np.ndarray, temporary: np.ndarray, cutter: Cutter
) -> tuple[Overlaps, np.ndarray]:
    """Take the area of later plans out of earlier ones.

    `rank`, `zoning`, `temporary` hold one value per pair: place in time of its plan, whether
    it is an enkelbestemming, whether it is of the temporary part (else it never yields).

    Returns:
        the pairs with what is left of them, and per pair the cutter pair that took all of it
        or most recently a part (GAP: none). A pair of which nothing is left has no geometry.
    """
    if not len(cutter.pair):
        return pairs, np.full(len(pairs.site), GAP)
    pair = temporary.nonzero()[0]
    # Every yielding pair against every cutter of its site; both stand in the order of the sites.
    site_of_cutter = pairs.site[cutter.pair]
    first = np.searchsorted(site_of_cutter, pairs.site[pair], "left")
    count = np.searchsorted(site_of_cutter, pairs.site[pair], "right") - first
    pair, which = np.repeat(pair, count), np.repeat(first, count)
    which += turns(pair)
    applies = (cutter.rank[which] > rank[pair]) & (~cutter.zoning_only[which] | zoning[pair])
    return _cut(pairs, pair[applies], cutter.pair[which[applies]])


def _cut(pairs: Overlaps, pair: np.ndarray, cutting: np.ndarray) -> tuple[Overlaps, np.ndarray]:
    """Each `pair` less its `cutting` pair; a pair can stand there more than once."""
    taken_by = np.full(len(pairs.site), GAP)
    if not len(pair):
        return pairs, taken_by
    geometry, covered = pairs.geometry.copy(), pairs.covered.copy()
    whole = pairs.covered[cutting]
    geometry[pair[whole]] = None
    taken_by[pair[whole]] = cutting[whole]
    pair, cutting = pair[~whole], cutting[~whole]
    turn = turns(pair)
    for number in range(int(turn.max(initial=-1)) + 1):
        now = (turn == number) & ~shapely.is_missing(geometry[pair])
        rows, by = pair[now], cutting[now]
        left = spread(shapely.difference, np.arange(len(rows)), geometry[rows], pairs.geometry[by])
        area = shapely.area(left)
        cut = area < shapely.area(geometry[rows]) - MIN_AREA_M2
        left[area <= MIN_AREA_M2] = None
        geometry[rows[cut]], taken_by[rows[cut]] = left[cut], by[cut]
        covered[rows[cut]] = False
    return Overlaps(pairs.site, pairs.object, geometry, covered), taken_by


@dataclass(frozen=True)
class Pieces:
    """Parts of sites with one verdict each; equally long arrays."""

    site: np.ndarray
    geometry: np.ndarray
    verdict: np.ndarray  # code
    cause: np.ndarray  # the pair that decided, GAP where nothing was read
    zoning: np.ndarray  # the pair of the enkelbestemming below it, or GAP
    allowed: np.ndarray  # number of the IMOW activity that a rule allows here, or GAP

    @property
    def area(self) -> np.ndarray:
        """m² per piece."""
        return shapely.area(self.geometry)


def base_pieces(sites: np.ndarray, zoning: Overlaps, pair: np.ndarray, code: np.ndarray) -> Pieces:
    """The enkelbestemmingen of each site and the gap that they leave.

    `zoning` are the pairs that hold, `pair` their numbers, `code` their verdicts.
    """
    gap = sites.copy()
    gap[zoning.site[zoning.covered]] = None
    total = shapely.area(sites)
    zoned = np.bincount(zoning.site, zoning.area, len(sites))
    # Zoned to the square millimetre: no gap. More than that is zoned twice, and may have one.
    gap[np.abs(zoned - total) <= ROUNDING * total] = None
    turn = turns(zoning.site)
    for number in range(int(turn.max(initial=-1)) + 1):
        now = (turn == number) & ~shapely.is_missing(gap[zoning.site])
        rows = zoning.site[now]
        gap[rows] = spread(shapely.difference, rows, gap[rows], zoning.geometry[now])
    open_sites = (shapely.area(gap) > MIN_AREA_M2).nonzero()[0]
    gaps = len(open_sites)
    return Pieces(
        np.concatenate([zoning.site, open_sites]),
        np.concatenate([zoning.geometry, gap[open_sites]]),
        np.concatenate([code, np.full(gaps, UNKNOWN)]),
        np.concatenate([pair, np.full(gaps, GAP)]),
        np.concatenate([pair, np.full(gaps, GAP)]),
        np.full(len(pair) + gaps, GAP),
    )


class Modifiers(NamedTuple):
    """Objects that work on the pieces of a site, in the order in which they do."""

    pair: np.ndarray
    site: np.ndarray
    geometry: np.ndarray
    covered: np.ndarray
    effect: np.ndarray
    verdict: np.ndarray  # code
    law: np.ndarray  # number of the IMOW activity, or GAP

    def take(self, rows: np.ndarray) -> Modifiers:
        """The modifiers at `rows`."""
        return Modifiers(*(part[rows] for part in self))


def modify(pieces: Pieces, modifiers: Modifiers, sites: int, feedback: Feedback) -> Pieces:
    """Let every modifier work on the pieces of its site, in order."""
    turn = turns(modifiers.site)
    for number in range(int(turn.max(initial=-1)) + 1):
        feedback.check()
        now = modifiers.take(turn == number)
        of_site = np.full(sites, GAP)
        of_site[now.site] = np.arange(len(now.site))
        pieces = _one_round(pieces, now, of_site)
    return pieces


def turns(sorted_numbers: np.ndarray) -> np.ndarray:
    """For each number of a sorted array, how many equal ones come before it."""
    return np.arange(len(sorted_numbers)) - np.searchsorted(sorted_numbers, sorted_numbers)


def _one_round(pieces: Pieces, now: Modifiers, of_site: np.ndarray) -> Pieces:
    turn = of_site[pieces.site]
    rows = (turn != GAP).nonzero()[0]
    mine = now.take(turn[rows])
    verdict = _turned(pieces.verdict[rows], pieces.cause[rows], pieces.allowed[rows], mine)
    allowed = np.where(
        (mine.effect == LAYER) & (mine.law != GAP) & (mine.verdict < UNKNOWN),
        mine.law,
        pieces.allowed[rows],
    )
    # New law that leaves open what was open is still what decides there.
    named = (mine.effect == LAYER) & (pieces.cause[rows] == GAP)
    changed = (verdict != pieces.verdict[rows]) | (allowed != pieces.allowed[rows]) | named
    rows, verdict, allowed = rows[changed], verdict[changed], allowed[changed]
    mine = mine.take(changed)
    inside = pieces.geometry[rows]
    outside = np.full(len(rows), None, dtype=object)
    part = ~mine.covered
    inside[part] = shapely.intersection(pieces.geometry[rows[part]], mine.geometry[part])
    touched = shapely.area(inside) > MIN_AREA_M2
    part &= touched
    outside[part] = shapely.difference(pieces.geometry[rows[part]], mine.geometry[part])
    left = shapely.area(outside) > MIN_AREA_M2
    return _replaced(pieces, rows, touched, left, inside, outside, verdict, allowed, mine.pair)


def _replaced(
    pieces: Pieces,
    rows: np.ndarray,
    touched: np.ndarray,
    left: np.ndarray,
    inside: np.ndarray,
    outside: np.ndarray,
    verdict: np.ndarray,
    allowed: np.ndarray,
    cause: np.ndarray,
) -> Pieces:
    """The pieces with what lies inside the modifier turned and the rest beside it."""
    geometry, codes = pieces.geometry.copy(), pieces.verdict.copy()
    causes, allows = pieces.cause.copy(), pieces.allowed.copy()
    hit = rows[touched]
    geometry[hit], codes[hit] = inside[touched], verdict[touched]
    moved = (verdict[touched] != pieces.verdict[hit]) | (pieces.cause[hit] == GAP)
    causes[hit[moved]] = cause[touched][moved]
    allows[hit] = allowed[touched]
    rest = rows[left]
    return Pieces(
        np.concatenate([pieces.site, pieces.site[rest]]),
        np.concatenate([geometry, outside[left]]),
        np.concatenate([codes, pieces.verdict[rest]]),
        np.concatenate([causes, pieces.cause[rest]]),
        np.concatenate([pieces.zoning, pieces.zoning[rest]]),
        np.concatenate([allows, pieces.allowed[rest]]),
    )


def _turned(
    verdict: np.ndarray, cause: np.ndarray, allowed: np.ndarray, mine: Modifiers
) -> np.ndarray:
    """The verdicts after a modifier.

    ADDS: the better counts, not in a gap. LIMITS and CAPS: the stricter counts. UNREAD: an
    article that was not read makes "fits" conditional or unknown, and "fits not" unknown.
    LAYER (new law): it decides in a gap and where it is stricter; where it allows what an
    older plan refuses, its own article on what it sets aside decides: conditional. FORBIDS:
    does not fit, but unknown where another rule on the same activity allows it.
    """
    value, gap = mine.verdict, cause == GAP
    special = np.where((value == CONDITIONAL) & (verdict <= CONDITIONAL), CONDITIONAL, UNKNOWN)
    layer = np.where((value == FITS) & (verdict != FITS) & ~gap, CONDITIONAL, value)
    contradicted = (allowed != GAP) & (allowed == mine.law)
    return np.select(
        [mine.effect == kind for kind in (ADDS, LIMITS, UNREAD, LAYER, FORBIDS, CAPS)],
        [
            np.where(gap, verdict, np.minimum(verdict, value)),
            np.maximum(verdict, value),
            np.where(gap, verdict, special),
            layer,
            np.where(contradicted, UNKNOWN, DOES_NOT_FIT),
            np.maximum(verdict, CONDITIONAL),
        ],
        verdict,
    )
