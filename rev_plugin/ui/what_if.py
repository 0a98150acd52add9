"""Trying another programme for a site: the outcome follows, nothing is stored before asked.

A task judges the last programme; what was asked while it worked is judged next.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, pyqtSignal

from rev_plugin.ui.moving import Judge, WarmUp

if TYPE_CHECKING:
    from rev_plugin.core.model import Features
    from rev_plugin.study.live import LiveStudy
    from rev_plugin.study.quickscan import Result
    from rev_plugin.ui.tasks import Request, RevTask


class WhatIf(QObject):
    """One session of trying programmes for one site."""

    ready = pyqtSignal()  # the surroundings have been read
    judged = pyqtSignal(object, dict)  # Result of the changed site, and its site_view
    kept = pyqtSignal(dict)  # column → value, to store
    shown = pyqtSignal(dict)  # the programme after going back a step
    ended = pyqtSignal()
    failed = pyqtSignal(str, str)

    def __init__(self, request: Request, base: Result, name: str) -> None:
        super().__init__()
        self._request, self._base = request, base
        self._site = base.sites.where((base.sites.table["naam"] == name).to_numpy())
        self._steps: list[dict[str, object]] = []
        self._live: Optional[LiveStudy] = None
        self._task: Optional[RevTask] = None
        self._stale = self._over = False

    def begin(self) -> None:
        """Start reading the surroundings."""
        bounds = self._site.geometry[0].bounds
        self._run(WarmUp(self._request, self._base, bounds), self._warmed)

    def change(self, values: dict[str, object]) -> None:
        """Other values for some columns."""
        self._steps.append(values)
        self._ask()

    def changes(self) -> dict[str, object]:
        """All that differs from what is stored."""
        return {column: value for step in self._steps for column, value in step.items()}

    def undo(self) -> None:
        """Back to the programme before the last change."""
        if self._steps:
            self._steps.pop()
            self.shown.emit({**self._site.table.iloc[0].to_dict(), **self.changes()})
            self._ask()

    def keep(self) -> None:
        """Ask to store the programme as it is now."""
        if self._steps:
            self.kept.emit(self.changes())

    def end(self) -> None:
        """Stop; what was not stored is gone."""
        self._stale, self._over = False, True
        if self._task is not None:
            self._task.cancel()
        self.ended.emit()

    def _warmed(self, live: LiveStudy) -> None:
        self._live = live
        self.ready.emit()
        self._go_on()

    def _ask(self) -> None:
        self._stale = True
        self._go_on()

    def _go_on(self) -> None:
        if self._task is not None or not self._stale:
            return
        site = self._changed_site()
        if self._live is None or not self._live.holds(site):  # the data may have changed
            self.begin()
            return
        self._stale = False
        self._run(Judge(self._live, site), self._told)

    def _changed_site(self) -> Features:
        from rev_plugin.core import columns
        from rev_plugin.study.frames import conform

        table = self._site.table.astype(object).assign(**self.changes())
        own = table[[c.name for c in columns.SITE]]
        return replace(self._site, table=conform(own, columns.SITE))

    def _told(self, outcome: tuple[Result, dict]) -> None:
        self.judged.emit(*outcome)
        self._go_on()

    def _run(self, task: RevTask, then) -> None:  # noqa: ANN001  a bound method
        def done(outcome: object) -> None:
            self._task = None
            if not self._over:  # it may have finished just before it was cancelled
                then(outcome)

        def failed(text: str, details: str) -> None:
            self._task = None
            if text and not self._over:
                self.failed.emit(text, details)

        self._task = task
        task.succeeded.connect(done)
        task.failed.connect(failed)
        QgsApplication.taskManager().addTask(task)
