"""The two lists of the dock: findings by nature and weight, steps by partner."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple, Optional

from qgis.PyQt.QtCore import QModelIndex, QRect, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from rev_plugin.i18n import tr
from rev_plugin.ui.parts import ink_on

ROW = Qt.ItemDataRole.UserRole
MARGIN, DURATION = 2, 1  # columns of the two trees
LEAST_ROW_HEIGHT = 18  # px
DECORATION = 26  # px beside the text: a check box or a disc
LEAST_TEXT = 60  # px


@lru_cache(maxsize=128)
def swatch(colour: str, mark: str = "", size: int = 14) -> QIcon:
    """A small coloured disc, with a character in it where colour alone would not do."""
    key = f"rev/{colour}/{mark}/{size}"
    known = QPixmapCache.find(key)
    if known is not None:
        return QIcon(known)
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
        painter.setPen(ink_on(QColor(colour)))
        painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, mark)
    painter.end()
    QPixmapCache.insert(key, image)
    return QIcon(image)


class Wrapping(QStyledItemDelegate):
    """Rows as tall as their text when it is wrapped to the first column, which it is for."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        tree = self.parent()
        if tree.isFirstColumnSpanned(index.row(), index.parent()):
            return super().sizeHint(option, index)
        taken = tree.indentation() * (2 if index.parent().isValid() else 1) + DECORATION
        room = max(tree.columnWidth(0) - taken, LEAST_TEXT)
        flags = int(Qt.TextFlag.TextWordWrap)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        box = option.fontMetrics.boundingRect(QRect(0, 0, room, 10_000), flags, text)
        return QSize(box.width(), max(box.height() + 4, LEAST_ROW_HEIGHT))


class OutlineTree(QTreeWidget):
    """A tree as tall as its rows, with bold headings; the base of both lists.

    It has no scroll bar of its own: the dock scrolls. It is filled between `_begin` and `_end`,
    so that it is laid out once.
    """

    def __init__(self, headings: list[str], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._filling = False
        self._headings: list[tuple[QTreeWidgetItem, bool]] = []
        self.setHeaderLabels(headings)
        self.setRootIsDecorated(True)
        self.setIndentation(12)
        self.setWordWrap(True)
        self.setItemDelegateForColumn(0, Wrapping(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(headings)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.sectionResized.connect(self._fit)
        self.itemExpanded.connect(self._fit)
        self.itemCollapsed.connect(self._fit)

    def heading(self, text: str, expanded: bool = True) -> QTreeWidgetItem:
        """A line above the rows that follow."""
        item = QTreeWidgetItem(self, [text])
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self._headings.append((item, expanded))
        return item

    def _begin(self) -> None:
        """Empty the tree, to be filled."""
        self._filling, self._headings = True, []
        self.blockSignals(True)
        self.clear()

    def _end(self) -> None:
        """The tree is filled, and to be fitted."""
        for item, _ in self._headings:
            item.setFirstColumnSpanned(True)
        for item, expanded in self._headings:
            item.setExpanded(expanded)
        self.blockSignals(False)
        self._filling = False

    def _hide_empty(self, column: int, cells: Iterable[str]) -> None:
        """A column without a single value leaves its room to the text."""
        self.setColumnHidden(column, all(cell in ("", "–") for cell in cells))

    def _fit(self, *_: object) -> None:
        """As tall as the rows that are unfolded."""
        if self._filling:
            return
        self.doItemsLayout()
        height = self.header().sizeHint().height() + 2 * self.frameWidth() + 2
        item = self.topLevelItem(0)
        while item is not None:
            height += self.visualItemRect(item).height()
            item = self.itemBelow(item)
        self.setFixedHeight(height)


class Group(NamedTuple):
    """Findings under one heading; those that are hard stand in the way."""

    name: str
    rows: list[dict]  # of report.context
    hard: bool

    @property
    def shape(self) -> tuple[str, int]:
        """What stays while a site moves, most of the time."""
        return self.name, len(self.rows)


class FindingsTree(OutlineTree):
    """Findings: juridisch, fysiek and beleid apart; what passed or was not tested folded.

    While a site moves mostly the figures change, so its rows stay and get other texts. Those
    that are folded get theirs when they are unfolded.
    """

    finding_chosen = pyqtSignal(dict)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__([tr("Bevinding"), tr("Afstand"), tr("Marge")], parent)
        self._groups: list[Group] = []
        self.setAccessibleName(tr("Bevindingen"))
        self.itemExpanded.disconnect(self._fit)
        self.itemExpanded.connect(self._unfolded)
        self.itemActivated.connect(self._activate)  # Enter
        self.itemClicked.connect(self._activate)

    def show_site(self, view: dict[str, Any]) -> None:
        """Show the findings of one site (report.context.outcome_view)."""
        groups = _groups(view)
        changed = [group.shape for group in groups] != [group.shape for group in self._groups]
        if changed:
            self._build(groups)
        self._groups = groups
        for place, group in enumerate(groups):
            item = self.topLevelItem(place)
            if item.isExpanded():
                changed = self._tell(item, group) or changed
        self._hide_empty(MARGIN, (row["margin"] for row in self.rows()))
        if changed:
            self._fit()

    def rows(self) -> list[dict]:
        """The findings that are listed, from top to bottom."""
        return [row for group in self._groups for row in group.rows]

    def _build(self, groups: list[Group]) -> None:
        """A heading per group, with empty rows."""
        self._begin()
        for group in groups:
            count = f" ({len(group.rows)})" if group.rows else ""
            self.heading(f"{group.name}{count}", group.hard).addChildren(
                [QTreeWidgetItem() for _ in group.rows]
            )
        self._end()

    def _unfolded(self, item: QTreeWidgetItem) -> None:
        place = self.indexOfTopLevelItem(item)
        if place < len(self._groups):
            self._tell(item, self._groups[place])
        self._fit()

    def _tell(self, top: QTreeWidgetItem, group: Group) -> bool:
        """Bring the rows of a group up to date, to be laid out; gives whether any changed."""
        items = [(top.child(place), row) for place, row in enumerate(group.rows)]
        old = [(item, row) for item, row in items if item.data(0, ROW) != row]
        self.model().blockSignals(True)  # the tree would measure a row at every word of it
        for item, row in old:
            _tell(item, row, group.hard)
        self.model().blockSignals(False)
        return bool(old)

    def _activate(self, item: QTreeWidgetItem) -> None:
        row = item.data(0, ROW)
        if row:
            self.finding_chosen.emit(row)


def _groups(view: dict[str, Any]) -> list[Group]:
    """The findings of a site under their headings."""
    groups = [Group(group["name"], group["rows"], True) for group in view["findings"]]
    if not groups:
        groups = [Group(tr("Geen belemmeringen gevonden in wat getoetst is"), [], True)]
    quiet = (
        Group(tr("Zonder belemmering"), view["passed"], False),
        Group(tr("Niet getoetst: zegt niets over de uitkomst"), view["untested"], False),
    )
    return groups + [group for group in quiet if group.rows]


def _tell(item: QTreeWidgetItem, row: dict, hard: bool) -> None:
    """Show a finding in a row of the tree."""
    tip = tr("{theme} · {weight} · {verdict}\n{text}\nVereist: {required}\nBron: {source}").format(
        theme=row["theme"],
        weight=row["weight"].name,
        verdict=row["verdict"].name,
        text=row["explanation"],
        required=row["required"],
        source=row["source"],
    )
    text = row["explanation"].split(". ")[0] or row["theme"]
    for column, words in enumerate((text, row["measured"], row["margin"])):
        item.setText(column, words)
        item.setToolTip(column, tip)
        if column:
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    item.setIcon(0, swatch(row["verdict"].colour, "!" if hard else ""))
    item.setData(0, ROW, row)
    item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, tip)


class StepsTree(OutlineTree):
    """Next steps per partner: tick one off, or open it to assign it or write a note."""

    step_changed = pyqtSignal(dict, bool)
    step_opened = pyqtSignal(dict)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__([tr("Stap"), tr("Duur")], parent)
        self._shown: Optional[list[dict]] = None  # None: the user ticked something since
        self.setAccessibleName(tr("Stappen per partner"))
        self.itemChanged.connect(self._changed)
        self.itemActivated.connect(self._open)  # double click or Enter

    def show_site(self, view: dict[str, Any]) -> None:
        """Show the steps of one site (report.context.site_view)."""
        if view["actions"] == self._shown:
            return
        self._begin()
        for partner in view["actions"]:
            top = self.heading(partner["partner"])
            for step in partner["steps"]:
                self._add(top, step, partner["partner"])
        if not view["actions"]:
            self.heading(tr("Geen stappen bekend voor dit scenario"))
        times = (step["time"] for partner in view["actions"] for step in partner["steps"])
        self._hide_empty(DURATION, times)
        self._end()
        self._fit()
        self._shown = view["actions"]

    def _add(self, top: QTreeWidgetItem, step: dict, partner: str) -> None:
        lead = step["lead"] if step["lead"] != partner else ""
        more = [tr("Trekker: {name}").format(name=lead)] if lead else []
        more += [step["note"]] if step["note"] else []
        item = QTreeWidgetItem(top, ["\n".join([step["said"], *more]), step["time"]])
        done = Qt.CheckState.Checked if step["done"] else Qt.CheckState.Unchecked
        item.setCheckState(0, done)
        hint = tr("Dubbelklik of Enter: trekker en notitie.")
        item.setToolTip(0, "\n".join(part for part in (step["source"], hint) if part))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        item.setData(0, ROW, step)

    def _changed(self, item: QTreeWidgetItem, column: int) -> None:
        step = item.data(0, ROW)
        if step:
            self._shown = None
            self.step_changed.emit(step, item.checkState(0) == Qt.CheckState.Checked)

    def _open(self, item: QTreeWidgetItem) -> None:
        step = item.data(0, ROW)
        if step:
            self.step_opened.emit(step)
