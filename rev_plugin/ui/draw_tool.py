"""The map tool "Nieuwe locatie": corners by clicks, with the snapping of the project."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from rev_plugin.ui.places import shape_in_rd

INK = QColor("#7527c4")
FILL = QColor(117, 39, 196, 50)


class DrawTool(QgsMapTool):
    """Draws an area, or one point where a single corner was set.

    Left click or the space bar (at the middle of the map) sets a corner, Backspace takes it
    back, right click, double click or Enter finishes, Esc stops.
    """

    drawn = pyqtSignal(QgsGeometry)  # in RD: a polygon, or a point
    dropped = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._corners: list[QgsPointXY] = []
        self._band = QgsRubberBand(canvas)
        self._band.setColor(INK)
        self._band.setFillColor(FILL)
        self._band.setWidth(2)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Corners are set on release, so that a drag does nothing by accident."""

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            self._finish()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._add(event.snapPoint())

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:
        self._finish()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        if self._corners:
            self._show(event.snapPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        elif key == Qt.Key.Key_Escape:
            self.dropped.emit()
        elif key == Qt.Key.Key_Space:
            self._add(self._canvas.center())
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._corners = self._corners[:-1]
            self._show()
        else:
            return
        event.accept()

    def deactivate(self) -> None:
        self._canvas.scene().removeItem(self._band)
        super().deactivate()

    def _add(self, corner: QgsPointXY) -> None:
        if not self._corners or corner != self._corners[-1]:
            self._corners.append(corner)
        self._show()

    def _show(self, mouse: Optional[QgsPointXY] = None) -> None:
        points = self._corners if mouse is None else [*self._corners, mouse]
        self._band.setToGeometry(QgsGeometry.fromPolygonXY([points]))

    def _finish(self) -> None:
        """Hand over the shape; two corners are not one yet."""
        if len(self._corners) == 1:
            shape = QgsGeometry.fromPointXY(self._corners[0])
        elif len(self._corners) > 2:
            shape = QgsGeometry.fromPolygonXY([self._corners]).makeValid()
        else:
            return
        in_rd = shape_in_rd(self, shape)
        if in_rd is not None:
            self.drawn.emit(in_rd)
