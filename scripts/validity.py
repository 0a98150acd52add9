"""Check the form A·N + B·√N out of sample on public SimBench load curves.

    python -m venv build/simbench && build/simbench/bin/pip install simbench
    build/simbench/bin/python scripts/validity.py

Per net the loads are split in two, stratified by category. A and B are calibrated on one
half; the yearly peak of 1 000 random groups (5 to 100 loads) of the other is predicted.
The same is done for several splits, since all groups of one split share one calibration.
SimBench (ODbL) is used here only; nothing of it is in the project.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from rev_plugin.core.grid.calibration import (  # noqa: E402
    Measured,
    calibrate,
    random_groups,
    split_by_category,
)
from rev_plugin.core.grid.profiles import moment_codes, time_axis  # noqa: E402

NETS = ("1-LV-urban6--0-sw", "1-MV-urban--0-sw", "1-MV-comm--0-sw")
YEAR = 2016  # of the SimBench curves
GROUPS, SMALLEST = 1000, 5
FAMILIES = {"lv": "laagspanningsnet", "H0": "huishouden"}  # else: bedrijf


class Score(NamedTuple):
    """How one split did: errors of P50, and the share of peaks inside and around the band."""

    error: float  # median absolute
    bias: float  # median
    inside: float
    below: float
    above: float


def load_net(code: str) -> Measured:
    """The load curves of a SimBench net; units are MWh per year."""
    import simbench

    net = simbench.get_simbench_net(code)
    values = simbench.get_absolute_values(net, profiles_instead_of_study_cases=True)
    power = values[("load", "p_mw")].to_numpy(dtype=np.float32).T
    names = [str(name) for name in net.load["profile"]]
    category = np.array([FAMILIES.get(name[:2], "bedrijf") for name in names])
    codes = moment_codes(time_axis(power.shape[1], YEAR))
    return Measured(power, category, power.sum(axis=1, dtype=float) / 4, codes)


def score_split(net: Measured, seed: int) -> Score:
    """One split: calibrate on one half, predict groups of the other."""
    rng = np.random.default_rng(seed)
    known, new = split_by_category(net.category, rng)
    found = calibrate(net.where(known), seed)
    other = net.where(new)
    member = np.zeros((GROUPS, len(new)), dtype=np.float32)
    for row, chosen in enumerate(random_groups(other, GROUPS, SMALLEST, rng)):
        member[row, chosen] = 1
    parts = np.array_split(member, 4)
    true = np.concatenate([(part @ other.power).max(axis=1) for part in parts])
    kinds = np.array([other.category == c for c in found.categories]).T * other.units[:, None]
    band = np.array([found.peak(units) for units in member @ kinds])
    off = band[:, 1] / true - 1
    below, above = (true < band[:, 0]).mean(), (true > band[:, 2]).mean()
    return Score(
        float(np.median(abs(off))),
        float(np.median(off)),
        float(1 - below - above),
        float(below),
        float(above),
    )


def main() -> None:
    """Print one table row per net."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--splits", type=int, default=20)
    options = parser.parse_args()
    print("| net | loads | error P50 | largest | bias | in band | under | above |")
    print("|---|---|---|---|---|---|---|---|")
    for code in NETS:
        net = load_net(code)
        scores = np.array([score_split(net, seed) for seed in range(1, options.splits + 1)])
        error, bias, inside, below, above = scores.T
        print(
            f"| {code} | {len(net.units)} | {np.median(error):.1%} | {error.max():.1%} | "
            f"{np.median(bias):+.1%} | {inside.mean():.0%} | {below.mean():.0%} | "
            f"{above.mean():.0%} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
