"""A seeded province to measure on: GeoPackages in build/bench/, made once.

Buildings stand in towns and along the countryside, plans tile the land, nature and plans do
not overlap themselves (so that sums of overlaps are the same for every contender).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely

WEST, SOUTH, WIDTH, HEIGHT = 100_000.0, 400_000.0, 100_000.0, 60_000.0
SEED = 20_241_220


@dataclass(frozen=True)
class Size:
    """How many of each; the default is the workload of the numbers to reach."""

    buildings: int = 500_000
    sites: int = 20_000
    plans: int = 60_000
    turbines: int = 300
    nature: int = 200
    pipelines: int = 60

    def scaled(self, factor: float) -> Size:
        return Size(*(max(4, round(count * factor)) for count in vars(self).values()))


def random_points(rng: np.random.Generator, count: int, in_towns: float = 0.7) -> np.ndarray:
    """Points in the province, a share of them crowded in 150 towns."""
    towns = rng.uniform((WEST, SOUTH), (WEST + WIDTH, SOUTH + HEIGHT), (150, 2))
    points = rng.uniform((WEST, SOUTH), (WEST + WIDTH, SOUTH + HEIGHT), (count, 2))
    crowded = rng.random(count) < in_towns
    spread = rng.normal(0, 900, (crowded.sum(), 2))
    points[crowded] = towns[rng.integers(0, len(towns), crowded.sum())] + spread
    return points


def outlines(rng: np.random.Generator, centres: np.ndarray, low: int, high: int, size: float):
    """Star-shaped polygons of `low` to `high` vertices around centres."""
    counts = rng.integers(low, high + 1, len(centres))
    owner = np.repeat(np.arange(len(centres)), counts)
    turn = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    angle = 2 * np.pi * (turn + rng.uniform(0.1, 0.9, len(turn))) / counts[owner]
    radius = rng.uniform(0.5, 1.0, len(turn)) * rng.uniform(0.5, 1.5, len(centres))[owner] * size
    around = np.column_stack([np.cos(angle), np.sin(angle)]) * radius[:, None]
    return shapely.polygons(shapely.linearrings(centres[owner] + around, indices=owner))


def buildings(rng: np.random.Generator, count: int) -> np.ndarray:
    """Footprints of 5–40 vertices; 2 % multipart, 1 % crossing themselves."""
    centres = random_points(rng, count)
    shapes = outlines(rng, centres, 4, 39, 9.0)
    double = rng.random(count) < 0.02
    beside = outlines(rng, centres[double] + 40.0, 4, 12, 5.0)
    pairs = np.column_stack([shapes[double], beside]).ravel()
    shapes[double] = shapely.multipolygons(pairs, indices=np.arange(len(pairs)) // 2)
    for row in np.flatnonzero((rng.random(count) < 0.01) & ~double):
        ring = shapely.get_coordinates(shapes[row])
        ring[[1, 2]] = ring[[2, 1]]
        shapes[row] = shapely.Polygon(ring)
    return shapes


def sites(rng: np.random.Generator, count: int) -> np.ndarray:
    """Rectangles of 0.1–4 ha; a third of them rotated, L-shaped or multipart."""
    centres = random_points(rng, count, 0.5)
    half = rng.uniform(15, 100, (count, 2))
    low, high = centres - half, centres + half
    shapes = shapely.box(low[:, 0], low[:, 1], high[:, 0], high[:, 1])
    kind = rng.integers(0, 9, count)
    angle = rng.uniform(0, np.pi / 2, count)
    for row in np.flatnonzero(kind == 0):
        turn = np.array(
            [[np.cos(angle[row]), -np.sin(angle[row])], [np.sin(angle[row]), np.cos(angle[row])]]
        )
        shapes[row] = shapely.transform(
            shapes[row], lambda xy, c=centres[row], t=turn: (xy - c) @ t.T + c
        )
    corner = shapely.box(centres[:, 0], centres[:, 1], high[:, 0], high[:, 1])
    shapes[kind == 1] = shapely.difference(shapes[kind == 1], corner[kind == 1])
    for row in np.flatnonzero(kind == 2):
        aside = shapely.transform(corner[row], lambda xy, h=half[row]: xy + 2 * h)
        shapes[row] = shapely.MultiPolygon([shapes[row], aside])
    return shapes


def plans(rng: np.random.Generator, count: int) -> np.ndarray:
    """A tiling of the land with bent edges, one polygon per cell."""
    columns = int(np.ceil(np.sqrt(count * WIDTH / HEIGHT)))
    rows = int(np.ceil(count / columns))
    step = np.array([WIDTH / columns, HEIGHT / rows])
    grid = np.stack(np.meshgrid(np.arange(2 * columns + 1), np.arange(2 * rows + 1)), axis=-1) / 2
    nodes = (WEST, SOUTH) + (grid + rng.uniform(-0.12, 0.12, grid.shape)) * step
    ring = ((0, 0), (0, 1), (0, 2), (1, 2), (2, 2), (2, 1), (2, 0), (1, 0))
    y, x = (2 * axis.ravel() for axis in np.mgrid[0:rows, 0:columns])
    corners = np.stack([nodes[y + down, x + along] for down, along in ring], axis=1)
    return shapely.polygons(corners)[:count]


def plan_columns(count: int) -> dict[str, np.ndarray]:
    """What REV asks of a layer of plans, for one plan."""
    values = {"plan_id": "plan", "plan_status": "vastgesteld", "object_type": "Enkelbestemming"}
    return {name: np.full(count, value, dtype=object) for name, value in values.items()}


def nature(rng: np.random.Generator, count: int) -> np.ndarray:
    """Areas of 800 vertices on a chessboard, so that none overlaps another."""
    columns = int(np.ceil(np.sqrt(count * WIDTH / HEIGHT)))
    number = np.arange(count)
    step = np.array([WIDTH / columns, HEIGHT / np.ceil(count / columns)])
    centres = (WEST, SOUTH) + (np.column_stack([number % columns, number // columns]) + 0.5) * step
    return outlines(rng, centres, 800, 800, step.min() * 0.3)


def pipelines(rng: np.random.Generator, count: int) -> np.ndarray:
    """Lines of 300 vertices across the province."""
    start = rng.uniform((WEST, SOUTH), (WEST + WIDTH, SOUTH + HEIGHT), (count, 1, 2))
    heading = rng.uniform(0, 2 * np.pi, (count, 1)) + np.cumsum(rng.normal(0, 0.1, (count, 299)), 1)
    steps = 150 * np.stack([np.cos(heading), np.sin(heading)], axis=-1)
    return shapely.linestrings(np.concatenate([start, start + np.cumsum(steps, axis=1)], axis=1))


def make(folder: Path, size: Size) -> dict[str, Path]:
    """The files of the province, by layer; made when they are not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(SEED)
    use = np.array(["woonfunctie", "industriefunctie", "kantoorfunctie", "winkelfunctie"], object)
    layers = {
        "locaties": lambda: (sites(rng, size.sites), {}),
        "bebouwing": lambda: (
            buildings(rng, size.buildings),
            {"gebruiksdoel": use[rng.integers(0, 4, size.buildings)]},
        ),
        "planobjecten": lambda: (plans(rng, size.plans), plan_columns(size.plans)),
        "windturbines": lambda: (shapely.points(random_points(rng, size.turbines, 0.0)), {}),
        "natura2000": lambda: (nature(rng, size.nature), {}),
        "buisleidingen": lambda: (pipelines(rng, size.pipelines), {}),
    }
    paths = {name: folder / f"{name}.gpkg" for name in layers}
    # A file of this name that was made before lacks the columns of a plan.
    paths["planobjecten"] = folder / "planvlakken.gpkg"
    if not all(path.is_file() for path in paths.values()):
        for name, draw in layers.items():
            shapes, columns = draw()
            write(paths[name], name, shapes, columns)
    return paths


def write(path: Path, name: str, shapes: Iterable, columns: dict[str, np.ndarray]) -> None:
    """One layer as GeoPackage in RD, with an id, a year and the given text columns."""
    from osgeo import ogr, osr

    path.unlink(missing_ok=True)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(28992)
    layer = dataset.CreateLayer(name, reference, ogr.wkbUnknown)
    layer.CreateField(ogr.FieldDefn("identificatie", ogr.OFTString))
    layer.CreateField(ogr.FieldDefn("jaar", ogr.OFTInteger))
    for column in columns:
        layer.CreateField(ogr.FieldDefn(column, ogr.OFTString))
    definition = layer.GetLayerDefn()
    dataset.StartTransaction()
    for number, wkb in enumerate(shapely.to_wkb(np.asarray(shapes, dtype=object))):
        feature = ogr.Feature(definition)
        feature.SetGeometry(ogr.CreateGeometryFromWkb(wkb))
        feature.SetField(0, f"{name[:4]}{number:08d}")
        feature.SetField(1, 1950 + number % 75)
        for column, values in columns.items():
            feature.SetField(column, values[number])
        layer.CreateFeature(feature)
    dataset.CommitTransaction()
