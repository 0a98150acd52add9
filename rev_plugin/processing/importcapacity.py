"""rev:importcapacity – supply areas with the figures of the capaciteitskaart."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
)

from rev_plugin.processing import parameters as shared
from rev_plugin.processing.base import Parameters, RevAlgorithm


class ImportCapacity(RevAlgorithm):
    """Reads the operators' figures and joins them to the areas by their code."""

    NAME = "importcapacity"
    INPUT, AREAS, AREA_FIELD = "INPUT", "AREAS", "AREA_FIELD"

    def displayName(self) -> str:
        return self.tr("Netcapaciteit inlezen (capaciteitskaart)")

    def group(self) -> str:
        return self.tr("Inlezen")

    def groupId(self) -> str:
        return "inlezen"

    def tags(self) -> list[str]:
        return self.tr("capaciteitskaart,netcongestie,voedingsgebied,station,json,csv").split(",")

    def shortHelpString(self) -> str:
        return self.tr(
            "Leest de cijfers van de netbeheerders: capaciteitskaart v1.3 (JSON), de JSON van de "
            "webdienst, een CSV of een eigen stationstabel. De cijfers komen op code bij de "
            "vlakken van AREAS.\n\n"
            "'Aanwezig' is het totaal en niet wat er over is; de wachtrij is contractwaarde. Een "
            "leeg cijfer is onbekend en wordt nooit capaciteit."
        )

    def initAlgorithm(self, configuration: object = None) -> None:
        self.add(
            QgsProcessingParameterFile(
                self.INPUT,
                self.tr("Cijfers van de netbeheerder"),
                fileFilter=self.tr("Cijfers (*.json *.csv *.txt);;Alle bestanden (*)"),
            ),
            self.tr("JSON van de capaciteitskaart, een CSV of een stationstabel."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.AREAS,
                self.tr("Voedingsgebieden"),
                [Qgis.ProcessingSourceType.VectorPolygon],
                optional=True,
            ),
            self.tr("De vlakken van de gebieden. Zonder deze laag blijft de vorm leeg."),
        )
        self.add(
            QgsProcessingParameterField(
                self.AREA_FIELD,
                self.tr("Kolom met de code van het gebied"),
                parentLayerParameterName=self.AREAS,
                optional=True,
            ),
            self.tr("De code waarmee de cijfers en de vlakken bij elkaar horen."),
        )
        self.add_sink(
            self.OUTPUT,
            self.tr("Voedingsgebieden"),
            self.tr("Een rij per gebied, richting en jaar van de cijfers."),
        )

    def compute(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, object]:
        from rev_plugin.core.columns import AREA
        from rev_plugin.formats.capacity_map import read_capacity
        from rev_plugin.processing.outputs import Output, Writer
        from rev_plugin.processing.postprocess import NET
        from rev_plugin.study.progress import QgisFeedback

        told = QgisFeedback(feedback)
        writer = Writer(self, parameters, context, told)
        writer.check(self.OUTPUT)
        data = read_capacity(Path(self.parameterAsString(parameters, self.INPUT, context)))
        for line in data.log:
            told.warn(line)
        areas = self._joined(data, parameters, context, told)
        output = Output(
            self.OUTPUT,
            self.tr("Voedingsgebieden"),
            areas.table,
            AREA,
            areas.geometry,
            style="voedingsgebieden",
            group=NET,
        )
        return writer.write([output])

    def _joined(self, data, parameters: Parameters, context: QgsProcessingContext, told):  # noqa: ANN001, ANN202
        import numpy as np

        from rev_plugin.core.model import Features
        from rev_plugin.formats.capacity_map import join_areas
        from rev_plugin.study.layers import report_geometry

        if parameters.get(self.AREAS) is None:
            return Features(np.full(len(data.areas), None, dtype=object), data.areas)
        field = self.parameterAsString(parameters, self.AREA_FIELD, context)
        if not field:
            raise QgsProcessingException(
                self.tr("Kies de kolom met de code van het gebied (AREA_FIELD).")
            )
        raw = shared.raw_from(self, parameters, self.AREAS, context, told)
        report_geometry(raw, told)
        return join_areas(data, raw.features, field, told)
