"""Long work on the screen goes in turns: what else happens meanwhile is not kept waiting."""

from __future__ import annotations

from collections.abc import Generator

from gui_helpers import PATIENCE_MS, run
from qgis.core import QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QTimer

from rev_plugin.ui.project import frozen
from rev_plugin.ui.turns import Turns


def steps(done: list[str]) -> Generator[None, None, None]:
    try:
        for name in "abc":
            done.append(name)
            yield
    finally:
        done.append("closed")


def test_what_came_in_goes_before_the_next_step(qtbot):
    done: list[str] = []
    turns = Turns(steps(done))
    turns.ended.connect(lambda: done.append("ended"))
    other = QTimer()
    other.timeout.connect(lambda: done.append("other"))
    other.start(0)
    with qtbot.waitSignal(turns.ended, timeout=PATIENCE_MS):
        turns.begin()
        assert done == []  # not before the next turn
    other.stop()
    first, second, third = (done.index(name) for name in "abc")
    assert "other" in done[first:second]
    assert "other" in done[second:third]
    assert done[-2:] == ["closed", "ended"]


def test_what_is_cancelled_is_closed_and_goes_no_further(qtbot):
    done: list[str] = []
    turns = Turns(steps(done))
    turns.begin()
    qtbot.waitUntil(lambda: "a" in done, timeout=PATIENCE_MS)
    turns.cancel()
    before = list(done)
    qtbot.wait(50)
    assert done == before
    assert done[-1] == "closed"


def test_a_step_that_goes_wrong_is_told_and_the_last(qtbot):
    done: list[object] = []
    turns = Turns(1 // left for left in (1, 0, 1))
    turns.ended.connect(lambda: done.append("ended"))
    turns.failed.connect(lambda text, details: done.append((text, details)))
    with qtbot.waitSignal(turns.failed, timeout=PATIENCE_MS):
        turns.begin()
    qtbot.wait(50)
    ((text, details),) = done
    assert "Er ging iets mis in REV" in text
    assert "ZeroDivisionError" in details


def test_another_project_while_an_outcome_is_shown_ends_that(workplace, qtbot, study, told):
    run(workplace, qtbot, study)
    workplace.run()
    qtbot.waitUntil(lambda: isinstance(workplace._task, Turns), timeout=PATIENCE_MS)
    QgsProject.instance().clear()
    assert workplace._task is None
    qtbot.wait(100)
    assert workplace.dock().result() is None
    assert QgsProject.instance().mapLayers() == {}
    assert not workplace._iface.mapCanvas().isFrozen()


def waiting(canvas: QgsMapCanvas) -> Generator[None, None, None]:
    with frozen(canvas):
        yield


def test_a_map_that_waited_is_drawn_when_the_work_is_stopped(qgis_canvas, qtbot):
    qgis_canvas.setExtent(QgsRectangle(0, 0, 100, 100))
    work = waiting(qgis_canvas)
    next(work)
    qgis_canvas.refresh()
    qtbot.wait(50)  # nothing is drawn
    with qtbot.waitSignal(qgis_canvas.renderStarting, timeout=PATIENCE_MS):
        work.close()
