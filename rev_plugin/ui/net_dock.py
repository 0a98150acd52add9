"""The dock "REV – Netcapaciteit": one supply area, its figures, years and developments."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Optional

from qgis.core import QgsApplication, QgsPointXY
from qgis.gui import QgsDockWidget, QgsMapCanvas, QgsMapToolEmitPoint
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rev_plugin.i18n import tr
from rev_plugin.processing.base import icon
from rev_plugin.report import glossary, legend
from rev_plugin.ui.headroom_widget import HeadroomWidget
from rev_plugin.ui.parts import card, chip, explain, lines, small, wrapped
from rev_plugin.ui.places import point_in_rd

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result
    from rev_plugin.ui.tasks import OptionsTask


MOST_LISTED = 30  # sites in an area


class NetDock(QgsDockWidget):
    """Shows an area that is chosen in the list or pointed at on the map."""

    options_found = pyqtSignal(object)  # the outcome with its options

    def __init__(self, canvas: QgsMapCanvas, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("REV – Netcapaciteit"), parent)
        self.setObjectName("RevNetDock")
        self.setWindowIcon(icon("net"))
        self._canvas = canvas
        self._result: Optional[Result] = None
        self._tool: Optional[QgsMapToolEmitPoint] = None
        self._task: Optional[OptionsTask] = None
        self.area = QComboBox()
        self.area.setAccessibleName(tr("Voedingsgebied"))
        self.area.setMinimumContentsLength(10)
        self.direction = QComboBox()
        self.direction.setAccessibleName(tr("Richting"))
        for entry in legend.entries("richting"):
            self.direction.addItem(entry.name, entry.value)
            tip = glossary.tip(entry.name)
            self.direction.setItemData(self.direction.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.point = QPushButton(icon("net"), tr("&Aanwijzen"))
        self.point.setToolTip(tr("Wijs een voedingsgebied aan op de kaart."))
        self.point.setCheckable(True)
        self.figures, self.developments = wrapped(), wrapped()
        self.options = wrapped()
        self.ask = QPushButton(tr("Wat zou het &passend maken?"))
        self.ask.setToolTip(
            tr("Rekent voor de locaties zonder netruimte door welke wijziging wel past.")
        )
        self.headroom = HeadroomWidget()
        self.note = small(tr("Voer eerst een quickscan uit met de laag voedingsgebieden."))
        self.missed = small(tr("Op die plek ligt geen voedingsgebied van deze studie."))
        self.missed.hide()
        self._lay_out()
        self.area.currentIndexChanged.connect(self._show)
        self.direction.currentIndexChanged.connect(self._show)
        self.point.toggled.connect(self._toggle_tool)
        self.ask.clicked.connect(self.find_options)

    def show_result(self, result: Optional[Result]) -> None:
        """Show the areas of an outcome, or nothing."""
        self._stop_task()
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

    def stop(self) -> None:
        """End what is going on: the tool on the map, and the options being worked out."""
        self.close_tool()
        self._stop_task()

    def find_options(self) -> None:
        """Work out in the background what would make the sites of the outcome fit."""
        if self._result is None or self._task is not None:
            return
        from rev_plugin.ui.settings import rules_folder
        from rev_plugin.ui.tasks import OptionsTask

        self._task = task = OptionsTask(self._result, rules_folder())
        task.succeeded.connect(self._options_done)
        task.failed.connect(self._options_failed)
        self.ask.setEnabled(False)
        self.options.setText(tr("De opties worden doorgerekend…"))
        QgsApplication.taskManager().addTask(task)

    def _options_failed(self, text: str, _details: str) -> None:
        self._task = None
        self.ask.setEnabled(True)
        self.options.setText(escape(text))

    def _options_done(self, result: Result) -> None:
        self._task = None
        self.ask.setEnabled(True)
        self._result = result
        self._show()
        if result.options is None:
            self.options.setText(tr("Voor deze locaties zijn geen opties door te rekenen."))
        self.options_found.emit(result)

    def _stop_task(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.succeeded.disconnect(self._options_done)
            task.failed.disconnect(self._options_failed)
            task.cancel()
            self.ask.setEnabled(True)

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
        layout.addWidget(self.missed)
        self._cards = (
            card(self.figures, self.headroom),
            card(self.developments),
            card(self.ask, self.options),
        )
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
        self.missed.hide()
        for widget in (*self._cards, self.fixed):
            widget.setVisible(code is not None)
        self.note.setVisible(code is None)
        self.point.setEnabled(code is not None)
        if code is not None:
            from rev_plugin.report.net_view import area_view

            view = area_view(self._result, code, self.direction.currentData())
            explain(self.figures, "<hr>".join(_level(level) for level in view.levels))
            self.headroom.show_picture(view.picture)
            explain(self.developments, _developments(view))
            self.ask.setVisible(view.options is None and bool(view.sites))
            self.options.setText(_options(view.options))
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
        place = point_in_rd(self._tool, point)
        if place is not None:
            self.missed.setVisible(not self.show_place(place.x(), place.y()))


def _level(level) -> str:  # noqa: ANN001  report.net_view.Level
    return f"<b>{escape(level.name)}</b> {chip(level.status)}<br>{lines(level.facts)}"


def listed(rows: list[str]) -> str:
    """One below the other; of very many the first, since laying out all takes a while."""
    more = len(rows) - MOST_LISTED
    rest = [tr("… en nog {n}; het rapport heeft ze alle.").format(n=more)] if more > 0 else []
    return "<br>".join(rows[:MOST_LISTED] + rest)


def _options(options: Optional[list[tuple[str, str]]]) -> str:
    if options is None:
        return ""
    told = listed([f"<i>{escape(site)}:</i> {escape(text)}" for site, text in options])
    title = tr("Wat het passend maakt")
    return f"<b>{title}</b><br>" + (told or tr("Hier zijn geen opties nodig of mogelijk."))


def _developments(view) -> str:  # noqa: ANN001  report.net_view.AreaView
    sites = listed(
        [
            tr("{site}: {demand}").format(site=escape(site), demand=escape(demand))
            for site, demand in view.sites
        ]
    ) or tr("Geen van de locaties ligt in dit gebied.")
    shared = escape(view.municipalities) or tr("niet bekend")
    return (
        f"<b>{tr('Locaties in dit gebied')}</b><br>{sites}<br>"
        f"<b>{tr('Gemeenten die het delen')}</b><br>{shared}"
    )
