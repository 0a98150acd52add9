"""Small layers and a listening feedback for the tests in this folder."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsProcessingFeedback,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

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


def site(**values: object) -> dict:
    return {"naam": "Haven", "activiteit": "woningbouw", **values}


def run(name: str, parameters: dict, feedback=None, context=None) -> dict:
    """Run an algorithm of REV as a script does."""
    import processing

    return processing.run(f"rev:{name}", parameters, feedback=feedback, context=context)
