"""Every algorithm once through qgis_process, as a script in a shell uses it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from qgis.core import QgsVectorLayer
from qgis_helpers import study_file

SCRIPT = Path(__file__).parents[2] / "scripts" / "qgis"
PLAN = """<?xml version="1.0" encoding="UTF-8"?>
<FeatureCollectionIMRO xmlns="http://www.geonovum.nl/imro/2012/1.1"
    xmlns:gml="http://www.opengis.net/gml/3.2" gml:id="c">
  <featureMember><Enkelbestemming gml:id="e1">
    <identificatie><NEN3610ID><namespace>NL.IMRO</namespace><lokaalID>NL.IMRO.E1</lokaalID>
      </NEN3610ID></identificatie>
    <naam>Wonen</naam><bestemmingshoofdgroep>wonen</bestemmingshoofdgroep>
    <geometrie><gml:Polygon gml:id="g1" srsName="urn:ogc:def:crs:EPSG::28992"><gml:exterior>
      <gml:LinearRing><gml:posList>100000 450000 100300 450000 100300 450300 100000 450000
      </gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></geometrie>
  </Enkelbestemming></featureMember>
</FeatureCollectionIMRO>
"""


def process(name: str, **parameters: object) -> dict:
    """What qgis_process says it made."""
    given = [f"--{key}={value}" for key, value in parameters.items()]
    done = subprocess.run(  # noqa: S603  our own script
        [str(SCRIPT), "qgis_process", "--json", "run", f"rev:{name}", *given],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)["results"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    made = tmp_path_factory.mktemp("studie")
    study_file(made)
    (made / "plan.gml").write_text(PLAN, encoding="utf-8")
    (made / "cijfers.csv").write_text(CAPACITY, encoding="utf-8")
    return made


CAPACITY = """gebied_id;naam;niveau;richting;jaar;capaciteit_mw;benodigd_mw;status
G1;G1;rnb;afname;2026;"40,5";20;transparant
"""
DATA = "data.gpkg"
SITES = f"{DATA}|layername=locaties"
RUNS = {
    "importplan": ({"INPUT": "plan.gml"}, 1),
    "importcapacity": (
        {
            "INPUT": "cijfers.csv",
            "AREAS": f"{DATA}|layername=voedingsgebieden",
            "AREA_FIELD": "gebied_id",
        },
        None,
    ),
    "constraintbuffers": ({"DATA": DATA, "ACTIVITY": "station_hs_ms"}, None),
    "constraints": ({"SITES": SITES, "DATA": DATA}, 3),
    "planfit": ({"SITES": SITES, "PLAN": f"{DATA}|layername=planobjecten"}, 3),
    "demand": ({"SITES": SITES}, 3),
    "headroom": ({"DATA": DATA, "YEARS": "2030"}, 4),
    "reservations": (
        {"CLAIMS": f"{DATA}|layername=locaties", "PLAN": f"{DATA}|layername=planobjecten"},
        3,
    ),
    "supplyareas": ({"STATIONS": SITES, "BOUNDARY": f"{DATA}|layername=gemeenten"}, 6),
    "quickscan": ({"SITES": SITES, "DATA": DATA, "REPORT": "rapport.html"}, 3),
}
FILES = {
    "INPUT", "DATA", "SITES", "AREAS", "PLAN", "REPORT", "CLAIMS", "STATIONS", "BOUNDARY",
}  # fmt: skip


@pytest.mark.parametrize("name", RUNS)
def test_algorithm_in_qgis_process(folder, name):
    parameters, count = RUNS[name]
    placed = {k: folder / v if k in FILES else v for k, v in parameters.items()}
    made = process(name, **placed, OUTPUT=folder / f"{name}.gpkg")
    layer = QgsVectorLayer(made["OUTPUT"], name, "ogr")
    assert layer.isValid()
    assert layer.featureCount() > 0
    assert count is None or layer.featureCount() == count
    if "REPORT" in parameters:
        assert "data:image/png" in (folder / "rapport.html").read_text(encoding="utf-8")


def test_report_in_qgis_process(folder):
    result = folder / "kept.gpkg"
    destination = f"ogr:dbname='{result}' table=\"quickscan\" (geom)"
    process("quickscan", SITES=folder / SITES, DATA=folder / DATA, OUTPUT=destination)
    made = process(
        "report", DATA=folder / DATA, RESULT=result, FORMAT="html", REPORT=folder / "kept.html"
    )
    assert "Buiten het plan" in Path(made["REPORT"]).read_text(encoding="utf-8")


def test_atlas_in_qgis_process(folder):
    made = process(
        "report", DATA=folder / DATA, RESULT=folder / "kept.gpkg", FORMAT="pdf",
        REPORT=folder / "kept.pdf",
    )  # fmt: skip
    assert Path(made["REPORT"]).read_bytes().startswith(b"%PDF")
