"""The published figures, checked and put in order: one series per area and direction.

A series has one row of figures per year in which they were published. Its parents are the
series of the levels above it (TenneT, congestion areas), in the same direction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Optional

import numpy as np
import pandas as pd

from rev_plugin.core.columns import AREA
from rev_plugin.core.grid.works import Work, read_works
from rev_plugin.core.model import Direction, Feedback, GridLevel, InputError, NetStatus

PARENT_SEPARATOR = "|"
FIRST_YEAR, LAST_YEAR = 1900, 2200  # what can be the year of figures or of a solution
SHORT = (NetStatus.ORANGE.value, NetStatus.RED.value)  # the operator has no room
FIGURES = ("capaciteit_mw", "benodigd_mw", "wachtrij_mw", "belasting_lopend_jaar_mw")


@dataclass(frozen=True)
class Series:
    """One area in one direction: where its rows are and which series stand above it."""

    area: str
    name: str
    operator: str
    level: str
    direction: str
    start: int
    stop: int
    parents: tuple[int, ...]  # all levels above it, nearest first
    missing_parents: tuple[str, ...]


@dataclass(frozen=True)
class Ledger:
    """All series with their rows of figures, sorted by series and year.

    `columns` are those of columns.AREA as arrays, years and MW as numbers; `works` one list
    of works per row; `series` in order of first appearance in the input.
    """

    columns: dict[str, np.ndarray]
    works: tuple[tuple[Work, ...], ...]
    series: tuple[Series, ...]

    @cached_property
    def coming(self) -> list[list[tuple[int, Optional[float]]]]:
        """Per row the (year, MW or None) of its works after the year of the figures."""
        years = self.columns["jaar"].tolist()
        return [
            [(work.year, work.mw) for work in works if work.year is not None and work.year > year]
            for works, year in zip(self.works, years)
        ]

    @cached_property
    def first_blind_year(self) -> np.ndarray:
        """Per row the year of its first work of unknown MW; infinite when there is none."""
        years = [min((y for y, mw in works if mw is None), default=np.inf) for works in self.coming]
        return np.array(years, dtype=float)

    @cached_property
    def extensions(self) -> np.ndarray:
        """Per row the first and last year of its works with MW (infinite without), and the MW."""
        rows = []
        for works in self.coming:
            known = [(year, mw) for year, mw in works if mw is not None]
            years = [year for year, _ in known] or [np.inf]
            rows.append((min(years), max(years), sum(mw for _, mw in known)))
        return np.array(rows, dtype=float).reshape(-1, 3)

    def row_of(self, series: Series, year: int) -> int:
        """The row that holds for a year: the latest up to it, else the earliest."""
        years = self.columns["jaar"][series.start : series.stop]
        return series.start + max(0, int(np.searchsorted(years, year, side="right")) - 1)

    @cached_property
    def _positions(self) -> dict[tuple[str, str, str], int]:
        return {(one.area, one.direction, one.level): at for at, one in enumerate(self.series)}

    def find(self, area: str, direction: str, level: str) -> Optional[int]:
        """The position of a series, or None."""
        return self._positions.get((area, direction, level))


def open_ledger(areas: pd.DataFrame, year: int, feedback: Feedback) -> Ledger:
    """Checks the rows of `voedingsgebieden` and sorts them into series.

    Args:
        areas: columns of columns.AREA (missing ones count as unknown).
        year: year of figures that do not say theirs.

    Bad figures (negative or text) become unknown with a warning that names the area; rows
    that say two things about the same area, direction and year lose their figures.
    """
    cells = _clean(areas, year, feedback)
    keys = list(zip(cells["niveau"], cells["richting"], cells["gebied_id"]))
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    series = np.array([numbers[key] for key in keys], dtype=np.int64)
    order = np.lexsort((cells["jaar"], series))
    series, cells = series[order], _rows(cells, order)
    kept = _one_row_per_year(cells, series, feedback)
    series, cells = series[kept], _rows(cells, kept)
    starts = np.flatnonzero(np.diff(series, prepend=-1))
    stops = np.append(starts[1:], len(series))
    works = tuple(tuple(read_works(text)) for text in cells["werken"])
    return Ledger(cells, works, _series(cells, starts, stops, feedback))


def _rows(cells: dict[str, np.ndarray], rows: np.ndarray) -> dict[str, np.ndarray]:
    return {name: values[rows] for name, values in cells.items()}


def _clean(areas: pd.DataFrame, year: int, feedback: Feedback) -> dict[str, np.ndarray]:
    empty = np.full(len(areas), None)
    names = [column.name for column in AREA]
    cells = {name: areas[name].to_numpy(object) if name in areas else empty for name in names}
    for name in ("gebied_id", "niveau", "richting"):
        cells[name] = np.array([_text(value) for value in cells[name]], dtype=object)
    _check_words(cells["richting"], "richting", [d.value for d in Direction])
    cells["niveau"][cells["niveau"] == ""] = GridLevel.REGIONAL.value
    _check_words(cells["niveau"], "niveau", [g.value for g in GridLevel])
    nameless = cells["gebied_id"] == ""
    if nameless.any():
        feedback.warn(f"{int(nameless.sum())} rijen zonder gebied_id zijn niet gebruikt.")
        cells = _rows(cells, ~nameless)
    for name in FIGURES:
        cells[name] = _numbers(cells, name, (0.0, np.finfo(float).max), "MW", feedback)
    for name in ("jaar", "jaar_opgelost"):
        cells[name] = _numbers(cells, name, (FIRST_YEAR, LAST_YEAR), "jaar", feedback)
    undated = np.isnan(cells["jaar"])
    if undated.any():
        named = ", ".join(sorted(set(cells["gebied_id"][undated]))[:5])
        feedback.warn(f"Zonder jaar van de cijfers, gelezen als {year}: {named}.")
    cells["jaar"] = np.where(undated, year, cells["jaar"]).astype(np.int64)
    cells["status"] = _statuses(cells, feedback)
    _drop_past_solutions(cells, feedback)
    cells["geschat"] = np.array([_known(value) and bool(value) for value in cells["geschat"]], bool)
    return cells


def _known(value: object) -> bool:
    return value is not None and value is not pd.NA and value == value and str(value).strip() != ""


def _check_words(values: np.ndarray, column: str, words: Sequence[str]) -> None:
    for row, value in enumerate(values, start=1):
        if value not in words:
            raise InputError(
                f'"{value}" is onbekend.' if value else "de kolom ontbreekt of is hier leeg.",
                layer="voedingsgebieden",
                row=row,
                column=column,
                advice=f"Kies uit {', '.join(words)}; Netcapaciteit inlezen maakt deze laag.",
            )


def _numbers(
    cells: dict[str, np.ndarray],
    name: str,
    within: tuple[float, float],
    unit: str,
    feedback: Feedback,
) -> np.ndarray:
    """A column as float64, NaN where it is empty; what is no such number is named."""
    numbers = pd.to_numeric(cells[name], errors="coerce").astype(float)
    right = (numbers >= within[0]) & (numbers <= within[1])
    bad = [row for row in np.flatnonzero(~right) if _known(cells[name][row])]
    for row in bad:
        area, value = cells["gebied_id"][row], cells[name][row]
        feedback.warn(f'{area}: {name} "{value}" is geen {unit} en telt als onbekend.')
    numbers[bad] = np.nan
    return numbers


def _statuses(cells: dict[str, np.ndarray], feedback: Feedback) -> np.ndarray:
    """Words of NetStatus, however they were capitalised; other words are named."""
    known = {status.value for status in NetStatus}
    words = [_text(value).casefold() for value in cells["status"]]
    for area, word in zip(cells["gebied_id"], words):
        if word and word not in known:
            feedback.warn(f'{area}: status "{word}" is onbekend.')
    right = [word if word in known else NetStatus.UNKNOWN.value for word in words]
    return np.array(right, dtype=object)


def _drop_past_solutions(cells: dict[str, np.ndarray], feedback: Feedback) -> None:
    """What is red in the year of the figures was not solved before it: that year is unknown."""
    past = np.isin(cells["status"], SHORT) & (cells["jaar_opgelost"] < cells["jaar"])
    for row in np.flatnonzero(past):
        feedback.warn(
            f"{cells['gebied_id'][row]}: {cells['status'][row]} in {cells['jaar'][row]} en toch "
            f"opgelost in {cells['jaar_opgelost'][row]:.0f}; dat jaar telt als onbekend."
        )
    cells["jaar_opgelost"] = np.where(past, np.nan, cells["jaar_opgelost"])


def _one_row_per_year(
    cells: dict[str, np.ndarray], series: np.ndarray, feedback: Feedback
) -> np.ndarray:
    """The first row of every series and year (mask), with what its doubles say merged in.

    Rows that contradict each other lose their figures.
    """
    first = (np.diff(series, prepend=-1) != 0) | (np.diff(cells["jaar"], prepend=-1) != 0)
    starts = np.flatnonzero(first)
    for start, stop in zip(starts, np.append(starts[1:], len(first))):
        if stop - start == 1:
            continue
        rows = slice(start, stop)
        unequal = [name for name in FIGURES if len(pd.unique(cells[name][rows])) > 1]
        if unequal:
            feedback.warn(
                f"{cells['gebied_id'][start]} staat er {stop - start} keer in voor "
                f"{cells['jaar'][start]}, met verschillende {', '.join(unequal)}: "
                "die tellen als onbekend."
            )
        for name in unequal:
            cells[name][start] = np.nan
        worst = max(cells["status"][rows], key=lambda word: NetStatus(word).severity)
        cells["status"][start] = worst
        cells["jaar_opgelost"][start] = np.fmax.reduce(cells["jaar_opgelost"][rows])
    return first


def _series(
    cells: dict[str, np.ndarray], starts: np.ndarray, stops: np.ndarray, feedback: Feedback
) -> tuple[Series, ...]:
    areas, directions, levels, names, operators = (
        cells[name][starts].tolist()
        for name in ("gebied_id", "richting", "niveau", "naam", "netbeheerder")
    )
    parents = cells["bovenliggend"].tolist()
    upper = GridLevel.TENNET.value
    above = {(a, d): i for i, (a, d, n) in enumerate(zip(areas, directions, levels)) if n == upper}
    named = [_parent_names(parents[a:b]) for a, b in zip(starts, stops)]
    result = []
    for i, direction in enumerate(directions):
        found, missing = _ancestors(i, direction, named, above, areas, feedback)
        result.append(
            Series(
                areas[i],
                _text(names[i]) or areas[i],
                _text(operators[i]),
                levels[i],
                direction,
                int(starts[i]),
                int(stops[i]),
                found,
                missing,
            )
        )
    lost = sorted({name for one in result for name in one.missing_parents})
    if lost:
        feedback.warn(f"Bovenliggende gebieden zonder cijfers: {', '.join(lost[:10])}.")
    return tuple(result)


def _text(value: object) -> str:
    return str(value).strip() if _known(value) else ""


def _parent_names(cells: list[object]) -> list[str]:
    names = (part.strip() for cell in cells for part in _text(cell).split(PARENT_SEPARATOR))
    return list(dict.fromkeys(name for name in names if name))


def _ancestors(
    start: int,
    direction: str,
    named: list[list[str]],
    above: dict[tuple[str, str], int],
    areas: list[str],
    feedback: Feedback,
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """All series above one, breadth first; a circle of parents is cut and named."""
    found: list[int] = []
    missing: list[str] = []
    queue = list(named[start])
    while queue:
        name = queue.pop(0)
        position = above.get((name, direction))
        if position is None:
            missing.append(name)
        elif position == start:
            feedback.warn(f"{areas[start]} staat boven zichzelf; die verwijzing telt niet.")
        elif position not in found:
            found.append(position)
            queue.extend(named[position])
    return tuple(found), tuple(dict.fromkeys(missing))
