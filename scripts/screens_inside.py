"""Runs inside QGIS (see screens.py): opens the demo study and takes pictures of the window."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapTip
from qgis.PyQt.QtCore import Qt, QTimer, QUrl
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QToolBar, QWidget
from qgis.utils import iface, plugins

from rev_plugin.i18n import tr
from rev_plugin.ui.help import open_help

OUT = Path(os.environ["REV_SCREENS"])
VARIANT = os.environ["REV_VARIANT"]
ROOT = OUT.parents[1]
SITE, STATION = "Gasfabriekterrein", "Station Oudekreek-Oost"
PAUSE_MS, PATIENCE = 200, 600
NARROW = 320  # px: the least width that a dock must be usable at


def story() -> Iterator[object]:
    """The steps of the session; each `yield` gives QGIS time, or waits for a condition."""
    window = iface.mainWindow()
    if VARIANT.endswith("dark"):
        QgsApplication.setUITheme("Night Mapping")
    window.resize(1600, 1000)
    plugin = plugins["rev_plugin"]
    yield from panels(window)
    data = ROOT / "build" / "screens_demo"
    workplace = plugin.workplace()
    workplace.show_quickscan()
    yield from settle()
    take("start")
    if (data / "data.gpkg").is_file():
        workplace.open_study(data / "data.gpkg")
    else:
        workplace.open_demo(data)
    yield lambda: workplace.dock().result() is not None
    dock = workplace.dock()
    layers = window.findChild(QDockWidget, "Layers")
    window.resizeDocks([layers, dock], [330, 390], Qt.Orientation.Horizontal)
    dock.show_site(SITE)
    yield from settle()
    take("quickscan")
    dock.show_site(STATION)  # it stands too close to a dwelling
    finding = next(row for row in dock.outcome.findings.rows() if row["distance"])
    dock.outcome.findings.finding_chosen.emit(finding)
    dock.scroll_to(dock.outcome.findings)
    yield from settle()
    take("bevinding")
    dock.show_site(SITE)
    workplace.view.zoom_to([SITE])
    dock.site.move_requested.emit(SITE)
    yield lambda: dock.site.trial_bar.isVisible()
    reading = tr("De omgeving wordt ingelezen…")
    yield lambda: dock.site.trial_text.text() != reading
    dock.scroll_to(dock.location.data_file)
    yield from settle()
    take("verschuiven")
    dock.site.drop_requested.emit()
    workplace.show_overview()
    yield from settle()
    take("overzicht")
    workplace.hide_overview()
    workplace.show_net()
    workplace.view.zoom_to_all()
    workplace.show_area_of(SITE)
    yield from settle()
    take("netcapaciteit")
    workplace.show_quickscan()
    window.resizeDocks([layers, dock], [330, NARROW], Qt.Orientation.Horizontal)
    yield from settle()
    take("smal")
    yield from other_windows(window)
    workplace.view.zoom_to([SITE])
    plan = plan_alone()
    yield from settle()
    tip = tip_of(plan)
    for _ in range(10):
        yield
    take("plan")
    tip.clear(iface.mapCanvas())


def plan_alone() -> QgsVectorLayer:
    """Tick the plan and open its legend; everything else off."""
    root = QgsProject.instance().layerTreeRoot()
    nodes = root.findLayers()
    plan = next(node for node in nodes if "layername=planobjecten" in node.layer().source())
    for group in root.children():
        group.setExpanded(group is plan.parent())
    for node in nodes:
        node.setItemVisibilityChecked(node is plan)
        node.setExpanded(node is plan)
    plan.setItemVisibilityCheckedParentRecursive(True)
    return plan.layer()


def tip_of(plan: QgsVectorLayer) -> QgsMapTip:
    """Show the map tip of the plan object in the middle of the map."""
    canvas, tip = iface.mapCanvas(), QgsMapTip()
    pixel = canvas.rect().center()
    point = canvas.getCoordinateTransform().toMapCoordinates(pixel.x(), pixel.y())
    tip.showMapTip(plan, point, pixel, canvas)
    return tip


def other_windows(window: object) -> Iterator[object]:
    """The help, and the page in QGIS's own options (which waits until it is closed)."""
    page = open_help(window)
    page.browser.setSource(page.browser.source().resolved(QUrl("uitleg-van-de-cijfers.md")))
    yield from settle()
    save(page, "uitleg")
    page.close()
    QTimer.singleShot(4 * PAUSE_MS, take_options)
    iface.showOptionsDialog(window, "REV")
    yield


def take_options() -> None:
    dialog = QApplication.activeModalWidget()
    dialog.resize(900, 480)
    QApplication.processEvents()
    save(dialog, "opties")
    dialog.reject()


def panels(window: object) -> Iterator[object]:
    """Only the layers beside the map: what a REV user has on screen."""
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    keep = ("mFileToolBar", "mMapNavToolBar", "mAttributesToolBar", "RevToolBar")
    for bar in window.findChildren(QToolBar):
        if bar.objectName():
            bar.setVisible(bar.objectName() in keep)
    yield


def settle() -> Iterator[object]:
    """Wait until the map has been drawn and messages are read."""
    iface.messageBar().clearWidgets()
    for _ in range(8):
        yield
    yield lambda: not iface.mapCanvas().isDrawing()
    for _ in range(5):
        yield


def take(name: str) -> None:
    save(iface.mainWindow(), name)


def save(widget: QWidget, name: str) -> None:
    widget.grab().save(str(OUT / f"{name}_{VARIANT}.png"))


class Player:
    """Plays the story on QGIS's own event loop and then closes QGIS."""

    def __init__(self) -> None:
        self._steps = story()
        self._until: object = None
        self._waited = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._next)
        self._timer.start(PAUSE_MS)

    def _next(self) -> None:
        if callable(self._until) and not self._until():
            self._waited += 1
            if self._waited > PATIENCE:
                take("stuck")
                self._stop(3)
            return
        self._waited = 0
        try:
            self._until = next(self._steps)
        except StopIteration:
            self._stop(0)
        except BaseException:
            traceback.print_exc()
            self._stop(2)

    def _stop(self, code: int) -> None:
        self._timer.stop()
        sys.stdout.flush()
        os._exit(code)  # QGIS would ask to save the project


player = Player()
