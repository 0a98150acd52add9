"""The text of a STOP delivery: articles with their wording, and what the decision is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Optional

from rev_plugin.formats.xml import Element, child_text, local, own_text, read_tree

# Pieces of text that IMOW points at by wId.
_PIECES = ("Artikel", "Lid", "Divisie", "Divisietekst")
_NO_WORDING = ("Kop", "LidNummer", "Noot", "VerwijderdeTekst")
_ACT = "/akn/nl/act/"
_INLINE = ("IntIoRef", "IntRef", "ExtRef", "ExtIoRef", "b", "i", "u", "sup", "sub", "strong")
# Codes of soortRegeling (STOP, waardelijst regelingtype) and soortProcedure.
REGULATIONS = {
    "regelingtype_001": "amvb",
    "regelingtype_002": "ministeriële regeling",
    "regelingtype_003": "omgevingsplan",
    "regelingtype_004": "omgevingsverordening",
    "regelingtype_005": "waterschapsverordening",
    "regelingtype_006": "omgevingsvisie",
}
_STATUSES = {"proceduretype_definitief": "vastgesteld", "proceduretype_ontwerp": "ontwerp"}
_ADOPTED = "stap_002"  # the step "Vaststelling" of a procedure


class Piece(NamedTuple):
    """An article, a lid or a division: "2.4" or "2.4 lid 1", its heading and its wording."""

    number: Optional[str]
    title: Optional[str]
    wording: Optional[str]
    link: str  # file and eId


@dataclass
class Regulation:
    """What a delivery says of itself, as far as it does."""

    work: Optional[str] = None
    title: Optional[str] = None
    kind: Optional[str] = None
    status: Optional[str] = None
    date: Optional[str] = None
    government: Optional[str] = None
    pieces: dict[str, Piece] = field(default_factory=dict)  # by wId


def read_text(path: Path, into: Regulation) -> None:
    """Add the articles and the metadata of a STOP file to `into`.

    Raises:
        InputError: the file is no XML.
    """
    root = read_tree(path)
    for element in root.iter(*(f"{{*}}{name}" for name in _PIECES)):
        wid = element.get("wId")
        if wid:
            into.pieces[wid] = _piece(element, path.name)
    _read_metadata(root, into)


def _piece(element: Element, file: str) -> Piece:
    number, title = _heading(element)
    if local(element) == "Lid":
        article = next(element.iterancestors("{*}Artikel"), None)
        above, title = (None, None) if article is None else _heading(article)
        lid = (child_text(element, "LidNummer") or "").rstrip(".")
        number = " lid ".join(part for part in (above, lid) if part) or None
    words = " ".join("".join(_wording(element)).split())
    return Piece(number, title, words or None, f"{file}#{element.get('eId', '')}")


def _heading(element: Element) -> tuple[Optional[str], Optional[str]]:
    """Number and title of an article or division."""
    heading = element.find("{*}Kop")
    if heading is None:
        return None, None
    return child_text(heading, "Nummer"), child_text(heading, "Opschrift")


def _wording(element: Element) -> Iterator[str]:
    """All text under an element but headings, numbers and notes."""
    for part in element:
        name = local(part)
        if name not in _NO_WORDING:
            space = "" if name in _INLINE else " "
            yield space
            yield part.text or ""
            yield from _wording(part)
            yield space
        yield part.tail or ""


def _read_metadata(root: Element, into: Regulation) -> None:
    works = [own_text(work) or "" for work in root.iter("{*}FRBRWork")]
    acts = [work for work in works if work.startswith(_ACT)]  # a decision is a bill, not an act
    into.work = acts[0] if acts else into.work
    for metadata in root.iter("{*}RegelingMetadata"):
        into.title = _first(metadata, "citeertitel") or child_text(metadata, "officieleTitel")
        kind = _code(child_text(metadata, "soortRegeling"))
        into.kind = REGULATIONS.get(kind, kind) or into.kind
        into.government = _government(child_text(metadata, "eindverantwoordelijke"))
    status = _STATUSES.get(_code(_first(root, "soortProcedure")))
    into.status = status or into.status
    into.date = _adopted(root) or _first(root, "bekendOp") or into.date


def _adopted(root: Element) -> Optional[str]:
    for step in root.iter("{*}Procedurestap"):
        if _code(child_text(step, "soortStap")) == _ADOPTED:
            return child_text(step, "voltooidOp")
    return None


def _first(element: Element, name: str) -> Optional[str]:
    return own_text(next(element.iter(f"{{*}}{name}"), None))


def _code(uri: Optional[str]) -> str:
    return (uri or "").rpartition("/")[2]


def _government(uri: Optional[str]) -> Optional[str]:
    """Of "/tooi/id/gemeente/gm0297" the last two parts: "gemeente gm0297"."""
    return " ".join(uri.strip("/").split("/")[-2:]) if uri else None
