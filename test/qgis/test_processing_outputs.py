"""Outputs: all or nothing, in memory, files and GeoPackages; styled and in their group."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis_helpers import Feedback, layer, run, site, study_file

import rev_plugin

DEMAND_COLUMNS = [
    "locatie", "activiteit", "jaar", "vraag_laag_mw", "vraag_midden_mw", "vraag_hoog_mw",
    "invoeding_laag_mw", "invoeding_midden_mw", "invoeding_hoog_mw", "moment_afname",
    "moment_invoeding", "gecontracteerd_mw", "energie_mwh", "methode", "toelichting", "bron",
]  # fmt: skip

STYLES = Path(rev_plugin.__file__).parent / "resources" / "styles"


@pytest.fixture
def sites() -> QgsVectorLayer:
    return layer([site(naam="A", woningen=100.0, jaar=2030), site(naam="B", woningen=10.0)])


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def names(path: Path | str) -> list[str]:
    made = QgsVectorLayer(str(path), "made", "ogr")
    assert made.isValid()
    return sorted(feature["locatie"] for feature in made.getFeatures())


def test_memory_output_has_the_columns_of_the_contract(provider, sites):
    made = run("demand", {"SITES": sites, "OUTPUT": "memory:"})["OUTPUT"]
    assert [field.name() for field in made.fields()] == DEMAND_COLUMNS
    rows = {feature["locatie"]: feature for feature in made.getFeatures()}
    assert rows["A"]["jaar"] == 2030
    assert rows["A"]["vraag_laag_mw"] < rows["A"]["vraag_midden_mw"] < rows["A"]["vraag_hoog_mw"]
    assert rows["B"]["vraag_midden_mw"] < rows["A"]["vraag_midden_mw"]
    assert made.crs().authid() == "EPSG:28992"
    assert rows["A"].geometry().area() == pytest.approx(10_000)


@pytest.mark.parametrize("ending", ["gpkg", "geojson", "shp", "csv"])
def test_file_output_in_any_format(provider, sites, tmp_path, ending):
    path = tmp_path / f"vraag.{ending}"
    result = run("demand", {"SITES": sites, "OUTPUT": str(path)})
    assert result["OUTPUT"] == str(path)
    assert QgsVectorLayer(str(path), "made", "ogr").featureCount() == 2
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".rev_")]


@pytest.mark.parametrize(("ending", "made"), [("foo", "vraag.foo.gpkg"), ("tab", "vraag.tab")])
def test_the_result_is_the_file_that_was_made(provider, sites, tmp_path, ending, made):
    result = run("demand", {"SITES": sites, "OUTPUT": str(tmp_path / f"vraag.{ending}")})
    assert result["OUTPUT"] == str(tmp_path / made)
    assert names(result["OUTPUT"]) == ["A", "B"]


def findings(sites: QgsVectorLayer, folder: Path, ending: str) -> dict:
    found = {"SITES": sites, "BEBOUWING": sites, "OUTPUT": "memory:"}
    return run("constraints", {**found, "FINDINGS": str(folder / f"bevindingen.{ending}")})


def test_a_table_as_shapefile_is_the_dbf_with_all_rows(provider, sites, tmp_path):
    table = findings(sites, tmp_path, "shp")["FINDINGS"]
    assert table == str(tmp_path / "bevindingen.dbf")
    assert names(table) == names(findings(sites, tmp_path, "gpkg")["FINDINGS"])


def test_a_format_that_drops_rows_is_refused(provider, sites, tmp_path):
    ours, of_gdal = "fgb passen niet alle rijen; kies een GeoPa", "niet te schrijven.*NULL geometry"
    with pytest.raises(QgsProcessingException, match=f"{ours}|{of_gdal}"):  # GDAL 3.10 says it too
        findings(sites, tmp_path, "fgb")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["-streep", "[haak]", "100% #hek", "a'b"])
def test_odd_file_names(provider, sites, tmp_path, name):
    path = tmp_path / f"{name}.gpkg"
    run("demand", {"SITES": sites, "OUTPUT": str(path)})
    assert names(path) == ["A", "B"]


def test_two_outputs_in_one_file_are_refused(provider, sites, tmp_path):
    path = str(tmp_path / "uit.gpkg")
    with pytest.raises(QgsProcessingException, match="voor twee uitkomsten gekozen"):
        run("constraints", {"SITES": sites, "BEBOUWING": sites, "OUTPUT": path, "FINDINGS": path})
    assert not Path(path).exists()


@pytest.mark.parametrize("table", ["locaties", "bebouwing"])
def test_a_layer_of_the_study_is_not_overwritten(provider, tmp_path, table):
    data = study_file(tmp_path)
    before = digest(data)
    place = f"ogr:dbname='{data}' table=\"{table}\" (geom)"
    given = {"SITES": f"{data}|layername=locaties", "DATA": str(data)}
    with pytest.raises(QgsProcessingException, match="is invoer en wordt niet overschreven"):
        run("constraints", {**given, "OUTPUT": place})
    assert digest(data) == before


def test_second_run_replaces_the_file(provider, sites, tmp_path):
    path = tmp_path / "vraag.gpkg"
    run("demand", {"SITES": sites, "OUTPUT": str(path)})
    run("demand", {"SITES": layer([site(naam="C")]), "OUTPUT": str(path)})
    assert names(path) == ["C"]


def test_layer_in_an_existing_geopackage_leaves_the_others(provider, sites, tmp_path):
    path = tmp_path / "alles.gpkg"
    run("demand", {"SITES": sites, "OUTPUT": f"ogr:dbname='{path}' table=\"eerst\" (geom)"})
    other = f"ogr:dbname='{path}' table=\"tweede\" (geom)"
    result = run("demand", {"SITES": layer([site(naam="C")]), "OUTPUT": other})
    assert names(f"{path}|layername=eerst") == ["A", "B"]
    assert names(result["OUTPUT"]) == ["C"]


def test_failing_run_leaves_the_earlier_output_whole(provider, sites, tmp_path):
    path = tmp_path / "vraag.gpkg"
    run("demand", {"SITES": sites, "OUTPUT": str(path)})
    before = digest(path)
    with pytest.raises(QgsProcessingException, match="kerncentrale"):
        run("demand", {"SITES": layer([site(activiteit="kerncentrale")]), "OUTPUT": str(path)})
    assert digest(path) == before
    assert list(tmp_path.iterdir()) == [path]


def test_cancelled_run_writes_nothing(provider, sites, tmp_path):
    path = tmp_path / "vraag.gpkg"
    run("demand", {"SITES": sites, "OUTPUT": str(path)})
    before = digest(path)
    feedback = Feedback()
    feedback.cancel()
    with pytest.raises(QgsProcessingException):
        run("demand", {"SITES": sites, "OUTPUT": str(path)}, feedback)
    assert digest(path) == before
    assert list(tmp_path.iterdir()) == [path]


def test_output_open_elsewhere_is_left_whole(provider, sites, tmp_path):
    path = tmp_path / "vraag.gpkg"
    run("demand", {"SITES": sites, "OUTPUT": str(path)})
    opened = QgsVectorLayer(str(path), "open", "ogr")
    opened.startEditing()
    opened.changeAttributeValue(1, opened.fields().indexOf("methode"), "x")
    journal = path.with_name(path.name + "-wal")
    journal.write_bytes(b"frames")  # as QGIS leaves while it writes
    before = digest(path)
    with pytest.raises(QgsProcessingException, match="geopend"):
        run("demand", {"SITES": sites, "OUTPUT": str(path)})
    assert digest(path) == before
    opened.rollBack()


def test_missing_folder_is_told_before_the_work(provider, sites, tmp_path):
    path = tmp_path / "nergens" / "vraag.gpkg"
    with pytest.raises(QgsProcessingException, match="bestaat niet"):
        run("demand", {"SITES": sites, "OUTPUT": str(path)})


@pytest.fixture
def unwritable(tmp_path):
    """A folder in which nothing can be made; root needs one that no right helps against."""
    if os.geteuid() == 0:
        return Path("/proc/self")
    tmp_path.chmod(0o500)
    return tmp_path


def test_read_only_folder(provider, sites, unwritable):
    with pytest.raises(QgsProcessingException, match="niet te schrijven"):
        run("demand", {"SITES": sites, "OUTPUT": str(unwritable / "vraag.gpkg")})


def test_destination_that_is_a_folder(provider, sites, tmp_path):
    path = tmp_path / "vraag.gpkg"
    path.mkdir()
    with pytest.raises(QgsProcessingException, match="niet te schrijven"):
        run("demand", {"SITES": sites, "OUTPUT": str(path)})
    assert path.is_dir()


def test_input_is_never_overwritten(provider, sites, tmp_path):
    path = tmp_path / "plekken.gpkg"
    run("demand", {"SITES": sites, "OUTPUT": str(path)})
    source = tmp_path / "in.geojson"
    import processing

    processing.run("native:savefeatures", {"INPUT": sites, "OUTPUT": str(source)})
    before = digest(source)
    with pytest.raises(QgsProcessingException, match="invoer"):
        run("demand", {"SITES": str(source), "OUTPUT": str(source)})
    assert digest(source) == before


def test_loaded_output_is_styled_and_grouped(provider, sites, tmp_path):
    from processing.gui.Postprocessing import handleAlgorithmResults
    from qgis.core import QgsApplication, QgsProcessingFeedback

    project = QgsProject()
    for destination in ("memory:", str(tmp_path / "vraag.gpkg")):
        definition = QgsProcessingOutputLayerDefinition(destination, project)
        context = QgsProcessingContext()
        context.setProject(project)
        parameters = {"SITES": sites, "OUTPUT": definition}
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("rev:demand")
        feedback = QgsProcessingFeedback(False)
        _results, succeeded = algorithm.run(parameters, context, feedback)
        assert succeeded
        assert handleAlgorithmResults(algorithm, context, feedback, parameters)
    dressed = QgsVectorLayer("MultiPolygon?crs=EPSG:28992", "kaal", "memory")
    dressed.loadNamedStyle(str(STYLES / "vraag.qml"))
    group = project.layerTreeRoot().findGroup("REV – Net")
    assert len(group.findLayers()) == 2
    for node in group.findLayers():
        assert node.layer().renderer().dump() == dressed.renderer().dump()


def test_groups_stand_in_their_order(provider):
    from rev_plugin.processing.postprocess import group_names, order_groups

    project = QgsProject()
    root = project.layerTreeRoot()
    wanted = list(group_names().values())
    made = QgsVectorLayer("Point?crs=EPSG:28992", "p", "memory")
    project.addMapLayer(made, False)
    root.addGroup("van de gebruiker")
    for name in reversed(wanted):
        root.addGroup(name)
    root.findGroup(wanted[0]).addLayer(made)
    order_groups(root)
    assert [node.name() for node in root.children()] == ["van de gebruiker", *wanted]
    assert [node.layer() for node in root.findGroup(wanted[0]).findLayers()] == [made]
    assert project.mapLayer(made.id()) is made
