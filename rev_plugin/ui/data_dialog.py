"""The window "Gegevens kiezen": which layer stands for which theme, and what is missing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import (
    Qgis,
    QgsProject,
    QgsProviderRegistry,
    QgsProviderSublayerDetails,
    QgsVectorLayer,
)
from qgis.gui import QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rev_plugin.core.rule_rows import ThemeRow
from rev_plugin.i18n import tr
from rev_plugin.ui import own_layers
from rev_plugin.ui.parts import labelled, small, wrapped

if TYPE_CHECKING:
    from rev_plugin.core.rules import Rules

MAP_FILES = "*.gpkg *.shp *.geojson *.json *.fgb *.gml *.tab"
_KINDS = {
    "vlak": Qgis.LayerFilter.PolygonLayer,
    "lijn": Qgis.LayerFilter.LineLayer,
    "punt": Qgis.LayerFilter.PointLayer,
}


class DataDialog(QDialog):
    """Chooses a data GeoPackage, layers of the project, or both; a layer goes before the file."""

    def __init__(
        self,
        project: QgsProject,
        rules: Rules,
        data: Optional[Path],
        folder: str,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("REV – Gegevens kiezen"))
        self._project, self._rules, self._folder, self._given = project, rules, folder, data
        self._in_file: dict[str, int] = {}
        self.boxes: dict[str, QgsMapLayerComboBox] = {}
        self.states: dict[str, QLabel] = {}
        self.data_file = QgsFileWidget()
        self.data_file.setFilter(tr("GeoPackage (*.gpkg)"))
        self.data_file.setDefaultRoot(folder)
        self.data_file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)  # or a new one
        self.data_file.setConfirmOverwrite(False)
        self.said = small()
        self._lay_out()
        for theme, layer in self._start().items():
            self.boxes[theme].setLayer(layer)
        for theme, box in self.boxes.items():
            box.layerChanged.connect(lambda _layer, name=theme: self._show(name))
        self.data_file.fileChanged.connect(self._look_into)
        if data is not None:
            self.data_file.setFilePath(str(data))
        self._look_into()
        self.resize(760, 640)

    def data(self) -> Optional[Path]:
        """The chosen data GeoPackage, or None; it need not exist yet."""
        text = self.data_file.filePath().strip()
        if not text:
            return None
        return Path(text) if text.casefold().endswith(".gpkg") else Path(f"{text}.gpkg")

    def layers(self) -> dict[str, QgsVectorLayer]:
        """The chosen layers by theme."""
        chosen = {theme: box.currentLayer() for theme, box in self.boxes.items()}
        return {theme: layer for theme, layer in chosen.items() if layer is not None}

    def add_files(self, paths: list[str]) -> None:
        """Add the layers of files to the project, and choose those that are recognised."""
        added: list[QgsVectorLayer] = []
        options = QgsProviderSublayerDetails.LayerOptions(self._project.transformContext())
        for path in paths:
            found = QgsProviderRegistry.instance().querySublayers(path)
            maps = [details for details in found if details.type() == Qgis.LayerType.Vector]
            added += [details.toLayer(options) for details in maps]
        self._project.addMapLayers(added)
        themes = own_layers.recognise(added, self._rules)
        for theme, layer in themes.items():
            if self.boxes[theme].currentLayer() is None:
                self.boxes[theme].setLayer(layer)
        self.said.setText(
            tr("{n} lagen toegevoegd, {m} herkend.").format(n=len(added), m=len(themes))
        )

    def _start(self) -> dict[str, QgsVectorLayer]:
        """What was chosen before; else what is recognised in the project."""
        before = own_layers.own_layers(self._project)
        if before:
            return before
        here = own_layers.candidates(self._project, self._given)
        return own_layers.recognise(here, self._rules)

    def _lay_out(self) -> None:
        top = QFormLayout()
        top.addRow(labelled(tr("&Gegevens-GeoPackage"), self.data_file), self.data_file)
        grid_widget = QWidget()
        grid = QGridLayout(grid_widget)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        rows = self._rules.rows(ThemeRow)
        rows.sort(key=lambda row: (not self._matters(row), row.volgorde))
        for place, row in enumerate(rows):
            box = self._box(row)
            self.boxes[row.id], self.states[row.id] = box, small()
            grid.addWidget(labelled(own_layers.title(row), box), place, 0)
            grid.addWidget(box, place, 1)
            grid.addWidget(self.states[row.id], place, 2)
        scroll = QScrollArea()
        scroll.setWidget(grid_widget)
        scroll.setWidgetResizable(True)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self.add_button = self.buttons.addButton(
            tr("&Bestanden toevoegen…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        layout = QVBoxLayout(self)
        layout.addWidget(
            wrapped(
                tr(
                    "Kies een gegevens-GeoPackage, eigen lagen van dit project, of allebei: een "
                    "eigen laag gaat voor die in het bestand. REV leest ze alleen. Stappen, "
                    "oordelen en getekende locaties bewaart REV in het bestand."
                )
            )
        )
        layout.addLayout(top)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.said)
        layout.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.add_button.clicked.connect(self._ask_files)

    def _matters(self, row: ThemeRow) -> bool:
        return own_layers.lack_of(row.id, self._rules).matters

    def _box(self, row: ThemeRow) -> QgsMapLayerComboBox:
        box = QgsMapLayerComboBox()
        kinds = Qgis.LayerFilters(_KINDS.get(row.geometrie, Qgis.LayerFilter.HasGeometry))
        if row.id == own_layers.SITES:
            kinds |= Qgis.LayerFilter.PointLayer
        if row.id in ("voedingsgebieden", "postcodegebieden"):  # figures without a map do too
            kinds = Qgis.LayerFilters(Qgis.LayerFilter.VectorLayer)
        box.setFilters(kinds)
        box.setAllowEmptyLayer(True, "–")
        box.setExceptedLayerList(
            [x for x in self._project.mapLayers().values() if x.customProperty(own_layers.MARK)]
        )
        box.setLayer(None)
        box.setMinimumContentsLength(12)
        box.setAccessibleName(own_layers.title(row))
        return box

    def _look_into(self) -> None:
        """What the data GeoPackage has."""
        from rev_plugin.core.model import InputError
        from rev_plugin.study.geopackage import Study

        self._in_file, self.problem = {}, ""
        data = self.data()
        if data is not None and data.exists():
            try:
                layers = Study.open(data).layers
                self._in_file = {name: count for name, (_, count) in layers.items() if count}
            except InputError as error:
                self.problem = str(error)
        for theme in self.boxes:
            self._show(theme)

    def _show(self, theme: str) -> None:
        """Whether a theme is there, and from where."""
        layer, state = self.boxes[theme].currentLayer(), self.states[theme]
        if layer is not None:
            state.setText("✓ " + _count(layer.featureCount()))
        elif theme in self._in_file:
            count = self._in_file[theme]
            state.setText("✓ " + tr("in het bestand: {objects}").format(objects=_count(count)))
        else:
            lack = own_layers.lack_of(theme, self._rules)
            state.setText(("⚠ " if lack.matters else "") + lack.text)
        sites = own_layers.SITES
        there = self.boxes[sites].currentLayer() is not None or self.data() is not None
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(there and not self.problem)
        self.said.setText(self.problem or self._next(there))

    def _next(self, there: bool) -> str:
        if not there:
            return tr("Kies locaties, of een bestand waarin REV getekende locaties bewaart.")
        data = self.data()
        if data is not None and not data.exists():
            return tr("{file} wordt gemaakt.").format(file=data.name)
        return ""

    def _ask_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(
            self,
            tr("Bestanden toevoegen"),
            self._folder,
            tr("Kaartbestanden ({endings})").format(endings=MAP_FILES),
        )
        self.add_files(paths)


def _count(number: int) -> str:
    if number == 1:
        return tr("1 object")
    return tr("{n} objecten").format(n=QLocale().toString(number) if number >= 0 else "?")
