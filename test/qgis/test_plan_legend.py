"""The plan on the map: a branch of the legend per plan, and map tips that are safe."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsLayerTree,
    QgsLayerTreeModel,
    QgsSymbolLegendNode,
    QgsVectorLayer,
)

from rev_plugin.core.columns import PLAN_OBJECT
from rev_plugin.report.plan_legend import MOST
from rev_plugin.report.study_layers import dress

FIELDS = "&".join(f"field={column.name}:string" for column in PLAN_OBJECT)


def layer_of(*rows: dict[str, str]) -> QgsVectorLayer:
    """A layer of plan objects, dressed as on the map."""
    layer = QgsVectorLayer(f"MultiPolygon?crs=EPSG:28992&{FIELDS}", "plan", "memory")
    for row in rows:
        feature = QgsFeature(layer.fields())
        for name, value in row.items():
            feature[name] = value
        feature.setGeometry(QgsGeometry.fromWkt("MultiPolygon(((0 0,9 0,9 9,0 0)))"))
        layer.dataProvider().addFeatures([feature])
    assert dress(layer, "planobjecten")
    return layer


def plan(plan_id: str, status: str, **more: str) -> dict[str, str]:
    """One enkelbestemming of a plan."""
    zone = {"object_type": "Enkelbestemming", "hoofdgroep": "wonen", "naam": "Wonen"}
    return {"plan_id": plan_id, "plan_naam": f"Plan {plan_id}", "plan_status": status, **zone,
            "datum": "2020-01-01", **more}  # fmt: skip


def test_each_plan_is_a_branch_with_its_status_and_coming_plans_stand_apart() -> None:
    layer = layer_of(
        plan("A", "vastgesteld", datum="2010-01-01", plan_dossierstatus="in voorbereiding"),
        plan("B", "onherroepelijk"),
        plan("C", "ontwerp"),
    )
    branches = layer.renderer().rootRule().children()
    assert [branch.label() for branch in branches] == [
        "Plan B (onherroepelijk)",
        "Plan A (vastgesteld; dossier: in voorbereiding)",
        "Komende plannen",
    ]
    assert [branch.active() for branch in branches] == [True, True, False]
    assert [rule.label() for rule in branches[2].children()] == ["Plan C (ontwerp)"]
    assert len(branches[0].children()) > 5
    assert layer.renderer().orderByEnabled()


def test_the_legend_evaluates_nothing_of_the_name_of_a_plan() -> None:
    layer = layer_of(plan("A", "vastgesteld", plan_naam="Plan [% 6 * 7 %]"))
    tree = QgsLayerTree()
    model = QgsLayerTreeModel(tree)
    nodes = model.layerLegendNodes(tree.addLayer(layer))
    shown = [node.evaluateLabel() for node in nodes if isinstance(node, QgsSymbolLegendNode)]
    assert "Plan [ % 6 * 7 %] (vastgesteld)" in shown


@pytest.mark.parametrize("count", [0, MOST + 1])
def test_without_plans_or_with_many_the_legend_is_by_kind(count: int) -> None:
    layer = layer_of(*(plan(f"P{n}", "vastgesteld") for n in range(count)))
    assert layer.renderer().rootRule().children()[0].label() == "Enkelbestemming"


def shown_tip(layer: QgsVectorLayer) -> str:
    """The map tip of the only feature."""
    feature = next(layer.getFeatures())
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    return QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


def test_a_map_tip_shows_rule_and_link_and_no_html_of_the_data() -> None:
    evil = plan("A", "vastgesteld", naam="<script>x</script>", tekst='"a" & <b>b</b>',
                tekst_url="https://x/r.html#a&b")  # fmt: skip
    tip = shown_tip(layer_of(evil))
    assert "&lt;script&gt;x&lt;/script&gt;" in tip
    assert "&quot;a&quot; &amp; &lt;b&gt;b&lt;/b&gt;" in tip
    assert '<a href="https://x/r.html#a&amp;b">regeltekst</a>' in tip


def test_a_link_that_is_no_web_address_is_text() -> None:
    tip = shown_tip(layer_of(plan("A", "ontwerp", tekst_url="javascript:alert(1)")))
    assert "<a " not in tip
    assert "javascript:alert(1)" in tip


def test_a_map_tip_leaves_out_what_is_empty() -> None:
    assert "Artikel" not in shown_tip(layer_of(plan("A", "vastgesteld")))
    assert "Artikel" in shown_tip(layer_of(plan("A", "vastgesteld", artikel="5")))
