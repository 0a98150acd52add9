"""The net verdict per site, worked out by hand on the small net."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from rev_plugin.core.columns import NET
from rev_plugin.core.grid.netfit import judge_net
from rev_plugin.core.grid.wording import megawatts
from rev_plugin.core.model import Features, Settings, Silent
from rev_plugin.core.rules import load_rules

from .small_net import area_features, area_row, demand_table, site_features

BIG = {"capaciteit_mw": 900.0, "benodigd_mw": 100.0, "wachtrij_mw": 0.0}
FIVE = (5.0, 5.0, 5.0)


def judge(rules, areas, sites=None, demand=None, **more):
    sites = site_features({}) if sites is None else sites
    demand = demand_table(FIVE) if demand is None else demand
    options = Settings(reference_date=date(2026, 7, 1))
    return judge_net(sites, demand, areas, rules, options, Silent(), **more)


def net(*rows):
    return area_features(*(rows or (area_row("NOORD"), area_row("TENNET", **BIG))))


def test_columns_in_order(certain):
    table = judge(certain, net())
    assert list(table.columns) == [column.name for column in NET]


def test_room_enough_is_yes(certain):
    row = judge(certain, net()).iloc[0]  # 18 MW free, 5 MW asked
    assert (row["net_oordeel"], row["net_oordeel_afname"]) == ("ja", "ja")
    assert row["net_oordeel_invoeding"] == "nvt"
    assert row["kans_netruimte"] == 1
    assert row["netruimte_midden_mw"] == pytest.approx(18)
    assert row["vraag_midden_mw"] == 5
    assert row["voedingsgebied"] == "NOORD"
    assert row["eerste_jaar"] == 2026


def test_areas_drawn_over_each_other_are_said(certain):
    both = area_features(area_row("NOORD"), area_row("OOST", status="rood"))
    both.geometry[1] = both.geometry[0]
    row = judge(certain, both).iloc[0]
    assert row["voedingsgebied"] == "NOORD"
    assert "De vlakken van NOORD, OOST liggen hier over elkaar" in row["net_reden"]
    assert "over elkaar" not in judge(certain, net()).iloc[0]["net_reden"]


def test_red_with_a_solution_in_the_past_stays_no(certain):
    red = area_row("NOORD", status="rood", jaar_opgelost=2020)
    row = judge(certain, net(red, area_row("TENNET", **BIG))).iloc[0]
    assert row["net_oordeel"] == "nee"
    assert "zonder jaar van oplossing" in row["net_reden"]


def test_too_much_demand_is_no(certain):
    row = judge(certain, net(), demand=demand_table((30, 30, 30))).iloc[0]
    assert row["net_oordeel"] == "nee"
    assert row["kans_netruimte"] == 0
    assert pd.isna(row["eerste_jaar"])


def test_in_between_is_tight(certain):
    row = judge(certain, net(), demand=demand_table((10, 18, 26))).iloc[0]
    assert row["net_oordeel"] == "krap"
    assert row["kans_netruimte"] == pytest.approx(0.5, abs=0.01)


def test_the_level_above_counts(certain):
    tight = area_row("TENNET", capaciteit_mw=24.0)  # 24 - 20 - 2 = 2 MW
    row = judge(certain, net(area_row("NOORD"), tight)).iloc[0]
    assert row["net_oordeel"] == "nee"
    assert (row["beperkend_niveau"], row["beperkend_gebied"]) == ("tennet", "TENNET")
    assert row["netruimte_midden_mw"] == pytest.approx(2)


@pytest.mark.parametrize("colour", ["rood", "oranje"])
def test_operator_says_no_whatever_the_mw_say(certain, colour):
    red = area_row("TENNET", **BIG, status=colour, jaar_opgelost=2034)
    row = judge(certain, net(area_row("NOORD", jaar_opgelost=2031, status="rood"), red)).iloc[0]
    assert row["net_oordeel"] == "nee"
    assert np.isnan(row["kans_netruimte"])  # the operator's word decides, not a chance
    assert (row["jaar_opgelost_rnb"], row["jaar_opgelost_tennet"]) == (2031, 2034)
    assert row["eerste_jaar"] == 2034
    assert (
        f"De netbeheerder meldt rood, opgelost in 2031 (Netbedrijf) en {colour}, opgelost in "
        "2034 (TenneT); de rekensom geeft 18 MW ruimte; de melding gaat voor."
    ) in row["net_reden"]
    figures = "Cijfers van 2026: 40 MW aanwezig, 20 MW benodigd, 4 MW in de wachtrij."
    assert figures in row["net_reden"]


def test_the_sum_names_the_expected_load_where_it_can_count(certain):
    for load, told in ((25.0, True), (15.0, False), (np.nan, False)):
        areas = net(area_row("NOORD", belasting_lopend_jaar_mw=load), area_row("TENNET", **BIG))
        row = judge(certain, areas).iloc[0]
        assert ("20 MW benodigd (ten minste telt de verwachte" in row["net_reden"]) is told
    assert "20 MW benodigd, 4 MW in de wachtrij. Daarvan telt" in row["net_reden"]


def test_red_without_a_year_stays_no(certain):
    row = judge(certain, net(area_row("NOORD", status="rood"), area_row("TENNET", **BIG)))
    row = row.iloc[0]
    assert row["net_oordeel"] == "nee"
    assert pd.isna(row["eerste_jaar"])
    assert "zonder jaar van oplossing" in row["net_reden"]


def test_a_year_solved_without_a_colour_is_a_report_too(certain):
    silent = area_row("NOORD", status="onbekend", jaar_opgelost=2031)
    assert judge(certain, net(silent, area_row("TENNET", **BIG)))["net_oordeel"][0] == "nee"


def test_after_the_year_solved_nothing_is_known(certain):
    red = area_row("NOORD", status="rood", jaar_opgelost=2031)
    sites = site_features({"jaar": 2031})
    row = judge(certain, net(red, area_row("TENNET", **BIG)), sites).iloc[0]
    assert row["net_oordeel"] == "onbekend"
    assert np.isnan(row["kans_netruimte"])
    assert "verwacht een oplossing in 2031" in row["net_reden"]
    assert row["eerste_jaar"] == 2031


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"status": "geel"}, "status geel"),
        ({"status": "onbekend"}, "geen status"),
        ({"geschat": True}, "geschat"),
        ({"bovenliggend": None}, "niveau van TenneT is onbekend"),
        ({"bovenliggend": "ELDERS"}, "niveau van TenneT is onbekend"),
    ],
)
def test_what_makes_it_at_best_tight(certain, change, reason):
    row = judge(certain, net(area_row("NOORD", **change), area_row("TENNET", **BIG))).iloc[0]
    assert row["net_oordeel"] == "krap"
    assert row["kans_netruimte"] == 1
    assert reason in row["net_reden"]


def test_tennet_open_without_mw_does_not_limit(certain):
    above = area_row("TENNET", capaciteit_mw=np.nan, benodigd_mw=np.nan)
    assert judge(certain, net(area_row("NOORD"), above))["net_oordeel"][0] == "ja"
    above["status"] = "onbekend"
    assert judge(certain, net(area_row("NOORD"), above))["net_oordeel"][0] == "krap"


def test_null_capacity_is_unknown(certain):
    blank = area_row("NOORD", capaciteit_mw=np.nan)
    row = judge(certain, net(blank, area_row("TENNET", **BIG))).iloc[0]
    assert row["net_oordeel"] == "onbekend"
    assert np.isnan(row["kans_netruimte"])
    zero = area_row("NOORD", capaciteit_mw=0.0)
    row = judge(certain, net(zero, area_row("TENNET", **BIG))).iloc[0]
    assert row["net_oordeel"] == "nee"
    assert row["kans_netruimte"] == 0


def test_unknown_queue_is_unknown_unless_even_the_bound_fails(certain):
    areas = net(area_row("NOORD", wachtrij_mw=np.nan), area_row("TENNET", **BIG))
    row = judge(certain, areas).iloc[0]
    assert row["net_oordeel"] == "onbekend"
    assert row["netruimte_hoog_mw"] == pytest.approx(20)
    row = judge(certain, areas, demand=demand_table((30, 30, 30))).iloc[0]
    assert (row["net_oordeel"], row["kans_netruimte"]) == ("nee", 0)


def test_both_directions_count(certain):
    rows = [area_row("NOORD"), area_row("TENNET", **BIG)]
    rows += [
        area_row("NOORD", "invoeding", capaciteit_mw=22.0),
        area_row("TENNET", "invoeding", **BIG),
    ]
    row = judge(certain, net(*rows), demand=demand_table(FIVE, feed_in=FIVE)).iloc[0]
    assert (row["net_oordeel_afname"], row["net_oordeel_invoeding"]) == ("ja", "nee")  # 0 MW
    assert (row["net_oordeel"], row["richting_bepalend"]) == ("nee", "invoeding")
    assert row["kans_netruimte"] == 0


def test_own_postcode_has_its_own_colour(certain):
    areas = net(area_row("NOORD", status="rood"), area_row("TENNET", **BIG))
    table = pd.DataFrame(
        {
            "postcode": ["1234AB", "1234AC"],
            "gebied_id": ["NOORD", "NOORD"],
            "tennet_station": ["TENNET", None],
            "status_afname": ["transparant", "rood"],
            "status_invoeding": ["transparant", "rood"],
        }
    )
    outlines = np.array([shapely.box(0, 0, 1000, 500), shapely.box(0, 500, 1000, 1000)])
    row = judge(certain, areas, postcodes=Features(outlines, table)).iloc[0]
    assert (row["net_oordeel"], row["net_status"]) == ("ja", "transparant")
    north = site_features({}, at=(400, 600))
    assert (
        judge(certain, areas, north, postcodes=Features(outlines, table))["net_oordeel"][0] == "nee"
    )


@pytest.mark.parametrize("colour", ["rood", "Rood "])
def test_a_red_postcode_in_an_open_area_says_no(certain, colour):
    table = pd.DataFrame(
        {"postcode": ["1234AB"], "gebied_id": ["NOORD"], "status_afname": [colour]}
    )
    outline = np.array([shapely.box(0, 0, 1000, 1000)])
    row = judge(certain, net(), postcodes=Features(outline, table)).iloc[0]
    assert (row["net_oordeel"], row["net_status"]) == ("nee", "rood")


def test_largest_overlap_wins_and_ties_go_to_the_lowest_code(certain):
    areas = net(area_row("OOST"), area_row("NOORD"), area_row("TENNET", **BIG))
    mostly_east = site_features({"vorm": shapely.box(980, 0, 1080, 100)})
    assert judge(certain, areas, mostly_east)["voedingsgebied"][0] == "OOST"
    tie = site_features({"vorm": shapely.box(950, 0, 1050, 100)})
    assert judge(certain, areas, tie)["voedingsgebied"][0] == "NOORD"


def test_outside_all_areas_or_without_areas_is_unknown(certain):
    away = site_features({}, at=(90_000, 90_000))
    for areas in (net(), None):
        row = judge(certain, areas, away).iloc[0]
        assert row["net_oordeel"] == "onbekend"
        assert row["net_reden"]
        assert row["vraag_midden_mw"] == 5  # what it asks is known without an area
        assert row["net_oordeel_invoeding"] == "nvt"
        assert row["richting_bepalend"] == "afname"


def test_a_site_over_two_areas_says_how_much_of_it_was_judged(certain):
    areas = net(area_row("OOST"), area_row("NOORD"), area_row("TENNET", **BIG))
    mostly_east = site_features({"vorm": shapely.box(960, 0, 1060, 100)})
    reason = judge(certain, areas, mostly_east)["net_reden"][0]
    assert "De locatie ligt voor 60 % in OOST; voor de rest is het net niet beoordeeld." in reason
    inside = site_features({"vorm": shapely.box(1060, 0, 1160, 100)})
    assert "voor de rest" not in judge(certain, areas, inside)["net_reden"][0]


def test_why_it_is_at_best_tight_is_said_once_and_not_of_a_no(certain):
    yellow = {"status": "geel"}
    above = [area_row(code, **BIG, **yellow) for code in ("TENNET", "TENNET2")]
    areas = net(area_row("NOORD", bovenliggend="TENNET|TENNET2", **yellow), *above)
    told = judge(certain, areas)["net_reden"][0]
    assert "Hooguit krap: status geel (Netbedrijf); status geel (TenneT)." in told
    short = judge(certain, areas, demand=demand_table((30, 30, 30))).iloc[0]
    assert short["net_oordeel"] == "nee"
    assert "Hooguit krap" not in short["net_reden"]


def test_already_counted_demand_is_not_asked_twice(certain):
    full = net(area_row("NOORD", benodigd_mw=36.0), area_row("TENNET", **BIG))  # 2 MW free
    verdicts = {
        word: judge(certain, full, site_features({"al_meegeteld": word})).iloc[0]
        for word in ("ja", "nee", "onbekend")
    }
    assert {word: row["net_oordeel"] for word, row in verdicts.items()} == {
        "ja": "ja",
        "nee": "nee",
        "onbekend": "krap",
    }
    assert verdicts["onbekend"]["kans_netruimte"] == pytest.approx(0.5, abs=0.02)
    assert verdicts["onbekend"]["vraag_laag_mw"] == 0  # the band runs from without to with
    assert verdicts["nee"]["vraag_laag_mw"] == 5


def test_unknown_demand_is_unknown_but_red_is_no(certain):
    unknown = demand_table((np.nan, np.nan, np.nan), feed_in=(np.nan, np.nan, np.nan))
    assert judge(certain, net(), demand=unknown)["net_oordeel"][0] == "onbekend"
    red = net(area_row("NOORD", status="rood", jaar_opgelost=2031), area_row("TENNET", **BIG))
    assert judge(certain, red, demand=unknown)["net_oordeel"][0] == "nee"


def test_small_users_did_not_queue_before_july_2026(certain):
    red = net(
        area_row("NOORD", status="rood", jaar_opgelost=2031, jaar=2024), area_row("TENNET", **BIG)
    )
    home = {"activiteit": "woningbouw", "woningen": 10}
    before = judge(certain, red, site_features({**home, "jaar": 2025})).iloc[0]
    after = judge(certain, red, site_features({**home, "jaar": 2027})).iloc[0]
    assert (before["net_oordeel"], after["net_oordeel"]) == ("krap", "nee")
    large = judge(certain, red, site_features({"jaar": 2025})).iloc[0]
    assert large["net_oordeel"] == "nee"


@pytest.mark.parametrize("form", ["volledig variabel", "tijdsblokgebonden"])
def test_a_flexible_contract_is_at_best_tight_where_it_is_red(certain, form):
    red = net(area_row("NOORD", status="rood", jaar_opgelost=2031), area_row("TENNET", **BIG))
    site = {"activiteit": "elektrolyser", "contractvorm": form}
    nothing = demand_table((0, 0, 0))
    row = judge(certain, red, site_features(site), nothing).iloc[0]
    assert (row["net_oordeel"], row["kans_netruimte"]) == ("krap", 1)
    assert f"alleen als de netbeheerder hier een contract {form} aanbiedt" in row["net_reden"]
    firm = judge(certain, red, site_features({**site, "contractvorm": "vast"})).iloc[0]
    assert firm["net_oordeel"] == "nee"


def test_no_extra_demand_is_not_applicable(certain):
    row = judge(certain, net(), demand=demand_table((0, 0, 0))).iloc[0]
    assert row["net_oordeel"] == "nvt"


STATION = {"activiteit": "station_ts_ms", "mva": 20.0}


def test_a_station_asks_the_level_above(certain):
    unknown = demand_table((np.nan, np.nan, np.nan), feed_in=(np.nan, np.nan, np.nan))
    red = area_row("NOORD", status="rood", jaar_opgelost=2031)  # its own area does not stop it
    row = judge(certain, net(red, area_row("TENNET", **BIG)), site_features(STATION), unknown).iloc[
        0
    ]
    assert (row["net_oordeel"], row["beperkend_gebied"]) == ("ja", "TENNET")
    assert "voegt 19 MW toe" in row["net_reden"]
    assert np.isnan(row["vraag_midden_mw"])
    nameless = site_features({**STATION, "mva": None})
    none = judge(certain, net(red, area_row("TENNET", capaciteit_mw=20.0)), nameless, unknown)
    assert (none["net_oordeel"][0], none["kans_netruimte"][0]) == ("nee", 0)  # by arithmetic
    some = area_row("TENNET", capaciteit_mw=30.0)  # 8 MW for a station of 19 MW
    row = judge(certain, net(red, some), site_features(STATION), unknown).iloc[0]
    assert row["net_oordeel"] == "krap"
    full = area_row("TENNET", **BIG, status="rood", jaar_opgelost=2034)
    row = judge(certain, net(red, full), site_features(STATION), unknown).iloc[0]
    assert (row["net_oordeel"], row["eerste_jaar"]) == ("nee", 2034)


def test_an_area_in_pieces_counts_as_a_whole(certain):
    """NOORD is drawn as two halves; the site lies 40 m in one, 60 m in the other."""
    halves = [shapely.box(0, 0, 440, 1000), shapely.box(440, 0, 1000, 1000)]
    rows = [area_row("NOORD"), area_row("NOORD"), area_row("TENNET", **BIG)]
    areas = area_features(*rows)
    areas.geometry[:2] = halves
    towns = Features(np.array(halves), pd.DataFrame({"gemeente": ["West", "Oost"]}))
    row = judge(certain, areas, municipalities=towns).iloc[0]
    assert "De locatie ligt voor" not in row["net_reden"]
    assert row["gemeenten"] == "Oost, West"


def test_municipalities_that_share_the_area(certain):
    parts = np.array([shapely.box(0, 0, 1000, 300), shapely.box(0, 300, 1000, 2000)])
    towns = Features(parts, pd.DataFrame({"gemeente": ["Klein", "Groot"]}))
    row = judge(certain, net(), municipalities=towns).iloc[0]
    assert row["gemeenten"] == "Groot, Klein"


@settings(max_examples=25, deadline=None)
@given(
    low=st.floats(0, 40),
    width=st.floats(0, 10),
    factor=st.floats(1, 3),
    capacity=st.floats(0, 80),
)
def test_a_higher_demand_never_has_a_better_chance(low, width, factor, capacity):
    rules = load_rules()
    bands = [(low, low + width, low + 2 * width)]
    bands.append(tuple(value * factor for value in bands[0]))
    areas = net(area_row("NOORD", capaciteit_mw=capacity), area_row("TENNET", **BIG))
    table = judge(rules, areas, site_features({}, {}), demand_table(*bands))
    chances = table["kans_netruimte"].fillna(1.0)  # no demand at all is nvt
    assert chances[1] <= chances[0]


def test_the_reason_quotes_the_mw_of_the_columns(certain):
    """The tighter level above decides what stands in both, named and marked as projection."""
    tight = area_row("TENNET", capaciteit_mw=21.0, status="rood", jaar_opgelost=2034)
    row = judge(certain, net(area_row("NOORD"), tight)).iloc[0]
    short = megawatts(-row["netruimte_midden_mw"])
    assert f"te weinig: een tekort van {short} bij TenneT (" in row["net_reden"]


def test_no_mw_of_the_area_is_not_the_room_of_the_level_above(certain):
    silent = area_row("NOORD", capaciteit_mw=np.nan, benodigd_mw=np.nan)
    row = judge(certain, net(silent, area_row("TENNET", **BIG))).iloc[0]
    assert row["net_oordeel"] == "onbekend"
    assert np.isnan(row["netruimte_hoog_mw"])
