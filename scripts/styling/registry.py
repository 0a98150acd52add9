"""What a style is, where styles are kept, and the small words they share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Callable, Optional

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsCentroidFillSymbolLayer,
    QgsFeatureRenderer,
    QgsFillSymbol,
    QgsRendererCategory,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayerSimpleLabeling,
)

from rev_plugin.report import legend

Placement = Qgis.LabelPlacement
POLYGON, LINE, POINT, TABLE = "Polygon", "LineString", "Point", "None"


@dataclass(frozen=True)
class Style:
    """All that goes into one QML file."""

    geometry: str
    renderer: Optional[QgsFeatureRenderer] = None
    labeling: Optional[QgsVectorLayerSimpleLabeling] = None
    map_tip: str = ""
    year_field: str = ""  # features hold in this year, for the temporal controller
    opacity: float = 1.0
    smallest_scale: float = 0  # hidden when zoomed out further than 1:this


@dataclass
class Registry:
    """The styles by file name, filled by the decorator below."""

    makers: dict[str, Callable[[], Style]] = field(default_factory=dict)

    def add(self, name: str) -> Callable[[Callable[[], Style]], Callable[[], Style]]:
        def keep(maker: Callable[[], Style]) -> Callable[[], Style]:
            self.makers[name] = maker
            return maker

        return keep


STYLES = Registry()


def theme(name: str) -> tuple[str, str]:
    """Fill and edge colour of a theme."""
    entry = legend.entry("thema", name)
    return entry.colour, entry.edge


def single(symbol: QgsSymbol) -> QgsSingleSymbolRenderer:
    return QgsSingleSymbolRenderer(symbol)


def categories(
    column: str, group: str, symbol: Callable[[legend.Entry], QgsSymbol]
) -> QgsCategorizedSymbolRenderer:
    """One symbol per entry of a palette group, named as the user reads it."""
    rows = [
        QgsRendererCategory(entry.value, symbol(entry), entry.name_nl)
        for entry in legend.entries(group)
    ]
    return QgsCategorizedSymbolRenderer(column, rows)


def rules(rows: list[tuple[str, str, QgsSymbol]]) -> QgsRuleBasedRenderer:
    """A renderer from (label, filter, symbol); the filter "ELSE" takes the rest."""
    root = QgsRuleBasedRenderer.Rule(None)
    for name, expression, symbol in rows:
        root.appendChild(QgsRuleBasedRenderer.Rule(symbol, 0, 0, expression, name))
    return QgsRuleBasedRenderer(root)


def centred(symbol: QgsFillSymbol, mark: QgsSymbol) -> QgsFillSymbol:
    """A marker in the middle of an area, so that a small one is seen when zoomed out."""
    centre = QgsCentroidFillSymbolLayer()
    centre.setSubSymbol(mark)
    centre.setPointOnSurface(True)
    symbol.appendSymbolLayer(centre)
    return symbol


def band(quantity: str) -> str:
    """Expression "low – middle – high" of a quantity in MW."""
    parts = (
        f"coalesce(format_number(\"{quantity}_{p}_mw\", 1), '?')"
        for p in ("laag", "midden", "hoog")
    )
    return " || ' – ' || ".join(parts)


def name_expression() -> str:
    """The object's name from whichever column has it."""
    columns = ("naam", "name", "naam_n2k", "stationsnaam", "statnaam", "gemeentenaam", "id")
    return "coalesce(" + ", ".join(f"attribute('{c}')" for c in columns) + ", '')"


def darker(colour: str) -> str:
    """The same hue, for an outline."""
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{int(p * 0.68):02x}" for p in parts)
