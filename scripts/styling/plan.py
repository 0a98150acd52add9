"""How the objects of the omgevingsplan look: official colours, hatching and outlines."""

from __future__ import annotations

from qgis.core import Qgis, QgsFeatureRequest, QgsRuleBasedRenderer, QgsSymbol

from rev_plugin.report import legend
from styling.parts import (
    Markup,
    escaped,
    fill,
    hatched,
    labels,
    line,
    marker,
    outline,
    text,
    tip,
)
from styling.registry import LINE, POINT, POLYGON, STYLES, Style, single

# Drawing order from the bottom up; the same list orders the features.
ORDER = (
    "Enkelbestemming",
    "Gebiedsaanduiding",
    "Dubbelbestemming",
    "Bouwvlak",
    "Functieaanduiding",
    "Bouwaanduiding",
    "Maatvoering",
)
PLAN_TIP = tip(
    """coalesce("naam", "object_type")""",
    {
        "Soort": '"object_type"',
        "Plan": '"plan_naam"',
        "Status": """"plan_status" || coalesce(' (dossier: ' || "plan_dossierstatus" || ')', '')""",
        "Artikel": '"artikel"',
        "Kwalificatie": '"kwalificatie"',
        "Maat": """"waarde" || coalesce(' ' || "eenheid", '')""",
        "Tekst": Markup(
            f"""if("tekst_url" ~ '^https?://', '<a href="' || {escaped('"tekst_url"')} || '">'
            || 'regeltekst</a>', {escaped('"tekst_url"')})"""
        ),
    },
    'left("tekst", 400)',
    only_filled=True,
)
DOUBLE = {
    "archeologie": ("#a67c52", 90),
    "cultuurhistorie": ("#a67c52", 0),
    "leiding": ("#7d0f3b", 45),
    "waterkering": ("#3e5a22", 0),
    "waterstaat": ("#1f6f9f", 135),
}


def rule(name: str, expression: str, symbol: QgsSymbol) -> QgsRuleBasedRenderer.Rule:
    return QgsRuleBasedRenderer.Rule(symbol, 0, 0, expression, name)


def single_use() -> QgsRuleBasedRenderer.Rule:
    """Enkelbestemmingen in the colour of their hoofdgroep."""
    top = QgsRuleBasedRenderer.Rule(
        None, 0, 0, "\"object_type\" = 'Enkelbestemming'", "Enkelbestemming"
    )
    for entry in legend.entries("hoofdgroep"):
        test = f"lower(coalesce(\"hoofdgroep\", '')) = '{entry.value}'"
        top.appendChild(rule(entry.name_nl, test, fill(entry.colour, "#6b665c", 0.15, 0.85)))
    top.appendChild(rule("Andere hoofdgroep", "ELSE", fill("#ffffff", "#6b665c", 0.15, 0.6)))
    return top


def double_use() -> QgsRuleBasedRenderer.Rule:
    """Dubbelbestemmingen hatched, by what they protect."""
    top = QgsRuleBasedRenderer.Rule(
        None, 0, 0, "\"object_type\" = 'Dubbelbestemming'", "Dubbelbestemming"
    )
    for word, (colour, angle) in DOUBLE.items():
        test = f"lower(coalesce(\"naam\", '')) LIKE '%{word}%'"
        top.appendChild(
            rule(word.capitalize(), test, hatched(colour, colour, angle, 2.6, 0.2, 0.7))
        )
    top.appendChild(rule("Andere", "ELSE", hatched("#4a4a4a", "#4a4a4a", 45, 2.6, 0.2, 0.6)))
    return top


@STYLES.add("planobjecten")
def plan_areas() -> Style:
    def frame(colour: str, width: float, style: str) -> QgsSymbol:
        symbol = fill("#000000", brush="no")
        symbol.appendSymbolLayer(outline(colour, width, style))
        return symbol

    root = QgsRuleBasedRenderer.Rule(None)
    root.appendChild(single_use())
    root.appendChild(double_use())
    for name, kind, symbol in (
        ("Gebiedsaanduiding", "Gebiedsaanduiding", frame("#5f5f8f", 0.4, "dash")),
        ("Bouwvlak", "Bouwvlak", frame("#1a1a1a", 0.45, "solid")),
        ("Functieaanduiding", "Functieaanduiding", frame("#404040", 0.25, "dot")),
        ("Bouwaanduiding", "Bouwaanduiding", frame("#404040", 0.25, "dash dot")),
        ("Maatvoering", "Maatvoering", frame("#8a8a8a", 0.18, "dot")),
    ):
        root.appendChild(rule(name, f"\"object_type\" = '{kind}'", symbol))
    root.appendChild(rule("Plangrens en overige", "ELSE", frame("#7a4fa3", 0.7, "dash")))
    renderer = QgsRuleBasedRenderer(root)
    rank = " ".join(f"WHEN '{kind}' THEN {place}" for place, kind in enumerate(ORDER, start=1))
    clause = QgsFeatureRequest.OrderByClause(f'CASE "object_type" {rank} ELSE 9 END', True)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([clause]))
    renderer.setOrderByEnabled(True)
    return Style(
        POLYGON,
        renderer,
        labels(
            '"naam"',
            text(7, "#3a352c", halo=0.7),
            Qgis.LabelPlacement.Horizontal,
            8_000,
            show="\"object_type\" = 'Enkelbestemming'",
        ),
        PLAN_TIP,
    )


@STYLES.add("planlijnen")
def plan_lines() -> Style:
    return Style(LINE, single(line("#1a1a1a", 0.4, "dash")), None, PLAN_TIP, smallest_scale=25_000)


@STYLES.add("planpunten")
def plan_points() -> Style:
    return Style(
        POINT,
        single(marker("#404040", 1.4, "cross", "#404040", 0.3)),
        labels(
            'coalesce("waarde", "naam")',
            text(7, "#3a352c", halo=0.7),
            Qgis.LabelPlacement.AroundPoint,
            5_000,
            1.0,
        ),
        PLAN_TIP,
        smallest_scale=10_000,
    )
