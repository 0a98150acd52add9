"""The layers of a study into the project while the screen keeps answering.

QGIS looks up in the background which layers the file has; then each turn of the event loop
adds one, with the map frozen until all are there.
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
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from rev_plugin.ui.project import adding

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
        self._steps: Optional[Generator[Added, None, None]] = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._looking: Optional[QgsProviderSublayerTask] = QgsProviderSublayerTask(str(data))
        self._looking.taskCompleted.connect(self._found)
        self._looking.taskTerminated.connect(self.cancel)

    def begin(self) -> None:
        """Start to look up what the file holds."""
        QgsApplication.taskManager().addTask(self._looking)

    def cancel(self) -> None:
        """Stop; layers that were added stay."""
        self._timer.stop()
        self._looking = None
        if self._steps is not None:
            self._steps.close()
        self.failed.emit("", "")

    def _found(self) -> None:
        if self._looking is not None:  # else cancelled meanwhile
            self._steps = self._adding(self._looking.results())
            self._looking = None
            self._timer.start(0)

    def _adding(self, found: list[QgsProviderSublayerDetails]) -> Generator[Added, None, None]:
        self._canvas.freeze(True)
        try:
            yield from adding(self._project, self._data, found)
        finally:
            self._canvas.freeze(False)

    def _go_on(self) -> None:
        added = next(self._steps, None)
        if added is None:
            self._timer.stop()
            self.succeeded.emit(self._added)
        else:
            self._added = added
