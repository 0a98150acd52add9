"""Which site of the outcome is on show, and what can be tried with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rev_plugin.i18n import tr
from rev_plugin.processing.base import icon
from rev_plugin.report import legend
from rev_plugin.ui.matrix_widget import Standing
from rev_plugin.ui.parts import labelled, narrow_form, small
from rev_plugin.ui.trees import swatch


class SitePanel(QWidget):
    """Chooses a site; shows the bar to store or drop what is being tried."""

    site_chosen = pyqtSignal(str)
    move_requested = pyqtSignal(str)  # site: move it on the map
    keep_requested = pyqtSignal()
    undo_requested = pyqtSignal()
    drop_requested = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.box = QComboBox()
        self.box.setMinimumContentsLength(10)
        self.box.setAccessibleName(tr("Getoonde locatie"))
        self.move_button = QToolButton()
        self.move_button.setIcon(icon("move"))
        self.move_button.setToolTip(
            tr("Verschuif locatie: sleep, draai of vergroot haar op de kaart; de uitkomst volgt.")
        )
        self.move_button.setAccessibleName(tr("Verschuif locatie"))
        row = QHBoxLayout()
        row.addWidget(self.box, 1)
        row.addWidget(self.move_button)
        form = narrow_form(QFormLayout(self))
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(labelled(tr("&Toon"), self.box), row)
        form.addRow(self._trial_bar())
        self.box.currentIndexChanged.connect(lambda _: self.site_chosen.emit(self.current()))
        self.move_button.clicked.connect(lambda: self.move_requested.emit(self.current()))

    def current(self) -> str:
        """The name of the site on show, or an empty text."""
        return self.box.currentText()

    def show_sites(self, standings: Mapping[str, Standing], current: str) -> None:
        """List the sites, each with its scenario; `current` is chosen, without a signal."""
        self.box.blockSignals(True)
        self.box.clear()
        for name, standing in standings.items():
            mark = str(standing.scenario) if standing.scenario else "?"
            colour = legend.colour("scenario", standing.scenario)
            self.box.addItem(swatch(colour, mark, 16), name)
        if current in standings:
            self.box.setCurrentText(current)
        self.box.blockSignals(False)

    def choose(self, name: str) -> None:
        """Choose a site by its name; unknown names are ignored."""
        if self.box.findText(name, Qt.MatchFlag.MatchFixedString) >= 0:
            self.box.setCurrentText(name)

    def set_trial(self, text: str) -> None:
        """Say what is being tried with the site; an empty text ends it."""
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
        self.trial_bar.hide()
        return self.trial_bar
