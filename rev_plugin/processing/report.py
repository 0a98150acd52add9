"""rev:report – the report of a quickscan that was kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)

from rev_plugin.processing import parameters as shared
from rev_plugin.processing.base import RevAlgorithm

if TYPE_CHECKING:
    from rev_plugin.processing.run import Run


class Report(RevAlgorithm):
    """One self-contained HTML file from the data and the result."""

    NAME = "report"
    RESULT, FORMAT, REPORT = "RESULT", "FORMAT", "REPORT"
    FORMATS = ("html",)

    def displayName(self) -> str:
        return self.tr("Rapport van een quickscan")

    def tags(self) -> list[str]:
        return self.tr("rapport,html,afdrukken,verslag").split(",")

    def shortHelpString(self) -> str:
        return self.tr(
            "Maakt het rapport van een quickscan die in een GeoPackage staat (lagen quickscan, "
            "bevindingen en acties), met de kaart en de herkomst uit de gegevens. Het bestand "
            "opent zonder internet en past op A4."
        )

    def initAlgorithm(self, configuration: object = None) -> None:
        shared.add_data(self, optional=False)
        self.add(
            QgsProcessingParameterFile(
                self.RESULT, self.tr("Uitkomst van de quickscan"), extension="gpkg"
            ),
            self.tr("De GeoPackage met de lagen quickscan, bevindingen en acties."),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.FORMAT,
                self.tr("Vorm"),
                options=list(self.FORMATS),
                defaultValue=self.FORMATS[0],
                usesStaticStrings=True,
            ),
            self.tr("HTML; afdrukken naar PDF kan vanuit de browser."),
        )
        shared.add_rules(self)
        self.add(
            QgsProcessingParameterFileDestination(
                self.REPORT, self.tr("Rapport"), self.tr("HTML-bestanden (*.html)")
            ),
            self.tr("Het bestand dat gemaakt wordt."),
        )

    def compute(self, run: Run) -> dict[str, object]:
        from rev_plugin.processing.picture import result_picture
        from rev_plugin.report.html import render_html
        from rev_plugin.study.options import with_options
        from rev_plugin.study.stored import read_result

        run.need_data()
        path = run.path(self.RESULT)
        result = read_result(path, run.study, run.settings, run.rules, run.feedback)
        result = with_options(result, run.rules, run.part(0.1, 0.9))
        return run.write([], {self.REPORT: render_html(result, map_png=result_picture(result))})
