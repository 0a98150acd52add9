"""Headroom per supply area, direction and year, with the operator's word first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from rev_plugin.core.columns import HEADROOM
from rev_plugin.core.grid.bands import headroom_bands
from rev_plugin.core.grid.ledger import Ledger, open_ledger
from rev_plugin.core.grid.outlook import (
    HORIZON,
    NetDraws,
    Outlook,
    look,
    work_without_mw,
)
from rev_plugin.core.grid.wording import headroom_texts
from rev_plugin.core.model import Features, Feedback, Settings
from rev_plugin.core.rules import Rules


def project_headroom(
    areas: Features, years: Sequence[int], rules: Rules, settings: Settings, feedback: Feedback
) -> pd.DataFrame:
    """Headroom of every area, direction and level for every year.

    Args:
        areas: rows of columns.AREA; the geometry is not used here.
        years: target years; years after the figures are projections and marked.

    Returns:
        columns.HEADROOM, one row per series and year, series in order of appearance.
        netruimte_*_mw are P10, P50 and P90 of capacity minus load minus queue, NaN where
        it cannot be computed; with an unknown queue only netruimte_hoog_mw is filled.
        beperkend_* name the level (the area itself or one above it) that limits, and
        eerste_jaar the first year from the first of `years` up to 2050 in which neither
        operator nor arithmetic refuses.
    """
    ledger = open_ledger(areas.table, settings.reference_date.year, feedback)
    targets = np.asarray(sorted({int(year) for year in years}), dtype="int64")
    if not ledger.series or not len(targets):
        return pd.DataFrame({column.name: [] for column in HEADROOM})
    horizon = np.arange(targets[0], max(HORIZON, targets[-1]) + 1)
    ahead = _all_questions(ledger, horizon)
    feedback.check()
    bands = headroom_bands(ledger, ahead, NetDraws.of(rules, settings))
    first_years = _first_years(ledger, ahead, bands, horizon)
    asked = np.isin(ahead.year, targets)
    feedback.progress(0.5)
    table = _table(ledger, ahead.where(asked), bands[asked], targets)
    table["eerste_jaar"] = _whole(np.repeat(first_years, len(targets)))
    feedback.progress(1.0)
    return table


def _all_questions(ledger: Ledger, targets: np.ndarray) -> Outlook:
    """Every series in every target year, series by series."""
    published = ledger.columns["jaar"]
    rows = [
        one.start
        + np.maximum(np.searchsorted(published[one.start : one.stop], targets, side="right") - 1, 0)
        for one in ledger.series
    ]
    return look(ledger, np.concatenate(rows), np.tile(targets, len(rows)))


def _table(
    ledger: Ledger, outlook: Outlook, bands: np.ndarray, targets: np.ndarray
) -> pd.DataFrame:
    shape = (len(ledger.series), len(targets))
    limiting = _limiting(ledger, outlook, bands, shape).ravel()
    blind = work_without_mw(ledger, outlook)
    source = {name: values[outlook.row] for name, values in ledger.columns.items()}
    operators = [one.operator or one.name for one in ledger.series for _ in targets]
    values = {
        "jaar": outlook.year,
        "jaar_opgelost": _whole(outlook.solved),
        "netruimte_laag_mw": bands[:, 0],
        "netruimte_midden_mw": bands[:, 1],
        "netruimte_hoog_mw": bands[:, 2],
        "projectie": outlook.projected,
        "beperkend_niveau": source["niveau"][limiting],
        "beperkend_gebied": source["gebied_id"][limiting],
        "toelichting": headroom_texts(outlook, bands, blind, operators),
    }
    return pd.DataFrame(
        {column.name: values.get(column.name, source.get(column.name)) for column in HEADROOM}
    )


def _whole(years: np.ndarray) -> pd.Series:
    """Years as nullable integers."""
    return pd.Series(years).astype("Int64")


def _limiting(
    ledger: Ledger, outlook: Outlook, bands: np.ndarray, shape: tuple[int, int]
) -> np.ndarray:
    """Per series and year the flat position of the level that limits it.

    A level that the operator calls full comes first (the latest solution first), then the
    least headroom. A level without MW limits only where the operator calls it full.
    """
    blocked = outlook.blocked.reshape(shape)
    until = np.nan_to_num(outlook.solved, nan=np.inf).reshape(shape)
    room = np.nan_to_num(bands[:, 1], nan=np.inf).reshape(shape)
    badness = np.where(blocked, until, -1.0)
    columns = np.arange(shape[1])
    chosen = np.empty(shape, dtype="int64")
    for position, one in enumerate(ledger.series):
        chain = np.array((position, *one.parents))
        worst = np.lexsort((room[chain].T, -badness[chain].T), axis=-1)[:, 0]
        chosen[position] = chain[worst] * shape[1] + columns
    return chosen


def _first_years(
    ledger: Ledger, outlook: Outlook, bands: np.ndarray, targets: np.ndarray
) -> np.ndarray:
    """Per series the first target year in which nothing refuses; NaN when there is none.

    Room is a median above zero, or the operator's word that it is solved by then; at every
    level above, neither a report of shortage nor a median of zero or less may stand.
    """
    shape = (len(ledger.series), len(targets))
    room = bands[:, 1].reshape(shape)
    promised = outlook.solved_without_figures.reshape(shape)
    refused = outlook.blocked.reshape(shape) | (room <= 0)
    years = np.full(len(ledger.series), np.nan)
    for position, one in enumerate(ledger.series):
        own = (room[position] > 0) | promised[position]
        free = own & ~refused[[position, *one.parents]].any(axis=0)
        if free.any():
            years[position] = targets[free.argmax()]
    return years
