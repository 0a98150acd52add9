"""Moving a site on the map, with the outcome following."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Optional

from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt.QtCore import pyqtSignal

from rev_plugin.ui.map_view import give_back
from rev_plugin.ui.move_tool import MoveTool
from rev_plugin.ui.session import Session
from rev_plugin.ui.sketch import Sketch

if TYPE_CHECKING:
    import shapely

    from rev_plugin.study.quickscan import Result
    from rev_plugin.ui.tasks import Request


class Moving(Session):
    """One session of moving one site."""

    kept = pyqtSignal(object)  # the shape to store

    def __init__(self, canvas: QgsMapCanvas, request: Request, base: Result, name: str) -> None:
        super().__init__(request, base, name)
        self._canvas = canvas
        self._sketch = Sketch(self._site.geometry[0])
        self._before: Optional[QgsMapTool] = canvas.mapTool()
        self._tool = MoveTool(canvas)
        self._tool.moved.connect(self._ask)
        self._tool.settled.connect(self._ask)
        self._tool.kept.connect(self.keep)
        self._tool.dropped.connect(self.end)
        self._tool.deactivated.connect(self.end)

    def begin(self) -> None:
        """Show the handles and start reading the surroundings."""
        self._canvas.setMapTool(self._tool)
        self._tool.take(self._sketch)
        self._canvas.setFocus()
        super().begin()

    def undo(self) -> None:
        """Back to the place before."""
        self._tool.undo()

    def keep(self) -> None:
        """Ask to store the shape as it is now."""
        if self._sketch.changed:
            self.kept.emit(self._sketch.shape)

    def end(self) -> None:
        """Stop; what was not stored is gone."""
        self._tool.deactivated.disconnect(self.end)
        give_back(self._canvas, self._tool, self._before)
        super().end()

    def _ask(self, shape: shapely.Geometry) -> None:
        """Judge the site at another place."""
        import numpy as np

        geometry = np.empty(1, dtype=object)
        geometry[0] = shape
        self._judge(replace(self._site, geometry=geometry))
