"""The dock "REV – Quickscan": location, outcome, steps, from top to bottom.

The dock shows and asks; it never acts. What it asks for goes out as signals, and
rev_plugin.ui.workplace does it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import Qgis, QgsMapLayer, QgsVectorLayer
from qgis.gui import QgsCollapsibleGroupBox, QgsDockWidget, QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rev_plugin.i18n import tr
from rev_plugin.processing.base import icon
from rev_plugin.ui.matrix_widget import Standing
from rev_plugin.ui.outcome_panel import OutcomePanel
from rev_plugin.ui.parts import small, wrapped
from rev_plugin.ui.trees import StepsTree, swatch

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result

NO_YEAR = 1999  # the spin box shows "per locatie" here
LAST_YEAR = 2100


class QuickscanDock(QgsDockWidget):
    """Picks data and sites, asks for a quickscan, and shows one site's outcome."""

    run_requested = pyqtSignal()
    cancel_requested = pyqtSignal()
    demo_requested = pyqtSignal()
    report_requested = pyqtSignal()
    data_chosen = pyqtSignal(str)
    site_chosen = pyqtSignal(str)
    finding_chosen = pyqtSignal(str, dict)  # site, row of report.context
    step_changed = pyqtSignal(str, dict, bool)  # site, row of report.context, done
    overrule_requested = pyqtSignal(str)
    move_requested = pyqtSignal(str)  # site: move it on the map
    keep_requested = pyqtSignal()
    undo_requested = pyqtSignal()
    drop_requested = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("REV – Quickscan"), parent)
        self.setObjectName("RevQuickscanDock")
        self.setWindowIcon(icon("quickscan"))
        self._result: Optional[Result] = None
        self._views: dict[str, dict[str, Any]] = {}
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self._location())
        self.outcome = OutcomePanel()
        self._outcome_box = self._box(tr("Uitkomst"), self.outcome)
        layout.addWidget(self._outcome_box)
        self.steps = StepsTree()
        self._steps_box = self._box(tr("Stappen"), self.steps)
        layout.addWidget(self._steps_box)
        layout.addWidget(self._start())
        layout.addStretch(1)
        self.setWidget(self._framed(body))
        self._connect()
        self._show_state()

    # --- what the workplace tells the dock ---

    def set_data(self, path: Optional[Path]) -> None:
        """Show which data GeoPackage is used, without asking for anything."""
        self.data_file.blockSignals(True)
        self.data_file.setFilePath(str(path) if path else "")
        self.data_file.blockSignals(False)
        self.sites_box.setLayer(None)
        self._show_state()

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

    def year(self) -> Optional[int]:
        """The year for all sites, or None for each site's own."""
        value = self.year_box.value()
        return None if value == NO_YEAR else value

    def set_busy(self, busy: bool) -> None:
        """Show the progress bar and the cancel button while a task runs."""
        self.run_button.setEnabled(not busy)
        self.progress.setVisible(busy)
        self.cancel_button.setVisible(busy)
        self.progress.setValue(0)

    def set_progress(self, percent: float) -> None:
        """Show how far the task is, 0–100."""
        self.progress.setValue(round(percent))

    def show_result(self, result: Optional[Result], site: str = "") -> None:
        """Show an outcome; `site` (or the one shown before, or the first) is chosen."""
        before = site or self.current_site()
        self._result, self._views = result, {}
        names = [] if result is None else list(result.output["locatie"])
        self.site_box.blockSignals(True)
        self.site_box.clear()
        if result is not None:
            for name, scenario in zip(names, result.output["scenario"]):
                view_colour = self._colour(int(scenario))
                mark = str(int(scenario)) if scenario else "?"
                self.site_box.addItem(swatch(view_colour, mark, 16), name)
        if before in names:
            self.site_box.setCurrentText(before)
        self.site_box.blockSignals(False)
        self._show_state()
        self._show_site()

    def show_site(self, name: str) -> None:
        """Show one site of the outcome; unknown names are ignored."""
        if self.site_box.findText(name, Qt.MatchFlag.MatchFixedString) >= 0:
            self.site_box.setCurrentText(name)

    def set_moving(self, text: str) -> None:
        """Show that a site is being moved; an empty text ends it and shows what is stored."""
        self.moving_bar.setVisible(bool(text))
        self.moving_text.setText(text)
        for widget in (self.site_box, self.move_button, self.run_button):
            widget.setEnabled(not text)
        if not text:
            self._show_site()

    def show_live(self, moved: Result) -> None:
        """Show the outcome of the site that is being moved, beside the stored others."""
        from rev_plugin.report.context import site_view

        row = moved.output.to_dict("records")[0]
        view = site_view(moved, row)
        standings = self._standings()
        standings[row["locatie"]] = Standing(view["scenario"], view["places"])
        self.outcome.show_site(view, standings, row["locatie"])
        self.steps.show_site(view)

    def scroll_to(self, part: QWidget) -> None:
        """Bring a part of the dock into sight."""
        self._scroll.ensureWidgetVisible(part)

    def current_site(self) -> str:
        """The name of the site on show, or an empty text."""
        return self.site_box.currentText()

    def result(self) -> Optional[Result]:
        """The outcome on show."""
        return self._result

    # --- the three parts ---

    def _location(self) -> QWidget:
        box = QgsCollapsibleGroupBox(tr("Locatie"))
        form = QFormLayout(box)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
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
        for words, field in (
            (tr("&Gegevens"), self.data_file),
            (tr("&Locaties"), self.sites_box),
            (tr("&Jaar"), self.year_box),
        ):
            label = QLabel(words)
            label.setBuddy(field)
            form.addRow(label, field)
        form.addRow(self._run_row())
        self.site_box = QComboBox()
        self.site_box.setMinimumContentsLength(10)
        self.site_box.setAccessibleName(tr("Getoonde locatie"))
        self._site_label = QLabel(tr("&Toon"))
        self._site_label.setBuddy(self.site_box)
        self.move_button = QToolButton()
        self.move_button.setIcon(icon("move"))
        self.move_button.setToolTip(
            tr("Verschuif locatie: sleep, draai of vergroot haar op de kaart; de uitkomst volgt.")
        )
        self.move_button.setAccessibleName(tr("Verschuif locatie"))
        row = QHBoxLayout()
        row.addWidget(self.site_box, 1)
        row.addWidget(self.move_button)
        form.addRow(self._site_label, row)
        form.addRow(self._moving_bar())
        return box

    def _moving_bar(self) -> QWidget:
        """What stands there while a site is being moved."""
        self.moving_bar = QFrame()
        self.moving_bar.setFrameShape(QFrame.Shape.StyledPanel)
        layout = QVBoxLayout(self.moving_bar)
        layout.setContentsMargins(6, 4, 6, 4)
        self.moving_text = small()
        layout.addWidget(self.moving_text)
        buttons = QHBoxLayout()
        for words, tip, signal in (
            (tr("&Vastleggen"), tr("Bewaar de nieuwe plek (Enter)"), self.keep_requested),
            (tr("&Ongedaan"), tr("Eén stap terug (Ctrl+Z)"), self.undo_requested),
            (tr("S&toppen"), tr("Stop zonder te bewaren (Esc)"), self.drop_requested),
        ):
            button = QPushButton(words)
            button.setToolTip(tip)
            button.clicked.connect(signal)
            buttons.addWidget(button)
        layout.addLayout(buttons)
        self.moving_bar.hide()
        return self.moving_bar

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
        self.report_button = QPushButton(icon("report"), "")
        self.report_button.setToolTip(tr("Rapport bewaren als HTML-bestand…"))
        self.report_button.setAccessibleName(tr("Rapport bewaren"))
        for widget in (self.run_button, self.progress, self.cancel_button, self.report_button):
            layout.addWidget(widget)
        layout.setStretch(1, 1)
        return row

    def _start(self) -> QWidget:
        """The empty state: what to do first."""
        self._start_panel = QWidget()
        layout = QVBoxLayout(self._start_panel)
        self._start_text = wrapped()
        layout.addWidget(self._start_text)
        self.demo_button = QPushButton(icon("demo"), tr("&Voorbeeldproject openen"))
        layout.addWidget(self.demo_button)
        return self._start_panel

    def _framed(self, body: QWidget) -> QWidget:
        """The parts in a scroll area, with the fixed sentences always in sight below."""
        self._scroll = QScrollArea()
        self._scroll.setWidget(body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QWidget()
        layout = QVBoxLayout(outer)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.addWidget(self._scroll, 1)
        self.fixed = small()
        self.fixed.setContentsMargins(8, 2, 8, 0)
        layout.addWidget(self.fixed)
        outer.setMinimumWidth(280)
        return outer

    @staticmethod
    def _box(title: str, content: QWidget) -> QgsCollapsibleGroupBox:
        box = QgsCollapsibleGroupBox(title)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(content)
        return box

    def _connect(self) -> None:
        self.run_button.clicked.connect(self.run_requested)
        self.cancel_button.clicked.connect(self.cancel_requested)
        self.demo_button.clicked.connect(self.demo_requested)
        self.report_button.clicked.connect(self.report_requested)
        self.move_button.clicked.connect(lambda: self.move_requested.emit(self.current_site()))
        self.data_file.fileChanged.connect(self._data_changed)
        self.site_box.currentIndexChanged.connect(self._show_site)
        self.steps.step_changed.connect(
            lambda step, done: self.step_changed.emit(self.current_site(), step, done)
        )
        self.outcome.finding_chosen.connect(
            lambda row: self.finding_chosen.emit(self.current_site(), row)
        )
        self.outcome.overrule_requested.connect(
            lambda: self.overrule_requested.emit(self.current_site())
        )
        self.outcome.cell_chosen.connect(self._next_in_cell)

    # --- showing ---

    def _data_changed(self, path: str) -> None:
        self._show_state()
        self.data_chosen.emit(path)

    def _show_state(self) -> None:
        """Show the parts that have something to say; otherwise what to do next."""
        if self.sites_box.currentIndex() < 0:  # it forgets its empty choice with the old layers
            self.sites_box.setCurrentIndex(0)
        ready = self.data_path() is not None
        shown = self._result is not None and len(self._result.output) > 0
        self.run_button.setEnabled(ready)
        self.report_button.setVisible(shown)
        for widget in (
            self._outcome_box,
            self._steps_box,
            self._site_label,
            self.site_box,
            self.move_button,
        ):
            widget.setVisible(shown)
        self._start_panel.setVisible(not shown)
        self.demo_button.setVisible(not ready)
        self._start_text.setText(
            tr("Klik op <b>Quickscan uitvoeren</b>: REV toetst elke locatie aan plan en net.")
            if ready
            else tr(
                "Kies hierboven de <b>gegevens</b> van uw studie, of open het voorbeeld om te "
                "zien hoe het werkt."
            )
        )

    def _show_site(self) -> None:
        name = self.current_site()
        if self._result is None or not name:
            self.fixed.setText("")
            return
        view = self._view(name)
        self.outcome.show_site(view, self._standings(), name)
        self.steps.show_site(view)
        from rev_plugin.core.model import NAME_DISCLAIMER, PLAN_DISCLAIMER

        self.fixed.setText(
            f"{PLAN_DISCLAIMER} {view['net']['disclaimer']} <i>{NAME_DISCLAIMER}</i>"
        )
        self.site_chosen.emit(name)

    def _view(self, name: str) -> dict[str, Any]:
        from rev_plugin.report.context import site_view

        if name not in self._views:
            output = self._result.output
            row = output[output["locatie"] == name].to_dict("records")[0]
            self._views[name] = site_view(self._result, row)
        return self._views[name]

    def _standings(self) -> dict[str, Standing]:
        from rev_plugin.report.words import possible_scenarios

        output = self._result.output
        rows = zip(output["locatie"], output["scenario"], output["scenario_mogelijk"])
        return {
            name: Standing(int(scenario), possible_scenarios(scenario, possible))
            for name, scenario, possible in rows
        }

    def _next_in_cell(self, scenario: int) -> None:
        """Go to the next site of a cell that was clicked."""
        names = [name for name, s in self._standings().items() if s.scenario == scenario]
        if names:
            current = self.current_site()
            at = names.index(current) + 1 if current in names else 0
            self.show_site(names[at % len(names)])

    @staticmethod
    def _colour(scenario: int) -> str:
        from rev_plugin.report import legend

        return legend.colour("scenario", scenario)
