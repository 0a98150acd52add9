"""Which plan holds: one hand-drawn plan per precedence rule (design §5).

In the drawings S is the site and the other letters are the objects of the plans.
"""

from __future__ import annotations

import pytest
from plan_builder import draw, item, judge, plan, share, verdicts, zone

# One site of 4 by 2 cells; its left and right half.
FIELD = draw(
    """
    LLRR
    LLRR
    """
)
LEFT, RIGHT = FIELD["L"], FIELD["R"]
SITE = LEFT.union(RIGHT)


def test_a_later_full_plan_replaces_every_object_of_an_earlier_one():
    # 2010  BBBB   Bedrijventerrein, and a waterkering over all of it
    # 2020  ..NN   Natuur: the plangebied of the later plan is the right half
    old = plan(
        "oud",
        [
            zone("Bedrijventerrein", SITE),
            item("Dubbelbestemming", "Waterstaat - Waterkering", SITE),
        ],
    )
    new = plan("nieuw", [zone("Natuur", RIGHT)], datum="2020-01-01")
    row, fit = judge("batterij", SITE, old, new)
    assert row.plan_oordeel == "past_niet"
    assert row.plan_id == "nieuw"
    assert share(fit, "past_met_voorwaarden") == pytest.approx(0.5)
    assert share(fit, "past_niet") == pytest.approx(0.5)
    kering = fit.constraints.set_index("regel").loc["dubbel_waterkering"]
    assert kering.overlap_aandeel == pytest.approx(0.5)


def test_the_order_of_the_file_does_not_matter():
    old = plan("oud", [zone("Natuur", SITE)])
    new = plan("nieuw", [zone("Bedrijventerrein", SITE)], datum="2020-01-01")
    for plans in ((old, new), (new, old)):
        row, fit = judge("bedrijventerrein", SITE, *plans)
        assert row.plan_oordeel == "past"
        assert verdicts(fit, "Natuur") == {"vervangen"}


def test_of_two_versions_with_one_date_the_later_id_counts():
    first = plan("NL.IMRO.0001.bp-va01", [zone("Natuur", SITE)])
    second = plan("NL.IMRO.0001.bp-va02", [zone("Bedrijf", SITE)])
    row, _ = judge("bedrijventerrein", SITE, second, first)
    assert row.plan_id == "NL.IMRO.0001.bp-va02"


@pytest.mark.parametrize("kind", ["wijzigingsplan", "uitwerkingsplan"])
def test_a_wijzigingsplan_replaces_only_the_enkelbestemming(kind):
    # 2010  AAAA  Agrarisch, and a leiding over all of it
    # 2015  ..WW  Wonen by wijzigingsplan: the leiding stays
    old = plan("moeder", [zone("Agrarisch", SITE), item("Dubbelbestemming", "Leiding - Gas", SITE)])
    change = plan("wijziging", [zone("Wonen", RIGHT)], plan_type=kind, datum="2015-01-01")
    row, fit = judge("woningbouw", RIGHT, old, change)
    assert row.plan_oordeel == "past_met_voorwaarden"
    assert "leiding" in row.plan_reden
    row, _ = judge("woningbouw", LEFT, old, change)
    assert row.plan_oordeel == "past_niet"


def test_a_wijzigingsplan_without_bestemmingen_leaves_those_that_are():
    # 2010  AAAA  Agrarisch
    # 2015  ..FF  wijzigingsplan that only adds an aanduiding for a solar park
    old = plan("moeder", [zone("Agrarisch", SITE)])
    change = plan(
        "wijziging",
        [item("Functieaanduiding", "zonnepark", RIGHT)],
        plan_type="wijzigingsplan",
        datum="2015-01-01",
    )
    assert judge("zonnepark", RIGHT, old, change)[0].plan_oordeel == "past"
    assert judge("zonnepark", LEFT, old, change)[0].plan_oordeel == "past_niet"


def test_a_parapluplan_counts_for_its_own_objects_only():
    # 2010  WWWW  Wonen
    # 2020  PPPP  parapluplan with a geluidzone over all, no enkelbestemming
    old = plan("moeder", [zone("Wonen", SITE)])
    umbrella = plan(
        "paraplu geluid",
        [item("Gebiedsaanduiding", "geluidzone - industrie", SITE)],
        datum="2020-01-01",
    )
    row, fit = judge("woningbouw", SITE, old, umbrella)
    assert verdicts(fit, "Wonen") == {"past"}
    assert row.plan_oordeel == "past_met_voorwaarden"
    assert row.plan_id == "paraplu geluid"


def test_a_gedeeltelijke_herziening_leaves_what_it_does_not_zone():
    # 2010  WWWW  Wonen
    # 2020  ..HH  herziening: its plangebied is all, its Horeca only the right half
    old = plan("moeder", [zone("Wonen", SITE)])
    revision = plan(
        "1e gedeeltelijke herziening", [zone("Horeca", RIGHT)], area=SITE, datum="2020-01-01"
    )
    row, _ = judge("woningbouw", LEFT, old, revision)
    assert row.plan_oordeel == "past"
    row, _ = judge("woningbouw", RIGHT, old, revision)
    assert row.plan_oordeel == "past_niet"


def test_an_integrale_herziening_is_a_full_plan():
    old = plan("moeder", [zone("Wonen", SITE), item("Dubbelbestemming", "Leiding - Gas", SITE)])
    whole = plan("Dorp, integrale herziening", [zone("Wonen", SITE)], datum="2020-01-01")
    row, fit = judge("woningbouw", SITE, old, whole)
    assert row.plan_oordeel == "past"
    assert verdicts(fit, "Leiding - Gas") == {"vervangen"}


def test_a_beheersverordening_and_an_inpassingsplan_are_full_plans():
    for kind in ("beheersverordening", "inpassingsplan"):
        old = plan("oud", [zone("Natuur", SITE)])
        new = plan("nieuw", [zone("Wonen", SITE)], plan_type=kind, datum="2020-01-01")
        row, _ = judge("woningbouw", SITE, old, new)
        assert row.plan_oordeel == "past", kind


def test_a_beheersverordening_zones_by_besluitvlakken():
    old = plan("oud", [zone("Natuur", SITE)])
    homes = {**zone("Wonen", SITE), "object_type": "Besluitvlak_X"}
    new = plan("verordening", [homes], plan_type="beheersverordening", datum="2020-01-01")
    row, fit = judge("woningbouw", SITE, old, new)
    assert row.plan_oordeel == "past"
    assert verdicts(fit, "Natuur") == {"vervangen"}
    free = {**zone("bestaand gebruik", SITE), "object_type": "Besluitvlak_X", "hoofdgroep": None}
    new = plan("verordening", [free], plan_type="beheersverordening", datum="2020-01-01")
    assert judge("woningbouw", SITE, old, new)[0].plan_oordeel == "onbekend"


@pytest.mark.parametrize("status", ["concept", "voorontwerp", "ontwerp"])
def test_an_ontwerp_never_counts_and_is_shown_as_coming(status):
    # 2010  NNNN  Natuur, in force
    # 2026  BBBB  Bedrijventerrein, ontwerp
    now = plan("nu", [zone("Natuur", SITE)])
    coming = plan(
        "straks", [zone("Bedrijventerrein", SITE)], plan_status=status, datum="2026-01-01"
    )
    row, fit = judge("bedrijventerrein", SITE, now, coming)
    assert row.plan_oordeel == "past_niet"
    assert row.plan_id == "nu"
    assert "Komend: straks" in row.plan_reden
    assert verdicts(fit, "Bedrijventerrein") == {"komend"}


def test_an_ontwerp_alone_is_unknown():
    coming = plan("straks", [zone("Bedrijventerrein", SITE)], plan_status="ontwerp")
    row, _ = judge("bedrijventerrein", SITE, coming)
    assert row.plan_oordeel == "onbekend"


@pytest.mark.parametrize("dossier", ["vervallen", "historisch", "geschorst", "geheel vernietigd"])
def test_an_ended_dossier_does_not_count(dossier):
    old = plan("oud", [zone("Wonen", SITE)])
    gone = plan("weg", [zone("Natuur", SITE)], plan_dossierstatus=dossier, datum="2020-01-01")
    row, fit = judge("woningbouw", SITE, old, gone)
    assert row.plan_oordeel == "past"
    assert verdicts(fit, "Natuur") == {"niet in werking"}


@pytest.mark.parametrize(
    "dossier", ["in voorbereiding", "deels onherroepelijk in werking", "deels vernietigd"]
)
def test_where_file_and_dossier_disagree_it_fits_on_conditions_at_most(dossier):
    row, _ = judge(
        "woningbouw", SITE, plan("bp", [zone("Wonen", SITE)], plan_dossierstatus=dossier)
    )
    assert row.plan_oordeel == "past_met_voorwaarden"
    assert dossier in row.plan_reden


@pytest.mark.parametrize("dossier", [None, "vastgesteld", "geheel onherroepelijk in werking"])
def test_a_dossier_that_agrees_changes_nothing(dossier):
    row, _ = judge(
        "woningbouw", SITE, plan("bp", [zone("Wonen", SITE)], plan_dossierstatus=dossier)
    )
    assert row.plan_oordeel == "past"


@pytest.mark.parametrize(
    "status", ["vastgesteld", "onherroepelijk", "geconsolideerd", "geconsolideerde versie"]
)
def test_the_statuses_that_are_in_force(status):
    bp = plan("bp", [zone("Wonen", SITE)], plan_status=status)
    assert judge("woningbouw", SITE, bp)[0].plan_oordeel == "past"


@pytest.mark.parametrize("status", ["goedgekeurd", "van rechtswege in werking", "vigerend"])
def test_a_status_of_older_law_is_in_force_on_conditions(status):
    row, _ = judge("woningbouw", SITE, plan("bp", [zone("Wonen", SITE)], plan_status=status))
    assert row.plan_oordeel == "past_met_voorwaarden"
    assert status in row.plan_reden


@pytest.mark.parametrize("status", [None, "onbekend", "ingetrokken"])
def test_a_plan_of_an_unknown_status_does_not_count(status):
    row, fit = judge("woningbouw", SITE, plan("bp", [zone("Wonen", SITE)], plan_status=status))
    assert row.plan_oordeel == "onbekend"
    assert verdicts(fit, "Wonen") == {"niet in werking"}


def test_a_tam_plan_that_allows_what_the_old_plan_refuses_is_conditional():
    # 2010  AAAA  Agrarisch
    # 2025  ..WW  Wonen by TAM: its toepassingsbereik says what it sets aside
    old = plan("oud", [zone("Agrarisch", SITE)])
    tam = plan("TAM-dorp", [zone("Wonen", RIGHT)], plan_deel="tam", datum="2025-01-01")
    row, fit = judge("woningbouw", RIGHT, old, tam)
    assert row.plan_oordeel == "past_met_voorwaarden"
    assert "toepassingsbereik" in row.plan_reden
    assert verdicts(fit, "Agrarisch") == {"past_niet"}  # shown, not replaced
    row, _ = judge("woningbouw", LEFT, old, tam)
    assert row.plan_oordeel == "past_niet"


def test_a_tam_plan_decides_where_it_agrees_refuses_or_stands_alone():
    tam = plan("TAM-dorp", [zone("Wonen", SITE)], plan_deel="tam", datum="2025-01-01")
    ban = plan("TAM-dorp", [zone("Natuur", SITE)], plan_deel="tam", datum="2025-01-01")
    old = plan("oud", [zone("Wonen", SITE)])
    assert judge("woningbouw", SITE, old, tam)[0].plan_oordeel == "past"
    assert judge("woningbouw", SITE, old, ban)[0].plan_oordeel == "past_niet"
    assert judge("woningbouw", SITE, tam)[0].plan_oordeel == "past"


def test_the_pons_ends_the_old_plan_there():
    # 2010  WWWW  Wonen
    # 2026  ..PP  pons in the new part: the old plan is gone in the right half
    old = plan("oud", [zone("Wonen", SITE)])
    new = plan(
        "akn/omgevingsplan",
        [item("Pons", "pons", RIGHT)],
        plan_type="omgevingsplan",
        plan_deel="nieuw",
        datum="2026-01-01",
    )
    assert judge("woningbouw", LEFT, old, new)[0].plan_oordeel == "past"
    row, fit = judge("woningbouw", RIGHT, old, new)
    assert row.plan_oordeel == "onbekend"
    assert verdicts(fit, "Wonen") == {"vervangen"}
    assert "pons" in row.plan_reden
    assert "bruidsschat blijft gelden" in row.plan_reden
    assert "pons" not in judge("woningbouw", LEFT, old, new)[0].plan_reden


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"plan_status": "ontwerp"}, "Komend: anders (ontwerp)."),
        ({"plan_deel": "tam"}, "lees het toepassingsbereik: anders (vastgesteld)."),
        ({"plan_type": "projectbesluit"}, "nog niet gelezen: anders (vastgesteld)."),
    ],
)
def test_a_plan_without_its_area_is_named_as_well(words, told):
    # 2010  WWWW  Wonen
    # 2025  WWWW  Wonen in a plan whose area was not read
    old = plan("oud", [zone("Wonen", SITE)])
    other = plan("anders", [zone("Wonen", SITE)], datum="2025-01-01", **words)
    row, _ = judge("woningbouw", SITE, old, other[1:])
    assert told in row.plan_reden


@pytest.mark.parametrize(
    ("use", "verdict"), [("Wonen", "past_met_voorwaarden"), ("Natuur", "past_niet")]
)
def test_enkelbestemmingen_of_a_plan_of_unknown_kind_count_on_conditions(use, verdict):
    row, _ = judge("woningbouw", SITE, plan("bp", [zone(use, SITE)], plan_type=None))
    assert row.plan_oordeel == verdict
    assert "het soort plan ontbreekt" in row.plan_reden


def test_a_besluitvlak_of_an_unknown_kind_of_decision_is_no_permission():
    # 2010  NNNN  Natuur
    # 2025  WWWW  a decision whose kind is not known, about dwellings
    old = plan("oud", [zone("Natuur", SITE)])
    homes = {**zone("Wonen", SITE), "object_type": "Besluitvlak_X"}
    row, _ = judge("woningbouw", SITE, old, plan("besluit", [homes], plan_type=None))
    assert row.plan_oordeel == "past_niet"
    assert row.plan_id == "oud"


@pytest.mark.parametrize("kind", ["voorbereidingsbesluit", "projectbesluit"])
def test_inside_an_unread_layer_of_its_own_nothing_simply_fits(kind):
    # 2010  WWWW  Wonen
    # 2025  ..VV  voorbereidingsbesluit or projectbesluit
    old = plan("oud", [zone("Wonen", SITE)])
    layer = plan("besluit", [], area=RIGHT, plan_type=kind, plan_deel=None, datum="2025-01-01")
    assert judge("woningbouw", LEFT, old, layer)[0].plan_oordeel == "past"
    row, _ = judge("woningbouw", RIGHT, old, layer)
    assert row.plan_oordeel == "past_met_voorwaarden"
    assert kind in row.plan_reden


@pytest.mark.parametrize("name", ["TAM-voorbereidingsbesluit Haven", "TAM-projectbesluit Net"])
def test_a_decision_in_the_form_of_a_tam_plan_is_a_layer_of_its_own(name):
    old = plan("oud", [zone("Wonen", SITE)])
    tam = plan(name, [zone("Wonen", SITE)], plan_deel="tam", datum="2025-01-01")
    assert judge("woningbouw", SITE, old, tam)[0].plan_oordeel == "past_met_voorwaarden"


def test_a_change_by_the_province_is_a_layer_of_its_own():
    old = plan("oud", [zone("Natuur", SITE)])
    change = plan(
        "provinciale wijziging",
        [zone("Wonen", SITE)],
        plan_deel="tam",
        overheid="Provincie Zuid-Holland",
        datum="2025-01-01",
    )
    row, _ = judge("woningbouw", SITE, old, change)
    assert row.plan_oordeel == "past_niet"
    row, _ = judge("woningbouw", SITE, change)
    assert row.plan_oordeel == "onbekend"


@pytest.mark.parametrize(
    "kind",
    ["gemeentelijke visie", "structuurvisie", "gemeentelijk plan", "amvb", "regeling",
     "provinciale verordening", "provinciaal plan; streekplan", "provinciaal plan; omgevingsplan",
     "nationaal plan; PKB", "exploitatieplan"],
)  # fmt: skip
def test_a_vision_says_nothing_on_what_may_be_built(kind):
    vision = plan("visie", [zone("Wonen", SITE)], plan_type=kind, plan_deel=None)
    assert judge("woningbouw", SITE, vision)[0].plan_oordeel == "onbekend"
    old = plan("oud", [zone("Wonen", SITE)])
    assert judge("woningbouw", SITE, old, vision)[0].plan_oordeel == "past"


def test_a_plan_without_an_outline_replaces_what_it_zones():
    old = plan("oud", [zone("Natuur", SITE)])
    new = plan("nieuw", [zone("Wonen", SITE)], datum="2020-01-01")[1:]
    assert judge("woningbouw", SITE, old, new)[0].plan_oordeel == "past"


def test_a_plan_without_a_date_among_others_is_in_doubt():
    old = plan("oud", [zone("Wonen", SITE)], datum=None)
    other = plan("ander", [zone("Natuur", RIGHT)], datum="2020-01-01")
    row, _ = judge("woningbouw", LEFT, old, other)
    assert row.plan_oordeel == "past_met_voorwaarden"
    assert "datum" in row.plan_reden
