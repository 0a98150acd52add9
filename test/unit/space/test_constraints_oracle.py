"""The engine against brute force: every distance, id and overlap of every pair.

The oracle measures all sites against all objects with shapely, nothing else. Shapes come
from hypothesis (multiparts, holes, touching and containing on a small integer grid) and,
in bulk, from a seeded mix that adds long lines and polygons of hundreds of vertices: 37 000
pairs a seed; REV_ORACLE_SEEDS=28 makes it a million (scripts/bench.py does).
"""

from __future__ import annotations

import math
import os
from typing import Optional

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from space_themes import array, outwards

from rev_plugin.core.space.choosing import Choice
from rev_plugin.core.space.geometry import Pieces, Shapes
from rev_plugin.core.space.proximity import Answer, Search, Sites, Targets

METRES, SQUARE_METRES, RELATIVE = 1e-6, 1e-6, 1e-9
SEEDS = int(os.environ.get("REV_ORACLE_SEEDS", "1"))


def engine(sites: np.ndarray, objects: np.ndarray, reach: np.ndarray, chunk: int) -> Answer:
    """The engine's answer, fed WKB in chunks; ids are the positions in `objects`."""
    search = Search(Sites(sites), reach)
    wkb = array(shapely.to_wkb(objects))
    for start in range(0, len(wkb), chunk):
        shapes = Shapes(wkb[start : start + chunk])
        rows = np.flatnonzero(search.wanted(shapes.boxes))
        search.add(Targets(shapes, rows), np.arange(start, start + len(shapes)), lambda: None)
    return search.answer()


def chosen(
    sites: np.ndarray, objects: np.ndarray, reach: np.ndarray, chunk: int
) -> tuple[Answer, set[int]]:
    """The same with only the objects that are chosen from boxes, and which those are."""
    search = Search(Sites(sites), reach)
    boxes = outwards(shapely.bounds(objects))
    choice = Choice(search, boxes, np.ones(len(boxes), dtype=bool), lambda: None)
    seen: set[int] = set()
    for choose in (choice.starters, choice.rest):
        rows = np.array([row for row in choose().tolist() if row not in seen], dtype=np.int64)
        seen.update(rows.tolist())
        for start in range(0, len(rows), chunk):
            some = rows[start : start + chunk]
            shapes = Shapes(array(shapely.to_wkb(objects[some])))
            search.add(Targets(shapes, np.arange(len(some))), some, lambda: None)
    return search.answer(), seen


def assert_equals_brute_force(
    sites: np.ndarray, objects: np.ndarray, reach: np.ndarray, chunk: int
) -> None:
    answers = engine(sites, objects, reach, chunk), chosen(sites, objects, reach, chunk)[0]
    valid = shapely.make_valid(objects)
    for number, site in enumerate(shapely.make_valid(sites)):
        distance = shapely.distance(site, valid)
        distance[np.isnan(distance)] = np.inf
        nearest = distance.min(initial=np.inf)
        ties = np.flatnonzero(distance <= nearest + METRES)
        expected = covered(site, valid[ties]) if nearest == 0 else 0.0
        margin = max(SQUARE_METRES, RELATIVE * expected)
        for answer in answers:
            if nearest > reach[number] + METRES or shapely.is_empty(site):
                assert math.isinf(answer.distance[number])
                assert answer.object_id[number] is None
                continue
            assert answer.distance[number] == pytest.approx(nearest, abs=METRES)
            assert answer.object_id[number] in ties
            if nearest == 0:
                assert answer.object_id[number] == np.flatnonzero(distance == 0)[0]
            assert answer.overlap_m2[number] == pytest.approx(expected, abs=margin)


def covered(site: shapely.Geometry, shapes: np.ndarray) -> float:
    parts = shapely.get_parts(shapely.get_parts(shapes))
    areas = parts[shapely.get_dimensions(parts) == 2]
    return float(shapely.area(shapely.union_all(shapely.intersection(site, areas))))


COORDINATE = st.integers(0, 12).map(float)


@st.composite
def boxes(draw: st.DrawFn) -> shapely.Polygon:
    west, south = draw(COORDINATE), draw(COORDINATE)
    return shapely.box(west, south, west + draw(st.integers(1, 6)), south + draw(st.integers(1, 6)))


@st.composite
def with_hole(draw: st.DrawFn) -> shapely.Polygon:
    west, south, size = draw(COORDINATE), draw(COORDINATE), draw(st.integers(3, 8))
    hole = shapely.box(west + 1, south + 1, west + size - 1, south + size - 1)
    return shapely.Polygon(
        shapely.box(west, south, west + size, south + size).exterior, [hole.exterior]
    )


POINTS = st.tuples(COORDINATE, COORDINATE)
LINES = st.lists(POINTS, min_size=2, max_size=12, unique=True).map(shapely.LineString)
RINGS = st.lists(POINTS, min_size=3, max_size=7, unique=True).map(shapely.Polygon)  # may cross
AREAS = st.one_of(boxes(), with_hole(), RINGS.filter(lambda ring: ring.is_valid))
MANY = st.lists(boxes(), min_size=2, max_size=3).map(shapely.union_all)
SITES = st.lists(st.one_of(AREAS, MANY), min_size=1, max_size=5)
OBJECTS = st.lists(
    st.one_of(boxes(), with_hole(), RINGS, MANY, LINES, POINTS.map(shapely.Point), st.none()),
    max_size=12,
)


@settings(
    max_examples=40 if SEEDS == 1 else 300,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    sites=SITES,
    objects=OBJECTS,
    reach=st.sampled_from([0.0, 1.5, 100.0]),
    chunk=st.sampled_from([1, 4, 50]),
)
def test_small_shapes_equal_brute_force(
    sites: list[shapely.Geometry],
    objects: list[Optional[shapely.Geometry]],
    reach: float,
    chunk: int,
) -> None:
    assert_equals_brute_force(array(sites), array(objects), np.full(len(sites), reach), chunk)


def star(rng: np.random.Generator, points: int, size: float, span: float) -> shapely.Polygon:
    angles = np.sort(rng.uniform(0, 2 * np.pi, points))
    radii = rng.uniform(0.3 * size, size, points)
    around = np.column_stack([np.cos(angles), np.sin(angles)]) * radii[:, None]
    return shapely.Polygon(rng.uniform(0, span, 2) + around)


def walk(rng: np.random.Generator, points: int, span: float) -> shapely.LineString:
    steps = np.cumsum(rng.normal(0, 20, (points, 2)), axis=0)
    return shapely.LineString(rng.uniform(0, span, 2) + steps)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_large_and_small_shapes_equal_brute_force(seed: int) -> None:
    rng = np.random.default_rng(seed)
    span = 3000.0
    site_list = [star(rng, int(rng.integers(3, 30)), 60, span) for _ in range(25)]
    site_list += [shapely.union(star(rng, 8, 40, span), star(rng, 8, 40, span)) for _ in range(5)]
    objects = [star(rng, int(rng.integers(4, 40)), 15, span) for _ in range(1000)]
    objects += [star(rng, int(rng.integers(80, 400)), 400, span) for _ in range(60)]
    objects += [star(rng, 90, 300, span).difference(star(rng, 90, 300, span)) for _ in range(20)]
    objects += [walk(rng, int(rng.integers(2, 300)), span) for _ in range(60)]
    objects += [shapely.Point(rng.uniform(0, span, 2)) for _ in range(100)]
    order = rng.permutation(len(objects))
    reach = np.where(np.arange(len(site_list)) % 3 == 0, 5.0, 1000.0)
    assert_equals_brute_force(
        shapely.make_valid(array(site_list)), array(objects)[order], reach, 300
    )


def test_the_choice_drops_much_and_nothing_that_matters() -> None:
    rng = np.random.default_rng(3)
    places = array([star(rng, 9, 60, 3000.0) for _ in range(40)])
    objects = [star(rng, int(rng.integers(4, 40)), 15, 3000.0) for _ in range(2000)]
    objects += [shapely.Polygon(), None, objects[7], objects[7]]
    objects = array(objects)
    reach = np.where(np.arange(len(places)) % 4 == 0, 3.0, 1000.0)
    _, seen = chosen(places, objects, reach, 300)
    distance = shapely.distance(shapely.make_valid(places)[:, None], shapely.make_valid(objects))
    nearest = np.fmin(np.nanmin(distance, axis=1), reach)
    matters = np.flatnonzero((distance <= nearest[:, None] + METRES).any(axis=0))
    assert len(matters)
    assert set(matters.tolist()) <= seen
    assert len(seen) < len(objects) / 5


def test_a_polygon_of_a_hundred_thousand_points() -> None:
    turn = np.linspace(0, 2 * np.pi, 100_000, endpoint=False)
    radius = 3000 + 300 * np.sin(40 * turn)
    coast = shapely.Polygon(np.column_stack([np.cos(turn), np.sin(turn)]) * radius[:, None])
    rng = np.random.default_rng(8)
    places = [shapely.box(x, y, x + 60, y + 60) for x, y in rng.uniform(-3500, 3500, (12, 2))]
    assert_equals_brute_force(array(places), array([coast]), np.full(12, 1000.0), 10)


def test_pieces_keep_the_whole_outline() -> None:
    ring = shapely.Point(0, 0).buffer(100, quad_segs=50)
    shape = ring.difference(shapely.Point(0, 0).buffer(50))
    line = shapely.LineString([(x, x % 7) for x in range(30)])
    pieces = Pieces(array([shape, line]))
    some = pieces.get(np.arange(len(pieces.owner))[::-2])
    lines = pieces.get(np.arange(len(pieces.owner)))
    assert shapely.length(lines[pieces.owner == 0]).sum() == pytest.approx(shape.length)
    assert shapely.length(lines[pieces.owner == 1]).sum() == pytest.approx(line.length)
    assert shapely.get_num_coordinates(lines).max() <= 9
    assert (shapely.bounds(lines) == pieces.boxes).all()
    assert some.tolist() == lines[::-2].tolist()


@pytest.mark.parametrize("dimensions", ["2D", "Z"])
def test_boxes_from_wkb_equal_boxes_of_shapes(dimensions: str) -> None:
    box = shapely.box(1, 2, 3, 4)
    shapes = [
        box,
        shapely.MultiPolygon([box]),
        shapely.MultiPolygon([box, shapely.box(8, 8, 9, 9)]),
        shapely.Polygon(shapely.box(0, 0, 9, 9).exterior, [box.exterior]),
        shapely.LineString([(5, 6), (7, 8)]),
        shapely.Point(1, 1),
        shapely.Polygon(),
        None,
    ]
    drawn = array(shapes) if dimensions == "2D" else shapely.force_3d(array(shapes), 7.0)
    read = Shapes(array(shapely.to_wkb(drawn, output_dimension=3)))
    np.testing.assert_array_equal(read.boxes, shapely.bounds(array(shapes)))
    np.testing.assert_array_equal(read.sizes, shapely.get_num_coordinates(array(shapes)))
    assert not shapely.has_z(read.get(np.arange(len(shapes)))).any()


def test_bytes_that_are_no_geometry_are_counted() -> None:
    read = Shapes(array([b"\x01\x03nonsense", shapely.to_wkb(shapely.Point(1, 1))]))
    assert read.unreadable == 1
    assert np.isnan(read.boxes[0]).all()


def test_check_may_stop_a_search() -> None:
    class Stop(Exception):
        pass

    def stop() -> None:
        raise Stop

    search = Search(Sites(array([shapely.box(0, 0, 1, 1)])), np.array([10.0]))
    shapes = Shapes(array([shapely.box(2, 2, 3, 3)]))
    with pytest.raises(Stop):
        search.add(Targets(shapes, np.arange(1)), np.arange(1), stop)
