"""IMRO 2006, 2008 and 2012 GML: old plans and TAM plans as rows.

Every element with an identity becomes a row; a Maatvoering has one row per value. Nothing
is dropped silently: `counts` sets rows beside elements and the log names each object whose
geometry cannot be used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Optional

from rev_plugin.core.garbage import no_search
from rev_plugin.core.model import Feedback, InputError
from rev_plugin.formats.gml import References
from rev_plugin.formats.imro_objects import BOUNDARY, Record, read_record
from rev_plugin.formats.imro_plain import plain_record
from rev_plugin.formats.imro_rows import to_rows
from rev_plugin.formats.imro_source import TAKEN, take_plain
from rev_plugin.formats.plan_rows import PlanRows
from rev_plugin.formats.shapes import build, merge
from rev_plugin.formats.xml import Element, Root, each_element, read_root, read_tree, split_tag

# As in http://www.ravi.nl/imro2006, http://www.geonovum.nl/imro/2008/1, …/imro2012 and
# …/imro/2012/1.1, or …/imro/pcp/2008/1.2 of plan outlines; …/imro/pt/2012/1.0 is text.
_NAMESPACE = re.compile(r"/imro(?:/pcp)?/?(20\d\d)\b")
_MEMBERS = ("featureMember", "featureMembers", "member")
LARGE = 3_000_000  # bytes; below it, to look for plain objects first gains nothing
_NO_OBJECTS = ("MetadataIMRObestand",)


def is_imro(root: Root) -> bool:
    """Whether a root element is that of an IMRO file."""
    names = ("FeatureCollectionIMRO", "FeatureCollection")
    return bool(imro_version(root.namespace)) or root.name in names


def imro_version(namespace: str) -> str:
    """The version that a namespace stands for, such as "IMRO2012"; empty when it is no IMRO."""
    found = _NAMESPACE.search(namespace)
    return f"IMRO{found[1]}" if found else ""


def read_imro(path: Path, feedback: Optional[Feedback] = None) -> PlanRows:
    """All objects of an IMRO GML file.

    Raises:
        InputError: naming file and line, when it is no IMRO or breaks off.
        Cancelled: the user cancelled.
    """
    with no_search():  # else a quarter of the time
        version, records, holders = _collect(path, feedback)
        if not version or not records:
            raise InputError(
                "er staat geen IMRO-object in dit bestand.",
                file=str(path),
                advice="Kies de GML van een plan zoals ruimtelijkeplannen.nl die geeft.",
            )
        unused = _take_boundaries(records, holders)
        built = build([record.shape for record in records])
        rows = to_rows(f"{path.name} ({version})", records, built)
    if unused:
        told = f"geometrieën waar geen object naar verwijst: {', '.join(unused)}."
        rows.log.append(f"{path.name} ({version}): {told}")
    return rows


def _collect(
    path: Path, feedback: Optional[Feedback]
) -> tuple[str, list[Record], dict[str, Record]]:
    """The version, the objects, and by gml:id the elements that only hold a geometry for others.

    The tree of the file is gone afterwards: the geometries can have its room.
    """
    taken, root = _read(path, feedback)
    version = imro_version(split_tag(root.tag).namespace)
    references = References(lambda: _whole(path)) if taken else References(lambda: root)
    records: list[Record] = []
    holders: dict[str, Record] = {}
    for member in each_element(root, _MEMBERS, feedback):
        version = version or _version(member)
        stands_for = member.get(TAKEN) if taken else None
        found = taken[slice(*map(int, stands_for.split()))] if stands_for else None
        for record in found or _records(member, references):
            if record.type.startswith("Geometrie") and "identificatie" not in record.values:
                holders[record.gml_id or ""] = record
            elif record.type not in _NO_OBJECTS:
                records.append(record)
    return version, records, holders


def _read(path: Path, feedback: Optional[Feedback]) -> tuple[list[Record], Element]:
    """The objects that need no tree, and the tree of all else."""
    is_large = bool(imro_version(read_root(path).namespace)) and path.stat().st_size > LARGE
    found = take_plain(path, feedback) if is_large else None
    return found or ([], read_tree(path))


def _whole(path: Path) -> Element:
    """The tree of all objects, for references; as each_element leaves it."""
    root = read_tree(path)
    next(each_element(root, _MEMBERS), None)
    return root


def _version(member: Element) -> str:
    versions = (imro_version(split_tag(element.tag).namespace) for element in member)
    return next(filter(None, versions), "")


def _records(elements: Iterable[Element], references: References) -> list[Record]:
    """Each object as a record, with the objects written inside it."""
    found = []
    for element in elements:
        record = plain_record(element) or read_record(element, references)
        found.append(record)
        if record.nested:
            found += _records(record.nested, references)
            record.nested = ()
    return found


def _take_boundaries(records: list[Record], holders: dict[str, Record]) -> list[str]:
    """Structuurvisies and provincial rules name their geometry: begrenzing xlink:href.

    Gives the ids of geometries that no object names.
    """
    used: set[str] = set()
    for record in records:
        shapes = [] if record.shape is None else [record.shape]
        for href in (target for name, target in record.links if name == BOUNDARY):
            used.add(href)
            holder = holders.get(href)
            if holder is None or holder.shape is None:
                reason = holder.problem if holder else "die staat niet in het bestand"
                record.problem = f"begrenzing {href}: {reason}"
            else:
                shapes.append(holder.shape)
        if len(shapes) > (record.shape is not None):
            record.shape = merge(shapes)
    return [gml_id for gml_id in holders if gml_id not in used]
