"""Symbols, labels and map tips in the REV look, as small functions on PyQGIS."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsFontMarkerSymbolLayer,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsSimpleLineSymbolLayer,
    QgsSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from rev_plugin.core.model import NET_DISCLAIMER
from styling.fonts import text_format

INK = "#1d3557"


def rgba(colour: str, alpha: float = 1.0) -> str:
    """ "#rrggbb" and an opacity 0–1 as QGIS's "r,g,b,a"."""
    value = QColor(colour)
    return f"{value.red()},{value.green()},{value.blue()},{round(alpha * 255)}"


def fill(
    colour: str,
    edge: str = "",
    width: float = 0.26,
    alpha: float = 1.0,
    style: str = "solid",
    edge_alpha: float = 1.0,
    brush: str = "solid",
) -> QgsFillSymbol:
    """An area: fill with opacity, and an outline of `width` mm when `edge` is given."""
    return QgsFillSymbol.createSimple(
        {
            "color": rgba(colour, alpha),
            "style": brush,
            "outline_color": rgba(edge or colour, edge_alpha),
            "outline_style": style if edge else "no",
            "outline_width": str(width),
            "joinstyle": "round",
        }
    )


def hatched(
    colour: str,
    edge: str = "",
    angle: float = 45,
    spacing: float = 2.2,
    width: float = 0.3,
    alpha: float = 0.9,
    base: Optional[tuple[str, float]] = None,
    style: str = "solid",
    edge_width: float = 0.3,
) -> QgsFillSymbol:
    """An area under parallel lines (`spacing` and `width` in mm), over a light base fill."""
    symbol = fill(base[0], alpha=base[1]) if base else fill(colour, brush="no")
    lines = QgsLinePatternFillSymbolLayer()
    lines.setLineAngle(angle)
    lines.setDistance(spacing)
    lines.setSubSymbol(line(colour, width, alpha=alpha))
    symbol.appendSymbolLayer(lines)
    if edge:
        symbol.appendSymbolLayer(outline(edge, edge_width, style))
    return symbol


def outline(edge: str, width: float, style: str = "solid", inside: float = 0.0) -> QgsSymbolLayer:
    """An outline as a symbol layer of its own, `inside` mm within the edge."""
    return QgsSimpleLineSymbolLayer.create(
        {
            "line_color": rgba(edge),
            "line_width": str(width),
            "line_style": style,
            "offset": str(inside),
            "joinstyle": "round",
        }
    )


def line(
    colour: str,
    width: float,
    style: str = "solid",
    alpha: float = 1.0,
    casing: str = "",
    casing_width: float = 0.0,
    dash: str = "",
) -> QgsLineSymbol:
    """A line of `width` mm, with a wider casing below it when asked."""
    properties = {
        "line_color": rgba(colour, alpha),
        "line_width": str(width),
        "line_style": style,
        "capstyle": "flat" if dash or style != "solid" else "round",
        "joinstyle": "round",
    }
    if dash:
        properties |= {"use_custom_dash": "1", "customdash": dash}
    symbol = QgsLineSymbol.createSimple(properties)
    if casing:
        below = line(casing, casing_width)
        below.appendSymbolLayer(symbol.symbolLayer(0).clone())
        return below
    return symbol


def marker(
    colour: str, size: float, shape: str = "circle", edge: str = "#ffffff", width: float = 0.4
) -> QgsMarkerSymbol:
    """A point marker of `size` mm."""
    return QgsMarkerSymbol.createSimple(
        {
            "name": shape,
            "color": colour,
            "size": str(size),
            "outline_color": edge,
            "outline_width": str(width),
        }
    )


def badge(colour: str, text: str, size: float = 5.2, ink: str = "#ffffff") -> QgsMarkerSymbol:
    """A coloured disc with a character in it: its meaning never depends on colour alone."""
    symbol = marker(colour, size, edge="#ffffff", width=0.5)
    letter = QgsFontMarkerSymbolLayer("Sans Serif", text, size * 0.62, QColor(ink))
    letter.setFontStyle("Bold")
    symbol.appendSymbolLayer(letter)
    return symbol


def vary(layer: QgsSymbolLayer, what: QgsSymbolLayer.Property, expression: str) -> None:
    """Let an expression decide one property of a symbol layer."""
    layer.setDataDefinedProperty(what, QgsProperty.fromExpression(expression))


def text(size: float, colour: str = INK, bold: bool = False, halo: float = 0.9) -> QgsTextFormat:
    """Label text in points with a white halo in mm."""
    style = text_format(size, bold, colour)
    around = QgsTextBufferSettings()
    around.setEnabled(halo > 0)
    around.setSize(halo)
    around.setColor(QColor(255, 255, 255, 220))
    style.setBuffer(around)
    return style


def labels(
    expression: str,
    style: QgsTextFormat,
    placement: Qgis.LabelPlacement = Qgis.LabelPlacement.Horizontal,
    smallest_scale: float = 0,
    distance: float = 0.0,
    show: str = "",
    priority: int = 5,
    anchor: str = "",
) -> QgsVectorLayerSimpleLabeling:
    """Labels from an expression; shown from 1:`smallest_scale` inwards, where `show` holds.

    `anchor` is an expression for the point to put the label on, instead of the feature.
    """
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.setFormat(style)
    settings.placement = placement
    settings.dist = distance
    settings.priority = priority
    settings.centroidInside = True
    settings.centroidWhole = False
    if anchor:
        settings.geometryGeneratorEnabled = True
        settings.geometryGenerator = anchor
        settings.geometryGeneratorType = Qgis.GeometryType.Point
    if smallest_scale:
        settings.scaleVisibility = True
        settings.minimumScale = smallest_scale
    if show:
        properties = settings.dataDefinedProperties()
        properties.setProperty(QgsPalLayerSettings.Property.Show, QgsProperty.fromExpression(show))
        settings.setDataDefinedProperties(properties)
    return QgsVectorLayerSimpleLabeling(settings)


def thick_edge(colour: str, alpha: float, edge_width: float = 1.6) -> QgsFillSymbol:
    """A light area with a broad coloured band just inside its edge, for large areas."""
    symbol = fill(colour, alpha=alpha)
    band = outline(colour, edge_width, inside=edge_width / 2)
    symbol.appendSymbolLayer(band)
    symbol.appendSymbolLayer(outline("#ffffff", 0.35))
    return symbol


def net_sentence(day: str) -> str:
    """The sentence beside every verdict on the net; `day` is the column with its peildatum."""
    shown = f"""[% coalesce({escaped(f'"{day}"')}, 'onbekend') %]"""
    return NET_DISCLAIMER.format(peildatum=shown)


class Markup(str):
    """An expression that gives HTML of our own; what it takes from data is escaped already."""


def escaped(expression: str) -> str:
    """An expression for the same text without a meaning in HTML."""
    for sign, name in (("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot")):
        expression = f"replace({expression}, '{sign}', '&{name};')"
    return expression


def tip(
    title: str,
    rows: dict[str, str],
    note: str = "",
    *,
    fixed: str = "",
    only_filled: bool = False,
) -> str:
    """A map tip: a title, a small table and a note; values are QGIS expressions, escaped.

    What is empty shows as a dash; with `only_filled` it is left out. `fixed` is what must stand
    beside a verdict, as it is.
    """

    def shown(expression: str) -> str:
        return expression if isinstance(expression, Markup) else escaped(expression)

    def piece(before: str, expression: str, after: str) -> str:
        if only_filled:
            return f"[% coalesce('{before}' || {shown(expression)} || '{after}', '') %]"
        return f"{before}[% coalesce({shown(expression)}, '–') %]{after}"

    body = "".join(
        piece(f'<tr><td style="color:#5f6368;padding-right:8px">{name}</td><td>', e, "</td></tr>")
        for name, e in rows.items()
    )
    end = piece('<p style="max-width:340px;margin:4px 0 0">', note, "</p>") if note else ""
    if fixed:
        end += f'<p style="max-width:340px;margin:4px 0 0;color:#5f6368"><i>{fixed}</i></p>'
    head = f"[% coalesce({shown(title)}, '–') %]"
    return f'<div style="font-family:sans-serif"><b>{head}</b><table>{body}</table>{end}</div>'
