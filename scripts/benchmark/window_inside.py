"""Runs inside QGIS (see window.py): does what a user does and keeps the pulse of the screen."""

from __future__ import annotations

import json
import math
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from qgis.core import QgsRectangle
from qgis.PyQt.QtCore import QEvent, QPointF, Qt, QTimer
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface, plugins

STUDY, ANSWER, DEMO = (Path(os.environ[f"REV_{name}"]) for name in ("STUDY", "ANSWER", "DEMO"))
BEAT_MS, STEP_MS = 5, 16  # of the pulse, and of the mouse: 60 moves a second
PATIENCE_S = 600
MOVES = 400
CHOSEN = 10  # sites that are looked at one after another
VIEW_M = 1_500.0


class Clock:
    """Milliseconds since it was made: on the wall, and what QGIS itself had to do.

    On a machine with other work the wall says how busy that machine was. All threads of QGIS
    together cannot have used less than the one that was waited for.
    """

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    def read(self) -> tuple[float, float]:
        wall, cpu = time.perf_counter() - self._wall, time.process_time() - self._cpu
        return 1000 * wall, 1000 * min(wall, cpu)


class Pulse:
    """A timer on the event loop: when it comes late, the screen stood still that long."""

    def __init__(self) -> None:
        self.worst: dict[str, tuple[float, ...]] = {}  # as Clock reads, per phase
        self._phase, self._clock = "", Clock()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def phase(self, name: str) -> None:
        """From here on the beats belong to this phase."""
        self._beat()
        self._phase = name

    def _beat(self) -> None:
        late = self._clock.read()
        self.worst[self._phase] = tuple(map(max, self.worst.get(self._phase, (0.0, 0.0)), late))
        self._clock = Clock()


class Drag:
    """Moves the mouse with the button down and times how the outcome follows."""

    def __init__(self, moving: object) -> None:
        self.moves = 0
        self.sketch: list[tuple[float, float]] = []  # per move, as Clock reads
        self.follow: list[tuple[float, float]] = []  # from a move to the outcome on the screen
        self._view = iface.mapCanvas().viewport()
        self._asked: dict[int, Clock] = {}
        self._shapes: list[object] = []  # kept, so that no id is used twice
        self._clock = Clock()
        self._shown: list[Clock] = []  # in the widgets, not yet painted
        self._painted = QTimer()
        self._painted.setSingleShot(True)
        self._painted.timeout.connect(self._paint)
        self._centre = moving._sketch.shape.centroid
        moving._tool.moved.connect(self._ask)
        moving.judged.connect(self._told)

    def press(self) -> None:
        self._send(QEvent.Type.MouseButtonPress, self._at(0), Qt.MouseButton.LeftButton)

    def move(self) -> None:
        self.moves += 1
        self._clock = Clock()
        self._send(QEvent.Type.MouseMove, self._at(self.moves), Qt.MouseButton.NoButton)
        self.sketch.append(self._clock.read())

    def _at(self, number: int) -> QPointF:
        """A walk around the place where the site stood."""
        x = self._centre.x + 400 * math.sin(number / 40)
        y = self._centre.y + 250 * math.sin(number / 23)
        point = iface.mapCanvas().getCoordinateTransform().transform(x, y)
        return QPointF(point.x(), point.y())

    def _send(self, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton) -> None:
        screen = QPointF(self._view.mapToGlobal(at.toPoint()))
        held, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self._view, QMouseEvent(kind, at, screen, button, held, keys))

    def _ask(self, shape: object) -> None:
        self._shapes.append(shape)
        self._asked[id(shape)] = self._clock

    def _told(self, result: object) -> None:
        """The outcome is in the widgets; a timer fires when they have been painted.

        (QTimer.singleShot(0) would come before: Qt paints after all other events.)
        """
        asked = self._asked.get(id(result.sites.geometry[0]))
        if asked is not None:
            self._shown.append(asked)
            self._painted.start(0)

    def _paint(self) -> None:
        self.follow += [asked.read() for asked in self._shown]
        self._shown = []


def opened(show: Callable[[], None]) -> tuple[float, float]:
    """How long it takes to make a dock and have it painted."""
    clock = Clock()
    show()
    QApplication.processEvents()
    return clock.read()


def story(pulse: Pulse, answer: dict) -> Iterator[object]:
    """The session; each `yield` gives QGIS time, or waits for a condition."""
    iface.mainWindow().resize(1600, 1000)
    yield from rest()
    workplace = plugins["rev_plugin"].workplace()
    clock = Clock()
    answer["docks"] = {"quickscan": opened(workplace.show_quickscan)}
    pulse.phase("demo")
    workplace.open_demo(DEMO)
    yield lambda: workplace.dock().result() is not None and workplace._task is None
    answer["first"] = clock.read()
    yield from rest()
    pulse.phase("openen")
    workplace.open_study(STUDY)
    pulse.phase("toetsen")
    yield lambda: workplace.dock().result() is not None and workplace._task is None
    answer["sites"] = len(workplace.dock().result().output)
    yield from rest()
    pulse.phase("rust")
    yield lambda: not iface.mapCanvas().isDrawing()
    dock = workplace.dock()
    names = list(dock.result().output["locatie"])
    pulse.phase("locaties kiezen")
    for name in names[1 : CHOSEN + 1]:
        dock.show_site(name)
        yield
    pulse.phase("overzicht")
    answer["docks"]["overzicht"] = opened(workplace.show_overview)
    yield from rest()
    pulse.phase("netcapaciteit")
    answer["docks"]["netcapaciteit"] = opened(workplace.show_net)
    workplace.show_area_of(names[0])
    yield from rest()
    pulse.phase("omgeving inlezen")
    workplace.hide_overview()
    workplace.show_quickscan()
    yield from drag(workplace, names[0], pulse, answer)


def drag(workplace: object, name: str, pulse: Pulse, answer: dict) -> Iterator[object]:
    """Move a site over the province."""
    workplace.dock().show_site(name)
    row = list(workplace.dock().result().sites.table["naam"]).index(name)
    middle = workplace.dock().result().sites.geometry[row].centroid
    west, south = middle.x - VIEW_M, middle.y - VIEW_M
    iface.mapCanvas().setExtent(QgsRectangle(west, south, west + 2 * VIEW_M, south + 2 * VIEW_M))
    workplace.dock().site.move_requested.emit(name)
    moving = workplace._trials.session
    yield lambda: moving._live is not None
    yield lambda: not iface.mapCanvas().isDrawing()
    yield from rest()
    pulse.phase("verschuiven")
    hand = Drag(moving)
    hand.press()
    while hand.moves < MOVES:
        hand.move()
        yield
    yield lambda: moving._task is None
    yield from rest()
    pulse.phase("")
    answer["sketch"], answer["follow"] = hand.sketch, hand.follow
    moving.end()


def rest() -> Iterator[object]:
    """A second in which nothing is asked."""
    for _ in range(60):
        yield


class Player:
    """Plays the story on QGIS's own event loop and then closes QGIS."""

    def __init__(self) -> None:
        self._answer: dict = {}
        self._pulse = Pulse()
        self._steps = story(self._pulse, self._answer)
        self._until: object = None
        self._since = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._next)
        self._timer.start(STEP_MS)

    def _next(self) -> None:
        if callable(self._until) and not self._until():
            if time.perf_counter() - self._since > PATIENCE_S:
                self._stop("te lang gewacht")
            return
        self._since = time.perf_counter()
        try:
            self._until = next(self._steps)
        except StopIteration:
            self._stop("")
        except BaseException:
            self._stop(traceback.format_exc())

    def _stop(self, problem: str) -> None:
        self._timer.stop()
        self._answer["problem"] = problem
        self._answer["stalls"] = {name: worst for name, worst in self._pulse.worst.items() if name}
        ANSWER.write_text(json.dumps(self._answer), encoding="utf-8")
        sys.stdout.flush()
        os._exit(0)  # QGIS would ask to save the project


player = Player()
