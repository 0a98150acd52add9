"""rev:report – the report of a quickscan that was kept."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)

from rev_plugin.processing import parameters as shared
from rev_plugin.processing.base import Parameters, RevAlgorithm


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

    def compute(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, object]:
        from rev_plugin.processing.outputs import Writer
        from rev_plugin.processing.picture import result_picture
        from rev_plugin.report.html import render_html
        from rev_plugin.study.progress import QgisFeedback
        from rev_plugin.study.stored import read_result

        told = QgisFeedback(feedback)
        writer = Writer(self, parameters, context, told)
        writer.check(self.REPORT)
        study = shared.study_from(self, parameters, context)
        if study is None:
            raise QgsProcessingException(shared.no_data())
        path = Path(self.parameterAsFile(parameters, self.RESULT, context))
        rules = shared.load(self, parameters, context)
        settings = shared.settings_from(self, parameters, context)
        result = read_result(path, study, settings, rules, told)
        told.check()
        return writer.write([], {self.REPORT: render_html(result, map_png=result_picture(result))})
