"""Small hand-drawn themes and sites for the tests of the space wing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.model import Bounds, Chunk, Features, SourceInfo, Theme


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


def sites(*rows: tuple[str, str, Optional[shapely.Geometry]], **columns: object) -> Features:
    """Sites from (naam, activiteit, geometry); other columns by name."""
    table = pd.DataFrame({"naam": [row[0] for row in rows], "activiteit": [row[1] for row in rows]})
    for name, values in columns.items():
        table[name] = values
    return Features(array([row[2] for row in rows]), table)
