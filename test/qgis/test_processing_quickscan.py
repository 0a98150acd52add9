"""rev:quickscan: missing data stays unknown, inputs stay whole, it stops when asked."""

from __future__ import annotations

import csv
import hashlib
import time
from dataclasses import fields
from pathlib import Path

import pandas as pd
import pytest
from osgeo import ogr
from qgis.core import (
    NULL,
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsVectorLayer,
)
from qgis_helpers import HOME, Feedback, box, layer, run, site, study_file

from rev_plugin.core.columns import SITE
from rev_plugin.core.rule_rows import ConstraintRule
from rev_plugin.report.study_layers import shown_layers
from rev_plugin.study.write import Layer, write_layer


@pytest.fixture
def data(tmp_path) -> Path:
    return study_file(tmp_path)


def quickscan(data: Path, feedback=None, **more: object) -> tuple[dict, list[dict]]:
    """Results per site, and all findings."""
    parameters = {
        "SITES": f"{data}|layername=locaties",
        "DATA": str(data),
        "DATE": "2026-07-01",
        "OUTPUT": "memory:",
        "FINDINGS": "memory:",
        **more,
    }
    made = run("quickscan", parameters, feedback)
    rows = {row["locatie"]: row for row in rows_of(layer_of(made["OUTPUT"]))}
    return rows, rows_of(layer_of(made["FINDINGS"]))


def layer_of(made: QgsVectorLayer | str) -> QgsVectorLayer:
    return QgsVectorLayer(made, "made", "ogr") if isinstance(made, str) else made


def inside(path: Path, table: str) -> str:
    """A destination within a GeoPackage, as QGIS writes it."""
    return f"ogr:dbname='{path}' table=\"{table}\" (geom)"


def rows_of(made: QgsVectorLayer) -> list[dict]:
    """The attributes per feature, with None for NULL."""
    return [
        {name: None if value == NULL else value for name, value in f.attributeMap().items()}
        for f in made.getFeatures()
    ]


def drop(data: Path, name: str) -> None:
    dataset = ogr.Open(str(data), 1)
    assert dataset.DeleteLayer(name) == 0


def empty(data: Path, name: str) -> None:
    dataset = ogr.Open(str(data), 1)
    source = dataset.GetLayerByName(name)
    for fid in [feature.GetFID() for feature in source]:
        source.DeleteFeature(fid)


def state(folder: Path) -> dict[str, str]:
    """Every file of the folder with its hash and time."""
    return {
        path.name: f"{hashlib.sha256(path.read_bytes()).hexdigest()} {path.stat().st_mtime_ns}"
        for path in folder.iterdir()
    }


def test_the_small_study(provider, data):
    rows, _ = quickscan(data)
    assert list(rows) == ["Wijk", "Station", "Buiten het plan"]
    assert rows["Wijk"]["plan_oordeel"] in ("past", "past_met_voorwaarden")
    assert rows["Wijk"]["net_oordeel"] == "ja"
    assert rows["Wijk"]["scenario"] == 1
    assert rows["Wijk"]["gemeenten"] == "Rivierstad"
    assert rows["Buiten het plan"]["plan_oordeel"] == "onbekend"
    assert rows["Buiten het plan"]["scenario"] == 0
    assert (rows["Wijk"]["jaar"], rows["Buiten het plan"]["jaar"]) == (2030, 2026)


def test_year_overrides_the_column(provider, data):
    rows, _ = quickscan(data, YEAR=2035)
    assert {row["jaar"] for row in rows.values()} == {2035}


def test_the_same_run_twice_gives_the_same_values(provider, data):
    assert quickscan(data) == quickscan(data)


@pytest.mark.parametrize("take_away", [drop, empty])
def test_a_theme_without_data_is_not_tested(provider, data, take_away):
    _, before = quickscan(data)
    tested = {f["regel"] for f in before if f["thema"] == "bebouwing" and f["afstand_m"]}
    assert tested
    take_away(data, "bebouwing")
    _, findings = quickscan(data)
    verdicts = {f["oordeel"] for f in findings if f["regel"] in tested}
    assert verdicts == {"niet_getoetst"}


def test_without_areas_the_net_is_unknown(provider, data):
    drop(data, "voedingsgebieden")
    rows, _ = quickscan(data)
    assert rows["Wijk"]["net_oordeel"] == "onbekend"
    assert rows["Wijk"]["kans_netruimte"] is None
    assert rows["Wijk"]["scenario"] == 0
    assert rows["Wijk"]["scenario_mogelijk"] == "1,2"


def test_without_a_plan_the_plan_is_unknown(provider, data):
    drop(data, "planobjecten")
    rows, _ = quickscan(data)
    assert rows["Wijk"]["plan_oordeel"] == "onbekend"
    assert rows["Wijk"]["scenario_mogelijk"] == "1,3"


def test_a_layer_of_its_own_goes_before_the_one_in_data(provider, data):
    house = layer([{**HOME, "identificatie": "naast", "wkt": box(100460, 450050, 10)}])
    _, findings = quickscan(data, BEBOUWING=house)
    nearest = {
        f["object_id"]: f["afstand_m"]
        for f in findings
        if f["locatie"] == "Station" and f["thema"] == "bebouwing" and f["object_id"]
    }
    assert nearest == {"naast": pytest.approx(10.0)}


def test_theme_layer_in_degrees_gives_the_same_distance(provider, data):
    import processing

    moved = processing.run(
        "native:reprojectlayer",
        {
            "INPUT": f"{data}|layername=bebouwing",
            "TARGET_CRS": "EPSG:4326",
            "OUTPUT": "memory:",
        },
    )["OUTPUT"]

    def distances(**more: object) -> list[float]:
        _, findings = quickscan(data, **more)
        return [f["afstand_m"] for f in findings if f["thema"] == "bebouwing" and f["afstand_m"]]

    assert distances(BEBOUWING=moved) == pytest.approx(distances(), abs=0.01)


def test_layers_alone_suffice(provider, data):
    made = run(
        "quickscan",
        {
            "SITES": f"{data}|layername=locaties",
            "PLANOBJECTEN": f"{data}|layername=planobjecten",
            "VOEDINGSGEBIEDEN": f"{data}|layername=voedingsgebieden",
            "DATE": "2026-07-01",
            "OUTPUT": "memory:",
        },
    )
    rows = {f["locatie"]: f["scenario"] for f in made["OUTPUT"].getFeatures()}
    assert rows["Wijk"] == 1


def test_without_any_data(provider, data):
    parameters = {"SITES": f"{data}|layername=locaties", "OUTPUT": "memory:"}
    with pytest.raises(QgsProcessingException, match="Geef gegevens"):
        run("quickscan", parameters)


def test_data_that_is_no_geopackage(provider, data, tmp_path):
    fake = tmp_path / "nep.gpkg"
    fake.write_text("geen database")
    with pytest.raises(QgsProcessingException, match="nep.gpkg"):
        quickscan(data, DATA=str(fake))


def test_data_that_is_not_there(provider, data, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"weg\.gpkg"):
        quickscan(data, DATA=str(tmp_path / "weg.gpkg"))


def test_bad_capacity_names_layer_row_and_column(provider, data):
    areas = layer([{"gebied_id": "G1", "richting": "afname", "capaciteit_mw": "veel"}])
    with pytest.raises(QgsProcessingException, match=r"rij 1, kolom capaciteit_mw.*veel"):
        quickscan(data, VOEDINGSGEBIEDEN=areas)


def test_theme_layer_without_crs(provider, data):
    with pytest.raises(QgsProcessingException, match="coördinatenstelsel"):
        quickscan(data, BEBOUWING=layer([{"identificatie": "h"}], crs=""))


def test_own_rules_folder(provider, data, tmp_path):
    own = tmp_path / "regels"
    own.mkdir()
    (own / "onzin.csv").write_text("id\n1\n")
    with pytest.raises(QgsProcessingException, match=r"onzin\.csv"):
        quickscan(data, RULES=str(own))


@pytest.fixture
def rule_of_rivierstad(tmp_path) -> Path:
    """A folder with one own rule, for the municipality Rivierstad."""
    own = tmp_path / "regels"
    own.mkdir()
    header = [field.name for field in fields(ConstraintRule)]
    rule = {
        "id": "eigen_afstand", "activiteiten": "*", "thema": "bebouwing", "relatie": "afstand",
        "afstand": "5000", "maat_nl": "eigen afstand", "maat_en": "own distance",
        "aard": "beleid", "zwaarte": "nee_tenzij", "systeem": "omgevingswet",
        "object_nl": "Gebouw", "object_en": "Building", "toelichting_nl": "Houd afstand.",
        "toelichting_en": "Keep away.", "gemeenten": "Rivierstad",
        "source": "tno_2024_r12789", "date": "2024-12-20", "bron_status": "primair",
    }  # fmt: skip
    with (own / "constraints.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, header, restval="")
        writer.writeheader()
        writer.writerow(rule)
    return own


WEST, EAST = box(99000, 449000, 1300, 3000), box(100300, 449000, 5000, 3000)


@pytest.mark.parametrize("name", ["quickscan", "constraints"])
@pytest.mark.parametrize(
    ("towns", "sites"),
    [
        ([{"naam": "Rivierstad", "wkt": WEST}, {"naam": "Elders", "wkt": EAST}], ["Wijk"]),
        ([{"naam": "R.", "code": "rivierstad", "wkt": WEST}], ["Wijk"]),
        ([{"naam": "Elders", "code": "GM0001", "wkt": WEST}], []),
    ],
)
def test_own_rule_for_one_municipality_counts_there_only(
    provider, data, rule_of_rivierstad, name, towns, sites
):
    feedback = Feedback()
    made = run(
        name,
        {
            "SITES": f"{data}|layername=locaties",
            "DATA": str(data),
            "RULES": str(rule_of_rivierstad),
            "GEMEENTEN": layer(towns),
            "OUTPUT": "memory:",
            "FINDINGS": "memory:",
        },
        feedback,
    )
    rows = rows_of(made["FINDINGS"])
    found = [(f["locatie"], f["oordeel"]) for f in rows if f["regel"] == "eigen_afstand"]
    assert found == [(site, "belemmering") for site in sites]
    assert list(dict.fromkeys(f["locatie"] for f in rows)) == ["Wijk", "Station", "Buiten het plan"]
    lost = [line for line in feedback.warnings if "Rivierstad tellen nergens" in line]
    assert len(lost) == (not sites)


def test_thresholds_that_cross(provider, data):
    with pytest.raises(QgsProcessingException, match="drempels"):
        quickscan(data, CHANCE_YES=0.2, CHANCE_NO=0.5)


def test_inputs_are_not_touched(provider, data):
    before = state(data.parent)
    quickscan(data)
    assert state(data.parent) == before


def test_progress_never_goes_back_and_ends(provider, data, feedback):
    quickscan(data, feedback)
    assert feedback.reached == sorted(feedback.reached)
    assert feedback.reached[-1] >= 90


@pytest.mark.parametrize("moment", [0, 10, 40, 70, 85])
def test_cancel_leaves_nothing_behind(provider, data, tmp_path, moment):
    out = tmp_path / "uit"
    out.mkdir()
    feedback = Feedback(cancel_at=moment)
    if moment == 0:
        feedback.cancel()
    with pytest.raises(QgsProcessingException, match="[Gg]eannuleerd"):
        quickscan(data, feedback, OUTPUT=str(out / "q.gpkg"), FINDINGS=str(out / "f.gpkg"))
    assert not list(out.iterdir())


def test_cancel_is_heard_before_another_second_of_work(provider, data):
    """Work is processor time, of all threads: a busy machine makes it no longer."""
    many = layer(
        [
            site(naam=f"L{row}", woningen=50.0, wkt=box(100000 + row % 300, 450000 + row / 300, 40))
            for row in range(3000)
        ]
    )

    class Stopwatch(Feedback):
        def _progress(self, reached: float) -> None:
            super()._progress(reached)
            if reached > 30 and not self.isCanceled():
                self.started, self.told = time.process_time(), len(self.reached)
                self.cancel()

    feedback = Stopwatch()
    with pytest.raises(QgsProcessingException):
        quickscan(data, feedback, SITES=many)
    assert time.process_time() - feedback.started < 1
    assert len(feedback.reached) == feedback.told


def test_outputs_in_one_geopackage(provider, data, tmp_path):
    path = tmp_path / "uit.gpkg"
    run(
        "quickscan",
        {
            "SITES": f"{data}|layername=locaties",
            "DATA": str(data),
            "OUTPUT": inside(path, "quickscan"),
            "FINDINGS": inside(path, "bevindingen"),
            "ACTIONS": inside(path, "acties"),
        },
    )
    dataset = ogr.Open(str(path))
    names = {dataset.GetLayer(i).GetName() for i in range(dataset.GetLayerCount())}
    assert names == {"quickscan", "bevindingen", "acties"}


def test_report(provider, data, tmp_path):
    path = tmp_path / "rapport.html"
    made = run(
        "quickscan",
        {
            "SITES": f"{data}|layername=locaties",
            "DATA": str(data),
            "OUTPUT": "memory:",
            "REPORT": str(path),
        },
    )
    assert made["REPORT"] == str(path)
    text = path.read_text(encoding="utf-8")
    assert "Buiten het plan" in text
    assert "data:image/png;base64," in text


def report_of(data, result, path) -> str:
    run("report", {"DATA": str(data), "RESULT": str(result), "REPORT": str(path)})
    return path.read_text(encoding="utf-8")


def test_report_of_a_kept_quickscan(provider, data, tmp_path):
    result, path = tmp_path / "uit.gpkg", tmp_path / "rapport.html"
    quickscan(
        data,
        OUTPUT=inside(result, "quickscan"),
        FINDINGS=inside(result, "bevindingen"),
        ACTIONS=inside(result, "acties"),
    )
    text = report_of(data, result, path)
    assert "Buiten het plan" in text
    assert "data:image/png;base64," in text
    assert text.count("1 planobject op deze plek") == 2  # Wijk and Station
    assert "staan niet in dit rapport" not in text
    source = ogr.Open(str(data), 1)
    plans = source.GetLayerByName("planobjecten")
    dwellings = next(plan for plan in plans if plan["object_id"] == "P1.3")
    dwellings["hoofdgroep"] = "natuur"
    plans.SetFeature(dwellings)
    del dwellings, plans, source
    text = report_of(data, result, path)
    assert text.count("1 planobject op deze plek") == 1
    assert "Bij Wijk geven plan en programma van nu een andere reden dan in de bewaarde" in text


def test_report_of_an_outcome_kept_in_parts(provider, data, tmp_path):
    named, alone = tmp_path / "half.gpkg", tmp_path / "uit.gpkg"
    quickscan(data, OUTPUT=inside(named, "quickscan"))
    quickscan(data, OUTPUT=str(alone))  # QGIS calls the layer after the file
    for result in (named, alone):
        text = report_of(data, result, tmp_path / "r.html")
        assert "De uitkomst heeft geen laag bevindingen en geen laag acties" in text
        assert "Buiten het plan" in text
    assert "Quickscan" in [kept.name() for kept in shown_layers(data, alone)]
    sites = tmp_path / "anders.gpkg"
    write_layer(sites, Layer("anders", pd.DataFrame({"naam": ["Wijk"]}), SITE[:1], None, "tabel"))
    with pytest.raises(QgsProcessingException, match="wel aanwezig: anders. Schrijf de quicksc"):
        report_of(data, sites, tmp_path / "r.html")


def test_report_without_a_result(provider, data, tmp_path):
    parameters = {"DATA": str(data), "RESULT": str(data), "REPORT": str(tmp_path / "r.html")}
    with pytest.raises(QgsProcessingException, match="laag quickscan"):
        run("report", parameters)
    assert not (tmp_path / "r.html").exists()


def test_batch(provider, data, tmp_path):
    """As the batch window does it: one run per row of parameters."""
    for number, year in enumerate((2030, 2040)):
        path = tmp_path / f"uit{number}.gpkg"
        run(
            "quickscan",
            {
                "SITES": f"{data}|layername=locaties",
                "DATA": str(data),
                "YEAR": year,
                "OUTPUT": str(path),
            },
        )
        made = QgsVectorLayer(str(path), "made", "ogr")
        assert {f["jaar"] for f in made.getFeatures()} == {year}


def test_in_a_model(provider, data):
    """As the model designer runs it: a child with the inputs of the model."""
    import processing

    model = QgsProcessingModelAlgorithm("verkenning", "test")
    for parameter in (
        QgsProcessingParameterFeatureSource("sites"),
        QgsProcessingParameterFile("data"),
    ):
        model.addModelParameter(parameter, QgsProcessingModelParameter(parameter.name()))
    child = QgsProcessingModelChildAlgorithm("rev:quickscan")
    child.setChildId("scan")
    given = QgsProcessingModelChildParameterSource.fromModelParameter
    child.addParameterSources("SITES", [given("sites")])
    child.addParameterSources("DATA", [given("data")])
    output = QgsProcessingModelOutput("uit")
    output.setChildId("scan")
    output.setChildOutputName("OUTPUT")
    child.setModelOutputs({"uit": output})
    model.addChildAlgorithm(child)
    model.initAlgorithm()
    parameters = {
        "sites": f"{data}|layername=locaties",
        "data": str(data),
    }
    (destination,) = model.destinationParameterDefinitions()
    made = processing.run(model, {**parameters, destination.name(): "memory:"})
    assert made[destination.name()].featureCount() == 3
