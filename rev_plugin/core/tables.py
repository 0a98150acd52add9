"""Rows to tables and back, as the column contracts have them.

pandas infers and checks more than a contract needs, which counts where a table has one row
and is made at every move of the mouse.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Optional

import numpy as np
import pandas as pd

from rev_plugin.core.model import Column


def records(table: pd.DataFrame, names: Optional[Sequence[str]] = None) -> list[dict]:
    """The rows as dicts of plain values; `names`: these columns, None where one is absent."""
    chosen = list(table.columns) if names is None else list(names)
    absent = [None] * len(table)
    columns = [table[name].tolist() if name in table else absent for name in chosen]
    return [dict(zip(chosen, row)) for row in zip(*columns)]


def table_of(rows: Sequence[Mapping[str, object]], contract: Sequence[Column]) -> pd.DataFrame:
    """Rows as a table with the columns of a contract: Int64, float64, else as they are."""
    return pd.DataFrame(
        {column.name: _cells([row[column.name] for row in rows], column) for column in contract},
        copy=False,
    )


def _cells(values: list, column: Column) -> object:
    if column.kind == "int":
        return pd.array(values, dtype="Int64")
    return np.array(values, dtype=float if column.kind == "float" else object)
