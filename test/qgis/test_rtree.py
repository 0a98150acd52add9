"""The boxes in the spatial index of a GeoPackage: sound, of one moment, and the same answer."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Optional

import numpy as np
import pandas as pd
import pytest
import shapely
from osgeo import gdal, ogr
from qgis.core import QgsCoordinateTransformContext, QgsVectorLayer
from qgis_helpers import rd_layer

from rev_plugin.core.model import Cancelled, Chunk, Features, InputError, Settings, Silent
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.constraints import find_constraints
from rev_plugin.core.space.geometry import Shapes
from rev_plugin.core.space.overlay import go_on
from rev_plugin.study import rtree
from rev_plugin.study.sources import theme_from_file, theme_from_layer

X, Y, SPAN = 90_000.0, 465_000.0, 3_000.0
ALL = (X, Y, X + SPAN, Y + SPAN)
USES = ("woonfunctie", "woonfunctie,winkelfunctie", "industriefunctie", None)


def odd_shapes(x: float, y: float) -> tuple[Optional[str], ...]:
    """WKT with curves, Z, a crossing, emptiness or nothing at all."""
    w, e, n = f"{x} {y}", f"{x + 10} {y}", f"{x + 5} {y + 5}"
    return (
        f"CURVEPOLYGON (CIRCULARSTRING ({w},{n},{e},{x + 5} {y - 5},{w}))",
        f"POLYGON Z (({w} 1,{e} 2,{x + 10} {y + 10} 3,{w} 1))",
        f"POLYGON (({w},{x + 9} {y + 9},{x + 9} {y},{x} {y + 9},{w}))",
        f"COMPOUNDCURVE (({w},{n}),CIRCULARSTRING ({n},{x + 10} {y + 5},{x + 15} {y}))",
        "POLYGON EMPTY",
        None,
    )


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small layers are looked over too, in several goes."""
    monkeypatch.setattr(rtree, "FEW", 0)
    monkeypatch.setattr(rtree, "AT_ONCE", 100)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """900 houses, one in twenty odd or without shape, with uses as lists, NULLs and booleans."""
    path = tmp_path / "panden.gpkg"
    dataset, layer = rd_layer(path, "bebouwing")
    layer.CreateField(ogr.FieldDefn("identificatie", ogr.OFTString))
    layer.CreateField(ogr.FieldDefn("gebruiksdoel", ogr.OFTString))
    layer.CreateField(ogr.FieldDefn("status", ogr.OFTString))
    monument = ogr.FieldDefn("monument", ogr.OFTInteger)
    monument.SetSubType(ogr.OFSTBoolean)
    layer.CreateField(monument)
    rng = np.random.default_rng(4)
    dataset.StartTransaction()
    for number, (x, y) in enumerate((rng.uniform(0, SPAN, (900, 2)) + (X, Y)).tolist()):
        shape: Optional[str] = shapely.box(x, y, x + 12.3, y + 8.7).wkt
        if number % 20 == 0:
            shape = odd_shapes(x, y)[number // 20 % 6]
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["identificatie"] = f"pand {number % 890:04d}"  # some twice
        if number % 11:
            feature["status"] = "Pand in gebruik" if number % 3 else "Pand gesloopt"
        if number % 7:
            feature["gebruiksdoel"] = USES[number % len(USES)]
            feature["monument"] = number % 3 == 0
        if shape is not None:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(shape))
        layer.CreateFeature(feature)
    dataset.CommitTransaction()
    del layer, dataset
    return path


@pytest.fixture
def places() -> Features:
    """40 sites of a few kinds; one outside everything, one without shape."""
    rng = np.random.default_rng(5)
    shapes = shapely.buffer(shapely.points(rng.uniform(0, SPAN, (40, 2)) + (X, Y)), 30, quad_segs=2)
    shapes[0], shapes[1] = shapely.box(X - 99_000, Y, X - 98_900, Y + 100), None
    kinds = ("station_hs_ms", "woningbouw", "windturbine", "batterij")
    table = pd.DataFrame(
        {
            "naam": [f"locatie {number}" for number in range(40)],
            "activiteit": [kinds[number % 4] for number in range(40)],
            "mva": 80.0,
            "tiphoogte_m": 180.0,
        }
    )
    return Features(shapes, table)


def told(chunks: Sequence[Chunk]) -> list[tuple]:
    """Id, shape and attributes of every object, by id."""
    found = []
    for chunk in chunks:
        shapes = Shapes(chunk.geometry).get(np.arange(len(chunk.ids)))
        cells = zip(*(chunk.attributes[name].tolist() for name in sorted(chunk.attributes)))
        found += [(str(i), w, str(c)) for i, w, c in zip(chunk.ids, shapely.to_wkt(shapes), cells)]
    return sorted(found)


def test_boxes_values_and_objects_are_those_of_the_layer(package: Path) -> None:
    theme = theme_from_file(package, "bebouwing")
    whole = told(list(theme.read(None)))
    with theme.overview(theme.columns, ALL, go_on) as overview:
        assert len(overview.boxes) + overview.without == len(whole) == 900
        assert overview.without == sum(row[1] is None or "EMPTY" in row[1] for row in whole)
        rows = np.arange(len(overview.boxes))
        assert told(list(overview.read(rows))) == [
            row for row in whole if row[1] is not None and "EMPTY" not in row[1]
        ]
        for column in ("gebruiksdoel", "monument", "fid"):
            told_values = overview.values(frozenset({column}))
            values = {row: v for some, vs in told_values for row, v in zip(some, vs[column])}
            for row in (0, 7, 500):
                (chunk,) = overview.read(np.array([row]))
                assert chunk.attributes[column].tolist() == [values[row]]
                exact = Shapes(chunk.geometry).boxes[0]
                assert (overview.boxes[row, :2] <= exact[:2]).all()
                assert (overview.boxes[row, 2:] >= exact[2:]).all()
                assert overview.boxes[row] == pytest.approx(exact, abs=0.1)


@pytest.mark.parametrize("reach", [0.0, 60.0, 1000.0])
def test_findings_are_those_of_reading_all(
    package: Path, places: Features, rules: Rules, reach: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = theme_from_file(package, "bebouwing")
    read: list[int] = []
    choose = rtree.Index.read
    monkeypatch.setattr(
        rtree.Index, "read", lambda self, rows: (read.append(len(rows)), choose(self, rows))[1]
    )
    found = [
        find_constraints(places, {"bebouwing": way}, rules, Settings(reach_m=reach), Silent())
        for way in (theme, replace(theme, overview=None))
    ]
    pd.testing.assert_frame_equal(*found, check_exact=True)
    assert found[0]["afstand_m"].notna().any()
    assert len(read) == 2
    assert 0 < sum(read) < 900 / 2


def test_what_is_read_is_of_one_moment(package: Path) -> None:
    """In a file with a write-ahead log, somebody else may save while it is read."""
    theme = theme_from_file(package, "bebouwing")  # QGIS ends such a log where it can
    other = gdal.OpenEx(str(package), gdal.OF_VECTOR | gdal.OF_UPDATE)
    other.ReleaseResultSet(other.ExecuteSQL("PRAGMA journal_mode = WAL"))
    with theme.overview(frozenset(), ALL, go_on) as overview:
        assert other.GetLayer(0).DeleteFeature(3) == ogr.OGRERR_NONE
        other.FlushCache()
        assert sum(len(chunk.ids) for chunk in theme.read(None)) == 899
        rows = np.arange(len(overview.boxes))
        assert sum(len(chunk.ids) for chunk in overview.read(rows)) == len(rows)
    with theme.overview(frozenset(), ALL, go_on) as overview:
        assert len(overview.boxes) == len(rows) - 1


def test_nothing_stands_beside_the_file(package: Path) -> None:
    theme = theme_from_file(package, "bebouwing")
    before = package.read_bytes()
    with theme.overview(frozenset(), ALL, go_on) as overview:
        assert list(overview.read(np.arange(10)))
        assert [path.name for path in package.parent.iterdir()] == [package.name]
    assert package.read_bytes() == before


def test_a_filter_is_not_looked_over(package: Path, rules: Rules) -> None:
    layer = QgsVectorLayer(f"{package}|layername=bebouwing", "panden", "ogr")
    layer.setSubsetString("fid > 100")
    theme = theme_from_layer("bebouwing", layer, rules, QgsCoordinateTransformContext())
    with theme.overview(frozenset(), ALL, go_on) as overview:
        assert overview is None


def test_a_small_part_is_read_sooner(package: Path) -> None:
    theme = theme_from_file(package, "bebouwing")
    with theme.overview(frozenset(), (X, Y, X + SPAN / 5, Y + SPAN / 5), go_on) as overview:
        assert overview is None


def test_cancel_ends_the_reading_before_the_file_closes(
    package: Path, places: Features, rules: Rules, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Impatient(Silent):
        started = False

        def progress(self, fraction: float) -> None:
            self.started = fraction >= 0

        def check(self) -> None:
            if self.started:
                raise Cancelled

    monkeypatch.setattr(rtree, "AT_ONCE", 3)
    layers = {"bebouwing": theme_from_file(package, "bebouwing")}
    with pytest.raises(Cancelled):
        find_constraints(places, layers, rules, Settings(), Impatient())
    assert not [thread for thread in threading.enumerate() if "rev-read" in thread.name]


@pytest.mark.parametrize(
    "change",
    [
        "SELECT DisableSpatialIndex('bebouwing', 'geom')",
        "DELETE FROM rtree_bebouwing_geom_node WHERE nodeno > 1",
        "UPDATE rtree_bebouwing_geom_node SET data = zeroblob(length(data))",
        "UPDATE rtree_bebouwing_geom_node SET data = X'0001FFFF0000'",
    ],
)
def test_an_index_that_is_not_whole_is_not_trusted(package: Path, change: str) -> None:
    dataset = gdal.OpenEx(str(package), gdal.OF_VECTOR | gdal.OF_UPDATE)
    dataset.ReleaseResultSet(dataset.ExecuteSQL(change))
    del dataset
    theme = theme_from_file(package, "bebouwing")
    with theme.overview(frozenset(), ALL, go_on) as overview:
        assert overview is None


def test_an_index_of_other_objects_is_an_error(package: Path) -> None:
    """Somebody changed the layer without what keeps its index up to date."""
    with closing(sqlite3.connect(package)) as file, file:
        named = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'rtree%'"
        for (name,) in file.execute(named).fetchall():
            file.execute(f'DROP TRIGGER "{name}"')
        file.execute("UPDATE bebouwing SET fid = 5000 WHERE fid = 7")
    theme = theme_from_file(package, "bebouwing")
    said = pytest.raises(InputError, match="bebouwing.*index hoort bij andere objecten")
    with theme.overview(frozenset(), ALL, go_on) as overview, said:
        list(overview.read(np.arange(len(overview.boxes))))


def test_a_layer_that_lost_all_shapes_is_not_looked_over(package: Path) -> None:
    """Its index is whole, and empty; the file still tells the extent of before."""
    theme = theme_from_file(package, "bebouwing")
    dataset = gdal.OpenEx(str(package), gdal.OF_VECTOR | gdal.OF_UPDATE)
    dataset.ReleaseResultSet(dataset.ExecuteSQL("UPDATE bebouwing SET geom = NULL"))
    del dataset
    with theme.overview(frozenset({"gebruiksdoel"}), ALL, go_on) as overview:
        assert overview is None


@pytest.mark.parametrize("suffix", ["geojson", "shp"])
def test_other_files_are_not_looked_over(package: Path, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"bebouwing.{suffix}"
    only = "SELECT * FROM bebouwing WHERE fid BETWEEN 2 AND 15"
    gdal.VectorTranslate(str(path), str(package), SQLStatement=only)
    theme = theme_from_file(path, "", "bebouwing")
    with theme.overview(frozenset(), ALL, go_on) as overview:
        assert overview is None
