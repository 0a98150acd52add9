"""Small hand-drawn themes and sites for the tests of the space wing.

A hectare H with a station of 80 MVA (richtafstand 50 m), seen from above, in metres:

      y
     140 ............ S .............   S: shed without use at (40, 130), 10 × 10
     100 +----------+
         |          |
         |    H     |   +--+            W: dwelling at x 142–150, 42 m to the east
         |          |   |W |            P: pipeline along x = 103.5, 3.5 m to the east
       0 +----------+ P +--+            N: nature from x = 60, over 40 % of H
         0         100 103.5 142 150
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from typing import Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.model import Bounds, Chunk, Features, SourceInfo, Theme

HECTARE = shapely.box(0, 0, 100, 100)
DWELLING = shapely.box(142, 0, 150, 10)
SHED = shapely.box(40, 130, 50, 140)
PIPELINE = shapely.LineString([(103.5, -500), (103.5, 500)])
NATURE = shapely.box(60, -50, 400, 150)


def array(items: Sequence[object]) -> np.ndarray:
    """An object array with one cell per item, whatever the items are."""
    found = np.empty(len(items), dtype=object)
    found[:] = list(items)
    return found


def theme(
    name: str,
    shapes: Sequence[Optional[shapely.Geometry]],
    *,
    ids: Optional[Sequence[object]] = None,
    accuracy: Optional[float] = 0.0,
    extent: Optional[Bounds] = None,
    wkb: bool = False,
    chunk: int = 1000,
    **attributes: Sequence[object],
) -> Theme:
    """A theme held in memory, in chunks of `chunk`, as shapely objects or as WKB."""
    geometry = array(shapely.to_wkb(array(shapes)) if wkb else shapes)
    keys = np.arange(len(shapes)) if ids is None else array(ids)
    columns = {key: array(values) for key, values in attributes.items()}

    def read(_bounds: Optional[Bounds]) -> Iterator[Chunk]:
        for start in range(0, len(shapes), chunk):
            part = slice(start, start + chunk)
            cells = {key: values[part] for key, values in columns.items()}
            yield Chunk(keys[part], geometry[part], cells)

    info = SourceInfo(name, aantal=len(shapes), nauwkeurigheid_m=accuracy)
    return Theme(name, frozenset(attributes), read, info, extent)


class Boxed:
    """An Overview of a theme in memory; `told` has the ids of the objects that were read."""

    def __init__(self, source: Theme) -> None:
        chunks = list(source.read(None))
        whole = np.concatenate([array([]), *(chunk.geometry for chunk in chunks)])
        shapes = [shapely.from_wkb(item) if isinstance(item, bytes) else item for item in whole]
        bounds = shapely.bounds(array(shapes))
        there = ~np.isnan(bounds[:, 0])
        ids = np.concatenate([array([]), *(chunk.ids for chunk in chunks)])
        self._ids, self._geometry, self.boxes = ids[there], whole[there], outwards(bounds[there])
        self._columns = {
            name: np.concatenate([chunk.attributes[name] for chunk in chunks])[there]
            for name in source.columns
        }
        self.without = int((~there).sum())
        self.told: list[object] = []

    def values(self, columns: frozenset[str]) -> Iterator[tuple[np.ndarray, dict]]:
        for rows in np.array_split(np.arange(len(self.boxes)), 2):
            yield rows, {name: self._columns[name][rows] for name in columns}

    def read(self, rows: np.ndarray) -> Iterator[Chunk]:
        self.told += self._ids[rows].tolist()
        for some in np.array_split(rows, 2):
            cells = {name: values[some] for name, values in self._columns.items()}
            yield Chunk(self._ids[some], self._geometry[some], cells)


def boxed(source: Theme) -> tuple[Theme, Boxed]:
    """The theme as one that can be looked over, and what looks it over."""
    overview = Boxed(source)
    return replace(source, overview=lambda *_: nullcontext(overview)), overview


def outwards(bounds: np.ndarray) -> np.ndarray:
    """Boxes in 32 bits, rounded outwards, as an R-tree keeps them."""
    near = bounds.astype(np.float32)
    low = np.where(near > bounds, np.nextafter(near, np.float32(-np.inf)), near)
    high = np.where(near < bounds, np.nextafter(near, np.float32(np.inf)), near)
    return np.concatenate([low[:, :2], high[:, 2:]], axis=1)


def sites(*rows: tuple[str, str, Optional[shapely.Geometry]], **columns: object) -> Features:
    """Sites from (naam, activiteit, geometry); other columns by name."""
    table = pd.DataFrame({"naam": [row[0] for row in rows], "activiteit": [row[1] for row in rows]})
    for name, values in columns.items():
        table[name] = values
    return Features(array([row[2] for row in rows]), table)


def buildings(**keywords: object) -> Theme:
    return theme(
        "bebouwing",
        [SHED, DWELLING],
        ids=["pand-1", "pand-2"],
        gebruiksdoel=["", "woonfunctie,winkelfunctie"],
        **keywords,
    )
