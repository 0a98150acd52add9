"""One element of an IMRO file as a plain record; the versions 2006, 2008 and 2012 alike.

The names of elements hardly differ between versions; where they do, each spelling is
listed here. See the schemas IMRO2006XML.xsd, IMRO2008.xsd and IMRO2012.xsd (Geonovum).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, Optional

from rev_plugin.formats.gml import (
    DEFAULT_FRAME,
    GML_NAMESPACES,
    Frame,
    GeometryError,
    MissingReference,
    read_shape,
)
from rev_plugin.formats.shapes import Shape
from rev_plugin.formats.xml import XLINK_HREF, Element, local, split_tag

GML_IDS = tuple(f"{{{namespace}}}id" for namespace in GML_NAMESPACES)
PLAN_LINKS = ("plangebied", "besluitgebied")
RULE_LINKS = ("bestemmingsvlak", "aanduiding", "besluitvlak", "besluitsubvlak")
_LABELS = (
    "labelInfo",
    "symboolInfo",
    "typeLettertekenaanduiding",
    "cartografieInfo",
    "boundedBy",
)


class TextLink(NamedTuple):
    """A link to wording, and what kind of text it is ("regels", "toelichting" …)."""

    target: str
    kind: str


class Measure(NamedTuple):
    """A value with its type, as in "7" and "maximum bouwhoogte (m)"."""

    value: Optional[str]
    kind: str


class Relation(NamedTuple):
    """What this plan or object says of another plan."""

    role: str
    plan_id: Optional[str]
    name: Optional[str]


@dataclass
class Record:
    """One IMRO object: its own name, ids, texts, links, measures and coordinates."""

    type: str
    gml_id: Optional[str]
    values: dict[str, str] = field(default_factory=dict)
    links: dict[str, tuple[str, ...]] = field(default_factory=dict)  # gml:ids pointed at
    texts: tuple[TextLink, ...] = ()
    measures: tuple[Measure, ...] = ()
    relations: tuple[Relation, ...] = ()
    notes: tuple[str, ...] = ()
    nested: tuple[Element, ...] = ()  # objects written inside this one
    shape: Optional[Shape] = None
    problem: str = ""  # why a geometry cannot be used
    pending: Optional[Element] = None  # a geometry that points at `missing` by xlink
    missing: str = ""

    @property
    def is_plan(self) -> bool:
        """Whether this is the area of a plan or decision."""
        return "typePlan" in self.values or "typeBesluitgebied" in self.values

    @property
    def object_id(self) -> Optional[str]:
        """The identity in the file, else its gml:id."""
        return self.values.get("identificatie") or self.gml_id

    def first(self, *names: str) -> Optional[str]:
        """The first of these values that the file gives."""
        values = self.values
        for name in names:
            if name in values:
                return values[name]
        return None

    def link(self, names: tuple[str, ...]) -> Optional[str]:
        """The first link under one of these names, as the gml:id it points at."""
        links = self.links
        for name in names:
            if name in links:
                return links[name][0]
        return None


def read_record(element: Element, frame: Frame = DEFAULT_FRAME) -> Record:
    """An object element as a Record; trouble with its geometry stands in `problem`."""
    record = Record(local(element), element.get(GML_IDS[1]) or element.get(GML_IDS[0]))
    values = record.values
    for child in element:
        name, reader = _property(child.tag)
        text = child.text
        if text is not None:
            text = text.strip()
        if text and not len(child):
            values[name] = f"{values[name]}; {text}" if name in values else text
        elif reader is not None:
            reader(record, child)
        elif child.get(XLINK_HREF) and name != "geometrie":
            target = child.attrib[XLINK_HREF].rpartition("#")[2]
            record.links[name] = (*record.links.get(name, ()), target)
        elif name == "geometrie" or _holds_geometry(child):
            read_geometry(record, child, frame=frame)
        else:
            record.nested += tuple(p for p in child if p.find("{*}identificatie") is not None)
    _add_plain_links(record)
    return record


def _add_plain_links(record: Record) -> None:
    """IMRO2006 writes as bare text what later versions wrap: links, other plans, themes."""
    values = record.values
    if "verwijzingNaarTekst" in values:
        for target in values["verwijzingNaarTekst"].split("; "):
            kind = "voorschrift/regel" if target.lower().startswith("v_") else ""
            record.texts += (TextLink(target, kind),)
    if "verwijzingNaarExternPlan" in values:
        for name in values["verwijzingNaarExternPlan"].split("; "):
            record.relations += (Relation("", None, name),)
    if "thema" in values:
        record.notes += (f"thema: {values['thema']}",)


@lru_cache(maxsize=4096)
def _property(tag: str) -> tuple[str, Optional[Callable[[Record, Element], None]]]:
    """Local name of a property, and what reads it when that is no plain text."""
    name = split_tag(tag).name
    return name, _READERS.get(name)


def read_geometry(
    record: Record,
    element: Element,
    references: Optional[Mapping[str, Element]] = None,
    frame: Frame = DEFAULT_FRAME,
) -> None:
    """Take in the geometry under a property of an object."""
    record.pending = None
    record.problem = ""
    try:
        shape = read_shape(element, references or {}, frame)
    except MissingReference as error:
        record.problem = str(error)
        record.pending, record.missing = element, error.href.rpartition("#")[2]
    except GeometryError as error:
        record.problem = str(error)
    else:
        record.shape = shape if record.shape is None else record.shape.joined(shape)


def _holds_geometry(element: Element) -> bool:
    return len(element) > 0 and split_tag(element[0].tag).namespace in GML_NAMESPACES


def _leaves(element: Element) -> dict[str, str]:
    """Texts of the children that have one, by local name."""
    return {
        split_tag(leaf.tag).name: text for leaf in element if (text := (leaf.text or "").strip())
    }


def _skip(_record: Record, _child: Element) -> None:
    """Where labels and symbols stand on the map is never the geometry of the object."""


def _read_identity(record: Record, child: Element) -> None:
    """IMRO2012 has NEN3610ID with namespace, lokaalID and, of a plan, versie."""
    for holder in child:
        leaves = _leaves(holder)
        if "lokaalID" in leaves:
            parts = (leaves.get("namespace"), leaves["lokaalID"])
            identity = ".".join(part for part in parts if part)
            version = leaves.get("versie")
            record.values["identificatie"] = f"{identity}-{version}" if version else identity


def _read_texts(record: Record, child: Element) -> None:
    for holder in child:
        leaves = _leaves(holder)
        if "verwijzingNaarTekst" in leaves:
            kind = leaves.get("typeTekst") or leaves.get("typeBeleidsbeslissing") or ""
            record.texts += (TextLink(leaves["verwijzingNaarTekst"], kind),)


def _read_status(record: Record, child: Element) -> None:
    for holder in child:
        leaves = _leaves(holder)
        record.values.update({k: leaves[k] for k in ("planstatus", "datum") if k in leaves})


def _read_measures(record: Record, child: Element) -> None:
    for kind in child.iter("{*}waardeType"):
        leaves = _leaves(kind.getparent())
        if "waardeType" in leaves:
            record.measures += (Measure(leaves.get("waarde"), leaves["waardeType"]),)


def _read_relation(record: Record, child: Element) -> None:
    for holder in child:
        leaves = _leaves(holder)
        other = leaves.get("idnExternPlan"), leaves.get("naamExternPlan")
        if any(other):
            record.relations += (Relation(leaves.get("rolExternPlan", ""), *other),)


def _read_note(record: Record, child: Element) -> None:
    """Policy and functions as words: "belang: nationaal, rol: …"."""
    words = [
        f"{local(leaf)}: {text}" for leaf in child.iter() if (text := (leaf.text or "").strip())
    ]
    if words:
        record.notes += (", ".join(words),)


_READERS: dict[str, Callable[[Record, Element], None]] = {
    **dict.fromkeys(_LABELS, _skip),
    "identificatie": _read_identity,
    "verwijzingNaarTekstInfo": _read_texts,
    "planstatusInfo": _read_status,
    "statusBeslissing": _read_status,
    "maatvoeringInfo": _read_measures,
    "maatvoering": _read_measures,
    "omvangWaarde": _read_measures,
    "verwijzingNaarExternPlanInfo": _read_relation,
    "beleidInfo": _read_note,
    "bestemmingsfunctieInfo": _read_note,
    "functieInfo": _read_note,
}
