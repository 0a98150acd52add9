"""The next steps per partner."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from rev_plugin.core.columns import ACTION, FINDING, QUICKSCAN
from rev_plugin.core.decision.actions import list_actions
from rev_plugin.core.decision.conditions import CONDITIONS
from rev_plugin.core.model import Features, InputError, SourceStatus
from rev_plugin.core.rule_rows import ActionRule, Activity
from rev_plugin.core.rules import RULES_FOLDER, load_rules

RULES = load_rules()


def steps(site=None, findings=None, rules=RULES, year=None, **result):
    """The actions of one site."""
    row = {"locatie": "A", "activiteit": "batterij", "scenario": 4, **result}
    output = pd.DataFrame([row], columns=[column.name for column in QUICKSCAN])
    table = pd.DataFrame([{"naam": "A", "activiteit": row["activiteit"], **(site or {})}])
    sites = Features(np.array([None], dtype=object), table)
    return list_actions(output, sites, rules, findings, year)


@pytest.mark.parametrize("scenario", [0, 1, 2, 3, 4])
@pytest.mark.parametrize("activity", [a.id for a in RULES.rows(Activity)])
def test_every_scenario_has_steps_for_every_activity(scenario, activity):
    plan = "past" if scenario in (1, 2) else "past_niet" if scenario else "onbekend"
    net = {0: "onbekend", 1: "ja", 2: "nee", 3: "ja", 4: "nee"}[scenario]
    found = steps(scenario=scenario, activiteit=activity, plan_oordeel=plan, net_oordeel=net)
    assert list(found.columns) == [column.name for column in ACTION]
    assert len(found)
    assert set(found["scenario"]) == {scenario}
    assert found["volgorde"].is_monotonic_increasing
    assert set(found["status"]) == {"open"}


@pytest.mark.parametrize(
    ("scenario", "words"),
    [
        (1, "Sla de planwijziging over"),
        (2, "Verlaag de bestaande vraag"),
        (3, "Weeg de belemmeringen af"),
        (4, "Zoek eerst een andere locatie"),
    ],
)
def test_the_steps_say_what_the_study_says(scenario, words):
    assert steps(scenario=scenario)["actie"].str.contains(words).any()


def test_the_process_keeps_the_other_one_out():
    case = {"activiteit": "station_hs_ms", "procedure": "bopa"}
    assert set(steps(**case)["proces"]) == {"beide", "ruimtelijk", "energie"}
    assert set(steps({"proces": "energie"}, **case)["proces"]) == {"beide", "energie"}
    assert set(steps({"proces": "ruimtelijk"}, **case)["proces"]) == {"beide", "ruimtelijk"}


def has(words, **case):
    """Whether a step with these words is among the site's steps."""
    return steps(**case)["actie"].str.contains(words).any()


@pytest.mark.parametrize(
    ("words", "case"),
    [
        ("wachtrij", {"wachtrij_mw": 2.4}),
        ("TenneT", {"net_status_tennet": "rood"}),
        ("TenneT", {"beperkend_niveau": "tennet"}),
        ("Teruglevering", {"richting_bepalend": "invoeding"}),
        ("Betrek de gemeenten", {"gemeenten": "Katwijk, Wassenaar"}),
        ("sluit deze plek uit", {"n_uitsluiting": 1}),
        ("Onderzoek wat niet is getoetst", {"n_niet_getoetst": 3}),
        ("BOPA voor", {"procedure": "bopa"}),
        ("start de planwijziging", {"procedure": "wijziging"}),
        ("jaar waarin", {"jaar_opgelost_tennet": 2034}),
        ("komend plan", {"plan_reden": "Past niet. Komend: plan X (ontwerp)."}),
        ("visie, programma of afspraak", {"reservering_instrument": "omgevingsvisie: X (bindt …)"}),
    ],
)
def test_a_condition_brings_its_step(words, case):
    assert has(words, **case)
    assert not has(words)


@pytest.mark.parametrize("scenario", [0, 2, 4])
def test_the_year_of_the_operator_is_named_wherever_the_net_can_be_full(scenario):
    known = {"scenario": scenario, "net_oordeel": "nee", "jaar_opgelost_rnb": 2031}
    assert has("jaar waarin", **known)
    assert not has("jaar waarin", **{**known, "jaar_opgelost_rnb": None})


def test_one_municipality_is_no_talk_with_neighbours():
    assert not has("Betrek de gemeenten", gemeenten="Katwijk")


def test_findings_bring_steps_only_where_they_weigh():
    def table(verdict):
        row = {"locatie": "A", "regel": "natura2000_ruimtebeslag", "thema": "natura2000"}
        names = [column.name for column in FINDING]
        return pd.DataFrame([{**row, "oordeel": verdict}], columns=names)

    assert has("AERIUS", findings=table("belemmering"))
    assert has("AERIUS", findings=table("binnen_foutmarge"))
    assert not has("AERIUS", findings=table("geen_belemmering"))
    assert not has("AERIUS", findings=table("niet_getoetst"))


@pytest.mark.parametrize("activity", [a.id for a in RULES.rows(Activity) if a.groep == "station"])
@pytest.mark.parametrize("scenario", [0, 1, 2, 3, 4])
def test_a_station_is_not_told_to_ask_less_of_the_net(activity, scenario):
    found = steps(
        scenario=scenario, activiteit=activity, net_oordeel="nee", wachtrij_mw=5.0,
        richting_bepalend="invoeding", ruimte_gereserveerd="nee",
    )  # fmt: skip
    words = (
        "minder van het net|bestaande vraag|tijdsblok|voorrang|energieoplossing|aftoppen|Vraag nu"
    )
    assert not found["actie"].str.contains(words).any(), found["actie"].tolist()


def test_generation_is_not_told_to_lower_the_demand_around_it():
    found = steps(scenario=2, activiteit="windturbine", net_oordeel="nee")["actie"]
    assert not found.str.contains("minder van het net|bestaande vraag").any()
    assert found.str.contains("afnemen").any()


@pytest.mark.parametrize("scenario", [1, 2])
def test_conditions_of_the_plan_are_to_be_read_where_it_fits(scenario):
    words = "onder welke voorwaarden het past"
    assert has(words, scenario=scenario, plan_oordeel="past_met_voorwaarden")
    assert not has(words, scenario=scenario, plan_oordeel="past")


def test_dwellings_are_no_contract_holders_but_can_be_asked_for_ahead():
    found = steps(scenario=2, activiteit="woningbouw", net_oordeel="nee")["actie"]
    assert not found.str.contains("tijdsblokken").any()
    assert found.str.contains("tien jaar vooruit").any()


def test_what_was_not_tested_is_named_in_words():
    ids = "buisleiding_belemmeringengebied; windturbine_buisleiding; zone_hoogte; eigen_regel"
    found = steps(n_niet_getoetst=4, niet_getoetst=ids)
    note = found.loc[found["actie"].str.contains("niet is getoetst"), "notitie"].item()
    assert note == "buisleiding; zone met een hoogtegrens; eigen_regel"


def test_notes_carry_the_figures():
    found = steps({"woningen": 900.0}, activiteit="woningbouw", jaar_opgelost_rnb=2031)
    notes = " ".join(note for note in found["notitie"] if isinstance(note, str))
    assert "900 woningen ten minste 5" in notes
    assert "regionaal 2031" in notes


def test_a_station_counts_its_lead_time():
    found = steps(activiteit="station_hs_ms")
    assert found["doorlooptijd_min_jaren"].max() == 7
    assert found["doorlooptijd_max_jaren"].max() == 10


def test_waiting_for_the_operator_has_a_lead_time():
    case = {"jaar_opgelost_rnb": 2031, "jaar_opgelost_tennet": 2034, "activiteit": "woningbouw"}
    found = steps(year=2026, **case)
    waiting = found[found["actie"].str.contains("jaar waarin")]
    assert waiting["doorlooptijd_min_jaren"].tolist() == [8.0]
    past = steps(year=2040, **case)
    assert past["doorlooptijd_max_jaren"].dropna().min() == 0.0
    assert steps(**case)["doorlooptijd_min_jaren"].isna().all()


def test_missing_values_of_any_kind_bring_nothing():
    case = {"wachtrij_mw": pd.NA, "gemeenten": None, "n_uitsluiting": pd.NA, "procedure": np.nan}
    assert not has("wachtrij", **case)


def test_every_condition_is_used_or_known_and_bad_ones_are_named(tmp_path):
    used = {row.voorwaarde for row in RULES.rows(ActionRule)}
    assert used <= set(CONDITIONS)
    text = (RULES_FOLDER / "actions.csv").read_text(encoding="utf-8").splitlines()
    broken = [text[0], text[1].replace(",*,uitsluiting,", ",*,volle_maan,", 1)]
    assert "volle_maan" in broken[1]
    (tmp_path / "actions.csv").write_text("\n".join(broken), encoding="utf-8")
    with pytest.raises(InputError, match="volle_maan"):
        steps(rules=load_rules(tmp_path))


def test_lead_times_have_a_source_and_are_ordered():
    for row in RULES.rows(ActionRule):
        low, high = row.doorlooptijd_min_jaren, row.doorlooptijd_max_jaren
        assert (low is None) == (high is None), row.id
        if low is not None and high is not None:
            assert 0 < low <= high, row.id
        assert row.bron_status is not SourceStatus.PRIMARY, row.id
