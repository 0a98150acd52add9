"""What plan objects mean; every answer can be redone from the drawing."""

from __future__ import annotations

import pytest
from plan_builder import (
    draw,
    item,
    judge,
    plan,
    share,
    zone,
)

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
