"""rev:constraintbuffers – zones per rule, for the eye."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterNumber,
)

from rev_plugin.processing import parameters as shared
from rev_plugin.processing.base import RevAlgorithm

if TYPE_CHECKING:
    from rev_plugin.processing.run import Run


class ConstraintBuffers(RevAlgorithm):
    """Draws where the rules of one activity reach, dissolved per rule."""

    NAME = "constraintbuffers"
    ACTIVITY, EXTENT, MVA, TIP_HEIGHT = "ACTIVITY", "EXTENT", "MVA", "TIP_HEIGHT"

    def displayName(self) -> str:
        return self.tr("Zones rond belemmeringen")

    def tags(self) -> list[str]:
        return self.tr("buffer,zone,afstand,belemmering,contour").split(",")

    def shortHelpString(self) -> str:
        return self.tr(
            "Tekent per regel tot waar hij reikt voor één activiteit. De zones zijn om naar te "
            "kijken, niet om aan te toetsen: de toets meet de afstand zelf (zie Belemmeringen)."
        )

    def initAlgorithm(self, configuration: object = None) -> None:
        shared.add_data(self)
        self.add(
            QgsProcessingParameterEnum(
                self.ACTIVITY,
                self.tr("Activiteit"),
                options=shared.activity_ids(),
                defaultValue="station_hs_ms",
                usesStaticStrings=True,
            ),
            self.tr("De activiteit waarvoor de zones gelden."),
        )
        self.add(
            QgsProcessingParameterExtent(self.EXTENT, self.tr("Gebied"), optional=True),
            self.tr("Alleen zones in dit gebied; leeg is alles."),
        )
        for name, label in (
            (self.MVA, self.tr("Transformatorvermogen (MVA)")),
            (self.TIP_HEIGHT, self.tr("Tiphoogte (m)")),
        ):
            self.add(
                QgsProcessingParameterNumber(
                    name,
                    label,
                    Qgis.ProcessingNumberParameterType.Double,
                    optional=True,
                    minValue=0,
                ),
                self.tr("Voor regels waarvan de afstand hiervan afhangt."),
                advanced=True,
            )
        shared.add_rules(self)
        shared.add_layers(self)
        self.add_sink(
            self.OUTPUT, self.tr("Zones"), self.tr("Een vlak per regel, met thema en bron.")
        )

    def compute(self, run: Run) -> dict[str, object]:
        from rev_plugin.core.columns import ZONE
        from rev_plugin.core.space.zones import constraint_zones
        from rev_plugin.processing.outputs import Output
        from rev_plugin.processing.postprocess import CONSTRAINTS

        sizes = ((self.MVA, "mva"), (self.TIP_HEIGHT, "tiphoogte_m"))
        zones = constraint_zones(
            run.choice(self.ACTIVITY),
            {column: run.number(name) for name, column in sizes if run.given(name)},
            run.themes(),
            run.rules,
            run.extent(self.EXTENT),
            run.feedback,
        )
        output = Output(
            self.OUTPUT,
            self.tr("Zones"),
            zones.table,
            ZONE,
            zones.geometry,
            style="zones",
            group=CONSTRAINTS,
        )
        return run.write([output])
