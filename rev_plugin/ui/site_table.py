"""All sites of an outcome as a table that sorts and filters at once, also with thousands.

Cells become text when they are shown; sorting and filtering work on whole columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from rev_plugin.i18n import tr
from rev_plugin.report import glossary, legend, words
from rev_plugin.ui.trees import swatch

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from rev_plugin.study.quickscan import Result

NAME, SCENARIO, PLAN, NET, CHANCE, FEASIBLE, YEAR, STEPS = range(8)  # columns of the table
COLUMNS = (
    "locatie",
    "scenario",
    "plan_oordeel",
    "net_oordeel",
    "kans_netruimte",
    "uitvoerbaarheid",
    "jaar",
)
CODED = {
    SCENARIO: "scenario",
    PLAN: "plan_oordeel",
    NET: "net_oordeel",
    FEASIBLE: "uitvoerbaarheid",
}
SEARCHED = ("locatie", "plan_naam", "zwaarste_belemmering")
DONE = "gereed"
ANSWERED = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.DecorationRole,
    Qt.ItemDataRole.ToolTipRole,
)


class Filter(NamedTuple):
    """What is left: a text somewhere, one scenario (-1: all), open steps of one partner."""

    text: str = ""
    scenario: int = -1
    partner: str = ""


class SiteTable(QAbstractTableModel):
    """A row per site; `names` and `row_of` speak of the rows that the filter leaves."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._output: Optional[pd.DataFrame] = None
        self._open: Optional[pd.DataFrame] = None  # the steps that are not done
        self._text: Optional[pd.Series] = None  # what the filter looks in; made when asked
        self._steps: Optional[np.ndarray] = None  # open steps per site
        self._keys: dict[int, np.ndarray] = {}  # per column that was sorted by
        self._cells: dict[str, list] = {}  # per column that was shown
        self._rows: list[int] = []  # of the output, as shown
        self._filter = Filter()
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)

    def show_result(self, result: Optional[Result]) -> None:
        """The sites of an outcome, or none; filter and order stay."""
        self.beginResetModel()
        self._output, self._open, self._text = None, None, None
        self._keys, self._cells = {}, {}
        if result is not None:
            self._output = result.output.reset_index(drop=True)
            self._open = result.actions[result.actions["status"] != DONE]
            counts = self._open["locatie"].value_counts()
            self._steps = self._output["locatie"].map(counts).fillna(0).to_numpy(dtype=int)
        self._choose()
        self.endResetModel()

    def look_for(self, wanted: Filter) -> None:
        """Leave only what is wanted."""
        self.beginResetModel()
        self._filter = wanted
        self._choose()
        self.endResetModel()

    def names(self) -> list[str]:
        """The sites that are shown, in the order of the table."""
        return [self._output["locatie"].iat[row] for row in self._rows]

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_headings())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        heading = _headings()[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return glossary.tip(heading)
        return heading if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in ANSWERED or not index.isValid():  # a view asks eight roles of each cell
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(row, column)
        if role == Qt.ItemDataRole.DecorationRole and column in CODED:
            return swatch(legend.colour(CODED[column], self._cell(COLUMNS[column], row)))
        if role == Qt.ItemDataRole.ToolTipRole and column == NAME:
            return words.text(self._cell("zwaarste_belemmering", row))
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        self._sorted = (column, order)
        self._choose()
        self.layoutChanged.emit()

    def _shown(self, row: int, column: int) -> str:
        if column == STEPS:
            return str(self._steps[row])
        value = self._cell(COLUMNS[column], row)
        if column == SCENARIO:
            possible = self._cell("scenario_mogelijk", row)
            return " / ".join(map(str, words.possible_scenarios(value, possible)))
        if column in CODED:
            return legend.label(CODED[column], value)
        if column == CHANCE:
            return words.chance(value)
        return words.year(value) if column == YEAR else str(value)

    def _cell(self, name: str, row: int) -> object:
        if name not in self._cells:
            self._cells[name] = self._output[name].tolist()
        return self._cells[name][row]

    def _choose(self) -> None:
        """The rows that the filter leaves, sorted."""
        import numpy as np

        if self._output is None:
            self._rows = []
            return
        rows = np.flatnonzero(self._wanted())
        column, order = self._sorted
        if column >= 0:
            rows = rows[np.argsort(self._key(column)[rows], kind="stable")]
            if order == Qt.SortOrder.DescendingOrder:
                rows = rows[::-1]
        self._rows = rows.tolist()

    def _key(self, column: int) -> np.ndarray:
        """What to sort a column by; unknown comes first."""
        import pandas as pd

        if column == STEPS:
            return self._steps
        if column not in self._keys:
            cells = self._output[COLUMNS[column]]
            if column in (CHANCE, YEAR, SCENARIO):
                key = pd.to_numeric(cells, errors="coerce").fillna(-1).to_numpy(dtype=float)
            else:
                key = pd.factorize(cells.astype(str).str.casefold(), sort=True)[0]
            self._keys[column] = key
        return self._keys[column]

    def _wanted(self) -> np.ndarray:
        import numpy as np

        text, scenario, partner = self._filter
        wanted = np.ones(len(self._output), dtype=bool)
        if scenario >= 0:
            wanted &= (self._output["scenario"] == scenario).to_numpy(dtype=bool)
        if partner:
            owes = self._open.loc[self._open["partner"] == partner, "locatie"].unique()
            wanted &= self._output["locatie"].isin(owes).to_numpy()
        if text:
            if self._text is None:
                self._text = _searched(self._output)
            wanted &= self._text.str.contains(text.casefold(), regex=False).to_numpy()
        return wanted


def _searched(output: pd.DataFrame) -> pd.Series:
    """One text per site: its name, plan and heaviest constraint, and its verdicts in words."""
    import pandas as pd

    text = pd.Series("", index=output.index)
    for column in SEARCHED:
        text += output[column].fillna("").astype(str) + "\n"
    for group in CODED.values():
        text += output[group].map(lambda value, of=group: legend.label(of, value)) + "\n"
    return text.str.casefold()


def _headings() -> list[str]:
    return [
        tr("Locatie"), tr("Scenario"), tr("Plan"), tr("Net"), tr("Kans"), tr("Uitvoerbaarheid"),
        tr("Jaar"), tr("Open stappen"),
    ]  # fmt: skip
