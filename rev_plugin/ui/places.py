"""From the coordinates of the map to RD."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
)
from qgis.gui import QgsMapTool

from rev_plugin.core.model import CRS
from rev_plugin.i18n import tr


def shape_in_rd(tool: QgsMapTool, shape: QgsGeometry) -> Optional[QgsGeometry]:
    """A shape on the map, in RD; None, and a word in the message bar, far outside it."""
    change = QgsCoordinateTransform(
        tool.canvas().mapSettings().destinationCrs(),
        QgsCoordinateReferenceSystem(CRS),
        QgsProject.instance(),
    )
    moved = QgsGeometry(shape)
    try:
        moved.transform(change)
    except QgsCsException:
        outside = tr("Deze plaats ligt buiten het bereik van RD. Wijs een plaats in Nederland aan.")
        tool.messageEmitted.emit(outside, Qgis.MessageLevel.Warning)
        return None
    return moved


def point_in_rd(tool: QgsMapTool, point: QgsPointXY) -> Optional[QgsPointXY]:
    """As `shape_in_rd`, for a point."""
    moved = shape_in_rd(tool, QgsGeometry.fromPointXY(point))
    return moved.asPoint() if moved is not None else None
