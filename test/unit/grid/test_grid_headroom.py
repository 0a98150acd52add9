"""Headroom: the operator's word, the arithmetic, and what neither says."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rev_plugin.core.columns import HEADROOM
from rev_plugin.core.grid.bands import headroom_bands
from rev_plugin.core.grid.chance import band
from rev_plugin.core.grid.headroom import project_headroom
from rev_plugin.core.grid.ledger import open_ledger
from rev_plugin.core.grid.outlook import DIMENSIONS, NetDraws, draw_headroom, look
from rev_plugin.core.model import Settings, Silent
from rev_plugin.core.rules import load_rules

from .small_net import CERTAIN, area_features, area_row, own_rules

MW = ["netruimte_laag_mw", "netruimte_midden_mw", "netruimte_hoog_mw"]
megawatt = st.floats(0, 500, allow_nan=False)


def run(rules, *rows, years=(2026,), feedback=None):
    return project_headroom(area_features(*rows), years, rules, Settings(), feedback or Silent())


def test_columns_and_order(certain):
    table = run(certain, area_row("NOORD"), area_row("OOST"), years=(2030, 2026))
    assert list(table.columns) == [column.name for column in HEADROOM]
    assert list(table["gebied_id"]) == ["NOORD", "NOORD", "OOST", "OOST"]
    assert list(table["jaar"]) == [2026, 2030, 2026, 2030]
    assert list(table["projectie"]) == [False, True, False, True]


def test_arithmetic_by_hand(certain):
    # 40 - 20 - 4 / 2 = 18 MW, without uncertainty
    table = run(certain, area_row("NOORD"))
    assert table[MW].to_numpy().ravel() == pytest.approx([18, 18, 18])


def test_growth_by_hand(tmp_path):
    rules = own_rules(tmp_path, {**CERTAIN, "net_groei": 0.1})
    # 40 - 20 x 1.1^2 - 2 = 13.8 MW two years on; the queue does not grow
    table = run(rules, area_row("NOORD"), years=(2028,))
    assert table["netruimte_midden_mw"][0] == pytest.approx(13.8)


def test_forecast_load_is_a_floor_under_the_load(tmp_path):
    rules = own_rules(tmp_path, {**CERTAIN, "net_aandeel": 0.5})
    # load = max(20 x 0.5, 15) = 15; queue 4 x 0.5 x 0.5 = 1
    table = run(rules, area_row("NOORD", belasting_lopend_jaar_mw=15.0))
    assert table["netruimte_midden_mw"][0] == pytest.approx(24)


def test_null_is_never_a_number(certain):
    for gap in ("capaciteit_mw", "benodigd_mw"):
        table = run(certain, area_row("NOORD", **{gap: np.nan}))
        assert table[MW].isna().all(axis=None)
        assert table["eerste_jaar"].isna().all()
        assert "geen MW gepubliceerd" in table["toelichting"][0]


def test_unknown_queue_gives_an_upper_bound_only(certain):
    table = run(certain, area_row("NOORD", wachtrij_mw=np.nan))
    assert table[MW[:2]].isna().all(axis=None)
    assert table["netruimte_hoog_mw"][0] == pytest.approx(20)
    assert "wachtrij is onbekend" in table["toelichting"][0]


def test_after_a_work_without_mw_headroom_is_null(certain):
    work = area_row("NOORD", werken="2029-K3: Nieuwe transformator")
    table = run(certain, work, years=(2028, 2029, 2030)).set_index("jaar")
    assert table["netruimte_midden_mw"][2028] == pytest.approx(18)
    assert table.loc[[2029, 2030], MW].isna().all(axis=None)
    assert "Na de uitbreiding van 2029 is de ruimte niet te berekenen" in table["toelichting"][2030]


def test_a_work_with_mw_counts_from_its_year(certain):
    work = area_row("NOORD", werken="2029: Nieuwe transformator (+10 MW)")
    table = run(certain, work, years=(2028, 2029)).set_index("jaar")
    assert table["netruimte_midden_mw"][2028] == pytest.approx(18)
    assert table["netruimte_midden_mw"][2029] == pytest.approx(28)


def test_a_work_may_come_late(tmp_path):
    late = own_rules(tmp_path, {**CERTAIN, "net_jaren": 2.0})
    work = area_row("NOORD", werken="2029: Nieuwe transformator (+10 MW)")
    table = run(late, work, years=(2030, 2031)).set_index("jaar")
    assert table["netruimte_midden_mw"][2030] == pytest.approx(18)
    assert table["netruimte_midden_mw"][2031] == pytest.approx(28)


def test_operator_goes_before_the_arithmetic(certain):
    red = area_row("NOORD", status="rood", jaar_opgelost=2031)
    table = run(certain, red, years=(2030, 2031)).set_index("jaar")
    assert table["netruimte_midden_mw"][2030] == pytest.approx(18)
    assert table["toelichting"][2030].startswith(
        "De netbeheerder meldt rood, opgelost in 2031 (Netbedrijf); de rekensom geeft 18 MW"
    )
    assert "de melding gaat voor" in table["toelichting"][2030]
    assert np.isnan(table["netruimte_midden_mw"][2031])  # nobody published what comes
    assert set(table["eerste_jaar"]) == {2031}


def test_first_year_waits_for_all_levels(certain):
    rows = (
        area_row("NOORD", status="rood", jaar_opgelost=2029),
        area_row("TENNET", status="rood", jaar_opgelost=2033, capaciteit_mw=np.nan),
    )
    table = run(certain, *rows, years=range(2026, 2040))
    own = table[table["gebied_id"] == "NOORD"].set_index("jaar")
    assert set(own["eerste_jaar"]) == {2033}
    assert own["beperkend_gebied"][2028] == "TENNET"
    assert own["beperkend_niveau"][2028] == "tennet"


def test_limiting_level_is_the_one_with_least_room(certain):
    table = run(certain, area_row("NOORD"), area_row("TENNET", capaciteit_mw=30.0))
    assert table["beperkend_gebied"][0] == "TENNET"  # 8 MW against 18
    assert table["beperkend_gebied"][1] == "TENNET"


def test_later_figures_take_over(certain):
    rows = [area_row("TENNET"), area_row("TENNET", jaar=2030, capaciteit_mw=100.0)]
    table = run(certain, *rows, years=(2029, 2030)).set_index("jaar")
    assert table["netruimte_midden_mw"][2029] == pytest.approx(18)
    assert table["netruimte_midden_mw"][2030] == pytest.approx(78)
    assert not table["projectie"][2030]


def test_offtake_and_feed_in_stay_apart(certain):
    rows = (area_row("NOORD"), area_row("NOORD", "invoeding", capaciteit_mw=84.0))
    table = run(certain, *rows)
    assert list(table["netruimte_midden_mw"]) == pytest.approx([18, 62])


@pytest.mark.parametrize("value", [-3.0, "veel", np.inf])
def test_bad_capacity_is_named_and_unknown(certain, value):
    feedback = Silent()
    table = run(certain, area_row("NOORD", capaciteit_mw=value), feedback=feedback)
    assert table[MW].isna().all(axis=None)
    assert any("NOORD: capaciteit_mw" in line for line in feedback.messages)


@pytest.mark.parametrize("word", ["Rood", " ROOD "])
def test_a_colour_counts_however_it_is_written(certain, word):
    table = run(certain, area_row("NOORD", status=word, jaar_opgelost=2031))
    assert table["status"][0] == "rood"
    assert table["toelichting"][0].startswith("De netbeheerder meldt rood")


def test_an_unknown_colour_and_bad_years_are_named(certain):
    feedback = Silent()
    odd = area_row("NOORD", status="paars", jaar_opgelost=0, jaar="twintig")
    table = run(certain, odd, feedback=feedback)
    assert table["status"][0] == "onbekend"
    assert table["jaar_opgelost"].isna()[0]
    told = " ".join(feedback.messages)
    assert 'NOORD: status "paars" is onbekend' in told
    assert 'NOORD: jaar_opgelost "0" is geen jaar' in told
    assert 'NOORD: jaar "twintig" is geen jaar' in told
    assert "Zonder jaar van de cijfers, gelezen als 2026: NOORD" in told


def test_red_with_a_year_that_is_none_stays_no(certain):
    table = run(certain, area_row("NOORD", status="rood", jaar_opgelost=0))
    assert "zonder jaar van oplossing" in table["toelichting"][0]
    assert table["eerste_jaar"].isna()[0]


@pytest.mark.parametrize(("solved", "first"), [(2020, None), (2026, 2026)])
def test_red_now_was_not_solved_before(certain, solved, first):
    feedback = Silent()
    odd = area_row("NOORD", status="rood", jaar_opgelost=solved)
    table = run(certain, odd, feedback=feedback)
    known = table["jaar_opgelost"].dropna().unique().tolist()
    assert known == ([] if first is None else [first])
    told = any("rood in 2026 en toch opgelost in 2020" in line for line in feedback.messages)
    assert told == (first is None)


def test_rows_that_contradict_each_other_lose_their_figures(certain):
    feedback = Silent()
    twice = (area_row("NOORD"), area_row("NOORD", capaciteit_mw=400.0, status="geel"))
    table = run(certain, *twice, feedback=feedback)
    assert len(table) == 1
    assert table[MW].isna().all(axis=None)
    assert table["status"][0] == "geel"
    assert any("NOORD staat er 2 keer in" in line for line in feedback.messages)


def test_equal_rows_of_several_polygons_are_one(certain):
    table = run(certain, area_row("NOORD"), area_row("NOORD"))
    assert len(table) == 1
    assert table["netruimte_midden_mw"][0] == pytest.approx(18)  # nothing is added up


def test_parents_in_a_circle_are_cut_and_named(certain):
    feedback = Silent()
    rows = (
        area_row("NOORD"),
        area_row("TENNET", bovenliggend="TENNET-B"),
        area_row("TENNET-B", bovenliggend="TENNET"),
    )
    table = run(certain, *rows, feedback=feedback)
    assert len(table) == 3
    assert any("staat boven zichzelf" in line for line in feedback.messages)


def test_a_parent_that_does_not_exist_is_named(certain):
    feedback = Silent()
    run(certain, area_row("NOORD"), feedback=feedback)
    assert any("zonder cijfers: TENNET" in line for line in feedback.messages)


def test_no_areas_no_rows(certain):
    assert len(project_headroom(area_features(), (2026,), certain, Settings(), Silent())) == 0


def test_same_input_same_values(rules):
    rows = (area_row("NOORD"), area_row("OOST", belasting_lopend_jaar_mw=18.0))
    first, second = (run(rules, *rows, years=(2026, 2040)) for _ in range(2))
    assert first.equals(second)


@settings(max_examples=10, deadline=None)
@given(
    cases=st.lists(
        st.tuples(megawatt, megawatt, megawatt, megawatt, st.none() | megawatt),
        min_size=1,
        max_size=40,
    ),
    year=st.integers(0, 24),
)
def test_more_demand_never_gives_more_headroom(cases, year):
    rows = []
    for number, (capacity, required, queue, more, load) in enumerate(cases):
        base = {"capaciteit_mw": capacity, "benodigd_mw": required, "wachtrij_mw": queue}
        base["belasting_lopend_jaar_mw"] = np.nan if load is None else load
        rows.append(area_row(f"A{number}", **base))
        rows.append(area_row(f"B{number}", **{**base, "benodigd_mw": required + more}))
        rows.append(area_row(f"C{number}", **{**base, "wachtrij_mw": queue + more}))
    values = run(load_rules(), *rows, years=(2026 + year,))[MW].to_numpy().reshape(-1, 3, 3)
    assert (np.diff(values, axis=2) >= -1e-9).all()  # P10 <= P50 <= P90
    assert (values[:, 1] <= values[:, 0] + 1e-9).all()
    assert (values[:, 2] <= values[:, 0] + 1e-9).all()


def test_quantiles_agree_with_plain_draws(rules):
    """Every quantile has, in 20 000 plain draws, a rank within 1 % of its own."""
    random = np.random.default_rng(7)
    rows = [
        area_row(
            f"A{number}",
            capaciteit_mw=random.uniform(20, 90),
            benodigd_mw=random.uniform(1, 120),
            wachtrij_mw=random.uniform(0, 60),
            belasting_lopend_jaar_mw=random.uniform(1, 60) if number % 3 == 0 else np.nan,
            werken=f"2031: x (+{random.uniform(5, 40):.0f} MW)" if number % 2 else None,
        )
        for number in range(60)
    ]
    ledger = open_ledger(area_features(*rows).table, 2026, Silent())
    outlook = look(ledger, np.arange(60), random.integers(2026, 2051, 60))
    bands = headroom_bands(ledger, outlook, NetDraws.of(rules, Settings()))
    plain = np.random.default_rng(11).standard_normal((DIMENSIONS, 20_000))
    drawn = draw_headroom(ledger, outlook, NetDraws.on(rules, plain))
    below = (drawn[:, None, :] < bands[:, :, None] - 1e-9).mean(axis=2)
    up_to = (drawn[:, None, :] <= bands[:, :, None] + 1e-9).mean(axis=2)
    target = np.array([0.1, 0.5, 0.9])
    off = np.maximum(np.maximum(below - target, target - up_to), 0)
    assert off.max() <= 0.01
    # In MW too, on the scale of the sum (its largest term), where no work makes it jump.
    scale = np.maximum(outlook.capacity, outlook.required + outlook.queue)[::2, None]
    assert (abs(bands - band(drawn))[::2] / scale).max() <= 0.01


def test_a_work_that_is_surely_done_counts_like_capacity(rules):
    """And an expected load in a year between those that were drawn."""
    base = {"belasting_lopend_jaar_mw": 18.0, "jaar": 2026}
    done = area_row("NOORD", **base, werken="2027: x (+10 MW)")
    there = area_row("OOST", **base, capaciteit_mw=50.0)
    values = run(rules, done, there, years=range(2026, 2051))[MW].to_numpy().reshape(2, -1, 3)
    assert values[0, -1] == pytest.approx(values[1, -1])
    assert (values[0, 0] < values[1, 0]).all()
    assert (np.diff(values[1], axis=0) <= 1e-9).all()  # it only grows fuller
    exact = drawn_in(2032, rules, there)  # six years on: between the fifth and the eighth
    assert values[1, 6] == pytest.approx(exact, abs=0.01 * 20)  # a percent of the load


def drawn_in(year, rules, row) -> np.ndarray:
    ledger = open_ledger(area_features(row).table, 2026, Silent())
    outlook = look(ledger, np.array([0]), np.array([year]))
    return band(draw_headroom(ledger, outlook, NetDraws.of(rules, Settings())))[0]
