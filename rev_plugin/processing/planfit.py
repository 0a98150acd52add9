"""rev:planfit – does the activity fit the plan?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsProcessingParameterFeatureSource,
)

from rev_plugin.processing import parameters as shared
from rev_plugin.processing.base import RevAlgorithm

if TYPE_CHECKING:
    from rev_plugin.processing.run import Run


class PlanFit(RevAlgorithm):
    """Judges every site on the plan objects below it."""

    NAME = "planfit"
    PLAN, FINDINGS = "PLAN", "FINDINGS"

    def displayName(self) -> str:
        return self.tr("Past het in het omgevingsplan?")

    def tags(self) -> list[str]:
        return self.tr("omgevingsplan,bestemmingsplan,bestemming,bopa,toets").split(",")

    def shortHelpString(self) -> str:
        return self.tr(
            "Legt de locaties op de planobjecten (zie Plan inlezen) en stelt per locatie een "
            "oordeel voor: past, past_met_voorwaarden, past_niet of onbekend, met reden, artikel "
            "en procedure. Zonder plan is het onbekend.\n\n"
            "Voorstel op basis van de kaart; de regeltekst is niet beoordeeld, tenzij vermeld."
        )

    def initAlgorithm(self, configuration: object = None) -> None:
        shared.add_sites(self)
        self.add(
            QgsProcessingParameterFeatureSource(
                self.PLAN, self.tr("Planobjecten"), [Qgis.ProcessingSourceType.VectorPolygon]
            ),
            self.tr("De vlakken van Plan inlezen, of de laag planobjecten van de gegevens."),
        )
        shared.add_rules(self)
        shared.add_settings(self, net=False)
        self.add_sink(
            self.OUTPUT, self.tr("Planoordeel"), self.tr("De locaties met oordeel en reden.")
        )
        self.add_sink(
            self.FINDINGS,
            self.tr("Planbevindingen"),
            self.tr("Een rij per locatie en planobject, met het aandeel van het vlak."),
            shared.TABLE,
            optional=True,
        )

    def compute(self, run: Run) -> dict[str, object]:
        from rev_plugin.core import columns
        from rev_plugin.core.space.planfit import judge_plans
        from rev_plugin.processing.outputs import Output
        from rev_plugin.processing.postprocess import PLAN
        from rev_plugin.study.quickscan import per_site

        plans = run.theme(self.PLAN, "planobjecten")
        sites = run.sites()
        judged = judge_plans(sites, plans, run.rules, run.settings, run.part(0.1, 0.9))
        output = per_site(sites, [judged.output], run.rules, columns.SITE_PLAN)
        return run.write(
            [
                Output(
                    self.OUTPUT,
                    self.tr("Planoordeel"),
                    output,
                    columns.SITE_PLAN,
                    sites.geometry,
                    style="planfit",
                    group=PLAN,
                ),
                Output(
                    self.FINDINGS,
                    self.tr("Planbevindingen"),
                    judged.findings,
                    columns.PLAN_FINDING,
                    shape="tabel",
                    style="planbevindingen",
                    group=PLAN,
                    place=1,
                ),
            ]
        )
