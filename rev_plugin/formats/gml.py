"""GML 3.1 and 3.2 geometry, all of it: OGR leaves out parts.

`read_shape` turns an element into coordinates in RD New (EPSG:28992), metres, without
heights; `shapes.build` turns those of many objects into geometries. Curves are stroked,
see arcs.ARC_TOLERANCE_M.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import NamedTuple

import numpy as np

from rev_plugin.formats.arcs import stroke_arcs
from rev_plugin.formats.crs import RD_CODES, RD_CRS, Crs, read_crs
from rev_plugin.formats.gml_straight import (
    STRAIGHT_TAGS,
    NotPlain,
    find_outline,
    straight_polygons,
)
from rev_plugin.formats.shapes import FAR_AWAY, LIMIT_M, Ring, Shape
from rev_plugin.formats.xml import GML_IDS, GML_NAMESPACES, XLINK_HREF, Element, local

_JOIN_M = 0.001
_MAX_VALUES = 1_000_000  # coordinates of one line
_MAX_HOPS = 20  # from reference to reference
_MAX_GIVEN = 50_000_000  # characters of geometries read again through a reference


class GeometryError(Exception):
    """A geometry that cannot be used; the message says why (Dutch, lower case)."""


class References(Mapping[str, Element]):
    """The elements of a file by gml:id, for geometries given by xlink:href.

    Few files need them, so they are only looked up once one is asked for. What is given out
    is read again each time: a file that lives by that is refused.
    """

    def __init__(self, root: Callable[[], Element]) -> None:
        self._root = root
        self._given = 0  # characters

    @cached_property
    def _found(self) -> dict[str, Element]:
        ids = ((part.get(name), part) for part in self._root().iter() for name in GML_IDS)
        return {gml_id: part for gml_id, part in ids if gml_id}

    def __getitem__(self, gml_id: str) -> Element:
        element = self._found[gml_id]
        self._given += 100 + sum(map(len, element.itertext()))
        if self._given > _MAX_GIVEN:
            raise GeometryError("het bestand verwijst te vaak naar dezelfde geometrieën")
        return element

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


Flat = list[float]  # x y x y …, in RD, metres


class Frame(NamedTuple):
    """What an element inherits from those above it: the CRS and the number of axes."""

    crs: Crs
    axes: int


DEFAULT_FRAME = Frame(RD_CRS, 2)
NO_REFERENCES: Mapping[str, Element] = {}


def read_shape(
    element: Element,
    references: Mapping[str, Element] = NO_REFERENCES,
    frame: Frame = DEFAULT_FRAME,
) -> Shape:
    """The coordinates of a GML geometry, or of an element that wraps one or more.

    `references` holds elements by gml:id, for geometries given by xlink:href.

    Raises:
        GeometryError: numbers, CRS or structure cannot be used, or a reference leads nowhere.
    """
    if frame is DEFAULT_FRAME:
        nodes = list(element.iter())
        outline = find_outline([node.tag for node in nodes], element.tag not in STRAIGHT_TAGS)
        with suppress(NotPlain):
            if outline is not None:
                return Shape(straight_polygons(nodes, outline))
    reader = _Reader(references)
    reader.walk(element, frame)
    return Shape(reader.polygons, reader.lines, reader.points)


class _Reader:
    """Walks one geometry and collects its parts on the way."""

    def __init__(self, references: Mapping[str, Element]) -> None:
        self.references = references
        self.following: list[str] = []
        self.polygons: list[list[Ring]] = []
        self.lines: list[np.ndarray] = []
        self.points: list[np.ndarray] = []

    def walk(self, element: Element, frame: Frame) -> None:
        """Add what this element holds; what is no geometry hands on to its children."""
        handler = _HANDLERS.get(element.tag)
        if handler is not None:
            handler(self, element, _frame(element, frame))
            return
        empty = True
        for child in element:
            empty = False
            self.walk(child, frame)
        if empty and XLINK_HREF in element.attrib:
            self.follow(element, lambda target: self.walk(target, frame))

    def follow(self, element: Element, use: Callable[[Element], None]) -> None:
        """Hand the element that an xlink:href points at to `use`."""
        href = element.attrib[XLINK_HREF]
        target = self.references.get(href.rpartition("#")[2])
        if target is None:
            raise GeometryError(f"de geometrie verwijst naar {href}, en dat staat er niet")
        if href in self.following or len(self.following) == _MAX_HOPS:
            raise GeometryError(f"de geometrie verwijst naar zichzelf of te ver door ({href})")
        self.following.append(href)
        use(target)
        self.following.pop()

    def members(self, element: Element, frame: Frame) -> None:
        for child in element:
            self.walk(child, frame)

    def refuse(self, element: Element, _frame: Frame) -> None:
        raise GeometryError(f"{local(element)} wordt niet ondersteund")

    def polygon(self, element: Element, frame: Frame) -> None:
        rings: list[Ring] = []
        has_exterior = False
        for boundary in element:
            name = local(boundary)
            if name in _BOUNDARIES:
                if name in _EXTERIORS:
                    if has_exterior or rings:
                        raise GeometryError("een vlak met meer dan één buitengrens")
                    has_exterior = True
                rings.extend([_pairs(self.curve(ring, frame)) for ring in boundary])
        if not has_exterior or not rings:
            raise GeometryError("een vlak zonder buitengrens")
        self.polygons.append(rings)

    def line(self, element: Element, frame: Frame) -> None:
        self.lines.append(_pairs(self.curve(element, frame)))

    def curve(self, element: Element, frame: Frame) -> Flat:
        """The stroked coordinates of a curve, of a ring, or of the curve a member holds."""
        frame = _frame(element, frame)
        name = local(element)
        if name in _STRAIGHT:
            return _positions(element, frame)
        if name == "Curve":
            holders = [holder for holder in element if local(holder) == "segments"]
            return _join([_segment(s, frame) for holder in holders for s in holder])
        if name not in _CURVE_HOLDERS:
            raise GeometryError(f"{name} wordt niet ondersteund")
        pieces = [self.curve(m, frame) for m in element if local(m) in _CURVES]
        if not pieces and XLINK_HREF in element.attrib:
            self.follow(element, lambda target: pieces.append(self.curve(target, frame)))
        line = _join(pieces)
        return _reversed(line) if element.get("orientation") == "-" else line

    def point(self, element: Element, frame: Frame) -> None:
        self.points.append(_pairs(_positions(element, frame)))


_EXTERIORS = ("exterior", "outerBoundaryIs")
_BOUNDARIES = (*_EXTERIORS, "interior", "innerBoundaryIs")
_STRAIGHT = ("LinearRing", "LineString", "LineStringSegment", "GeodesicString")
_CURVE_HOLDERS = ("Ring", "CompositeCurve", "OrientableCurve", "curveMember", "baseCurve")
_CURVES = ("Curve", "LineString", "LinearRing", *_CURVE_HOLDERS)


def _by_tag(methods: Mapping[str, Callable]) -> dict[str, Callable]:
    return {f"{{{ns}}}{name}": method for ns in GML_NAMESPACES for name, method in methods.items()}


_HANDLERS = _by_tag(
    {
        **dict.fromkeys(("PolygonPatch", "Polygon", "Triangle", "Rectangle"), _Reader.polygon),
        **dict.fromkeys(
            ("LineString", "LinearRing", "Ring", "Curve", "CompositeCurve", "OrientableCurve"),
            _Reader.line,
        ),
        "Point": _Reader.point,
        **dict.fromkeys(
            ("Surface", "MultiSurface", "CompositeSurface", "OrientableSurface", "MultiPolygon",
             "PolyhedralSurface", "TriangulatedSurface", "MultiCurve", "MultiLineString",
             "MultiPoint", "MultiGeometry", "GeometricComplex"),
            _Reader.members,
        ),
        **dict.fromkeys(
            ("Solid", "CompositeSolid", "MultiSolid", "Grid", "RectifiedGrid", "Tin"),
            _Reader.refuse,
        ),
    }
)  # fmt: skip


def _frame(element: Element, frame: Frame) -> Frame:
    """The frame with this element's own srsName and srsDimension over it."""
    name, axes = element.get("srsName"), element.get("srsDimension")
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


def _pairs(flat: Flat) -> np.ndarray:
    return np.array(flat).reshape(-1, 2)


def _reversed(flat: Flat) -> Flat:
    return [value for pair in zip(flat[-2::-2], flat[::-2]) for value in pair]


def _positions(element: Element, frame: Frame) -> Flat:
    """All coordinates straight under an element."""
    flat: Flat = []
    for child in element:
        flat += _numbers(child, frame)
    if not flat:
        raise GeometryError("een geometrie zonder coördinaten")
    return flat


def _numbers(element: Element, frame: Frame) -> Flat:
    """The coordinates of a pos, posList, coordinates or point."""
    name = local(element)
    if name in ("pointProperty", "pointRep"):
        return _positions(element, frame)
    if name == "Point":
        return _positions(element, _frame(element, frame))
    if name not in ("posList", "pos", "coordinates", "coord"):
        return []
    crs, axes = _frame(element, frame)
    text = element.text or ""
    if name == "coordinates":
        text, axes = _coordinates(element, axes)
    elif name == "coord":  # GML 2: X, Y and perhaps Z, each in an element of its own
        text, axes = " ".join(part.text or "" for part in element), len(element)
    try:
        values = list(map(float, text.split()))
    except ValueError as error:
        raise GeometryError(f"een coördinaat is geen getal ({error})") from error
    if axes not in (2, 3) or len(values) % axes:
        raise GeometryError("een aantal coördinaten dat niet klopt")
    if axes == 3:
        values = [value for place, value in enumerate(values) if place % 3 < 2]
    return values if crs.code in RD_CODES else crs.to_rd(_pairs(values)).ravel().tolist()


def _coordinates(element: Element, axes: int) -> tuple[str, int]:
    """GML 2's "x,y x,y" with its own signs, as plain numbers; some write "x y x y" in it."""
    text = element.text or ""
    decimal, comma, space = (
        element.get(k, d) for k, d in (("decimal", "."), ("cs", ","), ("ts", " "))
    )
    tuples = text.split(space) if space.strip() else text.split()
    if comma.strip() and comma in text:
        axes = len(tuples[0].split(comma)) if tuples else axes
        tuples = [part.replace(comma, " ") for part in tuples]
    return " ".join(tuples).replace(decimal or ".", "."), axes


def _join(pieces: Sequence[Flat]) -> Flat:
    """Pieces of a curve as one; a piece that lies the wrong way round is turned."""
    if not pieces:
        raise GeometryError("een lijn zonder punten")
    joined = list(pieces[0])
    for piece in pieces[1:]:
        start, end = piece[:2], joined[-2:]
        if start == end:
            joined += piece[2:]
        elif math.dist(piece[-2:], end) <= _JOIN_M < math.dist(start, end):
            joined += _reversed(piece)
        else:
            joined += piece
        if len(joined) > _MAX_VALUES:
            raise GeometryError("een lijn met meer dan een half miljoen punten")
    return joined


def _segment(element: Element, frame: Frame) -> Flat:
    """The stroked coordinates of one segment of a Curve."""
    name = local(element)
    frame = _frame(element, frame)
    if name in _STRAIGHT:
        return _positions(element, frame)
    if name in ("Arc", "ArcString", "Circle"):
        controls = _positions(element, frame)
        if len(controls) < 6 or len(controls) % 4 != 2:
            raise GeometryError("een boog zonder drie punten")
        return stroke_arcs(_within_reach(controls), closed=name == "Circle")
    if name in ("CircleByCenterPoint", "ArcByCenterPoint"):
        return _arc_by_center(element, frame)
    raise GeometryError(f"{name} wordt niet ondersteund")


def _within_reach(flat: Flat) -> Flat:
    """The same coordinates; those of an arc are calculated with, so they must be sound."""
    if not all(-LIMIT_M < value < LIMIT_M for value in flat):  # false for NaN too
        raise GeometryError(FAR_AWAY)
    return flat


def _arc_by_center(element: Element, frame: Frame) -> Flat:
    numbers = {local(child): child.text for child in element}
    x, y = _within_reach(_positions(element, frame))[:2]
    try:
        radius = float(numbers.get("radius") or "")
        first = math.radians(float(numbers.get("startAngle") or 0))
        last = math.radians(float(numbers.get("endAngle") or 360))
    except ValueError as error:
        raise GeometryError(f"een boog met een getal dat niet klopt ({error})") from error
    if not 0 < radius < LIMIT_M or not abs(last - first) <= 4 * math.pi:
        raise GeometryError("een boog met een straal of hoek die niet klopt")
    angles = [first + (last - first) * step / 4 for step in range(5)]
    return stroke_arcs(
        [v for a in angles for v in (x + radius * math.cos(a), y + radius * math.sin(a))]
    )
