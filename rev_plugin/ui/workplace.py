"""Does what the docks ask for: runs tasks, opens projects, shows results on the map.

One object for the whole screen part of REV, made by the plugin on first use; docks are made
when they are first asked for, and `close` takes all of it away.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Callable, Optional, Union

from qgis.core import QgsMapLayer, QgsProject, QgsSettings
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, QStandardPaths, Qt
from qgis.PyQt.QtWidgets import QFileDialog

from rev_plugin.i18n import tr
from rev_plugin.ui.map_view import MapView
from rev_plugin.ui.messages import CRITICAL, Messages
from rev_plugin.ui.side_docks import SideDocks
from rev_plugin.ui.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping

    from qgis.core import QgsVectorLayer

    from rev_plugin.study.quickscan import Result
    from rev_plugin.ui.keeping import Keeper
    from rev_plugin.ui.opening import Added, Opening
    from rev_plugin.ui.quickscan_dock import QuickscanDock
    from rev_plugin.ui.report_saving import HtmlSaving
    from rev_plugin.ui.tasks import GetReady, Outcome, Request, RevTask
    from rev_plugin.ui.trials import Trials

    Job = Union[RevTask, Opening, HtmlSaving]

LAST_FOLDER = "rev/last_folder"


class Workplace(QObject):
    """The docks of REV in one QGIS window, and what happens when a user asks for something."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__()
        self._iface = iface
        self._dock: Optional[QuickscanDock] = None
        self._ready: Optional[GetReady] = None
        self._keeper: Optional[Keeper] = None
        self._task: Optional[Union[Job, Turns]] = None
        self._result: Optional[Result] = None
        self._trials: Optional[Trials] = None
        self.messages = Messages(iface)
        self.view = MapView(iface.mapCanvas())
        self._sides = SideDocks(iface)
        self._sides.site_chosen.connect(self._show_site)
        self._sides.sites_chosen.connect(self.view.zoom_to)
        self._sides.options_found.connect(self._keep_options)
        QgsProject.instance().readProject.connect(self._project_read)
        QgsProject.instance().cleared.connect(self._project_cleared)

    def close(self) -> None:
        """Take away all that was made: marks, docks, connections, a running task."""
        QgsProject.instance().cleared.disconnect(self._project_cleared)
        QgsProject.instance().readProject.disconnect(self._project_read)
        self._stop()
        self.view.clear()
        self._sides.close()
        if self._dock is not None:
            self._iface.removeDockWidget(self._dock)
            self._dock.deleteLater()
            self._dock = self._keeper = self._trials = None
        self._result = None

    # --- the dock ---

    def dock(self) -> QuickscanDock:
        """The dock "REV – Quickscan", made on first use."""
        if self._dock is None:
            from rev_plugin.ui.keeping import Keeper
            from rev_plugin.ui.quickscan_dock import QuickscanDock
            from rev_plugin.ui.settings import rules_folder
            from rev_plugin.ui.tasks import GetReady
            from rev_plugin.ui.trials import Trials

            window = self._iface.mainWindow()
            self._dock = QuickscanDock(window)
            self._keeper = Keeper(window, self.messages, self._dock)
            self._keeper.changed.connect(self.run)
            self._keeper.steps_changed.connect(lambda: self._sides.show_steps(self._result))
            self._trials = Trials(
                self._iface.mapCanvas(), self.messages, self._dock, self._keeper, self._request
            )
            self._trials.stored.connect(self.run)
            self._connect(self._dock)
            self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
            self._project_read()
            self._ready = GetReady(rules_folder())  # kept: else it ends without a word
            self._ready.begin()
        return self._dock

    def _connect(self, dock: QuickscanDock) -> None:
        dock.location.run_requested.connect(self.run)
        dock.location.cancel_requested.connect(self.cancel)
        dock.location.report_requested.connect(self.save_report)
        dock.location.draw_requested.connect(self.draw_site)
        dock.data_chosen.connect(self._keep_data)
        dock.location.data_requested.connect(self.choose_data)
        dock.start.demo_requested.connect(self.open_demo)
        dock.start.data_requested.connect(self.choose_data)
        dock.site_chosen.connect(self.view.ring)
        dock.site.move_requested.connect(self.move_site)
        dock.programme_changed.connect(self.change_programme)
        dock.finding_chosen.connect(self._show_finding)
        dock.step_changed.connect(self._keeper.keep_step)
        dock.step_opened.connect(self._keeper.edit_step)
        dock.overrule_requested.connect(self._keeper.overrule)

    def show_quickscan(self) -> None:
        """Bring the dock into sight."""
        self.dock().setUserVisible(True)

    def show_overview(self) -> None:
        """Bring the dock with all sites into sight."""
        self._sides.overview().setUserVisible(True)

    def hide_overview(self) -> None:
        """Put the dock with all sites away."""
        self._sides.overview().setUserVisible(False)

    def show_area_of(self, name: str) -> None:
        """Show the supply area of a site in the dock with the areas."""
        if self._result is not None:
            at = list(self._result.sites.table["naam"]).index(name)
            middle = self._result.sites.geometry[at].centroid
            self._sides.net().show_place(middle.x, middle.y)

    def show_net(self) -> None:
        """Bring the dock with the supply areas into sight."""
        self._sides.net().setUserVisible(True)

    def _show_site(self, name: str) -> None:
        self.dock().show_site(name)
        self.dock().setUserVisible(True)

    def _keep_options(self, result: Result) -> None:
        """The outcome on show with its options: a report has them too."""
        self._result = result

    def _publishing(self, result: Optional[Result], site: str = "") -> Iterator[None]:
        """An outcome, or none, for everything that shows it, in small steps."""
        from rev_plugin.ui.expressions import use_result

        self._result = result
        use_result(result)
        self.view.use_result(result)
        if self._dock is not None:
            yield from self._dock.showing(result, site)
        yield from self._sides.showing(result)

    def _publish_none(self) -> None:
        """What was shown holds no longer."""
        for _ in self._publishing(None):
            pass

    # --- what the user asks for ---

    def choose_data(self) -> None:
        """Choose a data GeoPackage, layers of the project, or both."""
        from rev_plugin.core.rules import load_rules
        from rev_plugin.ui.data_dialog import DataDialog
        from rev_plugin.ui.settings import rules_folder

        with self.messages.reported():
            now, rules = self.dock().location.data_path(), load_rules(rules_folder())
            project, window = QgsProject.instance(), self._iface.mainWindow()
            dialog = DataDialog(project, rules, now, self._last_folder(), window)
            if dialog.exec():
                self.use_data(dialog.data(), dialog.layers())

    def use_data(self, data: Optional[Path], layers: Mapping[str, QgsVectorLayer]) -> None:
        """Work with a data GeoPackage (made when it is not there) and layers of the project."""
        from rev_plugin.study.site_edits import start_study
        from rev_plugin.ui.own_layers import remember

        self.show_quickscan()
        with self.messages.reported(CRITICAL):
            if data is not None and not data.exists():
                start_study(data)
            remember(QgsProject.instance(), layers)
            self.dock().set_data(data, layers)
            self._keep_data(str(data or ""))

    def run_on(self, layer: QgsMapLayer) -> None:
        """Run the quickscan on a layer with sites (the layer's context menu)."""
        self.show_quickscan()
        self.dock().location.set_sites_layer(layer)
        self.run()

    def show_feature(self, layer: QgsVectorLayer, site: str) -> None:
        """Show one site of a layer, after a quickscan when it has not been judged yet."""
        self.show_quickscan()
        if self._result is not None and site in set(self._result.output["locatie"]):
            self.dock().show_site(site)
            return
        self.dock().location.set_sites_layer(layer)
        self.run(site)

    def run(self, site: str = "") -> None:
        """Run the quickscan in the background on what the dock shows; then show `site`."""
        if self._task is not None:
            return
        from rev_plugin.ui.own_layers import remember_sites
        from rev_plugin.ui.tasks import QuickscanTask

        remember_sites(QgsProject.instance(), self.dock().location.sites_layer())
        with self.messages.reported():
            self._start(QuickscanTask(self._request()), partial(self._show, site=site))

    def cancel(self) -> None:
        """Stop the running task; nothing is shown of it."""
        if self._task is not None:
            self._task.cancel()

    def _stop(self) -> None:
        """End whatever goes on."""
        self.cancel()
        if self._trials is not None:
            self._trials.end()

    def open_demo(self, folder: Optional[Path] = None) -> None:
        """Make the demo study in a folder (asked for when not given) and open it."""
        if self._task is not None:
            return
        if folder is None:
            chosen = QFileDialog.getExistingDirectory(
                self._iface.mainWindow(),
                tr("Map voor het voorbeeldproject"),
                QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation),
            )
            if not chosen:
                return
            folder = Path(chosen) / "rev_voorbeeld"
        from rev_plugin.ui.tasks import DemoTask

        self.dock().setUserVisible(True)
        self._start(DemoTask(folder), self.open_study)

    def save_report(self) -> None:
        """Save the report of the outcome on show, as one HTML file or as an atlas."""
        if self._result is None:
            self.messages.tell(tr("Voer eerst een quickscan uit."))
            return
        from rev_plugin.ui.report_saving import ask_saving, tell_saved

        if self._task is None:
            job = ask_saving(self._iface, self.messages, self._result, self._last_folder())
            if job is not None:
                self._start(job, partial(tell_saved, self.messages))

    def move_site(self, name: str) -> None:
        """Move a site on the map, the outcome following, until it is stored or dropped."""
        if self._task is None:
            self.dock()
            self.view.clear()
            self._trials.move(name)

    def draw_site(self) -> None:
        """Draw a new site on the map."""
        if self._task is None:
            self._trials.draw()

    def change_programme(self, name: str, values: dict[str, object]) -> None:
        """Try other values for a site, the outcome following."""
        if self._task is None:
            self._trials.change(name, values)

    # --- tasks ---

    def _request(self) -> Request:
        from rev_plugin.ui.asked import asked_request

        return asked_request(self.dock().location, QgsProject.instance())

    def _start(self, task: Job, then: Callable[[object], None]) -> None:
        self._task = task
        task.progressChanged.connect(self.dock().location.set_progress)
        task.succeeded.connect(self._done(then))
        task.failed.connect(self._failed)
        self.dock().location.set_busy(True)
        task.begin()

    def _done(self, then: Callable[[object], None]) -> Callable[[object], None]:
        def finish(outcome: object) -> None:
            self._end_task()
            then(outcome)

        return finish

    def _failed(self, text: str, details: str) -> None:
        self._end_task()
        if text:
            self.messages.tell(text, CRITICAL, details)

    def _end_task(self) -> None:
        self._task = None
        if self._dock is not None:
            self._dock.location.set_busy(False)

    # --- showing ---

    def _show(self, outcome: Outcome, site: str = "") -> None:
        """A finished quickscan: on the map, in the dock, and its warnings in the log."""
        self._task = Turns(self._showing(outcome, site))
        self._task.failed.connect(self._failed)
        self._task.begin()

    def _showing(self, outcome: Outcome, site: str) -> Generator[None, None, None]:
        from rev_plugin.ui.project import frozen
        from rev_plugin.ui.results import showing_on_map, tell

        canvas, project = self._iface.mapCanvas(), QgsProject.instance()
        try:
            with frozen(canvas):  # drawing takes all cores, and would begin anew with each layer
                canvas.stopRendering()
                yield from showing_on_map(project, outcome.layers)
                yield from self._publishing(outcome.result, site)
            tell(self.messages, outcome)
        finally:
            self._task = None

    def open_study(self, data: Path) -> None:
        """A new project with the layers of a study, and its quickscan right after."""
        from rev_plugin.ui.opening import Opening

        project = QgsProject.instance()
        if project.mapLayers() or project.fileName() or project.isDirty():
            self._iface.newProject(False)
        else:  # it is new
            self._project_cleared()
        self.dock().set_data(data)
        self._start(Opening(self._iface.mapCanvas(), project, data), self._opened)

    def _opened(self, added: Added) -> None:
        self.view.zoom_to_sites(added)
        self.run()

    def _show_finding(self, site: str, row: dict) -> None:
        from rev_plugin.ui.asked import asked_theme

        with self.messages.reported():
            theme = asked_theme(self.dock().location, QgsProject.instance(), row["theme_id"])
            said = self.view.show_finding(theme, site, row)
            if said:
                self.messages.tell(said)

    # --- the project ---

    def _keep_data(self, path: str) -> None:
        """Remember the data of this project, and fill a project that is still empty."""
        from rev_plugin.ui.opening import Opening
        from rev_plugin.ui.project import remember_data

        project, data = QgsProject.instance(), Path(path)
        self._publish_none()  # it belongs to the data before
        if not path or not data.is_file():
            return
        QgsSettings().setValue(LAST_FOLDER, str(data.parent))
        if project.mapLayers() or self._task is not None:
            remember_data(project, data)
        else:
            self._start(Opening(self._iface.mapCanvas(), project, data), self.view.zoom_to_sites)

    def _project_read(self) -> None:
        if self._dock is not None:
            from rev_plugin.ui.own_layers import own_layers
            from rev_plugin.ui.project import data_of

            project = QgsProject.instance()
            self._project_cleared()
            self._dock.set_data(data_of(project), own_layers(project))

    def _project_cleared(self) -> None:
        """Another project: what was shown belongs to the old one."""
        self._stop()
        self.view.clear()
        self._publish_none()
        if self._dock is not None:
            self._dock.set_data(None)

    def _last_folder(self) -> str:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return QgsSettings().value(LAST_FOLDER, QStandardPaths.writableLocation(documents))
