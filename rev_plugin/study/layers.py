"""QGIS sources and layers as Features: RD geometry beside a table of plain values.

Meant for the small layers (sites, areas, municipalities); themes stream as chunks
(study.sources).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Optional, Union

import numpy as np
import pandas as pd
import shapely
from qgis.core import (
    NULL,
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from rev_plugin.core.model import CRS, RD_BOUNDS, Features, Feedback, InputError

Source = Union[QgsVectorLayer, QgsProcessingFeatureSource]
FULL_CIRCLE = 360.0  # degrees; beyond it coordinates are metres
CHECK_EVERY = 500  # features between two looks at cancel


@dataclass(frozen=True)
class Raw:
    """What a source held, as it stood: geometry in RD and unchecked values."""

    features: Features  # geometry None where there is none that can be used
    name: str
    n_without: int  # null, empty, collapsed or untransformable
    n_repaired: int


def open_layer(path: Path, layer: str) -> QgsVectorLayer:
    """A layer of a file, read-only.

    Raises:
        InputError: when QGIS cannot open it.
    """
    uri = f"{path}|layername={layer}" if layer else str(path)
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False  # each of the two has QGIS open the file once more
    options.forceReadOnly = True
    opened = QgsVectorLayer(uri, layer or path.stem, "ogr", options)
    if not opened.isValid():
        raise InputError("de laag is niet te openen.", file=path.name, layer=layer)
    return opened


def file_of(source: Source) -> str:
    """The file behind a layer; "" when it is in none, or comes through Processing."""
    if not isinstance(source, QgsVectorLayer):
        return ""
    parts = QgsProviderRegistry.instance().decodeUri(source.providerType(), source.source())
    path = parts.get("path") or ""
    return path if Path(path).is_file() else ""


def read_source(
    source: Source, context: QgsCoordinateTransformContext, feedback: Feedback, name: str = ""
) -> Raw:
    """All features of a source, reprojected to RD, flat (no Z or M), valid, curves stroked.

    Raises:
        InputError: when a layer with geometry has no CRS, or one that cannot be.
        Cancelled: when the user cancels.
    """
    name = name or _name_of(source)
    spatial = source.wkbType() != Qgis.WkbType.NoGeometry
    request = QgsFeatureRequest()
    if spatial:
        request.setDestinationCrs(_rd(), context)
        request.setTransformErrorCallback(lambda _feature: None)  # counted as without geometry
        check_crs(source, name)
    fields = [field.name() for field in source.fields()]
    blobs, rows = [], []
    for number, feature in enumerate(_features(source, request)):
        if number % CHECK_EVERY == 0:
            feedback.check()
        blobs.append(_flat_wkb(feature.geometry()))
        rows.append([plain(value) for value in feature.attributes()])
    geometry, n_repaired = to_shapes(blobs)
    nothing = shapely.is_missing(geometry) | shapely.is_empty(geometry)
    n_without = int(nothing.sum()) if spatial else 0
    table = pd.DataFrame(rows, columns=fields, dtype=object)
    return Raw(Features(geometry, table), name, n_without, n_repaired)


def check_crs(source: Source, name: str = "") -> None:
    """Refuse a layer whose coordinates cannot be placed; GeoJSON without a CRS reads as degrees.

    Raises:
        InputError: it has no CRS, metres under a CRS of degrees, or RD without its datum; it
            names the layer.
    """
    crs, extent = source.sourceCrs(), source.sourceExtent()
    problem = "" if crs.isValid() else "de laag heeft geen coördinatenstelsel."
    corners = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
    if crs.isGeographic() and not extent.isNull() and max(map(abs, corners)) > FULL_CIRCLE:
        problem = f"de coördinaten zijn geen graden, maar het stelsel is {crs.authid()}."
    if _is_shifted_rd(crs):
        problem = "het stelsel is RD met een andere datum: alles ligt er ruim 100 m naast."
    if problem:
        raise InputError(
            problem,
            layer=name or source.sourceName(),
            advice="Stel het in bij de eigenschappen van de laag (bijvoorbeeld EPSG:28992).",
        )


def _is_shifted_rd(crs: QgsCoordinateReferenceSystem) -> bool:
    """Whether a CRS has the projection of RD on another ellipsoid, as a MapInfo file may say."""
    words = crs.toProj()
    return all(word in words for word in ("lat_0=52.156", "x_0=155000")) and "bessel" not in words


def report_geometry(raw: Raw, feedback: Feedback, may_lack: bool = False) -> None:
    """Warn about geometry that was repaired, is absent or lies outside the Netherlands.

    Rows that `may_lack` a shape (figures of areas that are not on the map) are no news.
    """
    if raw.n_repaired:
        feedback.warn(f"Laag {raw.name}: {raw.n_repaired} ongeldige vormen hersteld.")
    if raw.n_without and not may_lack:
        feedback.warn(f"Laag {raw.name}: {raw.n_without} objecten zonder bruikbare vorm.")
    west, south, east, north = RD_BOUNDS
    bounds = shapely.bounds(raw.features.geometry)
    outside = (bounds[:, 0] < west) | (bounds[:, 1] < south)
    outside |= (bounds[:, 2] > east) | (bounds[:, 3] > north)
    if outside.any():
        feedback.warn(
            f"Laag {raw.name}: {int(outside.sum())} objecten liggen buiten Nederland; "
            "klopt het coördinatenstelsel?"
        )


def _flat_wkb(geometry: QgsGeometry) -> Optional[bytes]:
    """WKB without curves, Z and M; None where there is no geometry."""
    if geometry.isNull() or geometry.isEmpty():
        return None
    flat = geometry.constGet().segmentize()  # a copy; curves become lines
    flat.dropZValue()
    flat.dropMValue()
    return bytes(flat.asWkb())


def to_shapes(blobs: Sequence[Optional[bytes]]) -> tuple[np.ndarray, int]:
    """Valid shapely geometries (or None) of WKB, and how many had to be repaired.

    A shape that collapses to nothing (a polygon without area) comes back empty; one with
    coordinates that are no numbers is None.
    """
    shapes = shapely.from_wkb(np.array(blobs, dtype=object), on_invalid="ignore")
    there = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    shapes[there & ~np.isfinite(shapely.bounds(shapes)).all(axis=1)] = None
    n_repaired = 0
    for row in np.flatnonzero(~shapely.is_missing(shapes) & ~shapely.is_valid(shapes)):
        whole = shapely.make_valid(shapes[row])
        shapes[row] = _same_dimension(whole, shapely.get_dimensions(shapes[row]))
        n_repaired += not shapes[row].is_empty
    return shapes, n_repaired


def _same_dimension(shape: shapely.Geometry, dimension: int) -> shapely.Geometry:
    """The parts of a repaired geometry that are what it was: no stray lines of a polygon."""
    parts = shapely.get_parts(shape)
    if shapely.get_type_id(shape) == shapely.GeometryType.GEOMETRYCOLLECTION:
        parts = shapely.get_parts(parts)
    kept = parts[shapely.get_dimensions(parts) == dimension]
    return kept[0] if len(kept) == 1 else shapely.union_all(kept)


def plain(value: object) -> object:
    """A QGIS attribute as a plain Python value; NULL is None, dates are ISO text."""
    if value is None or value == NULL:
        return None
    if isinstance(value, (QDate, QDateTime, QTime)):
        return value.toString(Qt.DateFormat.ISODate)
    return value


def column_names(source: Source) -> Sequence[str]:
    """The names of the source's fields."""
    return [field.name() for field in source.fields()]


def _features(source: Source, request: QgsFeatureRequest):  # noqa: ANN202  a QGIS iterator
    if isinstance(source, QgsProcessingFeatureSource):
        # Processing would stop at an invalid geometry; it is repaired here instead.
        flag = Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks
        return source.getFeatures(request, flag)
    return source.getFeatures(request)


def _rd() -> QgsCoordinateReferenceSystem:
    return QgsCoordinateReferenceSystem(CRS)


def _name_of(source: Source) -> str:
    return source.sourceName()
