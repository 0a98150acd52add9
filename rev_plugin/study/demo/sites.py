"""The fourteen candidate sites of the demo, each with the story it tells."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
import shapely.affinity

from rev_plugin.core import columns
from rev_plugin.core.model import Column, Features
from rev_plugin.study.demo.shapes import place
from rev_plugin.study.demo.tables import read_table

SITE_COLUMNS = (*columns.SITE, Column("verhaal", "text", "Verhaal bij de locatie"))
_KINDS = {"float": "float64", "int": "Int64", "text": "object"}


def draw_sites() -> Features:
    """The sites of resources/demo/locaties.csv in RD, with the columns of the contract."""
    rows = read_table("locaties.csv")
    data = {}
    for column in SITE_COLUMNS:
        cells = [row.get(column.name) or None for row in rows]
        if column.kind != "text":
            cells = pd.to_numeric(pd.Series(cells, dtype="object"))
        data[column.name] = pd.Series(cells, dtype=_KINDS[column.kind])
    return Features(place(site_shapes()), pd.DataFrame(data))


def site_shapes() -> np.ndarray:
    """The sites in the local frame, in the order of the table."""
    return np.array([_rectangle(row) for row in read_table("locaties.csv")], dtype=object)


def _rectangle(row: dict[str, str]) -> shapely.Polygon:
    x, y, width, height, turn = (
        float(row[name]) for name in ("x", "y", "breedte", "hoogte", "hoek")
    )
    box = shapely.box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
    return shapely.affinity.rotate(box, turn)
