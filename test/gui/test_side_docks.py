"""Overview, net card, options and expressions, on the small study or the example outcome."""

from __future__ import annotations

import example_result
import pytest
from gui_helpers import X, Y, run
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsPointXY,
    QgsSettings,
)
from qgis.PyQt.QtCore import QPoint, Qt

from rev_plugin.ui import expressions
from rev_plugin.ui.net_dock import MOST_LISTED, listed
from rev_plugin.ui.options import OptionsPage
from rev_plugin.ui.overview_dock import OverviewDock


@pytest.fixture
def overview(qtbot, qgis_iface):
    dock = OverviewDock()
    qtbot.addWidget(dock)
    dock.show_result(example_result.result())
    return dock


def test_the_overview_lists_all_sites_and_counts(overview):
    assert set(overview.names()) == set(example_result.NAMES)
    assert overview.matrix.counts() == {0: 1, 1: 1, 2: 1, 3: 1, 4: 1}


def test_the_fixed_sentences_stand_below_the_verdicts(overview):
    assert "de regeltekst is niet beoordeeld" in overview.fixed.text()
    assert "Geen toezegging" in overview.fixed.text()
    overview.show_result(None)
    assert overview.fixed.isHidden()


def test_a_cell_filters_and_asks_to_zoom_and_again_shows_all(overview, qtbot):
    with qtbot.waitSignal(overview.sites_chosen) as asked:
        qtbot.keyClick(overview.matrix, Qt.Key.Key_3)
    assert asked.args == [["Haven Zuid"]]
    assert overview.names() == ["Haven Zuid"]
    qtbot.keyClick(overview.matrix, Qt.Key.Key_3)
    assert len(overview.names()) == 5


def test_search_and_partner_filter_together(overview, qtbot):
    qtbot.keyClicks(overview.search, "bui")
    assert overview.names() == ["Buitenplaats <test>"]
    overview.search.clear()
    at = overview.partner.findData("netbeheerder")
    overview.partner.setCurrentIndex(at)
    assert len(overview.names()) == 5
    result = example_result.result()
    result.actions.loc[result.actions["locatie"] != "Molenveld", "status"] = "gereed"
    overview.show_result(result)
    overview.partner.setCurrentIndex(overview.partner.findData("netbeheerder"))
    assert overview.names() == ["Molenveld"]


def test_the_table_starts_in_the_order_of_the_data_and_says_so(overview):
    assert overview.names() == list(example_result.NAMES)
    assert overview.table.horizontalHeader().sortIndicatorSection() == -1


def test_a_click_on_a_heading_sorts_both_ways(overview, qtbot):
    header = overview.table.horizontalHeader()
    middle = header.sectionViewportPosition(0) + 20
    for order in (sorted, lambda names: sorted(names, reverse=True)):
        at = QPoint(middle, header.height() // 2)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert overview.names() == order(example_result.NAMES)


def test_the_table_sorts_by_value_not_by_words(overview):
    overview.table.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    assert overview.names()[0] == "Molenveld"  # 97 %
    assert overview.names()[-1] == "Buitenplaats <test>"  # unknown


def test_a_site_of_the_overview_opens_in_the_quickscan(workplace, qtbot, study, told):
    run(workplace, qtbot, study)
    workplace.show_overview()
    dock = workplace._sides.overview()
    row = dock.names().index("Station")
    dock._choose(dock.table.model().index(row, 0))
    assert workplace.dock().current_site() == "Station"
    dock.show_cell(1)
    centre = workplace._iface.mapCanvas().extent().center()
    assert (centre.x(), centre.y()) == pytest.approx((X + 100, Y + 100), abs=1)


def test_the_net_dock_shows_every_level_and_its_sites(workplace, qtbot, study, told):
    run(workplace, qtbot, study)
    workplace.show_net()
    net = workplace._sides.net()
    assert net.show_place(X, Y)
    assert net.area.currentData() == "OS Proef"
    text = net.figures.text()
    assert "OS Proef (regionale netbeheerder)" in text
    assert "T Proef (TenneT)" in text
    assert "100,0 MW" in text
    assert "1.000,0 MW" in text
    assert "Wijk" in net.developments.text()
    assert "Geen toezegging" in net.fixed.text()
    assert net.headroom._picture.room.years[-1] == 2050
    assert not net.show_place(X + 90_000, Y)


def test_pointing_where_rd_has_no_place_is_told(workplace, qtbot, study, told, qgis_iface):
    run(workplace, qtbot, study)
    qgis_iface.mapCanvas().setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    net, said = workplace._sides.net(), []
    net.point.setChecked(True)
    net._tool.messageEmitted.connect(lambda text, _level: said.append(text))
    before = net.area.currentData()
    net._tool.canvasClicked.emit(QgsPointXY(5, 120), Qt.MouseButton.LeftButton)
    assert "buiten het bereik van RD" in said[0]
    assert net.area.currentData() == before
    net.close_tool()


def test_a_click_outside_every_area_says_so(workplace, qtbot, study, told):
    run(workplace, qtbot, study)
    workplace.show_net()
    net = workplace._sides.net()
    net.point.setChecked(True)
    click = net._tool.canvasClicked.emit
    workplace._iface.mapCanvas().setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
    before = net.area.currentData()
    click(QgsPointXY(X + 90_000, Y), Qt.MouseButton.LeftButton)
    assert not net.missed.isHidden()
    assert "geen voedingsgebied" in net.missed.text()
    assert net.area.currentData() == before
    click(QgsPointXY(X, Y), Qt.MouseButton.LeftButton)
    assert net.missed.isHidden()
    net.close_tool()


def test_the_net_dock_works_out_what_would_make_it_fit(workplace, qtbot, study, told):
    run(workplace, qtbot, study)
    workplace.show_net()
    net = workplace._sides.net()
    assert net.show_place(X, Y)
    assert not net.ask.isHidden()
    with qtbot.waitSignal(net.options_found, timeout=30_000) as found:
        net.ask.click()
    assert found.args[0].options is not None
    assert workplace._result is found.args[0]  # so that the report has them
    assert net.ask.isHidden()
    assert "Wat het passend maakt" in net.options.text()


def test_of_very_many_sites_the_first_are_listed():
    names = [f"Locatie {number}" for number in range(MOST_LISTED + 2)]
    assert listed(names[:-2]) == "<br>".join(names[:-2])
    told = listed(names).split("<br>")
    assert told[:-1] == names[:-2]
    assert told[-1] == "… en nog 2; het rapport heeft ze alle."


def test_options_of_an_old_outcome_are_not_shown(workplace, qtbot, study, told):
    run(workplace, qtbot, study)
    workplace.show_net()
    net = workplace._sides.net()
    net.ask.click()
    net.show_result(None)
    qtbot.wait(300)
    assert net._task is None
    assert not net.options.text() or "doorgerekend" in net.options.text()


def test_without_areas_the_net_dock_says_so(workplace, qtbot, told):
    workplace.show_net()
    net = workplace._sides.net()
    assert not net.note.isHidden()
    assert not net.point.isEnabled()


def test_options_are_kept_and_used(qtbot, tmp_path):
    from rev_plugin.ui.settings import read_settings, rules_folder

    kept = QgsSettings()
    page = OptionsPage()
    qtbot.addWidget(page)
    page.chance_yes.setValue(0.8)
    page.folder.setFilePath(str(tmp_path))
    assert page.isValid()
    page.apply()
    try:
        assert read_settings(2031).chance_yes == 0.8
        assert read_settings(2031).year == 2031
        assert rules_folder() == tmp_path
        page.folder.setFilePath(str(tmp_path / "weg"))
        assert not page.isValid()
    finally:
        kept.remove("rev")


@pytest.fixture
def functions():
    expressions.register()
    yield
    expressions.unregister()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("rev_scenario('past', 'ja')", 1),
        ("rev_scenario('past_met_voorwaarden', 'nee')", 2),
        ("rev_scenario('past_niet', 'nvt')", 3),
        ("rev_scenario('onbekend', 'nee')", 0),
        ("rev_netruimte('OS Meerdam', 'afname', 2026)", 14.0),
        ("rev_netruimte('OS Meerdam', 'invoeding', 2026)", NULL),
        ("rev_scenario(NULL, 'ja')", NULL),
    ],
)
def test_expressions_answer(functions, text, value):
    expressions.use_result(example_result.result())
    assert QgsExpression(text).evaluate() == value


def test_more_dwellings_ask_more_but_less_each(functions):
    few = QgsExpression("rev_vraag_kw(10, 'all_electric')").evaluate()
    many = QgsExpression("rev_vraag_kw(1000, 'all_electric')").evaluate()
    assert few > 0
    assert 10 * few < many < 100 * few


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("rev_scenario('misschien', 'ja')", '"misschien" is onbekend; kies uit past, past_met_'),
        ("rev_vraag_kw(200, 'houtkachel')", '"houtkachel" is onbekend; kies uit all_electric,'),
        ("rev_vraag_kw('veel', 'gas')", '"veel" is geen getal van 0 of meer.'),
        ("rev_vraag_kw(-1, 'gas')", '"-1" is geen getal van 0 of meer.'),
        ("rev_netruimte('OS Meerdam', 'afname', 'ooit')", '"ooit" is geen getal van 0 of meer.'),
    ],
)
def test_a_wrong_word_is_an_error_of_the_expression(functions, text, words):
    expressions.use_result(example_result.result())
    expression = QgsExpression(text)
    assert expression.evaluate() is None
    assert words in expression.evalErrorString()


def test_the_answers_in_the_help_are_those_it_gives(functions):
    for make in (expressions.Scenario, expressions.DemandKw):
        asked, given = make().helpText().rpartition("<br>")[2].split(" → ")
        assert QgsExpression(asked).evaluate() == float(given)


def test_functions_go_when_the_plugin_goes():
    expressions.register()
    expressions.unregister()
    assert not QgsExpression.isFunctionName("rev_scenario")
