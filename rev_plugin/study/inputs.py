"""Gathers what a quickscan looks at: from the data GeoPackage, from layers, or both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Optional

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
from rev_plugin.study.layers import Raw, Source, read_source, report_geometry
from rev_plugin.study.sites import check_sites
from rev_plugin.study.sources import theme_from_layer


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


def gather(
    sites: Raw,
    study: Optional[Study],
    layers: Mapping[str, Source],
    rules: Rules,
    settings: Settings,
    context: QgsCoordinateTransformContext,
    feedback: Feedback,
) -> Inputs:
    """The checked sites with all data; a layer in `layers` (by theme) goes before the study's.

    Raises:
        InputError: naming layer, row and column.
    """
    checked = check_sites(sites, rules, settings, feedback)
    tables = {
        name: _table(name, study, layers, context, feedback)
        for name in (AREAS, POSTCODES, MUNICIPALITIES)
    }
    return Inputs(
        checked,
        gather_themes(study, layers, rules, context, feedback),
        areas=tables[AREAS],
        postcodes=tables[POSTCODES],
        municipalities=tables[MUNICIPALITIES],
        overrulings=study.overrulings() if study else None,
        sources=study.sources() if study else None,
        data=str(study.path) if study else "",
    )


def gather_themes(
    study: Optional[Study],
    layers: Mapping[str, Source],
    rules: Rules,
    context: QgsCoordinateTransformContext,
    feedback: Feedback,
) -> dict[str, Theme]:
    """The themes of the study with the given layers over them; empty layers are left out."""
    themes = dict(study.themes) if study else {}
    for name in study.empty if study else ():
        feedback.warn(f"Laag {name} is leeg; de regels die hem gebruiken zijn niet getoetst.")
    for name, layer in layers.items():
        if name == POSTCODES:
            continue
        if layer.featureCount() == 0:
            feedback.warn(f"Laag {name} is leeg; de regels die hem gebruiken zijn niet getoetst.")
            themes.pop(name, None)
        else:
            themes[name] = theme_from_layer(name, layer, rules, context)
    return themes


def _table(
    name: str,
    study: Optional[Study],
    layers: Mapping[str, Source],
    context: QgsCoordinateTransformContext,
    feedback: Feedback,
) -> Optional[Features]:
    if name in layers:
        raw = read_source(layers[name], context, feedback)
        report_geometry(raw, feedback, may_lack=name != MUNICIPALITIES)
        if not len(raw.features):
            return None
        if name == MUNICIPALITIES:
            return municipalities_of(raw)
        return conform_features(raw, columns.AREA if name == AREAS else columns.POSTCODE_AREA)
    if study is None:
        return None
    readers = {AREAS: study.areas, POSTCODES: study.postcodes, MUNICIPALITIES: study.municipalities}
    return readers[name](feedback)
