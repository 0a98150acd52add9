"""One pool of tasks: shapely and numpy release Python's lock while they work.

GEOS may be used from several threads, but not one geometry at the same time when it keeps
something behind the scenes: a prepared geometry builds its index while it is first asked,
and older versions of GEOS compute an envelope then. So the work is cut between owners (the
first geometry of a pair stays in one thread) and envelopes are computed beforehand.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    CancelledError,
    Future,
    ThreadPoolExecutor,
    wait,
)
from functools import lru_cache
from threading import Event
from typing import TypeVar

import numpy as np
import shapely

SMALL = 2_000  # rows below which a second thread costs more than it gives
CORES = os.cpu_count() or 1
POLL_S = 0.1  # how often somebody who waits looks whether to stop

Item = TypeVar("Item")
Result = TypeVar("Result")


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


def each(
    function: Callable[[Item, Callable[[], None]], Result],
    items: Iterable[Item],
    check: Callable[[], None],
) -> Iterator[Result]:
    """`function(item, check)` of all items on all cores; the results in the order of items.

    Items are drawn in the calling thread, the next when no more are unfinished than there are
    cores. `check` is called there and may raise to stop; what `function` gets as `check`
    then raises too, and nothing runs any more when this returns.
    """
    stop = Event()

    def check_inside() -> None:
        if stop.is_set():
            raise CancelledError

    running: deque[Future[Result]] = deque()
    try:
        for item in items:
            check()
            running.append(_pool().submit(function, item, check_inside))
            _await(running, CORES, check)
            while running and running[0].done():
                yield running.popleft().result()
        while running:
            _await((running[0],), 0, check)
            yield running.popleft().result()
    finally:
        stop.set()
        wait([future for future in running if not future.cancel()])


def _await(running: Iterable[Future], count: int, check: Callable[[], None]) -> None:
    """Wait until no more than `count` are unfinished."""
    while len(left := [future for future in running if not future.done()]) > count:
        check()
        wait(left, POLL_S, FIRST_COMPLETED)
