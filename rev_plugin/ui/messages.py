"""What REV tells in QGIS's message bar."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

from qgis.core import Qgis
from qgis.gui import QgisInterface

TITLE = "REV"
SECONDS = 8
INFO, WARNING = Qgis.MessageLevel.Info, Qgis.MessageLevel.Warning
CRITICAL, SUCCESS = Qgis.MessageLevel.Critical, Qgis.MessageLevel.Success


class Messages:
    """Tells things in the bar; what went wrong stays until the user closes it."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface

    def tell(self, text: str, level: Qgis.MessageLevel = INFO, details: str = "") -> None:
        """Show a text; the details are one click away."""
        self.show(escape(text, quote=False), level, details)

    def show(self, html: str, level: Qgis.MessageLevel = INFO, details: str = "") -> None:
        """Show a text with markup: the bar takes all text for HTML."""
        bar = self._iface.messageBar()
        seconds = 0 if level == CRITICAL else SECONDS
        if details:
            bar.pushMessage(TITLE, html, details, level, seconds)
        else:
            bar.pushMessage(TITLE, html, level, seconds)

    @contextmanager
    def reported(self, level: Qgis.MessageLevel = WARNING) -> Iterator[None]:
        """Tell the RevError that ends the block, instead of raising it."""
        from rev_plugin.core.model import RevError

        try:
            yield
        except RevError as error:
            self.tell(str(error), level)
