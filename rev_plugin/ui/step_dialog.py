"""One step of a partner: who does it, whether it is done, and a note."""

from __future__ import annotations

from typing import NamedTuple, Optional

from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPlainTextEdit,
    QWidget,
)

from rev_plugin.i18n import tr
from rev_plugin.report import legend
from rev_plugin.ui.parts import labelled, small, wrapped


class StepEdit(NamedTuple):
    """What a user keeps of a step; None leaves it as it is."""

    done: Optional[bool] = None
    lead: Optional[str] = None  # a partner's word of the table, or a name
    note: Optional[str] = None


class StepDialog(QDialog):
    """Edits a step (row of report.context)."""

    def __init__(self, step: dict, names: list[str], parent: Optional[QWidget] = None) -> None:
        """`names`: who was assigned a step before."""
        super().__init__(parent)
        self.setWindowTitle(tr("Stap"))
        self.done_box = QCheckBox(tr("&Gereed"))
        self.done_box.setChecked(step["done"])
        self.lead = QComboBox()
        self.lead.setEditable(True)
        for entry in legend.entries("partner"):
            self.lead.addItem(entry.name, entry.value)
        for name in names:
            if self.lead.findText(name) < 0:
                self.lead.addItem(name, name)
        self.lead.setCurrentText(step["lead"])
        self.note = QPlainTextEdit(step["note"])
        self.note.setTabChangesFocus(True)
        form = QFormLayout(self)
        form.addRow(wrapped(step["said"]))
        if step["source"]:
            form.addRow(small(tr("Bron: {source}").format(source=step["source"])))
        form.addRow("", self.done_box)
        form.addRow(labelled(tr("&Trekker"), self.lead), self.lead)
        form.addRow(labelled(tr("&Notitie"), self.note), self.note)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)
        self.note.setFocus()
        self.resize(420, self.sizeHint().height())

    def edit(self) -> StepEdit:
        """What stands there now."""
        name = self.lead.currentText().strip()
        at = self.lead.findText(name)
        lead = self.lead.itemData(at) if at >= 0 else name
        return StepEdit(self.done_box.isChecked(), lead, self.note.toPlainText().strip())
