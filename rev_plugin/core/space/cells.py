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
        half = (boxes[:, 2:] - boxes[:, :2]).max(axis=1, initial=0.0) / 2
        level = np.ceil(np.log(np.maximum(half, FINEST_M) / FINEST_M) / np.log(4.0))
        groups = [np.flatnonzero(level == value) for value in np.unique(level)]
        self._grids = [_Grid(boxes[units], units, float(half[units].max())) for units in groups]
        self.size = min((grid.size for grid in self._grids), default=np.inf)

    def near(self, boxes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Pairs (row of `boxes`, number of a box here) of all that meet, and some more."""
        found = [grid.near(boxes) for grid in self._grids] or [_NOTHING]
        return np.concatenate([row for row, _ in found]), np.concatenate([n for _, n in found])


class _Grid:
    def __init__(self, boxes: np.ndarray, units: np.ndarray, half: float) -> None:
        self._half = half
        middles = (boxes[:, :2] + boxes[:, 2:]) / 2
        self._low = middles.min(axis=0)
        span = middles.max(axis=0) - self._low
        spacing = max(np.sqrt(span.prod() / len(units)), span.max() / len(units))
        self.size = max(float(spacing), 2 * half, 1.0)
        self._shape = (span // self.size).astype(np.int64) + 1  # columns, rows
        column, row = ((middles - self._low) // self.size).astype(np.int64).T
        cell = row * self._shape[0] + column
        self._units = units[np.argsort(cell, kind="stable")]
        count = np.bincount(cell, minlength=int(self._shape.prod()))
        self._start = np.concatenate([[0], np.cumsum(count)])

    def near(self, boxes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        first = np.floor((boxes[:, :2] - self._half - self._low) / self.size)
        last = np.floor((boxes[:, 2:] + self._half - self._low) / self.size)
        first = np.clip(first, 0, self._shape).astype(np.int64)
        last = np.clip(last, -1, self._shape - 1).astype(np.int64)
        last[(first > last).any(axis=1)] = -1  # beside the grid: no rows of cells
        line, query = expand(first[:, 1], last[:, 1] + 1)
        begin = self._start[line * self._shape[0] + first[query, 0]]
        end = self._start[line * self._shape[0] + last[query, 0] + 1]
        place, run = expand(begin, end)
        return query[run], self._units[place]


def expand(first: np.ndarray, last: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """All numbers from `first` up to `last`, row by row, and the row of each."""
    count = np.maximum(last - first, 0)
    row = np.repeat(np.arange(len(count)), count)
    return np.arange(len(row)) + (first - np.cumsum(count) + count)[row], row
