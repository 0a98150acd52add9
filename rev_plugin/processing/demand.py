"""rev:demand – the extra power a programme asks of the net."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rev_plugin.processing import parameters as shared
from rev_plugin.processing.base import RevAlgorithm

if TYPE_CHECKING:
    from rev_plugin.processing.run import Run


class Demand(RevAlgorithm):
    """Coincident and contracted power per site."""

    NAME = "demand"

    def displayName(self) -> str:
        return self.tr("Vraag naar netcapaciteit")

    def tags(self) -> list[str]:
        return self.tr("vermogen,MW,gelijktijdigheid,warmtepomp,laadpaal,zon,wind").split(",")

    def shortHelpString(self) -> str:
        return self.tr(
            "Schat per locatie het extra gelijktijdige vermogen in MW, voor afname en invoeding: "
            "laag, midden en hoog. Kleine aantallen pieken per stuk hoger dan grote. Het "
            "gecontracteerde vermogen staat er los naast."
        )

    def initAlgorithm(self, configuration: object = None) -> None:
        shared.add_sites(self)
        shared.add_year(self)
        shared.add_rules(self)
        self.add_sink(
            self.OUTPUT, self.tr("Vraag"), self.tr("De locaties met hun vraag in MW en MWh.")
        )

    def compute(self, run: Run) -> dict[str, object]:
        from rev_plugin.core.columns import DEMAND
        from rev_plugin.core.grid.demand import estimate_demand
        from rev_plugin.processing.outputs import Output
        from rev_plugin.processing.postprocess import NET

        sites = run.sites()
        demand = estimate_demand(sites, run.rules, run.settings)
        output = Output(
            self.OUTPUT,
            self.tr("Vraag"),
            demand,
            DEMAND,
            sites.geometry,
            style="vraag",
            group=NET,
        )
        return run.write([output])
