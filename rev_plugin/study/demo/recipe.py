"""The recipe of the demo: everything on the map, drawn from one seed."""

from __future__ import annotations

import numpy as np
import shapely

from rev_plugin.study.demo.buildings import draw_buildings
from rev_plugin.study.demo.landscape import (
    GASWORKS,
    SPORTS_PARK,
    STATION_CARPARK,
    Landscape,
    draw_landscape,
    junction,
)
from rev_plugin.study.demo.polder import draw_polder
from rev_plugin.study.demo.quarters import PATTERNS, Quarter, Town, draw_quarter, draw_town
from rev_plugin.study.demo.shapes import parts
from rev_plugin.study.demo.themes import draw_themes
from rev_plugin.study.demo.world import World

SEED = 2024


def draw_world(seed: int = SEED) -> World:
    """The whole demo landscape; the same seed gives the same world to the last digit."""
    rng = np.random.default_rng(seed)
    land = draw_landscape(rng)
    town = draw_town(land, rng)
    akkers = draw_quarter("De Nieuwe Akkers", PATTERNS["new"], land.akkers, rng, angle=83)
    village = _village(land, rng)
    park = _business_park(land, rng)
    quarters = [*town.quarters, *village, akkers, park]
    water = shapely.union_all([land.river, land.canal, town.moat, *land.lakes])
    paved = _paved(land, town, quarters).difference(land.river)
    built = shapely.union_all([
        land.town, land.akkers, land.park, land.station, water, paved, land.nature,
        land.rail.buffer(12), *land.forests, *(q.area for q in village), SPORTS_PARK, GASWORKS,
        STATION_CARPARK,
    ])  # fmt: skip
    parcels, ditches = draw_polder(land, built, rng)
    world = World(land, town, akkers, village, park, paved, water, parcels, ditches)
    world.themes["bebouwing"] = draw_buildings(world, rng)
    world.themes.update(draw_themes(world, rng))
    return world


def _village(land: Landscape, rng: np.random.Generator) -> list:
    """The core of Oudekreek: small quarters on both sides of the Kreekweg."""
    roads = shapely.union_all([r.line.buffer(r.half + 38) for r in land.roads])
    kinds = ("terrace70", "semi", "villa", "semi")
    return [
        draw_quarter("Oudekreek", PATTERNS[kind], piece, rng)
        for kind, piece in zip(kinds, parts(land.village.difference(roads), least=9000))
    ]


def _business_park(land: Landscape, rng: np.random.Generator) -> Quarter:
    roads = shapely.union_all([r.line.buffer(r.half + 12) for r in land.roads])
    area = max(parts(land.park.difference(roads)), key=shapely.area)
    pattern = PATTERNS["new"]._replace(
        name="bedrijventerrein", spacing=185, cross=330, bow=0, green=0.0
    )
    return draw_quarter("De Hoge Akker", pattern, area, rng, angle=3)


def _paved(land: Landscape, town: Town, quarters: list) -> shapely.Geometry:
    """The ground of all streets and roads."""
    lines = [s for q in quarters for s in q.streets]
    return shapely.union_all([
        *(road.line.buffer(road.half, cap_style="flat") for road in land.roads),
        *(slip.buffer(5) for slip in junction()),
        *shapely.buffer(np.array(town.main_streets, dtype=object), 7),
        *shapely.buffer(np.array(town.centre_streets, dtype=object), 3.4),
        *shapely.buffer(np.array(lines, dtype=object), 4.5),
        town.market.buffer(4),
    ])  # fmt: skip
