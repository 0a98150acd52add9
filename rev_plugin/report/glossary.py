"""The words of the field, explained: resources/words.csv, for tooltips and for the docs."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import NamedTuple

from rev_plugin.i18n import language

WORDS = Path(__file__).parents[1] / "resources" / "words.csv"
_TAG = re.compile(r"<[^>]+>")


class Word(NamedTuple):
    """A word with its explanation in both languages; `pattern` finds its forms in a text."""

    nl: str
    en: str
    meaning_nl: str
    meaning_en: str
    source: str  # an id of sources.csv
    forms: tuple[str, ...]  # the word in both languages and its synonyms, in lower case
    pattern: re.Pattern

    @property
    def name(self) -> str:
        """The word in the user's language."""
        return self.en if language() == "en" else self.nl

    @property
    def meaning(self) -> str:
        """The explanation in the user's language."""
        return self.meaning_en if language() == "en" else self.meaning_nl


@lru_cache(maxsize=1)
def words() -> tuple[Word, ...]:
    """All words, in the order of the table."""
    with WORDS.open(encoding="utf-8", newline="") as file:
        return tuple(_word(row) for row in csv.DictReader(file))


def _word(row: dict[str, str]) -> Word:
    told = {row["woord"], row["en_woord"], *filter(None, row["synoniemen"].split("|"))}
    forms = tuple(sorted((form.lower() for form in told), key=len, reverse=True))
    said = (row["woord"], row["en_woord"], row["nl"], row["en"], row["source"])
    return Word(*said, forms, _pattern(forms))


def _pattern(forms: tuple[str, ...]) -> re.Pattern:
    """Whole words only, in either language; "N-1" and "cos φ" are words too."""
    options = "|".join(re.escape(form) for form in forms)
    return re.compile(rf"(?<!\w)(?:{options})(?!\w)")


def found_in(text: str) -> list[Word]:
    """The words of the table that a text (rich or plain) uses, in the order of the table."""
    plain = _TAG.sub(" ", text).lower()
    return [  # most words are not there at all, which is seen at once
        word
        for word in words()
        if any(form in plain for form in word.forms) and word.pattern.search(plain)
    ]


def tip(text: str) -> str:
    """A tooltip that explains the words of a text; empty when there is nothing to explain."""
    return "<br>".join(
        f"<b>{escape(word.name)}</b>: {escape(word.meaning)}" for word in found_in(text)
    )
