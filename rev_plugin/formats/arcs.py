"""Circular arcs as chains of chords."""

from __future__ import annotations

import math
from typing import Optional

ARC_TOLERANCE_M = 0.01  # no point of an arc lies further from its chord
MAX_POINTS = 500  # per half arc; only a circle of kilometres would need more

_XY = tuple[float, float]


def stroke_arcs(controls: list[float], *, closed: bool = False) -> list[float]:
    """Arcs through points 1-2-3, 3-4-5 …, at ARC_TOLERANCE_M; the given points stay exact.

    `controls` and the result are flat: x y x y …, metres; an odd number of points, three at
    least. With `closed` the three points make a full circle.
    """
    points = list(zip(controls[::2], controls[1::2]))
    line = [points[0]]
    for start in range(0, len(points) - 2, 2):
        line += _arc(points[start], points[start + 1], points[start + 2], closed)
    return [value for point in line for value in point]


def _arc(start: _XY, middle: _XY, end: _XY, closed: bool) -> list[_XY]:
    """Points of one arc after its start; a straight one stays as it is."""
    center = _center(start, middle, end)
    if center is None:
        return [middle, end]
    turn = (middle[0] - start[0]) * (end[1] - middle[1]) - (middle[1] - start[1]) * (
        end[0] - middle[0]
    )
    stops = (middle, end, start) if closed else (middle, end)
    line: list[_XY] = []
    for stop in stops:
        line += _sweep(center, start, stop, turn > 0)
        line.append(stop)
        start = stop
    return line


def _center(a: _XY, b: _XY, c: _XY) -> Optional[_XY]:
    """Centre of the circle through three points; None when they lie on a line."""
    bx, by, cx, cy = b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]
    twice = 2 * (bx * cy - by * cx)
    span = max(abs(bx), abs(by), abs(cx), abs(cy))
    if abs(twice) <= 1e-9 * span * span:
        return None
    b2, c2 = bx * bx + by * by, cx * cx + cy * cy
    return a[0] + (cy * b2 - by * c2) / twice, a[1] + (bx * c2 - cx * b2) / twice


def _sweep(center: _XY, start: _XY, stop: _XY, left: bool) -> list[_XY]:
    """Points strictly between start and stop on a circle, at the stated tolerance."""
    x, y = center
    first = math.atan2(start[1] - y, start[0] - x)
    angle = (math.atan2(stop[1] - y, stop[0] - x) - first) % (2 * math.pi)
    if not left:
        angle -= 2 * math.pi
    radius = math.hypot(start[0] - x, start[1] - y)
    step = 2 * math.acos(max(1 - ARC_TOLERANCE_M / radius, -1.0)) or math.inf
    count = min(math.ceil(abs(angle) / step), MAX_POINTS)
    return [
        (x + radius * math.cos(first + angle * i / count),
         y + radius * math.sin(first + angle * i / count))
        for i in range(1, count)
    ]  # fmt: skip
