"""Ten million buildings against 20 000 sites: memory follows the sites, time the buildings.

The buildings are made while they are read, so the file system plays no part; making them is
timed apart and subtracted.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterator
from typing import Optional

import numpy as np
import pandas as pd
from benchmark.province import SEED, random_points, sites
from benchmark.task import ACTIVITY, rules

from rev_plugin.core.model import Bounds, Chunk, Features, Settings, Silent, SourceInfo, Theme
from rev_plugin.core.space.constraints import find_constraints

CHUNK = 50_000
_HEAD = b"\x01\x03\x00\x00\x00\x01\x00\x00\x00\x05\x00\x00\x00"  # one ring of five points
_ROW = np.dtype([("head", f"S{len(_HEAD)}"), ("ring", "<f8", (5, 2))])


def houses(count: int) -> Iterator[Chunk]:
    """Rectangles as WKB, in chunks, with a text id and a use."""
    rng = np.random.default_rng(SEED)
    corner = np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)], dtype=float)
    for start in range(0, count, CHUNK):
        rows = np.empty(CHUNK, dtype=_ROW)
        rows["head"] = np.frombuffer(_HEAD, f"V{len(_HEAD)}")[0].tobytes()
        places = random_points(rng, CHUNK)
        rows["ring"] = places[:, None] + corner * rng.uniform(5, 20, (CHUNK, 1, 2))
        data = rows.view("u1").reshape(CHUNK, _ROW.itemsize)
        data[:, : len(_HEAD)] = np.frombuffer(_HEAD, dtype="u1")
        geometry = np.empty(CHUNK, dtype=object)
        geometry[:] = data.view(f"V{_ROW.itemsize}").ravel().tolist()
        ids = np.arange(start, start + CHUNK)
        yield Chunk(ids, geometry, {"jaar": 1950 + ids % 75})


def measure(count: int) -> dict:
    """Seconds (without making the buildings) and peak memory in MiB."""
    clock = time.process_time()
    for _ in houses(count):
        pass
    making = time.process_time() - clock

    def read(_bounds: Optional[Bounds]) -> Iterator[Chunk]:
        return houses(count)

    shapes = sites(np.random.default_rng(SEED), 20_000)
    names = np.arange(len(shapes)).astype(str).astype(object)
    places = Features(shapes, pd.DataFrame({"naam": names, "activiteit": ACTIVITY}))
    theme = Theme("bebouwing", frozenset({"jaar"}), read, SourceInfo("bebouwing"))
    clock = time.process_time()
    found = find_constraints(places, {"bebouwing": theme}, rules(), Settings(), Silent())
    seconds = time.process_time() - clock - making
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"count": count, "seconds": seconds, "peak_mib": peak, "rows": len(found)}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(int(sys.argv[1]))) + "\n")
