"""The action "Quickscan van deze locatie" on one feature: in Identify, form and table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsMapLayer, QgsVectorLayer
from qgis.gui import QgsMapLayerAction, QgsMapLayerActionContext
from qgis.PyQt.QtCore import QObject

from rev_plugin.i18n import tr
from rev_plugin.processing.base import icon

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMES = ("naam", "locatie")  # of a sites layer, and of an outcome


def site_field(layer: QgsMapLayer) -> str:
    """The field that names the sites of a layer; "" when it holds no sites."""
    if not isinstance(layer, QgsVectorLayer):
        return ""
    names: Iterable[str] = [field.name().casefold() for field in layer.fields()]
    return next((n for n in NAMES if n in names and "activiteit" in names), "")


def can_be_sites(layer: QgsMapLayer) -> bool:
    """Whether a layer holds what sites are: areas or points."""
    kinds = (Qgis.GeometryType.Polygon, Qgis.GeometryType.Point)
    return isinstance(layer, QgsVectorLayer) and layer.geometryType() in kinds


class SiteAction(QgsMapLayerAction):
    """Offered on the features of layers with sites only."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(
            tr("Quickscan van deze locatie"),
            parent,
            Qgis.LayerType.Vector,
            Qgis.MapLayerActionTarget.SingleFeature,
            icon("quickscan"),
        )

    def canRunUsingLayer(
        self, layer: QgsMapLayer, context: QgsMapLayerActionContext = None
    ) -> bool:
        return bool(site_field(layer))
