"""Trying another programme for a site, with the outcome following."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal

from rev_plugin.ui.session import Session

if TYPE_CHECKING:
    from rev_plugin.core.model import Features
    from rev_plugin.study.quickscan import Result
    from rev_plugin.ui.tasks import Request


class WhatIf(Session):
    """One session of trying programmes for one site."""

    kept = pyqtSignal(dict)  # column → value, to store
    shown = pyqtSignal(dict)  # the programme after going back a step

    def __init__(self, request: Request, base: Result, name: str) -> None:
        super().__init__(request, base, name)
        self._steps: list[dict[str, object]] = []

    def change(self, values: dict[str, object]) -> None:
        """Other values for some columns."""
        self._steps.append(values)
        self._judge(self._changed_site())

    def changes(self) -> dict[str, object]:
        """All that differs from what is stored."""
        return {column: value for step in self._steps for column, value in step.items()}

    def undo(self) -> None:
        """Back to the programme before the last change."""
        if self._steps:
            self._steps.pop()
            self.shown.emit({**self._site.table.iloc[0].to_dict(), **self.changes()})
            self._judge(self._changed_site())

    def keep(self) -> None:
        """Ask to store the programme as it is now."""
        if self._steps:
            self.kept.emit(self.changes())

    def _changed_site(self) -> Features:
        from rev_plugin.core import columns
        from rev_plugin.study.frames import conform

        table = self._site.table.astype(object).assign(**self.changes())
        own = table[[c.name for c in columns.SITE]]
        return replace(self._site, table=conform(own, columns.SITE))
