"""Work on the screen in small turns, so that it keeps answering in between."""

from __future__ import annotations

from collections.abc import Generator

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from rev_plugin.ui.tasks import FAULTS, fault_told


class Turns(QObject):
    """Does one step of a generator per turn of the event loop.

    The next turn is asked for when a step is done: what came in meanwhile goes first. A
    generator that is stopped halfway is closed, so that its `finally` runs. A step that goes
    wrong is the last.
    """

    ended = pyqtSignal()  # all steps were done
    failed = pyqtSignal(str, str)  # what to tell, and the details

    def __init__(self, steps: Generator[object, None, None]) -> None:
        super().__init__()
        self._steps = steps
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Do the first step in the next turn."""
        self._timer.start(0)

    def cancel(self) -> None:
        """Do no more steps."""
        self._timer.stop()
        self._steps.close()

    def _go_on(self) -> None:
        from rev_plugin.core.model import RevError

        try:
            for _ in self._steps:
                self._timer.start(0)
                return
        except RevError as error:
            self.failed.emit(str(error), "")
        except FAULTS as error:
            self.failed.emit(*fault_told(error))
        else:
            self.ended.emit()
