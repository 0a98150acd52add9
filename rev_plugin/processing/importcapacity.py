"""rev:importcapacity – supply areas with the figures of the capaciteitskaart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
)

from rev_plugin.processing.base import RevAlgorithm

if TYPE_CHECKING:
    from rev_plugin.core.model import Features
    from rev_plugin.formats.capacity_map import CapacityData
    from rev_plugin.processing.run import Run


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

    def compute(self, run: Run) -> dict[str, object]:
        from rev_plugin.core.columns import AREA
        from rev_plugin.formats.capacity_map import read_capacity
        from rev_plugin.processing.outputs import Output
        from rev_plugin.processing.postprocess import NET

        data = read_capacity(run.path(self.INPUT))
        for line in data.log:
            run.feedback.warn(line)
        areas = self._joined(data, run)
        output = Output(
            self.OUTPUT,
            self.tr("Voedingsgebieden"),
            areas.table,
            AREA,
            areas.geometry,
            style="voedingsgebieden",
            group=NET,
        )
        return run.write([output])

    def _joined(self, data: CapacityData, run: Run) -> Features:
        """The figures with the shapes of AREAS; without that layer they have none."""
        import numpy as np

        from rev_plugin.core.model import Features
        from rev_plugin.formats.capacity_map import join_areas

        if not run.given(self.AREAS):
            return Features(np.full(len(data.areas), None, dtype=object), data.areas)
        field = run.text(self.AREA_FIELD)
        if not field:
            raise QgsProcessingException(
                self.tr("Kies de kolom met de code van het gebied (AREA_FIELD).")
            )
        return join_areas(data, run.features(self.AREAS), field, run.feedback)
