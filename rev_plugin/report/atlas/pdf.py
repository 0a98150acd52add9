"""The atlas of a quickscan as PDF: a first page, pages per site, and where it comes from.

Draws with layouts of QGIS, which belong to the main thread; needs no window and no project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

import numpy as np
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsMapLayer,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from qgis.PyQt.QtGui import QPageSize, QPainter, QPdfWriter
from shapely.geometry.base import BaseGeometry

from rev_plugin.core.model import CRS
from rev_plugin.i18n import tr
from rev_plugin.report import charts, words
from rev_plugin.report.atlas import sections
from rev_plugin.report.atlas.plan import COVER, KEY, TEMPLATES, Page, Planner
from rev_plugin.report.atlas.ruler import Ruler
from rev_plugin.report.atlas.sheet import DPI, Sheet, load_template
from rev_plugin.report.context import build_context, site_view

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result

AROUND, LEAST = 0.6, 150.0  # of the site's size, and metres, round it on its map
ROUND_ALL = 0.04  # of the extent of all sites, round them
PLANNING = 0.3  # of the whole
CHART = 400, 120  # units of the picture of headroom: the shape of its place on the page
OUTLINE = {
    "style": "no", "outline_color": "#10222f", "outline_width": "0.9", "outline_style": "solid",
}  # fmt: skip
_MADE_AT = re.compile(rb"(/CreationDate \(D:)(\d{14})")


class Atlas:
    """The pages of a result, drawn one after another.

    ::

        atlas = Atlas(result, layers)
        for share in atlas.draw():  # 0–1; stop between two pages when the user cancels
            ...
        path.write_bytes(atlas.content())
    """

    def __init__(
        self,
        result: Result,
        layers: Sequence[QgsMapLayer],
        *,
        title: str = "REV – Quickscan",
        templates: Optional[Path] = None,
    ) -> None:
        """`layers` for the maps, the topmost first: the atlas takes them over.

        `templates` is a folder whose layouts go before those of REV.

        Raises:
            RevError: a template is no layout of QGIS.
        """
        self._result, self._title = result, title
        self._sites: list[dict[str, Any]] = []
        self.pages: list[Page] = []
        self._project = QgsProject()
        self._project.setCrs(QgsCoordinateReferenceSystem(CRS))
        self._ruler = Ruler(self._project)
        self._templates = {name: load_template(name, templates) for name in TEMPLATES}
        self._outline = _outline_layer()
        self._layers = [self._outline, *layers]
        self._project.addMapLayers(self._layers)  # in this order in the legend
        self._data = QByteArray()

    def draw(self) -> Iterator[float]:
        """Lay out the pages and draw them one by one; gives the share that is done."""
        for share in self.plan():
            yield PLANNING * share
        for share in self._print():
            yield PLANNING + (1 - PLANNING) * share

    def plan(self) -> Iterator[float]:
        """Lay out the pages, site by site; gives the share that is done."""
        rows = self._result.output.to_dict("records")
        self._sites, self.pages = [], []
        for row in rows:
            self._sites.append(site_view(self._result, row))
            yield 0.5 * len(self._sites) / len(rows)
        context = build_context(self._result, self._title, sites=self._sites)
        samples = {name: self._sheet(name) for name in TEMPLATES}
        planner = Planner(context, self._result.provenance, samples)
        for share, pages in planner.pages(with_key=len(self._layers) > 1):
            self.pages += pages
            yield 0.5 + 0.5 * share

    def _print(self) -> Iterator[float]:
        buffer = QBuffer(self._data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle(self._title)
        writer.setCreator("REV – Ruimtelijke Energie Verkenner")
        writer.setResolution(DPI)
        painter = QPainter()
        try:
            for number in range(len(self.pages)):
                sheet = self.sheet(number)
                writer.setPageSize(QPageSize(sheet.page_size, QPageSize.Unit.Millimeter))
                writer.setPageMargins(QMarginsF(0, 0, 0, 0))
                if number:
                    writer.newPage()
                else:
                    painter.begin(writer)
                sheet.render(painter)
                yield (number + 1) / len(self.pages)
        finally:  # also when the pages are left half drawn
            painter.end()
            buffer.close()

    def content(self) -> bytes:
        """The PDF, once all pages are drawn; it carries the date of the run, not of today."""
        day = self._result.provenance.settings.reference_date
        made_at = rb"\g<1>" + day.strftime("%Y%m%d000000").encode("ascii")
        return _MADE_AT.sub(made_at, bytes(self._data), count=1)

    def sheet(self, number: int) -> Sheet:
        """A page that was planned, filled in; numbers start at 0."""
        page = self.pages[number]
        sheet = self._sheet(page.template)
        pages = tr("Bladzijde {number} van {count}")
        sheet.fill(page.texts)
        sheet.fill({"voet_bladzijde": pages.format(number=number + 1, count=len(self.pages))})
        sheet.add(page.pieces)
        if page.template == COVER:
            self._fill_cover(sheet)
        elif page.template == KEY:
            sheet.key("legenda")
        elif page.site is not None:
            self._fill_site(sheet, page.site)
        return sheet

    def _sheet(self, template: str) -> Sheet:
        return Sheet(self._project, self._templates[template], self._ruler)

    # --- pictures and maps ---

    def _fill_cover(self, sheet: Sheet) -> None:
        shapes = self._result.sites.geometry
        self._mark(None)
        if len(shapes):
            caption = tr("Schaal 1 : {scale}. De cijfers bij de locaties zijn hun scenario.")
            self._map(sheet, shapes, ROUND_ALL, caption)
        else:
            for name in ("kaart", "kaart_schaalbalk", "noordpijl", "schaal"):
                sheet.hide(name)

    def _fill_site(self, sheet: Sheet, number: int) -> None:
        site = self._sites[number]
        self._mark(self._result.sites.geometry[number])
        shapes = self._result.sites.geometry[number : number + 1]
        caption = tr("Schaal 1 : {scale}. De dikke zwarte lijn is deze locatie.")
        self._map(sheet, shapes, AROUND, caption)
        sheet.picture("matrix", charts.matrix_svg(site["places"]))
        known = bool(site["net"]["picture"].room.years)
        room = charts.headroom_svg(site["net"]["picture"], *CHART) if known else ""
        sheet.picture("net_beeld", room)
        sheet.colour("cijfer", sections.pale(site["scenario_badge"].colour))

    def _map(self, sheet: Sheet, shapes: np.ndarray, around: float, caption: str) -> None:
        west, south, east, north = shapely.total_bounds(shapes)
        extent = QgsRectangle(west, south, east, north)
        extent.grow(max(LEAST, around * max(extent.width(), extent.height())))
        scale = sheet.map("kaart", self._layers, extent)
        if scale:
            sheet.fill({"schaal": caption.format(scale=words.number(scale, 0))})

    def _mark(self, shape: Optional[BaseGeometry]) -> None:
        """Outline one site on the maps, or none."""
        provider = self._outline.dataProvider()
        provider.truncate()
        if shape is not None:
            feature = QgsFeature()
            geometry = QgsGeometry()
            geometry.fromWkb(shapely.to_wkb(shape))
            feature.setGeometry(geometry)
            provider.addFeatures([feature])
        self._outline.updateExtents()


def _outline_layer() -> QgsVectorLayer:
    layer = QgsVectorLayer(f"MultiPolygon?crs={CRS}", tr("Deze locatie"), "memory")
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(OUTLINE)))
    return layer
