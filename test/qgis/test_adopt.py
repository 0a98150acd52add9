"""Folders of real files in odd shapes: what becomes of each, and what is said of it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import shapely
from osgeo import ogr, osr

from rev_plugin.core.model import Cancelled, InputError, Silent
from rev_plugin.core.rules import Rules
from rev_plugin.study.adopt import adopt
from rev_plugin.study.geopackage import Study
from rev_plugin.study.recognise import theme_of

SQUARE = shapely.box(100_000, 450_000, 100_100, 450_100)
SITE = {"naam": "Hier", "activiteit": "msr"}


def write(
    path: Path, layer: str, rows: Sequence[tuple[shapely.Geometry, dict]], crs: int = 28992
) -> Path:
    """A file with one layer."""
    drivers = {".gpkg": "GPKG", ".geojson": "GeoJSON", ".shp": "ESRI Shapefile",
               ".tab": "MapInfo File", ".kml": "KML"}  # fmt: skip
    reference = None
    if crs:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(crs)
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    driver = ogr.GetDriverByName(drivers[path.suffix])
    dataset = ogr.Open(str(path), 1) if path.exists() else driver.CreateDataSource(str(path))
    made = dataset.CreateLayer(layer, reference)
    for name in rows[0][1]:
        made.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for shape, values in rows:
        feature = ogr.Feature(made.GetLayerDefn())
        for name, value in values.items():
            feature.SetField(name, value)
        feature.SetGeometry(ogr.CreateGeometryFromWkb(shapely.to_wkb(shape)))
        made.CreateFeature(feature)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good layer of sites."""
    folder = tmp_path / "bestanden"
    folder.mkdir()
    write(folder / "plekken.geojson", "kandidaten", [(SQUARE, SITE)])
    return folder


def take(folder: Path) -> tuple[Study, str]:
    data = folder.parent / "data.gpkg"
    log = adopt(folder, data, Silent())
    return Study.open(data), "\n".join(log)


def test_sites_are_known_by_their_columns(folder: Path) -> None:
    study, said = take(folder)
    assert study.layers["locaties"][1] == 1
    assert "plekken.geojson" in said


def test_layers_in_degrees_and_web_mercator_meet_in_rd(folder: Path) -> None:
    write(folder / "a.gpkg", "panden_bag", [(shapely.box(4.4, 52.1, 4.401, 52.101), {"id": "1"})],
          4326)  # fmt: skip
    mercator = shapely.box(489_800, 6_823_000, 489_900, 6_823_100)
    write(folder / "b.gpkg", "gebouwen", [(mercator, {"id": "2"})], 3857)
    study, said = take(folder)
    assert study.layers["bebouwing"][1] == 2  # both are buildings, put together
    shapes = np.concatenate([c.geometry for c in study.themes["bebouwing"].read(None)])
    x0, y0, x1, y1 = shapely.total_bounds(shapely.from_wkb(shapes))
    assert 80_000 < x0 < x1 < 95_000
    assert 450_000 < y0 < y1 < 470_000
    assert "omgezet uit EPSG:4326" in said
    assert "omgezet uit EPSG:3857" in said


@pytest.mark.parametrize(("ending", "crs"), [("tab", 28992), ("kml", 4326)])
def test_files_of_mapinfo_and_google_earth(folder: Path, ending: str, crs: int) -> None:
    degrees = shapely.box(4.4, 52.16, 4.401, 52.161)
    write(folder / f"natura2000.{ending}", "natura2000",
          [(SQUARE if crs == 28992 else degrees, {"naam": "N"})], crs)  # fmt: skip
    before = {path: path.read_bytes() for path in folder.iterdir()}
    study, said = take(folder)
    shape = shapely.from_wkb(next(iter(study.themes["natura2000"].read(None))).geometry[0])
    middle = SQUARE.centroid if crs == 28992 else shapely.Point(87_487, 464_051)
    assert shape.centroid.distance(middle) < 5
    assert "natura2000 (1 objecten" in said
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_layer_without_crs_is_read_as_rd_when_it_can_be_nothing_else(folder: Path) -> None:
    write(folder / "spoorlijn.shp", "spoorlijn", [(SQUARE.exterior, {"id": "1"})], 0)
    study, said = take(folder)
    assert study.has("spoor")
    assert "stelsel ontbrak, gelezen als EPSG:28992" in said


def test_geojson_that_names_no_crs_is_read_by_its_numbers(folder: Path) -> None:
    square = {"type": "Feature", "properties": {"naam": "N"}, "geometry": shapely.geometry.mapping(
        SQUARE)}  # fmt: skip
    document = {"type": "FeatureCollection", "features": [square]}
    (folder / "natura2000.geojson").write_text(json.dumps(document), encoding="utf-8")
    study, said = take(folder)
    found = shapely.from_wkb(next(iter(study.themes["natura2000"].read(None))).geometry[0])
    assert found.equals(SQUARE)
    assert "natura2000 (1 objecten; stelsel ontbrak, gelezen als EPSG:28992)" in said


def test_layer_without_crs_elsewhere_is_left_out_and_named(folder: Path) -> None:
    write(folder / "spoorlijn.shp", "spoorlijn", [(shapely.box(5, 5, 6, 6).exterior, {"id": "1"})],
          0)  # fmt: skip
    study, said = take(folder)
    assert not study.has("spoor")
    assert "spoorlijn.shp: overgeslagen" in said
    assert "coördinatenstelsel" in said


def test_broken_shapes_are_repaired_and_counted(folder: Path) -> None:
    bow = shapely.Polygon([(0, 0), (100, 100), (100, 0), (0, 100)])
    there = shapely.transform(bow, lambda xy: xy + (100_000, 450_000))
    write(folder / "natura.gpkg", "natura2000", [(there, {"naam": "Strik"})])
    _study, said = take(folder)
    assert "1 hersteld" in said


def test_what_is_not_recognised_is_said_and_the_rest_is_kept(folder: Path) -> None:
    write(folder / "bomen.gpkg", "bomen", [(SQUARE.centroid, {"soort": "eik"})])
    (folder / "foto.tif").write_bytes(b"II*\0")
    (folder / "kapot.gpkg").write_text("geen GeoPackage", encoding="utf-8")
    (folder / "lijst.json").write_text("{", encoding="utf-8")
    study, said = take(folder)
    assert study.has("locaties")
    for name in ("bomen.gpkg, laag bomen", "foto.tif", "kapot.gpkg", "lijst.json"):
        assert f"{name}: overgeslagen" in said
    assert "foto.tif: overgeslagen; gelezen worden gpkg, geojson, shp" in said


def test_list_of_places_with_lon_and_lat_becomes_points(folder: Path) -> None:
    turbines = [{"lon": 4.4, "lat": 52.1, "capacity_mw": 3.0, "extra": {"x": 1}},
                {"lon": None, "lat": 52.1, "capacity_mw": 2.0, "extra": {}}]  # fmt: skip
    document = {"source": "x", "turbines": turbines}
    (folder / "windturbines.json").write_text(json.dumps(document), encoding="utf-8")
    study, said = take(folder)
    chunk = next(iter(study.themes["windturbines"].read(None)))
    assert list(chunk.attributes["vermogen_mw"]) == [3.0, 2.0]
    assert "1 zonder vorm" in said


@pytest.mark.parametrize(
    ("head", "cells", "middle"),
    [
        ("x;y", "100050;450050,5", (100_050, 450_050.5)),
        ("LON;LAT", "4.400;52.160", (87_450.3, 463_996.7)),
        ("wkt", '"POLYGON ((100000 450000,100100 450000,100100 450100,100000 450000))"',
         (100_066.7, 450_033.3)),
    ],
)  # fmt: skip
def test_csv_with_places(folder: Path, head: str, cells: str, middle: tuple[float, float]) -> None:
    (folder / "plekken.geojson").unlink()
    text = f"naam;activiteit;woningen;{head}\nHier;msr;12,5;{cells}\n"
    (folder / "lijst.csv").write_text(text, encoding="cp1252")
    study, said = take(folder)
    found = study.raw_sites(Silent()).features
    assert found.geometry[0].centroid.distance(shapely.Point(middle)) < 2
    assert found.table["woningen"].tolist() == ["12,5"]
    assert "lijst.csv → locaties (1 objecten" in said


def test_csv_that_is_neither_is_said(folder: Path) -> None:
    (folder / "a.csv").write_text("naam;prijs\nx;3\n", encoding="utf-8")
    (folder / "b.csv").write_text("naam;x;y\nx;3000000;4000000\n", encoding="utf-8")
    said = take(folder)[1]
    assert "a.csv: overgeslagen. " in said
    assert "de coördinaten zijn geen RD en geen graden" in said


def test_buildings_without_shape_are_counted(folder: Path) -> None:
    city = {
        "type": "CityJSON", "version": "2.0", "vertices": [],
        "metadata": {"referenceSystem": "EPSG:7415"}, "CityObjects": {"a": {"type": "Building"}},
    }  # fmt: skip
    (folder / "stad.city.json").write_text(json.dumps(city), encoding="utf-8")
    assert "bebouwing (1 gebouwen; zonder gebruiksdoel; 1 zonder vorm)" in take(folder)[1]


def test_points_beside_areas_are_left_out_and_counted(folder: Path) -> None:
    write(folder / "a.gpkg", "stations", [(SQUARE, {"naam": "A"})])
    write(folder / "b.gpkg", "stations", [(SQUARE.centroid, {"naam": "B"})])
    study, said = take(folder)
    assert study.layers["stations"][1] == 1
    assert "stations: 1 objecten weggelaten, want geen vlak." in said


def test_voltages_of_openstreetmap_become_kilovolts(folder: Path) -> None:
    write(folder / "osm.gpkg", "substations",
          [(SQUARE.centroid, {"name": "A", "voltage": "150000;50000"}),
           (SQUARE.centroid, {"name": "B", "voltage": ""})])  # fmt: skip
    study, _said = take(folder)
    chunk = next(iter(study.themes["stations"].read(None)))
    assert list(chunk.attributes["naam"]) == ["A", "B"]
    assert chunk.attributes["spanning_kv"][0] == 150
    assert np.isnan(chunk.attributes["spanning_kv"][1])


@pytest.mark.parametrize(
    ("column", "cells", "kilovolts"),
    [
        ("voltage", ["400", "230", ""], [0.4, 0.23, np.nan]),  # volts, also where all are low
        ("voltage", ["380000;150000", "400", "10000"], [380, 0.4, 10]),
        ("Voltage", ["150 kV", "50/10 kV", "400 V"], [150, 50, 0.4]),
        ("spanning_kv", ["400", "150", "0,4"], [400, 150, 0.4]),
        ("spanning_kv", ["150000", "50", ""], [150, 50, np.nan]),
        ("spanning", ["380", "150000", "110 kV"], [380, 150, 110]),
    ],
)
def test_a_voltage_is_in_the_unit_of_its_column(
    folder: Path, column: str, cells: list[str], kilovolts: list[float]
) -> None:
    line = shapely.LineString([(100_000, 450_000), (100_100, 450_100)])
    write(folder / "hoogspanning.gpkg", "hoogspanning", [(line, {column: cell}) for cell in cells])
    study, _said = take(folder)
    chunk = next(iter(study.themes["hoogspanning"].read(None)))
    found = np.array(chunk.attributes["spanning_kv"], dtype=float)
    np.testing.assert_allclose(found, kilovolts)


def packed(archive: Path, *members: Path, inside: str = "") -> Path:
    """A zip with these files, which are gone from the folder itself."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        for member in members:
            made.write(member, f"{inside}{member.name}")
            member.unlink()
    return archive


def test_zipped_downloads_are_read_as_the_files_in_them(folder: Path) -> None:
    write(folder / "natura2000.shp", "natura2000", [(SQUARE, {"naam": "Veen"})])
    parts = sorted(folder.glob("natura2000.*"))
    assert {part.suffix for part in parts} >= {".shp", ".shx", ".dbf", ".prj"}
    packed(folder / "download.zip", *parts, inside="levering/")
    bag = write(folder / "bag.gpkg", "pand", [(SQUARE, {"identificatie": "P1"})])
    packed(folder / "bag.gpkg.zip", bag)
    study, said = take(folder)
    assert (study.layers["natura2000"][1], study.layers["bebouwing"][1]) == (1, 1)
    origin = Path("download.zip", "levering", "natura2000.shp")
    assert f"{origin}, laag natura2000 → natura2000 (1 objecten)" in said
    assert "geen plan" not in said
    assert "verslagen" not in said


def test_plans_beside_a_zipped_map_are_still_looked_for(folder: Path) -> None:
    bag = write(folder / "bag.gpkg", "pand", [(SQUARE, {"identificatie": "P1"})])
    packed(folder / "bag.zip", bag)
    (folder / "plan.gml").write_text("<a/>", encoding="utf-8")
    study, said = take(folder)
    assert study.layers["bebouwing"][1] == 1
    assert "plan.gml" in said
    assert "bag.zip/bag.gpkg, laag pand → bebouwing" in said.replace("\\", "/")


def test_a_zip_with_gml_is_left_to_the_reader_of_plans(folder: Path) -> None:
    (folder / "plan.gml").write_text("<a/>", encoding="utf-8")
    bag = write(folder / "bag.gpkg", "pand", [(SQUARE, {"identificatie": "P1"})])
    packed(folder / "levering.zip", bag, folder / "plan.gml")
    study, said = take(folder)
    assert "bebouwing" not in study.layers
    assert "Plannen: overgeslagen" in said
    assert "levering.zip" in said


def test_a_broken_zip_is_named(folder: Path) -> None:
    bag = write(folder / "bag.gpkg", "pand", [(SQUARE, {"identificatie": "P1"})])
    archive = packed(folder / "bag.zip", bag)
    archive.write_bytes(archive.read_bytes().replace(b"PK\x01\x02", b"PK\x00\x00"))
    _study, said = take(folder)
    assert "bag.zip: de zip is niet te lezen" in said


def test_a_zip_that_climbs_out_is_left_alone(folder: Path) -> None:
    bag = write(folder.parent / "bag.gpkg", "pand", [(SQUARE, {"identificatie": "P1"})])
    packed(folder / "bag.zip", bag, inside="../")
    _study, said = take(folder)
    assert "bag.zip: overgeslagen." in said
    assert "wijst buiten de zip" in said
    assert not bag.exists()


def test_a_database_of_spatialite_is_read(folder: Path) -> None:
    driver = ogr.GetDriverByName("SQLite")
    dataset = driver.CreateDataSource(str(folder / "bag.sqlite"), ["SPATIALITE=YES"])
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(28992)
    made = dataset.CreateLayer("pand", reference, ogr.wkbPolygon)
    feature = ogr.Feature(made.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkb(shapely.to_wkb(SQUARE)))
    made.CreateFeature(feature)
    del feature, made, dataset
    before = sorted(path.name for path in folder.iterdir())
    study, _said = take(folder)
    assert study.layers["bebouwing"][1] == 1
    assert sorted(path.name for path in folder.iterdir()) == before


def test_nothing_usable_is_an_error_that_says_why(tmp_path: Path) -> None:
    empty = tmp_path / "leeg"
    empty.mkdir()
    (empty / "lijst.json").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match=r"niets dat te gebruiken is.*lijst\.json"):
        adopt(empty, tmp_path / "data.gpkg", Silent())
    assert not (tmp_path / "data.gpkg").exists()
    with pytest.raises(InputError, match="bestaat niet"):
        adopt(tmp_path / "weg", tmp_path / "data.gpkg", Silent())


def test_cancel_leaves_the_data_as_it_was(folder: Path, tmp_path: Path) -> None:
    class Stop(Silent):
        def check(self) -> None:
            raise Cancelled

    data = tmp_path / "data.gpkg"
    with pytest.raises(Cancelled):
        adopt(folder, data, Stop())
    assert not data.exists()


@pytest.mark.parametrize(
    ("file", "layer", "columns", "shape", "theme"),
    [
        ("waterkeringen_legger", "dijk", (), "lijn", "waterkeringen"),
        ("x", "waterkering_vlak", (), "vlak", "waterkeringen"),  # not "water"
        ("export", "spoorwegen", (), "lijn", "spoor"),  # not "wegen"
        ("natura2000", "laag1", (), "vlak", "natura2000"),
        ("download", "laag1", ("tiphoogte", "ashoogte"), "punt", "windturbines"),
        ("pand", "pand", (), "punt", None),  # buildings are areas
        ("gemeente", "gemeente", (), "tabel", None),
        ("locaties", "locaties", ("naam",), "vlak", None),  # no activity: no site
        ("x", "stations 2030", ("naam", "activiteit"), "punt", "locaties"),
        ("x", "ruimteclaims", ("naam", "activiteit"), "vlak", "ruimteclaims"),
        ("pmiek", "x", ("naam", "activiteit", "instrument"), "vlak", "ruimteclaims"),
        ("bestemmingsplan", "x", (), "vlak", None),  # plans have a reader of their own
        ("water", "grondwaterbeschermingsgebied", (), "vlak", None),
        ("waterschappen", "grenzen", (), "vlak", None),
        ("risicokaart", "overstromingsdiepte", (), "vlak", None),
        ("x", "Tankstations", (), "punt", None),
        ("x", "treinstations", (), "punt", None),
        ("x", "lichtmasten", (), "punt", None),
        ("TenneT_Hoogspanning", "kabel_ondergronds", (), "lijn", "kabels"),
        ("TenneT_Hoogspanning", "leiding_bovengronds", (), "lijn", "hoogspanning"),
        ("osm", "power_line", (), "lijn", "hoogspanning"),
        ("nwb_vaarwegen", "vaarwegvakken", (), "lijn", None),
        ("top10nl", "top10nl_wegdeel_hartlijn", (), "lijn", "wegen"),
        ("baggerdepots", "x", (), "vlak", None),
        ("gemeentelijke_monumenten", "x", (), "vlak", None),
        ("legger", "watergangen", (), "vlak", "water"),
    ],
)
def test_theme_by_name_and_by_looking(
    rules: Rules, file: str, layer: str, columns: tuple, shape: str, theme: str
) -> None:
    assert theme_of(file, layer, columns, shape, rules) == theme
