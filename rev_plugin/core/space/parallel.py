"""One pool of tasks for the shapely calls that release Python's lock.

GEOS may be used from several threads, but not one geometry at the same time when it keeps
something behind the scenes: a prepared geometry builds its index while it is first asked,
and older versions of GEOS compute an envelope then. So the work is cut between owners (the
first geometry of a pair stays in one thread) and envelopes are computed beforehand.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

import numpy as np
import shapely

SMALL = 2_000  # rows below which a second thread costs more than it gives
CORES = os.cpu_count() or 1


@lru_cache(maxsize=1)
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(CORES, thread_name_prefix="rev")


def spread(
    function: Callable[[np.ndarray, np.ndarray], np.ndarray],
    owner: np.ndarray,
    first: np.ndarray,
    second: np.ndarray,
) -> np.ndarray:
    """`function(first, second)`, row by row, in slices over the cores.

    Args:
        owner: a number per row, not descending; equal numbers stay in one thread, so `first`
            may hold one prepared geometry for all rows of an owner. `second` is not prepared.
    """
    if len(owner) < SMALL:
        return function(first, second)
    shapely.bounds(second)
    edges = np.linspace(0, len(owner), 4 * CORES + 1).astype(np.int64)[1:-1]
    edges = np.unique(np.searchsorted(owner, owner[edges]))
    slices = np.split(np.arange(len(owner)), edges)
    done = _pool().map(lambda rows: function(first[rows], second[rows]), slices)
    return np.concatenate(list(done))
