"""Rows and columns to tables and back, as the column contracts have them.

pandas infers and checks more than a contract needs, which counts where a table has one row
and is made at every move of the mouse. So what is on its way to a table is plain columns,
and becomes a table once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Optional, Union

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from rev_plugin.core.model import Column

Columns = Mapping[str, Union[np.ndarray, ExtensionArray]]  # by name, all as long
Table = Union[pd.DataFrame, Columns]


def frame(columns: Columns) -> pd.DataFrame:
    """Columns as a table that shares their memory."""
    return pd.DataFrame(columns, copy=False)


def no_rows(contract: Sequence[Column]) -> Columns:
    """The columns of a contract without a row."""
    return {column.name: np.empty(0, dtype=object) for column in contract}


def records(table: Table, names: Optional[Sequence[str]] = None) -> list[dict]:
    """The rows as dicts of plain values; `names`: these columns, None where one is absent."""
    if isinstance(table, pd.DataFrame):  # at once: asking for a column costs more than its cells
        cells: Iterable[Sequence] = table.to_numpy(dtype=object).tolist()
    else:
        cells = zip(*(column.tolist() for column in table.values()))
    known = list(table)
    rows = [dict(zip(known, row)) for row in cells]
    return rows if names is None else [{name: row.get(name) for name in names} for row in rows]


def records_of(table: pd.DataFrame, column: str, value: object) -> list[dict]:
    """The rows with this value in a column, as `records` gives them."""
    own = table[column].to_numpy(object) == value
    return records(table if own.all() else table[own])


def table_of(rows: Sequence[Mapping[str, object]], contract: Sequence[Column]) -> pd.DataFrame:
    """Rows as a table with the columns of a contract: Int64, float64, else as they are."""
    return frame(columns_of(rows, contract))


def columns_of(rows: Sequence[Mapping[str, object]], contract: Sequence[Column]) -> Columns:
    """As `table_of`, but as columns."""
    return {column.name: _cells([row[column.name] for row in rows], column) for column in contract}


def _cells(values: list, column: Column) -> Union[np.ndarray, ExtensionArray]:
    if column.kind == "int":
        return pd.array(values, dtype="Int64")
    return np.array(values, dtype=float if column.kind == "float" else object)
