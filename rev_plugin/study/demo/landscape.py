"""The bones of the demo landscape: water, dikes, roads, rail, energy and municipalities.

   9 km  Kreekveen . . . . 150 kV . . | motorway . . canal | . turbines
         . gas pipeline . railway . . |            .       |  Oudekreek
         . Nieuwe Akkers  WISELBURG --+-- N-road --+-------+---- lint
         . . . . . . . . .  Hoge Akker|            .       |  forest
   2 km  ~~~~~~~~ river Wisel, floodplain and dikes ~~~~~~~~~~~~~~~~~~~~
   0 km  Overwisel (a third municipality, only its northern edge)

Everything is invented; the coordinates are metres in the local frame of `shapes`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import shapely

from rev_plugin.study.demo.shapes import Points, frame, loop, parts, polar, smooth

TOWN = (4300.0, 4750.0)
VILLAGE = (9860.0, 4960.0)
CHURCH_SQUARE = (4320.0, 4770.0)

# Spots with a role in the plans.
GASWORKS = shapely.Polygon([(5262, 4180), (5420, 4160), (5440, 4290), (5300, 4380), (5262, 4300)])
STATION_CARPARK = shapely.Polygon([(4395, 5598), (4530, 5622), (4526, 5652), (4391, 5630)])
SPORTS_PARK = shapely.Polygon([(4900, 3790), (5240, 4020), (5330, 3790), (5010, 3580)])
LPG = (5452.0, 4312.0)
STATION_SITES = [
    shapely.box(5850, 3085, 5935, 3150),
    shapely.box(10_140, 5660, 10_210, 5725),
    shapely.box(6180, 640, 6250, 705),
]  # of the three smaller stations

_RIVER: Points = [
    (-300, 1700), (900, 2080), (2300, 1520), (3900, 1880), (5400, 1430), (6900, 1930),
    (8600, 1560), (10300, 2060), (12300, 1780),
]  # fmt: skip
_NORTH_DIKE: Points = [
    (-300, 2240), (900, 2560), (2300, 2140), (3800, 2330), (5400, 2010), (6900, 2390),
    (8500, 2080), (10300, 2560), (12300, 2230),
]  # fmt: skip
_SOUTH_DIKE: Points = [
    (-300, 1180), (900, 1500), (2400, 1040), (3900, 1330), (5500, 980), (6900, 1360),
    (8600, 1060), (10200, 1480), (12300, 1270),
]  # fmt: skip


class Road(NamedTuple):
    """A road with its class (as in wegvakken) and half its paved width in metres."""

    name: str
    kind: str
    line: shapely.LineString
    half: float


_ROADS: tuple[tuple[str, str, float, Points], ...] = (
    ("A80", "autosnelweg", 17, [(7450, 9300), (7150, 7900), (6850, 6500), (6720, 5000),
                               (6900, 3600), (7080, 2000), (6900, 700), (6950, -300)]),
    ("N480", "provinciale weg", 6, [(5230, 4470), (5900, 4250), (6760, 4250), (7700, 4480),
                                   (8600, 4700), (9860, 4760), (11000, 4540), (12300, 4620)]),
    ("N481", "provinciale weg", 6, [(-300, 4350), (900, 4480), (1900, 4350), (2600, 4620),
                                   (3330, 4700)]),
    ("Wiselbrugweg", "gemeentelijke weg", 5, [(4330, 3760), (4450, 3100), (4280, 2360)]),
    ("Noordweg", "gemeentelijke weg", 4, [(4000, 5700), (3900, 6500), (4050, 7700),
                                         (3880, 9300)]),
    ("Achterweg", "gemeentelijke weg", 3.5, [(-300, 6350), (1300, 6240), (2400, 6420),
                                            (3900, 6360), (5300, 6180), (6850, 6260),
                                            (8400, 6050), (9950, 5900), (12300, 6250)]),
    ("Middelweg", "gemeentelijke weg", 3.5, [(2450, 7900), (3980, 7950), (5600, 8120),
                                            (7180, 8050), (8480, 7800), (9950, 7460),
                                            (12300, 7700)]),
    ("Kreekweg", "gemeentelijke weg", 4, [(9600, 2560), (9820, 3500), (9760, 4300),
                                         (9900, 5150), (9820, 6000), (10040, 6800),
                                         (9900, 7700), (10050, 9300)]),
    ("Zuidwetering", "gemeentelijke weg", 3.5, [(-300, 3320), (1200, 3420), (2900, 3250),
                                               (4420, 3260), (5500, 3060), (5650, 3100)]),
    ("Parkweg", "gemeentelijke weg", 4.5, [(5750, 4290), (5690, 3700), (5620, 3100)]),
    ("Lageweg", "gemeentelijke weg", 3.5, [(7080, 3120), (8700, 3260), (9790, 3330),
                                          (11000, 3200), (12300, 3420)]),
)  # fmt: skip


@dataclass
class Landscape:
    """The bones, as local geometries."""

    river: shapely.Polygon
    river_line: shapely.LineString
    lakes: list
    floodplain: shapely.Polygon
    dikes: list
    canal: shapely.Polygon
    canal_line: shapely.LineString
    roads: list
    rail: shapely.LineString
    hv: shapely.LineString
    gas: shapely.LineString
    station: shapely.Polygon
    town: shapely.Polygon
    akkers: shapely.Polygon
    park: shapely.Polygon
    village: shapely.Polygon
    nature: shapely.Polygon
    forests: list
    turbines: np.ndarray
    municipalities: dict = field(default_factory=dict)


def draw_landscape(rng: np.random.Generator) -> Landscape:
    """The bones of the landscape, the same for the same generator."""
    river_line = smooth(_RIVER)
    north, south = smooth(_NORTH_DIKE), smooth(_SOUTH_DIKE)
    floodplain = shapely.Polygon([*north.coords, *reversed(south.coords)])
    canal_line = smooth([(8560, 1500), (8640, 2300), (8800, 3500), (8560, 4700),
                         (8380, 6200), (8520, 7800), (8420, 9300)])  # fmt: skip
    land = Landscape(
        river=_river(river_line, rng),
        river_line=river_line,
        lakes=_lakes(rng),
        floodplain=floodplain,
        dikes=[north, south],
        canal=canal_line.buffer(24, cap_style="flat"),
        canal_line=canal_line,
        roads=[Road(name, kind, smooth(points), half) for name, kind, half, points in _ROADS],
        rail=smooth([(-300, 5720), (1800, 5640), (3200, 5520), (4350, 5560), (5600, 5760),
                     (7400, 5660), (9300, 5480), (12300, 5620)]),
        hv=shapely.LineString([(-300, 7230), (2620, 7080), (6080, 6860), (9320, 7060),
                               (12300, 6760)]),
        gas=smooth([(420, -300), (1250, 1500), (1620, 2900), (2250, 4100), (2380, 5400),
                    (2760, 6600), (4700, 7700), (5650, 9300)], 60),
        station=shapely.box(6060, 6500, 6330, 6740),
        town=loop(TOWN, 1010, rng, 0.1, 6),
        akkers=shapely.Polygon([(2560, 4700), (2700, 5380), (3300, 5330), (3420, 4960),
                                (3330, 4740), (2900, 4680)]),
        park=shapely.Polygon([(5660, 4200), (6560, 4140), (6660, 3900), (6760, 3040),
                              (5640, 2960), (5580, 3600)]),
        village=loop(VILLAGE, 430, rng, 0.14),
        nature=loop((1250, 7950), 820, rng, 0.2, 9, 160),
        forests=[loop(at, size, rng, 0.16, 8, 80) for at, size in _FORESTS],
        turbines=np.array([(9250 + 590 * i, 8420 + 55 * i) for i in range(5)], dtype=float),
    )  # fmt: skip
    land.municipalities = _municipalities(canal_line, river_line)
    return land


_FORESTS = (
    ((11050, 2830), 430), ((11500, 5350), 260), ((2050, 7250), 330), ((5350, 7300), 210),
    ((700, 5300), 240), ((7850, 6900), 230), ((1985, 5110), 150),
)  # fmt: skip


def _river(line: shapely.LineString, rng: np.random.Generator) -> shapely.Polygon:
    """The summer bed, with groynes on both banks as the big rivers have them."""
    bed = line.buffer(92)
    groynes = []
    for s in np.arange(150, line.length - 150, 190):
        at = np.array(line.interpolate(s).coords[0])
        ahead = np.array(line.interpolate(s + 5).coords[0]) - at
        side = np.array([-ahead[1], ahead[0]]) / np.hypot(*ahead)
        groynes += [
            shapely.LineString([at + sign * 100 * side, at + sign * rng.uniform(52, 62) * side])
            for sign in (-1, 1)
        ]
    return bed.difference(shapely.union_all(shapely.buffer(np.array(groynes), 5)))


def _lakes(rng: np.random.Generator) -> list:
    """A sand pit and an old river arm in the floodplain, fens in the nature area."""
    arm = smooth([(2650, 1950), (3050, 1930), (3450, 2060), (3750, 2180)]).buffer(34)
    pit = loop((7720, 2010), 150, rng, 0.15)
    fens = [loop((1250 + dx, 7950 + dy), r, rng, 0.25)
            for dx, dy, r in ((-240, 180, 150), (130, -160, 190), (320, 300, 95),
                              (-350, -260, 80), (20, 420, 70))]  # fmt: skip
    return [arm, pit, *fens]


def _municipalities(canal: shapely.LineString, river: shapely.LineString) -> dict:
    """Name to area: the river and the canal are the borders, as so often."""
    area = frame()
    below = shapely.Polygon([(-400, -400), *river.coords, (12_400, -400)])
    upper = area.difference(below)
    east = shapely.Polygon([*canal.coords, (12_400, 9_400), (12_400, 1_000), (8_560, 1_000)])
    return {
        "Wiselburg": upper.difference(east),
        "Kreekland": upper.intersection(east),
        "Overwisel": area.intersection(below),
    }


def junction() -> list:
    """The four slip roads where the N480 meets the A80."""
    centre = (6760.0, 4250.0)
    near = [polar(centre, 120, a) for a in (175, 355)]
    slips = []
    for start, reach in zip(near, (1, -1)):
        x = start[0]
        slips += [
            smooth([(6790 - 24 * reach, 4800), (x, 4420), start], 25),
            smooth([(6830 - 24 * reach, 3750), (x + 20, 4090), start], 25),
        ]
    return slips


def flood_defence(land: Landscape) -> list:
    """Per dike the core zone and the protection zone, as the legger draws them."""
    return [
        (f"{name}, {zone}", zone, shapely.union_all(parts(dike.buffer(width, cap_style="flat"))))
        for name, dike in zip(("Noorddijk", "Zuiddijk"), land.dikes)
        for zone, width in (("kernzone", 22), ("beschermingszone", 62))
    ]
