"""GML 3.1 and 3.2 geometry to shapely, all of it: OGR leaves out parts (design, traps).

Reading goes in two steps, since shapely is fast in bulk and slow one by one: `read_shape`
turns an element into plain coordinate arrays, `build` turns many shapes into geometries.
Coordinates become RD New (EPSG:28992), metres, without heights. Curves are stroked so that
no point of the curve lies further than ARC_TOLERANCE_M from its chord.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Optional

import numpy as np
import shapely

from rev_plugin.formats.crs import RD_CODES, RD_CRS, Crs, read_crs
from rev_plugin.formats.xml import XLINK_HREF, Element, local, split_tag

ARC_TOLERANCE_M = 0.01
MAX_ARC_POINTS = 2_000
LIMIT_M = 1_000_000.0  # no plan of the Netherlands and its sea has a coordinate beyond it
_JOIN_M = 0.001
GML_NAMESPACES = ("http://www.opengis.net/gml", "http://www.opengis.net/gml/3.2")


class GeometryError(Exception):
    """A geometry that cannot be used; the message says why (Dutch, lower case)."""


class MissingReference(GeometryError):
    """A geometry points at another that is not at hand (yet)."""

    def __init__(self, href: str) -> None:
        super().__init__(f"de geometrie verwijst naar {href}, en dat staat er niet")
        self.href = href


@dataclass
class Shape:
    """One object's coordinates, arrays of shape (n, 2): polygons as lists of rings."""

    polygons: list[list[np.ndarray]] = field(default_factory=list)
    lines: list[np.ndarray] = field(default_factory=list)
    points: list[np.ndarray] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.polygons or self.lines or self.points)

    def add(self, other: Shape) -> None:
        """Take the parts of another shape in."""
        self.polygons += other.polygons
        self.lines += other.lines
        self.points += other.points


class Frame(NamedTuple):
    """What an element inherits from those above it: the CRS and the number of axes."""

    crs: Crs
    axes: int


DEFAULT_FRAME = Frame(RD_CRS, 2)
_NO_REFERENCES: Mapping[str, Element] = {}


def read_shape(
    element: Element,
    references: Mapping[str, Element] = _NO_REFERENCES,
    frame: Frame = DEFAULT_FRAME,
) -> Shape:
    """The coordinates of a GML geometry, or of an element that wraps one or more.

    `references` holds elements by gml:id, for geometries given by xlink:href.

    Raises:
        GeometryError: numbers, CRS or structure cannot be used.
        MissingReference: an xlink:href that is not in `references`.
    """
    shape = Shape()
    _Reader(references, shape).walk(element, frame)
    return shape


class _Reader:
    """Walks one geometry; `shape` fills up on the way."""

    def __init__(self, references: Mapping[str, Element], shape: Shape) -> None:
        self.references = references
        self.shape = shape
        self.following: list[str] = []

    def walk(self, element: Element, frame: Frame) -> None:
        """Add what this element holds; wrappers and members hand on to their children."""
        frame = _frame(element, frame)
        name, namespace = split_tag(element.tag)
        handler = _HANDLERS.get(name)
        if handler is not None:
            handler(self, element, frame)
        elif len(element):
            if namespace in GML_NAMESPACES and name in _UNSUPPORTED:
                raise GeometryError(f"{name} wordt niet ondersteund")
            for child in element:
                self.walk(child, frame)
        elif XLINK_HREF in element.attrib:
            self._follow(element, lambda target: self.walk(target, frame))

    def _follow(self, element: Element, use: Callable[[Element], None]) -> None:
        href = element.attrib[XLINK_HREF]
        target = self.references.get(href.rpartition("#")[2])
        if target is None:
            raise MissingReference(href)
        if href in self.following:
            raise GeometryError(f"de geometrie verwijst naar zichzelf ({href})")
        self.following.append(href)
        use(target)
        self.following.pop()

    def polygon(self, element: Element, frame: Frame) -> None:
        exterior: list[np.ndarray] = []
        interior: list[np.ndarray] = []
        for child in element:
            name = local(child)
            rings = exterior if name in ("exterior", "outerBoundaryIs") else interior
            if rings is interior and name not in ("interior", "innerBoundaryIs"):
                continue
            for ring in child:
                rings.append(self.ring(ring, frame))
        if len(exterior) != 1:
            raise GeometryError("een vlak zonder buitengrens")
        self.shape.polygons.append(exterior + interior)

    def ring(self, element: Element, frame: Frame) -> np.ndarray:
        name = local(element)
        frame = _frame(element, frame)
        if name == "LinearRing":
            line = _positions(element, frame)
        else:
            line = _join([self.curve(member, frame) for member in element])
        if len(line) < 3:
            raise GeometryError("een ring met minder dan drie punten")
        return line

    def line(self, element: Element, frame: Frame) -> None:
        self.shape.lines.append(self.curve(element, frame))

    def curve(self, element: Element, frame: Frame) -> np.ndarray:
        """The stroked coordinates of a curve, or of the one curve a member holds."""
        frame = _frame(element, frame)
        name = local(element)
        if name == "Curve":
            segments = [s for holder in element if local(holder) == "segments" for s in holder]
            return _join([_segment(s, _frame(s, frame)) for s in segments])
        if name in ("LineString", "LinearRing"):
            return _positions(element, frame)
        if name not in _CURVE_HOLDERS:
            raise GeometryError(f"{name} wordt niet ondersteund")
        if len(element):
            members = [m for m in element if local(m) in _CURVE_HOLDERS or local(m) in _CURVES]
            line = _join([self.curve(member, frame) for member in members])
        else:
            found: list[np.ndarray] = []
            if XLINK_HREF not in element.attrib:
                raise GeometryError("een lijn zonder punten")
            self._follow(element, lambda target: found.append(self.curve(target, frame)))
            line = found[0]
        return line[::-1] if element.get("orientation") == "-" else line

    def point(self, element: Element, frame: Frame) -> None:
        self.shape.points.extend(_positions(element, frame))


_HANDLERS: dict[str, Callable[[_Reader, Element, Frame], None]] = {
    **dict.fromkeys(("Polygon", "PolygonPatch", "Triangle", "Rectangle"), _Reader.polygon),
    **dict.fromkeys(("LineString", "Curve", "CompositeCurve", "OrientableCurve"), _Reader.line),
    "Point": _Reader.point,
}
_CURVES = ("LineString", "Curve", "LinearRing")
_CURVE_HOLDERS = ("CompositeCurve", "OrientableCurve", "curveMember", "baseCurve", "Ring")
_UNSUPPORTED = ("Solid", "CompositeSolid", "MultiSolid", "Grid", "RectifiedGrid", "Tin")


def _frame(element: Element, frame: Frame) -> Frame:
    """The frame with this element's own srsName and srsDimension over it."""
    attributes = element.attrib
    if not attributes:
        return frame
    name, axes = attributes.get("srsName"), attributes.get("srsDimension")
    if name:
        crs = read_crs(name)
        if crs is None:
            raise GeometryError(f'het coördinatenstelsel "{name}" is onbekend')
        frame = Frame(crs, crs.axes)
    if axes:
        if axes not in ("2", "3"):
            raise GeometryError(f'srsDimension "{axes}" is geen 2 of 3')
        frame = Frame(frame.crs, int(axes))
    return frame


def _positions(element: Element, frame: Frame) -> np.ndarray:
    """All coordinates straight under an element as (n, 2) in RD."""
    if len(element) == 1:
        child = element[0]
        values, axes = _values(child, _frame(child, frame))
    else:
        parts = [_values(child, _frame(child, frame)) for child in element]
        axes = parts[0][1] if parts else frame.axes
        values = [value for part, _ in parts for value in part]
    if not values or len(values) % axes:
        raise GeometryError("een aantal coördinaten dat niet klopt")
    line = np.array(values).reshape(-1, axes)[:, :2]
    if frame.crs.code not in RD_CODES:
        line = frame.crs.to_rd(line)
    if not (np.abs(line) < LIMIT_M).all():  # also refuses NaN
        raise GeometryError("een coördinaat ver buiten Nederland, of geen getal")
    return line


def _values(element: Element, frame: Frame) -> tuple[list[float], int]:
    name = local(element)
    text = element.text or ""
    axes = frame.axes
    if name == "coordinates":
        decimal, comma = element.get("decimal", "."), element.get("cs", ",")
        tuples = text.split(element.get("ts")) if element.get("ts", "").strip() else text.split()
        axes = len(tuples[0].split(comma)) if tuples and comma.strip() else axes
        text = " ".join(tuples).replace(comma or " ", " ").replace(decimal or ".", ".")
    elif name == "pointProperty" or name == "pointRep":
        return [v for point in element for v in _positions(point, frame).ravel()], 2
    elif name not in ("posList", "pos"):
        return [], axes
    try:
        return list(map(float, text.split())), axes
    except ValueError as error:
        raise GeometryError(f"een coördinaat is geen getal ({error})") from error


def _join(pieces: Sequence[np.ndarray]) -> np.ndarray:
    """Pieces of a curve as one; a piece that lies the wrong way round is turned."""
    if len(pieces) == 1:
        return pieces[0]
    if not pieces:
        raise GeometryError("een lijn zonder punten")
    joined = [pieces[0]]
    for piece in pieces[1:]:
        end = joined[-1][-1]
        if np.abs(piece[0] - end).max() > _JOIN_M >= np.abs(piece[-1] - end).max():
            piece = piece[::-1]
        joined.append(piece[1:] if (piece[0] == end).all() else piece)
    return np.concatenate(joined)


def _segment(element: Element, frame: Frame) -> np.ndarray:
    """The stroked coordinates of one segment of a Curve."""
    name = local(element)
    if name == "LineStringSegment" or name == "GeodesicString":
        return _positions(element, frame)
    if name in ("Arc", "ArcString", "Circle"):
        return _arcs(_positions(element, frame), closed=name == "Circle")
    if name in ("CircleByCenterPoint", "ArcByCenterPoint"):
        return _arc_by_center(element, frame)
    raise GeometryError(f"{name} wordt niet ondersteund")


def _arcs(controls: np.ndarray, *, closed: bool) -> np.ndarray:
    """Arcs through points 1-2-3, 3-4-5 …; a circle runs on through its second point."""
    if len(controls) < 3 or len(controls) % 2 == 0:
        raise GeometryError("een boog zonder drie punten")
    points = [(float(x), float(y)) for x, y in controls]
    line = [points[0]]
    for start in range(0, len(points) - 2, 2):
        line += _arc(points[start], points[start + 1], points[start + 2], closed)
    return np.array(line)


_XY = tuple[float, float]


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
    count = min(math.ceil(abs(angle) / step), MAX_ARC_POINTS)
    return [
        (x + radius * math.cos(first + angle * i / count),
         y + radius * math.sin(first + angle * i / count))
        for i in range(1, count)
    ]  # fmt: skip


def _arc_by_center(element: Element, frame: Frame) -> np.ndarray:
    numbers = {local(child): child.text for child in element}
    center = _positions(element, frame)[0]
    try:
        radius = float(numbers.get("radius") or "")
        first = math.radians(float(numbers.get("startAngle") or 0))
        last = math.radians(float(numbers.get("endAngle") or 360))
    except ValueError as error:
        raise GeometryError(f"een boog met een getal dat niet klopt ({error})") from error
    if not 0 < radius < LIMIT_M or not abs(last - first) <= 4 * math.pi:
        raise GeometryError("een boog met een straal of hoek die niet klopt")
    angles = np.linspace(first, last, 5)
    on_circle = np.column_stack([np.cos(angles), np.sin(angles)]) * radius + center
    return _arcs(on_circle, closed=False)


class Built(NamedTuple):
    """Geometries of many shapes: object arrays with None where a shape has no such part."""

    polygons: np.ndarray
    lines: np.ndarray
    points: np.ndarray
    repaired: np.ndarray  # bool: the polygon was invalid and is made valid


def build(shapes: Sequence[Optional[Shape]]) -> Built:
    """MultiPolygon, MultiLineString and MultiPoint of each shape, in order.

    Invalid polygons are repaired with shapely.make_valid; what then is no area is left out.
    """
    filled = [shape or _EMPTY for shape in shapes]
    polygons = _build_polygons([shape.polygons for shape in filled])
    invalid = np.flatnonzero(~shapely.is_valid(polygons) & ~shapely.is_missing(polygons))
    for index in invalid:
        polygons[index] = _areas(shapely.make_valid(polygons[index]))
    repaired = np.zeros(len(polygons), dtype=bool)
    repaired[invalid] = True
    return Built(
        polygons,
        _build_lines([shape.lines for shape in filled]),
        _build_points([shape.points for shape in filled]),
        repaired,
    )


_EMPTY = Shape()


def _build_polygons(objects: Sequence[list[list[np.ndarray]]]) -> np.ndarray:
    built = np.full(len(objects), None, dtype=object)
    polygons = [polygon for parts in objects for polygon in parts]
    if not polygons:
        return built
    rings = shapely.linearrings(*_flat([ring for polygon in polygons for ring in polygon]))
    parts = shapely.polygons(rings, indices=_owners(polygons))
    shapely.multipolygons(parts, indices=_owners(objects), out=built)
    return built


def _build_lines(objects: Sequence[list[np.ndarray]]) -> np.ndarray:
    built = np.full(len(objects), None, dtype=object)
    lines = [line if len(line) > 1 else np.repeat(line, 2, 0) for o in objects for line in o]
    if lines:
        parts = shapely.linestrings(*_flat(lines))
        shapely.multilinestrings(parts, indices=_owners(objects), out=built)
    return built


def _build_points(objects: Sequence[list[np.ndarray]]) -> np.ndarray:
    built = np.full(len(objects), None, dtype=object)
    points = [point for parts in objects for point in parts]
    if points:
        shapely.multipoints(shapely.points(points), indices=_owners(objects), out=built)
    return built


def _flat(arrays: Sequence[np.ndarray]) -> tuple[np.ndarray, None, None, np.ndarray]:
    """Arguments (coords, y, z, indices) for shapely's bulk constructors."""
    return np.concatenate(arrays), None, None, _owners(arrays)


def _owners(groups: Sequence) -> np.ndarray:
    """For each member of the groups, laid end to end, the number of its group."""
    return np.repeat(np.arange(len(groups)), [len(group) for group in groups])


def _areas(geometry: shapely.Geometry) -> Optional[shapely.Geometry]:
    """The areas of a repaired geometry as one MultiPolygon, or None."""
    parts = shapely.get_parts(shapely.get_parts(geometry))
    areas = parts[shapely.get_type_id(parts) == 3]
    return shapely.multipolygons(areas) if len(areas) else None
