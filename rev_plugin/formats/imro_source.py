"""The plain objects of a large file straight from its text, before the rest becomes a tree.

Objects come in a few makes: the same tags in the same order, with other texts. Of each make
that a sample shows, one object is read the long way; a pattern of its tags, in which only
texts, ids and links are left open, then finds the others. Each character between the tags is
accounted for, so an object with anything else in it stays in the text, and so does everything
that is no such object: what is well-formed stays so, and what is not is still refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Optional

import numpy as np

from rev_plugin.core.model import Feedback, Silent
from rev_plugin.formats.imro_objects import Record
from rev_plugin.formats.imro_plain import Recipe, fill, plain_record, recipe_of
from rev_plugin.formats.xml import Element, parse_text

TAKEN = "rev-taken"  # on a member that stands for objects: the first, and the one after the last
_SAMPLE, _MAKES = 150, 24  # members to look at; makes to look for
_CHECK_EVERY = 1_000  # objects
_LONGEST, _LONGEST_PATTERN = 100_000, 10_000  # characters of a member, and of how it is spelled
_MEMBER = re.compile(r"<((?:[\w.-]+:)?featureMember)>")
_ENCODING = re.compile(r"encoding\s*=\s*.([\w.-]+)")
_TAG = re.compile(r'<(/?)([^\s<>/="&]+)((?:\s+[^\s<>/="&]+="[^"<>&]*")*)\s*(/?)>([^<]*)')
_ATTRIBUTE = re.compile(r'\s+([^\s=]+)="([^"]*)"')
_OPEN = (":id", ":href")  # attributes that differ between objects of one make
_WORDS = r"([^<>&\x00-\x08\x0b-\x1f]*)"
_VALUE, _GAP = r'([^"<&\x00-\x1f]*)', r"[ \t\n]*"
_BLANK = " \t\n"
_NO_SIGNS = "\ufffe", "\uffff"  # as little XML as the control characters left out above


class Spelling(NamedTuple):
    """The pattern of a member, and by place of an element the groups that hold what it says."""

    pattern: str
    texts: dict[int, int]
    ids: dict[int, int]
    links: dict[int, int]


class Make(NamedTuple):
    """A pattern of members, and which groups of it fill a recipe."""

    pattern: re.Pattern[str]
    recipe: Recipe
    groups: list[int]  # the texts, the targets of the links, the rings, the gml:id
    polygons: list[slice]  # of these groups

    def record(self, found: re.Match[str]) -> Optional[Record]:
        """The object that the pattern found; None when it is not plain after all."""
        said = found.group(*self.groups)
        texts = len(self.recipe.texts)
        targets = said[texts : texts + len(self.recipe.links)]
        polygons = [list(said[rings]) for rings in self.polygons]
        return fill(self.recipe, said[-1] or None, said[:texts], targets, polygons)


def take_plain(
    path: Path, feedback: Optional[Feedback] = None
) -> Optional[tuple[list[Record], Element]]:
    """The plain objects of a file, and the tree of the rest, where members stand for them.

    Such a member is empty and has TAKEN, the numbers of the objects as in "0 12". None when
    nothing can be taken out of the file: then it is to be read as a whole. A cancel raises
    Cancelled.
    """
    feedback = feedback or Silent()
    text = _sound_text(path)
    member = _MEMBER.search(text, 0, _LONGEST)
    if member is None:
        return None
    makes = _makes(text, member)
    records: list[Record] = []
    rest: list[str] = []  # the text before each run of objects
    firsts: list[int] = []  # the number of the first object of each run
    start, place = 0, member.start()
    while place >= 0:
        record, end = _match(makes, text, place)
        if record:
            before = text[start:place]
            if before.strip(_BLANK) or not records:
                rest.append(before)
                firsts.append(len(records))
            records.append(record)
            start = end
            if len(records) % _CHECK_EVERY == 0:
                feedback.check()
        place = text.find(member[0], end)
    outside = "".join([*rest, text[start:]])
    if not records or TAKEN in outside or "xmlns" in outside[member.start() :]:
        return None
    runs = zip(rest, firsts, [*firsts[1:], len(records)])
    marked = [f'{before}<{member[1]} {TAKEN}="{a} {b}"/>' for before, a, b in runs]
    tree = parse_text("".join([*marked, text[start:]]))
    # A member in a comment or the like was none: it does not come back in the tree.
    is_whole = tree is not None and tree.xpath(f"count(//@{TAKEN})") == len(marked)
    return (records, tree) if is_whole else None


def _match(makes: Sequence[Make], text: str, place: int) -> tuple[Optional[Record], int]:
    """The object of the member at this place, and where to look for the next."""
    for make in makes:
        found = make.pattern.match(text, place, place + _LONGEST)
        if found:
            record = make.record(found)
            return record, found.end() if record else place + 1
    return None, place + 1


def _sound_text(path: Path) -> str:
    """The text of a UTF-8 file with line ends as XML has them; empty when it is no such file."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""
    declared = _ENCODING.search(text[: text.find("?>")]) if "<?xml" in text[:10] else None
    is_strange = not text.isascii() and any(sign in text for sign in _NO_SIGNS)
    if is_strange or (declared and declared[1].lower() != "utf-8"):
        return ""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _makes(text: str, member: re.Match[str]) -> list[Make]:
    """The makes that are seen more than once in a sample, the one most often seen first."""
    before, after = text[: member.start()], text[text.rfind("</") :]
    close = f"</{member[1]}>"
    tally: Counter[str] = Counter()
    examples: dict[str, tuple[Spelling, str]] = {}
    for number in range(_SAMPLE):
        start = text.find(member[0], len(text) * number // _SAMPLE)
        end = text.find(close, start, start + _LONGEST) + len(close)
        source = text[start:end] if start >= 0 else ""
        spelling = _spell(source)
        if spelling and len(spelling.pattern) < _LONGEST_PATTERN:
            tally[spelling.pattern] += 1
            examples[spelling.pattern] = spelling, source
    often = [pattern for pattern, count in tally.most_common(_MAKES) if count > 1]
    found = (_make(*examples[pattern], before, after) for pattern in often)
    return [make for make in found if make]


def _spell(source: str) -> Optional[Spelling]:
    """The pattern of a member and of all that is spelled as it is; None when it is no plain XML."""
    spelling = Spelling("", {}, {}, {})
    parts: list[str] = []
    groups, place, end = 0, -1, 0
    for tag in _TAG.finditer(source):
        closing, name, attributes, empty, words = tag.groups()
        if tag.start() != end:
            return None
        end = tag.end()
        place += not closing
        parts.append(f"<{closing}{re.escape(name)}")
        for key, value in _ATTRIBUTE.findall(attributes):
            is_open = key.endswith(_OPEN)
            if is_open:
                groups += 1
                held = spelling.ids if key.endswith(":id") else spelling.links
                if held.setdefault(place, groups) != groups:
                    return None  # a second id: which is it?
            parts.append(f'[ \\t\\n]+{re.escape(key)}="{_VALUE if is_open else re.escape(value)}"')
        parts.append(f"{_GAP}{empty}>")
        if not closing and not empty and source.startswith("</", end):
            groups += 1
            spelling.texts[place] = groups
            parts.append(_WORDS)
        elif words.strip(_BLANK):
            return None
        else:
            parts.append(_GAP)
    return spelling._replace(pattern="".join(parts)) if source and end == len(source) else None


def _make(spelling: Spelling, source: str, before: str, after: str) -> Optional[Make]:
    """What to read of members spelled so; None when they are not plain.

    `before` and `after` are what encloses the members of the file.
    """
    tree = parse_text(before + source + after)
    objects = list(tree[-1]) if tree is not None and len(tree) else []
    if len(objects) != 1:
        return None
    recipe, example = recipe_of(list(objects[0].iter())), plain_record(objects[0])
    if recipe is None or example is None:
        return None
    polygons = recipe.outline.polygons if recipe.outline else []
    wanted = (
        [(spelling.texts, place) for place in recipe.texts]
        + [(spelling.links, place) for _, place in recipe.links]
        + [(spelling.texts, place) for rings in polygons for place in rings]
        + [(spelling.ids, 0)]
    )
    groups = [held.get(place + 1, 0) for held, place in wanted]
    ends = np.cumsum([len(recipe.texts) + len(recipe.links), *map(len, polygons)]).tolist()
    slices = [slice(a, b) for a, b in zip(ends, ends[1:])]
    make = Make(re.compile(spelling.pattern), recipe, groups, slices)
    found = make.pattern.match(source)
    read = make.record(found) if found and all(groups) and len(groups) > 1 else None
    return make if read and _are_equal(read, example) else None


def _are_equal(one: Record, other: Record) -> bool:
    fields: Sequence[str] = Record.__slots__
    return all(getattr(one, field) == getattr(other, field) for field in fields)
