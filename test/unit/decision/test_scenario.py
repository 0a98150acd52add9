"""Where plan and net meet, and how heavy findings weigh."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from rev_plugin.core.columns import FINDING
from rev_plugin.core.decision.scenario import classify, weigh
from rev_plugin.core.model import Features


def cell(plan: str, net: str, chance: float = float("nan")) -> tuple[int, str]:
    """Scenario and possible scenarios of one site."""
    found = classify(
        pd.DataFrame({"plan_oordeel": [plan]}),
        pd.DataFrame({"net_oordeel": [net], "kans_netruimte": [chance]}),
    )
    return int(found["scenario"][0]), str(found["scenario_mogelijk"][0])


@pytest.mark.parametrize(
    ("plan", "net", "expected"),
    [
        ("past", "ja", (1, "1")),
        ("past_met_voorwaarden", "ja", (1, "1")),
        ("past", "nee", (2, "2")),
        ("past_met_voorwaarden", "nee", (2, "2")),
        ("past_niet", "ja", (3, "3")),
        ("past_niet", "nee", (4, "4")),
        ("past", "nvt", (1, "1")),
        ("past_niet", "nvt", (3, "3")),
        ("onbekend", "ja", (0, "1,3")),
        ("onbekend", "nee", (0, "2,4")),
        ("onbekend", "nvt", (0, "1,3")),
        ("past", "onbekend", (0, "1,2")),
        ("past_niet", "onbekend", (0, "3,4")),
        ("onbekend", "onbekend", (0, "1,2,3,4")),
        ("onbekend", "krap", (0, "1,2,3,4")),
    ],
)
def test_the_matrix(plan, net, expected):
    assert cell(plan, net) == expected


@pytest.mark.parametrize(
    ("chance", "scenario"), [(0.6, 1), (0.89, 1), (0.5, 2), (0.2, 2), (float("nan"), 2)]
)
def test_krap_reads_one_of_two(chance, scenario):
    assert cell("past", "krap", chance) == (scenario, "1,2")
    assert cell("past_niet", "krap", chance) == (scenario + 2, "3,4")


def test_sites_keep_their_order():
    found = classify(
        pd.DataFrame({"plan_oordeel": ["past_niet", "past"]}, index=[7, 3]),
        pd.DataFrame({"net_oordeel": ["ja", "nee"]}, index=[7, 3]),
    )
    assert found["scenario"].tolist() == [3, 2]


SITES = Features(
    np.array([None, None], dtype=object),
    pd.DataFrame({"naam": ["A", "B"], "activiteit": ["batterij", "batterij"]}),
)


def findings(*rows: tuple[str, str, str, str, float]) -> pd.DataFrame:
    """Findings from (site, rule, weight, verdict, margin)."""
    table = pd.DataFrame(
        rows, columns=["locatie", "regel", "zwaarte", "oordeel", "marge_m"]
    ).reindex(columns=[column.name for column in FINDING])
    table["toelichting"] = "over " + table["regel"].astype(str)
    return table


def weighed(*rows: tuple[str, str, str, str, float]) -> pd.Series:
    """How site A comes out."""
    return pd.DataFrame(weigh(findings(*rows), SITES)).iloc[0]


@pytest.mark.parametrize(
    ("weight", "expected"),
    [("uitsluiting", "uitgesloten"), ("nee_tenzij", "nee_tenzij"), ("aandacht", "aandacht")],
)
@pytest.mark.parametrize("verdict", ["belemmering", "binnen_foutmarge"])
def test_a_finding_weighs_as_its_rule(weight, expected, verdict):
    row = weighed(
        ("A", "r1", weight, verdict, -1.0), ("A", "r2", "uitsluiting", "geen_belemmering", 5.0)
    )
    assert row.uitvoerbaarheid == expected
    assert row.zwaarste_belemmering.startswith("over r1 – ")
    assert [row.n_uitsluiting, row.n_nee_tenzij, row.n_aandacht].count(1) == 1


def test_the_heaviest_is_the_weightiest_then_the_surest_then_the_deepest():
    row = weighed(
        ("A", "licht", "aandacht", "belemmering", -900.0),
        ("A", "vaag", "nee_tenzij", "binnen_foutmarge", -9.0),
        ("A", "ondiep", "nee_tenzij", "belemmering", -1.0),
        ("A", "diep", "nee_tenzij", "belemmering", -5.0),
    )
    assert row.zwaarste_belemmering == "over diep – nee, tenzij."
    assert row.uitvoerbaarheid == "nee_tenzij"
    assert (row.n_nee_tenzij, row.n_aandacht) == (3, 1)


def test_untested_rules_are_counted_and_never_free():
    row = weighed(("A", "r1", "uitsluiting", "niet_getoetst", np.nan))
    assert row.uitvoerbaarheid == "niet_getoetst"
    assert row.n_niet_getoetst == 1
    assert row.niet_getoetst == "r1"
    assert row.zwaarste_belemmering is None


def test_free_needs_a_tested_rule():
    row = weighed(
        ("A", "r1", "uitsluiting", "geen_belemmering", 4.0),
        ("A", "r2", "aandacht", "niet_getoetst", np.nan),
    )
    assert row.uitvoerbaarheid == "vrij"
    assert row.n_niet_getoetst == 1


def test_a_heavy_rule_that_was_not_tested_leaves_no_site_free():
    row = weighed(
        ("A", "r1", "uitsluiting", "geen_belemmering", 4.0),
        ("A", "r2", "nee_tenzij", "niet_getoetst", np.nan),
    )
    assert row.uitvoerbaarheid == "niet_getoetst"


def test_a_site_without_findings_was_not_tested():
    both = weigh(findings(("A", "r1", "aandacht", "belemmering", 0.0)), SITES)
    assert both["uitvoerbaarheid"].tolist() == ["aandacht", "niet_getoetst"]
    assert weigh(findings(), SITES)["uitvoerbaarheid"].tolist() == ["niet_getoetst"] * 2


def test_the_heaviest_is_one_short_sentence():
    table = findings(("A", "nnn", "nee_tenzij", "binnen_foutmarge", 169.0))
    table["toelichting"] = "Natuurnetwerk op 1.169 m; geen overlap. Meet het na."
    assert (
        weigh(table, SITES)["zwaarste_belemmering"][0]
        == "Natuurnetwerk op 1.169 m; geen overlap – nee, tenzij (binnen de foutmarge)."
    )
