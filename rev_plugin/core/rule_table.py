"""Rows from the text of a rule table, as a spreadsheet saves it.

Excel and LibreOffice in Dutch put `;` between cells, write decimal commas and dates as
31-1-2026, add a byte-order mark and leave empty lines at the end: all that is read. What
could mean two things (1/2/2026) or lost its letters is an error that says what to do.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Callable, TypeVar, Union, get_args, get_origin, get_type_hints

from rev_plugin.core.model import InputError
from rev_plugin.core.rule_rows import Row

LIST_SEPARATOR = "|"
_DELIMITERS = ",;\t"
_DAY_FIRST = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")

R = TypeVar("R", bound=Row)
Reader = Callable[[str], object]


def read_text(path: Path) -> str:
    """The text of a table. UTF-8 only: other codes lose ≥, √ and ², which the tables use.

    Raises:
        InputError: unreadable, or not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(
            f"De regeltabel is niet te lezen ({error.strerror}).", file=str(path)
        ) from error
    except UnicodeDecodeError as error:
        raise InputError(
            "De regeltabel is geen UTF-8.",
            file=str(path),
            advice="Bewaar hem in het rekenblad als 'CSV UTF-8'.",
        ) from error


def read_table(text: str, row_type: type[R], file: str) -> list[R]:
    """The checked rows of one CSV text (`|` within a list).

    An id may stand there once, or once per municipality.

    Raises:
        InputError: naming file, row and column.
    """
    head = text.split("\n", 1)[0]
    reader = csv.DictReader(
        io.StringIO(text), delimiter=max(_DELIMITERS, key=head.count), strict=True
    )
    readers = _cell_readers(row_type)
    rows: list[R] = []
    try:
        reader.fieldnames = [name.strip() for name in reader.fieldnames or []]
        _check_head(reader.fieldnames, readers, file)
        for number, cells in enumerate(reader, start=2):
            if not any(map(_filled, cells.values())):
                continue
            row = _read_row(cells, row_type, readers, file, number)
            _check_once(row, rows, file, number)
            rows.append(row)
    except csv.Error as error:
        raise InputError(f"geen geldige CSV ({error}).", file=file, row=reader.line_num) from error
    return rows


def _filled(cell: object) -> bool:
    """Whether there is anything in a cell, or in the list of cells past the last column."""
    return any(map(_filled, cell)) if isinstance(cell, list) else bool(str(cell or "").strip())


def _check_head(columns: Sequence[str], readers: dict[str, Reader], file: str) -> None:
    for problem, names, advice in (
        ("een kolom heeft geen naam.", [c for c in columns if not c], "Verwijder lege kolommen."),
        ("onbekende kolom {}.", [c for c in columns if c not in readers], ""),
        ("ontbrekende kolom {}.", [c for c in readers if c not in columns], ""),
        ("kolom {} staat er twee keer.", [c for c in columns if columns.count(c) > 1], ""),
    ):
        if names:
            listed = ", ".join(dict.fromkeys(names))
            raise InputError(
                problem.format(listed), file=file, row=1, column=names[0], advice=advice
            )


def _check_once(row: Row, rows: Sequence[Row], file: str, number: int) -> None:
    places = set(getattr(row, "gemeenten", ()))
    for other in rows:
        elsewhere = set(getattr(other, "gemeenten", ()))
        if other.id == row.id and (places == elsewhere or places & elsewhere):
            raise InputError(
                f'id "{row.id}" staat er twee keer.', file=file, row=number, column="id"
            )


def _read_row(
    cells: dict[str, str], row_type: type[R], readers: dict[str, Reader], file: str, number: int
) -> R:
    values: dict[str, object] = {}
    if None in cells or None in cells.values():
        raise InputError("het aantal cellen klopt niet met de kop.", file=file, row=number)
    for column, read in readers.items():
        cell = cells[column].strip()
        try:
            values[column] = read(cell)
        except ValueError as error:
            raise InputError(
                f'"{cell}" past niet: {error}.', file=file, row=number, column=column
            ) from error
    for column in ("id", "source"):
        if not values[column]:
            raise InputError("deze cel mag niet leeg zijn.", file=file, row=number, column=column)
    try:
        return row_type(**values)  # type: ignore[arg-type]
    except ValueError as error:
        raise InputError(f"{error}.", file=file, row=number) from error


def _cell_readers(row_type: type[Row]) -> dict[str, Reader]:
    hints = get_type_hints(row_type)
    return {item.name: _cell_reader(hints[item.name]) for item in fields(row_type)}


def _cell_reader(annotation: object) -> Reader:
    """How a cell becomes a value, from the annotation of its field."""
    if get_origin(annotation) is Union:
        inner = _cell_reader(next(a for a in get_args(annotation) if a is not type(None)))
        return lambda cell: inner(cell) if cell else None
    if get_origin(annotation) is tuple:
        return lambda cell: tuple(p.strip() for p in cell.split(LIST_SEPARATOR) if p.strip())
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return lambda cell: _read_choice(cell, annotation)
    readers: dict[object, Reader] = {
        str: str,
        int: _read_int,
        float: _read_float,
        bool: _read_bool,
        date: _read_date,
    }
    return readers[annotation]


def _read_choice(cell: str, choices: type[Enum]) -> Enum:
    for choice in choices:
        if str(choice.value).casefold() == cell.casefold():
            return choice
    raise ValueError("kies uit " + ", ".join(str(c.value) for c in choices))


def _read_int(cell: str) -> int:
    try:
        return int(cell)
    except ValueError:
        raise ValueError("geen geheel getal") from None


def _read_float(cell: str) -> float:
    try:
        number = float(cell.replace(",", "."))
    except ValueError:
        raise ValueError("geen getal") from None
    if number != number or abs(number) == float("inf"):
        raise ValueError("geen eindig getal")
    return number


def _read_bool(cell: str) -> bool:
    if cell.casefold() not in ("ja", "nee"):
        raise ValueError("kies uit ja, nee")
    return cell.casefold() == "ja"


def _read_date(cell: str) -> date:
    day_first = _DAY_FIRST.fullmatch(cell)
    try:
        if day_first:
            day, month, year = map(int, day_first.groups())
            return date(year, month, day)
        return date.fromisoformat(cell)
    except ValueError:
        raise ValueError("geen datum als 2026-01-31 of 31-1-2026") from None
