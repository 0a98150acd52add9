"""Reads and checks the rule tables (resources/rules/*.csv).

Domain experts edit these tables in a spreadsheet, so every error names file, row and
column. A user's own folder overrides rows by id; a whole table need not be repeated.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import (
    Callable,
    Optional,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from rev_plugin.core.model import InputError, SourceStatus, Weight
from rev_plugin.core.required import check_distance
from rev_plugin.core.rule_rows import (
    ROW_TYPES,
    ActionRule,
    Activity,
    ConstraintRule,
    KeyFigure,
    PlanFitRule,
    Regime,
    Relation,
    Row,
    Source,
    ThemeRow,
)

RULES_FOLDER = Path(__file__).parents[1] / "resources" / "rules"
LIST_SEPARATOR = "|"

R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Rules:
    """All rule tables, checked; `version` is a hash of their text."""

    tables: dict[str, dict[str, Row]]
    version: str

    def rows(self, row_type: type[R]) -> list[R]:
        """All rows of one table, in the order of the file."""
        return [row for row in self.tables[row_type.TABLE].values() if isinstance(row, row_type)]

    def _row(self, row_type: type[R], row_id: str) -> R:
        row = self.tables[row_type.TABLE].get(row_id)
        if not isinstance(row, row_type):
            known = ", ".join(self.tables[row_type.TABLE])
            raise InputError(
                f'"{row_id}" staat niet in de tabel {row_type.TABLE}.', advice=f"Bekend: {known}."
            )
        return row

    def activity(self, activity_id: str) -> Activity:
        """The activity with this id; InputError that lists the known ones otherwise."""
        return self._row(Activity, activity_id)

    def theme(self, theme_id: str) -> ThemeRow:
        return self._row(ThemeRow, theme_id)

    def key_figure(self, figure_id: str) -> KeyFigure:
        return self._row(KeyFigure, figure_id)

    def citation(self, row: Row) -> str:
        """Title, publisher and place of a row's source, for the column `bron`."""
        source = self._row(Source, row.source)
        return ", ".join(
            part for part in (source.titel, source.uitgever, row.source_detail) if part
        )

    def for_activity(self, row_type: type[R], activity_id: str) -> list[R]:
        """The rows of a table whose `activiteiten` cover the activity."""
        activity = self.activity(activity_id)
        return [
            row for row in self.rows(row_type) if covers(getattr(row, "activiteiten", ()), activity)
        ]


def covers(selectors: Iterable[str], activity: Activity) -> bool:
    """Whether selectors (ids, "groep:…", "gevoelig", "*") cover an activity."""
    names = {"*", activity.id, f"groep:{activity.groep}"}
    if activity.gevoelig:
        names.add("gevoelig")
    return not names.isdisjoint(selectors)


def load_rules(own_folder: Optional[Path] = None, municipality: str = "") -> Rules:
    """The shipped tables, with the rows of the user's own folder over them.

    A row of the own folder replaces the shipped row with the same id (or adds one). Rows
    that name `gemeenten` count only for those municipalities, by code or name.

    Raises:
        InputError: naming file, row and column.
    """
    folders = [RULES_FOLDER] + ([own_folder] if own_folder else [])
    stamp = tuple(
        (str(path), path.stat().st_mtime_ns)
        for folder in folders
        for path in sorted(folder.glob("*.csv"))
    )
    return _load(RULES_FOLDER, own_folder, municipality, stamp)


@lru_cache(maxsize=8)
def _load(shipped: Path, own: Optional[Path], municipality: str, _stamp: tuple) -> Rules:
    texts = {t.TABLE: _text(shipped / f"{t.TABLE}.csv") for t in ROW_TYPES}
    tables: dict[str, dict[str, Row]] = {
        row_type.TABLE: {
            row.id: row
            for row in read_table(texts[row_type.TABLE], row_type, f"{row_type.TABLE}.csv")
        }
        for row_type in ROW_TYPES
    }
    digest = hashlib.sha256("".join(texts.values()).encode())
    if own is not None:
        for row_type, path, text in _own_tables(own):
            digest.update(text.encode())
            rows = read_table(text, row_type, str(path))
            if row_type is ConstraintRule:
                _check_overrides(rows, tables[row_type.TABLE], str(path))
            tables[row_type.TABLE].update(
                {row.id: row for row in rows if _applies(row, municipality)}
            )
    _check_references(tables)
    return Rules(tables, digest.hexdigest()[:12])


def _text(path: Path) -> str:
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


def _own_tables(folder: Path) -> list[tuple[type[Row], Path, str]]:
    known = {t.TABLE: t for t in ROW_TYPES}
    found = []
    for path in sorted(folder.glob("*.csv")):
        if path.stem not in known:
            raise InputError(
                "Dit is geen regeltabel van REV.",
                file=str(path),
                advice=f"Bekend: {', '.join(known)}.",
            )
        found.append((known[path.stem], path, _text(path)))
    return found


def _applies(row: Row, municipality: str) -> bool:
    places = getattr(row, "gemeenten", ())
    return not places or municipality.casefold() in {place.casefold() for place in places}


def _check_overrides(rows: list[Row], shipped: dict[str, Row], file: str) -> None:
    for row in rows:
        if row.id not in shipped and not row.id.startswith("eigen_"):
            raise InputError(
                f'de regel "{row.id}" bestaat niet.',
                file=file,
                row=row.id,
                column="id",
                advice='Gebruik een bestaande id, of begin een eigen regel met "eigen_".',
            )


def read_table(text: str, row_type: type[R], file: str) -> list[R]:
    """The checked rows of one CSV text (`,` or `;` between cells, `|` within a list)."""
    delimiter = (
        ";" if text.split("\n", 1)[0].count(";") > text.split("\n", 1)[0].count(",") else ","
    )
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter, strict=True)
    readers = _cell_readers(row_type)
    columns = [name.strip() for name in reader.fieldnames or []]
    for problem, names in (
        ("onbekende kolom", [c for c in columns if c not in readers]),
        ("ontbrekende kolom", [c for c in readers if c not in columns]),
    ):
        if names:
            raise InputError(f"{problem} {', '.join(names)}.", file=file, column=names[0])
    rows: dict[str, R] = {}
    try:
        for number, cells in enumerate(reader, start=2):
            row = _read_row(cells, row_type, readers, file, number)
            if row.id in rows:
                raise InputError(
                    f'id "{row.id}" staat er twee keer.', file=file, row=number, column="id"
                )
            rows[row.id] = row
    except csv.Error as error:
        raise InputError(f"geen geldige CSV ({error}).", file=file, row=reader.line_num) from error
    return list(rows.values())


def _read_row(
    cells: dict[str, str],
    row_type: type[R],
    readers: dict[str, Callable[[str], object]],
    file: str,
    number: int,
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
    return row_type(**values)  # type: ignore[arg-type]


def _cell_readers(row_type: type[Row]) -> dict[str, Callable[[str], object]]:
    hints = get_type_hints(row_type)
    return {item.name: _cell_reader(hints[item.name]) for item in fields(row_type)}


def _cell_reader(annotation: object) -> Callable[[str], object]:
    """How a cell becomes a value, from the annotation of its field."""
    if get_origin(annotation) is Union:
        inner = _cell_reader(next(a for a in get_args(annotation) if a is not type(None)))
        return lambda cell: inner(cell) if cell else None
    if get_origin(annotation) is tuple:
        return lambda cell: tuple(p.strip() for p in cell.split(LIST_SEPARATOR) if p.strip())
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return lambda cell: _read_choice(cell, annotation)
    readers: dict[object, Callable[[str], object]] = {
        str: str,
        int: _read_int,
        float: _read_float,
        bool: _read_bool,
        date: _read_date,
    }
    return readers[annotation]


def _read_choice(cell: str, choices: type[Enum]) -> Enum:
    try:
        return choices(cell)
    except ValueError:
        raise ValueError("kies uit " + ", ".join(str(c.value) for c in choices)) from None


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
    if cell not in ("ja", "nee"):
        raise ValueError("kies uit ja, nee")
    return cell == "ja"


def _read_date(cell: str) -> date:
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise ValueError("geen datum als 2026-01-31") from None


def _check_references(tables: dict[str, dict[str, Row]]) -> None:
    """Sources, activities and themes that rows name exist; weights follow the status."""
    activities = [row for row in tables["activities"].values() if isinstance(row, Activity)]
    selectors = (
        {"*", "gevoelig"} | {a.id for a in activities} | {f"groep:{a.groep}" for a in activities}
    )
    for table, rows in tables.items():
        for row in rows.values():
            place = {"file": f"{table}.csv", "row": row.id}
            if row.source not in tables["sources"]:
                raise InputError(
                    f'bron "{row.source}" staat niet in sources.csv.', column="source", **place
                )
            unknown = [a for a in getattr(row, "activiteiten", ()) if a not in selectors]
            if unknown:
                raise InputError(
                    f'onbekende activiteit "{unknown[0]}".', column="activiteiten", **place
                )
            _check_weight(row, place)
            if isinstance(row, ConstraintRule):
                _check_constraint(row, tables, place)


def _check_weight(row: Row, place: dict) -> None:
    """A constraint, in whichever table, weighs no more than its source can bear."""
    weight = getattr(row, "zwaarte", None)
    if row.bron_status is SourceStatus.TO_VERIFY and weight not in (None, Weight.ATTENTION):
        raise InputError(
            "een regel die nog te verifiëren is, weegt niet meer dan aandacht.",
            column="zwaarte",
            **place,
        )


def _check_constraint(row: ConstraintRule, tables: dict[str, dict[str, Row]], place: dict) -> None:
    if row.relatie is not Relation.NEVER and row.thema not in tables["themes"]:
        raise InputError(f'onbekend thema "{row.thema}".', column="thema", **place)
    if row.relatie is Relation.DISTANCE:
        try:
            check_distance(row.afstand)
        except ValueError as error:
            raise InputError(
                f'"{row.afstand}" past niet: {error}.', column="afstand", **place
            ) from error


def status_shares(rules: Rules) -> dict[str, Counter[SourceStatus]]:
    """Per table, how many rows have each bron_status (for `make rules`)."""
    return {
        table: Counter(row.bron_status for row in rows.values())
        for table, rows in rules.tables.items()
    }


__all__ = [
    "ActionRule", "Activity", "ConstraintRule", "KeyFigure", "PlanFitRule", "Regime", "Row",
    "Rules", "Source", "ThemeRow", "covers", "load_rules", "read_table", "status_shares",
]  # fmt: skip
