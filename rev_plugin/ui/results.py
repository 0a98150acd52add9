"""The outcome of the dock on the map: layers in the project, made anew by each run."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Optional

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsLayerTreeLayer,
    QgsProject,
    QgsVectorLayer,
)

from rev_plugin.core.model import CRS
from rev_plugin.i18n import tr
from rev_plugin.processing.postprocess import RESULT, group_names, order_groups
from rev_plugin.ui.messages import SUCCESS, TITLE, WARNING, Messages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy as np
    import pandas as pd

    from rev_plugin.core.model import Column, Feedback
    from rev_plugin.study.quickscan import Result
    from rev_plugin.ui.tasks import Outcome

MARK = "rev/outcome"  # custom property: which layer of the outcome this is
AT_ONCE = 1000  # features between two looks at cancel
QUICKSCAN, FINDINGS, STEPS = "quickscan", "bevindingen", "acties"


def outcome_layers(result: Result, feedback: Feedback) -> dict[str, QgsVectorLayer]:
    """An outcome as layers in memory, without their style; may run on any thread.

    Raises:
        Cancelled: when the user cancels.
    """
    from rev_plugin.core import columns

    parts = (
        (QUICKSCAN, result.output, columns.QUICKSCAN, result.sites.geometry),
        (FINDINGS, result.findings, columns.FINDING, None),
        (STEPS, result.actions, columns.ACTION, None),
    )
    made = {}
    for mark, table, contract, geometry in parts:
        feedback.check()
        made[mark] = _layer(mark, table, contract, geometry, feedback)
    return made


def showing_on_map(project: QgsProject, made: Mapping[str, QgsVectorLayer]) -> Iterator[None]:
    """Put an outcome into the project in place of the one before, in small steps.

    The layers are in memory: QGIS offers to keep them when the project is closed.
    """
    from rev_plugin.report.study_layers import dress

    project.removeMapLayers(
        [layer.id() for layer in project.mapLayers().values() if layer.customProperty(MARK)]
    )
    root = project.layerTreeRoot()
    name = group_names()[RESULT]
    group = root.findGroup(name) or root.insertGroup(0, name)
    for place, (mark, layer) in enumerate(made.items()):
        yield
        dress(layer, mark)
        layer.setCustomProperty(MARK, mark)
        project.addMapLayer(layer, False)
        node = QgsLayerTreeLayer(layer)
        node.setExpanded(mark == QUICKSCAN)
        group.insertChildNode(place, node)
    yield
    _hide_sites(project)
    order_groups(root)


def tell(messages: Messages, outcome: Outcome) -> None:
    """What was judged, and what went wrong without spoiling that; warnings go to the log."""
    for warning in outcome.result.provenance.warnings:
        QgsApplication.messageLog().logMessage(warning, TITLE, WARNING)
    if outcome.said:
        messages.tell(outcome.said, WARNING)
    messages.tell(_summary(outcome.result), SUCCESS)


def _summary(result: Result) -> str:
    """How many sites were judged, and on how many layers that are not there."""
    count, absent = len(result.output), len(result.provenance.absent)
    text = tr("1 locatie getoetst.") if count == 1 else tr("{n} locaties getoetst.").format(n=count)
    if absent:
        text += " " + tr("{n} lagen ontbreken: hun regels zijn niet getoetst.").format(n=absent)
    return text


def result_layer(project: QgsProject) -> Optional[QgsVectorLayer]:
    """The sites of the outcome in a project, or None."""
    marked = (x for x in project.mapLayers().values() if x.customProperty(MARK) == QUICKSCAN)
    return next(marked, None)


def _layer(
    name: str,
    table: pd.DataFrame,
    contract: Sequence[Column],
    geometry: Optional[np.ndarray],
    feedback: Feedback,
) -> QgsVectorLayer:
    from rev_plugin.report.study_layers import title
    from rev_plugin.study.fields import to_features, to_fields

    kind = "None" if geometry is None else f"MultiPolygon?crs={CRS}"
    layer = QgsVectorLayer(kind, title(name), "memory")
    layer.dataProvider().addAttributes(to_fields(contract))
    layer.updateFields()
    wkb_type = Qgis.WkbType.NoGeometry if geometry is None else Qgis.WkbType.MultiPolygon
    features = to_features(table, geometry, contract, wkb_type)
    while some := list(islice(features, AT_ONCE)):
        feedback.check()
        layer.dataProvider().addFeatures(some)
    layer.updateExtents()
    return layer


def _hide_sites(project: QgsProject) -> None:
    """The outcome shows the same sites: the layer they came from steps back."""
    for node in project.layerTreeRoot().findLayers():
        source = node.layer().source() if node.layer() is not None else ""
        if source.endswith("|layername=locaties"):
            node.setItemVisibilityChecked(False)
