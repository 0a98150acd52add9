"""Headroom of 600 supply areas in two directions over 26 years: seconds and memory."""

from __future__ import annotations

import json
import resource
import statistics
import time

import numpy as np
import pandas as pd

from rev_plugin.core.columns import AREA
from rev_plugin.core.grid.headroom import project_headroom
from rev_plugin.core.model import Direction, Features, GridLevel, Settings, Silent
from rev_plugin.core.rules import load_rules

AREAS, PARENTS, FIRST, LAST, RUNS = 600, 20, 2025, 2050, 5


def areas(seed: int = 1) -> Features:
    """Made-up figures: a third with an expected load, a quarter with works of known MW."""
    random = np.random.default_rng(seed)
    rows = []
    for number in range(AREAS + PARENTS):
        above = number >= AREAS
        scale = 20.0 if above else 1.0
        for direction in Direction:
            capacity = scale * random.uniform(20, 90)
            rows.append(
                {
                    "gebied_id": f"{'T' if above else 'OS'} {number}",
                    "niveau": (GridLevel.TENNET if above else GridLevel.REGIONAL).value,
                    "bovenliggend": None if above else f"T {AREAS + number % PARENTS}",
                    "richting": direction.value,
                    "jaar": FIRST,
                    "capaciteit_mw": capacity,
                    "benodigd_mw": capacity * random.uniform(0.3, 1.3),
                    "wachtrij_mw": capacity * random.uniform(0, 0.5),
                    "belasting_lopend_jaar_mw": capacity / 2 if number % 3 == 0 else np.nan,
                    "status": random.choice(["transparant", "geel", "oranje", "rood"]),
                    "jaar_opgelost": int(random.integers(2028, 2036)),
                    "werken": f"2031: uitbreiding (+{capacity:.0f} MW)"
                    if number % 4 == 0
                    else None,
                }
            )
    table = pd.DataFrame(rows).reindex(columns=[column.name for column in AREA])
    return Features(np.full(len(table), None, dtype=object), table)


def main() -> None:
    """Prints a JSON object: medians of RUNS, the first of which has nothing warm."""
    rules, given = load_rules(), areas()
    wall, cpu, rows = [], [], 0
    for _ in range(RUNS):
        started, used = time.perf_counter(), time.process_time()
        rows = len(project_headroom(given, range(FIRST, LAST + 1), rules, Settings(), Silent()))
        wall.append(time.perf_counter() - started)
        cpu.append(time.process_time() - used)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        json.dumps(
            {
                "rows": rows,
                "seconds": statistics.median(wall),
                "cpu": statistics.median(cpu),
                "first": cpu[0],
                "peak_mib": peak,
            }
        )
    )


if __name__ == "__main__":
    main()
