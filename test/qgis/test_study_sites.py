"""Sites: what is put right, and what is refused with the place where it stands."""

from __future__ import annotations

from datetime import date

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsGeometry,
    QgsVectorLayer,
)
from qgis_helpers import SQUARE, layer, site

from rev_plugin.core import columns
from rev_plugin.core.model import Features, InputError, Settings, Silent
from rev_plugin.study.layers import read_source
from rev_plugin.study.sites import check_sites, footprint

TODAY = Settings(reference_date=date(2026, 7, 1))


def checked(source: QgsVectorLayer, rules, feedback=None, settings: Settings = TODAY) -> Features:
    feedback = feedback or Silent()
    raw = read_source(source, QgsCoordinateTransformContext(), feedback)
    return check_sites(raw, rules, settings, feedback)


def refused(source: QgsVectorLayer, rules) -> str:
    with pytest.raises(InputError) as caught:
        checked(source, rules)
    return str(caught.value)


def test_cut_names_of_a_shapefile_are_read_and_said(rules):
    listen = Silent()
    cut = site(warmteoplo="warmtenet", oppervlak_=2.5, bestaande_=1.0, bestaand_c=3.0, notitie="x")
    table = checked(layer([cut]), rules, listen).table
    row = table.iloc[0]
    assert (row["warmteoplossing"], row["oppervlak_ha"]) == ("warmtenet", 2.5)
    assert (row["bestaande_vraag_mw"], row["bestaand_contract_mw"]) == (1, 3)
    assert list(table.columns[len(columns.SITE) :]) == ["notitie"]
    assert "afgekorte kolommen gelezen" in listen.messages[0]
    assert "warmteoplo als warmteoplossing" in listen.messages[0]


def test_a_cut_name_that_may_be_two_columns_is_refused_when_filled(rules):
    twins = {"laadpunten": 1.0, "laadpunt_1": None}
    assert "welke dit is, valt niet te zien" in refused(layer([site(**twins)]), rules)
    empty = layer([site(laadpunten=None, laadpunt_1=None)])
    assert checked(empty, rules).table["laadpunten"].isna().all()
    only = Silent()
    checked(layer([site(laadpunten=1.0, oppervlak_=1.0)]), rules, only)
    assert "telt als aantal, niet als laadpunten_per_woning" in only.messages[1]


@pytest.mark.parametrize(
    ("text", "number"),
    [("1.234,5", 1234.5), ("1 200", 1200), ("12.345.678", 12345678), ("2,5", 2.5)],
)
def test_numbers_as_people_write_them(rules, text, number):
    assert checked(layer([site(bvo_m2=text)]), rules).table["bvo_m2"].item() == number


@pytest.mark.parametrize("column", ["woningen", "laadpunten"])
@pytest.mark.parametrize(
    ("text", "number"), [("1 200", 1200), ("12.345.678", 12345678), ("7,0", 7)]
)
def test_counts_as_people_write_them(rules, column, text, number):
    assert checked(layer([site(**{column: text})]), rules).table[column].item() == number


@pytest.mark.parametrize("column", ["woningen", "laadpunten"])
@pytest.mark.parametrize("text", ["1,200", " 12,000 "])
def test_a_count_with_a_comma_between_thousands_is_no_fraction(rules, column, text):
    told = refused(layer([site(naam="Akker", **{column: text})]), rules)
    bare = text.strip()
    assert f'rij 1 ("Akker"), kolom {column}: "{bare}" kan {bare.replace(",", "")} of' in told
    assert "schrijf het zonder komma" in told


@pytest.mark.parametrize("cell", [1.2, "2,5", "1.234,5"])
def test_a_fraction_of_a_dwelling_is_refused(rules, cell):
    told = refused(layer([site(woningen=cell)]), rules)
    assert f'kolom woningen: "{cell}" is geen heel aantal' in told


def test_one_dot_that_may_mean_two_things_is_refused(rules):
    told = refused(layer([site(woningen="1.200")]), rules)
    assert 'kolom woningen: "1.200" kan 1200 of 1,200 zijn; schrijf het zonder punt' in told


def test_contract_columns_come_first_and_own_columns_stay(rules):
    sites = checked(layer([site(mijn_notitie="let op", woningen=120)]), rules)
    names = [column.name for column in columns.SITE]
    assert list(sites.table.columns) == [*names, "mijn_notitie"]
    assert sites.table["woningen"].tolist() == [120.0]
    assert sites.table["mijn_notitie"].tolist() == ["let op"]
    assert sites.geometry[0].area == pytest.approx(10_000)


def test_capitals_in_column_names_do_not_matter(rules):
    sites = checked(layer([{"NAAM": "A", "Activiteit": "Woningbouw"}]), rules)
    assert sites.table["activiteit"].tolist() == ["woningbouw"]


def test_activity_by_its_dutch_name(rules):
    name = rules.activity("station_hs_ms").naam_nl
    sites = checked(layer([site(activiteit=name)]), rules)
    assert sites.table["activiteit"].tolist() == ["station_hs_ms"]


def test_point_gets_the_footprint_of_its_activity(rules):
    sites = checked(
        layer([site(activiteit="station_hs_ms", wkt="Point(100000 450000)")], kind="Point"), rules
    )
    footprint = rules.activity("station_hs_ms").voetafdruk_m2
    assert sites.geometry[0].area == pytest.approx(footprint)
    assert sites.geometry[0].centroid.coords[0] == pytest.approx((100000, 450000))


def test_point_with_its_own_area(rules):
    sites = checked(
        layer([site(oppervlak_ha=2.5, wkt="Point(100000 450000)")], kind="Point"), rules
    )
    assert sites.geometry[0].area == pytest.approx(25_000)


def test_the_square_of_a_point_follows_its_programme(rules):
    sites = checked(
        layer([site(oppervlak_ha=1.0, wkt="Point(100000 450000)")], kind="Point"), rules
    )
    larger = Features(sites.geometry, sites.table.assign(oppervlak_ha=4.0))
    square = footprint(larger, rules).geometry[0]
    assert square.bounds == pytest.approx((99_900, 449_900, 100_100, 450_100))
    unsized = Features(sites.geometry, sites.table.assign(oppervlak_ha=float("nan")))
    with pytest.raises(InputError, match="hoe groot"):
        footprint(unsized, rules)


def test_point_of_an_activity_without_footprint_is_refused(rules):
    message = refused(layer([site(wkt="Point(100000 450000)")], kind="Point"), rules)
    assert "oppervlak_ha" in message
    assert 'rij 1 ("Haven")' in message


def test_line_is_refused(rules):
    source = layer([site(wkt="LineString(100000 450000, 100100 450000)")], kind="LineString")
    message = refused(source, rules)
    assert "Laag plekken" in message
    assert "geen lijn" in message


def test_zero_area_is_refused(rules):
    flat = "Polygon((100000 450000, 100100 450000, 100000 450000, 100000 450000))"
    assert "Haven" in refused(layer([site(wkt=flat)]), rules)


def test_empty_layer_is_refused(rules):
    made = QgsVectorLayer(
        "Polygon?crs=EPSG:28992&field=naam:string&field=activiteit:string", "plekken", "memory"
    )
    assert "leeg" in refused(made, rules)


def test_layer_without_crs_is_refused(rules):
    assert "coördinatenstelsel" in refused(layer([site()], crs=""), rules)


@pytest.mark.parametrize("column", ["naam", "activiteit"])
def test_missing_column_is_refused(rules, column):
    row = site()
    del row[column]
    assert f'"{column}" ontbreekt' in refused(layer([row]), rules)


def test_unknown_activity_names_the_known_ones(rules):
    message = refused(layer([site(activiteit="kerncentrale")]), rules)
    assert "kolom activiteit" in message
    assert "kerncentrale" in message
    assert "woningbouw" in message


@pytest.mark.parametrize(
    ("value", "told"),
    [(-3.0, "negatief"), (float("nan"), "geen eindig getal"), (float("inf"), "geen eindig getal")],
)
def test_bad_number_names_row_and_column(rules, value, told):
    rows = [site(naam="A", vermogen_mw=1.0), site(naam="B", vermogen_mw=value)]
    message = refused(layer(rows), rules)
    assert 'rij 2 ("B"), kolom vermogen_mw' in message
    assert told in message


def test_text_as_number(rules):
    assert "12 MW" in refused(layer([site(vermogen_mw="12 MW")]), rules)
    sites = checked(layer([site(vermogen_mw="12,5")]), rules)
    assert sites.table["vermogen_mw"].tolist() == [12.5]


def test_empty_number_is_missing_not_zero(rules):
    sites = checked(layer([site(vermogen_mw=None)]), rules)
    assert sites.table["vermogen_mw"].isna().all()


def test_double_names_are_numbered_with_a_warning(rules):
    feedback = Silent()
    rows = [site(), site(), site(naam="Haven (2)"), site()]
    sites = checked(layer(rows), rules, feedback)
    assert sites.table["naam"].tolist() == ["Haven", "Haven (3)", "Haven (2)", "Haven (4)"]
    assert any("Haven (3)" in message for message in feedback.messages)


def test_the_year_of_a_date(rules):
    assert checked(layer([site(jaar="2030-07-01")]), rules).table["jaar"].tolist() == [2030]


def test_past_year_is_warned(rules):
    feedback = Silent()
    checked(layer([site(jaar=2019)]), rules, feedback)
    assert any("verleden" in message for message in feedback.messages)


def test_chosen_year_in_the_past_is_warned(rules):
    feedback = Silent()
    settings = Settings(year=2020, reference_date=date(2026, 7, 1))
    checked(layer([site(jaar=2040)]), rules, feedback, settings)
    assert feedback.messages == ["Het gekozen jaar 2020 ligt in het verleden."]


@pytest.mark.parametrize("year", [20300, "2030-2035", 2030.5])
def test_impossible_year_is_refused(rules, year):
    assert "kolom jaar" in refused(layer([site(jaar=year)]), rules)


def test_degrees_and_mercator_are_reprojected(rules):
    in_degrees = "Polygon((4.43 52.17, 4.44 52.17, 4.44 52.18, 4.43 52.18, 4.43 52.17))"
    sites = checked(layer([site(wkt=in_degrees)], crs="EPSG:4326"), rules)
    x, y = sites.geometry[0].centroid.coords[0]
    assert (x, y) == (pytest.approx(89_867, abs=5), pytest.approx(465_633, abs=5))
    made = QgsGeometry.fromWkt(SQUARE)
    made.transform(
        QgsCoordinateTransform(
            QgsCoordinateReferenceSystem("EPSG:28992"),
            QgsCoordinateReferenceSystem("EPSG:3857"),
            QgsCoordinateTransformContext(),
        )
    )
    sites = checked(layer([site(wkt=made.asWkt())], crs="EPSG:3857"), rules)
    assert sites.geometry[0].area == pytest.approx(10_000, rel=1e-3)


def test_crossing_ring_is_repaired_and_told(rules):
    feedback = Silent()
    bow_tie = "Polygon((0 0, 10 10, 10 0, 0 10, 0 0))"
    sites = checked(layer([site(wkt=bow_tie)]), rules, feedback)
    assert sites.geometry[0].area == pytest.approx(50)
    assert any("1 ongeldige" in message for message in feedback.messages)


def test_curved_z_and_multipart(rules):
    circle = "CurvePolygonZ(CircularStringZ(0 0 5, 100 0 5, 0 0 5))"
    sites = checked(layer([site(wkt=circle)], kind="CurvePolygonZ"), rules)
    assert sites.geometry[0].area == pytest.approx(7854, rel=1e-3)
    assert not sites.geometry[0].has_z
    two = "MultiPolygon(((0 0, 10 0, 10 10, 0 0)), ((90 0, 99 0, 99 9, 90 0)))"
    sites = checked(layer([site(wkt=two)], kind="MultiPolygon"), rules)
    assert sites.geometry[0].area == pytest.approx(50 + 40.5)


def test_site_without_geometry_is_skipped_and_told(rules):
    feedback = Silent()
    sites = checked(layer([site(naam="A"), site(naam="B", wkt="")]), rules, feedback)
    assert sites.table["naam"].tolist() == ["A"]
    assert any("B" in message and "overgeslagen" in message for message in feedback.messages)


def test_outside_the_netherlands_is_warned(rules):
    feedback = Silent()
    far = "Polygon((900000 450000, 900100 450000, 900100 450100, 900000 450000))"
    checked(layer([site(wkt=far)]), rules, feedback)
    assert any("buiten Nederland" in message for message in feedback.messages)


def test_unknown_choice_counts_as_empty_and_is_told(rules):
    feedback = Silent()
    sites = checked(layer([site(zekerheid="misschien", proces="Energie")]), rules, feedback)
    assert sites.table["zekerheid"].tolist() == [None]
    assert sites.table["proces"].tolist() == ["energie"]
    assert any("misschien" in message for message in feedback.messages)
