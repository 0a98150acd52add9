"""What the dock asks for, captured on the main thread for the tasks that answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.core import QgsProject

from rev_plugin.core.model import RevError, Silent
from rev_plugin.core.rules import load_rules
from rev_plugin.i18n import tr
from rev_plugin.study.geopackage import Study
from rev_plugin.study.inputs import Given
from rev_plugin.study.layers import read_source
from rev_plugin.study.sources import theme_from_file, theme_from_layer
from rev_plugin.ui.own_layers import SITES, own_layers
from rev_plugin.ui.settings import read_settings, rules_folder
from rev_plugin.ui.tasks import Request

if TYPE_CHECKING:
    from rev_plugin.core.model import Theme
    from rev_plugin.ui.location_panel import LocationPanel


def asked_request(asked: LocationPanel, project: QgsProject) -> Request:
    """Data, layers, sites and settings as they stand now.

    Raises:
        RevError: there is nothing to test, or a layer has no CRS.
    """
    data, layer = asked.data_path(), asked.sites_layer()
    if data is None and layer is None:
        raise RevError(tr("Kies eerst de gegevens van de studie."))
    transforms, folder = project.transformContext(), rules_folder()
    own = {theme: x for theme, x in own_layers(project).items() if theme != SITES}
    return Request(
        data,
        read_settings(asked.year()),
        transforms,
        read_source(layer, transforms, Silent()) if layer is not None else None,
        folder,
        Given.of(own, load_rules(folder), transforms, Silent()),
    )


def asked_theme(asked: LocationPanel, project: QgsProject, name: str) -> Optional[Theme]:
    """One theme, from a layer of the project or from the data; None when there is none.

    Raises:
        RevError: the data cannot be read.
    """
    transforms = project.transformContext()
    layer = own_layers(project).get(name)
    if layer is not None:
        return theme_from_layer(name, layer, load_rules(rules_folder()), transforms)
    data = asked.data_path()
    study = Study.open(data, transforms) if data is not None else None
    if study is None or not study.has(name):
        return None
    return theme_from_file(data, study.layers[name][0], name, transform_context=transforms)
