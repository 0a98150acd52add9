"""Tables of the core as QGIS fields and features."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Optional

import numpy as np
import pandas as pd
import shapely
from qgis.core import Qgis, QgsFeature, QgsField, QgsFields, QgsGeometry
from qgis.PyQt.QtCore import QMetaType

from rev_plugin.core.model import Column

# What a table column becomes in QGIS.
_KINDS = {
    "text": QMetaType.Type.QString,
    "int": QMetaType.Type.Int,
    "float": QMetaType.Type.Double,
    "bool": QMetaType.Type.Bool,
}
_MULTI = {
    Qgis.WkbType.MultiPoint: shapely.GeometryType.MULTIPOINT,
    Qgis.WkbType.MultiLineString: shapely.GeometryType.MULTILINESTRING,
    Qgis.WkbType.MultiPolygon: shapely.GeometryType.MULTIPOLYGON,
}
_MAKE = {
    shapely.GeometryType.MULTIPOINT: shapely.multipoints,
    shapely.GeometryType.MULTILINESTRING: shapely.multilinestrings,
    shapely.GeometryType.MULTIPOLYGON: shapely.multipolygons,
}
_SINGLE = {
    shapely.GeometryType.MULTIPOINT: shapely.GeometryType.POINT,
    shapely.GeometryType.MULTILINESTRING: shapely.GeometryType.LINESTRING,
    shapely.GeometryType.MULTIPOLYGON: shapely.GeometryType.POLYGON,
}


def to_fields(columns: Sequence[Column]) -> QgsFields:
    """QGIS fields in the order of the contract.

    Without aliases: QGIS warns of each field that a sink cannot give one. The styles have them.
    """
    fields = QgsFields()
    for column in columns:
        fields.append(QgsField(column.name, _KINDS[column.kind]))
    return fields


def to_features(
    table: pd.DataFrame,
    geometry: Optional[np.ndarray],
    columns: Sequence[Column],
    wkb_type: Qgis.WkbType = Qgis.WkbType.MultiPolygon,
) -> Iterator[QgsFeature]:
    """The rows as features with exactly these columns; missing cells are NULL."""
    fields = to_fields(columns)
    shapes = [None] * len(table) if geometry is None else promote(geometry, _MULTI[wkb_type])
    for shape, *cells in zip(shapes, *(cells_of(table[c.name], c.kind) for c in columns)):
        feature = QgsFeature(fields)
        feature.setAttributes(cells)
        if shape is not None:
            made = QgsGeometry()
            made.fromWkb(shapely.to_wkb(shape, output_dimension=2))
            feature.setGeometry(made)
        yield feature


def cells_of(series: pd.Series, kind: str) -> list:
    """Plain Python values of one column, None where missing."""
    cast = {"text": str, "int": int, "float": float, "bool": bool}[kind]
    values = series.to_numpy(dtype=object, na_value=None)
    return [None if value is None or value == "" else cast(value) for value in values]


def promote(geometry: np.ndarray, kind: shapely.GeometryType) -> np.ndarray:
    """The shapes as multiparts of one kind; what is of another dimension becomes None."""
    promoted = np.full(len(geometry), None, dtype=object)
    types, filled = shapely.get_type_id(geometry), ~shapely.is_empty(geometry)
    dimension = shapely.get_dimensions(_MAKE[kind](np.array([], dtype=object)))
    single = filled & (types == _SINGLE[kind])
    if single.any():
        promoted[single] = _MAKE[kind](geometry[single], indices=np.arange(single.sum()))
    whole = filled & (types == kind)
    promoted[whole] = geometry[whole]
    for row in np.flatnonzero(filled & (types >= 0) & ~single & ~whole):
        promoted[row] = _promoted(geometry[row], kind, dimension)
    return promoted


def _promoted(
    shape: shapely.Geometry, kind: shapely.GeometryType, dimension: int
) -> Optional[shapely.Geometry]:
    """A collection as one multipart, when all its parts are of its dimension."""
    parts = shapely.get_parts(shapely.get_parts(shape))
    return _MAKE[kind](parts) if (shapely.get_dimensions(parts) == dimension).all() else None
