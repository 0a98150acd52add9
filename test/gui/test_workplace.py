"""The docks driven as a user does, in a QGIS window, against the real quickscan."""

from __future__ import annotations

import pytest
from gui_helpers import PATIENCE_MS, run, write_small_study
from qgis.core import QgsProject, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFileDialog, QProgressDialog

from rev_plugin.ui.overrule_dialog import OverruleDialog
from rev_plugin.ui.project import add_study_layers, data_of
from rev_plugin.ui.results import result_layer
from rev_plugin.ui.site_table import STEPS
from rev_plugin.ui.step_dialog import StepDialog
from rev_plugin.ui.workplace import Workplace


def test_an_empty_dock_says_what_to_do_first(workplace, qtbot):
    dock = workplace.dock()
    assert not dock.location.run_button.isEnabled()
    assert "twee vragen" in dock.start.text.text()
    assert dock.outcome.isHidden() or not dock.outcome.isVisible()


def test_choosing_data_and_one_click_give_an_outcome(workplace, qtbot, study, told):
    run(workplace, qtbot, study)
    dock = workplace.dock()
    assert [dock.site.box.itemText(i) for i in range(dock.site.box.count())] == ["Wijk", "Station"]
    assert "2 locaties getoetst." in told[-1]
    assert dock.outcome.scenario.text().startswith("<b>1 ·")
    assert "Geen toezegging" in dock.fixed.text()
    assert "regeltekst is niet beoordeeld" in dock.fixed.text()
    layer = result_layer(QgsProject.instance())
    assert {f["locatie"]: f["scenario"] for f in layer.getFeatures()} == {"Wijk": 1, "Station": 0}
    assert dock.outcome.matrix.counts() == {1: 1, 0: 1}
    assert dock.location.sites_box.currentText() == "Laag locaties in de gegevens"


def test_the_layers_stand_in_ordered_groups(workplace, qtbot, study, told):
    run(workplace, qtbot, study)
    names = [g.name() for g in QgsProject.instance().layerTreeRoot().findGroups()]
    assert names == ["REV – Resultaat", "REV – Net", "REV – Belemmeringen", "REV – Plan"]


def test_a_second_run_replaces_the_first(workplace, qtbot, study, told):
    run(workplace, qtbot, study)
    count = len(QgsProject.instance().mapLayers())
    run(workplace, qtbot, study)
    assert len(QgsProject.instance().mapLayers()) == count


def test_a_finding_is_measured_on_the_map(workplace, qtbot, study, told):
    run(workplace, qtbot, study)
    dock = workplace.dock()
    dock.show_site("Station")
    row = next(r for r in dock.outcome.findings.rows() if r["object"] == "B1")
    assert row["distance"] == pytest.approx(30)
    dock.outcome.findings.finding_chosen.emit(row)
    assert len(workplace.view._marks._finding) == 2
    line = workplace.view._marks._finding[1]
    assert line._words == "30 m"
    assert row["explanation"] in dock.outcome.finding.text().replace("&#x27;", "'")


def test_a_ticked_step_survives_the_next_run(workplace, qtbot, study, told):
    run(workplace, qtbot, study)
    dock = workplace.dock()
    step = dock.steps.topLevelItem(0).child(0)
    text = step.text(0)
    step.setCheckState(0, Qt.CheckState.Checked)
    layer = QgsVectorLayer(f"{study}|layername=stappen", "s", "ogr")
    assert [(f["actie"], f["status"]) for f in layer.getFeatures()] == [(text, "gereed")]
    del layer
    run(workplace, qtbot, study)
    again = dock.steps.topLevelItem(0).child(0)
    assert (again.text(0), again.checkState(0)) == (text, Qt.CheckState.Checked)


def test_a_step_is_assigned_with_a_note_and_both_survive(
    workplace, qtbot, study, told, monkeypatch
):
    run(workplace, qtbot, study)
    dock = workplace.dock()

    def fill_in(dialog: StepDialog) -> int:
        dialog.lead.setCurrentText("A. Jansen")
        dialog.note.setPlainText("Overleg op 3 december")
        return 1

    monkeypatch.setattr(StepDialog, "exec", fill_in)
    dock.steps.setCurrentItem(dock.steps.topLevelItem(0).child(0))
    qtbot.keyClick(dock.steps, Qt.Key.Key_Return)
    shown = dock.steps.topLevelItem(0).child(0).text(0)
    assert "Trekker: A. Jansen" in shown
    assert "Overleg op 3 december" in shown
    run(workplace, qtbot, study)
    again = dock.steps.topLevelItem(0).child(0)
    assert again.text(0) == shown
    assert again.checkState(0) == Qt.CheckState.Unchecked


def test_a_tick_counts_in_the_overview(workplace, qtbot, study, told):
    run(workplace, qtbot, study)
    workplace.show_overview()
    table = workplace._sides.overview().table.model()
    before = int(table.index(0, STEPS).data())
    workplace.dock().steps.topLevelItem(0).child(0).setCheckState(0, Qt.CheckState.Checked)
    table = workplace._sides.overview().table.model()
    assert int(table.index(0, STEPS).data()) == before - 1


def test_an_overruling_needs_reason_and_name_and_is_kept(
    workplace, qtbot, study, told, monkeypatch
):
    run(workplace, qtbot, study)
    dock = workplace.dock()
    dock.show_site("Station")

    def fill_in(dialog: OverruleDialog) -> int:
        dialog.name.setText("")
        ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
        assert not ok.isEnabled()
        dialog.verdict.setCurrentIndex(dialog.verdict.findData("past"))
        dialog.reason.setPlainText("Raadsbesluit van 3 november")
        dialog.name.setText("A. Planoloog")
        assert ok.isEnabled()
        return 1

    monkeypatch.setattr(OverruleDialog, "exec", fill_in)
    qtbot.mouseClick(dock.outcome.overrule, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: workplace._task is None, timeout=PATIENCE_MS)
    row = workplace._result.output.set_index("locatie").loc["Station"]
    assert row["plan_oordeel"] == "past"
    assert row["plan_zekerheid"] == "overruled"
    assert dock.current_site() == "Station"


def overrule(workplace, qtbot, monkeypatch, answer) -> None:
    """Open the dialog, have `answer` fill it in, and wait for the new outcome."""
    monkeypatch.setattr(OverruleDialog, "exec", answer)
    qtbot.mouseClick(workplace.dock().outcome.overrule, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: workplace._task is None, timeout=PATIENCE_MS)


def test_an_overruling_can_be_changed_and_taken_back(workplace, qtbot, study, told, monkeypatch):
    run(workplace, qtbot, study)
    workplace.dock().show_site("Wijk")
    proposed = workplace._result.output.set_index("locatie").loc["Wijk"]

    def judge(verdict: str):
        def answer(dialog: OverruleDialog) -> int:
            dialog.verdict.setCurrentIndex(dialog.verdict.findData(verdict))
            dialog.reason.setPlainText("Artikel 5 gelezen")
            dialog.name.setText("A. Planoloog")
            return OverruleDialog.DialogCode.Accepted

        return answer

    def take_back(dialog: OverruleDialog) -> int:
        assert dialog.reason.toPlainText() == "Artikel 5 gelezen"
        dialog.withdraw.click()
        return dialog.result()

    overrule(workplace, qtbot, monkeypatch, judge("past_niet"))
    overrule(workplace, qtbot, monkeypatch, judge("past_met_voorwaarden"))
    row = workplace._result.output.set_index("locatie").loc["Wijk"]
    assert row["plan_oordeel"] == "past_met_voorwaarden"
    assert "veranderd" not in row["plan_reden"]  # the proposal is still the same
    overrule(workplace, qtbot, monkeypatch, take_back)
    row = workplace._result.output.set_index("locatie").loc["Wijk"]
    assert row["plan_oordeel"] == proposed["plan_oordeel"]
    assert row["plan_zekerheid"] == proposed["plan_zekerheid"]


def test_cancelling_shows_nothing(workplace, qtbot, study, told):
    dock = workplace.dock()
    dock.location.data_file.setFilePath(str(study))
    workplace.run()
    workplace.cancel()
    qtbot.waitUntil(lambda: workplace._task is None, timeout=PATIENCE_MS)
    assert dock.result() is None
    assert result_layer(QgsProject.instance()) is None
    assert not any("mis" in text for text in told)
    assert dock.location.run_button.isEnabled()


def test_data_deleted_meanwhile_is_an_error_with_advice(workplace, qtbot, study, told):
    dock = workplace.dock()
    dock.set_data(study)
    study.unlink()
    qtbot.mouseClick(dock.location.run_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: workplace._task is None, timeout=PATIENCE_MS)
    assert "bestaat niet" in told[-1]
    assert "data.gpkg" in told[-1]


def test_a_missing_theme_is_not_tested_and_said(workplace, qtbot, study, told):
    run(workplace, qtbot, study)
    assert "lagen ontbreken" in told[-1]
    untested = workplace._result.findings.query("thema == 'natura2000'")["oordeel"].unique()
    assert list(untested) == ["niet_getoetst"]


def test_sites_from_a_layer_in_edit_mode(workplace, qtbot, study, told):
    sites = QgsVectorLayer(f"{study}|layername=locaties", "Mijn locaties", "ogr")
    QgsProject.instance().addMapLayer(sites)
    sites.startEditing()
    first = next(sites.getFeatures())
    sites.changeAttributeValue(first.id(), sites.fields().indexOf("naam"), "Hernoemd")
    workplace.dock().location.set_sites_layer(sites)
    run(workplace, qtbot, study)
    assert workplace.dock().site.box.itemText(0) == "Hernoemd"
    sites.rollBack()


def test_a_reopened_project_knows_its_sites_and_answers_again(
    workplace, qtbot, study, told, tmp_path
):
    sites = QgsVectorLayer(f"{study}|layername=locaties", "Mijn locaties", "ogr")
    project = QgsProject.instance()
    project.addMapLayer(sites)
    workplace.dock().location.set_sites_layer(sites)
    run(workplace, qtbot, study)
    before = workplace._result.output
    assert project.write(str(tmp_path / "p.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "p.qgz"))
    location = workplace.dock().location
    assert location.data_path() == study
    assert location.sites_layer().name() == "Mijn locaties"
    qtbot.mouseClick(location.run_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: workplace._task is None, timeout=PATIENCE_MS)
    assert before.equals(workplace._result.output)


def test_bad_sites_are_named(workplace, qtbot, study, told):
    sites = QgsVectorLayer(
        "Polygon?crs=EPSG:28992&field=naam:string", "Zonder activiteit", "memory"
    )
    QgsProject.instance().addMapLayer(sites)
    workplace.dock().location.set_sites_layer(sites)
    run(workplace, qtbot, study)
    assert "Zonder activiteit" in told[-1] or "leeg" in told[-1]
    assert workplace.dock().result() is None


def test_another_project_forgets_the_outcome(workplace, qtbot, study, told, tmp_path):
    run(workplace, qtbot, study)
    QgsProject.instance().clear()
    assert workplace.dock().result() is None
    assert workplace.dock().location.data_path() is None
    assert workplace._result is None
    second = write_small_study(tmp_path / "tweede.gpkg")
    run(workplace, qtbot, second)
    assert workplace.dock().result() is not None


def test_other_data_forget_the_outcome(workplace, qtbot, study, told, tmp_path):
    run(workplace, qtbot, study)
    second = write_small_study(tmp_path / "tweede.gpkg")
    workplace.dock().location.data_file.setFilePath(str(second))
    assert workplace.dock().result() is None
    assert not workplace.dock().site.isVisibleTo(workplace.dock())


def test_a_saved_project_knows_its_data(workplace, qtbot, study, told, tmp_path):
    project = QgsProject.instance()
    project.setFileName(str(tmp_path / "p.qgz"))
    add_study_layers(project, study)
    assert project.write()
    project.clear()
    assert project.read(str(tmp_path / "p.qgz"))
    assert data_of(project) == study
    assert project.crs().authid() == "EPSG:28992"


def test_the_report_is_saved_with_the_map(workplace, qtbot, study, told, tmp_path, monkeypatch):
    run(workplace, qtbot, study)
    path = tmp_path / "rapport.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    qtbot.mouseClick(workplace.dock().location.report_button, Qt.MouseButton.LeftButton)
    assert not path.exists()  # nothing is waited for
    qtbot.waitUntil(lambda: workplace._task is None, timeout=PATIENCE_MS)
    html = path.read_text(encoding="utf-8")
    assert "data:image/png;base64," in html
    assert "Wijk" in html
    assert "Rapport bewaard" in told[-1]


def test_a_report_that_is_stopped_leaves_the_old_file(
    workplace, qtbot, study, told, tmp_path, monkeypatch
):
    run(workplace, qtbot, study)
    path = tmp_path / "rapport.html"
    path.write_text("het vorige", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    before = list(told)
    workplace.save_report()
    workplace.cancel()
    qtbot.waitUntil(lambda: workplace._task is None, timeout=PATIENCE_MS)
    assert path.read_text(encoding="utf-8") == "het vorige"
    assert told == before


def test_the_atlas_is_saved_page_by_page(workplace, qtbot, study, told, tmp_path, monkeypatch):
    run(workplace, qtbot, study)
    path = tmp_path / "atlas"
    kind = "Atlas als PDF (*.pdf)"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), kind))
    workplace.save_report()
    assert (tmp_path / "atlas.pdf").read_bytes().startswith(b"%PDF")
    assert "atlas.pdf" in told[-1]


def test_a_stopped_atlas_leaves_the_old_file(workplace, qtbot, study, told, tmp_path, monkeypatch):
    run(workplace, qtbot, study)
    path = tmp_path / "atlas.pdf"
    path.write_text("de vorige", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QProgressDialog, "wasCanceled", lambda _: True)
    before = list(told)
    workplace.save_report()
    assert path.read_text(encoding="utf-8") == "de vorige"
    assert told == before


def test_a_report_without_an_outcome_says_to_run_first(workplace, told):
    workplace.save_report()
    assert told == ["Voer eerst een quickscan uit."]


def test_the_matrix_answers_to_keys_and_clicks(workplace, qtbot, study, told):
    run(workplace, qtbot, study)
    matrix = workplace.dock().outcome.matrix
    with qtbot.waitSignal(matrix.cell_chosen) as clicked:
        qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=matrix._cell(4).center().toPoint())
    assert clicked.args == [4]
    workplace.dock().show_site("Station")
    qtbot.keyClick(matrix, Qt.Key.Key_1)
    assert workplace.dock().current_site() == "Wijk"
    assert matrix.accessibleDescription() == "Wijk staat in scenario 1"


def test_the_dock_fits_in_320_pixels(workplace, qtbot, study, told):
    run(workplace, qtbot, study)
    assert workplace.dock().minimumSizeHint().width() <= 320


def test_no_two_keys_of_the_dock_are_the_same(workplace, qtbot, study, told):
    from qgis.PyQt.QtWidgets import QAbstractButton, QLabel

    run(workplace, qtbot, study)
    dock = workplace.dock()
    dock.site.programme_box.setCollapsed(False)
    dock.set_trial("Er wordt iets geprobeerd", programme=True)
    labels = [label for label in dock.findChildren(QLabel) if label.buddy() is not None]
    widgets = [*labels, *dock.findChildren(QAbstractButton)]
    words = [w.text() for w in widgets if w.isVisibleTo(dock) and "&" in w.text()]
    keys = [text[text.index("&") + 1].casefold() for text in words]
    assert len(keys) > 8
    assert sorted(keys) == sorted(set(keys))


def test_a_dock_has_no_room_left_over_below(workplace, qtbot, study, told):
    run(workplace, qtbot, study)
    dock = workplace.dock()
    dock.setFloating(True)
    dock.resize(320, 700)
    body = dock._scroll.widget()
    for tree in (dock.outcome.findings, dock.steps):
        qtbot.waitUntil(lambda shown=tree: 0 <= room_below(shown) <= 12)
    qtbot.waitUntil(lambda: body.height() == body.layout().heightForWidth(body.width()))
    assert body.width() <= 320


def room_below(tree) -> int:
    """Pixels between the last row of a tree and its lower edge."""
    last = tree.topLevelItem(tree.topLevelItemCount() - 1)
    while tree.itemBelow(last) is not None:
        last = tree.itemBelow(last)
    return tree.viewport().height() - tree.visualItemRect(last).bottom()


def test_fields_have_buddies_and_names(workplace):
    from qgis.PyQt.QtWidgets import QLabel

    labels = workplace.dock().findChildren(QLabel)
    buddies = {label.buddy() for label in labels if label.buddy() is not None}
    dock = workplace.dock()
    assert {
        dock.location.data_file,
        dock.location.sites_box,
        dock.location.year_box,
        dock.site.box,
    } <= buddies
    for widget in (dock.outcome.matrix, dock.outcome.headroom, dock.outcome.findings, dock.steps):
        assert widget.accessibleName()


def test_closing_twice_leaves_nothing(qgis_iface, qgis_new_project, qtbot, study):
    for _ in range(2):
        made = Workplace(qgis_iface)
        run(made, qtbot, study)
        dock = made.dock()
        made.close()
        assert made._dock is None
        qtbot.waitUntil(lambda d=dock: _gone(d), timeout=5000)
    QgsProject.instance().clear()  # no connection answers any more


def _gone(widget) -> bool:
    try:
        widget.objectName()
    except RuntimeError:
        return True
    return False


def test_settings_that_do_not_hold_together_fall_back(qgis_new_project):
    from rev_plugin.core.model import Settings
    from rev_plugin.ui.settings import read_settings

    kept = QgsSettings()
    kept.setValue("rev/chance_yes", 0.05)
    try:
        assert read_settings().chance_yes == Settings().chance_yes
    finally:
        kept.remove("rev/chance_yes")
