"""How far an object must stay away: a number of metres, or a formula of the site.

The rule tables name a formula; nothing in a table is ever evaluated.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd

# Borders of the MVA classes of VNG 2009 (SBI 35, C1–C5); the class below 10 MVA comes first.
_MVA_BORDERS = np.array([10.0, 100.0, 200.0, 1000.0])


class Formula(NamedTuple):
    """A named distance in metres from one column of the site."""

    column: str
    of: Callable[[np.ndarray], np.ndarray]


def _classes(*metres: float) -> Callable[[np.ndarray], np.ndarray]:
    steps = np.array(metres)
    return lambda mva: steps[np.searchsorted(_MVA_BORDERS, mva, side="right")]


FORMULAS = {
    "mva_klasse": Formula("mva", _classes(30, 50, 100, 300, 500)),
    "mva_klasse_gemengd": Formula("mva", _classes(10, 30, 50, 200, 300)),
    "1_x_tiphoogte": Formula("tiphoogte_m", lambda height: height),
    "2_x_tiphoogte": Formula("tiphoogte_m", lambda height: 2 * height),
}


def needed_column(distance: str) -> str:
    """The site column that a rule's distance needs, or "" for a fixed distance."""
    return FORMULAS[distance].column if distance in FORMULAS else ""


def _metres(text: str) -> float:
    """A number as a spreadsheet writes it, with a decimal point or comma."""
    return float(text.replace(",", "."))


def check_distance(distance: str) -> None:
    """Raise ValueError unless this is a number of metres ≥ 0 or the name of a formula."""
    if distance in FORMULAS:
        return
    try:
        metres = _metres(distance)
    except ValueError:
        metres = -1.0
    if not 0 <= metres < float("inf"):
        raise ValueError(f"geef meters (0 of meer) of een formule uit {', '.join(FORMULAS)}")


def required_m(distance: str, sites: pd.DataFrame) -> np.ndarray:
    """The required distance per site in metres; NaN where the site lacks what it needs."""
    if distance not in FORMULAS:
        return np.full(len(sites), _metres(distance))
    formula = FORMULAS[distance]
    metres = np.full(len(sites), np.nan)
    if formula.column in sites:
        values = pd.to_numeric(sites[formula.column], errors="coerce").to_numpy(float)
        known = values > 0  # nothing has no power or height: 0 is not filled in
        metres[known] = formula.of(values[known])
    return metres
