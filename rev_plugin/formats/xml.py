"""Safe reading of XML from strangers: no DTD, no entities, no network, bounded depth.

lxml without `huge_tree` keeps libxml2's own bounds: 256 levels deep and 10 million
characters in one text. A document type declaration is refused outright, since none of
the formats read here has one and it is the only place where entities come from.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, NamedTuple, Optional

from lxml import etree
from lxml.etree import _Element as Element

from rev_plugin.core.model import Feedback, InputError, Silent

XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
_SAFE = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
    "remove_blank_text": True,
}
_BROKEN = "Haal het bestand opnieuw op; het is afgekapt of geen geldige XML."


class Root(NamedTuple):
    """What the first tag of a file says: name and namespace ("" when it has none)."""

    name: str
    namespace: str


@lru_cache(maxsize=4096)
def split_tag(tag: str) -> Root:
    """Name and namespace of lxml's "{namespace}name"."""
    namespace, _, name = tag.rpartition("}")
    return Root(name, namespace[1:])


def local(element: Element) -> str:
    """The element's name without its namespace."""
    return split_tag(element.tag).name


def child_text(element: Element, name: str) -> Optional[str]:
    """Stripped text of the first child with this local name; None when absent or empty."""
    return own_text(element.find(f"{{*}}{name}"))


def own_text(element: Optional[Element]) -> Optional[str]:
    """Stripped text of an element, or None when there is none."""
    return (element.text or "").strip() or None if element is not None else None


def read_root(path: Path) -> Root:
    """The root of an XML file, without reading on.

    Raises:
        InputError: the file cannot be read, is not XML or has a DTD.
    """
    with _open(path) as stream:
        for _, element in _parse(stream, path, events=("start",)):
            _refuse_dtd(element, path)
            return split_tag(element.tag)
    raise InputError("het bestand is leeg.", file=str(path), advice=_BROKEN)


def read_tree(path: Path) -> Element:
    """The whole of a small XML file as its root element.

    Raises:
        InputError: the file cannot be read, is not XML or has a DTD.
    """
    read_root(path)
    with _open(path) as stream:
        try:
            return etree.parse(stream, etree.XMLParser(**_SAFE)).getroot()
        except etree.XMLSyntaxError as error:
            raise _syntax_error(error, path) from error


def stream_elements(
    path: Path, names: tuple[str, ...], feedback: Optional[Feedback] = None
) -> Iterator[Element]:
    """Each element with one of these local names, once it is complete; then it is dropped.

    Memory follows the largest such element, not the file. Let go of its parts before asking
    for the next: what is still held is not freed but moved, in quadratic time. Progress runs
    from 0 to 1 over the file; a cancel raises Cancelled.

    Raises:
        InputError: naming file and line, when the XML breaks off or is refused.
    """
    read_root(path)
    size = max(path.stat().st_size, 1)
    feedback = feedback or Silent()
    reported = 0
    with _open(path) as stream:
        tags = tuple(f"{{*}}{name}" for name in names)
        for _, element in _parse(stream, path, events=("end",), tag=tags):
            yield element
            element.clear()  # its empty shell stays, a hundred bytes
            position = stream.tell()
            if position != reported:
                reported = position
                feedback.check()
                feedback.progress(min(position / size, 1.0))


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise InputError(
            f"het bestand is niet te openen ({error.strerror}).", file=str(path)
        ) from error


def _parse(stream: BinaryIO, path: Path, **options: object) -> Iterator[tuple[str, Element]]:
    try:
        yield from etree.iterparse(stream, **_SAFE, **options)
    except etree.XMLSyntaxError as error:
        raise _syntax_error(error, path) from error
    except OSError as error:
        raise InputError(
            f"het bestand is niet te lezen ({error.strerror}).", file=str(path)
        ) from error


def _syntax_error(error: etree.XMLSyntaxError, path: Path) -> InputError:
    line = error.lineno or 1
    return InputError(
        f"geen geldige XML: {error.msg}.", file=str(path), row=f"(regel) {line}", advice=_BROKEN
    )


def _refuse_dtd(root: Element, path: Path) -> None:
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError(
            "het bestand heeft een DTD; dat wordt om veiligheid geweigerd.",
            file=str(path),
            row=f"(regel) {root.sourceline or 1}",
            advice="Verwijder de regel die met <!DOCTYPE begint.",
        )
