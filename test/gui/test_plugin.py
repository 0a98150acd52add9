"""Loading and unloading the plugin in a window, and what it adds to QGIS's own menus."""

from __future__ import annotations

import gc

import pytest
from gui_helpers import PATIENCE_MS
from qgis.core import QgsApplication, QgsExpression, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapLayerActionContext
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject
from qgis.PyQt.QtGui import QColor

from rev_plugin.plugin import RevPlugin
from rev_plugin.report import legend
from rev_plugin.ui.parts import ink_on
from rev_plugin.ui.site_action import site_field


def rev_objects(window) -> list[str]:
    return [x.objectName() for x in window.findChildren(QObject) if x.objectName()[:3] == "Rev"]


@pytest.fixture
def plugin(qgis_iface, qgis_new_project, monkeypatch):
    window = qgis_iface.mainWindow()
    monkeypatch.setattr(qgis_iface, "addToolBar", window.addToolBar, raising=False)
    made = RevPlugin(qgis_iface)
    made.initGui()
    yield made
    if made._toolbar is not None:
        made.unload()


def test_loading_twice_and_using_it_leaves_nothing(plugin, qgis_iface, qtbot, study, monkeypatch):
    window, project = qgis_iface.mainWindow(), QgsProject.instance()
    plugin.unload()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    before = (
        set(window.findChildren(QObject)),
        project.receivers(project.readProject),
        project.receivers(project.cleared),
        project.receivers(project.layersAdded),
        len(QgsApplication.processingRegistry().providers()),
    )
    for _ in range(2):
        plugin = RevPlugin(qgis_iface)
        plugin.initGui()
        assert "RevToolBar" in rev_objects(window)
        workplace = plugin.workplace()
        workplace.show_quickscan()
        workplace.show_overview()
        workplace.show_net()
        workplace.dock().location.data_file.setFilePath(str(study))
        qtbot.waitUntil(lambda w=workplace: w._task is None, timeout=PATIENCE_MS)
        workplace.run()
        qtbot.waitUntil(lambda w=workplace: w._task is None, timeout=PATIENCE_MS)
        assert workplace.dock().result() is not None
        plugin.unload()
        del plugin, workplace
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert rev_objects(window) == []
        after = (
            set(window.findChildren(QObject)),
            project.receivers(project.readProject),
            project.receivers(project.cleared),
            project.receivers(project.layersAdded),
            len(QgsApplication.processingRegistry().providers()),
        )
        assert len(after[0] - before[0]) == 0, [type(x) for x in after[0] - before[0]]
        assert after[1:] == before[1:]
    assert not QgsExpression.isFunctionName("rev_scenario")
    project.clear()  # no connection answers any more


def test_unloading_while_a_task_runs_is_quiet(plugin, qtbot, study):
    workplace = plugin.workplace()
    workplace.dock().location.data_file.setFilePath(str(study))
    qtbot.waitUntil(lambda: workplace._task is None, timeout=PATIENCE_MS)
    workplace.run()
    task = workplace._task
    ended = []
    task.succeeded.connect(lambda _: ended.append("succeeded"))
    task.failed.connect(lambda text, _: ended.append(text))
    plugin.unload()
    qtbot.waitUntil(lambda: bool(ended), timeout=PATIENCE_MS)
    assert QgsProject.instance().mapLayersByName("Quickscan") == []


def test_the_action_on_a_feature_is_for_sites_only(plugin, study):
    sites = QgsVectorLayer(f"{study}|layername=locaties", "l", "ogr")
    houses = QgsVectorLayer(f"{study}|layername=bebouwing", "b", "ogr")
    assert plugin._site_action.canRunUsingLayer(sites)
    assert not plugin._site_action.canRunUsingLayer(houses)
    assert site_field(sites) == "naam"


def test_the_context_menu_offers_a_quickscan_on_areas_and_points_only(
    plugin, qgis_iface, monkeypatch
):
    offered = []
    monkeypatch.setattr(
        qgis_iface, "addCustomActionForLayer", lambda _, layer: offered.append(layer.name()), False
    )
    QgsProject.instance().addMapLayers(
        QgsVectorLayer(f"{kind}?crs=EPSG:28992", kind, "memory")
        for kind in ("Polygon", "LineString", "Point", "None")
    )
    assert sorted(offered) == ["Point", "Polygon"]
    plugin.unload()
    plugin.initGui()  # a plugin that is loaded later offers it on the layers that are there
    assert sorted(offered[2:]) == ["Point", "Polygon"]


def test_the_action_on_a_feature_shows_that_site(plugin, qtbot, study):
    workplace = plugin.workplace()
    sites = QgsVectorLayer(f"{study}|layername=locaties", "Mijn locaties", "ogr")
    QgsProject.instance().addMapLayer(sites)
    workplace.dock().location.data_file.setFilePath(str(study))
    feature = next(f for f in sites.getFeatures() if f["naam"] == "Station")
    plugin._site_action.triggerForFeature(sites, feature, QgsMapLayerActionContext())
    qtbot.waitUntil(lambda: workplace._task is None, timeout=PATIENCE_MS)
    assert workplace.dock().current_site() == "Station"
    assert workplace.dock().location.sites_layer() == sites
    outcome = next(iter(workplace._result.output["locatie"]))
    assert outcome == "Wijk"


@pytest.mark.parametrize("group", ["scenario", "plan_oordeel", "net_oordeel", "uitvoerbaarheid"])
def test_letters_read_on_every_colour(group):
    def luminance(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        red, green, blue = (
            p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    for entry in legend.entries(group):
        fill = QColor(legend.colour(group, entry.value))
        light, dark = sorted((luminance(fill), luminance(ink_on(fill))), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, entry
