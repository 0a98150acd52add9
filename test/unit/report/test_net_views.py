"""The pictures of the net: whose headroom they show, and until when the operator says no."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from example_result import result as example

from rev_plugin.report.fit_view import share_rows
from rev_plugin.report.headroom_view import headroom_picture
from rev_plugin.report.net_view import area_view


@pytest.fixture
def result():
    made = example()
    above = made.headroom.assign(gebied_id="Meerdam 150 kV", niveau="tennet")
    names = [f"netruimte_{part}_mw" for part in ("laag", "midden", "hoog")]
    above[names] += 120
    made.headroom = pd.concat([made.headroom, above], ignore_index=True)
    return made


def row_of(result, **values) -> dict:
    row = result.output.iloc[0].to_dict()
    own = result.headroom.query("niveau == 'rnb' and jaar == @row['jaar']").iloc[0]
    names = [f"netruimte_{part}_mw" for part in ("laag", "midden", "hoog")]
    return {**row, "voedingsgebied": "OS Meerdam", "richting_bepalend": "afname",
            "beperkend_gebied": "Meerdam 150 kV", **own[names].to_dict(), **values}  # fmt: skip


def test_the_picture_shows_the_area_of_the_mw(result):
    row = row_of(result)
    assert max(headroom_picture(result, row).room.middle) == pytest.approx(14)
    above = {name: row[name] + 120 for name in row if name.startswith("netruimte_")}
    assert max(headroom_picture(result, {**row, **above}).room.middle) == pytest.approx(134)


@pytest.mark.parametrize(("tennet", "until"), [(2034, 2034), (None, 2040), (np.nan, 2040)])
def test_a_colour_without_a_year_stays_until_the_end(result, tennet, until):
    row = row_of(result, net_status="rood", jaar_opgelost_rnb=2031, net_status_tennet="rood",
                 jaar_opgelost_tennet=tennet)  # fmt: skip
    assert headroom_picture(result, row).blocked_until == until


def test_the_card_of_an_area_hatches_until_the_last_operator(result):
    areas = result.areas.table
    own = areas.index[(areas["richting"] == "afname") & (areas["niveau"] == "rnb")][0]
    code = areas.loc[own, "gebied_id"]
    for status, year, until in (
        ("rood", 2031, 2031),
        ("rood", None, 2050),
        ("onbekend", 2031, 2031),
    ):
        areas.loc[own, ["status", "jaar_opgelost", "bovenliggend"]] = [status, year, None]
        assert area_view(result, code, "afname").picture.blocked_until == until
    areas.loc[own, ["status", "jaar_opgelost"]] = ["transparant", None]
    assert area_view(result, code, "afname").picture.blocked_until is None


def test_an_area_above_that_holds_no_more_is_not_repeated(result):
    above = result.sharing["gebied_id"] == "Meerdam 150 kV"
    areas = [row["area"] for row in share_rows(result.sharing, result.areas, "OS Meerdam")]
    assert "Meerdam 150 kV (TenneT)" in areas
    same = result.sharing[result.sharing["gebied_id"] == "OS Meerdam"]
    same = same.assign(gebied_id="Meerdam 150 kV", niveau="tennet")
    sharing = pd.concat([result.sharing[~above], same])
    assert {row["area"] for row in share_rows(sharing, result.areas, "OS Meerdam")} == {
        area for area in areas if "TenneT" not in area
    }


def test_the_card_of_an_area_tells_what_would_make_it_fit(result):
    result.output.loc[[1, 3], "voedingsgebied"] = "OS Meerdam"
    told = dict(area_view(result, "OS Meerdam", "afname").options)
    names = result.output["locatie"]
    assert told[names[3]].startswith("andere warmteoplossing: warmtenet – 12 middenspanning")
    assert told[names[1]].startswith("geen gevonden. De netbeheerder laat hier nu geen nieuwe")
    result.options["net_oordeel"] = result.options["net_oordeel"].where(
        ~result.options["past"].astype(bool), "krap"
    )
    told = dict(area_view(result, "OS Meerdam", "afname").options)
    assert "warmtenet – hooguit krap, 12" in told[names[3]]
    result.options = None
    assert area_view(result, "OS Meerdam", "afname").options is None


def test_a_station_adds_room_and_asks_none(result):
    result.output.loc[[1, 3], "voedingsgebied"] = "OS Meerdam"
    names = result.output["locatie"]
    result.demand = pd.DataFrame({"locatie": [names[1]], "methode": ["netdeel"]})
    sites = dict(area_view(result, "OS Meerdam", "afname").sites)
    assert sites[names[1]] == "voegt ruimte toe"
    assert sites[names[3]] != "voegt ruimte toe"
