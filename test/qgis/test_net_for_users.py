"""What the net code works out reaches the user: options, sharing, and a map per year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from qgis.core import (
    Qgis,
    QgsCoordinateTransformContext,
    QgsDateTimeRange,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime
from qgis_helpers import run

from rev_plugin.core.columns import OPTION
from rev_plugin.core.model import Cancelled, Chunk, Settings, Silent, SourceInfo, Theme
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.presence import with_status
from rev_plugin.report.study_layers import dress
from rev_plugin.study import options
from rev_plugin.study.dwellings import count_dwellings, with_dwellings
from rev_plugin.study.geopackage import Study
from rev_plugin.study.inputs import gather
from rev_plugin.study.quickscan import Result, quickscan

SETTINGS = Settings(reference_date=date(2026, 11, 1))


class Listener(Silent):
    """Keeps warnings and progress; cancels at once when asked to."""

    def __init__(self, cancel: bool = False) -> None:
        self.warnings: list[str] = []
        self.reached: list[float] = []
        self._cancel = cancel

    def progress(self, fraction: float) -> None:
        self.reached.append(fraction)

    def warn(self, text: str) -> None:
        self.warnings.append(text)

    def check(self) -> None:
        if self._cancel:
            raise Cancelled


@pytest.fixture(scope="module")
def data(demo_folder: Path) -> Path:
    return demo_folder / "data.gpkg"


@pytest.fixture(scope="module")
def result(data: Path, rules: Rules) -> Result:
    study, context = Study.open(data), QgsCoordinateTransformContext()
    inputs = gather(study.raw_sites(), study, {}, rules, SETTINGS, context, Silent())
    return quickscan(inputs, SETTINGS, rules, Silent())


@pytest.fixture(scope="module")
def found(result: Result, rules: Rules) -> pd.DataFrame:
    return options.with_options(result, rules, Silent()).options


def test_only_sites_without_room_get_options(result: Result, found: pd.DataFrame) -> None:
    assert result.options is None  # a quickscan does not wait for them
    assert list(found.columns) == [column.name for column in OPTION]
    output = result.output.set_index("locatie").loc[found["locatie"].unique()]
    assert (output["scenario"].isin([2, 4]) | (output["net_oordeel"] == "krap")).all()
    assert "De Nieuwe Akkers, tweede fase" not in set(found["locatie"])  # scenario 1


def test_the_first_option_is_the_verdict_of_the_quickscan(
    result: Result, found: pd.DataFrame
) -> None:
    planned = found[found["optie"] == "als gepland"].set_index("locatie")["net_oordeel"]
    judged = result.output.set_index("locatie")["net_oordeel"]
    assert planned.to_dict() == judged[planned.index].to_dict()


def test_feeding_in_is_measured_by_what_it_feeds_in(found: pd.DataFrame) -> None:
    solar = found[found["locatie"] == "Zonnepark Lange Weide"].set_index("optie")
    assert solar.loc["als gepland", "vraag_midden_mw"] > 1
    assert "minder bestaande vraag" not in solar.index


def test_too_many_sites_are_left_with_a_message(
    result: Result, rules: Rules, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(options, "MOST", 3)
    listener = Listener()
    assert options.with_options(result, rules, listener).options is None
    assert "hoogstens 3 locaties" in listener.warnings[0]


def test_sites_without_their_programme_are_not_guessed(result: Result, rules: Rules) -> None:
    bare = result.sites.table[["naam", "activiteit", "jaar"]]
    listener = Listener()
    stored = replace(result, sites=replace(result.sites, table=bare))
    assert options.with_options(stored, rules, listener).options is None
    assert "programma" in listener.warnings[0]


def test_options_stop_when_asked(result: Result, rules: Rules) -> None:
    with pytest.raises(Cancelled):
        options.with_options(result, rules, Listener(cancel=True))


def test_sharing_goes_up_to_the_congestion_area(result: Result) -> None:
    shares = result.sharing
    assert {"OS WISELBURG ZUID 10-2i", "WSN150", "Wisellanden"} <= set(shares["gebied_id"])
    assert shares.groupby("gebied_id")["aandeel_oppervlak"].sum().round(6).eq(1).all()
    assert shares["woningen"].isna().all()  # not counted is not zero


def test_dwellings_are_counted_for_a_report(result: Result, data: Path, rules: Rules) -> None:
    study = Study.open(data)
    towns, buildings = study.municipalities(Silent()), study.themes["bebouwing"]
    shares = with_dwellings(result, towns, buildings, rules, Silent()).sharing
    own = shares[shares["gebied_id"] == "OS WISELBURG ZUID 10-2i"]
    assert own["woningen"].sum() > 1000
    assert own["aandeel_woningen"].sum() == pytest.approx(1)
    assert (own["aandeel_woningen"] - own["aandeel_oppervlak"]).abs().max() > 0.01
    mute = replace(buildings, columns=frozenset({"bouwjaar"}))  # nobody knows which are homes
    assert with_dwellings(result, towns, mute, rules, Silent()).sharing["woningen"].isna().all()


def test_a_demolished_dwelling_is_not_counted(rules: Rules) -> None:
    shapes = np.array([shapely.box(0, 0, 8, 8), shapely.box(20, 0, 28, 8)], dtype=object)
    cells = {"gebruiksdoel": ["woonfunctie"] * 2, "status": ["Pand gesloopt", "Pand in gebruik"]}
    chunk = Chunk(np.arange(2), shapes, {k: np.array(v, object) for k, v in cells.items()})
    theme = Theme(
        "bebouwing", frozenset(cells), lambda _bounds: iter([chunk]), SourceInfo("bebouwing")
    )
    homes = count_dwellings(with_status(theme, rules), (0, 0, 50, 50), Silent())
    assert shapely.get_x(homes.geometry).tolist() == [24.0]


def test_reports_hold_the_options(provider: object, data: Path, tmp_path: Path) -> None:
    made = tmp_path / "uit.gpkg"
    inside = {name: f"ogr:dbname='{made}' table=\"{layer}\" (geom)" for name, layer in (
        ("OUTPUT", "quickscan"), ("FINDINGS", "bevindingen"), ("ACTIONS", "acties"))}  # fmt: skip
    sites = f"{data}|layername=locaties"
    first, again = tmp_path / "een.html", tmp_path / "twee.html"
    common = {"DATA": str(data)}
    run("quickscan", {**common, **inside, "SITES": sites, "REPORT": str(first)})
    run("report", {**common, "RESULT": str(made), "REPORT": str(again)})
    for path in (first, again):
        text = path.read_text(encoding="utf-8")
        assert "Geen van de doorgerekende opties volstaat" in text
        assert "Wie delen dit voedingsgebied" in text
        shared = text.split("Wie delen dit voedingsgebied", 1)[1].split("</table>")[0]
        assert "onbekend" not in shared
        assert "warmtenet" in text.split("Wat zou het passend maken?", 1)[1]


def test_load_curves_replace_the_coincident_part(
    provider: object, data: Path, tmp_path: Path
) -> None:
    path = tmp_path / "curven.csv"
    path.write_text("woning_basis\n" + "0,25\n" * 8_760, encoding="utf-8")
    sites = f"{data}|layername=locaties"
    plain = run("demand", {"SITES": sites, "OUTPUT": "memory:"})["OUTPUT"]
    curved = run("demand", {"SITES": sites, "PROFILES": str(path), "OUTPUT": "memory:"})["OUTPUT"]
    for before, after in zip(plain.getFeatures(), curved.getFeatures()):
        homes = before["activiteit"] == "woningbouw"
        assert ("A uit curven" in after["methode"]) == homes
        assert (after["vraag_midden_mw"] != before["vraag_midden_mw"]) == homes


def test_headroom_shows_one_year_at_a_time(provider: object, data: Path) -> None:
    made = run("headroom", {"DATA": str(data), "YEARS": "2026-2028", "OUTPUT": "memory:"})
    layer = made["OUTPUT"]
    assert isinstance(layer, QgsVectorLayer)
    assert dress(layer, "netruimte")
    times = layer.temporalProperties()
    assert times.isActive()
    mode = Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions
    assert times.mode() == mode
    year = range_of(2027)
    shown = times.createFilterString(context_of(layer), year)
    years = {f["jaar"] for f in layer.getFeatures(shown)}
    assert years == {2027}


def range_of(year: int) -> QgsDateTimeRange:
    first, last = QDate(year, 1, 1), QDate(year, 12, 31)
    return QgsDateTimeRange(QDateTime(first, QTime(0, 0)), QDateTime(last, QTime(23, 59)))


def context_of(layer: QgsVectorLayer) -> QgsVectorLayerTemporalContext:
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    return context
