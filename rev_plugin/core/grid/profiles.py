"""Measured or synthetic load curves of a year: their time axis, gaps and moments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from rev_plugin.core.grid.chance import Triple
from rev_plugin.core.grid.load import MOMENTS, Part
from rev_plugin.core.model import InputError
from rev_plugin.core.rule_rows import Moment

HOURS = {8_760: 1.0, 8_784: 1.0, 35_040: 0.25, 35_136: 0.25}  # steps per year: hours per step
LEAP = (8_784, 35_136)
MAX_GAP = 0.1  # share of a curve that may be missing
# Months and hours of each moment, wide enough to hold the peak of a mixed group.
_WINTER = (10, 11, 12, 1, 2, 3)
_SUMMER = (4, 5, 6, 7, 8, 9)
_WINDOWS = ((_WINTER, 16, 22), (_WINTER, 6, 11), (_WINTER, 11, 16), (_SUMMER, 9, 17))


def time_axis(steps: int, year: int) -> pd.DatetimeIndex:
    """The start of every step of a curve of a year, hourly or quarter-hourly.

    Raises:
        InputError: another number of steps, or a leap year's curve for another year.
    """
    if steps not in HOURS:
        raise InputError(
            f"een curve van {steps} waarden is geen jaar.",
            advice="Geef 8.760 uren of 35.040 kwartieren (schrikkeljaar: 8.784 of 35.136).",
        )
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if (steps in LEAP) != leap:
        raise InputError(f"een curve van {steps} waarden past niet bij {year}.")
    return pd.date_range(f"{year}-01-01", periods=steps, freq=f"{round(60 * HOURS[steps])}min")


def check_curves(power: np.ndarray, names: list[str]) -> np.ndarray:
    """Curves of shape (loads, steps) without gaps: short gaps take the value before them.

    Raises:
        InputError: names the curve that is negative or misses too much.
    """
    values = np.asarray(power, dtype=float)
    for name, curve in zip(names, values):
        missing = float(np.isnan(curve).mean())
        if missing > MAX_GAP:
            raise InputError(f"de curve {name} mist {missing:.0%} van de waarden.")
        if np.nanmin(curve) < 0:
            raise InputError(f"de curve {name} heeft negatieve waarden.", column=name)
    return pd.DataFrame(values.T).ffill().bfill().to_numpy().T


def moment_codes(times: pd.DatetimeIndex) -> np.ndarray:
    """Per step the position of its moment in MOMENTS; -1 outside all of them."""
    codes = np.full(len(times), -1)
    for position, (months, first, last) in enumerate(_WINDOWS):
        inside = np.isin(times.month, months) & (times.hour >= first) & (times.hour < last)
        codes[inside] = position
    return codes


def peaks_by_moment(power: np.ndarray, codes: np.ndarray) -> np.ndarray:
    """The highest value of each curve in each moment, shape (curves, moments)."""
    return np.column_stack([power[..., codes == code].max(axis=-1) for code in range(len(MOMENTS))])


@dataclass(frozen=True)
class Curves:
    """Load curves of many units together, by category of the key figures.

    per_unit: MW per unit, all of one length; codes: per step its moment (moment_codes).
    """

    per_unit: Mapping[str, np.ndarray]
    codes: np.ndarray


def curve_of_energy(shape: np.ndarray, energy_mwh: float) -> np.ndarray:
    """A curve in MW with the given shape (any scale) and energy per year.

    Raises:
        InputError: not a year, gaps too long, negative, or without energy.
    """
    if len(shape) not in HOURS:
        time_axis(len(shape), 2019)
    values = check_curves(np.asarray(shape, dtype=float)[None, :], ["curve"])[0]
    if not values.sum() > 0:
        raise InputError("de curve bevat geen energie.")
    return np.asarray(values / values.sum() * energy_mwh / HOURS[len(shape)])


def with_curves(parts: list[Part], curves: Curves) -> list[Part]:
    """Parts whose A comes from their curve, at the hour in which their sum is highest.

    So what does not peak together does not add up. The range of A stays, in proportion.
    """
    known = [part for part in parts if part.category in curves.per_unit]
    if not known:
        return parts
    total = sum(part.units * curves.per_unit[part.category] for part in known)
    hours = {
        moment: int(np.argmax(np.where(curves.codes == code, total, -np.inf)))
        for code, moment in enumerate(MOMENTS)
    }
    return [_from_curve(part, curves, hours) if part in known else part for part in parts]


def _from_curve(part: Part, curves: Curves, hours: dict[Moment, int]) -> Part:
    curve = curves.per_unit[part.category]
    coincident = {}
    for moment, hour in hours.items():
        low, middle, high = part.coincident.get(moment, Triple(1.0, 1.0, 1.0))
        value = float(curve[hour])
        scale = value / middle if middle > 0 else 0.0
        coincident[moment] = Triple(min(low * scale, value), value, max(high * scale, value))
    return replace(part, coincident=coincident)
