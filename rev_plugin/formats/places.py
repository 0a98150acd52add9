"""Lists of places that are no map files: records with coordinates, or with a shape as WKT."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.model import InputError
from rev_plugin.core.numbers import read_number
from rev_plugin.formats.vector import SHAPES, VectorLayer, crs_by_numbers, to_rd

_WKT = ("wkt", "geom", "geometry", "wkt_geom")
_PAIRS = (("lon", "lat"), ("longitude", "latitude"), ("lng", "lat"), ("x", "y"), ("rd_x", "rd_y"),
          ("x_rd", "y_rd"), ("xcoord", "ycoord"))  # fmt: skip


def as_places(records: Sequence[dict], path: Path) -> Optional[VectorLayer]:
    """Records as a layer in RD, or None when they hold no places.

    Raises:
        InputError: coordinates that lie neither in RD nor in degrees in the Netherlands.
    """
    table = pd.DataFrame(list(records))
    named = {str(name).strip().casefold(): name for name in reversed(list(table.columns))}
    wkt = next((named[name] for name in _WKT if name in named), None)
    pair = next(([named[x], named[y]] for x, y in _PAIRS if x in named and y in named), None)
    if wkt is not None:
        texts = [cell if isinstance(cell, str) else None for cell in table[wkt]]
        raw = shapely.from_wkt(np.array(texts, dtype=object), on_invalid="ignore")
    elif pair is not None:
        numbers = table[pair].map(_coordinate).to_numpy(dtype=float)
        raw = shapely.points(np.nan_to_num(numbers))
        raw[~np.isfinite(numbers).all(axis=1)] = None
    else:
        return None
    there = ~(shapely.is_missing(raw) | shapely.is_empty(raw))
    if not there.any():
        return None
    crs = crs_by_numbers(raw[there])
    if crs is None:
        raise InputError("de coördinaten zijn geen RD en geen graden.", file=str(path))
    geometry = to_rd(raw, crs)
    plain = [c for c in table if c != wkt and not table[c].map(_is_nested).any()]
    shape = SHAPES[int(shapely.get_dimensions(geometry).max())]
    without = int(shapely.is_missing(geometry).sum())
    return VectorLayer("", shape, geometry, table[plain], f"EPSG:{crs.code}", False, 0, without)


def _coordinate(cell: object) -> float:
    try:
        return read_number(cell, dots_group=False) if isinstance(cell, str) else float(str(cell))
    except ValueError:
        return np.nan


def _is_nested(cell: object) -> bool:
    return isinstance(cell, (list, dict))
