"""Work in the background: what comes too late is not handed over."""

from __future__ import annotations

import gc
from threading import Event

from gui_helpers import PATIENCE_MS
from qgis.core import QgsApplication

from rev_plugin.core.model import Feedback
from rev_plugin.ui.tasks import RevTask


class Deaf(RevTask):
    """Does not look at cancel, and has an outcome all the same."""

    def __init__(self) -> None:
        super().__init__("doof")
        self.begun, self.go_on = Event(), Event()

    def work(self, _feedback: Feedback) -> object:
        self.begun.set()
        self.go_on.wait(PATIENCE_MS / 1000)
        return "uitkomst"


def test_an_outcome_after_a_cancel_is_not_handed_over(qgis_app, qtbot):
    task, heard = Deaf(), []
    task.succeeded.connect(heard.append)
    task.failed.connect(lambda *said: heard.append(said))
    QgsApplication.taskManager().addTask(task)
    assert task.begun.wait(PATIENCE_MS / 1000)
    task.cancel()
    task.go_on.set()
    qtbot.waitUntil(lambda: bool(heard), timeout=PATIENCE_MS)
    assert heard == [("", "")]


class Made(RevTask):
    """Tells whether Python searches for garbage meanwhile."""

    def work(self, _feedback: Feedback) -> object:
        return gc.isenabled()


def test_no_garbage_is_searched_while_a_task_works(qgis_app, qtbot):
    task, heard = Made("maker"), []
    task.succeeded.connect(heard.append)
    QgsApplication.taskManager().addTask(task)
    qtbot.waitUntil(lambda: bool(heard), timeout=PATIENCE_MS)
    assert heard == [False]
    assert gc.isenabled()
