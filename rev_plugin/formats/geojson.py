"""GeoJSON geometry to coordinates in RD."""

from __future__ import annotations

from typing import Any

import numpy as np

from rev_plugin.formats.crs import RD_CODES, Crs, read_crs
from rev_plugin.formats.gml import GeometryError
from rev_plugin.formats.shapes import Shape, merge

_DEPTH = 4  # of GeometryCollections inside each other
_WGS84 = Crs(4326, 2, False)


def geojson_shape(geometry: Any, crs_name: str = "") -> Shape:
    """The coordinates of a GeoJSON geometry, or of a list of them.

    Without `crs_name` small numbers are longitude and latitude (the GeoJSON standard) and
    large ones RD, as the Dutch services give them on request.

    Raises:
        GeometryError: it cannot be used.
    """
    return _shape(geometry, crs_name, _DEPTH)


def _shape(geometry: Any, crs_name: str, depth: int) -> Shape:
    if isinstance(geometry, list) and geometry and depth:
        return merge([_shape(part, crs_name, depth - 1) for part in geometry])
    if not isinstance(geometry, dict) or not depth:
        raise GeometryError("dit is geen GeoJSON-geometrie")
    kind, parts = geometry.get("type"), geometry.get("coordinates")
    if kind == "GeometryCollection" and isinstance(geometry.get("geometries"), list):
        shapes = [_shape(part, crs_name, depth - 1) for part in geometry["geometries"]]
        return merge(shapes)
    if not isinstance(parts, list):
        raise GeometryError(f"een geometrie van type {kind} zonder coördinaten")
    if kind in ("Polygon", "MultiPolygon"):
        polygons = [parts] if kind == "Polygon" else parts
        return Shape(polygons=[_rings(polygon, crs_name) for polygon in polygons])
    if kind in ("LineString", "MultiLineString"):
        lines = [parts] if kind == "LineString" else parts
        return Shape(lines=[_line(line, crs_name) for line in lines])
    if kind in ("Point", "MultiPoint"):
        return Shape(points=[_line([parts] if kind == "Point" else parts, crs_name)])
    raise GeometryError(f"geometrie van type {kind} wordt niet ondersteund")


def _rings(polygon: Any, crs_name: str) -> list[np.ndarray]:
    if not isinstance(polygon, list) or not polygon:
        raise GeometryError("een vlak zonder buitengrens")
    return [_line(ring, crs_name) for ring in polygon]


def _line(positions: Any, crs_name: str) -> np.ndarray:
    try:
        line = np.array([[float(x), float(y)] for x, y, *_ in positions])
    except (TypeError, ValueError) as error:
        raise GeometryError(f"een coördinaat is geen getal ({error})") from error
    if line.size == 0:
        raise GeometryError("een geometrie zonder coördinaten")
    crs = read_crs(crs_name) if crs_name else None
    if crs is None and np.abs(line).max() <= 180:
        crs = _WGS84
    return line if crs is None or crs.code in RD_CODES else crs.to_rd(line)
