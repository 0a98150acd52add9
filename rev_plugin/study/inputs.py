"""Gathers what a quickscan looks at: from the data GeoPackage, from layers, or both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Optional, Union

import pandas as pd
from qgis.core import QgsCoordinateTransformContext

from rev_plugin.core import columns
from rev_plugin.core.model import Features, Feedback, Settings, Theme
from rev_plugin.core.rules import Rules
from rev_plugin.study.geopackage import (
    AREAS,
    MUNICIPALITIES,
    POSTCODES,
    Study,
    conform_features,
    municipalities_of,
)
from rev_plugin.study.layers import Raw, Source, file_of, read_source, report_geometry
from rev_plugin.study.sites import check_sites
from rev_plugin.study.sources import theme_from_layer

TABLES = {AREAS, POSTCODES, MUNICIPALITIES}  # read whole, as tables


@dataclass(frozen=True)
class Inputs:
    """What a quickscan looks at; only `sites` (checked, see study.sites) is needed."""

    sites: Features
    themes: Mapping[str, Theme]
    areas: Optional[Features] = None  # columns.AREA
    postcodes: Optional[Features] = None  # columns.POSTCODE_AREA
    municipalities: Optional[Features] = None  # naam, code
    overrulings: Optional[pd.DataFrame] = None  # columns.OVERRULING
    sources: Optional[pd.DataFrame] = None  # columns.SOURCE
    data: str = ""  # the file, for the provenance
    files: tuple[str, ...] = ()  # that the themes are read from, the data first


@dataclass(frozen=True)
class Given:
    """Layers given apart from the study, captured on the thread that owns them."""

    themes: Mapping[str, Theme] = field(default_factory=dict)
    tables: Mapping[str, Raw] = field(default_factory=dict)  # of AREAS, POSTCODES, MUNICIPALITIES
    empty: tuple[str, ...] = ()  # without a single object: no theme, and not the study's either
    files: tuple[str, ...] = ()  # behind the layers

    @classmethod
    def of(
        cls,
        layers: Mapping[str, Source],
        rules: Rules,
        context: QgsCoordinateTransformContext,
        feedback: Feedback,
    ) -> Given:
        """The layers (by theme) as they stand now.

        Raises:
            InputError: a layer has no CRS.
        """
        empty = tuple(name for name, layer in layers.items() if layer.featureCount() == 0)
        filled = {name: layer for name, layer in layers.items() if name not in empty}
        tables = {
            name: read_source(layer, context, feedback)
            for name, layer in filled.items()
            if name in TABLES
        }
        themes = {
            name: theme_from_layer(name, layer, rules, context)
            for name, layer in filled.items()
            if name != POSTCODES
        }
        return cls(themes, tables, empty, tuple(filter(None, map(file_of, layers.values()))))


def gather(
    sites: Raw,
    study: Optional[Study],
    layers: Union[Mapping[str, Source], Given],
    rules: Rules,
    settings: Settings,
    context: QgsCoordinateTransformContext,
    feedback: Feedback,
) -> Inputs:
    """The checked sites with all data; a layer in `layers` (by theme) goes before the study's.

    Raises:
        InputError: naming layer, row and column.
    """
    given = _given(layers, rules, context, feedback)
    data = str(study.path) if study else ""
    tables = {name: _table(name, study, given, feedback) for name in TABLES}
    return Inputs(
        check_sites(sites, rules, settings, feedback),
        gather_themes(study, given, rules, context, feedback),
        areas=tables[AREAS],
        postcodes=tables[POSTCODES],
        municipalities=tables[MUNICIPALITIES],
        overrulings=study.overrulings() if study else None,
        sources=study.sources() if study else None,
        data=data,
        files=(data, *given.files),
    )


def gather_themes(
    study: Optional[Study],
    layers: Union[Mapping[str, Source], Given],
    rules: Rules,
    context: QgsCoordinateTransformContext,
    feedback: Feedback,
) -> dict[str, Theme]:
    """The themes of the study with the given layers over them; empty layers are left out."""
    given = _given(layers, rules, context, feedback)
    for name in (*(study.empty if study else ()), *given.empty):
        if name != POSTCODES:
            feedback.warn(f"Laag {name} is leeg; de regels die hem gebruiken zijn niet getoetst.")
    own = study.themes if study else {}
    themes = {name: theme for name, theme in own.items() if name not in given.empty}
    return {**themes, **given.themes}


def _given(
    layers: Union[Mapping[str, Source], Given],
    rules: Rules,
    context: QgsCoordinateTransformContext,
    feedback: Feedback,
) -> Given:
    return layers if isinstance(layers, Given) else Given.of(layers, rules, context, feedback)


def _table(
    name: str, study: Optional[Study], given: Given, feedback: Feedback
) -> Optional[Features]:
    if name in given.empty:
        return None
    if name in given.tables:
        raw = given.tables[name]
        report_geometry(raw, feedback, may_lack=name != MUNICIPALITIES)
        if name == MUNICIPALITIES:
            return municipalities_of(raw)
        return conform_features(raw, columns.AREA if name == AREAS else columns.POSTCODE_AREA)
    if study is None:
        return None
    readers = {AREAS: study.areas, POSTCODES: study.postcodes, MUNICIPALITIES: study.municipalities}
    return readers[name](feedback)
