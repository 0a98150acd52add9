"""The dock "REV – Netcapaciteit": one supply area, its figures, years and developments."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Optional

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
)
from qgis.gui import QgsDockWidget, QgsMapCanvas, QgsMapToolEmitPoint
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rev_plugin.i18n import language, tr
from rev_plugin.processing.base import icon
from rev_plugin.report import legend
from rev_plugin.ui.headroom_widget import HeadroomWidget
from rev_plugin.ui.parts import card, chip, lines, small, wrapped

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result


class NetDock(QgsDockWidget):
    """Shows an area that is chosen in the list or pointed at on the map."""

    def __init__(self, canvas: QgsMapCanvas, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("REV – Netcapaciteit"), parent)
        self.setObjectName("RevNetDock")
        self.setWindowIcon(icon("net"))
        self._canvas = canvas
        self._result: Optional[Result] = None
        self._tool: Optional[QgsMapToolEmitPoint] = None
        self.area = QComboBox()
        self.area.setAccessibleName(tr("Voedingsgebied"))
        self.area.setMinimumContentsLength(10)
        self.direction = QComboBox()
        self.direction.setAccessibleName(tr("Richting"))
        for entry in legend.entries("richting"):
            self.direction.addItem(entry.name(language()), entry.value)
        self.point = QPushButton(icon("net"), tr("&Aanwijzen"))
        self.point.setToolTip(tr("Wijs een voedingsgebied aan op de kaart."))
        self.point.setCheckable(True)
        self.figures, self.developments = wrapped(), wrapped()
        self.headroom = HeadroomWidget()
        self.note = small(tr("Voer eerst een quickscan uit met de laag voedingsgebieden."))
        self._lay_out()
        self.area.currentIndexChanged.connect(self._show)
        self.direction.currentIndexChanged.connect(self._show)
        self.point.toggled.connect(self._toggle_tool)

    def show_result(self, result: Optional[Result]) -> None:
        """Show the areas of an outcome, or nothing."""
        self._result = result
        before = self.area.currentData()
        self.area.blockSignals(True)
        self.area.clear()
        if result is not None and result.areas is not None:
            table = result.areas.table
            for code, name in dict(zip(table["gebied_id"], table["naam"])).items():
                self.area.addItem(name or code, code)
        at = self.area.findData(before)
        self.area.setCurrentIndex(max(at, 0))
        self.area.blockSignals(False)
        self._show()

    def show_place(self, x: float, y: float) -> bool:
        """Show the area at a place (RD); False when there is none."""
        if self._result is None or self._result.areas is None:
            return False
        import shapely

        areas = self._result.areas
        inside = shapely.intersects_xy(areas.geometry, x, y)
        regional = inside & (areas.table["niveau"] != "tennet").to_numpy()
        found = areas.table.loc[regional if regional.any() else inside, "gebied_id"]
        if not len(found):
            return False
        self.area.setCurrentIndex(self.area.findData(found.iloc[0]))
        return True

    def close_tool(self) -> None:
        """Give the map back to the tool that was there."""
        self.point.setChecked(False)

    def _lay_out(self) -> None:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(6, 6, 6, 6)
        top = QHBoxLayout()
        top.addWidget(self.area, 2)
        top.addWidget(self.direction, 1)
        layout.addLayout(top)
        layout.addWidget(self.point)
        layout.addWidget(self.note)
        self._cards = card(self.figures, self.headroom), card(self.developments)
        for frame in self._cards:
            layout.addWidget(frame)
        self.fixed = small()
        layout.addWidget(self.fixed)
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        scroll.setMinimumWidth(280)
        self.setWidget(scroll)

    def _show(self) -> None:
        code = self.area.currentData()
        for widget in (*self._cards, self.fixed):
            widget.setVisible(code is not None)
        self.note.setVisible(code is None)
        self.point.setEnabled(code is not None)
        if code is not None:
            from rev_plugin.report.net_view import area_view

            view = area_view(self._result, code, self.direction.currentData())
            self.figures.setText("<hr>".join(_level(level) for level in view.levels))
            self.headroom.show_picture(view.picture)
            self.developments.setText(_developments(view))
            self.fixed.setText(view.disclaimer)

    def _toggle_tool(self, on: bool) -> None:
        if on:
            self._tool = QgsMapToolEmitPoint(self._canvas)
            self._tool.canvasClicked.connect(self._clicked)
            self._tool.deactivated.connect(self.close_tool)
            self._canvas.setMapTool(self._tool)
        elif self._tool is not None:
            tool, self._tool = self._tool, None
            tool.deactivated.disconnect(self.close_tool)
            self._canvas.unsetMapTool(tool)
            tool.deleteLater()

    def _clicked(self, point: QgsPointXY) -> None:
        change = QgsCoordinateTransform(
            self._canvas.mapSettings().destinationCrs(),
            QgsCoordinateReferenceSystem("EPSG:28992"),
            QgsProject.instance(),
        )
        place = change.transform(point, Qgis.TransformDirection.Forward)
        self.show_place(place.x(), place.y())


def _level(level) -> str:  # noqa: ANN001  report.net_view.Level
    return f"<b>{escape(level.name)}</b> {chip(level.status)}<br>{lines(level.facts)}"


def _developments(view) -> str:  # noqa: ANN001  report.net_view.AreaView
    listed = "<br>".join(
        tr("{site}: {demand}").format(site=escape(site), demand=escape(demand))
        for site, demand in view.sites
    ) or tr("Geen van de locaties ligt in dit gebied.")
    shared = escape(view.municipalities) or tr("niet bekend")
    return (
        f"<b>{tr('Locaties in dit gebied')}</b><br>{listed}<br>"
        f"<b>{tr('Gemeenten die het delen')}</b><br>{shared}"
    )
