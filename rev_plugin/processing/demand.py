"""rev:demand – the extra power a programme asks of the net."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterFile

from rev_plugin.processing import parameters as shared
from rev_plugin.processing.base import RevAlgorithm

if TYPE_CHECKING:
    from rev_plugin.processing.run import Run


class Demand(RevAlgorithm):
    """Coincident and contracted power per site."""

    NAME = "demand"
    PROFILES = "PROFILES"

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
        self.add(
            QgsProcessingParameterFile(
                self.PROFILES,
                self.tr("Belastingcurven (CSV)"),
                fileFilter=self.tr("Curven (*.csv *.txt);;Alle bestanden (*)"),
                optional=True,
            ),
            self.tr(
                "Uur- of kwartierwaarden van een jaar: per categorie van de kengetallen een kolom "
                "met kW per eenheid, of een vorm als vorm:categorie. Ze vervangen het "
                "gelijktijdige deel; wat niet tegelijk piekt, telt niet op."
            ),
            advanced=True,
        )
        shared.add_rules(self)
        self.add_sink(
            self.OUTPUT, self.tr("Vraag"), self.tr("De locaties met hun vraag in MW en MWh.")
        )

    def compute(self, run: Run) -> dict[str, object]:
        from rev_plugin.core.columns import DEMAND
        from rev_plugin.core.grid.demand import estimate_demand
        from rev_plugin.formats.load_curves import read_curves
        from rev_plugin.processing.outputs import Output
        from rev_plugin.processing.postprocess import NET

        sites = run.sites()
        path = run.path(self.PROFILES)
        curves = read_curves(path, run.rules) if path is not None else None
        demand = estimate_demand(sites, run.rules, run.settings, curves)
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
