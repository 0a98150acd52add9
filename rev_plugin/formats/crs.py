"""The spellings of a CRS in GML, and the way from there to RD New."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Optional

import numpy as np
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError

RD = 28992
RD_CODES = (28992, 7415)  # flat, and the same with NAP heights
_CODE = re.compile(r"epsg.*?[:/#](\d{4,6})(?:,|$)|^(\d{4,6})$", re.IGNORECASE)


@dataclass(frozen=True)
class Crs:
    """An EPSG code, its number of axes, and whether y (latitude) comes first."""

    code: int
    axes: int
    y_first: bool

    def to_rd(self, coordinates: np.ndarray) -> np.ndarray:
        """Coordinates (n, 2) in this CRS as (n, 2) in RD New, metres."""
        x, y = coordinates.T[::-1] if self.y_first else coordinates.T
        try:
            return np.column_stack(_transformer(self.code).transform(x, y))
        except ProjError:
            return np.full(coordinates.shape, np.nan)


RD_CRS = Crs(RD, 2, False)


@lru_cache(maxsize=256)
def read_crs(name: str) -> Optional[Crs]:
    """The CRS of a srsName in any spelling ("EPSG:28992", urn, http), or None.

    A short "EPSG:4326" has x (longitude) first, a urn or http name the order of the
    authority, as GML writers do.
    """
    name = name.strip()
    if name.upper().endswith("CRS84"):
        return Crs(4326, 2, False)
    match = _CODE.search(name)
    if match is None:
        return None
    code = int(match.group(1) or match.group(2))
    if code in RD_CODES:
        has_height = code != RD or "," in name  # a comma joins a height system to it
        return Crs(code, 3, False) if has_height else RD_CRS
    try:
        crs = CRS.from_epsg(code)
    except CRSError:
        return None
    if len(crs.axis_info) < 2:
        return None
    by_authority = name.lower().startswith(("urn:", "http://www.opengis.net/def"))
    y_first = by_authority and crs.axis_info[0].direction.lower() == "north"
    return Crs(code, len(crs.axis_info), y_first)


@lru_cache(maxsize=16)
def _transformer(code: int) -> Transformer:
    return Transformer.from_crs(code, RD, always_xy=True)
