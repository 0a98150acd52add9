"""The two real plans of Katwijk – Valkenburg, as they are published."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from plan_builder import plans_theme

from rev_plugin.core.columns import SITE
from rev_plugin.core.model import Features, Settings, Silent
from rev_plugin.core.rules import load_rules
from rev_plugin.core.space.planfit import PlanFit, judge_plans
from rev_plugin.formats.plans import read_plans

pytestmark = pytest.mark.real


def katwijk_sites(real_data: Path) -> Features:
    """The ten candidate sites."""
    found = json.loads((real_data / "katwijk/locaties.geojson").read_text())["features"]
    shapes = [shapely.from_geojson(json.dumps(one["geometry"])) for one in found]
    names = [column.name for column in SITE]
    table = pd.DataFrame([one["properties"] for one in found]).reindex(columns=names)
    return Features(np.array(shapes, dtype=object), table)


@pytest.fixture(scope="module")
def fit(real_data: Path) -> PlanFit:
    """All sites judged on both plans."""
    rows = read_plans(real_data / "katwijk/plans", Silent()).polygons
    records = rows.table.to_dict("records")
    theme = plans_theme([{**row, "geometry": g} for row, g in zip(records, rows.geometry)])
    return judge_plans(katwijk_sites(real_data), theme, load_rules(), Settings(), Silent())


@pytest.fixture(scope="module")
def by_name(fit: PlanFit, real_data: Path) -> pd.DataFrame:
    """The plan rows by the name of the site."""
    return fit.output.set_index(katwijk_sites(real_data).table["naam"])


def test_dwellings_fit_where_the_plan_is_a_woongebied(by_name: pd.DataFrame) -> None:
    row = by_name.loc["Valkenhorst noord"]
    assert row.plan_oordeel == "past_met_voorwaarden"
    assert row.plan_aandeel == pytest.approx(0.754, abs=0.001)
    assert "Woongebied - 1" in row.plan_reden
    assert row.plan_artikel == "10"
    assert row.plan_url.endswith("#_10_Woongebied-1")
    assert row.ruimte_gereserveerd == "ja"
    assert by_name.loc["Valkenhorst zuid"].plan_oordeel == "past_met_voorwaarden"


def test_the_reason_tells_that_file_and_dossier_disagree(by_name: pd.DataFrame) -> None:
    row = by_name.loc["Valkenhorst noord"]
    assert '"vastgesteld", het dossier "in voorbereiding"' in row.plan_reden
    assert row.plan_status == "vastgesteld (dossier: in voorbereiding)"


@pytest.mark.parametrize("name", ["Zonneveld polder", "Windturbine duinrand"])
def test_outside_both_plans_it_is_unknown(by_name: pd.DataFrame, name: str) -> None:
    row = by_name.loc[name]
    assert row.plan_oordeel == "onbekend"
    assert row.plan_id is None
    assert row.ruimte_gereserveerd == "onbekend"


def test_a_transformer_house_of_25_m2_is_not_permit_free(by_name: pd.DataFrame) -> None:
    row = by_name.loc["Transformatorhuisje Valkenburg Dorp"]
    assert row.procedure != "vergunningvrij"
    assert row.plan_oordeel == "past_met_voorwaarden"


def test_a_battery_among_houses_does_not_fit_and_lies_on_a_gas_pipe(
    by_name: pd.DataFrame, fit: PlanFit
) -> None:
    name = "Buurtbatterij Valkenburg Dorp"
    assert by_name.loc[name].plan_oordeel == "past_niet"
    own = fit.constraints[fit.constraints["locatie"] == name].set_index("regel")
    assert own.loc["dubbel_leiding"].oordeel == "belemmering"
    assert own.loc["dubbel_leiding"].overlap_aandeel == pytest.approx(0.418, abs=0.001)


def test_a_station_half_outside_the_plan_is_unknown(by_name: pd.DataFrame) -> None:
    row = by_name.loc["Station Valkenburg 50/10 kV"]
    assert row.plan_oordeel == "onbekend"
    assert "23 %" in row.plan_reden


def test_the_other_sites(by_name: pd.DataFrame) -> None:
    assert by_name.loc["Laadplein N206"].plan_oordeel == "past_niet"
    assert by_name.loc["Bedrijvenstrook vliegveld"].plan_oordeel == "past_met_voorwaarden"
    strip = "Station Valkenburg 50/10 kV, alternatief hangarstrook"
    assert by_name.loc[strip].plan_oordeel == "past_niet"


def test_every_share_adds_up_to_the_whole_site(fit: PlanFit) -> None:
    shares = fit.findings[fit.findings["object_type"] == "aandeel"]
    total = shares.groupby("locatie")["overlap_aandeel"].sum()
    assert total.to_numpy() == pytest.approx(np.ones(10), abs=1e-6)
