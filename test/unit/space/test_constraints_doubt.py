"""What is missing, or may be something else, is never "geen belemmering"."""

from __future__ import annotations

from typing import Callable, Optional

import numpy as np
import pytest
import shapely
import shapely.affinity
from space_themes import DWELLING, HECTARE, NATURE, PIPELINE, SHED, buildings, theme

from rev_plugin.core.model import (
    FindingVerdict,
    Theme,
)


def test_formula_without_its_value_is_not_tested(measure: Callable) -> None:
    row = measure(buildings(), mva=np.nan).loc["geluid_station_woning"]
    assert row.oordeel == FindingVerdict.NOT_TESTED
    assert row.afstand_m == 42
    assert np.isnan(row.vereist_m)
    assert "mva niet ingevuld" in row.toelichting


def test_missing_filter_column_fills_the_distance_and_no_verdict(measure: Callable) -> None:
    plain = theme("bebouwing", [SHED, DWELLING])
    row = measure(plain).loc["geluid_station_woning"]
    assert row.oordeel == FindingVerdict.NOT_TESTED
    assert (row.object_id, row.afstand_m) == ("0", 30)  # the shed counts too
    assert "geen kolom gebruiksdoel" in row.toelichting


def test_object_with_unknown_use_leaves_room_for_doubt(measure: Callable) -> None:
    far = shapely.box(300, 0, 310, 10)
    unsure = theme("bebouwing", [SHED, far], gebruiksdoel=[None, "woonfunctie"])
    row = measure(unsure).loc["geluid_station_woning"]
    assert row.oordeel == FindingVerdict.NOT_TESTED
    assert row.afstand_m == 200
    assert "gebruiksdoel leeg of onbekend" in row.toelichting


@pytest.mark.parametrize(
    ("use", "verdict"),
    [
        ("Woonfunctie", FindingVerdict.CONSTRAINT),
        ('["winkelfunctie", "woonfunctie"]', FindingVerdict.CONSTRAINT),  # a list as JSON
        ("{winkelfunctie,woonfunctie}", FindingVerdict.CONSTRAINT),  # and as PostgreSQL has it
        ("winkelfunctie + woonfunctie", FindingVerdict.CONSTRAINT),
        ("winkelfunctie", FindingVerdict.FREE),
        ("Overige gebruiksfunctie,winkelfunctie", FindingVerdict.FREE),
        ("residential", FindingVerdict.NOT_TESTED),
        ("1000", FindingVerdict.NOT_TESTED),  # a code of another code list
        ("winkelfunctie,residential", FindingVerdict.NOT_TESTED),
    ],
)
def test_a_use_that_the_rule_does_not_know_is_no_proof(
    measure: Callable, use: str, verdict: FindingVerdict
) -> None:
    near = shapely.box(120, 0, 130, 10)
    found = measure(theme("bebouwing", [SHED, near], gebruiksdoel=["winkelfunctie", use]))
    assert found.loc["geluid_station_woning", "oordeel"] == verdict


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [
        ("PR 10-6", FindingVerdict.CONSTRAINT),
        ("pr10_6", FindingVerdict.CONSTRAINT),
        ("Plaatsgebonden risico 10-6", FindingVerdict.CONSTRAINT),
        ("Brandaandachtsgebied", FindingVerdict.FREE),
        ("Propaantank", FindingVerdict.NOT_TESTED),  # `type` of the plant, not of the contour
    ],
)
def test_a_risk_contour_in_other_words(
    measure: Callable, kind: str, verdict: FindingVerdict
) -> None:
    around = theme("externe_veiligheid", [HECTARE.buffer(20)], TYPE=[kind])
    found = measure(around, activity="woningbouw")
    assert found.loc["ev_plaatsgebonden_risico", "oordeel"] == verdict


def test_filter_columns_match_whatever_their_capitals(measure: Callable) -> None:
    roads = theme("wegen", [PIPELINE, PIPELINE], WEGBEHSRT=["R", "G"])
    row = measure(roads, activity="kantoor").loc["rijksweg_bebouwingsvrij"]
    assert (row.oordeel, row.afstand_m) == (FindingVerdict.CONSTRAINT, 3.5)


def test_a_shapefile_keeps_ten_characters_of_the_filter_column(measure: Callable) -> None:
    homes = theme("bebouwing", [SHED, DWELLING], gebruiksdo=["industriefunctie", "woonfunctie"])
    row = measure(homes).loc["geluid_station_woning"]
    assert (row.oordeel, row.afstand_m) == (FindingVerdict.CONSTRAINT, 42)


def test_no_transformers_and_no_height_are_not_filled_in(measure: Callable) -> None:
    row = measure(buildings(), mva=0.0).loc["geluid_station_woning"]
    assert (row.oordeel, np.isnan(row.vereist_m)) == (FindingVerdict.NOT_TESTED, True)


def test_unknown_use_changes_nothing_beyond_the_required_distance(measure: Callable) -> None:
    away = theme(
        "bebouwing",
        [shapely.box(160, 0, 170, 10), shapely.box(300, 0, 310, 10)],
        gebruiksdoel=[None, "woonfunctie"],
    )
    assert measure(away).loc["geluid_station_woning", "oordeel"] == FindingVerdict.FREE


@pytest.mark.parametrize(
    ("layer", "words"),
    [
        (None, "ontbreekt"),
        (theme("bebouwing", []), "is leeg"),
        (theme("bebouwing", [None, shapely.Polygon()], gebruiksdoel=["", ""]), "is leeg"),
    ],
    ids=["absent", "empty", "shapeless"],
)
def test_absent_or_empty_layer_is_not_tested(
    measure: Callable, layer: Optional[Theme], words: str
) -> None:
    found = measure(*([layer] if layer else []))
    rows = found[found["thema"] == "bebouwing"]
    assert set(rows["oordeel"]) == {"niet_getoetst"}
    assert rows["toelichting"].str.contains(words).all()
    assert rows["afstand_m"].isna().all()


def test_aspects_that_are_never_tested_are_said(measure: Callable) -> None:
    found = measure()
    row = found.loc["kabels_leidingen"]
    assert row.oordeel == FindingVerdict.NOT_TESTED
    assert "KLIC" in row.toelichting
    assert np.isnan(row.vereist_m)


def test_dense_layer_elsewhere_is_no_proof(measure: Callable) -> None:
    layer = buildings(extent=(5000.0, 0.0, 6000.0, 1000.0))
    row = measure(layer, shape=shapely.box(2000, 0, 2100, 100)).loc["geluid_station_woning"]
    assert row.oordeel == FindingVerdict.NOT_TESTED
    assert "dekt deze plek niet" in row.toelichting


@pytest.mark.parametrize(("count", "verdict"), [(1, "geen_belemmering"), (40, "niet_getoetst")])
def test_a_few_buildings_were_drawn_and_many_were_cut_off(
    measure: Callable, count: int, verdict: str
) -> None:
    homes = [shapely.box(160 + 20 * n, 0, 170 + 20 * n, 10) for n in range(count)]
    extent = tuple(shapely.total_bounds(homes).tolist())
    layer = theme("bebouwing", homes, extent=extent, gebruiksdoel=["woonfunctie"] * count)
    row = measure(layer).loc["geluid_station_woning"]
    assert (row.afstand_m, row.marge_m, row.oordeel) == (60, 10, verdict)
    told = "heeft minder dan 25 objecten en ligt hiernaast" in row.toelichting
    assert told == (count == 1)


@pytest.mark.parametrize(
    ("gap", "verdict"), [(9_000, "geen_belemmering"), (11_000, "niet_getoetst")]
)
def test_sparse_layer_may_lie_some_kilometres_off(
    measure: Callable, gap: float, verdict: str
) -> None:
    west = 100 + gap
    layer = theme(
        "natura2000", [shapely.box(west, 0, west + 50, 50)], extent=(west, 0, west + 50, 50)
    )
    assert measure(layer).loc["natura2000", "oordeel"] == verdict


def test_site_without_shape_is_not_tested(measure: Callable) -> None:
    found = measure(buildings(), theme("natura2000", [NATURE]), shape=None)
    assert set(found["oordeel"]) == {"niet_getoetst"}
