"""What plan objects mean, and the area rule; every answer can be redone from the drawing."""

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


BARRED = "specifieke vorm van bedrijf uitgesloten - nutsvoorziening"
NO_BUILDING = "specifieke bouwaanduiding uitgesloten - bebouwing"
NO_VULNERABLE = "specifieke vorm van maatschappelijk - kwetsbare objecten uitgesloten"


def square(metres: float) -> shapely.Geometry:
    """A square in the lower left corner of the drawing."""
    x, y = ORIGIN
    return shapely.box(x, y, x + metres, y + metres)


# --- aanduidingen ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("activity", "name", "expected"),
    [
        ("batterij", "nutsvoorziening", "past_met_voorwaarden"),
        ("station_ts_ms", "specifieke vorm van agrarisch - transformatorstation", "onbekend"),
        ("station_ts_ms", "transformatorstation", "past"),
        ("zonnepark", "zonnepark", "past"),
        ("windturbine", "windturbine", "past"),
        ("batterij", "opslag", "onbekend"),
        ("batterij", "bouwvlak", "past_niet"),
        ("windturbine", "molenbiotoop", "past_niet"),
    ],
)
def test_an_aanduiding_can_allow_what_the_bestemming_does_not(activity, name, expected):
    bp = plan("bp", [zone("Agrarisch", SITE), item("Functieaanduiding", name, SITE)])
    assert judge(activity, SITE, bp)[0].plan_oordeel == expected


@pytest.mark.parametrize("zone_name", ["vrijwaringszone", "veiligheidszone", "geluidzone"])
def test_a_zone_around_a_turbine_gives_no_right_to_one(zone_name):
    name = f"{zone_name} - windturbine"
    bp = plan("bp", [zone("Agrarisch", SITE), item("Gebiedsaanduiding", name, SITE)])
    row, _ = judge("windturbine", SITE, bp)
    assert row.plan_oordeel == "past_niet"
    assert row.ruimte_gereserveerd != "ja"


def test_an_aanduiding_helps_only_where_it_lies():
    # AAAA  Agrarisch
    # NN..  nutsvoorziening: half of the footprint, so the other half decides
    bp = plan("bp", [zone("Agrarisch", SITE), item("Functieaanduiding", "nutsvoorziening", LEFT)])
    row, fit = judge("batterij", SITE, bp)
    assert row.plan_oordeel == "past_niet"
    assert row.plan_aandeel == pytest.approx(0.5)
    assert share(fit, "past_met_voorwaarden") == pytest.approx(0.5)
    assert judge("batterij", LEFT, bp)[0].plan_oordeel == "past_met_voorwaarden"


@pytest.mark.parametrize(
    ("activity", "group", "name", "expected"),
    [
        ("detailhandel", "Centrum", "detailhandel uitgesloten", "past_niet"),
        ("kantoor", "Centrum", "detailhandel uitgesloten", "past_met_voorwaarden"),
        ("station_ts_ms", "Bedrijf", BARRED, "past_niet"),
        ("bedrijventerrein", "Bedrijf", NO_BUILDING, "past_niet"),
        ("woningbouw", "Wonen", NO_VULNERABLE, "past_niet"),
        ("bedrijventerrein", "Bedrijf", NO_VULNERABLE, "past"),
        ("woningbouw", "Wonen", "bedrijfswoning uitgesloten", "past"),
        ("bedrijventerrein", "Bedrijf", "opslag uitgesloten", "past"),
    ],
)  # fmt: skip
def test_uitgesloten_forbids_what_it_names(activity, group, name, expected):
    bp = plan("bp", [zone(group, SITE), item("Functieaanduiding", name, SITE)])
    assert judge(activity, SITE, bp)[0].plan_oordeel == expected


@pytest.mark.parametrize(
    ("activity", "group", "name", "expected"),
    [
        # the activity's own group: a form of it, on conditions that stand in the article
        ("woningbouw", "Woongebied", "specifieke vorm van wonen - c4", "past_met_voorwaarden"),
        # any other: only the article knows
        ("batterij", "Wonen", "specifieke vorm van wonen - gemengd 1", "onbekend"),
        ("station_ts_ms", "Bedrijf", "specifieke vorm van bedrijf - garage", "onbekend"),
        ("woningbouw", "Groen", "specifieke vorm van groen - volkstuin", "onbekend"),
        # a value or monument is a finding
        ("bedrijventerrein", "Bedrijf", "specifieke vorm van waarde - rijksmonument", "past"),
    ],
)  # fmt: skip
def test_a_specifieke_vorm_means_what_its_article_says(activity, group, name, expected):
    bp = plan("bp", [zone(group, SITE), item("Functieaanduiding", name, SITE)])
    assert judge(activity, SITE, bp)[0].plan_oordeel == expected


def test_a_specifieke_vorm_never_makes_a_refusal_fit():
    bp = plan(
        "bp",
        [zone("Groen", SITE), item("Functieaanduiding", "specifieke vorm van wonen - a", SITE)],
    )
    assert judge("woningbouw", SITE, bp)[0].plan_oordeel == "onbekend"


def test_uit_te_werken_does_not_fit_by_right():
    bp = plan("bp", [zone("Wonen - Uit te werken", SITE)])
    row, _ = judge("woningbouw", SITE, bp)
    assert row.plan_oordeel == "past_niet"
    assert "22.32" in row.plan_reden


def test_a_wijzigingsgebied_is_told_and_changes_no_verdict():
    area = item("Gebiedsaanduiding", "wetgevingzone - wijzigingsgebied", SITE)
    refused, fit = judge("woningbouw", SITE, plan("bp", [zone("Agrarisch", SITE), area]))
    assert refused.plan_oordeel == "past_niet"
    told = fit.findings.set_index("naam").loc["wetgevingzone - wijzigingsgebied"]
    assert told.oordeel == "bevinding"
    assert "22.32" in told.toelichting
    assert "wijzigingsplan kan niet meer" in told.toelichting
    assert (
        judge("woningbouw", SITE, plan("bp", [zone("Wonen", SITE), area]))[0].plan_oordeel == "past"
    )


@pytest.mark.parametrize("name", ["Leiding - Gas", "Waterstaat - Waterkering"])
def test_leiding_and_waterkering_are_conditions_and_a_nee_tenzij_finding(name):
    bp = plan("bp", [zone("Bedrijf", SITE), item("Dubbelbestemming", name, RIGHT)])
    row, fit = judge("bedrijventerrein", RIGHT, bp)
    assert row.plan_oordeel == "past_met_voorwaarden"
    hit = fit.constraints[fit.constraints["oordeel"] == "belemmering"]
    assert hit["zwaarte"].tolist() == ["nee_tenzij"]
    assert hit["overlap_aandeel"].tolist() == pytest.approx([1.0])


@pytest.mark.parametrize("name", ["Waarde - Archeologie 2", "Waarde - Cultuurhistorie"])
def test_archeologie_and_cultuurhistorie_are_findings_only(name):
    bp = plan("bp", [zone("Bedrijf", SITE), item("Dubbelbestemming", name, SITE)])
    row, fit = judge("bedrijventerrein", SITE, bp)
    assert row.plan_oordeel == "past"
    hit = fit.constraints[fit.constraints["oordeel"] == "belemmering"]
    assert hit["zwaarte"].tolist() == ["aandacht"]


def test_a_dubbelbestemming_elsewhere_is_measured_and_free():
    far = draw("LL......K")
    bp = plan(
        "bp",
        [
            zone("Bedrijf", far["L"].union(far["K"])),
            item("Dubbelbestemming", "Leiding - Gas", far["K"]),
        ],
    )
    _, fit = judge("bedrijventerrein", far["L"], bp)
    leiding = fit.constraints.set_index("regel").loc["dubbel_leiding"]
    assert leiding.oordeel == "geen_belemmering"
    assert leiding.afstand_m == pytest.approx(60.0)


def test_where_no_plan_was_read_a_dubbelbestemming_is_not_tested():
    bp = plan("bp", [zone("Bedrijf", LEFT), item("Dubbelbestemming", "Leiding - Gas", LEFT)])
    _, fit = judge("bedrijventerrein", RIGHT, bp)
    assert set(fit.constraints["oordeel"]) == {"niet_getoetst"}


def test_a_long_dash_in_a_name_is_a_hyphen():
    bp = plan("bp", [zone("Wonen", SITE), item("Gebiedsaanduiding", "vrijwaringszone – weg", SITE)])
    assert judge("woningbouw", SITE, bp)[0].plan_oordeel == "past_met_voorwaarden"


def test_overgangsrecht_and_an_existing_building_make_nothing_fit():
    for name in ("overgangsrecht", "overige zone - bestaand", "bestaande bebouwing"):
        bp = plan("bp", [zone("Agrarisch", SITE), item("Gebiedsaanduiding", name, SITE)])
        assert judge("woningbouw", SITE, bp)[0].plan_oordeel == "past_niet", name


def test_an_unknown_bestemming_is_unknown():
    row, _ = judge("woningbouw", SITE, plan("bp", [zone("Bijzondere doeleinden", SITE)]))
    assert row.plan_oordeel == "onbekend"


# --- maatvoering ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("height", "expected"), [(8.0, "past"), (9.5, "past"), (9.6, "past_niet"), (None, "past")]
)
def test_maatvoering_against_the_height_asked(height, expected):
    bp = plan(
        "bp",
        [
            zone("Bedrijf", SITE),
            item("Maatvoering", "maximum bouwhoogte", SITE, waarde="9,5", eenheid="m"),
            item("Maatvoering", "maximum goothoogte", SITE, waarde="4", eenheid="m"),
        ],
    )
    more = {} if height is None else {"hoogte_m": height}
    row, _ = judge("bedrijventerrein", SITE, bp, **more)
    assert row.plan_oordeel == expected


def test_the_tip_of_a_turbine_counts():
    bp = plan(
        "bp",
        [
            zone("Bedrijf - Windturbine", SITE),
            item("Maatvoering", "maximum bouwhoogte", SITE, waarde="150", eenheid="m"),
        ],
    )
    row, _ = judge("windturbine", SITE, bp, hoogte_m=100.0, tiphoogte_m=180.0)
    assert row.plan_oordeel == "past_niet"
    assert "150 m" in row.plan_reden
    assert "180 m" in row.plan_reden


@pytest.mark.parametrize(
    ("name", "value", "unit", "expected"),
    [
        ("hoogte", "5", "m", "past_niet"),
        ("bouwhoogte", "5", "m", "past_niet"),
        ("maximum nokhoogte", "5", "m", "past_niet"),
        ("maximum goot- en bouwhoogte", "5", "m", "past_niet"),
        ("maximum goot- en bouwhoogte", "5 / 9", "m", "past"),
        ("maximum bouwhoogte", "500", "centimeter", "past_niet"),
        ("maximum bouwhoogte", "900", "cm", "past"),
        ("minimum bouwhoogte", "5", "m", "past"),
        ("maximum hoogteligging vlak", "5", "m", "past"),
        ("maximum bouwhoogte erfafscheiding", "1", "m", "past"),
        ("maximum goothoogte", "5", "m", "past"),
    ],
)
def test_which_measures_limit_the_height(name, value, unit, expected):
    size = item("Maatvoering", name, SITE, waarde=value, eenheid=unit)
    bp = plan("bp", [zone("Bedrijf", SITE), size])
    assert judge("bedrijventerrein", SITE, bp, hoogte_m=8.0)[0].plan_oordeel == expected


def test_a_value_that_is_no_number_is_left_alone():
    odd = item("Maatvoering", "maximum bouwhoogte", SITE, waarde="zie regels", eenheid="m")
    row, _ = judge(
        "bedrijventerrein", SITE, plan("bp", [zone("Bedrijf", SITE), odd]), hoogte_m=99.0
    )
    assert row.plan_oordeel == "past"


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


def test_an_aanduiding_without_an_article_stands_in_that_of_the_bestemming_below():
    sign = {"artikel": None, "tekst_url": None}
    below = {**zone("Agrarisch", SITE), "tekst_url": "https://plan.nl/regels#5"}
    bp = plan("bp", [below, item("Functieaanduiding", "nutsvoorziening", SITE, **sign)])
    row, _ = judge("msr", SITE, bp)
    assert "nutsvoorziening" in row.plan_reden
    assert (row.plan_artikel, row.plan_url) == ("5", "https://plan.nl/regels#5")
    assert 'Artikel 5 is dat van de bestemming "Agrarisch".' in row.plan_reden


def test_an_aanduiding_with_an_article_of_its_own_keeps_it():
    sign = item("Functieaanduiding", "nutsvoorziening", SITE, artikel="31")
    row, _ = judge("msr", SITE, plan("bp", [zone("Agrarisch", SITE), sign]))
    assert row.plan_artikel == "31"
    assert "is dat van de bestemming" not in row.plan_reden


def test_the_article_of_another_plan_is_not_taken():
    sign = item("Functieaanduiding", "nutsvoorziening", SITE)
    more = {"plan_type": "paraplubestemmingsplan", "datum": "2020-01-01"}
    row, _ = judge("msr", SITE, plan("bp", [zone("Agrarisch", SITE)]), plan("p", [sign], **more))
    assert (row.plan_id, row.plan_artikel) == ("p", None)


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
