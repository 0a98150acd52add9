"""The user's own verdicts, kept in the table `oordelen` of the data GeoPackage."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from rev_plugin.core import columns
from rev_plugin.core.model import RevError
from rev_plugin.study.write import Layer, transaction, write_layer

TABLE = "oordelen"


def save_overruling(path: Path, overruling: dict[str, str]) -> None:
    """Keep one overruling; an earlier one of the same locatie and soort is replaced.

    `overruling` holds the columns of `columns.OVERRULING`.

    Raises:
        RevError: a reason or a name is missing, or the file cannot be written.
    """
    for column in ("locatie", "soort", "oordeel", "reden", "door"):
        if not str(overruling.get(column) or "").strip():
            raise RevError(f"Een eigen oordeel heeft een waarde bij {column} nodig.")
    names = [column.name for column in columns.OVERRULING]
    table = pd.DataFrame([{name: overruling.get(name) for name in names}], columns=names)
    write_layer(path, Layer(TABLE, table, columns.OVERRULING, keys=("locatie", "soort")))


def remove_overruling(path: Path, locatie: str, soort: str) -> None:
    """Forget an overruling; nothing happens when there is none."""
    with transaction(path) as dataset:
        table = dataset.GetLayerByName(TABLE)
        if table is None:
            return
        doomed = [
            row.GetFID() for row in table if (row["locatie"], row["soort"]) == (locatie, soort)
        ]
        for fid in doomed:
            table.DeleteFeature(fid)
