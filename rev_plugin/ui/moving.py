"""Moving a site with the outcome following: the latest place wins, nothing queues.

The main thread only paints. A task judges the place the mouse is at; while it works, only
the last place is remembered and judged next. Nothing is stored before "Vastleggen".
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpression,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsTask,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt.QtCore import QObject, pyqtSignal

from rev_plugin.i18n import tr
from rev_plugin.ui.move_tool import MoveTool
from rev_plugin.ui.sketch import Sketch
from rev_plugin.ui.tasks import Request, RevTask, gather_request

if TYPE_CHECKING:
    import shapely

    from rev_plugin.core.model import Features, Feedback
    from rev_plugin.study.live import LiveStudy
    from rev_plugin.study.quickscan import Result


class WarmUp(RevTask):
    """Reads the surroundings of a site; gives a study.live.LiveStudy."""

    def __init__(self, request: Request, base: Result, bounds: tuple) -> None:
        super().__init__(tr("REV – omgeving inlezen"))
        self._request, self._base, self._bounds = request, base, bounds

    def work(self, feedback: Feedback) -> object:
        from rev_plugin.study.live import LiveStudy

        inputs, rules = gather_request(self._request, feedback)
        asked = self._request
        return LiveStudy(
            inputs, self._base, rules, asked.settings, self._bounds, feedback, asked.rules_folder
        )


class Judge(RevTask):
    """Judges one place; gives a study.quickscan.Result of that site, and its view."""

    FLAGS = QgsTask.Flag.CanCancel | QgsTask.Flag.Hidden

    def __init__(self, live: LiveStudy, site: Features) -> None:
        super().__init__(tr("REV – verschoven locatie toetsen"))
        self._live, self._site = live, site

    def work(self, feedback: Feedback) -> object:
        from rev_plugin.core.tables import records
        from rev_plugin.report.context import site_view

        result = self._live.judge(self._site)
        return result, site_view(result, records(result.output)[0])


class Moving(QObject):
    """One session of moving one site."""

    judged = pyqtSignal(object, dict)  # Result of the moved site, and its site_view
    ready = pyqtSignal()  # the surroundings have been read
    kept = pyqtSignal(object)  # the shape to store
    ended = pyqtSignal()
    failed = pyqtSignal(str, str)

    def __init__(self, canvas: QgsMapCanvas, request: Request, base: Result, name: str) -> None:
        super().__init__()
        self._canvas, self._request, self._base = canvas, request, base
        row = list(base.sites.table["naam"]).index(name)
        self._site = base.sites.where((base.sites.table["naam"] == name).to_numpy())
        self._sketch = Sketch(base.sites.geometry[row])
        self._before: Optional[QgsMapTool] = canvas.mapTool()
        self._live: Optional[LiveStudy] = None
        self._task: Optional[RevTask] = None
        self._next: Optional[Features] = None
        self._tool = MoveTool(canvas)
        self._tool.moved.connect(self._ask)
        self._tool.settled.connect(self._ask)
        self._tool.kept.connect(self.keep)
        self._tool.dropped.connect(self.end)
        self._tool.deactivated.connect(self.end)

    def begin(self) -> None:
        """Show the handles and start reading the surroundings."""
        self._canvas.setMapTool(self._tool)
        self._tool.take(self._sketch)
        self._canvas.setFocus()
        self._warm_up()

    def undo(self) -> None:
        """Back to the place before."""
        self._tool.undo()

    def keep(self) -> None:
        """Ask to store the shape as it is now."""
        if self._sketch.changed:
            self.kept.emit(self._sketch.shape)

    def end(self) -> None:
        """Stop; what was not stored is gone."""
        self._tool.deactivated.disconnect(self.end)
        self._next = None
        if self._task is not None:
            self._task.cancel()
        if self._canvas.mapTool() is self._tool:
            self._canvas.unsetMapTool(self._tool)
            if self._before is not None:
                self._canvas.setMapTool(self._before)
        self._tool.deleteLater()
        self.ended.emit()

    def _warm_up(self) -> None:
        self._run(WarmUp(self._request, self._base, self._sketch.shape.bounds), self._warmed)

    def _warmed(self, live: object) -> None:
        self._live = live
        self.ready.emit()
        self._go_on()

    def _ask(self, shape: shapely.Geometry) -> None:
        """Judge this place, or remember it while another is being judged."""
        import numpy as np

        geometry = np.empty(1, dtype=object)
        geometry[0] = shape
        self._next = replace(self._site, geometry=geometry)
        self._go_on()

    def _go_on(self) -> None:
        if self._task is not None or self._next is None:
            return
        if self._live is None or not self._live.holds(self._next):
            self._warm_up()
            return
        site, self._next = self._next, None
        self._run(Judge(self._live, site), self._told)

    def _told(self, outcome: tuple[Result, dict]) -> None:
        self.judged.emit(*outcome)
        self._go_on()

    def _run(self, task: RevTask, then) -> None:  # noqa: ANN001  a bound method
        def done(outcome: object) -> None:
            self._task = None
            then(outcome)

        def failed(text: str, details: str) -> None:
            self._task = None
            self._next = None
            if text:
                self.failed.emit(text, details)

        self._task = task
        task.succeeded.connect(done)
        task.failed.connect(failed)
        QgsApplication.taskManager().addTask(task)


def change_in_layer(layer: QgsVectorLayer, name: str, shape: shapely.Geometry) -> None:
    """Change a site in a layer of the project, as an edit that the user can undo and save.

    Raises:
        RevError: the layer cannot be edited, or does not have the site (once).
    """
    import shapely

    from rev_plugin.core.model import CRS, RevError

    wanted = QgsExpression.createFieldEqualityExpression("naam", name)
    found = list(layer.getFeatures(QgsFeatureRequest(QgsExpression(wanted))))
    if len(found) != 1:
        raise RevError(_absent(name, layer.name()))
    if not layer.isEditable() and not layer.startEditing():
        raise RevError(tr("De laag {layer} is niet te bewerken.").format(layer=layer.name()))
    geometry = QgsGeometry()
    geometry.fromWkb(shapely.to_wkb(shape))
    geometry.transform(
        QgsCoordinateTransform(
            QgsCoordinateReferenceSystem(CRS), layer.crs(), QgsProject.instance()
        )
    )
    if layer.geometryType() == Qgis.GeometryType.Point:
        geometry = geometry.centroid()
    for made in geometry.coerceToType(layer.wkbType()):
        layer.changeGeometry(found[0].id(), made)
    layer.triggerRepaint()


def _absent(name: str, layer: str) -> str:
    return tr("{name} staat niet (één keer) in de laag {layer}; er is niets bewaard.").format(
        name=name, layer=layer
    )


def store_shape(data: Path, name: str, shape: shapely.Geometry) -> None:
    """Put a site's new shape into the layer `locaties` of the data, in one transaction.

    Raises:
        RevError: the site is not there under this name, or the file cannot be written.
    """
    import shapely
    from osgeo import ogr

    from rev_plugin.core.model import RevError
    from rev_plugin.study.write import transaction

    with transaction(data) as dataset:
        layer = dataset.GetLayerByName("locaties")
        found = [row for row in layer or () if row["naam"] == name]
        if len(found) != 1:
            raise RevError(_absent(name, "locaties"))
        if ogr.GT_Flatten(layer.GetGeomType()) in (ogr.wkbPoint, ogr.wkbMultiPoint):
            shape = shape.centroid
        made = ogr.CreateGeometryFromWkb(shapely.to_wkb(shape))
        found[0].SetGeometry(ogr.ForceTo(made, layer.GetGeomType()))
        layer.SetFeature(found[0])
