"""A QGIS project of a study: layers in ordered, styled groups. Needs no iface."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayerTreeGroup,
    QgsProject,
    QgsProviderSublayerDetails,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtGui import QColor

from rev_plugin.core.model import CRS
from rev_plugin.processing.postprocess import group_names, order_groups

if TYPE_CHECKING:
    from rev_plugin.report.study_layers import StudyLayer

SCOPE = "REV"  # of what REV keeps in a project
DATA = "/data"  # the data GeoPackage of this project
OPEN_GROUPS = ("resultaat", "net")


def add_study_layers(
    project: QgsProject, data: Path, result: Optional[Path] = None
) -> dict[str, list[QgsVectorLayer]]:
    """Add all layers of a study to a project: results above, then net, constraints, plan.

    An empty project also gets RD as its CRS, the ground colour and the sites as its view.
    Returns the layers by their fixed name; one theme can be several layers.
    """
    from rev_plugin.report.study_layers import sublayers

    found = sublayers(data) + (sublayers(result) if result else [])
    *_, added = adding(project, data, found)
    return added


def adding(
    project: QgsProject, data: Path, found: Iterable[QgsProviderSublayerDetails]
) -> Iterator[dict[str, list[QgsVectorLayer]]]:
    """The same in small steps; yields what has been added so far.

    `found` has the sublayers of the study, which take a while to look up.
    """
    from rev_plugin.report.study_layers import each_layer

    fresh = not project.mapLayers()
    added: dict[str, list[QgsVectorLayer]] = {}
    groups: dict[str, QgsLayerTreeGroup] = {}
    for item in each_layer(found):
        yield added  # opening a layer takes as long as adding it
        if item.group not in groups:
            groups[item.group] = _group(project, group_names()[item.group])
        _add(project, groups[item.group], item)
        added.setdefault(item.name, []).append(item.layer)
        yield added
    for name, group in groups.items():
        group.setExpanded(name in OPEN_GROUPS)
    order_groups(project.layerTreeRoot())
    remember_data(project, data)
    if fresh:
        _set_up(project, added)
    yield added


@contextmanager
def frozen(canvas: QgsMapCanvas) -> Iterator[None]:
    """The map waits until all layers are there, or no more will come."""
    canvas.freeze(True)
    try:
        yield
    finally:
        canvas.freeze(False)
        canvas.refresh()


def remember_data(project: QgsProject, data: Path) -> None:
    """Keep in the project which data GeoPackage belongs to it, relative where it can."""
    project.writeEntry(SCOPE, DATA, project.writePath(str(data)))


def data_of(project: QgsProject) -> Optional[Path]:
    """The data GeoPackage that belongs to a project, when it is there."""
    kept, known = project.readEntry(SCOPE, DATA, "")
    path = Path(project.readPath(kept)) if known and kept else None
    return path if path is not None and path.is_file() else None


def view_of(layers: list[QgsVectorLayer]) -> QgsRectangle:
    """The extent of layers in RD, with some room around."""
    extent = QgsRectangle()
    for layer in layers:
        if layer.isSpatial():
            extent.combineExtentWith(layer.extent())
    extent.scale(1.15)
    return extent


def _group(project: QgsProject, name: str) -> QgsLayerTreeGroup:
    root = project.layerTreeRoot()
    return root.findGroup(name) or root.addGroup(name)


def _add(project: QgsProject, group: QgsLayerTreeGroup, item: StudyLayer) -> None:
    project.addMapLayer(item.layer, False)
    node = group.addLayer(item.layer)
    node.setItemVisibilityChecked(item.shown)
    node.setExpanded(item.name == "quickscan")


def _set_up(project: QgsProject, added: dict[str, list[QgsVectorLayer]]) -> None:
    from rev_plugin.report.map_picture import GROUND

    crs = QgsCoordinateReferenceSystem(CRS)
    project.setCrs(crs)
    project.setBackgroundColor(QColor(GROUND))
    sites = added.get("quickscan") or added.get("locaties") or []
    if sites:
        project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(view_of(sites), crs))
