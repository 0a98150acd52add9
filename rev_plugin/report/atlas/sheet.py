"""One page of the atlas: a layout template of QGIS, filled in by the ids of its items.

An item that the user took out of the template is skipped. The frame "inhoud" of a manual
table says where the tables go, and how they look.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from pathlib import Path
from typing import Optional

from qgis.core import (
    Qgis,
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsLayoutTableColumn,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsTableCell,
    QgsTextFormat,
)
from qgis.PyQt.QtCore import QByteArray, QRectF, QSizeF, Qt
from qgis.PyQt.QtGui import QColor, QPainter
from qgis.PyQt.QtXml import QDomDocument

from rev_plugin.core.model import RevError
from rev_plugin.i18n import tr
from rev_plugin.report.atlas.flow import Cell, Measures, Piece, Section, short
from rev_plugin.report.atlas.key import fill_key
from rev_plugin.report.atlas.ruler import Ruler
from rev_plugin.report.cells import as_it_is

FOLDER = Path(__file__).parents[2] / "resources" / "layouts"
STORY = "inhoud"  # the frame that holds the tables
DPI = 300
GAP = 4.0  # mm below a table
TITLE_GAP = 1.2  # mm below its title
SLACK = 0.5  # mm: heights are measured to a fraction of a dot
SCALES = tuple(f * 10**p for p in (2, 3, 4, 5, 6) for f in (1, 1.5, 2, 2.5, 3, 4, 5, 7.5))


def load_template(name: str, own: Optional[Path] = None) -> QDomDocument:
    """The layout `name`.qpt: the user's own from the folder `own`, else the one of REV.

    Raises:
        RevError: the file is no layout.
    """
    path = (own or FOLDER) / f"{name}.qpt"
    if not path.is_file():
        path = FOLDER / f"{name}.qpt"
    document = QDomDocument()
    document.setContent(QByteArray(path.read_bytes()))
    if document.documentElement().tagName() != "Layout":
        raise RevError(tr("{path} is geen lay-out van QGIS.").format(path=path))
    return document


class Sheet:
    """One page to be."""

    def __init__(self, project: QgsProject, template: QDomDocument, ruler: Ruler) -> None:
        self._layout = QgsPrintLayout(project)
        self._project = project  # which has to outlive its layout
        self._layout.loadFromTemplate(template, QgsReadWriteContext())
        self._layout.renderContext().setDpi(DPI)
        self._layout.renderContext().setTextRenderFormat(Qgis.TextRenderFormat.AlwaysText)
        self._ruler = ruler
        frame = self._layout.itemById(STORY)
        self._frame = frame if isinstance(frame, QgsLayoutFrame) else None
        self._looks = _Looks(self._frame.multiFrame()) if self._frame else None

    @property
    def page_size(self) -> QSizeF:
        """The size of the page as the template has it, in mm."""
        return self._layout.pageCollection().page(0).rect().size()

    @property
    def width(self) -> float:
        """The width of the tables, in mm."""
        return self._frame.rect().width() if self._frame else 0.0

    @property
    def room(self) -> float:
        """The height for tables, in mm; 0 when the template has no place for them."""
        return self._frame.rect().height() if self._frame else 0.0

    # --- filling in ---

    def fill(self, texts: dict[str, str]) -> None:
        """Put texts in the labels of these ids; they are shown as they are, never evaluated."""
        for name, text in texts.items():
            item = self._layout.itemById(name)
            if isinstance(item, QgsLayoutItemLabel):
                item.setMode(QgsLayoutItemLabel.Mode.ModeFont)
                item.setText(
                    as_it_is(self._ruler.fold(item.textFormat(), text, _inside(item).width()))
                )

    def fits(self, name: str, text: str) -> bool:
        """Whether a text fits in the label of this id; so it does where there is no label."""
        item = self._layout.itemById(name)
        if not isinstance(item, QgsLayoutItemLabel):
            return True
        box = _inside(item)
        return self._ruler.height(item.textFormat(), text, box.width()) <= box.height()

    def colour(self, name: str, colour: str) -> None:
        """The ground of an item."""
        item = self._layout.itemById(name)
        if item is not None and colour:
            item.setBackgroundEnabled(True)
            item.setBackgroundColor(QColor(colour))

    def picture(self, name: str, svg: str) -> None:
        """Put an SVG in the picture of this id; an empty one hides it."""
        item = self._layout.itemById(name)
        if isinstance(item, QgsLayoutItemPicture):
            family = self._looks.body.font().family() if self._looks else "sans-serif"
            dressed = svg.replace('font-family="inherit"', f'font-family="{family}"')
            coded = base64.b64encode(dressed.encode("utf-8")).decode("ascii")
            item.setPicturePath(f"base64:{coded}", Qgis.PictureFormat.SVG)
            item.setVisibility(bool(svg))

    def hide(self, name: str) -> None:
        """Leave an item out of this page."""
        item = self._layout.itemById(name)
        if item is not None:
            item.setVisibility(False)

    def map(self, name: str, layers: Sequence[QgsMapLayer], extent: QgsRectangle) -> Optional[int]:
        """Show `extent` (RD) in the map of this id at a round scale; gives that scale."""
        item = self._layout.itemById(name)
        if not isinstance(item, QgsLayoutItemMap):
            return None
        item.setLayers(list(layers))
        item.setKeepLayerSet(True)
        item.zoomToExtent(extent)
        scale = next((s for s in SCALES if s >= item.scale()), item.scale())
        item.setScale(scale)
        bar = self._layout.itemById(f"{name}_schaalbalk")
        if isinstance(bar, QgsLayoutItemScaleBar):
            bar.setLinkedMap(item)
            bar.applyDefaultSize(Qgis.DistanceUnit.Meters)
        return round(scale)

    def key(self, name: str) -> None:
        """Show what the signs on the maps mean in the legend of this id."""
        item = self._layout.itemById(name)
        if isinstance(item, QgsLayoutItemLegend):
            fill_key(item)

    # --- tables ---

    def measures(self) -> Measures:
        """How high titles, heads and rows are in the look of this template, in mm."""
        looks = self._looks

        def head(section: Section) -> float:
            if not section.heads:
                return 0.0
            inner = [looks.inner(share * self.width) for share in section.widths]
            heights = [self._ruler.height(looks.head, t, w) for t, w in zip(section.heads, inner)]
            return max(heights) + looks.around

        def row(section: Section, cells: tuple[Cell, ...]) -> float:
            return self._row_height(section, cells) + looks.around

        return Measures(looks.title_height + TITLE_GAP, GAP, head, row)

    def add(self, pieces: Sequence[Piece]) -> None:
        """Put tables where the sample of the template stands, which goes away."""
        if self._frame is None:
            return
        box = self._frame.rect().translated(self._frame.pos())
        self._frame.setVisibility(False)
        for piece in pieces:
            self._add_title(piece, box.x(), box.y() + piece.top, box.width())
            above = self._looks.title_height + TITLE_GAP if piece.section.title else 0.0
            self._add_table(
                piece, box.x(), box.y() + piece.top + above, box.width(), piece.height - above
            )

    def render(self, painter: QPainter) -> None:
        """Draw the page on the page of a printer."""
        QgsLayoutExporter(self._layout).renderPage(painter, 0)

    def texts(self) -> list[str]:
        """All texts of the page, as they are drawn."""
        items = [i for i in self._layout.items() if isinstance(i, QgsLayoutItemLabel)]
        tables = [t for t in self._layout.multiFrames() if t.frame(0).isVisible()]
        cells = [
            str(cell.content()) for table in tables for row in table.tableContents() for cell in row
        ]
        return [item.currentText() for item in items if item.isVisible()] + cells

    def _add_title(self, piece: Piece, x: float, y: float, width: float) -> None:
        if not piece.section.title:
            return
        label = QgsLayoutItemLabel(self._layout)
        label.setTextFormat(self._looks.title)
        again = tr("{title} (vervolg)") if piece.continued else "{title}"
        label.setText(as_it_is(again.format(title=piece.section.title)))
        label.setMarginX(0)
        label.attemptMove(QgsLayoutPoint(x, y))
        label.attemptResize(QgsLayoutSize(width, self._looks.title_height + 1))
        self._layout.addLayoutItem(label)

    def _add_table(self, piece: Piece, x: float, y: float, width: float, height: float) -> None:
        table = QgsLayoutItemManualTable.create(self._layout)
        self._looks.dress(table)
        self._layout.addMultiFrame(table)
        frame = QgsLayoutFrame(self._layout, table)
        frame.attemptMove(QgsLayoutPoint(x, y))
        frame.attemptResize(QgsLayoutSize(width, height + SLACK))
        table.addFrame(frame)
        section = piece.section
        table.setIncludeTableHeader(bool(section.heads))
        table.setHeaders([QgsLayoutTableColumn(head) for head in section.heads])
        table.setColumnWidths([self._looks.inner(share * width) for share in section.widths])
        table.setRowHeights([self._row_height(section, row) for row in piece.rows])
        table.setTableContents(
            [
                [self._cell(cell, share) for cell, share in zip(row, section.widths)]
                for row in piece.rows
            ]
        )
        while table.totalSize().height() > frame.rect().height():  # a row would be left out
            frame.attemptResize(QgsLayoutSize(width, frame.rect().height() + SLACK))

    def _cell(self, cell: Cell, share: float) -> QgsTableCell:
        text_format, width = self._looks.of(cell), self._looks.inner(share * self.width)
        made = QgsTableCell(self._ruler.fold(text_format, short(cell.text, share), width))
        made.setTextFormat(text_format)
        made.setVerticalAlignment(Qt.AlignmentFlag.AlignTop)
        if cell.colour:
            made.setBackgroundColor(QColor(cell.colour))
        return made

    def _row_height(self, section: Section, cells: tuple[Cell, ...]) -> float:
        """The height of the texts of a row, in mm."""
        return max(
            self._ruler.height(
                self._looks.of(cell), short(cell.text, share), self._looks.inner(share * self.width)
            )
            for cell, share in zip(cells, section.widths)
        )


def _inside(label: QgsLayoutItemLabel) -> QRectF:
    """The room for the text of a label, in mm."""
    x, y = label.marginX(), label.marginY()
    return label.rect().adjusted(x, y, -x, -y)


class _Looks:
    """The look of the sample table of a template, for other tables."""

    def __init__(self, sample: QgsLayoutItemManualTable) -> None:
        self._sample = sample
        self.body, self.head = sample.contentTextFormat(), sample.headerTextFormat()
        self.title = QgsTextFormat(self.head)
        self.title.setSize(self.head.size() + 2)
        self.title_height = 0.3528 * 1.5 * self.title.size()  # points to mm, with leading
        self._strong = QgsTextFormat(self.body)
        font = self._strong.font()
        font.setBold(True)
        self._strong.setFont(font)
        self._margin = sample.cellMargin()
        stroke = sample.gridStrokeWidth() if sample.showGrid() else 0.0
        self._vertical = stroke if sample.verticalGrid() else 0.0
        self.around = 2 * self._margin + (stroke if sample.horizontalGrid() else 0.0)

    def inner(self, width: float) -> float:
        """What a column of this width has for its text, in mm."""
        return max(width - 2 * self._margin - self._vertical, 1.0)

    def of(self, cell: Cell) -> QgsTextFormat:
        """How the text of a cell looks."""
        return self._strong if cell.bold else self.body

    def dress(self, table: QgsLayoutItemManualTable) -> None:
        """Give a table the look of the sample."""
        sample = self._sample
        table.setContentTextFormat(self.body)
        table.setHeaderTextFormat(self.head)
        table.setCellMargin(self._margin)
        table.setWrapBehavior(QgsLayoutTable.WrapBehavior.WrapText)
        table.setShowGrid(sample.showGrid())
        table.setHorizontalGrid(sample.horizontalGrid())
        table.setVerticalGrid(sample.verticalGrid())
        table.setGridStrokeWidth(sample.gridStrokeWidth())
        table.setGridColor(sample.gridColor())
        table.setBackgroundColor(sample.backgroundColor())
