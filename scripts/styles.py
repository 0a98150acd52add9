"""Make resources/styles/*.qml from resources/palette.csv: colours stay data with a source.

Run with QGIS's Python: `make styles`. The QML files are committed, so that nobody needs to.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
os.environ["QT_HASH_SEED"] = "0"  # the order of XML attributes stays the same
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from qgis.core import (  # noqa: E402
    Qgis,
    QgsApplication,
    QgsMapLayer,
    QgsReadWriteContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument  # noqa: E402
from styling import constraints, net, plan, results  # noqa: E402, F401  fill the registry
from styling.lean import lean  # noqa: E402
from styling.registry import STYLES, Style  # noqa: E402

from rev_plugin.core import columns  # noqa: E402

FOLDER = ROOT / "rev_plugin" / "resources" / "styles"
SITE_KEY = (columns.Column("locatie", "text", "Locatie"),)
CONTRACTS = {
    "quickscan": columns.QUICKSCAN,
    "locaties": columns.SITE,
    "locaties_punt": columns.SITE,
    "bevindingen": columns.FINDING,
    "planbevindingen": columns.PLAN_FINDING,
    "acties": columns.ACTION,
    "voedingsgebieden": columns.AREA,
    "netruimte": columns.HEADROOM,
    "planobjecten": columns.PLAN_OBJECT,
    "planlijnen": columns.PLAN_OBJECT,
    "planpunten": columns.PLAN_OBJECT,
    "zones": columns.ZONE,
    "planfit": SITE_KEY + columns.PLAN,
    "uitvoerbaarheid": columns.SITE_CONSTRAINTS,
    "vraag": columns.DEMAND,
}
KINDS = {"text": "string", "int": "integer", "float": "double", "bool": "boolean"}
Category = QgsMapLayer.StyleCategory
SAVED = (
    Category.Symbology | Category.Labeling | Category.MapTips | Category.Fields
    | Category.Rendering | Category.Temporal
)  # fmt: skip


def layer_for(name: str, style: Style) -> QgsVectorLayer:
    """An empty layer with the contract's columns and aliases, dressed in the style."""
    contract = CONTRACTS.get(name, ())
    fields = "".join(f"&field={c.name}:{KINDS[c.kind]}" for c in contract)
    layer = QgsVectorLayer(f"{style.geometry}?crs=EPSG:28992{fields}", name, "memory")
    for column in contract:
        layer.setFieldAlias(layer.fields().indexOf(column.name), column.alias)
    if style.renderer:
        layer.setRenderer(style.renderer)
    if style.labeling:
        layer.setLabeling(style.labeling)
        layer.setLabelsEnabled(True)
    layer.setMapTipTemplate(style.map_tip)
    layer.setOpacity(style.opacity)
    if style.smallest_scale:
        layer.setScaleBasedVisibility(True)
        layer.setMinimumScale(style.smallest_scale)
    if style.year_field:
        _hold_per_year(layer, style.year_field)
    return layer


def _hold_per_year(layer: QgsVectorLayer, column: str) -> None:
    """Let the temporal controller show the rows of one year at a time."""
    times = layer.temporalProperties()
    times.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions)
    times.setStartExpression(f'make_date("{column}", 1, 1)')
    times.setEndExpression(f'make_date("{column}", 12, 31)')
    times.setIsActive(True)


def qml(layer: QgsVectorLayer) -> str:
    """The layer's style as QML, without the random ids that would change on every run."""
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext(), SAVED)
    text = document.toString(1)
    text = re.sub(r' id="\{[0-9a-f-]{36}\}"', "", text)
    keys: dict[str, str] = {}
    text = re.sub(
        r"\{[0-9a-f-]{36}\}", lambda m: keys.setdefault(m.group(), f"{{rule-{len(keys)}}}"), text
    )
    return lean(text)


def write_styles(folder: Path) -> list[Path]:
    """Write one QML per style into `folder`; needs a running QgsApplication."""
    written = []
    for name, make in STYLES.makers.items():
        path = folder / f"{name}.qml"
        path.write_text(qml(layer_for(name, make())), encoding="utf-8")
        written.append(path)
    return written


def main() -> None:
    application = QgsApplication([], False)
    application.initQgis()
    for path in write_styles(FOLDER):
        print(f"{path.name}: {path.stat().st_size // 1024} kB")
    application.exitQgis()


if __name__ == "__main__":
    main()
