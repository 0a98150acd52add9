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

    `table` has the columns of columns.AREA, without text in numbers; `works` one list of
    works per row; `series` in order of first appearance in the input.
    """

    table: pd.DataFrame
    works: tuple[tuple[Work, ...], ...]
    series: tuple[Series, ...]

    @cached_property
    def coming(self) -> list[list[tuple[int, Optional[float]]]]:
        """Per row the (year, MW or None) of its works after the year of the figures."""
        years = self.table["jaar"].tolist()
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

    @cached_property
    def columns(self) -> dict[str, np.ndarray]:
        """The table's columns as arrays."""
        return {str(name): self.table[name].to_numpy() for name in self.table.columns}

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
    table = _clean(areas, year, feedback)
    keys = ["|".join(key) for key in zip(table["niveau"], table["richting"], table["gebied_id"])]
    order = pd.factorize(np.array(keys, dtype=object))[0]
    table = table.assign(_series=order).sort_values(["_series", "jaar"], kind="stable")
    table = _one_row_per_year(table, feedback).reset_index(drop=True)
    codes = table.pop("_series").to_numpy()
    starts = np.flatnonzero(np.diff(codes, prepend=-1))
    stops = np.append(starts[1:], len(codes))
    works = tuple(tuple(read_works(text)) for text in table["werken"])
    return Ledger(table, works, _series(table, starts, stops, feedback))


def _clean(areas: pd.DataFrame, year: int, feedback: Feedback) -> pd.DataFrame:
    table = areas.reindex(columns=[column.name for column in AREA]).reset_index(drop=True)
    for name in ("gebied_id", "niveau", "richting"):
        table[name] = table[name].map(lambda value: str(value).strip() if _known(value) else "")
    _check_words(table, "richting", [d.value for d in Direction])
    table.loc[table["niveau"] == "", "niveau"] = GridLevel.REGIONAL.value
    _check_words(table, "niveau", [g.value for g in GridLevel])
    nameless = table["gebied_id"] == ""
    if nameless.any():
        feedback.warn(f"{int(nameless.sum())} rijen zonder gebied_id zijn niet gebruikt.")
        table = table[~nameless].reset_index(drop=True)
    for name in FIGURES:
        table[name] = _numbers(table, name, feedback)
    for name in ("jaar", "jaar_opgelost"):
        table[name] = _years(table, name, feedback)
    table["wachtrij_aantal"] = pd.to_numeric(table["wachtrij_aantal"], errors="coerce")
    undated = table["jaar"].isna()
    if undated.any():
        names = ", ".join(sorted(set(table.loc[undated, "gebied_id"]))[:5])
        feedback.warn(f"Zonder jaar van de cijfers, gelezen als {year}: {names}.")
    table["jaar"] = table["jaar"].fillna(year).astype("int64")
    table["status"] = _statuses(table, feedback)
    table["geschat"] = [bool(value) if _known(value) else False for value in table["geschat"]]
    return table


def _known(value: object) -> bool:
    return value is not None and value is not pd.NA and value == value and str(value).strip() != ""


def _check_words(table: pd.DataFrame, column: str, words: Sequence[str]) -> None:
    for row, value in enumerate(table[column], start=1):
        if value not in words:
            raise InputError(
                f'"{value}" is onbekend.',
                layer="voedingsgebieden",
                row=row,
                column=column,
                advice="Kies uit " + ", ".join(words) + ".",
            )


def _numbers(table: pd.DataFrame, name: str, feedback: Feedback) -> pd.Series:
    numbers = pd.to_numeric(table[name], errors="coerce").astype("float64")
    text = numbers.isna() & table[name].map(_known)
    bad = text | (numbers < 0) | ~np.isfinite(numbers.fillna(0))
    for area, value in zip(table.loc[bad, "gebied_id"], table.loc[bad, name]):
        feedback.warn(f'{area}: {name} "{value}" is geen MW en telt als onbekend.')
    return numbers.mask(bad)


def _years(table: pd.DataFrame, name: str, feedback: Feedback) -> pd.Series:
    years = pd.to_numeric(table[name], errors="coerce").astype("float64")
    bad = table[name].map(_known) & ~years.between(FIRST_YEAR, LAST_YEAR)
    for area, value in zip(table.loc[bad, "gebied_id"], table.loc[bad, name]):
        feedback.warn(f'{area}: {name} "{value}" is geen jaar en telt als onbekend.')
    return years.mask(bad)


def _statuses(table: pd.DataFrame, feedback: Feedback) -> list[str]:
    """Words of NetStatus, however they were capitalised; other words are named."""
    known = {status.value for status in NetStatus}
    words = [_text(value).casefold() for value in table["status"]]
    for area, word in zip(table["gebied_id"], words):
        if word and word not in known:
            feedback.warn(f'{area}: status "{word}" is onbekend.')
    return [word if word in known else NetStatus.UNKNOWN.value for word in words]


def _one_row_per_year(table: pd.DataFrame, feedback: Feedback) -> pd.DataFrame:
    """One row per series and year; rows that contradict each other lose their figures."""
    double = table.duplicated(["_series", "jaar"], keep=False)
    if not double.any():
        return table
    merged = []
    for (_, year), rows in table[double].groupby(["_series", "jaar"], sort=False):
        first = rows.iloc[[0]].copy()
        unequal = [name for name in FIGURES if rows[name].nunique(dropna=False) > 1]
        if unequal:
            feedback.warn(
                f"{rows['gebied_id'].iloc[0]} staat er {len(rows)} keer in voor {year}, met "
                f"verschillende {', '.join(unequal)}: die tellen als onbekend."
            )
            first[unequal] = np.nan
        first["status"] = max(rows["status"], key=lambda word: NetStatus(word).severity)
        first["jaar_opgelost"] = rows["jaar_opgelost"].max()
        merged.append(first)
    result = pd.concat([table[~double], *merged])
    return result.sort_values(["_series", "jaar"], kind="stable")


def _series(
    table: pd.DataFrame, starts: np.ndarray, stops: np.ndarray, feedback: Feedback
) -> tuple[Series, ...]:
    first = table.iloc[starts]
    areas, directions = first["gebied_id"].tolist(), first["richting"].tolist()
    levels, names = first["niveau"].tolist(), first["naam"].tolist()
    operators, parents = first["netbeheerder"].tolist(), table["bovenliggend"].tolist()
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
