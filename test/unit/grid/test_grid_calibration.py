"""From load curves to A and B: on curves whose A and B are known."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from rev_plugin.core.grid.calibration import Measured, calibrate, split_by_category
from rev_plugin.core.grid.profiles import check_curves, moment_codes, peaks_by_moment, time_axis
from rev_plugin.core.model import InputError
from rev_plugin.core.rule_rows import KeyFigure
from rev_plugin.core.rules import RULES_FOLDER, load_rules

YEAR = time_axis(8_760, 2019)
CODES = moment_codes(YEAR)
EVENING = (YEAR.hour >= 17) & (YEAR.hour < 19) & np.isin(YEAR.month, [12, 1])


def population(count: int, seed: int, kw: float = 1.0) -> np.ndarray:
    """Customers of `kw` each on winter evenings, 0.3 kW else, with independent noise."""
    random = np.random.default_rng(seed)
    shape = np.where(EVENING, kw, 0.3 * kw) * 1e-3
    return shape * random.gamma(4.0, 0.25, (count, len(YEAR)))


def measured(*groups: tuple[str, np.ndarray]) -> Measured:
    power = np.vstack([curves for _, curves in groups])
    names = np.concatenate([[name] * len(curves) for name, curves in groups])
    return Measured(power, names, np.ones(len(power)), CODES)


@pytest.fixture(scope="module")
def found():
    return calibrate(measured(("a", population(40, 1)), ("b", population(40, 2, kw=3.0))), seed=1)


def test_the_coincident_part_is_found(found):
    # the peak of very many is their mean: 1 and 3 kW per unit
    evening = found.coincident[0, :, 1] * 1e3
    assert evening == pytest.approx([1.0, 3.0], rel=0.2)


def test_peaks_of_other_customers_are_predicted(found):
    fresh = np.vstack([population(40, 11), population(40, 12, kw=3.0)])
    random = np.random.default_rng(5)
    inside, errors = 0, []
    for _ in range(200):
        first, second = random.integers(2, 40, 2)
        rows = np.concatenate(
            [random.permutation(40)[:first], 40 + random.permutation(40)[:second]]
        )
        peak = fresh[rows].sum(axis=0).max()
        low, middle, high = found.peak([first, second])
        inside += low <= peak <= high
        errors.append(abs(middle / peak - 1))
    assert np.median(errors) < 0.08
    assert inside / 200 > 0.6


def test_bands_are_ordered_and_small_groups_peak_higher(found):
    assert (np.diff(found.coincident, axis=2) >= 0).all()
    assert (np.diff(found.spread, axis=2) >= 0).all()
    assert found.peak([1, 0]).middle > found.peak([100, 0]).middle / 100


def test_the_table_is_a_key_figures_table(found, tmp_path):
    table = found.figures({"a": "woning"}, "etsource", "2026-07-01")
    table.to_csv(tmp_path / "key_figures.csv", index=False)
    own = load_rules(tmp_path)
    row = own.key_figure("a_a_winteravond")
    assert isinstance(row, KeyFigure)
    assert row.laag <= row.midden <= row.hoog
    assert row.eenheid == "kW per woning"
    assert len(table) == 2 * 2 * 4
    assert list(table.columns) == list(pd.read_csv(RULES_FOLDER / "key_figures.csv", nrows=0))


def test_too_few_curves_is_an_error():
    with pytest.raises(InputError, match="categorie a heeft 1 meetcurve"):
        calibrate(measured(("a", population(1, 1)), ("b", population(4, 2))), seed=1)


def test_halves_hold_half_of_every_category():
    names = np.array(["a"] * 10 + ["b"] * 4)
    one, other = split_by_category(names, np.random.default_rng(3))
    assert sorted([*one, *other]) == list(range(14))
    assert (names[one] == "a").sum() == 5
    assert (names[one] == "b").sum() == 2


@pytest.mark.parametrize(
    ("steps", "year"), [(8_760, 2019), (8_784, 2020), (35_040, 2019), (35_136, 2016)]
)
def test_curves_of_a_year(steps, year):
    axis = time_axis(steps, year)
    assert len(axis) == steps
    assert (axis[-1].month, axis[-1].day) == (12, 31)


@pytest.mark.parametrize(("steps", "year"), [(8_759, 2019), (8_760, 2020), (35_136, 2019)])
def test_curves_that_are_not_a_year_are_errors(steps, year):
    with pytest.raises(InputError):
        time_axis(steps, year)


def test_short_gaps_are_filled_and_long_ones_refused():
    curve = np.ones((1, 100))
    curve[0, 3:6] = np.nan
    assert check_curves(curve, ["x"]).sum() == 100
    curve[0, :20] = np.nan
    with pytest.raises(InputError, match="de curve x mist"):
        check_curves(curve, ["x"])
    with pytest.raises(InputError, match="negatieve"):
        check_curves(-np.ones((1, 10)), ["x"])


def test_peaks_are_taken_per_moment():
    curve = np.where(EVENING, 2.0, 1.0)[None, :]
    assert peaks_by_moment(curve, CODES)[0].tolist() == [2.0, 1.0, 1.0, 1.0]
