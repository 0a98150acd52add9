"""Judging one site anew while the user changes it: the latest wish wins, nothing queues.

The main thread only paints. A task judges; while it works, only the last wish is remembered
and judged next. Nothing is stored before "Vastleggen".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Optional

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from rev_plugin.i18n import tr
from rev_plugin.ui.tasks import Request, RevTask, gather_request

if TYPE_CHECKING:
    from rev_plugin.core.model import Features, Feedback
    from rev_plugin.study.live import LiveStudy
    from rev_plugin.study.quickscan import Result


class WarmUp(RevTask):
    """Reads the surroundings of a site; gives a study.live.LiveStudy."""

    def __init__(self, request: Request, base: Result, bounds: tuple) -> None:
        super().__init__(tr("REV – omgeving inlezen"))
        self._request, self._base, self._bounds = request, base, bounds

    def work(self, feedback: Feedback) -> object:
        from rev_plugin.study.live import LiveStudy

        inputs, rules = gather_request(self._request, feedback)
        asked = self._request
        return LiveStudy(
            inputs, self._base, rules, asked.settings, self._bounds, feedback, asked.rules_folder
        )


class Judge(RevTask):
    """Judges one place; gives a study.quickscan.Result of that site, and its view."""

    FLAGS = QgsTask.Flag.CanCancel | QgsTask.Flag.Hidden

    def __init__(self, live: LiveStudy, site: Features) -> None:
        super().__init__(tr("REV – verschoven locatie toetsen"))
        self._live, self._site = live, site

    def work(self, feedback: Feedback) -> object:
        from rev_plugin.core.tables import records
        from rev_plugin.report.context import outcome_view

        result = self._live.judge(self._site)
        return result, outcome_view(result, records(result.output)[0])


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
        """Judge the site like this, or remember it while another is being judged."""
        self._next = site
        self._go_on()

    def _warm_up(self, site: Features) -> None:
        bounds = site.geometry[0].bounds
        self._run(WarmUp(self._request, self._base, bounds), self._warmed)

    def _warmed(self, live: LiveStudy) -> None:
        self._live = live
        self.ready.emit()
        self._go_on()

    def _go_on(self) -> None:
        if self._task is not None or self._next is None:
            return
        if self._live is None or not self._live.holds(self._next):  # the data may have changed
            self._warm_up(self._next)
            return
        site, self._next = self._next, None
        self._run(Judge(self._live, site), self._told)

    def _told(self, outcome: tuple[Result, dict]) -> None:
        self.judged.emit(*outcome)
        self._go_on()

    def _run(self, task: RevTask, then: Callable[..., None]) -> None:
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
        QgsApplication.taskManager().addTask(task)
