"""From measured load curves to A and B per category and moment, with their uncertainty.

The peak of a group with N_c units of category c is modelled, per moment, as
sum A_c·N_c + sqrt(sum B_c²·N_c): the same form in which demand is computed. A and B are
fitted on random mixed groups. How far they can be off is not what the fit says but what
split halves show: fitted on one half of the loads, they predict groups of the other half,
and the squared errors are split into a part that grows with N_c² (the range of A, shared
by all units) and one that grows with N_c (the range of B).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from scipy.optimize import least_squares, nnls
from scipy.special import stdtrit

from rev_plugin.core.grid.chance import P90_SIGMA, Triple
from rev_plugin.core.grid.load import MOMENTS, Part, worst_load
from rev_plugin.core.grid.outlook import figure_id
from rev_plugin.core.grid.profiles import peaks_by_moment
from rev_plugin.core.model import InputError
from rev_plugin.core.rule_rows import Moment, Quantity

GROUPS = 300  # random groups per fit
SPLITS = 12  # split halves for the uncertainty
SMALLEST, LARGEST = 4, 100  # loads in a group that is predicted
ENOUGH = 200  # errors from which a moment has variances of its own
_HALF_OF_HALF = 0.5  # a split half knows half of the loads: twice the variance in A


@dataclass(frozen=True)
class Measured:
    """Load curves of individual customers.

    power: MW, shape (loads, steps); category and units (dwellings, m², MWh per year) per
    load; codes: per step the position of its moment in MOMENTS, -1 outside.
    """

    power: np.ndarray
    category: np.ndarray
    units: np.ndarray
    codes: np.ndarray

    def where(self, rows: np.ndarray) -> Measured:
        """The loads with these positions."""
        return Measured(self.power[rows], self.category[rows], self.units[rows], self.codes)

    def within_moments(self) -> Measured:
        """The same loads without the steps outside all moments, which no fit looks at."""
        inside = self.codes >= 0
        return replace(self, power=self.power[:, inside], codes=self.codes[inside])


@dataclass(frozen=True)
class Calibration:
    """A and B in MW per unit and per √unit: P10, P50, P90 per category and moment."""

    categories: tuple[str, ...]
    coincident: np.ndarray  # (moments, categories, 3)
    spread: np.ndarray  # (moments, categories, 3)

    def parts(self, units: Sequence[float]) -> list[Part]:
        """A group with these units per category, as demand takes it."""
        return [
            Part(count, self._by_moment(self.coincident, c), self._by_moment(self.spread, c))
            for c, count in enumerate(units)
            if count > 0
        ]

    def _by_moment(self, figures: np.ndarray, category: int) -> dict[Moment, Triple]:
        return {m: Triple(*figures[i, category].tolist()) for i, m in enumerate(MOMENTS)}

    def peak(self, units: Sequence[float]) -> Triple:
        """The yearly peak in MW of a group with these units per category."""
        return worst_load(self.parts(units))[0]

    def figures(self, units: Mapping[str, str], source: str, day: str) -> pd.DataFrame:
        """Rows for a user's own key_figures table (kW; ids by the shipped convention).

        `units` says per category what one unit is: "woning", "m²".
        """
        rows = []
        for quantity, values in (
            (Quantity.COINCIDENT, self.coincident),
            (Quantity.SPREAD, self.spread),
        ):
            root = "√" if quantity is Quantity.SPREAD else ""
            for c, category in enumerate(self.categories):
                for m, moment in enumerate(MOMENTS):
                    low, middle, high = (1e3 * values[m, c]).round(6).tolist()
                    rows.append(
                        {
                            "id": figure_id(category, quantity, moment),
                            "categorie": category,
                            "grootheid": quantity.value,
                            "moment": moment.value,
                            "eenheid": f"kW per {root}{units.get(category, 'eenheid')}",
                            "laag": low,
                            "midden": middle,
                            "hoog": high,
                            "samenhang": "nee",
                            "toelichting": "Uit eigen meetcurves.",
                            "source": source,
                            "source_detail": "kalibratie",
                            "date": day,
                            "bron_status": "primair",
                        }
                    )
        return pd.DataFrame(rows)


def calibrate(measured: Measured, seed: int) -> Calibration:
    """Fits A and B per category and moment, with ranges from split halves.

    Raises:
        InputError: a category has fewer than two loads, or a load has no units.
    """
    categories = tuple(sorted(set(measured.category.tolist())))
    _check(measured, categories)
    measured = measured.within_moments()
    rng = np.random.default_rng(seed)
    fitted = _fit(*_groups(measured, categories, rng, smallest=1))
    splits = [_split(measured, categories, rng) for _ in range(SPLITS)]
    units, peaks, predicted = (np.concatenate(part) for part in zip(*splits))
    worst, moment = predicted.max(axis=1), predicted.argmax(axis=1)
    highest = peaks.max(axis=1)
    lift = float(np.median(highest / worst))
    shared, alone = _variances(units, highest - lift * worst, moment)
    coincident, spread = lift * fitted
    return Calibration(
        categories,
        _band(coincident, np.sqrt(_HALF_OF_HALF * shared) * _small_sample(measured), floor=0.0),
        _band(spread, np.sqrt(alone), floor=-np.inf),
    )


def _small_sample(measured: Measured) -> np.ndarray:
    """How much wider a band must be for few loads: Student's t over the normal quantile."""
    loads = np.unique(measured.category, return_counts=True)[1]
    return np.asarray(stdtrit(loads - 1, 0.9) / P90_SIGMA)


def _check(measured: Measured, categories: tuple[str, ...]) -> None:
    for category in categories:
        count = int((measured.category == category).sum())
        if count < 2:
            raise InputError(
                f"categorie {category} heeft {count} meetcurve; er zijn er minstens 2 nodig."
            )
    if not (measured.units > 0).all():
        raise InputError("elke meetcurve moet een aantal eenheden groter dan nul hebben.")


def _band(middle: np.ndarray, sigma: np.ndarray, floor: float) -> np.ndarray:
    low = np.maximum(middle - P90_SIGMA * sigma, floor)
    return np.stack([low, middle, middle + P90_SIGMA * sigma], axis=-1)


def random_groups(
    measured: Measured, count: int, smallest: int, rng: np.random.Generator
) -> Iterator[np.ndarray]:
    """Positions of the loads of random groups, of all sizes alike on a log scale."""
    total = len(measured.units)
    largest = min(LARGEST, total)
    sizes = np.exp(rng.uniform(np.log(smallest), np.log(largest + 1), count)).astype(int)
    for size in sizes:
        yield rng.choice(total, min(max(int(size), 1), largest), replace=False)


def _groups(
    measured: Measured,
    categories: tuple[str, ...],
    rng: np.random.Generator,
    smallest: int,
) -> tuple[np.ndarray, np.ndarray]:
    """Units per category, shape (groups, categories), and peaks per moment."""
    member = np.zeros((GROUPS, len(measured.units)), dtype=measured.power.dtype)
    for row, chosen in enumerate(random_groups(measured, GROUPS, smallest, rng)):
        member[row, chosen] = 1
    peaks = peaks_by_moment(member @ measured.power, measured.codes)
    kinds = np.array([measured.category == c for c in categories]).T * measured.units[:, None]
    return member @ kinds, peaks


def _fit(units: np.ndarray, peaks: np.ndarray) -> np.ndarray:
    """A and B, shape (2, moments, categories), by relative least squares."""
    count = units.shape[1]
    found = []
    for moment in range(peaks.shape[1]):
        peak = peaks[:, moment]
        scale = np.median(peak / units.sum(axis=1))

        def miss(x: np.ndarray, peak: np.ndarray = peak, scale: float = scale) -> np.ndarray:
            return (_model(scale * x, units) - peak) / peak

        start = np.concatenate([np.full(count, 0.8), np.full(count, 0.2)])
        # Softened: a small group may be far off without bending the rest.
        found.append(scale * least_squares(miss, start, bounds=(0, np.inf), loss="soft_l1").x)
    values = np.array(found)
    return np.array([values[:, :count], values[:, count:]])


def _model(values: np.ndarray, units: np.ndarray) -> np.ndarray:
    count = units.shape[1]
    spread = np.sqrt(units @ values[count:] ** 2)
    return np.asarray(units @ values[:count] + spread)


def _split(
    measured: Measured, categories: tuple[str, ...], rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Units, true and predicted peaks per moment of groups of loads the fit has not seen."""
    known, new = split_by_category(measured.category, rng)
    fitted = _fit(*_groups(measured.where(known), categories, rng, smallest=1))
    units, peaks = _groups(measured.where(new), categories, rng, SMALLEST)
    values = np.concatenate(fitted, axis=1)
    return units, peaks, np.array([_model(one, units) for one in values]).T


def split_by_category(
    category: np.ndarray, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Two halves of the loads, each with half of every category."""
    halves: tuple[list[int], list[int]] = ([], [])
    for one in np.unique(category):
        rows = rng.permutation(np.flatnonzero(category == one))
        middle = (len(rows) + int(rng.integers(2))) // 2 or 1
        halves[0].extend(rows[:middle].tolist())
        halves[1].extend(rows[middle:].tolist())
    return np.array(sorted(halves[0])), np.array(sorted(halves[1]))


def _variances(
    units: np.ndarray, errors: np.ndarray, moment: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Variance of A and of B per moment and category that explain the squared errors.

    Each error counts for the moment that decided the prediction; a moment that decided too
    few has the variances of all together. Squared errors scatter in proportion to the
    variance they estimate, so they are weighted by it, in a few rounds.
    """
    count = units.shape[1]
    together = _variance_fit(units, errors)
    found = np.array(
        [
            _variance_fit(units[moment == one], errors[moment == one])
            if (moment == one).sum() >= ENOUGH
            else together
            for one in range(len(MOMENTS))
        ]
    )
    return found[:, :count], found[:, count:]


def _variance_fit(units: np.ndarray, errors: np.ndarray) -> np.ndarray:
    design = np.hstack([units**2, units])
    squared = errors**2
    expected = units.sum(axis=1) ** 2
    for _ in range(4):
        weighted = design / expected[:, None]
        scale = weighted.max(axis=0)
        scale[scale == 0] = 1.0
        values = nnls(weighted / scale, squared / expected)[0] / scale
        expected = np.maximum(design @ values, 1e-3 * squared.mean())
    return np.asarray(values)
