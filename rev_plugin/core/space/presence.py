"""Which objects of a layer are there: a demolished building is no building.

The statuses stand in the rule table (core.rule_rows.ObjectStatus). What no row names is there:
an object is never dropped on a guess.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from rev_plugin.core.model import Absence, Chunk, Theme
from rev_plugin.core.rules import ObjectStatus, Rules
from rev_plugin.core.space.questions import filter_column, matching, plain


def with_status(theme: Theme, rules: Rules) -> Theme:
    """The theme, knowing which of its objects are not there."""
    rows = [row for row in rules.rows(ObjectStatus) if row.thema == theme.name and not row.is_er]
    column = filter_column([name for row in rows for name in row.kolommen], theme.columns)
    absence = Absence(column, tuple(row.status for row in rows)) if column else None
    return replace(theme, absence=absence)


def absent(absence: Absence, values: np.ndarray) -> np.ndarray:
    """Which objects are not there (bool), by the values of the column that tells."""
    return matching(values, frozenset(map(plain, absence.words)))[0]


def present(theme: Theme, chunk: Chunk) -> tuple[Chunk, int]:
    """The objects of a chunk that are there, and how many are not."""
    if theme.absence is None:
        return chunk, 0
    gone = absent(theme.absence, chunk.attributes[theme.absence.column])
    if not gone.any():
        return chunk, 0
    cells = {name: values[~gone] for name, values in chunk.attributes.items()}
    return Chunk(chunk.ids[~gone], chunk.geometry[~gone], cells), int(gone.sum())
