"""Python's search for reference cycles, put off while many objects are made.

Every shapely geometry is one that Python searches. After so many new ones it goes through all
objects of QGIS and its plugins, which takes a tenth of a second in which no Python runs.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

OLDEST = 2  # generation of objects
DUE = 0.25  # of the old ones: when so many are new, Python searches all


class _Search:
    """Off while somebody wants it off; then on again, unless it was off before."""

    def __init__(self) -> None:
        self._lock, self._unwanted, self._was_on = Lock(), 0, True

    def stop(self) -> None:
        with self._lock:
            if self._unwanted == 0:
                self._was_on = gc.isenabled()
                gc.disable()
            self._unwanted += 1

    def resume(self) -> None:
        with self._lock:
            self._unwanted -= 1
            if self._unwanted == 0 and self._was_on:
                gc.enable()


_SEARCH = _Search()


@contextmanager
def no_search() -> Iterator[None]:
    """No search meanwhile, on any thread; what is in no cycle is freed as always."""
    _SEARCH.stop()
    try:
        yield
    finally:
        _SEARCH.resume()


def search_if_due() -> None:
    """After `no_search` brought much that stays: search now, when Python would soon do so.

    It chooses its moment by what is made, and so in the middle of a drag.
    """
    if gc.get_count()[0] > DUE * len(gc.get_objects(OLDEST)):
        gc.collect()
