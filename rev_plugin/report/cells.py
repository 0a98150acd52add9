"""Cells of a result as a report shows them: words with a colour, facts, figures with units.

An empty cell gives None (no line) or a dash; it never becomes a zero or a "no".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from rev_plugin.report import legend, words


@dataclass(frozen=True)
class Badge:
    """A word with its colour."""

    name: str
    colour: str
    explanation: str = ""


def badge(group: str, value: object) -> Badge:
    """The word and colour of a value of a column; "onbekend" when the cell is empty."""
    entry = legend.entry(group, words.UNKNOWN if words.missing(value) else value)
    return Badge(entry.name.replace("_", " "), entry.colour, entry.explanation)


def facts(*rows: tuple[str, object]) -> list[tuple[str, str]]:
    """The facts that are known; an empty cell gets no line."""
    return [(name, words.text(value)) for name, value in rows if words.text(value)]


def label(group: str, value: object) -> Optional[str]:
    """The name of a value of a column; None when the cell is empty."""
    return None if words.missing(value) else legend.label(group, value)


def plain(value: object) -> str:
    """A cell as text, whole numbers without decimals."""
    if isinstance(value, float) and value == value and value.is_integer():
        return str(int(value))
    return words.text(value)


def number(value: object) -> Optional[float]:
    """A number, or None when the cell is empty."""
    return None if words.missing(value) else float(value)  # type: ignore[arg-type]


def whole(value: object) -> Optional[int]:
    """A whole number, or None when the cell is empty."""
    return None if words.missing(value) else int(value)  # type: ignore[call-overload]


def count(value: object) -> int:
    """A number of things; an empty cell counts none."""
    return whole(value) or 0


def metres(value: object) -> str:
    """A distance in metres, to the decimetre below ten; a dash when it is empty."""
    return (
        "–"
        if words.missing(value)
        else words.number(value, 0 if abs(float(value)) >= 10 else 1, "m")
    )


def megawatts(value: object) -> Optional[str]:
    """A power in MW; None when the cell is empty."""
    return None if words.missing(value) else words.number(value, 1, "MW")


def year(value: object) -> Optional[str]:
    """A year; None when the cell is empty."""
    return None if words.missing(value) else words.year(value)


def share(value: object) -> Optional[str]:
    """A share of 0–1 as a percentage; None when the cell is empty."""
    return None if words.missing(value) else words.percent(float(value))  # type: ignore[arg-type]


def true(value: object) -> bool:
    """Whether a cell says yes; an empty one does not."""
    return not words.missing(value) and bool(value)


def web_address(value: object) -> str:
    """The link, only when it is one a browser should open."""
    address = words.text(value).strip()
    return address if address.startswith(("https://", "http://")) else ""


def as_it_is(text: str) -> str:
    """A text in which QGIS finds no expression to evaluate ("[% … %]")."""
    return text.replace("[%", "[ %")
