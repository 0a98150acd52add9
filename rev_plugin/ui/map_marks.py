"""What is on show, marked on the map: the site, and the finding with its measured line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem, QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPainterPath, QPen
from qgis.PyQt.QtWidgets import QStyleOptionGraphicsItem, QWidget

from rev_plugin.core.model import CRS
from rev_plugin.i18n import tr

if TYPE_CHECKING:
    import shapely

    from rev_plugin.core.model import Theme
    from rev_plugin.study.quickscan import Result

INK = QColor("#d5006c")  # of a finding
RING = QColor("#10222f")  # of the site on show
LEAST_VIEW_M = 120.0  # the view never gets narrower than this


class MeasuredLine(QgsMapCanvasItem):
    """A line on the map with its metres in the middle; coordinates of the canvas."""

    def __init__(
        self, canvas: QgsMapCanvas, start: QgsPointXY, end: QgsPointXY, words: str
    ) -> None:
        super().__init__(canvas)
        self._canvas, self._start, self._end, self._words = canvas, start, end, words
        self.setZValue(1000)
        self.setRect(canvas.extent())

    def updatePosition(self) -> None:
        self.setRect(self._canvas.extent())

    def paint(
        self,
        painter: QPainter,
        option: Optional[QStyleOptionGraphicsItem] = None,
        widget: Optional[QWidget] = None,
    ) -> None:
        start, end = self._at(self._start), self._at(self._end)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((QColor("#ffffff"), 6), (INK, 2.5)):
            painter.setPen(QPen(colour, width, cap=Qt.PenCapStyle.RoundCap))
            painter.drawLine(start, end)
        painter.setBrush(QColor("#ffffff"))
        painter.setPen(QPen(INK, 2))
        for point in (start, end):
            painter.drawEllipse(point, 4, 4)
        self._write(painter, (start + end) / 2)

    def _at(self, point: QgsPointXY) -> QPointF:
        return self.toCanvasCoordinates(point) - self.pos()

    def _write(self, painter: QPainter, middle: QPointF) -> None:
        font = painter.font()
        font.setBold(True)
        font.setPointSizeF(11)
        painter.setFont(font)
        size = painter.fontMetrics().boundingRect(self._words)
        box = QRectF(0, 0, size.width() + 14, size.height() + 6)
        box.moveCenter(middle - QPointF(0, size.height()))
        shape = QPainterPath()
        shape.addRoundedRect(box, 5, 5)
        painter.fillPath(shape, QColor(255, 255, 255, 235))
        painter.setPen(INK)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._words)


class MapMarks:
    """The marks on the canvas: one site, and one finding of it."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._site: list[QgsMapCanvasItem] = []
        self._finding: list[QgsMapCanvasItem] = []

    def clear(self) -> None:
        """Take all marks off the map."""
        self._take_off(self._site + self._finding)
        self._site, self._finding = [], []

    def show_site(self, result: Result, site: str) -> None:
        """Ring a site; a small one gets a circle that is seen at any scale."""
        self.clear()
        shape = self._on_canvas(_as_qgis(_site_shape(result, site)))
        band = QgsRubberBand(self._canvas, shape.type())
        band.setToGeometry(shape)
        band.setColor(RING)
        band.setFillColor(QColor(0, 0, 0, 0))
        band.setWidth(3)
        circle = QgsVertexMarker(self._canvas)
        circle.setCenter(shape.pointOnSurface().asPoint())
        circle.setIconType(QgsVertexMarker.IconType.ICON_CIRCLE)
        circle.setColor(RING)
        circle.setIconSize(34)
        circle.setPenWidth(3)
        self._site = [band, circle]

    def show_finding(self, result: Result, theme: Optional[Theme], site: str, row: dict) -> str:
        """Mark a finding of a site; gives what to tell when there is nothing to mark."""
        self._take_off(self._finding)
        self._finding = []
        place = _site_shape(result, site)
        found = _object_of(theme, place, row)
        if found is None:
            return tr("Voor deze bevinding is geen object op de kaart aan te wijzen.")
        import shapely

        start, end = shapely.get_coordinates(shapely.shortest_line(place, found))
        geometry = self._on_canvas(_as_qgis(found))
        band = QgsRubberBand(self._canvas, geometry.type())
        band.setToGeometry(geometry)
        band.setColor(INK)
        band.setFillColor(QColor(213, 0, 108, 50))
        band.setWidth(3)
        ends = [self._on_canvas(_as_qgis(shapely.Point(p))).asPoint() for p in (start, end)]
        self._finding = [band, MeasuredLine(self._canvas, ends[0], ends[1], row["measured"])]
        self._zoom(QgsRectangle(ends[0], ends[1]))
        self._canvas.flashGeometries([geometry])
        return ""

    def _take_off(self, items: list[QgsMapCanvasItem]) -> None:
        for item in items:
            self._canvas.scene().removeItem(item)

    def _on_canvas(self, geometry: QgsGeometry) -> QgsGeometry:
        crs = self._canvas.mapSettings().destinationCrs()
        change = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem(CRS), crs, QgsProject.instance()
        )
        try:
            geometry.transform(change)
        except QgsCsException:
            return geometry
        return geometry

    def _zoom(self, measured: QgsRectangle) -> None:
        """Bring the measured line into view, with its surroundings."""
        view = QgsRectangle(measured)
        view.scale(3)
        least = LEAST_VIEW_M / 2
        if self._canvas.mapUnits() == QgsCoordinateReferenceSystem(CRS).mapUnits():
            view.combineExtentWith(
                QgsRectangle.fromCenterAndSize(measured.center(), 2 * least, 2 * least)
            )
        self._canvas.setExtent(view)
        self._canvas.refresh()


def in_canvas(canvas: QgsMapCanvas, view: QgsRectangle) -> QgsRectangle:
    """A box in RD as a box in the coordinates of the canvas."""
    crs = canvas.mapSettings().destinationCrs()
    change = QgsCoordinateTransform(QgsCoordinateReferenceSystem(CRS), crs, QgsProject.instance())
    try:
        return change.transformBoundingBox(view)
    except QgsCsException:
        return view


def _site_shape(result: Result, site: str) -> shapely.Geometry:
    names = list(result.sites.table["naam"])
    return result.sites.geometry[names.index(site)]


def _object_of(
    theme: Optional[Theme], place: shapely.Geometry, row: dict
) -> Optional[shapely.Geometry]:
    """The object that a finding measured, read from around the site."""
    import shapely

    if theme is None or not row["object"] or row["distance"] is None:
        return None
    x_min, y_min, x_max, y_max = shapely.bounds(place)
    reach = row["distance"] + 1
    for chunk in theme.read((x_min - reach, y_min - reach, x_max + reach, y_max + reach)):
        for number in (chunk.ids.astype(str) == row["object"]).nonzero()[0]:
            shape = chunk.geometry[number]
            return shapely.from_wkb(shape) if isinstance(shape, bytes) else shape
    return None


def _as_qgis(shape: shapely.Geometry) -> QgsGeometry:
    import shapely

    geometry = QgsGeometry()
    geometry.fromWkb(shapely.to_wkb(shape, output_dimension=2))
    return geometry
