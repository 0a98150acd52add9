"""Plan objects into the data GeoPackage: a plan that is there already is replaced."""

from __future__ import annotations

from pathlib import Path

from rev_plugin.core.columns import PLAN_OBJECT
from rev_plugin.core.model import Feedback
from rev_plugin.formats.plan_rows import PlanRows
from rev_plugin.study.write import Layer, write_layers

LAYERS = (("planobjecten", "vlak"), ("planlijnen", "lijn"), ("planpunten", "punt"))


def save_plans(path: Path, plans: PlanRows, feedback: Feedback) -> None:
    """Add the plans to the layers planobjecten, planlijnen and planpunten.

    All rows of the plans that are given are replaced, in one transaction.

    Raises:
        RevError: when the file cannot be written; it is then as it was.
    """
    again = {(str(plan_id),) for part in plans.tables() for plan_id in part.table["plan_id"]}
    write_layers(
        path,
        [
            Layer(name, part.table, PLAN_OBJECT, part.geometry, shape, ("plan_id",), again)
            for (name, shape), part in zip(LAYERS, plans.tables())
        ],
        feedback,
    )
