"""IMOW objects as the OW files of a delivery give them, each with its references."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional

from rev_plugin.formats.xml import XLINK_HREF, Element, Root, child_text, local, own_text, read_tree

_CAPITAL = re.compile(r"(?<=[a-zë0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
# Concepts whose name does not tell how their label is spelled (waardelijsten IMOW 4.3.0).
_SPELLED = {
    "ZonneEnergiegebied": "zonne-energiegebied",
    "TraceHoogspanning": "tracé hoogspanning",
    "Natura2000Gebied": "natura 2000-gebied",
    "Natura2000Activiteit": "natura 2000-activiteit",
    "BodemfunctieklasseLandbouw_natuur": "bodemfunctieklasse landbouw/natuur",
    "TweeAaneen": "twee-aaneen",
}
_ENDED = "b"  # status "beëindigen"
UNITS = {
    "meter": "m",
    "centimeter": "cm",
    "kilometer": "km",
    "vierkante meter": "m2",
    "kubieke meter": "m3",
    "procent": "%",
}


@dataclass
class OwObject:
    """An IMOW object: element name, id, plain values, references, and objects inside it."""

    type: str
    identity: str
    wid: Optional[str] = None  # of a Regeltekst, Divisie or Divisietekst: the text it is
    values: dict[str, str] = field(default_factory=dict)
    refs: dict[str, list[str]] = field(default_factory=dict)  # property to ids
    parts: list[OwObject] = field(default_factory=list)

    def label(self, name: str) -> Optional[str]:
        """The words of a value from a value list."""
        return concept_label(self.values.get(name))


def is_imow(root: Root) -> bool:
    """Whether a root element is that of a file with IMOW objects."""
    return root.name == "owBestand" and "geostandaarden.nl" in root.namespace


def read_imow(path: Path) -> list[OwObject]:
    """The objects of an OW file; objects that the delivery ends are left out.

    Raises:
        InputError: the file is no XML.
    """
    found = []
    for holder in read_tree(path).iter("{*}owObject"):
        found += [read_object(element) for element in holder]
    return [item for item in found if item.values.get("status") != _ENDED]


def read_object(element: Element) -> OwObject:
    """One element with its properties."""
    item = OwObject(local(element), child_text(element, "identificatie") or "", element.get("wId"))
    for child in element:
        name = local(child)
        text = own_text(child)
        if text:
            item.values.setdefault(name, text)
            continue
        hrefs = [href for part in child if (href := part.get(XLINK_HREF))]
        parts = [read_object(part) for part in child if child_text(part, "identificatie")]
        if parts:  # an ActiviteitLocatieaanduiding stands beside the activity it is about
            for part in parts:
                part.refs.setdefault(name, hrefs)
            item.parts += parts
        elif hrefs:
            item.refs.setdefault(name, []).extend(hrefs)
    return item


def concept_label(uri: Optional[str]) -> Optional[str]:
    """Of ".../concept/MaximumBouwhoogte" the words "maximum bouwhoogte"."""
    if not uri:
        return None
    if "://" not in uri:
        return uri
    concept = uri.rpartition("/")[2]
    return _SPELLED.get(concept) or _CAPITAL.sub(" ", concept).lower() or None


def unit(label: Optional[str]) -> Optional[str]:
    """The sign of a unit where it has a common one ("meter" is m)."""
    return UNITS.get(label, label) if label else None
