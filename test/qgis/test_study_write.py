"""Writing a study: in one transaction, and read back as it was."""

from __future__ import annotations

import hashlib
import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from osgeo import ogr
from qgis.core import NULL, QgsVectorLayer
from qgis_helpers import study_file

from rev_plugin.core.columns import AREA, OVERRULING, PLAN_OBJECT, SITE
from rev_plugin.core.model import Cancelled, Column, InputError, RevError, Silent
from rev_plugin.formats.plan_rows import PlanRows, empty
from rev_plugin.study import write
from rev_plugin.study.frames import conform
from rev_plugin.study.geopackage import Study
from rev_plugin.study.overrulings import remove_overruling, save_overruling
from rev_plugin.study.plans import plan_layers
from rev_plugin.study.write import Layer, beside, write_layer, write_layers

KINDS = (
    Column("tekst", "text", "Een tekst"),
    Column("heel", "int"),
    Column("getal", "float"),
    Column("vlag", "bool"),
)
SQUARE = shapely.box(100000, 450000, 100010, 450010)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def kinds_table() -> pd.DataFrame:
    return conform(
        pd.DataFrame(
            {
                "tekst": ["é", None],
                "heel": [7, None],
                "getal": [1.5, math.nan],
                "vlag": [True, None],
            }
        ),
        KINDS,
    )


def test_values_and_missing_values_come_back(tmp_path):
    path = tmp_path / "a.gpkg"
    geometry = np.array([SQUARE, None], dtype=object)
    write_layer(path, Layer("laag", kinds_table(), KINDS, geometry, "vlak"))
    layer = QgsVectorLayer(f"{path}|layername=laag", "laag", "ogr")
    first, second = layer.getFeatures()
    assert [first[c.name] for c in KINDS] == ["é", 7, 1.5, True]
    assert [second[c.name] for c in KINDS] == [NULL] * 4
    assert first.geometry().area() == pytest.approx(100)
    assert not second.hasGeometry()
    assert layer.crs().authid() == "EPSG:28992"


def test_table_without_geometry(tmp_path):
    path = tmp_path / "a.gpkg"
    write_layer(path, Layer("tabel", kinds_table(), KINDS))
    assert not QgsVectorLayer(f"{path}|layername=tabel", "t", "ogr").isSpatial()


@pytest.mark.parametrize(
    ("shape", "wkt"),
    [("lijn", "LINESTRING (0 0, 9 9)"), ("punt", "POINT (1 2)"), ("vlak", "MULTIPOLYGON EMPTY")],
)
def test_other_shapes(tmp_path, shape, wkt):
    path = tmp_path / "a.gpkg"
    table = pd.DataFrame({"tekst": ["x"]})
    geometry = np.array([shapely.from_wkt(wkt)], dtype=object)
    write_layer(path, Layer("laag", table, KINDS[:1], geometry, shape))
    (feature,) = QgsVectorLayer(f"{path}|layername=laag", "t", "ogr").getFeatures()
    assert feature.hasGeometry() == (shape != "vlak")


def test_rewriting_a_layer_leaves_the_others(tmp_path):
    path = tmp_path / "a.gpkg"
    write_layers(path, [Layer("een", kinds_table(), KINDS), Layer("twee", kinds_table(), KINDS)])
    write_layer(path, Layer("een", kinds_table().head(1), KINDS))
    layers = Study.open(path).layers
    assert layers == {"een": ("een", 1), "twee": ("twee", 2)}


class StopAfter(Silent):
    """Cancels at the n-th look."""

    def __init__(self, looks: int) -> None:
        super().__init__()
        self._looks = looks

    def check(self) -> None:
        self._looks -= 1
        if self._looks < 0:
            raise Cancelled


# GDAL 3.6 makes the triggers of an undone layer once more; they are there, which is harmless.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("looks", [0, 1, 2])
def test_cancel_half_way_leaves_the_file_as_it_was(tmp_path, looks):
    path = tmp_path / "a.gpkg"
    write_layers(path, [Layer("een", kinds_table(), KINDS), Layer("twee", kinds_table(), KINDS)])
    long = pd.concat([kinds_table()] * 1000, ignore_index=True)
    with pytest.raises(Cancelled):
        write_layers(
            path, [Layer("een", long, KINDS), Layer("twee", long, KINDS)], StopAfter(looks)
        )
    assert Study.open(path).layers == {"een": ("een", 2), "twee": ("twee", 2)}
    assert list(tmp_path.iterdir()) == [path]


def test_cancel_of_a_new_file_leaves_nothing(tmp_path):
    with pytest.raises(Cancelled):
        write_layer(tmp_path / "a.gpkg", Layer("een", kinds_table(), KINDS), StopAfter(0))
    assert not list(tmp_path.iterdir())


def test_file_locked_by_another_program(tmp_path):
    path = tmp_path / "a.gpkg"
    write_layer(path, Layer("een", kinds_table(), KINDS))
    other = ogr.Open(str(path), 1)
    other.ExecuteSQL("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(RevError, match="niet te schrijven"):
            write_layer(path, Layer("een", kinds_table().head(1), KINDS))
    finally:
        other.ExecuteSQL("ROLLBACK")
    other = None
    assert Study.open(path).layers == {"een": ("een", 2)}


def test_a_full_disk_is_told_by_the_users_own_name(tmp_path, monkeypatch):
    path = tmp_path / "uit.html"
    with pytest.raises(RevError, match="is niet te schrijven .No space left"), beside(path):
        raise OSError(28, "No space left on device")
    monkeypatch.setattr(write.ogr.Layer, "CreateFeature", lambda *_: ogr.OGRERR_FAILURE)
    with pytest.raises(RevError) as caught, beside(path) as aside:
        write_layer(aside, Layer("laag", kinds_table(), KINDS))
    assert str(caught.value).startswith(f"{path} is niet te schrijven")
    assert not list(tmp_path.iterdir())


def test_keys_replace_only_their_own_rows(tmp_path):
    path = tmp_path / "a.gpkg"
    write_layer(path, Layer("t", pd.DataFrame({"tekst": ["a", "b", "b"]}), KINDS[:1]))
    write_layer(path, Layer("t", pd.DataFrame({"tekst": ["b", "c"]}), KINDS[:1], keys=("tekst",)))
    layer = QgsVectorLayer(f"{path}|layername=t", "t", "ogr")
    assert sorted(f["tekst"] for f in layer.getFeatures()) == ["a", "b", "c"]


def overruling(**more: str) -> dict[str, str]:
    return {
        "locatie": "Wijk", "soort": "plan", "oordeel": "past", "reden": "artikel gelezen",
        "door": "J. Jansen", "op": "2026-07-01", **more,
    }  # fmt: skip


def test_overruling_round_trip(tmp_path):
    path = study_file(tmp_path)
    assert list(Study.open(path).overrulings().columns) == [c.name for c in OVERRULING]
    save_overruling(path, overruling())
    save_overruling(path, overruling(locatie="Station", oordeel="past_niet"))
    save_overruling(path, overruling(oordeel="past_met_voorwaarden"))
    kept = Study.open(path).overrulings()
    assert sorted(zip(kept["locatie"], kept["oordeel"])) == [
        ("Station", "past_niet"),
        ("Wijk", "past_met_voorwaarden"),
    ]
    remove_overruling(path, "Wijk", "plan")
    remove_overruling(path, "Niemand", "plan")
    assert Study.open(path).overrulings()["locatie"].tolist() == ["Station"]


@pytest.mark.parametrize("column", ["reden", "door", "oordeel", "locatie"])
def test_overruling_needs_a_reason_and_a_name(tmp_path, column):
    path = study_file(tmp_path)
    before = digest(path)
    with pytest.raises(RevError, match=column):
        save_overruling(path, overruling(**{column: "  "}))
    assert digest(path) == before


def test_plans_are_replaced_by_plan(tmp_path):
    path = tmp_path / "data.gpkg"

    def rows(plan: str, count: int, lines: int) -> PlanRows:
        def part(number: int, shape: shapely.Geometry):
            made = pd.DataFrame({"plan_id": [plan] * number})
            return type(empty())(
                np.array([shape] * number, dtype=object), conform(made, PLAN_OBJECT)
            )

        line = shapely.from_wkt("MULTILINESTRING ((0 0, 1 1))")
        return PlanRows(part(count, SQUARE), part(lines, line), empty(), [], {}, pd.DataFrame())

    for plans in (rows("P1", 3, 2), rows("P2", 1, 0), rows("P1", 2, 0)):
        write_layers(path, plan_layers(plans))
    layers = Study.open(path).layers
    assert (layers["planobjecten"][1], layers["planlijnen"][1]) == (3, 0)


def test_study_reads_its_layers(tmp_path):
    study = Study.open(study_file(tmp_path))
    assert set(study.themes) == {"planobjecten", "voedingsgebieden", "bebouwing", "gemeenten"}
    assert study.municipalities().table["naam"].tolist() == ["Rivierstad"]
    areas = study.areas()
    assert list(areas.table.columns) == [column.name for column in AREA]
    assert areas.table["jaar"].tolist() == [2026] * 4
    assert study.postcodes() is None
    assert len(study.sources()) == 0
    assert [c.name for c in SITE][:2] == list(study.raw_sites().features.table.columns)[1:3]


def test_layer_names_in_capitals_are_found(tmp_path):
    path = tmp_path / "a.gpkg"
    table = pd.DataFrame({"gebruiksdoel": ["woonfunctie"]})
    shape = np.array([SQUARE], dtype=object)
    write_layer(path, Layer("Bebouwing", table, (Column("gebruiksdoel", "text"),), shape, "vlak"))
    assert set(Study.open(path).themes) == {"bebouwing"}


def test_sources_say_where_a_theme_comes_from(tmp_path):
    path = study_file(tmp_path)
    table = pd.DataFrame({"laag": ["bebouwing"], "titel": ["BAG"], "nauwkeurigheid_m": [0.3]})
    columns = (Column("laag", "text"), Column("titel", "text"), Column("nauwkeurigheid_m", "float"))
    write_layer(path, Layer("bronnen", table, columns))
    info = Study.open(path).themes["bebouwing"].info
    assert (info.titel, info.nauwkeurigheid_m) == ("BAG", 0.3)
    assert info.aantal == 1  # counted: the table does not say


def test_missing_sites_layer(tmp_path):
    path = tmp_path / "a.gpkg"
    write_layer(path, Layer("een", kinds_table(), KINDS))
    with pytest.raises(InputError, match="laag locaties"):
        Study.open(path).raw_sites()


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [("jaar", "2026,5", "geen geheel getal"), ("geschat", "misschien", "ja of nee"),
     ("benodigd_mw", "12 MW", "geen getal")],
)  # fmt: skip
def test_contract_names_the_cell_that_does_not_fit(column, value, told):
    table = pd.DataFrame({"gebied_id": ["A", "B"], column: [None, value]})
    with pytest.raises(InputError, match=f"rij 2, kolom {column}.*{told}"):
        conform(table, AREA, layer="voedingsgebieden")
