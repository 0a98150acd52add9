"""Numbers as people and spreadsheets write them: "57.4", "57,4", "1.234,5", "1 200"."""

from __future__ import annotations

import re
from typing import Optional

_PLAIN = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?", re.IGNORECASE)
_DUTCH = re.compile(r"[+-]?[1-9]\d{0,2}([. '’])\d{3}(\1\d{3})*(,\d+)?")
_ENGLISH = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+\.\d+")
_UNCLEAR = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}")


def read_number(text: str, dots_group: Optional[bool] = None) -> float:
    """A number with a decimal point or comma, and with thousands apart.

    Args:
        dots_group: what the one dot in "1.084" does: group thousands (1084) or mark decimals
            (1,084); None when that is not known, and such a number then an error.

    Raises:
        ValueError: it is no number, or could be two; the message says so.
    """
    bare = text.strip().replace("\u00a0", " ").replace("\u202f", " ")
    if _UNCLEAR.fullmatch(bare) and not dots_group:
        if dots_group is None:
            whole, decimal = bare.replace(".", ""), bare.replace(".", ",")
            raise ValueError(f'"{text}" kan {whole} of {decimal} zijn; schrijf het zonder punt')
        return float(bare)
    if _DUTCH.fullmatch(bare):
        return float(re.sub("[. '’]", "", bare).replace(",", "."))
    if _ENGLISH.fullmatch(bare):
        return float(bare.replace(",", ""))
    if _PLAIN.fullmatch(bare):
        return float(bare.replace(",", "."))
    raise ValueError(f'"{text}" is geen getal')


def dots_group(texts: list[str]) -> Optional[bool]:
    """Whether a dot groups thousands in these numbers, by those that show it; else None."""
    numbers = [text for text in map(str.strip, texts) if _PLAIN.fullmatch(text)]
    if any("," in text for text in numbers):
        return True
    return False if any("." in t and not _UNCLEAR.fullmatch(t) for t in numbers) else None
