"""The data GeoPackage: all inputs of one study, opened for reading only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Optional

import pandas as pd
from qgis.core import QgsCoordinateTransformContext

from rev_plugin.core import columns
from rev_plugin.core.model import (
    Column,
    Features,
    Feedback,
    InputError,
    Silent,
    SourceInfo,
    Theme,
)
from rev_plugin.core.themes import THEMES
from rev_plugin.study.frames import conform
from rev_plugin.study.layers import Raw, open_layer, read_source, report_geometry
from rev_plugin.study.overrulings import TABLE as OVERRULINGS
from rev_plugin.study.sources import themes_from_file
from rev_plugin.study.write import open_geopackage

SITES, AREAS, POSTCODES, MUNICIPALITIES = (
    "locaties",
    "voedingsgebieden",
    "postcodegebieden",
    "gemeenten",
)
SOURCES = "bronnen"
# Names under which publishers give a municipality's name and code.
_NAME_COLUMNS = ("naam", "gemeentenaam", "gemeente", "statnaam", "gm_naam", "name")
_CODE_COLUMNS = ("code", "gemeentecode", "statcode", "gm_code", "identificatie")


@dataclass(frozen=True)
class Study:
    """An opened data GeoPackage.

    `layers` maps the fixed (lower case) names to the names in the file and their counts.
    """

    path: Path
    layers: dict[str, tuple[str, int]]
    transform_context: QgsCoordinateTransformContext = field(repr=False)

    @classmethod
    def open(
        cls, path: Path, transform_context: Optional[QgsCoordinateTransformContext] = None
    ) -> Study:
        """Look into the file; nothing is written, not even beside it.

        Raises:
            InputError: the file is missing or no GeoPackage.
        """
        path = Path(path)
        if not path.is_file():
            raise InputError(
                "het bestand bestaat niet.", file=str(path), advice="Kies een data-GeoPackage."
            )
        dataset = open_geopackage(path)
        if dataset is None:
            raise InputError("dit is geen (leesbare) GeoPackage.", file=str(path))
        found = [dataset.GetLayer(index) for index in range(dataset.GetLayerCount())]
        layers = {
            layer.GetName().casefold(): (layer.GetName(), layer.GetFeatureCount())
            for layer in found
        }
        return cls(path, layers, transform_context or QgsCoordinateTransformContext())

    def has(self, name: str) -> bool:
        """Whether the layer is there with at least one row."""
        return self.layers.get(name, ("", 0))[1] > 0

    @property
    def empty(self) -> tuple[str, ...]:
        """Theme layers without a single object; they count as absent, never as "none near"."""
        return tuple(name for name in THEMES if name in self.layers and not self.has(name))

    @cached_property
    def themes(self) -> dict[str, Theme]:
        """The layers of the study by theme, with what `bronnen` says about them."""
        layers = {n: self.layers[n][0] for n in THEMES if n != SITES and self.has(n)}
        themes = themes_from_file(self.path, layers, transform_context=self.transform_context)
        infos = self._infos
        return {n: replace(theme, info=_told(infos.get(n), theme)) for n, theme in themes.items()}

    def raw_sites(self, feedback: Optional[Feedback] = None) -> Raw:
        """The layer `locaties` as it stands; `sites.check_sites` checks it.

        Raises:
            InputError: when the layer is not there.
        """
        if SITES not in self.layers:
            raise InputError("de laag ontbreekt.", file=self.path.name, layer=SITES)
        return self._read(SITES, feedback or Silent())

    def areas(self, feedback: Optional[Feedback] = None) -> Optional[Features]:
        """The supply areas with the columns of `columns.AREA`, or None."""
        return self.contract(AREAS, columns.AREA, feedback)

    def postcodes(self, feedback: Optional[Feedback] = None) -> Optional[Features]:
        """The postcode areas with the columns of `columns.POSTCODE_AREA`, or None."""
        return self.contract(POSTCODES, columns.POSTCODE_AREA, feedback)

    def municipalities(self, feedback: Optional[Feedback] = None) -> Optional[Features]:
        """The municipalities with columns naam and code, or None."""
        if not self.has(MUNICIPALITIES):
            return None
        return municipalities_of(self._read(MUNICIPALITIES, feedback or Silent()))

    def sources(self) -> pd.DataFrame:
        """The table `bronnen`, empty when it is not there."""
        return self._sources

    def overrulings(self) -> pd.DataFrame:
        """The user's own verdicts (table `oordelen`), empty when there are none."""
        return self._table(OVERRULINGS, columns.OVERRULING)

    def contract(
        self, name: str, contract: Sequence[Column], feedback: Optional[Feedback] = None
    ) -> Optional[Features]:
        """A layer with exactly the columns of a contract, or None when it has no rows.

        Raises:
            InputError: naming row and column of a cell that does not fit.
        """
        if not self.has(name):
            return None
        return conform_features(self._read(name, feedback or Silent()), contract, self.path.name)

    @cached_property
    def _sources(self) -> pd.DataFrame:
        return self._table(SOURCES, columns.SOURCE)

    @cached_property
    def _infos(self) -> dict[str, SourceInfo]:
        return {row.laag: row for row in map(_source_info, self.sources().to_dict("records"))}

    def _read(self, name: str, feedback: Feedback) -> Raw:
        layer = open_layer(self.path, self.layers[name][0])
        raw = read_source(layer, self.transform_context, feedback, name)
        report_geometry(raw, feedback, may_lack=name in (AREAS, POSTCODES))
        return raw

    def _table(self, name: str, contract: Sequence[Column]) -> pd.DataFrame:
        table = pd.DataFrame()
        if self.has(name):
            table = self._read(name, Silent()).features.table
        return conform(table, contract, layer=name, file=self.path.name)


def conform_features(raw: Raw, contract: Sequence[Column], file: str = "") -> Features:
    """A layer with exactly the columns of a contract."""
    table = conform(raw.features.table, contract, layer=raw.name, file=file)
    return Features(raw.features.geometry, table)


def municipalities_of(raw: Raw) -> Features:
    """Municipalities with columns naam and code, whatever their publisher calls them.

    Raises:
        InputError: when no column holds the name.
    """
    present = {str(name).casefold(): name for name in raw.features.table.columns}
    table = pd.DataFrame(index=raw.features.table.index)
    for column, candidates in (("naam", _NAME_COLUMNS), ("code", _CODE_COLUMNS)):
        found = [present[name] for name in candidates if name in present]
        table[column] = raw.features.table[found[0]] if found else None
        if column == "naam" and not found:
            raise InputError(
                "de gemeentenaam ontbreekt.", layer=raw.name, column=" / ".join(candidates)
            )
    return Features(raw.features.geometry, table)


def _told(info: Optional[SourceInfo], theme: Theme) -> SourceInfo:
    """What `bronnen` says of a layer; where that leaves out how many objects it has, as counted."""
    if info is None:
        return theme.info
    return info if info.aantal is not None else replace(info, aantal=theme.info.aantal)


def _source_info(row: dict) -> SourceInfo:
    def text(name: str) -> str:
        return row[name] or ""

    def number(name: str) -> Optional[float]:
        return None if pd.isna(row[name]) else row[name]

    names = ("titel", "uitgever", "url", "licentie", "opgehaald_op", "geldig_op")
    return SourceInfo(
        laag=text("laag").casefold(),
        **{name: text(name) for name in names},
        crs=text("crs") or SourceInfo("").crs,
        aantal=number("aantal"),
        nauwkeurigheid_m=number("nauwkeurigheid_m"),
    )
