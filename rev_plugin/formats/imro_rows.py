"""IMRO records to rows: the columns of the plan, the rule that holds, values with units."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, Optional
from urllib.parse import quote

import numpy as np
import shapely

from rev_plugin.formats.imro_objects import (
    PLAN_LINKS,
    RULE_LINKS,
    Record,
    Relation,
    TextLink,
)
from rev_plugin.formats.plan_rows import PlanRows, assemble
from rev_plugin.formats.shapes import Built

DOCUMENTS_URL = "https://www.ruimtelijkeplannen.nl/documents"
# Names start so by agreement (Geonovum, werkafspraken TAM-omgevingsplan, -projectbesluit …).
_TAM = re.compile(r"tam[ -]", re.IGNORECASE)
# Kinds of plan that are part of the temporary omgevingsplan (Omgevingswet art. 22.1 and
# Invoeringswet Omgevingswet art. 4.6); other kinds have no plan_deel.
TEMPORARY_PLANS = frozenset(
    (
        "bestemmingsplan",
        "chw bestemmingsplan",
        "wijzigingsplan",
        "uitwerkingsplan",
        "inpassingsplan",
        "rijksbestemmingsplan",
        "beheersverordening",
        "voorbereidingsbesluit",
        "exploitatieplan",
    )
)
# Nor do these become part of it as a TAM: an omgevingsverordening, a reactieve interventie and
# an instructie of the Omgevingswet ("Logische regels validatie Wro instrumenten").
_NO_PARTS = frozenset(("provinciale verordening", "reactieve aanwijzing", "aanwijzingsbesluit"))
_DATES = (
    re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)$"),
    re.compile(r"(?P<day>\d\d)-(?P<month>\d\d)-(?P<year>\d{4})$"),
)
_UNIT = re.compile(r"\s*\(([^()]+)\)$")
_ADDED = re.compile(r"^other:\s*", re.IGNORECASE)  # a value beside those of a code list
_FLOOR_AREA = ("bvo", "vvo", "bruto", "netto")  # "maximum vloeroppervlakte; bvo (m2)" is one name
# Published as beheersverordening or structuurvisie, whose tables leave more free: only the name
# tells (Geonovum, "Logische regels validatie Wro instrumenten", 2024).
_CHW = "Chw bestemmingsplan"
_OLD_ARTICLE = re.compile(r"\s+artikel\s+\d+$")  # "bestemmingsplan artikel 10" (2006)
_OLD_MUNICIPAL = "gemeentelijk plan;"
_HIGHER = re.compile("provinc|nationa")
_MAIN_GROUPS = ("bestemmingshoofdgroep", "gebiedsaanduidinggroep")
_MAX_HOPS = 5  # from an aanduiding to the vlak whose article holds


class _Plan(NamedTuple):
    """The columns that all objects of a plan share."""

    plan_id: Optional[str] = None
    plan_naam: Optional[str] = None
    plan_type: Optional[str] = None
    plan_status: Optional[str] = None
    plan_deel: Optional[str] = None
    overheid: Optional[str] = None
    datum: Optional[str] = None


class _Measured(NamedTuple):
    """The columns that differ between the values of one object."""

    naam: Optional[str]
    waarde: Optional[str]
    eenheid: Optional[str]


class _Rule(NamedTuple):
    """Where the rule of an object is written."""

    artikel: Optional[str]
    tekst_url: Optional[str]


def to_rows(source: str, records: Sequence[Record], built: Built) -> PlanRows:
    """Rows of columns.PLAN_OBJECT, one per object and, for measures, one per value.

    `built` holds the geometries of the records, in order; `source` fills `bron`.
    """
    plans = {record.key: _plan(record) for record in records if record.is_plan}
    default = next(iter(plans.values())) if len(plans) == 1 else _Plan()
    plan_of = [
        plans.get(record.key) or plans.get(record.link(PLAN_LINKS), default) for record in records
    ]
    rules = _rules(records, plan_of)
    shape_of_row = np.repeat(np.arange(len(records)), [len(r.measures) or 1 for r in records])
    per_object: dict[str, Sequence[Optional[str]]] = {
        **dict(zip(_Plan._fields, zip(*plan_of))),
        **dict(zip(_Rule._fields, zip(*rules))),
        "object_id": [record.object_id for record in records],
        "object_type": [record.type for record in records],
        "hoofdgroep": [record.first(*_MAIN_GROUPS) for record in records],
        "tekst": [_words(record) for record in records],
        "bron": [source] * len(records),
    }
    columns: dict[str, Sequence[Optional[str]]] = {
        **{name: _objects(values)[shape_of_row] for name, values in per_object.items()},
        **dict(zip(_Measured._fields, zip(*[m for record in records for m in _measured(record)]))),
    }
    elements = Counter(record.type for record in records)
    rows = Counter(records[index].type for index in shape_of_row)
    return assemble(
        columns,
        built,
        shape_of_row,
        log=_log(source, records, built, len(plans)),
        counts={name: (elements[name], rows[name]) for name in elements},
        relations=_relations(records, plan_of),
    )


def _objects(values: Sequence[Optional[str]]) -> np.ndarray:
    return np.array(values, dtype=object)


def _plan(record: Record) -> _Plan:
    name = record.first("naam")
    kind = plan_type(record.first("typePlan", "typeBesluitgebied") or "", name or "")
    return _Plan(
        record.object_id,
        name,
        kind or None,
        record.first("planstatus"),
        plan_part(name or "", kind, is_tam="isTamPlan" in record.values),
        _government(record),
        iso_date(record.first("datum")),
    )


def _government(record: Record) -> Optional[str]:
    """Who made the plan; a name that hides that it is a province or the State says so too."""
    name = record.first(
        "naamOverheid", "overheid", "gemeenteCode", "provincieCode", "overheidsCode"
    )
    level = record.values.get("beleidsmatigVerantwoordelijkeOverheid", "")
    higher = _HIGHER.match(level)
    hidden = name and higher and higher[0] not in name.casefold()
    return f"{name} ({level})" if hidden else name


def iso_date(text: Optional[str]) -> Optional[str]:
    """Of 20060131 and 31-01-2006, as older files write, 2006-01-31; else the text itself."""
    for pattern in _DATES:
        match = pattern.match(text or "")
        if match:
            return "{year}-{month}-{day}".format(**match.groupdict())
    return text


def plan_type(text: str, name: str = "") -> str:
    """The kind of plan; of "gemeentelijk plan; bestemmingsplan artikel 10" the last word.

    "provinciaal plan; omgevingsplan" (2006) stays whole: it is no omgevingsplan of today.
    """
    if name.casefold().startswith(_CHW.casefold()):
        return _CHW
    own = text.rpartition(";")[2] if text.startswith(_OLD_MUNICIPAL) else text
    return _OLD_ARTICLE.sub("", own.strip())


def plan_part(name: str, kind: str, *, is_tam: bool = False) -> Optional[str]:
    """Part of the omgevingsplan: "tam", "tijdelijk", or None for what is no part of it."""
    if is_tam or _TAM.match(name):
        return None if kind.casefold() in _NO_PARTS else "tam"
    return "tijdelijk" if kind.casefold() in TEMPORARY_PLANS else None


def _rules(records: Sequence[Record], plan_of: Sequence[_Plan]) -> list[_Rule]:
    """Article and link of each object; an aanduiding has those of the vlak it belongs to."""
    by_id = {record.gml_id: record for record in records}
    return [_rule(record, plan.plan_id, by_id) for record, plan in zip(records, plan_of)]


def _rule(record: Record, plan_id: Optional[str], by_id: Mapping[Optional[str], Record]) -> _Rule:
    article = record.values.get("artikelnummer")
    url = _url(tuple(record.texts), plan_id) if record.texts else None
    hops = 0
    while not (article and url) and record.links and hops < _MAX_HOPS:
        above = by_id.get(record.link(RULE_LINKS))
        if above is None:
            break
        record, hops = above, hops + 1
        article = article or record.values.get("artikelnummer")
        url = url or _url(tuple(record.texts), plan_id)
    return _Rule(article, url)


@lru_cache(maxsize=4096)
def _url(texts: tuple[TextLink, ...], plan_id: Optional[str]) -> Optional[str]:
    """The first link to rules, else the first of all; a bare file name becomes an address."""
    if not texts:
        return None
    target = min(texts, key=_rank).target
    if "://" in target or plan_id is None:
        return target
    return f"{DOCUMENTS_URL}/{quote(plan_id)}/{quote(target, safe='/#?=&%')}"


def _rank(text: TextLink) -> int:
    """Rules first, then what is no appendix."""
    appendix = text.kind.startswith("bijlage")
    return 0 if "regel" in text.kind and not appendix else 1 + appendix


def _words(record: Record) -> Optional[str]:
    """What the file itself says in words: functions, policy and, of a plan, its relations."""
    if not record.notes and not record.relations:
        return None
    words = list(record.notes)
    if record.is_plan:
        words += [relation_text(relation) for relation in record.relations]
    return "; ".join(words) or None


def relation_text(relation: Relation) -> str:
    """A relation as "rol: naam [id]"."""
    role, plan_id, name = relation
    target = " ".join(part for part in (name, f"[{plan_id}]" if plan_id else "") if part)
    return f"{role or 'extern plan'}: {target}"


def _measured(record: Record) -> list[_Measured]:
    """Name, value and unit of each row of an object."""
    name = _plain(record.first("naam"))
    if not record.measures:
        return [_Measured(name, None, None)]
    parts = [(measure.value, *_split_unit(measure.kind)) for measure in record.measures]
    own_name = name if record.type != "Maatvoering" else None
    return [_Measured(own_name or label or name, value, unit) for value, label, unit in parts]


@lru_cache(maxsize=4096)
def _split_unit(kind: str) -> tuple[str, Optional[str]]:
    """Of "maatvoering; maximum bouwhoogte (m)" the name and the unit."""
    *groups, label = (part.strip() for part in _ADDED.sub("", kind).split(";"))
    if groups and label.startswith(_FLOOR_AREA):
        label = f"{groups[-1]}; {label}"
    unit = _UNIT.search(label)
    return _UNIT.sub("", label), unit.group(1) if unit else None


@lru_cache(maxsize=4096)
def _plain(value: Optional[str]) -> Optional[str]:
    """A value without the mark of one that was added to a code list."""
    return _ADDED.sub("", value) or None if value else value


def _relations(
    records: Sequence[Record], plan_of: Sequence[_Plan]
) -> list[tuple[Optional[str], ...]]:
    return [
        (
            plan.plan_id,
            None if record.is_plan else record.object_id,
            relation.role or None,
            relation.plan_id,
            relation.name,
        )
        for record, plan in zip(records, plan_of)
        for relation in record.relations
    ]


def _log(source: str, records: Sequence[Record], built: Built, plans: int) -> list[str]:
    lines = []
    if plans != 1:
        lines.append(f"{source}: het bestand heeft {plans} plangebieden in plaats van één.")
    missing: dict[tuple[str, str], list[str]] = defaultdict(list)
    for record, problem in zip(records, _problems(records, built)):
        if problem:
            missing[record.type, problem].append(record.object_id or "zonder id")
    for (kind, reason), ids in missing.items():
        lines.append(f"{source}: {kind} zonder bruikbare geometrie ({reason}): {', '.join(ids)}.")
    repaired = [r.object_id or "zonder id" for r, fixed in zip(records, built.repaired) if fixed]
    if repaired:
        lines.append(
            f"{source}: {len(repaired)} ongeldige vlakken hersteld: {', '.join(repaired)}."
        )
    return lines


def _problems(records: Sequence[Record], built: Built) -> list[Optional[str]]:
    """Per object why it has no geometry, or not all of it; None when all is well."""
    found = np.full(len(records), False)
    for part in (built.polygons, built.lines, built.points):
        found |= ~shapely.is_missing(part)
    return [
        record.problem or problem or (None if has_any else "geen geometrie")
        for record, problem, has_any in zip(records, built.problems, found)
    ]
