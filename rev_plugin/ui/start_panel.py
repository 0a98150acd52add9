"""What the quickscan dock says before there is an outcome: what to do next."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from rev_plugin.i18n import tr
from rev_plugin.processing.base import icon
from rev_plugin.ui.help import open_help
from rev_plugin.ui.parts import wrapped


class StartPanel(QWidget):
    """Three ways to begin; once there are data, only the next step."""

    demo_requested = pyqtSignal()
    data_requested = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.text = wrapped()
        self.demo_button = QPushButton(icon("demo"), tr("&Voorbeeldproject openen"))
        self.data_button = QPushButton(icon("data"), tr("Gegevens &kiezen…"))
        self.help_button = QPushButton(icon("help"), tr("&Uitleg"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        for button in (self.demo_button, self.data_button, self.help_button):
            layout.addWidget(button)
        self.demo_button.clicked.connect(self.demo_requested)
        self.data_button.clicked.connect(self.data_requested)
        self.help_button.clicked.connect(lambda: open_help(self.window()))
        self.set_ready(False)

    def set_ready(self, ready: bool) -> None:
        """Whether there are data to run on."""
        for button in (self.demo_button, self.data_button):
            button.setVisible(not ready)
        self.text.setText(
            tr("Klik op <b>Quickscan uitvoeren</b>: REV toetst elke locatie aan plan en net.")
            if ready
            else tr(
                "REV beantwoordt twee vragen over een locatie: past het in het omgevingsplan, en "
                "is er netcapaciteit? Begin met het voorbeeld, of kies de gegevens van uw studie."
            )
        )
