"""The words and colours a user sees, read from resources/palette.csv.

One table serves the report, the docks and the layer styles, so that a scenario has the
same name and colour wherever it is met. Colour never stands alone: every entry has a name.
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, Optional

from rev_plugin.i18n import language

PALETTE = Path(__file__).parents[1] / "resources" / "palette.csv"
STYLES = Path(__file__).parents[1] / "resources" / "styles"
UNKNOWN_COLOUR = "#9aa0a6"
LABEL_JOINTS = re.compile(r"( · | \(|\)$)")  # "1 · Past", "Rood (gebied of cijfers geschat)"


class Entry(NamedTuple):
    """One value of one column: its names, explanations and colours ("#rrggbb" or "")."""

    group: str
    value: str
    name_nl: str
    name_en: str
    explanation_nl: str
    explanation_en: str
    colour: str
    edge: str

    @property
    def name(self) -> str:
        """The name in the user's language."""
        return self.name_en if language() == "en" else self.name_nl

    @property
    def explanation(self) -> str:
        """The explanation in the user's language."""
        return self.explanation_en if language() == "en" else self.explanation_nl


@lru_cache(maxsize=1)
def _entries() -> dict[tuple[str, str], Entry]:
    with PALETTE.open(encoding="utf-8", newline="") as file:
        rows = [
            Entry(
                row["groep"], row["waarde"], row["naam_nl"], row["naam_en"],
                row["uitleg_nl"], row["uitleg_en"], row["kleur"], row["rand"],
            )
            for row in csv.DictReader(file)
        ]  # fmt: skip
    return {(row.group, row.value): row for row in rows}


def entries(group: str) -> list[Entry]:
    """All entries of a group (scenario, net_status, hoofdgroep …) in the table's order."""
    return [entry for entry in _entries().values() if entry.group == group]


def entry(group: str, value: object) -> Entry:
    """The entry of a value; one that shows the value itself, in grey, when it is not listed."""
    text = "" if value is None else str(value)
    return _entries().get((group, text)) or Entry(
        group, text, text, text, "", "", UNKNOWN_COLOUR, UNKNOWN_COLOUR
    )


def label(group: str, value: object) -> str:
    """The name a user reads for a value of a column, in the user's language."""
    return entry(group, value).name


def translated(text: str) -> str:
    """The label of a style ("1 · Past en er is netcapaciteit") in the user's language."""
    if language() == "nl":
        return text
    return "".join(_in_english().get(part, part) for part in LABEL_JOINTS.split(text))


@lru_cache(maxsize=1)
def _in_english() -> dict[str, str]:
    return {row.name_nl: row.name_en for row in _entries().values()}


def colour(group: str, value: object) -> str:
    """The fill colour of a value, "#rrggbb"."""
    return entry(group, value).colour or UNKNOWN_COLOUR


def style_path(layer: str, geometry: str = "") -> Optional[Path]:
    """The QML of a layer of the data GeoPackage or of a result; None when there is none.

    `geometry` is "vlak", "lijn" or "punt"; a theme that comes in several forms has a style
    for each, such as water.qml and water_lijn.qml.
    """
    for name in (f"{layer}_{geometry}", layer):
        path = STYLES / f"{name}.qml"
        if path.is_file():
            return path
    return None
