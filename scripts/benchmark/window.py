"""How the screen answers: a real QGIS window with the study of a province, under Xvfb.

QGIS runs window_inside.py, which does what a user does and keeps the pulse of the event loop.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd
import shapely
from benchmark import judging
from benchmark.province import HEIGHT, SEED, SOUTH, WEST, WIDTH, sites
from osgeo import gdal

from rev_plugin.core import columns
from rev_plugin.study.frames import conform
from rev_plugin.study.write import Layer, write_layers

ROOT = Path(__file__).resolve().parents[2]
SITES = 200
THEMES = ("bebouwing", "natura2000", "windturbines", "buisleidingen")
LONGEST_S = 1_200


def study(province: dict[str, Path], folder: Path, scale: float) -> Path:
    """The data GeoPackage of the province, made once."""
    path = folder / f"studie-{scale:g}.gpkg"
    if path.is_file():
        return path
    plan = judging.file(folder, scale)
    write_layers(path, [_places(), _areas()])
    gdal.UseExceptions()
    for name, source in {**{n: province[n] for n in THEMES}, "planobjecten": plan}.items():
        gdal.VectorTranslate(
            str(path), str(source), accessMode="update", layers=[name], layerName=name
        )
    return path


def _places() -> Layer:
    """Sites of all kinds of activity in the middle of the province."""
    shapes = sites(np.random.default_rng(SEED), 100 * SITES)
    centre = shapely.Point(WEST + WIDTH / 2, SOUTH + HEIGHT / 2)
    shapes = shapes[np.argsort(shapely.distance(shapes, centre))[:SITES]]
    number = np.arange(SITES)
    table = pd.DataFrame(
        {
            "naam": [f"Locatie {n:03d}" for n in number],
            "activiteit": np.array(judging.ACTIVITIES, dtype=object)[
                number % len(judging.ACTIVITIES)
            ],
            "woningen": 150.0,
            "mva": 80.0,
            "hoogte_m": 8.0,
            "jaar": 2032,
        }
    )
    return Layer("locaties", conform(table, columns.SITE), columns.SITE, shapes, "vlak")


def _areas() -> Layer:
    """One supply area under one of TenneT, over the whole province."""
    rows = [
        {
            "gebied_id": name, "naam": name, "niveau": level, "bovenliggend": parent,
            "richting": direction, "jaar": 2026, "capaciteit_mw": 100.0 * times,
            "benodigd_mw": 10.0 * times, "wachtrij_mw": 0.0, "status": "transparant",
            "bron": "proef", "peildatum": "2026-07-01",
        }
        for name, level, parent, times in (
            ("OS Proef", "rnb", "T Proef", 1), ("T Proef", "tennet", None, 10)
        )
        for direction in ("afname", "invoeding")
    ]  # fmt: skip
    whole = shapely.box(WEST, SOUTH, WEST + WIDTH, SOUTH + HEIGHT)
    shapes = np.full(len(rows), whole, dtype=object)
    table = conform(pd.DataFrame(rows), columns.AREA)
    return Layer("voedingsgebieden", table, columns.AREA, shapes, "vlak")


def measure(data: Path) -> dict:
    """What the session inside QGIS measured."""
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "answer.json"
        environment = {
            **os.environ,
            "REV_STUDY": str(data),
            "REV_ANSWER": str(answer),
            "REV_DEMO": str(Path(folder) / "demo"),
            "QT_QPA_PLATFORM": "xcb",
        }
        environment.pop("DISPLAY", None)  # always a virtual screen: nobody's own is disturbed
        command = [
            str(ROOT / "scripts" / "with_display"), str(ROOT / "scripts" / "qgis"), "qgis",
            "--nologo", "--noversioncheck",
            "--code", str(Path(__file__).with_name("window_inside.py")),
        ]  # fmt: skip
        run = subprocess.Popen(
            command, env=environment, start_new_session=True, stdout=subprocess.DEVNULL
        )
        try:
            run.wait(LONGEST_S)
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGTERM)
        return json.loads(answer.read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]))) + "\n")
