"""The key to the maps: each sign once, on one page."""

from __future__ import annotations

from qgis.core import (
    QgsLayerTreeLayer,
    QgsLayerTreeModel,
    QgsLayoutItemLegend,
    QgsLayoutSize,
    QgsMapLayerLegendUtils,
    QgsSymbolLegendNode,
)

MOST_COLUMNS = 6


def fill_key(legend: QgsLayoutItemLegend) -> None:
    """Show all layers of the project in a legend, in as many columns as fit its place.

    A layer may have a branch per plan: a sign that was there before is left out.
    """
    room = legend.rect()
    legend.setAutoUpdateModel(False)
    model = legend.model()
    for layer in model.rootGroup().findLayers():
        _once(model, layer)
    legend.setResizeToContents(True)
    for columns in range(legend.columnCount(), MOST_COLUMNS + 1):
        legend.setColumnCount(columns)
        legend.adjustBoxSize()
        if legend.rect().height() <= room.height():
            break
    else:  # what is left over does not run over the foot of the page
        legend.setResizeToContents(False)
        legend.attemptResize(QgsLayoutSize(room.width(), room.height()))


def _once(model: QgsLayerTreeModel, layer: QgsLayerTreeLayer) -> None:
    """Keep the signs of a layer, each label once; headings go."""
    places: dict[str, int] = {}
    for place, node in enumerate(model.layerOriginalLegendNodes(layer)):
        if isinstance(node, QgsSymbolLegendNode):
            if node.symbol() is not None:
                places.setdefault(node.evaluateLabel() or node.symbolLabel(), place)
        else:
            places.setdefault(f"{place}", place)  # of a raster: no words to compare
    QgsMapLayerLegendUtils.setLegendNodeOrder(layer, list(places.values()))
    model.refreshLayerLegend(layer)
