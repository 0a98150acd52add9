"""rev:headroom – the room left in the net per area, direction and year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
)

from rev_plugin.i18n import tr
from rev_plugin.processing import parameters as shared
from rev_plugin.processing.base import RevAlgorithm

if TYPE_CHECKING:
    from rev_plugin.core.model import Features
    from rev_plugin.processing.run import Run

_SPAN = re.compile(r"^(\d{4})(?:\s*[-–]\s*(\d{4}))?$")
FIRST, LAST = 1900, 2200


class Headroom(RevAlgorithm):
    """Projects headroom; the operator's word goes before arithmetic."""

    NAME = "headroom"
    AREAS, YEARS = "AREAS", "YEARS"

    def displayName(self) -> str:
        return self.tr("Netruimte per voedingsgebied")

    def tags(self) -> list[str]:
        return self.tr("netruimte,netcapaciteit,congestie,station,prognose,MW").split(",")

    def shortHelpString(self) -> str:
        return self.tr(
            "Geeft per voedingsgebied, richting (afname, invoeding) en jaar hoeveel MW er vrij "
            "is: laag, midden en hoog. De status en het jaar van de netbeheerder gaan voor de "
            "rekensom; latere jaren zijn een projectie. Wat niet te berekenen is, blijft leeg.\n\n"
            "Indicatie op stationsniveau en geen toezegging: alleen de netbeheerder wijst "
            "transportcapaciteit toe."
        )

    def initAlgorithm(self, configuration: object = None) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                self.AREAS,
                self.tr("Voedingsgebieden"),
                [Qgis.ProcessingSourceType.Vector],
                optional=True,
            ),
            self.tr("De uitkomst van Netcapaciteit inlezen; leeg is de laag in DATA."),
        )
        shared.add_data(self)
        self.add(
            QgsProcessingParameterString(self.YEARS, self.tr("Jaren"), "2025-2050"),
            self.tr("Een reeks (2025-2050), losse jaren (2030,2035) of beide."),
        )
        shared.add_rules(self)
        shared.add_settings(self, space=False)
        self.add_sink(
            self.OUTPUT, self.tr("Netruimte"), self.tr("Een rij per gebied, richting en jaar.")
        )

    def checkParameterValues(
        self, parameters: shared.Parameters, context: QgsProcessingContext
    ) -> tuple[bool, str]:
        try:
            read_years(self.parameterAsString(parameters, self.YEARS, context))
        except ValueError as error:
            return False, self.tr("Jaren: {error}").format(error=error)
        return super().checkParameterValues(parameters, context)

    def compute(self, run: Run) -> dict[str, object]:
        from rev_plugin.core.columns import HEADROOM
        from rev_plugin.core.grid.headroom import project_headroom
        from rev_plugin.processing.outputs import Output
        from rev_plugin.processing.postprocess import NET
        from rev_plugin.study.areas import geometry_of

        years, areas = read_years(run.text(self.YEARS)), self._areas(run)
        table = project_headroom(areas, years, run.rules, run.settings, run.part(0.1, 0.9))
        output = Output(
            self.OUTPUT,
            self.tr("Netruimte"),
            table,
            HEADROOM,
            geometry_of(areas, table["gebied_id"], table["richting"]),
            style="netruimte",
            group=NET,
        )
        return run.write([output])

    def _areas(self, run: Run) -> Features:
        """The areas of AREAS, else those of DATA."""
        from rev_plugin.core.columns import AREA
        from rev_plugin.study.geopackage import conform_features

        if run.given(self.AREAS):
            return conform_features(run.raw(self.AREAS), AREA)
        areas = run.study.areas(run.feedback) if run.study else None
        if areas is None:
            raise QgsProcessingException(
                self.tr("Geef voedingsgebieden: een laag (AREAS) of gegevens met die laag (DATA).")
            )
        return areas


def read_years(text: str) -> list[int]:
    """The years of "2025-2050" or "2030,2035", rising and once each.

    Raises:
        ValueError: what cannot be read, for the user.
    """
    years: set[int] = set()
    for part in filter(None, (part.strip() for part in text.replace(";", ",").split(","))):
        found = _SPAN.match(part)
        if not found:
            raise ValueError(
                tr('"{part}" is geen jaar of reeks jaren, zoals 2030 of 2025-2050').format(
                    part=part
                )
            )
        first, last = int(found[1]), int(found[2] or found[1])
        if not FIRST <= first <= last <= LAST:
            raise ValueError(
                tr('"{part}" ligt niet tussen {first} en {last} of loopt terug').format(
                    part=part, first=FIRST, last=LAST
                )
            )
        years.update(range(first, last + 1))
    if not years:
        raise ValueError(tr("geef minstens één jaar"))
    return sorted(years)
