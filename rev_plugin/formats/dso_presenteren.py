"""Regeltekstannotaties of Presenteren v8, as the objects that an OW file would give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Optional

from rev_plugin.formats.geojson import geojson_shape
from rev_plugin.formats.gml import GeometryError
from rev_plugin.formats.imow import OwObject
from rev_plugin.formats.plan_rows import PlanRows
from rev_plugin.formats.stop_gio import Place
from rev_plugin.formats.stop_rows import Delivery, delivery_rows

# Lists of an answer and the IMOW element each of their items is.
_LISTS = {
    "regelteksten": "Regeltekst",
    "regelsVoorIedereen": "RegelVoorIedereen",
    "omgevingswaarderegels": "Omgevingswaarderegel",
    "instructieregels": "Instructieregel",
    "gebiedsaanwijzingen": "Gebiedsaanwijzing",
    "activiteiten": "Activiteit",
    "omgevingsnormen": "Omgevingsnorm",
    "omgevingswaarden": "Omgevingswaarde",
    "kaarten": "Kaart",
    "locaties": "Gebied",
}
# Lists of references and the property of IMOW that each stands for.
_REFERENCES = {
    "regeltekstRef": "artikelOfLid",
    "locatieRefs": "locatieaanduiding",
    "gebiedsaanwijzingRefs": "gebiedsaanwijzing",
    "omgevingsnormRefs": "omgevingsnormaanduiding",
    "omgevingswaardeRefs": "omgevingswaardeaanduiding",
    "activiteitRef": "activiteitaanduiding",
    "omvat": "groepselement",
}
_PARTS = {
    "activiteitLocatieaanduidingen": "ActiviteitLocatieaanduiding",
    "normwaarde": "Normwaarde",
}


def is_annotations(answer: Any) -> bool:
    """Whether an answer holds regeltekstannotaties."""
    return isinstance(answer, dict) and ("regelteksten" in answer or "regelsVoorIedereen" in answer)


def read_annotations(answer: Mapping[str, Any], name: str) -> PlanRows:
    """The rows of regeltekstannotaties; `name` is that of the file."""
    delivery = Delivery(name, source="DSO-API")
    delivery.regulation.kind = "omgevingsplan"
    delivery.regulation.work = _regulation(answer)
    for list_name, kind in _LISTS.items():
        for item in _dicts(answer.get(list_name)):
            found = _object(kind, item)
            delivery.add(found)
            _add_place(found, item, delivery)
    return delivery_rows(delivery)


def _regulation(answer: Mapping[str, Any]) -> Optional[str]:
    links = answer.get("_links")
    link = links.get("regeling") if isinstance(links, dict) else None
    href = link.get("href") if isinstance(link, dict) else None
    return href.rstrip("/").rpartition("/")[2] or None if isinstance(href, str) else None


def _object(kind: str, item: Mapping[str, Any]) -> OwObject:
    wid = item.get("wId")
    found = OwObject(kind, str(item.get("identificatie") or ""), str(wid) if wid else None)
    for name, value in item.items():
        if name in _REFERENCES:
            found.refs[_REFERENCES[name]] = list(_refs(value))
        elif name in _PARTS:
            parts = enumerate(_dicts(value), start=1)
            found.parts += [_part(_PARTS[name], part, found, n) for n, part in parts]
        elif isinstance(value, dict) and "waarde" in value:
            found.values[name] = str(value["waarde"])
        elif isinstance(value, (str, int, float)) and not isinstance(value, bool):
            found.values[name] = str(value)
    return found


def _part(kind: str, item: Mapping[str, Any], owner: OwObject, number: int) -> OwObject:
    part = _object(kind, item)
    part.identity = part.identity or f"{owner.identity}.{number}"
    return part


def _add_place(found: OwObject, item: Mapping[str, Any], delivery: Delivery) -> None:
    """Keep the geometry that a location may carry, under the location's own id."""
    geometry = item.get("geometrie") or item.get("geometry")
    if found.type != "Gebied" or geometry is None:
        return
    try:
        delivery.places[found.identity] = Place(geojson_shape(geometry), "")
    except GeometryError as error:
        delivery.places[found.identity] = Place(None, str(error))


def _refs(value: Any) -> Iterator[str]:
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, dict):
            part = part.get("identificatie") or part.get("href")
        if isinstance(part, str) and part:
            yield part


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []
