"""What all REV algorithms share: texts, help, parameters, errors and the Python check.

Nothing here imports pandas or shapely: QGIS loads this at start. An algorithm imports the
core and the study inside `compute`, on its first run.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
)
from qgis.PyQt.QtGui import QIcon

from rev_plugin import dependencies
from rev_plugin.i18n import tr
from rev_plugin.processing.parameters import Parameters, add_parameter

if TYPE_CHECKING:
    from rev_plugin.processing.run import Run

ICONS = Path(__file__).parents[1] / "resources" / "icons"


def icon(name: str) -> QIcon:
    """An icon of the plugin; the plugin's own when there is none of this name."""
    path = ICONS / f"{name}.svg"
    return QIcon(str(path if path.is_file() else ICONS / "rev.svg"))


class RevAlgorithm(QgsProcessingAlgorithm):
    """A REV algorithm: subclasses give NAME, texts, parameters and `compute`."""

    NAME = ""
    OUTPUT = "OUTPUT"

    add = add_parameter

    def tr(self, text: str) -> str:
        """The text in the user's language."""
        return tr(text)

    def createInstance(self) -> RevAlgorithm:
        return type(self)()

    def name(self) -> str:
        return self.NAME

    def group(self) -> str:
        return self.tr("Verkennen")

    def groupId(self) -> str:
        return "verkennen"

    def icon(self) -> QIcon:
        return icon(self.NAME)

    def canExecute(self) -> tuple[bool, str]:
        problem = dependencies.problem()
        return not problem, problem

    def checkParameterValues(
        self, parameters: Parameters, context: QgsProcessingContext
    ) -> tuple[bool, str]:
        problem = dependencies.problem()
        if problem:  # only the windows of QGIS ask canExecute
            return False, problem
        return super().checkParameterValues(parameters, context)

    def add_sink(
        self,
        name: str,
        label: str,
        text: str,
        kind: Qgis.ProcessingSourceType = Qgis.ProcessingSourceType.VectorPolygon,
        optional: bool = False,
    ) -> None:
        """Add an output layer; an optional one is not made unless asked for."""
        self.add(
            QgsProcessingParameterFeatureSink(
                name, label, kind, optional=optional, createByDefault=not optional
            ),
            text,
        )

    def processAlgorithm(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: Optional[QgsProcessingFeedback],
    ) -> dict[str, object]:
        problem = dependencies.problem()
        if problem:
            raise QgsProcessingException(problem)
        from rev_plugin.core.model import RevError
        from rev_plugin.processing.run import Run

        try:
            return self.compute(Run(self, parameters, context, feedback or QgsProcessingFeedback()))
        except RevError as error:
            raise QgsProcessingException(str(error)) from error

    def compute(self, run: Run) -> dict[str, object]:
        """Do the work; RevError becomes the message the user sees."""
        raise NotImplementedError
