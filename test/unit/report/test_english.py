"""In English every word of the interface is English; what is data stays as it is."""

from __future__ import annotations

import csv
import html
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[3] / "scripts"))

import example_result
import translations

from rev_plugin.core.grid.wording import CHANCES, SURE
from rev_plugin.core.rules import ROW_TYPES, RULES_FOLDER
from rev_plugin.report import legend, map_tip, rule_words, words
from rev_plugin.report.context import build_context
from rev_plugin.report.html import render_html

TABLES = [RULES_FOLDER / f"{row_type.TABLE}.csv" for row_type in ROW_TYPES]
STYLES = sorted(legend.STYLES.glob("*.qml"))
LABEL = re.compile(r'\blabel="([^"]+)"')


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The translation as Qt gives it, without Qt."""
    known = translations.read()
    application = SimpleNamespace(translate=lambda _context, text: known.get(text) or text)
    stub = SimpleNamespace(QCoreApplication=application)
    monkeypatch.setitem(sys.modules, "qgis.PyQt.QtCore", stub)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("path", [*TABLES, legend.PALETTE], ids=lambda path: path.stem)
def test_every_dutch_cell_has_an_english_one(path: Path) -> None:
    """In the column beside it, or as a word of the palette."""
    named = {entry["naam_nl"] for entry in rows(legend.PALETTE)}
    untranslated = [
        (row.get("id") or row["waarde"], column)
        for row in rows(path)
        for column, text in row.items()
        if column.endswith("_nl") and text and not (row.get(f"{column[:-3]}_en") or text in named)
    ]
    assert untranslated == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_every_label_of_a_style_is_in_the_palette(path: Path) -> None:
    labels = LABEL.findall(path.read_text(encoding="utf-8"))
    parts = {part for label in labels for part in legend.LABEL_JOINTS.split(label)[::2]} - {""}
    parts = {part for part in parts if not re.match(r"[\d?]$", part)}
    names = {entry["naam_nl"] for entry in rows(legend.PALETTE)}
    assert parts <= names


def tips() -> list[str]:
    """The map tips of all styles."""
    styles = [html.unescape(path.read_text(encoding="utf-8")) for path in STYLES]
    return [style.partition("<mapTip")[2].partition("</mapTip>")[0] for style in styles]


def test_every_word_of_a_map_tip_is_in_the_palette() -> None:
    names = {entry["naam_nl"] for entry in rows(legend.PALETTE)}
    for pattern in (map_tip.NAME, map_tip.TITLE):
        labels = {label for tip in tips() for label in pattern.findall(tip)}
        assert len(labels) > 5
        parts = {part for label in labels for part in legend.LABEL_JOINTS.split(label)[::2]}
        assert parts - {"", "MW", "kV", "m", "bar"} <= names


def test_map_tips_in_english(english: None) -> None:
    told = " ".join(map(map_tip.translated, tips()))
    english_words = (
        ">Heaviest constraint<", ">Needed (MW)<", "replace('Building'", "Proposal based",
        "as of [%", "'unknown')", "No commitment", "'text of the rule</a>'",
    )  # fmt: skip
    dutch_words = (
        "belemmering<", "Benodigd", "'Gebouw'", "Voorstel", "Geen toezegging", "'onbekend')",
    )  # fmt: skip
    assert [word for word in english_words if word not in told] == []
    assert [word for word in dutch_words if word in told] == []


def test_the_words_of_chances_are_in_the_palette() -> None:
    assert {entry.value for entry in legend.entries("kans")} == {w for _, w in CHANCES} | {SURE}


def test_without_a_translation_the_language_is_dutch() -> None:
    assert legend.label("plan_oordeel", "past_niet") == "Past niet"
    assert legend.translated("1 · Past en er is netcapaciteit") == "1 · Past en er is netcapaciteit"
    assert rule_words.activity("batterij") == "Batterij (energieopslag)"


def test_words_and_numbers_in_english(english: None) -> None:
    assert legend.label("plan_oordeel", "past_niet") == "Does not fit"
    assert (
        legend.translated("1 · Past en er is netcapaciteit")
        == "1 · Fits, and there is grid capacity"
    )
    estimated = "Rood (gebied of cijfers geschat)"
    assert legend.translated(estimated) == "Red (area or figures estimated)"
    assert rule_words.activity("batterij") == "Battery storage"
    assert words.number(-1234.56, 1, "MW") == "−1,234.6 MW"
    assert words.band(0.5, 1, 3) == "1 MW (0.5 to 3 MW)"
    assert (
        rule_words.subjects("nnn; geluid; zone_geluid") == "nature network (NNN); noise; noise zone"
    )
    assert words.chance(0.95) == "very likely (95 %)"
    assert words.years(0.5, 2) == "0.5 to 2 years"


def test_a_finding_says_in_english_what_its_rule_says(english: None) -> None:
    row = {"regel": "leiding_strook", "oordeel": "belemmering"}
    rule = rule_words._rules().tables["constraints"]
    row["regel"] = next(id for id, one in rule.items() if one.relatie.value == "afstand")
    said = rule_words.finding(row, "nederlands", "3.0 m", "5.0 m", "−2.0 m")
    assert said.startswith(f"{rule[row['regel']].object_en} at 3.0 m; ")
    assert "margin −2.0 m" in said
    row["oordeel"] = "niet_getoetst"
    assert rule_words.finding(row, "waarom niet", "–", "–", "–") == "waarom niet"
    assert rule_words.finding({"regel": "eigen_x"}, "eigen", "–", "–", "–") == "eigen"


def test_a_plan_object_keeps_its_name_in_english(english: None) -> None:
    rule = rule_words._rules().tables["plan_fit"]["zone_veiligheid"]
    row = {"regel": rule.id, "oordeel": "belemmering"}
    told = f'"veiligheidszone - lpg" op 3 % van de locatie. {rule.reden_nl}'
    said = rule_words.finding(row, told, "overlap 3%", "–", "–")
    assert said == f'"veiligheidszone - lpg", overlap 3%. {rule.reden_en}'
    assert rule_words.finding(row, "anders", "overlap 3%", "–", "–") == "anders"
    free = {**row, "oordeel": "geen_belemmering"}
    assert rule_words.finding(free, "niet", "–", "–", "–").endswith("plan in force: safety zone.")


def test_the_report_in_english_has_no_dutch_headings(english: None) -> None:
    html = render_html(example_result.result())
    assert '<html lang="en">' in html
    assert "Reasons are in Dutch" in html
    shown = {part.strip(" :\n") for part in re.split(r"<[^>]+>", html)}
    known = translations.read()
    dutch = {text.strip(" :") for text, english in known.items() if text != english}
    assert shown & dutch == set()


def test_steps_are_shown_in_english_and_kept_in_dutch(english: None) -> None:
    result = example_result.result()
    dutch, translated = next(iter(rule_words._steps().items()))
    result.actions.loc[result.actions.index[0], "actie"] = dutch
    name = result.actions["locatie"].iloc[0]
    place = list(result.output["locatie"]).index(name)
    partners = build_context(result)["sites"][place]["actions"]
    steps = {step["text"]: step["said"] for partner in partners for step in partner["steps"]}
    assert steps[dutch] == translated != dutch
    assert set(steps) == set(result.actions.loc[result.actions["locatie"] == name, "actie"])
