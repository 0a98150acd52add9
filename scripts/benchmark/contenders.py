"""The other ways to answer the same question, each in a process of its own.

Every contender gives, per layer with a distance, the sites that have an object within it,
and per layer with overlap the summed area; `agree` compares them with the engine's.
"""

from __future__ import annotations

import cProfile
import json
import os
import pstats
import shutil
import subprocess
import sys
import time
from pathlib import Path

from benchmark.task import RADII

PINNED = ("geopandas==1.0.1", "pyogrio==0.10.0", "pyarrow==18.1.0", "shapely==2.0.6")
SEGMENTS = 16  # of a quarter circle in the buffers of the QGIS chain


def decode(paths: dict[str, Path]) -> dict:
    """Arrow read of all columns and from_wkb, one thread: the floor."""
    import numpy as np
    import shapely
    from osgeo import gdal

    count = 0
    for path in paths.values():
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
        layer = dataset.GetLayer(0)
        for batch in layer.GetArrowStreamAsNumPy(["MAX_FEATURES_IN_BATCH=50000"]):
            column = batch[layer.GetGeometryColumn()]
            count += len(shapely.from_wkb(np.array(column.tolist(), dtype=object)))
    return {"features": count}


def engine(paths: dict[str, Path], reach_m: float) -> dict:
    """This engine, from files to findings."""
    from benchmark.task import find

    found = find(paths, reach_m)
    hits = found[found["afstand_m"] <= found["vereist_m"]]
    overlap = found.groupby("regel")["overlap_m2"].sum()
    return {
        "hits": {n: sorted(hits.loc[hits["regel"] == n, "locatie"]) for n in RADII if RADII[n]},
        "overlap": {name: overlap[name] for name in RADII if not RADII[name]},
        "rows": len(found),
    }


def profile(paths: dict[str, Path]) -> dict:
    """Where the time goes, all in one thread: seconds per function, largest first."""
    from rev_plugin.core.space import asking

    asking.each = lambda function, items, check: (function(item, check) for item in items)
    stats = cProfile.Profile(time.thread_time)
    stats.runcall(engine, paths, 1000.0)
    rows = [
        (own, f"{Path(file).stem}.{function}" if file != "~" else function)
        for (file, _, function), (_, _, own, _, _) in pstats.Stats(stats).stats.items()
    ]
    return {"top": sorted(rows, reverse=True)[:12], "total": sum(own for own, _ in rows)}


def qgis_chain(paths: dict[str, Path], pairs: bool) -> dict:
    """native:buffer of the sites, then native:extractbylocation.

    With `pairs` it says which object, as the engine does: the objects in a zone are extracted
    and native:intersection cuts them by it, after native:fixgeometries, without which it stops
    at the first invalid building. Without, the zones that hold any object are extracted.
    """
    import processing
    from qgis.core import Qgis, QgsProcessingContext, QgsVectorLayer

    context = QgsProcessingContext()
    context.setInvalidGeometryCheck(Qgis.InvalidGeometryCheck.NoCheck)

    def run(algorithm: str, **given: object) -> object:
        given = {**given, "OUTPUT": "memory:"}
        return processing.run(f"native:{algorithm}", given, context=context)["OUTPUT"]

    layers = {n: QgsVectorLayer(str(path), n, "ogr") for n, path in paths.items()}
    sites, field = layers["locaties"], ["identificatie"]
    answer: dict = {"hits": {}, "overlap": {}}
    for name, radius in RADII.items():
        if not radius:
            cut = run("intersection", INPUT=sites, OVERLAY=layers[name])
            answer["overlap"][name] = sum(f.geometry().area() for f in cut.getFeatures())
            continue
        zones = run("buffer", INPUT=sites, DISTANCE=radius, SEGMENTS=SEGMENTS)
        if not pairs:
            hit = run("extractbylocation", INPUT=zones, PREDICATE=[0], INTERSECT=layers[name])
            answer["hits"][name] = sorted(f[field[0]] for f in hit.getFeatures())
            continue
        near = run("extractbylocation", INPUT=layers[name], PREDICATE=[0], INTERSECT=zones)
        near = run("fixgeometries", INPUT=near)
        hit = run("intersection", INPUT=near, OVERLAY=zones, INPUT_FIELDS=field,
                  OVERLAY_FIELDS=field)  # fmt: skip
        answer["hits"][name] = sorted({f[f"{field[0]}_2"] for f in hit.getFeatures()})
    return answer


def geopandas(paths: dict[str, Path]) -> dict:
    """Read through pyogrio with Arrow, sjoin within the distance, intersection areas."""
    import geopandas as gpd

    sites = gpd.read_file(paths["locaties"], use_arrow=True)
    answer: dict = {"hits": {}, "overlap": {}}
    for name, radius in RADII.items():
        layer = gpd.read_file(paths[name], use_arrow=True)
        if not radius:
            layer["geometry"] = layer.geometry.make_valid()
            cut = gpd.overlay(sites, layer, how="intersection", keep_geom_type=True)
            answer["overlap"][name] = float(cut.area.sum())
            continue
        near = sites.sjoin_nearest(layer, max_distance=radius, distance_col="afstand")
        answer["hits"][name] = sorted(set(near["identificatie_left"]))
    return answer


def prepare_geopandas(folder: Path) -> Path:
    """The Python of a pinned environment of its own, made once."""
    venv = folder / "venv"
    python = venv / "bin" / "python"
    if not (venv / "ready").is_file():
        subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", *PINNED], check=True)
        (venv / "ready").touch()
    return python


def measure(name: str, paths: dict[str, Path], python: str, runs: int, *options: str) -> dict:
    """Run a contender in a fresh process: its answer, with the seconds of every run."""
    given = json.dumps({key: str(path) for key, path in paths.items()})
    root = Path(__file__).resolve().parents[2]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(root), str(root / "scripts"))),
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [python, "-m", "benchmark.contenders", name, str(runs), given, *options]
    done = subprocess.run(command, env=environment, cwd=root, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{name} failed:\n{done.stderr[-3000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def has_postgis() -> bool:
    """Whether a PostgreSQL server with PostGIS is installed here."""
    return bool(list(Path("/usr/lib/postgresql").glob("*/bin/postgres"))) and bool(
        shutil.which("psql")
    )


def main() -> None:
    """Entry of a contender's own process: name, runs, paths as JSON, options."""
    name, runs, given, *options = sys.argv[1:]
    paths = {key: Path(path) for key, path in json.loads(given).items()}
    if name in ("engine", "profile", "qgis", "qgis_short"):
        start_qgis()
    run = {
        "decode": lambda: decode(paths),
        "engine": lambda: engine(paths, float(options[0])),
        "profile": lambda: profile(paths),
        "qgis": lambda: qgis_chain(paths, pairs=True),
        "qgis_short": lambda: qgis_chain(paths, pairs=False),
        "geopandas": lambda: geopandas(paths),
    }[name]
    if name in ("decode", "engine"):
        run()  # imports and caches; the others take long enough not to notice
    seconds, spent = [], []
    for _ in range(int(runs)):
        clock, cpu = time.perf_counter(), time.process_time()
        answer = run()
        seconds.append(time.perf_counter() - clock)
        spent.append(time.process_time() - cpu)
    sys.stdout.write(json.dumps({"seconds": seconds, "cpu": spent, **answer}) + "\n")


def start_qgis() -> None:
    """QGIS without a screen, with the native algorithms; kept until the process ends."""
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    start_qgis.application = application


if __name__ == "__main__":
    main()
