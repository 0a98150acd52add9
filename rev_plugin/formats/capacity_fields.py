"""Every field of a published document accounted for: used, left alone, or unknown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Account(NamedTuple):
    """Dotted names of the fields of a document that were not used."""

    unused: frozenset[str]  # known, and left alone on purpose
    unknown: frozenset[str]


class Fields(NamedTuple):
    """The fields that a reader knows, as dotted names ("works.project_name").

    Containers are in `used`; what lies under an unused field is not looked at.
    """

    used: frozenset[str]
    unused: frozenset[str]


def account(records: Iterable[object], known: Fields) -> Account:
    """Compares the fields of JSON objects, and of the lists in them, with what a reader knows."""
    left: set[str] = set()
    unknown: set[str] = set()

    def look(value: object, prefix: str) -> None:
        for item in value if isinstance(value, list) else [value]:
            for key, inside in item.items() if isinstance(item, dict) else ():
                name = f"{prefix}{key}"
                if name in known.unused:
                    left.add(name)
                elif name in known.used:
                    look(inside, f"{name}.")
                else:
                    unknown.add(name)

    look(list(records), "")
    return Account(frozenset(left), frozenset(unknown))
