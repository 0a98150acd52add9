"""Layers and files as themes: both ways of reading give the same answer."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Optional

import numpy as np
import pytest
import shapely
from osgeo import gdal, ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsGeometry,
    QgsPointXY,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
    edit,
)
from qgis.PyQt.QtCore import QMetaType
from qgis_helpers import rd_layer

from rev_plugin.core.model import Bounds, InputError, Silent, Theme
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.geometry import Shapes
from rev_plugin.study import sources
from rev_plugin.study.layers import read_source
from rev_plugin.study.sources import arrow_file, theme_from_file, theme_from_layer

X, Y = 90_000, 465_000
SHAPES = (
    f"POLYGON (({X} {Y},{X + 10} {Y},{X + 10} {Y + 10},{X} {Y}))",
    f"MULTIPOLYGON ((({X + 20} {Y},{X + 30} {Y},{X + 30} {Y + 10},{X + 20} {Y})))",
    f"CURVEPOLYGON (CIRCULARSTRING ({X + 40} {Y},{X + 45} {Y + 5},{X + 50} {Y},"
    f"{X + 45} {Y - 5},{X + 40} {Y}))",
    f"POLYGON Z (({X + 60} {Y} 1,{X + 70} {Y} 2,{X + 70} {Y + 10} 3,{X + 60} {Y} 1))",
    None,
    f"LINESTRING ({X + 80} {Y},{X + 90} {Y + 10})",
    f"COMPOUNDCURVE (({X + 100} {Y},{X + 105} {Y}),"
    f"CIRCULARSTRING ({X + 105} {Y},{X + 110} {Y + 5},{X + 115} {Y}))",
)
FIELDS = (
    ("identificatie", ogr.OFTString, ogr.OFSTNone),
    ("naam", ogr.OFTString, ogr.OFSTNone),
    ("aantal", ogr.OFTInteger, ogr.OFSTNone),
    ("groot", ogr.OFTInteger64, ogr.OFSTNone),
    ("hoogte", ogr.OFTReal, ogr.OFSTNone),
    ("monument", ogr.OFTInteger, ogr.OFSTBoolean),
    ("datum", ogr.OFTDate, ogr.OFSTNone),
    ("tijd", ogr.OFTDateTime, ogr.OFSTNone),
    ("altijd_leeg", ogr.OFTString, ogr.OFSTNone),
)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A GeoPackage with curves, Z, NULLs, booleans and times; row 2 is NULL throughout."""
    path = tmp_path / "panden.gpkg"
    dataset, layer = rd_layer(path, "bebouwing")
    for name, kind, subtype in FIELDS:
        field = ogr.FieldDefn(name, kind)
        field.SetSubType(subtype)
        layer.CreateField(field)
    for number, shape in enumerate(SHAPES):
        feature = ogr.Feature(layer.GetLayerDefn())
        if shape:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(shape))
        if number != 2:
            feature["identificatie"] = f"0537.{number}"
            feature["naam"] = f"café {number}"
            feature["aantal"] = number
            feature["groot"] = number * 10**12
            feature["hoogte"] = number + 0.5
            feature["monument"] = number % 2 == 0
            feature["datum"] = f"2024/01/0{number + 1}"
            feature["tijd"] = f"2024/01/01 10:00:0{number}"
        layer.CreateFeature(feature)
    del layer, dataset
    return path


@pytest.fixture
def layer(package: Path) -> QgsVectorLayer:
    return QgsVectorLayer(f"{package}|layername=bebouwing", "panden", "ogr")


def rows(theme: Theme, bounds: Optional[Bounds] = None) -> list[tuple]:
    """All that a theme tells, row by row, in one form."""
    found = []
    for chunk in theme.read(bounds):
        shapes = Shapes(chunk.geometry).get(np.arange(len(chunk.ids)))
        columns = {name: chunk.attributes[name] for name in sorted(chunk.attributes)}
        for number, id_ in enumerate(chunk.ids):
            cells = tuple((name, plain(values[number])) for name, values in columns.items())
            text = None if shapes[number] is None else shapely.to_wkt(shapes[number], 9)
            found.append((str(id_), text, cells))
    return sorted(found, key=lambda row: row[0])


def only(wanted: frozenset[str], told: list[tuple]) -> list[tuple]:
    """Rows with the wanted columns."""
    return [(*row[:2], [cell for cell in row[2] if cell[0] in wanted]) for row in told]


def plain(value: object) -> object:
    item = value.item() if isinstance(value, np.generic) else value
    return None if item != item else item


def slow(layer: QgsVectorLayer, rules: Rules) -> Theme:
    """The same layer through QGIS features: an edit buffer rules Arrow out."""
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().indexOf("naam"), "café 0")
    assert arrow_file(layer) is None
    return theme_from_layer("bebouwing", layer, rules, QgsCoordinateTransformContext())


def test_both_ways_give_the_same(layer: QgsVectorLayer, rules: Rules) -> None:
    assert arrow_file(layer) is not None
    fast = theme_from_layer("bebouwing", layer, rules, QgsCoordinateTransformContext())
    other = slow(layer, rules)
    assert fast.columns == other.columns
    assert fast.extent == pytest.approx(other.extent)
    assert rows(fast) == rows(other)
    assert len(rows(fast)) == len(SHAPES)


def test_values_are_what_was_written(layer: QgsVectorLayer, rules: Rules) -> None:
    theme = theme_from_layer("bebouwing", layer, rules, QgsCoordinateTransformContext())
    told = {id_: (shape, dict(cells)) for id_, shape, cells in rows(theme)}
    shape, cells = told["0537.0"]
    assert shape.startswith("POLYGON ((90000 465000")
    assert cells["naam"] == "café 0"
    assert (cells["aantal"], cells["groot"], cells["hoogte"]) == (0, 0, 0.5)
    assert cells["monument"] is True
    assert told["0537.1"][1]["monument"] is False
    assert cells["datum"] == "2024-01-01"
    assert cells["tijd"].startswith("2024-01-01T10:00:00")
    shape, cells = told["3"]  # no identificatie: its fid
    assert all(value is None for name, value in cells.items() if name != "fid")
    assert shapely.from_wkt(shape).area == pytest.approx(np.pi * 25, rel=0.001)
    assert told["0537.4"][0] is None


def test_bounds_keep_what_they_meet(layer: QgsVectorLayer, rules: Rules) -> None:
    bounds = (X + 15.0, Y - 10.0, X + 45.0, Y + 20.0)
    fast = theme_from_layer("bebouwing", layer, rules, QgsCoordinateTransformContext())
    assert {row[0] for row in rows(fast, bounds)} == {"0537.1", "3"}
    assert rows(fast, bounds) == rows(slow(layer, rules), bounds)


def test_a_gdal_that_filters_wrongly_is_not_asked_to(
    layer: QgsVectorLayer, rules: Rules, monkeypatch: pytest.MonkeyPatch
) -> None:
    bounds = (X + 15.0, Y - 10.0, X + 45.0, Y + 20.0)
    monkeypatch.setattr(sources, "FILTERS_SAFELY", False)
    theme = theme_from_layer("bebouwing", layer, rules, QgsCoordinateTransformContext())
    monkeypatch.setattr(ogr.Layer, "SetSpatialFilterRect", None)
    assert rows(theme, bounds) == rows(slow(layer, rules), bounds)
    assert len(rows(theme)) > len(rows(theme, bounds))


def test_subset_keeps_the_fast_path(layer: QgsVectorLayer, rules: Rules) -> None:
    layer.setSubsetString('"aantal" > 3 AND "naam" LIKE \'caf%\'')
    assert arrow_file(layer) is not None
    theme = theme_from_layer("bebouwing", layer, rules, QgsCoordinateTransformContext())
    assert [row[0] for row in rows(theme)] == ["0537.4", "0537.5", "0537.6"]
    assert theme.info.aantal == 3


@pytest.mark.parametrize("subset", ["", '"aantal" > 3'])
@pytest.mark.parametrize("suffix", ["gpkg", "geojson", "shp"])
def test_a_narrow_reading_gives_the_columns_asked_for(
    package: Path, tmp_path: Path, rules: Rules, subset: str, suffix: str
) -> None:
    path = tmp_path / f"smal.{suffix}"
    only_areas = "SELECT * FROM bebouwing WHERE fid < 3"
    options = {"SQLStatement": only_areas} if suffix == "shp" else {}
    gdal.VectorTranslate(str(path), str(package), geometryType="CONVERT_TO_LINEAR", **options)
    layer = QgsVectorLayer(str(path), "panden", "ogr")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
    assert layer.setSubsetString(subset)
    assert arrow_file(layer) is not None
    theme = theme_from_layer("bebouwing", layer, rules, QgsCoordinateTransformContext())
    assert theme.narrow is not None
    wanted = frozenset({"naam", "monument"}) & theme.columns
    narrow = replace(theme, read=theme.narrow(wanted))
    found = rows(narrow)
    assert only(wanted, found) == only(wanted, rows(theme))
    assert len(found) == theme.info.aantal
    if found:
        told = {name for name, _ in found[0][2]}
        assert ("aantal" in told) == bool(subset)  # a filter may need it


def test_select_join_and_virtual_field_go_through_qgis(layer: QgsVectorLayer, rules: Rules) -> None:
    layer.setSubsetString("SELECT * FROM bebouwing WHERE aantal = 1")
    assert arrow_file(layer) is None
    layer.setSubsetString("")
    layer.addExpressionField('"aantal" * 2', QgsField("dubbel", QMetaType.Type.Int))
    assert arrow_file(layer) is None
    theme = theme_from_layer("bebouwing", layer, rules, QgsCoordinateTransformContext())
    assert dict(rows(theme)[1][2])["dubbel"] == 2
    layer.removeExpressionField(layer.fields().indexOf("dubbel"))
    assert arrow_file(layer) is not None
    join = QgsVectorLayerJoinInfo()
    other = QgsVectorLayer("None?field=sleutel:string&field=extra:string", "extra", "memory")
    join.setJoinLayer(other)
    join.setJoinFieldName("sleutel")
    join.setTargetFieldName("identificatie")
    layer.addJoin(join)
    assert arrow_file(layer) is None


@pytest.mark.parametrize("member", ["", "/studie.gpkg|layername=bebouwing"])
def test_a_layer_in_a_zip_goes_through_qgis(
    package: Path, layer: QgsVectorLayer, rules: Rules, member: str
) -> None:
    archive = package.with_name("studie.zip")
    with zipfile.ZipFile(archive, "w") as made:
        made.write(package, "studie.gpkg")
    source = f"/vsizip/{archive}{member}" if member else str(archive)
    inside = QgsVectorLayer(source, "bebouwing", "ogr")
    assert inside.isValid()
    assert arrow_file(inside) is None
    context = QgsCoordinateTransformContext()
    told = rows(theme_from_layer("bebouwing", inside, rules, context))
    assert told == rows(theme_from_layer("bebouwing", layer, rules, context))


def test_unsaved_edits_count(layer: QgsVectorLayer, rules: Rules) -> None:
    layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(X, Y)))
    feature["identificatie"] = "nieuw"
    layer.addFeature(feature)
    theme = theme_from_layer("bebouwing", layer, rules, QgsCoordinateTransformContext())
    assert "nieuw" in {row[0] for row in rows(theme)}
    layer.rollBack()


def test_degrees_become_metres_in_rd(rules: Rules) -> None:
    degrees = QgsVectorLayer("Point?crs=EPSG:4326&field=naam:string", "turbines", "memory")
    with edit(degrees):
        feature = QgsFeature(degrees.fields())
        # RD 155 000, 463 000 is the tower of Amersfoort.
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(5.38720621, 52.15517440)))
        feature["naam"] = "toren"
        degrees.addFeature(feature)
    theme = theme_from_layer("windturbines", degrees, rules, QgsCoordinateTransformContext())
    tower = shapely.from_wkt(rows(theme)[0][1])
    assert tower.distance(shapely.Point(155_000, 463_000)) < 1.5
    assert theme.extent[0] == pytest.approx(155_000, abs=2)
    near = (154_900.0, 462_900.0, 155_100.0, 463_100.0)
    assert len(rows(theme, near)) == 1
    assert rows(theme, (0.0, 400_000.0, 1_000.0, 401_000.0)) == []
    assert theme.info.crs == "EPSG:4326"


def test_layer_without_crs_is_named(rules: Rules) -> None:
    bare = QgsVectorLayer("Polygon?field=naam:string", "zonder", "memory")
    bare.setCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(InputError, match="zonder.*coördinatenstelsel"):
        theme_from_layer("water", bare, rules, QgsCoordinateTransformContext())


def test_lines_where_areas_are_needed_are_refused(rules: Rules) -> None:
    border = QgsVectorLayer("LineString?crs=EPSG:28992", "grens", "memory")
    context = QgsCoordinateTransformContext()
    with pytest.raises(InputError, match="grens: de laag heeft lijnen; voor natura2000 zijn vlak"):
        theme_from_layer("natura2000", border, rules, context)
    assert theme_from_layer("buisleidingen", border, rules, context).name == "buisleidingen"


RD_AS_PROJ = (
    "+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 "
    "+y_0=463000 +units=m +no_defs"
)


def test_rd_with_another_datum_is_refused(rules: Rules) -> None:
    """A MapInfo file from GDAL says so; all of it would lie 113 m off."""
    layer = QgsVectorLayer("Polygon?field=naam:string", "kaart", "memory")
    layer.setCrs(QgsCoordinateReferenceSystem(f"PROJ:{RD_AS_PROJ} +datum=WGS84"))
    with pytest.raises(InputError, match="kaart: het stelsel is RD met een andere datum.*28992"):
        theme_from_layer("water", layer, rules, QgsCoordinateTransformContext())
    for sound in ("EPSG:28992", "EPSG:7415", f"PROJ:{RD_AS_PROJ} +ellps=bessel"):
        layer.setCrs(QgsCoordinateReferenceSystem(sound))
        assert layer.crs().isValid()
        theme_from_layer("water", layer, rules, QgsCoordinateTransformContext())


def test_metres_that_read_as_degrees_are_refused(tmp_path: Path, rules: Rules) -> None:
    path = tmp_path / "natura2000.geojson"
    square = {"type": "Polygon", "coordinates": [[[X, Y], [X + 9, Y], [X, Y + 9], [X, Y]]]}
    feature = {"type": "Feature", "properties": {}, "geometry": square}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    layer = QgsVectorLayer(str(path), "Natura", "ogr")
    told = "Natura: de coördinaten zijn geen graden, maar het stelsel is EPSG:4326.*EPSG:28992"
    with pytest.raises(InputError, match=told):
        theme_from_layer("natura2000", layer, rules, QgsCoordinateTransformContext())
    with pytest.raises(InputError, match=told):
        read_source(layer, QgsCoordinateTransformContext(), Silent())
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
    theme = theme_from_layer("natura2000", layer, rules, QgsCoordinateTransformContext())
    assert Shapes(next(iter(theme.read(None))).geometry).boxes[0, 0] == X


def test_plans_of_another_source_are_refused(rules: Rules) -> None:
    plans = QgsVectorLayer(
        "Polygon?crs=EPSG:28992&field=identificatie:string&field=planstatus:string", "wms", "memory"
    )
    told = "wms: de laag heeft geen plan_id, plan_status, object_type.*Plan inlezen"
    with pytest.raises(InputError, match=told):
        theme_from_layer("planobjecten", plans, rules, QgsCoordinateTransformContext())


def test_file_theme_and_its_errors(package: Path) -> None:
    theme = theme_from_file(package, "bebouwing")
    assert (theme.name, theme.info.aantal) == ("bebouwing", len(SHAPES))
    with pytest.raises(InputError, match="niet te openen"):
        theme_from_file(package, "ontbreekt")
    with pytest.raises(InputError, match="niet te openen"):
        theme_from_file(package.with_name("geen.gpkg"), "bebouwing")


def test_empty_layer_has_no_extent(rules: Rules) -> None:
    empty = QgsVectorLayer("Polygon?crs=EPSG:28992&field=naam:string", "leeg", "memory")
    theme = theme_from_layer("water", empty, rules, QgsCoordinateTransformContext())
    assert theme.extent is None
    assert list(theme.read(None)) == []
    assert theme.info.aantal == 0


def test_geometries_of_one_length_stay_bytes(tmp_path: Path, rules: Rules) -> None:
    """GDAL gives geometries of equal length as fixed-width bytes, zeros at the end included."""
    path = tmp_path / "punten.gpkg"
    memory = QgsVectorLayer("Point?crs=EPSG:28992&field=naam:string", "punten", "memory")
    with edit(memory):
        for x in (0.0, 65_536.0):  # 0.0 ends in zero bytes
            feature = QgsFeature(memory.fields())
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, 0.0)))
            memory.addFeature(feature)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "windturbines"
    QgsVectorFileWriter.writeAsVectorFormatV3(
        memory, str(path), QgsCoordinateTransformContext(), options
    )
    shapes = [row[1] for row in rows(theme_from_file(path, "windturbines"))]
    assert sorted(shapes) == ["POINT (0 0)", "POINT (65536 0)"]


def test_read_twice_gives_the_same(layer: QgsVectorLayer, rules: Rules) -> None:
    theme = theme_from_layer("bebouwing", layer, rules, QgsCoordinateTransformContext())
    assert rows(theme) == rows(theme)
    memory = layer.materialize(QgsFeatureRequest())
    other = theme_from_layer("bebouwing", memory, rules, QgsCoordinateTransformContext())
    assert rows(other) == rows(other)
