"""The new part of the omgevingsplan: kwalificaties, contradictions, reservations, overrulings."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from plan_builder import draw, item, judge, plan, zone  # isort: skip
from rev_plugin.core.columns import OVERRULING
from rev_plugin.core.model import Chunk, InputError, SourceInfo, Theme
from rev_plugin.core.rules import load_rules
from rev_plugin.core.space.reservations import instrument_of

FIELD = draw("LLRR")
LEFT, RIGHT = FIELD["L"], FIELD["R"]
SITE = LEFT.union(RIGHT)


def new_part(*objects, **columns):
    """A part of the new omgevingsplan with a pons, so that it stands alone."""
    return plan(
        "akn/nl/act/gm0001/2026/omgevingsplan",
        [item("Pons", "pons", SITE), *objects],
        plan_type="omgevingsplan",
        plan_deel="nieuw",
        plan_status=None,
        datum="2026-01-01",
        **columns,
    )


def rule_on(activity, qualification, where=SITE):
    """A juridische regel that names an activity at a place."""
    return item("Activiteit", activity, where, activiteit=activity, kwalificatie=qualification)


BATTERY = "een batterij plaatsen"


@pytest.mark.parametrize(
    ("qualification", "verdict", "procedure"),
    [
        ("toegestaan", "past", "binnenplans"),
        ("meldingsplicht", "past", "melding"),
        ("informatieplicht", "past", "melding"),
        ("vergunningplicht", "past_met_voorwaarden", "binnenplans"),
        ("gebod", "past_met_voorwaarden", "binnenplans"),
        ("zorgplicht", "past_met_voorwaarden", "binnenplans"),
        ("maatwerkvoorschriftbevoegdheid", "past_met_voorwaarden", "binnenplans"),
        ("verbod", "past_niet", "bopa"),
        ("melding", "past", "melding"),
        ("maatwerkvoorschriften", "past_met_voorwaarden", "binnenplans"),
        ("http://standaarden.omgevingswet.overheid.nl/…/id/concept/Verbod", "past_niet", "bopa"),
        ("anders geduid", "onbekend", None),
        (None, "onbekend", None),
    ],
)
def test_a_kwalificatie_becomes_a_verdict(qualification, verdict, procedure):
    row, _ = judge("batterij", SITE, new_part(rule_on(BATTERY, qualification)))
    assert (row.plan_oordeel, row.procedure) == (verdict, procedure)


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("een woning bouwen", "past"),
        ("het bouwen van een woning", "past"),
        ("woningen bouwen", "past"),
        ("een bijgebouw bij een woning bouwen", "onbekend"),
    ],
)
def test_the_names_of_building_dwellings(name, verdict):
    row, _ = judge("woningbouw", SITE, new_part(rule_on(name, "toegestaan")))
    assert row.plan_oordeel == verdict


def test_what_is_left_open_is_named():
    row, _ = judge("batterij", SITE, new_part(rule_on(BATTERY, "anders geduid")))
    assert "anders geduid" in row.plan_reden
    assert row.plan_id == "akn/nl/act/gm0001/2026/omgevingsplan"


def test_without_an_annotation_on_the_activity_it_is_unknown():
    row, _ = judge("batterij", SITE, new_part(rule_on("een boom kappen", "toegestaan")))
    assert row.plan_oordeel == "onbekend"


def test_a_ban_and_a_permission_on_one_activity_and_place_are_unknown_and_both_shown():
    # LLRR  toegestaan on all, verbod on the right half
    rules = (rule_on(BATTERY, "toegestaan"), rule_on(BATTERY, "verbod", RIGHT))
    for order in (rules, rules[::-1]):
        row, fit = judge("batterij", RIGHT, new_part(*order))
        assert row.plan_oordeel == "onbekend"
        shown = fit.findings[fit.findings["naam"] == BATTERY]
        assert set(shown["oordeel"]) == {"past", "past_niet"}
        assert "zegt: verbod. Een andere regel over dezelfde activiteit" in row.plan_reden
        assert judge("batterij", LEFT, new_part(*order))[0].plan_oordeel == "past"


def test_a_ban_on_another_activity_stays_a_ban():
    both = (rule_on(BATTERY, "toegestaan"), rule_on("energieopslag buiten", "verbod"))
    assert judge("batterij", SITE, new_part(*both))[0].plan_oordeel == "past_niet"


def test_new_rules_beside_an_old_plan():
    # the old plan holds (no pons): silence leaves its verdict, a ban goes before it
    old = plan("oud", [zone("Bedrijf", SITE)])

    def beside(*objects):
        rows = new_part(*objects)
        return [row for row in rows if row["object_type"] != "Pons"]

    silent = beside(rule_on("een boom kappen", "verbod"))
    assert judge("batterij", SITE, old, silent)[0].plan_oordeel == "past_met_voorwaarden"
    ban = beside(rule_on(BATTERY, "verbod"))
    assert judge("batterij", SITE, old, ban)[0].plan_oordeel == "past_niet"
    refused = plan("oud", [zone("Natuur", SITE)])
    allowed = beside(rule_on(BATTERY, "toegestaan"))
    assert judge("batterij", SITE, refused, allowed)[0].plan_oordeel == "past_met_voorwaarden"


def test_a_height_norm_counts():
    norm = item("Omgevingsnorm", "maximum bouwhoogte", SITE, waarde="10", eenheid="meter")
    allowed = new_part(rule_on(BATTERY, "toegestaan"), norm)
    assert judge("batterij", SITE, allowed, hoogte_m=9.0)[0].plan_oordeel == "past"
    assert judge("batterij", SITE, allowed, hoogte_m=12.0)[0].plan_oordeel == "past_niet"


# --- reservations ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("activity", "group"),
    [
        ("windturbine", "windturbinegebied"),
        ("zonnepark", "zonne-energiegebied"),
        ("station_hs_ms", "reserveringsgebied"),
        ("station_hs_ms", "tracé hoogspanning"),
        ("station_hs_ms", "hoogspanningsverbinding"),
        ("elektrolyser", "elektrolyse"),
    ],
)
def test_a_gebiedsaanwijzing_reserves_room_and_gives_no_verdict(activity, group):
    row, _ = judge(
        activity, SITE, new_part(item("Gebiedsaanwijzing", "gebied A", SITE, hoofdgroep=group))
    )
    assert row.plan_oordeel == "onbekend"
    assert row.ruimte_gereserveerd == "ja"
    assert "gebied A" in row.reservering_instrument


def test_room_reserved_for_water_is_not_reserved_for_a_station():
    water = item("Gebiedsaanwijzing", "berging", SITE,
                 hoofdgroep="reserveringsgebied water en watersysteem")  # fmt: skip
    row, _ = judge("station_hs_ms", SITE, new_part(water))
    assert row.ruimte_gereserveerd == "onbekend"
    assert row.reservering_instrument is None


def test_half_a_reservation_is_partly():
    bp = plan(
        "bp", [zone("Agrarisch", SITE), item("Functieaanduiding", "transformatorstation", LEFT)]
    )
    assert judge("station_ts_ms", SITE, bp)[0].ruimte_gereserveerd == "deels"
    assert judge("station_ts_ms", LEFT, bp)[0].ruimte_gereserveerd == "ja"
    assert judge("station_ts_ms", RIGHT, bp)[0].ruimte_gereserveerd == "nee"


@pytest.mark.parametrize(
    ("instrument", "answer"),
    [("programma energie", "ja"), ("pMIEK 2023", "nee"), ("omgevingsvisie", "ja"), (None, "nee")],
)
def test_a_claim_counts_as_far_as_its_instrument_binds(instrument, answer):
    claim = {"geometry": SITE, "naam": "Station X", "activiteit": "station_ts_ms"}
    claims = claims_theme([{**claim, "instrument": instrument}])
    bp = plan("bp", [zone("Agrarisch", SITE)])
    row, _ = judge("station_ts_ms", SITE, bp, claims=claims)
    assert row.ruimte_gereserveerd == answer
    assert "Station X" in row.reservering_instrument
    other, _ = judge("batterij", SITE, bp, claims=claims)
    assert other.ruimte_gereserveerd == "nee"
    assert other.reservering_instrument is None


def claims_theme(rows):
    """The rows as the theme ruimteclaims."""
    names = ("naam", "activiteit", "instrument")
    geometry = np.array([row["geometry"] for row in rows], dtype=object)
    values = {name: np.array([row.get(name) for row in rows], dtype=object) for name in names}
    chunk = Chunk(np.arange(len(rows)), geometry, values)
    info = SourceInfo("ruimteclaims")
    return Theme("ruimteclaims", frozenset(names), lambda _bounds: iter([chunk]), info)


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("Energievisie (verkenning)", "energievisie_verkenning"),
        ("Energievisie als programma", "energievisie_programma"),
        ("Omgevingsvisie 2040", "omgevingsvisie"),
        ("omgevingsverordening", "verordening"),
        ("bestemmingsplan", "omgevingsplan"),
        ("Projectbesluit 380 kV", "projectbesluit"),
        ("pMIEK", "pmiek"),
        ("iets anders", "wens"),
        (None, "wens"),
    ],
)
def test_an_instrument_is_recognised_by_its_name(text, instrument):
    assert instrument_of(text, load_rules()).id == instrument


# --- the user decides -----------------------------------------------------------------------


def overruled(**values):
    """One row of `oordelen`."""
    row = {
        "locatie": "locatie 0",
        "soort": "plan",
        "oordeel": "past",
        "reden": "Artikel 5.1 noemt de batterij",
        "door": "J. Jansen",
        "op": "2026-11-20",
        "plan_id": "bp",
        "plan_oordeel": "past_niet",
        **values,
    }
    return pd.DataFrame([row], columns=[column.name for column in OVERRULING])


REFUSED = plan("bp", [zone("Agrarisch", SITE)])


def test_an_overruling_replaces_the_proposal_with_reason_and_name():
    row, _ = judge("batterij", SITE, REFUSED, overrulings=overruled())
    assert row.plan_oordeel == "past"
    assert row.plan_zekerheid == "overruled"
    assert row.procedure == "binnenplans"
    assert row.plan_reden.startswith("Door J. Jansen op 2026-11-20 overruled: Artikel 5.1")
    assert "Voorstel van de kaart: Past niet" in row.plan_reden
    assert "veranderd" not in row.plan_reden


def test_a_confirmation_means_that_the_text_was_read():
    row, _ = judge("batterij", SITE, REFUSED, overrulings=overruled(oordeel="past_niet"))
    assert (row.plan_oordeel, row.plan_zekerheid) == ("past_niet", "tekst_gelezen")
    assert row.procedure == "bopa"


@pytest.mark.parametrize(
    ("activity", "group", "procedure"),
    [
        ("woningbouw", "Wonen", "wijziging"),  # a programme asks another plan
        ("batterij", "Bedrijf", "bopa"),  # one building an exception to it
    ],
)
def test_overruled_to_past_niet_takes_the_procedure_of_the_activity(activity, group, procedure):
    fits = plan("bp", [zone(group, SITE)])
    row, _ = judge(activity, SITE, fits, overrulings=overruled(oordeel="past_niet"))
    assert (row.plan_oordeel, row.plan_zekerheid) == ("past_niet", "overruled")
    assert row.procedure == procedure


def test_an_overruling_survives_a_changed_plan_and_is_flagged():
    later = plan("bp-2", [zone("Bedrijf", SITE)], datum="2025-01-01")
    row, _ = judge("batterij", SITE, REFUSED, later, overrulings=overruled())
    assert row.plan_oordeel == "past"
    assert "het plan was bp en is nu bp-2" in row.plan_reden
    assert "het voorstel was past_niet en is nu past_met_voorwaarden" in row.plan_reden


def test_an_overruling_of_another_site_or_kind_does_nothing():
    for values in ({"locatie": "elders"}, {"soort": "net"}):
        row, _ = judge("batterij", SITE, REFUSED, overrulings=overruled(**values))
        assert (row.plan_oordeel, row.plan_zekerheid) == ("past_niet", "kaart")


@pytest.mark.parametrize(
    ("values", "column"),
    [({"oordeel": "prima"}, "oordeel"), ({"reden": " "}, "reden"), ({"door": None}, "door")],
)
def test_a_bad_overruling_is_named(values, column):
    with pytest.raises(InputError) as caught:
        judge("batterij", SITE, REFUSED, overrulings=overruled(**values))
    assert caught.value.column == column
    assert "locatie 0" in str(caught.value)
