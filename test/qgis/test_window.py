"""The warm window follows edits, filters and files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
    edit,
)
from qgis.PyQt import sip

from rev_plugin.core.model import Cancelled, Features, Settings, Silent
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.constraints import find_constraints
from rev_plugin.study.sources import theme_from_layer
from rev_plugin.study.window import WarmWindow

X, Y = 100_000.0, 450_000.0


@pytest.fixture
def layer(tmp_path: Path) -> QgsVectorLayer:
    """Two nature areas in a GeoPackage, 100 m and 500 m east of the site."""
    memory = QgsVectorLayer("Polygon?crs=EPSG:28992&field=naam:string", "natuur", "memory")
    with edit(memory):
        for name, east in (("duin", 150.0), ("bos", 550.0)):
            feature = QgsFeature(memory.fields())
            box = QgsRectangle(X + east, Y, X + east + 50, Y + 50)
            feature.setGeometry(QgsGeometry.fromRect(box))
            feature["naam"] = name
            memory.addFeature(feature)
    path = tmp_path / "natuur.gpkg"
    QgsVectorFileWriter.writeAsVectorFormatV3(
        memory, str(path), QgsCoordinateTransformContext(), QgsVectorFileWriter.SaveVectorOptions()
    )
    return QgsVectorLayer(str(path), "natuur", "ogr")


@pytest.fixture
def site() -> Features:
    geometry = np.array([shapely.box(X, Y, X + 50, Y + 50)], dtype=object)
    return Features(geometry, pd.DataFrame({"naam": ["hier"], "activiteit": ["woningbouw"]}))


@pytest.fixture
def warm(layer: QgsVectorLayer, rules: Rules) -> Iterator[WarmWindow]:
    window = WarmWindow({"natura2000": layer}, rules, Settings(), QgsCoordinateTransformContext())
    yield window
    window.close()


def read(warm: WarmWindow, site: Features) -> None:
    reading = warm.prepare(site)
    warm.accept(reading, reading.read(Silent()))


def nearest(warm: WarmWindow, site: Features) -> str:
    found = warm.find(site)
    assert found is not None
    return found.set_index("regel").loc["natura2000", "object_id"]


def test_window_equals_a_full_run(
    warm: WarmWindow, layer: QgsVectorLayer, site: Features, rules: Rules
) -> None:
    assert warm.find(site) is None
    read(warm, site)
    theme = theme_from_layer("natura2000", layer, rules, QgsCoordinateTransformContext())
    full = find_constraints(site, {"natura2000": theme}, rules, Settings(), Silent())
    pd.testing.assert_frame_equal(warm.find(site), full)


def test_edits_make_it_read_again(warm: WarmWindow, layer: QgsVectorLayer, site: Features) -> None:
    read(warm, site)
    assert nearest(warm, site) == "duin"
    layer.startEditing()
    layer.deleteFeature(1)
    assert warm.find(site) is None
    read(warm, site)
    assert nearest(warm, site) == "bos"
    layer.rollBack()
    assert warm.find(site) is None
    read(warm, site)
    assert nearest(warm, site) == "duin"


def test_a_filter_makes_it_read_again(
    warm: WarmWindow, layer: QgsVectorLayer, site: Features
) -> None:
    read(warm, site)
    layer.setSubsetString("\"naam\" = 'bos'")
    assert warm.find(site) is None
    read(warm, site)
    assert nearest(warm, site) == "bos"


def test_a_write_by_another_program_makes_it_read_again(
    warm: WarmWindow, layer: QgsVectorLayer, site: Features
) -> None:
    read(warm, site)
    path = Path(layer.source().split("|")[0])
    later = path.stat().st_mtime + 5
    os.utime(path, (later, later))
    assert warm.find(site) is None


def test_far_away_is_read_again(warm: WarmWindow, site: Features) -> None:
    read(warm, site)
    away = Features(shapely.transform(site.geometry, lambda xy: xy + 9000), site.table)
    assert warm.find(away) is None


def test_reading_can_be_cancelled(warm: WarmWindow, site: Features) -> None:
    class Cancel(Silent):
        def check(self) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        warm.prepare(site).read(Cancel())
    assert warm.find(site) is None


def test_closing_lets_go_of_the_layer(layer: QgsVectorLayer, site: Features, rules: Rules) -> None:
    window = WarmWindow({"natura2000": layer}, rules, Settings(), QgsCoordinateTransformContext())
    read(window, site)
    window.close()
    before = window.stamp()
    layer.startEditing()
    layer.deleteFeature(1)
    assert window.stamp() == before
    assert window.find(site) is None


def test_a_deleted_layer_is_forgotten(
    warm: WarmWindow, layer: QgsVectorLayer, site: Features
) -> None:
    read(warm, site)
    sip.delete(layer)
    assert warm.find(site) is None
    warm.close()
