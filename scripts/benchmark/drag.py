"""A site dragged over the demo map: milliseconds a step, and the same answer as a full run."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.model import Features, Settings, Silent
from rev_plugin.core.rules import load_rules
from rev_plugin.core.space.constraints import find_constraints
from rev_plugin.core.space.planfit import judge_plans
from rev_plugin.core.space.window import PLANS, Window

STEPS, COMPARE_EVERY = 500, 10


def place(middle: np.ndarray) -> Features:
    """A station of 80 × 80 m and 80 MVA."""
    table = pd.DataFrame({"naam": ["hier"], "activiteit": ["station_hs_ms"], "mva": [80.0]})
    shape = np.array([shapely.box(*(middle - 40), *(middle + 40))], dtype=object)
    return Features(shape, table)


def drag(data: Path) -> dict:
    """Percentiles of a step in milliseconds, wall and CPU, and the steps that differ."""
    from rev_plugin.study.geopackage import Study

    themes, rules, settings = Study.open(data).themes, load_rules(), Settings()
    west, south, east, north = themes["bebouwing"].extent
    centre = np.array([(west + east) / 2, (south + north) / 2])
    bounds = (centre[0] - 3500, centre[1] - 3500, centre[0] + 3500, centre[1] + 3500)
    window = Window(themes, rules, settings, bounds, Silent())
    plans = window.theme(PLANS)
    took: dict[str, list[float]] = {"rules": [], "plan": [], "both": [], "cpu": []}
    differing = 0
    for step in range(STEPS):
        site = place(centre + (4 * step - 1000, 800 * np.sin(step / 60)))
        clock, cpu = time.perf_counter(), time.thread_time()
        found = window.find(site)
        between = time.perf_counter()
        judge_plans(site, plans, rules, settings, Silent())
        end = time.perf_counter()
        took["rules"].append(between - clock)
        took["plan"].append(end - between)
        took["both"].append(end - clock)
        took["cpu"].append(time.thread_time() - cpu)
        if step % COMPARE_EVERY == 0:
            full = find_constraints(site, themes, rules, settings, Silent())
            differing += not found.equals(full)
    answer: dict = {"differing": differing, "compared": STEPS // COMPARE_EVERY}
    for name, seconds in took.items():
        answer[name] = [float(v) for v in np.percentile(np.array(seconds) * 1000, (50, 95))]
    return answer


if __name__ == "__main__":
    sys.stdout.write(json.dumps(drag(Path(sys.argv[1]))) + "\n")
