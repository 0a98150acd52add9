"""Edits to a sites layer of the project, in its edit buffer: the user can undo and saves them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from qgis.core import (
    NULL,
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)

from rev_plugin.i18n import tr

if TYPE_CHECKING:
    import shapely


def change_values(layer: QgsVectorLayer, name: str, values: Mapping[str, object]) -> None:
    """Change values of a site; a column that the layer lacks is added.

    Raises:
        RevError: the layer cannot be edited, or does not have the site (once).
    """
    feature = _site(layer, name)
    with _editing(layer, tr("Programma van {name}").format(name=name)):
        _add_columns(layer, values)
        for column, value in values.items():
            place = layer.fields().lookupField(column)
            layer.changeAttributeValue(feature.id(), place, NULL if value is None else value)


def change_shape(layer: QgsVectorLayer, name: str, shape: shapely.Geometry) -> None:
    """Change the shape of a site.

    Raises:
        RevError: the layer cannot be edited, or does not have the site (once).
    """
    feature = _site(layer, name)
    with _editing(layer, tr("{name} verschoven").format(name=name)):
        for geometry in _fitting(layer, shape):
            layer.changeGeometry(feature.id(), geometry)


def add_feature(
    layer: QgsVectorLayer, values: Mapping[str, object], shape: shapely.Geometry
) -> None:
    """Add a site; a column that the layer lacks is added.

    Raises:
        RevError: the layer cannot be edited.
    """
    given = {column: value for column, value in values.items() if value is not None}
    with _editing(layer, tr("Nieuwe locatie")):
        _add_columns(layer, given)
        places = {layer.fields().lookupField(c): value for c, value in given.items()}
        for geometry in _fitting(layer, shape):
            layer.addFeature(QgsVectorLayerUtils.createFeature(layer, geometry, places))


def names_in(layer: QgsVectorLayer) -> list[str]:
    """The names of the sites in a layer."""
    place = layer.fields().lookupField("naam")
    return [str(value) for value in layer.uniqueValues(place)] if place >= 0 else []


def _site(layer: QgsVectorLayer, name: str) -> QgsFeature:
    from rev_plugin.core.model import RevError

    wanted = QgsExpression.createFieldEqualityExpression("naam", name)
    found = list(layer.getFeatures(QgsFeatureRequest(QgsExpression(wanted))))
    if len(found) != 1:
        raise RevError(
            tr("{name} staat niet (één keer) in de laag {layer}; er is niets bewaard.").format(
                name=name, layer=layer.name()
            )
        )
    return found[0]


@contextmanager
def _editing(layer: QgsVectorLayer, command: str) -> Iterator[None]:
    """One step of the layer's undo list; nothing of it stays when the block fails."""
    from rev_plugin.core.model import RevError

    if not layer.isEditable() and not layer.startEditing():
        raise RevError(tr("De laag {layer} is niet te bewerken.").format(layer=layer.name()))
    layer.beginEditCommand(command)
    try:
        yield
    except RevError:
        layer.destroyEditCommand()
        raise
    layer.endEditCommand()
    layer.triggerRepaint()


def _add_columns(layer: QgsVectorLayer, names: Mapping[str, object]) -> None:
    from rev_plugin.core import columns
    from rev_plugin.core.model import RevError
    from rev_plugin.study.fields import to_fields

    lacking = [name for name in names if layer.fields().lookupField(name) < 0]
    contract = [column for column in columns.SITE if column.name in lacking]
    for field in to_fields(contract):
        if not layer.addAttribute(field):
            raise RevError(
                tr(
                    "De laag {layer} heeft geen kolom {column} en die is niet toe te voegen."
                ).format(layer=layer.name(), column=field.name())
            )


def _fitting(layer: QgsVectorLayer, shape: shapely.Geometry) -> list[QgsGeometry]:
    """The shape in the CRS and the geometry type of the layer."""
    import shapely

    from rev_plugin.core.model import CRS

    geometry = QgsGeometry()
    geometry.fromWkb(shapely.to_wkb(shape))
    rd = QgsCoordinateReferenceSystem(CRS)
    geometry.transform(QgsCoordinateTransform(rd, layer.crs(), QgsProject.instance()))
    if layer.geometryType() == Qgis.GeometryType.Point:
        geometry = geometry.centroid()
    return geometry.coerceToType(layer.wkbType())
