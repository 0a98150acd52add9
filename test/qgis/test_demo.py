"""The demo study: what it holds, and that its verdicts follow from its data.

Each change to the data has an outcome worked out by hand, so a verdict that ignores the
data cannot pass.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
import shapely.affinity
from qgis.core import QgsCoordinateTransformContext

from rev_plugin.core.model import Features, Settings, Silent
from rev_plugin.core.rule_rows import ConstraintRule
from rev_plugin.core.rules import Rules
from rev_plugin.formats.plans import read_plans
from rev_plugin.study.adopt import adopt
from rev_plugin.study.demo import build_demo, write_sources
from rev_plugin.study.geopackage import Study
from rev_plugin.study.inputs import Inputs, gather
from rev_plugin.study.quickscan import Result, quickscan

SETTINGS = Settings(reference_date=date(2026, 11, 1))
NORTH, SOUTH = "OS WISELBURG NOORD 10-1i", "OS WISELBURG ZUID 10-2i"
# site: scenario, plan and net, as the stories in resources/demo/locaties.csv tell
EXPECTED = {
    "De Nieuwe Akkers, tweede fase": (1, "past", "ja"),
    "Laadplein Stationsplein": (1, "past_met_voorwaarden", "ja"),
    "Transformatorhuisje Zuidwal": (2, "past", "nee"),
    "Station Wiselburg Noord, tweede veld": (1, "past", "ja"),
    "Bedrijvenkavel Hoge Akker-Zuid": (2, "past_met_voorwaarden", "nee"),
    "Gasfabriekterrein": (2, "past_met_voorwaarden", "nee"),
    "Buurtbatterij Parkweg": (2, "past_met_voorwaarden", "nee"),
    "Station Oudekreek-Oost": (3, "past_niet", "ja"),
    "Datacenter Noordweg": (3, "past_niet", "ja"),
    "Batterij Achterweg": (4, "past_niet", "nee"),
    "Zonnepark Lange Weide": (4, "past_niet", "nee"),
    "Windturbine Kreekpolder 6": (2, "past", "nee"),
    "Woningen Overwisel-West": (0, "onbekend", "onbekend"),
    "Oudekreek-Oost": (3, "past_niet", "krap"),
}
# site: the weightiest rule that it breaks, by design
BROKEN = {
    "Bedrijvenkavel Hoge Akker-Zuid": ("ev_plaatsgebonden_risico_bedrijf", "nee_tenzij"),
    "Gasfabriekterrein": ("ev_plaatsgebonden_risico", "uitsluiting"),
    "Station Oudekreek-Oost": ("magneetveld_station_woning", "aandacht"),
    "Datacenter Noordweg": ("hoogspanning_strook", "aandacht"),
    "Batterij Achterweg": ("buisleiding_belemmeringengebied", "nee_tenzij"),
    "Zonnepark Lange Weide": ("nnn", "nee_tenzij"),
    "Windturbine Kreekpolder 6": ("ruimteclaim", "aandacht"),
}
NOT_NEAR = ("geen_belemmering", "belemmering", "binnen_foutmarge")


@pytest.fixture(scope="module")
def folder(demo_folder: Path) -> Path:
    return demo_folder


@pytest.fixture(scope="module")
def study(folder: Path) -> Study:
    return Study.open(folder / "data.gpkg")


@pytest.fixture(scope="module")
def inputs(study: Study, rules: Rules) -> Inputs:
    context = QgsCoordinateTransformContext()
    return gather(study.raw_sites(), study, {}, rules, SETTINGS, context, Silent())


@pytest.fixture(scope="module")
def result(inputs: Inputs, rules: Rules) -> Result:
    return quickscan(inputs, SETTINGS, rules, Silent())


@pytest.fixture(scope="module")
def rerun(inputs: Inputs, rules: Rules) -> Callable[..., Result]:
    """The quickscan with some inputs changed."""
    return lambda **changes: quickscan(replace(inputs, **changes), SETTINGS, rules, Silent())


def row(result: Result, site: str) -> pd.Series:
    return result.output.set_index("locatie").loc[site]


def net_of(result: Result, site: str) -> tuple[str, int]:
    found = row(result, site)
    return found["net_oordeel"], found["scenario"]


# What is in it


def test_landscape_is_as_rich_as_promised(study: Study) -> None:
    assert study.layers["bebouwing"][1] >= 4000
    assert study.layers["locaties"][1] == 14
    assert study.empty == ()
    absent = [name for name in ("percelen", "ruimteclaims", "kabels") if not study.has(name)]
    assert absent == []


def test_sites_are_fourteen_of_nine_activities(inputs: Inputs) -> None:
    assert len(inputs.sites) == 14
    assert inputs.sites.table["activiteit"].nunique() == 9


def test_buildings_vary_in_form_and_do_not_overlap(study: Study) -> None:
    shapes = np.concatenate([c.geometry for c in study.themes["bebouwing"].read(None)])
    shapes = shapely.from_wkb(shapes) if isinstance(shapes[0], bytes) else shapes
    parts = shapely.get_num_geometries(shapes)
    corners = shapely.get_num_coordinates(shapes)
    assert shapely.is_valid(shapes).all()
    assert (parts > 1).sum() > 50  # farms with barns
    assert (corners > 6).mean() > 0.2  # L-shapes and more
    holes = [p for s in shapes for p in shapely.get_parts(s) if shapely.get_num_interior_rings(p)]
    assert len(holes) > 3  # courtyards
    core = shapely.buffer(shapes, -0.5, join_style="mitre")
    left, right = shapely.STRtree(core).query(core, predicate="intersects")
    assert (left == right).all()


def test_four_areas_stand_under_one_tennet_area(inputs: Inputs) -> None:
    table = inputs.areas.table
    regional = table[table["niveau"] == "rnb"]
    assert regional["gebied_id"].nunique() == 4
    assert set(regional["bovenliggend"]) == {"WSN150"}
    afname = regional[regional["richting"] == "afname"]
    assert all(shape is not None for shape in inputs.areas.geometry)
    assert sorted(afname["status"]) == ["geel", "onbekend", "rood", "transparant"]


def test_every_plan_object_of_the_gml_is_read_whole(folder: Path) -> None:
    plans = read_plans(folder / "plans", Silent())
    assert len(set(plans.polygons.table["plan_id"])) == 5
    assert all(elements == rows for elements, rows in plans.counts.values())
    kinds = {"Enkelbestemming", "Dubbelbestemming", "Functieaanduiding", "Bouwvlak", "Maatvoering"}
    assert kinds <= set(plans.counts)
    assert plans.log == []  # nothing to repair, nothing without a shape


def test_all_layers_say_that_they_are_invented(study: Study) -> None:
    sources = study.sources()
    assert set(sources["uitgever"]) == {"Voorbeeldgegevens, verzonnen"}
    shown = {name for name in study.layers if study.has(name)} - {"bronnen", "planlijnen"}
    assert shown <= set(sources["laag"])


def test_two_builds_give_the_same_rows(folder: Path, tmp_path: Path) -> None:
    build_demo(tmp_path, Silent())
    for name in sorted(p.name for p in (folder / "plans").iterdir()):
        first, second = (f / "plans" / name for f in (folder, tmp_path))
        assert first.read_bytes() == second.read_bytes()
    one, two = (Study.open(f / "data.gpkg") for f in (folder, tmp_path))
    assert one.layers == two.layers
    for name, theme in one.themes.items():
        for a, b in zip(theme.read(None), two.themes[name].read(None)):
            assert (a.geometry == b.geometry).all(), name
            for column, values in a.attributes.items():
                same = pd.Series(values).equals(pd.Series(b.attributes[column]))
                assert same, (name, column)


def test_capacity_files_use_only_fields_of_the_model(folder: Path, real_data: Path) -> None:
    model = real_data / "formats" / "capaciteitskaart-v1.3" / "im_capaciteitskaart.schema.json"
    kinds = json.loads(model.read_text("utf-8"))["$defs"]

    def check(kind: str, item: dict) -> None:
        assert set(item) <= set(kinds[kind]["properties"]), kind
        assert set(kinds[kind].get("required", ())) <= set(item), kind

    for name in ("dso", "tso"):
        path = folder / "grid" / f"capaciteitskaart_{name}.json"
        document = json.loads(path.read_text("utf-8"))
        check("HeatmapDataSet", document)
        for area in document["energy_areas"]:
            check("EnergyArea", area)
            for work in area["works"]:
                check("Work", work)
            for postcode in area.get("postcode_areas", ()):
                check("PostcodeArea", postcode)
                assert postcode["demand_constraint"] in kinds["RAGKind"]["enum"]


# What comes out


def test_verdicts_are_those_of_the_stories(result: Result) -> None:
    columns = ["scenario", "plan_oordeel", "net_oordeel"]
    found = result.output.set_index("locatie")[columns]
    assert {site: tuple(values) for site, values in found.iterrows()} == EXPECTED
    assert set(found["scenario"]) == {0, 1, 2, 3, 4}


@pytest.mark.parametrize("site", BROKEN)
def test_site_breaks_the_rule_it_was_drawn_for(result: Result, site: str) -> None:
    rule, weight = BROKEN[site]
    findings = result.findings.query("locatie == @site and regel == @rule")
    assert findings["oordeel"].tolist() == ["belemmering"]
    assert findings["zwaarte"].tolist() == [weight]


def test_operator_goes_before_arithmetic(result: Result) -> None:
    battery = row(result, "Buurtbatterij Parkweg")
    assert "rood" in battery["net_reden"]
    assert battery["jaar_opgelost_rnb"] == 2031
    assert "oranje, opgelost in 2030 (TenneT)" in battery["net_reden"]
    assert battery["eerste_jaar"] == 2031


def test_draft_plan_is_told_but_holds_for_nothing(result: Result) -> None:
    solar = row(result, "Zonnepark Lange Weide")
    assert solar["plan_oordeel"] == "past_niet"
    assert solar["plan_naam"] == "Landelijk gebied Wiselburg"
    assert "Zonnepark Lange Weide (ontwerp)" in solar["plan_reden"]


def test_small_transformer_house_needs_no_permit(result: Result) -> None:
    house = row(result, "Transformatorhuisje Zuidwal")
    assert (house["plan_oordeel"], house["procedure"]) == ("past", "vergunningvrij")


def test_two_runs_give_the_same_values(result: Result, rerun: Callable[..., Result]) -> None:
    again = rerun()
    for table in ("output", "findings", "actions", "plan_findings", "demand", "headroom"):
        pd.testing.assert_frame_equal(getattr(result, table), getattr(again, table))


def test_deliveries_taken_as_a_folder_give_the_same_verdicts(
    folder: Path, tmp_path: Path, rules: Rules, result: Result
) -> None:
    """The demo's files, met as a stranger's: recognised by name and looks."""
    deliveries = tmp_path / "levering"
    write_sources(deliveries, Silent())
    adopt(deliveries, tmp_path / "data.gpkg", Silent())
    taken = Study.open(tmp_path / "data.gpkg")
    context = QgsCoordinateTransformContext()
    inputs = gather(taken.raw_sites(), taken, {}, rules, SETTINGS, context, Silent())
    again = quickscan(inputs, SETTINGS, rules, Silent())
    keep = ["locatie", "scenario", "plan_oordeel", "net_oordeel", "uitvoerbaarheid"]
    pd.testing.assert_frame_equal(again.output[keep], result.output[keep])


# What happens when the data change

THEMES_WITH_RULES = (
    "bebouwing", "natura2000", "nnn", "buisleidingen", "hoogspanning", "waterkeringen", "spoor",
    "wegen", "windturbines", "externe_veiligheid", "archeologie", "water", "stations",
    "ruimteclaims",
)  # fmt: skip


def test_every_theme_with_rules_is_taken_away_below(rules: Rules, inputs: Inputs) -> None:
    used = {rule.thema for rule in rules.rows(ConstraintRule)} & set(inputs.themes)
    assert used <= set(THEMES_WITH_RULES) | {"planobjecten"}


@pytest.mark.parametrize("theme", THEMES_WITH_RULES)
def test_missing_layer_is_not_tested_and_nothing_else_changes(
    theme: str, inputs: Inputs, result: Result, rerun: Callable[..., Result]
) -> None:
    without = rerun(themes={k: v for k, v in inputs.themes.items() if k != theme}).findings
    gone = without[without["thema"] == theme]
    assert len(gone) == (result.findings["thema"] == theme).sum() > 0
    assert set(gone["oordeel"]) == {"niet_getoetst"}
    assert gone["afstand_m"].isna().all()
    keep = ["locatie", "regel", "oordeel", "afstand_m"]
    others = [
        f[f["thema"] != theme][keep].reset_index(drop=True) for f in (result.findings, without)
    ]
    pd.testing.assert_frame_equal(*others)


def test_without_plans_the_plan_axis_is_unknown(
    inputs: Inputs, rerun: Callable[..., Result]
) -> None:
    themes = {k: v for k, v in inputs.themes.items() if k != "planobjecten"}
    output = rerun(themes=themes).output.set_index("locatie")
    permit_free = output["procedure"] == "vergunningvrij"
    assert permit_free.sum() == 1  # it needs no plan
    assert set(output.loc[~permit_free, "plan_oordeel"]) == {"onbekend"}
    assert set(output.loc[~permit_free, "scenario"]) == {0}
    assert output.loc["De Nieuwe Akkers, tweede fase", "scenario_mogelijk"] == "1,3"
    assert output.loc["Batterij Achterweg", "scenario_mogelijk"] == "2,4"


def test_without_areas_the_net_axis_is_unknown(rerun: Callable[..., Result]) -> None:
    output = rerun(areas=None, postcodes=None).output
    assert set(output["net_oordeel"]) == {"onbekend"}
    assert output["kans_netruimte"].isna().all()
    assert set(output["scenario"]) == {0}


def changed(areas: Features, area: str, direction: str, **values: object) -> Features:
    """The areas with other figures for one area in one direction."""
    table = areas.table.copy()
    rows = (table["gebied_id"] == area) & (table["richting"] == direction)
    assert rows.sum() == 1
    for name, value in values.items():
        table.loc[rows, name] = value
    return Features(areas.geometry, table)


AKKERS = "De Nieuwe Akkers, tweede fase"  # 0.7 MW in the north, which has 95 MW and needs 41


@pytest.mark.parametrize(
    ("values", "verdict", "scenario"),
    [
        ({"capaciteit_mw": 0.0}, "nee", 2),  # 41 MW needed of nothing
        ({"capaciteit_mw": np.nan}, "onbekend", 0),
        ({"capaciteit_mw": 950.0}, "ja", 1),
        ({"benodigd_mw": np.nan}, "onbekend", 0),
        ({"status": "rood", "jaar_opgelost": 2033}, "nee", 2),
        ({"status": "oranje", "jaar_opgelost": 2033}, "nee", 2),
        ({"status": "geel"}, "krap", 1),  # at best tight, whatever the MW say
        ({"status": "onbekend"}, "krap", 1),
        # Solved before 2028, its own year, but nobody said with how many MW.
        ({"status": "rood", "jaar_opgelost": 2027}, "onbekend", 0),
    ],
)
def test_figures_and_colour_of_the_area_decide(
    inputs: Inputs, rerun: Callable[..., Result], values: dict, verdict: str, scenario: int
) -> None:
    again = rerun(areas=changed(inputs.areas, NORTH, "afname", **values))
    assert net_of(again, AKKERS) == (verdict, scenario)


def test_ten_times_the_capacity_does_not_undo_red(
    inputs: Inputs, rerun: Callable[..., Result]
) -> None:
    again = rerun(areas=changed(inputs.areas, SOUTH, "afname", capaciteit_mw=620.0))
    found = row(again, "Gasfabriekterrein")
    assert (found["net_oordeel"], found["scenario"]) == ("nee", 2)
    assert "de melding gaat voor" in found["net_reden"]


def test_green_south_is_judged_by_its_megawatts(
    inputs: Inputs, rerun: Callable[..., Result]
) -> None:
    green = {"status": "transparant", "jaar_opgelost": pd.NA}
    areas = changed(inputs.areas, SOUTH, "afname", **green)
    assert net_of(rerun(areas=areas), "Gasfabriekterrein") == ("nee", 2)  # 62 MW, 71 needed
    wide = changed(inputs.areas, SOUTH, "afname", **green, capaciteit_mw=620.0)
    assert net_of(rerun(areas=wide), "Gasfabriekterrein") == ("ja", 1)


def test_tennet_in_red_stops_what_the_region_allows(
    inputs: Inputs, rerun: Callable[..., Result]
) -> None:
    areas = changed(inputs.areas, "Wisellanden", "afname", status="rood", jaar_opgelost=2035)
    again = rerun(areas=areas)
    assert net_of(again, AKKERS) == ("nee", 2)
    assert row(again, AKKERS)["beperkend_niveau"] == "tennet"
    assert row(again, AKKERS)["eerste_jaar"] == 2035


def moved(sites: Features, site: str, dx: float, dy: float) -> Features:
    geometry = sites.geometry.copy()
    number = sites.table["naam"].tolist().index(site)
    geometry[number] = shapely.affinity.translate(geometry[number], dx, dy)
    return Features(geometry, sites.table)


def finding(result: Result, site: str, rule: str) -> pd.Series:
    return result.findings.query("locatie == @site and regel == @rule").iloc[0]


def test_battery_500_m_west_is_free_of_the_pipeline(
    inputs: Inputs, result: Result, rerun: Callable[..., Result]
) -> None:
    site, rule = "Batterij Achterweg", "buisleiding_belemmeringengebied"
    before = finding(result, site, rule)["afstand_m"]
    sites = moved(inputs.sites, site, 500, 0)
    after = finding(rerun(sites=sites), site, rule)
    assert before < 5
    assert after["oordeel"] == "geen_belemmering"
    assert 450 < after["afstand_m"] - before < 500  # the pipeline runs a little askew
    line = pipeline(inputs)
    shape = sites.geometry[sites.table["naam"].tolist().index(site)]
    assert after["afstand_m"] == pytest.approx(line.distance(shape), abs=1e-6)


def pipeline(inputs: Inputs) -> shapely.Geometry:
    shape = next(iter(inputs.themes["buisleidingen"].read(None))).geometry[0]
    return shapely.from_wkb(shape) if isinstance(shape, bytes) else shape


def test_data_centre_500_m_north_is_clear_of_the_line_but_still_in_the_polder(
    inputs: Inputs, rerun: Callable[..., Result]
) -> None:
    site = "Datacenter Noordweg"
    again = rerun(sites=moved(inputs.sites, site, 0, 500))
    assert finding(again, site, "hoogspanning_strook")["oordeel"] == "geen_belemmering"
    assert (row(again, site)["plan_oordeel"], row(again, site)["scenario"]) == ("past_niet", 3)


def test_dwellings_500_m_west_leave_their_plan(
    inputs: Inputs, rerun: Callable[..., Result]
) -> None:
    again = row(rerun(sites=moved(inputs.sites, AKKERS, -500, 0)), AKKERS)
    assert (again["plan_oordeel"], again["scenario"]) == ("past_niet", 3)
    assert again["plan_naam"] == "Landelijk gebied Wiselburg"


def test_dwellings_1_km_south_come_under_the_full_station(
    inputs: Inputs, rerun: Callable[..., Result]
) -> None:
    again = row(rerun(sites=moved(inputs.sites, AKKERS, 0, -1000)), AKKERS)
    assert again["voedingsgebied"] == SOUTH
    assert (again["net_oordeel"], again["scenario"]) == ("nee", 4)
