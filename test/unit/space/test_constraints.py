"""Constraints on the map of space_themes, with answers worked out by hand."""

from __future__ import annotations

from itertools import islice
from typing import Callable

import numpy as np
import pandas as pd
import pytest
import shapely
import shapely.affinity
from space_themes import HECTARE, NATURE, PIPELINE, boxed, buildings, sites, theme

from rev_plugin.core.columns import FINDING
from rev_plugin.core.model import (
    Cancelled,
    FindingVerdict,
    InputError,
    Settings,
    Silent,
)
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.constraints import find_constraints


@pytest.mark.parametrize("wkb", [False, True])
def test_dwelling_within_the_guide_distance(measure: Callable, wkb: bool) -> None:
    row = measure(buildings(wkb=wkb)).loc["geluid_station_woning"]
    assert (row.object_id, row.afstand_m, row.vereist_m, row.marge_m) == ("pand-2", 42, 50, -8)
    assert row.oordeel == FindingVerdict.CONSTRAINT
    assert row.toelichting.startswith(
        "Gevoelig gebouw op 42 m; richtafstand 50 m (oud stelsel, indicatief; "
        "bron nog te verifiëren); marge −8 m."
    )


def test_columns_and_order_are_the_contract(rules: Rules) -> None:
    place = sites(
        ("B", "woningbouw", HECTARE), ("A", "batterij", HECTARE), ("C", "woningbouw", HECTARE)
    )
    found = find_constraints(place, {}, rules, Settings(), Silent())
    assert list(found.columns) == [column.name for column in FINDING]
    assert list(dict.fromkeys(found["locatie"])) == ["B", "A", "C"]
    order = {rule: number for number, rule in enumerate(rules.tables["constraints"])}
    for _, group in found.groupby("locatie"):
        assert list(group["regel"].map(order)) == sorted(group["regel"].map(order))


def test_no_sites_give_an_empty_table(rules: Rules) -> None:
    found = find_constraints(sites(), {}, rules, Settings(), Silent())
    assert list(found.columns) == [column.name for column in FINDING]
    assert found.empty


def test_margin_within_the_accuracy_of_the_layer(measure: Callable) -> None:
    row = measure(buildings(accuracy=10.0)).loc["geluid_station_woning"]
    assert row.oordeel == FindingVerdict.WITHIN_ERROR
    assert row.nauwkeurigheid_m == 10
    assert "meet het na" in row.toelichting


def test_accuracy_of_the_theme_counts_when_the_layer_has_none(measure: Callable) -> None:
    row = measure(buildings(accuracy=None)).loc["geluid_station_woning"]
    assert row.nauwkeurigheid_m == 0.3


@pytest.mark.parametrize(
    ("mva", "required"),
    [(9.9, 30), (10, 50), (99.9, 50), (100, 100), (200, 300), (999, 300), (1000, 500)],
)
def test_distance_follows_the_transformers(measure: Callable, mva: float, required: int) -> None:
    assert measure(buildings(), mva=mva).loc["geluid_station_woning", "vereist_m"] == required


def test_nothing_within_reach_says_how_far_was_looked(measure: Callable) -> None:
    row = measure(theme("spoor", [shapely.Point(5000, 0)])).loc["spoor_beperkingengebied"]
    assert row.oordeel == FindingVerdict.FREE
    assert np.isnan(row.afstand_m)
    assert row.object_id is None
    assert row.toelichting == "Geen spoor binnen 1.000 m."


def test_distance_reaches_to_twice_the_required_distance(measure: Callable) -> None:
    place = theme("bebouwing", [shapely.box(1500, 0, 1510, 10)], gebruiksdoel=["woonfunctie"])
    found = measure(place, activity="windturbine", tiphoogte_m=400.0)
    assert found.loc["windturbine_gevoelig_gebouw", "vereist_m"] == 800
    assert found.loc["windturbine_gevoelig_gebouw", "afstand_m"] == 1400


def test_a_required_distance_keeps_its_tenths_in_words(measure: Callable) -> None:
    place = theme("bebouwing", [shapely.box(500, 0, 510, 10)], gebruiksdoel=["woonfunctie"])
    found = measure(place, activity="windturbine", tiphoogte_m=150.25)
    assert found.loc["windturbine_gevoelig_gebouw", "vereist_m"] == 300.5
    assert " 300,5 m" in found.loc["windturbine_gevoelig_gebouw", "toelichting"]


def test_pipeline_just_inside_its_zone(measure: Callable) -> None:
    row = measure(theme("buisleidingen", [PIPELINE])).loc["buisleiding_belemmeringengebied"]
    assert (row.afstand_m, row.marge_m) == (3.5, -1.5)
    assert row.oordeel == FindingVerdict.CONSTRAINT
    assert row.zwaarte == "nee_tenzij"
    assert row.overlap_m2 == 0


def test_pipeline_across_the_site_beats_the_accuracy(measure: Callable) -> None:
    crossing = shapely.LineString([(50, -500), (50, 500)])
    row = measure(theme("buisleidingen", [crossing], accuracy=20.0)).loc[
        "buisleiding_belemmeringengebied"
    ]
    assert (row.afstand_m, row.marge_m) == (0, -5)
    assert row.oordeel == FindingVerdict.CONSTRAINT
    assert "raakt of kruist" in row.toelichting


def test_overlap_with_its_share(measure: Callable) -> None:
    row = measure(theme("natura2000", [NATURE])).loc["natura2000"]
    assert row.overlap_m2 == pytest.approx(4000)
    assert row.overlap_aandeel == pytest.approx(0.4)
    assert row.oordeel == FindingVerdict.CONSTRAINT
    assert "overlapt de locatie over 0,4 ha (40 %)" in row.toelichting


def test_overlapping_objects_count_each_spot_once(measure: Callable) -> None:
    row = measure(theme("natura2000", [NATURE, NATURE, shapely.box(50, 0, 70, 100)])).loc[
        "natura2000"
    ]
    assert row.overlap_m2 == pytest.approx(5000)


@pytest.mark.parametrize(
    ("nature", "verdict"),
    [
        (shapely.box(97, 0, 200, 100), FindingVerdict.WITHIN_ERROR),  # 3 m wide sliver
        (shapely.box(94, 0, 200, 100), FindingVerdict.CONSTRAINT),  # 6 m wide
        (shapely.box(-500, -500, 500, 500), FindingVerdict.CONSTRAINT),  # all around
        (shapely.box(-1, -1, 500, 500), FindingVerdict.CONSTRAINT),  # all, edge at 1 m
        (shapely.box(40, 40, 41, 41), FindingVerdict.CONSTRAINT),  # small, in the middle
        (shapely.box(-10, 94.9, 110, 200), FindingVerdict.CONSTRAINT),  # 5.1 m along an edge
        (shapely.box(-10, 95.1, 110, 200), FindingVerdict.WITHIN_ERROR),  # 4.9 m along an edge
        (shapely.box(94.9, 94.9, 200, 200), FindingVerdict.CONSTRAINT),  # 5.1 m into a corner
        (shapely.box(95.1, 95.1, 200, 200), FindingVerdict.WITHIN_ERROR),
        (shapely.LineString([(50, 94.9), (50, 200)]), FindingVerdict.CONSTRAINT),
        (shapely.box(103, 0, 200, 100), FindingVerdict.WITHIN_ERROR),  # 3 m away
        (shapely.box(106, 0, 200, 100), FindingVerdict.FREE),
        (shapely.box(100, 0, 200, 100), FindingVerdict.WITHIN_ERROR),  # shares an edge
    ],
)
def test_overlap_deeper_than_the_accuracy_counts(
    measure: Callable, nature: shapely.Geometry, verdict: FindingVerdict
) -> None:
    row = measure(theme("natura2000", [nature], accuracy=5.0)).loc["natura2000"]
    assert row.oordeel == verdict


def test_small_site_deep_inside_is_not_a_sliver(measure: Callable) -> None:
    hut = shapely.box(0, 0, 3, 3)
    around = theme("natura2000", [shapely.box(-400, -400, 400, 400)], accuracy=5.0)
    row = measure(around, shape=hut, activity="msr").loc["natura2000"]
    assert row.oordeel == FindingVerdict.CONSTRAINT


def test_object_that_touches_by_rounding_only(measure: Callable) -> None:
    beside = shapely.box(100.0000003, 0, 110, 10)  # less than a micrometre from the site
    found = measure(theme("natura2000", [beside], accuracy=5.0)).loc["natura2000"]
    assert found["afstand_m"] == 0
    assert found["overlap_m2"] == 0
    assert found["oordeel"] == "binnen_foutmarge"


def test_ties_go_to_the_lowest_id(measure: Callable) -> None:
    twins = [shapely.box(110, 0, 120, 10), shapely.box(110, 50, 120, 60)]
    for chunk in (1, 10):
        place = theme("spoor", twins, ids=["b", "a"], chunk=chunk)
        assert measure(place).loc["spoor_beperkingengebied", "object_id"] == "a"


def test_holes_parts_and_repairs(measure: Callable) -> None:
    ring = shapely.Polygon(
        shapely.box(-50, -50, 150, 150).exterior, [shapely.box(-20, -20, 120, 120).exterior]
    )
    parts = shapely.MultiPolygon([shapely.box(900, 0, 910, 10), shapely.box(107, 0, 110, 10)])
    bow = shapely.Polygon([(130, 0), (140, 20), (140, 0), (130, 20)])
    for shapes, distance in (([ring], 20), ([parts], 7), ([bow], 30), ([None, parts], 7)):
        assert measure(theme("natura2000", shapes)).loc["natura2000", "afstand_m"] == distance


@pytest.mark.parametrize("choose", [False, True])
def test_progress_cancel_and_messages(rules: Rules, choose: bool) -> None:
    class Impatient(Silent):
        steps: list[float] = []

        def progress(self, fraction: float) -> None:
            self.steps.append(fraction)

        def check(self) -> None:
            if len(self.steps) >= 1:
                raise Cancelled

    place = sites(("H", "woningbouw", HECTARE))
    layers = {"spoor": theme("spoor", [PIPELINE]), "water": theme("water", [NATURE])}
    if choose:
        layers = {name: boxed(layer)[0] for name, layer in layers.items()}
    with pytest.raises(Cancelled):
        find_constraints(place, layers, rules, Settings(), Impatient())
    silent = Silent()
    bow = shapely.Polygon([(50, 0), (60, 20), (60, 0), (50, 20)])
    away = shapely.box(900_000, 0, 900_010, 10)
    nature = theme("natura2000", [bow, away, None])
    layers = {"natura2000": boxed(nature)[0] if choose else nature}
    find_constraints(place, layers, rules, Settings(), silent)
    told = " ".join(silent.messages)
    assert "1 ongeldige vlakken hersteld" in told
    assert "2 objecten liggen buiten Nederland" in told  # the drawing's origin is in France
    assert "1 objecten zonder geometrie" in told


def test_only_what_can_matter_is_read(rules: Rules) -> None:
    uses = [
        None if x % 9 == 0 else ("woonfunctie" if x % 2 else "winkelfunctie") for x in range(99)
    ]
    shapes = [shapely.box(x, 0, x + 5, 5) for x in range(-1000, 980, 20)]
    layer, overview = boxed(theme("bebouwing", shapes, gebruiksdoel=uses))
    place = sites(("H", "station_hs_ms", HECTARE), mva=[80.0])
    found = find_constraints(place, {"bebouwing": layer}, rules, Settings(), Silent())
    whole = theme("bebouwing", shapes, gebruiksdoel=uses)
    again = find_constraints(place, {"bebouwing": whole}, rules, Settings(), Silent())
    pd.testing.assert_frame_equal(found, again, check_exact=True)
    assert len(overview.told) == len(set(overview.told))
    assert 2 <= len(overview.told) < 20


def test_an_object_whose_value_does_not_come_along_is_read(rules: Rules) -> None:
    uses = ["woonfunctie" if x % 2 else "winkelfunctie" for x in range(49)]
    shapes = [shapely.box(x, 0, x + 5, 5) for x in range(110, 1090, 20)]
    layer, overview = boxed(theme("bebouwing", shapes, gebruiksdoel=uses))
    tell = overview.values
    overview.values = lambda columns: islice(tell(columns), 1, None)  # not of the nearest half
    place = sites(("H", "station_hs_ms", HECTARE), mva=[80.0])
    found = find_constraints(place, {"bebouwing": layer}, rules, Settings(), Silent())
    whole = theme("bebouwing", shapes, gebruiksdoel=uses)
    again = find_constraints(place, {"bebouwing": whole}, rules, Settings(), Silent())
    pd.testing.assert_frame_equal(found, again, check_exact=True)


@pytest.mark.parametrize("choose", [False, True])
def test_progress_follows_the_chunks_and_never_goes_back(rules: Rules, choose: bool) -> None:
    class Counting(Silent):
        def __init__(self) -> None:
            super().__init__()
            self.steps: list[float] = []

        def progress(self, fraction: float) -> None:
            self.steps.append(fraction)

    lines = [shapely.LineString([(x, 0), (x, 9)]) for x in range(20)]
    counting = Counting()
    layer = theme("spoor", lines, chunk=2)
    layers = {"spoor": boxed(layer)[0] if choose else layer}
    find_constraints(sites(("H", "woningbouw", HECTARE)), layers, rules, Settings(), counting)
    assert counting.steps == sorted(counting.steps)
    assert counting.steps[-1] == 1
    assert len(counting.steps) > (3 if choose else len(lines) / 2)


def test_unknown_activity_is_an_error(rules: Rules) -> None:
    with pytest.raises(InputError, match="kerncentrale"):
        find_constraints(sites(("H", "kerncentrale", HECTARE)), {}, rules, Settings(), Silent())


@pytest.mark.parametrize("angle", range(0, 90, 15))
def test_a_site_is_never_covered_for_more_than_itself(measure: Callable, angle: int) -> None:
    corners = [(90_000, 390_000), (111_000.3, 391_000.7), (100_500.9, 412_000.1)]
    box = shapely.affinity.rotate(shapely.box(100_000, 400_000, 100_150.3, 400_120.7), angle)
    row = measure(theme("natura2000", [shapely.Polygon(corners)]), shape=box).loc["natura2000"]
    assert row.overlap_aandeel == pytest.approx(1)
    assert row.overlap_aandeel <= 1
