"""The pages of docs/ in a window of their own: they come with the plugin and need no internet."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QImage, QTextDocument
from qgis.PyQt.QtWidgets import QDialog, QTextBrowser, QToolBar, QVBoxLayout, QWidget

from rev_plugin.i18n import tr
from rev_plugin.processing.base import icon

PLUGIN = Path(__file__).parents[1]
PLACES = (PLUGIN / "help", PLUGIN.parent / "docs")  # packaged, and in a checkout
INDEX = "README.md"
NAME = "RevHelp"
MARGIN = 96  # px beside a picture


class HelpBrowser(QTextBrowser):
    """Shows Markdown pages; pictures fit the width, web links open the browser."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setOpenExternalLinks(True)
        self.setAccessibleName(tr("Uitleg"))

    def loadResource(self, kind: int, url: QUrl) -> object:
        """A resource; a picture that is wider than the page is made to fit."""
        found = super().loadResource(kind, url)
        if QTextDocument.ResourceType(kind) != QTextDocument.ResourceType.ImageResource:
            return found
        image = QImage(self.source().resolved(url).toLocalFile())
        width = max(self.width() - MARGIN, 200)
        smooth = Qt.TransformationMode.SmoothTransformation
        return image.scaledToWidth(width, smooth) if image.width() > width else image


class HelpWindow(QDialog):
    """A window to read in, with back, forward and the index."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName(NAME)
        self.setWindowTitle(tr("REV – Uitleg"))
        self.setWindowIcon(icon("help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 760)
        self.browser = HelpBrowser()
        bar = QToolBar()
        for words, slot in (
            (tr("Inhoud"), self.show_index),
            (tr("Terug"), self.browser.backward),
            (tr("Vooruit"), self.browser.forward),
        ):
            bar.addAction(words).triggered.connect(lambda _checked=False, go=slot: go())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(bar)
        layout.addWidget(self.browser)
        self.show_index()

    def show_index(self) -> None:
        """The page that lists the others."""
        folder = next((place for place in PLACES if (place / INDEX).is_file()), None)
        if folder is None:
            self.browser.setPlainText(tr("De uitleg zit niet in deze installatie."))
        else:
            self.browser.setSource(QUrl.fromLocalFile(str(folder / INDEX)))


def open_help(window: QWidget) -> HelpWindow:
    """Show the help over QGIS's window; one that is open already comes to the front."""
    found = window.findChild(HelpWindow, NAME)
    shown = HelpWindow(window) if found is None else found
    shown.show()
    shown.raise_()
    shown.activateWindow()
    return shown


def close_help(window: QWidget) -> None:
    """Close the help, when it is open."""
    found = window.findChild(HelpWindow, NAME)
    if found is not None:
        found.close()
