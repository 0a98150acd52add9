"""Trying another programme for a site, with the outcome following."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal

from rev_plugin.core.model import InputError
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
        self._is_square = _has_one_part(self._site) and _asks_points(request)

    def change(self, values: dict[str, object]) -> None:
        """Other values for some columns.

        Raises:
            InputError: a point without a size; the change is not taken.
        """
        self._steps.append(values)
        try:
            site = self._changed_site()
        except InputError:
            self._steps.pop()
            raise
        self._judge(site)

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
        from rev_plugin.core.rules import load_rules
        from rev_plugin.study.frames import conform
        from rev_plugin.study.sites import footprint

        table = self._site.table.astype(object).assign(**self.changes())
        own = table[[c.name for c in columns.SITE]]
        changed = replace(self._site, table=conform(own, columns.SITE))
        rules = load_rules(self._request.rules_folder)
        return footprint(changed, rules) if self._is_square else changed


def _has_one_part(site: Features) -> bool:
    return site.geometry[0].geom_type == "Polygon"


def _asks_points(request: Request) -> bool:
    """Whether the sites are points, so that their programme says how large they are."""
    import shapely

    from rev_plugin.study.site_edits import holds_points

    if request.sites is None:
        return holds_points(request.data)
    return bool((shapely.get_dimensions(request.sites.features.geometry) == 0).all())
