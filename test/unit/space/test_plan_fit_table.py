"""The plan_fit table says something on every activity and every hoofdgroep, once."""

from __future__ import annotations

import pytest

from rev_plugin.core.model import InputError, PlanVerdict, SourceStatus, Weight
from rev_plugin.core.rule_rows import Activity, Instrument, PlanEffect, PlanFitRule
from rev_plugin.core.rules import RULES_FOLDER, load_rules
from rev_plugin.core.space.plan_objects import ObjectKey, Reader, object_key

GROUPS = (
    "agrarisch", "agrarisch met waarden", "bedrijf", "bedrijventerrein", "bos", "centrum",
    "cultuur en ontspanning", "detailhandel", "dienstverlening", "gemengd", "groen", "horeca",
    "kantoor", "maatschappelijk", "natuur", "overig", "recreatie", "sport", "tuin", "verkeer",
    "water", "wonen", "woongebied",
)  # fmt: skip
RULES = load_rules()
BUILDING = [a.id for a in RULES.rows(Activity) if a.id != "verduurzaming_bestaand"]


@pytest.mark.parametrize("activity", BUILDING)
@pytest.mark.parametrize("group", GROUPS)
def test_one_plain_row_per_activity_and_hoofdgroep(activity, group):
    plain = [
        row
        for row in RULES.for_activity(PlanFitRule, activity)
        if row.werking is PlanEffect.ZONING and row.hoofdgroep == group and not row.naam_patroon
    ]
    assert len(plain) == 1
    meaning = Reader(activity, RULES).meaning(ObjectKey("enkelbestemming", group, group, "", ""))
    assert meaning is not None
    assert meaning.rule is plain[0]


@pytest.mark.parametrize("activity", BUILDING)
def test_a_general_hoofdgroep_is_certain_for_an_energy_activity_only_when_it_refuses(activity):
    energy = RULES.activity(activity).groep in ("station", "opslag", "opwek", "laden", "warmte")
    for group in GROUPS:
        meaning = Reader(activity, RULES).meaning(ObjectKey("enkelbestemming", group, "", "", ""))
        assert meaning is not None
        assert not (energy and meaning.verdict is PlanVerdict.FITS), group


def test_a_reading_is_not_sold_as_primary():
    assert all(row.bron_status is not SourceStatus.PRIMARY for row in RULES.rows(PlanFitRule))


def test_a_row_to_verify_weighs_no_more_than_attention():
    for row in RULES.rows(PlanFitRule):
        if row.bron_status is SourceStatus.TO_VERIFY:
            assert row.zwaarte in (None, Weight.ATTENTION), row.id


def test_a_heavy_row_to_verify_is_refused(tmp_path):
    lines = (RULES_FOLDER / "plan_fit.csv").read_text(encoding="utf-8").splitlines()
    row = next(line for line in lines if line.startswith("dubbel_waarde,"))
    heavy = row.replace(",aandacht,", ",nee_tenzij,")
    (tmp_path / "plan_fit.csv").write_text("\n".join([lines[0], heavy]), encoding="utf-8")
    with pytest.raises(InputError, match="weegt niet meer"):
        load_rules(tmp_path)


def test_an_own_row_goes_before_a_shipped_one_that_matches_too(tmp_path):
    lines = (RULES_FOLDER / "plan_fit.csv").read_text(encoding="utf-8").splitlines()
    shipped = next(line for line in lines if line.startswith("bestemming_nuts_msr,"))
    own = shipped.replace("bestemming_nuts_msr,", "eigen_nuts,").replace(",past,", ",past_niet,")
    (tmp_path / "plan_fit.csv").write_text("\n".join([lines[0], own]), encoding="utf-8")
    key = ObjectKey("enkelbestemming", "bedrijf", "bedrijf - nutsvoorziening", "", "")
    assert Reader("msr", load_rules(tmp_path)).meaning(key).rule.id == "eigen_nuts"
    assert Reader("msr", RULES).meaning(key).rule.id == "bestemming_nuts_msr"


def test_reasons_are_sentences_in_both_languages():
    for row in RULES.rows(PlanFitRule):
        assert row.reden_nl.endswith("."), row.id
        assert row.reden_en.endswith("."), row.id


def test_a_finding_says_what_it_is_about():
    for row in RULES.rows(PlanFitRule):
        assert bool(row.object_nl) == (row.zwaarte is not None), row.id
        assert "_" not in row.object_nl


def test_instruments_lead_to_one_that_binds_everyone():
    rows = {row.id: row for row in RULES.rows(Instrument)}
    for row in rows.values():
        steps = 0
        while row.volgende:
            assert rows[row.volgende].volgorde > row.volgorde, row.id
            row, steps = rows[row.volgende], steps + 1
            assert steps < len(rows)
        assert row.bindt_iedereen


def test_names_are_read_whatever_their_case_and_spaces():
    reader = Reader("station_ts_ms", RULES)
    meaning = reader.meaning(object_key("FunctieAanduiding", None, "  NUTS-  x ", None, None))
    assert meaning is None
    meaning = reader.meaning(object_key("Functieaanduiding", None, " Nutsvoorziening ", None, None))
    assert meaning is not None
    assert meaning.verdict is PlanVerdict.CONDITIONAL


def test_a_name_of_any_length_is_read_in_time():
    reader = Reader("woningbouw", RULES)
    assert (
        reader.meaning(object_key("Functieaanduiding", None, "uitgesloten" * 50_000, "", ""))
        is None
    )


@pytest.mark.parametrize(
    ("activity", "kind", "name", "verdict"),
    [
        ("msr", "Enkelbestemming", "Agrarisch", "past_met_voorwaarden"),
        ("msr", "Enkelbestemming", "Natuur", "past_niet"),
        ("msr", "Enkelbestemming", "Bedrijf - Transformatorhuisje", "past"),
        ("msr", "Functieaanduiding", "transformatorhuisje", "past"),
        ("station_ts_ms", "Enkelbestemming", "Bedrijf - Nutsvoorziening", "past_met_voorwaarden"),
        ("station_ts_ms", "Enkelbestemming", "Bedrijf - Gasontvangststation", "past_niet"),
        ("bedrijventerrein", "Enkelbestemming", "Bedrijf", "past"),
        ("bedrijventerrein", "Enkelbestemming", "Bedrijf - 2", "past"),
        ("bedrijventerrein", "Enkelbestemming", "Bedrijf - Garagebedrijf", "past_met_voorwaarden"),
        ("bedrijventerrein", "Enkelbestemming", "Bedrijf - Nutsvoorziening", "past_niet"),
        ("zonnepark", "Enkelbestemming", "Bedrijf - Nutsvoorziening", "past_niet"),
        ("laadplein", "Enkelbestemming", "Sport", "past_met_voorwaarden"),
        ("laadplein", "Enkelbestemming", "Verkeer", "past_met_voorwaarden"),
        ("laadplein", "Enkelbestemming", "Verkeer - Railverkeer", "past_niet"),
        ("woningbouw", "Gebiedsaanduiding", "vrijwaringszone - buisleidingenstraat",
         "past_met_voorwaarden"),
        ("woningbouw", "Gebiedsaanduiding", "wetgevingzone - uit te werken gebied 1", "past_niet"),
    ],
)  # fmt: skip
def test_names_read_as_a_planner_reads_them(activity, kind, name, verdict):
    group = name.split(" - ")[0] if kind == "Enkelbestemming" else None
    meaning = Reader(activity, RULES).meaning(object_key(kind, group, name, None, None))
    assert meaning is not None
    assert meaning.verdict == PlanVerdict(verdict)
