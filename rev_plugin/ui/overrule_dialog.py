"""Replacing a proposed plan verdict by the user's own, with a reason and a name."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from rev_plugin.i18n import tr
from rev_plugin.report import legend
from rev_plugin.ui.parts import small

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result

PLAN = "plan"


class OverruleDialog(QDialog):
    """Asks for a verdict, a reason and a name; all three are needed."""

    def __init__(self, site: str, proposal: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Planoordeel van {site} overrulen").format(site=site))
        form = QFormLayout(self)
        form.addRow(
            small(
                tr(
                    "Voorstel van REV: {verdict}. Uw oordeel komt ervoor in de plaats, staat "
                    "met reden en naam in kaart en rapport, en blijft bij een volgende toets."
                ).format(verdict=legend.label("plan_oordeel", proposal).lower())
            )
        )
        self.verdict = QComboBox()
        for entry in legend.entries("plan_oordeel"):
            self.verdict.addItem(entry.name, entry.value)
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.name = QLineEdit(QgsApplication.userFullName())
        form.addRow(tr("&Oordeel"), self.verdict)
        form.addRow(tr("&Reden"), self.reason)
        form.addRow(tr("&Naam"), self.name)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        form.addRow(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.reason.textChanged.connect(self._check)
        self.name.textChanged.connect(self._check)
        self._check()

    def _check(self) -> None:
        complete = bool(self.reason.toPlainText().strip() and self.name.text().strip())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(complete)


def ask_overruling(parent: QWidget, data: Path, result: Result, site: str) -> bool:
    """Ask for an overruling and keep it in the data; True when it was kept.

    Raises:
        RevError: the data GeoPackage cannot be written.
    """
    from rev_plugin.study.overrulings import save_overruling

    row = result.output[result.output["locatie"] == site].iloc[0]
    dialog = OverruleDialog(site, row["plan_oordeel"], parent)
    if not dialog.exec():
        return False
    save_overruling(
        data,
        {
            "locatie": site,
            "soort": PLAN,
            "oordeel": dialog.verdict.currentData(),
            "reden": dialog.reason.toPlainText().strip(),
            "door": dialog.name.text().strip(),
            "op": date.today().isoformat(),
            "plan_id": row["plan_id"],
            "plan_oordeel": row["plan_oordeel"],
        },
    )
    return True
