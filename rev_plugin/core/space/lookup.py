"""The nearest object of one site among indexed targets: `Search` without its machinery.

For one site a pass over all boxes is quicker than trees and rounds. The answer is that of
`proximity.Search`, to the last digit and id.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

from rev_plugin.core.space.overlay import Overlay
from rev_plugin.core.space.proximity import (
    MICROMETRE,
    Answer,
    Sites,
    Targets,
    box_distance,
    nothing_found,
)

FIRST = 4  # units measured in the first round; each next round takes four times as many
Indexed = Sequence[tuple[Targets, np.ndarray]]  # targets, and the ids of their chunk


def look_up(site: Sites, indexed: Indexed, reach: float, deep: float) -> Answer:
    """Distance, id, overlap and depth for a single site; `reach` in metres."""
    if not indexed:
        return nothing_found(1)
    distance, object_id = np.inf, None
    overlay = Overlay(site.geometry, site.boxes, site.areas, deep)
    for targets, ids in indexed if site.usable[0] and reach >= 0 else ():
        row, exact = _measured(site, targets, min(reach, distance))
        if not len(row) or exact.min() > distance:
            continue
        nearest = min(ids[row[exact == exact.min()]])
        if exact.min() < distance or nearest < object_id:
            distance, object_id = float(exact.min()), nearest
        if exact.min() > 0:
            continue
        touching = np.unique(row[exact == 0])
        overlay.add(np.zeros(len(touching), dtype=np.int64), targets.shapes, touching)
    covered, depth = overlay.result()
    found = np.empty(1, dtype=object)
    found[0] = object_id
    return Answer(np.array([distance]), found, covered, depth)


def _measured(site: Sites, targets: Targets, limit: float) -> tuple[np.ndarray, np.ndarray]:
    """Rows and exact distances of all objects that can be nearest, and maybe some more."""
    bound = box_distance(site.boxes, targets.boxes)
    near = np.flatnonzero(bound <= limit + MICROMETRE)
    near = near[np.argsort(bound[near], kind="stable")]
    around = _around(site, targets)
    rows, exact = [around], [np.zeros(len(around))]
    limit = 0.0 if len(around) else limit
    start, size = 0, FIRST
    while start < len(near) and bound[near[start]] <= limit + MICROMETRE:
        batch = near[start : start + size]
        distance = np.round(shapely.distance(site.geometry[0], targets.get(batch)), 6)
        kept = distance <= limit
        rows.append(targets.owner[batch[kept]])
        exact.append(distance[kept])
        limit = min(limit, distance.min())
        start, size = start + size, 4 * size
    return np.concatenate(rows), np.concatenate(exact)


def _around(site: Sites, targets: Targets) -> np.ndarray:
    """Rows of the large polygons that have (a part of) the site inside them."""
    if not len(targets.large):
        return targets.large
    tree, _ = site.part_points
    polygon, _ = tree.query(targets.shapes.get(targets.large), predicate="intersects")
    return targets.large[np.unique(polygon)]
