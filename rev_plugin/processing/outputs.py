"""Writes all outputs of a run, after the computation: all of them, or none.

Files are written beside their destination and moved there together; layers of an existing
GeoPackage change in one transaction; anything else (memory, databases) gets its sink last.
Imports pandas: algorithms import this module on their first run.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Optional, Union

import numpy as np
import pandas as pd
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsDataSourceUri,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterVectorLayer,
    QgsVectorLayer,
)

from rev_plugin.core.model import CRS, Column, Feedback
from rev_plugin.core.themes import THEMES
from rev_plugin.i18n import tr
from rev_plugin.processing.parameters import Parameters
from rev_plugin.processing.postprocess import RESULT, finish
from rev_plugin.study.fields import to_features, to_fields
from rev_plugin.study.write import Layer, beside, write_layer, write_layers

_SHAPES = {
    "vlak": Qgis.WkbType.MultiPolygon,
    "lijn": Qgis.WkbType.MultiLineString,
    "punt": Qgis.WkbType.MultiPoint,
    "tabel": Qgis.WkbType.NoGeometry,
}
_STUDY_LAYERS = (*THEMES, "postcodegebieden", "bronnen", "oordelen")
Place = tuple[Path, str]  # a file and the layer in it; "" is all of it
_PROVIDER = re.compile(r"^[A-Za-z_]{2,}:")  # "memory:", "ogr:", "postgis:"; not "C:\"
CHECK_EVERY = 1000


@dataclass(frozen=True)
class Output:
    """One output layer: its parameter, rows and shapes (RD), and how it looks when loaded."""

    name: str
    title: str
    table: pd.DataFrame
    columns: Sequence[Column]
    geometry: Optional[np.ndarray] = None
    shape: str = "vlak"
    style: str = ""
    group: str = RESULT
    place: int = 0


class Writer:
    """Writes the outputs that the user asked for."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: Feedback,
    ) -> None:
        self._algorithm, self._context, self._feedback = algorithm, context, feedback
        self._parameters = dict(parameters)
        self._inputs = _input_places(algorithm, self._parameters, context)

    def check(self) -> None:
        """Refuse, before the long computation, destinations that would fail or do harm.

        Raises:
            QgsProcessingException: the folder is missing, the file or layer is one of the
                inputs, or two outputs go to one place.
        """
        taken: list[Place] = []
        for definition in self._algorithm.destinationParameterDefinitions():
            destination = self._destination(definition.name())
            file = _file(destination)
            place = _database(destination) or (None if file is None else (file, ""))
            if place is None:
                continue
            path = place[0]
            place = path.resolve(), place[1]
            if not path.parent.is_dir():
                problem = tr("De map {folder} bestaat niet; er is niets geschreven.")
            elif any(_meet(place, other) for other in self._inputs):
                problem = tr("{path} is invoer en wordt niet overschreven; kies een andere naam.")
            elif any(_meet(place, other) for other in taken):
                problem = tr("{path} is voor twee uitkomsten gekozen; geef elk een eigen naam.")
            else:
                taken.append(place)
                continue
            raise QgsProcessingException(problem.format(folder=path.parent, path=path))

    def write(
        self,
        outputs: Sequence[Output],
        files: Optional[Mapping[str, Union[str, bytes]]] = None,
        into: Optional[Mapping[Path, Sequence[Layer]]] = None,
    ) -> dict[str, object]:
        """Write all; gives the ids or paths by parameter.

        `files` maps parameters to the content of files, `into` maps GeoPackages to layers
        that they get besides the outputs.
        """
        results: dict[str, object] = {}
        layers = {path: list(some) for path, some in (into or {}).items()}
        with ExitStack() as stack:  # moves the files when all of it succeeded
            for name, content in (files or {}).items():
                results[name] = self._content(name, content, stack)
            for output in outputs:
                destination = self._destination(output.name)
                database, path = _database(destination), _file(destination)
                if database:
                    layers.setdefault(database[0], []).append(_layer(output, database[1]))
                    place = f"{database[0]}|layername={database[1]}"
                    results[output.name] = self._announce(output, place)
                elif path is not None:
                    made = self._file(output, stack.enter_context(beside(path)))
                    results[output.name] = self._announce(output, str(path.with_name(made)))
                elif destination:
                    results[output.name] = self._sink(output)
            for path, some in layers.items():
                write_layers(path, some, self._feedback)
            self._feedback.check()
        for output in outputs:
            if output.name in results:
                made = str(results[output.name])
                finish(self._context, made, output.style, output.group, output.place)
        return results

    def _content(self, name: str, content: Union[str, bytes], stack: ExitStack) -> str:
        path = self._algorithm.parameterAsFileOutput(self._parameters, name, self._context)
        raw = content if isinstance(content, bytes) else content.encode("utf-8")
        stack.enter_context(beside(Path(path))).write_bytes(raw)
        return path

    def _destination(self, name: str) -> str:
        value = self._parameters.get(name)
        if value is None:
            definition = self._algorithm.parameterDefinition(name)
            value = definition.defaultValue() if definition.createByDefault() else None
        if isinstance(value, QgsProcessingOutputLayerDefinition):
            value = value.sink.valueAsString(self._context.expressionContext())[0]
        return str(value or "")

    def _file(self, output: Output, path: Path) -> str:
        """Write one file; gives its name, which QGIS may have given another ending."""
        kind = path.suffix.casefold()
        if kind == ".gpkg":
            name = path.stem.lstrip(string.punctuation) or output.name.lower()
            write_layer(path, _layer(output, name), self._feedback)
            return path.name
        if kind in (".shp", ".dbf"):
            self._feedback.warn(
                tr(
                    "Een shapefile kort kolomnamen in tot 10 tekens en teksten tot 254; "
                    "een GeoPackage doet dat niet."
                )
            )
        made = Path(self._sink(output, str(path)))
        if kind == ".shp" and output.shape == "tabel":
            made = made.with_suffix(".dbf")  # all that there is of a shapefile without shapes
        _check_rows(made, output)
        return made.name

    def _sink(self, output: Output, path: Optional[str] = None) -> str:
        """Fill a sink of QGIS; `path` replaces the destination."""
        parameters = self._parameters if path is None else {**self._parameters, output.name: path}
        kind = _SHAPES[output.shape]
        fields = to_fields(output.columns)
        crs = QgsCoordinateReferenceSystem(CRS if output.shape != "tabel" else "")
        sink, destination = self._algorithm.parameterAsSink(
            parameters, output.name, self._context, fields, kind, crs
        )
        if sink is None:
            raise QgsProcessingException(self._algorithm.invalidSinkError(parameters, output.name))
        features = to_features(output.table, output.geometry, output.columns, kind)
        for number, feature in enumerate(features):
            if number % CHECK_EVERY == 0:
                self._feedback.check()
            if not sink.addFeature(feature):
                raise QgsProcessingException(
                    tr("{name} is niet te schrijven: {error}").format(
                        name=output.title, error=sink.lastError()
                    )
                )
        del sink  # closes the file
        return destination

    def _announce(self, output: Output, destination: str) -> str:
        """Have QGIS load what REV wrote itself, when the user asked for that."""
        value = self._parameters.get(output.name)
        if isinstance(value, QgsProcessingOutputLayerDefinition) and value.destinationProject:
            self._context.addLayerToLoadOnCompletion(
                destination,
                QgsProcessingContext.LayerDetails(
                    value.destinationName or output.title, value.destinationProject, output.name
                ),
            )
        return destination


def _layer(output: Output, name: str) -> Layer:
    return Layer(name, output.table, output.columns, output.geometry, output.shape)


def _database(destination: str) -> Optional[tuple[Path, str]]:
    """File and layer of a destination inside a GeoPackage: ogr:dbname='…' table="…"."""
    if not destination.startswith("ogr:"):
        return None
    uri = QgsDataSourceUri(destination[len("ogr:") :])
    return Path(uri.database()), uri.table()


def _meet(one: Place, other: Place) -> bool:
    """Whether writing one place would change the other."""
    return one[0] == other[0] and ("" in (one[1], other[1]) or one[1] == other[1])


def _check_rows(made: Path, output: Output) -> None:
    """Some formats leave out, without a word, what they cannot hold: rows without a shape."""
    layer = QgsVectorLayer(str(made), output.title, "ogr")
    if not layer.isValid() or sum(1 for _ in layer.getFeatures()) < len(output.table):
        raise QgsProcessingException(
            tr("{name}: in een bestand {kind} passen niet alle rijen; kies een GeoPackage.").format(
                name=output.title, kind=made.suffix
            )
        )


def _file(destination: str) -> Optional[Path]:
    if destination in ("", QgsProcessing.TEMPORARY_OUTPUT) or _PROVIDER.match(destination):
        return None
    return Path(destination)


def _input_places(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters, context: QgsProcessingContext
) -> set[Place]:
    """The files and layers that the inputs come from; of a study, each layer that it reads."""
    places: set[Place] = set()
    layer_types = (QgsProcessingParameterFeatureSource, QgsProcessingParameterVectorLayer)
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        if parameters.get(name) is None:
            continue
        if isinstance(definition, QgsProcessingParameterFile):
            file = algorithm.parameterAsString(parameters, name, context)
            layers = _STUDY_LAYERS if file.casefold().endswith(".gpkg") else ("",)
        elif isinstance(definition, layer_types):
            layer = algorithm.parameterAsVectorLayer(parameters, name, context)
            file, _, rest = ("" if layer is None else layer.source()).partition("|")
            named = re.search(r"layername=([^|]+)", rest)
            layers = (named[1] if named else "",)
        else:
            continue
        places.update((Path(file).resolve(), layer) for layer in layers if file)
    return places
