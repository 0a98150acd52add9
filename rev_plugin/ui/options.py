"""The options page of REV in QGIS's own options: rule folder, thresholds, defaults."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QDoubleSpinBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from rev_plugin.i18n import tr
from rev_plugin.processing.base import icon


class OptionsFactory(QgsOptionsWidgetFactory):
    """Tells QGIS about the page; the page itself is made when the user opens it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTitle("REV")

    def icon(self) -> QIcon:
        return icon("rev")

    def createWidget(self, parent: Optional[QWidget]) -> QgsOptionsPageWidget:
        return OptionsPage(parent)


class OptionsPage(QgsOptionsPageWidget):
    """Edits what rev_plugin.ui.settings keeps."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        from rev_plugin.ui.settings import read_settings, rules_folder

        now = read_settings()
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setFilePath(str(rules_folder() or ""))
        self.folder.setToolTip(
            tr("Map met eigen regeltabellen; een rij vervangt de rij van REV met dezelfde id.")
        )
        self.chance_yes = _spin(now.chance_yes, 0.5, 1, 2)
        self.chance_no = _spin(now.chance_no, 0, 0.49, 2)
        self.sliver = _spin(now.sliver_share, 0, 0.49, 3)
        self.reach = _spin(now.reach_m, 0, 20_000, 0)
        form = QFormLayout()
        for words, field in (
            (tr("&Eigen regels"), self.folder),
            (tr("Kans vanaf waar het net &past"), self.chance_yes),
            (tr("Kans tot waar het net &niet past"), self.chance_no),
            (tr("Aandeel dat als &snipper niet meetelt"), self.sliver),
            (tr("&Afstanden exact tot (m)"), self.reach),
        ):
            label = QLabel(words)
            label.setBuddy(field)
            form.addRow(label, field)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addStretch(1)

    def isValid(self) -> bool:
        """Whether the folder is there; the spin boxes cannot hold a wrong value."""
        text = self.folder.filePath().strip()
        return not text or Path(text).is_dir()

    def apply(self) -> None:
        from rev_plugin.ui.settings import write_settings

        text = self.folder.filePath().strip()
        write_settings(
            {
                "chance_yes": self.chance_yes.value(),
                "chance_no": self.chance_no.value(),
                "sliver_share": self.sliver.value(),
                "reach_m": self.reach.value(),
            },
            Path(text) if text else None,
        )


def _spin(value: float, low: float, high: float, digits: int) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setDecimals(digits)
    box.setRange(low, high)
    box.setSingleStep(10 ** -min(digits, 2) if digits else 100)
    box.setValue(value)
    return box
