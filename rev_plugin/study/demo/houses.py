"""Buildings of the demo: rows along streets, closed blocks, halls, farms and landmarks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import pandas as pd
import shapely
import shapely.affinity
import shapely.ops

from rev_plugin.core.model import Features
from rev_plugin.study.demo.quarters import Quarter
from rev_plugin.study.demo.shapes import hatch, l_shape, parts, rectangle, turned


class House(NamedTuple):
    """One kind of house: how many in a row, sizes in metres, and the chance of a wing."""

    row: tuple[int, int]
    width: tuple[float, float]
    depth: float
    gap: tuple[float, float]
    setback: float
    height: tuple[float, float]
    wing: float
    years: tuple[int, int] = (1900, 1960)


HOUSES = {
    "terrace": House((5, 10), (5.4, 6.0), 9.0, (3.0, 6.0), 3.0, (8.5, 10.5), 0.35),
    "terrace_new": House((4, 8), (5.4, 6.0), 10.0, (4.0, 8.0), 3.5, (9.0, 11.5), 0.25),
    "semi": House((2, 2), (6.3, 7.2), 9.5, (5.0, 7.5), 5.0, (8.5, 10.5), 0.5),
    "villa": House((1, 1), (10.0, 15.0), 10.0, (9.0, 18.0), 9.0, (7.5, 11.0), 0.7),
    "flat": House((1, 1), (44.0, 66.0), 11.5, (15.0, 26.0), 9.0, (11.0, 25.0), 0.15),
    "lint": House((1, 1), (8.0, 12.0), 11.0, (7.0, 34.0), 6.0, (6.5, 9.5), 0.5),
    "farm": House((1, 1), (12.0, 15.0), 15.0, (110.0, 330.0), 14.0, (7.0, 10.0), 0.9),
}


@dataclass
class Buildings:
    """Buildings as they are collected; earlier ones win where two overlap."""

    shapes: list = field(default_factory=list)
    use: list = field(default_factory=list)
    year: list = field(default_factory=list)
    height: list = field(default_factory=list)

    def add(
        self, shapes: Iterable, use: str, years: tuple[int, int], height: tuple[float, float],
        rng: np.random.Generator,
    ) -> None:  # fmt: skip
        """Add shapes of one use, with year and height drawn per shape."""
        shapes = list(shapes)
        self.shapes += shapes
        self.use += [use] * len(shapes)
        self.year += rng.integers(years[0], years[1] + 1, len(shapes)).tolist()
        self.height += np.round(rng.uniform(*height, len(shapes)), 1).tolist()

    def features(self, forbidden: shapely.Geometry) -> Features:
        """The buildings that overlap neither an earlier one nor `forbidden`, as a theme."""
        shapes = np.array(self.shapes, dtype=object)
        shapely.prepare(forbidden)
        keep = without_overlap(shapes) & ~shapely.intersects(forbidden, shapes)
        table = pd.DataFrame({
            "identificatie": [f"NL.IMBAG.Pand.99801{i:011d}" for i in range(1, keep.sum() + 1)],
            "bouwjaar": np.array(self.year)[keep],
            "status": "Pand in gebruik",
            "gebruiksdoel": np.array(self.use, dtype=object)[keep],
            "hoogte_m": np.array(self.height)[keep],
            "bouwlagen": np.maximum(1, np.array(self.height)[keep] // 3).astype(int),
        })  # fmt: skip
        return Features(shapes[keep], table)


def without_overlap(shapes: np.ndarray) -> np.ndarray:
    """Which shapes to keep so that none overlaps an earlier kept one by more than a wall."""
    core = shapely.buffer(shapes, -0.35, join_style="mitre")
    left, right = shapely.STRtree(core).query(core, predicate="intersects")
    keep = np.ones(len(shapes), dtype=bool)
    later = left < right
    order = np.lexsort((left[later], right[later]))
    for first, second in zip(left[later][order], right[later][order]):
        if keep[first]:
            keep[second] = False
    return keep


def along(
    street: shapely.LineString, house: House, rng: np.random.Generator, half: float = 4.5,
    sides: tuple[int, ...] = (1, -1), end: float = 9.0,
) -> np.ndarray:  # fmt: skip
    """Houses on both sides of a street, front to the street; (k,) polygons."""
    made = [_side(street, house, rng, half, side, end) for side in sides]
    return np.concatenate(made) if made else np.array([], dtype=object)


def _side(
    street: shapely.LineString, house: House, rng: np.random.Generator, half: float, side: int,
    end: float,
) -> np.ndarray:  # fmt: skip
    width = float(rng.uniform(*house.width))
    s, at, length = [], end + rng.uniform(0, house.gap[0]), street.length
    while at < length - end:
        n = int(rng.integers(house.row[0], house.row[1] + 1))
        n = min(n, int((length - end - at) // width))
        s += [at + (i + 0.5) * width for i in range(n)]
        at += max(n, 1) * width + rng.uniform(*house.gap)
    if not s:
        return np.array([], dtype=object)
    where = np.array([np.array(s), np.array(s) - 1.5, np.array(s) + 1.5])
    on_it = shapely.get_coordinates(shapely.line_interpolate_point(street, where))
    centre, back, ahead = on_it.reshape(3, -1, 2)
    angle = np.arctan2(*(ahead - back).T[::-1]) + (0 if side > 0 else np.pi)
    away = np.column_stack([-np.sin(angle), np.cos(angle)])
    at_xy = centre + away * (half + house.setback + house.depth / 2)
    return _shapes(at_xy, angle, width, house, rng)


def _shapes(
    at: np.ndarray, angle: np.ndarray, width: float, house: House, rng: np.random.Generator
) -> np.ndarray:
    """Rectangles, a part of them with a wing to the left or the right of the back."""
    out = np.empty(len(at), dtype=object)
    kind = np.where(rng.random(len(at)) < house.wing, rng.integers(1, 3, len(at)), 0)
    wing, reach = 0.5 * width, float(rng.uniform(0.25, 0.55)) * min(house.depth, width * 1.4)
    bent = l_shape(width, house.depth, wing, reach)
    mirrored = (bent * [-1, 1])[::-1]
    for k, ring in enumerate((rectangle(width, house.depth), bent, mirrored)):
        if (kind == k).any():
            out[kind == k] = shapely.polygons(turned(ring, at[kind == k], angle[kind == k]))
    return out


def quarter_houses(quarter: Quarter, into: Buildings, rng: np.random.Generator) -> None:
    """Houses along the streets of a quarter, within its blocks; a school in a green one."""
    house = HOUSES[quarter.pattern.house]
    shapes = np.concatenate([along(s, house, rng) for s in quarter.streets])
    free = [b for b in quarter.blocks if b not in quarter.green]
    inside = shapely.STRtree(free).query(shapes, predicate="within")[0]
    use = "woonfunctie"
    into.add(shapes[np.unique(inside)], use, quarter.pattern.years, house.height, rng)
    wide = [b.buffer(-12) for b in quarter.green if b.buffer(-12).area > 1500]
    if wide and rng.random() < 0.6:
        into.add([_school(wide[0])], "onderwijsfunctie", quarter.pattern.years, (5, 8), rng)


def _school(block: shapely.Polygon) -> shapely.Polygon:
    """A school of three wings round a yard, turned along the block."""
    box = shapely.oriented_envelope(block)
    x, y = np.array(box.exterior.coords[:3]).T
    angle = np.degrees(np.arctan2(y[1] - y[0], x[1] - x[0]))
    u = shapely.Polygon([(-24, -15), (24, -15), (24, 15), (13, 15), (13, -4), (-13, -4),
                         (-13, 11), (-24, 11)])  # fmt: skip
    c = block.representative_point()
    return shapely.affinity.translate(shapely.affinity.rotate(u, angle, (0, 0)), c.x, c.y)


def closed_block(block: shapely.Polygon, rng: np.random.Generator) -> list:
    """Narrow town houses round the edge of a block, with yards inside."""
    outer = max(parts(block.buffer(-0.6)), key=lambda p: p.area)
    inner = block.buffer(-float(rng.uniform(10, 13)))
    ring = outer.difference(inner)
    edge = outer.exterior
    s = np.cumsum(rng.uniform(5.2, 9.0, int(edge.length // 5.2)))
    s = s[s < edge.length - 3]
    at = shapely.get_coordinates(shapely.line_interpolate_point(edge, s))
    ahead = shapely.get_coordinates(shapely.line_interpolate_point(edge, s + 0.5)) - at
    normal = np.column_stack([-ahead[:, 1], ahead[:, 0]]) / np.hypot(*ahead.T)[:, None]
    if not edge.is_ccw:
        normal = -normal
    walls = shapely.linestrings(np.stack([at - normal, at + normal * 14], axis=1))
    lines = shapely.node(shapely.GeometryCollection([*parts_lines(ring), *walls]))
    pieces = shapely.get_parts(shapely.polygonize([lines]))
    return [p for p in pieces if p.area > 22 and ring.contains(p.representative_point())]


def parts_lines(area: shapely.Geometry) -> list:
    """The rings of an area as lines."""
    return list(shapely.get_parts(shapely.get_parts(np.atleast_1d(area.boundary))))


def halls(blocks: list, angle: float, into: Buildings, rng: np.random.Generator) -> None:
    """Industrial halls on the plots of a business park; some with an office in front."""
    for block in blocks:
        cuts = hatch(block, angle, float(rng.uniform(58, 95)), rng, 0.12)
        lines = shapely.union_all([block.boundary, *cuts])
        for plot in shapely.get_parts(shapely.polygonize([shapely.node(lines)])):
            body = plot.buffer(-9, join_style="mitre")
            if not block.contains(plot.representative_point()) or body.area < 700:
                continue
            hall, office = _hall(body, rng)
            into.add([hall], "industriefunctie", (1978, 2019), (6, 13), rng)
            into.add(office, "kantoorfunctie", (1985, 2019), (7, 14), rng)


def _hall(body: shapely.Polygon, rng: np.random.Generator) -> tuple[shapely.Polygon, list]:
    """A hall that fills most of a plot: rectangle, L-shape or round a yard."""
    box = shapely.oriented_envelope(body)
    a, b, c = (np.array(p) for p in box.exterior.coords[:3])
    u, v = b - a, c - b
    w, d = np.hypot(*u), np.hypot(*v)
    f, g = rng.uniform(0.72, 0.95), rng.uniform(0.55, 0.8)
    cut = rng.choice(["plain", "l", "yard"], p=[0.58, 0.3, 0.12])
    ring = [(0, 0), (f, 0), (f, g), (0, g)]
    if cut == "l":
        ring = [(0, 0), (f, 0), (f, g * 0.55), (f * 0.5, g * 0.55), (f * 0.5, g), (0, g)]
    hall = shapely.Polygon([a + x * u + y * v for x, y in ring])
    if cut == "yard" and min(w * f, d * g) > 45:
        hall = hall.difference(hall.buffer(-16, join_style="mitre"))
    hall = max(parts(hall.intersection(body)), key=lambda p: p.area)
    front = [(f * 0.1, g + 0.06), (f * 0.55, g + 0.06), (f * 0.55, g + 0.2), (f * 0.1, g + 0.2)]
    office = shapely.Polygon([a + x * u + y * v for x, y in front])
    return hall, [office] if rng.random() < 0.35 and body.contains(office) else []


def farms(road: shapely.LineString, half: float, into: Buildings, rng: np.random.Generator) -> None:
    """Farms along a polder road: a house and one or two barns, registered as one building."""
    homes = along(road, HOUSES["farm"], rng, half, end=60)
    for home in homes:
        ring = np.array(home.exterior.coords)
        front, back = ring[1] - ring[0], ring[2] - ring[1]
        u, v = front / np.hypot(*front), back / np.hypot(*back)
        barns = []
        for n in range(int(rng.integers(1, 3))):
            start = ring[0] + u * rng.uniform(-10, 6) + v * (24 + 26 * n)
            w, d = rng.uniform(24, 46), rng.uniform(13, 20)
            barns.append(shapely.Polygon([start, start + u * w, start + u * w + v * d,
                                          start + v * d]))  # fmt: skip
        if rng.random() < 0.45:
            into.add([shapely.MultiPolygon([home, *barns])], "woonfunctie", (1880, 1960), (7, 10),
                     rng)  # fmt: skip
        else:
            into.add([home], "woonfunctie", (1880, 1965), (7, 9.5), rng)
            into.add(barns, "overige gebruiksfunctie", (1965, 2010), (6, 9), rng)
