"""The docks beside the quickscan: all sites, and the supply areas. Made on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rev_plugin.study.quickscan import Result
    from rev_plugin.ui.net_dock import NetDock
    from rev_plugin.ui.overview_dock import OverviewDock

QUICKSCAN_DOCK = "RevQuickscanDock"  # objectName of the dock that the net dock is a tab of


class SideDocks(QObject):
    """Makes, fills and closes the docks "Overzicht" and "Netcapaciteit"."""

    site_chosen = pyqtSignal(str)
    sites_chosen = pyqtSignal(list)  # names, to bring into view
    options_found = pyqtSignal(object)  # the outcome, with what would make its sites fit

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__()
        self._iface = iface
        self._overview: Optional[OverviewDock] = None
        self._net: Optional[NetDock] = None
        self._result: Optional[Result] = None

    def overview(self) -> OverviewDock:
        """The dock with all sites."""
        if self._overview is None:
            from rev_plugin.ui.overview_dock import OverviewDock

            self._overview = OverviewDock(self._iface.mainWindow())
            self._overview.site_chosen.connect(self.site_chosen)
            self._overview.sites_chosen.connect(self.sites_chosen)
            self._overview.show_result(self._result)
            self._iface.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self._overview)
        return self._overview

    def net(self) -> NetDock:
        """The dock with the supply areas."""
        if self._net is None:
            from rev_plugin.ui.net_dock import NetDock

            self._net = NetDock(self._iface.mapCanvas(), self._iface.mainWindow())
            self._net.options_found.connect(self.options_found)
            self._iface.addTabifiedDockWidget(
                Qt.DockWidgetArea.RightDockWidgetArea, self._net, [QUICKSCAN_DOCK], True
            )
            self._net.show_result(self._result)  # placing an empty dock is quicker
        return self._net

    def showing(self, result: Optional[Result]) -> Iterator[None]:
        """Show an outcome in the docks that are there, a step each; others get it when made."""
        self._result = result
        for dock in (self._overview, self._net):
            if dock is not None:
                dock.show_result(result)
                yield

    def show_steps(self, result: Result) -> None:
        """Some steps of the outcome were ticked or assigned."""
        if self._overview is not None:
            self._overview.show_steps(result)

    def close(self) -> None:
        """Take the docks away."""
        if self._net is not None:
            self._net.stop()
        docks: tuple[Optional[QgsDockWidget], ...] = (self._overview, self._net)
        for dock in docks:
            if dock is not None:
                self._iface.removeDockWidget(dock)
                dock.deleteLater()
        self._overview = self._net = self._result = None
