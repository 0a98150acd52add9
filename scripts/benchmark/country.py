"""Ten million buildings against 20 000 sites, from a GeoPackage as users have them.

Memory follows the sites and the boxes of the buildings, time the buildings. The file is made
once, which takes minutes for ten million.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
from benchmark.contenders import prepare_geopandas, start_qgis
from benchmark.province import SEED, sites
from benchmark.task import ACTIVITY, rules

from rev_plugin.core.model import Features, Settings, Silent
from rev_plugin.core.space.constraints import find_constraints
from rev_plugin.study.sources import theme_from_file


def file(folder: Path, count: int) -> Path:
    """The GeoPackage with so many buildings; made when it is not there yet."""
    path = folder / f"bebouwing-{count}.gpkg"
    if not path.is_file():
        python = str(prepare_geopandas(folder))
        command = [python, "-m", "benchmark.country_file", str(path), str(count)]
        subprocess.run(command, check=True)
    return path


def measure(path: Path) -> dict:
    """Seconds of processor time, and peak memory in MiB with QGIS in it."""
    shapes = sites(np.random.default_rng(SEED), 20_000)
    names = np.arange(len(shapes)).astype(str).astype(object)
    places = Features(shapes, pd.DataFrame({"naam": names, "activiteit": ACTIVITY}))
    clock = time.process_time()
    themes = {"bebouwing": theme_from_file(path, "bebouwing")}
    found = find_constraints(places, themes, rules(), Settings(), Silent())
    seconds = time.process_time() - clock
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "peak_mib": peak, "rows": len(found)}


if __name__ == "__main__":
    made = file(Path(sys.argv[1]), int(sys.argv[2]))
    start_qgis()
    sys.stdout.write(json.dumps(measure(made)) + "\n")
