"""What the readers of capacity figures share: parsing of cells and the rows they give."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import Optional

import numpy as np
import pandas as pd

from rev_plugin.core.columns import AREA, POSTCODE_AREA
from rev_plugin.core.model import Column, Direction, GridLevel, NetStatus

EMPTY = frozenset({"", "-", "–", "null", "none", "nan", "n.v.t.", "nvt", "onbekend"})
_NUMBER = re.compile(r"^([+-]?\d+(?:[.,]\d+)?)\s*(?:mw|mva)?$", re.IGNORECASE)
FINISHED = ("cancelled", "completed")  # phases of works that add nothing any more
_YEAR = re.compile(r"^(?:19|20|21)\d\d$")
# The codes that the capaciteitskaart's own services use; -1 is "not coloured yet".
STATUS_CODES = {
    0: NetStatus.TRANSPARENT,
    1: NetStatus.YELLOW,
    2: NetStatus.ORANGE,
    3: NetStatus.RED,
}
STATUS_WORDS = {
    "transparant": NetStatus.TRANSPARENT,
    "transparent": NetStatus.TRANSPARENT,
    "yellow": NetStatus.YELLOW,
    "geel": NetStatus.YELLOW,
    "amber": NetStatus.ORANGE,
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

    def number(self, cell: object, place: str) -> float:
        """A power or a count; NaN for empty cells, and for bad ones with a line in the log."""
        value = parse_number(cell)
        if value is None:
            self.log.append(f'{place}: "{cell}" is geen getal en telt als onbekend.')
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
        """A year, or None; what is neither empty nor a year goes in the log."""
        text = clean(cell)
        if text is None:
            return None
        digits = text[:-2] if text.endswith(".0") else text
        if _YEAR.match(digits):
            return int(digits)
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
        code = parse_number(text)
        if code is not None and code in STATUS_CODES:
            return STATUS_CODES[int(code)].value
        if code != -1:
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


def parse_number(cell: object) -> Optional[float]:
    """ "44 MW", "57.4", "2,5 MW" or a number; NaN for empty cells, None for other text."""
    text = clean(cell)
    if text is None:
        return math.nan
    match = _NUMBER.match(text.replace("\u00a0", " "))
    return float(match[1].replace(",", ".")) if match else None


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
