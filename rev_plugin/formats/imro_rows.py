"""IMRO records to rows: the columns of the plan, the rule that holds, values with units."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Optional
from urllib.parse import quote

import numpy as np

from rev_plugin.formats.gml import Built
from rev_plugin.formats.imro_objects import (
    PLAN_LINKS,
    RULE_LINKS,
    Measure,
    Record,
    Relation,
    TextLink,
)
from rev_plugin.formats.plan_rows import PlanRows, assemble

DOCUMENTS_URL = "https://www.ruimtelijkeplannen.nl/documents"
# Names start so by agreement (Geonovum, werkafspraken TAM-omgevingsplan, -projectbesluit …).
TAM_PREFIX = "tam-"
# Kinds of plan that are part of the temporary omgevingsplan (Omgevingswet art. 22.1 and
# Invoeringswet Omgevingswet art. 4.6); other kinds have no plan_deel.
TEMPORARY_PLANS = frozenset(
    (
        "bestemmingsplan",
        "wijzigingsplan",
        "uitwerkingsplan",
        "inpassingsplan",
        "rijksbestemmingsplan",
        "beheersverordening",
        "voorbereidingsbesluit",
        "exploitatieplan",
    )
)
_UNIT = re.compile(r"\s*\(([^()]+)\)$")
_OLD_ARTICLE = re.compile(r"\s+artikel\s+\d+$")  # "bestemmingsplan artikel 10" (2006)
_MAX_HOPS = 5


class _Plan(NamedTuple):
    """The columns that all objects of a plan share."""

    plan_id: Optional[str] = None
    plan_naam: Optional[str] = None
    plan_type: Optional[str] = None
    plan_status: Optional[str] = None
    plan_deel: Optional[str] = None
    overheid: Optional[str] = None
    datum: Optional[str] = None


class _Rule(NamedTuple):
    """Where the rule of an object is written."""

    artikel: Optional[str]
    tekst_url: Optional[str]


def to_rows(source: str, records: Sequence[Record], built: Built) -> PlanRows:
    """Rows of columns.PLAN_OBJECT, one per object and, for measures, one per value.

    `built` holds the geometries of the records, in order; `source` fills `bron`.
    """
    plans = {
        record.gml_id or record.object_id: _plan(record) for record in records if record.is_plan
    }
    default = next(iter(plans.values())) if len(plans) == 1 else _Plan()
    by_id = {record.gml_id: record for record in records}
    columns: dict[str, list[Optional[str]]] = defaultdict(list)
    shape_of_row: list[int] = []
    rows: Counter[str] = Counter()
    for index, record in enumerate(records):
        own_id = (record.gml_id or record.object_id) if record.is_plan else record.link(PLAN_LINKS)
        plan = plans.get(own_id, default)
        shared = {
            **plan._asdict(),
            **_rule(record, by_id, plan.plan_id)._asdict(),
            "object_id": record.object_id,
            "object_type": record.type,
            "hoofdgroep": record.first("bestemmingshoofdgroep", "gebiedsaanduidinggroep"),
            "tekst": _words(record),
            "bron": source,
        }
        measured = [_measured(record, measure) for measure in record.measures or (None,)]
        for part in measured:
            for name, value in {**shared, **part}.items():
                columns[name].append(value)
        shape_of_row += [index] * len(measured)
        rows[record.type] += len(measured)
    elements = Counter(record.type for record in records)
    return assemble(
        columns,
        built,
        np.array(shape_of_row, dtype=int),
        log=_log(source, records, built, len(plans)),
        counts={name: (elements[name], rows[name]) for name in elements},
        relations=_relations(records, plans, default),
    )


def _plan(record: Record) -> _Plan:
    name = record.first("naam")
    kind = plan_type(record.first("typePlan", "typeBesluitgebied") or "")
    return _Plan(
        record.object_id,
        name,
        kind or None,
        record.first("planstatus"),
        plan_part(name or "", kind),
        record.first("naamOverheid", "overheid", "gemeenteCode", "provincieCode", "overheidsCode"),
        record.first("datum"),
    )


def plan_type(text: str) -> str:
    """The kind of plan; of "gemeentelijk plan; bestemmingsplan artikel 10" the last word."""
    return _OLD_ARTICLE.sub("", text.rpartition(";")[2].strip())


def plan_part(name: str, kind: str) -> Optional[str]:
    """Part of the omgevingsplan: "tam", "tijdelijk", or None for what is no part of it."""
    if name.casefold().startswith(TAM_PREFIX):
        return "tam"
    return "tijdelijk" if kind in TEMPORARY_PLANS else None


def _rule(record: Record, by_id: Mapping[Optional[str], Record], plan_id: Optional[str]) -> _Rule:
    """Article and link of an object; an aanduiding has those of the vlak it belongs to."""
    article = url = None
    current: Optional[Record] = record
    for _ in range(_MAX_HOPS):
        if current is None:
            break
        article = article or current.first("artikelnummer")
        url = url or _url(current.texts, plan_id)
        current = by_id.get(current.link(RULE_LINKS)) if not (article and url) else None
    return _Rule(article, url)


def _url(texts: Sequence[TextLink], plan_id: Optional[str]) -> Optional[str]:
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
    words = list(record.notes)
    if record.is_plan:
        words += [relation_text(relation) for relation in record.relations]
    return "; ".join(words) or None


def relation_text(relation: Relation) -> str:
    """A relation as "rol: naam [id]"."""
    role, plan_id, name = relation
    target = " ".join(part for part in (name, f"[{plan_id}]" if plan_id else "") if part)
    return f"{role or 'extern plan'}: {target}"


def _measured(record: Record, measure: Optional[Measure]) -> dict[str, Optional[str]]:
    """Columns of one value: "maximum bouwhoogte (m)" is a name and a unit."""
    name = record.first("naam")
    if measure is None:
        return {"naam": name, "waarde": None, "eenheid": None}
    kind = measure.kind.rpartition(";")[2].strip()
    unit = _UNIT.search(kind)
    label = _UNIT.sub("", kind) if record.type == "Maatvoering" or not name else name
    return {
        "naam": label or name,
        "waarde": measure.value,
        "eenheid": unit.group(1) if unit else None,
    }


def _relations(
    records: Sequence[Record], plans: Mapping[Optional[str], _Plan], default: _Plan
) -> list[tuple[Optional[str], ...]]:
    rows: list[tuple[Optional[str], ...]] = []
    for record in records:
        if record.is_plan:
            plan_id, object_id = record.object_id, None
        else:
            plan_id, object_id = (
                plans.get(record.link(PLAN_LINKS), default).plan_id,
                record.object_id,
            )
        for role, other_id, other_name in record.relations:
            rows.append((plan_id, object_id, role or None, other_id, other_name))
    return rows


def _log(source: str, records: Sequence[Record], built: Built, plans: int) -> list[str]:
    lines = []
    if plans != 1:
        lines.append(f"{source}: het bestand heeft {plans} plangebieden in plaats van één.")
    missing: dict[tuple[str, str], list[str]] = defaultdict(list)
    has_none = (built.polygons == None) & (built.lines == None) & (built.points == None)  # noqa: E711
    for record, nothing in zip(records, has_none):
        if nothing or record.problem:
            reason = record.problem or "geen geometrie"
            missing[record.type, reason].append(record.object_id or "zonder id")
    for (kind, reason), ids in missing.items():
        lines.append(f"{source}: {kind} zonder bruikbare geometrie ({reason}): {', '.join(ids)}.")
    repaired = [r.object_id or "zonder id" for r, fixed in zip(records, built.repaired) if fixed]
    if repaired:
        lines.append(
            f"{source}: {len(repaired)} ongeldige vlakken hersteld: {', '.join(repaired)}."
        )
    return lines
