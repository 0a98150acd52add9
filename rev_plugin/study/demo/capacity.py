"""The capaciteitskaart of the demo: JSON of the information model v1.3.0 and area shapes.

The DSO file gives figures per supply area and colours per postcode; the TSO file gives
the 150 kV station and the congestion area above it. One area has no figures at all.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.model import Features
from rev_plugin.study.demo.shapes import Points, frame, smooth
from rev_plugin.study.demo.tables import INVENTED, read_table

ISSUED = "2026-10-01"
MODEL = "http://data.netbeheernederland.nl/capaciteitskaart/v1.3.0"
_DIRECTIONS = (("afname", "demand"), ("invoeding", "generation"))
_FIGURES = (("aanwezig", "available_capacity"), ("benodigd", "quoted_capacity"),
            ("wachtrij", "capacity_in_queue"), ("belasting", "forecast_capacity"))  # fmt: skip
# The borders between supply areas; they follow cables, not municipalities.
_NORTH_SOUTH: Points = [(-300, 4050), (2500, 4150), (3400, 4560), (4300, 4600), (5100, 4480),
                        (5600, 4560), (6900, 4700)]  # fmt: skip
_EAST: Points = [(7250, 9300), (7400, 7800), (7350, 6000), (7700, 4500), (7500, 3000),
                 (7700, -300)]  # fmt: skip
_SOUTH: Points = [(-300, 1560), (2300, 1480), (5400, 1400), (7600, 1700), (9000, 1800),
                  (12300, 2050)]  # fmt: skip


def area_shapes() -> Features:
    """The supply areas of the regional operator, with their code in the column gebied_id."""
    west = shapely.Polygon([*smooth(_EAST).coords, (-400, -400), (-400, 9400)])
    below = shapely.Polygon([*smooth(_SOUTH).coords, (12_400, -400), (-400, -400)])
    line = smooth(_NORTH_SOUTH)
    above = shapely.Polygon([*line.coords, (9000, 4700), (9000, 9400), (-400, 9400)])
    land = frame().difference(below)
    shapes = {
        "OS WISELBURG NOORD 10-1i": land.intersection(west).intersection(above),
        "OS WISELBURG ZUID 10-2i": land.intersection(west).difference(above),
        "OS OUDEKREEK 10-1i": land.difference(west),
        "OS OVERWISEL 20-1i": frame().intersection(below),
    }
    return Features(np.array(list(shapes.values()), dtype=object),
                    pd.DataFrame({"gebied_id": list(shapes)}))  # fmt: skip


def write_capacity(folder: Path) -> list[Path]:
    """The two files of the capaciteitskaart, of the regional operator and of TenneT."""
    rows = read_table("netgebieden.csv")
    written = []
    for level, name in (("rnb", "dso"), ("tennet", "tso")):
        areas = [
            _energy_area(row, 9810 + 10 * number)
            for number, row in enumerate(rows)
            if row["niveau"] == level
        ]
        path = folder / f"capaciteitskaart_{name}.json"
        path.write_text(json.dumps(_data_set(name, areas), indent=1, ensure_ascii=False), "utf-8")
        written.append(path)
    return written


def _data_set(name: str, areas: list[dict]) -> dict:
    kinds = ("KI", "ATC", "BTC", "WR", "NU", "JC")
    return {
        "conforms_to": MODEL,
        "creator": INVENTED,
        "publisher": "TenneT" if name == "tso" else "Wiselnet",
        "description": "Verzonnen cijfers bij het voorbeeldproject",
        "identifier": f"voorbeeld_{name}",
        "issued": ISSUED,
        "updated": [{"date": ISSUED, "type": kind} for kind in kinds],
        "valid": {"start": ISSUED, "end": "2026-12-31"},
        "energy_areas": areas,
    }


def _energy_area(row: dict[str, str], postcode: int) -> dict:
    area: dict = {"short_code": row["code"], "description": row["naam"], "works": _works(row)}
    if row["tso_soort"]:
        area["type"] = row["tso_soort"]
    for direction, word in _DIRECTIONS:
        for figure, name in _FIGURES:
            if row[f"{direction}_{figure}"]:
                area[f"{word}_{name}"] = float(row[f"{direction}_{figure}"])
        if row[f"{direction}_verzoeken"]:
            area[f"{word}_requests_in_queue"] = int(row[f"{direction}_verzoeken"])
        if row[f"{direction}_jaar"]:
            area[f"{word}_alleviation_year"] = int(row[f"{direction}_jaar"])
        if row["niveau"] == "tennet":
            area[f"{word}_constraint"] = row[f"{direction}_kleur"]
        if row["bovenliggend"] and not _has_postcodes(row):
            area[f"{word}_energy_area_short_code"] = row["bovenliggend"]
    if _has_postcodes(row):
        area["postcode_areas"] = _postcodes(row, postcode)
    return area


def _has_postcodes(row: dict[str, str]) -> bool:
    """A regional area that has been coloured; the colour belongs to its postcodes."""
    return row["niveau"] == "rnb" and bool(row["afname_kleur"])


def _works(row: dict[str, str]) -> list[dict]:
    if not row["werk"]:
        return []
    schedule = [{"schedule_interval": {"end": row["werk_datum"]}}]
    return [{"project_name": row["werk"], "description": row["werk"], "time_schedules": schedule}]


def _postcodes(row: dict[str, str], number: int) -> list[dict]:
    """Some postcodes, with the colours of the area and the 150 kV station above it."""
    colours = {f"{word}_constraint": row[f"{direction}_kleur"] for direction, word in _DIRECTIONS}
    return [
        {"postcode": f"{number + i}A{letter}", "substation_short_code": row["bovenliggend"],
         **colours}
        for i in range(2) for letter in "ABC"
    ]  # fmt: skip
