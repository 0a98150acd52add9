"""Choosing data: own layers for themes, what is missing, and a quickscan on them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from gui_helpers import PATIENCE_MS, X, Y, run
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialogButtonBox

from rev_plugin.core.rules import load_rules
from rev_plugin.ui import start_panel
from rev_plugin.ui.data_dialog import DataDialog
from rev_plugin.ui.own_layers import own_layers, recognise, remember

RULES = Path(start_panel.__file__).parents[1] / "resources" / "rules"
NAMES = {
    "locaties": "Kandidaten",
    "bebouwing": "BAG pand",
    "planobjecten": "Verbeelding",
    "voedingsgebieden": "Capaciteit per gebied",
}


def open_layer(path: Path, layer: str, name: str) -> QgsVectorLayer:
    return QgsVectorLayer(f"{path}|layername={layer}", name, "ogr")


@pytest.fixture
def layers(qgis_new_project, study) -> dict[str, QgsVectorLayer]:
    """The small study as layers that a user has in a project, under names of their own."""
    made = {theme: open_layer(study, theme, name) for theme, name in NAMES.items()}
    QgsProject.instance().addMapLayers(list(made.values()))
    return made


@pytest.fixture
def dialog(layers, qtbot, tmp_path) -> DataDialog:
    made = DataDialog(QgsProject.instance(), load_rules(), None, str(tmp_path))
    qtbot.addWidget(made)
    return made


def ok(dialog: DataDialog):
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)


def test_own_layers_are_recognised_and_what_lacks_is_said(dialog, layers):
    assert dialog.layers() == layers
    assert dialog.states["bebouwing"].text() == "✓ 1 object"
    table = (RULES / "constraints.csv").read_text(encoding="utf-8")
    count = sum(row["thema"] == "natura2000" for row in csv.DictReader(table.splitlines()))
    words = "1 regel" if count == 1 else f"{count} regels"
    assert f"zonder deze laag: {words} niet getoetst" in dialog.states["natura2000"].text()
    assert "⚠" in dialog.states["natura2000"].text()
    assert ok(dialog).isEnabled()


def test_without_sites_or_file_it_says_what_to_do(dialog):
    dialog.boxes["locaties"].setLayer(None)
    assert not ok(dialog).isEnabled()
    assert "Kies locaties" in dialog.said.text()


def test_a_new_file_is_made_only_when_used(dialog, workplace, tmp_path):
    new = tmp_path / "nieuw.gpkg"
    dialog.data_file.setFilePath(str(new.with_suffix("")))
    assert dialog.data() == new
    assert "wordt gemaakt" in dialog.said.text()
    assert not new.exists()
    workplace.use_data(dialog.data(), dialog.layers())
    assert new.exists()
    assert workplace.dock().location.data_path() == new


def test_no_geopackage_is_refused(dialog, tmp_path):
    wrong = tmp_path / "geen.gpkg"
    wrong.write_text("tekst")
    dialog.data_file.setFilePath(str(wrong))
    assert "geen (leesbare) GeoPackage" in dialog.said.text()
    assert not ok(dialog).isEnabled()


def test_files_are_added_and_recognised(qgis_new_project, qtbot, study, tmp_path):
    dialog = DataDialog(QgsProject.instance(), load_rules(), None, str(tmp_path))
    qtbot.addWidget(dialog)
    assert dialog.layers() == {}
    dialog.add_files([str(study)])
    assert set(dialog.layers()) == {"locaties", "planobjecten", "voedingsgebieden", "bebouwing"}
    assert "4 lagen toegevoegd, 4 herkend" in dialog.said.text()


def test_a_quickscan_on_own_layers_equals_one_on_the_file(
    workplace, qtbot, study, told, layers, tmp_path
):
    workplace.use_data(None, layers)
    dock = workplace.dock()
    dock.show()
    assert "3 eigen lagen" in dock.location.own_note.text()
    qtbot.mouseClick(dock.location.run_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: workplace._task is None, timeout=PATIENCE_MS)
    own = workplace._result
    QgsProject.instance().clear()
    run(workplace, qtbot, study)
    columns = ["locatie", "scenario", "plan_oordeel", "net_oordeel", "kans_netruimte"]
    assert own.output[columns].equals(workplace._result.output[columns])
    distances = ["locatie", "regel", "afstand_m", "oordeel"]
    assert own.findings[distances].equals(workplace._result.findings[distances])


def test_a_finding_in_an_own_layer_is_measured_on_the_map(workplace, qtbot, told, layers):
    workplace.use_data(None, layers)
    workplace.run()
    qtbot.waitUntil(lambda: workplace._task is None, timeout=PATIENCE_MS)
    dock = workplace.dock()
    dock.show_site("Station")
    row = next(r for r in dock.outcome.findings.rows() if r["object"] == "B1")
    dock.outcome.findings.finding_chosen.emit(row)
    assert workplace.view._marks._finding[1]._words == "30 m"


def test_without_a_file_a_tick_says_where_it_could_be_kept(workplace, qtbot, told, layers):
    workplace.use_data(None, layers)
    workplace.run()
    qtbot.waitUntil(lambda: workplace._task is None, timeout=PATIENCE_MS)
    step = workplace.dock().steps.topLevelItem(0).child(0)
    step.setCheckState(0, Qt.CheckState.Checked)
    assert "nog geen bestand" in told[-1]
    steps = workplace.dock().steps
    qtbot.waitUntil(lambda: steps.topLevelItem(0).child(0).checkState(0) == Qt.CheckState.Unchecked)


def test_the_choice_is_remembered_in_the_project(layers, tmp_path, workplace):
    project = QgsProject.instance()
    remember(project, layers)
    assert project.write(str(tmp_path / "p.qgz"))
    project.clear()
    assert own_layers(project) == {}
    workplace.dock()
    assert project.read(str(tmp_path / "p.qgz"))
    found = own_layers(project)
    assert found["bebouwing"].name() == "BAG pand"
    assert set(found) == set(NAMES)
    assert workplace.dock().location.sites_layer() == found["locaties"]


def test_one_without_crs_is_an_error_that_names_it(workplace, qtbot, told, layers):
    bare = QgsVectorLayer("Polygon?field=identificatie:string", "Zonder stelsel", "memory")
    from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsRectangle

    bare.setCrs(QgsCoordinateReferenceSystem())
    feature = QgsFeature(bare.fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(X, Y, X + 10, Y + 10)))
    bare.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(bare)
    workplace.use_data(None, {**layers, "bebouwing": bare})
    workplace.run()
    assert "Zonder stelsel" in told[-1]
    assert "coördinatenstelsel" in told[-1]
    assert workplace._task is None


def test_recognising_leaves_other_layers_alone(qgis_new_project):
    other = QgsVectorLayer("Polygon?crs=EPSG:28992&field=x:string", "Notities", "memory")
    assert recognise([other], load_rules()) == {}


def test_the_empty_dock_offers_three_ways_to_begin(workplace, qtbot, monkeypatch):
    start = workplace.dock().start
    asked = []
    monkeypatch.setattr(workplace, "open_demo", lambda: asked.append("demo"))
    monkeypatch.setattr(start_panel, "open_help", lambda _parent: asked.append("uitleg"))
    start.demo_requested.disconnect()
    start.demo_requested.connect(workplace.open_demo)
    start.data_requested.disconnect()
    start.data_requested.connect(lambda: asked.append("gegevens"))
    for button in (start.demo_button, start.data_button, start.help_button):
        assert button.isVisibleTo(workplace.dock())
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert asked == ["demo", "gegevens", "uitleg"]
