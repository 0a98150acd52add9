"""What a user decides is kept: in the data GeoPackage, or in the layer the sites come from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from rev_plugin.core.model import Partner
from rev_plugin.i18n import tr
from rev_plugin.ui.messages import CRITICAL, WARNING, Messages

if TYPE_CHECKING:
    import shapely

    from rev_plugin.ui.quickscan_dock import QuickscanDock
    from rev_plugin.ui.step_dialog import StepEdit

PARTNERS = {partner.value for partner in Partner}


class Keeper(QObject):
    """Writes on the user's own action only, each time in one transaction or one edit."""

    changed = pyqtSignal()  # what was kept changes the outcome
    steps_changed = pyqtSignal()

    def __init__(self, window: QWidget, messages: Messages, dock: QuickscanDock) -> None:
        super().__init__(dock)
        self._window, self._messages, self._dock = window, messages, dock

    def keep_step(self, site: str, step: dict, done: bool) -> None:
        """Tick a step, or take the tick away."""
        from rev_plugin.ui.step_dialog import StepEdit

        self._keep_step(site, step, StepEdit(done=done))
        # Later: the list is still busy with the tick, and may have to take it back.
        QTimer.singleShot(0, self._dock.show_steps)

    def edit_step(self, site: str, step: dict) -> None:
        """Ask who does a step, and for a note."""
        from rev_plugin.ui.step_dialog import StepDialog

        names = sorted(set(self._dock.result().actions["trekker"].dropna()) - PARTNERS)
        dialog = StepDialog(step, names, self._window)
        if dialog.exec():
            self._keep_step(site, step, dialog.edit())
            self._dock.show_steps()

    def _keep_step(self, site: str, step: dict, edit: StepEdit) -> None:
        from rev_plugin.ui.steps import keep_step

        data, result = self._data(), self._dock.result()
        if data is not None and result is not None:
            with self._messages.reported(CRITICAL):
                keep_step(data, result, site, step["text"], edit)
        self.steps_changed.emit()

    def _data(self) -> Optional[Path]:
        """The data GeoPackage; without one the user hears what to do."""
        data = self._dock.location.data_path()
        if data is None:
            self._messages.tell(
                tr("Er is nog geen bestand om dit in te bewaren. Kies of maak er een bij "
                   "Gegevens kiezen."),
                WARNING,
            )  # fmt: skip
        return data

    def overrule(self, site: str) -> None:
        """Ask for the user's own plan verdict and keep it."""
        from rev_plugin.ui.overrule_dialog import ask_overruling

        data, result = self._data(), self._dock.result()
        if data is not None and result is not None:
            with self._messages.reported():
                if ask_overruling(self._window, data, result, site):
                    self.changed.emit()

    def keep_shape(self, name: str, shape: shapely.Geometry) -> bool:
        """Store a moved site where the sites come from; False when that failed."""
        from rev_plugin.study.site_edits import store_shape
        from rev_plugin.ui.layer_edits import change_shape

        layer, data = self._dock.location.sites_layer(), self._dock.location.data_path()
        with self._messages.reported(CRITICAL):
            if layer is not None:
                change_shape(layer, name, shape)
                return True
            if self._data() is not None:
                store_shape(data, name, shape)
                return True
        return False

    def keep_programme(self, name: str, changes: dict[str, object]) -> bool:
        """Store other values of a site where the sites come from; False when that failed."""
        from rev_plugin.study.site_edits import store_values
        from rev_plugin.ui.layer_edits import change_values

        layer, data = self._dock.location.sites_layer(), self._dock.location.data_path()
        with self._messages.reported(CRITICAL):
            if layer is not None:
                change_values(layer, name, changes)
                return True
            if self._data() is not None:
                store_values(data, name, changes)
                return True
        return False

    def names(self) -> list[str]:
        """The names of the sites that are there.

        Raises:
            RevError: the data GeoPackage cannot be read.
        """
        from rev_plugin.ui.layer_edits import names_in

        layer, data = self._dock.location.sites_layer(), self._dock.location.data_path()
        if layer is not None:
            return names_in(layer)
        from rev_plugin.study.site_edits import site_names

        return site_names(data) if data is not None else []

    def keep_new(self, values: dict[str, object], shape: shapely.Geometry) -> bool:
        """Store a new site where the sites come from; False when that failed."""
        from rev_plugin.study.site_edits import add_site
        from rev_plugin.ui.layer_edits import add_feature

        layer, data = self._dock.location.sites_layer(), self._dock.location.data_path()
        with self._messages.reported(CRITICAL):
            if layer is not None:
                add_feature(layer, values, shape)
                return True
            if self._data() is not None:
                add_site(data, values, shape)
                return True
        return False
