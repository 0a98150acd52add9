"""The spatial index of a GeoPackage layer, read whole: the boxes of all objects in no time.

A GeoPackage keeps an R-tree of its geometries in plain tables (GeoPackage 1.3, annex F.3;
layout of the nodes: https://sqlite.org/rtree.html#shadow_tables). Reading those takes a
twentieth of reading the geometries. SQLite rounds the boxes outwards to 32 bits. All is read
through GDAL, over one connection in one read transaction, so it is of one moment; beside the
file happens what happens when GDAL opens it, and no more.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Optional

import numpy as np
from osgeo import gdal, ogr

from rev_plugin.core.model import Bounds, Chunk, InputError
from rev_plugin.study.arrow import CHUNK, ArrowFile, ahead, extent_of, share_within
from rev_plugin.study.write import quiet

FEW = 5_000  # objects up to which reading all is as quick as choosing
LITTLE = 0.1  # share of a layer's extent up to which its objects there are read sooner
AT_ONCE = 25_000  # objects, of those chosen, or values of a column
_NODES_AT_ONCE = 10_000
_HEAD_BYTES = 4  # depth (of the root) and number of cells, two bytes each
_CELL = np.dtype([("id", ">i8"), ("box", ">f4", 4)])  # box: xmin, xmax, ymin, ymax


@dataclass(frozen=True)
class Index:
    """The objects of an opened layer by number and box: a core.model.Overview."""

    file: ArrowFile
    layer: ogr.Layer
    id_column: str
    columns: frozenset[str]
    fids: np.ndarray  # (n,)
    boxes: np.ndarray  # float32 (n, 4) as xmin, ymin, xmax, ymax; RD metres
    without: int  # objects without geometry

    def values(self, columns: frozenset[str]) -> Iterator[tuple[np.ndarray, dict[str, np.ndarray]]]:
        """Columns in pieces: rows of `boxes`, and by column the value of each."""
        order = np.argsort(self.fids)
        for chunk in self.file.stream(self.layer, "", columns, CHUNK, shapes=False):
            place = np.searchsorted(self.fids, chunk.ids, sorter=order)
            row = order[np.minimum(place, len(order) - 1)]
            there = self.fids[row] == chunk.ids
            yield row[there], {name: chunk.attributes[name][there] for name in columns}

    def read(self, rows: np.ndarray) -> Iterator[Chunk]:
        """The objects of these rows of `boxes`, in chunks.

        Raises:
            InputError: one is not in the layer, so the index is of other objects.
        """
        return ahead(self._chunks(rows))

    def _chunks(self, rows: np.ndarray) -> Generator[Chunk, None, None]:
        fids, found = np.sort(self.fids[rows]), 0
        for some in np.array_split(fids, -(-len(fids) // AT_ONCE)) if len(fids) else ():
            numbers = ",".join(map(str, some.tolist()))
            self.layer.SetAttributeFilter(f"{_quoted(self.layer.GetFIDColumn())} IN ({numbers})")
            for chunk in self.file.stream(self.layer, self.id_column, self.columns, AT_ONCE):
                found += len(chunk.ids)
                yield chunk
        self.layer.SetAttributeFilter(None)
        if found < len(fids):
            raise InputError(
                "de ruimtelijke index hoort bij andere objecten.",
                file=str(self.file.path),
                layer=self.file.layer,
                advice="Bewaar de laag opnieuw als GeoPackage.",
            )


@contextmanager
def overview(
    file: ArrowFile,
    id_column: str,
    columns: frozenset[str],
    bounds: Bounds,
    check: Callable[[], None],
) -> Iterator[Optional[Index]]:
    """The index of a layer, for as long as the context lasts.

    None where choosing makes no sense or its answer could be another: a small layer, or
    `bounds` that hold little of it, a filter, no GeoPackage, no shape at all, no spatial
    index, or one that does not hold all geometries.

    Raises:
        InputError: when the file or the layer cannot be read.
    """
    with file.opened() as (dataset, layer):
        little = layer.GetFeatureCount() <= FEW or share_within(bounds, extent_of(layer)) < LITTLE
        is_geopackage = dataset.GetDriver().ShortName == "GPKG"
        indexed = is_geopackage and layer.TestCapability(ogr.OLCFastSpatialFilter)
        if file.subset or little or not indexed:
            yield None
            return
        dataset.StartTransaction()
        try:
            found = _objects(dataset, layer, check)
            yield None if found is None else Index(file, layer, id_column, columns, *found)
        finally:
            dataset.RollbackTransaction()


def _objects(
    dataset: gdal.Dataset, layer: ogr.Layer, check: Callable[[], None]
) -> Optional[tuple[np.ndarray, np.ndarray, int]]:
    """Numbers and boxes of what has geometry, and how many have none; None: not sound."""
    geometry, count = layer.GetGeometryColumn(), layer.GetFeatureCount()
    try:
        with quiet():
            fids, boxes = _leaves(dataset, f"rtree_{layer.GetName()}_{geometry}", count, check)
    except (RuntimeError, ValueError):  # no such table, or nodes of another make
        return None
    if not len(fids):
        return None
    without = count - len(fids)
    if without:
        shapeless = f"{_quoted(geometry)} IS NULL OR ST_IsEmpty({_quoted(geometry)})"
        layer.SetAttributeFilter(shapeless)
        is_sound = layer.GetFeatureCount() == without
        layer.SetAttributeFilter(None)
        if not is_sound:
            return None
    return fids, boxes, without


def _leaves(
    dataset: gdal.Dataset, tree: str, most: int, check: Callable[[], None]
) -> tuple[np.ndarray, np.ndarray]:
    """Numbers and boxes of all objects in an R-tree, at most `most`.

    Raises:
        RuntimeError: there is no such table.
        ValueError: it holds more, or what is no node.
    """
    inner = [
        batch["node"]
        for batch in _rows(dataset, "DISTINCT 0 + parentnode AS node", f"{tree}_parent")
    ]
    inner = np.concatenate([np.empty(0, np.int64), *inner])
    fids, boxes, filled = np.empty(most, np.int64), np.empty((most, 4), np.float32), 0
    for batch in _rows(dataset, "0 + nodeno AS node, data", f"{tree}_node"):
        check()
        blobs = np.array(np.ma.getdata(batch["data"]).tolist(), dtype=object)
        leaves = blobs[~np.isin(batch["node"], inner)]
        if len(leaves):
            cells = _cells(leaves)
            part = slice(filled, filled + len(cells))
            fids[part], boxes[part] = cells["id"], cells["box"][:, [0, 2, 1, 3]]
            filled = part.stop
    return fids[:filled], boxes[:filled]


def _cells(blobs: np.ndarray) -> np.ndarray:
    """The cells of nodes."""
    nodes = np.frombuffer(b"".join(blobs), dtype=np.uint8).reshape(len(blobs), -1)
    count = nodes[:, 2].astype(np.int64) << 8 | nodes[:, 3]
    room = (nodes.shape[1] - _HEAD_BYTES) // _CELL.itemsize
    if count.max() > room:
        raise ValueError("no R-tree node")
    body = nodes[:, _HEAD_BYTES : _HEAD_BYTES + room * _CELL.itemsize]
    cells = np.ascontiguousarray(body).view(_CELL)
    return cells[np.arange(room) < count[:, None]]


def _rows(dataset: gdal.Dataset, what: str, table: str) -> Iterator[dict[str, np.ndarray]]:
    """Rows of a plain table, in batches.

    Raises:
        RuntimeError: there is no such table.
    """
    result = dataset.ExecuteSQL(" ".join(("SELECT", what, "FROM", _quoted(table))))
    if result is None:
        raise RuntimeError(table)
    try:
        yield from result.GetArrowStreamAsNumPy([f"MAX_FEATURES_IN_BATCH={_NODES_AT_ONCE}"])
    finally:
        dataset.ReleaseResultSet(result)


def _quoted(name: str) -> str:
    """An identifier as SQLite reads it; there is no other way to hand it one."""
    return '"' + name.replace('"', '""') + '"'
