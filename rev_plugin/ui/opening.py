"""The layers of a study into the project while the screen keeps answering.

In the background the modules it takes are loaded and QGIS looks up which layers the file has;
then each turn of the event loop adds one, with the map frozen until all are there.
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsApplication,
    QgsProject,
    QgsProviderSublayerDetails,
    QgsProviderSublayerTask,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from rev_plugin.ui.project import adding, frozen
from rev_plugin.ui.settings import rules_folder
from rev_plugin.ui.tasks import GetReady
from rev_plugin.ui.turns import Turns

Added = dict[str, list[QgsVectorLayer]]


class Opening(QObject):
    """Begins, tells and is cancelled like a task; gives the layers by their fixed name."""

    succeeded = pyqtSignal(object)
    failed = pyqtSignal(str, str)  # what to tell, and the details
    progressChanged = pyqtSignal(float)  # noqa: N815  as a task has it; too short to send any

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject, data: Path) -> None:
        super().__init__()
        self._canvas, self._project, self._data = canvas, project, data
        self._added: Added = {}
        self._turns: Optional[Turns] = None
        self._looking: Optional[QgsProviderSublayerTask] = QgsProviderSublayerTask(str(data))
        self._looking.taskCompleted.connect(self._found)
        self._looking.taskTerminated.connect(self.cancel)

    def begin(self) -> None:
        """Start to load what it takes, which may be there already, and to look up the layers."""
        self._ready = GetReady(rules_folder())  # kept: else it ends without a word
        self._ready.succeeded.connect(self._look)
        self._ready.failed.connect(self._not_ready)
        QgsApplication.taskManager().addTask(self._ready)

    def cancel(self) -> None:
        """Stop; layers that were added stay."""
        self._looking = None
        if self._turns is not None:
            self._turns.cancel()
        self.failed.emit("", "")

    def _look(self, _rules: object) -> None:
        if self._looking is not None:  # else cancelled meanwhile
            QgsApplication.taskManager().addTask(self._looking)

    def _not_ready(self, text: str, details: str) -> None:
        if self._looking is not None:
            self._looking = None
            self.failed.emit(text, details)

    def _found(self) -> None:
        if self._looking is not None:  # else cancelled meanwhile
            self._turns = Turns(self._adding(self._looking.results()))
            self._turns.ended.connect(lambda: self.succeeded.emit(self._added))
            self._turns.failed.connect(self.failed)
            self._looking = None
            self._turns.begin()

    def _adding(self, found: list[QgsProviderSublayerDetails]) -> Generator[None, None, None]:
        with frozen(self._canvas):
            for added in adding(self._project, self._data, found):
                self._added = added
                yield
