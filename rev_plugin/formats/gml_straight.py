"""Polygons of straight lines in RD, the short way: nine out of ten plan objects.

Where the coordinates stand follows from the row of tags alone; they are left as texts, to be
read in bulk. All else is for gml.read_shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Optional

from rev_plugin.formats.crs import RD_CRS, read_crs
from rev_plugin.formats.shapes import Ring
from rev_plugin.formats.xml import GML_NAMESPACES, Element

STRAIGHT_TAGS = {
    f"{{{namespace}}}{name}": kind
    for namespace in GML_NAMESPACES
    for kind, names in {
        "geometry": ("Surface", "MultiSurface", "Curve", "LinearRing"),
        "polygon": ("Polygon",),
        "patch": ("PolygonPatch",),
        "exterior": ("exterior",),
        "interior": ("interior",),
        "posList": ("posList",),
        "member": ("surfaceMember",),  # or, when it is empty, a reference
        "holder": ("patches", "Ring", "curveMember", "segments", "LineStringSegment"),
    }.items()
    for name in names
}  # fmt: skip


class Outline(NamedTuple):
    """Where polygons of straight lines stand, as places in the row of all elements."""

    framed: list[int]  # elements that may have a CRS or dimension of their own
    polygons: list[list[int]]  # of each polygon the elements with coordinates, one per ring


class NotPlain(Exception):
    """An object looked plain by its tags, but has more to it: read it the long way."""


def find_outline(
    tags: Sequence[str], start: int = 0, end: Optional[int] = None
) -> Optional[Outline]:
    """The polygons among tags[start:end], or None when they hold anything else."""
    outline = Outline([], [])
    kinds = [STRAIGHT_TAGS.get(tag, "") for tag in tags[start:end]]
    before = ""
    is_open = False  # a boundary without coordinates as yet
    for place, kind in enumerate(kinds, start):
        rings = outline.polygons[-1] if outline.polygons else None
        if kind in ("exterior", "interior"):
            if is_open or rings is None or (len(rings) == 0) != (kind == "exterior"):
                return None
            is_open = True
        elif kind == "posList" and is_open and rings is not None:
            rings.append(place)
            is_open = False
        elif kind in ("polygon", "patch") and not is_open:
            outline.polygons.append([])
        elif kind in ("", "posList", "polygon", "patch") or (before == kind == "member"):
            return None
        if kind in ("geometry", "polygon"):
            outline.framed.append(place)
        before = kind
    whole = not is_open and before == "posList" and all(outline.polygons)
    return outline if whole else None


def straight_polygons(nodes: Sequence[Element], outline: Outline) -> list[list[Ring]]:
    """The rings at these places, as texts.

    Raises:
        NotPlain: coordinates that are not in RD, have heights or are missing.
    """
    for node in [nodes[place] for place in outline.framed]:
        name = node.get("srsName")
        if (name and read_crs(name) is not RD_CRS) or node.get("srsDimension", "2") != "2":
            raise NotPlain
    return [[_ring(nodes[place]) for place in rings] for rings in outline.polygons]


def _ring(node: Element) -> str:
    text: Optional[str] = node.text
    if text is None or node.get("srsName") or node.get("srsDimension", "2") != "2":
        raise NotPlain
    return text
