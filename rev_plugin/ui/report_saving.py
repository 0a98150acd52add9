"""Saving the report of the outcome on show, with the map as it is in the window."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import QgsApplication, QgsMapRendererParallelJob, QgsProject
from qgis.gui import QgisInterface, QgsMapCanvas
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QProgressDialog

from rev_plugin.i18n import tr
from rev_plugin.ui.messages import CRITICAL, SUCCESS, Messages
from rev_plugin.ui.tasks import ReportTask

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result

PDF = ".pdf"


def ask_saving(
    iface: QgisInterface, messages: Messages, result: Result, folder: str
) -> Optional[HtmlSaving]:
    """Ask where to save the report; one HTML file is work to begin, an atlas is saved at once."""
    path = _ask_path(iface, folder)
    if path is not None and path.suffix.casefold() == PDF:
        _save_atlas(iface, messages, result, path)
        return None
    return HtmlSaving(iface.mapCanvas(), result, path) if path is not None else None


def _ask_path(iface: QgisInterface, folder: str) -> Optional[Path]:
    chosen, kind = QFileDialog.getSaveFileName(
        iface.mainWindow(),
        tr("Rapport bewaren"),
        str(Path(folder) / "rapport.html"),
        tr("HTML-bestand (*.html)") + ";;" + tr("Atlas als PDF (*.pdf)"),
    )
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(PDF if PDF in kind else ".html")


def tell_saved(messages: Messages, path: Path) -> None:
    """Tell where the report is."""
    link = f'<a href="{path.as_uri()}">{escape(path.name)}</a>'
    messages.show(tr("Rapport bewaard: {link}").format(link=link), SUCCESS)


class HtmlSaving(QObject):
    """Draws the map and writes the report in the background.

    Begins, tells and is cancelled like a task; gives the path.
    """

    succeeded = pyqtSignal(object)
    failed = pyqtSignal(str, str)  # what to tell, and the details
    progressChanged = pyqtSignal(float)  # noqa: N815  as a task has it

    def __init__(self, canvas: QgsMapCanvas, result: Result, path: Path) -> None:
        super().__init__()
        self._result, self._path = result, path
        self._drawing = _map_job(canvas)  # kept: it still speaks when it has drawn
        self._drawing.finished.connect(self._drawn)
        self._task: Optional[ReportTask] = None

    def begin(self) -> None:
        """Start to draw the map."""
        self._drawing.start()

    def cancel(self) -> None:
        """Stop; a report that was there stays as it was."""
        if self._task is not None:
            self._task.cancel()
        else:
            self._drawing.finished.disconnect(self._drawn)
            self._drawing.cancelWithoutBlocking()
            self.failed.emit("", "")

    def _drawn(self) -> None:
        self._task = ReportTask(self._result, self._drawing.renderedImage(), self._path)
        self._task.progressChanged.connect(self.progressChanged)
        self._task.succeeded.connect(self.succeeded)
        self._task.failed.connect(self.failed)
        QgsApplication.taskManager().addTask(self._task)


def _map_job(canvas: QgsMapCanvas) -> QgsMapRendererParallelJob:
    """The layers that the canvas shows, over all sites."""
    from rev_plugin.report.map_picture import map_settings
    from rev_plugin.ui.project import view_of
    from rev_plugin.ui.results import result_layer

    layer = result_layer(QgsProject.instance())
    extent = view_of([layer]) if layer is not None else canvas.extent()
    return QgsMapRendererParallelJob(map_settings(canvas.layers(True), extent))


def _save_atlas(iface: QgisInterface, messages: Messages, result: Result, path: Path) -> None:
    """Write the report as an atlas, and tell where it is."""
    from rev_plugin.core.model import RevError
    from rev_plugin.study.write import beside

    try:
        content = _atlas(iface, result)
        if content is None:
            return
        with beside(path) as partial:
            partial.write_bytes(content)
    except (RevError, OSError) as error:
        messages.tell(str(error), CRITICAL)
        return
    tell_saved(messages, path)


def _atlas(iface: QgisInterface, result: Result) -> Optional[bytes]:
    """The atlas, drawn page by page while a window shows how far; None when it was stopped."""
    from rev_plugin.report.atlas.pdf import Atlas
    from rev_plugin.ui.settings import rules_folder

    layers = [layer.clone() for layer in iface.mapCanvas().layers(True)]
    atlas = Atlas(result, layers, templates=rules_folder())
    text, stop = tr("De bladzijden van de atlas worden getekend."), tr("&Stop")
    counter = QProgressDialog(text, stop, 0, 100, iface.mainWindow())
    counter.setWindowModality(Qt.WindowModality.WindowModal)  # so it handles events in between
    try:
        for share in atlas.draw():
            counter.setValue(round(100 * share))
            if counter.wasCanceled():
                return None
    finally:
        counter.deleteLater()
    return atlas.content()
