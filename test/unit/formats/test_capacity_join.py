"""Capacity figures joined to polygons, to each other, and to postcodes."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import shapely
from capacity_files import FIGURES, one, record, v13, write

from rev_plugin.core.columns import AREA
from rev_plugin.core.model import Features, InputError, Silent
from rev_plugin.formats.capacity_map import (
    CapacityData,
    areas_from_postcodes,
    join_areas,
    join_postcodes,
    merge_capacity,
    read_capacity,
)


def shapes(**boxes) -> Features:
    geometry = np.empty(len(boxes), dtype=object)
    geometry[:] = list(boxes.values())
    return Features(geometry, pd.DataFrame({"code": list(boxes)}))


def two_areas(tmp_path) -> CapacityData:
    content = {"A": record("OS A"), "B": record("OS B/C 10-1i")}
    return read_capacity(write(tmp_path, "a.json", content))


def test_join_matches_exactly_then_plainly_then_without_a_remark(tmp_path):
    outlines = shapes(
        **{
            " os  a (afgeleid: gemeente min de rest) ": shapely.box(0, 0, 1, 1),
            "OS B / C 10-1i/": shapely.box(1, 0, 2, 1),
        }
    )
    feedback = Silent()
    joined = join_areas(two_areas(tmp_path), outlines, "code", feedback)
    assert list(joined.table.columns) == [column.name for column in AREA]
    assert not feedback.messages
    drawn = dict(zip(joined.table["gebied_id"], joined.geometry))
    assert drawn["OS A"].area == drawn["OS B/C 10-1i"].area == 1
    assert drawn["TenneT boven OS A"].equals(drawn["OS A"])


def test_join_unites_polygons_and_repairs_them(tmp_path):
    bow = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    geometry = np.array([bow, shapely.box(1, 0, 4, 2), None], dtype=object)
    outlines = Features(geometry, pd.DataFrame({"code": ["OS A", "OS A", "OS B/C 10-1i"]}))
    feedback = Silent()
    joined = join_areas(two_areas(tmp_path), outlines, "code", feedback)
    drawn = dict(zip(joined.table["gebied_id"], joined.geometry))
    assert drawn["OS A"].is_valid
    assert drawn["OS A"].area == pytest.approx(7)
    assert drawn["OS B/C 10-1i"] is None
    assert any("OS B/C 10-1i" in line for line in feedback.messages)


def test_join_names_polygons_of_one_area_that_overlap(tmp_path):
    parts = np.array([shapely.box(0, 0, 300, 100), shapely.box(200, 0, 400, 100)])
    outlines = Features(parts, pd.DataFrame({"code": ["OS A", "OS A"]}))
    feedback = Silent()
    joined = join_areas(two_areas(tmp_path), outlines, "code", feedback)
    assert any("OS A: vlakken" in line and "over 1.00 ha" in line for line in feedback.messages)
    assert dict(zip(joined.table["gebied_id"], joined.geometry))["OS A"].area == 40_000


def test_join_names_unknown_codes_and_gives_them_no_figures(tmp_path):
    outlines = shapes(**{"OS A": shapely.box(0, 0, 1, 1), "OS X": shapely.box(5, 5, 6, 6)})
    feedback = Silent()
    joined = join_areas(two_areas(tmp_path), outlines, "code", feedback)
    extra = joined.table[joined.table["gebied_id"] == "OS X"]
    assert len(extra) == 2
    assert extra[FIGURES].isna().all(axis=None)
    assert set(extra["status"]) == {"onbekend"}
    assert any("zonder cijfers" in line and "OS X" in line for line in feedback.messages)
    with pytest.raises(InputError, match="gebiedscode"):
        join_areas(two_areas(tmp_path), outlines, "gebiedscode", feedback)


def test_borders_of_another_year_are_named(tmp_path):
    data = read_capacity(write(tmp_path, "a.json", v13({"short_code": "OS A", "works": []})))
    outlines = shapes(**{"OS A": shapely.box(0, 0, 1, 1)})
    feedback = Silent()
    dated = Features(outlines.geometry, outlines.table.assign(jaar=2020))
    join_areas(data, dated, "code", feedback)
    assert any("van 2020, de cijfers van 2026" in line for line in feedback.messages)


def test_merge_fills_gaps_and_keeps_what_came_first(tmp_path):
    figures = read_capacity(write(tmp_path, "a.json", {
        "A": record("OS A", existingTransportCapacityWithdrawal="44 MW"),
    }))  # fmt: skip
    colours = read_capacity(
        write(tmp_path, "b.csv", "voedingsgebied_id;afname;aanwezige_transportcapaciteit_afname\n"
              "os a;2;99\nOS Z;0;1\n")
    )  # fmt: skip
    merged = merge_capacity([figures, colours])
    row = one(merged, "OS A", "afname")
    assert (row["capaciteit_mw"], row["status"]) == (44, "oranje")
    assert "a.json" in row["bron"]
    assert "b.csv" in row["bron"]
    assert one(merged, "OS Z", "afname")["status"] == "transparant"


def test_postcodes_get_their_polygons_and_make_areas(tmp_path):
    text = "postcode;voedingsgebied_id;afname\n1234AB;OS A;3\n1234AC;OS A;0\n9999ZZ;OS A;0\n"
    data = read_capacity(write(tmp_path, "pc6.csv", text))
    outlines = shapes(**{"1234 AB": shapely.box(0, 0, 1, 1), "1234AC": shapely.box(1, 0, 2, 1)})
    feedback = Silent()
    joined = join_postcodes(data, outlines, "code", feedback)
    assert list(joined.table["postcode"]) == ["1234AB", "1234AC"]
    assert any("9999ZZ" in line for line in feedback.messages)
    area = areas_from_postcodes(joined)
    assert area.table["gebied_id"].tolist() == ["OS A"]
    assert area.geometry[0].area == pytest.approx(2)
