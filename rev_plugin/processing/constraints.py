"""rev:constraints – every rule measured at every site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rev_plugin.processing import parameters as shared
from rev_plugin.processing.base import RevAlgorithm

if TYPE_CHECKING:
    from rev_plugin.processing.run import Run


class Constraints(RevAlgorithm):
    """Measures the constraints and gives the heaviest per site."""

    NAME = "constraints"
    FINDINGS = "FINDINGS"

    def displayName(self) -> str:
        return self.tr("Belemmeringen toetsen")

    def tags(self) -> list[str]:
        return self.tr("belemmering,afstand,natura2000,geluid,leiding,toets").split(",")

    def shortHelpString(self) -> str:
        return self.tr(
            "Meet per locatie elke regel die voor de activiteit geldt: de afstand tot het "
            "dichtstbijzijnde object, wat vereist is en de marge. Een marge kleiner dan de "
            "nauwkeurigheid van de laag is binnen_foutmarge. Een regel zonder gegevens is "
            "niet_getoetst, nooit geen_belemmering."
        )

    def initAlgorithm(self, configuration: object = None) -> None:
        shared.add_sites(self)
        shared.add_data(self)
        shared.add_rules(self)
        shared.add_layers(self)
        shared.add_settings(self, net=False)
        self.add_sink(
            self.OUTPUT,
            self.tr("Uitvoerbaarheid"),
            self.tr("De locaties met hun zwaarste belemmering en de aantallen."),
        )
        self.add_sink(
            self.FINDINGS,
            self.tr("Bevindingen"),
            self.tr("Een rij per locatie en regel: gemeten, vereist, marge en bron."),
            shared.TABLE,
            optional=True,
        )

    def compute(self, run: Run) -> dict[str, object]:
        from rev_plugin.core import columns
        from rev_plugin.core.decision.scenario import weigh
        from rev_plugin.processing.outputs import Output
        from rev_plugin.processing.postprocess import CONSTRAINTS
        from rev_plugin.study.own_rules import find_by_reach, reaches, warn_of_lost_rules
        from rev_plugin.study.quickscan import per_site

        themes = run.themes()
        sites = run.sites()
        towns = run.municipalities()
        groups = reaches(run.rules_folder, run.rules, sites, towns)
        warn_of_lost_rules(run.rules_folder, towns, run.feedback)
        findings = find_by_reach(groups, sites, themes, run.settings, run.part(0.1, 0.9))
        weighed = per_site(sites, [weigh(findings, sites)], run.rules, columns.SITE_CONSTRAINTS)
        return run.write(
            [
                Output(
                    self.OUTPUT,
                    self.tr("Uitvoerbaarheid"),
                    weighed,
                    columns.SITE_CONSTRAINTS,
                    sites.geometry,
                    style="uitvoerbaarheid",
                    group=CONSTRAINTS,
                ),
                Output(
                    self.FINDINGS,
                    self.tr("Bevindingen"),
                    findings,
                    columns.FINDING,
                    shape="tabel",
                    style="bevindingen",
                    group=CONSTRAINTS,
                    place=1,
                ),
            ]
        )
