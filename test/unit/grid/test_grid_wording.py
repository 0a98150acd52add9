"""Numbers and chances as a council member reads them; works as text."""

from __future__ import annotations

import math

import pytest

from rev_plugin.core.grid.wording import likelihood, megawatts, report_text, room, span
from rev_plugin.core.grid.works import Work, read_works, write_works


@pytest.mark.parametrize(
    ("value", "text"),
    [(44.0, "44 MW"), (2.4, "2,4 MW"), (5.0, "5 MW"), (0.234, "0,23 MW"), (0.0, "0 MW"),
     (-4.9, "−4,9 MW"), (1084.2, "1084 MW"), (0.6, "0,6 MW")],
)  # fmt: skip
def test_megawatts_with_the_digits_that_matter(value, text):
    assert megawatts(value) == text


def test_a_band_without_width_is_one_number():
    assert span(14, 21, 29) == "21 MW (14 tot 29 MW)"
    assert span(5, 5, 5) == "5 MW"


@pytest.mark.parametrize(
    ("band", "text"),
    [((20, 26, 32), "26 MW ruimte (20 tot 32 MW)"), ((18, 18, 18), "18 MW ruimte"),
     ((-21, -7.3, -1.6), "een tekort van 7,3 MW (1,6 tot 21 MW)"),
     ((-3, -2, 1), "een tekort van 2 MW (van 3 MW tekort tot 1 MW ruimte)"),
     ((-4, 0.5, 3), "0,5 MW ruimte (van 4 MW tekort tot 3 MW ruimte)")],
)  # fmt: skip
def test_a_shortage_is_no_negative_room(band, text):
    assert room(*band) == text


@pytest.mark.parametrize(
    ("chance", "text"),
    [(0.0, "vrijwel uitgesloten (minder dan 1 %)"), (0.05, "zeer onwaarschijnlijk (5 %)"),
     (0.5, "ongeveer even waarschijnlijk als niet (50 %)"), (0.93, "zeer waarschijnlijk (93 %)"),
     (1.0, "vrijwel zeker (meer dan 99 %)"), (math.nan, "niet te berekenen"),
     (None, "niet te berekenen")],
)  # fmt: skip
def test_chances_in_words_first(chance, text):
    assert likelihood(chance) == text


def test_what_an_operator_reports():
    assert report_text("rood", 2031.0) == "rood, opgelost in 2031"
    assert report_text("rood", math.nan) == "rood, zonder jaar van oplossing"
    assert report_text("onbekend", 2031.0) == "een knelpunt tot 2031"
    assert report_text("onbekend", math.nan) == "geen status"
    assert report_text("transparant", math.nan) == "transparant"


def test_works_survive_being_text():
    works = [
        Work("Station | nieuw", 2031, 1),
        Work("Kabel", 2029, None, 12.5),
        Work("Ooit", None),
    ]
    text = write_works(works)
    assert text == "2029: Kabel (+12.5 MW) | 2031-K1: Station / nieuw | onbekend: Ooit"
    assert read_works(text) == [Work("Kabel", 2029, None, 12.5), Work("Station / nieuw", 2031, 1),
                                Work("Ooit", None)]  # fmt: skip
    assert write_works([]) is None
    assert read_works(None) == read_works("") == []
