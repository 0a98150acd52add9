"""Supply areas where none were published: an estimate from stations and built-up area.

Each station takes what lies nearest, where a powerful station reaches further: the
distance to beat is d² - r², with r² so that circles of r together are as large as the
boundary, in proportion to the stations' power. By straight line that is a power diagram;
along roads or cables d is the length of the shortest way.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.columns import AREA
from rev_plugin.core.grid.network import network_distances
from rev_plugin.core.model import Direction, Features, Feedback, GridLevel, InputError, NetStatus
from rev_plugin.core.numbers import read_number

POWER_COLUMNS = ("mva", "vermogen_mva", "capaciteit_mw")
NAME_COLUMNS = ("gebied_id", "naam", "station", "name")
ESTIMATED = "geschat uit stations en bebouwing"


@dataclass(frozen=True)
class Partition:
    """Estimated areas: `areas` as columns.AREA (both directions), what each holds, and
    per weight the position of its station.
    """

    areas: Features
    totals: pd.DataFrame  # gebied_id, woningen, vraag_mw, oppervlak_ha
    station: np.ndarray


def estimate_supply_areas(
    stations: Features,
    boundary: shapely.Geometry,
    weights: Features,
    feedback: Feedback,
    network: Optional[Features] = None,
) -> Partition:
    """Divides a boundary among stations.

    Args:
        stations: points in RD; power from one of POWER_COLUMNS, a name from NAME_COLUMNS.
        boundary: polygon in RD.
        weights: points or polygons of the built-up area, with `woningen` and `vraag_mw`
            where known (absent: each counts as one dwelling).
        network: roads or cables as lines; None takes the straight line.

    Every weight goes to exactly one station, so dwellings and load are conserved.

    Raises:
        InputError: no stations, two at one place, or an empty boundary.
    """
    names = _check(stations, boundary)
    places = shapely.get_coordinates(shapely.centroid(stations.geometry))
    reach = reach_squared(_power(stations.table, names, feedback), boundary.area)
    points = shapely.centroid(weights.geometry)
    spots = shapely.get_coordinates(points)
    if network is None or not len(spots):
        cells = power_cells(places, reach, boundary)
        owner = nearest_station(spots, places, reach)
    else:
        owner = _along(network, spots, places, reach, feedback)
        cells = _cells_of(spots, owner, len(places), boundary)
    empty = [name for name, cell in zip(names, cells) if cell.is_empty]
    if empty:
        feedback.warn(f"Zonder voedingsgebied, want een sterker station ligt er om: {empty}.")
    totals = _totals(names, cells, owner, weights.table)
    return Partition(_as_areas(stations.table, names, cells), totals, owner)


def _check(stations: Features, boundary: shapely.Geometry) -> list[str]:
    if not len(stations):
        raise InputError("er zijn geen stations.", layer="stations")
    if boundary is None or not boundary.area > 0:
        raise InputError("de grens heeft geen oppervlak.", layer="grens")
    column = next((name for name in NAME_COLUMNS if name in stations.table.columns), None)
    given = stations.table[column] if column else pd.Series([None] * len(stations))
    names = [
        str(name).strip() if isinstance(name, str) and name.strip() else f"station {number}"
        for number, name in enumerate(given, start=1)
    ]
    places = shapely.get_coordinates(shapely.centroid(stations.geometry))
    if len(np.unique(places.round(2), axis=0)) < len(names) or len(set(names)) < len(names):
        raise InputError(
            "twee stations hebben dezelfde plaats of naam.",
            layer="stations",
            advice="Voeg ze samen tot één station met het gezamenlijke vermogen.",
        )
    return names


def _power(table: pd.DataFrame, names: list[str], feedback: Feedback) -> np.ndarray:
    """Power per station; where it is unknown that of an average station."""
    present = {str(name).casefold(): name for name in table.columns}
    column = next((present[name] for name in POWER_COLUMNS if name in present), None)
    given = list(table[column]) if column is not None else [None] * len(table)
    power = np.array([_number(cell) for cell in given])
    bad = ~(power > 0) | ~np.isfinite(power)
    if bad.any():
        cells = zip(names, given, bad)
        lacking = [
            f'{name} ("{c}")' if isinstance(c, str) else name for name, c, out in cells if out
        ]
        feedback.warn(
            f"Zonder leesbaar vermogen, gerekend als een gemiddeld station: {', '.join(lacking)}."
        )
        power[bad] = power[~bad].mean() if (~bad).any() else 1.0
    return power


def _number(cell: object) -> float:
    try:
        return read_number(cell) if isinstance(cell, str) else float(str(cell))
    except ValueError:
        return np.nan


def reach_squared(power: np.ndarray, area: float) -> np.ndarray:
    """r² in m² per station: circles of r together as large as `area`, by power."""
    return np.asarray(area / math.pi * power / power.sum())


def nearest_station(spots: np.ndarray, places: np.ndarray, reach: np.ndarray) -> np.ndarray:
    """Per spot the station with the least d² - r²; ties go to the first."""
    squared = ((spots[:, None, :] - places[None, :, :]) ** 2).sum(axis=2)
    return np.asarray((squared - reach).argmin(axis=1))


def power_cells(
    places: np.ndarray, reach: np.ndarray, boundary: shapely.Geometry
) -> list[shapely.Geometry]:
    """The cell of every station within the boundary; together they cover it once."""
    left, bottom, right, top = boundary.bounds
    far = 4 * math.hypot(right - left, top - bottom) + float(np.ptp(places, axis=0).sum())
    cells = []
    for one, place in enumerate(places):
        cell = boundary
        for other, rival in enumerate(places):
            if other != one and not cell.is_empty:
                half = _nearer_half(place, rival, reach[one] - reach[other], far)
                cell = shapely.intersection(cell, half)
        cells.append(cell)
    return cells


def _nearer_half(place: np.ndarray, rival: np.ndarray, lead: float, far: float) -> shapely.Geometry:
    """The half plane (a large box) where `place` beats `rival`, with a lead in m²."""
    gap = rival - place
    length = float(np.hypot(*gap))
    along = gap / length
    across = np.array([-along[1], along[0]])
    border = place + along * (length / 2 + lead / (2 * length))
    far = far + abs(lead) / length
    corners = [
        border + across * far,
        border - across * far,
        border - across * far - along * 2 * far,
        border + across * far - along * 2 * far,
    ]
    return shapely.Polygon(corners)


def _along(
    network: Features,
    spots: np.ndarray,
    places: np.ndarray,
    reach: np.ndarray,
    feedback: Feedback,
) -> np.ndarray:
    """The station per spot along the network; unreachable spots go by straight line."""
    distance = network_distances(network.geometry, places, spots)
    score = distance**2 - reach[:, None]
    owner = score.argmin(axis=0)
    lost = ~np.isfinite(distance).any(axis=0)
    if lost.any():
        feedback.warn(f"{int(lost.sum())} punten zijn over het net niet te bereiken.")
        owner[lost] = nearest_station(spots[lost], places, reach)
    return np.asarray(owner)


def _cells_of(
    spots: np.ndarray, owner: np.ndarray, count: int, boundary: shapely.Geometry
) -> list[shapely.Geometry]:
    """Areas from assigned spots: the union of what lies nearest to each spot."""
    unique, first = np.unique(spots, axis=0, return_index=True)
    owner = owner[first]
    if len(unique) < 2:
        return [boundary if one == owner[0] else shapely.Polygon() for one in range(count)]
    points = shapely.points(unique)
    diagram = shapely.voronoi_polygons(shapely.MultiPoint(points), extend_to=boundary)
    parts = shapely.get_parts(diagram)
    spot, part = shapely.STRtree(parts).query(points, predicate="intersects")
    of_part = np.full(len(parts), -1)
    of_part[part] = owner[spot]
    return [
        shapely.intersection(shapely.union_all(parts[of_part == one]), boundary)
        for one in range(count)
    ]


def _totals(
    names: list[str], cells: list[shapely.Geometry], owner: np.ndarray, table: pd.DataFrame
) -> pd.DataFrame:
    def total(column: str, default: float) -> np.ndarray:
        values = table.get(column, pd.Series(default, index=table.index))
        numbers = pd.to_numeric(values, errors="coerce").fillna(0.0).to_numpy(dtype=float)
        return np.array([math.fsum(numbers[owner == one]) for one in range(len(names))])

    return pd.DataFrame(
        {
            "gebied_id": names,
            "woningen": total("woningen", 1.0),
            "vraag_mw": total("vraag_mw", 0.0),
            "oppervlak_ha": shapely.area(np.array(cells, dtype=object)) / 1e4,
        }
    )


def _as_areas(table: pd.DataFrame, names: list[str], cells: list[shapely.Geometry]) -> Features:
    """Both directions of every area, marked as estimated; given figures are kept."""
    rows = []
    for number, name in enumerate(names):
        given = {str(key): value for key, value in table.iloc[number].items()}
        for direction in Direction:
            row = {column.name: given.get(column.name) for column in AREA}
            row |= {
                "gebied_id": name,
                "naam": given.get("naam") or name,
                "niveau": GridLevel.REGIONAL.value,
                "richting": direction.value,
                "geschat": True,
                "status": row["status"] or NetStatus.UNKNOWN.value,
                "bron": row["bron"] or ESTIMATED,
            }
            rows.append(row)
    geometry = np.empty(len(rows), dtype=object)
    geometry[:] = [cell for cell in cells for _ in Direction]
    return Features(geometry, pd.DataFrame(rows, columns=[column.name for column in AREA]))
