"""The geometries of one chunk: boxes for all of them, shapely objects for those asked for.

A file's Arrow stream gives WKB. Reading a box from WKB costs a fraction of building the
geometry, and most objects of a province are never the nearest of any site; so boxes come
straight from the bytes, and a geometry is built when its box says that it may matter.
Coordinates are metres in RD New (EPSG:28992).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely

from rev_plugin.core.space.cells import compact, expand

AREA_TYPES = (3, 6)  # shapely's type ids of Polygon and MultiPolygon
PIECE_SEGMENTS = 8
LARGE = 64  # a geometry with more coordinates is measured in pieces
CLIP_FROM = 100  # polygons with more coordinates are cut to a box before they are overlaid
FEW = 8  # so many go to GEOS as they are
TURN_M2 = 1e-4  # far above rounding: less than this is looked at closely
# Little-endian WKB heads (byte order, type, number of rings or parts) of a polygon with one
# ring and of a multipolygon with one such polygon; the ring's point count follows.
_POLYGON = b"\x01\x03\x00\x00\x00\x01\x00\x00\x00"
_MULTIPOLYGON = b"\x01\x06\x00\x00\x00\x01\x00\x00\x00" + _POLYGON
_COUNT_BYTES, _POINT_BYTES = 4, 16


class Shapes:
    """The geometries of a chunk, built when asked for.

    Attributes:
        boxes: float (n, 4) as xmin, ymin, xmax, ymax; NaN where absent or empty.
        sizes: int (n,), number of coordinates.
        repaired: how many of those asked for were invalid and made valid.
        unreadable: how many had bytes that are no geometry (treated as absent).
    """

    def __init__(self, geometry: np.ndarray) -> None:
        count = len(geometry)
        first = next((item for item in geometry if item is not None), None)
        self._wkb = geometry if isinstance(first, bytes) else None
        self._built = np.full(count, None, dtype=object) if self._wkb is not None else geometry
        self._is_built = np.full(count, self._wkb is None)
        self._is_checked = np.zeros(count, dtype=bool)
        self.repaired = self.unreadable = 0
        self.boxes = np.full((count, 4), np.nan)
        self.sizes = np.zeros(count, dtype=np.int64)
        if self._wkb is not None:
            for rows, rings in _single_rings(self._wkb):
                self.boxes[rows, :2], self.boxes[rows, 2:] = (
                    rings.min(axis=0).T,
                    rings.max(axis=0).T,
                )
                self.sizes[rows] = len(rings)
        rest = np.flatnonzero(self.sizes == 0)
        shapes = self.get(rest)
        self.boxes[rest] = shapely.bounds(shapes)
        self.sizes[rest] = shapely.get_num_coordinates(shapes)

    def __len__(self) -> int:
        return len(self.boxes)

    def get(self, rows: np.ndarray) -> np.ndarray:
        """The geometries of `rows`, two-dimensional; None where absent."""
        new = np.unique(rows[~self._is_built[rows]])
        if len(new) and self._wkb is not None:
            bytes_ = self._wkb[new]
            shapes = shapely.from_wkb(bytes_, on_invalid="ignore")
            if shapely.has_z(shapes).any():
                shapes = shapely.force_2d(shapes)
            self.unreadable += int(np.sum(shapely.is_missing(shapes) & (bytes_ != None)))  # noqa: E711
            self._built[new] = shapes
            self._is_built[new] = True
        return self._built[rows]

    def get_valid(self, rows: np.ndarray) -> np.ndarray:
        """As `get`, but fit for overlays: invalid geometries are made valid and counted."""
        new = np.unique(rows[~self._is_checked[rows]])
        if len(new):
            shapes = self.get(new)
            wrong = _invalid(shapes)
            if len(wrong):
                self._built = self._built.copy() if self._wkb is None else self._built
                self._built[new[wrong]] = shapely.make_valid(shapes[wrong])
                self.repaired += len(wrong)
            self._is_checked[new] = True
        return self._built[rows]


def valid(shapes: np.ndarray) -> np.ndarray:
    """Geometries fit for overlays: invalid ones are made valid."""
    wrong = _invalid(shapes)
    if not len(wrong):
        return shapes
    shapes = shapes.copy()
    shapes[wrong] = shapely.make_valid(shapes[wrong])
    return shapes


def _single_rings(wkb: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Rows and coordinates (points, 2, k) of all polygons of one ring, by byte length."""
    lengths = np.fromiter(map(len, np.where(wkb == None, b"", wkb)), np.int64, len(wkb))  # noqa: E711
    order = np.argsort(compact(lengths), kind="stable")[np.count_nonzero(lengths == 0) :]
    data = np.frombuffer(b"".join(wkb[order]), dtype=np.uint8)
    first = 0  # byte where the group of equal length starts
    for rows in np.split(order, np.flatnonzero(np.diff(lengths[order])) + 1):
        length = int(lengths[rows[0]]) if len(rows) else 0
        table = data[first : first + len(rows) * length].reshape(len(rows), length)
        first += table.size
        for head in (_POLYGON, _MULTIPOLYGON):
            ring = len(head) + _COUNT_BYTES
            if length > ring and (length - ring) % _POINT_BYTES == 0:
                fits = (table[:, : len(head)] == np.frombuffer(head, dtype=np.uint8)).all(axis=1)
                if not fits.any():
                    continue
                numbers = np.ascontiguousarray(table[fits, ring:]).view("<f8")
                yield rows[fits], np.ascontiguousarray(numbers.T).reshape(-1, 2, fits.sum())


def _invalid(shapes: np.ndarray) -> np.ndarray:
    """Rows of invalid geometries; most polygons of many are seen to be valid without GEOS."""
    rows = np.flatnonzero(~shapely.is_missing(shapes))
    if len(rows) <= FEW:
        return rows[~shapely.is_valid(shapes[rows])]
    simple = (shapely.get_type_id(shapes[rows]) == 3) & ~shapely.is_empty(shapes[rows])
    simple &= shapely.get_num_interior_rings(shapes[rows]) == 0
    simple[simple] = _star_shaped(shapes[rows[simple]])
    rows = rows[~simple]
    return rows[~shapely.is_valid(shapes[rows])]


def _star_shaped(polygons: np.ndarray) -> np.ndarray:
    """Whether a ring runs once round the middle of its box, always turning the same way.

    Such a ring cannot cross itself. Convex polygons are among them, and most buildings.
    """
    if not len(polygons):
        return np.empty(0, dtype=bool)
    points, ring = shapely.get_coordinates(polygons, return_index=True)
    boxes = shapely.bounds(polygons)
    x, y = (points - ((boxes[:, :2] + boxes[:, 2:]) / 2)[ring]).T
    turns = x[:-1] * y[1:] - x[1:] * y[:-1]  # twice the area of a triangle
    passes = (y[:-1] < 0) != (y[1:] < 0)  # of the west-east line through the middle
    start = np.searchsorted(ring, np.arange(len(polygons)))
    last = np.append(start[1:], len(ring)) - 1
    spans = np.column_stack([start, last]).ravel()[:-1]  # leaves out the jumps between rings
    one_way = np.minimum.reduceat(turns, spans)[::2] > TURN_M2
    one_way |= np.maximum.reduceat(turns, spans)[::2] < -TURN_M2
    return one_way & (np.add.reduceat(passes, spans, dtype=np.int64)[::2] == 2)


class Pieces:
    """The outlines of geometries in lines of at most PIECE_SEGMENTS segments, built on demand.

    The distance to a geometry is the least distance to its pieces, or 0 inside a polygon.

    Attributes:
        owner: int (n,), the position in `shapes` that a piece comes from.
        boxes: float (n, 4) as xmin, ymin, xmax, ymax.
    """

    def __init__(self, shapes: np.ndarray) -> None:
        parts, owner = shapely.get_parts(shapes, return_index=True)
        rings, part = shapely.get_rings(parts, return_index=True)
        lines = np.flatnonzero(np.isin(shapely.get_type_id(parts), (1, 2)))
        outlines = np.concatenate([rings, parts[lines]])
        owners = np.concatenate([owner[part], owner[lines]])
        self._points, outline = shapely.get_coordinates(outlines, return_index=True)
        first = np.searchsorted(outline, np.arange(len(outlines)))
        last = np.append(first[1:], len(outline)) - 1
        count = np.maximum(-(-(last - first) // PIECE_SEGMENTS), 1)
        number, of = expand(np.zeros_like(count), count)
        self._begin = first[of] + number * PIECE_SEGMENTS
        self._end = np.minimum(self._begin + PIECE_SEGMENTS, last[of]) + 1
        self._lines = np.full(len(of), None, dtype=object)
        self.owner, self.boxes = owners[of], self._bounds()

    def get(self, numbers: np.ndarray) -> np.ndarray:
        """The lines of these pieces."""
        new = np.unique(numbers[shapely.is_missing(self._lines[numbers])])
        if len(new):
            point, line = expand(self._begin[new], self._end[new])
            self._lines[new] = shapely.linestrings(self._points[point], indices=line)
        return self._lines[numbers]

    def _bounds(self) -> np.ndarray:
        if not len(self._begin):
            return np.empty((0, 4))
        # Pieces share a point, so what lies from the end of one to the next is left out.
        spans = np.column_stack([self._begin, self._end]).ravel()[:-1]
        axes = np.ascontiguousarray(self._points.T)
        low, high = (
            [pick.reduceat(axis, spans)[::2] for axis in axes] for pick in (np.minimum, np.maximum)
        )
        return np.column_stack([*low, *high])


def in_pieces(shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Shapes, large ones as pieces of their outline, and the position each comes from."""
    large = shapely.get_num_coordinates(shapes) > LARGE
    whole, cut = np.flatnonzero(~large), np.flatnonzero(large)
    lines = Pieces(shapes[cut])
    units = np.concatenate([shapes[whole], lines.get(np.arange(len(lines.owner)))])
    return units, np.concatenate([whole, cut[lines.owner]])


def clipped(shapes: np.ndarray, boxes: np.ndarray, margin: np.ndarray) -> np.ndarray:
    """Shapes with the large ones cut to boxes (n, 4) and a margin (metres), row by row.

    A quick cut for an exact one to follow: what lies inside the box stays as it was.
    """
    cut = shapes.copy()
    large = (shapely.get_num_coordinates(shapes) > CLIP_FROM) & np.isfinite(margin)
    rows = large.nonzero()[0]
    if not len(rows):
        return cut
    frames = grown(boxes[rows], margin[rows])
    other = (frames[1:] != frames[:-1]).any(axis=1).nonzero()[0] + 1  # from the row before
    for part, frame in zip(np.split(rows, other), frames[[0, *other]].tolist()):
        cut[part] = shapely.clip_by_rect(shapes[part], *frame)
    wrong = rows[~shapely.is_valid(cut[rows])]  # GEOS gives no guarantee
    cut[wrong] = shapes[wrong]
    return cut


def grown(boxes: np.ndarray, by: np.ndarray) -> np.ndarray:
    """Boxes (n, 4) made wider on all sides, each by its own metres."""
    return boxes + by[:, None] * np.array([-1.0, -1.0, 1.0, 1.0])


def is_polygon(shapes: np.ndarray) -> np.ndarray:
    """Whether each geometry is a polygon or multipolygon."""
    kinds = shapely.get_type_id(shapes)
    return (kinds == AREA_TYPES[0]) | (kinds == AREA_TYPES[1])


def is_areal(shapes: np.ndarray) -> np.ndarray:
    """Whether each geometry is a polygon or multipolygon (a collection counts by its area)."""
    return is_polygon(shapes) | (shapely.area(shapes) > 0)
