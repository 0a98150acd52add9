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
    import pandas as pd

    from rev_plugin.core.model import Features
    from rev_plugin.formats.capacity_map import CapacityData
    from rev_plugin.processing.run import Run


class ImportCapacity(RevAlgorithm):
    """Reads the operators' figures and joins them to the areas by their code."""

    NAME = "importcapacity"
    INPUT, AREAS, AREA_FIELD = "INPUT", "AREAS", "AREA_FIELD"
    POSTCODES, POSTCODE_FIELD, COLOURS = "POSTCODES", "POSTCODE_FIELD", "COLOURS"

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
            self.tr(
                "JSON van de capaciteitskaart, een CSV of een stationstabel; of een map met de "
                "JSON van de netbeheerder en die van TenneT."
            ),
        )
        self._add_areas()
        self._add_postcodes()
        self.add_sink(
            self.OUTPUT,
            self.tr("Voedingsgebieden"),
            self.tr("Een rij per gebied, richting en jaar van de cijfers."),
        )
        self.add_sink(
            self.COLOURS,
            self.tr("Postcodegebieden"),
            self.tr("De eigen kleur per postcode, als de cijfers die geven."),
            optional=True,
        )

    def _add_areas(self) -> None:
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

    def _add_postcodes(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                self.POSTCODES,
                self.tr("Postcodes (PC6)"),
                [Qgis.ProcessingSourceType.VectorPolygon],
                optional=True,
            ),
            self.tr("Vlakken van postcodes; zonder AREAS vormen ze samen de voedingsgebieden."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterField(
                self.POSTCODE_FIELD,
                self.tr("Kolom met de postcode"),
                "postcode",
                parentLayerParameterName=self.POSTCODES,
                optional=True,
            ),
            self.tr("De kolom met de postcode, zoals 2231 AB."),
            advanced=True,
        )

    def compute(self, run: Run) -> dict[str, object]:
        from rev_plugin.core.columns import AREA, POSTCODE_AREA
        from rev_plugin.formats.capacity_map import read_capacity
        from rev_plugin.processing.outputs import Output
        from rev_plugin.processing.postprocess import NET

        data = read_capacity(run.path(self.INPUT))
        for line in data.log:
            run.feedback.warn(line)
        postcodes = self._postcodes(data, run)
        areas = self._areas(data, postcodes, run)
        return run.write(
            [
                Output(
                    self.OUTPUT,
                    self.tr("Voedingsgebieden"),
                    areas.table,
                    AREA,
                    areas.geometry,
                    style="voedingsgebieden",
                    group=NET,
                ),
                Output(
                    self.COLOURS,
                    self.tr("Postcodegebieden"),
                    postcodes.table,
                    POSTCODE_AREA,
                    postcodes.geometry,
                    style="postcodegebieden",
                    group=NET,
                    place=1,
                ),
            ]
        )

    def _postcodes(self, data: CapacityData, run: Run) -> Features:
        """The colours per postcode, with their shape where it is given."""
        from rev_plugin.formats.capacity_map import join_postcodes

        if not run.given(self.POSTCODES):
            return without_shape(data.postcodes)
        field = self._field(run, self.POSTCODE_FIELD, self.tr("Kies de kolom met de postcode"))
        return join_postcodes(data, run.features(self.POSTCODES), field, run.feedback)

    def _areas(self, data: CapacityData, postcodes: Features, run: Run) -> Features:
        """The figures with the shapes of AREAS, else of their postcodes, else without."""
        from rev_plugin.formats.capacity_map import areas_from_postcodes, join_areas

        if run.given(self.AREAS):
            text = self.tr("Kies de kolom met de code van het gebied")
            field = self._field(run, self.AREA_FIELD, text)
            return join_areas(data, run.features(self.AREAS), field, run.feedback)
        if run.given(self.POSTCODES):
            return join_areas(data, areas_from_postcodes(postcodes), "gebied_id", run.feedback)
        return without_shape(data.areas)

    def _field(self, run: Run, name: str, text: str) -> str:
        field = run.text(name)
        if not field:
            raise QgsProcessingException(f"{text} ({name}).")
        return field


def without_shape(table: pd.DataFrame) -> Features:
    """Rows that are not on the map."""
    import numpy as np

    from rev_plugin.core.model import Features

    return Features(np.full(len(table), None, dtype=object), table)
