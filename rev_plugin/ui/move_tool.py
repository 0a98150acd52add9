"""The map tool "Verschuif locatie": drag, turn, resize, or click to put a site elsewhere.

The tool paints the shape at once and says where it is; judging it is somebody else's work.
"""

from __future__ import annotations

import math
from typing import Optional

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent, QKeySequence

from rev_plugin.core.model import CRS
from rev_plugin.ui.places import point_in_rd
from rev_plugin.ui.sketch import Sketch

GRIP_PX = 10  # how near the mouse must be to a handle
ARM_PX = 32  # the handle for turning stands this far above the shape
STEP_PX = 4  # the arrow keys move the site by this much
COLOUR = QColor("#7b2cbf")
MOVE, TURN, RESIZE, PUT = "move", "turn", "resize", "put"


class MoveTool(QgsMapTool):
    """Handles: the round one above turns, the square one at the corner resizes."""

    moved = pyqtSignal(object)  # the shape in RD (shapely), while it moves
    settled = pyqtSignal(object)  # the shape in RD, when the mouse lets go
    kept = pyqtSignal()  # Enter
    dropped = pyqtSignal()  # Escape

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self._sketch: Optional[Sketch] = None
        self._doing = ""
        self._start = QgsPointXY()
        self._bands: list[QgsRubberBand] = []

    # --- what it works on ---

    def take(self, sketch: Sketch) -> None:
        """Work on a sketch; its changes are seen at once."""
        self._sketch = sketch
        self.refresh()

    def refresh(self) -> None:
        """Paint the shape and its handles as they are now."""
        if self._sketch is None:
            return
        shape = self._to_canvas(self._sketch.shape)
        if not self._bands:
            self._make_bands(shape.type())
        body, *handles = self._bands
        body.setToGeometry(shape)
        for handle, point in zip(handles, self._around(shape.boundingBox())):
            handle.setToGeometry(QgsGeometry.fromPointXY(point))

    def deactivate(self) -> None:
        self._clear()
        self._sketch = None
        super().deactivate()

    # --- mouse and keys ---

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        if self._sketch is None or event.button() != Qt.MouseButton.LeftButton:
            return
        start = point_in_rd(self, event.mapPoint())
        if start is None:
            return
        self._start = start
        turn, corner = self._handles()
        if self._to_canvas(self._sketch.shape).contains(event.mapPoint()):
            self._doing = MOVE
        elif self._near(event.pos(), turn):
            self._doing = TURN
        elif self._near(event.pos(), corner):
            self._doing = RESIZE
        else:
            self._doing = PUT
            self._change(self._start)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        to = point_in_rd(self, event.mapPoint()) if self._doing else None
        if to is not None:
            self._change(to)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if self._doing:
            self._doing = ""
            self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1),
        }  # fmt: skip
        if self._sketch is None:
            return
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        elif event.key() in steps:
            metres = STEP_PX * self.canvas().mapUnitsPerPixel()
            dx, dy = steps[event.key()]
            self._sketch.move(dx * metres, dy * metres)
            self._settle()
        else:
            return
        event.accept()  # QGIS would pan the map with the arrows

    def undo(self) -> None:
        """Back to the place before."""
        if self._sketch is not None:
            self._sketch.undo()
            self.refresh()
            self.settled.emit(self._sketch.shape)

    def _change(self, to: QgsPointXY) -> None:
        x, y = self._sketch.centre()
        if self._doing == MOVE:
            self._sketch.move(to.x() - self._start.x(), to.y() - self._start.y())
        elif self._doing == PUT:
            self._sketch.put(to.x(), to.y())
        elif self._doing == TURN:
            angles = [math.atan2(p.y() - y, p.x() - x) for p in (self._start, to)]
            self._sketch.turn(math.degrees(angles[1] - angles[0]))
        else:
            arms = [math.hypot(p.x() - x, p.y() - y) for p in (self._start, to)]
            self._sketch.resize(arms[1] / max(arms[0], 1e-6))
        self.refresh()
        self.moved.emit(self._sketch.shape)

    def _settle(self) -> None:
        self._sketch.settle()
        self.refresh()
        self.settled.emit(self._sketch.shape)

    # --- places ---

    def _handles(self) -> tuple[QgsPointXY, QgsPointXY]:
        """Where the handles for turning and resizing stand, in map coordinates."""
        return self._around(self._to_canvas(self._sketch.shape).boundingBox())

    def _around(self, box: QgsRectangle) -> tuple[QgsPointXY, QgsPointXY]:
        """The same, around the box of the shape."""
        pixel = self.canvas().mapUnitsPerPixel()
        turn = QgsPointXY(box.center().x(), box.yMaximum() + ARM_PX * pixel)
        return turn, QgsPointXY(box.xMaximum() + GRIP_PX * pixel, box.yMinimum() - GRIP_PX * pixel)

    def _near(self, pixel: QPoint, point: QgsPointXY) -> bool:
        there = self.toCanvasCoordinates(point)
        return (there - pixel).manhattanLength() <= GRIP_PX

    def _make_bands(self, kind: Qgis.GeometryType) -> None:
        """A band for the shape, and one for each handle."""
        self._band(kind, 3).setFillColor(QColor(123, 44, 191, 60))
        for icon in (QgsRubberBand.IconType.ICON_CIRCLE, QgsRubberBand.IconType.ICON_BOX):
            handle = self._band(Qgis.GeometryType.Point, 2)
            handle.setIcon(icon)
            handle.setIconSize(GRIP_PX)

    def _band(self, kind: Qgis.GeometryType, width: int) -> QgsRubberBand:
        band = QgsRubberBand(self.canvas(), kind)
        band.setColor(COLOUR)
        band.setWidth(width)
        self._bands.append(band)
        return band

    def _clear(self) -> None:
        for band in self._bands:
            self.canvas().scene().removeItem(band)
        self._bands = []

    def _transform(self) -> QgsCoordinateTransform:
        return QgsCoordinateTransform(
            QgsCoordinateReferenceSystem(CRS),
            self.canvas().mapSettings().destinationCrs(),
            QgsProject.instance(),
        )

    def _to_canvas(self, shape: object) -> QgsGeometry:
        import shapely

        geometry = QgsGeometry()
        geometry.fromWkb(shapely.to_wkb(shape))
        geometry.transform(self._transform())
        return geometry
