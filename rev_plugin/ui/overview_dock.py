"""The dock "REV – Overzicht": all sites in the 2×2 and in a table to sort and filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.gui import QgsDockWidget, QgsFilterLineEdit
from qgis.PyQt.QtCore import QModelIndex, QSortFilterProxyModel, Qt, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent, QStandardItem, QStandardItemModel
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from rev_plugin.i18n import tr
from rev_plugin.processing.base import icon
from rev_plugin.report import glossary, legend
from rev_plugin.ui.matrix_widget import MatrixWidget, Standing
from rev_plugin.ui.parts import small
from rev_plugin.ui.trees import swatch

if TYPE_CHECKING:
    import pandas as pd

    from rev_plugin.study.quickscan import Result

NAME, SCENARIO, STEPS = 0, 1, 7  # columns of the table
WIDE_PX, MATRIX_PX, UNLIMITED = 640, 320, 16_777_215  # the last is Qt's own maximum
SORT = Qt.ItemDataRole.UserRole
PARTNERS = Qt.ItemDataRole.UserRole + 1  # who has an open step at the site


class SiteFilter(QSortFilterProxyModel):
    """Rows that hold a text somewhere, in one scenario, with an open step of one partner."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT)
        self._text, self._scenario, self._partner = "", -1, ""

    def look_for(self, text: str, scenario: int, partner: str) -> None:
        """Filter; -1 is every scenario, an empty text or partner is all."""
        self._text, self._scenario, self._partner = text.casefold(), scenario, partner
        self.invalidateFilter()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:
        model = self.sourceModel()
        cells = [model.item(row, column) for column in range(model.columnCount())]
        if self._scenario >= 0 and cells[SCENARIO].data(SORT) != self._scenario:
            return False
        if self._partner and self._partner not in cells[STEPS].data(PARTNERS):
            return False
        return any(self._text in cell.text().casefold() for cell in cells)


class OverviewDock(QgsDockWidget):
    """All sites of an outcome; a click on a cell of the matrix filters and zooms."""

    site_chosen = pyqtSignal(str)
    sites_chosen = pyqtSignal(list)  # names, to zoom to

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("REV – Overzicht"), parent)
        self.setObjectName("RevOverviewDock")
        self.setWindowIcon(icon("overview"))
        self._scenario = -1
        self.matrix = MatrixWidget()
        self.search = QgsFilterLineEdit()
        self.search.setPlaceholderText(tr("Zoek locatie, plan of belemmering"))
        self.search.setAccessibleName(tr("Zoeken in de locaties"))
        self.partner = QComboBox()
        self.partner.setAccessibleName(tr("Partner met open stappen"))
        self.partner.setMinimumContentsLength(8)
        self.table = QTableView()
        self.table.setAccessibleName(tr("Alle locaties"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSortingEnabled(True)
        self.table.verticalHeader().hide()
        self.note = small(tr("Voer eerst een quickscan uit; dan staan hier alle locaties."))
        self._rows = QStandardItemModel(self)
        self._shown = SiteFilter(self)
        self._shown.setSourceModel(self._rows)
        self.table.setModel(self._shown)
        self._lay_out()
        self._connect()

    def show_result(self, result: Optional[Result]) -> None:
        """Show an outcome, or nothing."""
        self._scenario = -1
        self._rows.clear()
        self._fill_partners(result)
        standings: dict[str, Standing] = {}
        if result is not None:
            from rev_plugin.core.tables import records
            from rev_plugin.report.words import possible_scenarios

            self._rows.setHorizontalHeaderLabels(_headings())
            for column, heading in enumerate(_headings()):
                self._rows.horizontalHeaderItem(column).setToolTip(glossary.tip(heading))
            todo = _open_steps(result.actions)
            for row in records(result.output):
                scenario = int(row["scenario"])
                possible = possible_scenarios(scenario, row["scenario_mogelijk"])
                standings[row["locatie"]] = Standing(scenario, possible)
                self._rows.appendRow(_cells(row, possible, todo.get(row["locatie"], [])))
        self.matrix.show_sites(standings)
        self.note.setVisible(result is None)
        self._filter()
        self.table.resizeColumnsToContents()

    def names(self) -> list[str]:
        """The sites that the filters leave, in the order of the table."""
        model = self._shown
        return [model.index(row, NAME).data() for row in range(model.rowCount())]

    def show_cell(self, scenario: int) -> None:
        """Only the sites of one scenario; the same scenario again shows all."""
        self._scenario = -1 if self._scenario == scenario else scenario
        self._filter()
        self.sites_chosen.emit(self.names())

    def _lay_out(self) -> None:
        body = QWidget()
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom, body)
        self._beside.setContentsMargins(6, 6, 6, 6)
        self._beside.addWidget(self.matrix, 0, Qt.AlignmentFlag.AlignTop)
        filters = QHBoxLayout()
        filters.addWidget(self.search, 2)
        filters.addWidget(self.partner, 1)
        layout = QVBoxLayout()
        layout.addLayout(filters)
        layout.addWidget(self.note)
        layout.addWidget(self.table, 1)
        self._beside.addLayout(layout, 1)
        body.setMinimumWidth(280)
        self.setWidget(body)
        self._fill_partners(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The table stands beside the matrix when there is room, else below it."""
        wide = event.size().width() > WIDE_PX
        sort = QBoxLayout.Direction
        self._beside.setDirection(sort.LeftToRight if wide else sort.TopToBottom)
        self.matrix.setMaximumWidth(MATRIX_PX if wide else UNLIMITED)
        super().resizeEvent(event)

    def _connect(self) -> None:
        self.matrix.cell_chosen.connect(self.show_cell)
        self.search.textChanged.connect(self._filter)
        self.partner.currentIndexChanged.connect(self._filter)
        self.table.activated.connect(self._choose)
        self.table.clicked.connect(self._choose)

    def _choose(self, index: QModelIndex) -> None:
        self.site_chosen.emit(index.siblingAtColumn(NAME).data())

    def _filter(self) -> None:
        self._shown.look_for(self.search.text(), self._scenario, self.partner.currentData() or "")

    def _fill_partners(self, result: Optional[Result]) -> None:
        self.partner.clear()
        self.partner.addItem(tr("alle partners"), "")
        present = set() if result is None else set(result.actions["partner"])
        for entry in legend.entries("partner"):
            if entry.value in present:
                words = tr("open stappen: {partner}").format(partner=entry.name)
                self.partner.addItem(words, entry.value)


def _headings() -> list[str]:
    return [
        tr("Locatie"), tr("Scenario"), tr("Plan"), tr("Net"), tr("Kans"), tr("Uitvoerbaarheid"),
        tr("Jaar"), tr("Open stappen"),
    ]  # fmt: skip


def _open_steps(actions: pd.DataFrame) -> dict[str, list[str]]:
    """Per site the partners of its open steps, one for each step."""
    found: dict[str, list[str]] = {}
    columns = ("locatie", "partner", "status")
    for site, partner, status in zip(*(actions[column].tolist() for column in columns)):
        if status != "gereed":
            found.setdefault(site, []).append(partner)
    return found


def _cells(row: dict, possible: tuple[int, ...], todo: list[str]) -> list[QStandardItem]:
    """One line of the table: a text, a colour where there is one, and a value to sort by.

    `todo` has the partner of every open step.
    """
    from rev_plugin.report import words

    def named(group: str, value: object) -> str:
        return legend.label(group, value)

    scenario = int(row["scenario"])
    chance = None if words.missing(row["kans_netruimte"]) else float(row["kans_netruimte"])
    shown = [
        (row["locatie"], "", row["locatie"].casefold()),
        (" / ".join(map(str, possible)), legend.colour("scenario", scenario), scenario),
        *(
            (
                legend.label(group, row[group]),
                legend.colour(group, row[group]),
                str(row[group]),
            )
            for group in ("plan_oordeel", "net_oordeel")
        ),
        (words.chance(chance), "", -1.0 if chance is None else chance),
        (
            named("uitvoerbaarheid", row["uitvoerbaarheid"]),
            legend.colour("uitvoerbaarheid", row["uitvoerbaarheid"]),
            str(row["uitvoerbaarheid"]),
        ),
        (words.year(row["jaar"]), "", 0 if words.missing(row["jaar"]) else int(row["jaar"])),
        (str(len(todo)), "", len(todo)),
    ]
    items = []
    for text, colour, value in shown:
        item = QStandardItem(text)
        item.setData(value, SORT)
        if colour:
            item.setIcon(swatch(colour))
        items.append(item)
    items[NAME].setToolTip(words.text(row["zwaarste_belemmering"]))
    items[STEPS].setData(sorted(set(todo)), PARTNERS)
    return items
