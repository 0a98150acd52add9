"""Tiny plan files, written out by hand for the tests."""

from __future__ import annotations

from pathlib import Path

GML = {
    "2006": "http://www.opengis.net/gml",
    "2008": "http://www.opengis.net/gml",
    "2012": "http://www.opengis.net/gml/3.2",
}
IMRO = {
    "2006": "http://www.ravi.nl/imro2006",
    "2008": "http://www.geonovum.nl/imro/2008/1",
    "2012": "http://www.geonovum.nl/imro/2012/1.1",
}
RD = 'srsName="urn:ogc:def:crs:EPSG::28992"'
SQUARE = "100 100 200 100 200 200 100 200 100 100"  # 100 × 100 m
HOLE = "120 120 140 120 140 140 120 140 120 120"  # 20 × 20 m inside it


def collection(*members: str, version: str = "2012") -> str:
    """An IMRO file with these objects, each wrapped in a featureMember."""
    root = "gml:FeatureCollection" if version == "2006" else "imro:FeatureCollectionIMRO"
    member = "gml:featureMember" if version == "2006" else "imro:featureMember"
    body = "".join(f"<{member}>{text}</{member}>" for text in members)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><{root} xmlns:imro="{IMRO[version]}" '
        f'xmlns:gml="{GML[version]}" xmlns:xlink="http://www.w3.org/1999/xlink">{body}</{root}>'
    )


def polygon(*rings: str, srs: str = RD, gml_id: str = "") -> str:
    """A gml:Surface with one patch: the outer ring and its holes, as posLists."""
    names = ["exterior"] + ["interior"] * (len(rings) - 1)
    boundaries = "".join(
        f"<gml:{name}><gml:LinearRing><gml:posList>{ring}</gml:posList></gml:LinearRing>"
        f"</gml:{name}>"
        for name, ring in zip(names, rings)
    )
    mark = f'gml:id="{gml_id}" ' if gml_id else ""
    return (
        f"<gml:Surface {mark}{srs}><gml:patches><gml:PolygonPatch>{boundaries}"
        "</gml:PolygonPatch></gml:patches></gml:Surface>"
    )


def imro_object(
    kind: str, identity: str, content: str = "", geometry: str = "", version: str = "2012"
) -> str:
    """An object as IMRO writes it; `geometry` goes inside imro:geometrie."""
    name = f"<imro:identificatie>{identity}</imro:identificatie>"
    if version == "2012":
        name = (
            "<imro:identificatie><imro:NEN3610ID><imro:namespace>NL.IMRO</imro:namespace>"
            f"<imro:lokaalID>{identity[8:]}</imro:lokaalID></imro:NEN3610ID></imro:identificatie>"
        )
    shape = f"<imro:geometrie>{geometry}</imro:geometrie>" if geometry else ""
    return f'<imro:{kind} gml:id="{identity}">{name}{content}{shape}</imro:{kind}>'


def plan_area(
    identity: str = "NL.IMRO.0999.BP1",
    name: str = "Testplan",
    kind: str = "bestemmingsplan",
    status: str = "vastgesteld",
    extra: str = "",
    element: str = "Bestemmingsplangebied",
    version: str = "2012",
) -> str:
    """The area of a plan, a square of 100 m."""
    content = (
        f"<imro:typePlan>{kind}</imro:typePlan><imro:naamOverheid>gemeente Durperdam"
        f"</imro:naamOverheid><imro:naam>{name}</imro:naam><imro:planstatusInfo>"
        f"<imro:PlanstatusEnDatum><imro:planstatus>{status}</imro:planstatus>"
        "<imro:datum>2020-01-31</imro:datum></imro:PlanstatusEnDatum></imro:planstatusInfo>" + extra
    )
    return imro_object(element, identity, content, polygon(SQUARE), version)


def write(folder: Path, text: str, name: str = "plan.gml") -> Path:
    """The text as a file in `folder`."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
