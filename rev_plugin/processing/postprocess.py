"""Style and place of output layers when QGIS loads them."""

from __future__ import annotations

from collections import deque
from typing import Optional

from qgis.core import (
    QgsLayerTree,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsVectorLayer,
)

from rev_plugin.i18n import tr

# Groups of the layer tree, the topmost first: id → name.
RESULT, NET, CONSTRAINTS, PLAN = "resultaat", "net", "belemmeringen", "plan"

# QGIS holds no reference to a post-processor; the last ones stay alive here.
_KEPT: deque[LayerFinish] = deque(maxlen=200)


def group_names() -> dict[str, str]:
    """The groups in the order of the legend, from top to bottom."""
    return {
        RESULT: tr("REV – Resultaat"),
        NET: tr("REV – Net"),
        CONSTRAINTS: tr("REV – Belemmeringen"),
        PLAN: tr("REV – Plan"),
    }


class LayerFinish(QgsProcessingLayerPostProcessorInterface):
    """Styles one output layer and keeps the groups of REV in order."""

    def __init__(self, style: str) -> None:
        super().__init__()
        self._style = style

    def postProcessLayer(
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,
        feedback: Optional[QgsProcessingFeedback],
    ) -> None:
        from rev_plugin.report.study_layers import dress

        if isinstance(layer, QgsVectorLayer) and dress(layer, self._style):
            layer.triggerRepaint()
        if context.project() is not None:
            order_groups(context.project().layerTreeRoot())


def finish(context: QgsProcessingContext, layer: str, style: str, group: str, place: int) -> None:
    """Have a layer that will be loaded styled and put in its group (lowest place on top)."""
    if not context.willLoadLayerOnCompletion(layer):
        return
    details = context.layerToLoadOnCompletionDetails(layer)
    details.groupName = group_names()[group]
    details.layerSortKey = -place
    processor = LayerFinish(style)
    _KEPT.append(processor)
    details.setPostProcessor(processor)


def order_groups(root: QgsLayerTree) -> None:
    """Put the groups of REV in their order, where the topmost of them stands."""
    names = list(group_names().values())
    groups = [
        node
        for node in root.children()
        if isinstance(node, QgsLayerTreeGroup) and node.name() in names
    ]
    wanted = sorted(groups, key=lambda group: names.index(group.name()))
    if groups == wanted:
        return
    first = root.children().index(groups[0])
    for offset, group in enumerate(wanted):  # a layer leaves the project with its last node
        root.insertChildNode(first + offset, group.clone())
    for group in groups:
        root.removeChildNode(group)
