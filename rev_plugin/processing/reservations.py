"""rev:reservations – what holds the room that is claimed, and whom it binds."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
)

from rev_plugin.processing import parameters as shared
from rev_plugin.processing.base import Parameters, RevAlgorithm


class Reservations(RevAlgorithm):
    """Sets claims for room against the instruments that can hold them."""

    NAME = "reservations"
    CLAIMS, PLAN = "CLAIMS", "PLAN"

    def displayName(self) -> str:
        return self.tr("Ruimtereserveringen en doorwerking")

    def tags(self) -> list[str]:
        return self.tr("ruimteclaim,reservering,omgevingsvisie,programma,pmiek,station").split(",")

    def shortHelpString(self) -> str:
        return self.tr(
            "Legt ruimteclaims (verwachte stations, tracés, hubs) naast het omgevingsplan en het "
            "instrument dat de claim zelf noemt. Per claim: is er ruimte gereserveerd, in welk "
            "instrument, wie is eraan gebonden en wat ontbreekt om de volgende te binden. Met "
            "SITES staat erbij welke ontwikkelingen over een claim heen liggen."
        )

    def initAlgorithm(self, configuration: object = None) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                self.CLAIMS,
                self.tr("Ruimteclaims"),
                [Qgis.ProcessingSourceType.VectorAnyGeometry],
            ),
            self.tr("Vlakken, lijnen of punten met naam, activiteit, instrument en overheid."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.PLAN,
                self.tr("Planobjecten"),
                [Qgis.ProcessingSourceType.VectorPolygon],
                optional=True,
            ),
            self.tr("De vlakken van Plan inlezen; zonder plan is onbekend of het plan reserveert."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                shared.SITES,
                self.tr("Ontwikkelingen"),
                [Qgis.ProcessingSourceType.VectorAnyGeometry],
                optional=True,
            ),
            self.tr("Locaties die over een claim heen kunnen liggen."),
        )
        shared.add_rules(self)
        self.add_sink(
            self.OUTPUT,
            self.tr("Ruimtereserveringen"),
            self.tr("Een rij per claim; een punt is een voetafdruk, een lijn een smalle strook."),
        )

    def compute(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, object]:
        from rev_plugin.core.columns import RESERVATION
        from rev_plugin.core.space.binding import claim_areas, judge_reservations
        from rev_plugin.processing.outputs import Output, Writer
        from rev_plugin.processing.postprocess import PLAN
        from rev_plugin.study.layers import report_geometry
        from rev_plugin.study.progress import Part, QgisFeedback
        from rev_plugin.study.sources import theme_from_layer

        told = QgisFeedback(feedback)
        writer = Writer(self, parameters, context, told)
        writer.check(self.OUTPUT)
        settings = shared.settings_from(self, parameters, context)
        rules = shared.load(self, parameters, context)
        raw = shared.raw_from(self, parameters, self.CLAIMS, context, told)
        report_geometry(raw, told)
        claims = shared.with_shape(raw)
        plans, developments = None, None
        if parameters.get(self.PLAN) is not None:
            source = shared.source_from(self, parameters, self.PLAN, context)
            plans = theme_from_layer("planobjecten", source, rules, context.transformContext())
        if parameters.get(shared.SITES) is not None:
            developments = shared.sites_from(self, parameters, context, rules, settings, told)
        judged = judge_reservations(
            claims, plans, rules, settings, Part(told, 0.2, 0.9), developments
        )
        output = Output(
            self.OUTPUT,
            self.tr("Ruimtereserveringen"),
            judged,
            RESERVATION,
            claim_areas(claims, rules).geometry,
            style="ruimteclaims",
            group=PLAN,
        )
        return writer.write([output])
