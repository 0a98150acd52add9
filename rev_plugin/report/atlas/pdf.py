"""The atlas of a quickscan as PDF: a first page, pages per site, and where it comes from.

Draws with layouts of QGIS, which belong to the main thread; needs no window and no project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
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
from rev_plugin.report.atlas.flow import Cell, Piece, Section, flow
from rev_plugin.report.atlas.ruler import Ruler
from rev_plugin.report.atlas.sheet import DPI, Sheet, load_template
from rev_plugin.report.context import build_context

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result

COVER, KEY, SITE, NEXT = "atlas_voorblad", "atlas_legenda", "atlas_locatie", "atlas_vervolg"
TEMPLATES = (COVER, KEY, SITE, NEXT)
AROUND, LEAST = 0.6, 150.0  # of the site's size, and metres, round it on its map
ROUND_ALL = 0.04  # of the extent of all sites, round them
CHART = 400, 120  # units of the picture of headroom: the shape of its place on the page
OUTLINE = {
    "style": "no", "outline_color": "#10222f", "outline_width": "0.9", "outline_style": "solid",
}  # fmt: skip
MORE = " (…)"
_MADE_AT = re.compile(rb"(/CreationDate \(D:)(\d{14})")


@dataclass(frozen=True)
class Page:
    """What comes on one page."""

    template: str
    texts: dict[str, str]
    pieces: list[Piece] = field(default_factory=list)
    site: Optional[int] = None  # its place in the result, on its first page


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
        self._context = build_context(result, title)
        self._project = QgsProject()
        self._project.setCrs(QgsCoordinateReferenceSystem(CRS))
        self._ruler = Ruler(self._project)
        self._templates = {name: load_template(name, templates) for name in TEMPLATES}
        self._outline = _outline_layer()
        self._layers = [self._outline, *layers]
        self._project.addMapLayers(self._layers)  # in this order in the legend
        self._data = QByteArray()
        self._samples = {
            name: Sheet(self._project, t, self._ruler) for name, t in self._templates.items()
        }
        self.pages = self._plan()

    def draw(self) -> Iterator[float]:
        """Draw page after page; gives the share that is done."""
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
        """A page, filled in; numbers start at 0."""
        page = self.pages[number]
        sheet = self._sheet(page.template)
        pages = tr("Bladzijde {number} van {count}")
        sheet.fill(page.texts)
        sheet.fill({"voet_bladzijde": pages.format(number=number + 1, count=len(self.pages))})
        sheet.add(page.pieces)
        if page.template == COVER:
            self._fill_cover(sheet)
        elif page.site is not None:
            self._fill_site(sheet, page.site)
        return sheet

    def _sheet(self, template: str) -> Sheet:
        return Sheet(self._project, self._templates[template], self._ruler)

    # --- what comes where ---

    def _plan(self) -> list[Page]:
        context = self._context
        date = self._result.provenance.settings.reference_date.isoformat()
        texts, _ = self._fitting(COVER, sections.cover_texts(context, date))
        texts.update(self._foot(context["sites"]))
        pages = self._pages(COVER, texts, sections.cover_sections(context))
        if len(self._layers) > 1:
            title = {"titel": tr("Verklaring van de kaart")}
            pages.append(Page(KEY, {**title, **self._foot(context["sites"])}))
        for number, site in enumerate(context["sites"]):
            texts, left = self._fitting(SITE, sections.site_texts(site))
            texts.update(self._foot([site]))
            parts = sections.site_sections(site, context["provenance"]["layers"])
            pages += self._pages(SITE, texts, left + parts, number)
        origin = sections.provenance_sections(context["provenance"])
        texts = {"titel": tr("Waar dit vandaan komt"), **self._foot(context["sites"])}
        return pages + self._pages(NEXT, texts, origin)

    def _pages(
        self, template: str, texts: dict[str, str], parts: list[Section], site: Optional[int] = None
    ) -> list[Page]:
        """The first page of a subject, and the pages that its tables run on to."""
        with_tables = [sample for sample in self._samples.values() if sample.room]
        measures = min(with_tables, key=lambda sample: sample.width).measures()
        first, other = self._samples[template].room, self._samples[NEXT].room
        found = flow(parts, first, other, measures)
        title = texts["titel"]
        if template != NEXT:
            title = tr("{title} (vervolg)").format(title=title)
        return [
            Page(template, texts, found[0], site),
            *(Page(NEXT, {**texts, "titel": title}, pieces) for pieces in found[1:]),
        ]

    def _fitting(
        self, template: str, texts: dict[str, str]
    ) -> tuple[dict[str, str], list[Section]]:
        """The texts cut to their labels, and a table with those that were cut, in full."""
        sample = self._samples[template]
        shown = {name: _shortened(sample, name, text) for name, text in texts.items()}
        cut = tuple((Cell(text),) for name, text in texts.items() if shown[name] != text)
        return shown, [Section(tr("Voluit"), (1.0,), cut)] if cut else []

    def _foot(self, sites: list[dict[str, Any]]) -> dict[str, str]:
        origin = self._result.provenance
        sentences = [sites[0]["net"]["disclaimer"]] if sites else []
        sentences += [self._context["plan_disclaimer"], self._context["name_disclaimer"]]
        version = tr("REV {version} · regels {rules}\npeildatum {date}").format(
            version=origin.versions["REV"],
            rules=origin.rules_version,
            date=origin.settings.reference_date.isoformat(),
        )
        return {"voet_zinnen": "\n".join(sentences), "voet_versie": version}

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
        site = self._context["sites"][number]
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


def _shortened(sheet: Sheet, name: str, text: str) -> str:
    """As many words of a text as fit in a label."""
    if sheet.fits(name, text):
        return text
    words = text.split(" ")
    least, most = 0, len(words) - 1
    while least < most:
        middle = (least + most + 1) // 2
        if sheet.fits(name, " ".join(words[:middle]) + MORE):
            least = middle
        else:
            most = middle - 1
    return " ".join(words[:least]) + MORE
