"""Plan objects into the data GeoPackage: a plan that is there already is replaced."""

from __future__ import annotations

from rev_plugin.core.columns import PLAN_OBJECT
from rev_plugin.formats.plan_rows import PlanRows
from rev_plugin.study.write import Layer

LAYERS = (("planobjecten", "vlak"), ("planlijnen", "lijn"), ("planpunten", "punt"))


def plan_layers(plans: PlanRows) -> list[Layer]:
    """The layers planobjecten, planlijnen and planpunten; rows of the same plans are replaced."""
    again = {(str(plan_id),) for part in plans.tables() for plan_id in part.table["plan_id"]}
    return [
        Layer(name, part.table, PLAN_OBJECT, part.geometry, shape, ("plan_id",), again)
        for (name, shape), part in zip(LAYERS, plans.tables())
    ]
