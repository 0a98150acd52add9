"""The short way gives the same records as the long one, or leaves them to it."""

from __future__ import annotations

import pytest
from lxml import etree
from plan_files import HOLE, SQUARE, collection, imro_object, polygon

from rev_plugin.formats.imro_objects import Record, read_record
from rev_plugin.formats.imro_plain import plain_record

NAME = "<imro:naam> Wonen </imro:naam>"
LINK = '<imro:plangebied xlink:href="#BP1"/>'
LABEL = (
    "<imro:labelInfo><imro:Label><imro:tekst>W</imro:tekst><imro:positie><imro:Labelpositie>"
    "<imro:plaatsingspunt><gml:Point><gml:pos>1 2</gml:pos></gml:Point></imro:plaatsingspunt>"
    "</imro:Labelpositie></imro:positie></imro:Label></imro:labelInfo>"
)
TEXT = (
    "<imro:verwijzingNaarTekstInfo><imro:TekstReferentie_BP><imro:verwijzingNaarTekst>r.html"
    "</imro:verwijzingNaarTekst><imro:typeTekst>regels</imro:typeTekst></imro:TekstReferentie_BP>"
    "</imro:verwijzingNaarTekstInfo>"
)
VALUE = (
    "<imro:maatvoeringInfo><imro:WaardeEnType><imro:waarde>9</imro:waarde><imro:waardeType>hoogte"
    "</imro:waardeType></imro:WaardeEnType></imro:maatvoeringInfo>"
)
PLAIN = (NAME, NAME + LINK, LABEL + TEXT, TEXT + TEXT, VALUE + NAME + VALUE, LINK + LABEL)
ODD = (
    NAME + NAME,
    "<imro:naam/>",
    "<imro:plangebied/>",
    "<imro:iets>x</imro:iets>",
    VALUE.replace("<imro:waarde>9</imro:waarde>", ""),
    VALUE.replace("9", " "),
    TEXT.replace("<imro:typeTekst>regels</imro:typeTekst>", ""),
    "<imro:geometrie><gml:Point><gml:pos>1 2</gml:pos></gml:Point></imro:geometrie>",
)


def element(content: str, geometry: str = "", version: str = "2012") -> etree._Element:
    text = collection(imro_object("Bouwvlak", "NL.IMRO.BV1", content, geometry, version),
                      version=version)  # fmt: skip
    return etree.fromstring(text.encode())[0][0]


def held(record: Record) -> dict:
    lists = ("links", "texts", "measures", "relations", "notes", "nested")
    return {name: list(getattr(record, name)) for name in lists} | {
        name: getattr(record, name) for name in ("type", "gml_id", "values", "problem", "shape")
    }


@pytest.mark.parametrize("version", ["2006", "2008", "2012"])
@pytest.mark.parametrize("geometry", ["", polygon(SQUARE, HOLE)])
@pytest.mark.parametrize("content", PLAIN)
def test_both_ways_agree(content, geometry, version):
    one = element(content, geometry, version)
    short = plain_record(one)
    assert short is not None
    assert held(short) == held(read_record(one))


@pytest.mark.parametrize("content", ODD)
def test_what_is_odd_is_left_to_the_long_way(content):
    assert plain_record(element(content, polygon(SQUARE))) is None


def test_a_label_inside_the_geometry_is_no_outline():
    geometry = polygon(SQUARE).replace("<gml:patches>", f"{LABEL}<gml:patches>")
    assert plain_record(element("", geometry)) is None
