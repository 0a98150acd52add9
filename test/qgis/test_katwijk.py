"""The real files of Katwijk – Valkenburg, as they are: from folder to verdicts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from qgis.core import QgsCoordinateTransformContext

from rev_plugin.core.model import Settings, Silent
from rev_plugin.core.rules import Rules
from rev_plugin.study.adopt import adopt
from rev_plugin.study.geopackage import Study
from rev_plugin.study.inputs import gather
from rev_plugin.study.quickscan import Result, quickscan

pytestmark = pytest.mark.real
SETTINGS = Settings(reference_date=date(2026, 11, 1))
AREA = "OS KATWIJK 10-2i"


@pytest.fixture(scope="module")
def katwijk(real_data: Path) -> Path:
    return real_data / "katwijk"


@pytest.fixture(scope="module")
def taken(katwijk: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The data GeoPackage and what was said per file."""
    data = tmp_path_factory.mktemp("katwijk") / "data.gpkg"
    before = {path: path.stat().st_mtime_ns for path in katwijk.rglob("*")}
    log = adopt(katwijk, data, Silent())
    assert {path: path.stat().st_mtime_ns for path in katwijk.rglob("*")} == before
    return data, log


@pytest.fixture(scope="module")
def study(taken: tuple[Path, list[str]]) -> Study:
    return Study.open(taken[0])


@pytest.fixture(scope="module")
def result(study: Study, rules: Rules) -> Result:
    context, feedback = QgsCoordinateTransformContext(), Silent()
    inputs = gather(study.raw_sites(), study, {}, rules, SETTINGS, context, feedback)
    return quickscan(inputs, SETTINGS, rules, feedback)


@pytest.fixture(scope="module")
def sites(result: Result) -> pd.DataFrame:
    return result.output.set_index("locatie")


def test_every_file_became_a_layer(study: Study) -> None:
    counts = {name: count for name, (_, count) in study.layers.items()}
    assert counts["bebouwing"] == 1146
    assert counts["natura2000"] == 6
    assert counts["nnn"] == 344
    assert counts["windturbines"] == 3430
    assert counts["gemeenten"] == 26
    assert counts["stations"] == 9
    assert counts["locaties"] == 10
    assert counts["ruimteclaims"] == 3  # cells of one project are one claim
    assert counts["planobjecten"] > 1000


def test_each_file_is_named_in_the_log(taken: tuple[Path, list[str]], katwijk: Path) -> None:
    said = "\n".join(taken[1])
    for path in katwijk.rglob("*"):
        if path.is_file() and path.suffix not in (".gml", ".xml"):
            assert str(path.relative_to(katwijk)) in said
    assert "zonder gebruiksdoel" in said
    assert "aantal, geen MW" in said  # the faulty queue of the web service


def test_accuracy_of_cells_is_their_size(study: Study) -> None:
    accuracy = study.sources().set_index("laag")["nauwkeurigheid_m"]
    assert 300 < accuracy["nnn"] < 450
    assert 300 < accuracy["ruimteclaims"] < 450
    assert pd.isna(accuracy["natura2000"])


def test_figures_of_katwijk_meet_their_derived_area(study: Study) -> None:
    areas = study.areas()
    rows = (areas.table["gebied_id"] == AREA).to_numpy()
    table = areas.table[rows].set_index("richting")
    assert all(shape is not None for shape in areas.geometry[rows])
    afname = table.loc["afname", ["capaciteit_mw", "benodigd_mw", "wachtrij_mw"]]
    assert afname.tolist() == [44, 22, pytest.approx(2.4)]
    assert table.loc["afname", "jaar_opgelost"] == 2031
    invoeding = table.loc["invoeding"]
    assert (invoeding["capaciteit_mw"], invoeding["benodigd_mw"]) == (84, 3)
    assert pd.isna(invoeding["wachtrij_mw"])  # a count, not MW: unknown


def test_katwijk_is_no_until_the_years_of_both_operators(sites: pd.DataFrame) -> None:
    north = sites.loc["Valkenhorst noord"]
    assert north["voedingsgebied"] == AREA
    assert north["net_oordeel_afname"] == "nee"
    assert (north["jaar_opgelost_rnb"], north["jaar_opgelost_tennet"]) == (2031, 2034)
    for words in ("2031", "2034", "44 MW aanwezig", "22 MW benodigd", "2,4 MW in de wachtrij"):
        assert words in north["net_reden"]
    assert "de melding gaat voor" in north["net_reden"]
    assert north["eerste_jaar"] == 2034


def test_living_area_with_streets_and_water_fits(sites: pd.DataFrame) -> None:
    assert sites.loc["Valkenhorst noord", "plan_oordeel"] in ("past", "past_met_voorwaarden")
    assert "verkeer, groen, tuin en water" in sites.loc["Valkenhorst noord", "plan_reden"]


def test_sites_outside_both_plans_are_unknown(sites: pd.DataFrame) -> None:
    outside = ["Zonneveld polder", "Windturbine duinrand"]
    assert sites.loc[outside, "plan_oordeel"].tolist() == ["onbekend", "onbekend"]
    assert sites.loc[outside, "scenario"].tolist() == [0, 0]


def test_transformer_house_of_25_m2_is_not_permit_free(sites: pd.DataFrame) -> None:
    assert sites.loc["Transformatorhuisje Valkenburg Dorp", "procedure"] != "vergunningvrij"


def test_buildings_without_use_are_measured_but_not_judged(result: Result) -> None:
    rows = result.findings.query(
        "locatie == 'Station Valkenburg 50/10 kV' and regel == 'geluid_station_woning'"
    )
    assert rows["oordeel"].tolist() == ["niet_getoetst"]
    assert rows["afstand_m"].notna().all()
    assert "gebruiksdoel" in rows["toelichting"].iloc[0]


def test_near_nature_cells_the_margin_of_error_is_said(result: Result) -> None:
    rows = result.findings.query("thema == 'nnn' and oordeel == 'binnen_foutmarge'")
    assert len(rows) > 0
    assert (rows["nauwkeurigheid_m"] > 300).all()
