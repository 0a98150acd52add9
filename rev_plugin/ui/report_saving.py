"""Saving the report of the outcome on show, with the map as it is in the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QFileDialog

from rev_plugin.i18n import tr
from rev_plugin.ui.messages import CRITICAL, SUCCESS, Messages

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result


def save_report(iface: QgisInterface, messages: Messages, result: Result, folder: str) -> None:
    """Ask where, and save the report as one HTML file."""
    path, _ = QFileDialog.getSaveFileName(
        iface.mainWindow(),
        tr("Rapport bewaren"),
        str(Path(folder) / "rapport.html"),
        tr("HTML-bestand (*.html)"),
    )
    if path:
        write_report(iface, messages, result, Path(path))


def write_report(iface: QgisInterface, messages: Messages, result: Result, path: Path) -> None:
    """Write the report, and tell where it is."""
    from rev_plugin.core.model import RevError
    from rev_plugin.report.html import render_html
    from rev_plugin.ui.project import view_of
    from rev_plugin.ui.results import map_png, result_layer

    canvas = iface.mapCanvas()
    layer = result_layer(QgsProject.instance())
    extent = view_of([layer]) if layer is not None else canvas.extent()
    try:
        html = render_html(result, map_png=map_png(canvas, extent))
        path.write_text(html, encoding="utf-8")
    except (RevError, OSError) as error:
        messages.tell(str(error), CRITICAL)
        return
    link = f'<a href="{path.as_uri()}">{path.name}</a>'
    messages.tell(tr("Rapport bewaard: {link}").format(link=link), SUCCESS)
