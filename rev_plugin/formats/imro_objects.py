"""One element of an IMRO file as a plain record; the versions 2006, 2008 and 2012 alike.

The names of elements hardly differ between versions; where they do, each spelling is
listed here. See the schemas IMRO2006XML.xsd, IMRO2008.xsd and IMRO2012.xsd (Geonovum).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, Optional

from rev_plugin.formats.gml import NO_REFERENCES, GeometryError, read_shape
from rev_plugin.formats.shapes import Shape, merge
from rev_plugin.formats.xml import (
    GML_IDS,
    GML_NAMESPACES,
    XLINK_HREF,
    Element,
    local,
    local_name,
    split_tag,
)

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
     "verwijzingNaarTekst", "verwijzingNaarExternPlan", "thema", "normadressant")
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
    """

    __slots__ = ("gml_id", "links", "measures", "nested", "notes", "problem", "relations",
                 "shape", "texts", "type", "values")  # fmt: skip

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


def gml_id(element: Element) -> Optional[str]:
    """The gml:id of an element, of either version of GML."""
    return element.get(GML_IDS[1]) or element.get(GML_IDS[0]) or None


def read_record(element: Element, references: Mapping[str, Element] = NO_REFERENCES) -> Record:
    """An object element as a Record; trouble with its geometry stands in `problem`.

    `references` holds the elements that a geometry may point at, by gml:id.
    """
    record = Record(local(element), gml_id(element))
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
        if name == "geometrie":
            _read_geometry(record, child, references)
        elif reader is not None:
            reader(record, child)
        elif len(child):
            _read_other(record, child, references)
    _add_bare_texts(record)
    return record


def _add_bare_texts(record: Record) -> None:
    """Bare texts: links and other plans as IMRO2006 writes them, and themes as all do."""
    values = record.values
    if "verwijzingNaarTekst" in values:
        for target in values["verwijzingNaarTekst"].split("; "):
            kind = "voorschrift/regel" if target.lower().startswith("v_") else ""
            record.add("texts", TextLink(target, kind))
    if "verwijzingNaarExternPlan" in values:
        for name in values["verwijzingNaarExternPlan"].split("; "):
            record.add("relations", Relation("", None, name))
    for name in ("thema", "normadressant"):  # the last: whom general rules bind
        if name in values:
            record.add("notes", f"{name}: {values[name].replace('; ', ', ')}")


@lru_cache(maxsize=4096)
def _property(tag: str) -> tuple[str, bool, Optional[Callable[[Record, Element], None]]]:
    """Local name of a property, whether its text is kept, and what reads its contents."""
    name = split_tag(tag).name
    return name, name in VALUES, _READERS.get(name)


def _read_other(record: Record, child: Element, references: Mapping[str, Element]) -> None:
    """A property that no schema names: a geometry, or an object written inside this one."""
    if split_tag(child[0].tag).namespace in GML_NAMESPACES:
        _read_geometry(record, child, references)
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
        record.add("links", (local_name(child.tag), href.rpartition("#")[2]))
    if len(child):
        _read_nested(record, child)


def _read_geometry(record: Record, child: Element, references: Mapping[str, Element]) -> None:
    """Take in the geometry under a property of an object."""
    record.problem = ""
    try:
        shape = read_shape(child, references)
    except GeometryError as error:
        record.problem = str(error)
    else:
        record.shape = shape if record.shape is None else merge([record.shape, shape])


def _leaves(element: Element) -> dict[str, str]:
    """Texts in an element, by local name; in one pass, however deep they lie."""
    return {
        local_name(leaf.tag): text
        for leaf in element.iter()
        if (text := leaf.text) and (text := text.strip())
    }


def _values(child: Element) -> Iterable[dict[str, str]]:
    """The leaves of each value under a property; as a rule there is one."""
    return (_leaves(child),) if len(child) == 1 else map(_leaves, child)


def _skip(_record: Record, _child: Element) -> None:
    """Where labels and symbols stand on the map is never the geometry of the object."""


def _read_identity(record: Record, child: Element) -> None:
    """IMRO2012 has NEN3610ID with namespace, lokaalID and, of a plan, versie."""
    leaves = _leaves(child)
    if "lokaalID" in leaves:
        identity = leaves["lokaalID"]
        if "namespace" in leaves:
            identity = f"{leaves['namespace']}.{identity}"
        if "versie" in leaves:
            identity = f"{identity}-{leaves['versie']}"
        record.values["identificatie"] = identity


def _read_texts(record: Record, child: Element) -> None:
    for leaves in _values(child):
        if "verwijzingNaarTekst" in leaves:
            kind = leaves.get("typeTekst") or leaves.get("typeBeleidsbeslissing") or ""
            record.add("texts", TextLink(leaves["verwijzingNaarTekst"], kind))


def _read_status(record: Record, child: Element) -> None:
    for leaves in _values(child):
        record.values.update({k: leaves[k] for k in ("planstatus", "datum") if k in leaves})


def _read_measures(record: Record, child: Element) -> None:
    """Values with their types; in IMRO2006 they lie some elements deeper, and side by side."""
    values, kinds = [], []
    for part in child.iter():
        name, text = local_name(part.tag), (part.text or "").strip()
        if text and name == "waarde":
            values.append(text)
        elif text and name == "waardeType":
            kinds.append(text)
    if len(values) == len(kinds):
        for measure in map(Measure, values, kinds):
            record.add("measures", measure)
    elif any(map(len, child)):
        for holder in child:
            _read_measures(record, holder)
    elif kinds:
        record.add("measures", Measure(values[-1] if values else None, kinds[-1]))


def _read_relation(record: Record, child: Element) -> None:
    for leaves in _values(child):
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
