"""A file's stamp follows its saves, and not who merely reads it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from osgeo import ogr
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer
from qgis_helpers import rd_layer

from rev_plugin.study.freshness import file_stamp
from rev_plugin.study.sources import theme_from_file


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "data.gpkg"
    rd_layer(path, "stations", ogr.wkbPoint)
    return path


def test_reading_leaves_the_stamp(package: Path) -> None:
    before = file_stamp(str(package))
    layer = QgsVectorLayer(f"{package}|layername=stations", "stations", "ogr")
    assert layer.isValid()
    assert list(theme_from_file(package, "stations").read(None)) == []
    assert file_stamp(str(package)) == before


def test_saving_an_edit_changes_it(package: Path) -> None:
    layer = QgsVectorLayer(f"{package}|layername=stations", "stations", "ogr")
    layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(90_000, 465_000)))
    layer.addFeature(feature)
    before = file_stamp(str(package))
    assert layer.commitChanges()
    assert file_stamp(str(package)) != before


def test_a_write_by_another_program_changes_it(package: Path) -> None:
    before = file_stamp(str(package))
    os.utime(package, (1, 1))
    assert file_stamp(str(package)) != before


def test_no_file_has_an_empty_stamp(package: Path) -> None:
    assert file_stamp("") == ()
    assert file_stamp(str(package.with_name("weg.gpkg"))) == ()
