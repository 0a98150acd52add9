"""Estimated supply areas: who gets what, and that nothing is lost."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from rev_plugin.core.columns import AREA
from rev_plugin.core.grid.netfit import judge_net
from rev_plugin.core.grid.network import network_distances
from rev_plugin.core.grid.sharing import sharing_table
from rev_plugin.core.grid.supplyareas import (
    estimate_supply_areas,
    nearest_station,
    power_cells,
    reach_squared,
)
from rev_plugin.core.model import Features, InputError, Settings, Silent

from .small_net import area_features, area_row, demand_table, site_features

SQUARE = shapely.box(0, 0, 1000, 1000)


def points(*places, **columns) -> Features:
    geometry = np.empty(len(places), dtype=object)
    geometry[:] = [shapely.Point(place) for place in places]
    return Features(geometry, pd.DataFrame(columns or {"leeg": [None] * len(places)}))


def lines(*paths) -> Features:
    geometry = np.empty(len(paths), dtype=object)
    geometry[:] = [shapely.LineString(path) for path in paths]
    return Features(geometry, pd.DataFrame({"leeg": [None] * len(paths)}))


def estimate(stations, weights, network=None, feedback=None):
    return estimate_supply_areas(stations, SQUARE, weights, feedback or Silent(), network)


# |   A   .       B   |      equal power: the border halfway, at x = 500
# 0      250     750 1000
def test_equal_stations_share_halfway():
    stations = points((250, 500), (750, 500), naam=["A", "B"], mva=[40, 40])
    homes = points((100, 100), (499, 900), (501, 10), woningen=[10, 20, 30])
    result = estimate(stations, homes)
    assert list(result.areas.table.columns) == [column.name for column in AREA]
    assert result.totals["woningen"].tolist() == [30, 30]
    assert result.totals["oppervlak_ha"].tolist() == pytest.approx([50, 50])
    assert set(result.areas.table["geschat"]) == {True}
    assert list(result.areas.table["richting"]) == ["afname", "invoeding"] * 2


def test_a_stronger_station_reaches_further():
    stations = points((250, 500), (750, 500), naam=["A", "B"], mva=[80, 40])
    result = estimate(stations, points((0, 0)))
    # r² = 1e6 / pi x 2/3 and 1/3; the border moves by (r_A² - r_B²) / (2 x 500)
    border = 500 + (1e6 / math.pi / 3) / 1000
    assert result.totals["oppervlak_ha"].tolist() == pytest.approx([border / 10, 100 - border / 10])


# A -----+        the road from A runs round; the house at (400, 100) lies 300 m from A
# |      |        as the crow flies, 1 700 m by road, and 500 m from B along the road.
# h ---- B
def test_along_roads():
    stations = points((100, 100), (900, 100), naam=["A", "B"], mva=[40, 40])
    roads = lines([(100, 100), (100, 900), (900, 900), (900, 100), (400, 100)])
    home = points((400, 100), woningen=[7])
    assert estimate(stations, home).totals["woningen"].tolist() == [7, 0]
    by_road = estimate(stations, home, roads)
    assert by_road.totals["woningen"].tolist() == [0, 7]
    assert by_road.totals["oppervlak_ha"].sum() == pytest.approx(100)


def test_what_the_roads_do_not_reach_goes_by_straight_line():
    stations = points((100, 100), (900, 100), naam=["A", "B"])
    islands = lines([(90, 100), (110, 100)], [(400, 500), (420, 500)], [(890, 100), (910, 100)])
    feedback = Silent()
    result = estimate(stations, points((400, 500)), islands, feedback)
    assert result.station.tolist() == [0]
    assert any("niet te bereiken" in line for line in feedback.messages)


def test_distances_along_a_network_by_hand():
    roads = lines([(0, 0), (100, 0)], [(100, 0), (100, 50)], [(0, 0), (100, 50)])
    found = network_distances(roads.geometry, np.array([[0, 0]]), np.array([[100, 0], [100, 53]]))
    assert found[0].tolist() == pytest.approx([100, math.hypot(100, 50) + 3], abs=0.2)


def test_missing_power_is_that_of_an_average_station():
    feedback = Silent()
    stations = points((250, 500), (750, 500), naam=["A", "B"], mva=[40, None])
    result = estimate(stations, points((0, 0)), feedback=feedback)
    assert result.totals["oppervlak_ha"].tolist() == pytest.approx([50, 50])
    assert any("B" in line for line in feedback.messages)


def test_power_in_other_columns_and_spellings():
    feedback = Silent()
    stations = points((250, 500), (750, 500), naam=["A", "B"], MVA=["40,0", "3x40"])
    result = estimate(stations, points((0, 0)), feedback=feedback)
    assert result.totals["oppervlak_ha"].tolist() == pytest.approx([50, 50])
    assert any('B ("3x40")' in line and "A" not in line for line in feedback.messages)


def test_bad_stations_are_errors():
    home = points((0, 0))
    with pytest.raises(InputError, match="geen stations"):
        estimate(points(), home)
    with pytest.raises(InputError, match="dezelfde plaats"):
        estimate(points((1, 1), (1, 1), naam=["A", "B"]), home)
    with pytest.raises(InputError, match="oppervlak"):
        estimate_supply_areas(points((1, 1)), shapely.Point(0, 0), home, Silent())


def test_a_verdict_on_an_estimated_area_is_never_better_than_tight(certain):
    stations = points((400, 400), naam=["A"], capaciteit_mw=[900.0], benodigd_mw=[10.0],
                      wachtrij_mw=[0.0], status=["transparant"], jaar=[2026])  # fmt: skip
    areas = estimate(stations, points((0, 0))).areas
    row = judge_net(
        site_features({}), demand_table((5, 5, 5)), areas, certain, Settings(), Silent()
    ).iloc[0]
    assert (row["net_oordeel"], row["net_geschat"]) == ("krap", True)
    assert "geschat" in row["net_reden"]


@settings(max_examples=100, deadline=None)
@given(seed=st.integers(0, 2**32 - 1))
def test_nothing_is_lost_in_ten_thousand_partitions(seed):
    random = np.random.default_rng(seed)
    for _ in range(100):
        stations = random.integers(1, 8)
        places = random.uniform(0, 1000, (stations, 2))
        reach = reach_squared(random.uniform(1, 100, stations), SQUARE.area)
        spots, homes = random.uniform(0, 1000, (50, 2)), random.integers(0, 100, 50)
        owner = nearest_station(spots, places, reach)
        shared = np.bincount(owner, weights=homes, minlength=stations)
        assert shared.sum() == homes.sum()


@settings(max_examples=50, deadline=None)
@given(seed=st.integers(0, 2**32 - 1))
def test_cells_cover_the_boundary_once_and_hold_their_own_points(seed):
    random = np.random.default_rng(seed)
    places = random.uniform(0, 1000, (6, 2))
    reach = reach_squared(random.uniform(1, 100, 6), SQUARE.area)
    cells = power_cells(places, reach, SQUARE)
    assert sum(cell.area for cell in cells) == pytest.approx(SQUARE.area)
    spots = random.uniform(1, 999, (40, 2))
    owner = nearest_station(spots, places, reach)
    for spot, one in zip(spots, owner):
        assert cells[one].distance(shapely.Point(spot)) < 1e-6


# NOORD is a square of 1 x 1 km; Klein holds its lower 300 m, Groot the rest.
def test_who_shares_an_area_by_land_and_by_dwellings():
    parts = np.array([shapely.box(0, 0, 1000, 300), shapely.box(0, 300, 1000, 2000)])
    towns = Features(parts, pd.DataFrame({"gemeente": ["Klein", "Groot"]}))
    homes = points((500, 100), (500, 200), (500, 900), (500, 1900), woningen=[50, 25, 25, 999])
    table = sharing_table(area_features(area_row("NOORD")), towns, homes)
    assert table["gemeente"].tolist() == ["Klein", "Groot"]
    assert table["aandeel_oppervlak"].tolist() == pytest.approx([0.3, 0.7])
    assert table["woningen"].tolist() == [75, 25]
    assert table["aandeel_woningen"].tolist() == pytest.approx([0.75, 0.25])
    unknown = sharing_table(area_features(area_row("NOORD")), towns)
    assert unknown["aandeel_woningen"].isna().all()
    assert unknown["gemeente"].tolist() == ["Groot", "Klein"]
