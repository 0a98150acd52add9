"""Small layers and a listening feedback for the tests in this folder."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import shapely
from osgeo import ogr, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsProcessingFeedback,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from rev_plugin.core.columns import AREA, PLAN_OBJECT, SITE
from rev_plugin.core.model import Column
from rev_plugin.study.frames import conform
from rev_plugin.study.write import Layer, write_layers

SQUARE = "Polygon((100000 450000, 100100 450000, 100100 450100, 100000 450100, 100000 450000))"


class Feedback(QgsProcessingFeedback):
    """Keeps what an algorithm says; cancels after a number of progress reports if asked."""

    def __init__(self, cancel_at: float = 101) -> None:
        super().__init__(False)
        self.warnings: list[str] = []
        self.reached: list[float] = []
        self.progressChanged.connect(self._progress)
        self._cancel_at = cancel_at

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        self.warnings.append(warning)

    def _progress(self, reached: float) -> None:
        self.reached.append(reached)
        if reached >= self._cancel_at:
            self.cancel()


def layer(rows: list[dict], crs: str = "EPSG:28992", kind: str = "Polygon") -> QgsVectorLayer:
    """A memory layer named "plekken"; the key "wkt" is the geometry."""
    made = QgsVectorLayer(f"{kind}?crs={crs}", "plekken", "memory")
    made.setCrs(QgsCoordinateReferenceSystem(crs))
    names = list(dict.fromkeys(name for row in rows for name in row if name != "wkt"))
    kinds = {str: QMetaType.Type.QString, float: QMetaType.Type.Double, int: QMetaType.Type.Int}
    for name in names:
        values = [row[name] for row in rows if row.get(name) is not None]
        kind_of = kinds[type(values[0])] if values else QMetaType.Type.QString
        made.dataProvider().addAttributes([QgsField(name, kind_of)])
    made.updateFields()
    features = []
    for row in rows:
        feature = QgsFeature(made.fields())
        for name in names:
            feature[name] = row.get(name)
        if row.get("wkt", SQUARE):
            feature.setGeometry(QgsGeometry.fromWkt(row.get("wkt", SQUARE)))
        features.append(feature)
    assert made.dataProvider().addFeatures(features)[0]
    return made


def rd_layer(path: Path, name: str, kind: int = ogr.wkbUnknown) -> tuple[ogr.DataSource, ogr.Layer]:
    """A new GeoPackage with one empty layer in RD; it is on disk when both are let go."""
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(28992)
    return dataset, dataset.CreateLayer(name, reference, kind)


def site(**values: object) -> dict:
    return {"naam": "Haven", "activiteit": "woningbouw", **values}


def run(name: str, parameters: dict, feedback=None, context=None) -> dict:
    """Run an algorithm of REV as a script does."""
    import processing

    return processing.run(f"rev:{name}", parameters, feedback=feedback, context=context)


def study_file(folder: Path) -> Path:
    """A small hand-made data GeoPackage; see the drawing.

    ::

        y 450400 +---------------------------------+
                 |  voedingsgebied G1, onder T1    |
        y 450300 |  +-----------+---------+        |
                 |  | Wonen     | Bedrijf |  [ Buiten het plan ]
                 |  |  [Wijk]   |[Station]|  h     |
        y 450000 |  +-----------+---------+        |
                 +---------------------------------+
               x 99900 100000  100300   100600    101000

    h is one house of 10 × 10 m at (100700, 450100).
    """
    path = folder / "data.gpkg"
    write_layers(
        path,
        [
            _layer("locaties", SITE, SITES),
            _layer("planobjecten", PLAN_OBJECT, PLANS),
            _layer("voedingsgebieden", AREA, AREAS),
            _layer("bebouwing", HOUSE, [HOME | {"wkt": box(100700, 450100, 10)}]),
            _layer("gemeenten", PLACE, [{"naam": "Rivierstad", "wkt": box(99000, 449000, 3000)}]),
        ],
    )
    return path


def box(x: float, y: float, width: float, height: float = 0) -> str:
    """The WKT of a box with its lower left corner at x, y."""
    return shapely.box(x, y, x + width, y + (height or width)).wkt


HOME = {"identificatie": "h", "gebruiksdoel": "woonfunctie"}
HOUSE = (Column("identificatie", "text"), Column("gebruiksdoel", "text"))
PLACE = (Column("naam", "text"), Column("code", "text"))
SITES = [
    {"naam": "Wijk", "activiteit": "woningbouw", "jaar": 2030, "woningen": 200.0,
     "wkt": box(100050, 450050, 100)},
    {"naam": "Station", "activiteit": "station_hs_ms", "jaar": 2032, "mva": 80.0,
     "wkt": box(100350, 450050, 100)},
    {"naam": "Buiten het plan", "activiteit": "zonnepark", "oppervlak_ha": 1.0,
     "wkt": box(100800, 450050, 100)},
]  # fmt: skip
PLANS = [
    {"plan_id": "P1", "plan_naam": "Plan", "plan_type": "bestemmingsplan",
     "plan_status": "vastgesteld", "plan_deel": "tijdelijk", "object_id": f"P1.{number}",
     "object_type": "Enkelbestemming", "hoofdgroep": kind, "naam": kind.capitalize(),
     "artikel": str(number), "wkt": box(x, 450000, 300)}
    for number, (kind, x) in enumerate((("wonen", 100000), ("bedrijf", 100300)), start=3)
]  # fmt: skip
AREAS = [
    {"gebied_id": gebied, "naam": gebied, "netbeheerder": "Netbeheerder", "niveau": niveau,
     "bovenliggend": boven, "richting": richting, "jaar": 2026, "capaciteit_mw": 40.0 * keer,
     "benodigd_mw": 20.0 * keer, "wachtrij_mw": 1.0, "status": "transparant",
     "peildatum": "2026-07-01", "wkt": box(99900, 449900, 1100, 500)}
    for gebied, niveau, boven, keer in (("G1", "rnb", "T1", 1), ("T1", "tennet", None, 10))
    for richting in ("afname", "invoeding")
]  # fmt: skip


def _layer(name: str, columns: tuple[Column, ...], rows: list[dict]) -> Layer:
    table = conform(pd.DataFrame(rows), columns)
    geometry = shapely.from_wkt([row["wkt"] for row in rows])
    return Layer(name, table, columns, geometry, "vlak")
