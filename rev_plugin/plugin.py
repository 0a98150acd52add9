"""What QGIS loads: the provider, the menu and toolbar, and the workplace on first use.

`initGui` and `unload` are mirror images. Nothing here imports pandas, shapely or matplotlib.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Optional

from qgis.core import Qgis, QgsApplication, QgsFeature, QgsMapLayer, QgsProject
from qgis.gui import QgsGui
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QSettings, QTranslator
from qgis.PyQt.QtWidgets import QAction, QToolBar

from rev_plugin import dependencies
from rev_plugin.i18n import tr
from rev_plugin.processing.base import icon
from rev_plugin.processing.provider import RevProvider
from rev_plugin.ui import expressions
from rev_plugin.ui.help import close_help, open_help
from rev_plugin.ui.options import OptionsFactory
from rev_plugin.ui.site_action import SiteAction, can_be_sites, site_field

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from rev_plugin.ui.workplace import Workplace

MENU = "REV"
HELP = "show_help"
TRANSLATIONS = Path(__file__).parent / "resources" / "i18n"


class Entry(NamedTuple):
    """A line of the menu: what it is called and the method of the workplace that it calls."""

    text: str
    icon: str
    method: str
    in_toolbar: bool = True


def entries() -> tuple[Entry, ...]:
    """The menu, from top to bottom."""
    return (
        Entry(tr("Quickscan"), "quickscan", "show_quickscan"),
        Entry(tr("Overzicht"), "overview", "show_overview"),
        Entry(tr("Netcapaciteit"), "net", "show_net"),
        Entry(tr("Gegevens kiezen…"), "data", "choose_data", in_toolbar=False),
        Entry(tr("Rapport bewaren…"), "report", "save_report", in_toolbar=False),
        Entry(tr("Voorbeeldproject openen…"), "demo", "open_demo"),
    )


def help_entry() -> Entry:
    """The last line of the menu; it works without any Python package."""
    return Entry(tr("Uitleg"), "help", HELP, in_toolbar=False)


class RevPlugin:
    """The plugin as QGIS sees it."""

    def __init__(self, iface: Optional[QgisInterface]) -> None:
        self._iface = iface
        self._provider: Optional[RevProvider] = None
        self._translator: Optional[QTranslator] = None
        self._toolbar: Optional[QToolBar] = None
        self._actions: list[QAction] = []
        self._workplace: Optional[Workplace] = None
        self._options: Optional[OptionsFactory] = None
        self._layer_action: Optional[QAction] = None
        self._site_action: Optional[SiteAction] = None

    def initProcessing(self) -> None:
        """Register the algorithms; all that `qgis_process` calls."""
        self._load_translation()
        self._provider = RevProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Add the provider, the menu and the toolbar."""
        self.initProcessing()
        if self._iface is None:
            return
        self._toolbar = self._iface.addToolBar(MENU)
        self._toolbar.setObjectName("RevToolBar")
        for entry in entries():
            self._add_action(entry)
        self._add_action(help_entry())
        self._layer_action = QAction(
            icon("quickscan"), tr("Quickscan van deze locaties"), self._iface.mainWindow()
        )
        self._layer_action.triggered.connect(self._run_on_layer)
        self._iface.addCustomActionForLayerType(
            self._layer_action, MENU, Qgis.LayerType.Vector, False
        )
        self._offer_on(list(QgsProject.instance().mapLayers().values()))
        QgsProject.instance().layersAdded.connect(self._offer_on)
        self._site_action = SiteAction(self._iface.mainWindow())
        self._site_action.triggeredForFeatureV2.connect(self._run_on_feature)
        QgsGui.mapLayerActionRegistry().addMapLayerAction(self._site_action)
        self._options = OptionsFactory()
        self._iface.registerOptionsWidgetFactory(self._options)
        expressions.register()

    def unload(self) -> None:
        """Take away all that initGui added, in the opposite order."""
        from rev_plugin.core.garbage import take_back

        take_back()  # what GetReady set apart
        if self._workplace is not None:
            self._workplace.close()
            self._workplace = None
        if self._iface is not None:
            close_help(self._iface.mainWindow())
        if self._options is not None:
            expressions.unregister()
            self._iface.unregisterOptionsWidgetFactory(self._options)
            self._options = None
            QgsGui.mapLayerActionRegistry().removeMapLayerAction(self._site_action)
            self._site_action.deleteLater()
            self._site_action = None
            QgsProject.instance().layersAdded.disconnect(self._offer_on)
            self._iface.removeCustomActionForLayerType(self._layer_action)
            self._layer_action.deleteLater()
            self._layer_action = None
        for action in reversed(self._actions):
            self._iface.removePluginMenu(MENU, action)
            action.deleteLater()
        self._actions.clear()
        if self._toolbar is not None:
            self._iface.mainWindow().removeToolBar(self._toolbar)
            self._toolbar.deleteLater()
            self._toolbar = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

    def _add_action(self, entry: Entry) -> None:
        action = QAction(icon(entry.icon), entry.text, self._iface.mainWindow())
        action.setObjectName(f"Rev_{entry.method}")
        action.triggered.connect(lambda _checked=False: self._ask(entry.method))
        self._iface.addPluginToMenu(MENU, action)
        if entry.in_toolbar:
            self._toolbar.addAction(action)
        self._actions.append(action)

    def _offer_on(self, layers: list[QgsMapLayer]) -> None:
        """Put the quickscan in the context menu of the layers that can be sites."""
        for layer in filter(can_be_sites, layers):
            self._iface.addCustomActionForLayer(self._layer_action, layer)

    def _run_on_layer(self) -> None:
        layer = self._iface.activeLayer()
        if layer is not None:
            self._ask("run_on", layer)

    def _run_on_feature(self, layer: QgsMapLayer, feature: QgsFeature, *_: object) -> None:
        self._ask("show_feature", layer, str(feature[site_field(layer)]))

    def workplace(self) -> Workplace:
        """The workplace, made on first use."""
        if self._workplace is None:
            from rev_plugin.ui.workplace import Workplace

            self._workplace = Workplace(self._iface)
        return self._workplace

    def _ask(self, method: str, *arguments: object) -> None:
        """Have the workplace do something; the help needs no workplace."""
        if method == HELP:
            open_help(self._iface.mainWindow())
            return
        problem = dependencies.problem()
        if problem:
            self._iface.messageBar().pushMessage(
                "REV", problem, level=Qgis.MessageLevel.Warning, duration=0
            )
            return
        getattr(self.workplace(), method)(*arguments)

    def _load_translation(self) -> None:
        """Dutch is the source; any other language gets English."""
        settings = QSettings()
        overridden = settings.value("locale/overrideFlag", False, type=bool)
        language = settings.value("locale/userLocale", "") if overridden else ""
        if (language or QLocale.system().name())[:2].casefold() == "nl":
            return
        translator = QTranslator()
        if translator.load(str(TRANSLATIONS / "rev_en.qm")):
            QCoreApplication.installTranslator(translator)
            self._translator = translator
