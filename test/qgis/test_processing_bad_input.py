"""Bad files: a clear message, and what was there stays whole."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from qgis.core import (
    NULL,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis_helpers import Feedback, layer, run, site, study_file

from rev_plugin import dependencies

ROOT = Path(__file__).parents[2]
BOMB = """<?xml version="1.0"?>
<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
<FeatureCollectionIMRO xmlns="http://www.geonovum.nl/imro/2012/1.1">&d;</FeatureCollectionIMRO>
"""
OUTSIDE = """<?xml version="1.0"?>
<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>
<FeatureCollectionIMRO xmlns="http://www.geonovum.nl/imro/2012/1.1">&a;</FeatureCollectionIMRO>
"""
CUT = '<?xml version="1.0"?>\n<FeatureCollectionIMRO xmlns="http://www.geonovum.nl/imro/2012/1.1">'


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def refused(name: str, parameters: dict) -> str:
    with pytest.raises(QgsProcessingException) as caught:
        run(name, parameters)
    return str(caught.value)


@pytest.mark.parametrize("text", [BOMB, OUTSIDE, CUT, "", "geen xml", "<html/>"])
def test_bad_plan_is_refused_and_the_data_stay_whole(provider, tmp_path, text):
    data = study_file(tmp_path)
    before = digest(data)
    plan = tmp_path / "plan.gml"
    plan.write_text(text, encoding="utf-8")
    out = tmp_path / "uit.gpkg"
    message = refused("importplan", {"INPUT": str(plan), "DATA": str(data), "OUTPUT": str(out)})
    assert "plan.gml" in message
    assert digest(data) == before
    assert not out.exists()


def test_zip_that_climbs_out(provider, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    archive = folder / "plan.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("../../klim.gml", CUT)
    assert "plan.zip" in refused("importplan", {"INPUT": str(archive), "OUTPUT": "memory:"})
    assert not list(tmp_path.rglob("klim.gml"))


def test_missing_plan_file(provider, tmp_path):
    assert "weg.gml" in refused(
        "importplan", {"INPUT": str(tmp_path / "weg.gml"), "OUTPUT": "memory:"}
    )


def test_reading_a_plan_writes_nothing_beside_it(provider, real_data, tmp_path):
    source = real_data / "katwijk" / "plans" / "NL.IMRO.0537.bpVLKplv-VA01.gml"
    plan = tmp_path / source.name
    plan.write_bytes(source.read_bytes())
    run("importplan", {"INPUT": str(plan), "OUTPUT": "memory:"})
    assert list(tmp_path.iterdir()) == [plan]


@pytest.mark.parametrize("text", ["", "{", "[]", "a;b\n1;2\n"])
def test_bad_capacity_file(provider, tmp_path, text):
    figures = tmp_path / "cijfers.json"
    figures.write_text(text, encoding="utf-8")
    assert "cijfers.json" in refused("importcapacity", {"INPUT": str(figures), "OUTPUT": "memory:"})


def test_area_field_is_needed_with_areas(provider, tmp_path):
    figures = tmp_path / "cijfers.csv"
    figures.write_text("gebied_id;richting;capaciteit_mw\nA;afname;1\n", encoding="utf-8")
    areas = layer([{"code": "A"}])
    message = refused(
        "importcapacity", {"INPUT": str(figures), "AREAS": areas, "OUTPUT": "memory:"}
    )
    assert "AREA_FIELD" in message


def test_all_in_different_coordinates_gives_the_same(provider, tmp_path):
    import processing

    data = study_file(tmp_path)

    def moved(name: str, crs: str) -> QgsVectorLayer:
        return processing.run(
            "native:reprojectlayer",
            {"INPUT": f"{data}|layername={name}", "TARGET_CRS": crs, "OUTPUT": "memory:"},
        )["OUTPUT"]

    def scan(**layers: object) -> list[tuple]:
        made = run("quickscan", {"DATE": "2026-07-01", "OUTPUT": "memory:", **layers})["OUTPUT"]
        columns = ("locatie", "scenario", "plan_oordeel", "net_oordeel", "voedingsgebied")
        return [tuple(f[c] for c in columns) for f in made.getFeatures()]

    mixed = scan(
        SITES=moved("locaties", "EPSG:4326"),
        PLANOBJECTEN=moved("planobjecten", "EPSG:3857"),
        VOEDINGSGEBIEDEN=moved("voedingsgebieden", "EPSG:4326"),
        BEBOUWING=moved("bebouwing", "EPSG:28992"),
        GEMEENTEN=moved("gemeenten", "EPSG:3857"),
    )
    assert mixed == scan(SITES=f"{data}|layername=locaties", DATA=str(data))


def test_selected_features_only(provider):
    sites = layer([site(naam="A"), site(naam="B")])
    QgsProject.instance().addMapLayer(sites, False)
    sites.selectByExpression("naam = 'B'")
    chosen = QgsProcessingFeatureSourceDefinition(sites.id(), selectedFeaturesOnly=True)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    made = run("demand", {"SITES": chosen, "OUTPUT": "memory:"}, context=context)["OUTPUT"]
    names = (
        [f["locatie"] for f in context.getMapLayer(made).getFeatures()]
        if isinstance(made, str)
        else [f["locatie"] for f in made.getFeatures()]
    )
    QgsProject.instance().removeMapLayer(sites.id())
    assert names == ["B"]


def test_warnings_reach_the_user(provider):
    feedback = Feedback()
    run("demand", {"SITES": layer([site(), site()]), "OUTPUT": "memory:"}, feedback)
    assert any("Haven (2)" in warning for warning in feedback.warnings)


@pytest.fixture
def versions(monkeypatch):
    """Pretends other installed versions; None is not installed."""
    from importlib import metadata, util

    def pretend(**found: str | None) -> None:
        def version(name: str) -> str:
            if found[name] is None:
                raise metadata.PackageNotFoundError(name)
            return found[name]

        monkeypatch.setattr(metadata, "version", version)
        monkeypatch.setattr(util, "find_spec", lambda _name: None)
        dependencies.problem.cache_clear()

    yield pretend
    dependencies.problem.cache_clear()


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ({"shapely": None, "pandas": "2.0"}, "shapely is niet geïnstalleerd"),
        ({"shapely": "1.8.5", "pandas": "2.0"}, "shapely 1.8.5 is te oud"),
        ({"shapely": "2.1.2", "pandas": "1.5.3"}, "pandas 1.5.3 is te oud"),
    ],
)
def test_missing_package_is_said_before_and_at_the_run(provider, versions, found, told):
    versions(**found)
    algorithm = next(a for a in provider.algorithms() if a.name() == "demand")
    can, why = algorithm.canExecute()
    assert not can
    assert told in why
    assert "pip install" in why
    assert told in refused("demand", {"SITES": layer([site()]), "OUTPUT": "memory:"})


def test_new_enough_packages(versions):
    versions(shapely="2.0.0", pandas="10.1")
    assert dependencies.problem() == ""


def test_the_plugin_loads_without_pandas():
    code = (
        "import sys; sys.modules['pandas'] = None;"
        "from qgis.core import QgsApplication as A; a = A([], False); a.initQgis();"
        "from rev_plugin.plugin import RevPlugin; p = RevPlugin(None); p.initGui();"
        "print(len(A.processingRegistry().providerById('rev').algorithms())); p.unload()"
    )
    done = subprocess.run(  # noqa: S603  this Python, fixed code
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert int(done.stdout) >= 9


def test_empty_fields_of_the_window_count_as_not_given(provider, tmp_path):
    """An empty field gives NULL in the window of QGIS."""
    data = study_file(tmp_path)
    for nothing in (NULL, None):
        optional = ("RULES", "BEBOUWING", "GEMEENTEN")
        parameters = dict.fromkeys(optional, nothing)
        made = run(
            "quickscan",
            {
                **parameters,
                "SITES": f"{data}|layername=locaties",
                "DATA": str(data),
                "OUTPUT": "memory:",
            },
        )
        assert set(made) == {"OUTPUT"}
        assert made["OUTPUT"].featureCount() == 3
