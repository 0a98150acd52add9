"""The map of a study as a PNG, for the report; works without a project and without a screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QSize
from qgis.PyQt.QtGui import QColor, QImage

from rev_plugin.core.model import CRS
from rev_plugin.report.study_layers import shown_layers

GROUND = "#f6f4ec"  # of the map, as paper
WIDTH, HEIGHT, DPI = 1600, 900, 130
MARGIN = 1.12  # of the sites' extent


def study_picture(data: Path, result: Optional[Path], extent: QgsRectangle) -> bytes:
    """The visible layers of a study over `extent` (RD), as PNG bytes."""
    return picture(shown_layers(data, result), extent)


def picture(
    layers: Sequence[QgsMapLayer], extent: QgsRectangle, width: int = WIDTH, height: int = HEIGHT
) -> bytes:
    """The layers, the topmost first, over `extent` (RD) in `width` × `height` pixels, as PNG."""
    job = QgsMapRendererSequentialJob(map_settings(layers, extent, width, height))
    job.start()
    job.waitForFinished()
    return as_png(job.renderedImage())


def map_settings(
    layers: Sequence[QgsMapLayer], extent: QgsRectangle, width: int = WIDTH, height: int = HEIGHT
) -> QgsMapSettings:
    """How such a picture is drawn."""
    settings = QgsMapSettings()
    settings.setLayers(list(layers))
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(CRS))
    settings.setBackgroundColor(QColor(GROUND))
    settings.setOutputSize(QSize(width, height))
    settings.setOutputDpi(DPI)
    wide = QgsRectangle(extent)
    wide.scale(MARGIN)
    settings.setExtent(wide)
    return settings


def as_png(image: QImage) -> bytes:
    """A picture as the bytes of a PNG file; runs on any thread."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data)
