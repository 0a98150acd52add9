"""Saving the report of the outcome on show, with the map as it is in the window."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFileDialog, QProgressDialog

from rev_plugin.i18n import tr
from rev_plugin.ui.messages import CRITICAL, SUCCESS, Messages

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result

PDF = ".pdf"


def save_report(iface: QgisInterface, messages: Messages, result: Result, folder: str) -> None:
    """Ask where, and save the report: one HTML file, or an atlas as PDF."""
    chosen, kind = QFileDialog.getSaveFileName(
        iface.mainWindow(),
        tr("Rapport bewaren"),
        str(Path(folder) / "rapport.html"),
        tr("HTML-bestand (*.html)") + ";;" + tr("Atlas als PDF (*.pdf)"),
    )
    if chosen:
        path = Path(chosen)
        if not path.suffix:
            path = path.with_suffix(PDF if PDF in kind else ".html")
        write_report(iface, messages, result, path)


def write_report(iface: QgisInterface, messages: Messages, result: Result, path: Path) -> None:
    """Write the report, as PDF when the name says so, and tell where it is."""
    from rev_plugin.core.model import RevError
    from rev_plugin.study.write import beside

    make = _atlas if path.suffix.casefold() == PDF else _html
    try:
        content = make(iface, result)
        if content is None:
            return
        with beside(path) as partial:
            partial.write_bytes(content)
    except (RevError, OSError) as error:
        messages.tell(str(error), CRITICAL)
        return
    link = f'<a href="{path.as_uri()}">{escape(path.name)}</a>'
    messages.show(tr("Rapport bewaard: {link}").format(link=link), SUCCESS)


def _html(iface: QgisInterface, result: Result) -> bytes:
    from rev_plugin.report.html import render_html
    from rev_plugin.ui.project import view_of
    from rev_plugin.ui.results import map_png, result_layer

    canvas = iface.mapCanvas()
    layer = result_layer(QgsProject.instance())
    extent = view_of([layer]) if layer is not None else canvas.extent()
    return render_html(result, map_png=map_png(canvas, extent)).encode("utf-8")


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
