"""rev:report – the report of a quickscan that was kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingUtils,
)

from rev_plugin.processing import parameters as shared
from rev_plugin.processing.base import RevAlgorithm

if TYPE_CHECKING:
    from rev_plugin.processing.run import Run
    from rev_plugin.study.quickscan import Result

SUFFIXES = {".html": "html", ".htm": "html", ".pdf": "pdf"}


class Report(RevAlgorithm):
    """One self-contained HTML file, or an atlas as PDF, from the data and the result."""

    NAME = "report"
    RESULT, FORMAT, REPORT = "RESULT", "FORMAT", "REPORT"
    FORMATS = ("html", "pdf")

    def displayName(self) -> str:
        return self.tr("Rapport van een quickscan")

    def tags(self) -> list[str]:
        return self.tr("rapport,html,pdf,atlas,afdrukken,verslag").split(",")

    def shortHelpString(self) -> str:
        return self.tr(
            "Maakt het rapport van een quickscan die in een GeoPackage staat (lagen quickscan, "
            "bevindingen en acties), met de kaart en de herkomst uit de gegevens.\n\n"
            "HTML: één bestand dat zonder internet opent. PDF: een atlas op A4 met een "
            "voorblad, de bladzijden van elke locatie en de verantwoording.\n\n"
            "De bladzijden van de atlas zijn lay-outs van QGIS. Staat in de map met eigen "
            "regels een atlas_voorblad.qpt, atlas_locatie.qpt of atlas_vervolg.qpt, dan gaat "
            "die voor; die van REV staan in de map resources/layouts van de plugin."
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
            self.tr("html om te lezen en te delen, of pdf: een atlas om af te drukken."),
        )
        shared.add_rules(self)
        self.add(
            QgsProcessingParameterFileDestination(
                self.REPORT, self.tr("Rapport"), self.tr("HTML (*.html);;PDF (*.pdf)")
            ),
            self.tr("Het bestand dat gemaakt wordt; de naam eindigt op .html of .pdf."),
        )

    def flags(self) -> Qgis.ProcessingAlgorithmFlags:
        """The layouts of QGIS live on the main thread."""
        return super().flags() | Qgis.ProcessingAlgorithmFlag.NoThreading

    def checkParameterValues(
        self, parameters: shared.Parameters, context: QgsProcessingContext
    ) -> tuple[bool, str]:
        is_sound, reason = super().checkParameterValues(parameters, context)
        if is_sound and not _temporary(parameters.get(self.REPORT)):
            chosen = self.parameterAsEnumString(parameters, self.FORMAT, context)
            path = Path(self.parameterAsFileOutput(parameters, self.REPORT, context))
            if SUFFIXES.get(path.suffix.casefold(), chosen) != chosen:
                return False, self.tr(
                    "De naam {name} past niet bij de vorm {format} (FORMAT). Kies de andere "
                    "vorm, of een naam die eindigt op .{format}."
                ).format(name=path.name, format=chosen)
        return is_sound, reason

    def processAlgorithm(
        self,
        parameters: shared.Parameters,
        context: QgsProcessingContext,
        feedback: Optional[QgsProcessingFeedback],
    ) -> dict[str, object]:
        if _temporary(parameters.get(self.REPORT)):  # QGIS would call it .html
            suffix = self.parameterAsEnumString(parameters, self.FORMAT, context)
            path = QgsProcessingUtils.generateTempFilename(f"rapport.{suffix}", context)
            parameters = {**parameters, self.REPORT: path}
        return super().processAlgorithm(parameters, context, feedback)

    def compute(self, run: Run) -> dict[str, object]:
        from rev_plugin.processing.picture import result_picture
        from rev_plugin.report.html import render_html
        from rev_plugin.study.dwellings import with_dwellings
        from rev_plugin.study.options import with_options
        from rev_plugin.study.stored import read_result

        run.need_data()
        path = run.path(self.RESULT)
        result = read_result(path, run.study, run.settings, run.rules, run.part(0, 0.1))
        result = with_options(result, run.rules, run.part(0.1, 0.5))
        study = run.study
        towns, buildings = study.municipalities(run.feedback), study.themes.get("bebouwing")
        result = with_dwellings(result, towns, buildings, run.rules, run.feedback)
        if run.choice(self.FORMAT) == "pdf":
            return run.write([], {self.REPORT: self._atlas(run, result)})
        return run.write([], {self.REPORT: render_html(result, map_png=result_picture(result))})

    def _atlas(self, run: Run, result: Result) -> bytes:
        from rev_plugin.report.atlas.pdf import Atlas
        from rev_plugin.report.study_layers import shown_layers

        layers = shown_layers(run.study.path, run.path(self.RESULT))
        atlas = Atlas(result, layers, templates=run.rules_folder)
        part = run.part(0.55, 1)
        for share in atlas.draw():
            run.feedback.check()
            part.progress(share)
        return atlas.content()


def _temporary(destination: object) -> bool:
    return str(destination) == QgsProcessing.TEMPORARY_OUTPUT
