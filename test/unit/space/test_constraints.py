"""Constraints on a hand-drawn map with answers worked out by hand.

A hectare H with a station of 80 MVA (richtafstand 50 m), seen from above, in metres:

      y
     140 ............ S .............   S: shed without use at (40, 130), 10 × 10
     100 +----------+
         |          |
         |    H     |   +--+            W: dwelling at x 142–150, 42 m to the east
         |          |   |W |            P: pipeline along x = 103.5, 3.5 m to the east
       0 +----------+ P +--+            N: nature from x = 60, over 40 % of H
         0         100 103.5 142 150
"""

from __future__ import annotations

from itertools import islice
from typing import Callable, Optional

import numpy as np
import pandas as pd
import pytest
import shapely
import shapely.affinity
from space_themes import boxed, sites, theme

from rev_plugin.core.columns import FINDING
from rev_plugin.core.model import (
    Cancelled,
    FindingVerdict,
    InputError,
    Settings,
    Silent,
    Theme,
)
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.constraints import find_constraints

HECTARE = shapely.box(0, 0, 100, 100)
DWELLING = shapely.box(142, 0, 150, 10)
SHED = shapely.box(40, 130, 50, 140)
PIPELINE = shapely.LineString([(103.5, -500), (103.5, 500)])
NATURE = shapely.box(60, -50, 400, 150)


@pytest.fixture
def measure(rules: Rules) -> Callable[..., pd.DataFrame]:
    """Findings of one station on H, by rule; the same with and without a choice from boxes."""

    def run(
        *themes: Theme,
        activity: str = "station_hs_ms",
        shape: Optional[shapely.Geometry] = HECTARE,
        settings: Optional[Settings] = None,
        **values: object,
    ) -> pd.DataFrame:
        columns = {key: [value] for key, value in {"mva": 80.0, **values}.items()}
        place = sites(("H", activity, shape), **columns)
        found, chosen = (
            find_constraints(place, layers, rules, settings or Settings(), Silent())
            for layers in ({t.name: t for t in themes}, {t.name: boxed(t)[0] for t in themes})
        )
        pd.testing.assert_frame_equal(found, chosen, check_exact=True)
        return found.set_index("regel")

    return run


def buildings(**keywords: object) -> Theme:
    return theme(
        "bebouwing",
        [SHED, DWELLING],
        ids=["pand-1", "pand-2"],
        gebruiksdoel=["", "woonfunctie,winkelfunctie"],
        **keywords,
    )


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
    overview.values = lambda column: islice(tell(column), 1, None)  # not of the nearest half
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
