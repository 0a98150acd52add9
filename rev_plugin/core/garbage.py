"""Python's search for reference cycles, put off while many objects are made.

Every shapely geometry is one that Python searches. After so many new ones it goes through all
objects of QGIS and its plugins, which takes a tenth of a second in which no Python runs.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


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


def set_apart() -> None:
    """Leave the objects of now out of later searches, until `take_back`.

    Most belong to QGIS and to modules, and stay as long as it does. Those that are in no
    cycle are freed as always; only a cycle of them that falls out of use stays till then.
    """
    gc.freeze()


def take_back() -> None:
    """Search all objects again, those set apart too."""
    gc.unfreeze()
