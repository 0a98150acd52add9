"""The short way for plain plan objects: nine of ten in a file, in a third of the time.

Objects of one make have the same tags in the same order. What stands where is worked out once
for each such row of tags (Recipe); after that an object is read by place. Only tags that mean
the same wherever they stand take part: an object with any other is left to
imro_objects.read_record, which reads all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
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
from rev_plugin.formats.shapes import Ring, Shape
from rev_plugin.formats.xml import XLINK_HREF, Element, local_name

_TEXTS = frozenset(("identificatie", "naam", "artikelnummer", "bestemmingshoofdgroep",
                    "gebiedsaanduidinggroep", "namespace", "lokaalID"))  # fmt: skip
_FOLLOWED_BY = {"waarde": "waardeType", "verwijzingNaarTekst": "typeTekst"}
_LINKS = frozenset(("plangebied", "besluitgebied", "bestemmingsvlak", "aanduiding", "besluitvlak"))
_HOLDERS = frozenset(  # those of a label or symbol among them: no part of the object's geometry
    ("identificatie", "NEN3610ID", "WaardeEnType", "maatvoeringInfo", "verwijzingNaarTekstInfo",
     "typePlanobject", "TekstReferentie_BP", "labelInfo", "Label", "tekst", "positie",
     "Labelpositie", "plaatsingspunt", "aanpijlingspunt", "Point", "pos", "hoek", "symboolInfo",
     "SymboolEnPositie", "symboolCode")
)  # fmt: skip
_TAG = attrgetter("tag")


class Recipe(NamedTuple):
    """At which places, counted over the elements of an object, its properties stand."""

    type: str
    names: list[str]  # of the first texts; then come pairs of a value or file and its type
    texts: list[int]
    links: list[tuple[str, int]]
    measures: slice  # of the texts
    references: slice
    outline: Optional[Outline]


def plain_record(element: Element) -> Optional[Record]:
    """An object element as a Record, or None when there is more to it."""
    nodes = list(element.iter())
    recipe = recipe_of(nodes)
    if recipe is None:
        return None
    texts = [nodes[place].text or "" for place in recipe.texts]
    targets = [nodes[place].get(XLINK_HREF, "") for _, place in recipe.links]
    try:
        polygons = straight_polygons(nodes, recipe.outline) if recipe.outline else []
    except NotPlain:
        return None
    return fill(recipe, gml_id(element), texts, targets, polygons)


def recipe_of(nodes: Sequence[Element]) -> Optional[Recipe]:
    """What to read of an object with these elements; None when it is not plain."""
    return _recipe(tuple(map(_TAG, nodes)))


def fill(
    recipe: Recipe,
    own_id: Optional[str],
    texts: Sequence[str],
    targets: Sequence[str],
    polygons: Sequence[Sequence[Ring]],
) -> Optional[Record]:
    """A Record of what stands at the places of a recipe; None when one of them is empty."""
    texts = list(map(str.strip, texts))
    if not all(texts) or not all(targets):
        return None
    record = Record(recipe.type, own_id)
    record.values = values = dict(zip(recipe.names, texts))
    record.links = [
        (name, target.rpartition("#")[2]) for (name, _), target in zip(recipe.links, targets)
    ]
    if len(texts) > len(recipe.names):
        measures, references = texts[recipe.measures], texts[recipe.references]
        record.measures = list(map(Measure, measures[::2], measures[1::2]))
        record.texts = list(map(TextLink, references[::2], references[1::2]))
    if polygons:
        record.shape = Shape(polygons)
    if "lokaalID" in values:
        values["identificatie"] = f"{values.pop('namespace')}.{values.pop('lokaalID')}"
    return record


@lru_cache(maxsize=1024)
def _recipe(tags: tuple[str, ...]) -> Optional[Recipe]:
    """What to read of an object whose elements have these tags; None when it is not plain."""
    names = [local_name(tag) for tag in tags]
    texts: list[tuple[str, int]] = []
    links: list[tuple[str, int]] = []
    pairs: dict[str, list[int]] = {name: [] for name in _FOLLOWED_BY}
    outline: Optional[Outline] = None
    place, last = 1, len(names)
    while place < last:
        name, following = names[place], names[place + 1 : place + 2]
        if name in _FOLLOWED_BY and following == [_FOLLOWED_BY[name]]:
            pairs[name] += (place, place + 1)
            place += 1
        elif name in _LINKS:
            links.append((name, place))
        elif name in _TEXTS and following != ["NEN3610ID"]:
            texts.append((name, place))
        elif name == "geometrie" and outline is None:
            end = next((p for p in range(place + 1, last) if tags[p] not in STRAIGHT_TAGS), last)
            outline = find_outline(tags, place + 1, end)
            if outline is None:
                return None
            place = end - 1
        elif name not in _HOLDERS:
            return None
        place += 1
    found = [name for name, _ in texts]
    if len(found) > len(set(found)) or ("namespace" in found) != ("lokaalID" in found):
        return None
    measured, referred = pairs["waarde"], pairs["verwijzingNaarTekst"]
    second = len(found) + len(measured)
    return Recipe(
        names[0],
        found,
        [place for _, place in texts] + measured + referred,
        links,
        slice(len(found), second),
        slice(second, None),
        outline,
    )
