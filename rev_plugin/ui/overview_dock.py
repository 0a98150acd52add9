"""The dock "REV – Overzicht": all sites in the 2×2 and in a table to sort and filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.gui import QgsDockWidget, QgsFilterLineEdit
from qgis.PyQt.QtCore import QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
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
from rev_plugin.report import legend
from rev_plugin.ui.matrix_widget import MatrixWidget
from rev_plugin.ui.parts import small
from rev_plugin.ui.site_table import NAME, Filter, SiteTable
from rev_plugin.ui.standings import standings

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result

WIDE_PX, MATRIX_PX, UNLIMITED = 640, 320, 16_777_215  # the last is Qt's own maximum
LOOKED_AT = 50  # rows that say how wide a column is


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
        self.fixed = small()
        self._sites = SiteTable(self)
        self.table.setModel(self._sites)
        unsorted = -1  # the order of the data, until the user asks for another
        self.table.horizontalHeader().setSortIndicator(unsorted, Qt.SortOrder.AscendingOrder)
        self.table.horizontalHeader().setResizeContentsPrecision(LOOKED_AT)
        self._lay_out()
        self._connect()

    def show_result(self, result: Optional[Result]) -> None:
        """Show an outcome, or nothing."""
        self._scenario = -1
        self._fill_partners(result)
        self._filter()
        self._sites.show_result(result)
        self.matrix.show_sites(standings(result))
        self.note.setVisible(result is None)
        self._show_fixed(result)
        self.table.resizeColumnsToContents()

    def show_steps(self, result: Result) -> None:
        """Some steps were ticked: the counts change, what is looked at stays."""
        self._sites.show_result(result)

    def names(self) -> list[str]:
        """The sites that the filters leave, in the order of the table."""
        return self._sites.names()

    def show_cell(self, scenario: int) -> None:
        """Only the sites of one scenario; the same scenario again shows all."""
        self._scenario = -1 if self._scenario == scenario else scenario
        self._filter()
        self.sites_chosen.emit(self.names())

    def _lay_out(self) -> None:
        body = QWidget()
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom, body)
        self._beside.setContentsMargins(6, 6, 6, 6)
        verdicts = QVBoxLayout()
        verdicts.addWidget(self.matrix)
        verdicts.addWidget(self.fixed)
        verdicts.addStretch()
        self._beside.addLayout(verdicts)
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
        for widget in (self.matrix, self.fixed):
            widget.setMaximumWidth(MATRIX_PX if wide else UNLIMITED)
        super().resizeEvent(event)

    def _connect(self) -> None:
        self.matrix.cell_chosen.connect(self.show_cell)
        self.search.textChanged.connect(self._filter)
        self.partner.currentIndexChanged.connect(self._filter)
        self.table.activated.connect(self._choose)
        self.table.clicked.connect(self._choose)

    def _show_fixed(self, result: Optional[Result]) -> None:
        from rev_plugin.core.model import PLAN_DISCLAIMER
        from rev_plugin.report.context import net_sentence

        self.fixed.setVisible(result is not None)
        self.fixed.setText(
            "" if result is None else f"{tr(PLAN_DISCLAIMER)} {net_sentence(result)}"
        )

    def _choose(self, index: QModelIndex) -> None:
        self.site_chosen.emit(index.siblingAtColumn(NAME).data())

    def _filter(self) -> None:
        partner = self.partner.currentData() or ""
        self._sites.look_for(Filter(self.search.text(), self._scenario, partner))

    def _fill_partners(self, result: Optional[Result]) -> None:
        self.partner.clear()
        self.partner.addItem(tr("alle partners"), "")
        present = set() if result is None else set(result.actions["partner"])
        for entry in legend.entries("partner"):
            if entry.value in present:
                words = tr("open stappen: {partner}").format(partner=entry.name)
                self.partner.addItem(words, entry.value)
