"""Which pages an atlas has, and what comes on each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Optional

from rev_plugin.core.model import RevError
from rev_plugin.i18n import tr
from rev_plugin.report.atlas import sections
from rev_plugin.report.atlas.flow import Cell, Piece, Section, flow
from rev_plugin.report.atlas.origin import origin_sections
from rev_plugin.report.atlas.sheet import STORY, Sheet

if TYPE_CHECKING:
    from rev_plugin.study.provenance import Provenance

COVER, KEY, SITE, NEXT = "atlas_voorblad", "atlas_legenda", "atlas_locatie", "atlas_vervolg"
TEMPLATES = (COVER, KEY, SITE, NEXT)
MORE = " (…)"


@dataclass(frozen=True)
class Page:
    """What comes on one page."""

    template: str
    texts: dict[str, str]
    pieces: list[Piece] = field(default_factory=list)
    site: Optional[int] = None  # its place in the result, on its first page


class Planner:
    """Lays out what report.context shows over the pages of the templates."""

    def __init__(
        self, context: Mapping[str, Any], provenance: Provenance, samples: Mapping[str, Sheet]
    ) -> None:
        """`samples` has an empty page of each template, to measure on.

        Raises:
            RevError: the page that others run on to has no place for tables.
        """
        if not samples[NEXT].room:
            raise RevError(
                tr("In {name}.qpt ontbreekt de tabel met id {item}.").format(name=NEXT, item=STORY)
            )
        self._context, self._provenance, self._samples = context, provenance, samples
        with_tables = [sample for sample in samples.values() if sample.room]
        self._measures = min(with_tables, key=lambda sample: sample.width).measures()

    def pages(self, with_key: bool) -> Iterator[tuple[float, list[Page]]]:
        """The pages in order, subject after subject, with the share that is laid out."""
        sites = self._context["sites"]
        yield 0.0, self._cover()
        if with_key:
            texts = {"titel": tr("Verklaring van de kaart"), **self._foot()}
            yield 0.0, [Page(KEY, texts)]
        for number in range(len(sites)):
            yield (number + 1) / len(sites), self._site(number)
        origin = origin_sections(self._context["provenance"])
        texts = {"titel": tr("Waar dit vandaan komt"), **self._foot()}
        yield 1.0, self._run_on(NEXT, texts, origin)

    def _cover(self) -> list[Page]:
        date = self._provenance.settings.reference_date.isoformat()
        texts, _ = self._fitting(COVER, sections.cover_texts(self._context, date))
        texts.update(self._foot())
        return self._run_on(COVER, texts, sections.cover_sections(self._context))

    def _site(self, number: int) -> list[Page]:
        site = self._context["sites"][number]
        texts, left = self._fitting(SITE, sections.site_texts(site))
        texts.update(self._foot(site["net"]["disclaimer"]))
        parts = sections.site_sections(site, self._context["provenance"]["layers"])
        return self._run_on(SITE, texts, left + parts, number)

    def _run_on(
        self, template: str, texts: dict[str, str], parts: list[Section], site: Optional[int] = None
    ) -> list[Page]:
        """The first page of a subject, and the pages that its tables run on to."""
        first, other = self._samples[template].room, self._samples[NEXT].room
        found = flow(parts, first, other, self._measures)
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

    def _foot(self, net: str = "") -> dict[str, str]:
        """The fixed sentences; `net` is that of one site, without it that of all."""
        sentences = [net or self._context["net_disclaimer"]]
        sentences += [self._context["plan_disclaimer"], self._context["name_disclaimer"]]
        version = tr("REV {version} · regels {rules}\nstand van {date}").format(
            version=self._provenance.versions["REV"],
            rules=self._provenance.rules_version,
            date=self._provenance.settings.reference_date.isoformat(),
        )
        return {"voet_zinnen": "\n".join(sentences), "voet_versie": version}


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
