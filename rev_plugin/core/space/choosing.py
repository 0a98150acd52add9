"""Which objects a search has to see, told from their boxes: most need not even be read.

First all objects are looked at whose boxes meet the site's, since any may overlap it; where
there are none, one object near the site. How far the nearest of these lies, measured exactly,
bounds how far any can be; so what has its box farther away cannot be the nearest, nor as near.
Boxes may be wider than their objects: that only means that more is seen. Lengths are metres.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from rev_plugin.core.space.cells import Cells
from rev_plugin.core.space.geometry import grown
from rev_plugin.core.space.proximity import MICROMETRE, WIDEN, Search, box_distance

MOST = 500_000  # boxes in one grid, so that cancel is looked at in between


class Choice:
    """The objects that may matter to one search."""

    def __init__(
        self, search: Search, boxes: np.ndarray, meant: np.ndarray, check: Callable[[], None]
    ) -> None:
        """Which of `boxes` (n, 4) are `meant` (bool) by the search; `check` may raise to stop."""
        self._search, self._boxes, self._check = search, boxes, check
        self._grids: list[tuple[np.ndarray, Cells]] = []
        for start in range(0, len(boxes), MOST):
            check()
            part = slice(start, start + MOST)
            some = start + np.flatnonzero(meant[part] & search.wanted(boxes[part]))
            if len(some):
                self._grids.append((some, Cells(boxes[some])))

    def starters(self) -> np.ndarray:
        """Rows: for each site all whose boxes meet its own; where there are none, one that is
        in reach and likely to be near."""
        site = np.flatnonzero(self._search.asks)
        limit, radius = self._search.limit(site), np.full(len(site), MICROMETRE)
        step = min((cells.size for _, cells in self._grids), default=np.inf)
        found = [np.empty(0, np.int64)]
        while len(site):
            row = np.full(len(self._search.sites), -1)
            least = np.full(len(self._search.sites), np.inf)
            for near, other, distance in self._near(site, radius):
                found.append(other[distance <= MICROMETRE])
                order = np.lexsort((distance, near))
                first = order[np.flatnonzero(np.diff(near[order], prepend=-1))]
                first = first[distance[first] < least[near[first]]]
                least[near[first]], row[near[first]] = distance[first], other[first]
            found.append(row[row >= 0])
            left = (row[site] < 0) & (radius < limit)
            site, limit = site[left], limit[left]
            radius = np.minimum(np.maximum(WIDEN * radius[left], step), limit)
        return np.unique(np.concatenate(found))

    def rest(self) -> np.ndarray:
        """Rows of all that can still matter, given what the search has found by now."""
        site = np.flatnonzero(self._search.asks)
        site = site[self._search.limit(site) > MICROMETRE]  # of the others all were starters
        near = [np.unique(other) for _, other, _ in self._near(site, self._search.limit(site))]
        return np.unique(np.concatenate([np.empty(0, np.int64), *near]))

    def _near(
        self, site: np.ndarray, radius: np.ndarray
    ) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
        """Grid by grid the pairs of sites and rows whose boxes are within `radius`."""
        around = grown(self._search.sites.boxes[site], radius)
        for rows, cells in self._grids:
            self._check()
            query, unit = cells.near(around)
            other, own = rows.take(unit), site.take(query)
            boxes = self._search.sites.boxes.take(own, axis=0)
            distance = box_distance(boxes, self._boxes.take(other, axis=0))
            near = np.flatnonzero(distance <= radius.take(query))
            yield own[near], other[near], distance[near]
