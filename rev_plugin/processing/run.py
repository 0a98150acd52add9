"""One run of an algorithm: its parameters as the study wants them, and its outputs.

Imports pandas: algorithms meet it on their first run only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Optional, Union

import shapely
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
)

from rev_plugin.core.model import CRS, Bounds, Features, Settings, Theme
from rev_plugin.core.rules import Rules, load_rules
from rev_plugin.i18n import tr
from rev_plugin.processing import parameters as names
from rev_plugin.processing.outputs import Output, Writer
from rev_plugin.study.geopackage import MUNICIPALITIES, Study, municipalities_of
from rev_plugin.study.inputs import gather_themes
from rev_plugin.study.layers import Raw, Source, read_source, report_geometry
from rev_plugin.study.progress import Part, QgisFeedback
from rev_plugin.study.sites import check_sites, dated
from rev_plugin.study.sources import theme_from_layer
from rev_plugin.study.write import Layer

_SETTINGS = {
    names.CHANCE_YES: "chance_yes",
    names.CHANCE_NO: "chance_no",
    names.SLIVER: "sliver_share",
    names.REACH: "reach_m",
}


class Run:
    """What one run was given; read when asked for, in the thread of the run."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: names.Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """Refuses at once the destinations that would fail at the end.

        Raises:
            QgsProcessingException: a destination is an input, or its folder is not there.
        """
        self._algorithm, self._context = algorithm, context
        # An empty field of QGIS's window is NULL, which would read as text "0".
        self._parameters = {k: v for k, v in parameters.items() if v is not None and v != NULL}
        self.feedback = QgisFeedback(feedback)
        self._writer = Writer(algorithm, self._parameters, context, self.feedback)
        self._writer.check()

    # --- single parameters ---

    def given(self, name: str) -> bool:
        """Whether the algorithm has the parameter and the user filled it in."""
        known = self._algorithm.parameterDefinition(name) is not None
        return known and self._parameters.get(name, "") != ""

    def text(self, name: str) -> str:
        """A text, field or file parameter; "" when it is empty."""
        return self._algorithm.parameterAsString(self._parameters, name, self._context)

    def choice(self, name: str) -> str:
        """The word chosen from a list."""
        return self._algorithm.parameterAsEnumString(self._parameters, name, self._context)

    def path(self, name: str) -> Optional[Path]:
        """A file or folder; None when it is empty."""
        text = self.text(name)
        return Path(text) if text else None

    def number(self, name: str) -> Optional[float]:
        """A number (or its default); None when it is empty."""
        definition = self._algorithm.parameterDefinition(name)
        if definition is None or not (self.given(name) or definition.defaultValue() is not None):
            return None
        return self._algorithm.parameterAsDouble(self._parameters, name, self._context)

    def extent(self, name: str) -> Optional[Bounds]:
        """An extent in RD metres; None when it is empty."""
        rd = QgsCoordinateReferenceSystem(CRS)
        box = self._algorithm.parameterAsExtent(self._parameters, name, self._context, rd)
        if box.isNull():
            return None
        return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()

    def source(self, name: str) -> Source:
        """The source of a parameter; the layer itself when all of it is meant.

        A whole layer of a file can be read much faster than a Processing source.

        Raises:
            QgsProcessingException: when there is no such source.
        """
        value = self._parameters.get(name)
        part = isinstance(value, QgsProcessingFeatureSourceDefinition) and (
            value.selectedFeaturesOnly or value.featureLimit >= 0 or value.filterExpression
        )
        asked = (self._parameters, name, self._context)
        layer = None if part else self._algorithm.parameterAsVectorLayer(*asked)
        source = layer or self._algorithm.parameterAsSource(*asked)
        if source is None:
            raise QgsProcessingException(self._algorithm.invalidSourceError(self._parameters, name))
        return source

    def raw(self, name: str) -> Raw:
        """A source parameter as it stands, in RD."""
        return read_source(self.source(name), self.transforms, self.feedback)

    def features(self, name: str) -> Features:
        """The features of a source that have a shape; the others are reported."""
        raw = self.raw(name)
        report_geometry(raw, self.feedback)
        shapes = raw.features.geometry
        return raw.features.where(~(shapely.is_missing(shapes) | shapely.is_empty(shapes)))

    def theme(self, parameter: str, name: str) -> Theme:
        """A source parameter as a theme."""
        return theme_from_layer(name, self.source(parameter), self.rules, self.transforms)

    # --- what many algorithms share ---

    @property
    def transforms(self) -> QgsCoordinateTransformContext:
        """How coordinates are transformed."""
        return self._context.transformContext()

    @cached_property
    def settings(self) -> Settings:
        """The settings from the parameters that the algorithm has.

        Raises:
            QgsProcessingException: when thresholds contradict each other.
        """
        values: dict[str, object] = {
            field: self.number(name)
            for name, field in _SETTINGS.items()
            if self._algorithm.parameterDefinition(name) is not None
        }
        year = self.number(names.YEAR)
        if year is not None:
            values["year"] = int(year)
        if self.given(names.DATE):
            asked = (self._parameters, names.DATE, self._context)
            moment = self._algorithm.parameterAsDateTime(*asked)
            if moment.isValid():
                values["reference_date"] = moment.date().toPyDate()
        try:
            return Settings(**values)
        except ValueError as error:
            raise QgsProcessingException(
                tr("De drempels kloppen niet: {error}").format(error=error)
            ) from error

    @property
    def rules_folder(self) -> Optional[Path]:
        """The folder with the user's own rules, if any."""
        return self.path(names.RULES)

    @cached_property
    def rules(self) -> Rules:
        """The rule tables with the user's own over them (rows for one municipality apart)."""
        return load_rules(self.rules_folder)

    @cached_property
    def study(self) -> Optional[Study]:
        """The study in DATA, or None when it is not given."""
        path = self.path(names.DATA)
        return Study.open(path, self.transforms) if path else None

    @cached_property
    def layers(self) -> dict[str, Source]:
        """The layers given apart, by theme."""
        return {
            theme: self.source(name) for name, theme in names.LAYERS.items() if self.given(name)
        }

    def need_data(self) -> None:
        """Refuse a run that was given neither DATA nor layers.

        Raises:
            QgsProcessingException: with what to give.
        """
        if self.study is None and not self.layers:
            raise QgsProcessingException(
                tr("Geef gegevens: een data-GeoPackage (DATA) of losse lagen.")
            )

    def themes(self) -> dict[str, Theme]:
        """The themes of DATA, with the layers given apart over them."""
        self.need_data()
        return gather_themes(self.study, self.layers, self.rules, self.transforms, self.feedback)

    def municipalities(self) -> Optional[Features]:
        """The municipalities (naam, code) of their own layer or of DATA."""
        if self.given(MUNICIPALITIES.upper()):
            return municipalities_of(self.raw(MUNICIPALITIES.upper()))
        return self.study.municipalities(self.feedback) if self.study else None

    def sites(self) -> Features:
        """The sites, checked and dated.

        Raises:
            InputError: naming layer, row and column.
        """
        checked = check_sites(self.raw(names.SITES), self.rules, self.settings, self.feedback)
        return dated(checked, self.settings)

    def part(self, start: float, end: float) -> Part:
        """The feedback for a part of the run (0–1)."""
        return Part(self.feedback, start, end)

    def write(
        self,
        outputs: Sequence[Output],
        files: Optional[Mapping[str, Union[str, bytes]]] = None,
        into: Optional[Mapping[Path, Sequence[Layer]]] = None,
    ) -> dict[str, object]:
        """Write everything, or nothing; see outputs.Writer.write."""
        return self._writer.write(outputs, files, into)
