"""The 2×2 matrix, painted: the four cells, all sites as counts, one site as a ring."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Optional

from qgis.PyQt.QtCore import QEvent, QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from qgis.PyQt.QtWidgets import QSizePolicy, QToolTip, QWidget

from rev_plugin.i18n import tr
from rev_plugin.report import legend
from rev_plugin.report.charts import place
from rev_plugin.ui.standings import Standing

LEFT, TOP, GAP = 20.0, 18.0, 3.0
RING = 8.0


class MatrixWidget(QWidget):
    """Fits the plan or not (rows) against net capacity or not (columns).

    Every cell has its number, so that the meaning never hangs on colour. A click, or a
    number key, asks for the sites of a cell.
    """

    cell_chosen = pyqtSignal(int)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._sites: dict[str, Standing] = {}
        self._chosen = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(200)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._describe()

    def sizeHint(self) -> QSize:
        return QSize(300, 150)

    def show_sites(self, sites: Mapping[str, Standing], chosen: str = "") -> None:
        """Show sites by name; `chosen` gets the ring."""
        if sites == self._sites and chosen == self._chosen:
            return
        self._sites = dict(sites)
        self._chosen = chosen
        self._describe()
        self.update()

    def counts(self) -> Counter[int]:
        """How many sites there are in each scenario; 0 counts those still unknown."""
        return Counter(site.scenario for site in self._sites.values())

    def cell_at(self, point: QPointF) -> int:
        """The scenario under a point of the widget; 0 outside the cells."""
        return next((n for n in (1, 2, 3, 4) if self._cell(n).contains(point)), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter)
        chosen = self._sites.get(self._chosen)
        current = chosen.possible if chosen else ()
        counts = self.counts()
        for scenario in (1, 2, 3, 4):
            self._paint_cell(painter, scenario, current, counts[scenario])
        if current:
            self._paint_ring(painter, current)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._choose(self.cell_at(QPointF(event.pos())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0
        if number in (1, 2, 3, 4):
            self._choose(number)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            scenario = self.cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._tip(scenario) if scenario else "", self)
            return True
        return super().event(event)

    def _choose(self, scenario: int) -> None:
        if scenario:
            self.cell_chosen.emit(scenario)

    def _tip(self, scenario: int) -> str:
        entry = legend.entry("scenario", scenario)
        names = [name for name, site in self._sites.items() if site.scenario == scenario]
        listed = ", ".join(names) or tr("geen locaties")
        return f"<b>{scenario} – {entry.name}</b><br>{entry.explanation}<br>{listed}"

    def _cell(self, scenario: int) -> QRectF:
        width = (self.width() - LEFT - 2) / 2
        height = (self.height() - TOP - 2) / 2
        column, row = (scenario - 1) % 2, (scenario - 1) // 2
        return QRectF(LEFT + column * width, TOP + row * height, width, height).adjusted(
            GAP / 2, GAP / 2, -GAP / 2, -GAP / 2
        )

    def _paint_axes(self, painter: QPainter) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        small = QFont(self.font())
        small.setPointSizeF(small.pointSizeF() * 0.85)
        painter.setFont(small)
        middle = Qt.AlignmentFlag.AlignCenter
        half = (self.width() - LEFT) / 2
        painter.drawText(QRectF(LEFT, 0, half, TOP), middle, tr("netcapaciteit"))
        painter.drawText(QRectF(LEFT + half, 0, half, TOP), middle, tr("geen netcapaciteit"))
        tall = (self.height() - TOP) / 2
        for row, words in enumerate((tr("past"), tr("past niet"))):
            painter.save()
            painter.translate(LEFT / 2, TOP + (row + 0.5) * tall)
            painter.rotate(-90)
            painter.drawText(QRectF(-tall / 2, -9, tall, 18), middle, words)
            painter.restore()

    def _paint_cell(
        self, painter: QPainter, scenario: int, current: Sequence[int], count: int
    ) -> None:
        entry = legend.entry("scenario", scenario)
        box = self._cell(scenario)
        fill = QColor(entry.colour)
        fill.setAlphaF((0.9 if len(current) == 1 else 0.55) if scenario in current else 0.22)
        painter.setBrush(fill)
        painter.setPen(QPen(QColor(entry.colour), 2.2 if scenario in current else 1.0))
        painter.drawRoundedRect(box, 5, 5)
        filled = QColor("#10222f")  # reads on the bright colour in any theme
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        painter.setPen(filled if scenario in current else ink)
        bold = QFont(self.font())
        bold.setBold(True)
        bold.setPointSizeF(bold.pointSizeF() * 1.35)
        painter.setFont(bold)
        inner = box.adjusted(8, 4, -8, -4)
        painter.drawText(
            inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, str(scenario)
        )
        if count:
            painter.setFont(self.font())
            words = tr("1 locatie") if count == 1 else tr("{count} locaties").format(count=count)
            corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            painter.drawText(inner, corner, words)

    def _paint_ring(self, painter: QPainter, scenarios: Sequence[int]) -> None:
        x, y = place(scenarios)
        area = self._cell(1).united(self._cell(4))
        centre = QPointF(area.left() + x * area.width(), area.top() + y * area.height())
        painter.setBrush(QColor("#ffffff"))
        painter.setPen(QPen(QColor("#1d3557"), 3))
        painter.drawEllipse(centre, RING, RING)
        painter.setBrush(QColor("#1d3557"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(centre, RING / 2.6, RING / 2.6)

    def _describe(self) -> None:
        """The same in words, for a screen reader."""
        self.setAccessibleName(tr("Matrix van de vier scenario's"))
        current = self._sites.get(self._chosen)
        if current:
            where = tr(" of ").join(str(s) for s in current.possible)
            self.setAccessibleDescription(
                tr("{site} staat in scenario {where}").format(site=self._chosen, where=where)
            )
        else:
            self.setAccessibleDescription(tr("{count} locaties").format(count=len(self._sites)))
