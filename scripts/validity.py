"""Check the form A·N + B·√N out of sample on public SimBench load curves.

    make validity

Per net the loads are split in two, stratified by category. A and B are calibrated on one
half; the yearly peak of 1 000 random groups (5 to 100 loads) of the other is predicted.
The same is done for several splits, since all groups of one split share one calibration.
The curves are read straight from SimBench's package (`make` fetches it to build/), so that
nothing of it has to be installed. SimBench (ODbL) is used here only; none of it is in the
project.
"""

from __future__ import annotations

import argparse
import sys
import zipfile
from pathlib import Path
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from rev_plugin.core.grid.calibration import (  # noqa: E402
    Measured,
    calibrate,
    random_groups,
    split_by_category,
)
from rev_plugin.core.grid.profiles import HOURS, moment_codes, time_axis  # noqa: E402

# The nets of SimBench's first data set, without extensions, by the subnet of their loads.
NETS = {"1-LV-urban6--0-sw": "LV6.201", "1-MV-urban--0-sw": "MV3.101", "1-MV-comm--0-sw": "MV4.101"}
TABLES = "simbench/networks/1-complete_data-mixed-all-0-sw"
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


def package() -> Optional[Path]:
    """SimBench's wheel as make fetches it; None when it is not there."""
    return max((ROOT / "build").glob("simbench-*.whl"), default=None)


def load_nets(wheel: Path, hourly: bool = False) -> dict[str, Measured]:
    """The load curves of NETS, in MW; units are MWh per year.

    A load's curve is its rated power times the curve of its profile, as in SimBench itself.
    """
    with zipfile.ZipFile(wheel) as tables:
        loads = _table(tables, "Load", ["profile", "pLoad", "subnet"])
        loads["subnet"] = loads["subnet"].str.split("_").str[0]
        loads = loads[loads["subnet"].isin(NETS.values())]
        names = [f"{name}_pload" for name in sorted(set(loads["profile"]))]
        curves = _table(tables, "LoadProfile", names, np.float32)
    if hourly:
        curves = curves.groupby(np.arange(len(curves)) // 4).mean()
    codes = moment_codes(time_axis(len(curves), YEAR))
    return {net: _measured(loads[loads["subnet"] == own], curves, codes)
            for net, own in NETS.items()}  # fmt: skip


def _table(
    tables: zipfile.ZipFile, name: str, columns: list[str], dtype: Optional[type] = None
) -> pd.DataFrame:
    with tables.open(f"{TABLES}/{name}.csv") as file:
        return pd.read_csv(file, sep=";", usecols=columns, dtype=dtype)


def _measured(loads: pd.DataFrame, curves: pd.DataFrame, codes: np.ndarray) -> Measured:
    shapes = curves[[f"{name}_pload" for name in loads["profile"]]].to_numpy().T
    power = np.ascontiguousarray(shapes * loads["pLoad"].to_numpy(np.float32)[:, None])
    category = np.array([FAMILIES.get(name[:2], "bedrijf") for name in loads["profile"]])
    hours = HOURS[power.shape[1]]
    return Measured(power, category, power.sum(axis=1, dtype=float) * hours, codes)


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
    wheel = package()
    if wheel is None:
        sys.exit("SimBench is er niet: begin met `make validity`.")
    print("| net | loads | error P50 | largest | bias | in band | under | above |")
    print("|---|---|---|---|---|---|---|---|")
    for code, net in load_nets(wheel).items():
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
