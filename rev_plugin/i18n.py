"""Translation: sources are Dutch, one context for the whole plugin."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

CONTEXT = "REV"


def tr(text: str) -> str:
    """The text in the user's language; put values in with .format afterwards."""
    return QCoreApplication.translate(CONTEXT, text)
