"""Work in the background: what comes too late is not handed over."""

from __future__ import annotations

import gc
from threading import Event

from gui_helpers import PATIENCE_MS
from qgis.core import QgsApplication

from rev_plugin.core.model import Feedback
from rev_plugin.ui.tasks import RevTask
from rev_plugin.ui.workplace import Workplace


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


def test_what_was_loaded_is_no_garbage_until_the_workplace_closes(qgis_iface, qtbot):
    workplace = Workplace(qgis_iface)
    assert gc.get_freeze_count() == 0
    workplace.dock()
    with qtbot.waitSignal(workplace._ready.succeeded, timeout=PATIENCE_MS):
        assert gc.get_freeze_count() > 0
    assert gc.get_freeze_count() > 0
    workplace.close()
    assert gc.get_freeze_count() == 0
