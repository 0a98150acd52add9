"""The polder: long parcels between ditches, in blocks that each have their own angle."""

from __future__ import annotations

import numpy as np
import shapely

from rev_plugin.study.demo.landscape import Landscape
from rev_plugin.study.demo.shapes import frame, hatch, parts

# Areas (box in local metres), direction of the parcels and distance between the ditches.
_BLOCKS = (
    ((-100, 6300, 4000, 9100), 78, 84),
    ((3900, 6200, 7200, 9100), 96, 92),
    ((6600, 5950, 8600, 9100), 84, 78),
    ((8300, 5950, 12100, 9100), 88, 96),
    ((-100, 3300, 4400, 6420), 71, 88),
    ((4000, 2000, 6950, 6330), 66, 90),
    ((6600, 2000, 8850, 6300), 81, 86),
    ((8300, 2000, 12100, 6320), 94, 82),
    ((-100, 2100, 4500, 3400), 58, 80),
    ((-100, -100, 12100, 1550), 101, 110),
)


def draw_polder(
    land: Landscape, built: shapely.Geometry, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Parcels (polygons) and ditches (narrow polygons) of all farmland.

    `built` is everything that is not farmland: towns, roads, water, nature.
    """
    rest = frame().difference(shapely.union_all([built, land.floodplain]))
    parcels, ditches = [], []
    for box, angle, spacing in _BLOCKS:
        area = rest.intersection(shapely.box(*box))
        rest = rest.difference(shapely.box(*box))
        for field in parts(area, least=8000):
            strips, sides = _cut(field, angle, spacing, rng)
            parcels += strips
            ditches += sides
    meadow = land.floodplain.difference(shapely.union_all([built, land.river]))
    for field in parts(meadow, least=8000):
        parcels += _cut(field, 92, 210, rng)[0]
    return np.array(parcels, dtype=object), np.array(ditches, dtype=object)


def _cut(
    field: shapely.Polygon, angle: float, spacing: float, rng: np.random.Generator
) -> tuple[list, list]:
    """A field cut into strips by ditches, and the strips by a cross ditch here and there."""
    long_ = hatch(field, angle, spacing, rng, 0.18)
    cross = hatch(field, angle + 90, float(rng.uniform(620, 900)), rng, 0.2)
    lines = parts(shapely.intersection(np.array([*long_, *cross], dtype=object), field),
                  "LineString", 25)  # fmt: skip
    water = shapely.buffer(np.array([*lines], dtype=object), 1.6, cap_style="flat")
    wide = shapely.buffer(np.array(parts(shapely.intersection(cross, field), "LineString", 25),
                                   dtype=object), 3.5, cap_style="flat")  # fmt: skip
    ditch = np.array([*water, *wide], dtype=object)
    land = field.difference(shapely.union_all(ditch)) if len(ditch) else field
    return parts(land, least=400), parts(ditch, least=20)
