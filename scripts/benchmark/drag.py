"""A site dragged over the demo map: milliseconds a step, and the same answer as a full run."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.model import Bounds, Features, Settings, Silent
from rev_plugin.core.rules import load_rules
from rev_plugin.core.space.constraints import find_constraints
from rev_plugin.core.space.plan_map import read_map
from rev_plugin.core.space.planfit import PlanColumns, PlanFit, judge_on_map, judge_plans
from rev_plugin.core.space.window import Window

STEPS = 500
HALF_M = 3_500.0  # of the window
STATION = pd.DataFrame({"naam": ["hier"], "activiteit": ["station_hs_ms"], "mva": [80.0]})


def place(middle: np.ndarray) -> Features:
    """A station of 80 × 80 m and 80 MVA."""
    shape = np.array([shapely.box(*(middle - 40), *(middle + 40))], dtype=object)
    return Features(shape, STATION)


def same(one: PlanColumns, other: PlanFit) -> bool:
    """Whether verdict, findings and constraints of two plan judgements are equal."""
    return all(
        pd.DataFrame(table).equals(getattr(other, name)) for name, table in one._asdict().items()
    )


def drag(data: Path) -> dict:
    """Percentiles of a step in milliseconds, wall and CPU, and the steps that differ."""
    from rev_plugin.study.geopackage import Study

    themes, rules, settings = Study.open(data).themes, load_rules(), Settings()
    west, south, east, north = themes["bebouwing"].extent
    centre = np.array([(west + east) / 2, (south + north) / 2])
    bounds: Bounds = (*(centre - HALF_M), *(centre + HALF_M))
    window = Window(themes, rules, settings, bounds, Silent())
    plans = read_map(themes["planobjecten"], bounds, Silent())
    took: dict[str, list[float]] = {"rules": [], "plan": [], "both": [], "cpu": []}
    steps = []
    for step in range(STEPS):
        site = place(centre + (4 * step - 1000, 800 * np.sin(step / 60)))
        clock, cpu = time.perf_counter(), time.thread_time()
        found = window.find(site)
        between = time.perf_counter()
        fit = judge_on_map(site, plans, rules, settings, Silent())
        end = time.perf_counter()
        took["cpu"].append(time.thread_time() - cpu)
        took["rules"].append(between - clock)
        took["plan"].append(end - between)
        took["both"].append(end - clock)
        steps.append((site, found, fit))
    differing = 0
    for site, found, fit in steps:  # apart, so that a full run does not cool the window down
        full = find_constraints(site, themes, rules, settings, Silent())
        fresh = judge_plans(site, themes["planobjecten"], rules, settings, Silent())
        differing += not (pd.DataFrame(found).equals(full) and same(fit, fresh))
    answer: dict = {"differing": differing, "compared": STEPS}
    for name, seconds in took.items():
        answer[name] = [float(v) for v in np.percentile(np.array(seconds) * 1000, (50, 95))]
    return answer


if __name__ == "__main__":
    sys.stdout.write(json.dumps(drag(Path(sys.argv[1]))) + "\n")
