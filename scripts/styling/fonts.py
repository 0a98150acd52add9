"""The letters of styles and page templates: fonts that systems have, so that none is fetched."""

from __future__ import annotations

from qgis.core import Qgis, QgsTextFormat
from qgis.PyQt.QtGui import QColor, QFont

from rev_plugin.report import charts

# QGIS takes the first that is there; without a list it would look for the first on the internet.
FAMILIES = ["Segoe UI", "Open Sans", "Noto Sans", "Liberation Sans", "Arial", "DejaVu Sans"]


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
