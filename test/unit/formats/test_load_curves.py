"""Load curves from CSV: as the second method of demand, and as a source of key figures."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from rev_plugin.core.grid import calibration
from rev_plugin.core.model import InputError
from rev_plugin.core.rules import load_rules
from rev_plugin.formats.load_curves import read_curves, read_measured
from scripts.calibrate import write_rules

HOURS = 8_760


def write(folder, name, delimiter=";", decimal=",", **columns):
    path = folder / name
    text = pd.DataFrame(columns).to_csv(sep=delimiter, index=False)
    path.write_text(text.replace(".", decimal), encoding="utf-8")
    return path


@pytest.mark.parametrize(("delimiter", "decimal"), [(";", ","), (";", "."), (",", ".")])
def test_curves_by_category_in_kw_per_unit(tmp_path, rules, delimiter, decimal):
    values = np.full(HOURS, 0.25)
    values[10] = 1.5
    path = write(tmp_path, "a.csv", delimiter, decimal,
                 tijd=range(HOURS), woning_basis=values, zonnepark=values)  # fmt: skip
    curves = read_curves(path, rules)
    assert curves.per_unit["woning_basis"].max() == pytest.approx(0.0015)  # MW
    assert curves.per_unit["zonnepark"].max() == pytest.approx(1.5)  # MW per MWp


@pytest.mark.parametrize("steps", [HOURS, 8_784, 35_040, 35_136])
def test_hours_quarters_and_leap_years(tmp_path, rules, steps):
    assert len(read_curves(write(tmp_path, "a.csv", kantoor=np.ones(steps)), rules).codes) == steps


def test_a_shape_gets_the_energy_of_the_key_figures(tmp_path, rules):
    path = write(tmp_path, "a.csv", **{"vorm:woning_basis": np.full(HOURS, 3e-8)})
    assert read_curves(path, rules).per_unit["woning_basis"].sum() == pytest.approx(2.8)  # MWh


def test_short_gaps_are_filled(tmp_path, rules):
    values = np.full(HOURS, 0.5)
    values[3:6] = np.nan
    path = write(tmp_path, "a.csv", tijd=range(HOURS), kantoor=values)
    assert read_curves(path, rules).per_unit["kantoor"][4] == pytest.approx(0.0005)


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"woning_basis": np.ones(100)}, "100 waarden"),
        ({"kasteel": np.ones(HOURS)}, 'kolom kasteel: de categorie "kasteel" is onbekend'),
        ({"kantoor": -np.ones(HOURS)}, "negatieve waarden"),
        ({"kantoor": ["veel", *["1"] * (HOURS - 1)]}, 'rij 1, kolom kantoor: "veel"'),
        ({"tijd": range(HOURS), "kantoor": [None] * 2_000 + [1.0] * 6_760}, "mist"),
        ({"tijd": np.ones(HOURS)}, "geen kolom met getallen"),
    ],
)
def test_what_is_no_curve_is_an_error_that_says_why(tmp_path, rules, columns, said):
    with pytest.raises(InputError, match=said):
        read_curves(write(tmp_path, "a.csv", **columns), rules)


def measured(folder, customers=12):
    random = np.random.default_rng(1)
    names = [f"m{number}" for number in range(customers)]
    curves = {name: random.gamma(4.0, 0.25, HOURS).round(4) for name in names}
    categories = ["woning_basis"] * (customers // 2) + ["kantoor"] * (customers - customers // 2)
    loads = write(folder, "afnemers.csv", naam=names, categorie=categories, eenheden=1.0)
    return write(folder, "curven.csv", **curves), loads


def test_measured_customers_become_key_figures_that_replace_the_shipped_ones(tmp_path, monkeypatch):
    monkeypatch.setattr(calibration, "SPLITS", 3)  # how sure they are is tested elsewhere
    curves, loads = measured(tmp_path)
    table = write_rules(curves, loads, tmp_path / "eigen")
    own = load_rules(tmp_path / "eigen")
    row = own.key_figure("woning_basis_a_winteravond")
    assert (row.source, row.eenheid) == ("eigen_meting", "kW per woning")
    assert row.laag <= row.midden <= row.hoog
    assert own.key_figure("kantoor_b_wintermiddag").eenheid == "kW per √m²"
    assert len(table) == 2 * 2 * 4
    assert own.key_figure("warmte_gas_a").source == "etsource"  # the rest stays


def test_curves_and_customers_must_be_the_same(tmp_path):
    curves, loads = measured(tmp_path, customers=4)
    write(tmp_path, "afnemers.csv", naam=["m0", "x"], categorie="kantoor", eenheden=1.0)
    with pytest.raises(InputError, match="verschillen van de curven: m1"):
        read_measured(curves, loads)
    write(tmp_path, "afnemers.csv", naam=["m0"])
    with pytest.raises(InputError, match="kolommen ontbreken: categorie, eenheden"):
        read_measured(curves, loads)
