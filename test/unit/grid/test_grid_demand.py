"""Demand: A·N + B·√N by hand, per moment, in both directions, for every activity."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely

from rev_plugin.core.columns import DEMAND
from rev_plugin.core.grid.chance import Triple
from rev_plugin.core.grid.demand import estimate_demand
from rev_plugin.core.grid.load import MOMENTS, Part, group_load, worst_feed_in, worst_load
from rev_plugin.core.grid.profiles import (
    Curves,
    curve_of_energy,
    moment_codes,
    peaks_by_moment,
    time_axis,
)
from rev_plugin.core.model import InputError, Settings
from rev_plugin.core.rule_rows import Activity, Moment

from .small_net import site_features

EVENING, NOON = Moment.WINTER_EVENING, Moment.SUMMER_AFTERNOON
AFNAME = ["vraag_laag_mw", "vraag_midden_mw", "vraag_hoog_mw"]
INVOEDING = ["invoeding_laag_mw", "invoeding_midden_mw", "invoeding_hoog_mw"]


def demand(rules, **programme):
    return estimate_demand(site_features(programme), rules, Settings()).iloc[0]


def sure(value: float) -> Triple:
    return Triple(value, value, value)


def part(units, a, b=0.0, together=False, moment=EVENING):
    return Part(units, {moment: sure(a)}, {moment: sure(b)}, together)


# 4 houses of 1 MW, B = 0.5:   A·N = 4, B·√N = 1   -> 5
# 9 cars of 2 MW, B = 1:       A·N = 18, B·√N = 3  -> 21
#   together: 22 + sqrt(1² + 3²) = 25.16
# the cars move together:      22 + 1 + 3 = 26
def test_independent_spread_adds_in_quadrature():
    load = group_load([part(4, 1.0, 0.5), part(9, 2.0, 1.0)], EVENING)
    assert load.middle == pytest.approx(22 + math.sqrt(10))


def test_correlated_spread_adds_linearly():
    load = group_load([part(4, 1.0, 0.5), part(9, 2.0, 1.0, together=True)], EVENING)
    assert load.middle == pytest.approx(26)


def test_the_range_of_a_is_shared_by_all_units():
    uncertain = Part(100, {EVENING: Triple(1.0, 2.0, 4.0)})
    assert group_load([uncertain], EVENING) == (100, 200, 400)


def test_ranges_of_different_categories_add_in_quadrature():
    uncertain = Part(1, {EVENING: Triple(7.0, 10.0, 13.0)})
    load = group_load([uncertain, Part(1, {EVENING: Triple(6.0, 10.0, 14.0)})], EVENING)
    assert load == pytest.approx((15, 20, 25))


def test_worst_moment_is_found():
    load, moment = worst_load([part(1, 3.0), part(1, 4.0, moment=Moment.WINTER_MORNING)])
    assert (load.middle, moment) == (4.0, Moment.WINTER_MORNING)


def test_feed_in_is_high_generation_minus_low_load():
    sun = Part(1, {NOON: Triple(6.0, 8.0, 10.0)})
    use = Part(1, {NOON: Triple(1.0, 2.0, 3.0)})
    net, moment = worst_feed_in([sun], [use])
    assert (net, moment) == ((3.0, 6.0, 9.0), NOON)


def test_a_battery_does_not_make_room_for_its_own_feed_in():
    full = Part(5, dict.fromkeys(MOMENTS, sure(1.0)), together=True, flexible=True)
    assert worst_feed_in([full], [full])[0] == (5, 5, 5)


def test_columns(rules):
    table = estimate_demand(site_features({"activiteit": "kantoor"}), rules, Settings())
    assert list(table.columns) == [column.name for column in DEMAND]


def test_dwellings_by_hand(rules):
    row = demand(
        rules, activiteit="woningbouw", woningen=900, warmteoplossing="warmtenet",
        laadpunten_per_woning=0.5,
    )  # fmt: skip
    homes, cars = 900, 450
    # kW: 900 x 0.69 + 450 x 1.5, and the spreads 0.9 x 30 and 6 x 21.2 in quadrature
    middle = homes * 0.69 + cars * 1.5 + math.hypot(0.9 * 30, 6 * math.sqrt(cars))
    assert row["vraag_midden_mw"] == pytest.approx(middle / 1000)
    assert row["moment_afname"] == "winteravond"
    assert row["energie_mwh"] == pytest.approx(900 * 2.8 + 450 * 2.1)
    assert np.isnan(row["gecontracteerd_mw"])


def test_one_dwelling_is_not_a_thousandth_of_a_thousand(rules):
    programme = {"activiteit": "woningbouw", "warmteoplossing": "all_electric",
                 "laadpunten_per_woning": 0}  # fmt: skip
    one = demand(rules, woningen=1, **programme)["vraag_midden_mw"]
    many = demand(rules, woningen=10_000, **programme)["vraag_midden_mw"] / 10_000
    assert 0.0015 < many < 0.0024  # 1.6 - 2.4 kW coincident (ETSource curves)
    assert one > 2 * many


@pytest.mark.parametrize(
    ("heat", "low", "high"),
    [("warmtenet", 0.6, 0.8), ("all_electric", 1.6, 2.4), ("hybride", 1.5, 2.2), ("gas", 0.6, 0.8)],
)
def test_heat_solutions_in_kw_per_home(rules, heat, low, high):
    row = demand(rules, activiteit="woningbouw", woningen=5000, warmteoplossing=heat,
                 laadpunten_per_woning=0)  # fmt: skip
    assert low < row["vraag_midden_mw"] / 5 < high


@pytest.mark.parametrize("spelling", ["All-Electric", "all electric", "ALL_ELECTRIC", "warmtepomp"])
def test_spelling_of_heat_solutions(rules, spelling):
    same = {"activiteit": "woningbouw", "woningen": 100, "laadpunten_per_woning": 0}
    assert demand(rules, **same, warmteoplossing=spelling)["vraag_midden_mw"] == pytest.approx(
        demand(rules, **same, warmteoplossing="all_electric")["vraag_midden_mw"]
    )


def test_unknown_heat_widens_the_band_and_says_so(rules):
    same = {"activiteit": "woningbouw", "woningen": 1000, "laadpunten_per_woning": 0}
    open_band = demand(rules, **same)
    known = demand(rules, **same, warmteoplossing="all_electric")
    assert open_band["vraag_laag_mw"] < known["vraag_laag_mw"]
    assert open_band["vraag_hoog_mw"] == pytest.approx(known["vraag_hoog_mw"])
    assert "Warmteoplossing niet opgegeven" in open_band["toelichting"]


def test_retrofit_counts_only_the_extra(rules):
    same = {"woningen": 500, "warmteoplossing": "hybride", "laadpunten_per_woning": 0}
    extra = demand(rules, activiteit="verduurzaming_bestaand", **same)
    new = demand(rules, activiteit="woningbouw", **same)
    assert 0 < extra["vraag_midden_mw"] < new["vraag_midden_mw"]
    gas = demand(rules, activiteit="verduurzaming_bestaand", woningen=500, warmteoplossing="gas")
    assert gas["vraag_hoog_mw"] == 0


def test_rooftop_solar_feeds_in_at_its_own_peak(rules):
    row = demand(rules, activiteit="woningbouw", woningen=100, warmteoplossing="gas",
                 laadpunten_per_woning=0, zon_dak_kwp=1000)  # fmt: skip
    assert row["moment_invoeding"] == "zomermiddag"
    # 1 MWp x 0.70 - 100 x 0.26 kW - 0.9 x 10 kW
    assert row["invoeding_midden_mw"] == pytest.approx(0.7 - 0.026 - 0.009)


def test_solar_park_and_wind(rules):
    park = demand(rules, activiteit="zonnepark", vermogen_mw=10)
    assert park[INVOEDING].tolist() == pytest.approx([6.7, 7.0, 7.4])
    assert park["vraag_hoog_mw"] == 0
    assert park["gecontracteerd_mw"] == pytest.approx(7.0)  # a connection of 70 % of the peak
    turbine = demand(rules, activiteit="windturbine", vermogen_mw=4.2)
    assert turbine["invoeding_midden_mw"] == pytest.approx(4.2)
    drawn = demand(rules, activiteit="zonnepark", vorm=shapely.box(0, 0, 100, 1000))  # 10 ha
    assert drawn["invoeding_midden_mw"] == pytest.approx(7.0)
    assert "op de kaart" in drawn["toelichting"]


def test_given_feed_in_goes_first(rules):
    park = demand(rules, activiteit="zonnepark", vermogen_mw=10, teruglevering_mw=6)
    assert park[INVOEDING].tolist() == [6, 6, 6]


def test_battery_by_contract(rules):
    firm = demand(rules, activiteit="batterij", vermogen_mw=5, contractvorm="vast")
    assert firm[AFNAME].tolist() == firm[INVOEDING].tolist() == [5, 5, 5]
    assert firm["gecontracteerd_mw"] == 5
    free = demand(rules, activiteit="batterij", vermogen_mw=5, contractvorm="volledig variabel")
    assert free[AFNAME].tolist() == [0, 0, 0]
    block = demand(rules, activiteit="batterij", vermogen_mw=5, contractvorm="tijdsblokgebonden")
    assert block[AFNAME].tolist() == pytest.approx([0, 0, 1.0])
    odd = demand(rules, activiteit="batterij", vermogen_mw=5, contractvorm="flexi")
    assert odd["vraag_midden_mw"] == 5
    assert "telt als vast" in odd["toelichting"]


def test_charging_points_beside_an_office(rules):
    plain = demand(rules, activiteit="kantoor", bvo_m2=5_000)
    parking = demand(rules, activiteit="kantoor", bvo_m2=5_000, laadpunten=20)
    assert parking["vraag_midden_mw"] > plain["vraag_midden_mw"]
    assert parking["energie_mwh"] > plain["energie_mwh"]


def test_charging_hub_never_passes_its_power(rules):
    hub = demand(rules, activiteit="laadplein", laadpunten=24, vermogen_mw=3.6)
    each = 3.6 / 24
    middle = 24 * each * 0.35 + math.sqrt(24) * each * 0.65
    assert hub["vraag_midden_mw"] == pytest.approx(middle)
    single = demand(rules, activiteit="laadplein", laadpunten=1, vermogen_mw=0.15)
    assert single["vraag_midden_mw"] == pytest.approx(0.15)
    assert hub["gecontracteerd_mw"] == pytest.approx(3.6)


def test_offices_and_business_parks(rules):
    office = demand(rules, activiteit="kantoor", bvo_m2=10_000)
    assert 0.15 < office["vraag_midden_mw"] < 0.25
    assert office["moment_afname"] == "wintermiddag"
    park = demand(rules, activiteit="bedrijventerrein", oppervlak_ha=3.6)
    assert park["vraag_midden_mw"] == pytest.approx((3.6 * 60 + 9.7 * math.sqrt(3.6)) / 1000)
    assert park["energie_mwh"] == pytest.approx(3.6 * 326)


def test_existing_demand_and_contract_are_taken_off(rules):
    row = demand(rules, activiteit="datacenter", vermogen_mw=10, gecontracteerd_mw=10,
                 bestaande_vraag_mw=3, bestaand_contract_mw=4)  # fmt: skip
    assert row["vraag_midden_mw"] == pytest.approx(10 * 0.8 - 3)
    assert row["gecontracteerd_mw"] == 6


def test_a_missing_programme_is_unknown_with_the_reason(rules):
    missing = {
        "woningbouw": "woningen", "verduurzaming_bestaand": "woningen", "batterij": "vermogen",
        "windturbine": "vermogen", "laadplein": "Laadpunten", "datacenter": "vermogen",
        "elektrolyser": "vermogen", "warmtestation": "vermogen",
        "kantoor": "vermogen", "detailhandel": "vermogen",
    }  # fmt: skip
    for activity, word in missing.items():
        row = demand(rules, activiteit=activity)
        assert row[AFNAME + INVOEDING].isna().all(), activity
        assert row["methode"] == "onbekend"
        assert word in row["toelichting"]


def test_every_activity_gives_a_row(rules):
    sites = site_features(*[{"activiteit": one.id, "naam": one.id} for one in rules.rows(Activity)])
    table = estimate_demand(sites, rules, Settings())
    assert list(table["locatie"]) == list(sites.table["naam"])
    assert table["toelichting"].notna().sum() >= len(table) / 2


def test_bands_are_ordered(rules):
    sites = site_features(
        {"activiteit": "woningbouw", "woningen": 3},
        {"activiteit": "laadplein", "laadpunten": 7},
        {"activiteit": "glastuinbouw", "oppervlak_ha": 4},
        {"activiteit": "detailhandel", "bvo_m2": 900},
        {
            "activiteit": "elektrolyser",
            "vermogen_mw": 20,
            "contractvorm": "groepstransportovereenkomst",
        },
    )
    table = estimate_demand(sites, rules, Settings())
    for columns in (AFNAME, INVOEDING):
        assert (np.diff(table[columns].to_numpy(), axis=1) >= 0).all()
    assert (table["vraag_midden_mw"] > 0).all()


def test_year_of_the_settings_overrides(rules):
    table = estimate_demand(site_features({"jaar": 2030}), rules, Settings(year=2040))
    assert table["jaar"][0] == 2040


def test_curves_replace_a_and_meet_at_the_hour_of_their_sum(rules):
    year = time_axis(8_760, 2019)
    evening, later = (np.flatnonzero(year == f"2019-01-15 {hour}:00")[0] for hour in (18, 20))
    homes, cars = np.full(8_760, 1e-4), np.full(8_760, 1e-4)
    homes[[evening, later]] = 1e-3, 0.4e-3
    cars[[evening, later]] = 0.5e-3, 2e-3
    curves = Curves({"woning_basis": homes, "ev_thuis": cars}, moment_codes(year))
    site = site_features({"activiteit": "woningbouw", "woningen": 1000, "warmteoplossing": "gas",
                          "laadpunten_per_woning": 1})  # fmt: skip
    row = estimate_demand(site, rules, Settings(), curves).iloc[0]
    # at 20:00 the sum is highest: 0.4 + 2 MW, not 1 + 2; B stays 0.9 and 6 kW per √unit
    spread = math.hypot(0.9, 6) * math.sqrt(1000) / 1000
    assert row["vraag_midden_mw"] == pytest.approx(2.4 + spread)
    assert row["vraag_laag_mw"] < row["vraag_midden_mw"] < row["vraag_hoog_mw"]
    assert "curven" in row["methode"]


@pytest.mark.real
def test_published_household_curve_gives_the_shipped_a(real_data, rules):
    shape = np.loadtxt(real_data / "profiles/households_appliances.csv")
    curve = curve_of_energy(shape, energy_mwh=2.8)
    assert curve.sum() == pytest.approx(2.8)
    peak = peaks_by_moment(curve[None, :], moment_codes(time_axis(8_760, 2019)))[0, 0]
    shipped = rules.key_figure("woning_basis_a_winteravond")
    assert peak * 1000 == pytest.approx(shipped.midden, rel=0.05)


def test_a_curve_that_is_not_a_year_or_empty_is_an_error():
    for shape in (np.ones(100), np.zeros(8_760)):
        with pytest.raises(InputError):
            curve_of_energy(shape, 1.0)


def test_unknown_activity_is_an_error(rules):
    with pytest.raises(InputError, match="kasteel"):
        demand(rules, activiteit="kasteel")
