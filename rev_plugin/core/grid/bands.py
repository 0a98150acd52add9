"""P10, P50 and P90 of the headroom of many areas and years at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from rev_plugin.core.grid.chance import band
from rev_plugin.core.grid.ledger import Ledger
from rev_plugin.core.grid.outlook import (
    NODES,
    NetDraws,
    Outlook,
    draw_headroom,
    solution_unpublished,
    without_works,
)

# Years after the figures at which an expected load is drawn: each of the first, then fewer.
AGES = np.concatenate([[0, 1, 2, 3, 5, 8], np.arange(12, 1000, 4)])
BATCH = 500  # questions drawn at a time: 500 x 4 093 doubles is 16 MB


def headroom_bands(ledger: Ledger, outlook: Outlook, draws: NetDraws) -> np.ndarray:
    """Bands in MW per question, shape (n, 3); NaN where they cannot be computed.

    Most questions need no draws of their own: with contracts K = required + queue and queue
    share s, headroom = capacity - K·Z(s, age), and the quantiles of Z are tabulated once on
    the shared draws. Linear in s keeps them ordered, and rising in required and queue. An
    expected load breaks that form: those questions are drawn, at the ages of AGES and in a
    straight line between (which is off by less than the draws scatter). So do works with
    MW while they may be late: those are drawn for each year.

    With an unknown queue only the upper bound (P90, with an empty queue) is given.
    """
    bands = np.full((len(outlook.row), 3), np.nan)
    countable = ~solution_unpublished(ledger, outlook)
    countable &= ~np.isnan(outlook.capacity) & ~np.isnan(outlook.required)
    first, last, added = ledger.extensions[outlook.row].T
    finished = outlook.year >= last + draws.delay.max()
    late = countable & (outlook.year >= first) & ~finished
    settled = replace(outlook, capacity=outlook.capacity + np.where(finished, added, 0.0))
    loaded = countable & ~late & ~np.isnan(outlook.load)
    plain = countable & ~late & ~loaded
    bands[plain] = _tabulated(settled.where(plain), draws)
    bands[loaded] = _between_ages(settled.where(loaded), draws)
    bands[late] = _in_batches(outlook.where(late), lambda part: draw_headroom(ledger, part, draws))
    bands[np.isnan(outlook.queue), :2] = np.nan
    return bands


def _in_batches(outlook: Outlook, draw: Callable[[Outlook], np.ndarray]) -> np.ndarray:
    bands = np.empty((len(outlook.row), 3))
    for start in range(0, len(bands), BATCH):
        part = np.arange(start, min(start + BATCH, len(bands)))
        bands[part] = band(draw(outlook.where(part)))
    return bands


def _between_ages(outlook: Outlook, draws: NetDraws) -> np.ndarray:
    """Bands without works, drawn at the ages of AGES; in between a straight line."""
    age = np.maximum(outlook.year - outlook.figure_year, 0)
    below = np.searchsorted(AGES, age, side="right") - 1
    low_age, next_age = AGES[below], AGES[np.minimum(below + 1, len(AGES) - 1)]
    share = ((age - low_age) / np.maximum(next_age - low_age, 1))[:, None]
    ages = np.concatenate([low_age, np.where(age > low_age, next_age, low_age)])
    questions = np.column_stack([np.tile(outlook.row, 2), np.tile(outlook.capacity, 2), ages])
    _, first, position = np.unique(questions, axis=0, return_index=True, return_inverse=True)
    nodes = outlook.where(first % max(len(age), 1))
    nodes = replace(nodes, year=nodes.figure_year + ages[first])
    bands = _in_batches(nodes, lambda part: without_works(part, draws))
    position = position.ravel()
    low, high = bands[position[: len(age)]], bands[position[len(age) :]]
    return np.asarray(low + share * (high - low))


def _tabulated(outlook: Outlook, draws: NetDraws) -> np.ndarray:
    queue = np.nan_to_num(outlook.queue)
    contracts = outlook.required + queue
    share = np.divide(queue, contracts, out=np.zeros_like(queue), where=contracts > 0)
    age = np.maximum(outlook.year - outlook.figure_year, 0)
    load = np.empty((len(age), 3))
    for years in np.unique(age):
        same = age == years
        table = draws.unit_load(int(years))
        for column in range(3):
            load[same, column] = np.interp(share[same], NODES, table[:, column])
    return outlook.capacity[:, None] - contracts[:, None] * load
