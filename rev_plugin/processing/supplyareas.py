"""rev:supplyareas – estimated supply areas where none were published."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
)

from rev_plugin.processing import parameters as shared
from rev_plugin.processing.base import Parameters, RevAlgorithm


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

    def compute(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, object]:
        import shapely

        from rev_plugin.core.columns import AREA
        from rev_plugin.core.grid.supplyareas import estimate_supply_areas
        from rev_plugin.processing.outputs import Output, Writer
        from rev_plugin.processing.postprocess import NET
        from rev_plugin.study.progress import Part, QgisFeedback

        told = QgisFeedback(feedback)
        writer = Writer(self, parameters, context, told)
        writer.check(self.OUTPUT)
        stations, boundary, weights, network = (
            self._features(name, parameters, context, told)
            for name in (self.STATIONS, self.BOUNDARY, self.WEIGHTS, self.NETWORK)
        )
        made = estimate_supply_areas(
            stations,
            shapely.union_all(boundary.geometry),
            weights if weights is not None else stations.where(shapely.is_empty(stations.geometry)),
            Part(told, 0.2, 0.9),
            network,
        )
        for row in made.totals.to_dict("records"):
            told.info(", ".join(f"{name}: {value}" for name, value in row.items()))
        output = Output(
            self.OUTPUT,
            self.tr("Voedingsgebieden (geschat)"),
            made.areas.table,
            AREA,
            made.areas.geometry,
            style="voedingsgebieden",
            group=NET,
        )
        return writer.write([output])

    def _features(self, name: str, parameters: Parameters, context: QgsProcessingContext, told):  # noqa: ANN001, ANN202
        from rev_plugin.study.layers import report_geometry

        if parameters.get(name) is None:
            return None
        raw = shared.raw_from(self, parameters, name, context, told)
        report_geometry(raw, told)
        return shared.with_shape(raw)
