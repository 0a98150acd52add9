"""Make resources/layouts/*.qpt, the pages of the atlas, as templates of QGIS's layout designer.

Run with QGIS's Python: `python3 scripts/layouts.py`. The templates are committed: they are
what a user opens in the designer, and report/atlas fills in by the ids of their items.
"""

from __future__ import annotations

import os
import re
import sys
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
os.environ["QT_HASH_SEED"] = "0"  # the order of XML attributes stays the same
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from qgis.core import (  # noqa: E402
    Qgis,
    QgsApplication,
    QgsBasicNumericFormat,
    QgsFillSymbol,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsLayoutTableColumn,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsTableCell,
)
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402
from qgis.PyQt.QtXml import QDomDocument  # noqa: E402
from styling.fonts import text_format  # noqa: E402
from styling.lean import lean  # noqa: E402

from rev_plugin.report import charts, legend  # noqa: E402

FOLDER = ROOT / "rev_plugin" / "resources" / "layouts"
LINE = "#d9dee3"
LEFT, WIDE, BOTTOM = 12.0, 186.0, 276.0  # mm
NET = 107.0  # mm: the left side of what is said of the net
MARGIN = 0.7  # mm in the cells of a table
NORTH = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 26" width="20" height="26">'
    f'<path d="M10 1L17 22L10 18Z" fill="{charts.INK}"/>'
    f'<path d="M10 1L3 22L10 18Z" fill="#ffffff" stroke="{charts.INK}"/></svg>'
)
Box = tuple[float, float, float, float]


class Page:
    """A page of A4 under construction."""

    def __init__(self) -> None:
        self.project = QgsProject()  # the layout does not keep it
        self.layout = QgsPrintLayout(self.project)
        self.layout.initializeDefaults()
        self.layout.pageCollection().page(0).setPageSize(QgsLayoutSize(210, 297))

    def put(self, item: QgsLayoutItem, name: str, box: Box) -> QgsLayoutItem:
        """Place an item: its id, and x, y, width and height in mm."""
        item.setId(name)
        self.layout.addLayoutItem(item)
        item.attemptMove(QgsLayoutPoint(*box[:2]))
        item.attemptResize(QgsLayoutSize(*box[2:]))
        return item

    def label(
        self, name: str, box: Box, size: float, sample: str, bold: bool = False,
        ink: str = charts.INK, middle: bool = False,
    ) -> QgsLayoutItemLabel:  # fmt: skip
        """A text; `sample` shows in the designer what comes there."""
        label = QgsLayoutItemLabel(self.layout)
        label.setTextFormat(text_format(size, bold, ink))
        label.setText(sample)
        label.setMarginX(0)
        label.setMarginY(0)
        if middle:
            label.setHAlign(Qt.AlignmentFlag.AlignHCenter)
            label.setVAlign(Qt.AlignmentFlag.AlignVCenter)
        return self.put(label, name, box)

    def rule(
        self, y: float, colour: str = charts.INK, thickness: float = 0.5,
        x: float = LEFT, width: float = WIDE,
    ) -> None:  # fmt: skip
        """A line from left to right, over the page unless said otherwise."""
        shape = QgsLayoutItemShape(self.layout)
        shape.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        fill = {"color": colour, "outline_style": "no"}
        shape.setSymbol(QgsFillSymbol.createSimple(fill))
        self.put(shape, "", (x, y, width, thickness))

    def map(self, box: Box) -> None:
        """The map, with its scale bar and north arrow over it."""
        made = QgsLayoutItemMap(self.layout)
        made.setFrameEnabled(True)
        made.setFrameStrokeColor(QColor(charts.MUTED))
        made.setFrameStrokeWidth(QgsLayoutMeasurement(0.2))
        made.setBackgroundColor(QColor("#f6f4ec"))
        self.put(made, "kaart", box)
        x, y, width, height = box
        bar = QgsLayoutItemScaleBar(self.layout)
        bar.setStyle("Single Box")
        bar.setLinkedMap(made)
        bar.setTextFormat(text_format(7))
        bar.setHeight(1.6)
        bar.setUnits(Qgis.DistanceUnit.Meters)
        bar.setUnitLabel("m")
        plain = QgsBasicNumericFormat()
        plain.setShowThousandsSeparator(False)
        bar.setNumericFormat(plain)
        bar.setNumberOfSegmentsLeft(0)
        bar.setNumberOfSegments(2)
        bar.setSegmentSizeMode(Qgis.ScaleBarSegmentSizeMode.FitWidth)
        bar.setMinimumBarWidth(24)
        bar.setMaximumBarWidth(48)
        bar.setBackgroundEnabled(True)
        bar.setBackgroundColor(QColor(255, 255, 255, 215))
        self.put(bar, "kaart_schaalbalk", (x + 1.5, y + height - 10.5, 50, 9))
        arrow = self.picture("noordpijl", (x + width - 9, y + 2, 7, 9), NORTH)
        arrow.setLinkedMap(made)

    def picture(self, name: str, box: Box, svg: str) -> QgsLayoutItemPicture:
        """A picture that keeps its proportions."""
        from base64 import b64encode

        made = QgsLayoutItemPicture(self.layout)
        made.setPicturePath("base64:" + b64encode(svg.encode()).decode(), Qgis.PictureFormat.SVG)
        made.setResizeMode(QgsLayoutItemPicture.ResizeMode.Zoom)
        return self.put(made, name, box)

    def story(self, top: float) -> None:
        """The place and look of the tables, down to the foot of the page."""
        table = QgsLayoutItemManualTable.create(self.layout)
        self.layout.addMultiFrame(table)
        frame = QgsLayoutFrame(self.layout, table)
        self.put(frame, "inhoud", (LEFT, top, WIDE, BOTTOM - 2 - top))
        table.addFrame(frame)
        table.setContentTextFormat(text_format(7.5))
        table.setHeaderTextFormat(text_format(7.5, True, charts.MUTED))
        table.setCellMargin(MARGIN)
        table.setWrapBehavior(QgsLayoutTable.WrapBehavior.WrapText)
        table.setVerticalGrid(False)
        table.setGridStrokeWidth(0.15)
        table.setGridColor(QColor(LINE))
        table.setHeaders([QgsLayoutTableColumn("Kop van een tabel"), QgsLayoutTableColumn("")])
        table.setColumnWidths([60, WIDE - 60 - 4 * MARGIN])
        table.setTableContents(
            [
                [
                    QgsTableCell("Hier komen de tabellen"),
                    QgsTableCell("in het lettertype van dit voorbeeld"),
                ]
            ]
        )

    def foot(self) -> None:
        """The fixed sentences, the version and the number of the page."""
        self.rule(BOTTOM, LINE, 0.3)
        muted = charts.MUTED
        self.label("voet_zinnen", (LEFT, BOTTOM + 1.5, 142, 11), 6.5, "De vaste zinnen", ink=muted)
        page = self.label("voet_bladzijde", (158, BOTTOM + 1.5, 40, 4), 7.5, "Bladzijde", ink=muted)
        version = self.label("voet_versie", (158, BOTTOM + 5.5, 40, 7), 6.5, "Versie", ink=muted)
        for label in (page, version):
            label.setHAlign(Qt.AlignmentFlag.AlignRight)

    def write(self, name: str) -> None:
        """Write the template; its ids of items follow from their place in the file."""
        document = QDomDocument()
        self.layout.setName(name)
        context = QgsReadWriteContext()
        document.appendChild(self.layout.writeXml(document, context))
        (FOLDER / f"{name}.qpt").write_text(
            lean(steady(document.toString(1), name)), encoding="utf-8"
        )


def steady(text: str, name: str) -> str:
    """The same template for the same page: the random ids get numbers."""
    found = dict.fromkeys(re.findall(r"\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}", text))
    for number, one in enumerate(found):
        steady_id = uuid.uuid5(uuid.NAMESPACE_URL, f"rev:{name}:{number}")
        text = text.replace(one, f"{{{steady_id}}}")
    return text


def cover() -> None:
    """The first page: the overview."""
    page = Page()
    page.label("titel", (LEFT, 14, WIDE, 11), 22, "Atlas", bold=True)
    page.label(
        "ondertitel", (LEFT, 26, WIDE, 9), 9, "Aantal locaties en peildatum", ink=charts.MUTED
    )
    page.rule(37)
    for number, (name, x) in enumerate((("kop_1", LEFT + 7), ("kop_2", LEFT + 98))):
        page.label(name, (x, 41, 88, 5), 9, f"Kolom {number + 1}", True, charts.MUTED, middle=True)
    for name, y in (("kop_3", 47), ("kop_4", 82)):
        side = page.label(name, (LEFT, y, 33, 4), 8, "Rij", True, charts.MUTED, middle=True)
        side.setReferencePoint(QgsLayoutItem.ReferencePoint.Middle)
        side.attemptMove(QgsLayoutPoint(LEFT + 3, y + 16.5))
        side.setItemRotation(-90)
    for scenario in (1, 2, 3, 4):
        entry = legend.entry("scenario", scenario)
        x, y = LEFT + (7 if scenario in (1, 3) else 98), 47 if scenario in (1, 2) else 82
        cell = page.label(f"cel_{scenario}", (x, y, 88, 33), 8.5, f"{scenario}. Locaties")
        cell.setMarginX(3)
        cell.setMarginY(3.5)
        cell.setFrameEnabled(True)
        cell.setFrameStrokeColor(QColor(entry.edge))
        cell.setFrameStrokeWidth(QgsLayoutMeasurement(0.3))
        shape = QgsLayoutItemShape(page.layout)
        shape.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        shape.setSymbol(QgsFillSymbol.createSimple({"color": entry.colour, "outline_style": "no"}))
        page.put(shape, "", (x, y, 88, 2))
    page.label("cel_0", (LEFT + 7, 117, 179, 8), 8.5, "Nog onbekend")
    page.map((LEFT, 127, WIDE, 140))
    page.label("schaal", (LEFT, 268, WIDE, 4), 7, "Schaal", ink=charts.MUTED)
    page.foot()
    page.write("atlas_voorblad")


def site() -> None:
    """The first page of a site."""
    page = Page()
    page.label("cijfer", (LEFT, 12, 12, 12), 17, "1", bold=True, middle=True)
    page.label("titel", (LEFT + 16, 11, 168, 8), 16, "Naam van de locatie", bold=True)
    page.label("ondertitel", (LEFT + 16, 19, 168, 5), 9, "Activiteit, jaar", ink=charts.MUTED)
    page.rule(26)
    page.picture("matrix", (LEFT, 30, 68, 34), charts.matrix_svg((1,)))
    page.label("scenario", (LEFT, 65, 68, 13), 8.5, "Het scenario en wat het vraagt")
    page.label("uitvoerbaarheid", (LEFT, 79, 68, 26), 7.5, "Uitvoerbaarheid, niet getoetst")
    page.map((84, 30, 114, 70))
    page.label("schaal", (84, 101, 114, 4), 7, "Schaal", ink=charts.MUTED)
    for x, name, height in ((LEFT, "plan", 83), (NET, "net", 52)):
        page.rule(107, LINE, 0.3, x, 91)
        page.label(f"{name}_vraag", (x, 109, 91, 4), 7.5, "De vraag", ink=charts.MUTED)
        page.label(f"{name}_kop", (x, 112.5, 91, 5), 10, "Het oordeel", bold=True)
        page.label(f"{name}_tekst", (x, 119, 91, height), 7.5, "De reden")
    empty = charts.Picture(charts.Band([], [], [], []))
    page.picture("net_beeld", (NET, 171.5, 91, 26.5), charts.headroom_svg(empty, 400, 120))
    page.label("net_bijschrift", (NET, 198, 91, 6), 6.5, "Wat het toont", ink=charts.MUTED)
    page.story(205)
    page.foot()
    page.write("atlas_locatie")


def key() -> None:
    """What the signs on the maps mean."""
    page = Page()
    page.label("titel", (LEFT, 12, WIDE, 6), 11, "Verklaring van de kaart", bold=True)
    page.rule(20)
    legend_item = QgsLayoutItemLegend(page.layout)
    legend_item.setColumnCount(3)
    legend_item.setSplitLayer(True)
    legend_item.setEqualColumnWidth(True)
    legend_item.setColumnSpace(4)
    legend_item.setSymbolHeight(3)
    legend_item.setSymbolWidth(5)
    for kind, size, bold in (
        (QgsLegendStyle.Style.Title, 11, True),
        (QgsLegendStyle.Style.Group, 8, True),
        (QgsLegendStyle.Style.Subgroup, 8, True),
        (QgsLegendStyle.Style.Symbol, 7.5, False),
        (QgsLegendStyle.Style.SymbolLabel, 7.5, False),
    ):
        style = legend_item.style(kind)
        style.setTextFormat(text_format(size, bold))
        legend_item.setStyle(kind, style)
    page.put(legend_item, "legenda", (LEFT, 22, WIDE, BOTTOM - 24))
    page.foot()
    page.write("atlas_legenda")


def next_page() -> None:
    """Every other page."""
    page = Page()
    page.label("titel", (LEFT, 12, WIDE, 6), 11, "Naam van de locatie (vervolg)", bold=True)
    page.rule(20)
    page.story(24)
    page.foot()
    page.write("atlas_vervolg")


def main() -> None:
    """Write all templates."""
    application = QgsApplication([], False)
    application.initQgis()
    FOLDER.mkdir(exist_ok=True)
    for make in (cover, key, site, next_page):
        make()
    application.exitQgis()


if __name__ == "__main__":
    main()
