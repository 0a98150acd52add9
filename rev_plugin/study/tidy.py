"""Small repairs of other people's columns, so that REV's own names are there too.

Nothing is removed: the columns of the source stay behind those that are added.
"""

from __future__ import annotations

import math
import re
from typing import Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.model import Features

# Per theme: our column and the columns of publishers that mean the same, lower case.
_SAME: dict[str, dict[str, tuple[str, ...]]] = {
    "gemeenten": {"naam": ("gemeente", "gemeentenaam", "statnaam", "gm_naam", "name")},
    "natura2000": {"naam": ("naam_n2k", "name")},
    "stations": {"naam": ("name", "stationsnaam"), "spanning_kv": ("voltage",)},
    "hoogspanning": {"naam": ("name",), "spanning_kv": ("voltage", "spanning")},
    "windturbines": {
        "vermogen_mw": ("capacity_mw",),
        "tiphoogte_m": ("tiphoogte",),
        "ashoogte_m": ("ashoogte", "ash"),
        "naam": ("name", "park"),
    },
    "ruimteclaims": {"naam": ("legenda", "name", "omschrijving"), "status": ()},
}
_PER_CELL = ("h3_id", "hex_id", "celid", "cel_id")
_PMIEK = "pMIEK"
_HIGH_KV = 110.0  # from this voltage a station is fed by TenneT
_OSM_VOLTAGE = "voltage"  # in volts (wiki.openstreetmap.org/wiki/Key:voltage)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_KV = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:/\s*\d+(?:[.,]\d+)?\s*)?kv", re.IGNORECASE)


def tidy(theme: str, features: Features, file: str) -> tuple[Features, float]:
    """The features with REV's columns beside their own, and the accuracy of cells in metres.

    Cells (H3) of one claim become one shape. The accuracy is NaN where there are no cells.
    """
    accuracy = cell_size(features)
    table = _same_names(theme, features.table)
    if theme in ("stations", "hoogspanning") and "spanning_kv" in table:
        names = {str(name).casefold() for name in features.table.columns}
        in_volts = _OSM_VOLTAGE in names and "spanning_kv" not in names
        table["spanning_kv"] = [_kilovolts(cell, in_volts) for cell in table["spanning_kv"]]
    tidied = Features(features.geometry, table)
    if theme == "ruimteclaims":
        tidied = _claims(tidied, file)
    return tidied, accuracy


def cell_size(features: Features) -> float:
    """Twice the edge of hexagonal cells: how far a border can really lie from its cell."""
    present = {str(name).casefold() for name in features.table.columns}
    if present.isdisjoint(_PER_CELL):
        return math.nan
    area = shapely.area(features.geometry)
    area = area[area > 0]
    if not len(area):
        return math.nan
    edge = math.sqrt(float(np.median(area)) * 2 / (3 * math.sqrt(3)))
    return float(round(2 * edge))


def _same_names(theme: str, table: pd.DataFrame) -> pd.DataFrame:
    """Our columns in front, filled from the publisher's first column that has them."""
    present = {str(name).casefold(): name for name in reversed(list(table.columns))}
    table = table.copy()
    for ours, theirs in reversed(list(_SAME.get(theme, {}).items())):
        if ours in present:
            table = table.rename(columns={present[ours]: ours})
            continue
        found = next((present[name] for name in theirs if name in present), None)
        if found is not None:
            table.insert(0, ours, table[found])
    return table


def _kilovolts(cell: object, in_volts: bool) -> float:
    """The highest of voltages such as "150000;50000" (V) or "150 kV", in kV.

    Without a unit it is in volts where its column is, and where it is a thousand or more.
    """
    text = str(cell or "").casefold()
    highest = max((float(n.replace(",", ".")) for n in _NUMBER.findall(text)), default=math.nan)
    if "kv" in text:
        return highest
    return highest / 1000 if in_volts or highest >= 1000 or "v" in text else highest


def _claims(claims: Features, file: str) -> Features:
    """One shape per claim, with the activity and the instrument where the file tells."""
    table = claims.table.drop(columns=[c for c in claims.table if c.casefold() in _PER_CELL])
    names = [c for c in table.columns if table[c].notna().any()]
    keys = table[names].astype(str).agg("|".join, axis=1)
    first = ~keys.duplicated()
    shapes = np.array(
        [shapely.union_all(claims.geometry[(keys == key).to_numpy()]) for key in keys[first]],
        dtype=object,
    )
    one = table[first].reset_index(drop=True)
    if "activiteit" not in one and "naam" in one:
        one.insert(1, "activiteit", one["naam"].map(_activity))
    if "instrument" not in one and _PMIEK.casefold() in file.casefold():
        one.insert(1, "instrument", _PMIEK)
    return Features(shapes, one)


def _activity(name: object) -> Optional[str]:
    """The kind of station that a claim's name asks for, or None when it is none."""
    text = str(name or "")
    voltage = _KV.search(text)
    if "station" not in text.casefold() or voltage is None:
        return None
    high = float(voltage[1].replace(",", ".")) >= _HIGH_KV
    return "station_hs_ms" if high else "station_ts_ms"
