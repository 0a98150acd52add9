"""rev:importplan – plan objects from IMRO and STOP/IMOW files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsProcessingParameterFile,
)

from rev_plugin.processing import parameters as shared
from rev_plugin.processing.base import RevAlgorithm

if TYPE_CHECKING:
    from rev_plugin.formats.plan_rows import PlanRows
    from rev_plugin.processing.outputs import Output
    from rev_plugin.processing.run import Run


class ImportPlan(RevAlgorithm):
    """Reads plans in any of their forms into the rows of `planobjecten`."""

    NAME = "importplan"
    INPUT, LINES, POINTS = "INPUT", "LINES", "POINTS"

    def displayName(self) -> str:
        return self.tr("Plan inlezen (IMRO, STOP/IMOW)")

    def group(self) -> str:
        return self.tr("Inlezen")

    def groupId(self) -> str:
        return "inlezen"

    def tags(self) -> list[str]:
        return self.tr("bestemmingsplan,omgevingsplan,gml,imro,stop,imow,tam").split(",")

    def shortHelpString(self) -> str:
        return self.tr(
            "Leest bestemmingsplannen (IMRO 2006, 2008, 2012), TAM-plannen en leveringen van een "
            "omgevingsplan (STOP/IMOW): een GML- of XML-bestand, een zip, een map of het manifest "
            "van een levering.\n\n"
            "Elk object uit het bestand is een rij; een object zonder bruikbare vorm staat er met "
            "een lege vorm en wordt in het verslag genoemd. Met DATA komen de objecten ook in de "
            "data-GeoPackage; een plan dat daar al in stond, wordt vervangen."
        )

    def initAlgorithm(self, configuration: object = None) -> None:
        self.add(
            QgsProcessingParameterFile(
                self.INPUT,
                self.tr("Planbestand of map"),
                # With a filter of its own, the parameter accepts a folder too.
                fileFilter=self.tr("Plannen (*.gml *.xml *.json *.zip *.gz);;Alle bestanden (*)"),
            ),
            self.tr("GML, XML, zip, een map met bestanden of het manifest van een levering."),
        )
        shared.add_data(self)
        kinds = Qgis.ProcessingSourceType
        for name, label, kind, optional in (
            (self.OUTPUT, self.tr("Planobjecten"), kinds.VectorPolygon, False),
            (self.LINES, self.tr("Planlijnen"), kinds.VectorLine, True),
            (self.POINTS, self.tr("Planpunten"), kinds.VectorPoint, True),
        ):
            text = self.tr("Objecten van het plan, met hun naam, artikel en link.")
            self.add_sink(name, label, text, kind, optional=optional)

    def compute(self, run: Run) -> dict[str, object]:
        from rev_plugin.formats.plans import read_plans
        from rev_plugin.study.plans import plan_layers, source_layer

        plans = read_plans(run.path(self.INPUT), run.part(0, 0.8)).on_map()
        for line in plans.log:
            run.feedback.warn(line)
        for kind, (elements, rows) in sorted(plans.counts.items()):
            run.feedback.info(
                self.tr("{kind}: {elements} objecten, {rows} rijen").format(
                    kind=kind, elements=elements, rows=rows
                )
            )
        for name, part in ((self.LINES, plans.lines), (self.POINTS, plans.points)):
            if len(part) and not run.given(name):
                run.feedback.warn(
                    self.tr(
                        "{count} planobjecten horen in de uitvoer {name}, en die is niet gevraagd."
                    ).format(count=len(part), name=name)
                )
        data = run.path(shared.DATA)
        into = {data: [*plan_layers(plans), source_layer(data, plans)]} if data else {}
        return run.write(self._outputs(plans), into=into)

    def _outputs(self, plans: PlanRows) -> list[Output]:
        from rev_plugin.core.columns import PLAN_OBJECT
        from rev_plugin.processing.outputs import Output
        from rev_plugin.processing.postprocess import PLAN

        parts = (
            (self.OUTPUT, self.tr("Planobjecten"), plans.polygons, "vlak", "planobjecten", 2),
            (self.LINES, self.tr("Planlijnen"), plans.lines, "lijn", "planlijnen", 1),
            (self.POINTS, self.tr("Planpunten"), plans.points, "punt", "planpunten", 0),
        )
        return [
            Output(name, title, part.table, PLAN_OBJECT, part.geometry, shape, style, PLAN, place)
            for name, title, part, shape, style, place in parts
        ]
