"""Writes the demo: real formats first, then the data GeoPackage through the importers."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core import columns
from rev_plugin.core.model import CRS, Column, Features, Feedback
from rev_plugin.formats.capacity_map import join_areas, read_capacity
from rev_plugin.formats.plans import read_plans
from rev_plugin.study.demo.capacity import area_shapes, write_capacity
from rev_plugin.study.demo.imro_writer import write_manifest, write_plan
from rev_plugin.study.demo.plans import draw_plans
from rev_plugin.study.demo.recipe import draw_world
from rev_plugin.study.demo.shapes import place
from rev_plugin.study.demo.sites import SITE_COLUMNS, draw_sites
from rev_plugin.study.demo.tables import INVENTED, read_table
from rev_plugin.study.demo.themes import clip
from rev_plugin.study.demo.world import World
from rev_plugin.study.plans import LAYERS as PLAN_LAYERS
from rev_plugin.study.progress import Part
from rev_plugin.study.write import Layer, beside, write_layers

_SHAPES = {0: "punt", 1: "lijn", 2: "vlak"}
_KINDS = {"f": "float", "i": "int", "u": "int"}
AREA_FIELD = "gebied_id"
THEMES = "themas.gpkg"
_MADE_ON = "2026-10-01"


def build_demo(folder: Path, feedback: Feedback) -> Path:
    """The whole demo in `folder`; gives the path of its data.gpkg.

    Writes plans/*.gml with manifests, grid/*.json, grid/gebieden.gpkg, themas.gpkg and
    data.gpkg, which holds all. Each run gives the same values in every row.

    Raises:
        Cancelled: data.gpkg is then as it was.
        RevError: the folder cannot be written.
    """
    themes = write_sources(folder, Part(feedback, 0, 0.7))
    plans = _plan_layers(folder / "plans", Part(feedback, 0.7, 0.8))
    more = [*plans, *_net_layers(folder / "grid", feedback)]
    data = folder / "data.gpkg"
    with beside(data) as temporary:
        shutil.copyfile(folder / THEMES, temporary)
        write_layers(temporary, [*more, _sources([*themes, *more])], feedback)
    feedback.progress(1)
    return data


def write_sources(folder: Path, feedback: Feedback) -> list[Layer]:
    """The demo as others would deliver it: plans, capaciteitskaart, a GeoPackage of themes.

    Gives the layers of themas.gpkg.
    """
    for name in ("plans", "grid"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    world = draw_world()
    feedback.check()
    feedback.progress(0.5)
    with ThreadPoolExecutor(1) as meanwhile:  # most of the drawing is done without Python's lock
        drawn = meanwhile.submit(_write_plans, world, folder / "plans")
        _write_net(folder / "grid", feedback)
        themes = _write_themes(world, folder / THEMES, feedback)
        drawn.result()
    feedback.progress(1)
    return themes


def _write_plans(world: World, folder: Path) -> None:
    plans = draw_plans(world)
    for plan in plans:
        write_plan(plan, folder)
    for code in sorted({plan.code for plan in plans}):
        write_manifest([plan for plan in plans if plan.code == code], folder)


def _write_net(folder: Path, feedback: Feedback) -> None:
    write_capacity(folder)
    areas = area_shapes()
    borders = _layer("gebieden", Features(place(areas.geometry), areas.table))
    _write_new(folder / "gebieden.gpkg", [borders], feedback)


def _write_themes(world: World, path: Path, feedback: Feedback) -> list[Layer]:
    themes = [_layer(name, _in_rd(features)) for name, features in world.themes.items()]
    sites = draw_sites()
    themes.append(Layer("locaties", sites.table, SITE_COLUMNS, sites.geometry, "vlak"))
    _write_new(path, [*themes, _sources(themes)], feedback)
    return themes


def _write_new(path: Path, layers: Sequence[Layer], feedback: Feedback) -> None:
    path.unlink(missing_ok=True)
    write_layers(path, layers, feedback)


def _in_rd(features: Features) -> Features:
    cut = clip(features)
    return Features(place(cut.geometry), cut.table)


def _layer(name: str, features: Features) -> Layer:
    """A layer whose columns and shape follow from the data."""
    kinds = {c: _KINDS.get(features.table[c].dtype.kind, "text") for c in features.table.columns}
    contract = tuple(Column(str(c), kind) for c, kind in kinds.items())
    dimension = int(shapely.get_dimensions(features.geometry).max())
    shape = _SHAPES[dimension]
    return Layer(name, features.table, contract, features.geometry, shape)


def _plan_layers(folder: Path, feedback: Feedback) -> list[Layer]:
    """The plan objects of all plans in a folder, as importing them gives them."""
    rows = read_plans(folder, feedback).on_map()
    return [
        Layer(name, part.table, columns.PLAN_OBJECT, part.geometry, shape)
        for (name, shape), part in zip(PLAN_LAYERS, rows.tables())
    ]


def _net_layers(folder: Path, feedback: Feedback) -> list[Layer]:
    """The supply areas of both levels and the colours per postcode."""
    raw = area_shapes()
    shapes = Features(place(raw.geometry), raw.table)
    data = read_capacity(folder)
    areas = join_areas(data, shapes, AREA_FIELD, feedback)
    return [
        Layer("voedingsgebieden", areas.table, columns.AREA, areas.geometry, "vlak"),
        Layer("postcodegebieden", data.postcodes, columns.POSTCODE_AREA),
    ]


def _sources(layers: Sequence[Layer]) -> Layer:
    """The table `bronnen`: every layer says that it is invented."""
    counts = {layer.name: len(layer.table) for layer in layers}
    rows = [
        {
            **row,
            "uitgever": INVENTED,
            "licentie": "CC0",
            "opgehaald_op": _MADE_ON,
            "crs": CRS,
            "aantal": counts.get(row["laag"]),
            "nauwkeurigheid_m": float(row["nauwkeurigheid_m"] or np.nan),
        }
        for row in read_table("bronnen.csv")
    ]
    table = pd.DataFrame(rows, columns=[column.name for column in columns.SOURCE])
    table["aantal"] = table["aantal"].astype("Int64")
    return Layer("bronnen", table, columns.SOURCE)
