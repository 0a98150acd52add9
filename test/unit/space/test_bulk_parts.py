"""What the bulk engine is made of: areas from edges, the grid of cells, the pool of tasks."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from typing import Any

import numpy as np
import pytest
import shapely
from space_themes import array

from rev_plugin.core.space import edges, overlay, parallel
from rev_plugin.core.space.cells import Cells
from rev_plugin.core.space.edges import Edges, shared_area
from rev_plugin.core.space.geometry import CLIP_FROM, Shapes, clipped, in_pieces
from rev_plugin.core.space.overlay import Overlay
from rev_plugin.core.space.parallel import CORES, each
from rev_plugin.core.space.proximity import Search, Sites, Targets, box_distance


def stars(rng: np.random.Generator, count: int, points: int, size: float) -> list[shapely.Polygon]:
    found = []
    for centre in rng.uniform(0, 200, (count, 2)) + (100_000, 400_000):
        angle = np.sort(rng.uniform(0, 2 * np.pi, points))
        radius = rng.uniform(0.3, 1.0, (points, 1)) * size
        around = np.column_stack([np.cos(angle), np.sin(angle)]) * radius
        found.append(shapely.make_valid(shapely.Polygon(centre + around)))
    return found


def mixed(seed: int) -> np.ndarray:
    """Valid polygons of all kinds, and some that have no area."""
    rng = np.random.default_rng(seed)
    small, large = stars(rng, 30, 9, 40), stars(rng, 5, 300, 90)
    holes = [a.difference(b) for a, b in zip(large[:3], stars(rng, 3, 12, 30))]
    many = [shapely.union_all(stars(rng, 4, 7, 25)) for _ in range(8)]
    boxes = [
        shapely.box(x, x + 4e5 - 1e5, x + 60, x + 3e5 + 30) for x in range(100_000, 100_200, 40)
    ]
    clockwise = [shapely.reverse(box) for box in boxes]
    nothing = [None, shapely.Point(1, 1), shapely.LineString([(0, 0), (9, 9)]), shapely.Polygon()]
    nested = [shapely.GeometryCollection([many[0], holes[0].boundary])]
    return array([*small, *large, *holes, *many, *boxes, *clockwise, *nothing, *nested])


@pytest.fixture(scope="module")
def shared() -> np.ndarray:
    """m² that shapely finds between every shape of mixed(1) and of mixed(2)."""
    first, second = mixed(1), mixed(2)
    first[-1], second[-1] = (shapely.get_parts(shapes[-1])[0] for shapes in (first, second))
    return np.nan_to_num(shapely.area(shapely.intersection(first[:, None], second))).ravel()


@pytest.mark.parametrize("batch", [edges.BATCH, 500])
def test_shared_area_is_that_of_the_intersection(
    batch: int, shared: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edges, "BATCH", batch)
    first, second = mixed(1), mixed(2)
    one, two = (axis.ravel() for axis in np.mgrid[0 : len(first), 0 : len(second)])
    boxes = shapely.bounds(first)[one], shapely.bounds(second)[two]
    low, high = np.fmax(boxes[0], boxes[1])[:, :2], np.fmin(boxes[0], boxes[1])[:, 2:]
    common = np.concatenate([low, high], axis=1)
    found = shared_area(Edges(first), one, Edges(second), two, common)
    np.testing.assert_allclose(found, shared, rtol=1e-9, atol=2e-7)
    assert (found > 0).sum() > 500


@pytest.mark.parametrize("before", [[], [shapely.box(0, 0, 2, 2)]])
@pytest.mark.parametrize("last", ["POLYGON EMPTY", "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), EMPTY)"])
def test_what_is_empty_has_no_edges(before: list[shapely.Polygon], last: str) -> None:
    shape = shapely.from_wkt(last)
    found, box = Edges(array([*before, shape])), Edges(array([shapely.box(0, 0, 9, 9)]))
    number, first = np.array([len(before)]), np.zeros(1, dtype=np.int64)
    shared = shared_area(found, number, box, first, np.array([[0.0, 0.0, 9.0, 9.0]]))
    assert shared == pytest.approx(shape.area)


def test_shapes_that_only_touch_share_nothing() -> None:
    left, right = array([shapely.box(0, 0, 10, 10)]), array([shapely.box(10, 3, 20, 13)])
    turned = array([shapely.Polygon([(10, 10), (20, 11), (13, 20)])])
    row = np.zeros(1, dtype=np.int64)
    for other in (right, turned):
        box = np.array([[10.0, 10.0, 10.0, 10.0]])
        assert shared_area(Edges(left), row, Edges(other), row, box) == 0


def test_too_many_pairs_of_edges_are_left_to_an_intersection(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(edges, "MANY", 3)
    box = array([shapely.box(0, 0, 10, 10)])
    row = np.zeros(1, dtype=np.int64)
    assert np.isnan(shared_area(Edges(box), row, Edges(box), row, shapely.bounds(box)))


def test_polygons_that_cross_themselves_are_repaired_and_others_kept() -> None:
    bow = shapely.Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])
    twice = shapely.Polygon([(9, 0), (-5, 8), (-5, -8), (8, 1), (-6, 7), (-6, -7)])
    spike = shapely.Polygon([(0, 0), (10, 0), (10, 10), (10, 20), (10, 10), (0, 10)])
    fine = [*stars(np.random.default_rng(5), 40, 12, 20), shapely.box(0, 0, 4, 4)]
    shapes = Shapes(array([bow, twice, spike, *fine, None, shapely.Polygon()]))
    rows = shapes.get_valid(np.arange(len(shapes)))
    assert shapes.repaired == 3
    assert shapely.is_valid(rows[:-2]).all()
    assert shapely.equals_exact(rows[3:-2], array(fine)).all()


def test_repaired_objects_that_overlap_on_a_site_are_counted_once() -> None:
    spike = shapely.Polygon([(1, 1), (6, 1), (6, 6), (6, 9), (6, 6), (1, 6)])
    assert shapely.make_valid(spike).geom_type == "GeometryCollection"
    shapes = Shapes(array([spike, shapely.box(4, 4, 8, 8)]))
    search = Search(Sites(array([shapely.box(0, 0, 10, 10)])), np.array([5.0]))
    search.add(Targets(shapes, np.arange(2)), np.arange(2), lambda: None)
    assert search.answer().overlap_m2[0] == pytest.approx(25 + 16 - 4)


def covered(site: shapely.Polygon, shapes: list[shapely.Geometry]) -> tuple[float, float]:
    """The area that shapes cover of a site: by the engine, and by their union."""
    search = Search(Sites(array([site])), np.array([5.0]))
    rows = np.arange(len(shapes))
    search.add(Targets(Shapes(array(shapes)), rows), rows, lambda: None)
    union = shapely.union_all(array(shapes)).intersection(site)
    return float(search.answer().overlap_m2[0]), union.area


@pytest.mark.parametrize(
    "corners",
    [
        [(10, 10), (14, 14)],  # a pair on the site
        [(10, 10), (14, 14), (18, 18), (22, 22)],  # a chain
        [(10, 10), (14, 14), (10, 14)],  # three on one spot
        [(10, 10), (14, 14), (18, 10), (14, 6)],  # a ring
        [(95, 95), (91, 91), (70, 70)],  # one sticks out
        [(95, 95), (97, 91)],  # both do
        [(95, 95), (91, 97)],  # both do, to the north
        [(96, 10), (101, 10), (96, 14)],  # one lies beside the site
        [(10, 10), (10, 10), (10, 10)],  # the same thrice
    ],
)
def test_what_is_covered_twice_counts_once(corners: list[tuple[float, float]]) -> None:
    shapes: list[shapely.Geometry] = [shapely.box(x, y, x + 8, y + 8) for x, y in corners]
    found, expected = covered(shapely.box(0, 0, 100, 100), shapes)
    assert found == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("seed", range(6))
def test_crowded_shapes_are_counted_once(seed: int) -> None:
    shapes = [shape for shape in mixed(seed)[:41] if shape is not None]
    shapes += stars(np.random.default_rng(seed + 50), 60, 7, 12)
    (site,) = stars(np.random.default_rng(seed + 90), 1, 9, 150)
    found, expected = covered(site, shapes)
    assert found == pytest.approx(expected, abs=1e-5)


def test_counting_is_stopped_between_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overlay, "GROUPS", 1)
    site = shapely.box(0, 0, 100, 100)
    search = Search(Sites(array([site])), np.array([5.0]))
    thrice = [shapely.box(x, 0, x + 4, 4) for x in range(0, 90, 10) for _ in range(3)]
    search.add(Targets(Shapes(array(thrice)), np.arange(27)), np.arange(27), lambda: None)
    asked: list[int] = []

    def stop() -> None:
        asked.append(1)
        if len(asked) > 4:
            raise CancelledError

    with pytest.raises(CancelledError):
        search.answer(stop)
    assert search.answer().overlap_m2[0] == pytest.approx(9 * 16)


@pytest.mark.parametrize("count", [0, 1, 2, 700])
def test_cells_find_all_boxes_that_meet(count: int) -> None:
    rng = np.random.default_rng(count)
    low = rng.uniform(0, 5000, (count, 2))
    boxes = np.concatenate([low, low + rng.lognormal(2, 1.5, (count, 2))], axis=1)
    low = rng.uniform(-2000, 7000, (200, 2))
    asked = np.concatenate([low, low + rng.uniform(0, 900, (200, 2))], axis=1)
    row, number = Cells(boxes).near(asked)
    found = set(zip(row.tolist(), number.tolist()))
    assert len(found) == len(row)
    for place, box in enumerate(asked):
        meet = np.flatnonzero(box_distance(box[None], boxes) == 0) if count else []
        assert {(place, unit) for unit in meet} <= found


def test_boxes_on_one_line_or_in_one_spot_fit_in_cells() -> None:
    for low in (np.zeros((50, 2)), np.column_stack([np.arange(50.0), np.zeros(50)])):
        row, _ = Cells(np.concatenate([low, low], axis=1)).near(np.array([[-1.0, -1, 99, 1]]))
        assert len(row) == 50


def test_each_keeps_the_order_and_draws_no_more_than_needed() -> None:
    finished: list[int] = []
    waiting: list[int] = []

    def items() -> Iterator[int]:
        for number in range(20):
            waiting.append(number - len(finished))  # drawn before and not finished yet
            yield number

    def square(item: int, _check: Callable[[], None]) -> int:
        time.sleep(0.01 * (item % 3 == 0))  # later ones overtake it
        finished.append(item)
        return item * item

    assert list(each(square, items(), lambda: None)) == [number * number for number in range(20)]
    assert max(waiting) <= CORES


def test_each_stops_what_runs_when_the_caller_stops() -> None:
    class Stop(Exception):
        pass

    started, halted = threading.Event(), threading.Event()

    def endless(_item: int, check: Callable[[], None]) -> None:
        started.set()
        try:
            while True:
                check()
        except CancelledError:
            halted.set()
            raise

    def stop() -> None:
        if started.is_set():
            raise Stop

    with pytest.raises(Stop):
        list(each(endless, [1], stop))
    assert halted.is_set()


def test_who_waits_for_a_slow_first_item_sleeps(monkeypatch: pytest.MonkeyPatch) -> None:
    waits, wait = [], parallel._await

    def counted(*arguments: Any) -> None:
        waits.append(arguments)
        wait(*arguments)

    monkeypatch.setattr(parallel, "_await", counted)

    def slow_first(item: int, _check: Callable[[], None]) -> int:
        time.sleep(0.2 * (item == 0))
        return item

    assert list(each(slow_first, [0, 1], lambda: None)) == [0, 1]
    assert len(waits) <= 4  # two when drawn, two when done; thousands when it does not sleep


def test_an_error_inside_comes_out() -> None:
    with pytest.raises(ZeroDivisionError):
        list(each(lambda item, _check: 1 // item, [1, 0, 1], lambda: None))


def test_few_neighbours_are_counted_as_many_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """GEOS sees that a few are apart, edges that many are: the area is the same to the bit."""
    corners = 100_050 + 13.7 * np.arange(4)
    terrace = shapely.box(corners, 400_050.0, corners + 13.7, 400_091.3)  # wall to wall
    across = [shapely.make_valid(shapely.Polygon([(0, 0), (9, 9), (9, 0), (0, 9)]))]
    objects = array([*terrace, *stars(np.random.default_rng(4), 4, 9, 60), *across])
    site = Sites(array([shapely.box(100_030, 400_030, 100_120, 400_120)]))
    found = []
    for few in (0, len(objects) ** 2):
        monkeypatch.setattr(overlay, "FEW", few)
        one = Overlay(site)
        one.add(np.zeros(len(objects), dtype=np.int64), Shapes(objects), np.arange(len(objects)))
        found.append(one.result()[0][0])
    assert found[0] == found[1]
    whole = shapely.area(shapely.union_all(shapely.intersection(site.geometry[0], objects)))
    assert found[0] == pytest.approx(whole, abs=1e-5)


def test_a_cut_changes_nothing_in_its_box() -> None:
    rng = np.random.default_rng(8)
    objects = array([*stars(rng, 12, 4 * CLIP_FROM, 150), *stars(rng, 4, 9, 60)])
    boxes = shapely.bounds(array(stars(rng, len(objects), 5, 30)))
    margin = np.array([0.0, 1.0, 9.0, np.inf] * 4)
    cut, inside = clipped(objects, boxes, margin), shapely.box(*boxes.T)
    assert shapely.is_valid(cut).all()
    expected = shapely.area(shapely.intersection(inside, objects))
    found = shapely.area(shapely.intersection(inside, cut))
    np.testing.assert_allclose(found, expected, atol=1e-6)
    smaller = shapely.get_num_coordinates(cut) < shapely.get_num_coordinates(objects)
    assert smaller[:12][np.isfinite(margin[:12])].all()
    assert not smaller[12:].any()
    assert not smaller[np.isinf(margin)].any()


def test_pieces_are_as_near_as_what_they_come_from() -> None:
    rng = np.random.default_rng(9)
    shapes = array([*stars(rng, 6, 200, 90), *stars(rng, 6, 9, 40)])
    units, owner = in_pieces(shapes)
    place = shapely.Point(99_000, 399_500)
    nearest = np.full(len(shapes), np.inf)
    np.minimum.at(nearest, owner, shapely.distance(units, place))
    np.testing.assert_array_equal(nearest, shapely.distance(shapes, place))
    assert len(units) > 6 * 200 / 8
