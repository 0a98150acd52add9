"""Layers and files as Themes: chunks of RD geometry with attributes.

A file in RD is read through GDAL's Arrow stream (study.arrow); any other source through a
snapshot of its features, reprojected by QGIS. Both give the same chunks: WKB or None, ids
of one kind, text as str, whole numbers as int64, NULL as None or NaN, dates as ISO text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Optional

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsProcessingFeatureSource,
    QgsProviderRegistry,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)

from rev_plugin.core.model import CRS, Bounds, Chunk, InputError, SourceInfo, Theme
from rev_plugin.core.rule_rows import ThemeRow
from rev_plugin.core.rules import Rules, load_rules
from rev_plugin.study.arrow import (
    CHUNK,
    FILTERS_SAFELY,
    ArrowFile,
    Facts,
    ahead,
    as_array,
    covers_most,
    flat_wkb,
    look_into,
)
from rev_plugin.study.layers import Source, check_crs, column_names, open_layer, plain
from rev_plugin.study.rtree import overview

SHAPES = range(1, 7)  # of WKB: points, lines and areas, single or multi
PLAN_COLUMNS = ("plan_id", "plan_status", "object_type")


def theme_from_layer(
    name: str,
    layer: Source,
    rules: Rules,
    transform_context: QgsCoordinateTransformContext,
) -> Theme:
    """A theme that reads a layer or Processing source, as it stands now.

    Call it on the thread that owns the layer; `read` may then run on any thread.

    Raises:
        InputError: when the layer has no CRS or one that cannot be, lines where its rules
            need areas, or plans without the columns that tell what they are.
    """
    check_crs(layer)
    columns = column_names(layer)
    _check(name, layer.sourceName(), QgsWkbTypes.geometryType(layer.wkbType()), columns, rules)
    fast = arrow_file(layer) if isinstance(layer, QgsVectorLayer) else None
    id_column = _id_column(name, columns, rules)
    reader = _FeatureReader(layer, columns, id_column, transform_context)
    if fast is not None:
        return _arrow_theme(name, fast, fast.facts(), id_column, reader.read)
    info = SourceInfo(
        name, titel=layer.sourceName(), crs=layer.sourceCrs().authid(), aantal=reader.count
    )
    return Theme(name, frozenset(columns), reader.read, info, reader.extent)


def theme_from_file(
    path: Path,
    layer: str,
    name: str = "",
    rules: Optional[Rules] = None,
    transform_context: Optional[QgsCoordinateTransformContext] = None,
) -> Theme:
    """A theme that reads one layer of a file; `name` is the layer's name unless given.

    Raises:
        InputError: when it cannot be opened or has no CRS.
    """
    name = name or layer.casefold()
    return themes_from_file(path, {name: layer}, rules, transform_context)[name]


def themes_from_file(
    path: Path,
    layers: Mapping[str, str],
    rules: Optional[Rules] = None,
    transform_context: Optional[QgsCoordinateTransformContext] = None,
) -> dict[str, Theme]:
    """Themes that read layers of a file, by the name of the theme.

    A layer in RD needs no QGIS, which takes four times as long to open one.

    Raises:
        InputError: when one cannot be opened or has no CRS.
    """
    path, rules = Path(path), rules or load_rules()
    context = transform_context or QgsCoordinateTransformContext()
    known = look_into(path, layers.values())
    themes = {}
    for name, layer in layers.items():
        facts = known.get(layer)
        if facts is None or facts.crs != CRS or facts.shape not in SHAPES:
            themes[name] = theme_from_layer(name, open_layer(path, layer), rules, context)
            continue
        kind = QgsWkbTypes.geometryType(Qgis.WkbType(facts.shape))
        _check(name, layer or path.stem, kind, facts.columns, rules)
        id_column = _id_column(name, facts.columns, rules)
        read = partial(_read_layer, path, layer, id_column, context)
        themes[name] = _arrow_theme(name, ArrowFile(path, layer), facts, id_column, read)
    return themes


def _read_layer(
    path: Path,
    layer: str,
    id_column: str,
    context: QgsCoordinateTransformContext,
    bounds: Optional[Bounds],
) -> Iterator[Chunk]:
    opened = open_layer(path, layer)
    return _FeatureReader(opened, column_names(opened), id_column, context).read(bounds)


def arrow_file(layer: QgsVectorLayer) -> Optional[ArrowFile]:
    """The file behind a layer, when its Arrow stream holds exactly what the layer shows.

    None for another provider or CRS, a file in a zip, unsaved edits, joins, virtual fields, or
    a filter that is a whole SELECT.
    """
    whole = layer.dataProvider().fields().count() == layer.fields().count()
    subset = layer.subsetString().strip()
    if (
        layer.providerType() != "ogr"
        or layer.sourceCrs() != QgsCoordinateReferenceSystem(CRS)
        or (layer.isEditable() and layer.isModified())
        or not whole
        or layer.vectorJoins()
        or subset.upper().startswith("SELECT")
    ):
        return None
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    path = Path(parts.get("path") or "")
    special = any(parts.get(part) for part in ("vsiPrefix", "openOptions", "geometryType"))
    if special or not path.is_file():
        return None
    return ArrowFile(path, parts.get("layerName") or "", subset)


def _arrow_theme(
    name: str,
    file: ArrowFile,
    facts: Facts,
    id_column: str,
    read_some: Callable[[Optional[Bounds]], Iterator[Chunk]],
) -> Theme:
    """`read_some` stands in where the stream cannot choose by place."""
    info = SourceInfo(name, titel=file.path.name, crs=CRS, aantal=facts.count)
    columns = frozenset(facts.columns)

    def read(wanted: frozenset[str], bounds: Optional[Bounds]) -> Iterator[Chunk]:
        is_whole = bounds is None or facts.extent is None or covers_most(bounds, facts.extent)
        if not is_whole and not FILTERS_SAFELY:
            return read_some(bounds)
        return ahead(file.chunks(bounds, id_column, wanted, CHUNK))

    whole = partial(read, columns)
    return Theme(
        name,
        columns,
        whole,
        info,
        facts.extent,
        narrow=lambda wanted: partial(read, wanted),
        overview=partial(overview, file, id_column),
    )


def _check(
    name: str, title: str, kind: Qgis.GeometryType, columns: Sequence[str], rules: Rules
) -> None:
    """Whether a layer can be the theme at all.

    A border drawn as a line says nothing of a site inside it, nor a point of its size. Without
    REV's own columns a plan would read as no plan.
    """
    row = rules.tables[ThemeRow.TABLE].get(name)
    thin = {Qgis.GeometryType.Point: "punten", Qgis.GeometryType.Line: "lijnen"}
    if isinstance(row, ThemeRow) and row.geometrie == "vlak" and kind in thin:
        raise InputError(
            f"de laag heeft {thin[kind]}; voor {name} zijn vlakken nodig.", layer=title
        )
    present = {column.casefold() for column in columns}
    lacking = [column for column in PLAN_COLUMNS if column not in present]
    if name == "planobjecten" and lacking:
        raise InputError(
            f"de laag heeft geen {', '.join(lacking)}; dit zijn geen ingelezen plannen.",
            layer=title,
            advice="Plan inlezen (rev:importplan) maakt deze laag van een plan.",
        )


def _id_column(name: str, columns: Sequence[str], rules: Rules) -> str:
    """The column that identifies an object, in the layer's own spelling; "" for the fid."""
    row = rules.tables[ThemeRow.TABLE].get(name)
    wanted = row.id_kolommen if isinstance(row, ThemeRow) else ()
    present = {column.casefold(): column for column in columns}
    return next((present[want] for want in wanted if want in present), "")


class _FeatureReader:
    """Reads features through QGIS: any provider, edits, joins, filters, other CRS."""

    def __init__(
        self,
        layer: Source,
        columns: Sequence[str],
        id_column: str,
        context: QgsCoordinateTransformContext,
    ) -> None:
        self._columns, self._context = columns, context
        self._id = columns.index(id_column) if id_column else -1
        self._crs = layer.sourceCrs()
        snapshot = isinstance(layer, QgsVectorLayer)
        self._source = QgsVectorLayerFeatureSource(layer) if snapshot else layer
        self.count = layer.featureCount() if layer.featureCount() >= 0 else None
        extent = layer.extent() if snapshot else layer.sourceExtent()
        self.extent = _to_rd(extent, self._crs, context) if self.count else None

    def read(self, bounds: Optional[Bounds]) -> Iterator[Chunk]:
        """Chunks of the features whose box meets `bounds` (RD metres)."""
        request = QgsFeatureRequest()
        request.setDestinationCrs(QgsCoordinateReferenceSystem(CRS), self._context)
        request.setTransformErrorCallback(lambda _feature: None)  # comes without geometry
        if bounds is not None:
            request.setFilterRect(QgsRectangle(*bounds))
        features = self._features(request)
        while True:
            some = list(islice(features, CHUNK))
            if not some:
                return
            yield self._chunk(some)

    def _features(self, request: QgsFeatureRequest) -> Iterator[QgsFeature]:
        if isinstance(self._source, QgsProcessingFeatureSource):
            # Processing would stop at an invalid geometry; the engine repairs it instead.
            flag = Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks
            return self._source.getFeatures(request, flag)
        return self._source.getFeatures(request)

    def _chunk(self, features: Sequence[QgsFeature]) -> Chunk:
        geometry = np.empty(len(features), dtype=object)
        geometry[:] = [flat_wkb(feature.geometry()) for feature in features]
        rows = [feature.attributes() for feature in features]
        attributes = {
            name: as_array([plain(row[number]) for row in rows])
            for number, name in enumerate(self._columns)
        }
        fids = [feature.id() for feature in features]
        found = [row[self._id] for row in rows] if self._id >= 0 else [None] * len(rows)
        ids = [fid if id_ is None else id_ for fid, id_ in zip(fids, map(plain, found))]
        return Chunk(as_ids(ids), geometry, attributes)


def as_ids(values: list) -> np.ndarray:
    """Ids of one kind, so that they can be ordered: all whole numbers, or all text."""
    if all(isinstance(value, int) for value in values):
        return np.array(values, dtype=np.int64)
    return np.array([str(value) for value in values], dtype=object)


def _to_rd(
    extent: QgsRectangle,
    crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> Optional[Bounds]:
    """The layer's extent in RD; None where it cannot be given."""
    if extent.isNull() or not extent.isFinite():
        return None
    transform = QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem(CRS), context)
    try:
        box = transform.transformBoundingBox(extent)
    except QgsCsException:
        return None
    return (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
