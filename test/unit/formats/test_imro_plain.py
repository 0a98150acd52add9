"""The short way gives the same records as the long one, or leaves them to it."""

from __future__ import annotations

import pytest
from lxml import etree
from plan_files import HOLE, SQUARE, collection, imro_object, polygon

from rev_plugin.formats.imro_objects import Measure, Record, TextLink, read_record
from rev_plugin.formats.imro_plain import plain_record

NAME = "<imro:naam> Wonen </imro:naam>"
LINK = '<imro:plangebied xlink:href="#BP1"/>'
LABEL = (
    "<imro:labelInfo><imro:Label><imro:tekst>W</imro:tekst><imro:positie><imro:Labelpositie>"
    "<imro:plaatsingspunt><gml:Point><gml:pos>1 2</gml:pos></gml:Point></imro:plaatsingspunt>"
    "</imro:Labelpositie></imro:positie></imro:Label></imro:labelInfo>"
)
SYMBOL = (
    "<imro:symboolInfo><imro:SymboolEnPositie><imro:symboolCode>s111</imro:symboolCode>"
    "<imro:positie><imro:Labelpositie><imro:plaatsingspunt><gml:Point><gml:pos>1 2</gml:pos>"
    "</gml:Point></imro:plaatsingspunt><imro:aanpijlingspunt><gml:Point><gml:pos>3 4</gml:pos>"
    "</gml:Point></imro:aanpijlingspunt></imro:Labelpositie></imro:positie>"
    "</imro:SymboolEnPositie></imro:symboolInfo>"
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
PLAIN = (
    NAME,
    NAME + LINK,
    LABEL + TEXT,
    TEXT + TEXT,
    VALUE + NAME + VALUE,
    LINK + LABEL,
    LABEL + SYMBOL + VALUE,
)
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


def measured(*cells: str) -> str:
    """A holder with cells "v…" (waarde) and "t…" (waardeType)."""
    names = {"v": "waarde", "t": "waardeType"}
    inside = "".join(f"<imro:{names[c[0]]}>{c}</imro:{names[c[0]]}>" for c in cells)
    holder = f"<imro:WaardeEnType>{inside}</imro:WaardeEnType>"
    return f"<imro:maatvoeringInfo>{holder}</imro:maatvoeringInfo>"


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


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (measured("v1", "t1", "v2", "t2"), [("v1", "t1"), ("v2", "t2")]),
        (measured("v1", "t1", "t2"), [("v1", "t2")]),
        (measured("v1", "t1", "t2") + measured("v3", "t3"), [("v1", "t2"), ("v3", "t3")]),
        (measured("v1", "t1") + measured("v2", "t1"), [("v1", "t1"), ("v2", "t1")]),
    ],
)
def test_a_holder_that_repeats_its_type_loses_no_value(content, found):
    one = element(content, polygon(SQUARE))
    record = plain_record(one) or read_record(one)
    assert record.measures == [Measure(*pair) for pair in found]
    assert held(record) == held(read_record(one))


def test_a_holder_with_two_texts_has_both_links():
    first, last = TEXT.index("<imro:verwijzingNaarTekst>"), TEXT.index("</imro:TekstReferentie_BP")
    inside = TEXT[first:last]
    two = TEXT.replace(inside, inside + inside.replace("regels", "toelichting").replace("r.", "t."))
    links = [TextLink("r.html", "regels"), TextLink("t.html", "toelichting")]
    assert plain_record(element(two)).texts == links


@pytest.mark.parametrize("where", ["gml:Surface", "gml:posList"])
def test_degrees_are_left_to_the_long_way(where):
    geometry = polygon(SQUARE).replace(' srsName="urn:ogc:def:crs:EPSG::28992"', "")
    assert plain_record(element("", geometry)) is not None
    degrees = geometry.replace(f"<{where}", f'<{where} srsName="EPSG:4326"', 1)
    assert degrees != geometry
    assert plain_record(element("", degrees)) is None


def test_a_label_inside_the_geometry_is_no_outline():
    geometry = polygon(SQUARE).replace("<gml:patches>", f"{LABEL}<gml:patches>")
    assert plain_record(element("", geometry)) is None
