"""Writes layers to a GeoPackage: all of them, or none and the file as it was.

A new file is written beside its destination and then moved there; an existing file is
changed in one transaction.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import numpy as np
import pandas as pd
import shapely
from osgeo import gdal, ogr, osr

from rev_plugin.core.model import Column, Feedback, RevError, Silent
from rev_plugin.study.fields import cells_of, promote

CHECK_EVERY = 1000  # rows between two looks at cancel
_RD = 28992
_ASIDE = ".rev_"  # how folders begin in which files are written before they are moved
_LEAST_ROOM = 1 << 20  # bytes
_FIELD_TYPES = {
    "text": (ogr.OFTString, ogr.OFSTNone),
    "int": (ogr.OFTInteger, ogr.OFSTNone),
    "float": (ogr.OFTReal, ogr.OFSTNone),
    "bool": (ogr.OFTInteger, ogr.OFSTBoolean),
}
# GDAL's own setters per kind: finding the right one for each cell takes longer than setting it.
_SETTERS = {
    "text": ogr.Feature.SetFieldString,
    "int": ogr.Feature.SetFieldInteger64,
    "float": ogr.Feature.SetField,
    "bool": ogr.Feature.SetFieldInteger64,
}
_SHAPES = {
    "vlak": (ogr.wkbMultiPolygon, shapely.GeometryType.MULTIPOLYGON),
    "lijn": (ogr.wkbMultiLineString, shapely.GeometryType.MULTILINESTRING),
    "punt": (ogr.wkbMultiPoint, shapely.GeometryType.MULTIPOINT),
}


@dataclass(frozen=True)
class Layer:
    """A layer to write: a table, with shapes in RD unless it is a plain table.

    `shape` is vlak, lijn, punt, or tabel for a table without geometry. With `keys` (column
    names), only the rows whose keys occur in `table` or `again` are replaced.
    """

    name: str
    table: pd.DataFrame
    columns: Sequence[Column]
    geometry: Optional[np.ndarray] = None
    shape: str = "tabel"
    keys: tuple[str, ...] = ()
    again: Set[tuple[str, ...]] = frozenset()


def write_layer(path: Path, layer: Layer, feedback: Optional[Feedback] = None) -> None:
    """Write one layer; see write_layers."""
    write_layers(path, [layer], feedback)


def write_layers(path: Path, layers: Sequence[Layer], feedback: Optional[Feedback] = None) -> None:
    """Write the layers to a GeoPackage; layers of the same name are replaced.

    Raises:
        RevError: when the file cannot be written; it is then as it was.
        Cancelled: when the user cancels; the file is then as it was.
    """
    feedback = feedback or Silent()
    if path.exists():
        _write_into(path, layers, feedback)
        return
    with beside(path) as temporary:
        _create_geopackage(temporary)
        _write_into(temporary, layers, feedback)


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A path in a new folder beside `path`; moved to `path` when the block succeeds.

    All files that the block makes in that folder move along (a shapefile has several).

    Raises:
        RevError: when the folder cannot be written, the disk is full, or the file is open
            elsewhere.
    """
    refuse_open(path)
    try:
        folder = tempfile.TemporaryDirectory(dir=path.parent, prefix=_ASIDE)
    except OSError as error:
        raise _unwritable(path, error.strerror or "") from error
    with folder:
        try:
            yield Path(folder.name) / path.name
            for made in Path(folder.name).iterdir():
                made.replace(path.parent / made.name)
        except OSError as error:
            raise _unwritable(path, error.strerror or "") from error


def refuse_open(path: Path) -> None:
    """Refuse a GeoPackage that QGIS or another program has open for writing.

    Moving a file under its journal would damage it.

    Raises:
        RevError: with what to do.
    """
    journal = path.with_name(path.name + "-wal")
    if journal.exists() and journal.stat().st_size:
        raise RevError(
            f"{path.name} is geopend in QGIS of een ander programma; er is niets veranderd. "
            "Sluit de laag of kies een andere naam."
        )


@contextmanager
def quiet() -> Iterator[None]:
    """Keep GDAL from printing what REV reports itself."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()


def open_geopackage(path: Path, update: bool = False) -> Optional[ogr.DataSource]:
    """An opened GeoPackage, or None when GDAL cannot open it."""
    flags = gdal.OF_VECTOR | (gdal.OF_UPDATE if update else gdal.OF_READONLY)
    with quiet():
        try:
            return gdal.OpenEx(str(path), flags, ["GPKG"])
        except RuntimeError:  # when another plugin had GDAL raise its errors
            return None


@contextmanager
def transaction(path: Path) -> Iterator[ogr.DataSource]:
    """An open GeoPackage in a transaction: kept when the block succeeds, undone when not.

    Raises:
        RevError: when the file cannot be opened or changed.
    """
    dataset = open_geopackage(path, update=True)
    if dataset is None:
        raise _unwritable(path)
    with quiet():
        try:
            if path.parent.name.startswith(_ASIDE):  # new: no need to wait for the disk per layer
                dataset.ExecuteSQL("PRAGMA synchronous = OFF")
            _done(dataset.StartTransaction(), path)
            yield dataset
            _done(dataset.CommitTransaction(), path)
        except RuntimeError as error:  # see open_geopackage
            _undo(dataset)
            raise _unwritable(path, str(error)) from error
        except RevError:
            _undo(dataset)
            raise


def _done(code: int, path: Path) -> None:
    if code != ogr.OGRERR_NONE:
        raise _unwritable(path)


def _undo(dataset: ogr.DataSource) -> None:
    with suppress(RuntimeError):  # there is no transaction when it could not start
        dataset.RollbackTransaction()


def _create_geopackage(path: Path) -> None:
    with quiet():
        try:
            made = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        except RuntimeError as error:  # see open_geopackage
            raise _unwritable(path, str(error)) from error
    if made is None:
        raise _unwritable(path)


def _write_into(path: Path, layers: Sequence[Layer], feedback: Feedback) -> None:
    with transaction(path) as dataset:
        for layer in layers:
            _write_layer(dataset, layer, path, feedback)


def _write_layer(dataset: ogr.DataSource, layer: Layer, path: Path, feedback: Feedback) -> None:
    target = dataset.GetLayerByName(layer.name)
    if target is not None and layer.keys:
        _drop_rows(target, layer)
    else:
        if target is not None:
            dataset.DeleteLayer(layer.name)
        target = _create(dataset, layer)
    if target is None:
        raise _unwritable(path)
    _fill(target, layer, path, feedback)


def _create(dataset: ogr.DataSource, layer: Layer) -> Optional[ogr.Layer]:
    spatial_reference = osr.SpatialReference()
    spatial_reference.ImportFromEPSG(_RD)
    kind = _SHAPES[layer.shape][0] if layer.shape in _SHAPES else ogr.wkbNone
    target = dataset.CreateLayer(
        layer.name, spatial_reference if kind != ogr.wkbNone else None, kind
    )
    for column in layer.columns if target is not None else ():
        field_type, subtype = _FIELD_TYPES[column.kind]
        field = ogr.FieldDefn(column.name, field_type)
        field.SetSubType(subtype)
        field.SetAlternativeName(column.alias)
        target.CreateField(field)
    return target


def _drop_rows(target: ogr.Layer, layer: Layer) -> None:
    """Delete the rows whose keys are about to be written again."""
    names = list(layer.keys)
    again = layer.again | set(layer.table[names].astype(str).itertuples(index=False, name=None))
    doomed = [
        feature.GetFID()
        for feature in target
        if tuple(feature.GetFieldAsString(name) for name in names) in again
    ]
    for fid in doomed:
        target.DeleteFeature(fid)


def _fill(target: ogr.Layer, layer: Layer, path: Path, feedback: Feedback) -> None:
    definition = target.GetLayerDefn()
    present = [c for c in layer.columns if definition.GetFieldIndex(c.name) >= 0]
    places = [(definition.GetFieldIndex(c.name), _SETTERS[c.kind]) for c in present]
    cells = [cells_of(layer.table[c.name], c.kind) for c in present]
    for row, (shape, *values) in enumerate(zip(_wkb(layer), *cells)):
        if row % CHECK_EVERY == 0:
            feedback.check()
        feature = ogr.Feature(definition)
        for (position, put), value in zip(places, values):
            if value is not None:
                put(feature, position, value)
        if shape is not None:
            feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(shape))
        _done(target.CreateFeature(feature), path)


def _wkb(layer: Layer) -> Sequence[Optional[bytes]]:
    if layer.geometry is None or layer.shape not in _SHAPES:
        return [None] * len(layer.table)
    # Inside QGIS shapely may run on QGIS's older GEOS, which refuses the default of 4.
    return shapely.to_wkb(promote(layer.geometry, _SHAPES[layer.shape][1]), output_dimension=2)


def _unwritable(path: Path, why: str = "") -> RevError:
    while path.parent.name.startswith(_ASIDE):  # the name that the user chose
        path = path.parent.parent / path.name
    full = path.parent.is_dir() and shutil.disk_usage(path.parent).free < _LEAST_ROOM
    reason = "de schijf is vol" if full else why or gdal.GetLastErrorMsg() or "onbekende reden"
    return RevError(
        f"{path} is niet te schrijven ({reason}); wat er stond, staat er nog. "
        "Maak ruimte, sluit het bestand in andere programma's of kies een andere plaats."
    )
