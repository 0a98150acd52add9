"""Geometry of supply areas beside tables that name them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from rev_plugin.core.model import Features


def geometry_of(areas: Features, ids: pd.Series, directions: pd.Series) -> np.ndarray:
    """The shape of each row's area, of its own direction where the area sets differ.

    Offtake and feed-in may have different polygons for one id; an id without a shape is None.
    """
    keys = zip(areas.table["gebied_id"], areas.table["richting"])
    known = {key: shape for key, shape in zip(keys, areas.geometry) if shape is not None}
    by_id = {gebied: shape for (gebied, _), shape in known.items()}
    shapes = np.empty(len(ids), dtype=object)
    shapes[:] = [known.get(key, by_id.get(key[0])) for key in zip(ids, directions)]
    return shapes
