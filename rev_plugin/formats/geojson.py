"""GeoJSON geometry to coordinates in RD."""

from __future__ import annotations

from typing import Any

import numpy as np

from rev_plugin.formats.crs import RD_CODES, Crs, read_crs
from rev_plugin.formats.gml import GeometryError
from rev_plugin.formats.shapes import Shape

_DEPTH = 4  # of GeometryCollections inside each other
_WGS84 = Crs(4326, 2, False)


def geojson_shape(geometry: Any, crs_name: str = "") -> Shape:
    """The coordinates of a GeoJSON geometry.

    Without `crs_name` small numbers are longitude and latitude (the GeoJSON standard) and
    large ones RD, as the Dutch services give them on request.

    Raises:
        GeometryError: it cannot be used.
    """
    shape = Shape()
    _add(geometry, crs_name, shape, _DEPTH)
    return shape


def _add(geometry: Any, crs_name: str, shape: Shape, depth: int) -> None:
    if not isinstance(geometry, dict) or not depth:
        raise GeometryError("dit is geen GeoJSON-geometrie")
    kind, parts = geometry.get("type"), geometry.get("coordinates")
    if kind == "GeometryCollection" and isinstance(geometry.get("geometries"), list):
        for part in geometry["geometries"]:
            _add(part, crs_name, shape, depth - 1)
    elif not isinstance(parts, list):
        raise GeometryError(f"een geometrie van type {kind} zonder coördinaten")
    elif kind in ("Polygon", "MultiPolygon"):
        for polygon in [parts] if kind == "Polygon" else parts:
            rings = [_line(ring, crs_name) for ring in polygon] if isinstance(polygon, list) else []
            if not rings:
                raise GeometryError("een vlak zonder buitengrens")
            shape.polygons.append(list(rings))
    elif kind in ("LineString", "MultiLineString"):
        for line in [parts] if kind == "LineString" else parts:
            shape.lines.append(_line(line, crs_name))
    elif kind in ("Point", "MultiPoint"):
        shape.points.append(_line([parts] if kind == "Point" else parts, crs_name))
    else:
        raise GeometryError(f"geometrie van type {kind} wordt niet ondersteund")


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
