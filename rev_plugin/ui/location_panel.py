"""The head of the quickscan dock: which data and sites, which year, and the run itself."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Optional

from qgis.core import Qgis, QgsApplication, QgsMapLayer, QgsVectorLayer
from qgis.gui import QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QWidget,
)

from rev_plugin.i18n import tr
from rev_plugin.processing.base import icon
from rev_plugin.ui.parts import beside, labelled, narrow_form, small, tool_button

NO_YEAR = 1999  # the spin box shows "per locatie" here
LAST_YEAR = 2100


class LocationPanel(QWidget):
    """Picks data, sites and year; asks for a quickscan and shows how far it is."""

    run_requested = pyqtSignal()
    draw_requested = pyqtSignal()
    data_requested = pyqtSignal()
    cancel_requested = pyqtSignal()
    report_requested = pyqtSignal()
    data_chosen = pyqtSignal(str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.data_file = QgsFileWidget()
        self.data_file.setFilter(tr("GeoPackage (*.gpkg)"))
        self.data_file.setDialogTitle(tr("Gegevens van de studie kiezen"))
        self.data_file.setToolTip(tr("De GeoPackage met alle lagen van de studie."))
        self.sites_box = QgsMapLayerComboBox()
        kinds = Qgis.LayerFilter.PolygonLayer | Qgis.LayerFilter.PointLayer
        self.sites_box.setFilters(Qgis.LayerFilters(kinds))
        self.sites_box.setAllowEmptyLayer(True, tr("Laag locaties in de gegevens"))
        self.sites_box.setLayer(None)
        self.sites_box.setMinimumContentsLength(10)
        self.sites_box.setToolTip(tr("Vlakken of punten met minstens naam en activiteit."))
        self.year_box = QSpinBox()
        self.year_box.setRange(NO_YEAR, LAST_YEAR)
        self.year_box.setSpecialValueText(tr("per locatie"))
        self.year_box.setToolTip(
            tr("Toets alle locaties in dit jaar in plaats van hun eigen jaar.")
        )
        form = narrow_form(QFormLayout(self))
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(labelled(tr("&Gegevens"), self.data_file), self._data_row())
        self.own_note = small()
        self.own_note.hide()
        form.addRow(self.own_note)
        form.addRow(labelled(tr("&Locaties"), self.sites_box), self._sites_row())
        form.addRow(labelled(tr("Toets&jaar"), self.year_box), self.year_box)
        form.addRow(self._run_row())
        self.data_file.fileChanged.connect(self.data_chosen)

    def set_data(
        self, path: Optional[Path], own: Optional[Mapping[str, QgsVectorLayer]] = None
    ) -> None:
        """Show which data GeoPackage and layers of the project are used, asking for nothing."""
        own = own or {}
        self.data_file.blockSignals(True)
        self.data_file.setFilePath(str(path) if path else "")
        self.data_file.blockSignals(False)
        self.sites_box.setLayer(own.get("locaties"))
        others = len(own) - ("locaties" in own)
        self.own_note.setVisible(others > 0)
        self.own_note.setText(tr("Met {n} eigen lagen van dit project.").format(n=others))

    def data_path(self) -> Optional[Path]:
        """The chosen data GeoPackage, or None."""
        text = self.data_file.filePath().strip()
        return Path(text) if text else None

    def sites_layer(self) -> Optional[QgsVectorLayer]:
        """The chosen layer with sites; None means the layer `locaties` of the data."""
        layer = self.sites_box.currentLayer()
        return layer if isinstance(layer, QgsVectorLayer) else None

    def set_sites_layer(self, layer: Optional[QgsMapLayer]) -> None:
        """Choose the layer with sites."""
        self.sites_box.setLayer(layer)

    def is_ready(self) -> bool:
        """Whether there is something to run on."""
        return self.data_path() is not None or self.sites_layer() is not None

    def year(self) -> Optional[int]:
        """The year for all sites, or None for each site's own."""
        value = self.year_box.value()
        return None if value == NO_YEAR else value

    def set_state(self, ready: bool, shown: bool) -> None:
        """What can be asked for: a run with data, a report of an outcome."""
        if self.sites_box.currentIndex() < 0:  # it forgets its empty choice with the old layers
            self.sites_box.setCurrentIndex(0)
        self.run_button.setEnabled(ready)
        self.draw_button.setEnabled(ready)
        self.report_button.setVisible(shown)

    def set_busy(self, busy: bool) -> None:
        """Show the progress bar and the cancel button while a task runs."""
        self.run_button.setEnabled(not busy)
        self.progress.setVisible(busy)
        self.cancel_button.setVisible(busy)
        self.progress.setValue(0)

    def set_progress(self, percent: float) -> None:
        """Show how far the task is, 0–100."""
        self.progress.setValue(round(percent))

    def _data_row(self) -> QHBoxLayout:
        self.data_button = tool_button(
            icon("data"),
            tr("Gegevens kiezen"),
            tr("Gegevens kiezen: het bestand, eigen lagen, en wat er ontbreekt."),
        )
        self.data_button.clicked.connect(self.data_requested)
        return beside(self.data_file, self.data_button)

    def _sites_row(self) -> QHBoxLayout:
        self.draw_button = tool_button(
            QgsApplication.getThemeIcon("/mActionCapturePolygon.svg"),
            tr("Nieuwe locatie tekenen"),
            tr("Nieuwe locatie: teken haar op de kaart."),
        )
        self.draw_button.clicked.connect(self.draw_requested)
        return beside(self.sites_box, self.draw_button)

    def _run_row(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        self.run_button = QPushButton(icon("quickscan"), tr("&Quickscan uitvoeren"))
        self.run_button.setDefault(True)
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.progress.setAccessibleName(tr("Voortgang van de quickscan"))
        self.progress.hide()
        self.cancel_button = QPushButton(tr("&Stop"))
        self.cancel_button.hide()
        self.report_button = tool_button(
            icon("report"), tr("Rapport bewaren"), tr("Rapport bewaren als HTML of PDF…")
        )
        for widget in (self.run_button, self.progress, self.cancel_button, self.report_button):
            layout.addWidget(widget)
        layout.setStretch(0, 1)
        layout.setStretch(1, 1)
        self.run_button.clicked.connect(self.run_requested)
        self.cancel_button.clicked.connect(self.cancel_requested)
        self.report_button.clicked.connect(self.report_requested)
        return row
