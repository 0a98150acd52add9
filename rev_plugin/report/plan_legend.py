"""The legend of plan objects by plan: those in force, each with its status, and those to come.

The colours come from the style; which plans there are is only known from the layer.
"""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import (
    Qgis,
    QgsExpression,
    QgsFeatureRequest,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)

from rev_plugin.core.space.plan_status import COMING
from rev_plugin.i18n import tr
from rev_plugin.report.cells import as_it_is
from rev_plugin.study.layers import plain

MOST = 40  # plans; with more the legend is no help, and drawing slows down
_FIELDS = ("plan_id", "plan_naam", "plan_status", "plan_dossierstatus", "datum")
Rule = QgsRuleBasedRenderer.Rule


class ListedPlan(NamedTuple):
    """One plan of the layer; empty text where the plan does not say."""

    plan_id: str
    name: str
    status: str
    dossier: str
    date: str

    @property
    def coming(self) -> bool:
        """Whether it does not hold yet."""
        return self.status.strip().casefold() in COMING

    @property
    def label(self) -> str:
        """Its name and status, as the legend gives them."""
        told = self.status or tr("zonder status")
        if self.dossier and self.dossier != self.status:
            told = tr("{status}; dossier: {dossier}").format(status=told, dossier=self.dossier)
        return as_it_is(f"{self.name or self.plan_id} ({told})")


def group_by_plan(layer: QgsVectorLayer) -> bool:
    """Give each plan its own branch of the legend; plans to come start unticked.

    False, and the layer as it was, when it has no such fields, no plans or more than MOST.
    """
    renderer = layer.renderer()
    if not isinstance(renderer, QgsRuleBasedRenderer):
        return False
    plans = plans_of(layer)
    if not plans:
        return False
    kinds = renderer.rootRule().children()
    root, later = Rule(None), Rule(None, 0, 0, "", tr("Komende plannen"))
    for plan in sorted(plans, key=lambda one: (one.date, one.plan_id), reverse=True):
        test = QgsExpression.createFieldEqualityExpression("plan_id", plan.plan_id)
        branch = Rule(None, 0, 0, test, plan.label)
        for kind in kinds:
            branch.appendChild(kind.clone())
        (later if plan.coming else root).appendChild(branch)
    if later.children():
        later.setActive(False)
        root.appendChild(later)
    grouped = QgsRuleBasedRenderer(root)
    grouped.setOrderBy(renderer.orderBy())
    grouped.setOrderByEnabled(renderer.orderByEnabled())
    layer.setRenderer(grouped)
    return True


def plans_of(layer: QgsVectorLayer) -> list[ListedPlan]:
    """The plans of a layer; none where it lacks the fields or has more than MOST.

    The file finds each plan and its first object: reading all objects would take a while.
    """
    numbers = [layer.fields().lookupField(name) for name in _FIELDS]
    if -1 in numbers:
        return []
    values = layer.uniqueValues(numbers[0], MOST + 3)  # empty and NULL are no plans
    names = {str(plain(value) or "") for value in values} - {""}
    return [_plan(layer, name, numbers) for name in names] if len(names) <= MOST else []


def _plan(layer: QgsVectorLayer, plan_id: str, numbers: list[int]) -> ListedPlan:
    """A plan as its first object describes it."""
    request = QgsFeatureRequest()
    request.setFilterExpression(QgsExpression.createFieldEqualityExpression(_FIELDS[0], plan_id))
    request.setSubsetOfAttributes(numbers)
    request.setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    request.setLimit(1)
    feature = next(layer.getFeatures(request))
    return ListedPlan(*(str(plain(feature[number]) or "") for number in numbers))
