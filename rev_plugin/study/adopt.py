"""Takes a folder of real files into a data GeoPackage, and says per file what it became.

Plans, the capaciteitskaart and buildings are read by their own readers; any other map layer
becomes a theme by its name and by looking at it. The files are never written.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core import columns
from rev_plugin.core.model import Column, Features, Feedback, InputError
from rev_plugin.core.rules import load_rules
from rev_plugin.formats.capacity_map import join_areas, merge_capacity
from rev_plugin.study.intake import PLAN_SUFFIXES, Haul, holds_map_layers, take, take_plans
from rev_plugin.study.progress import Part
from rev_plugin.study.write import Layer, write_layers

_KINDS = {"f": "float", "i": "int", "u": "int", "b": "bool"}
_SHAPES = {0: "punt", 1: "lijn", 2: "vlak"}


def adopt(folder: Path, data: Path, feedback: Feedback) -> list[str]:
    """Write data.gpkg from all files in a folder that can be recognised.

    Gives a line per file or layer: what it became, or why it was left out. Layers of one
    theme are put together; figures of net capacity meet their areas by code.

    Raises:
        InputError: the folder does not exist or nothing in it could be used.
        Cancelled: `data` is then as it was.
    """
    if not folder.is_dir():
        raise InputError("de map bestaat niet.", file=str(folder))
    haul = Haul(load_rules())
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path != data]
    rest = [
        path
        for path in files
        if path.suffix.casefold() not in PLAN_SUFFIXES or holds_map_layers(path)
    ]
    if len(rest) < len(files):
        take_plans(folder, haul, Part(feedback, 0, 0.4), rest)
    for number, path in enumerate(rest, start=1):
        feedback.check()
        name = path.relative_to(folder)
        try:
            take(path, name, haul)
        except InputError as error:
            haul.log.append(f"{name}: overgeslagen. {error}")
        feedback.progress(0.4 + 0.4 * number / len(rest))
    layers = [*haul.plans, *_net_layers(haul, feedback), *_theme_layers(haul)]
    if not layers:
        raise InputError(
            "in deze map staat niets dat te gebruiken is.",
            file=str(folder),
            advice=" ".join(haul.log),
        )
    write_layers(data, [*layers, _source_layer(haul)], Part(feedback, 0.8, 1))
    return haul.log


def _theme_layers(haul: Haul) -> list[Layer]:
    """A layer per theme; what several files gave is put together."""
    return [_layer(name, _together(found), haul) for name, found in sorted(haul.themes.items())]


def _together(found: Sequence[Features]) -> Features:
    """Features one under another; a column that one lacks is missing there."""
    geometry = np.concatenate([features.geometry for features in found])
    return Features(geometry, pd.concat([f.table for f in found], ignore_index=True))


def _layer(name: str, features: Features, haul: Haul) -> Layer:
    """A layer of one kind of shape; points and lines beside areas are left out, and said."""
    dimensions = shapely.get_dimensions(features.geometry)
    dimension = int(dimensions.max(initial=0))
    fits = (dimensions == dimension) | (dimensions < 0)
    if not fits.all():
        lost = len(fits) - int(fits.sum())
        haul.log.append(f"{name}: {lost} objecten weggelaten, want geen {_SHAPES[dimension]}.")
    kept = features.where(fits)
    contract = tuple(Column(str(c), _kind(kept.table[c])) for c in kept.table.columns)
    table = kept.table.copy()
    for column in contract:
        if column.kind == "text":
            table[column.name] = table[column.name].map(_as_text)
    return Layer(name, table, contract, kept.geometry, _SHAPES[dimension])


def _kind(cells: pd.Series) -> str:
    return _KINDS.get(getattr(cells.dtype, "kind", "O"), "text")


def _as_text(cell: object) -> object:
    return None if cell is None or cell is pd.NA or cell != cell else str(cell)  # NaN ≠ NaN


def _net_layers(haul: Haul, feedback: Feedback) -> list[Layer]:
    """The supply areas: figures first, then what the map layers know besides."""
    parts = [*haul.figures, *haul.coloured]
    if not parts:
        return []
    figures = merge_capacity(parts)
    areas = Features(np.full(len(figures.areas), None, dtype=object), figures.areas)
    if haul.areas:
        shapes = _together(haul.areas)
        areas = join_areas(figures, shapes, "gebied", _Log(haul.log, feedback))
    layers = [Layer("voedingsgebieden", areas.table, columns.AREA, areas.geometry, "vlak")]
    if len(figures.postcodes):
        layers.append(Layer("postcodegebieden", figures.postcodes, columns.POSTCODE_AREA))
    return layers


class _Log:
    """A Feedback whose warnings also stand in the log."""

    def __init__(self, log: list[str], feedback: Feedback) -> None:
        self._log, self._feedback = log, feedback
        self.progress, self.check, self.info = feedback.progress, feedback.check, feedback.info

    def warn(self, text: str) -> None:
        """Keep a warning and pass it on."""
        self._log.append(f"  {text}")
        self._feedback.warn(text)


def _source_layer(haul: Haul) -> Layer:
    """The table `bronnen`: a row per layer, the files it came from in the title."""
    rows = []
    for name, found in pd.DataFrame(haul.sources).groupby("laag", sort=False):
        rows.append(
            {
                "laag": name,
                "titel": "; ".join(found["titel"]),
                "crs": "; ".join(dict.fromkeys(crs for crs in found["crs"] if crs)) or None,
                "aantal": int(found["aantal"].sum()),
                "nauwkeurigheid_m": found["nauwkeurigheid_m"].max(),
            }
        )
    table = pd.DataFrame(rows, columns=[column.name for column in columns.SOURCE])
    return Layer("bronnen", table, columns.SOURCE)
