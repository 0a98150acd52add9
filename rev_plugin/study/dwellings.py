"""Dwellings in the supply areas, counted from the buildings when a report asks for them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.model import Bounds, Features, Feedback, Theme
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.geometry import Shapes
from rev_plugin.core.space.presence import present, with_status
from rev_plugin.study.areas import share_areas

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result

USE, HOME = "gebruiksdoel", "woonfunctie"
COUNTS = ("woningen", "aantal_woningen", "aantal_verblijfsobjecten")


def with_dwellings(
    result: Result,
    municipalities: Optional[Features],
    buildings: Optional[Theme],
    rules: Rules,
    feedback: Feedback,
) -> Result:
    """The result with the share of the dwellings of every municipality in its areas.

    Without buildings that say their use the dwellings stay unknown, which is not zero.

    Raises:
        Cancelled: when the user cancels.
    """
    if result.areas is None or municipalities is None or buildings is None:
        return result
    known = result.areas.geometry[~shapely.is_missing(result.areas.geometry)]
    if not len(known) or USE not in buildings.columns:
        return result
    there = with_status(buildings, rules)
    homes = count_dwellings(there, tuple(shapely.total_bounds(known)), feedback)
    sharing = share_areas(result.areas, municipalities, result.output, homes)
    return replace(result, sharing=sharing)


def count_dwellings(buildings: Theme, bounds: Bounds, feedback: Feedback) -> Features:
    """Residential buildings as points, with `woningen`: their own number where one is given,
    else one each. One that is gone, or never came, is none.
    """
    column = next((name for name in COUNTS if name in buildings.columns), None)
    points, counts = [np.empty(0, dtype=object)], [np.empty(0)]
    for every in buildings.read(bounds):
        feedback.check()
        chunk, _ = present(buildings, every)
        uses = chunk.attributes[USE].tolist()
        homes = np.flatnonzero([HOME in str(use).casefold() for use in uses])
        points.append(shapely.centroid(Shapes(chunk.geometry).get(homes)))
        number = np.ones(len(homes))
        if column is not None:
            given = pd.to_numeric(pd.Series(chunk.attributes[column][homes]), errors="coerce")
            number = given.where(given > 0, 1.0).to_numpy(dtype=float)
        counts.append(number)
    return Features(np.concatenate(points), pd.DataFrame({"woningen": np.concatenate(counts)}))
