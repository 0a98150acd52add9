"""The area rule, the procedure and odd input; every answer can be redone from the drawing."""

from __future__ import annotations

import pytest
import shapely
from plan_builder import (
    ORIGIN,
    draw,
    item,
    judge,
    plan,
    plans_theme,
    share,
    site_table,
    verdicts,
    zone,
)

from rev_plugin.core.model import Settings, Silent
from rev_plugin.core.rules import load_rules
from rev_plugin.core.space.planfit import judge_plans

FIELD = draw(
    """
    LLRR
    LLRR
    """
)
LEFT, RIGHT = FIELD["L"], FIELD["R"]
SITE = LEFT.union(RIGHT)  # 40 by 20 m


def square(metres: float) -> shapely.Geometry:
    """A square in the lower left corner of the drawing."""
    x, y = ORIGIN
    return shapely.box(x, y, x + metres, y + metres)


# --- area rule ------------------------------------------------------------------------------


def strip(percent: float) -> tuple[shapely.Geometry, shapely.Geometry]:
    """The site cut in a left part and a right part of so many per cent."""
    xmin, ymin, xmax, ymax = SITE.bounds
    x = xmax - (xmax - xmin) * percent / 100
    return shapely.box(xmin, ymin, x, ymax), shapely.box(x, ymin, xmax, ymax)


@pytest.mark.parametrize(
    ("percent", "expected"), [(1.9, "past_met_voorwaarden"), (2.1, "past_niet")]
)
def test_a_footprint_takes_the_strictest_above_a_sliver(percent, expected):
    most, rest = strip(percent)
    bp = plan("bp", [zone("Bedrijf", most), zone("Natuur", rest)])
    assert judge("batterij", SITE, bp)[0].plan_oordeel == expected


def test_a_footprint_partly_without_a_plan_is_unknown():
    assert (
        judge("batterij", SITE, plan("bp", [zone("Bedrijf", LEFT)]))[0].plan_oordeel == "onbekend"
    )


@pytest.mark.parametrize("group", ["Verkeer", "Groen", "Tuin", "Water"])
def test_neutral_uses_do_not_count_in_a_programme(group):
    most, rest = strip(30)
    bp = plan("bp", [zone("Woongebied", most), zone(group, rest)])
    row, fit = judge("woningbouw", SITE, bp)
    assert row.plan_oordeel == "past"
    assert row.plan_aandeel == pytest.approx(0.7)
    assert verdicts(fit, group) == {"neutraal"}
    assert "30 %" in row.plan_reden


def test_a_reason_names_what_does_not_fit_beside_the_verdict():
    most, rest = strip(30)
    bp = plan("bp", [zone("Woongebied", most), zone("Natuur", rest)])
    row, _ = judge("woningbouw", SITE, bp)
    assert row.plan_oordeel.startswith("past")
    assert 'past niet 30 % ("Natuur")' in row.plan_reden
    row, _ = judge("kantoor", SITE, plan("bp", [zone("Natuur", most)], area=most))
    assert "onbekend 30 % (geen plan ingelezen)" in row.plan_reden


def test_neutral_land_stays_neutral_under_an_unread_aanduiding():
    most, rest = strip(30)
    form = item("Functieaanduiding", "specifieke vorm van groen - volkstuin", rest)
    bp = plan("bp", [zone("Wonen", most), zone("Groen", rest), form])
    row, fit = judge("woningbouw", SITE, bp)
    assert row.plan_oordeel == "past"
    assert share(fit, "neutraal") == pytest.approx(0.3)


def test_an_aanduiding_that_allows_dwellings_on_green_land_counts():
    most, rest = strip(30)
    homes = item("Functieaanduiding", "wonen", rest)
    bp = plan("bp", [zone("Natuur", most), zone("Groen", rest), homes])
    row, _ = judge("woningbouw", SITE, bp)
    assert row.plan_oordeel == "past_niet"
    assert judge("woningbouw", rest, bp)[0].plan_oordeel == "past"


def test_neutral_uses_count_in_a_footprint():
    most, rest = strip(30)
    bp = plan("bp", [zone("Bedrijf", most), zone("Water", rest)])
    assert judge("batterij", SITE, bp)[0].plan_oordeel == "past_niet"


@pytest.mark.parametrize(
    ("percent", "expected"),
    [(0, "past"), (1, "past"), (30, "past_met_voorwaarden"), (51, "past_niet"), (100, "past_niet")],
)
def test_a_programme_takes_the_larger_part_of_the_rest(percent, expected):
    most, rest = strip(percent)
    zones = [zone("Wonen", most)] if percent < 100 else []
    zones += [zone("Natuur", rest)] if percent else []
    assert judge("woningbouw", SITE, plan("bp", zones))[0].plan_oordeel == expected


def test_a_programme_of_neutral_uses_alone_does_not_fit():
    assert (
        judge("woningbouw", SITE, plan("bp", [zone("Groen", SITE)]))[0].plan_oordeel == "past_niet"
    )


def test_a_programme_mostly_neutral_fits_on_conditions():
    most, rest = strip(20)
    bp = plan("bp", [zone("Groen", most), zone("Wonen", rest)])
    assert judge("woningbouw", SITE, bp)[0].plan_oordeel == "past_met_voorwaarden"


def test_no_plan_is_unknown_and_never_fits():
    row, fit = judge("woningbouw", SITE)
    assert row.plan_oordeel == "onbekend"
    assert row.ruimte_gereserveerd == "onbekend"
    assert set(fit.constraints["oordeel"]) == {"niet_getoetst"}


# --- without a plan, procedure --------------------------------------------------------------


@pytest.mark.parametrize(
    ("metres", "height", "expected", "procedure"),
    [
        (15**0.5, 3.0, "past", "vergunningvrij"),
        (15**0.5, None, "past", "vergunningvrij"),
        (15**0.5, 3.1, "past_niet", "bopa"),
        (5.0, 3.0, "past_niet", "bopa"),
    ],
)
def test_only_a_small_msr_is_permit_free(metres, height, expected, procedure):
    more = {} if height is None else {"hoogte_m": height}
    row, _ = judge("msr", square(metres), plan("bp", [zone("Natuur", SITE)]), **more)
    assert (row.plan_oordeel, row.procedure) == (expected, procedure)


def test_retrofit_fits_also_without_a_plan():
    row, _ = judge("verduurzaming_bestaand", SITE)
    assert row.plan_oordeel == "past"
    assert row.procedure is None


@pytest.mark.parametrize(
    ("activity", "group", "procedure"),
    [
        ("batterij", "Bedrijf", "binnenplans"),
        ("batterij", "Natuur", "bopa"),
        ("woningbouw", "Natuur", "wijziging"),
        ("woningbouw", "Overig", None),
    ],
)
def test_the_procedure_follows_verdict_and_activity(activity, group, procedure):
    assert judge(activity, SITE, plan("bp", [zone(group, SITE)]))[0].procedure == procedure


# --- bad input ------------------------------------------------------------------------------


def test_an_invalid_and_a_missing_geometry_are_repaired_or_skipped():
    bow = shapely.Polygon([(0, 0), (40, 20), (40, 0), (0, 20)])
    bow = shapely.transform(bow, lambda xy: xy + ORIGIN)
    bp = plan("bp", [zone("Bedrijf", bow), zone("Natuur", None)], area=SITE)
    row, _ = judge("bedrijventerrein", SITE, bp)
    assert row.plan_aandeel == pytest.approx(0.5)


def test_wkb_of_a_file_gives_the_same_answer():
    bp = plan("bp", [zone("Bedrijf", SITE)])
    for row in bp:
        row["geometry"] = shapely.to_wkb(row["geometry"])
    assert judge("bedrijventerrein", SITE, bp)[0].plan_oordeel == "past"


def test_no_sites_give_empty_tables_with_all_columns():
    theme = plans_theme(plan("bp", [zone("Wonen", SITE)]))
    fit = judge_plans(site_table(), theme, load_rules(), Settings(), Silent())
    assert len(fit.output) == len(fit.findings) == len(fit.constraints) == 0
    assert "plan_oordeel" in fit.output


def test_an_empty_plan_layer_is_unknown():
    fit = judge_plans(
        site_table(("woningbouw", SITE, {})), plans_theme([]), load_rules(), Settings(), Silent()
    )
    assert fit.output["plan_oordeel"].tolist() == ["onbekend"]
    assert "geen geldend plan ingelezen" in fit.output["plan_reden"].iat[0]


def test_missing_texts_do_not_hurt():
    bare = {"object_type": "Enkelbestemming", "geometry": SITE}
    row, _ = judge("woningbouw", SITE, plan("bp", [bare], plan_naam=None, overheid=float("nan")))
    assert row.plan_oordeel == "onbekend"


def test_a_touching_neighbour_is_not_on_the_site():
    bp = plan("bp", [zone("Bedrijf", LEFT), zone("Natuur", RIGHT)])
    row, fit = judge("bedrijventerrein", LEFT, bp)
    assert row.plan_oordeel == "past"
    assert verdicts(fit, "Natuur") == set()
