"""Where a site lies: its supply area per direction, its postcode, who shares the area."""

from __future__ import annotations

from typing import NamedTuple, Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.model import Features, GridLevel

NAME_COLUMNS = ("naam", "gemeente", "gemeentenaam", "statnaam", "name")
WHOLE = 0.99  # share of a site from which it lies inside one area
SHARING = 0.01  # share of a supply area from which a municipality shares in it


class Spot(NamedTuple):
    """A supply area, the share of the site inside it, and areas drawn over it there."""

    area: str
    share: float
    rivals: tuple[str, ...] = ()


class AreaMap:
    """Supply areas of the regional operators, ready to be asked by place."""

    def __init__(self, areas: Features) -> None:
        table = areas.table
        regional = (table["niveau"].fillna("") != GridLevel.TENNET.value).to_numpy()
        drawn = regional & ~shapely.is_missing(areas.geometry) & ~shapely.is_empty(areas.geometry)
        self.codes = table["gebied_id"].to_numpy()[drawn].astype(str)
        self.directions = table["richting"].to_numpy()[drawn]
        self.shapes = areas.geometry[drawn]
        self.tree = shapely.STRtree(self.shapes)

    def find(self, site: Optional[shapely.Geometry], direction: str) -> Optional[Spot]:
        """The area with the largest overlap (ties: the lowest code); None outside all."""
        if site is None or site.is_empty or not site.area > 0:
            return None
        hits = self.tree.query(site, predicate="intersects")
        parts: dict[str, list[shapely.Geometry]] = {}
        for hit in hits[self.directions[hits] == direction]:
            part = shapely.intersection(self.shapes[hit], site)
            parts.setdefault(str(self.codes[hit]), []).append(part)
        overlap = {code: _united(own).area for code, own in parts.items()}
        best = min(overlap, key=lambda code: (-overlap[code], code), default=None)
        if best is None or overlap[best] <= 0:
            return None
        room = 2.0 - WHOLE - overlap[best] / site.area  # what is left for the other areas
        rivals = [code for code in overlap if code != best and overlap[code] / site.area > room]
        return Spot(best, min(1.0, overlap[best] / site.area), tuple(sorted(rivals)))

    def shape(self, area: str) -> Optional[shapely.Geometry]:
        """The outline of an area, all its pieces together; None when it was not drawn."""
        found = self.shapes[self.codes == area]
        return _united(list(found)) if len(found) else None


def _united(shapes: list[shapely.Geometry]) -> shapely.Geometry:
    """Shapes as one; an area has the same one on the rows of every year and direction."""
    unique = {shapely.to_wkb(shape): shape for shape in shapes}
    return (
        next(iter(unique.values())) if len(unique) == 1 else shapely.union_all([*unique.values()])
    )


class PostcodeMap:
    """Postcode areas, each with its own colour, ready to be asked by place."""

    def __init__(self, postcodes: Features) -> None:
        self.table = postcodes.table
        self.shapes = postcodes.geometry
        self.tree = shapely.STRtree(postcodes.geometry)

    def find(self, site: Optional[shapely.Geometry], area: str) -> Optional[dict]:
        """The row of the postcode with the largest overlap inside a supply area."""
        if site is None:
            return None
        hits = np.sort(self.tree.query(site, predicate="intersects"))
        hits = hits[self.table["gebied_id"].to_numpy()[hits] == area]
        shared = shapely.area(shapely.intersection(self.shapes[hits], site))
        if not len(hits) or not shared.max() > 0:
            return None
        row = self.table.iloc[int(hits[shared.argmax()])]
        return {str(key): value for key, value in row.items()}


def sharing_municipalities(
    area: Optional[shapely.Geometry], municipalities: Optional[Features]
) -> list[str]:
    """Names of the municipalities that hold part of a supply area, the largest part first."""
    if area is None or municipalities is None or not len(municipalities) or not area.area > 0:
        return []
    names = municipality_names(municipalities.table)
    shared = np.nan_to_num(shapely.area(shapely.intersection(municipalities.geometry, area)))
    parts: dict[str, float] = {}
    for name, part in zip(names, shared / area.area):
        parts[name] = parts.get(name, 0.0) + float(part)
    kept = [name for name, part in parts.items() if part >= SHARING and name]
    return sorted(kept, key=lambda name: (-parts[name], name))


def municipality_names(table: pd.DataFrame) -> list[str]:
    """The names in whichever column holds them; empty when there is none."""
    lower = {str(column).casefold(): column for column in table.columns}
    column = next((lower[name] for name in NAME_COLUMNS if name in lower), None)
    return [""] * len(table) if column is None else [str(name) for name in table[column]]
