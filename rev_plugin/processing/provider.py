"""The Processing provider of REV."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from rev_plugin.i18n import tr
from rev_plugin.processing.base import icon
from rev_plugin.processing.constraintbuffers import ConstraintBuffers
from rev_plugin.processing.constraints import Constraints
from rev_plugin.processing.demand import Demand
from rev_plugin.processing.headroom import Headroom
from rev_plugin.processing.importcapacity import ImportCapacity
from rev_plugin.processing.importplan import ImportPlan
from rev_plugin.processing.planfit import PlanFit
from rev_plugin.processing.quickscan import Quickscan
from rev_plugin.processing.report import Report
from rev_plugin.processing.reservations import Reservations
from rev_plugin.processing.supplyareas import SupplyAreas
from rev_plugin.version import plugin_version

ALGORITHMS = (
    ImportPlan,
    ImportCapacity,
    ConstraintBuffers,
    Constraints,
    PlanFit,
    Demand,
    Headroom,
    Quickscan,
    Reservations,
    SupplyAreas,
    Report,
)


class RevProvider(QgsProcessingProvider):
    """All REV algorithms; they load without pandas or shapely and say what is missing."""

    def id(self) -> str:
        return "rev"

    def name(self) -> str:
        return "REV"

    def longName(self) -> str:
        return tr("REV – Ruimtelijke Energie Verkenner")

    def versionInfo(self) -> str:
        return plugin_version()

    def icon(self) -> QIcon:
        return icon("rev")

    def loadAlgorithms(self) -> None:
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
