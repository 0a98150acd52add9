"""The dock "REV – Quickscan": location, outcome, steps, from top to bottom.

The dock shows and asks; it never acts. What it asks for goes out as signals, and
rev_plugin.ui.workplace does it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.gui import QgsCollapsibleGroupBox, QgsDockWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from rev_plugin.i18n import tr
from rev_plugin.processing.base import icon
from rev_plugin.ui.location_panel import LocationPanel
from rev_plugin.ui.outcome_panel import OutcomePanel
from rev_plugin.ui.parts import reasons_note, small
from rev_plugin.ui.site_panel import SitePanel
from rev_plugin.ui.standings import Standing, standings
from rev_plugin.ui.start_panel import StartPanel
from rev_plugin.ui.trees import StepsTree

if TYPE_CHECKING:
    import pandas as pd
    from qgis.core import QgsVectorLayer

    from rev_plugin.study.quickscan import Result


class QuickscanDock(QgsDockWidget):
    """Picks data and sites, asks for a quickscan, and shows one site's outcome."""

    data_chosen = pyqtSignal(str)
    site_chosen = pyqtSignal(str)
    finding_chosen = pyqtSignal(str, dict)  # site, row of report.context
    step_changed = pyqtSignal(str, dict, bool)  # site, row of report.context, done
    step_opened = pyqtSignal(str, dict)  # site, row of report.context
    overrule_requested = pyqtSignal(str)
    programme_changed = pyqtSignal(str, dict)  # site, column → value

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("REV – Quickscan"), parent)
        self.setObjectName("RevQuickscanDock")
        self.setWindowIcon(icon("quickscan"))
        self._result: Optional[Result] = None
        self._views: dict[str, dict[str, Any]] = {}
        self._standings: dict[str, Standing] = {}
        self.location, self.site = LocationPanel(), SitePanel()
        self.start = StartPanel()
        self.outcome, self.steps = OutcomePanel(), StepsTree()
        self._outcome_box = _box(tr("Uitkomst"), self.outcome)
        self._steps_box = _box(tr("Stappen"), self.steps)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.start)
        layout.addWidget(_box(tr("Locatie"), self.location, self.site))
        layout.addWidget(self._outcome_box)
        layout.addWidget(self._steps_box)
        layout.addStretch(1)
        self.setWidget(self._framed(body))
        self._parts = (  # what showing a site takes
            self._current_view,
            self._show_outcome,
            self._show_steps,
            self._show_programme,
            self._show_fixed,
        )
        self._connect()
        self._show_state()

    # --- what the workplace tells the dock ---

    def set_data(
        self, path: Optional[Path], own: Optional[Mapping[str, QgsVectorLayer]] = None
    ) -> None:
        """Show which data GeoPackage and layers of the project are used, asking for nothing."""
        self.location.set_data(path, own)
        self._show_state()

    def showing(self, result: Optional[Result], site: str = "") -> Iterator[None]:
        """Show an outcome in small steps; `site`, the one before, or the first is chosen."""
        before = site or self.current_site()
        self._result, self._views = result, {}
        self._standings = standings(result)
        self.site.show_sites(self._standings, before)
        self._show_state()
        yield
        for show in self._parts:
            show()
            yield

    def show_site(self, name: str) -> None:
        """Show one site of the outcome; unknown names are ignored."""
        self.site.choose(name)

    def set_trial(self, text: str, programme: bool = False) -> None:
        """Say what is being tried with the site; an empty text ends it and shows what is stored.

        `programme`: whether its programme can be changed meanwhile.
        """
        self.site.set_trial(text, programme)
        self.location.run_button.setEnabled(not text)
        if not text:
            self._show_site()

    def show_live(self, _moved: Result, view: dict[str, Any]) -> None:
        """Show the outcome of a site as it is being tried, beside the stored others."""
        tried = Standing(view["scenario"], view["places"])
        self.outcome.show_site(view, {**self._standings, view["name"]: tried}, view["name"])
        self.steps.show_site(view)

    def show_steps(self) -> None:
        """Show the steps of the site anew: some were ticked or assigned."""
        self._views.pop(self.current_site(), None)
        self._show_steps()

    def scroll_to(self, part: QWidget) -> None:
        """Bring a part of the dock into sight."""
        self._scroll.ensureWidgetVisible(part)

    def current_site(self) -> str:
        """The name of the site on show, or an empty text."""
        return self.site.current()

    def result(self) -> Optional[Result]:
        """The outcome on show."""
        return self._result

    # --- the parts ---

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

    def _connect(self) -> None:
        self.location.data_chosen.connect(self._data_changed)
        self.site.site_chosen.connect(self._show_site)
        self.site.programme_changed.connect(
            lambda values: self.programme_changed.emit(self.current_site(), values)
        )
        self.location.sites_box.layerChanged.connect(lambda _layer: self._show_state())
        self.steps.step_changed.connect(
            lambda step, done: self.step_changed.emit(self.current_site(), step, done)
        )
        self.steps.step_opened.connect(
            lambda step: self.step_opened.emit(self.current_site(), step)
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
        ready = self.location.is_ready()
        shown = self._result is not None and len(self._result.output) > 0
        self.location.set_state(ready, shown)
        self.site.setVisible(shown)
        for box in (self._outcome_box, self._steps_box):
            box.setVisible(shown and box.isVisibleTo(self))  # appears when it is filled
        self.start.setVisible(not shown)
        self.start.set_ready(ready)

    def _show_site(self) -> None:
        for show in self._parts:
            show()

    def _show_outcome(self) -> None:
        view = self._current_view()
        if view is not None:
            self.outcome.show_site(view, self._standings, view["name"])
            self._outcome_box.show()
            self.site_chosen.emit(view["name"])

    def _show_steps(self) -> None:
        view = self._current_view()
        if view is not None:
            self.steps.show_site(view)
            self._steps_box.show()

    def _show_programme(self) -> None:
        name = self.current_site()
        if self._result is not None and name:
            from rev_plugin.core.rules import load_rules
            from rev_plugin.ui.settings import rules_folder

            values = _row(self._result.sites.table, "naam", name)
            own_year = self.location.year() is None
            self.site.show_programme(values, load_rules(rules_folder()), own_year)

    def _show_fixed(self) -> None:
        from rev_plugin.core.model import NAME_DISCLAIMER, PLAN_DISCLAIMER

        view = self._current_view()
        told = (
            ""
            if view is None
            else (
                f"{tr(PLAN_DISCLAIMER)} {view['net']['disclaimer']} <i>{tr(NAME_DISCLAIMER)}</i> "
                f"{reasons_note()}"
            )
        )
        self.fixed.setText(told)

    def _current_view(self) -> Optional[dict[str, Any]]:
        """What is shown of the site on show; None when there is none."""
        name = self.current_site()
        return self._view(name) if self._result is not None and name else None

    def _view(self, name: str) -> dict[str, Any]:
        from rev_plugin.report.context import site_view

        if name not in self._views:
            row = _row(self._result.output, "locatie", name)
            self._views[name] = site_view(self._result, row)
        return self._views[name]

    def _next_in_cell(self, scenario: int) -> None:
        """Go to the next site of a cell that was clicked."""
        names = [name for name, s in self._standings.items() if s.scenario == scenario]
        if names:
            current = self.current_site()
            at = names.index(current) + 1 if current in names else 0
            self.show_site(names[at % len(names)])


def _row(table: pd.DataFrame, column: str, name: str) -> dict[str, Any]:
    """The row of a site; a slice, since choosing rows by a mask copies every column."""
    from rev_plugin.core.tables import records

    at = table[column].tolist().index(name)
    return records(table.iloc[at : at + 1])[0]


def _box(title: str, *content: QWidget) -> QgsCollapsibleGroupBox:
    box = QgsCollapsibleGroupBox(title)
    layout = QVBoxLayout(box)
    layout.setContentsMargins(4, 4, 4, 4)
    for widget in content:
        layout.addWidget(widget)
    return box
