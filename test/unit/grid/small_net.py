"""A small net, worked out by hand, and rules without uncertainty to work it out with."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.columns import AREA, DEMAND, SITE
from rev_plugin.core.model import Features
from rev_plugin.core.rules import RULES_FOLDER, Rules, load_rules

# y
# 1000 +-----------+-----------+
#      |   NOORD   |   OOST    |      TENNET stands above NOORD and OOST,
#      |           |           |      nothing is known above ZUID.
#    0 +-----------+-----------+
#      |   ZUID    |
# -500 +-----------+
#      0         1000        2000  x
BOXES = {
    "NOORD": shapely.box(0, 0, 1000, 1000),
    "OOST": shapely.box(1000, 0, 2000, 1000),
    "ZUID": shapely.box(0, -500, 1000, 0),
    "TENNET": None,
}
CERTAIN = {
    "net_aandeel": 1.0,  # contracts all at once
    "wachtrij_aandeel": 0.5,  # half of the queue comes
    "net_groei": 0.0,
    "net_jaren": 0.0,  # works come in time
}


def area_row(code: str, direction: str = "afname", **values: object) -> dict:
    """One row of voedingsgebieden with a capacity of 40, 20 required and 4 in queue."""
    row: dict = {
        "gebied_id": code,
        "naam": code.title(),
        "netbeheerder": "TenneT" if code.startswith("TENNET") else "Netbedrijf",
        "niveau": "tennet" if code.startswith("TENNET") else "rnb",
        "bovenliggend": "TENNET" if code in ("NOORD", "OOST") else None,
        "richting": direction,
        "jaar": 2026,
        "capaciteit_mw": 40.0,
        "benodigd_mw": 20.0,
        "wachtrij_mw": 4.0,
        "status": "transparant",
        "geschat": False,
        "bron": "test",
        "peildatum": "2026-07-01",
    }
    return {**row, **values}


def area_features(*rows: dict) -> Features:
    table = pd.DataFrame(list(rows)).reindex(columns=[column.name for column in AREA])
    geometry = np.empty(len(rows), dtype=object)
    geometry[:] = [BOXES.get(row["gebied_id"]) for row in rows]
    return Features(geometry, table)


def site_features(*rows: dict, at: tuple[float, float] = (400, 400)) -> Features:
    """Sites of 100 x 100 m, all at one place unless a row has its own `vorm`."""
    shapes = [row.get("vorm", shapely.box(*at, at[0] + 100, at[1] + 100)) for row in rows]
    base = {"naam": "Plek", "activiteit": "datacenter", "jaar": 2026}
    table = pd.DataFrame([{**base, **row} for row in rows])
    geometry = np.empty(len(rows), dtype=object)
    geometry[:] = shapes
    return Features(geometry, table.reindex(columns=[column.name for column in SITE]))


def demand_table(
    *bands: tuple[float, float, float], feed_in: tuple[float, float, float] = (0, 0, 0)
) -> pd.DataFrame:
    rows = [
        {
            **dict(zip(("vraag_laag_mw", "vraag_midden_mw", "vraag_hoog_mw"), band)),
            **dict(zip(("invoeding_laag_mw", "invoeding_midden_mw", "invoeding_hoog_mw"), feed_in)),
        }
        for band in bands
    ]
    return pd.DataFrame(rows).reindex(columns=[column.name for column in DEMAND])


def own_rules(folder: Path, values: dict[str, float]) -> Rules:
    """The shipped rules with some key figures fixed to one value."""
    shipped = pd.read_csv(RULES_FOLDER / "key_figures.csv", dtype=str, keep_default_na=False)
    rows = shipped[shipped["id"].isin(values)].copy()
    for name in ("laag", "midden", "hoog"):
        rows[name] = [str(values[one]) for one in rows["id"]]
    rows.to_csv(folder / "key_figures.csv", index=False)
    return load_rules(folder)
