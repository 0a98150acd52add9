"""The short way for plain plan objects: nine of ten in a file, in a third of the time.

Objects of one make have the same tags in the same order. What stands where is worked out once
for each such row of tags (Recipe); after that an object is read by place. Only tags that mean
the same wherever they stand take part: an object with any other is left to
imro_objects.read_record, which reads all of them.
"""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple, Optional

from rev_plugin.formats.gml_straight import (
    STRAIGHT_TAGS,
    NotPlain,
    Outline,
    find_outline,
    straight_polygons,
)
from rev_plugin.formats.imro_objects import Measure, Record, TextLink, gml_id
from rev_plugin.formats.shapes import Shape
from rev_plugin.formats.xml import XLINK_HREF, Element, local_name

_TEXTS = frozenset(("identificatie", "naam", "artikelnummer", "bestemmingshoofdgroep",
                    "gebiedsaanduidinggroep", "namespace", "lokaalID"))  # fmt: skip
_FOLLOWED_BY = {"waarde": "waardeType", "verwijzingNaarTekst": "typeTekst"}
_LINKS = frozenset(("plangebied", "besluitgebied", "bestemmingsvlak", "aanduiding", "besluitvlak"))
_HOLDERS = frozenset(  # those of a label among them, that is no part of the object's geometry
    ("identificatie", "NEN3610ID", "WaardeEnType", "maatvoeringInfo", "verwijzingNaarTekstInfo",
     "typePlanobject", "TekstReferentie_BP", "labelInfo", "Label", "tekst", "positie",
     "Labelpositie", "plaatsingspunt", "Point", "pos", "hoek")
)  # fmt: skip
_TAG = attrgetter("tag")


class Recipe(NamedTuple):
    """At which places, counted over the elements of an object, its properties stand."""

    type: str
    texts: list[tuple[str, int]]
    links: list[tuple[str, int]]
    measures: list[tuple[int, int]]  # waarde and waardeType
    references: list[tuple[int, int]]  # verwijzingNaarTekst and typeTekst
    outline: Optional[Outline]


def plain_record(element: Element) -> Optional[Record]:
    """An object element as a Record, or None when there is more to it."""
    nodes = list(element.iter())
    recipe = _recipe(tuple(map(_TAG, nodes)))
    if recipe is None:
        return None
    record = Record(recipe.type, gml_id(element))
    try:
        record.values = {name: _text(nodes[place]) for name, place in recipe.texts}
        record.links = [(name, _target(nodes[place])) for name, place in recipe.links]
        if recipe.measures:
            record.measures = [
                Measure(_text(nodes[a]), _text(nodes[b])) for a, b in recipe.measures
            ]
        if recipe.references:
            record.texts = [
                TextLink(_text(nodes[a]), _text(nodes[b])) for a, b in recipe.references
            ]
        if recipe.outline is not None:
            record.shape = Shape(straight_polygons(nodes, recipe.outline))
    except NotPlain:
        return None
    if "lokaalID" in record.values:
        space, number = record.values.pop("namespace"), record.values.pop("lokaalID")
        record.values["identificatie"] = f"{space}.{number}"
    return record


def _text(node: Element) -> str:
    text: str = (node.text or "").strip()
    if not text:
        raise NotPlain
    return text


def _target(node: Element) -> str:
    href: str = node.get(XLINK_HREF, "")
    if not href:
        raise NotPlain
    return href.rpartition("#")[2]


@lru_cache(maxsize=1024)
def _recipe(tags: tuple[str, ...]) -> Optional[Recipe]:
    """What to read of an object whose elements have these tags; None when it is not plain."""
    names = [local_name(tag) for tag in tags]
    recipe = Recipe(names[0], [], [], [], [], None)
    place, last = 1, len(names)
    while place < last:
        name, following = names[place], names[place + 1 : place + 2]
        if name in _FOLLOWED_BY and following == [_FOLLOWED_BY[name]]:
            pairs = recipe.measures if name == "waarde" else recipe.references
            pairs.append((place, place + 1))
            place += 1
        elif name in _LINKS:
            recipe.links.append((name, place))
        elif name in _TEXTS and following != ["NEN3610ID"]:
            recipe.texts.append((name, place))
        elif name == "geometrie" and recipe.outline is None:
            end = next((p for p in range(place + 1, last) if tags[p] not in STRAIGHT_TAGS), last)
            recipe = recipe._replace(outline=find_outline(tags, place + 1, end))
            if recipe.outline is None:
                return None
            place = end - 1
        elif name not in _HOLDERS:
            return None
        place += 1
    found = [name for name, _ in recipe.texts]
    is_sound = len(found) == len(set(found)) and ("namespace" in found) == ("lokaalID" in found)
    return recipe if is_sound else None
