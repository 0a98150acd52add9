"""What the quickscan dock says before there is an outcome: what to do next."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from rev_plugin.i18n import tr
from rev_plugin.processing.base import icon
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
        self.help_button.clicked.connect(lambda: explain(self.window()))
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


def explanation() -> str:
    """What REV does and does not say, in one page."""
    from rev_plugin.core.model import NAME_DISCLAIMER, NET_DISCLAIMER, PLAN_DISCLAIMER

    steps = (
        tr("<b>Gegevens kiezen</b>: een gegevens-GeoPackage of eigen lagen. Wat ontbreekt, "
           "wordt niet getoetst; REV zegt erbij welke regels dat zijn."),
        tr("<b>Quickscan uitvoeren</b>: elke locatie krijgt een plaats in de matrix van plan en "
           "net, met reden, bevindingen en stappen per partner."),
        tr("<b>Proberen</b>: verschuif een locatie of verander haar programma; de uitkomst "
           "volgt. Bewaard wordt pas bij Vastleggen."),
        tr("<b>Samen afvinken</b>: stappen, notities en eigen oordelen blijven in de "
           "gegevens-GeoPackage staan."),
    )  # fmt: skip
    fixed = f"{PLAN_DISCLAIMER} {NET_DISCLAIMER.format(peildatum='…')} {NAME_DISCLAIMER}"
    listed = "".join(f"<li>{step}</li>" for step in steps)
    return f"<h3>{tr('In vier stappen')}</h3><ol>{listed}</ol><p><i>{fixed}</i></p>"


def explain(parent: QWidget) -> None:
    """Show the explanation until it is closed."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(tr("REV – Uitleg"))
    text = QTextBrowser()
    text.setHtml(explanation())
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(text)
    layout.addWidget(buttons)
    dialog.resize(520, 420)
    dialog.exec()
