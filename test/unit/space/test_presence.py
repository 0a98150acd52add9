"""A building that is gone, or never came, is no object: in every way of measuring."""

from __future__ import annotations

from collections.abc import Callable
from typing import Optional

import numpy as np
import pandas as pd
import pytest
import shapely
from space_themes import boxed, sites, theme

from rev_plugin.core.model import Chunk, Settings, Silent, Theme
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.constraints import find_constraints
from rev_plugin.core.space.presence import present, with_status
from rev_plugin.core.space.window import Window
from rev_plugin.core.space.zones import constraint_zones

STATION = shapely.box(0, 0, 100, 100)
NEAR, FAR = shapely.box(110, 0, 120, 10), shapely.box(150, 0, 160, 10)
RULE = "geluid_station_woning"
GONE = ["Pand gesloopt", "Niet gerealiseerd pand", "Pand ten onrechte opgevoerd"]
THERE = [
    "Bouwvergunning verleend",
    "Bouw gestart",
    "Pand in gebruik (niet ingemeten)",
    "Pand in gebruik",
    "Verbouwing pand",
    "Sloopvergunning verleend",
    "Pand buiten gebruik",
    "gesloopt?",
    "",
    None,
]


class Told(Silent):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def info(self, text: str) -> None:
        self.lines.append(text)


def dwellings(first: Optional[str], column: str = "status", **keywords: object) -> Theme:
    """Two dwellings; the near one has the status."""
    cells = {"gebruiksdoel": ["woonfunctie"] * 2, column: [first, "Pand in gebruik"]}
    return theme("bebouwing", [NEAR, FAR], ids=["dichtbij", "verder"], **cells, **keywords)


def station() -> object:
    return sites(("S", "station_hs_ms", STATION), mva=[80.0])


@pytest.fixture
def nearest(rules: Rules) -> Callable[[Theme], pd.Series]:
    """The finding about the nearest dwelling: read whole, chosen from boxes, and in a window."""

    def run(buildings: Theme) -> pd.Series:
        tables = [
            find_constraints(station(), {"bebouwing": one}, rules, Settings(), Silent())
            for one in (buildings, boxed(buildings)[0])
        ]
        bounds = (-9000.0, -9000.0, 9000.0, 9000.0)
        window = Window({"bebouwing": buildings}, rules, Settings(), bounds, Silent())
        tables.append(pd.DataFrame(window.find(station())))
        for table in tables[1:]:
            pd.testing.assert_frame_equal(tables[0], table, check_exact=True, check_dtype=False)
        return tables[0].set_index("regel").loc[RULE]

    return run


@pytest.mark.parametrize("status", GONE)
@pytest.mark.parametrize("column", ["status", "pandstatus", "Status"])
def test_a_building_that_is_not_there_is_passed_over(nearest, status, column) -> None:
    found = nearest(dwellings(status, column))
    assert (found["object_id"], found["afstand_m"]) == ("verder", 50.0)


@pytest.mark.parametrize("status", THERE)
def test_any_other_status_counts_as_there(nearest, status) -> None:
    found = nearest(dwellings(status))
    assert (found["object_id"], found["afstand_m"]) == ("dichtbij", 10.0)


def test_without_a_status_nothing_changes(nearest) -> None:
    bare = theme(
        "bebouwing", [NEAR, FAR], ids=["dichtbij", "verder"], gebruiksdoel=["woonfunctie"] * 2
    )
    assert nearest(bare)["object_id"] == "dichtbij"
    assert nearest(dwellings("Pand gesloopt", "naam"))["object_id"] == "dichtbij"


def test_a_demolished_building_of_unknown_use_raises_no_doubt(nearest) -> None:
    cells = {"gebruiksdoel": [None], "status": ["Pand gesloopt"]}
    found = nearest(theme("bebouwing", [NEAR], extent=(0, 0, 500, 500), **cells))
    assert np.isnan(found["afstand_m"])
    assert found["oordeel"] == "geen_belemmering"


@pytest.mark.parametrize("way", [lambda one: one, lambda one: boxed(one)[0]])
def test_the_log_says_how_many_were_left_out(rules, way) -> None:
    feedback = Told()
    layers = {"bebouwing": way(dwellings("Pand gesloopt", chunk=1))}
    find_constraints(station(), layers, rules, Settings(), feedback)
    (line,) = feedback.lines
    assert line.startswith("Laag bebouwing: 1 object telt niet mee")
    assert "Pand gesloopt" in line


def test_zones_are_drawn_around_what_is_there(rules) -> None:
    layers = {"bebouwing": dwellings("Pand gesloopt")}
    zones = constraint_zones("station_hs_ms", {"mva": 80.0}, layers, rules, None, Silent())
    row = zones.table["regel"].tolist().index(RULE)
    distance = zones.table["afstand_m"][row]
    assert shapely.bounds(zones.geometry[row])[0] == pytest.approx(150 - distance)


def test_a_chunk_keeps_what_is_there(rules) -> None:
    whole = Chunk(
        np.arange(2), np.array([NEAR, FAR]), {"status": np.array([GONE[0], None], object)}
    )
    kept, count = present(with_status(dwellings("x"), rules), whole)
    assert (kept.ids.tolist(), kept.attributes["status"].tolist(), count) == ([1], [None], 1)
