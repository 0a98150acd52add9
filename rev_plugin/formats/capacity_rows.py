"""What the readers of capacity figures share: parsing of cells and the rows they give."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Optional

import numpy as np
import pandas as pd

from rev_plugin.core.columns import AREA, POSTCODE_AREA
from rev_plugin.core.model import Column, Direction, GridLevel, NetStatus
from rev_plugin.core.numbers import dots_group, read_number

EMPTY = frozenset({"", "-", "–", "null", "none", "nan", "n.v.t.", "nvt", "onbekend"})
_UNIT = re.compile(r"\s*(?:([kmg])(?:w|va))?$", re.IGNORECASE)
_MEGA = {"k": 0.001, "m": 1.0, "g": 1000.0}
FINISHED = ("cancelled", "completed")  # phases of works that add nothing any more
_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
# What may stand around a year: a date, a quarter, a time; no words ("na 2035").
_AROUND = re.compile(r"(?:[\s\d./:+-]|[tz]|q(?=\d)|kwartaal)*", re.IGNORECASE)
# The codes that the capaciteitskaart's own services use; -1 is "not coloured yet".
STATUS_CODES = {
    "0": NetStatus.TRANSPARENT,
    "1": NetStatus.YELLOW,
    "2": NetStatus.ORANGE,
    "3": NetStatus.RED,
}
STATUS_WORDS = {
    "transparant": NetStatus.TRANSPARENT,
    "transparent": NetStatus.TRANSPARENT,
    "green": NetStatus.TRANSPARENT,  # before version 1.0
    "yellow": NetStatus.YELLOW,
    "geel": NetStatus.YELLOW,
    "amber": NetStatus.ORANGE,
    "orange": NetStatus.ORANGE,
    "oranje": NetStatus.ORANGE,
    "red": NetStatus.RED,
    "rood": NetStatus.RED,
}


@dataclass
class Reading:
    """Rows while a file is being read, and what there is to say about it."""

    source: str  # for the column `bron`
    areas: list[dict[str, object]] = field(default_factory=list)
    postcodes: list[dict[str, object]] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    dots_group: Optional[bool] = None  # see core.numbers

    def learn(self, cells: Iterable[object]) -> None:
        """See in all cells of a table whether dots stand between thousands."""
        texts = [_UNIT.sub("", cell.strip()) for cell in cells if isinstance(cell, str)]
        self.dots_group = dots_group(texts)

    def number(self, cell: object, place: str) -> float:
        """A power or a count; NaN for empty cells, and for bad ones with a line in the log."""
        try:
            value = parse_number(cell, self.dots_group)
        except ValueError as error:
            self.log.append(f"{place}: {error}. Telt als onbekend.")
            return math.nan
        if value < 0:
            self.log.append(f"{place}: {value:g} is negatief en telt als onbekend.")
            return math.nan
        return value

    def code(self, cell: object) -> Optional[str]:
        """The code of an area without loose spaces or slashes around it, with a line in the log."""
        text = clean(cell)
        code = " ".join((text or "").split()).strip("/ ")
        if text is not None and code != text:
            self.note(f'De code "{cell}" is gelezen als "{code}".')
        return code or None

    def note(self, line: str) -> None:
        """A line in the log, once."""
        if line not in self.log:
            self.log.append(line)

    def objects(self, value: object, place: str) -> list[dict]:
        """The objects in a list; what has another form is named and left out."""
        items = value if isinstance(value, list) else [] if value is None else [value]
        found = [item for item in items if isinstance(item, dict)]
        if len(found) < len(items):
            self.log.append(f"{place}: {len(items) - len(found)} onleesbare onderdelen.")
        return found

    def year(self, cell: object, place: str) -> Optional[int]:
        """The year of a year, date or quarter, or None; what holds no single year is logged."""
        text = clean(cell)
        if text is None:
            return None
        found = _YEAR.findall(text)
        if len(found) == 1 and _AROUND.fullmatch(_YEAR.sub("", text)):
            return int(found[0])
        self.log.append(f'{place}: "{text}" is geen jaar en telt als onbekend.')
        return None

    def status(self, cell: object, place: str) -> str:
        """A word of NetStatus from a code (-1 to 3) or a colour."""
        text = clean(cell)
        if text is None:
            return NetStatus.UNKNOWN.value
        word = STATUS_WORDS.get(text.casefold())
        if word is not None:
            return word.value
        code = text.removesuffix(".0")
        if code in STATUS_CODES:
            return STATUS_CODES[code].value
        if code != "-1":
            self.log.append(f'{place}: kleur "{text}" is onbekend.')
        return NetStatus.UNKNOWN.value

    def area(self, code: str, direction: Direction, **values: object) -> None:
        """Adds one row of AREA; what is not given is unknown."""
        row: dict[str, object] = {
            "gebied_id": code,
            "naam": code,
            "niveau": GridLevel.REGIONAL.value,
            "richting": direction.value,
            "status": NetStatus.UNKNOWN.value,
            "geschat": False,
            "bron": self.source,
        }
        self.areas.append({**row, **values})

    def frames(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """The rows as tables with exactly the columns of AREA and POSTCODE_AREA."""
        return (
            one_row_per_figure(frame(self.areas, AREA), self.log),
            frame(self.postcodes, POSTCODE_AREA),
        )


def clean(cell: object) -> Optional[str]:
    """The text of a cell without surrounding space; None when it says nothing."""
    if cell is None or cell is pd.NA or (isinstance(cell, float) and math.isnan(cell)):
        return None
    text = str(cell).strip()
    return None if text.casefold() in EMPTY else text


def parse_number(cell: object, dots_group: Optional[bool] = False) -> float:
    """ "44 MW", "57.4", "1.234,5 MW", "500 kW" (0.5) or a number; NaN for empty cells.

    Raises:
        ValueError: it is no finite number, or may be two (see core.numbers).
    """
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        if math.isinf(cell):
            raise ValueError(f'"{cell}" is geen eindig getal')
        return float(cell)
    text = clean(cell)
    if text is None:
        return math.nan
    unit = _UNIT.search(text)
    number = read_number(_UNIT.sub("", text), dots_group)
    return number * _MEGA[unit[1].lower()] if unit and unit[1] else number


def frame(rows: list[dict[str, object]], columns: tuple[Column, ...]) -> pd.DataFrame:
    """Rows as a table with these columns: text with None, numbers with NaN, whole years."""
    cells: dict[str, object] = {}
    for name, kind, _ in columns:
        values = np.array([row.get(name) for row in rows], dtype=object)
        if kind in ("float", "int"):
            numbers = np.asarray(pd.to_numeric(values), dtype=float)
            cells[name] = numbers if kind == "float" else pd.array(numbers.round(), dtype="Int64")
        elif kind == "bool":
            cells[name] = values.astype(bool)
        else:
            cells[name] = np.where(pd.isna(values), None, values)
    return pd.DataFrame(cells, copy=False)


def one_row_per_figure(table: pd.DataFrame, log: list[str]) -> pd.DataFrame:
    """One row per level, area, direction and year: several polygons may carry one area.

    Equal rows are one row. Where they differ the worst colour counts, figures that
    contradict each other count as unknown, and nothing is ever added up.
    """
    key = ["niveau", "gebied_id", "richting", "jaar"]
    double = table.duplicated(key, keep=False)
    if not double.any():
        return table
    numbers = [column.name for column in AREA if column.kind in ("float", "int")]
    numbers = [name for name in numbers if name != "jaar"]
    kept = table[~double]
    merged = []
    for _, rows in table[double].groupby(key, sort=False, dropna=False):
        one = rows.iloc[[0]].copy()
        unequal = [name for name in numbers if rows[name].dropna().nunique() > 1]
        for name in numbers:
            known = rows[name].dropna()
            one[name] = known.iloc[0] if len(known) and name not in unequal else np.nan
        one["status"] = max(rows["status"], key=lambda word: NetStatus(word).severity)
        if unequal:
            log.append(
                f"{rows['gebied_id'].iloc[0]} ({rows['richting'].iloc[0]}) staat er {len(rows)} "
                f"keer in met verschillende {', '.join(unequal)}: die tellen als onbekend."
            )
        merged.append(one)
    result = pd.concat([kept, *merged]).sort_index().reset_index(drop=True)
    return frame([{str(k): v for k, v in row.items()} for row in result.to_dict("records")], AREA)
