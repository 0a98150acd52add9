"""The tables of the recipe in resources/demo: what was decided by hand."""

from __future__ import annotations

import csv
from pathlib import Path

TABLES = Path(__file__).parents[2] / "resources" / "demo"
INVENTED = "Voorbeeldgegevens, verzonnen"


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of one table; every cell is text."""
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
