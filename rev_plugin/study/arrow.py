"""One layer of a file through GDAL's Arrow stream.

What GDAL 3.6 gets wrong there is read another way: booleans, times and lists through QGIS
when somebody asks for them, NULL through masked arrays, curves stroked by QGIS, and
geometries of equal length (which come as fixed-width bytes) as ordinary bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Optional

import numpy as np
from osgeo import gdal, ogr
from qgis.core import Qgis, QgsFeatureRequest, QgsGeometry, QgsWkbTypes

from rev_plugin.core.model import Bounds, Chunk, InputError
from rev_plugin.study.layers import open_layer, plain
from rev_plugin.study.write import quiet

CHUNK = 50_000  # larger chunks hold Python's lock too long for a smooth screen
MOST = 0.5  # share of a layer's extent from which it is read whole
# Arrow carries these without loss, when they have no subtype such as boolean.
_CARRIED = (ogr.OFTString, ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal, ogr.OFTDate)
_CARRIED_SUBTYPES = (ogr.OFSTNone, ogr.OFSTInt16, ogr.OFSTFloat32)
_STRAIGHT_TYPES = frozenset(range(1, 8))  # of WKB; Z and M add thousands or high bits
# From some version after 3.6 a stream with a spatial filter reads freed memory (text columns
# of a GeoPackage, seen with 3.10.3): wrong text, SystemError or a crash. 3.6.2 is right.
FILTERS_SAFELY = int(gdal.VersionInfo()) < 3_07_00_00


@dataclass(frozen=True)
class Facts:
    """What can be told of a layer without reading it."""

    columns: tuple[str, ...]
    count: int
    extent: Optional[Bounds]
    shape: int = ogr.wkbUnknown  # of WKB, flat
    crs: str = ""  # such as EPSG:28992

    @classmethod
    def of(cls, layer: ogr.Layer) -> Facts:
        """Columns as QGIS shows them, number of features, extent in the layer's CRS."""
        fid = [layer.GetFIDColumn()] if layer.GetFIDColumn() else []
        columns = (*fid, *(field.GetName() for field in layer.schema))
        count, crs = layer.GetFeatureCount(), layer.GetSpatialRef()
        return cls(
            columns, count, extent_of(layer) if count else None,
            ogr.GT_Flatten(layer.GetGeomType()),
            "" if crs is None else f"{crs.GetAuthorityName(None)}:{crs.GetAuthorityCode(None)}",
        )  # fmt: skip


@dataclass(frozen=True)
class ArrowFile:
    """A layer of a file in RD, with an optional attribute filter in the file's own SQL."""

    path: Path
    layer: str = ""
    subset: str = ""

    def facts(self) -> Facts:
        """What can be told of it; it is in RD.

        Raises:
            InputError: when the file or the layer cannot be read.
        """
        with self.opened() as (_, layer):
            return Facts.of(layer)

    def chunks(
        self, bounds: Optional[Bounds], id_column: str, columns: frozenset[str], size: int
    ) -> Generator[Chunk, None, None]:
        """Chunks of at most `size` features: at least those whose box meets `bounds`.

        `columns` are read, and perhaps others.
        """
        with self.opened() as (_, layer):
            is_filtered = bounds is not None and not covers_most(bounds, extent_of(layer))
            if bounds is not None and is_filtered:
                layer.SetSpatialFilterRect(*bounds)
            yield from self.stream(layer, id_column, columns, size, sort=is_filtered)

    def stream(
        self,
        layer: ogr.Layer,
        id_column: str,
        columns: frozenset[str],
        size: int,
        sort: bool = False,
        shapes: bool = True,
    ) -> Iterator[Chunk]:
        """Chunks of an opened layer with its filters; `sort` each by fid.

        `columns` are read, and perhaps others; geometries unless not `shapes`.
        """
        fields = {field.GetName(): field for field in layer.schema}
        uncarried = [name for name, field in fields.items() if not _is_carried(field)]
        # What a filter looks at has to be read too.
        idle = () if self.subset else fields.keys() - columns - {id_column}
        layer.SetIgnoredFields([*{*uncarried, *idle}, *(() if shapes else ("OGR_GEOMETRY",))])
        fid_column = layer.GetFIDColumn()
        for batch in layer.GetArrowStreamAsNumPy([f"MAX_FEATURES_IN_BATCH={size}"]):
            fids = np.asarray(batch.pop(fid_column or "OGC_FID"))
            if not len(fids):  # how GDAL 3.6 says that there is nothing
                continue
            if sort:  # the spatial index has an order of its own
                order = np.argsort(fids)
                fids = fids[order]
                batch = {name: values[order] for name, values in batch.items()}
            geometry = batch.pop(layer.GetGeometryColumn() or "wkb_geometry", None)
            readers: dict[str, Callable[[], np.ndarray]] = {
                name: partial(_values, values) for name, values in batch.items()
            }
            readers.update((name, partial(self._through_qgis, name, fids)) for name in uncarried)
            if fid_column:
                readers[fid_column] = partial(np.asarray, fids)
            own = batch.get(id_column)
            ids = fids if own is None else _ids(own, fids)
            yield Chunk(ids, _wkb(geometry, len(fids)), LazyColumns(readers))

    @contextmanager
    def opened(self) -> Iterator[tuple[gdal.Dataset, ogr.Layer]]:
        """The file and the layer with its filter.

        Raises:
            InputError: when it cannot be read; GDAL may or may not raise, so both are looked at.
        """
        reason = "het bestand is niet te lezen"
        dataset = layer = None
        try:
            with quiet():
                dataset = gdal.OpenEx(str(self.path), gdal.OF_VECTOR | gdal.OF_READONLY)
            if dataset is not None:
                layer = dataset.GetLayerByName(self.layer) if self.layer else dataset.GetLayer(0)
        except RuntimeError as error:
            reason = f"{reason} ({error})"
        if layer is None:
            raise InputError(f"{reason}.", file=str(self.path), layer=self.layer)
        if self.subset:
            layer.SetAttributeFilter(self.subset)
        yield dataset, layer

    def _through_qgis(self, name: str, fids: np.ndarray) -> np.ndarray:
        """A column that Arrow does not carry."""
        layer = open_layer(self.path, self.layer)
        position = layer.fields().indexOf(name)
        request = QgsFeatureRequest().setFilterFids(fids.tolist())
        request.setFlags(Qgis.FeatureRequestFlag.NoGeometry).setSubsetOfAttributes([position])
        found = {f.id(): plain(f.attribute(position)) for f in layer.getFeatures(request)}
        return as_array([found.get(fid) for fid in fids.tolist()])


def look_into(path: Path, names: Iterable[str]) -> dict[str, Facts]:
    """What can be told of the layers of a file, opened once; those that are not there are not told.

    The name "" is that of the first layer.
    """
    with quiet():
        try:
            dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY)
        except RuntimeError:  # when another plugin had GDAL raise its errors
            dataset = None
        if dataset is None:
            return {}
        found = {
            name: dataset.GetLayerByName(name) if name else dataset.GetLayer(0) for name in names
        }
        return {name: Facts.of(layer) for name, layer in found.items() if layer is not None}


class LazyColumns(Mapping[str, np.ndarray]):
    """Attribute columns that are decoded when asked for, and then kept."""

    def __init__(self, readers: Mapping[str, Callable[[], np.ndarray]]) -> None:
        self._readers = readers
        self._read: dict[str, np.ndarray] = {}

    def __getitem__(self, name: str) -> np.ndarray:
        if name not in self._read:
            self._read[name] = self._readers[name]()
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._readers)

    def __len__(self) -> int:
        return len(self._readers)


def as_array(values: list) -> np.ndarray:
    """Plain values as an array: int64 or float64 (NULL as NaN), else objects with None."""
    present = [value for value in values if value is not None]
    if present and all(type(value) in (int, float) for value in present):
        if len(present) == len(values) and all(type(value) is int for value in present):
            return np.array(values, dtype=np.int64)
        return np.array([np.nan if value is None else value for value in values], dtype=float)
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def ahead(chunks: Generator[Chunk, None, None]) -> Iterator[Chunk]:
    """The same chunks, each next one being read in a thread while this one is used."""
    with ThreadPoolExecutor(1, thread_name_prefix="rev-read") as reader:
        coming = reader.submit(next, chunks, None)
        try:
            chunk = coming.result()
            while chunk is not None:
                coming = reader.submit(next, chunks, None)
                yield chunk
                chunk = coming.result()
        finally:  # close the file in the thread that reads it, also when the user stops early
            reader.submit(chunks.close)


def flat_wkb(geometry: QgsGeometry) -> Optional[bytes]:
    """WKB without curves; None where there is no geometry. Z and M stay (core drops them)."""
    if geometry.isNull() or geometry.isEmpty():
        return None
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        return bytes(geometry.constGet().segmentize().asWkb())
    return bytes(geometry.asWkb())


def _is_carried(field: ogr.FieldDefn) -> bool:
    return field.GetType() in _CARRIED and field.GetSubType() in _CARRIED_SUBTYPES


def extent_of(layer: ogr.Layer) -> Bounds:
    """The box of all objects, as the file tells it."""
    west, east, south, north = layer.GetExtent()
    return (west, south, east, north)


def covers_most(outer: Bounds, inner: Bounds) -> bool:
    """Whether one box holds so much of another that reading all is quicker than choosing.

    A spatial filter jumps through the file by its index: per object that costs several
    times what reading on does.
    """
    return share_within(outer, inner) > MOST


def share_within(outer: Bounds, inner: Bounds) -> float:
    """How much of `inner` lies in `outer`, 0–1."""
    share = 1.0
    for low, high in ((0, 2), (1, 3)):
        common = min(outer[high], inner[high]) - max(outer[low], inner[low])
        span = inner[high] - inner[low]
        share *= max(0.0, common / span) if span > 0 else float(common >= 0)
    return share


def _values(values: np.ndarray) -> np.ndarray:
    """A column of the stream in the form of `as_array`."""
    empty, data = np.ma.getmaskarray(values), np.ma.getdata(values)
    if empty.all():
        return np.full(len(data), None, dtype=object)
    if data.dtype.kind in "iu" and not empty.any():
        return data.astype(np.int64)
    if data.dtype.kind in "iuf":
        return np.where(empty, np.nan, data.astype(float))
    text = _text(data)
    text[empty] = None
    return text


def _text(data: np.ndarray) -> np.ndarray:
    """Bytes, dates or text as an object array of str."""
    if data.dtype.kind == "S":
        return _decoded(data).astype(object)
    if data.dtype.kind == "O":
        items = [
            item.decode("utf-8", "replace") if isinstance(item, bytes) else item for item in data
        ]
        return np.array(items, dtype=object)
    return data.astype(str).astype(object)


def _decoded(data: np.ndarray) -> np.ndarray:
    """Bytes as text; plain ASCII, the usual case, goes many times faster."""
    try:
        return data.astype(str)
    except UnicodeDecodeError:
        return np.char.decode(data, "utf-8", "replace")


def _ids(values: np.ndarray, fids: np.ndarray) -> np.ndarray:
    """Ids of one kind, so that they can be ordered; a row without one takes its fid."""
    empty, data = np.ma.getmaskarray(values), np.ma.getdata(values)
    if data.dtype.kind in "iu":
        return np.where(empty, fids, data.astype(np.int64))
    if data.dtype.kind == "S" and not empty.any():
        return _decoded(data)
    ids = data.astype(object) if data.dtype.kind == "f" else _text(data)
    ids[empty] = fids[empty]
    return np.array([str(value) for value in ids], dtype=object)


def _wkb(geometry: Optional[np.ndarray], count: int) -> np.ndarray:
    """Geometries as bytes or None, curves stroked the way QGIS strokes them."""
    items = [None] * count if geometry is None else np.ma.getdata(geometry).tolist()
    for row in np.flatnonzero(np.ma.getmaskarray(geometry)) if geometry is not None else ():
        items[row] = None
    curved = {head for head in {item[1:5] for item in items if item} if not _is_straight(head)}
    if curved:
        items = [_stroked(item) if item and item[1:5] in curved else item for item in items]
    found = np.empty(count, dtype=object)
    found[:] = items
    return found


def _is_straight(head: bytes) -> bool:
    return (int.from_bytes(head, "little") & 0xFFFF) % 1000 in _STRAIGHT_TYPES


def _stroked(wkb: bytes) -> Optional[bytes]:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return flat_wkb(geometry)
