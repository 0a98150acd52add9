"""The report shows what the tables say, escapes it, and never turns missing into fine."""

from __future__ import annotations

import builtins
import re
import sys
from datetime import datetime
from pathlib import Path

import pandas as pd
import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

import example_result

from rev_plugin.core.model import NAME_DISCLAIMER, PLAN_DISCLAIMER
from rev_plugin.core.rule_rows import ConstraintRule, Relation
from rev_plugin.core.rules import load_rules
from rev_plugin.report import charts, finding_view, legend, words
from rev_plugin.report.context import build_context, site_view
from rev_plugin.report.html import ReportUnavailable, render_html


@pytest.fixture(scope="module")
def html() -> str:
    return render_html(
        example_result.result(), map_png=b"\x89PNG fake", made_at=datetime(2026, 11, 23, 12, 0)
    )


def site(html: str, number: int) -> str:
    return html.split(f'id="locatie-{number}"')[1].split('<section class="site"')[0]


def test_everything_is_inside_the_file(html: str) -> None:
    assert not re.search(r'(src|href)="(?!data:|#|https?://)', html)
    assert "<script" not in html
    assert not re.search(r'<(img|link)[^>]+(src|href)="http', html)


def test_values_from_data_are_escaped(html: str) -> None:
    assert "Buitenplaats &lt;test&gt;" in html
    assert "Geen plan &lt;b&gt;gevonden&lt;/b&gt;." in html
    assert "<b>gevonden</b>" not in html


def test_the_fixed_sentences_stand_with_every_verdict(html: str) -> None:
    assert html.count(PLAN_DISCLAIMER) == 1 + len(example_result.NAMES)
    assert html.count("Geen toezegging: alleen de netbeheerder") == 1 + len(example_result.NAMES)
    assert NAME_DISCLAIMER in html
    assert "peildatum 2026-07-01" in site(html, 1)
    assert "peildatum onbekend" in site(html, 5)


def test_findings_show_measured_required_and_margin(html: str) -> None:
    first = site(html, 1)
    for cell in ("2,0 m", "5,0 m", "−3,0 m", "± 1,0 m", "Bkl par. 5.1.2.3"):
        assert cell in first
    assert first.index("<h4>Juridisch</h4>") < first.index("<h4>Fysiek</h4>")
    assert "oud stelsel, indicatief" in first
    assert "1 regel niet getoetst: dat zegt niets over de uitkomst" in first


def test_an_unknown_site_stays_unknown(html: str) -> None:
    last = site(html, 5)
    assert "Nog mogelijk: 3 of 4" in last
    assert "niet te bepalen" in last
    assert "Netruimte per jaar: onbekend." in last
    assert ">Onbekend</span>" in last
    assert "Transparant" not in last


def test_the_operators_word_is_hatched_over_the_band(html: str) -> None:
    assert '<path class="nee"' in site(html, 2)
    assert '<path class="nee"' not in site(html, 1)
    assert "verwacht opgelost: 2034" in site(html, 2)


def test_provenance_lists_layers_rules_and_what_is_missing(html: str) -> None:
    end = html.split('class="provenance"')[1]
    for part in ("Percelen, Kabels", "2 geometrieën hersteld", "0123456789ab", "CC0",
                 "Te verifiëren: 1 (50 %)", "data.gpkg", "leiding_strook"):  # fmt: skip
        assert part in end


def test_a_link_that_is_no_web_address_is_not_a_link() -> None:
    result = example_result.result()
    result.output.loc[0, "plan_url"] = "javascript:alert(1)"
    assert build_context(result)["sites"][0]["plan"]["url"] == ""


def test_empty_tables_give_a_report_without_findings_and_steps() -> None:
    result = example_result.result()
    for name in ("findings", "actions", "plan_findings", "headroom"):
        setattr(result, name, getattr(result, name).iloc[:0])
    html = render_html(result)
    assert "Geen belemmeringen gevonden in wat getoetst is." in html
    assert "Geen stappen bekend" in html


def test_without_jinja_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real_import = builtins.__import__

    def refuse(name: str, *args: object, **kwargs: object) -> object:
        if name == "jinja2":
            raise ImportError(name)
        return real_import(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ReportUnavailable, match="pip install jinja2"):
        render_html(example_result.result())


@pytest.mark.parametrize(
    ("scenarios", "expected"),
    [((1,), (0.25, 0.25)), ((2,), (0.75, 0.25)), ((3,), (0.25, 0.75)), ((4,), (0.75, 0.75)),
     ((1, 2), (0.5, 0.25)), ((3, 4), (0.5, 0.75)), ((1, 2, 3, 4), (0.5, 0.5))],
)  # fmt: skip
def test_place_in_the_matrix(scenarios: tuple, expected: tuple) -> None:
    assert charts.place(scenarios) == expected


def test_an_unknown_year_leaves_a_hole_in_the_band() -> None:
    room = charts.Band([2026, 2027, 2028, 2029, 2030], [1, 1, None, 1, 1], [2, 2, None, 2, 2],
                       [3, 3, None, 3, 3])  # fmt: skip
    assert charts.headroom_svg(charts.Picture(room)).count("<polygon") == 2


def test_band_of_one_year_and_of_nothing_can_be_drawn() -> None:
    one = charts.Band([2026], [1.0], [2.0], [3.0])
    assert "<circle" in charts.headroom_svg(charts.Picture(one, charts.Demand(None, 1, 1, 1)))
    assert charts.headroom_svg(charts.Picture(charts.Band([], [], [], []))).startswith("<svg")


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.999, "vrijwel zeker (meer dan 99 %)"), (0.9, "zeer waarschijnlijk (90 %)"),
     (0.5, "ongeveer even waarschijnlijk als niet (50 %)"), (0.1, "onwaarschijnlijk (10 %)"),
     (0.0, "vrijwel uitgesloten (minder dan 1 %)"), (None, "niet te bepalen"),
     (float("nan"), "niet te bepalen")],
)  # fmt: skip
def test_chance_in_words(value: object, text: str) -> None:
    assert words.chance(value) == text


def test_numbers_read_dutch_and_missing_is_onbekend() -> None:
    assert words.number(1234.56, 1, "MW") == "1.234,6 MW"
    assert words.number(-3.0) == "−3,0"
    assert words.number(float("nan")) == "onbekend"
    assert words.band(1.0, None, 2.0) == "onbekend"
    assert words.band(0.106, 0.146, 0.203) == "0,15 MW (0,11 tot 0,2 MW)"  # as in the reasons
    assert words.band(5.0, 5.0, 5.0) == "5 MW"
    assert words.years(1, 2) == "1 tot 2 jaar"
    assert words.years(None, None) == ""


def test_every_value_of_the_contract_has_a_name_and_verdicts_a_colour() -> None:
    from rev_plugin.core import model

    groups = {
        "plan_oordeel": model.PlanVerdict, "net_oordeel": model.NetVerdict,
        "net_status": model.NetStatus, "oordeel": model.FindingVerdict, "aard": model.Nature,
        "zwaarte": model.Weight, "uitvoerbaarheid": model.Feasibility, "partner": model.Partner,
        "procedure": model.Procedure, "bron_status": model.SourceStatus,
        "plan_zekerheid": model.PlanCertainty, "richting": model.Direction,
        "niveau": model.GridLevel,
    }  # fmt: skip
    for group, values in groups.items():
        listed = {entry.value for entry in legend.entries(group)}
        assert listed == {value.value for value in values}, group
    assert {e.value for e in legend.entries("thema")} == set(model.THEMES)


def test_every_subject_that_is_never_tested_has_a_name():
    never = [r for r in load_rules().rows(ConstraintRule) if r.relatie is Relation.NEVER]
    named = {entry.value for group in ("onderwerp", "thema") for entry in legend.entries(group)}
    assert {rule.thema for rule in never} <= named


def test_a_value_that_is_not_listed_shows_itself() -> None:
    assert legend.label("hoofdgroep", "ruimtevaart") == "ruimtevaart"
    assert legend.colour("hoofdgroep", "ruimtevaart") == legend.UNKNOWN_COLOUR


def test_options_show_what_changes_and_which_one_fits(html: str) -> None:
    section = site(html, 4).split("Wat zou het passend maken?")[1].split("<h3>")[0]
    assert section.index("warmtenet") < section.index("batterij van 3 MW")  # what fits comes first
    assert "4 % → 93 %" in section
    assert "2,6 MW" in section
    assert "batterij (1.200 m²), 12 middenspanningsruimten (180 m²)" in section
    assert "&lt;let op&gt;" in section
    assert "als gepland" not in section
    assert "Geen van de doorgerekende opties volstaat" not in section


def test_no_option_that_fits_is_said(html: str) -> None:
    section = site(html, 2).split("Wat zou het passend maken?")[1].split("<h3>")[0]
    assert "Geen van de doorgerekende opties volstaat" in section
    assert "laat hier nu geen nieuwe aanvraag toe" in section
    assert "batterij van 1 MW" in section
    assert "nee (netbeheerder) → nee (netbeheerder)" in section


def test_a_flexible_contract_is_no_room_where_the_operator_says_no() -> None:
    """The arithmetic then looks past the operator's no; a reader must not."""
    result = example_result.result()
    row = {"locatie": example_result.NAMES[1], "optie": "flexibel contract",
           "wijziging": "volledig_variabel", "past": True, "net_oordeel": "krap",
           "kans_netruimte": 1.0, "vraag_midden_mw": 6.5}  # fmt: skip
    options = result.options[result.options["optie"] != "geen"]
    result.options = pd.concat([options, pd.DataFrame([row])], ignore_index=True)
    section = site(render_html(result), 2).split("Wat zou het passend maken?")[1]
    section = section.split("<h3>")[0]
    assert "alleen als de netbeheerder dit contract hier aanbiedt" in section
    assert "nee (netbeheerder) → alleen volgens de rekensom 100 %" in section


def test_what_would_make_it_fit_comes_after_the_findings(html: str) -> None:
    section = site(html, 4)
    heads = ("Bevindingen", "Wat zou het passend maken?", "Volgende stappen")
    places = [section.index(f"<h3>{head}") for head in heads]
    assert places == sorted(places)


def test_on_paper_only_the_rules_that_applied_are_listed() -> None:
    result = example_result.result()
    rules = result.provenance.rules
    result.provenance.rules = pd.concat([rules, rules.assign(id="ongebruikt")], ignore_index=True)
    html = render_html(result)
    end = html.split('class="provenance"')[1]
    applied, every = end.split('<details class="screen">')
    assert "leiding_strook" in applied
    assert "ongebruikt" not in applied
    assert "ongebruikt" in every
    assert "details.screen { display: none; }" in html.split("@media print")[-1]


def test_options_that_were_not_worked_out_are_no_verdict() -> None:
    result = example_result.result()
    result.options = None
    html = render_html(result)
    assert "Geen van de doorgerekende opties volstaat" not in html
    assert "Niet doorgerekend voor deze locatie." in site(html, 4)


def test_sites_with_room_need_no_options(html: str) -> None:
    assert "Wat zou het passend maken?" not in site(html, 1)
    assert "Wat zou het passend maken?" not in site(html, 3)


def test_who_shares_the_area_goes_up_to_tennet(html: str) -> None:
    section = site(html, 1).split("Wie delen dit voedingsgebied")[1].split("<h3>")[0]
    assert "Meerdam &lt;M&gt;" in section
    assert section.index("70 %") < section.index("30 %") < section.index("Meerdam 150 kV (TenneT)")
    assert "Rand" not in section  # 0.3 %: a rim of the map
    assert "Verweg" not in section  # of an area elsewhere
    assert section.count("onbekend") == 3  # dwellings were not counted
    assert "Wie delen dit voedingsgebied" not in site(html, 5)  # its area is not known


def test_half_a_year_is_not_nought() -> None:
    assert words.years(0.5, 2.5) == "0,5 tot 2,5 jaar"
    assert words.years(7.0, 10.0) == "7 tot 10 jaar"


def test_what_says_the_same_stands_there_once() -> None:
    rows = [
        {"theme": "Plan", "explanation": "Niet op de locatie: leiding."},
        {"theme": "Plan", "explanation": "Niet op de locatie: waterkering."},
        {"theme": "Wegen", "explanation": "Geen rijksweg binnen 1.000 m."},
        {"theme": "Wegen", "explanation": "Geen rijksweg binnen 1.000 m."},
    ]
    assert finding_view.in_short(rows) == [
        ("Plan", "Niet op de locatie: leiding, waterkering."),
        ("Wegen", "Geen rijksweg binnen 1.000 m."),
    ]


def test_what_was_not_tested_is_told_in_words() -> None:
    made = example_result.result()
    row = made.output.iloc[0].to_dict()
    row["niet_getoetst"] = "verleende_bopas; nnn; kabels_leidingen"
    told = site_view(made, row)["not_tested"]
    assert "_" not in told
    assert "Natuurnetwerk Nederland" in told


def test_the_date_of_the_net_figures_is_that_of_the_sites_that_have_one() -> None:
    made = example_result.result()
    first = made.output.index[0]
    made.output.loc[first, "net_peildatum"] = None  # such as a site outside all areas
    assert "peildatum 2026-07-01." in build_context(made)["net_disclaimer"]
    made.output.loc[first, "net_peildatum"] = "2026-01-31"
    assert "peildatum 2026-01-31, 2026-07-01." in build_context(made)["net_disclaimer"]
    made.output["net_peildatum"] = None
    assert "peildatum onbekend." in build_context(made)["net_disclaimer"]
