"""Who shares a supply area (TNO 2024 R12789, §2.2.2)."""

from __future__ import annotations

from typing import Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.columns import SHARE
from rev_plugin.core.grid.place import municipality_names
from rev_plugin.core.model import Features

COLUMNS = tuple(column.name for column in SHARE)
HECTARE = 1e4  # m²
LEAST = 1.0  # m²: smaller overlaps are slivers between two maps


def sharing_table(
    areas: Features, municipalities: Features, dwellings: Optional[Features] = None
) -> pd.DataFrame:
    """Which municipalities lie in each supply area, with their share.

    Args:
        areas: rows of columns.AREA with geometry (levels above cover their areas).
        municipalities: polygons with a name.
        dwellings: points with `woningen` (absent: one dwelling each); None leaves the
            share of dwellings unknown.

    Returns:
        gebied_id, niveau, gemeente, oppervlak_ha, aandeel_oppervlak (of the area's land
        within the municipalities), woningen, aandeel_woningen; the largest share first.
    """
    names = np.array(municipality_names(municipalities.table), dtype=object)
    homes, town = _homes_by_town(municipalities, dwellings)
    frames = []
    table = areas.table.drop_duplicates(["niveau", "gebied_id"])
    for row in table.index:
        shape = areas.geometry[areas.table.index.get_loc(row)]
        if shape is None or shape.is_empty:
            continue
        shared = np.nan_to_num(shapely.area(shapely.intersection(municipalities.geometry, shape)))
        counts = np.zeros(len(names))
        shapely.prepare(shape)
        if dwellings is not None:
            inside = shapely.contains(shape, dwellings.geometry) & (town >= 0)
            np.add.at(counts, town[inside], homes[inside])
        frames.append(_rows(table.loc[row], names, shared, counts, dwellings is not None))
    if not frames:
        return pd.DataFrame(columns=list(COLUMNS))
    return pd.concat(frames, ignore_index=True)


def _homes_by_town(
    municipalities: Features, dwellings: Optional[Features]
) -> tuple[np.ndarray, np.ndarray]:
    """Dwellings per point, and the municipality that holds it (-1: none)."""
    if dwellings is None:
        return np.zeros(0), np.zeros(0, dtype=int)
    count = dwellings.table.get("woningen", pd.Series(1.0, index=dwellings.table.index))
    homes = pd.to_numeric(count, errors="coerce").fillna(0.0).to_numpy(dtype=float)
    town = np.full(len(dwellings), -1)
    tree = shapely.STRtree(municipalities.geometry)
    points, towns = tree.query(shapely.centroid(dwellings.geometry), predicate="intersects")
    town[points[::-1]] = towns[::-1]  # on a border: the first municipality
    return homes, town


def _rows(
    area: pd.Series, names: np.ndarray, shared: np.ndarray, counts: np.ndarray, counted: bool
) -> pd.DataFrame:
    kept = (shared > LEAST) | (counts > 0)
    homes = counts[kept] if counted else np.full(int(kept.sum()), np.nan)
    total = counts.sum()
    table = pd.DataFrame(
        {
            "gebied_id": area["gebied_id"],
            "niveau": area["niveau"],
            "gemeente": names[kept],
            "oppervlak_ha": shared[kept] / HECTARE,
            "aandeel_oppervlak": shared[kept] / max(shared.sum(), LEAST),
            "woningen": homes,
            "aandeel_woningen": homes / total if total > 0 else np.full(len(homes), np.nan),
        }
    )
    order = ["woningen", "oppervlak_ha"] if counted else ["oppervlak_ha"]
    return table.sort_values(order, ascending=False, kind="stable")
