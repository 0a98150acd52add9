"""A study opens layer by layer, and the screen answers meanwhile."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

from gui_helpers import PATIENCE_MS
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer

from rev_plugin.ui.opening import Opening

ROOT = Path(__file__).resolve().parents[2]
OPENED_FIRST = ("quickscan_dock", "keeping", "trials", "side_docks", "own_layers", "project")


def opening(qgis_iface, study: Path) -> tuple[Opening, list[object]]:
    """An opening that was begun, and what it will have told."""
    made, told = Opening(qgis_iface.mapCanvas(), QgsProject.instance(), study), []
    made.succeeded.connect(told.append)
    made.failed.connect(lambda text, _: told.append(text))
    made.begin()
    return made, told


def test_a_study_is_opened_and_judged(workplace, qtbot, study):
    workplace.open_study(study)
    assert QgsProject.instance().mapLayers() == {}  # nothing is waited for
    qtbot.waitUntil(lambda: workplace.dock().result() is not None, timeout=PATIENCE_MS)
    names = [node.name() for node in QgsProject.instance().layerTreeRoot().findLayers()]
    assert names[0] == "Quickscan"
    assert {"Locaties", "Bebouwing", "Planobjecten", "Voedingsgebieden"} <= set(names)
    assert list(workplace.dock().result().output["locatie"]) == ["Wijk", "Station"]
    assert workplace.dock().location.data_path() == study


def test_each_layer_has_a_turn_of_its_own(qgis_iface, qgis_new_project, qtbot, study):
    _opening, told = opening(qgis_iface, study)
    seen: list[int] = []
    watch = QTimer()
    watch.timeout.connect(lambda: seen.append(len(QgsProject.instance().mapLayers())))
    watch.start(0)
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    watch.stop()
    assert set(told[0]) == {"locaties", "voedingsgebieden", "bebouwing", "planobjecten"}
    assert {1, 2, 3} <= set(seen)
    assert not qgis_iface.mapCanvas().isFrozen()


def test_another_project_meanwhile_ends_the_opening(workplace, qtbot, study):
    workplace.open_study(study)
    layers = QgsProject.instance().mapLayers
    qtbot.waitUntil(lambda: len(layers()) >= 1, timeout=PATIENCE_MS)
    assert workplace._iface.mapCanvas().isFrozen()
    QgsProject.instance().clear()
    qtbot.wait(300)
    assert layers() == {}
    assert workplace._task is None
    assert workplace.dock().result() is None
    assert not workplace._iface.mapCanvas().isFrozen()


def test_cancelled_while_looking_nothing_comes(qgis_iface, qgis_new_project, qtbot, study):
    made, told = opening(qgis_iface, study)
    made.cancel()
    qtbot.wait(300)
    assert told == [""]
    assert QgsProject.instance().mapLayers() == {}


def test_a_layer_that_cannot_be_added_leaves_nothing_busy(
    workplace, qtbot, study, told, monkeypatch
):
    def refuse(*_given: object) -> None:
        raise RuntimeError("de laag weigert")

    monkeypatch.setattr("rev_plugin.ui.project._add", refuse)
    workplace.open_study(study)
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    assert "de laag weigert" in told[0]
    assert workplace._task is None
    assert not workplace._iface.mapCanvas().isFrozen()
    assert workplace.dock().location.run_button.isEnabled()


def test_a_file_that_is_gone_gives_no_layers(qgis_iface, qgis_new_project, qtbot, tmp_path):
    _opening, told = opening(qgis_iface, tmp_path / "weg.gpkg")
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    assert told == [{}]


def test_the_first_dock_has_the_rest_loaded_meanwhile(workplace, qtbot, monkeypatch):
    loaded: list[bool] = []
    monkeypatch.setattr("rev_plugin.ui.tasks.GetReady.work", lambda *_given: loaded.append(True))
    workplace.dock()
    assert not loaded
    gc.collect()  # nobody but REV keeps the task
    qtbot.waitUntil(lambda: bool(loaded), timeout=PATIENCE_MS)


def test_the_first_dock_waits_for_no_pandas_or_scipy():
    modules = [f"rev_plugin.ui.{name}" for name in OPENED_FIRST]
    code = f"""
import sys, {", ".join(modules)}
from qgis.core import QgsApplication
app = QgsApplication([], True)
dock = rev_plugin.ui.quickscan_dock.QuickscanDock()
list(dock.showing(None))
print({{'pandas', 'scipy'}} & set(sys.modules))
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(  # noqa: S603  this Python, fixed code
        [sys.executable, "-c", code],
        cwd=ROOT, env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert run.stdout.strip() == "set()"
