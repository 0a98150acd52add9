"""Translation: sources are Dutch, one context for the whole plugin."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

CONTEXT = "REV"


def tr(text: str) -> str:
    """The text in the user's language; put values in with .format afterwards."""
    return QCoreApplication.translate(CONTEXT, text)


def language() -> str:
    """The user's language as two letters, "nl" or "en" among them."""
    return QgsApplication.locale()[:2]
