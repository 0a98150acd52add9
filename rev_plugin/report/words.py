"""Numbers, chances and missing values as the reader of the language expects them."""

from __future__ import annotations

import numbers
from typing import Optional

from rev_plugin.i18n import language, tr
from rev_plugin.report import legend

_EMPTY_TYPES = ("NAType", "NaTType")  # of pandas, which is not imported for this alone
UNKNOWN = "onbekend"  # as a value in a table; unknown() is what a user reads


def unknown() -> str:
    """What stands there when nothing is known."""
    return tr("onbekend")


def decimals(text: str) -> str:
    """A number as Python writes it ("1,234.5"), as the reader's language writes it."""
    written = text if language() == "en" else text.translate(str.maketrans(",.", ".,"))
    return written.replace("-", "−")


def percent(share: float) -> str:
    """A share (0–1) in whole per cents."""
    return tr("{number} %").format(number=f"{100 * share:.0f}")


def missing(value: object) -> bool:
    """Whether a cell of a result is empty: None, NaN, NaT or NA."""
    if isinstance(value, (str, float, int)):
        return value != value
    if value is None or type(value).__name__ in _EMPTY_TYPES:
        return True
    return isinstance(value, numbers.Real) and value != value


def number(value: object, digits: int = 1, unit: str = "") -> str:
    """A number with its unit, in Dutch with a decimal comma; "onbekend" if empty."""
    if missing(value):
        return unknown()
    text = decimals(f"{float(value):,.{digits}f}")  # type: ignore[arg-type]
    return f"{text} {unit}" if unit else text


def year(value: object) -> str:
    """A year without decimals; "onbekend" if empty."""
    return unknown() if missing(value) else str(int(value))  # type: ignore[call-overload]


def text(value: object, empty: str = "") -> str:
    """A text cell; `empty` when there is none."""
    return empty if missing(value) else str(value)


def chance(value: object, verdict: object = None) -> str:
    """A chance in words first, then as a percentage; without one, what decides instead."""
    if missing(value) and verdict == "nee":
        return tr("nee, want de melding van de netbeheerder gaat voor")
    if missing(value):
        return tr("nvt") if verdict == "nvt" else tr("niet te bepalen")
    from rev_plugin.core.grid.wording import likelihood  # scipy comes with it

    word, _, share = likelihood(float(value)).partition(" (")  # type: ignore[arg-type]
    share = share.replace("meer dan", tr("meer dan")).replace("minder dan", tr("minder dan"))
    return f"{legend.label('kans', word)} ({share}"


def power(value: object) -> str:
    """A power with the digits that matter, as the reasons have it; "onbekend" if empty."""
    if missing(value):
        return unknown()
    from rev_plugin.core.grid.wording import megawatts

    text = megawatts(float(value))  # type: ignore[arg-type]
    return text.replace(",", ".") if language() == "en" else text


def band(low: object, middle: object, high: object) -> str:
    """ "3,1 MW (2,4 tot 4 MW)": the middle with its range; "onbekend" if empty."""
    if missing(middle):
        return unknown()
    if missing(low) or missing(high) or power(low) == power(high):
        return power(middle)
    return tr("{middle} ({low} tot {high})").format(
        middle=power(middle), low=power(low).removesuffix(" MW"), high=power(high)
    )


def room(low: object, middle: object, high: object) -> str:
    """Headroom: "26 MW ruimte (20 tot 32 MW)", a shortage, an upper bound, or "onbekend"."""
    if missing(high):
        return unknown()
    if missing(low) or missing(middle):
        return tr("hooguit {power}").format(power=power(high))
    if language() == "nl":
        from rev_plugin.core.grid.wording import room as headroom

        return headroom(float(low), float(middle), float(high))  # type: ignore[arg-type]
    return band(low, middle, high)


def years(shortest: object, longest: object) -> str:
    """A lead time in years; an empty text when nothing is known."""
    if missing(shortest) and missing(longest):
        return ""
    if missing(longest) or shortest == longest:
        return tr("{years} jaar").format(years=_brief(shortest)) if not missing(shortest) else ""
    if missing(shortest):
        return tr("tot {years} jaar").format(years=_brief(longest))
    return tr("{shortest} tot {longest} jaar").format(
        shortest=_brief(shortest), longest=_brief(longest)
    )


def _brief(value: object) -> str:
    """Years as one says them: 2, or 2,5; half a year is no 0."""
    return number(value, 0 if float(value).is_integer() else 1)  # type: ignore[arg-type]


def possible_scenarios(scenario: object, possible: object) -> tuple[int, ...]:
    """The scenarios a site can be in: one when it is settled, more when an axis is unknown."""
    if not missing(possible) and str(possible).strip():
        return tuple(int(part) for part in str(possible).split(",") if part.strip().isdigit())
    settled: Optional[int] = None if missing(scenario) else int(scenario)  # type: ignore[call-overload]
    return (settled,) if settled else (1, 2, 3, 4)
