"""The rule tables (resources/rules/*.csv): read, checked, and a user's own rows over them.

Domain experts edit these tables in a spreadsheet, so every error names file, row and
column. A user's own folder overrides rows by id; a whole table need not be repeated.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Optional, TypeVar

from rev_plugin.core.model import InputError, SourceStatus
from rev_plugin.core.rule_checks import check_own_rows, check_tables
from rev_plugin.core.rule_rows import (
    ROW_TYPES,
    ActionRule,
    Activity,
    ConstraintRule,
    KeyFigure,
    ObjectStatus,
    PlanFitRule,
    Regime,
    Row,
    Source,
    ThemeRow,
)
from rev_plugin.core.rule_table import read_table, read_text

RULES_FOLDER = Path(__file__).parents[1] / "resources" / "rules"

R = TypeVar("R", bound=Row)
Tables = dict[str, dict[str, Row]]


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


def load_rules(own_folder: Optional[Path] = None, *municipality: str) -> Rules:
    """The shipped tables, with the rows of the user's own folder over them.

    A row of the own folder replaces the shipped row with the same id (or adds one). Rows
    that name `gemeenten` count only for those municipalities, and go before an own row for
    everywhere; `municipality` has all names of one, such as its name and its code.

    Raises:
        InputError: naming file, row and column.
    """
    names = frozenset(name.casefold() for name in municipality)
    return _load(own_folder, names, _stamp(RULES_FOLDER), _stamp(own_folder))


def named_municipalities(own_folder: Path) -> tuple[str, ...]:
    """The municipalities that rows of the user's own folder are for, as they name them.

    Raises:
        InputError: naming file, row and column.
    """
    tables = [
        read_table(read_text(path), kind, str(path)) for kind, path in _own_tables(own_folder)
    ]
    places = (getattr(row, "gemeenten", ()) for rows in tables for row in rows)
    return tuple(dict.fromkeys(chain.from_iterable(places)))


Stamp = tuple[tuple[str, int], ...]


def _stamp(folder: Optional[Path]) -> Stamp:
    """What tells whether the tables of a folder changed."""
    paths = sorted(folder.glob("*.csv")) if folder else []
    return tuple((str(path), path.stat().st_mtime_ns) for path in paths)


@lru_cache(maxsize=8)
def _load(own: Optional[Path], municipality: frozenset[str], shipped: Stamp, _own: Stamp) -> Rules:
    known, text = _shipped(RULES_FOLDER, shipped)
    tables = {name: dict(rows) for name, rows in known.items()}
    files: dict[tuple[str, str], str] = {}
    for row_type, path in _own_tables(own) if own else ():
        own_text = read_text(path)
        text += own_text
        rows = read_table(own_text, row_type, str(path))
        check_own_rows(rows, tables[row_type.TABLE], str(path))
        held = [row for row in rows if _applies(row, municipality)]
        held.sort(key=lambda row: bool(getattr(row, "gemeenten", ())))
        own_rows = {row.id: row for row in held}
        new = {name: row for name, row in own_rows.items() if name not in known[row_type.TABLE]}
        # Where the first row that matches counts, a user's new row goes before ours.
        tables[row_type.TABLE] = {**new, **tables[row_type.TABLE], **own_rows}
        files.update({(row_type.TABLE, row.id): str(path) for row in held})
    check_tables(tables, files)
    return Rules(tables, hashlib.sha256(text.encode()).hexdigest()[:12])


@lru_cache(maxsize=2)
def _shipped(folder: Path, _stamp: Stamp) -> tuple[Tables, str]:
    """The tables as the plugin brings them, and their text."""
    texts = {kind.TABLE: read_text(folder / f"{kind.TABLE}.csv") for kind in ROW_TYPES}
    tables: Tables = {
        kind.TABLE: {
            row.id: row for row in read_table(texts[kind.TABLE], kind, f"{kind.TABLE}.csv")
        }
        for kind in ROW_TYPES
    }
    return tables, "".join(texts.values())


def _own_tables(folder: Path) -> list[tuple[type[Row], Path]]:
    known = {kind.TABLE: kind for kind in ROW_TYPES}
    found = []
    for path in sorted(folder.glob("*.csv")):
        if path.stem not in known:
            raise InputError(
                "Dit is geen regeltabel van REV.",
                file=str(path),
                advice=f"Bekend: {', '.join(known)}.",
            )
        found.append((known[path.stem], path))
    return found


def _applies(row: Row, municipality: frozenset[str]) -> bool:
    places = getattr(row, "gemeenten", ())
    return not places or any(place.casefold() in municipality for place in places)


def status_shares(rules: Rules) -> dict[str, Counter[SourceStatus]]:
    """Per table, how many rows have each bron_status (for `make rules`)."""
    return {
        table: Counter(row.bron_status for row in rows.values())
        for table, rows in rules.tables.items()
    }


__all__ = [
    "ActionRule", "Activity", "ConstraintRule", "KeyFigure", "ObjectStatus", "PlanFitRule",
    "Regime", "Row", "Rules", "Source", "ThemeRow", "covers", "load_rules", "status_shares",
]  # fmt: skip
