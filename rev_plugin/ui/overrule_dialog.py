"""Replacing a proposed plan verdict by the user's own, and taking that back."""

from __future__ import annotations

from collections.abc import Mapping
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
from rev_plugin.report import legend, words
from rev_plugin.ui.parts import small

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result

PLAN = "plan"
WITHDRAWN = 2  # what the dialog gives besides accepted and rejected


class OverruleDialog(QDialog):
    """Asks for a verdict, a reason and a name; all three are needed.

    With the judgement that was kept before (columns.OVERRULING) it can also be taken back.
    """

    def __init__(
        self,
        site: str,
        proposal: str,
        kept: Optional[Mapping[str, object]] = None,
        parent: Optional[QWidget] = None,
    ) -> None:
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
        if kept is not None:
            self.verdict.setCurrentIndex(self.verdict.findData(kept["oordeel"]))
            self.reason.setPlainText(str(kept["reden"]))
            self.withdraw = self.buttons.addButton(
                tr("&Intrekken"), QDialogButtonBox.ButtonRole.DestructiveRole
            )
            self.withdraw.setToolTip(tr("Het voorstel van REV geldt dan weer."))
            self.withdraw.clicked.connect(lambda: self.done(WITHDRAWN))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.reason.textChanged.connect(self._check)
        self.name.textChanged.connect(self._check)
        self._check()

    def _check(self) -> None:
        complete = bool(self.reason.toPlainText().strip() and self.name.text().strip())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(complete)


def ask_overruling(parent: QWidget, data: Path, result: Result, site: str) -> bool:
    """Ask for an overruling and keep it in the data, or take it back; True when that was done.

    Raises:
        RevError: the data GeoPackage cannot be read or written.
    """
    from rev_plugin.study.overrulings import remove_overruling, save_overruling

    row = result.output[result.output["locatie"] == site].iloc[0]
    kept = _kept(data, site)
    # The outcome has the verdict that was kept; the proposal stands beside it in the data.
    proposal = words.text(kept["plan_oordeel"]) if kept is not None else ""
    proposal = proposal or row["plan_oordeel"]
    dialog = OverruleDialog(site, proposal, kept, parent)
    answer = dialog.exec()
    if answer == WITHDRAWN:
        remove_overruling(data, site, PLAN)
    elif answer:
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
                "plan_oordeel": proposal,
            },
        )
    return bool(answer)


def _kept(data: Path, site: str) -> Optional[dict[str, object]]:
    """The judgement of a site that is kept in the data, or None."""
    from rev_plugin.study.geopackage import Study

    table = Study.open(data).overrulings()
    own = table[(table["locatie"] == site) & (table["soort"] == PLAN)].to_dict("records")
    return own[-1] if own else None
