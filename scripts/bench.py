#!/usr/bin/env python3
"""Measures speed and memory against other tools and writes docs/benchmark.md.

bench.py                 everything, medians of five (takes about half an hour)
bench.py --runs 1        quick
bench.py --scale 0.05    a small province, to see that it works
bench.py --only engine drag
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from benchmark import contenders, window  # noqa: E402
from benchmark.postgis import PostGis  # noqa: E402
from benchmark.province import Size, make  # noqa: E402
from benchmark.report import write_report  # noqa: E402

BENCH = ROOT / "build" / "bench"
PARTS = (
    "decode",
    "engine",
    "qgis",
    "qgis_short",
    "geopandas",
    "postgis",
    "country",
    "headroom",
    "plans",
    "judging",
    "drag",
    "window",
    "oracle",
)
ORACLE_SEEDS = 28  # 37 000 pairs each


def main() -> None:
    options = arguments()
    size = Size() if options.scale == 1 else Size().scaled(options.scale)
    folder = BENCH / ("province" if options.scale == 1 else f"province-{options.scale}")
    paths = make(folder, size)
    kept = BENCH / f"results-{options.scale}.json"
    results = json.loads(kept.read_text()) if kept.is_file() else {}
    for part in PARTS:
        if part in options.only:
            say(f"{part} …")
            results[part] = {**measure(part, paths, options), "load": os.getloadavg()[0]}
            kept.write_text(json.dumps(results))
    if options.scale == 1:
        write_report(ROOT / "docs" / "benchmark.md", results)
        say("docs/benchmark.md geschreven")


def measure(part: str, paths: dict[str, Path], options: argparse.Namespace) -> dict:
    """One part of the benchmark."""
    python, runs = sys.executable, options.runs
    if part == "decode":
        return contenders.measure("decode", paths, python, runs)
    if part == "engine":  # interleaved with decode, so that both see the same machine
        floor = [contenders.measure("decode", paths, python, runs)]
        near = contenders.measure("engine", paths, python, runs, "0")
        far = contenders.measure("engine", paths, python, runs, "1000")
        floor.append(contenders.measure("decode", paths, python, runs))
        middle = {key: floor[0][key] + floor[1][key] for key in ("seconds", "cpu")}
        where = contenders.measure("profile", paths, python, 1)
        return {"near": near, "far": far, "decode": middle, "profile": where}
    if part in ("qgis", "qgis_short"):
        return contenders.measure(part, paths, python, runs)
    if part == "geopandas":
        return contenders.measure(
            "geopandas", paths, str(contenders.prepare_geopandas(BENCH)), runs
        )
    if part == "postgis":
        if not contenders.has_postgis():
            return {"absent": "postgresql en postgis zijn niet geïnstalleerd"}
        with PostGis(BENCH) as server:
            server.load(paths)
            return server.measure(runs)
    if part == "country":
        millions = (1, 10) if options.scale == 1 else (1,)
        return {str(n): own("benchmark.country", str(BENCH), str(n * 1_000_000)) for n in millions}
    if part == "headroom":
        return own("benchmark.headroom")
    if part == "plans":
        return own("benchmark.plans", str(BENCH), str(runs))
    if part == "drag":
        data = ROOT / "build" / "demo" / "data.gpkg"
        if not data.is_file():
            return {"absent": "eerst `make demo`"}
        return own("benchmark.drag", str(data))
    if part == "judging":
        return own("benchmark.judging", str(BENCH), str(options.scale))
    if part == "window":
        return window.measure(window.study(paths, BENCH, options.scale))
    return oracle()


def own(module: str, *options: str) -> dict:
    """What a module of ours prints, from a process of its own."""
    paths = os.pathsep.join((str(ROOT), str(ROOT / "scripts")))
    environment = {**os.environ, "PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", module, *options]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def oracle() -> dict:
    """The test against brute force, over a million pairs."""
    test = "test/unit/space/test_constraints_oracle.py"
    environment = {**os.environ, "REV_ORACLE_SEEDS": str(ORACLE_SEEDS)}
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:pytest_qgis",
        "-p",
        "no:pytest-qt",
        test,
    ]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True)
    return {"seeds": ORACLE_SEEDS, "passed": done.returncode == 0, "tail": done.stdout[-300:]}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--scale", type=float, default=1)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    return parser.parse_args()


def say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    main()
