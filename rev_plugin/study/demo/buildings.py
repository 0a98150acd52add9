"""All buildings of the demo, from the church to the farms."""

from __future__ import annotations

import numpy as np
import shapely
import shapely.affinity
import shapely.ops

from rev_plugin.core.model import Features
from rev_plugin.study.demo import houses
from rev_plugin.study.demo.quarters import Quarter, church
from rev_plugin.study.demo.sites import site_shapes
from rev_plugin.study.demo.world import World


def draw_buildings(world: World, rng: np.random.Generator) -> Features:
    """All buildings: landmarks first, so that they win where a row would overlap them."""
    land, town, made = world.land, world.town, houses.Buildings()
    made.add([church()], "bijeenkomstfunctie", (1480, 1480), (31, 31), rng)
    made.add(_landmarks(world), "kantoorfunctie", (1975, 2008), (9, 18), rng)
    made.add([_hospital()], "gezondheidszorgfunctie", (1992, 1992), (16, 16), rng)
    for block in town.centre_blocks:
        pieces = houses.closed_block(block, rng)
        shops = rng.random(len(pieces)) < 0.3
        for use, chosen in (("winkelfunctie", shops), ("woonfunctie", ~shops)):
            made.add([p for p, c in zip(pieces, chosen) if c], use, (1640, 1930), (7, 13), rng)
    for quarter in [*town.quarters, *world.village]:
        houses.quarter_houses(quarter, made, rng)
    _first_phase(world.akkers, made, rng)
    houses.halls(world.park.blocks, 90, made, rng)
    _lints(world, made, rng)
    forbidden = shapely.union_all([
        world.water, land.rail.buffer(9), land.station, *(d.buffer(7) for d in land.dikes),
        *(r.line.buffer(r.half + 1) for r in land.roads), land.nature, *land.forests,
        *site_shapes(),
    ])  # fmt: skip
    return made.features(forbidden)


def _first_phase(quarter: Quarter, made: houses.Buildings, rng: np.random.Generator) -> None:
    """Of the new quarter only the eastern streets have been built."""
    built = [s for s in quarter.streets if s.centroid.x > 3080]
    rows = [houses.along(s, houses.HOUSES["terrace_new"], rng) for s in built]
    made.add(np.concatenate(rows), "woonfunctie", (2019, 2024), (9, 11.5), rng)


def _landmarks(world: World) -> list:
    """Station hall, town hall with its court, and a few offices near the railway."""
    rail = world.land.rail
    at = rail.project(shapely.Point(4345, 5560))
    hall = shapely.ops.substring(rail, at - 45, at + 45).parallel_offset(22, "right")
    court = shapely.box(4212, 4660, 4256, 4700)
    offices = [
        shapely.ops.substring(rail, at + d, at + d + 52).parallel_offset(30, "right").buffer(
            9, cap_style="flat") for d in (80, 150, 225)]  # fmt: skip
    return [hall.buffer(7, cap_style="flat"), court.difference(court.buffer(-11)), *offices]


def _hospital() -> shapely.Polygon:
    """Two crossed wings with three courts."""
    body = shapely.union_all(
        [shapely.box(4985, 3835, 5115, 3905), shapely.box(5020, 3800, 5060, 3950)]
    )
    courts = [shapely.box(4998 + 40 * i, 3852, 5014 + 40 * i, 3888) for i in (0, 2)]
    return shapely.affinity.rotate(body.difference(shapely.union_all(courts)), 34)


def _lints(world: World, made: houses.Buildings, rng: np.random.Generator) -> None:
    """Ribbon development along dike and village road, farms along the polder roads."""
    land = world.land
    dike = land.dikes[0]
    made.add(
        houses.along(shapely.ops.substring(dike, 900, 6600), houses.HOUSES["lint"], rng, 26, (1,)),
        "woonfunctie", (1820, 1960), (6.5, 9), rng,
    )  # fmt: skip
    for road in land.roads:
        if road.name == "Kreekweg":
            lint = shapely.ops.substring(road.line, 900, 4700)
            made.add(houses.along(lint, houses.HOUSES["lint"], rng, road.half), "woonfunctie",
                     (1880, 1990), (6.5, 9.5), rng)  # fmt: skip
        if road.kind == "gemeentelijke weg" and road.name not in ("Parkweg", "Wiselbrugweg"):
            houses.farms(road.line, road.half, made, rng)
    south = shapely.ops.substring(land.dikes[1], 400, 11_800)
    houses.farms(south, 20, made, rng)
    hamlet = shapely.ops.substring(land.dikes[1], 5200, 7600)
    made.add(houses.along(hamlet, houses.HOUSES["lint"], rng, 26, (-1,)), "woonfunctie",
             (1860, 1975), (6.5, 9), rng)  # fmt: skip
