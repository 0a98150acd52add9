"""How supply areas and net parts look: the capaciteitskaart's colours."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsMarkerSymbol,
    QgsRuleBasedRenderer,
    QgsSimpleMarkerSymbolLayer,
)
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QColor

from rev_plugin.report import legend
from styling.parts import (
    fill,
    hatched,
    labels,
    line,
    marker,
    net_sentence,
    text,
    thick_edge,
    tip,
)
from styling.registry import (
    LINE,
    POINT,
    POLYGON,
    STYLES,
    Placement,
    Style,
    band,
    centred,
    name_expression,
    single,
    theme,
)

# Figures without a year count as current: they always show. The first year is a variable of
# the layer, set when the style is loaded: an aggregate here would run in the threads that draw.
YEAR_SHOWN = 'coalesce("jaar" = coalesce(year(@map_start_time), @rev_eerste_jaar), true)'
# TenneT's areas lie over those of the regional operators: they are read in the table.
REGIONAL_SHOWN = f"coalesce(\"niveau\", 'rnb') <> 'tennet' AND {YEAR_SHOWN}"


# Room in MW in the colours of the capaciteitskaart, from the band P10 to P90.
ROOM = (
    ("rood", '"netruimte_hoog_mw" < 0', "tekort"),
    ("oranje", '"netruimte_laag_mw" < 0', "tekort of ruimte"),
    ("geel", '"netruimte_midden_mw" < 10', "ruimte, minder dan 10 MW"),
    ("transparant", '"netruimte_midden_mw" >= 10', "ruimte, 10 MW of meer"),
    ("onbekend", "ELSE", "onbekend of alleen een bovengrens"),
)
ROOM_LABEL = """CASE
WHEN "netruimte_hoog_mw" IS NULL THEN 'ruimte onbekend'
WHEN "netruimte_laag_mw" IS NULL THEN 'hooguit ' || round("netruimte_hoog_mw") || ' MW'
WHEN "netruimte_hoog_mw" < 0 THEN
'tekort ' || round(-"netruimte_hoog_mw") || ' tot ' || round(-"netruimte_laag_mw") || ' MW'
ELSE replace(round("netruimte_laag_mw"), '-', '−') || ' tot ' || round("netruimte_hoog_mw")
|| ' MW' END"""
LATER = """CASE WHEN "eerste_jaar" > "jaar" THEN '\npas vanaf ' || "eerste_jaar" ELSE '' END"""


def status_rules(direction: str, year_filter: str) -> QgsRuleBasedRenderer.Rule:
    """The statuses of one direction in the capaciteitskaart's colours."""
    top = _group(direction, year_filter, direction.capitalize())
    for entry in legend.entries("net_status"):
        test = f"coalesce(\"status\", 'onbekend') = '{entry.value}'"
        _add_sure_and_guess(top, entry.colour, test, entry.name_nl)
    return top


def room_rules(direction: str, year_filter: str) -> QgsRuleBasedRenderer.Rule:
    """The headroom in MW of one direction; each area by the first class that holds."""
    top = _group(direction, year_filter, f"{direction.capitalize()}, netruimte in MW")
    earlier: list[str] = []
    for status, test, name in ROOM:
        holds = "true" if test == "ELSE" else f"coalesce({test}, false)"
        only = " AND ".join([holds, *(f"NOT coalesce({other}, false)" for other in earlier)])
        _add_sure_and_guess(top, legend.colour("net_status", status), only, name)
        earlier.append(test)
    top.setActive(False)
    return top


def _group(direction: str, year_filter: str, name: str) -> QgsRuleBasedRenderer.Rule:
    return QgsRuleBasedRenderer.Rule(
        None, 0, 0, f"\"richting\" = '{direction}' AND {year_filter}", name
    )


def _add_sure_and_guess(top: QgsRuleBasedRenderer.Rule, colour: str, test: str, name: str) -> None:
    """One class of areas, hatched and at best yellow where area or figures are estimated."""
    sure = thick_edge(colour, 0.12)
    if colour == legend.colour("net_status", "transparant"):
        colour = legend.colour("net_status", "geel")
    guess = hatched(colour, colour, 60, 3.2, 0.7, 0.55, style="dash", edge_width=0.9)
    for symbol, estimated, label in (
        (sure, 'NOT coalesce("geschat", false)', name),
        (guess, 'coalesce("geschat", false)', f"{name} (gebied of cijfers geschat)"),
    ):
        rule = QgsRuleBasedRenderer.Rule(symbol, 0, 0, f"{test} AND {estimated}", label)
        top.appendChild(rule)


def status_renderer(year_filter: str, room: bool = False) -> QgsRuleBasedRenderer:
    """Offtake by status; the other direction, and the MW, wait unticked in the legend."""
    root = QgsRuleBasedRenderer.Rule(None)
    root.appendChild(status_rules("afname", year_filter))
    feed_in = status_rules("invoeding", year_filter)
    feed_in.setActive(False)
    root.appendChild(feed_in)
    for direction in ("afname", "invoeding") if room else ():
        root.appendChild(room_rules(direction, year_filter))
    return QgsRuleBasedRenderer(root)


NET_TIP = {
    "Richting": '"richting"',
    "Status": '"status"',
    "Volgens netbeheerder opgelost in": '"jaar_opgelost"',
    "Aanwezig (MW)": '"capaciteit_mw"',
    "Benodigd (MW)": '"benodigd_mw"',
    "Wachtrij (MW, contractwaarde)": '"wachtrij_mw"',
    "Peildatum": '"peildatum"',
}


@STYLES.add("voedingsgebieden")
def supply_areas() -> Style:
    shown = f"\"richting\" = 'afname' AND {REGIONAL_SHOWN}"
    return Style(
        POLYGON,
        status_renderer(REGIONAL_SHOWN),
        labels(
            """coalesce("naam", "gebied_id") || '\n' || coalesce("status", 'onbekend') """
            """|| coalesce(' · ' || round("capaciteit_mw") || ' MW aanwezig', '')""",
            text(9, "#1c4560", bold=True, halo=1.1),
            Placement.OverPoint,
            400_000,
            show=shown,
            anchor="pole_of_inaccessibility($geometry, 100)",
        ),
        tip('coalesce("naam", "gebied_id")', NET_TIP, '"werken"', fixed=net_sentence("peildatum")),
    )


@STYLES.add("netruimte")
def headroom() -> Style:
    shown = f"\"richting\" = 'afname' AND {REGIONAL_SHOWN}"
    return Style(
        POLYGON,
        status_renderer(REGIONAL_SHOWN, room=True),
        labels(
            f"""coalesce("naam", "gebied_id") || '\n' || {ROOM_LABEL} """
            f"""|| ' · ' || "jaar" || CASE WHEN "projectie" THEN '*' ELSE '' END || {LATER}""",
            text(9, "#1c4560", bold=True, halo=1.1),
            Placement.OverPoint,
            400_000,
            show=shown,
            anchor="pole_of_inaccessibility($geometry, 100)",
        ),
        tip(
            'coalesce("naam", "gebied_id")',
            {
                **NET_TIP,
                "Netruimte (MW)": band("netruimte"),
                "Eerste jaar": '"eerste_jaar"',
            },
            '"toelichting"',
            fixed=net_sentence("peildatum"),
        ),
        year_field="jaar",
    )


def transformer(colour: str) -> QgsMarkerSymbol:
    """The engineer's sign of a transformer: two rings that overlap, on a white disc."""
    mark = marker("#ffffff", 5.6, edge=colour, width=0.5)
    for side in (-0.65, 0.65):
        ring = QgsSimpleMarkerSymbolLayer(Qgis.MarkerShape.Circle, 2.4)
        ring.setColor(QColor(0, 0, 0, 0))
        ring.setStrokeColor(QColor(colour))
        ring.setStrokeWidth(0.45)
        ring.setOffset(QPointF(0, side))
        mark.appendSymbolLayer(ring)
    return mark


@STYLES.add("stations")
def stations() -> Style:
    colour, edge = theme("stations")
    return Style(
        POINT,
        single(transformer(colour)),
        labels(name_expression(), text(8, edge, True), Placement.AroundPoint, 60_000, 2.6),
        tip(name_expression(), {}),
    )


@STYLES.add("stations_vlak")
def station_areas() -> Style:
    colour, edge = theme("stations")
    return Style(
        POLYGON,
        single(centred(fill(colour, edge, 0.4, 0.35), transformer(colour))),
        labels(name_expression(), text(8, edge, True), Placement.AroundPoint, 60_000, 2.6),
        tip(name_expression(), {}),
    )


@STYLES.add("kabels")
def cables() -> Style:
    colour, _ = theme("kabels")
    return Style(LINE, single(line(colour, 0.4, dash="2;1.2")), smallest_scale=40_000)
