"""Numbers, chances and missing values as a Dutch reader expects them."""

from __future__ import annotations

import numbers
from typing import Optional

from rev_plugin.core.grid.wording import likelihood, megawatts
from rev_plugin.core.grid.wording import room as headroom

_EMPTY_TYPES = ("NAType", "NaTType")  # of pandas, which is not imported for this alone
UNKNOWN = "onbekend"


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


def chance(value: object, verdict: object = None) -> str:
    """A chance in words first, then as a percentage; without one, what decides instead."""
    if missing(value) and verdict == "nee":
        return "nee, want de melding van de netbeheerder gaat voor"
    if missing(value):
        return "nvt" if verdict == "nvt" else "niet te bepalen"
    return likelihood(float(value))  # type: ignore[arg-type]


def band(low: object, middle: object, high: object, unit: str = "MW") -> str:
    """ "3,1 MW (2,4 tot 4,0)": the middle with its range; "onbekend" if empty."""
    if missing(middle):
        return UNKNOWN
    if missing(low) or missing(high):
        return number(middle, 1, unit)
    return f"{number(middle, 1, unit)} ({number(low)} tot {number(high)})"


def room(low: object, middle: object, high: object) -> str:
    """Headroom: "26 MW ruimte (20 tot 32 MW)", a shortage, an upper bound, or "onbekend"."""
    if missing(high):
        return UNKNOWN
    if missing(low) or missing(middle):
        return f"hooguit {megawatts(float(high))}"  # type: ignore[arg-type]
    return headroom(float(low), float(middle), float(high))  # type: ignore[arg-type]


def years(shortest: object, longest: object) -> str:
    """A lead time in years; an empty text when nothing is known."""
    if missing(shortest) and missing(longest):
        return ""
    if missing(longest) or shortest == longest:
        return f"{_brief(shortest)} jaar" if not missing(shortest) else ""
    if missing(shortest):
        return f"tot {_brief(longest)} jaar"
    return f"{_brief(shortest)} tot {_brief(longest)} jaar"


def _brief(value: object) -> str:
    """Years as one says them: 2, or 2,5; half a year is no 0."""
    return number(value, 0 if float(value).is_integer() else 1)  # type: ignore[arg-type]


def possible_scenarios(scenario: object, possible: object) -> tuple[int, ...]:
    """The scenarios a site can be in: one when it is settled, more when an axis is unknown."""
    if not missing(possible) and str(possible).strip():
        return tuple(int(part) for part in str(possible).split(",") if part.strip().isdigit())
    settled: Optional[int] = None if missing(scenario) else int(scenario)  # type: ignore[call-overload]
    return (settled,) if settled else (1, 2, 3, 4)
