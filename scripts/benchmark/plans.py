"""A large plan and real ones, from file to rows: MB per second and memory per MB.

Each file is read in a process of its own. The large one holds invented plan objects in the
mix of a real bestemmingsplan, indented as published plans are.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import shapely
from lxml import etree

from rev_plugin.study.demo.imro_writer import Plan, PlanObject, write_plan

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "data" / "katwijk" / "plans"
OBJECTS = 32_000  # some 70 MB
SEED = 7
# Of 100 objects: element, name, hoofdgroep and values, as in bestemmingsplan Valkenburg Dorp.
_HEIGHTS = (("maximum bouwhoogte (m)", "9"), ("maximum goothoogte (m)", "6"))
_MIX = (
    (28, "Enkelbestemming", "Wonen", "wonen", ()),
    (22, "Bouwvlak", "bouwvlak", "", ()),
    (33, "Maatvoering", "maatvoering", "", _HEIGHTS),
    (10, "Bouwaanduiding", "aaneengebouwd", "", ()),
    (5, "Functieaanduiding", "nutsvoorziening", "", ()),
    (2, "Dubbelbestemming", "Waarde - Archeologie", "waarde", ()),
)
_STATUS = Path("/proc/self/status")  # its VmHWM starts anew with each process


def make(folder: Path, count: int = OBJECTS) -> Path:
    """The large plan in `folder`; made once."""
    path = folder / "NL.IMRO.9999.BPbench-va01.gml"
    if not path.is_file():
        rng = np.random.default_rng(SEED)
        kinds = [kind for share, *kind in _MIX for _ in range(share)]
        shapes = _shapes(rng, count)
        objects = [
            PlanObject(kind, name, shape, group, values)
            for (kind, name, group, values), shape in zip(kinds * (count // 100 + 1), shapes)
        ]
        area = shapely.box(*shapely.total_bounds(shapes))
        head = ("NL.IMRO.9999.BPbench-va01", "Meetplan", "bestemmingsplan", "vastgesteld", "")
        write_plan(Plan(*head, "2020-01-01", "9999", "Meetdorp", area, objects), folder)
        tree = etree.parse(str(path))
        etree.indent(tree, "\t")
        tree.write(str(path), xml_declaration=True, encoding="UTF-8")
    return path


def _shapes(rng: np.random.Generator, count: int) -> np.ndarray:
    """Outlines of 6 to 40 corners, in rows of 200."""
    corners = rng.integers(6, 41, count)
    shapes = np.empty(count, dtype=object)
    for number, size in enumerate(corners.tolist()):
        angle = np.linspace(0, 2 * np.pi, size, endpoint=False)
        radius = rng.uniform(10, 20, size)
        centre = 100_000 + 50 * (number % 200), 450_000 + 50 * (number // 200)
        shapes[number] = shapely.Polygon(
            np.column_stack([np.cos(angle), np.sin(angle)]) * radius[:, None] + centre
        )
    return shapes


def measure(path: Path, runs: int) -> dict:
    """Seconds of the processor (median), and peak memory beyond that of the start."""
    results = []
    for _ in range(runs):
        command = [sys.executable, "-m", "benchmark.plans", "read", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        results.append(json.loads(done.stdout))
    size = path.stat().st_size / 1e6
    seconds = statistics.median(one["cpu"] for one in results)
    grown = max(one["grown"] for one in results) / 1e6
    return {
        "file": path.name, "mb": size, "objects": results[0]["objects"], "seconds": seconds,
        "mb_per_s": size / seconds, "times_file": grown / size,
        "bare": size / statistics.median(one["bare"] for one in results),
    }  # fmt: skip


def read_once(path: Path) -> dict:
    """One reading in this process."""
    from rev_plugin.formats.plans import read_plans

    before = _peak_bytes()
    clock = time.process_time()
    rows = read_plans(path)
    cpu = time.process_time() - clock
    grown = _peak_bytes() - before
    clock = time.process_time()
    for _, element in etree.iterparse(str(path), tag="{*}featureMember"):
        element.clear()
    bare = time.process_time() - clock
    objects = sum(elements for elements, _ in rows.counts.values())
    return {"cpu": cpu, "grown": grown, "objects": objects, "bare": bare}


def _peak_bytes() -> int:
    line = next(part for part in _STATUS.read_text().splitlines() if part.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def main(folder: str, runs: str) -> dict:
    """The large plan and the real ones that are at hand."""
    paths = [make(Path(folder)), *sorted(REAL.glob("*.gml"))]
    return {"files": [measure(path, int(runs)) for path in paths], "load": os.getloadavg()[0]}


if __name__ == "__main__":
    answer = read_once(Path(sys.argv[2])) if sys.argv[1] == "read" else main(*sys.argv[1:3])
    sys.stdout.write(json.dumps(answer) + "\n")
