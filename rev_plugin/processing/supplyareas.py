"""rev:supplyareas – estimated supply areas where none were published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsProcessingParameterFeatureSource,
)

from rev_plugin.processing.base import RevAlgorithm

if TYPE_CHECKING:
    from rev_plugin.processing.run import Run


class SupplyAreas(RevAlgorithm):
    """Shares a region out among stations, by their power."""

    NAME = "supplyareas"
    STATIONS, BOUNDARY, WEIGHTS, NETWORK = "STATIONS", "BOUNDARY", "WEIGHTS", "NETWORK"

    def displayName(self) -> str:
        return self.tr("Voedingsgebieden schatten")

    def tags(self) -> list[str]:
        return self.tr("voedingsgebied,station,verdeling,voronoi,schatting").split(",")

    def shortHelpString(self) -> str:
        return self.tr(
            "Verdeelt een gebied over de stations waar de netbeheerder geen voedingsgebieden "
            "geeft: het dichtstbijzijnde station, waarbij een zwaarder station verder reikt. Met "
            "NETWORK gaat de afstand langs wegen of kabels. Woningen en vraag blijven in totaal "
            "gelijk.\n\n"
            "De uitkomst is een schatting (geschat) en geeft nooit een beter oordeel dan krap."
        )

    def initAlgorithm(self, configuration: object = None) -> None:
        kinds = Qgis.ProcessingSourceType
        for name, label, kind, optional, text in (
            (self.STATIONS, self.tr("Stations"), kinds.VectorAnyGeometry, False,
             self.tr("Punten of vlakken, met naam en vermogen (mva of capaciteit_mw).")),
            (self.BOUNDARY, self.tr("Grens"), kinds.VectorPolygon, False,
             self.tr("Het gebied dat wordt verdeeld, bijvoorbeeld een gemeente.")),
            (self.WEIGHTS, self.tr("Bebouwing of vraag"), kinds.VectorAnyGeometry, True,
             self.tr("Telt mee met woningen en vraag_mw; zonder die kolommen als een woning.")),
            (self.NETWORK, self.tr("Wegen of kabels"), kinds.VectorLine, True,
             self.tr("De afstand gaat langs deze lijnen; leeg is hemelsbreed.")),
        ):  # fmt: skip
            self.add(
                QgsProcessingParameterFeatureSource(name, label, [kind], optional=optional), text
            )
        self.add_sink(
            self.OUTPUT,
            self.tr("Voedingsgebieden (geschat)"),
            self.tr("Een rij per station en richting, te gebruiken als AREAS."),
        )

    def compute(self, run: Run) -> dict[str, object]:
        import shapely

        from rev_plugin.core.columns import AREA
        from rev_plugin.core.grid.supplyareas import estimate_supply_areas
        from rev_plugin.processing.outputs import Output
        from rev_plugin.processing.postprocess import NET

        stations = run.features(self.STATIONS)
        none = stations.where(shapely.is_empty(stations.geometry))
        made = estimate_supply_areas(
            stations,
            shapely.union_all(run.features(self.BOUNDARY).geometry),
            run.features(self.WEIGHTS) if run.given(self.WEIGHTS) else none,
            run.part(0.2, 0.9),
            run.features(self.NETWORK) if run.given(self.NETWORK) else None,
        )
        for row in made.totals.to_dict("records"):
            run.feedback.info(", ".join(f"{name}: {value}" for name, value in row.items()))
        output = Output(
            self.OUTPUT,
            self.tr("Voedingsgebieden (geschat)"),
            made.areas.table,
            AREA,
            made.areas.geometry,
            style="voedingsgebieden",
            group=NET,
        )
        return run.write([output])
