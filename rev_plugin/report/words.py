"""Numbers, chances and missing values as a Dutch reader expects them."""

from __future__ import annotations

import numbers
from typing import Optional

_EMPTY_TYPES = ("NAType", "NaTType")  # of pandas, which is not imported for this alone
UNKNOWN = "onbekend"
# Words for a chance, after the calibrated scale of IPCC AR5 (2010), table 1; the outer
# borders are the plugin's own 0.9 and 0.1, where the net verdict turns.
CHANCES = (
    (0.99, "vrijwel zeker"),
    (0.9, "zeer waarschijnlijk"),
    (0.66, "waarschijnlijk"),
    (0.33, "ongeveer even waarschijnlijk als niet"),
    (0.1, "onwaarschijnlijk"),
    (0.01, "zeer onwaarschijnlijk"),
)


def missing(value: object) -> bool:
    """Whether a cell of a result is empty: None, NaN, NaT or NA."""
    if value is None or type(value).__name__ in _EMPTY_TYPES:
        return True
    return isinstance(value, numbers.Real) and value != value


def number(value: object, digits: int = 1, unit: str = "") -> str:
    """A number with a decimal comma, dots between thousands and its unit; "onbekend" if empty."""
    if missing(value):
        return UNKNOWN
    text = f"{float(value):,.{digits}f}".translate(str.maketrans(",.", ".,"))  # type: ignore[arg-type]
    text = text.replace("-", "−")
    return f"{text} {unit}" if unit else text


def year(value: object) -> str:
    """A year without decimals; "onbekend" if empty."""
    return UNKNOWN if missing(value) else str(int(value))  # type: ignore[call-overload]


def text(value: object, empty: str = "") -> str:
    """A text cell; `empty` when there is none."""
    return empty if missing(value) else str(value)


def chance(value: object) -> str:
    """A chance in words first, then as a percentage."""
    if missing(value):
        return "niet te bepalen"
    share = float(value)  # type: ignore[arg-type]
    word = next((w for lowest, w in CHANCES if share >= lowest), "vrijwel uitgesloten")
    return f"{word} ({share:.0%})"


def band(low: object, middle: object, high: object, unit: str = "MW") -> str:
    """ "3,1 MW (2,4 tot 4,0)": the middle with its range; "onbekend" if empty."""
    if missing(middle):
        return UNKNOWN
    if missing(low) or missing(high):
        return number(middle, 1, unit)
    return f"{number(middle, 1, unit)} ({number(low)} tot {number(high)})"


def years(shortest: object, longest: object) -> str:
    """A lead time in years; an empty text when nothing is known."""
    if missing(shortest) and missing(longest):
        return ""
    if missing(longest) or shortest == longest:
        return f"{number(shortest, 0)} jaar" if not missing(shortest) else ""
    if missing(shortest):
        return f"tot {number(longest, 0)} jaar"
    return f"{number(shortest, 0)} tot {number(longest, 0)} jaar"


def possible_scenarios(scenario: object, possible: object) -> tuple[int, ...]:
    """The scenarios a site can be in: one when it is settled, more when an axis is unknown."""
    if not missing(possible) and str(possible).strip():
        return tuple(int(part) for part in str(possible).split(",") if part.strip().isdigit())
    settled: Optional[int] = None if missing(scenario) else int(scenario)  # type: ignore[call-overload]
    return (settled,) if settled else (1, 2, 3, 4)
