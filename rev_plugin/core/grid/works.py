"""Works of an operator as one text per area: written by formats, read by the arithmetic.

"2031-K1: Extra capaciteit op knooppunt X | 2034: Nieuw station (+40 MW) | onbekend: …".
The capaciteitskaart gives works without MW; an operator's own table may give them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple, Optional

SEPARATOR = " | "
_WORK = re.compile(
    r"^(?P<year>\d{4})(?:-K(?P<quarter>[1-4]))?: (?P<name>.*?)"
    r"(?: \(\+(?P<mw>\d+(?:[.,]\d+)?) MW\))?$"
)


class Work(NamedTuple):
    """One extension of the net; `mw` is what it adds, when that was published."""

    name: str
    year: Optional[int]
    quarter: Optional[int] = None
    mw: Optional[float] = None


def write_works(works: Iterable[Work]) -> Optional[str]:
    """The works in order of year as text for the column `werken`; None without works."""
    ordered = sorted(set(works), key=lambda work: (work.year or 9999, work.quarter or 9, work.name))
    return SEPARATOR.join(_text(work) for work in ordered) or None


def _text(work: Work) -> str:
    when = "onbekend" if work.year is None else str(work.year)
    quarter = f"-K{work.quarter}" if work.year is not None and work.quarter else ""
    name = " ".join(work.name.replace("|", "/").split())
    return f"{when}{quarter}: {name}" + (f" (+{work.mw:g} MW)" if work.mw is not None else "")


def read_works(text: object) -> list[Work]:
    """The works in a cell of `werken`; a part without a year keeps its text as name."""
    if not isinstance(text, str) or not text.strip():
        return []
    return [_work(part.strip()) for part in text.split(SEPARATOR.strip()) if part.strip()]


def _work(part: str) -> Work:
    match = _WORK.match(part)
    if match is None:
        return Work(part.removeprefix("onbekend: "), None)
    mw = match["mw"]
    return Work(
        match["name"],
        int(match["year"]),
        int(match["quarter"]) if match["quarter"] else None,
        float(mw.replace(",", ".")) if mw else None,
    )
