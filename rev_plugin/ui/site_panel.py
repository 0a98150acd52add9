"""Which site of the outcome is on show, and what can be tried with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Optional

from qgis.gui import QgsCollapsibleGroupBoxBasic
from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rev_plugin.i18n import tr
from rev_plugin.processing.base import icon
from rev_plugin.report import legend
from rev_plugin.ui.parts import beside, labelled, narrow_form, small, tool_button
from rev_plugin.ui.standings import Standing
from rev_plugin.ui.trees import swatch

if TYPE_CHECKING:
    from rev_plugin.core.rules import Rules
    from rev_plugin.ui.programme_form import ProgrammeForm


class SiteList(QAbstractListModel):
    """The names of the sites, each with a disc that bears its scenario; made when shown."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self._standings: list[Standing] = []

    def show(self, standings: Mapping[str, Standing]) -> None:
        """List these sites."""
        self.beginResetModel()
        self._names, self._standings = list(standings), list(standings.values())
        self.endResetModel()

    def row_of(self, name: str, otherwise: int) -> int:
        """Where a site stands in the list."""
        return self._names.index(name) if name in self._names else otherwise

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008  as Qt has it
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._names[index.row()]
        if role == Qt.ItemDataRole.DecorationRole:
            scenario = self._standings[index.row()].scenario
            mark = str(scenario) if scenario else "?"
            return swatch(legend.colour("scenario", scenario), mark, 16)
        return None


class SitePanel(QWidget):
    """Chooses a site; shows the bar to store or drop what is being tried."""

    site_chosen = pyqtSignal(str)
    programme_changed = pyqtSignal(dict)  # column → value
    move_requested = pyqtSignal(str)  # site: move it on the map
    keep_requested = pyqtSignal()
    undo_requested = pyqtSignal()
    drop_requested = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.box = QComboBox()
        self._sites = SiteList(self)
        self.box.setModel(self._sites)
        self.box.setMinimumContentsLength(10)
        fixed = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.box.setSizeAdjustPolicy(fixed)  # it would measure every name
        self.box.setAccessibleName(tr("Getoonde locatie"))
        self.move_button = tool_button(
            icon("move"),
            tr("Verschuif locatie"),
            tr("Verschuif locatie: sleep, draai of vergroot haar op de kaart; de uitkomst volgt."),
        )
        form = narrow_form(QFormLayout(self))
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(labelled(tr("&Toon"), self.box), beside(self.box, self.move_button))
        self.programme: Optional[ProgrammeForm] = None  # made for the first site on show
        self.programme_box = QgsCollapsibleGroupBoxBasic(tr("Programma"))
        self.programme_box.setCollapsed(True)
        QVBoxLayout(self.programme_box).setContentsMargins(4, 4, 4, 4)
        form.addRow(self.programme_box)
        form.addRow(self._trial_bar())
        self.box.currentIndexChanged.connect(lambda _: self.site_chosen.emit(self.current()))
        self.move_button.clicked.connect(lambda: self.move_requested.emit(self.current()))

    def current(self) -> str:
        """The name of the site on show, or an empty text."""
        return self.box.currentText()

    def show_sites(self, standings: Mapping[str, Standing], current: str) -> None:
        """List the sites, each with its scenario; `current` is chosen, without a signal."""
        self.box.blockSignals(True)
        self._sites.show(standings)
        self.box.setCurrentIndex(self._sites.row_of(current, 0))
        self.box.blockSignals(False)

    def choose(self, name: str) -> None:
        """Choose a site by its name; unknown names are ignored."""
        self.box.setCurrentIndex(self._sites.row_of(name, self.box.currentIndex()))

    def show_programme(
        self, values: Mapping[str, object], rules: Rules, own_year: bool = True
    ) -> None:
        """Show what the site plans; without `own_year` one year holds for all sites."""
        if self.programme is None:
            from rev_plugin.ui.programme_form import ProgrammeForm

            self.programme = ProgrammeForm(rules)
            self.programme.changed.connect(self.programme_changed)
            self.programme_box.layout().addWidget(self.programme)
            # A box hides what it holds when it folds, not what is put in afterwards.
            self.programme.setHidden(self.programme_box.isCollapsed())
            self.programme_box.collapsedStateChanged.connect(self.programme.setHidden)
        self.programme.show_site(values)
        self.programme.year.setEnabled(own_year)
        summary = tr("Programma – {activity}, {year}").format(
            activity=self.programme.activity.currentText(), year=self.programme.year.value()
        )
        self.programme_box.setTitle(summary)

    def set_trial(self, text: str, programme: bool = False) -> None:
        """Say what is being tried with the site; an empty text ends it."""
        self.programme_box.setEnabled(programme or not text)
        self.trial_bar.setVisible(bool(text))
        self.trial_text.setText(text)
        for widget in (self.box, self.move_button):
            widget.setEnabled(not text)

    def _trial_bar(self) -> QWidget:
        self.trial_bar = QFrame()
        self.trial_bar.setFrameShape(QFrame.Shape.StyledPanel)
        layout = QVBoxLayout(self.trial_bar)
        layout.setContentsMargins(6, 4, 6, 4)
        self.trial_text = small()
        layout.addWidget(self.trial_text)
        buttons = QHBoxLayout()
        keep = tr("Bewaar wat u hier probeert (op de kaart: Enter)")
        back = tr("Eén stap terug (op de kaart: Ctrl+Z)")
        stop = tr("Stop zonder te bewaren (op de kaart: Esc)")
        for words, tip, signal in (
            (tr("&Vastleggen"), keep, self.keep_requested),
            (tr("Onge&daan"), back, self.undo_requested),
            (tr("Stoppe&n"), stop, self.drop_requested),
        ):
            button = QPushButton(words)
            button.setToolTip(tip)
            button.clicked.connect(signal)
            buttons.addWidget(button)
        layout.addLayout(buttons)
        self.trial_bar.hide()
        return self.trial_bar
