"""Any vector file as arrays in RD, opened so that nothing is written, not even beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import numpy as np
import pandas as pd
import shapely
from osgeo import gdal, ogr, osr

from rev_plugin.core.model import RD_BOUNDS, InputError
from rev_plugin.formats.crs import RD_CRS, Crs, read_crs

DEGREES = Crs(4326, 2, False)
SHAPES = {0: "punt", 1: "lijn", 2: "vlak"}
_DATABASES = (".gpkg", ".sqlite")
_DRIVERS = [
    "GPKG",
    "GeoJSON",
    "ESRI Shapefile",
    "FlatGeobuf",
    "CSV",
    "MapInfo File",
    "KML",
    "SQLite",
]


@dataclass(frozen=True)
class VectorLayer:
    """A layer in RD.

    `shape` is vlak, lijn, punt or tabel; `geometry` holds 2D shapely geometries or None.
    `crs` is the CRS of the file; `crs_given` is False where it was taken from the numbers.
    """

    name: str
    shape: str
    geometry: np.ndarray
    table: pd.DataFrame
    crs: str
    crs_given: bool
    n_repaired: int
    n_without: int


def read_vector(path: Path) -> Iterator[VectorLayer]:
    """The layers of a GeoPackage, SpatiaLite, GeoJSON, shapefile, FlatGeobuf, CSV, MapInfo, KML.

    Raises:
        InputError: GDAL cannot read the file, or a layer has no CRS that can be known.
    """
    source = open_read_only(path)
    for number in range(source.GetLayerCount()):
        yield _read(source.GetLayer(number), path)


def open_read_only(path: Path) -> gdal.Dataset:
    """A vector file of GDAL, opened so that SQLite leaves no journal beside it.

    Raises:
        InputError: GDAL cannot read the file.
    """
    options = ["IMMUTABLE=YES"] if path.suffix.casefold() in _DATABASES else []
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        source = gdal.OpenEx(
            str(path), gdal.OF_VECTOR | gdal.OF_READONLY, _DRIVERS, open_options=options
        )
    except RuntimeError:  # when another plugin had GDAL raise its errors
        source = None
    finally:
        gdal.PopErrorHandler()
    if source is None:
        raise InputError("het bestand is niet te lezen als kaartlaag.", file=str(path))
    return source


def _read(layer: ogr.Layer, path: Path) -> VectorLayer:
    names = [field.GetName() for field in layer.schema]
    rows, blobs = [], []
    for feature in layer:
        rows.append([feature.GetField(index) for index in range(len(names))])
        blobs.append(_flat_wkb(feature.GetGeometryRef()))
    table = pd.DataFrame(rows, columns=names)
    raw = shapely.from_wkb(np.array(blobs, dtype=object), on_invalid="ignore")
    raw[shapely.is_empty(raw)] = None
    there = raw != np.array(None)
    if not there.any():
        return VectorLayer(layer.GetName(), "tabel", raw, table, "", True, 0, 0)
    crs, given = _crs_of(layer, raw[there], path)
    geometry, repaired = _sound(to_rd(raw, crs))
    dimension = int(shapely.get_dimensions(geometry[geometry != np.array(None)]).max(initial=0))
    return VectorLayer(
        layer.GetName(), SHAPES[dimension], geometry, table, f"EPSG:{crs.code}", given, repaired,
        int((geometry == np.array(None)).sum()),
    )  # fmt: skip


def _flat_wkb(geometry: Optional[ogr.Geometry]) -> Optional[bytes]:
    """2D WKB of straight lines; curves are stroked."""
    if geometry is None:
        return None
    straight = geometry.GetLinearGeometry() if geometry.HasCurveGeometry() else geometry.Clone()
    straight.FlattenTo2D()
    return bytes(straight.ExportToWkb())


def _crs_of(layer: ogr.Layer, geometry: np.ndarray, path: Path) -> tuple[Crs, bool]:
    """The CRS that the layer names; else RD or degrees when the numbers can be nothing else."""
    reference = layer.GetSpatialRef()
    if reference is not None and reference.IsGeographic() and _in_metres(geometry):
        reference = None  # GeoJSON that names no CRS reads as degrees
    code = _code(reference) if reference is not None else None
    known = read_crs(f"EPSG:{code}") if code else None
    if known is not None:
        return known, True
    seen = crs_by_numbers(geometry)
    if seen is None or (reference is not None and seen != RD_CRS):
        raise InputError(
            "de laag heeft geen bekend coördinatenstelsel.", file=str(path), layer=layer.GetName()
        )
    return seen, False


def _in_metres(geometry: np.ndarray) -> bool:
    """Whether coordinates are too large for degrees."""
    return bool(np.abs(shapely.total_bounds(geometry)).max() > 360)


def crs_by_numbers(geometry: np.ndarray) -> Optional[Crs]:
    """RD or degrees, when coordinates in the Netherlands can be nothing else."""
    x0, y0, x1, y1 = shapely.total_bounds(geometry)
    if x0 >= RD_BOUNDS[0] and x1 <= RD_BOUNDS[2] and y0 >= RD_BOUNDS[1] and y1 <= RD_BOUNDS[3]:
        return RD_CRS
    return DEGREES if x0 > 2 and x1 < 8 and y0 > 50 and y1 < 54.5 else None


def _code(reference: osr.SpatialReference) -> Optional[str]:
    if reference.GetAuthorityCode(None) is None:
        reference = reference.Clone()
        reference.AutoIdentifyEPSG()
    code = reference.GetAuthorityCode(None)
    return str(code) if code and code.isdigit() else None


def to_rd(geometry: np.ndarray, crs: Crs) -> np.ndarray:
    """Geometries in RD; None where that cannot be."""
    if crs.code == RD_CRS.code:
        return geometry
    moved = shapely.transform(geometry, Crs(crs.code, 2, False).to_rd)
    bounds = shapely.bounds(moved)
    moved[~np.isfinite(bounds).all(axis=1)] = None
    return moved


def _sound(geometry: np.ndarray) -> tuple[np.ndarray, int]:
    """Valid geometry; what has no dimension left after repair becomes None."""
    bad = ~shapely.is_valid(geometry) & (geometry != np.array(None))
    if bad.any():
        before = shapely.get_dimensions(geometry[bad])
        repaired = shapely.make_valid(geometry[bad])
        repaired[shapely.get_dimensions(repaired) < before] = None
        geometry = geometry.copy()
        geometry[bad] = repaired
    return geometry, int(bad.sum())
