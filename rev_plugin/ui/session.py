"""Judging one site anew while the user changes it: the latest wish wins, nothing queues.

A site that takes a moment is judged between two frames: a task that runs beside the painting
takes longer, since Python does one thing at a time. One that takes longer has a task; while
that works, only the last wish is remembered and judged next. Nothing is stored before
"Vastleggen".
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Callable, NamedTuple, Optional

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from rev_plugin.i18n import tr
from rev_plugin.ui.tasks import Request, RevTask, gather_request

if TYPE_CHECKING:
    from rev_plugin.core.model import Features, Feedback
    from rev_plugin.study.live import LiveStudy
    from rev_plugin.study.quickscan import Result


MOMENT_S = 0.04  # of the processor; a screen that stands still longer than this is felt
FRAME_MS = 1  # so long after a wish it is judged: what was sketched is painted first


class Tried(NamedTuple):
    """What came of a site: its result, its outcome_view, and the processor's seconds."""

    result: Result
    view: dict[str, Any]
    took: float


def tried(live: LiveStudy, site: Features) -> Tried:
    """The outcome of a site as it is now."""
    from rev_plugin.core.tables import records
    from rev_plugin.report.context import outcome_view

    clock = time.thread_time()
    result = live.judge(site)
    view = outcome_view(result, records(result.output)[0])
    return Tried(result, view, time.thread_time() - clock)


class WarmUp(RevTask):
    """Reads the surroundings of a site; gives a study.live.LiveStudy and how fast that is."""

    def __init__(self, request: Request, base: Result, site: Features) -> None:
        super().__init__(tr("REV – omgeving inlezen"))
        self._request, self._base, self._site = request, base, site

    def work(self, feedback: Feedback) -> object:
        from rev_plugin.study.live import LiveStudy

        inputs, rules = gather_request(self._request, feedback)
        asked, bounds = self._request, self._site.geometry[0].bounds
        live = LiveStudy(
            inputs, self._base, rules, asked.settings, bounds, feedback, asked.rules_folder
        )
        tried(live, self._site)  # the first time, what is needed is made and kept
        return live, tried(live, self._site).took


class Judge(RevTask):
    """Judges one site; gives what came of it (Tried)."""

    FLAGS = QgsTask.Flag.CanCancel | QgsTask.Flag.Hidden

    def __init__(self, live: LiveStudy, site: Features) -> None:
        super().__init__(tr("REV – verschoven locatie toetsen"))
        self._live, self._site = live, site

    def work(self, feedback: Feedback) -> object:
        return tried(self._live, self._site)


class Session(QObject):
    """One session of trying one site in other ways; subclasses say what is asked and kept."""

    ready = pyqtSignal()  # the surroundings have been read
    judged = pyqtSignal(object, dict)  # Result of the changed site, and its outcome_view
    ended = pyqtSignal()
    failed = pyqtSignal(str, str)

    def __init__(self, request: Request, base: Result, name: str) -> None:
        super().__init__()
        self._request, self._base = request, base
        self._site = base.sites.where((base.sites.table["naam"] == name).to_numpy())
        self._live: Optional[LiveStudy] = None
        self._task: Optional[RevTask] = None
        self._next: Optional[Features] = None
        self._took = 0.0  # seconds, the last time
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Start reading the surroundings."""
        self._warm_up(self._site)

    def end(self) -> None:
        """Stop; what was not stored is gone."""
        self._next = None
        if self._task is not None:
            self._task.cancel()
        self.ended.emit()

    def _judge(self, site: Features) -> None:
        """Judge the site like this soon, unless another wish comes first."""
        self._next = site
        self._soon.start(FRAME_MS)

    def _warm_up(self, site: Features) -> None:
        self._run(WarmUp(self._request, self._base, site), self._warmed)

    def _warmed(self, warm: tuple[LiveStudy, float]) -> None:
        self._live, self._took = warm
        self.ready.emit()
        self._go_on()

    def _go_on(self) -> None:
        if self._task is not None or self._next is None:
            return
        if self._live is None or not self._live.holds(self._next):  # the data may have changed
            self._warm_up(self._next)
            return
        site, self._next = self._next, None
        self._run(Judge(self._live, site), self._told, self._took < MOMENT_S)

    def _told(self, outcome: Tried) -> None:
        self._took = outcome.took
        self.judged.emit(outcome.result, outcome.view)
        self._go_on()

    def _run(self, task: RevTask, then: Callable[..., None], at_once: bool = False) -> None:
        def done(outcome: object) -> None:
            self._task = None
            then(outcome)

        def failed(text: str, details: str) -> None:
            self._task = self._next = None
            if text:
                self.failed.emit(text, details)

        self._task = task
        task.succeeded.connect(done)
        task.failed.connect(failed)
        if at_once:
            task.finished(task.run())
        else:
            QgsApplication.taskManager().addTask(task)
