"""Supply areas beside tables that name them: their geometry, and who is in them."""

from __future__ import annotations

from typing import Optional

import numpy as np
import pandas as pd

from rev_plugin.core.columns import SHARE
from rev_plugin.core.grid.ledger import PARENT_SEPARATOR
from rev_plugin.core.grid.sharing import sharing_table
from rev_plugin.core.model import Features

MOST_LEVELS = 3  # a station, its TenneT station and the congestion area


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


def share_areas(
    areas: Optional[Features],
    municipalities: Optional[Features],
    output: pd.DataFrame,
    dwellings: Optional[Features] = None,
) -> pd.DataFrame:
    """Who is in the areas that the rows of `output` name, and in the areas above them.

    Gives columns.SHARE, empty without areas or municipalities. Without `dwellings` (points
    with the column woningen) their shares are unknown.
    """
    if areas is None or municipalities is None or not len(municipalities):
        return pd.DataFrame(columns=[column.name for column in SHARE])
    wanted = set(output["voedingsgebied"].dropna())
    for _ in range(MOST_LEVELS):
        own = areas.table[areas.table["gebied_id"].isin(wanted)]
        cells = own["bovenliggend"].dropna().astype(str)
        wanted |= {code.strip() for cell in cells for code in cell.split(PARENT_SEPARATOR)}
    shown = areas.where(areas.table["gebied_id"].isin(wanted).to_numpy())
    return sharing_table(shown, municipalities, dwellings)
