"""A new site: drawn on the map, named and filled in, stored by the user's own click."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Optional

from qgis.core import QgsGeometry
from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from rev_plugin.i18n import tr
from rev_plugin.ui.draw_tool import DrawTool
from rev_plugin.ui.map_view import give_back
from rev_plugin.ui.parts import labelled, small
from rev_plugin.ui.programme_form import ProgrammeForm

if TYPE_CHECKING:
    import shapely

    from rev_plugin.core.rules import Rules

FIRST_ACTIVITY = "woningbouw"
AHEAD_YEARS = 3
HECTARE = 10_000.0


class NewSiteDialog(QDialog):
    """Asks for a name that is not taken, and the programme."""

    def __init__(
        self,
        shape: shapely.Geometry,
        rules: Rules,
        taken: Collection[str],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Nieuwe locatie"))
        self._shape, self._rules, self._taken = shape, rules, set(taken)
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Hoe de locatie heet in kaart en rapport"))
        self.form = ProgrammeForm(rules)
        self.form.start_new(FIRST_ACTIVITY, date.today().year + AHEAD_YEARS)
        self.said = small()
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self.buttons.button(standard.Ok).setText(tr("&Vastleggen en toetsen"))
        layout = QVBoxLayout(self)
        layout.addWidget(labelled(tr("&Naam"), self.name))
        layout.addWidget(self.name)
        layout.addWidget(self.form)
        layout.addWidget(self.said)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.name.textChanged.connect(self._check)
        self.form.changed.connect(self._check)
        self._check()

    def values(self) -> dict[str, object]:
        """The columns of the new site."""
        return {"naam": self.name.text().strip(), **self.form.values()}

    def area(self) -> Optional[shapely.Geometry]:
        """The area on the map; a point gets the size of its activity, or None without one."""
        import shapely

        if shapely.get_dimensions(self._shape) > 0:
            return self._shape
        values = self.form.values()
        given = (values.get("oppervlak_ha") or 0) * HECTARE
        size = given or self._rules.activity(values["activiteit"]).voetafdruk_m2
        if not size:
            return None
        x, y, half = self._shape.x, self._shape.y, size**0.5 / 2
        return shapely.box(x - half, y - half, x + half, y + half)

    def _check(self) -> None:
        """Say what is still needed; only then can it be stored."""
        name = self.name.text().strip()
        said = ""
        if name in self._taken:
            said = tr("Er is al een locatie die zo heet.")
        elif self.area() is None:
            said = tr("Een punt zegt niet hoe groot de locatie is: vul het oppervlak in.")
        self.said.setText(said)
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(name) and not said)


class Drawing(QObject):
    """One session of drawing a site."""

    drawn = pyqtSignal(object)  # shapely geometry in RD
    ended = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._before: Optional[QgsMapTool] = canvas.mapTool()
        self._tool = DrawTool(canvas)
        self._tool.drawn.connect(self._hand_over)
        self._tool.dropped.connect(self.end)
        self._tool.deactivated.connect(self.end)

    def begin(self) -> None:
        """Let the user draw."""
        self._canvas.setMapTool(self._tool)
        self._canvas.setFocus()

    def end(self) -> None:
        """Give the map back to the tool that was there."""
        self._tool.deactivated.disconnect(self.end)
        give_back(self._canvas, self._tool, self._before)
        self.ended.emit()

    def _hand_over(self, shape: QgsGeometry) -> None:
        import shapely

        made = shapely.from_wkb(bytes(shape.asWkb()))
        self.end()
        self.drawn.emit(made)
