"""A grid of square cells to find the boxes near other boxes, thousands of them at once.

Boxes lie in the cell of their middle and are sorted by cell, row of cells after row. So the
boxes in a stretch of a row are one run, and a search is a few runs.
"""

from __future__ import annotations

import numpy as np

_NOTHING = (np.empty(0, np.int64), np.empty(0, np.int64))
FINEST_M = 8.0  # half the side up to which boxes share one grid


class Cells:
    """Boxes (n, 4), in metres; every group of boxes of like size in a grid of its own.

    Sizes in a group differ by a factor of at most four, so that a few large boxes do not
    widen the search among thousands of small ones.

    Attributes:
        size: metres, about the distance between neighbours.
    """

    def __init__(self, boxes: np.ndarray) -> None:
        # Columns one by one: numpy is many times slower on rows of two or four.
        x0, y0, x1, y1 = np.ascontiguousarray(boxes.T, dtype=float)
        half = np.maximum(x1 - x0, y1 - y0) / 2
        fine = np.maximum(half, FINEST_M) / FINEST_M
        level = np.ceil(np.log(fine) / np.log(4.0)).astype(np.int64)
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        self._grids = []
        for value in np.flatnonzero(np.bincount(level)):
            units = np.flatnonzero(level == value)
            self._grids.append(_Grid(x[units], y[units], units, float(half[units].max())))
        self.size = min((grid.size for grid in self._grids), default=np.inf)

    def near(self, boxes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Pairs (row of `boxes`, number of a box here) of all that meet, and some more."""
        found = [grid.near(boxes) for grid in self._grids] or [_NOTHING]
        return np.concatenate([row for row, _ in found]), np.concatenate([n for _, n in found])


class _Grid:
    """Boxes by their middles (x, y) and half the side of the largest, in metres."""

    def __init__(self, x: np.ndarray, y: np.ndarray, units: np.ndarray, half: float) -> None:
        self._half = half
        self._low = np.array([x.min(), y.min()])
        span = np.array([x.max(), y.max()]) - self._low
        spacing = max(np.sqrt(span.prod() / len(units)), span.max() / len(units))
        self.size = max(float(spacing), 2 * half, 1.0)
        self._per_m = 1 / self.size
        self._shape = np.floor(span * self._per_m).astype(np.int64) + 1  # columns, rows
        column, row = (
            ((axis - low) * self._per_m).astype(np.int64) for axis, low in zip((x, y), self._low)
        )
        self._units = units[np.lexsort((compact(column), compact(row)))]
        count = np.bincount(row * self._shape[0] + column, minlength=int(self._shape.prod()))
        self._start = np.concatenate([[0], np.cumsum(count)])

    def near(self, boxes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        first = np.floor((boxes[:, :2] - self._half - self._low) * self._per_m)
        last = np.floor((boxes[:, 2:] + self._half - self._low) * self._per_m)
        first = np.clip(first, 0, self._shape).astype(np.int64)
        last = np.clip(last, -1, self._shape - 1).astype(np.int64)
        last[(first > last).any(axis=1)] = -1  # beside the grid: no rows of cells
        line, query = expand(first[:, 1], last[:, 1] + 1)
        line *= self._shape[0]
        begin = self._start.take(line + first[:, 0].take(query))
        end = self._start.take(line + last[:, 0].take(query) + 1)
        place, run = expand(begin, end)
        return query.take(run), self._units.take(place)


def expand(first: np.ndarray, last: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """All numbers from `first` up to `last`, row by row, and the row of each."""
    count = np.maximum(last - first, 0)
    row = np.repeat(np.arange(len(count)), count)
    return np.arange(len(row)) + (first - np.cumsum(count) + count).take(row), row


def compact(numbers: np.ndarray) -> np.ndarray:
    """Whole numbers from 0 in two bytes where they fit: numpy sorts those many times faster."""
    return numbers.astype(np.uint16) if numbers.max(initial=0) < 1 << 16 else numbers
