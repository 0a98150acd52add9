"""How the constraint themes look: the manner of a Dutch topographic map."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsMarkerLineSymbolLayer,
    QgsRendererCategory,
    QgsSimpleMarkerSymbolLayer,
)
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QColor

from styling.parts import (
    badge,
    fill,
    hatched,
    labels,
    line,
    marker,
    outline,
    text,
    tip,
)
from styling.registry import (
    LINE,
    POINT,
    POLYGON,
    STYLES,
    Placement,
    Style,
    categories,
    darker,
    name_expression,
    rules,
    single,
    theme,
)


@STYLES.add("bebouwing")
def buildings() -> Style:
    """The first use that a building has; a rule for each use draws many times as slowly."""
    use = "lower(coalesce(attribute('gebruiksdoel'), attribute('functie'), ''))"
    renderer = categories(
        f"trim(array_first(string_to_array(replace(replace({use}, '|', ','), ';', ','))))",
        "gebruiksdoel",
        lambda entry: fill(entry.colour, darker(entry.colour), 0.08),
    )
    colour, edge = theme("bebouwing")
    other = QgsRendererCategory("", fill(colour, edge, 0.08), "Gebruik onbekend")
    renderer.addCategory(other)
    return Style(
        POLYGON,
        renderer,
        None,
        tip(
            "'Gebouw'",
            {
                "Gebruik": "attribute('gebruiksdoel')",
                "Bouwjaar": "attribute('bouwjaar')",
                "Hoogte (m)": "round(attribute('hoogte_m'), 1)",
            },
        ),
    )


@STYLES.add("natura2000")
def natura2000() -> Style:
    colour, edge = theme("natura2000")
    area = hatched(edge, edge, 45, 2.6, 0.26, 0.8, base=(colour, 0.28), edge_width=0.6)
    return Style(
        POLYGON,
        single(area),
        labels(name_expression(), text(8.5, edge, True), Placement.Horizontal, 150_000),
        tip(name_expression(), {"Thema": "'Natura 2000'"}),
    )


@STYLES.add("nnn")
def nature_network() -> Style:
    colour, edge = theme("nnn")
    return Style(
        POLYGON,
        single(fill(colour, edge, 0.2, 0.42, edge_alpha=0.6)),
        None,
        tip("'Natuurnetwerk Nederland'", {"Naam": name_expression()}),
    )


@STYLES.add("buisleidingen")
def pipelines() -> Style:
    colour, edge = theme("buisleidingen")
    symbol = line(colour, 0.55, dash="4;1.2", casing="#ffffff", casing_width=1.1)
    return Style(
        LINE,
        single(symbol),
        labels(f"nullif({name_expression()}, '')", text(7.5, edge), Placement.Curved, 40_000),
        tip(
            "'Buisleiding'",
            {
                "Naam": name_expression(),
                "Stof": "attribute('stof')",
                "Druk (bar)": "attribute('druk_bar')",
            },
        ),
    )


@STYLES.add("hoogspanning")
def power_lines() -> Style:
    colour, edge = theme("hoogspanning")
    symbol = line(colour, 0.5)
    masts = QgsMarkerLineSymbolLayer(True, 9)
    masts.setSubSymbol(marker("#ffffff", 1.5, "square", colour, 0.4))
    symbol.appendSymbolLayer(masts)
    volt = "coalesce(attribute('spanning_kv') || ' kV', attribute('naam'), '')"
    return Style(
        LINE,
        single(symbol),
        labels(volt, text(8, edge, True), Placement.Curved, 80_000),
        tip(
            "'Hoogspanningsverbinding'",
            {"Spanning (kV)": "attribute('spanning_kv')", "Naam": name_expression()},
        ),
    )


@STYLES.add("waterkeringen")
def flood_defences() -> Style:
    colour, _ = theme("waterkeringen")
    symbol = line(colour, 0.7)
    ticks = QgsMarkerLineSymbolLayer(True, 2.2)
    ticks.setSubSymbol(marker(colour, 1.5, "line", colour, 0.3))
    symbol.appendSymbolLayer(ticks)
    return Style(LINE, single(symbol), None, tip("'Waterkering'", {"Naam": name_expression()}))


@STYLES.add("waterkeringen_vlak")
def flood_defence_zones() -> Style:
    colour, edge = theme("waterkeringen")
    area = hatched(edge, edge, 0, 1.8, 0.2, 0.6, base=(colour, 0.3))
    kind = "coalesce(attribute('zone'), attribute('type'), attribute('soort'))"
    return Style(
        POLYGON,
        single(area),
        None,
        tip("'Waterkering'", {"Naam": name_expression(), "Zone": kind}),
    )


@STYLES.add("spoor")
def railway() -> Style:
    symbol = line("#ffffff", 0.55, dash="2.4;2.4", casing=theme("spoor")[0], casing_width=1.0)
    return Style(LINE, single(symbol), None, tip("'Spoor'", {"Naam": name_expression()}))


@STYLES.add("wegen")
def roads() -> Style:
    colour, edge = theme("wegen")
    kind = (
        "lower(coalesce(attribute('wegtype'), attribute('wegklasse'), attribute('soort'), "
        "attribute('type'), attribute('functie'), ''))"
    )
    renderer = rules(
        [
            (
                "Autosnelweg",
                f"{kind} LIKE '%autosnelweg%' OR {kind} LIKE '%motorway%'",
                line("#e8743b", 1.1, casing="#a0461a", casing_width=1.45),
            ),
            (
                "Hoofdweg",
                f"regexp_match({kind}, 'provinciaal|hoofdweg|autoweg')",
                line(colour, 1.0, casing=edge, casing_width=1.4),
            ),
            ("Weg", "ELSE", line("#ffffff", 0.6, casing="#b9b4a8", casing_width=0.9)),
        ]
    )
    number = "coalesce(attribute('wegnummer'), attribute('wegnaam'), attribute('naam'), '')"
    return Style(
        LINE,
        renderer,
        labels(number, text(7.5, "#5b3a12", True), Placement.Curved, 60_000),
        tip("'Weg'", {"Naam": name_expression()}),
    )


def blade(colour: str, angle: float) -> QgsSimpleMarkerSymbolLayer:
    """One blade of a turbine: a short line from the hub outwards."""
    layer = QgsSimpleMarkerSymbolLayer(Qgis.MarkerShape.Line, 3.6, angle)
    layer.setStrokeColor(QColor(colour))
    layer.setStrokeWidth(0.55)
    layer.setOffset(QPointF(0, -1.8))
    return layer


@STYLES.add("windturbines")
def turbines() -> Style:
    colour, edge = theme("windturbines")
    mark = marker(colour, 1.2, edge="#ffffff", width=0.2)
    for angle in (0, 120, 240):
        mark.insertSymbolLayer(0, blade(edge, angle))
    tall = "coalesce(round(attribute('tiphoogte_m')) || ' m', '')"
    return Style(
        POINT,
        single(mark),
        labels(tall, text(7.5, edge), Placement.AroundPoint, 50_000, 2.8),
        tip(
            "'Windturbine'",
            {"Tiphoogte (m)": "attribute('tiphoogte_m')", "Naam": name_expression()},
        ),
    )


@STYLES.add("externe_veiligheid")
def external_safety() -> Style:
    colour, edge = theme("externe_veiligheid")
    return Style(
        POLYGON,
        single(hatched(colour, colour, 135, 3.0, 0.18, 0.45, style="dash", edge_width=0.3)),
        None,
        tip("'Externe veiligheid'", {"Naam": name_expression()}),
    )


@STYLES.add("externe_veiligheid_punt")
def external_safety_points() -> Style:
    return Style(
        POINT,
        single(badge(theme("externe_veiligheid")[0], "!", 4.4)),
        None,
        tip("'Externe veiligheid'", {"Naam": name_expression()}),
    )


@STYLES.add("archeologie")
def archaeology() -> Style:
    colour, edge = theme("archeologie")
    area = hatched(colour, edge, 90, 3.2, 0.22, 0.7, style="dot", edge_width=0.35)
    return Style(POLYGON, single(area), None, tip("'Archeologie'", {"Naam": name_expression()}))


@STYLES.add("water")
def water() -> Style:
    colour, edge = theme("water")
    return Style(
        POLYGON,
        single(fill(colour, edge, 0.06, edge_alpha=0.6)),
        labels(
            f"nullif({name_expression()}, '')", text(8, "#3f7fa3"), Placement.Horizontal, 60_000
        ),
    )


@STYLES.add("water_lijn")
def water_lines() -> Style:
    return Style(LINE, single(line(theme("water")[1], 0.4)), smallest_scale=60_000)


@STYLES.add("gemeenten")
def municipalities() -> Style:
    colour, _ = theme("gemeenten")
    area = fill("#000000", brush="no")
    area.appendSymbolLayer(outline("#ffffff", 1.6))
    area.appendSymbolLayer(outline(colour, 0.6, "dash dot"))
    return Style(
        POLYGON,
        single(area),
        labels(
            f"upper({name_expression()})", text(9.5, "#5f5a52"), Placement.Horizontal, priority=2
        ),
    )


@STYLES.add("percelen")
def parcels() -> Style:
    colour, _ = theme("percelen")
    return Style(POLYGON, single(fill("#edf1dc", colour, 0.06, edge_alpha=0.5)))


@STYLES.add("ruimteclaims")
def claims() -> Style:
    colour, edge = theme("ruimteclaims")
    return Style(
        POLYGON,
        single(hatched(colour, edge, 135, 2.0, 0.35, 0.8, base=(colour, 0.12), style="dash")),
        labels(name_expression(), text(8, edge, True), Placement.AroundPoint, 60_000, 2.0),
        tip(name_expression(), {"Instrument": "attribute('instrument')"}),
    )


@STYLES.add("ruimteclaims_lijn")
def claim_lines() -> Style:
    colour, edge = theme("ruimteclaims")
    return Style(
        LINE,
        single(line(colour, 0.8, "dash")),
        labels(name_expression(), text(8, edge, True), Placement.Curved, 60_000),
        tip(name_expression(), {"Instrument": "attribute('instrument')"}),
    )


@STYLES.add("ruimteclaims_punt")
def claim_points() -> Style:
    colour, edge = theme("ruimteclaims")
    return Style(
        POINT,
        single(marker(colour, 3.6, "diamond", "#ffffff", 0.5)),
        labels(name_expression(), text(8, edge, True), Placement.AroundPoint, 60_000, 2.2),
        tip(name_expression(), {"Instrument": "attribute('instrument')"}),
    )
