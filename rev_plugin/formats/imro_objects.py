"""One element of an IMRO file as a plain record; the versions 2006, 2008 and 2012 alike.

The names of elements hardly differ between versions; where they do, each spelling is
listed here. See the schemas IMRO2006XML.xsd, IMRO2008.xsd and IMRO2012.xsd (Geonovum).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Optional

from rev_plugin.formats.gml import (
    DEFAULT_FRAME,
    GML_NAMESPACES,
    Frame,
    GeometryError,
    MissingReference,
    Shape,
    read_shape,
)
from rev_plugin.formats.xml import XLINK_HREF, Element, child_text, local, split_tag

GML_IDS = tuple(f"{{{namespace}}}id" for namespace in GML_NAMESPACES)
PLAN_LINKS = ("plangebied", "besluitgebied")
RULE_LINKS = ("bestemmingsvlak", "aanduiding", "besluitvlak", "besluitsubvlak")
_PLAN_MARKS = ("typePlan", "typeBesluitgebied")
# Where labels and symbols are placed on the map: never the geometry of the object itself.
_LABELS = frozenset(
    ("labelInfo", "symboolInfo", "typeLettertekenaanduiding", "cartografieInfo", "boundedBy")
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
    identity: Optional[str] = None
    values: dict[str, str] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)
    texts: list[TextLink] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    shape: Optional[Shape] = None
    problem: str = ""
    pending: Optional[Element] = None  # a geometry that points at `missing` by xlink
    missing: str = ""
    nested: list[Element] = field(default_factory=list)  # objects written inside this one

    @property
    def is_plan(self) -> bool:
        """Whether this is the area of a plan or decision."""
        return any(mark in self.values for mark in _PLAN_MARKS)

    @property
    def object_id(self) -> Optional[str]:
        return self.identity or self.gml_id

    def first(self, *names: str) -> Optional[str]:
        """The first of these values that the file gives."""
        for name in names:
            if name in self.values:
                return self.values[name]
        return None

    def link(self, names: tuple[str, ...]) -> Optional[str]:
        """The first link under one of these names, as the gml:id it points at."""
        for name in names:
            if name in self.links:
                return self.links[name][0]
        return None


def read_record(element: Element, frame: Frame = DEFAULT_FRAME) -> Record:
    """An object element as a Record; trouble with its geometry stands in `problem`."""
    attributes = element.attrib
    record = Record(local(element), attributes.get(GML_IDS[1]) or attributes.get(GML_IDS[0]))
    for child in element:
        name = split_tag(child.tag).name
        if name in _LABELS:
            continue
        reader = _READERS.get(name)
        if reader is not None:
            reader(record, child)
        elif name == "geometrie" or (len(child) and _holds_geometry(child)):
            read_geometry(record, child, frame=frame)
        elif len(child) == 0:
            _read_leaf(record, child, name)
        else:
            record.nested += [part for part in child if part.find("{*}identificatie") is not None]
    return record


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
        if record.shape is None:
            record.shape = shape
        else:
            record.shape.add(shape)


def _holds_geometry(element: Element) -> bool:
    return split_tag(element[0].tag).namespace in GML_NAMESPACES


def _read_leaf(record: Record, child: Element, name: str) -> None:
    text = child.text
    if text and not text.isspace():
        text = text.strip()
        old = record.values.get(name)
        record.values[name] = text if old is None else f"{old}; {text}"
    else:
        href = child.attrib.get(XLINK_HREF)
        if href:
            record.links.setdefault(name, []).append(href.rpartition("#")[2])


def _read_identity(record: Record, child: Element) -> None:
    if len(child) == 0:
        record.identity = (child.text or "").strip() or None
        return
    holder = child[0] if len(child[0]) else child
    place, name = child_text(holder, "namespace"), child_text(holder, "lokaalID")
    version = child_text(holder, "versie")
    if name:
        record.identity = (f"{place}." if place else "") + name + (f"-{version}" if version else "")


def _read_texts(record: Record, child: Element) -> None:
    for holder in child:
        target = child_text(holder, "verwijzingNaarTekst")
        if target:
            kind = child_text(holder, "typeTekst") or child_text(holder, "typeBeleidsbeslissing")
            record.texts.append(TextLink(target, kind or ""))


def _read_text_link(record: Record, child: Element) -> None:
    """IMRO2006 names the file straight away; its prefix says what it is (v_, d_, t_ …)."""
    target = (child.text or "").strip()
    if target:
        kind = "regels" if target.lower().startswith(("v_", "r_", "b_v_")) else ""
        record.texts.append(TextLink(target, kind))


def _read_status(record: Record, child: Element) -> None:
    for holder in child:
        for name in ("planstatus", "datum"):
            text = child_text(holder, name)
            if text:
                record.values[name] = text


def _read_measures(record: Record, child: Element) -> None:
    for kind in child.iter("{*}waardeType"):
        record.measures.append(
            Measure(child_text(kind.getparent(), "waarde"), (kind.text or "").strip())
        )


def _read_relation(record: Record, child: Element) -> None:
    for holder in child:
        role = child_text(holder, "rolExternPlan") or ""
        other = Relation(
            role, child_text(holder, "idnExternPlan"), child_text(holder, "naamExternPlan")
        )
        if any(other):
            record.relations.append(other)


def _read_plain_relation(record: Record, child: Element) -> None:
    name = (child.text or "").strip()
    if name:
        record.relations.append(Relation("", None, name))


def _read_note(record: Record, child: Element) -> None:
    """Policy and functions as words: "belang: nationaal; rol: …"."""
    words = [
        f"{local(leaf)}: {text}"
        for leaf in child.iter()
        if len(leaf) == 0 and (text := (leaf.text or "").strip())
    ]
    if words:
        record.notes.append(", ".join(words))


_READERS: dict[str, Callable[[Record, Element], None]] = {
    "identificatie": _read_identity,
    "verwijzingNaarTekstInfo": _read_texts,
    "verwijzingNaarTekst": _read_text_link,
    "planstatusInfo": _read_status,
    "statusBeslissing": _read_status,
    "maatvoeringInfo": _read_measures,
    "maatvoering": _read_measures,
    "omvangWaarde": _read_measures,
    "verwijzingNaarExternPlanInfo": _read_relation,
    "verwijzingNaarExternPlan": _read_plain_relation,
    "beleidInfo": _read_note,
    "bestemmingsfunctieInfo": _read_note,
    "functieInfo": _read_note,
    "thema": _read_note,
}
