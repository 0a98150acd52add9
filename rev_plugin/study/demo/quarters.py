"""Town quarters: streets cut an area into blocks, and houses stand along the streets.

Each quarter has a pattern that Dutch towns are made of: closed blocks in the old centre,
terraces on curved or straight streets, slabs of flats, villas, and halls on a park.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Optional

import numpy as np
import shapely

from rev_plugin.study.demo.landscape import CHURCH_SQUARE, TOWN, Landscape
from rev_plugin.study.demo.shapes import hatch, loop, parts, polar, smooth

RING_INNER, RING_OUTER = 400.0, 690.0
GATES = (14, 71, 128, 187, 243, 301)  # degrees of the main streets


class Pattern(NamedTuple):
    """How a quarter is built."""

    name: str
    spacing: float  # m between parallel streets
    cross: float  # m between cross streets
    bow: float  # m, how far straight streets are bent
    house: str  # key of houses.HOUSES
    years: tuple[int, int]
    green: float  # share of blocks without houses


PATTERNS = {
    "terrace30": Pattern("vooroorlogs", 66, 150, 0, "terrace", (1921, 1939), 0.05),
    "terrace70": Pattern("woonerf", 72, 170, 16, "terrace", (1968, 1979), 0.10),
    "flats": Pattern("strokenbouw", 84, 190, 0, "flat", (1958, 1969), 0.12),
    "semi": Pattern("twee onder een kap", 78, 180, 12, "semi", (1985, 1998), 0.08),
    "villa": Pattern("villawijk", 104, 210, 22, "villa", (1928, 1990), 0.12),
    "new": Pattern("vinex", 68, 150, 10, "terrace_new", (2003, 2016), 0.10),
}
_INNER = ("terrace30", "terrace30", "semi", "terrace30", "villa", "terrace30")
_OUTER = ("semi", "flats", "terrace70", "terrace70", "villa", "new")


@dataclass
class Quarter:
    """One part of a town: its area, streets (lines), blocks (polygons) and pattern."""

    name: str
    pattern: Pattern
    area: shapely.Polygon
    streets: list
    blocks: list
    green: list


@dataclass
class Town:
    """Streets and blocks of the town, the moat of the old centre and what is special."""

    centre: shapely.Polygon
    moat: shapely.Polygon
    market: shapely.Polygon
    main_streets: list
    centre_streets: list
    centre_blocks: list
    quarters: list


def draw_town(land: Landscape, rng: np.random.Generator) -> Town:
    """The fortified centre, two rings and twelve quarters of Wiselburg."""
    fortress = _fortress(230, 62)
    centre, moat = fortress.buffer(-6), fortress.buffer(32, join_style="mitre").difference(fortress)
    ring1, ring2 = (_ring(r, rng) for r in (RING_INNER, RING_OUTER))
    radials = [_radial(angle, 40, 1150, rng) for angle in GATES]
    streets, blocks, market = _centre(centre, radials, rng)
    rings = [shapely.LineString(r.exterior.coords) for r in (ring1, ring2)]
    outside = [shapely.intersection(r, land.town.difference(centre)) for r in radials]
    main = [*rings, *parts(np.array(outside, dtype=object), "LineString", 30)]
    taken = shapely.union_all([
        land.rail.buffer(38), shapely.union_all(shapely.buffer(np.array(main, dtype=object), 9)),
        fortress.buffer(60),
    ])  # fmt: skip
    quarters = []
    bands = ((ring1.difference(fortress.buffer(60)), _INNER), (ring2.difference(ring1), _INNER),
             (land.town.difference(ring2), _OUTER))  # fmt: skip
    for b, (band, kinds) in enumerate(bands):
        for piece in parts(band.difference(taken), least=6000):
            kind = kinds[_sector(piece)]
            quarters.append(draw_quarter(f"wijk {b}", PATTERNS[kind], piece, rng, TOWN))
    return Town(centre, moat, market, main, streets, blocks, quarters)


def _fortress(radius: float, bastion: float) -> shapely.Polygon:
    """A seven-pointed fortress, as many Dutch river towns still have in their moat."""
    points = []
    for i in range(7):
        a = 360 / 7 * i + 8
        points += [polar(TOWN, radius, a - 17), polar(TOWN, radius + bastion * 0.45, a - 13),
                   polar(TOWN, radius + bastion, a), polar(TOWN, radius + bastion * 0.45, a + 13),
                   polar(TOWN, radius, a + 17)]  # fmt: skip
    return shapely.Polygon(points)


def _ring(radius: float, rng: np.random.Generator) -> shapely.Polygon:
    return loop(TOWN, radius, rng, 0.02, 4)


def _radial(angle: float, start: float, end: float, rng: np.random.Generator) -> shapely.LineString:
    bend = rng.uniform(-7, 7, 4)
    radii = np.linspace(start, end, 4)
    return smooth([polar(TOWN, r, angle + b * (r > 100)) for r, b in zip(radii, bend)], 25)


def _sector(area: shapely.Polygon) -> int:
    """Which of the six sectors between the gates an area lies in."""
    x, y = area.representative_point().coords[0]
    angle = np.degrees(np.arctan2(y - TOWN[1], x - TOWN[0])) % 360
    return int(np.searchsorted(GATES, angle)) % len(GATES)


def _centre(
    centre: shapely.Polygon, radials: list, rng: np.random.Generator
) -> tuple[list, list, shapely.Polygon]:
    """Irregular medieval streets round a market square; (streets, blocks, market)."""
    market = shapely.Polygon([(4268, 4728), (4362, 4742), (4380, 4806), (4284, 4818)])
    lanes = [*hatch(centre, 24, 62, rng, 0.16, 7), *hatch(centre, 108, 74, rng, 0.16, 6)]
    lines = np.array([*lanes, *radials], dtype=object)
    streets = parts(shapely.intersection(lines, centre), "LineString", 20)
    space = shapely.union_all(
        [*shapely.buffer(np.array(streets, dtype=object), 3.4), market.buffer(4)]
    )
    return streets, parts(centre.buffer(-8).difference(space), least=350), market


def draw_quarter(
    name: str, pattern: Pattern, area: shapely.Polygon, rng: np.random.Generator,
    round_centre: Optional[tuple[float, float]] = None, angle: Optional[float] = None,
) -> Quarter:  # fmt: skip
    """Streets of a pattern within an area, and the blocks between them.

    Prewar quarters curve round the centre of the town; later ones have their own angle.
    """
    turn = float(rng.uniform(0, 90)) if angle is None else angle
    if pattern.name == "vooroorlogs" and round_centre:
        main, cross = _concentric(area, pattern, round_centre)
    else:
        main = hatch(area, turn, pattern.spacing, rng, 0.05, pattern.bow)
        cross = hatch(area, turn + 90, pattern.cross, rng, 0.15, pattern.bow)
    inner = area.buffer(-4)
    streets = parts(shapely.intersection(main, inner), "LineString", 45)
    lanes = parts(shapely.intersection(cross, inner), "LineString", 30)
    lines = np.array([*streets, *lanes], dtype=object)
    blocks = parts(inner.difference(shapely.union_all(shapely.buffer(lines, 4.5))), least=400)
    green = [b for b in blocks if rng.random() < pattern.green]
    return Quarter(name, pattern, area, [*streets, *lanes], blocks, green)


def _concentric(
    area: shapely.Polygon, pattern: Pattern, centre: tuple[float, float]
) -> tuple[np.ndarray, np.ndarray]:
    """Arcs round a centre and spokes between them."""
    angles = np.linspace(0, 360, 145)
    reach = shapely.hausdorff_distance(shapely.Point(centre), area)
    nearest = area.distance(shapely.Point(centre))
    arcs = [
        shapely.LineString([polar(centre, r, a) for a in angles])
        for r in np.arange(nearest + 34, reach, pattern.spacing)
    ]
    gap = np.degrees(pattern.cross / max(nearest, 200))
    spokes = [
        shapely.LineString([polar(centre, r, a) for r in (nearest, reach)])
        for a in np.arange(5, 365, gap)
    ]
    return np.array(arcs, dtype=object), np.array(spokes, dtype=object)


def church() -> shapely.Polygon:
    """A cruciform church with a tower at the west end."""
    x, y = CHURCH_SQUARE[0] + 6, CHURCH_SQUARE[1] + 4
    nave = shapely.box(x - 24, y - 8, x + 24, y + 8)
    cross = shapely.box(x + 4, y - 18, x + 15, y + 18)
    tower = shapely.box(x - 34, y - 6, x - 22, y + 6)
    apse = shapely.Point(x + 24, y).buffer(8, quad_segs=4)
    return shapely.affinity.rotate(shapely.union_all([nave, cross, tower, apse]), 11)
