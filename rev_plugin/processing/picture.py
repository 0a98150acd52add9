"""The map picture of a quickscan that is not on disk yet."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Optional

import shapely
from qgis.core import QgsRectangle

from rev_plugin.core.columns import QUICKSCAN
from rev_plugin.report.map_picture import study_picture
from rev_plugin.study.write import Layer, write_layer

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result

LEAST = 500.0  # metres around a single small site


def result_picture(result: Result) -> Optional[bytes]:
    """The sites in their scenario's colour over the study, as PNG; None without DATA."""
    if not result.provenance.data:
        return None
    west, south, east, north = shapely.total_bounds(result.sites.geometry)
    extent = QgsRectangle(west - LEAST, south - LEAST, east + LEAST, north + LEAST)
    with TemporaryDirectory(prefix="rev_") as folder:
        path = Path(folder) / "result.gpkg"
        write_layer(
            path, Layer("quickscan", result.output, QUICKSCAN, result.sites.geometry, "vlak")
        )
        return study_picture(Path(result.provenance.data), path, extent)
