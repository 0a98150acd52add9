"""Every algorithm gives exactly the columns of the design, typed here again."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingParameterDefinition, QgsVectorLayer
from qgis_helpers import box, layer, run, study_file

from rev_plugin.core.columns import RESERVATION
from rev_plugin.core.themes import THEMES


def _names(text: str) -> list[str]:
    return text.split()


ALGORITHMS = {
    "importplan", "importcapacity", "constraintbuffers", "constraints", "planfit", "demand",
    "headroom", "quickscan", "report", "reservations", "supplyareas",
}  # fmt: skip
QUICKSCAN = _names("""
    locatie activiteit jaar scenario scenario_mogelijk uitvoerbaarheid plan_oordeel plan_reden
    plan_aandeel plan_id plan_naam plan_status plan_artikel plan_url plan_zekerheid procedure
    ruimte_gereserveerd reservering_instrument net_oordeel net_reden net_oordeel_afname
    net_oordeel_invoeding richting_bepalend kans_netruimte voedingsgebied netruimte_laag_mw
    netruimte_midden_mw netruimte_hoog_mw vraag_laag_mw vraag_midden_mw vraag_hoog_mw
    gecontracteerd_mw net_status net_status_tennet jaar_opgelost_rnb jaar_opgelost_tennet
    wachtrij_mw beperkend_niveau beperkend_gebied eerste_jaar net_bron net_peildatum net_geschat
    gemeenten n_uitsluiting n_nee_tenzij n_aandacht n_niet_getoetst zwaarste_belemmering
    niet_getoetst doorlooptijd_min_jaren doorlooptijd_max_jaren regels_versie plugin_versie
""")
FINDINGS = _names("""
    locatie regel thema aard zwaarte systeem object_id afstand_m vereist_m marge_m
    nauwkeurigheid_m overlap_m2 overlap_aandeel oordeel bron bron_datum bron_status toelichting
""")
ACTIONS = _names("""
    locatie scenario proces partner volgorde actie trekker doorlooptijd_min_jaren
    doorlooptijd_max_jaren status notitie bron
""")
PLAN_OBJECTS = _names("""
    plan_id plan_naam plan_type plan_status plan_dossierstatus plan_deel overheid datum
    object_id object_type hoofdgroep naam artikel tekst tekst_url kwalificatie activiteit waarde
    eenheid bron
""")
AREAS = _names("""
    gebied_id naam netbeheerder niveau bovenliggend richting jaar capaciteit_mw benodigd_mw
    wachtrij_mw wachtrij_aantal belasting_lopend_jaar_mw status jaar_opgelost werken geschat
    bron peildatum
""")


def columns(made: QgsVectorLayer | str) -> list[str]:
    """The fields of an output, without the fid that a GeoPackage adds."""
    layer = made if isinstance(made, QgsVectorLayer) else QgsVectorLayer(made, "made", "ogr")
    assert layer.isValid()
    return [field.name() for field in layer.fields() if field.name() != "fid"]


def test_the_provider_has_all_algorithms(provider):
    assert {algorithm.name() for algorithm in provider.algorithms()} >= ALGORITHMS
    assert provider.id() == "rev"


def test_every_algorithm_explains_itself(provider):
    for algorithm in provider.algorithms():
        assert algorithm.shortHelpString(), algorithm.id()
        assert algorithm.group(), algorithm.id()
        assert algorithm.tags(), algorithm.id()
        assert not algorithm.icon().isNull(), algorithm.id()
        for parameter in algorithm.parameterDefinitions():
            assert parameter.help(), f"{algorithm.id()} {parameter.name()}"
            assert parameter.name() == parameter.name().upper()


def test_each_theme_is_an_optional_parameter(provider):
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    for name in ("quickscan", "constraints"):
        algorithm = QgsApplication.processingRegistry().algorithmById(f"rev:{name}")
        for theme in THEMES[1:]:
            parameter = algorithm.parameterDefinition(theme.upper())
            assert parameter is not None, theme
            assert parameter.flags() & optional


def test_quickscan_columns(provider, tmp_path):
    data = study_file(tmp_path)
    made = run(
        "quickscan",
        {
            "SITES": f"{data}|layername=locaties",
            "DATA": str(data),
            "OUTPUT": str(tmp_path / "uit.gpkg"),
            "FINDINGS": "memory:",
            "ACTIONS": "memory:",
        },
    )
    assert columns(made["OUTPUT"]) == QUICKSCAN
    assert columns(made["FINDINGS"]) == FINDINGS
    assert columns(made["ACTIONS"]) == ACTIONS


def test_optional_outputs_are_left_out(provider, tmp_path):
    data = study_file(tmp_path)
    made = run(
        "quickscan",
        {"SITES": f"{data}|layername=locaties", "DATA": str(data), "OUTPUT": "memory:"},
    )
    assert set(made) == {"OUTPUT"}


def test_constraints_columns(provider, tmp_path):
    data = study_file(tmp_path)
    made = run(
        "constraints",
        {
            "SITES": f"{data}|layername=locaties",
            "DATA": str(data),
            "OUTPUT": "memory:",
            "FINDINGS": "memory:",
        },
    )
    assert columns(made["FINDINGS"]) == FINDINGS
    assert columns(made["OUTPUT"])[:4] == ["locatie", "activiteit", "jaar", "uitvoerbaarheid"]


def test_planfit_columns(provider, tmp_path):
    data = study_file(tmp_path)
    made = run(
        "planfit",
        {
            "SITES": f"{data}|layername=locaties",
            "PLAN": f"{data}|layername=planobjecten",
            "OUTPUT": "memory:",
            "FINDINGS": "memory:",
        },
    )
    first = QUICKSCAN.index("plan_oordeel")
    assert columns(made["OUTPUT"])[3:15] == QUICKSCAN[first : first + 12]
    verdicts = {f["locatie"]: f["plan_oordeel"] for f in made["OUTPUT"].getFeatures()}
    assert verdicts["Buiten het plan"] == "onbekend"


def test_headroom_gives_every_area_direction_and_year(provider, tmp_path):
    data = study_file(tmp_path)
    made = run("headroom", {"DATA": str(data), "YEARS": "2026-2027,2030", "OUTPUT": "memory:"})
    rows = list(made["OUTPUT"].getFeatures())
    assert sorted((f["gebied_id"], f["richting"], f["jaar"]) for f in rows) == [
        (area, direction, year)
        for area in ("G1", "T1")
        for direction in ("afname", "invoeding")
        for year in (2026, 2027, 2030)
    ]
    assert all(f.geometry().area() > 0 for f in rows)


@pytest.mark.parametrize("years", ["", "twintig", "2050-2025", "99999"])
def test_headroom_refuses_years(provider, tmp_path, years):
    with pytest.raises(Exception, match="Jaren"):
        run(
            "headroom",
            {"DATA": str(study_file(tmp_path)), "YEARS": years, "OUTPUT": "memory:"},
        )


def test_zones(provider, tmp_path):
    data = study_file(tmp_path)
    made = run(
        "constraintbuffers",
        {"DATA": str(data), "ACTIVITY": "station_hs_ms", "OUTPUT": "memory:"},
    )
    zones = {f["thema"]: f.geometry().area() for f in made["OUTPUT"].getFeatures()}
    assert zones["bebouwing"] > 100


def test_reservations_say_who_is_bound(provider, tmp_path):
    data = study_file(tmp_path)
    claims = layer(
        [
            {"naam": "Nieuw station", "activiteit": "station_hs_ms", "instrument": "omgevingsvisie",
             "wkt": "Polygon((100310 450010, 100390 450010, 100390 450090, 100310 450010))"},
            {"naam": "Elders", "activiteit": "batterij", "instrument": None,
             "wkt": "Polygon((100810 450010, 100890 450010, 100890 450090, 100810 450010))"},
        ]
    )  # fmt: skip
    made = run(
        "reservations",
        {
            "CLAIMS": claims,
            "PLAN": f"{data}|layername=planobjecten",
            "SITES": f"{data}|layername=locaties",
            "OUTPUT": "memory:",
        },
    )["OUTPUT"]
    assert columns(made) == [column.name for column in RESERVATION]
    assert [f["ruimte_gereserveerd"] for f in made.getFeatures()][1] in ("nee", "onbekend")
    assert all(f.geometry().area() > 0 for f in made.getFeatures())


def test_supply_areas_share_out_the_boundary(provider):
    stations = layer(
        [
            {"naam": "West", "mva": 40.0, "wkt": "Point(100100 450100)"},
            {"naam": "Oost", "mva": 80.0, "wkt": "Point(100900 450100)"},
        ],
        kind="Point",
    )
    boundary = layer([{"naam": "grens", "wkt": box(100000, 450000, 1000, 200)}])
    houses = layer(
        [{"woningen": 10.0, "wkt": box(100000 + 100 * n, 450050, 10)} for n in range(10)]
    )
    made = run(
        "supplyareas",
        {"STATIONS": stations, "BOUNDARY": boundary, "WEIGHTS": houses, "OUTPUT": "memory:"},
    )["OUTPUT"]
    assert columns(made) == AREAS
    offtake = [f for f in made.getFeatures() if f["richting"] == "afname"]
    areas = {f["naam"]: f.geometry().area() for f in offtake}
    assert sum(areas.values()) == pytest.approx(200_000)
    assert areas["Oost"] > areas["West"]
    assert all(f["geschat"] for f in offtake)


def test_importplan_on_the_real_plans(provider, real_data, tmp_path):
    plan = real_data / "katwijk" / "plans" / "NL.IMRO.0537.bpVLKplv-VA01.gml"
    data = tmp_path / "data.gpkg"
    made = run("importplan", {"INPUT": str(plan), "DATA": str(data), "OUTPUT": "memory:"})
    assert columns(made["OUTPUT"]) == PLAN_OBJECTS
    kinds = [f["object_type"] for f in made["OUTPUT"].getFeatures()]
    assert kinds.count("Enkelbestemming") == 45
    first = QgsVectorLayer(f"{data}|layername=planobjecten", "p", "ogr").featureCount()
    run("importplan", {"INPUT": str(plan), "DATA": str(data), "OUTPUT": "memory:"})
    again = QgsVectorLayer(f"{data}|layername=planobjecten", "p", "ogr").featureCount()
    assert first == again == made["OUTPUT"].featureCount()
    (source,) = QgsVectorLayer(f"{data}|layername=bronnen", "b", "ogr").getFeatures()
    assert (source["laag"], source["titel"]) == ("planobjecten", "Woongebied Valkenhorst")


def test_importplan_reads_a_folder(provider, real_data):
    folder = real_data / "katwijk" / "plans"
    made = run("importplan", {"INPUT": str(folder), "OUTPUT": "memory:"})
    plans = {f["plan_id"] for f in made["OUTPUT"].getFeatures()}
    assert len(plans) == 2


def test_importcapacity_on_the_real_figures(provider, real_data):
    grid = real_data / "katwijk" / "grid"
    made = run(
        "importcapacity",
        {
            "INPUT": str(grid / "netgebieden_liander.json"),
            "AREAS": f"{grid / 'netgebieden.gpkg'}|layername=voedingsgebied_afgeleid",
            "AREA_FIELD": "voedingsgebied_id",
            "OUTPUT": "memory:",
        },
    )
    assert columns(made["OUTPUT"]) == AREAS
    katwijk = [
        f
        for f in made["OUTPUT"].getFeatures()
        if "KATWIJK" in f["gebied_id"] and (f["richting"], f["niveau"]) == ("afname", "rnb")
    ]
    assert [(f["capaciteit_mw"], f["benodigd_mw"], f["wachtrij_mw"]) for f in katwijk] == [
        (44.0, 22.0, 2.4)
    ]


def test_postcodes_form_the_areas_and_keep_their_colour(provider, tmp_path):
    colours = tmp_path / "postcodes.csv"
    colours.write_text(
        "postcode;gebied_id;afname\n2231 AB;G1;rood\n2231 AC;G1;transparant\n",
        encoding="utf-8",
    )
    shapes = layer(
        [
            {"pc": "2231AB", "wkt": box(100000, 450000, 100)},
            {"pc": "2231 ac", "wkt": box(100100, 450000, 100)},
        ]
    )
    made = run(
        "importcapacity",
        {
            "INPUT": str(colours),
            "POSTCODES": shapes,
            "POSTCODE_FIELD": "pc",
            "OUTPUT": "memory:",
            "COLOURS": "memory:",
        },
    )
    rows = {f["postcode"]: f for f in made["COLOURS"].getFeatures()}
    assert columns(made["COLOURS"]) == [
        "postcode", "gebied_id", "tennet_station", "status_afname", "status_invoeding",
    ]  # fmt: skip
    assert {code: row["status_afname"] for code, row in rows.items()} == {
        "2231AB": "rood",
        "2231AC": "transparant",
    }
    assert all(row.geometry().area() == pytest.approx(10_000) for row in rows.values())


def test_the_plugin_loads_without_heavy_packages():
    import subprocess
    import sys

    code = (
        "import sys; from qgis.core import QgsApplication as A;"
        "a = A([], False); a.initQgis(); before = set(sys.modules);"
        "from rev_plugin.plugin import RevPlugin; p = RevPlugin(None); p.initGui();"
        "print(sorted({'pandas', 'scipy', 'matplotlib', 'pyproj', 'shapely', 'jinja2', 'lxml'}"
        " & (set(sys.modules) - before))); p.unload()"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(  # noqa: S603  this Python, fixed code
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
