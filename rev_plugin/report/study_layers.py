"""The layers of a study and its results, styled and in drawing order.

Serves the project in QGIS, the demo project and the map picture of the report; no iface,
no project: the layers belong to the caller.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from qgis.core import (
    Qgis,
    QgsAggregateCalculator,
    QgsCategorizedSymbolRenderer,
    QgsCoordinateTransformContext,
    QgsExpressionContextUtils,
    QgsFeatureRenderer,
    QgsProviderRegistry,
    QgsProviderSublayerDetails,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
    QgsWkbTypes,
)

from rev_plugin.core.rule_rows import ThemeRow
from rev_plugin.core.rules import load_rules
from rev_plugin.i18n import language, tr
from rev_plugin.report import legend, map_tip
from rev_plugin.report.plan_legend import group_by_plan

RESULT, NET, CONSTRAINTS, PLAN = "resultaat", "net", "belemmeringen", "plan"
GROUP_OF_THEMES = {"resultaat": RESULT, "net": NET, "belemmering": CONSTRAINTS, "plan": PLAN}
# Layers that are no theme: name → (group, place within it, shown).
OTHERS = {
    "quickscan": (RESULT, 0, True),
    "planfit": (RESULT, 3, False),
    "vraag": (RESULT, 4, False),
    "zones": (RESULT, 5, False),
    "bevindingen": (RESULT, 6, True),
    "planbevindingen": (RESULT, 7, True),
    "acties": (RESULT, 8, True),
    "netruimte": (NET, 0, False),
    "planpunten": (PLAN, 180, True),
    "planlijnen": (PLAN, 185, True),
}
ABOVE = {"gemeenten": 170}  # borders lie over the plan, not under the parcels
YEARLY, FIRST_YEAR = ("voedingsgebieden", "netruimte"), "rev_eerste_jaar"
HIDDEN = ("postcodegebieden", "archeologie", "ruimteclaims")
SHAPES = {
    Qgis.GeometryType.Polygon: "vlak",
    Qgis.GeometryType.Line: "lijn",
    Qgis.GeometryType.Point: "punt",
    Qgis.GeometryType.Null: "tabel",
}


@dataclass(frozen=True)
class StudyLayer:
    """One styled layer: its group in the legend, its place there and whether it shows."""

    layer: QgsVectorLayer
    name: str
    group: str
    place: int
    shown: bool


def study_layers(data: Path, result: Optional[Path] = None) -> list[StudyLayer]:
    """All layers of the data GeoPackage and of the result, the topmost first.

    Layers of other names, and layers that do not open, are left out; the only layer of a result
    is the quickscan, whatever it is called.
    """
    kept = sublayers(result) if result else []
    if len(kept) == 1:
        kept[0].setName("quickscan")
    return list(each_layer(sublayers(data) + kept))


def each_layer(found: Iterable[QgsProviderSublayerDetails]) -> Iterator[StudyLayer]:
    """What `found` has of a study, opened and styled one by one, the topmost first."""
    places, order = _places(), (RESULT, NET, CONSTRAINTS, PLAN)
    known = [(details.name().casefold(), details) for details in found]
    known = [(name, details) for name, details in known if name in places]
    known.sort(key=lambda item: (order.index(places[item[0]][0]), places[item[0]][1]))
    judged = any(name == "quickscan" for name, _ in known)
    for name, details in known:
        group, place, shown = places[name]
        options = QgsProviderSublayerDetails.LayerOptions(QgsCoordinateTransformContext())
        shape = SHAPES.get(QgsWkbTypes.geometryType(details.wkbType()), "")
        options.loadDefaultStyle = legend.style_path(name, shape) is None  # opens the file again
        layer = details.toLayer(options)
        if isinstance(layer, QgsVectorLayer) and layer.isValid():
            layer.setName(title(name))
            dress(layer, name)
            shown = shown and not (judged and name == "locaties")  # quickscan shows these sites
            yield StudyLayer(layer, name, group, place, shown)


def sublayers(path: Path) -> list[QgsProviderSublayerDetails]:
    """The layers of a file; a layer of mixed geometry comes once per kind."""
    metadata = QgsProviderRegistry.instance().providerMetadata("ogr")
    flags = Qgis.SublayerQueryFlag.ResolveGeometryType
    return metadata.querySublayers(str(path), Qgis.SublayerQueryFlags(flags))


def shown_layers(data: Path, result: Optional[Path] = None) -> list[QgsVectorLayer]:
    """The layers of a study that a map shows, the topmost first."""
    items = study_layers(data, result)
    return [item.layer for item in items if item.shown and item.layer.isSpatial()]


def titles() -> dict[str, str]:
    """What the layers that are no theme are called in the legend."""
    return {
        "quickscan": tr("Quickscan"),
        "planfit": tr("Planoordeel"),
        "vraag": tr("Vraag"),
        "zones": tr("Zones van belemmeringen"),
        "bevindingen": tr("Bevindingen"),
        "planbevindingen": tr("Planbevindingen"),
        "acties": tr("Stappen"),
        "netruimte": tr("Netruimte per jaar"),
        "postcodegebieden": tr("Postcodegebieden"),
        "planpunten": tr("Planobjecten (punten)"),
        "planlijnen": tr("Planobjecten (lijnen)"),
    }


def title(name: str) -> str:
    """The legend name of a layer, in the user's language."""
    return titles().get(name) or legend.label("thema", name)


def dress(layer: QgsVectorLayer, name: str) -> bool:
    """Give a layer the style of its name and geometry; False when there is none that fits."""
    path = legend.style_path(name, SHAPES.get(layer.geometryType(), ""))
    if path is None:
        return False
    _message, loaded = layer.loadNamedStyle(str(path))
    if language() != "nl":
        _relabel(layer.renderer())
        layer.setMapTipTemplate(map_tip.translated(layer.mapTipTemplate()))
    if name == "planobjecten":
        group_by_plan(layer)
    if name in YEARLY:
        _tell_first_year(layer)
    return bool(loaded)


def _relabel(renderer: Optional[QgsFeatureRenderer]) -> None:
    """The legend of a style in the user's language; the styles themselves are in Dutch."""
    if isinstance(renderer, QgsRuleBasedRenderer):
        for rule in renderer.rootRule().descendants():
            rule.setLabel(legend.translated(rule.label()))
    elif isinstance(renderer, QgsCategorizedSymbolRenderer):
        for index, category in enumerate(renderer.categories()):
            renderer.updateCategoryLabel(index, legend.translated(category.label()))


def _tell_first_year(layer: QgsVectorLayer) -> None:
    """Give the style the first year of the figures: without a map time, that year shows."""
    asked = QgsAggregateCalculator.AggregateParameters()
    asked.filter = "\"richting\" = 'afname'"  # the direction on the map
    first, known = layer.aggregate(Qgis.Aggregate.Min, "jaar", asked)
    if known:
        QgsExpressionContextUtils.setLayerVariable(layer, FIRST_YEAR, first)


def _places() -> dict[str, tuple[str, int, bool]]:
    themes = {
        row.id: (
            GROUP_OF_THEMES[row.groep],
            ABOVE.get(row.id, row.volgorde),
            row.id not in HIDDEN,
        )
        for row in load_rules().rows(ThemeRow)
    }
    return {**themes, **OTHERS}


__all__ = [
    "CONSTRAINTS", "NET", "PLAN", "RESULT", "StudyLayer", "dress", "each_layer", "shown_layers",
    "study_layers", "sublayers", "title",
]  # fmt: skip
