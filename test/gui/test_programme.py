"""Trying another programme, and drawing a new site, as a user does."""

from __future__ import annotations

import pandas as pd
import pytest
from gui_helpers import PATIENCE_MS, X, Y, run
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QWheelEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from rev_plugin.core.rule_rows import Activity
from rev_plugin.core.rules import load_rules
from rev_plugin.ui.new_site import NewSiteDialog
from rev_plugin.ui.programme_fields import programme_fields
from rev_plugin.ui.site_panel import SitePanel

SQUARE_CAP = (Qgis.EndCapStyle.Square, Qgis.JoinStyle.Miter, 2)


@pytest.fixture
def wijk(workplace, qtbot, study, told):
    """The dock with the dwellings on show and their programme unfolded."""
    run(workplace, qtbot, study)
    dock = workplace.dock()
    dock.show_site("Wijk")
    dock.site.programme_box.setCollapsed(False)
    return dock


def type_homes(dock, homes: str) -> None:
    """Type a number of dwellings and press Enter, as a user does."""
    field = dock.site.programme.editor("woningen")
    field.selectAll()
    QTest.keyClicks(field, homes)
    QTest.keyClick(field, Qt.Key.Key_Return)


def settle(workplace, qtbot) -> None:
    trial = workplace._trials.session
    qtbot.waitUntil(lambda: trial._task is None and trial._next is None, timeout=PATIENCE_MS)


def stored(study, name: str) -> dict:
    layer = QgsVectorLayer(f"{study}|layername=locaties", "l", "ogr")
    return next(f for f in layer.getFeatures() if f["naam"] == name).attributeMap()


def click(dock, words: str) -> None:
    from qgis.PyQt.QtWidgets import QPushButton

    buttons = dock.site.trial_bar.findChildren(QPushButton)
    button = next(b for b in buttons if b.text().replace("&", "") == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_field_of_every_activity_is_known():
    rules = load_rules()
    known = programme_fields("nl")
    assert {name for row in rules.rows(Activity) for name in row.velden} <= set(known)
    for field in known.values():
        assert field.label
        assert field.explanation
        for row in rules.rows(Activity):
            default = field.default(row.id)
            assert default is None or (default in dict(field.choices) or default <= field.highest)
    assert all(f.label and f.explanation for f in programme_fields("en").values())


def test_the_programme_is_folded_until_asked_for(qtbot):
    panel = SitePanel()
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(panel.programme_box.isVisible, timeout=PATIENCE_MS)
    panel.show_programme({"activiteit": "woningbouw", "jaar": 2030, "woningen": 100}, load_rules())
    QApplication.processEvents()  # Qt shows what came into a layout a moment later
    assert not panel.programme.isVisible()
    panel.programme_box.setCollapsed(False)
    assert panel.programme.isVisible()


def test_the_fields_follow_the_activity(wijk):
    form = wijk.site.programme
    assert form.editor("woningen").value() == 100
    assert form.editor("warmteoplossing").currentData() == "all_electric"
    assert form.year.value() == 2032
    assert "ETSource" in form.editor("woningen").toolTip()
    assert "kW per woning" in form.editor("woningen").toolTip()
    wijk.show_site("Station")
    assert set(form.values()) == {"activiteit", "jaar", "mva", "hoogte_m"}
    assert form.editor("mva").suffix() == " MVA"
    assert form.values()["hoogte_m"] is None


def test_another_programme_changes_the_outcome_and_stores_nothing(wijk, workplace, qtbot, study):
    before = wijk.outcome.net_facts.text()
    type_homes(wijk, "2000")
    settle(workplace, qtbot)
    assert wijk.outcome.net_facts.text() != before
    assert wijk.site.trial_bar.isVisibleTo(wijk)
    assert not wijk.site.box.isEnabled()
    assert stored(study, "Wijk")["woningen"] == 100
    click(wijk, "Stoppen")
    assert wijk.outcome.net_facts.text() == before
    assert wijk.site.programme.editor("woningen").value() == 100


def test_what_is_tried_equals_a_fresh_run_once_stored(wijk, workplace, qtbot, study):
    tried = []
    type_homes(wijk, "2000")
    workplace._trials.session.judged.connect(tried.append)
    year = wijk.site.programme.year
    year.setValue(2035)
    settle(workplace, qtbot)
    click(wijk, "Vastleggen")
    qtbot.waitUntil(lambda: workplace._task is None, timeout=PATIENCE_MS)
    assert stored(study, "Wijk")["woningen"] == 2000
    assert stored(study, "Wijk")["jaar"] == 2035
    fresh = workplace._result
    for name in ("output", "findings", "actions", "demand"):
        table = getattr(fresh, name)
        pd.testing.assert_frame_equal(
            table[table["locatie"] == "Wijk"].reset_index(drop=True),
            getattr(tried[-1], name).reset_index(drop=True),
            check_dtype=False,
        )


def test_stopping_at_once_ends_it_for_good(wijk, workplace, qtbot):
    type_homes(wijk, "2000")
    trial = workplace._trials.session
    click(wijk, "Stoppen")
    qtbot.waitUntil(lambda: trial._task is None, timeout=PATIENCE_MS)
    assert not wijk.site.trial_bar.isVisibleTo(wijk)
    assert workplace._trials.session is None
    assert wijk.location.run_button.isEnabled()


def test_undo_goes_back_one_change(wijk, workplace, qtbot):
    type_homes(wijk, "2000")
    type_homes(wijk, "3000")
    click(wijk, "Ongedaan")
    assert wijk.site.programme.editor("woningen").value() == 2000
    settle(workplace, qtbot)
    click(wijk, "Stoppen")


def test_another_activity_starts_with_sensible_values(wijk, workplace, qtbot):
    form = wijk.site.programme
    form.activity.setCurrentIndex(form.activity.findData("batterij"))
    assert form.values()["vermogen_mw"] == 10
    settle(workplace, qtbot)
    assert workplace._trials.session.changes()["activiteit"] == "batterij"
    click(wijk, "Stoppen")


@pytest.mark.parametrize(("kind", "hectares"), [("Point", 4.0), ("Polygon", 1.0)])
def test_the_square_of_a_point_follows_the_programme_that_is_tried(
    workplace, qtbot, study, told, kind, hectares
):
    """A drawn square of that very size stays as it was drawn."""
    place = QgsGeometry.fromPointXY(QgsPointXY(X + 500, Y + 500))
    shape = place if kind == "Point" else place.buffer(50, 1, *SQUARE_CAP)
    uri = f"{kind}?crs=EPSG:28992&field=naam:string&field=activiteit:string"
    sites = QgsVectorLayer(f"{uri}&field=oppervlak_ha:double", "Mijn locaties", "memory")
    row = QgsFeature(sites.fields())
    row.setAttributes(["Zon", "zonnepark", 1.0])
    row.setGeometry(shape)
    sites.dataProvider().addFeatures([row])
    QgsProject.instance().addMapLayer(sites)
    dock = workplace.dock()
    dock.show()
    dock.location.data_file.setFilePath(str(study))
    workplace.run_on(sites)
    qtbot.waitUntil(lambda: workplace._task is None, timeout=PATIENCE_MS)
    tried = []
    workplace._trials.change("Zon", {"oppervlak_ha": 4.0})
    workplace._trials.session.judged.connect(lambda result, _view: tried.append(result))
    settle(workplace, qtbot)
    assert tried[-1].sites.geometry[0].area == pytest.approx(hectares * 10_000)
    assert tried[-1].sites.table["oppervlak_ha"].iloc[0] == 4.0
    if kind == "Point":
        workplace._trials.change("Zon", {"oppervlak_ha": None})
        assert "hoe groot" in told[-1]
        assert workplace._trials.session.changes() == {"oppervlak_ha": 4.0}


def test_scrolling_past_a_field_changes_nothing(wijk):
    field = wijk.site.programme.editor("woningen")
    field.clearFocus()
    place, turned, none = QPointF(5, 5), QPoint(0, 120), Qt.KeyboardModifier.NoModifier
    wheel = QWheelEvent(
        place, QPointF(field.mapToGlobal(QPoint(5, 5))), QPoint(), turned,
        Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    assert wheel.type() == QEvent.Type.Wheel
    QApplication.sendEvent(field, wheel)
    assert field.value() == 100


def test_a_layer_of_the_project_gets_the_programme_as_an_edit(workplace, qtbot, study, told):
    sites = QgsVectorLayer("Polygon?crs=EPSG:28992&field=naam:string&field=activiteit:string",
                           "Mijn locaties", "memory")  # fmt: skip
    QgsProject.instance().addMapLayer(sites)
    import shapely

    from rev_plugin.ui.layer_edits import add_feature, change_values

    add_feature(sites, {"naam": "Nieuw", "activiteit": "batterij", "vermogen_mw": 5.0},
                shapely.box(X, Y, X + 10, Y + 10))  # fmt: skip
    change_values(sites, "Nieuw", {"vermogen_mw": 7.5, "jaar": 2031})
    row = next(sites.getFeatures()).attributeMap()
    assert (row["vermogen_mw"], row["jaar"]) == (7.5, 2031)
    assert sites.isModified()
    sites.rollBack()


@pytest.fixture
def drawing(workplace, qtbot, study, told, qgis_iface):
    run(workplace, qtbot, study)
    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(QgsProject.instance().crs())
    canvas.setExtent(QgsRectangle(X - 100, Y - 700, X + 1300, Y + 700))
    QTest.mouseClick(workplace.dock().location.draw_button, Qt.MouseButton.LeftButton)
    return canvas


def at(canvas, x: float, y: float) -> QPoint:
    point = canvas.getCoordinateTransform().transform(x, y)
    return QPoint(round(point.x()), round(point.y()))


def fill_in(name: str, **columns: float):
    def accept(dialog: NewSiteDialog) -> int:
        ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
        assert not ok.isEnabled()
        dialog.name.setText("Wijk")
        assert "zo heet" in dialog.said.text()
        dialog.name.setText(name)
        for column, value in columns.items():
            dialog.form.editor(column).setValue(value)
        assert ok.isEnabled(), dialog.said.text()
        return 1

    return accept


def test_a_drawn_site_is_stored_and_judged(drawing, workplace, qtbot, study, monkeypatch):
    monkeypatch.setattr(NewSiteDialog, "exec", fill_in("Veld", woningen=40))
    left = Qt.MouseButton.LeftButton
    for x, y in ((X + 100, Y + 300), (X + 200, Y + 300), (X + 200, Y + 400)):
        QTest.mouseClick(drawing.viewport(), left, pos=at(drawing, x, y))
    QTest.keyClick(drawing, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: workplace._task is None, timeout=PATIENCE_MS)
    assert workplace.dock().current_site() == "Veld"
    assert stored(study, "Veld")["woningen"] == 40
    made = workplace._result.sites
    area = made.geometry[list(made.table["naam"]).index("Veld")].area
    assert area == pytest.approx(5000, rel=0.1)
    assert workplace._trials.drawing is None


def test_a_point_by_keyboard_needs_an_area(drawing, workplace, qtbot, study, monkeypatch):
    monkeypatch.setattr(NewSiteDialog, "exec", fill_in("Punt", oppervlak_ha=2.0))
    QTest.keyClick(drawing, Qt.Key.Key_Space)
    QTest.keyClick(drawing, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: workplace._task is None, timeout=PATIENCE_MS)
    made = workplace._result.sites
    shape = made.geometry[list(made.table["naam"]).index("Punt")]
    assert shape.area == pytest.approx(20_000)


def test_a_corner_that_rd_does_not_know_is_told_and_can_be_taken_back(drawing, workplace):
    tool, said = workplace._trials.drawing._tool, []
    tool.messageEmitted.connect(lambda text, _level: said.append(text))
    drawing.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    drawing.setExtent(QgsRectangle(-200, -150, 200, 150))
    QTest.mouseClick(drawing.viewport(), Qt.MouseButton.LeftButton, pos=at(drawing, 5, 120))
    QTest.keyClick(drawing, Qt.Key.Key_Return)
    assert "buiten het bereik van RD" in said[0]
    assert workplace._trials.drawing._tool is tool
    QTest.keyClick(drawing, Qt.Key.Key_Escape)


def test_escape_stops_drawing(drawing, workplace, study):
    QTest.mouseClick(drawing.viewport(), Qt.MouseButton.LeftButton, pos=at(drawing, X, Y))
    QTest.keyClick(drawing, Qt.Key.Key_Escape)
    assert workplace._trials.drawing is None
    assert len(workplace._result.output) == 2
