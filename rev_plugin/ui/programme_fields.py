"""What each field of the programme is, from resources/programme.csv."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from rev_plugin.core.rule_rows import KeyFigure
from rev_plugin.i18n import language, tr

if TYPE_CHECKING:
    from rev_plugin.core.rules import Rules

TABLE = Path(__file__).parents[1] / "resources" / "programme.csv"


@dataclass(frozen=True)
class ProgrammeField:
    """One column of a site's programme, as a user fills it in."""

    column: str
    label: str  # without its unit
    unit: str
    decimals: int
    step: float
    highest: float
    choices: tuple[tuple[str, str], ...]  # value, name; empty for a number
    defaults: dict[str, str]  # by activity; "" for all
    figures: tuple[str, ...]  # categories of key figures, the first that exists counts
    group: str  # programma / aansluiting
    explanation: str

    @property
    def title(self) -> str:
        """The label with the unit."""
        return f"{self.label} ({self.unit})" if self.unit else self.label

    def default(self, activity: str) -> Optional[object]:
        """A sensible value to start with, or None."""
        text = self.defaults.get(activity, self.defaults.get("", ""))
        if not text:
            return None
        return text if self.choices else float(text)

    def tip(self, activity: str, value: object, rules: Rules) -> str:
        """The explanation, and the key figures that the field is multiplied with."""
        parts = [escape(self.explanation)]
        for pattern in self.figures:
            category = pattern.format(activiteit=activity, waarde=value or "")
            rows = [row for row in rules.rows(KeyFigure) if row.categorie == category]
            if rows:
                parts += [_figure_text(row, rules) for row in _telling(rows)]
                break
        return "<br>".join(part for part in parts if part)


@lru_cache(maxsize=2)
def programme_fields(locale: str) -> dict[str, ProgrammeField]:
    """All fields by column, in the table's order; `locale` as i18n.language gives it."""
    english = locale == "en"
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["kolom"]: _field(row, english) for row in csv.DictReader(file)}


def fields_of(activity: str, rules: Rules) -> list[ProgrammeField]:
    """The fields that matter to an activity, in the order of its rule table."""
    known = programme_fields(language())
    return [known[name] for name in rules.activity(activity).velden if name in known]


def _field(row: dict[str, str], english: bool) -> ProgrammeField:
    name, text = ("naam_en", "uitleg_en") if english else ("naam_nl", "uitleg_nl")
    choices = [choice.split(":") for choice in row["keuzes"].split("|") if choice]
    defaults = [part.rpartition("=") for part in row["standaard"].split("|") if part]
    return ProgrammeField(
        row["kolom"],
        row[name],
        row["eenheid"],
        int(row["decimalen"] or 0),
        float(row["stap"] or 1),
        float(row["hoogste"] or 0),
        tuple((value, en if english else nl) for value, nl, en in choices),
        {activity: value for activity, _, value in defaults},
        tuple(part for part in row["kencijfer"].split("|") if part),
        row["groep"],
        row[text],
    )


def _telling(rows: list[KeyFigure]) -> list[KeyFigure]:
    """The figure per unit at its highest moment, or else the first of the category."""
    per_unit = [row for row in rows if row.grootheid.value == "a"]
    return [max(per_unit, key=lambda row: row.midden)] if per_unit else rows[:1]


def _figure_text(row: KeyFigure, rules: Rules) -> str:
    moment = "" if row.moment.value == "alle" else f", {row.moment.value}"
    text = tr("Kencijfer: {middle:g} ({low:g}–{high:g}) {unit}{moment}").format(
        middle=row.midden, low=row.laag, high=row.hoog, unit=row.eenheid, moment=moment
    )
    source = tr("Bron: {source}").format(source=rules.citation(row))
    return f"<br>{escape(text)}<br><i>{escape(source)}</i>"
