"""Layers of the user's project that stand for themes: recognised, chosen, remembered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import Qgis, QgsProject, QgsProviderRegistry, QgsVectorLayer

from rev_plugin.i18n import language, tr
from rev_plugin.ui.project import SCOPE
from rev_plugin.ui.results import MARK

if TYPE_CHECKING:
    from rev_plugin.core.rule_rows import ThemeRow
    from rev_plugin.core.rules import Rules

SITES = "locaties"
_KEY = "/layers/"
_SHAPES = {
    Qgis.GeometryType.Polygon: "vlak",
    Qgis.GeometryType.Line: "lijn",
    Qgis.GeometryType.Point: "punt",
}


@dataclass(frozen=True)
class Lack:
    """What it means that a theme is not there."""

    text: str
    matters: bool


def lack_of(theme: str, rules: Rules) -> Lack:
    """What is not tested without a theme."""
    if theme == SITES:
        return Lack(tr("zonder deze laag is er niets te toetsen"), True)
    if theme == "planobjecten":
        return Lack(tr("zonder deze laag: geen oordeel over het omgevingsplan"), True)
    if theme == "voedingsgebieden":
        return Lack(tr("zonder deze laag: geen oordeel over het net"), True)
    from rev_plugin.core.rule_rows import ConstraintRule

    count = sum(row.thema == theme for row in rules.rows(ConstraintRule))
    if count == 0:
        return Lack(tr("alleen voor kaart en toelichting"), False)
    if count == 1:
        return Lack(tr("zonder deze laag: 1 regel niet getoetst"), True)
    return Lack(tr("zonder deze laag: {n} regels niet getoetst").format(n=count), True)


def title(row: ThemeRow) -> str:
    """The name of a theme in the user's language."""
    return row.naam_en if language() == "en" else row.naam_nl


def recognise(layers: Iterable[QgsVectorLayer], rules: Rules) -> dict[str, QgsVectorLayer]:
    """The themes that layers seem to be, by name and by looking; the first of a kind counts."""
    found: dict[str, QgsVectorLayer] = {}
    for layer in layers:
        theme = _theme_of(layer, rules)
        if theme is not None:
            found.setdefault(theme, layer)
    return found


def candidates(project: QgsProject, data: Optional[Path]) -> list[QgsVectorLayer]:
    """The user's own vector layers in a project: not REV's outcome nor layers of the data."""
    layers = [node.layer() for node in project.layerTreeRoot().findLayers()]
    return [
        layer
        for layer in layers
        if isinstance(layer, QgsVectorLayer)
        and layer.isValid()
        and not layer.customProperty(MARK)
        and not (data is not None and _file_of(layer) == data)
    ]


def remember(project: QgsProject, chosen: Mapping[str, QgsVectorLayer]) -> None:
    """Keep in the project which layer stands for which theme."""
    project.removeEntry(SCOPE, _KEY.rstrip("/"))
    for theme, layer in chosen.items():
        project.writeEntry(SCOPE, _KEY + theme, layer.id())


def remember_sites(project: QgsProject, layer: Optional[QgsVectorLayer]) -> None:
    """Keep in the project which layer the sites come from; None is the data's own layer."""
    if layer is None:
        project.removeEntry(SCOPE, _KEY + SITES)
    else:
        project.writeEntry(SCOPE, _KEY + SITES, layer.id())


def own_layers(project: QgsProject) -> dict[str, QgsVectorLayer]:
    """The layers that stand for themes in this project and are still there."""
    found = {}
    for theme in project.entryList(SCOPE, _KEY.rstrip("/")):
        layer = project.mapLayer(project.readEntry(SCOPE, _KEY + theme, "")[0])
        if isinstance(layer, QgsVectorLayer) and layer.isValid():
            found[theme] = layer
    return found


def _theme_of(layer: QgsVectorLayer, rules: Rules) -> Optional[str]:
    from rev_plugin.study.recognise import contract_of, theme_of

    columns = [field.name() for field in layer.fields()]
    shape = _SHAPES.get(layer.geometryType(), "tabel")
    name = str(_parts(layer).get("layerName") or layer.name())
    return contract_of(columns) or theme_of(_file_of(layer).stem, name, columns, shape, rules)


def _file_of(layer: QgsVectorLayer) -> Path:
    return Path(str(_parts(layer).get("path") or ""))


def _parts(layer: QgsVectorLayer) -> dict[str, object]:
    return QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
