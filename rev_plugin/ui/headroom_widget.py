"""Headroom against demand per year, painted in the dock on the scales of the report."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from rev_plugin.i18n import tr
from rev_plugin.report.charts import Axes, Demand, Picture, grid_step, runs
from rev_plugin.report.words import number

ROOM, ASK, SHUT = QColor("#56b4e9"), QColor("#d55e00"), QColor("#d7382e")
RIGHT = 14  # px kept free at the right


class HeadroomWidget(QWidget):
    """The band of headroom (P10–P90), the demand and the years the operator has no room."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._picture: Optional[Picture] = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Netruimte en vraag per jaar"))

    def sizeHint(self) -> QSize:
        return QSize(300, 130)

    def show_picture(self, picture: Picture) -> None:
        """Show one site's picture; the widget hides when nothing is known."""
        if picture == self._picture:
            return
        self._picture = picture
        years = picture.room.years
        self.setVisible(bool(years))
        if years:
            self.setAccessibleDescription(
                tr("Netruimte van {first} tot {last}").format(first=years[0], last=years[-1])
            )
        self.setToolTip(
            tr(
                "Blauw: netruimte, van P10 tot P90 met het midden. Oranje stippellijn: de vraag. "
                "Gearceerd: de netbeheerder meldt geen ruimte; dat gaat voor de rekensom."
            )
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None or not self._picture.room.years:
            return
        axes = Axes.around(self._picture, self.width(), self.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_grid(painter, axes)
        if self._picture.blocked_until is not None:
            right = min(axes.x(self._picture.blocked_until), self.width() - RIGHT)
            hatch = QColor(SHUT)
            hatch.setAlpha(110)
            box = QRectF(QPointF(44, 12), QPointF(right, self.height() - 28))
            painter.fillRect(box, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
        self._paint_band(painter, axes, self._picture)
        if self._picture.demand is not None:
            self._paint_demand(painter, axes, self._picture.demand)
        painter.end()

    def _paint_grid(self, painter: QPainter, axes: Axes) -> None:
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        faint = QColor(ink)
        faint.setAlpha(50)
        small = self.font()
        small.setPointSizeF(small.pointSizeF() * 0.8)
        painter.setFont(small)
        step = grid_step(axes.top - axes.bottom)
        for index in range(round((axes.top - axes.bottom) / step) + 1):
            value = axes.bottom + index * step
            y = axes.y(value)
            painter.setPen(QPen(ink if abs(value) < step / 100 else faint, 1))
            painter.drawLine(QPointF(44, y), QPointF(self.width() - RIGHT, y))
            painter.setPen(ink)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y - 8, 39, 16), right, number(value, 0 if step >= 1 else 1))
        every = max(1, round((axes.last - axes.first) * 42 / max(self.width() - 58, 1)))
        for year in range(axes.first, axes.last + 1, every):
            where = QRectF(axes.x(year) - 25, self.height() - 24, 50, 16)
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, str(year))
        painter.drawText(QPointF(2, 10), "MW")

    @staticmethod
    def _paint_band(painter: QPainter, axes: Axes, picture: Picture) -> None:
        light = QColor(ROOM)
        light.setAlpha(120)
        for run in runs(picture.room):
            upper = [QPointF(axes.x(year), axes.y(high)) for year, _, _, high in run]
            lower = [QPointF(axes.x(year), axes.y(low)) for year, low, _, _ in reversed(run)]
            middle = [QPointF(axes.x(year), axes.y(mid)) for year, _, mid, _ in run]
            if len(run) == 1:
                painter.setPen(QPen(light, 12))
                painter.drawLine(upper[0], lower[0])
                painter.setPen(QPen(ROOM.darker(150), 6, cap=Qt.PenCapStyle.RoundCap))
                painter.drawPoint(middle[0])
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(light)
            painter.drawPolygon(QPolygonF(upper + lower))
            painter.setPen(QPen(ROOM.darker(150), 2))
            painter.drawPolyline(QPolygonF(middle))

    def _paint_demand(self, painter: QPainter, axes: Axes, demand: Demand) -> None:
        start = axes.x(demand.year if demand.year is not None else axes.first)
        end = max(self.width() - RIGHT, start + 6)
        light = QColor(ASK)
        light.setAlpha(70)
        top, bottom = axes.y(demand.high), axes.y(demand.low)
        painter.fillRect(QRectF(start, top, end - start, max(bottom - top, 1)), light)
        painter.setPen(QPen(ASK, 2, Qt.PenStyle.DashLine))
        middle = axes.y(demand.middle)
        painter.drawLine(QPointF(start, middle), QPointF(end, middle))
        painter.setPen(QPen(QColor("#ffffff"), 1.5))
        painter.setBrush(ASK)
        painter.drawEllipse(QPointF(start, middle), 4.5, 4.5)
