"""Data frames as the column contracts want them, whatever the source gave."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from typing import Optional

import numpy as np
import pandas as pd

from rev_plugin.core.model import Column, InputError
from rev_plugin.core.numbers import read_number

SHAPEFILE_NAME = 10  # characters that a shapefile keeps of a column's name
_THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}")  # in English; in Dutch three decimals
_TRUE = frozenset({"1", "ja", "j", "true", "waar", "yes"})
_FALSE = frozenset({"0", "nee", "n", "false", "onwaar", "no"})


def is_missing(value: object) -> bool:
    """Whether a cell holds nothing: None, NaN, NaT, pd.NA or blank text."""
    if value is None or value is pd.NA or value is pd.NaT:
        return True
    if isinstance(value, str):
        return not value.strip()
    return isinstance(value, (float, np.floating)) and math.isnan(value)


def as_text(value: object) -> Optional[str]:
    """Trimmed text, or None; 5.0 from a spreadsheet reads "5"."""
    if is_missing(value):
        return None
    if isinstance(value, (float, np.floating)) and float(value).is_integer():
        return str(int(value))
    return str(value).strip()


def as_number(value: object) -> float:
    """A finite number, or NaN for a missing cell; text as core.numbers reads it.

    Raises:
        ValueError: when it is no finite number; the message says what stands there.
    """
    if is_missing(value) and not _is_nan(value):
        return math.nan
    if isinstance(value, (bool, np.bool_)):
        raise ValueError(f'"{"ja" if value else "nee"}" is geen getal')
    number = read_number(value) if isinstance(value, str) else float(str(value))
    if not math.isfinite(number):
        raise ValueError(f'"{value}" is geen eindig getal')
    return number


def _is_nan(value: object) -> bool:
    return isinstance(value, (float, np.floating)) and math.isnan(value)


def as_count(value: object) -> float:
    """How many, as a finite number, or NaN for a missing cell.

    Raises:
        ValueError: a fraction, or text that English may write for a thousand times as many.
    """
    number, bare = as_number(value), str(value).strip()
    if isinstance(value, str) and _THOUSANDS.fullmatch(bare):
        whole, decimal = bare.replace(",", ""), f"{number:g}".replace(".", ",")
        raise ValueError(f'"{bare}" kan {whole} of {decimal} zijn; schrijf het zonder komma')
    if not math.isnan(number) and not number.is_integer():
        raise ValueError(f'"{bare}" is geen heel aantal; schrijf het zonder punt of komma')
    return number


def as_whole(value: object) -> Optional[int]:
    """A whole number, or None for a missing cell.

    Raises:
        ValueError: when it is no whole number.
    """
    number = as_number(value)
    if math.isnan(number):
        return None
    if not number.is_integer():
        raise ValueError(f'"{value}" is geen geheel getal')
    return int(number)


def as_bool(value: object) -> Optional[bool]:
    """True, False, or None for a missing cell.

    Raises:
        ValueError: when it is neither yes nor no.
    """
    if is_missing(value):
        return None
    word = (as_text(value) or "").casefold()
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    raise ValueError(f'"{value}" is geen ja of nee')


def spelled(names: Iterable[object], columns: Sequence[Column]) -> dict[str, object]:
    """Per column of a contract its name in a layer: whatever its capitals and outer spaces,
    and cut to 10 characters as in a shapefile; columns that the layer lacks are left out.
    """
    present = {str(name).strip().casefold(): name for name in reversed(list(names))}
    own = [column.name for column in columns]
    cuts = [name[:SHAPEFILE_NAME] for name in own]
    found = {name: present[name] for name in own if name in present}
    for name, cut in zip(own, cuts):
        if name not in found and cut in present and cut not in own and cuts.count(cut) == 1:
            found[name] = present[cut]
    return found


def conform(
    table: pd.DataFrame, columns: Sequence[Column], *, layer: str = "", file: str = ""
) -> pd.DataFrame:
    """Exactly the columns of a contract, in order and of their kind.

    Names match as `spelled` says; absent columns are filled with missing values.
    text: object with None; float: float64 with NaN; int: Int64 with NA; bool: object
    with True, False or None. A NaN that the source stored as a number counts as missing.

    Raises:
        InputError: naming row and column of a cell that does not fit its kind.
    """
    present = spelled(table.columns, columns)
    data = {}
    for column in columns:
        name = present.get(column.name)
        values = list(table[name]) if name is not None else [None] * len(table)
        data[column.name] = _typed(values, column, layer, file)
    return pd.DataFrame(data, index=pd.RangeIndex(len(table)))


def _typed(values: list, column: Column, layer: str, file: str) -> pd.Series:
    cells = [_cell(value, row, column, layer, file) for row, value in enumerate(values, start=1)]
    if column.kind == "float":
        return pd.Series(cells, dtype="float64")
    if column.kind == "int":
        return pd.Series([pd.NA if cell is None else cell for cell in cells], dtype="Int64")
    return pd.Series(cells, dtype="object")


def _cell(value: object, row: int, column: Column, layer: str, file: str) -> object:
    read = {"text": as_text, "float": as_number, "int": as_whole, "bool": as_bool}[column.kind]
    try:
        return None if is_missing(value) else read(value)
    except ValueError as error:
        raise InputError(
            f"{error}.", file=file, layer=layer, row=row, column=column.name
        ) from error
