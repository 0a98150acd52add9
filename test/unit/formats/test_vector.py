"""Map layers of any kind: what comes out in RD, and that nothing is written beside them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import pytest
import shapely
from osgeo import gdal, ogr, osr

from rev_plugin.core.model import InputError
from rev_plugin.formats.vector import VectorLayer, open_read_only, read_vector

QUARTER = (
    "CURVEPOLYGON(COMPOUNDCURVE(CIRCULARSTRING(100010 450000, 100007.0710678 450007.0710678, "
    "100000 450010), (100000 450010, 100000 450000, 100010 450000)))"
)
SQUARE = "POLYGON((100000 450000, 100010 450000, 100010 450010, 100000 450010, 100000 450000))"
BOW = "POLYGON((100000 450000, 100010 450010, 100010 450000, 100000 450010, 100000 450000))"


def save(path: Path, shapes: Sequence[str], crs: int = 28992, *options: str) -> Path:
    """A GeoPackage with a layer "vlakken" of these shapes (WKT; "" for none)."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(crs)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path), options=list(options))
    layer = dataset.CreateLayer("vlakken", reference)
    layer.CreateField(ogr.FieldDefn("nummer", ogr.OFTInteger))
    for number, shape in enumerate(shapes):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("nummer", number)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(shape) if shape else None)
        layer.CreateFeature(feature)
    return path


def only(path: Path) -> VectorLayer:
    (layer,) = read_vector(path)
    return layer


def test_shapes_and_columns_come_out_in_order(tmp_path: Path) -> None:
    layer = only(save(tmp_path / "a.gpkg", [SQUARE, SQUARE]))
    assert (layer.name, layer.shape, layer.crs) == ("vlakken", "vlak", "EPSG:28992")
    assert layer.crs_given
    assert layer.table["nummer"].tolist() == [0, 1]
    assert layer.geometry[0].area == pytest.approx(100)


def test_curves_are_stroked_and_heights_dropped(tmp_path: Path) -> None:
    tall = SQUARE.replace("POLYGON", "POLYGON Z").replace(",", " 3,").replace("))", " 3))")
    layer = only(save(tmp_path / "a.gpkg", [QUARTER, tall]))
    assert layer.geometry[0].area == pytest.approx(78.54, abs=0.1)  # a quarter of a circle
    assert not shapely.has_z(layer.geometry).any()


def test_absent_empty_and_broken_shapes_are_counted(tmp_path: Path) -> None:
    layer = only(save(tmp_path / "a.gpkg", [SQUARE, "", "POLYGON EMPTY", BOW]))
    assert [shape is None for shape in layer.geometry] == [False, True, True, False]
    assert (layer.n_without, layer.n_repaired) == (2, 1)
    assert layer.geometry[3].is_valid


def test_table_without_shapes_is_a_table(tmp_path: Path) -> None:
    layer = only(save(tmp_path / "a.gpkg", ["", ""]))
    assert layer.shape == "tabel"
    assert len(layer.table) == 2


@pytest.mark.parametrize("crs", [4326, 3857])
def test_other_systems_are_moved_to_rd(tmp_path: Path, crs: int) -> None:
    lon, lat = 5.38720621, 52.15517440  # the tower in Amersfoort, the origin of RD
    x, y = lon, lat
    if crs == 3857:
        radius = 6_378_137
        x = radius * math.radians(lon)
        y = radius * math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))
    layer = only(save(tmp_path / "a.gpkg", [f"POINT({x} {y})"], crs))
    assert layer.crs == f"EPSG:{crs}"
    assert layer.geometry[0].distance(shapely.Point(155_000, 463_000)) < 1


def test_open_journal_leaves_nothing_beside_the_file(tmp_path: Path) -> None:
    path = save(tmp_path / "a.gpkg", [SQUARE])
    gdal.OpenEx(str(path), gdal.OF_UPDATE).ExecuteSQL("PRAGMA journal_mode = WAL")
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    source = open_read_only(path)
    assert source.GetLayer(0).GetFeatureCount() == 1
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


def test_what_is_no_map_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "brief.gpkg"
    path.write_text("Geachte heer", encoding="utf-8")
    with pytest.raises(InputError, match=r"brief\.gpkg"):
        next(read_vector(path))
