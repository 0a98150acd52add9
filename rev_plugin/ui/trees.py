"""The two lists of the dock: findings by nature and weight, steps by partner."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPixmap
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from rev_plugin.i18n import tr

ROW = Qt.ItemDataRole.UserRole
LEAST_ROW_HEIGHT = 18  # px
MOST_ROWS = 14


def swatch(colour: str, mark: str = "", size: int = 14) -> QIcon:
    """A small coloured disc, with a character in it where colour alone would not do."""
    image = QPixmap(size, size)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour or "#9aa0a6"))
    painter.drawEllipse(0, 0, size, size)
    if mark:
        font = painter.font()
        font.setPixelSize(size - 4)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor("#ffffff"))
        painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, mark)
    painter.end()
    return QIcon(image)


class OutlineTree(QTreeWidget):
    """A tree as tall as its rows, with bold headings; the base of both lists."""

    def __init__(self, headings: list[str], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setHeaderLabels(headings)
        self.setRootIsDecorated(True)
        self.setIndentation(12)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(headings)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.itemExpanded.connect(self._fit)
        self.itemCollapsed.connect(self._fit)

    def heading(self, text: str, expanded: bool = True) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self, [text])
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        item.setFirstColumnSpanned(True)
        item.setExpanded(expanded)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return item

    def _fit(self) -> None:
        rows = 0
        item = self.topLevelItem(0)
        while item is not None:
            rows += 1
            item = self.itemBelow(item)
        tall = max(self.sizeHintForRow(0), LEAST_ROW_HEIGHT)
        height = min(max(rows, 1), MOST_ROWS) * tall + self.header().height() + 6
        self.setFixedHeight(height)


class FindingsTree(OutlineTree):
    """Findings: juridisch, fysiek and beleid apart; what passed or was not tested folded."""

    finding_chosen = pyqtSignal(dict)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__([tr("Bevinding"), tr("Afstand"), tr("Marge")], parent)
        self.setAccessibleName(tr("Bevindingen"))
        self.itemActivated.connect(self._activate)  # Enter
        self.itemClicked.connect(self._activate)

    def show_site(self, view: dict[str, Any]) -> None:
        """Show the findings of one site (report.context.site_view)."""
        self.clear()
        for group in view["findings"]:
            self._group(group["name"], group["rows"], True)
        if not view["findings"]:
            self.heading(tr("Geen belemmeringen gevonden in wat getoetst is"))
        if view["passed"]:
            self._group(tr("Zonder belemmering"), view["passed"], False)
        if view["untested"]:
            self._group(tr("Niet getoetst: zegt niets over de uitkomst"), view["untested"], False)
        self._fit()

    def rows(self) -> list[dict]:
        """The findings that are listed, from top to bottom."""
        groups = (self.topLevelItem(i) for i in range(self.topLevelItemCount()))
        items = (group.child(i) for group in groups for i in range(group.childCount()))
        return [item.data(0, ROW) for item in items]

    def _group(self, name: str, rows: list[dict], expanded: bool) -> None:
        top = self.heading(f"{name} ({len(rows)})", expanded)
        for row in rows:
            text = row["explanation"].split(". ")[0] or row["theme"]
            item = QTreeWidgetItem(top, [text, row["measured"], row["margin"]])
            item.setIcon(0, swatch(row["verdict"].colour, "!" if expanded else ""))
            tip = tr(
                "{theme} · {weight} · {verdict}\n{text}\nVereist: {required}\nBron: {source}"
            ).format(
                theme=row["theme"],
                weight=row["weight"].name,
                verdict=row["verdict"].name,
                text=row["explanation"],
                required=row["required"],
                source=row["source"],
            )
            for column in range(3):
                item.setToolTip(column, tip)
                if column:
                    item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
            item.setData(0, ROW, row)
            item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, tip)

    def _activate(self, item: QTreeWidgetItem) -> None:
        row = item.data(0, ROW)
        if row:
            self.finding_chosen.emit(row)


class StepsTree(OutlineTree):
    """Next steps per partner, to be ticked off."""

    step_changed = pyqtSignal(dict, bool)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__([tr("Stap"), tr("Duur")], parent)
        self.setAccessibleName(tr("Stappen per partner"))
        self.setUniformRowHeights(False)
        self.itemChanged.connect(self._changed)

    def show_site(self, view: dict[str, Any]) -> None:
        """Show the steps of one site (report.context.site_view)."""
        self.blockSignals(True)
        self.clear()
        for partner in view["actions"]:
            top = self.heading(partner["partner"])
            for step in partner["steps"]:
                item = QTreeWidgetItem(top, [step["text"], step["time"]])
                done = Qt.CheckState.Checked if step["done"] else Qt.CheckState.Unchecked
                item.setCheckState(0, done)
                item.setToolTip(0, "\n".join(p for p in (step["text"], step["source"]) if p))
                item.setData(0, ROW, step)
        if not view["actions"]:
            self.heading(tr("Geen stappen bekend voor dit scenario"))
        self.blockSignals(False)
        self._fit()

    def _changed(self, item: QTreeWidgetItem, column: int) -> None:
        step = item.data(0, ROW)
        if step:
            self.step_changed.emit(step, item.checkState(0) == Qt.CheckState.Checked)
