"""rev:quickscan – the four scenarios, from sites and one data GeoPackage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingContext, QgsProcessingParameterFileDestination

from rev_plugin.processing import parameters as shared
from rev_plugin.processing.base import RevAlgorithm

if TYPE_CHECKING:
    from rev_plugin.processing.outputs import Output
    from rev_plugin.processing.run import Run
    from rev_plugin.study.inputs import Inputs
    from rev_plugin.study.quickscan import Result


class Quickscan(RevAlgorithm):
    """Plan, net and constraints of every site, with the next steps."""

    NAME = "quickscan"
    FINDINGS, ACTIONS, REPORT = "FINDINGS", "ACTIONS", "REPORT"

    def displayName(self) -> str:
        return self.tr("Quickscan: past het, en is er netcapaciteit?")

    def shortDescription(self) -> str:
        return self.tr("Vier scenario's: omgevingsplan en netcapaciteit per locatie.")

    def tags(self) -> list[str]:
        return self.tr(
            "scenario,omgevingsplan,netcapaciteit,netcongestie,belemmeringen,locatie,energie"
        ).split(",")

    def shortHelpString(self) -> str:
        return self.tr(
            "Beantwoordt per locatie twee vragen: past de activiteit in het omgevingsplan, en is "
            "er netcapaciteit? Samen geven ze een van de vier scenario's; 0 als een van de twee "
            "onbekend is. Daarnaast staan de belemmeringen met gemeten en vereiste afstand, en de "
            "stappen per partner.\n\n"
            "Wat ontbreekt, is niet getoetst en nooit 'geen belemmering'.\n\n"
            "Het netoordeel is een indicatie op stationsniveau en geen toezegging: alleen de "
            "netbeheerder wijst transportcapaciteit toe. Het planoordeel is een voorstel op basis "
            "van de kaart; de regeltekst is niet beoordeeld, tenzij vermeld."
        )

    def initAlgorithm(self, configuration: object = None) -> None:
        shared.add_sites(self)
        shared.add_data(self)
        shared.add_year(self)
        shared.add_rules(self)
        shared.add_layers(self)
        shared.add_settings(self)
        self.add_sink(
            self.OUTPUT,
            self.tr("Quickscan"),
            self.tr("De locaties met scenario, planoordeel, netoordeel en reden."),
        )
        self.add_sink(
            self.FINDINGS,
            self.tr("Bevindingen"),
            self.tr("Een rij per locatie en regel: gemeten, vereist, marge en bron."),
            shared.TABLE,
            optional=True,
        )
        self.add_sink(
            self.ACTIONS,
            self.tr("Stappen"),
            self.tr("De vervolgstappen per locatie en partner."),
            shared.TABLE,
            optional=True,
        )
        self.add(
            QgsProcessingParameterFileDestination(
                self.REPORT,
                self.tr("Rapport"),
                self.tr("HTML-bestanden (*.html)"),
                optional=True,
                createByDefault=False,
            ),
            self.tr("Een HTML-bestand dat zonder internet opent en goed afdrukt."),
        )

    def checkParameterValues(
        self, parameters: shared.Parameters, context: QgsProcessingContext
    ) -> tuple[bool, str]:
        report = self.parameterAsFileOutput(parameters, self.REPORT, context)
        if report.casefold().endswith(".pdf"):
            return False, self.tr("Dit rapport is HTML; een PDF maakt rev:report met FORMAT pdf.")
        return super().checkParameterValues(parameters, context)

    def compute(self, run: Run) -> dict[str, object]:
        from rev_plugin.study.inputs import gather
        from rev_plugin.study.quickscan import quickscan

        run.need_data()
        sites, layers = run.raw(shared.SITES), run.layers
        inputs = gather(
            sites, run.study, layers, run.rules, run.settings, run.transforms, run.feedback
        )
        part = run.part(0.1, 0.9)
        result = quickscan(inputs, run.settings, run.rules, part, run.rules_folder)
        return run.write(self._outputs(result), self._report(run, result, inputs))

    def _outputs(self, result: Result) -> list[Output]:
        from rev_plugin.core import columns
        from rev_plugin.processing.outputs import Output

        return [
            Output(
                self.OUTPUT,
                self.tr("Quickscan"),
                result.output,
                columns.QUICKSCAN,
                result.sites.geometry,
                style="quickscan",
            ),
            Output(
                self.FINDINGS,
                self.tr("Bevindingen"),
                result.findings,
                columns.FINDING,
                shape="tabel",
                style="bevindingen",
                place=1,
            ),
            Output(
                self.ACTIONS,
                self.tr("Stappen"),
                result.actions,
                columns.ACTION,
                shape="tabel",
                style="acties",
                place=2,
            ),
        ]

    def _report(self, run: Run, result: Result, inputs: Inputs) -> dict[str, str]:
        if not run.given(self.REPORT):
            return {}
        from rev_plugin.processing.picture import result_picture
        from rev_plugin.report.html import render_html
        from rev_plugin.study.dwellings import with_dwellings
        from rev_plugin.study.options import with_options

        result = with_options(result, run.rules, run.part(0.9, 0.97))
        buildings = inputs.themes.get("bebouwing")
        result = with_dwellings(result, inputs.municipalities, buildings, run.rules, run.feedback)
        return {self.REPORT: render_html(result, map_png=result_picture(result))}
