"""rev:reservations – what holds the room that is claimed, and whom it binds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsProcessingParameterFeatureSource,
)

from rev_plugin.processing import parameters as shared
from rev_plugin.processing.base import RevAlgorithm

if TYPE_CHECKING:
    from pandas import DataFrame

    from rev_plugin.processing.run import Run


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

    def compute(self, run: Run) -> dict[str, object]:
        from rev_plugin.core.columns import RESERVATION
        from rev_plugin.core.space.binding import claim_areas, judge_reservations
        from rev_plugin.processing.outputs import Output
        from rev_plugin.processing.postprocess import PLAN

        claims = run.features(self.CLAIMS)
        plans = run.theme(self.PLAN, "planobjecten") if run.given(self.PLAN) else None
        developments = run.sites() if run.given(shared.SITES) else None
        judged = judge_reservations(
            claims, plans, run.rules, run.settings, run.part(0.2, 0.9), developments
        )
        self._tell_lists(run, judged)
        output = Output(
            self.OUTPUT,
            self.tr("Ruimtereserveringen"),
            judged,
            RESERVATION,
            claim_areas(claims, run.rules).geometry,
            style="ruimteclaims",
            group=PLAN,
        )
        return run.write([output])

    def _tell_lists(self, run: Run, judged: DataFrame) -> None:
        """Say which claims nothing reserves, and which have a development over them."""
        from rev_plugin.core.space.binding import built_over, without_reservation

        loose, crossed = without_reservation(judged), built_over(judged)
        if len(loose):
            names = ", ".join(map(str, loose["naam"]))
            run.feedback.info(self.tr("Zonder reservering: {names}.").format(names=names))
        for claim, over in zip(crossed["naam"], crossed["ontwikkelingen"]):
            run.feedback.warn(
                self.tr("Over ruimteclaim {claim} ligt: {names}.").format(claim=claim, names=over)
            )
