"""Safe reading of XML from strangers: no DTD, no entities, no network, bounded depth.

lxml without `huge_tree` keeps libxml2's own bounds: 256 levels deep and 10 million
characters in one text. A document type declaration is refused outright, since none of
the formats read here has one and it is the only place where entities come from.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, NamedTuple, Optional

from lxml import etree
from lxml.etree import _Element as Element

from rev_plugin.core.model import Feedback, InputError, Silent

XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
GML_NAMESPACES = ("http://www.opengis.net/gml", "http://www.opengis.net/gml/3.2")
GML_IDS = tuple(f"{{{namespace}}}id" for namespace in GML_NAMESPACES)
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
_REPORT_EVERY = 1_000  # elements
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


@lru_cache(maxsize=4096)
def local_name(tag: str) -> str:
    """Name of lxml's "{namespace}name" without its namespace."""
    return tag.rpartition("}")[2]


def local(element: Element) -> str:
    """The element's name without its namespace."""
    return local_name(element.tag)


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
    with _open(path) as stream, _named_errors(path):
        for _, element in etree.iterparse(stream, **_SAFE, events=("start",)):
            _refuse_dtd(element, path)
            return split_tag(element.tag)
    raise InputError("het bestand is leeg.", file=str(path), advice=_BROKEN)


def read_tree(path: Path) -> Element:
    """The whole of an XML file as its root element; takes some three times its size.

    Raises:
        InputError: naming file and line, when the XML breaks off or is refused.
    """
    read_root(path)
    with _open(path) as stream, _named_errors(path):
        return etree.parse(stream, etree.XMLParser(**_SAFE)).getroot()


def parse_text(text: str) -> Optional[Element]:
    """The root of XML in UTF-8 that is at hand as text; None when it breaks off or is refused."""
    try:
        root = etree.fromstring(text.encode(), etree.XMLParser(**_SAFE))
    except etree.XMLSyntaxError:
        return None
    return root if root.getroottree().docinfo.internalDTD is None else None


def each_element(
    root: Element, names: tuple[str, ...], feedback: Optional[Feedback] = None
) -> Iterator[Element]:
    """Each element of a tree with one of these local names, in order.

    One that lies in another is first taken out of it: nobody meets its contents twice.
    Progress runs from 0 to 1 over the elements; a cancel raises Cancelled.
    """
    feedback = feedback or Silent()
    tags = tuple(f"{{*}}{name}" for name in names)
    found = list(root.iter(*tags))
    for element in found:
        parent = element.getparent()
        if parent is not root and parent is not None and _lies_in(element, tags):
            parent.remove(element)
    for number, element in enumerate(found):
        if number % _REPORT_EVERY == 0:
            feedback.check()
            feedback.progress(number / len(found))
        yield element
    feedback.progress(1.0)


def _lies_in(element: Element, tags: tuple[str, ...]) -> bool:
    return next(element.iterancestors(*tags), None) is not None


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise InputError(
            f"het bestand is niet te openen ({error.strerror}).", file=str(path)
        ) from error


@contextmanager
def _named_errors(path: Path) -> Iterator[None]:
    try:
        yield
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
