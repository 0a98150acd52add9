"""Plan objects for the data GeoPackage: a plan that is there already is replaced."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd

from rev_plugin.core.columns import PLAN_OBJECT, SOURCE
from rev_plugin.core.model import CRS
from rev_plugin.formats.plan_rows import PlanRows
from rev_plugin.study.geopackage import SOURCES, Study
from rev_plugin.study.write import Layer

LAYERS = (("planobjecten", "vlak"), ("planlijnen", "lijn"), ("planpunten", "punt"))


def plan_layers(plans: PlanRows) -> list[Layer]:
    """The layers planobjecten, planlijnen and planpunten; rows of the same plans are replaced."""
    again = {(str(plan_id),) for part in plans.tables() for plan_id in part.table["plan_id"]}
    return [
        Layer(name, part.table, PLAN_OBJECT, part.geometry, shape, ("plan_id",), again)
        for (name, shape), part in zip(LAYERS, plans.tables())
    ]


def source_layer(data: Path, plans: PlanRows) -> Layer:
    """The row of planobjecten in `bronnen`, with the names of these plans added.

    What the user filled in there stays; the count does not, since rows are replaced.
    """
    kept: dict[str, object] = {}
    if data.exists():
        known = Study.open(data).sources()
        kept = next(iter(known[known["laag"] == LAYERS[0][0]].to_dict("records")), {})
    names = [*str(kept.get("titel") or "").split("; "), *plans.polygons.table["plan_naam"].dropna()]
    row = {
        **kept,
        "laag": LAYERS[0][0],
        "titel": "; ".join(dict.fromkeys(str(name) for name in names if name)),
        "opgehaald_op": date.today().isoformat(),
        "crs": CRS,
        "aantal": pd.NA,
    }
    table = pd.DataFrame([row], columns=[column.name for column in SOURCE])
    return Layer(SOURCES, table, SOURCE, keys=("laag",))
