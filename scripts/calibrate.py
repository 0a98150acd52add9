#!/usr/bin/env python3
"""Key figures of your own from measured load curves: A and B per category and moment.

    .venv/bin/python scripts/calibrate.py curven.csv afnemers.csv mijn_regels

curven.csv: one column per customer, kW, one row per hour or quarter of a year.
afnemers.csv: naam (the column), categorie (woning_basis, kantoor …), eenheden (how many
dwellings, m² …: the unit that the category has in REV's own key figures).
The folder gets key_figures.csv and sources.csv: give it as RULES, or in the options of REV.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from rev_plugin.core.grid.calibration import calibrate  # noqa: E402
from rev_plugin.core.model import RevError, Settings  # noqa: E402
from rev_plugin.core.rule_rows import KeyFigure, Quantity  # noqa: E402
from rev_plugin.core.rules import load_rules  # noqa: E402
from rev_plugin.formats.load_curves import read_measured  # noqa: E402

SOURCE = "eigen_meting"


def units_in_kw() -> dict[str, str]:
    """What one unit of each category is, of those whose key figures are in kW."""
    rows = [row for row in load_rules().rows(KeyFigure) if row.grootheid is Quantity.COINCIDENT]
    parts = {row.categorie: row.eenheid.partition(" per ") for row in rows}
    return {category: unit for category, (power, _, unit) in parts.items() if power == "kW"}


def write_rules(curves: Path, loads: Path, folder: Path) -> pd.DataFrame:
    """Calibrates and writes the two tables; gives the key figures.

    Raises:
        InputError: the files cannot be used, or a category has fewer than two customers.
    """
    day = date.today().isoformat()
    found = calibrate(read_measured(curves, loads), Settings().seed)
    table = found.figures(units_in_kw(), SOURCE, day)
    source = {"id": SOURCE, "titel": f"Eigen metingen ({curves.name})", "uitgever": "gebruiker",
              "url": "", "source": SOURCE, "source_detail": loads.name, "date": day,
              "bron_status": "primair"}  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    table.to_csv(folder / "key_figures.csv", index=False)
    pd.DataFrame([source]).to_csv(folder / "sources.csv", index=False)
    return table


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("curven", type=Path)
    parser.add_argument("afnemers", type=Path)
    parser.add_argument("map", type=Path)
    options = parser.parse_args()
    try:
        table = write_rules(options.curven, options.afnemers, options.map)
    except RevError as error:
        sys.exit(str(error))
    print(table[["id", "eenheid", "laag", "midden", "hoog"]].to_string(index=False))
    print(f"Geschreven: key_figures.csv en sources.csv in {options.map}")


if __name__ == "__main__":
    main()
