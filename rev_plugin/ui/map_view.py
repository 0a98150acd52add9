"""What the map shows of an outcome: where it looks, and the marks on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.core import QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt import sip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rev_plugin.core.model import Theme
    from rev_plugin.study.quickscan import Result
    from rev_plugin.ui.map_marks import MapMarks

LEAST_VIEW_M = 600.0


class MapView:
    """Marks sites and findings of the outcome on show, and brings them into view."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._result: Optional[Result] = None
        self._marks: Optional[MapMarks] = None

    def use_result(self, result: Optional[Result]) -> None:
        """The outcome that names of sites refer to."""
        self._result = result

    def clear(self) -> None:
        """Take all marks off the map."""
        if self._marks is not None:
            self._marks.clear()

    def ring(self, name: str) -> None:
        """Mark a site of the outcome."""
        if self._result is not None:
            self._made_marks().show_site(self._result, name)

    def show_finding(self, theme: Optional[Theme], site: str, row: dict) -> str:
        """Mark a finding of a site with its metres; gives what to tell when there is nothing."""
        return self._made_marks().show_finding(self._result, theme, site, row)

    def zoom_to_all(self) -> None:
        """Bring all sites of the outcome into view."""
        if self._result is not None:
            self.zoom_to(list(self._result.output["locatie"]))

    def zoom_to(self, names: Sequence[str]) -> None:
        """Bring sites of the outcome into view, whatever the CRS of the map."""
        if self._result is None or not names:
            return
        import shapely

        from rev_plugin.ui.map_marks import in_canvas

        chosen = self._result.sites.table["naam"].isin(names).to_numpy()
        west, south, east, north = shapely.total_bounds(self._result.sites.geometry[chosen])
        view = QgsRectangle(west, south, east, north)
        centre = view.center()
        view.combineExtentWith(QgsRectangle.fromCenterAndSize(centre, LEAST_VIEW_M, LEAST_VIEW_M))
        view.scale(1.2)
        self._look_at(in_canvas(self._canvas, view))

    def zoom_to_sites(self, added: Mapping[str, list[QgsVectorLayer]]) -> None:
        """Bring the sites of a study, of which these are the layers, into view."""
        from rev_plugin.ui.map_marks import in_canvas
        from rev_plugin.ui.project import view_of

        if added.get("locaties"):
            self._look_at(in_canvas(self._canvas, view_of(added["locaties"])))

    def _look_at(self, view: QgsRectangle) -> None:
        self._canvas.setExtent(view)
        self._canvas.refresh()

    def _made_marks(self) -> MapMarks:
        if self._marks is None:
            from rev_plugin.ui.map_marks import MapMarks

            self._marks = MapMarks(self._canvas)
        return self._marks


def give_back(canvas: QgsMapCanvas, tool: QgsMapTool, before: Optional[QgsMapTool]) -> None:
    """End a map tool; the one before it returns, unless it has gone meanwhile."""
    if canvas.mapTool() is tool:
        canvas.unsetMapTool(tool)
        if before is not None and not sip.isdeleted(before):
            canvas.setMapTool(before)
    tool.deleteLater()
