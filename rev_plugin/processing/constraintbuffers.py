"""rev:constraintbuffers – zones per rule, for the eye."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterNumber,
)

from rev_plugin.processing import parameters as shared
from rev_plugin.processing.base import Parameters, RevAlgorithm


class ConstraintBuffers(RevAlgorithm):
    """Draws where the rules of one activity reach, dissolved per rule."""

    NAME = "constraintbuffers"
    ACTIVITY, EXTENT, MVA, TIP_HEIGHT = "ACTIVITY", "EXTENT", "MVA", "TIP_HEIGHT"

    def displayName(self) -> str:
        return self.tr("Zones rond belemmeringen")

    def tags(self) -> list[str]:
        return self.tr("buffer,zone,afstand,belemmering,contour").split(",")

    def shortHelpString(self) -> str:
        return self.tr(
            "Tekent per regel tot waar hij reikt voor één activiteit. De zones zijn om naar te "
            "kijken, niet om aan te toetsen: de toets meet de afstand zelf (zie Belemmeringen)."
        )

    def initAlgorithm(self, configuration: object = None) -> None:
        shared.add_data(self)
        self.add(
            QgsProcessingParameterEnum(
                self.ACTIVITY,
                self.tr("Activiteit"),
                options=shared.activity_ids(),
                defaultValue="station_hs_ms",
                usesStaticStrings=True,
            ),
            self.tr("De activiteit waarvoor de zones gelden."),
        )
        self.add(
            QgsProcessingParameterExtent(self.EXTENT, self.tr("Gebied"), optional=True),
            self.tr("Alleen zones in dit gebied; leeg is alles."),
        )
        for name, label in (
            (self.MVA, self.tr("Transformatorvermogen (MVA)")),
            (self.TIP_HEIGHT, self.tr("Tiphoogte (m)")),
        ):
            self.add(
                QgsProcessingParameterNumber(
                    name,
                    label,
                    Qgis.ProcessingNumberParameterType.Double,
                    optional=True,
                    minValue=0,
                ),
                self.tr("Voor regels waarvan de afstand hiervan afhangt."),
                advanced=True,
            )
        shared.add_rules(self)
        shared.add_layers(self)
        self.add_sink(
            self.OUTPUT, self.tr("Zones"), self.tr("Een vlak per regel, met thema en bron.")
        )

    def compute(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, object]:
        from rev_plugin.core.columns import ZONE
        from rev_plugin.core.space.zones import constraint_zones
        from rev_plugin.processing.outputs import Output, Writer
        from rev_plugin.processing.postprocess import CONSTRAINTS
        from rev_plugin.study.progress import QgisFeedback

        told = QgisFeedback(feedback)
        writer = Writer(self, parameters, context, told)
        writer.check(self.OUTPUT)
        rules = shared.load(self, parameters, context)
        zones = constraint_zones(
            self.parameterAsEnumString(parameters, self.ACTIVITY, context),
            self._site_values(parameters, context),
            shared.themes_from(self, parameters, context, rules, told),
            rules,
            self._extent(parameters, context),
            told,
        )
        output = Output(
            self.OUTPUT,
            self.tr("Zones"),
            zones.table,
            ZONE,
            zones.geometry,
            style="zones",
            group=CONSTRAINTS,
        )
        return writer.write([output])

    def _site_values(
        self, parameters: Parameters, context: QgsProcessingContext
    ) -> dict[str, float]:
        named = ((self.MVA, "mva"), (self.TIP_HEIGHT, "tiphoogte_m"))
        return {
            column: self.parameterAsDouble(parameters, name, context)
            for name, column in named
            if parameters.get(name) is not None
        }

    def _extent(self, parameters: Parameters, context: QgsProcessingContext):  # noqa: ANN202
        from rev_plugin.core.model import CRS

        box = self.parameterAsExtent(
            parameters, self.EXTENT, context, QgsCoordinateReferenceSystem(CRS)
        )
        if box.isNull():
            return None
        return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()
