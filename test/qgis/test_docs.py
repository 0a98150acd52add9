"""What the docs quote is what the demo says, and their sums can be redone."""

from __future__ import annotations

import math
import re
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from qgis.core import QgsCoordinateTransformContext

from rev_plugin.core.model import Settings, Silent
from rev_plugin.core.rules import Rules, load_rules
from rev_plugin.report import words
from rev_plugin.study.geopackage import Study
from rev_plugin.study.inputs import Inputs, gather
from rev_plugin.study.quickscan import Result, quickscan

DOCS = Path(__file__).parents[2] / "docs"
SETTINGS = Settings(reference_date=date(2026, 11, 1))
WORKED, STATION = "De Nieuwe Akkers, tweede fase", "Station Oudekreek-Oost"
QUOTE = re.compile(r"^\s*> (.+)$", re.MULTILINE)
CELL = re.compile(r"^\| `(\w+)` \| ([^|]+) \|$", re.MULTILINE)
BLOCK = re.compile(r"`(\w+\.csv)`\n\n```csv\n(.*?)```", re.DOTALL)


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


@pytest.fixture(scope="module")
def inputs(demo_folder: Path, rules: Rules) -> Inputs:
    study = Study.open(demo_folder / "data.gpkg")
    context = QgsCoordinateTransformContext()
    return gather(study.raw_sites(), study, {}, rules, SETTINGS, context, Silent())


@pytest.fixture(scope="module")
def result(inputs: Inputs, rules: Rules) -> Result:
    return quickscan(inputs, SETTINGS, rules, Silent())


@pytest.mark.parametrize(
    "name", ["eerste-quickscan.md", "locatiestudie.md", "uitleg-van-de-cijfers.md"]
)
def test_every_quote_comes_from_the_demo(name: str, result: Result) -> None:
    tables = (result.output, result.findings, result.actions)
    said = {text for table in tables for column in table for text in table[column].astype(str)}
    quotes = QUOTE.findall(page(name))
    assert quotes
    assert [quote for quote in quotes if quote not in said] == [], "make docs"


def test_the_table_of_sites_is_what_comes_out(result: Result) -> None:
    told = re.findall(
        r"^\| ([^|]+) \| (\d) \| (\w+) \| (\w+) \|$", page("eerste-quickscan.md"), re.M
    )
    columns = ["locatie", "scenario", "plan_oordeel", "net_oordeel"]
    assert [(n, int(s), p, v) for n, s, p, v in told] == list(
        result.output[columns].itertuples(index=False, name=None)
    )


def test_the_worked_outcome_is_the_row_of_the_demo(result: Result) -> None:
    row = result.output.set_index("locatie").loc[WORKED]
    told = CELL.findall(page("uitleg-van-de-cijfers.md").split("## De uitkomst in de tabel")[1])
    assert len(told) == 12
    for column, text in told:
        digits = len(text.partition(",")[2])
        shown = words.number(row[column], digits) if text[0].isdigit() else row[column]
        assert shown == text, column


def test_the_demand_can_be_redone_by_hand(result: Result, rules: Rules) -> None:
    """The sum of the page, from the key figures; every number of it stands on the page."""
    text = page("uitleg-van-de-cijfers.md")
    parts = [("woning_basis", 420), ("ev_thuis", 210)]
    base = {name: rules.key_figure(f"{name}_a_winteravond") for name, _ in parts}
    small = {name: rules.key_figure(f"{name}_b") for name, _ in parts}
    a = [n * base[name].midden for name, n in parts]
    b = [math.sqrt(n) * small[name].midden for name, n in parts]
    middle = sum(a) + math.hypot(*b)
    sides = {}
    for side in ("laag", "hoog"):
        off = [n * (getattr(base[c], side) - base[c].midden) for c, n in parts]
        off += [math.sqrt(n) * (getattr(small[c], side) - small[c].midden) for c, n in parts]
        sides[side] = math.hypot(*off)
    row = result.output.set_index("locatie").loc[WORKED]
    assert middle == pytest.approx(1000 * row["vraag_midden_mw"])
    assert middle - sides["laag"] == pytest.approx(1000 * row["vraag_laag_mw"])
    assert middle + sides["hoog"] == pytest.approx(1000 * row["vraag_hoog_mw"])
    figures = [*a, sum(a), *b, math.hypot(*b), middle, *sides.values()]
    figures += [middle - sides["laag"], middle + sides["hoog"]]
    assert [f for f in figures if words.number(f, 1) not in text] == []


def test_the_headroom_can_be_redone_by_hand(inputs: Inputs, result: Result, rules: Rules) -> None:
    text = page("uitleg-van-de-cijfers.md")
    areas = inputs.areas.table
    own = areas[(areas["naam"] == "Wiselburg Noord") & (areas["richting"] == "afname")].iloc[0]
    share, queue = rules.key_figure("net_aandeel"), rules.key_figure("wachtrij_aandeel")
    growth = rules.key_figure("net_groei")
    contracts = own["benodigd_mw"] * share.midden
    assert own["belasting_lopend_jaar_mw"] > contracts
    load = own["belasting_lopend_jaar_mw"] * (1 + growth.midden) ** (2028 - own["jaar"])
    coming = own["wachtrij_mw"] * queue.midden * share.midden
    room = own["capaciteit_mw"] - load - coming
    shown = result.output.set_index("locatie").loc[WORKED, "netruimte_midden_mw"]
    for value, digits in ((contracts, 2), (load, 1), (coming, 1), (room, 1), (shown, 1)):
        assert words.number(value, digits) in text
    assert room == pytest.approx(shown, abs=0.2)


def test_the_margin_of_the_station_is_the_one_of_the_page(result: Result) -> None:
    finding = finding_of(result, STATION)
    text = page("uitleg-van-de-cijfers.md")
    shown = (words.number(finding[c], 3) for c in ("afstand_m", "marge_m"))
    assert "{} − 65 = {} m".format(*shown) in text


def finding_of(result: Result, site: str, rule: str = "magneetveld_station_woning") -> pd.Series:
    found = result.findings
    return found[(found["locatie"] == site) & (found["regel"] == rule)].iloc[0]


def test_the_example_of_own_rules_works_as_the_page_says(
    inputs: Inputs, tmp_path: Path, result: Result
) -> None:
    blocks = BLOCK.findall(page("voor-beheerders.md"))
    assert [name for name, _ in blocks] == ["sources.csv", "constraints.csv"]
    for name, text in blocks:
        (tmp_path / name).write_text(text, encoding="utf-8")
    own = quickscan(inputs, SETTINGS, load_rules(tmp_path), Silent(), own_rules=tmp_path)
    before, after = finding_of(result, STATION), finding_of(own, STATION)
    assert (before["vereist_m"], round(before["marge_m"])) == (65, -22)
    assert (after["vereist_m"], round(after["marge_m"]), after["zwaarte"]) == (
        100,
        -57,
        "nee_tenzij",
    )
    elsewhere = "Station Wiselburg Noord, tweede veld"
    assert finding_of(own, elsewhere)["vereist_m"] == finding_of(result, elsewhere)["vereist_m"]
    extra = own.findings[own.findings["regel"] == "eigen_batterij_woning"]
    assert set(extra["locatie"]) == {"Buurtbatterij Parkweg", "Batterij Achterweg"}
