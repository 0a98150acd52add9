"""Every geometry form of GML, drawn by hand, against shapes worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from lxml import etree
from plan_files import GML, HOLE, RD, SQUARE, polygon

from rev_plugin.formats.arcs import ARC_TOLERANCE_M
from rev_plugin.formats.crs import read_crs
from rev_plugin.formats.gml import (
    DEFAULT_FRAME,
    GeometryError,
    References,
    _Reader,
    read_shape,
)
from rev_plugin.formats.gml_straight import NotPlain, find_outline, straight_polygons
from rev_plugin.formats.shapes import Shape, build

WRAP = '<g xmlns:gml="{ns}" xmlns:xlink="http://www.w3.org/1999/xlink">{body}</g>'
RING_CURVE = (
    f"<gml:Surface {RD}><gml:patches><gml:PolygonPatch><gml:exterior><gml:Ring>{{members}}"
    "</gml:Ring></gml:exterior></gml:PolygonPatch></gml:patches></gml:Surface>"
)
MEMBER = "<gml:curveMember><gml:Curve><gml:segments>{}</gml:segments></gml:Curve></gml:curveMember>"


def element(body, version="2012"):
    return etree.fromstring(WRAP.format(ns=GML[version], body=body))


def geometry(body, version="2012", references=None):
    """The one geometry that a piece of GML holds, of whatever kind."""
    built = build([read_shape(element(body, version), references or {})])
    found = [part[0] for part in built[:3] if part[0] is not None]
    assert len(found) == 1
    assert built.problems[0] is None
    return found[0]


def line(text):
    return f"<gml:LineStringSegment><gml:posList>{text}</gml:posList></gml:LineStringSegment>"


@pytest.mark.parametrize("version", ["2008", "2012"])
def test_surface_with_a_hole(version):
    found = geometry(polygon(SQUARE, HOLE), version)
    assert found.geom_type == "MultiPolygon"
    assert found.area == 100 * 100 - 20 * 20


@pytest.mark.parametrize(
    ("body", "area"),
    [
        (f"<gml:Polygon {RD}><gml:exterior><gml:LinearRing><gml:posList>{SQUARE}</gml:posList>"
         "</gml:LinearRing></gml:exterior></gml:Polygon>", 10_000),
        (f"<gml:Polygon {RD}><gml:outerBoundaryIs><gml:LinearRing><gml:coordinates>100,100 200,100"
         " 200,200 100,100</gml:coordinates></gml:LinearRing></gml:outerBoundaryIs></gml:Polygon>",
         5_000),
        (f"<gml:Polygon {RD}><gml:exterior><gml:LinearRing><gml:pos>0 0</gml:pos><gml:pos>10 0"
         "</gml:pos><gml:pos>10 10</gml:pos><gml:pos>0 0</gml:pos></gml:LinearRing></gml:exterior>"
         "</gml:Polygon>", 50),
        (f"<gml:MultiSurface {RD}><gml:surfaceMember>{polygon(SQUARE)}</gml:surfaceMember>"
         f"<gml:surfaceMember>{polygon('300 0 310 0 310 10 300 0')}</gml:surfaceMember>"
         "</gml:MultiSurface>", 10_050),
        (f"<gml:MultiSurface {RD}><gml:surfaceMembers>{polygon(SQUARE)}"
         f"{polygon('300 0 310 0 310 10 300 0')}</gml:surfaceMembers></gml:MultiSurface>", 10_050),
        (f"<gml:CompositeSurface {RD}><gml:surfaceMember>{polygon(SQUARE)}</gml:surfaceMember>"
         "</gml:CompositeSurface>", 10_000),
        (f"<gml:OrientableSurface orientation='-'><gml:baseSurface>{polygon(SQUARE)}"
         "</gml:baseSurface></gml:OrientableSurface>", 10_000),
        ("<gml:Polygon><gml:exterior><gml:LinearRing><gml:posList srsDimension='3'>0 0 5 10 0 5 "
         "10 10 5 0 0 5</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>", 50),
        ("<gml:Polygon srsName='EPSG:7415'><gml:exterior><gml:LinearRing><gml:posList>0 0 5 10 0 "
         "5 10 10 5 0 0 5</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>", 50),
    ],
)  # fmt: skip
def test_areas(body, area):
    assert geometry(body).area == pytest.approx(area)


@pytest.mark.parametrize(
    ("body", "length"),
    [
        (f"<gml:LineString {RD}><gml:posList>0 0 3 4</gml:posList></gml:LineString>", 5),
        (f"<gml:LineString {RD}><gml:coordinates> 0.5 0  3.5 4 </gml:coordinates>"
         "</gml:LineString>", 5),
        (f"<gml:LineString {RD}><gml:coordinates decimal=',' cs=';' ts='|'>0,5;0|3,5;4"
         "</gml:coordinates></gml:LineString>", 5),
        (f"<gml:Curve {RD}><gml:segments>{line('0 0 3 4')}{line('3 4 3 10')}</gml:segments>"
         "</gml:Curve>", 11),
        (f"<gml:MultiCurve {RD}>{MEMBER.format(line('0 0 3 4'))}{MEMBER.format(line('9 9 9 10'))}"
         "</gml:MultiCurve>", 6),
        (f"<gml:CompositeCurve {RD}>{MEMBER.format(line('0 0 3 4'))}"
         f"{MEMBER.format(line('3 4 3 10'))}</gml:CompositeCurve>", 11),
        ("<gml:OrientableCurve orientation='-'><gml:baseCurve><gml:LineString><gml:posList>0 0 3 4"
         "</gml:posList></gml:LineString></gml:baseCurve></gml:OrientableCurve>", 5),
        ("<gml:LinearRing><gml:posList>0 0 3 0 3 4 0 0</gml:posList></gml:LinearRing>", 12),
        ("<gml:MultiLineString><gml:lineStringMember><gml:LineString><gml:posList>0 0 3 4"
         "</gml:posList></gml:LineString></gml:lineStringMember></gml:MultiLineString>", 5),
    ],
)  # fmt: skip
def test_lines(body, length):
    found = geometry(body)
    assert found.geom_type == "MultiLineString"
    assert found.length == pytest.approx(length)


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (f"<gml:Point {RD}><gml:pos>1 2</gml:pos></gml:Point>", 1),
        (f"<gml:Point {RD}><gml:coord><gml:X>1</gml:X><gml:Y>2</gml:Y></gml:coord></gml:Point>", 1),
        ("<gml:MultiPoint><gml:pointMember><gml:Point><gml:pos>1 2</gml:pos></gml:Point>"
         "</gml:pointMember><gml:pointMember><gml:Point><gml:pos>3 4</gml:pos></gml:Point>"
         "</gml:pointMember></gml:MultiPoint>", 2),
    ],
)  # fmt: skip
def test_points(body, count):
    found = geometry(body)
    assert found.geom_type == "MultiPoint"
    assert len(found.geoms) == count


def test_a_multigeometry_keeps_each_kind():
    body = (
        f"<gml:MultiGeometry {RD}><gml:geometryMember>{polygon(SQUARE)}</gml:geometryMember>"
        "<gml:geometryMember><gml:Point><gml:pos>1 2</gml:pos></gml:Point></gml:geometryMember>"
        "</gml:MultiGeometry>"
    )
    built = build([read_shape(element(body))])
    assert built.polygons[0].area == 10_000
    assert built.points[0].geoms[0].x == 1


def half_circle(name="Arc"):
    """The upper half of a circle of 10 m round (0, 0), and its base line."""
    arc = f"<gml:{name}><gml:posList>10 0 0 10 -10 0</gml:posList></gml:{name}>"
    return RING_CURVE.format(members=MEMBER.format(arc + line("-10 0 10 0")))


@pytest.mark.parametrize("name", ["Arc", "ArcString"])
def test_an_arc_is_stroked_within_the_tolerance(name):
    found = geometry(half_circle(name))
    vertices = shapely.get_coordinates(found)
    radii = np.hypot(*vertices[vertices[:, 1] > 1e-9].T)
    assert radii == pytest.approx(10)
    assert [0, 10] in vertices.round(9).tolist()  # the points that were given stay
    chords = shapely.segmentize(shapely.linestrings(vertices[:-1]), 0.05)
    points = shapely.get_coordinates(chords)
    assert (10 - np.hypot(*points[points[:, 1] > 0.5].T)).max() <= ARC_TOLERANCE_M + 1e-9
    assert found.area == pytest.approx(math.pi * 50, rel=2e-3)


def test_circles():
    circle = "<gml:Circle><gml:posList>10 0 0 10 -10 0</gml:posList></gml:Circle>"
    centre = (
        "<gml:CircleByCenterPoint numArc='1'><gml:pos>5 5</gml:pos><gml:radius uom='m'>10"
        "</gml:radius></gml:CircleByCenterPoint>"
    )
    for body in (circle, centre):
        found = geometry(RING_CURVE.format(members=MEMBER.format(body)))
        assert found.area == pytest.approx(math.pi * 100, rel=2e-3)


def test_straight_arc_and_a_ring_of_pieces_that_lie_the_wrong_way_round():
    arc = "<gml:Arc><gml:posList>0 0 5 0 10 0</gml:posList></gml:Arc>"
    members = (
        MEMBER.format(arc)
        + MEMBER.format(line("10 10 10 0"))
        + MEMBER.format(line("10 10 0 10 0 0"))
    )
    found = geometry(RING_CURVE.format(members=members))
    assert found.area == 100
    assert found.is_valid


def test_a_bow_tie_is_repaired_and_counted():
    built = build([read_shape(element(polygon("0 0 10 10 10 0 0 10 0 0")))])
    assert built.repaired.tolist() == [True]
    assert built.polygons[0].area == pytest.approx(50)
    assert built.polygons[0].geom_type == "MultiPolygon"


def test_parts_that_overlap_join():
    """A rule may hold in areas that overlap; what they share is no hole."""
    shape = read_shape(
        element(polygon(SQUARE) + polygon(HOLE) + polygon("90 90 110 90 110 110 90 90"))
    )
    assert build([shape]).polygons[0].area == pytest.approx(10_000 + 150)


def test_what_is_no_area_after_repair_is_left_out():
    built = build([read_shape(element(polygon("0 0 10 10 0 0 10 10 0 0")))])
    assert built.polygons.tolist() == [None]
    assert built.repaired.tolist() == [False]
    assert "herstellen" in built.problems[0]


def test_a_tangle_is_not_repaired_but_a_long_border_is():
    tangle = " ".join(f"{i * 7919 % 1000} {i * 104729 % 1000}" for i in range(2_000))
    border = " ".join(f"{x} {x % 7}" for x in range(2_000)) + " 2000 -500 -1 -500 -1 9 5 -1 0 0"
    built = build([read_shape(element(polygon(text))) for text in (tangle, border)])
    assert [g is None for g in built.polygons] == [True, False]
    assert built.repaired.tolist() == [False, True]


@pytest.mark.parametrize(
    "name",
    [
        "EPSG:28992", "epsg:28992", "urn:ogc:def:crs:EPSG::28992", "urn:ogc:def:crs:EPSG:6.9:28992",
        "urn:x-ogc:def:crs:EPSG:28992", "http://www.opengis.net/def/crs/EPSG/0/28992",
        "http://www.opengis.net/gml/srs/epsg.xml#28992", "28992",
    ],
)  # fmt: skip
def test_all_spellings_of_rd(name):
    assert geometry(polygon(SQUARE, srs=f'srsName="{name}"')).bounds == (100, 100, 200, 200)


def test_other_crs_are_transformed():
    """Onze-Lieve-Vrouwetoren, Amersfoort: the origin of RD, (155000, 463000)."""
    for name, text in (("urn:ogc:def:crs:EPSG::4326", "52.155174 5.387206"),
                       ("EPSG:4326", "5.387206 52.155174"),
                       ("urn:ogc:def:crs:OGC:1.3:CRS84", "5.387206 52.155174")):  # fmt: skip
        found = geometry(f'<gml:Point srsName="{name}"><gml:pos>{text}</gml:pos></gml:Point>')
        assert (found.geoms[0].x, found.geoms[0].y) == pytest.approx((155_000, 463_000), abs=2)


def test_height_systems_have_three_axes():
    assert read_crs("urn:ogc:def:crs,crs:EPSG::28992,crs:EPSG::5709").axes == 3


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (polygon(SQUARE, srs='srsName="EPSG:999999"'), "onbekend"),
        (polygon(SQUARE, srs='srsName="Amersfoort"'), "onbekend"),
        ("<gml:LineString><gml:posList>0 0 a 1</gml:posList></gml:LineString>", "geen getal"),
        ("<gml:LineString><gml:posList>0 0 1</gml:posList></gml:LineString>", "aantal"),
        ("<gml:LineString/>", "zonder coördinaten"),
        ("<gml:Polygon><gml:interior/></gml:Polygon>", "buitengrens"),
        ("<gml:Curve><gml:segments><gml:BSpline/></gml:segments></gml:Curve>", "BSpline"),
        ("<gml:Solid><gml:exterior/></gml:Solid>", "Solid"),
        (MEMBER.format("<gml:Arc><gml:posList>0 0 1 1</gml:posList></gml:Arc>"), "drie punten"),
        ("<gml:Point srsDimension='4'><gml:pos>1 2 3 4</gml:pos></gml:Point>", "srsDimension"),
    ],
)
def test_what_cannot_be_used_says_why(body, words):
    with pytest.raises(GeometryError, match=words):
        read_shape(element(body))


@pytest.mark.parametrize(
    "ring", ["0 0 1e300 0 1 1 0 0", "0 0 nan 0 1 1 0 0", "0 0 inf 1 1 1 0 0", "0 0 x 0 1 1 0 0",
             "0 0 1 0 1", "0 0 1 1", "0 0", ""],
)  # fmt: skip
def test_wrong_numbers_spoil_one_shape_and_no_other(ring):
    shapes = [read_shape(element(polygon(SQUARE))), None, read_shape(element(polygon(SQUARE)))]
    try:
        shapes[1] = read_shape(element(polygon(ring)))
    except GeometryError:
        assert ring == ""
    built = build(shapes)
    assert [g is not None for g in built.polygons] == [True, False, True]
    assert (built.problems[1] is not None) == (shapes[1] is not None)


@pytest.mark.parametrize(
    "ring",
    ["0 0  10 0\n10 10\t0 0", " 0 0 10 0 10 10 0 0 ",
     "0 0 1e1 0 10 10.0 0 0", "0 -0 10 0 10 10 0 0",
     "0 0\r\n10 0 10 10 0 0"],
)  # fmt: skip
def test_spacing_and_notation_of_numbers(ring):
    shapes = [read_shape(element(polygon(text))) for text in (SQUARE, ring, HOLE)]
    assert [g.area for g in build(shapes).polygons] == [10_000, 50, 400]


@pytest.mark.parametrize("ring", ["0 0 1-2 3 4 5 x", "0 0 10 0 10 10 0 0,", "0 0 1 1 2 2 0"])
def test_numbers_that_stick_together_spoil_one_shape_and_no_other(ring):
    shapes = [read_shape(element(polygon(text))) for text in (SQUARE, ring, HOLE)]
    areas = [None if g is None else g.area for g in build(shapes).polygons]
    assert areas == [10_000, None, 400]


def test_references_between_geometries():
    target = element("<gml:LineString><gml:posList>0 0 3 4</gml:posList></gml:LineString>")[0]
    body = "<gml:MultiCurve><gml:curveMember xlink:href='#a'/></gml:MultiCurve>"
    assert geometry(body, references={"a": target}).length == 5
    with pytest.raises(GeometryError, match="#a"):
        read_shape(element(body))


def test_a_reference_beside_a_polygon_counts_too():
    other = element(polygon("300 0 400 0 400 100 300 100 300 0"))[0]
    members = f"<gml:surfaceMember>{polygon(SQUARE)}</gml:surfaceMember><gml:surfaceMember"
    body = f"<gml:MultiSurface>{members} xlink:href='#a'/></gml:MultiSurface>"
    assert geometry(body, references={"a": other}).area == 20_000


def test_a_file_that_points_at_the_same_geometry_without_end_is_refused():
    line = f"<gml:LineString gml:id='a'><gml:posList>{'1 2 ' * 1_000_000}</gml:posList>"
    references = References(lambda: element(f"{line}</gml:LineString>"))
    assert len(references["a"][0].text) == 4_000_000
    with pytest.raises(GeometryError, match="te vaak"):
        [references["a"] for _ in range(20)]


def test_a_geometry_that_points_at_itself_is_refused():
    ring = element("<gml:MultiSurface><gml:surfaceMember xlink:href='#a'/></gml:MultiSurface>")[0]
    with pytest.raises(GeometryError, match="zichzelf"):
        read_shape(ring, {"a": ring})


STRAIGHT = [
    polygon(SQUARE, HOLE),
    polygon(SQUARE, srs=""),
    f"<gml:MultiSurface {RD}><gml:surfaceMember>{polygon(SQUARE, srs='')}</gml:surfaceMember>"
    f"<gml:surfaceMember>{polygon(HOLE, srs='')}</gml:surfaceMember></gml:MultiSurface>",
    RING_CURVE.format(members=MEMBER.format(line(SQUARE))),
]
NOT_STRAIGHT = [
    half_circle(),
    polygon(SQUARE, srs='srsName="EPSG:4326"'),
    RING_CURVE.format(members=MEMBER.format(line("0 0 9 0 9 9") + line("9 9 0 0"))),
    "<gml:LineString><gml:posList>0 0 1 1</gml:posList></gml:LineString>",
    "<gml:Polygon><gml:interior><gml:LinearRing><gml:posList>0 0 1 0 1 1 0 0</gml:posList>"
    "</gml:LinearRing></gml:interior></gml:Polygon>",
    "<gml:Polygon><gml:exterior><gml:LinearRing><gml:posList srsDimension='3'>0 0 1 1 0 1 1 1 1 "
    "0 0 1</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>",
    f"<gml:MultiSurface><gml:surfaceMember>{polygon(SQUARE)}</gml:surfaceMember>"
    "<gml:surfaceMember xlink:href='#a'/></gml:MultiSurface>",
]


@pytest.mark.parametrize("body", STRAIGHT)
def test_the_short_way_and_the_long_way_agree(body):
    parts = list(element(body).iter())
    outline = find_outline([part.tag for part in parts], start=1)
    assert outline is not None
    short = straight_polygons(parts, outline)
    long = _Reader({})
    long.walk(element(body), DEFAULT_FRAME)
    one, other = build([Shape(short)]), build([Shape(long.polygons)])
    assert shapely.equals_exact(one.polygons[0], other.polygons[0])


@pytest.mark.parametrize("body", NOT_STRAIGHT)
def test_the_short_way_leaves_the_rest_alone(body):
    parts = list(element(body).iter())
    outline = find_outline([part.tag for part in parts], start=1)
    if outline is not None:
        with pytest.raises(NotPlain):
            straight_polygons(parts, outline)


def test_a_long_chain_of_references_ends():
    references = {
        f"a{n}": element(
            f"<gml:MultiSurface><gml:surfaceMember xlink:href='#a{n + 1}'/></gml:MultiSurface>"
        )[0]
        for n in range(2_000)
    }
    with pytest.raises(GeometryError, match="te ver"):
        read_shape(references["a0"], references)
