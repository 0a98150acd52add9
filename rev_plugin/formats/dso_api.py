"""Saved answers of the two read APIs of the DSO, as the same rows as the files give.

The field names come from the APIs' models, not from recorded answers: everything is
optional here, and what is not recognised is named in the log.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Optional

from rev_plugin.core.model import Feedback, InputError
from rev_plugin.formats.dso_presenteren import is_annotations, read_annotations
from rev_plugin.formats.geojson import geojson_shape
from rev_plugin.formats.gml import GeometryError
from rev_plugin.formats.imro_objects import Measure, Record, Relation, TextLink
from rev_plugin.formats.imro_rows import to_rows
from rev_plugin.formats.plan_rows import PlanRows
from rev_plugin.formats.shapes import build

MAX_BYTES = 500 * 1024**2
_MAX_DEPTH = 12
# Lists of Ruimtelijke Plannen v4 and the element each of their items is in IMRO.
COLLECTIONS = {
    "plannen": "Plangebied",
    "bestemmingsvlakken": "Bestemmingsvlak",
    "gebiedsaanduidingen": "Gebiedsaanduiding",
    "functieaanduidingen": "Functieaanduiding",
    "bouwaanduidingen": "Bouwaanduiding",
    "lettertekenaanduidingen": "Lettertekenaanduiding",
    "bouwvlakken": "Bouwvlak",
    "maatvoeringen": "Maatvoering",
    "figuren": "Figuur",
    "besluitvlakken": "Besluitvlak",
    "besluitsubvlakken": "Besluitsubvlak",
    "structuurvisiegebieden": "Structuurvisiegebied",
    "structuurvisiecomplexen": "Structuurvisiecomplex",
    "structuurvisieverklaringen": "Structuurvisieverklaring",
}
# relatiesMetExternePlannen: field to the role as IMRO words it.
RELATIONS = {
    "gebruiktInformatieUit": "gebruikt informatie uit extern plan",
    "gedeeltelijkeHerzieningVan": "gedeeltelijke herziening van extern plan",
    "muteert": "als mutatie opgenomen",
    "tenGevolgeVan": "ten gevolge van extern plan",
    "uitTeWerkenIn": "in extern plan uit te werken",
    "uitgewerktIn": "in extern plan uitgewerkt",
    "vervangt": "ter vervanging van extern plan",
}


def read_dso(path: Path, _feedback: Optional[Feedback] = None) -> PlanRows:
    """The rows of a saved JSON answer (Ruimtelijke Plannen v4, Presenteren v8).

    Raises:
        InputError: it is no JSON, or holds nothing that is known.
    """
    answer = _load(path)
    if is_annotations(answer):
        return read_annotations(answer, path.name)
    records: list[Record] = []
    dossiers: dict[str, str] = {}
    for name, item in _items(answer):
        record = _record(COLLECTIONS[name], item)
        records.append(record)
        status = _text(_dict(item.get("dossier")).get("status"))
        if item.get("isHistorisch") is True or _text(item.get("verwijderdOp")):
            status = "historisch"
        if name == "plannen" and status and record.object_id:
            dossiers[record.object_id] = status
    if not records:
        raise InputError(
            "er staan geen plannen of planobjecten in dit JSON-bestand.",
            file=str(path),
            advice="Kies een antwoord van Ruimtelijke Plannen v4 of Presenteren v8.",
        )
    rows = to_rows(f"{path.name} (DSO-API)", records, build([r.shape for r in records]))
    return rows.with_dossier(dossiers)


def _load(path: Path) -> Any:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputError(f"groter dan {MAX_BYTES // 1024**2} MB.", file=str(path))
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(f"niet te lezen ({error.strerror}).", file=str(path)) from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"geen geldige JSON ({error}).", file=str(path)) from error


def _items(value: Any, depth: int = _MAX_DEPTH) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every item of a known list, wherever it stands; a bare plan counts too."""
    if not depth:
        return
    if isinstance(value, list):
        for part in value:
            yield from _items(part, depth - 1)
    elif isinstance(value, dict):
        if "planstatusInfo" in value:
            yield "plannen", value
        for name, part in value.items():
            if name == "_links":  # has lists of the same names, of addresses
                continue
            if name in COLLECTIONS and name != "plannen" and isinstance(part, list):
                yield from ((name, item) for item in part if isinstance(item, dict))
            elif isinstance(part, (dict, list)):
                yield from _items(part, depth - 1)


def _record(kind: str, item: Mapping[str, Any]) -> Record:
    """One item as the record that an IMRO element would give."""
    name = _text(item.get("type"))
    if kind == "Bestemmingsvlak" and name:
        kind = name.capitalize()  # enkelbestemming, dubbelbestemming
    record = Record(kind, _text(item.get("id")))
    government = _dict(item.get("publicerendBevoegdGezag")) or _dict(
        item.get("beleidsmatigVerantwoordelijkeOverheid")
    )
    status = _dict(item.get("planstatusInfo"))
    values = {
        "naam": item.get("naam"),
        "bestemmingshoofdgroep": item.get("bestemmingshoofdgroep"),
        "gebiedsaanduidinggroep": item.get("gebiedsaanduidinggroep"),
        "artikelnummer": item.get("artikelnummer"),
        "planstatus": status.get("planstatus"),
        "datum": status.get("datum"),
        "naamOverheid": " ".join(
            part for part in (_text(government.get("type")), _text(government.get("naam"))) if part
        ),
    }
    if kind == "Plangebied":
        values["typePlan"] = name or "onbekend"
        values["isTamPlan"] = "ja" if item.get("isTamPlan") is True else None
        record.notes = tuple(_plan_notes(item))
    else:
        record.notes = tuple(_policy(item))
    record.values.update({key: text for key, raw in values.items() if (text := _text(raw))})
    record.links = tuple(_plan_link(item))
    record.texts = tuple(_links(item))
    record.measures = tuple(_measures(item))
    record.relations = tuple(_relations(item))
    _read_place(record, item)
    return record


def _read_place(record: Record, item: Mapping[str, Any]) -> None:
    geometry = item.get("geometrie") or item.get("geometry")
    if geometry is None:
        return
    try:
        record.shape = geojson_shape(geometry)
    except GeometryError as error:
        record.problem = str(error)


def _plan_link(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The plan an item belongs to, from an address that holds /plannen/<id>."""
    for link in _dict(item.get("_links")).values():
        href = _text(_dict(link).get("href")) or ""
        if "/plannen/" in href:
            yield "plangebied", href.partition("/plannen/")[2].partition("/")[0]


def _plan_notes(item: Mapping[str, Any]) -> Iterator[str]:
    if item.get("isParapluplan") is True:
        yield "parapluplan"
    end = _text(item.get("eindeRechtsgeldigheid"))
    if end:
        yield f"einde rechtsgeldigheid: {end}"


def _policy(item: Mapping[str, Any]) -> Iterator[str]:
    """Themes and policy of a part of a vision, worded as those of an IMRO file."""
    themes = [text for theme in _list(item.get("thema")) if (text := _text(theme))]
    if themes:
        yield f"thema: {'; '.join(themes)}"
    for policy in map(_dict, _list(item.get("beleid"))):
        words = [f"{name}: {text}" for name, part in policy.items() if (text := _text(part))]
        if words:
            yield ", ".join(words)


def _links(item: Mapping[str, Any]) -> Iterator[TextLink]:
    """Texts of an item, or of the parts of a plan."""
    for part in _list(item.get("heeftOnderdelen")):
        part_kind = _text(_dict(part).get("type")) or ""
        for target in _list(_dict(part).get("externeReferenties")):
            link = _text(_dict(target).get("href")) or _text(target)
            if link:
                yield TextLink(link, part_kind)
    targets = item.get("verwijzingNaarTekst") or []
    for target in targets if isinstance(targets, list) else [targets]:
        href = _text(target.get("href") if isinstance(target, dict) else target)
        if href:
            kind = _text(target.get("type")) if isinstance(target, dict) else ""
            yield TextLink(href, kind or "")


def _measures(item: Mapping[str, Any]) -> Iterator[Measure]:
    sizes = item.get("omvang")
    if not isinstance(sizes, list):
        sizes = [item] if "waarde" in item else []
    for size in sizes:
        kind = _text(_dict(size).get("naam"))
        if kind:
            yield Measure(_text(size.get("waarde")), kind)


def _relations(item: Mapping[str, Any]) -> Iterator[Relation]:
    for name, others in _dict(item.get("relatiesMetExternePlannen")).items():
        for other in others if isinstance(others, list) else []:
            plan = _dict(other) or {"id": other}
            found = _text(plan.get("id")), _text(plan.get("naam"))
            if any(found):
                yield Relation(RELATIONS.get(name, name), *found)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> Optional[str]:
    """A value as text; None for what is no single value."""
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return str(value).strip() or None
    return None
