"""The layers of the demo study by theme: shapes of the world with invented attributes."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.model import Features
from rev_plugin.study.demo.landscape import LPG, STATION_SITES, flood_defence, junction
from rev_plugin.study.demo.shapes import frame, loop, parts, smooth
from rev_plugin.study.demo.tables import read_table
from rev_plugin.study.demo.world import World


def _features(shapes: list, **columns: list) -> Features:
    """Shapes with a table; a single value counts for all rows."""
    n = len(shapes)
    table = {k: v if isinstance(v, (list, np.ndarray)) else [v] * n for k, v in columns.items()}
    return Features(np.array(shapes, dtype=object), pd.DataFrame(table))


def draw_themes(world: World, rng: np.random.Generator) -> dict[str, Features]:
    """All layers but the buildings by their design names, in the local frame."""
    land = world.land
    names, zones, defence = zip(*flood_defence(land))
    water, kinds = _water(world)
    return {
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
            naam=list(land.municipalities),
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


def _water(world: World) -> tuple[list, list]:
    """Shapes and kinds of all water, the ditches last."""
    land, moat = world.land, world.town.moat
    shapes = [land.river, land.canal, moat, *land.lakes, *world.ditches]
    kinds = [
        "rivier",
        "kanaal",
        "gracht",
        *["plas"] * len(land.lakes),
        *["sloot"] * len(world.ditches),
    ]
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


def clip(features: Features) -> Features:
    """Features cut at the edge of the demo."""
    inside = shapely.intersection(features.geometry, frame())
    keep = ~shapely.is_empty(inside)
    return Features(inside[keep], features.table.loc[keep].reset_index(drop=True))
