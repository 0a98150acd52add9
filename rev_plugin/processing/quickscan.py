"""rev:quickscan – the four scenarios, from sites and one data GeoPackage."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFileDestination,
)

from rev_plugin.processing import parameters as shared
from rev_plugin.processing.base import Parameters, RevAlgorithm


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

    def compute(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, object]:
        from rev_plugin.processing.outputs import Writer
        from rev_plugin.study.inputs import gather
        from rev_plugin.study.progress import Part, QgisFeedback
        from rev_plugin.study.quickscan import quickscan

        told = QgisFeedback(feedback)
        writer = Writer(self, parameters, context, told)
        writer.check(self.OUTPUT, self.FINDINGS, self.ACTIONS, self.REPORT)
        settings = shared.settings_from(self, parameters, context)
        study = shared.study_from(self, parameters, context)
        layers = shared.layers_from(self, parameters, context)
        if study is None and not layers:
            raise QgsProcessingException(shared.no_data())
        rules = shared.load(self, parameters, context)
        raw = shared.raw_from(self, parameters, shared.SITES, context, told)
        inputs = gather(raw, study, layers, rules, settings, context.transformContext(), told)
        folder = shared.rules_folder(self, parameters, context)
        result = quickscan(inputs, settings, rules, Part(told, 0.1, 0.9), folder)
        return writer.write(self._outputs(result), self._report(parameters, context, result))

    def _outputs(self, result) -> list:  # noqa: ANN001  study.quickscan.Result, imported late
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

    def _report(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        result,  # noqa: ANN001
    ) -> dict[str, str]:
        if not self.parameterAsFileOutput(parameters, self.REPORT, context):
            return {}
        from rev_plugin.processing.picture import result_picture
        from rev_plugin.report.html import render_html

        return {self.REPORT: render_html(result, map_png=result_picture(result))}
