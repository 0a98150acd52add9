"""Small drawing tools for the demo landscape: smooth lines, outlines and house shapes.

All coordinates are metres in a local frame of 12 × 9 km; `place` moves them to RD.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

WIDTH, HEIGHT = 12_000.0, 9_000.0
ORIGIN = np.array([128_000.0, 428_000.0])  # of the local frame, in RD

Points = Sequence[tuple[float, float]]
_SIZES = {
    "Polygon": (shapely.area, shapely.GeometryType.POLYGON),
    "LineString": (shapely.length, shapely.GeometryType.LINESTRING),
}


def place(geometry: np.ndarray) -> np.ndarray:
    """Local geometries in RD, on whole millimetres as a cadastre gives them, and valid."""
    moved = shapely.transform(geometry, lambda xy: np.round(xy + ORIGIN, 3))
    broken = ~shapely.is_valid(moved)
    moved[broken] = shapely.set_precision(shapely.buffer(moved[broken], 0), 0.001)
    return moved


def frame(margin: float = 0.0) -> shapely.Polygon:
    """The edge of the demo, `margin` metres larger on each side."""
    return shapely.box(-margin, -margin, WIDTH + margin, HEIGHT + margin)


def smooth(points: Points, step: float = 40.0) -> shapely.LineString:
    """A Catmull-Rom curve through the points, a vertex about every `step` metres."""
    p = np.asarray(points, dtype=float)
    p = np.vstack([2 * p[0] - p[1], p, 2 * p[-1] - p[-2]])
    pieces = []
    for a, b, c, d in zip(p[:-3], p[1:-2], p[2:-1], p[3:]):
        t = np.linspace(0, 1, max(2, int(np.hypot(*(c - b)) // step)), endpoint=False)[:, None]
        pieces.append(
            0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2
                   + (3 * b - a - 3 * c + d) * t**3)
        )  # fmt: skip
    return shapely.LineString(np.vstack([*pieces, p[-2:-1]]))


def loop(
    centre: tuple[float, float], radius: float, rng: np.random.Generator, rough: float = 0.12,
    waves: int = 7, n: int = 96,
) -> shapely.Polygon:  # fmt: skip
    """A rounded outline whose radius varies by a few random waves (`rough` as a share)."""
    angle = np.linspace(0, 2 * np.pi, n, endpoint=False)
    k = np.arange(1, waves + 1)
    size = rng.normal(0, rough, waves) / np.sqrt(k)
    phase = rng.uniform(0, 2 * np.pi, waves)
    r = radius * (1 + (size * np.sin(np.outer(angle, k) + phase)).sum(axis=1))
    return shapely.Polygon(np.column_stack([np.cos(angle), np.sin(angle)]) * r[:, None] + centre)


def polar(centre: tuple[float, float], radius: float, degrees: float) -> tuple[float, float]:
    """The point at a distance and an angle (counter-clockwise from east)."""
    a = np.radians(degrees)
    return centre[0] + radius * float(np.cos(a)), centre[1] + radius * float(np.sin(a))


def hatch(
    area: shapely.Polygon, degrees: float, spacing: float, rng: np.random.Generator,
    jitter: float = 0.0, bow: float = 0.0,
) -> np.ndarray:  # fmt: skip
    """Parallel lines across the box of an area: `spacing` apart, jittered, bowed by a sine."""
    centre = np.array(area.envelope.centroid.coords[0])
    x0, y0, x1, y1 = area.bounds
    reach = 0.5 * float(np.hypot(x1 - x0, y1 - y0)) + spacing
    offsets = np.arange(-reach, reach, spacing)
    offsets = offsets + rng.uniform(-jitter, jitter, len(offsets)) * spacing
    along = np.linspace(-reach, reach, 25)
    wave = bow * np.sin(along / reach * np.pi * 1.5 + rng.uniform(0, 6))
    turn = np.radians(degrees)
    u, v = np.array([np.cos(turn), np.sin(turn)]), np.array([-np.sin(turn), np.cos(turn)])
    lines = [
        centre + along[:, None] * u + (offset + wave)[:, None] * v if bow
        else centre + np.array([[-reach], [reach]]) * u + offset * v
        for offset in offsets
    ]  # fmt: skip
    return np.array([shapely.LineString(line) for line in lines], dtype=object)


def parts(geometry: shapely.Geometry, kind: str = "Polygon", least: float = 0.0) -> list:
    """The single parts of one kind, at least `least` m² (or m) large."""
    size, type_id = _SIZES[kind]
    flat = shapely.get_parts(shapely.get_parts(np.atleast_1d(geometry)))
    return flat[(shapely.get_type_id(flat) == type_id) & (size(flat) > least)].tolist()


def turned(shape: np.ndarray, at: np.ndarray, angle: np.ndarray) -> np.ndarray:
    """Rings of `shape` (n, 2) turned by `angle` (m,) and laid at `at` (m, 2): (m, n, 2)."""
    c, s = np.cos(angle)[:, None], np.sin(angle)[:, None]
    x = shape[None, :, 0] * c - shape[None, :, 1] * s
    y = shape[None, :, 0] * s + shape[None, :, 1] * c
    return np.stack([x, y], axis=-1) + at[:, None, :]


def rectangle(width: float, depth: float) -> np.ndarray:
    """A ring round the origin; width along the street, depth away from it."""
    w, d = width / 2, depth / 2
    return np.array([(-w, -d), (w, -d), (w, d), (-w, d)])


def l_shape(width: float, depth: float, wing: float, reach: float) -> np.ndarray:
    """A rectangle with a wing of `wing` wide and `reach` deep behind it."""
    w, d = width / 2, depth / 2
    return np.array([(-w, -d), (w, -d), (w, d), (-w + wing, d), (-w + wing, d + reach),
                     (-w, d + reach)])  # fmt: skip
