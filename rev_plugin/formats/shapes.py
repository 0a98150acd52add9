"""Coordinates of many objects to shapely geometries, in bulk: one by one is ten times slower."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain
from typing import NamedTuple, Optional, Union

import numpy as np
import shapely

LIMIT_M = 1_000_000.0  # no plan of the Netherlands and its sea has a coordinate beyond it
BAD_NUMBER = "een coördinaat is geen getal, of het aantal klopt niet"
FAR_AWAY = "een coördinaat ligt ver buiten Nederland of is geen getal"
NO_AREA = "het vlak is niet te herstellen"
_BATCH = 20_000
_SMALL, _OTHERS, _SAMPLE, _TANGLE = 1_000, 20_000, 50, 200  # points, segments, meetings
_AREA = 3  # shapely's type id of a Polygon
_OTHER_GAPS = ("  ", "\n", "\t", "\r")  # than one space

# Coordinates (n, 2) in RD, metres; or the text "x y x y …" that still has to be read so.
Ring = Union[np.ndarray, str]


class Shape(NamedTuple):
    """One object's coordinates: polygons as lists of rings, the outer one first."""

    polygons: Sequence[Sequence[Ring]] = ()
    lines: Sequence[np.ndarray] = ()
    points: Sequence[np.ndarray] = ()


def merge(shapes: Sequence[Shape]) -> Shape:
    """The parts of all shapes as one."""
    return Shape(*(tuple(chain.from_iterable(parts)) for parts in zip(*shapes)))


class Built(NamedTuple):
    """Geometries of many shapes: object arrays with None where a shape has no such part."""

    polygons: np.ndarray
    lines: np.ndarray
    points: np.ndarray
    repaired: np.ndarray  # bool: the polygon was invalid and is made valid
    problems: np.ndarray  # why a shape is not used, or None


def build(shapes: Sequence[Optional[Shape]]) -> Built:
    """MultiPolygon, MultiLineString and MultiPoint of each shape, in order.

    A shape with a coordinate that cannot be used is left out, with its reason. Invalid
    polygons are repaired with shapely.make_valid; what then is no area is left out.
    """
    starts = range(0, max(len(shapes), 1), _BATCH)
    batches = [_build(shapes[start : start + _BATCH]) for start in starts]
    return Built(*(np.concatenate(arrays) for arrays in zip(*batches)))


def _build(given: Sequence[Optional[Shape]]) -> Built:
    polygons, lines, points, problems = (np.full(len(given), None, dtype=object) for _ in range(4))
    others = _build_texts(given, polygons)
    if others:
        left = list(others)
        shapes, problems[left] = _leave_out(_read_texts(others.values()))
        polygons[left] = _polygons([shape.polygons for shape in shapes])
        lines[left] = _lines([shape.lines for shape in shapes])
        points[left] = _points([shape.points for shape in shapes])
    return Built(polygons, lines, points, _repair(polygons, problems), problems)


_EMPTY = Shape()


def _repair(polygons: np.ndarray, problems: np.ndarray) -> np.ndarray:
    """Make invalid polygons valid in place; gives which ones. Without an area: a problem."""
    repaired = np.zeros(len(polygons), dtype=bool)
    for index in np.flatnonzero(~_valid(polygons) & ~shapely.is_missing(polygons)):
        polygons[index] = _repaired(polygons[index])
        repaired[index] = polygons[index] is not None
        if not repaired[index]:
            problems[index] = NO_AREA
    return repaired


def _repaired(polygon: shapely.Geometry) -> Optional[shapely.Geometry]:
    if _is_tangle(polygon):
        return None
    try:
        areas = _areas(shapely.make_valid(shapely.get_parts(polygon)))
    except shapely.GEOSException:
        return None
    return areas if _is_valid(areas) else None


def _is_tangle(polygon: shapely.Geometry) -> bool:
    """Whether lines cross so often that a repair would take minutes; no plan does that.

    Measured on a sample: the mean number of segments whose box meets the box of a segment.
    """
    rings = shapely.get_rings(shapely.get_parts(polygon))
    points, ring = shapely.get_coordinates(rings, return_index=True)
    if len(points) < _SMALL:
        return False
    start, end = points[:-1][ring[:-1] == ring[1:]], points[1:][ring[:-1] == ring[1:]]
    boxes = shapely.box(*np.minimum(start, end).T, *np.maximum(start, end).T)
    others = boxes[:: max(len(boxes) // _OTHERS, 1)]
    sample = boxes[:: max(len(boxes) // _SAMPLE, 1)]
    meetings = shapely.STRtree(others).query(sample).shape[1] * len(boxes) / len(others)
    return bool(meetings > _TANGLE * len(sample))


def _valid(polygons: np.ndarray) -> np.ndarray:
    """Whether each polygon is valid; GEOS may raise on numbers near zero, then one by one."""
    try:
        valid: np.ndarray = shapely.is_valid(polygons)
    except shapely.GEOSException:
        valid = np.array([_is_valid(polygon) for polygon in polygons])
    return valid


def _is_valid(polygon: Optional[shapely.Geometry]) -> bool:
    try:
        return bool(shapely.is_valid(polygon))
    except shapely.GEOSException:
        return False


def _build_texts(shapes: Sequence[Optional[Shape]], built: np.ndarray) -> dict[int, Shape]:
    """Build what is nothing but texts, all at once; gives the other shapes by their place.

    When one of them cannot be read, none is built here: then each is looked at on its own.
    """
    given = {place: shape for place, shape in enumerate(shapes) if shape is not None}
    places = [place for place, shape in given.items() if _is_text(shape)]
    objects = [given[place].polygons for place in places]
    polygons = list(chain.from_iterable(objects))
    rings = list(chain.from_iterable(polygons))
    numbers = _numbers(rings)
    ends = np.fromiter((text.count(" ") + 1 for text in rings), int, len(rings)).cumsum()
    if numbers is None or not _are_rings(numbers, ends):
        return given
    offsets = (ends // 2, *(np.cumsum(list(map(len, groups))) for groups in (polygons, objects)))
    built[places] = shapely.from_ragged_array(
        shapely.GeometryType.MULTIPOLYGON,
        numbers.reshape(-1, 2),
        tuple(np.concatenate([[0], stops]) for stops in offsets),
    )
    for place in places:
        del given[place]
    return given


def _are_rings(numbers: np.ndarray, ends: np.ndarray) -> bool:
    """Whether these are x y x y … of closed rings within reach, with an end after each."""
    starts = np.concatenate([[0], ends[:-1]])
    if len(numbers) != ends[-1] or (ends % 2).any() or (ends - starts < 8).any():
        return False
    is_closed = all((numbers[starts + axis] == numbers[ends - 2 + axis]).all() for axis in (0, 1))
    return is_closed and bool((np.abs(numbers) < LIMIT_M).all())  # false for NaN too


def _is_text(shape: Shape) -> bool:
    if shape.lines or shape.points:
        return False
    for rings in shape.polygons:
        for ring in rings:
            if type(ring) is not str:
                return False
    return len(shape.polygons) > 0


def _read_texts(shapes: Collection[Shape]) -> list[Shape]:
    """The shapes with arrays for texts; an empty array where a text cannot be read."""
    texts = [r for s in shapes for rings in s.polygons for r in rings if type(r) is str]
    read = iter(_arrays(texts))
    return [
        Shape(
            [[next(read) if type(r) is str else r for r in rings] for rings in shape.polygons],
            shape.lines,
            shape.points,
        )
        for shape in shapes
    ]


def _arrays(texts: Sequence[str]) -> list[np.ndarray]:
    """Coordinates (n, 2) of each text, or an empty array for a text that is not pairs."""
    counts = [text.count(" ") + 1 for text in texts]
    numbers = _numbers(texts)
    if numbers is None or len(numbers) != sum(counts):
        return [_array(text.split()) for text in texts]
    ends = np.cumsum(counts).tolist()
    return [
        numbers[end - count : end].reshape(-1, 2) if count % 2 == 0 else _NOTHING
        for end, count in zip(ends, counts)
    ]


def _numbers(texts: Sequence[str]) -> Optional[np.ndarray]:
    """Numbers with one space between them, read at once; None when there is another gap.

    At what is no number numpy stops and only warns. So one more stands at the end and is left
    off: where numpy stopped, there are fewer numbers than the texts have.
    """
    text = " ".join([*texts, "0"])
    if not texts or any(gap in text for gap in _OTHER_GAPS):
        return None
    try:
        return np.fromstring(text, sep=" ")[:-1]
    except (DeprecationWarning, ValueError):  # where warnings are errors; a later numpy
        return None


def _array(tokens: Sequence[str]) -> np.ndarray:
    try:
        return np.array(list(map(float, tokens))).reshape(-1, 2)
    except ValueError:
        return _NOTHING


_NOTHING = np.empty((0, 2))


def _leave_out(shapes: Sequence[Shape]) -> tuple[list[Shape], np.ndarray]:
    """The shapes, empty where a part has too few points or one out of reach; and why."""
    problems = np.full(len(shapes), None, dtype=object)
    rings = [[ring for part in shape.polygons for ring in part] for shape in shapes]
    others = [[*shape.lines, *shape.points] for shape in shapes]
    for groups, least in ((rings, 3), (others, 1)):
        parts = list(chain.from_iterable(groups))
        if parts:
            owners = _owners(groups)
            lengths = np.fromiter(map(len, parts), int, len(parts))
            problems[owners[lengths < least]] = BAD_NUMBER
            near = (np.abs(np.concatenate(parts)) < LIMIT_M).all(axis=1)  # false for NaN too
            problems[np.repeat(owners, lengths)[~near]] = FAR_AWAY
    return [shape if why is None else _EMPTY for shape, why in zip(shapes, problems)], problems


def _polygons(objects: Sequence[Sequence[Sequence[Ring]]]) -> np.ndarray:
    built = np.full(len(objects), None, dtype=object)
    polygons = list(chain.from_iterable(objects))
    if polygons:
        rings = list(chain.from_iterable(polygons))
        linear = shapely.linearrings(np.concatenate(rings), indices=_owners(rings))
        parts = shapely.polygons(linear, indices=_owners(polygons))
        shapely.multipolygons(parts, indices=_owners(objects), out=built)
    return built


def _lines(objects: Sequence[Sequence[np.ndarray]]) -> np.ndarray:
    built = np.full(len(objects), None, dtype=object)
    lines = [line if len(line) > 1 else np.repeat(line, 2, 0) for o in objects for line in o]
    if lines:
        parts = shapely.linestrings(np.concatenate(lines), indices=_owners(lines))
        shapely.multilinestrings(parts, indices=_owners(objects), out=built)
    return built


def _points(objects: Sequence[Sequence[np.ndarray]]) -> np.ndarray:
    built = np.full(len(objects), None, dtype=object)
    parts = [points for o in objects for points in o]
    if parts:
        owners = np.repeat(_owners(objects), [len(points) for points in parts])
        shapely.multipoints(shapely.points(np.concatenate(parts)), indices=owners, out=built)
    return built


def _owners(groups: Sequence) -> np.ndarray:
    """For each member of the groups, laid end to end, the number of its group."""
    return np.repeat(np.arange(len(groups)), [len(group) for group in groups])


def _areas(parts: np.ndarray) -> Optional[shapely.Geometry]:
    """The areas of repaired parts as one MultiPolygon, or None; where they overlap they join."""
    pieces = shapely.get_parts(shapely.get_parts(parts))
    areas = pieces[shapely.get_type_id(pieces) == _AREA]
    joined = shapely.get_parts(shapely.union_all(areas)) if len(parts) > 1 else areas
    return shapely.multipolygons(joined) if len(joined) else None
