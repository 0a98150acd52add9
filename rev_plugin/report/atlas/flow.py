"""Tables of a report cut over pages of a fixed height; knows no QGIS."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable, NamedTuple

MOST = 7000  # characters over the width of a page: a row has to fit on a page


class Cell(NamedTuple):
    """The text of one cell, and how it stands out."""

    text: str
    bold: bool = False
    colour: str = ""  # of the ground, "#rrggbb"; the text says the same


@dataclass(frozen=True)
class Section:
    """A table with its title; `widths` are shares of the width of the page.

    Without `heads` the table has no head.
    """

    title: str
    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heads: tuple[str, ...] = ()


@dataclass(frozen=True)
class Piece:
    """The rows of a section that stand together on a page, from `top` down (mm)."""

    section: Section
    rows: tuple[tuple[Cell, ...], ...]
    top: float
    height: float
    continued: bool


@dataclass(frozen=True)
class Measures:
    """What things take of the height of a page, in mm."""

    title: float  # of a section that has one
    gap: float  # below a table
    head: Callable[[Section], float]
    row: Callable[[Section, tuple[Cell, ...]], float]


def flow(
    sections: Sequence[Section], first: float, other: float, measures: Measures
) -> list[list[Piece]]:
    """The pieces per page, the first page `first` mm high and every other one `other`.

    A section starts where its title, head and a row fit; a row is never cut. There is always
    a first page, though it may stay empty.
    """
    pages: list[list[Piece]] = [[]]
    top, height = 0.0, first
    for section in sections:
        head = (measures.title if section.title else 0.0) + measures.head(section)
        rest = [(row, measures.row(section, row)) for row in section.rows]
        begun = False
        while rest:
            if top + head + rest[0][1] > height and (pages[-1] or height < other):
                pages.append([])
                top, height = 0.0, other
            taken, used = _fitting(rest, height - top - head)
            rows = tuple(row for row, _ in rest[:taken])
            pages[-1].append(Piece(section, rows, top, head + used, begun))
            top += head + used + measures.gap
            rest, begun = rest[taken:], True
    return pages


def _fitting(rows: Sequence[tuple[object, float]], room: float) -> tuple[int, float]:
    """How many rows fit in `room` mm, and their height; at least one."""
    used = rows[0][1]
    for number, (_, height) in enumerate(rows[1:], start=1):
        if used + height > room:
            return number, used
        used += height
    return len(rows), used


def short(text: str, share: float) -> str:
    """A text that fits in a cell with this share of the width; what is left out is said."""
    most = round(MOST * share)
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} (…)"
