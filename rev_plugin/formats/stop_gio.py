"""Geometries of STOP: the GIO files, of which OGR reads none."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, Optional

from rev_plugin.formats.gml import GeometryError, read_shape
from rev_plugin.formats.shapes import Shape
from rev_plugin.formats.xml import Element, Root, child_text, each_element, read_tree

_NAMESPACE = "https://standaarden.overheid.nl/stop/imop/geo/"
# The geometries of older deliveries, in files of their own; some versions have a date.
_BARE = "http://www.geostandaarden.nl/basisgeometrie/"


class Place(NamedTuple):
    """One geometry of a GIO, or why it cannot be used."""

    shape: Optional[Shape]
    problem: str


def is_gio(root: Root) -> bool:
    """Whether a root element is that of a GIO file, or of one with bare geometries."""
    return root.namespace == _NAMESPACE or root.namespace.startswith(_BARE)


def read_gio(path: Path) -> dict[str, Place]:
    """The geometries of a GIO by the id that IMOW refers to (basisgeo:id).

    Raises:
        InputError: the file is no XML.
    """
    places: dict[str, Place] = {}
    for element in each_element(read_tree(path), ("Geometrie",)):
        identity = child_text(element, "id")
        if identity is not None:
            places[identity] = _place(element)
    return places


def _place(element: Element) -> Place:
    holder = element.find("{*}geometrie")
    if holder is None:
        return Place(None, "geen geometrie")
    try:
        return Place(read_shape(holder), "")
    except GeometryError as error:
        return Place(None, str(error))
