"""The letters of styles and page templates: what systems have, so that QGIS fetches no font."""

from __future__ import annotations

from qgis.core import Qgis, QgsTextFormat
from qgis.PyQt.QtGui import QColor, QFont

from rev_plugin.report import charts

# QGIS takes the first that is there, and tries to fetch one that it finds at Google Fonts (Open
# Sans, Noto Sans). On Linux the first is what the user chose, and a saved project keeps that name.
FAMILIES = ["Sans Serif", "Segoe UI", "Arial"]  # Linux, Windows, macOS


def text_format(size: float, bold: bool = False, ink: str = charts.INK) -> QgsTextFormat:
    """A text of `size` points."""
    made = QgsTextFormat()
    font = QFont(FAMILIES[0])
    font.setBold(bold)
    made.setFont(font)
    made.setFamilies(FAMILIES)
    made.setSize(size)
    made.setSizeUnit(Qgis.RenderUnit.Points)
    made.setColor(QColor(ink))
    return made
