"""How the results look: sites by scenario, verdicts, demand and zones."""

from __future__ import annotations

from qgis.core import (
    QgsFillSymbol,
    QgsSymbolLayer,
)

from rev_plugin.core.model import PLAN_DISCLAIMER
from rev_plugin.report import legend
from styling.parts import (
    INK,
    Markup,
    badge,
    escaped,
    fill,
    labels,
    marker,
    net_sentence,
    outline,
    text,
    tip,
    vary,
)
from styling.registry import (
    POINT,
    POLYGON,
    STYLES,
    TABLE,
    Placement,
    Style,
    band,
    categories,
    centred,
    single,
    theme,
)

# That the user put another verdict in the place of the proposal.
OVERRULED = """if("plan_zekerheid" = 'overruled', ' (overruled)', '')"""


@STYLES.add("quickscan")
def quickscan() -> Style:
    def symbol(entry: legend.Entry) -> QgsFillSymbol:
        area = fill(entry.colour, alpha=0.38)
        area.appendSymbolLayer(outline("#ffffff", 1.3))
        area.appendSymbolLayer(outline(entry.edge, 0.7))
        if entry.value == "0":
            return centred(area, badge(entry.edge, "?"))
        dark = entry.value == "2"  # white does not read on light blue
        return centred(area, badge(entry.colour, entry.value, ink="#10222f" if dark else "#ffffff"))

    renderer = categories("scenario", "scenario", symbol)
    for index, category in enumerate(renderer.categories()):
        value = int(category.value())
        renderer.updateCategoryValue(index, value)
        renderer.updateCategoryLabel(index, f"{value if value else '?'} · {category.label()}")
    return Style(
        POLYGON,
        renderer,
        labels(
            f'"locatie" || {OVERRULED}',
            text(9, bold=True),
            Placement.AroundPoint,
            80_000,
            3.4,
            priority=9,
        ),
        tip(
            """"locatie" || ' · scenario ' || "scenario" """,
            {
                "Plan": f"""replace("plan_oordeel", '_', ' ') || {OVERRULED}""",
                "Net": '"net_oordeel"',
                "Zwaarste belemmering": '"zwaarste_belemmering"',
                "Eerste jaar met ruimte": '"eerste_jaar"',
            },
            Markup(f"""{escaped('"plan_reden"')} || '<br>' || {escaped('"net_reden"')}"""),
            fixed=f"{PLAN_DISCLAIMER} {net_sentence('net_peildatum')}",
        ),
    )


@STYLES.add("locaties")
def sites() -> Style:
    area = fill("#ffffff", alpha=0.25)
    area.appendSymbolLayer(outline("#ffffff", 1.0))
    area.appendSymbolLayer(outline(theme("locaties")[1], 0.5, "dash"))
    return Style(
        POLYGON,
        single(centred(area, marker(INK, 2.2))),
        labels('"naam"', text(8.5), Placement.AroundPoint, 80_000, 2.4, priority=8),
        tip('"naam"', {"Activiteit": """replace("activiteit", '_', ' ')""", "Jaar": '"jaar"'}),
    )


@STYLES.add("locaties_punt")
def site_points() -> Style:
    return Style(
        POINT,
        single(marker(INK, 3.2, width=0.6)),
        labels('"naam"', text(8.5), Placement.AroundPoint, 80_000, 2.4, priority=8),
        tip('"naam"', {"Activiteit": """replace("activiteit", '_', ' ')""", "Jaar": '"jaar"'}),
    )


@STYLES.add("planfit")
def plan_fit() -> Style:
    def symbol(entry: legend.Entry) -> QgsFillSymbol:
        area = fill(entry.colour, alpha=0.45)
        area.appendSymbolLayer(outline(entry.edge, 0.7))
        mark = {"past": "✓", "past_met_voorwaarden": "!", "past_niet": "×"}.get(entry.value, "?")
        return centred(area, badge(entry.edge, mark, 4.6))

    return Style(
        POLYGON,
        categories("plan_oordeel", "plan_oordeel", symbol),
        labels('"locatie"', text(8.5), Placement.AroundPoint, 80_000, 3.0),
        tip(
            '"plan_naam"',
            {"Oordeel": """replace("plan_oordeel", '_', ' ')""", "Artikel": '"plan_artikel"'},
            '"plan_reden"',
            fixed=PLAN_DISCLAIMER,
        ),
    )


@STYLES.add("uitvoerbaarheid")
def feasibility() -> Style:
    def symbol(entry: legend.Entry) -> QgsFillSymbol:
        area = fill(entry.colour, alpha=0.45)
        area.appendSymbolLayer(outline("#ffffff", 1.3))
        area.appendSymbolLayer(outline(entry.colour, 0.7))
        marks = {"vrij": "✓", "aandacht": "!", "nee_tenzij": "×", "uitgesloten": "×"}
        return centred(area, badge(entry.colour, marks.get(entry.value, "?"), 4.6))

    return Style(
        POLYGON,
        categories("uitvoerbaarheid", "uitvoerbaarheid", symbol),
        labels('"locatie"', text(8.5), Placement.AroundPoint, 80_000, 3.0),
        tip(
            '"locatie"',
            {
                "Uitvoerbaarheid": """replace("uitvoerbaarheid", '_', ' ')""",
                "Niet getoetst": '"n_niet_getoetst"',
            },
            '"zwaarste_belemmering"',
        ),
    )


@STYLES.add("vraag")
def demand() -> Style:
    mark = marker("#e69f00", 4, edge="#8f6200", width=0.4)
    mark.setOpacity(0.85)
    vary(
        mark.symbolLayer(0),
        QgsSymbolLayer.Property.Size,
        'min(22, 2.5 + 3.2 * sqrt(coalesce("vraag_midden_mw", 0)))',
    )
    area = fill("#e69f00", "#8f6200", 0.4, alpha=0.15)
    return Style(
        POLYGON,
        single(centred(area, mark)),
        labels(
            """"locatie" || '\n' || coalesce(format_number("vraag_midden_mw", 1) || ' MW', """
            "'vraag onbekend')",
            text(8.5),
            Placement.AroundPoint,
            80_000,
            4.0,
        ),
        tip(
            '"locatie"',
            {
                "Afname (MW)": band("vraag"),
                "Invoeding (MW)": band("invoeding"),
                "Moment": '"moment_afname"',
            },
            '"toelichting"',
        ),
    )


@STYLES.add("bevindingen")
def findings() -> Style:
    return Style(TABLE)


@STYLES.add("planbevindingen")
def plan_findings() -> Style:
    return Style(TABLE)


@STYLES.add("acties")
def actions() -> Style:
    return Style(TABLE)


@STYLES.add("zones")
def zones() -> Style:
    def symbol(entry: legend.Entry) -> QgsFillSymbol:
        area = fill(entry.colour, entry.edge, 0.5, alpha=0.16)
        vary(
            area.symbolLayer(0),
            QgsSymbolLayer.Property.StrokeStyle,
            """CASE "zwaarte" WHEN 'uitsluiting' THEN 'solid' WHEN 'nee_tenzij' THEN 'dash' """
            "ELSE 'dot' END",
        )
        return area

    return Style(
        POLYGON,
        categories("thema", "thema", symbol),
        None,
        tip(
            '"regel"',
            {
                "Thema": '"thema"',
                "Zwaarte": """replace("zwaarte", '_', ' ')""",
                "Afstand (m)": '"afstand_m"',
                "Bron": '"bron"',
            },
            '"toelichting"',
        ),
    )
