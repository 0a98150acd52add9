"""Moving a site on the map: the outcome follows, and nothing is stored before it is asked."""

from __future__ import annotations

import pytest
import shapely
from gui_helpers import PATIENCE_MS, X, Y, run
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from rev_plugin.ui import session
from rev_plugin.ui.sketch import Sketch

STATION_CENTRE = (X + 1040, Y + 40)


@pytest.fixture
def moving(workplace, qtbot, study, told, qgis_iface):
    """The station is being moved, its surroundings read; all in view."""
    run(workplace, qtbot, study)
    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(QgsProject.instance().crs())
    canvas.setExtent(QgsRectangle(X - 100, Y - 700, X + 1300, Y + 700))
    workplace.dock().show_site("Station")
    qtbot.mouseClick(workplace.dock().site.move_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: workplace._trials.session._live is not None, timeout=PATIENCE_MS)
    return workplace._trials.session


def pixel(canvas, x: float, y: float) -> QPoint:
    point = canvas.getCoordinateTransform().transform(x, y)
    return QPoint(round(point.x()), round(point.y()))


def drag(canvas, start: tuple, end: tuple) -> None:
    """Press, move in steps, release: as a hand does."""
    view = canvas.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=pixel(canvas, *start))
    for share in (0.3, 0.6, 1.0):
        at = [a + share * (b - a) for a, b in zip(start, end)]
        hover(view, pixel(canvas, *at))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=pixel(canvas, *end))


def hover(view, at: QPoint) -> None:
    """A mouse move with the button down (QTest.mouseMove moves the cursor of the screen)."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    where, screen = QPointF(at), QPointF(view.mapToGlobal(at))
    move = QEvent.Type.MouseMove
    QApplication.sendEvent(
        view, QMouseEvent(move, where, screen, Qt.MouseButton.NoButton, left, none)
    )


def settle(moving, qtbot) -> None:
    qtbot.waitUntil(lambda: moving._task is None and moving._next is None, timeout=PATIENCE_MS)


def stored_centre(study) -> tuple[float, float]:
    layer = QgsVectorLayer(f"{study}|layername=locaties", "l", "ogr")
    centre = next(f for f in layer.getFeatures() if f["naam"] == "Station").geometry().centroid()
    return centre.asPoint().x(), centre.asPoint().y()


def test_dragging_changes_the_outcome_and_stores_nothing(
    moving, workplace, qtbot, study, qgis_iface
):
    told_live = []
    moving.judged.connect(told_live.append)
    drag(qgis_iface.mapCanvas(), STATION_CENTRE, (X + 240, Y + 240))
    settle(moving, qtbot)
    assert moving._sketch.shape.centroid.distance(shapely.Point(X + 240, Y + 240)) < 5
    last = told_live[-1]
    house = last.findings.query("object_id == 'B1'")["afstand_m"]
    assert (house > 700).all()
    assert last.output["plan_naam"].iloc[0] == "Wijkplan"
    assert stored_centre(study) == pytest.approx(STATION_CENTRE)
    assert workplace.dock().site.trial_bar.isVisibleTo(workplace.dock())


@pytest.mark.parametrize("moment_s", [0.0, 60.0])  # in tasks, and between two frames
def test_what_is_shown_while_moving_equals_a_fresh_run(
    moving, workplace, qtbot, study, qgis_iface, monkeypatch, moment_s
):
    import pandas as pd

    monkeypatch.setattr(session, "MOMENT_S", moment_s)
    told_live = []
    moving.judged.connect(told_live.append)
    drag(qgis_iface.mapCanvas(), STATION_CENTRE, (X + 300, Y + 100))
    settle(moving, qtbot)
    moving.keep()
    qtbot.waitUntil(lambda: workplace._task is None, timeout=PATIENCE_MS)
    fresh = workplace._result
    for name, key in (("output", "locatie"), ("findings", "locatie"), ("actions", "locatie")):
        table = getattr(fresh, name)
        pd.testing.assert_frame_equal(
            table[table[key] == "Station"].reset_index(drop=True),
            getattr(told_live[-1], name).reset_index(drop=True),
            check_dtype=False,
        )


def test_the_list_of_findings_follows_and_stays_unfolded(moving, workplace, qtbot, qgis_iface):
    findings = workplace.dock().outcome.findings
    passed = findings.topLevelItem(findings.topLevelItemCount() - 2)
    passed.setExpanded(True)
    before = [passed.child(row).text(0) for row in range(passed.childCount())]
    drag(qgis_iface.mapCanvas(), STATION_CENTRE, (X + 1090, Y + 60))
    settle(moving, qtbot)
    assert passed.isExpanded()
    shown = [passed.child(row).text(0) for row in range(passed.childCount())]
    told = [row["explanation"].split(". ")[0] for row in findings.rows()]
    assert shown != before
    assert "\n".join(shown) in "\n".join(told)


def test_keeping_stores_the_place_and_judges_anew(moving, workplace, qtbot, study, qgis_iface):
    drag(qgis_iface.mapCanvas(), STATION_CENTRE, (X + 240, Y + 240))
    settle(moving, qtbot)
    QTest.keyClick(qgis_iface.mapCanvas(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: workplace._task is None, timeout=PATIENCE_MS)
    assert stored_centre(study) == pytest.approx((X + 240, Y + 240), abs=5)
    assert workplace._trials.session is None
    assert not workplace.dock().site.trial_bar.isVisibleTo(workplace.dock())


def test_escape_forgets_and_shows_what_is_stored(moving, workplace, qtbot, study, qgis_iface):
    before = workplace.dock().outcome.plan.text()
    drag(qgis_iface.mapCanvas(), STATION_CENTRE, (X + 240, Y + 240))
    settle(moving, qtbot)
    assert workplace.dock().outcome.plan.text() != before
    QTest.keyClick(qgis_iface.mapCanvas(), Qt.Key.Key_Escape)
    assert workplace._trials.session is None
    assert workplace.dock().outcome.plan.text() == before
    assert stored_centre(study) == pytest.approx(STATION_CENTRE)


def test_a_place_that_rd_does_not_know_is_told_and_changes_nothing(moving, qgis_iface):
    canvas, said = qgis_iface.mapCanvas(), []
    moving._tool.messageEmitted.connect(lambda text, _level: said.append(text))
    before = moving._sketch.shape
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    canvas.setExtent(QgsRectangle(-200, -150, 200, 150))
    drag(canvas, (5, 120), (5, 130))
    assert moving._sketch.shape.equals(before)
    assert "buiten het bereik van RD" in said[0]


def test_ending_does_not_need_the_tool_from_before(workplace, qtbot, study, told, qgis_iface):
    run(workplace, qtbot, study)
    canvas, net = qgis_iface.mapCanvas(), workplace._sides.net()
    net.point.setChecked(True)
    workplace.dock().show_site("Station")
    workplace.move_site("Station")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # of the tool of the net dock
    assert not net.point.isChecked()
    workplace._trials.end()
    assert workplace._trials.session is None
    assert canvas.mapTool() is None


def test_undo_goes_back_one_step(moving, qtbot, qgis_iface):
    canvas = qgis_iface.mapCanvas()
    drag(canvas, STATION_CENTRE, (X + 240, Y + 240))
    drag(canvas, (X + 240, Y + 240), (X + 400, Y + 100))
    settle(moving, qtbot)
    QTest.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert moving._sketch.shape.centroid.distance(shapely.Point(X + 240, Y + 240)) < 5


def test_a_click_puts_the_site_there_and_the_arrows_nudge(moving, qtbot, qgis_iface):
    canvas = qgis_iface.mapCanvas()
    at = pixel(canvas, X + 500, Y + 200)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settle(moving, qtbot)
    before = moving._sketch.shape.centroid
    assert before.distance(shapely.Point(X + 500, Y + 200)) < 5
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    settle(moving, qtbot)
    assert moving._sketch.shape.centroid.x > before.x
    assert moving._sketch.shape.centroid.y == pytest.approx(before.y)


def test_many_moves_never_queue(moving, qtbot):
    judged = []
    moving.judged.connect(judged.append)
    for step in range(200):
        moving._ask(shapely.affinity.translate(moving._sketch.shape, step, 0))
    settle(moving, qtbot)
    assert 1 <= len(judged) <= 3
    last = judged[-1].sites.geometry[0].centroid.x
    assert last == pytest.approx(moving._sketch.shape.centroid.x + 199)


def test_a_layer_of_the_project_is_edited_not_saved(workplace, qtbot, study, told, qgis_iface):
    sites = QgsVectorLayer(f"{study}|layername=locaties", "Mijn locaties", "ogr")
    QgsProject.instance().addMapLayer(sites)
    workplace.dock().location.set_sites_layer(sites)
    run(workplace, qtbot, study)
    # While another thread reads the file, QGIS may find it closed as editing begins.
    canvas, tasks = qgis_iface.mapCanvas(), QgsApplication.taskManager()
    qtbot.waitUntil(lambda: not canvas.isDrawing() and not tasks.count(), timeout=PATIENCE_MS)
    from rev_plugin.ui.layer_edits import change_shape

    change_shape(sites, "Wijk", shapely.box(X, Y, X + 10, Y + 10))
    assert sites.isModified()
    changed = next(f for f in sites.getFeatures() if f["naam"] == "Wijk")
    assert changed.geometry().area() == pytest.approx(100)
    sites.undoStack().undo()
    assert not sites.isModified()
    sites.rollBack()


def test_a_sketch_turns_and_grows_around_its_centre():
    sketch = Sketch(shapely.box(0, 0, 20, 10))
    sketch.turn(90)
    assert sketch.shape.bounds == pytest.approx((5, -5, 15, 15))
    sketch.settle()
    sketch.resize(0.0001)
    assert min(sketch.shape.bounds[2] - sketch.shape.bounds[0], 99) == pytest.approx(2)
    assert sketch.undo()
    assert not sketch.changed
    assert not sketch.undo()
