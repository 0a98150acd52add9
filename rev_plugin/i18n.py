"""Translation: sources are Dutch, one context for the whole plugin.

Qt is used when QGIS has loaded it. Without QGIS the texts stay Dutch: the report and its
tests need no window.
"""

from __future__ import annotations

import sys

CONTEXT = "REV"


def tr(text: str) -> str:
    """The text in the user's language; put values in with .format afterwards."""
    qt = sys.modules.get("qgis.PyQt.QtCore")
    return text if qt is None else str(qt.QCoreApplication.translate(CONTEXT, text))


def language() -> str:
    """The language of the texts, "nl" or "en": the translation itself says which.

    So words from tables never differ from the texts around them, also where QGIS speaks a
    third language or the translation was not built.
    """
    return tr("nl")
