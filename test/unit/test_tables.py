"""Columns, tables and rows are the same cells, with plain values in the rows."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from rev_plugin.core.columns import NET
from rev_plugin.core.model import Column
from rev_plugin.core.tables import Columns, Table, columns_of, frame, no_rows, records, records_of

CONTRACT = (
    Column("naam", "text", "Naam"), Column("jaar", "int", "Jaar"), Column("mw", "float", "MW"),
)  # fmt: skip
ROWS = [{"naam": "a", "jaar": 2030, "mw": 1.5}, {"naam": None, "jaar": None, "mw": 2.0}]


@pytest.fixture(params=[dict, frame])
def table(request: pytest.FixtureRequest) -> Table:
    """The rows as columns, and as a table."""
    return request.param(columns_of(ROWS, CONTRACT))


def test_rows_come_back_as_plain_values(table: Table) -> None:
    first, second = records(table)
    assert first == ROWS[0]
    assert [type(value) for value in first.values()] == [str, int, float]
    assert second["naam"] is None
    assert second["jaar"] is pd.NA


def test_a_column_that_is_absent_is_none(table: Table) -> None:
    assert records(table, ["mw", "kleur"]) == [{"mw": row["mw"], "kleur": None} for row in ROWS]


def test_the_rows_with_a_value(table: Table) -> None:
    whole = frame(table)
    assert records_of(whole, "naam", "a") == [ROWS[0]]
    assert records_of(whole, "naam", "b") == []
    assert records_of(whole.iloc[:1], "naam", "a") == [ROWS[0]]


def test_a_contract_without_rows() -> None:
    nothing: Columns = no_rows(NET)
    assert records(nothing) == records(frame(nothing)) == []
    assert list(frame(nothing)) == [column.name for column in NET]
    assert all(np.asarray(cells).dtype == object for cells in nothing.values())
