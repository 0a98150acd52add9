"""P10, P50 and P90 of the headroom of many areas and years at once."""

from __future__ import annotations

import numpy as np

from rev_plugin.core.grid.chance import band
from rev_plugin.core.grid.ledger import Ledger
from rev_plugin.core.grid.outlook import (
    NODES,
    NetDraws,
    Outlook,
    draw_headroom,
    solution_unpublished,
)

BATCH = 500  # questions drawn at a time: 500 x 4 093 doubles is 16 MB


def headroom_bands(ledger: Ledger, outlook: Outlook, draws: NetDraws) -> np.ndarray:
    """Bands in MW per question, shape (n, 3); NaN where they cannot be computed.

    Most questions need no draws of their own: with contracts K = required + queue and queue
    share s, headroom = capacity - K·Z(s, age), and the quantiles of Z are tabulated once on
    the shared draws. Linear in s keeps them ordered, and rising in required and queue. An
    expected load or works with MW break that form: those questions are drawn.

    With an unknown queue only the upper bound (P90, with an empty queue) is given.
    """
    bands = np.full((len(outlook.row), 3), np.nan)
    countable = ~solution_unpublished(ledger, outlook)
    countable &= ~np.isnan(outlook.capacity) & ~np.isnan(outlook.required)
    extended = np.array([any(mw is not None for _, mw in works) for works in ledger.coming])
    special = countable & (extended[outlook.row] | ~np.isnan(outlook.load))
    plain = countable & ~special
    bands[plain] = _tabulated(outlook.where(plain), draws)
    rows = np.flatnonzero(special)
    for start in range(0, len(rows), BATCH):
        part = rows[start : start + BATCH]
        bands[part] = band(draw_headroom(ledger, outlook.where(part), draws))
    bands[np.isnan(outlook.queue), :2] = np.nan
    return bands


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
