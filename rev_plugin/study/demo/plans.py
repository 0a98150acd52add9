"""The plans of the demo, drawn from the landscape: what is there is what is zoned.

Each plan fills its area without gaps: every bestemming takes what is left of the area
after those before it, and the last one takes the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import shapely

from rev_plugin.study.demo.imro_writer import Plan, PlanObject
from rev_plugin.study.demo.landscape import (
    GASWORKS,
    LPG,
    SPORTS_PARK,
    STATION_CARPARK,
    STATION_SITES,
)
from rev_plugin.study.demo.shapes import frame, loop, parts, place
from rev_plugin.study.demo.tables import read_table
from rev_plugin.study.demo.world import World

_FARM_YARD = (3200.0, 14_000.0)  # m² of a built cluster that is a farm: smaller or larger is homes
WIND_POSITION = (8660.0, 8365.0)  # the sixth turbine that the plan allows


class Zone(NamedTuple):
    """A bestemming or aanduiding before it has become a plan object."""

    kind: str
    name: str
    shapes: Sequence[shapely.Geometry]
    group: str = ""
    values: tuple[tuple[str, str], ...] = ()


def draw_plans(world: World) -> list[Plan]:
    """All plans of resources/demo/plannen.csv, in RD."""
    draw = {"stad": _town_plan, "landelijk": _rural_plan, "akkers": _akkers_plan,
            "zon": _solar_plan, "kreek": _creek_plan}  # fmt: skip
    areas = _areas(world)
    plans = []
    for row in read_table("plannen.csv"):
        area = areas[row["recept"]]
        objects = [
            PlanObject(zone.kind, zone.name, shape, zone.group, zone.values)
            for zone in draw[row["recept"]](world, area)
            for shape in place(np.array(zone.shapes, dtype=object))
        ]
        plans.append(
            Plan(row["plan_id"], row["naam"], row["type"], row["status"], row["dossierstatus"],
                 row["datum"], row["gemeentecode"], row["gemeente"], place(np.array([area]))[0],
                 objects)
        )  # fmt: skip
    return plans


def _areas(world: World) -> dict[str, shapely.Geometry]:
    """The plangebied of each plan."""
    land = world.land
    strip = shapely.LineString([(5100, 4440), (5900, 4250)]).buffer(75)
    town = shapely.union_all([
        land.town.buffer(20), land.park.buffer(8), SPORTS_PARK.buffer(25), GASWORKS.buffer(30),
        strip, shapely.Point(LPG).buffer(60), STATION_CARPARK.buffer(30),
    ]).buffer(60).buffer(-60)  # fmt: skip
    town = max(parts(town.difference(land.akkers)), key=shapely.area)
    wiselburg = land.municipalities["Wiselburg"].intersection(frame())
    return {
        "stad": town,
        "landelijk": wiselburg.difference(town),
        "akkers": land.akkers,
        "zon": loop((1750, 4900), 330, np.random.default_rng(5), 0.05, 4, 24),
        "kreek": land.municipalities["Kreekland"].intersection(frame()),
    }


class _Mosaic:
    """Hands out the ground of a plan area, each spot once."""

    def __init__(self, area: shapely.Geometry) -> None:
        self._left = shapely.get_parts(area)  # disjoint: what a piece does not touch stays as it is
        self.zones: list[Zone] = []

    def take(self, name: str, group: str, shapes: Iterable[shapely.Geometry]) -> None:
        """Give a bestemming what is still left of these shapes."""
        wanted = np.array([s for s in shapes if s is not None], dtype=object)
        if not len(wanted):
            return
        meeting = shapely.STRtree(self._left).query(wanted, predicate="intersects")
        piece, spot = meeting[:, np.lexsort(meeting[::-1])]
        got = _common(wanted[piece], self._left[spot])
        self.zones.append(Zone("Enkelbestemming", name, got, group))
        touched = np.unique(spot)
        taken = [shapely.union_all(wanted[piece[spot == one]]) for one in touched]
        rest = shapely.get_parts(shapely.difference(self._left[touched], taken))
        self._left = np.concatenate([np.delete(self._left, touched), rest])

    def rest(self, name: str, group: str) -> None:
        """Give a bestemming all that is left."""
        self.zones.append(Zone("Enkelbestemming", name, parts(self._left, least=4), group))


def _clipped(area: shapely.Geometry, shapes: Iterable[shapely.Geometry]) -> list:
    """The parts of shapes inside an area; what lies wholly inside is left as it is."""
    given = np.array(list(shapes), dtype=object)
    return _common(given, np.full(len(given), area, dtype=object))


def _common(shapes: np.ndarray, areas: np.ndarray) -> list:
    """The parts of shapes inside areas, pair by pair."""
    shapely.prepare(areas)
    near = shapely.intersects(areas, shapes)
    shapes, areas = shapes[near], areas[near]
    whole = shapely.covers(areas, shapes)
    shapes[~whole] = shapely.intersection(shapes[~whole], areas[~whole])
    return parts(shapes, least=4)


def _town_plan(world: World, area: shapely.Geometry) -> list[Zone]:
    """Wiselburg Stad: centre, quarters and business park."""
    land, town, mosaic = world.land, world.town, _Mosaic(area)
    near = [b for b in town.centre_blocks if b.distance(town.market) < 75]
    mosaic.take("Water", "water", [town.moat])
    mosaic.take("Bedrijf - Nutsvoorziening", "bedrijf", [STATION_SITES[0]])
    mosaic.take("Verkeer", "verkeer", parts(world.paved.intersection(area), least=10))
    mosaic.take("Verkeer - Railverkeer", "verkeer", [land.rail.buffer(13)])
    mosaic.take("Centrum", "centrum", near)
    mosaic.take("Gemengd", "gemengd", town.centre_blocks)
    mosaic.take("Maatschappelijk", "maatschappelijk", [*_school_grounds(world), HOSPITAL])
    mosaic.take("Groen", "groen", [b for q in town.quarters for b in q.green])
    flats = [b for q in town.quarters if q.pattern.name == "strokenbouw" for b in q.blocks]
    mosaic.take("Wonen - Gestapeld", "wonen", flats)
    mosaic.take("Wonen", "wonen", [b for q in town.quarters for b in q.blocks])
    mosaic.take("Bedrijventerrein", "bedrijventerrein", world.park.blocks)
    mosaic.take("Gemengd", "gemengd", [GASWORKS])
    mosaic.take("Sport", "sport", [SPORTS_PARK])
    mosaic.rest("Groen", "groen")
    return [*mosaic.zones, *_town_marks(world, area, flats)]


HOSPITAL = shapely.Point(5050, 3870).buffer(115)


def _town_marks(world: World, area: shapely.Geometry, flats: Sequence) -> list[Zone]:
    """Bouwvlakken, aanduidingen, maatvoering and dubbelbestemmingen of the town."""
    land, town = world.land, world.town
    sites = parts(shapely.buffer(np.array(world.park.blocks, dtype=object), -7), least=100)
    chemistry = shapely.Point(6480, 3300).buffer(85)
    return [
        Zone("Bouwvlak", "bouwvlak", [*sites, *_building_strips(world)]),
        Zone("Maatvoering", "maximum bouwhoogte (m)", sites,
             values=(("maximum bouwhoogte (m)", "14"),)),
        Zone("Maatvoering", "maximum bouwhoogte (m)", flats,
             values=(("maximum bouwhoogte (m)", "25"),)),
        Zone("Functieaanduiding", "parkeerterrein", _clipped(area, [STATION_CARPARK])),
        Zone("Functieaanduiding", "specifieke vorm van bedrijf - chemie",
             _clipped(area, [chemistry])),
        Zone("Functieaanduiding", "verkooppunt motorbrandstoffen met lpg",
             _clipped(area, [shapely.Point(LPG).buffer(30)])),
        Zone("Dubbelbestemming", "Waarde - Archeologie 1",
             _clipped(area, [town.centre.buffer(60)]), "waarde"),
        Zone("Dubbelbestemming", "Waarde - Cultuurhistorie", _clipped(area, [town.centre]),
             "waarde"),
        Zone("Gebiedsaanduiding", "geluidzone - industrie",
             _clipped(area, [land.park.buffer(180).difference(land.park)]), "geluidzone"),
        Zone("Gebiedsaanduiding", "veiligheidszone - lpg",
             _clipped(area, [shapely.Point(LPG).buffer(45)]), "veiligheidszone"),
        Zone("Gebiedsaanduiding", "wetgevingzone - wijzigingsgebied 1", _clipped(area, [GASWORKS]),
             "wetgevingzone"),
    ]  # fmt: skip


def _building_strips(world: World) -> list:
    """Where houses may stand: the edge of a block, behind its front gardens."""
    town = world.town
    built = [b for q in town.quarters for b in q.blocks if b not in q.green]
    blocks = np.array([*built, *town.centre_blocks], dtype=object)
    front, back = shapely.buffer(blocks, -2.5), shapely.buffer(blocks, -18)
    return parts(shapely.difference(front, back), least=100)


def _school_grounds(world: World) -> list:
    """Green blocks with a school in them."""
    schools = world.buildings.geometry[
        (world.buildings.table["gebruiksdoel"] == "onderwijsfunctie").to_numpy()
    ]
    return [b for q in [*world.town.quarters, *world.village] for b in q.green
            if shapely.intersects(b, schools).any()]  # fmt: skip


def _yards(world: World, area: shapely.Geometry) -> list:
    """Clusters of buildings in the countryside, with 13 m round them.

    The new quarter is left out: it was farmland when these plans were made.
    """
    area = area.difference(world.land.akkers)
    shapely.prepare(area)
    inside = world.buildings.geometry[shapely.intersects(area, world.buildings.geometry)]
    grown = shapely.union_all(shapely.buffer(inside, 13, join_style="mitre"))
    return _clipped(area, shapely.get_parts(shapely.simplify(grown, 0.5)))


def _rural_plan(world: World, area: shapely.Geometry) -> list[Zone]:
    """Landelijk gebied Wiselburg."""
    mosaic, yards = _Mosaic(area), _yards(world, area)
    _rural_ground(world, area, yards, mosaic)
    solar = shapely.box(3300, 6880, 3620, 6990)
    return [
        *mosaic.zones,
        *_rural_marks(world, area, yards),
        Zone("Gebiedsaanduiding", "overige zone - ecologische verbindingszone",
             _clipped(area, [world.land.canal_line.buffer(70)]), "overige zone"),
        Zone("Functieaanduiding", "specifieke vorm van agrarisch - mestopslag",
             _clipped(area, [solar])),
    ]  # fmt: skip


def _creek_plan(world: World, area: shapely.Geometry) -> list[Zone]:
    """Oudekreek en buitengebied: the village, its ribbon, the polder and the turbines."""
    mosaic, land = _Mosaic(area), world.land
    blocks = [b for q in world.village for b in q.blocks]
    mosaic.take("Bedrijf - Nutsvoorziening", "bedrijf", [STATION_SITES[1]])
    mosaic.take("Verkeer", "verkeer", parts(world.paved.intersection(area), least=10))
    mosaic.take("Maatschappelijk", "maatschappelijk", _school_grounds(world))
    mosaic.take("Groen", "groen", [b for q in world.village for b in q.green])
    mosaic.take("Wonen", "wonen", blocks)
    mosaic.take("Woongebied - Uit te werken", "woongebied", [VILLAGE_EAST])
    yards = _yards(world, area)
    _rural_ground(world, area, yards, mosaic)
    places = [*land.turbines, WIND_POSITION]
    return [
        *mosaic.zones,
        *_rural_marks(world, area, yards),
        Zone("Functieaanduiding", "windturbine",
             _clipped(area, [shapely.Point(p).buffer(70) for p in places])),
        Zone("Gebiedsaanduiding", "vrijwaringszone - windturbine",
             _clipped(area, [shapely.union_all([shapely.Point(p).buffer(320) for p in places])]),
             "vrijwaringszone"),
    ]  # fmt: skip


VILLAGE_EAST = shapely.Polygon([(10_215, 4900), (10_480, 4880), (10_500, 5220), (10_230, 5250)])


def _rural_ground(world: World, area: shapely.Geometry, yards: Sequence, mosaic: _Mosaic) -> None:
    """The bestemmingen of the countryside, the polder last."""
    land = world.land
    homes = [yard for yard in yards if not _is_farm(yard)]
    mosaic.take("Water", "water", [land.river, land.canal, *land.lakes])
    mosaic.take("Bedrijf - Transformatorstation", "bedrijf", [land.station])
    mosaic.take("Verkeer", "verkeer", parts(world.paved.intersection(area), least=10))
    mosaic.take("Verkeer - Railverkeer", "verkeer", [land.rail.buffer(13)])
    mosaic.take("Natuur", "natuur", [land.nature])
    mosaic.take("Bos", "bos", land.forests)
    mosaic.take("Wonen", "wonen", homes)
    nnn = [g for g in world.themes["nnn"].geometry if g.distance(land.floodplain) > 0]
    mosaic.take("Agrarisch met waarden - Natuurwaarden", "agrarisch met waarden", nnn)
    mosaic.take("Agrarisch met waarden - Uiterwaarden", "agrarisch met waarden", [land.floodplain])
    mosaic.rest("Agrarisch", "agrarisch")


def _is_farm(cluster: shapely.Polygon) -> bool:
    return _FARM_YARD[0] <= cluster.area <= _FARM_YARD[1]


def _rural_marks(world: World, area: shapely.Geometry, yards: Sequence) -> list[Zone]:
    """Farm yards, strips of pipeline and line, dikes, archaeology."""
    land = world.land
    farms = [shapely.oriented_envelope(yard) for yard in yards if _is_farm(yard)]
    dikes = [d.buffer(62, cap_style="flat") for d in land.dikes]
    edge = [d.buffer(120, cap_style="flat") for d in land.dikes]
    ridge = world.themes["archeologie"].geometry[2]
    gas, hv = (_lines(area, line) for line in (land.gas, land.hv))
    return [
        Zone("Bouwvlak", "bouwvlak", _clipped(area, farms)),
        Zone("Dubbelbestemming", "Leiding - Gas", _clipped(area, [land.gas.buffer(5)]), "leiding"),
        Zone("Dubbelbestemming", "Leiding - Hoogspanningsverbinding",
             _clipped(area, [land.hv.buffer(36, cap_style="flat")]), "leiding"),
        Zone("Dubbelbestemming", "Waterstaat - Waterkering", _clipped(area, dikes), "waterstaat"),
        Zone("Dubbelbestemming", "Waterstaat - Waterstaatkundige functie",
             _clipped(area, [land.floodplain]), "waterstaat"),
        Zone("Dubbelbestemming", "Waarde - Archeologie 2", _clipped(area, [ridge]), "waarde"),
        Zone("Gebiedsaanduiding", "vrijwaringszone - dijk", _clipped(area, edge),
             "vrijwaringszone"),
        Zone("Figuur", "hartlijn leiding - gas", gas),
        Zone("Figuur", "hartlijn leiding - hoogspanning", hv),
    ]  # fmt: skip


def _lines(area: shapely.Geometry, line: shapely.LineString) -> list:
    return parts(line.intersection(area), "LineString", 5)


def _akkers_plan(world: World, area: shapely.Geometry) -> list[Zone]:
    """De Nieuwe Akkers: a global plan with room to fill in."""
    mosaic = _Mosaic(area)
    mosaic.take("Water", "water", [shapely.LineString([(2640, 5000), (3450, 5080)]).buffer(9)])
    streets = shapely.MultiLineString([[(2600, 4860), (3450, 4880)], [(3010, 4600), (3000, 5420)]])
    mosaic.take("Verkeer", "verkeer", [streets.buffer(8)])
    north, west = shapely.box(2500, 5310, 3450, 5480), world.land.gas.buffer(265)
    mosaic.take("Groen", "groen", [north, west])
    mosaic.take("Maatschappelijk", "maatschappelijk", [shapely.box(3030, 4895, 3130, 4985)])
    mosaic.rest("Woongebied", "woongebied")
    return [
        *mosaic.zones,
        Zone("Dubbelbestemming", "Waarde - Archeologie 2",
             _clipped(area, [shapely.box(2500, 4600, 3500, 4800)]), "waarde"),
        Zone("Maatvoering", "maximum aantal wooneenheden", [area],
             values=(("maximum aantal wooneenheden", "680"),)),
        Zone("Functieaanduiding", "warmtestation", _clipped(area, [HEAT_PLANT])),
    ]  # fmt: skip


HEAT_PLANT = shapely.box(3135, 4898, 3185, 4948)


def _solar_plan(_world: World, area: shapely.Geometry) -> list[Zone]:
    """The draft plan for a solar park: shown as coming, it holds for nothing yet."""
    return [
        Zone("Enkelbestemming", "Bedrijf - Zonnepark", [area], "bedrijf"),
        Zone("Maatvoering", "maximum bouwhoogte (m)", [area],
             values=(("maximum bouwhoogte (m)", "2"),)),
    ]  # fmt: skip
