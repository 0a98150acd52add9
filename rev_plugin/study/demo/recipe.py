"""The recipe of the demo: everything on the map, drawn from one seed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.model import Features
from rev_plugin.study.demo import houses
from rev_plugin.study.demo.landscape import (
    GASWORKS,
    STATION_CARPARK,
    Landscape,
    draw_landscape,
    flood_defence,
    junction,
)
from rev_plugin.study.demo.polder import draw_polder
from rev_plugin.study.demo.quarters import PATTERNS, Quarter, Town, church, draw_quarter, draw_town
from rev_plugin.study.demo.shapes import frame, loop, parts, smooth
from rev_plugin.study.demo.sites import site_shapes
from rev_plugin.study.demo.tables import read_table

SEED = 2024
SPORTS_PARK = shapely.Polygon([(4900, 3790), (5240, 4020), (5330, 3790), (5010, 3580)])


@dataclass
class World:
    """The drawn world in the local frame: bones, quarters, and the themes as features."""

    land: Landscape
    town: Town
    akkers: Quarter
    village: list
    park: Quarter
    paved: shapely.Geometry  # all streets and roads as area
    water: shapely.Geometry
    parcels: np.ndarray
    buildings: Features
    themes: dict


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
    world = World(land, town, akkers, village, park, paved, water, parcels, None, {})  # type: ignore[arg-type]
    world.buildings = _buildings(world, rng)
    world.themes = _themes(world, ditches, rng)
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


def _buildings(world: World, rng: np.random.Generator) -> Features:
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


def _features(shapes: list, **columns: list) -> Features:
    """Shapes with a table; a single value counts for all rows."""
    n = len(shapes)
    table = {k: v if isinstance(v, (list, np.ndarray)) else [v] * n for k, v in columns.items()}
    return Features(np.array(shapes, dtype=object), pd.DataFrame(table))


def _themes(world: World, ditches: np.ndarray, rng: np.random.Generator) -> dict:
    """The layers of the study by their design names, in the local frame."""
    land = world.land
    names, zones, defence = zip(*flood_defence(land))
    water, kinds = _water(world, ditches)
    return {
        "bebouwing": world.buildings,
        "natura2000": _features([land.nature], naam=["Kreekveen"], nr=["980"]),
        "nnn": _nnn(world, rng),
        "buisleidingen": _features(
            [land.gas], leiding_id=["W-980-01"], naam=["Regionale gastransportleiding W-980"],
            stof=["aardgas"], druk_bar=[40.0], diameter_mm=[324.0],
        ),
        "hoogspanning": _features(
            [land.hv], lijn_id=["980-WK-150"], naam=["Wiselburg Noord – Kreekland"],
            spanning_kv=[150], ligging=["bovengronds"],
        ),
        "waterkeringen": _features(
            list(defence), kering_id=[f"P{i + 1}" for i in range(len(names))], naam=list(names),
            zone=list(zones), soort="primaire waterkering",
        ),
        "spoor": _features([land.rail], spoor_id=["980-1"], naam=["Wiselburg – Overkreek"]),
        "wegen": _roads(world),
        "windturbines": _features(
            list(shapely.points(land.turbines)), turbine_id=[f"KP{i}" for i in range(1, 6)],
            windpark="Kreekpolder", vermogen_mw=3.6, ashoogte_m=100.0, rotordiameter_m=117.0,
            tiphoogte_m=158.5, bouwjaar=2015,
        ),
        "externe_veiligheid": _safety(world),
        "archeologie": _archaeology(world),
        "water": _features(water, identificatie=[f"W{i}" for i in range(len(water))], soort=kinds),
        "percelen": _features(
            list(world.parcels),
            perceel_id=[f"WSB01{'AB'[i % 2]}{i:05d}" for i in range(len(world.parcels))],
        ),
        "gemeenten": _features(
            list(land.municipalities.values()), gemeentecode=["9801", "9802", "9803"],
            gemeente=list(land.municipalities),
        ),
        "stations": _features(
            [land.station, *STATION_SITES],
            naam=["OS Wiselburg Noord 150/10 kV", "OS Wiselburg Zuid 50/10 kV",
                  "OS Oudekreek 50/10 kV", "OS Overwisel 50/20 kV"],
            spanning_kv=[150, 50, 50, 50], mva=[240.0, 90.0, 60.0, 60.0],
        ),
        "kabels": _cables(),
        "ruimteclaims": _claims(),
    }  # fmt: skip


LPG = (5452.0, 4312.0)
STATION_SITES = [
    shapely.box(5850, 3085, 5935, 3150),
    shapely.box(10_140, 5660, 10_210, 5725),
    shapely.box(6180, 640, 6250, 705),
]


def _water(world: World, ditches: np.ndarray) -> tuple[list, list]:
    land, moat = world.land, world.town.moat
    shapes = [land.river, land.canal, moat, *land.lakes, *ditches]
    kinds = ["rivier", "kanaal", "gracht", *["plas"] * len(land.lakes), *["sloot"] * len(ditches)]
    return shapes, kinds


def _nnn(world: World, rng: np.random.Generator) -> Features:
    """Nature network: round the nature area, forests, fens, and stretches of floodplain."""
    land = world.land
    meadows = land.floodplain.difference(shapely.union_all([land.river, *land.lakes]))
    stretches = [
        meadows.intersection(loop((x, 1800), reach, rng, 0.14))
        for x, reach in ((1500, 1150), (7800, 700), (10_500, 1050))
    ]
    corridor = land.canal_line.buffer(70).difference(land.canal)
    stepping = corridor.intersection(shapely.box(8000, 5100, 9000, 7600))
    fringe = (
        loop((2020, 8350), 520, rng, 0.2).union(land.nature.buffer(110)).difference(land.nature)
    )
    ground = np.array([fringe, stepping, *land.forests, *stretches], dtype=object)
    shapes = parts(shapely.difference(ground, world.paved), least=3000)
    return _features(shapes, identificatie=[f"NNN-980-{i:03d}" for i in range(len(shapes))],
                     naam="Natuurnetwerk Wisellanden")  # fmt: skip


def _roads(world: World) -> Features:
    land, town = world.land, world.town
    rows = [(r.name, r.kind, r.line) for r in land.roads]
    rows += [("A80 oprit", "op- en afrit", s) for s in junction()]
    rows += [("Ringweg" if i < 2 else "Poortweg", "hoofdweg", s)
             for i, s in enumerate(town.main_streets)]  # fmt: skip
    quarters = [*town.quarters, *world.village, world.akkers, world.park]
    streets = [*town.centre_streets, *(s for quarter in quarters for s in quarter.streets)]
    known = [row["naam"] for row in read_table("straatnamen.csv")]
    rows += [(known[i * 17 % len(known)], "straat", s) for i, s in enumerate(streets)]
    names, kinds, lines = zip(*rows)
    return _features(list(lines), weg_id=[f"R{i}" for i in range(len(rows))], naam=list(names),
                     wegtype=list(kinds))  # fmt: skip


def _safety(world: World) -> Features:
    """Contours of external safety: an LPG station, a chemical firm, the gas pipeline."""
    lpg, firm = shapely.Point(LPG), shapely.Point(6480, 3300)
    shapes = [lpg.buffer(45), lpg.buffer(160), firm.buffer(70), firm.buffer(310),
              world.land.gas.buffer(140)]  # fmt: skip
    return _features(
        shapes,
        identificatie=[f"EV-{i}" for i in range(1, 6)],
        naam=["LPG-tankstation N480", "LPG-tankstation N480", "Chemie Hoge Akker",
              "Chemie Hoge Akker", "Gasleiding W-980"],
        soort=["plaatsgebonden risico", "brandaandachtsgebied", "plaatsgebonden risico",
               "gifwolkaandachtsgebied", "brandaandachtsgebied"],
    )  # fmt: skip


def _archaeology(world: World) -> Features:
    """The old centre, the village and a fossil river ridge."""
    ridge = smooth([(900, 3650), (2100, 3900), (3000, 3550), (4700, 3000), (5800, 2620),
                    (7600, 2860), (9800, 2620)]).buffer(130)  # fmt: skip
    outside = ridge.difference(world.land.floodplain)
    return _features(
        [world.town.centre.buffer(60), world.land.village, outside],
        identificatie=["ARC-1", "ARC-2", "ARC-3"],
        naam=["Vesting Wiselburg", "Dorpskern Oudekreek", "Stroomrug van de Oude Wisel"],
        verwachting=["hoog", "hoog", "middelhoog"],
    )


def _cables() -> Features:
    """Three routes of 50 kV from the northern station."""
    routes = [
        smooth([(6195, 6500), (6000, 5900), (5500, 5300), (5400, 4500), (5880, 3150)]),
        smooth([(6330, 6600), (7900, 6000), (9300, 5780), (10_140, 5690)]),
        smooth([(5890, 3085), (6050, 2400), (6120, 1500), (6210, 705)]),
    ]
    return _features(routes, kabel_id=["K1", "K2", "K3"], spanning_kv=50,
                     naam=["Noord – Zuid", "Noord – Oudekreek", "Zuid – Overwisel"])  # fmt: skip


def _claims() -> Features:
    """Room that others count on: a station, a route, a wind position, a heat plant."""
    route = smooth([(6195, 6740), (7300, 7550), (9150, 8500)]).buffer(60)
    return _features(
        [shapely.box(10_640, 5770, 10_900, 5935), route, shapely.Point(8660, 8365).buffer(120),
         shapely.box(4560, 6890, 4820, 7080)],
        naam=["Zoekgebied station Oudekreek-Oost", "Tracé 50 kV Noord – Kreekpolder",
              "Zesde windturbine Kreekpolder", "Zoekgebied waterberging Noordweg"],
        activiteit=["station_ts_ms", "kabel", "windturbine", "waterberging"],
        instrument=["energievisie als programma", "investeringsplan", "omgevingsplan",
                    "omgevingsvisie"],
        overheid=["gemeente Kreekland", "Wiselnet", "gemeente Kreekland", "gemeente Wiselburg"],
        jaar=[2031, 2030, 2029, 2032], status="verzonnen voorbeeld",
        bron="Energievisie Wisellanden (verzonnen)",
    )  # fmt: skip


def clip(features: Features, area: Optional[shapely.Polygon] = None) -> Features:
    """Features cut at the edge of the demo."""
    inside = shapely.intersection(features.geometry, frame() if area is None else area)
    keep = ~shapely.is_empty(inside)
    return Features(inside[keep], features.table.loc[keep].reset_index(drop=True))
