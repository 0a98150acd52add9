"""One element of an IMRO file as a plain record; the versions 2006, 2008 and 2012 alike.

The names of elements hardly differ between versions; where they do, each spelling is
listed here. See the schemas IMRO2006XML.xsd, IMRO2008.xsd and IMRO2012.xsd (Geonovum).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, Optional

from rev_plugin.formats.gml import (
    GML_NAMESPACES,
    GeometryError,
    MissingReference,
    read_shape,
)
from rev_plugin.formats.shapes import Shape, merge
from rev_plugin.formats.xml import XLINK_HREF, Element, local, split_tag

GML_IDS = tuple(f"{{{namespace}}}id" for namespace in GML_NAMESPACES)
PLAN_LINKS = ("plangebied", "besluitgebied")
RULE_LINKS = ("bestemmingsvlak", "aanduiding", "besluitvlak", "besluitsubvlak")
BOUNDARY = "begrenzing"
_MAX_TEXT = 10_000  # characters, of a text that is given more than once
LINKS = frozenset((*PLAN_LINKS, *RULE_LINKS, BOUNDARY))
# Elements whose text is kept.
VALUES = frozenset(
    ("identificatie", "naam", "artikelnummer", "bestemmingshoofdgroep", "gebiedsaanduidinggroep",
     "typePlan", "typeBesluitgebied", "planstatus", "datum", "naamOverheid", "overheid",
     "beleidsmatigVerantwoordelijkeOverheid", "gemeenteCode", "provincieCode", "overheidsCode",
     "verwijzingNaarTekst", "verwijzingNaarExternPlan", "thema")
)  # fmt: skip
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


class Record:
    """One IMRO object: its own name, ids, texts, links, measures and coordinates.

    Made by the ten thousands, so it holds what the rows need and nothing else.

    Attributes:
        values: texts by the name of their element (VALUES), of more than one "a; b".
        links: gml:ids that LINKS point at, with the name of the link.
        nested: objects written inside this one.
        problem: why a geometry cannot be used.
        pending: a geometry that points at the gml:id `missing` by xlink.
    """

    __slots__ = ("gml_id", "links", "measures", "missing", "nested", "notes", "pending", "problem",
                 "relations", "shape", "texts", "type", "values")  # fmt: skip

    def __init__(self, kind: str, gml_id: Optional[str]) -> None:
        self.type = kind
        self.gml_id = gml_id
        self.values: dict[str, str] = {}
        self.links: Sequence[tuple[str, str]] = ()
        self.texts: Sequence[TextLink] = ()
        self.measures: Sequence[Measure] = ()
        self.relations: Sequence[Relation] = ()
        self.notes: Sequence[str] = ()
        self.nested: Sequence[Element] = ()
        self.shape: Optional[Shape] = None
        self.problem = ""
        self.pending: Optional[Element] = None
        self.missing = ""

    def add(self, name: str, item: object) -> None:
        """Append to one of the sequences, which becomes a list at its first use."""
        held = getattr(self, name)
        if held:
            held.append(item)
        else:
            setattr(self, name, [item])

    @property
    def is_plan(self) -> bool:
        """Whether this is the area of a plan or decision."""
        return "typePlan" in self.values or "typeBesluitgebied" in self.values

    @property
    def key(self) -> Optional[str]:
        """What links point at: the gml:id, else the identity."""
        return self.gml_id or self.values.get("identificatie")

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
        for name, target in self.links:
            if name in names:
                return target
        return None


def read_record(element: Element) -> Record:
    """An object element as a Record; trouble with its geometry stands in `problem`."""
    record = Record(local(element), element.get(GML_IDS[1]) or element.get(GML_IDS[0]) or None)
    values = record.values
    for child in element:
        name, keeps_text, reader = _property(child.tag)
        if keeps_text:
            text = (child.text or "").strip()
            if text:
                old = values.get(name, "")
                if len(old) < _MAX_TEXT:
                    values[name] = f"{old}; {text}" if old else text
                continue
        if reader is not None:
            reader(record, child)
        elif len(child):
            _read_other(record, child)
    _add_plain_links(record)
    return record


def _add_plain_links(record: Record) -> None:
    """IMRO2006 writes as bare text what later versions wrap: links, other plans, themes."""
    values = record.values
    if "verwijzingNaarTekst" in values:
        for target in values["verwijzingNaarTekst"].split("; "):
            kind = "voorschrift/regel" if target.lower().startswith("v_") else ""
            record.add("texts", TextLink(target, kind))
    if "verwijzingNaarExternPlan" in values:
        for name in values["verwijzingNaarExternPlan"].split("; "):
            record.add("relations", Relation("", None, name))
    if "thema" in values:
        record.add("notes", f"thema: {values['thema']}")


@lru_cache(maxsize=4096)
def _property(tag: str) -> tuple[str, bool, Optional[Callable[[Record, Element], None]]]:
    """Local name of a property, whether its text is kept, and what reads its contents."""
    name = split_tag(tag).name
    return name, name in VALUES, _READERS.get(name)


def _read_other(record: Record, child: Element) -> None:
    """A property that no schema names: a geometry, or an object written inside this one."""
    if split_tag(child[0].tag).namespace in GML_NAMESPACES:
        read_geometry(record, child)
    else:
        _read_nested(record, child)


def _read_nested(record: Record, child: Element) -> None:
    for part in child:
        if part.find("{*}identificatie") is not None:
            record.add("nested", part)


def _read_link(record: Record, child: Element) -> None:
    """An xlink to another object; or that object itself, written here."""
    href = child.get(XLINK_HREF)
    if href:
        record.add("links", (local(child), href.rpartition("#")[2]))
    if len(child):
        _read_nested(record, child)


def read_geometry(
    record: Record,
    element: Element,
    references: Optional[Mapping[str, Element]] = None,
) -> None:
    """Take in the geometry under a property of an object."""
    record.pending = None
    record.problem = ""
    try:
        shape = read_shape(element, references or {})
    except MissingReference as error:
        record.problem = str(error)
        record.pending, record.missing = element, error.href.rpartition("#")[2]
    except GeometryError as error:
        record.problem = str(error)
    else:
        record.shape = shape if record.shape is None else merge([record.shape, shape])


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
            record.add("texts", TextLink(leaves["verwijzingNaarTekst"], kind))


def _read_status(record: Record, child: Element) -> None:
    for holder in child:
        leaves = _leaves(holder)
        record.values.update({k: leaves[k] for k in ("planstatus", "datum") if k in leaves})


def _read_measures(record: Record, child: Element) -> None:
    """Values with their types; in IMRO2006 they lie some elements deeper."""
    for holder in child:
        leaves = _leaves(holder)
        if "waardeType" in leaves:
            record.add("measures", Measure(leaves.get("waarde"), leaves["waardeType"]))
        else:
            _read_measures(record, holder)


def _read_relation(record: Record, child: Element) -> None:
    for holder in child:
        leaves = _leaves(holder)
        other = leaves.get("idnExternPlan"), leaves.get("naamExternPlan")
        if any(other):
            record.add("relations", Relation(leaves.get("rolExternPlan", ""), *other))


def _read_note(record: Record, child: Element) -> None:
    """Policy and functions as words: "belang: nationaal, rol: …"."""
    words = [
        f"{local(leaf)}: {text}" for leaf in child.iter() if (text := (leaf.text or "").strip())
    ]
    if words:
        record.add("notes", ", ".join(words))


_READERS: dict[str, Callable[[Record, Element], None]] = {
    **dict.fromkeys(_LABELS, _skip),
    **dict.fromkeys(LINKS, _read_link),
    "geometrie": read_geometry,
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
