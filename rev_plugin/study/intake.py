"""One file of a folder at a time: what it is, and its rows in RD."""

from __future__ import annotations

import zipfile
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core import columns
from rev_plugin.core.model import CRS, Features, Feedback, InputError
from rev_plugin.core.rules import Rules
from rev_plugin.formats.archive import unpacked
from rev_plugin.formats.capacity_map import CapacityData, read_capacity
from rev_plugin.formats.capacity_tables import CODE_COLUMNS, csv_rows, kind_of_table
from rev_plugin.formats.cityjson import is_cityjson, read_buildings
from rev_plugin.formats.json_file import is_geojson, is_json, read_json
from rev_plugin.formats.places import as_places
from rev_plugin.formats.plans import read_plans
from rev_plugin.formats.vector import VectorLayer, read_vector
from rev_plugin.study.plans import LAYERS as PLAN_LAYERS
from rev_plugin.study.recognise import theme_of
from rev_plugin.study.tidy import tidy
from rev_plugin.study.write import Layer

PLAN_SUFFIXES = (".gml", ".xml", ".zip")
_VECTOR_SUFFIXES = (".gpkg", ".geojson", ".shp", ".fgb", ".tab", ".mif", ".kml", ".sqlite")
_SIDECARS = (
    *(".dbf", ".shx", ".prj", ".cpg", ".qix", ".gfs", ".qmd", ".md", ".txt", ".qml", ".xsd"),
    *(".dat", ".id", ".map", ".ind", ".mid"),  # of MapInfo
)


@dataclass
class Haul:
    """What has been found so far."""

    rules: Rules
    themes: dict[str, list[Features]] = field(default_factory=lambda: defaultdict(list))
    figures: list[CapacityData] = field(default_factory=list)  # of JSON and CSV
    coloured: list[CapacityData] = field(default_factory=list)  # of map layers
    areas: list[Features] = field(default_factory=list)  # with the column gebied
    plans: list[Layer] = field(default_factory=list)
    sources: list[dict[str, object]] = field(default_factory=list)
    log: list[str] = field(default_factory=list)

    def note(self, theme: str, origin: str, count: int, crs: str, accuracy: float = np.nan) -> None:
        """Remember where (a part of) a layer came from."""
        self.sources.append(
            {"laag": theme, "titel": origin, "aantal": count, "crs": crs,
             "nauwkeurigheid_m": accuracy}
        )  # fmt: skip


def holds_map_layers(path: Path) -> bool:
    """Whether a file is a zip with map layers, as PDOK gives them; one with GML may be a plan."""
    if path.suffix.casefold() != ".zip":
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name.casefold() for name in archive.namelist()]
    except (zipfile.BadZipFile, OSError):
        return False  # the reader of plans tells what is wrong
    has_gml = any(name.endswith(".gml") for name in names)
    return not has_gml and any(name.endswith(_VECTOR_SUFFIXES) for name in names)


def take_plans(folder: Path, haul: Haul, feedback: Feedback, others: Collection[Path]) -> None:
    """All plans under a folder; what the reader says of the other files is not repeated."""
    try:
        rows = read_plans(folder, feedback).on_map()
    except InputError as error:
        haul.log.append(f"Plannen: overgeslagen. {error}")
        return
    counted = ", ".join(f"{n} {kind}" for kind, (n, _rows) in sorted(rows.counts.items()))
    haul.log.append(f"Plannen → planobjecten ({counted})")
    names = [path.name for path in others]
    haul.log += [f"  {line}" for line in rows.log if not any(name in line for name in names)]
    for (name, shape), part in zip(PLAN_LAYERS, rows.tables()):
        haul.plans.append(Layer(name, part.table, columns.PLAN_OBJECT, part.geometry, shape))
    for plan, count in rows.polygons.table["plan_naam"].value_counts().items():
        haul.note("planobjecten", str(plan), int(count), CRS)


def take(path: Path, name: Path, haul: Haul) -> None:
    """One file that is no plan; `name` is how the user knows it.

    Raises:
        InputError: why it cannot be used.
    """
    if path.suffix.casefold() == ".zip":
        _take_packed(path, name, haul)
    elif is_cityjson(path):
        _take_buildings(path, name, haul)
    elif is_json(path):
        _take_json(path, name, haul)
    elif path.suffix.casefold() == ".csv":
        _take_csv(path, name, haul)
    elif path.suffix.casefold() in _VECTOR_SUFFIXES:
        _take_layers(path, name, haul)
    elif path.suffix.casefold() not in _SIDECARS:
        read = ", ".join(suffix[1:] for suffix in (*_VECTOR_SUFFIXES, ".zip", ".json", ".csv"))
        haul.log.append(f"{name}: overgeslagen; gelezen worden {read} en plannen.")


def _take_packed(path: Path, name: Path, haul: Haul) -> None:
    """The files in a zip, each as if it lay in a folder with the name of the zip."""
    with unpacked(path) as folder:
        for member in sorted(folder.rglob("*")):
            if not member.is_file() or member.suffix.casefold() in PLAN_SUFFIXES:
                continue
            inside = name / member.relative_to(folder)
            try:
                take(member, inside, haul)
            except InputError as error:
                haul.log.append(f"{inside}: overgeslagen. {error}")


def _take_buildings(path: Path, name: Path, haul: Haul) -> None:
    buildings = read_buildings(path)
    haul.themes["bebouwing"].append(buildings)
    haul.note("bebouwing", str(name), len(buildings), "EPSG:7415")
    words = [f"{len(buildings)} gebouwen"]
    if "gebruiksdoel" not in buildings.table:
        words.append("zonder gebruiksdoel")
    shapeless = int(shapely.is_missing(buildings.geometry).sum())
    if shapeless:
        words.append(f"{shapeless} zonder vorm")
    haul.log.append(f"{name} → bebouwing ({'; '.join(words)})")


def _take_json(path: Path, name: Path, haul: Haul) -> None:
    """JSON: map data, figures of the net, or a list of places in degrees."""
    document = read_json(path)
    if is_geojson(document):
        _take_layers(path, name, haul)
        return
    if not _take_places(path, name, max(_records(document), key=len, default=[]), haul):
        _take_figures(path, name, haul)


def _take_csv(path: Path, name: Path, haul: Haul) -> None:
    """CSV: figures of the net, or a list of places."""
    rows = csv_rows(path)
    figures = kind_of_table({str(column).strip().casefold() for column in rows[0]})
    if figures or not _take_places(path, name, rows, haul):
        _take_figures(path, name, haul)


def _take_places(path: Path, name: Path, records: Sequence[dict], haul: Haul) -> bool:
    """Records that say where they are; whether they do."""
    layer = as_places(records, path)
    if layer is not None:
        _take_layer(path, layer, str(name), haul)
    return layer is not None


def _take_figures(path: Path, name: Path, haul: Haul) -> None:
    """JSON or CSV with figures of the net."""
    data = read_capacity(path)
    haul.figures.append(data)
    count = data.areas["gebied_id"].nunique()
    haul.note("voedingsgebieden", str(name), count, "")
    haul.log.append(f"{name} → voedingsgebieden (cijfers van {count} gebieden)")
    haul.log += [f"  {line}" for line in data.log]


def _records(document: object) -> Iterator[list[dict]]:
    """The lists of records in a JSON document."""
    lists = document.values() if isinstance(document, dict) else [document]
    for found in lists:
        if isinstance(found, list) and found and all(isinstance(r, dict) for r in found):
            yield found


def _take_layers(path: Path, name: Path, haul: Haul) -> None:
    """The layers of a map file: supply areas by their columns, the rest by name and looks."""
    with_areas = False
    for layer in read_vector(path):
        origin = f"{name}, laag {layer.name}"
        code = next((c for c in layer.table.columns if c.casefold() in CODE_COLUMNS), None)
        if code and layer.shape == "vlak":
            with_areas = True
            haul.areas.append(Features(layer.geometry, pd.DataFrame({"gebied": layer.table[code]})))
            haul.note("voedingsgebieden", origin, len(layer.table), layer.crs)
            haul.log.append(f"{origin} → voedingsgebieden (vorm van {len(layer.table)} gebieden)")
        else:
            _take_layer(path, layer, origin, haul)
    if with_areas:
        colours = read_capacity(path)
        haul.coloured.append(colours)
        haul.log += [f"  {line}" for line in colours.log]


def _take_layer(path: Path, layer: VectorLayer, origin: str, haul: Haul) -> None:
    """A map layer that becomes a theme, or is left out with the reason."""
    theme = theme_of(path.stem, layer.name, list(layer.table.columns), layer.shape, haul.rules)
    if theme is None:
        haul.log.append(f"{origin}: overgeslagen, bij geen thema herkend ({layer.shape}).")
        return
    features, accuracy = tidy(theme, Features(layer.geometry, layer.table), path.name)
    haul.themes[theme].append(features)
    haul.note(theme, origin, len(features), layer.crs, accuracy)
    haul.log.append(f"{origin} → {theme} ({_remarks(layer, features, accuracy)})")


def _remarks(layer: VectorLayer, features: Features, accuracy: float) -> str:
    words = [f"{len(features)} objecten"]
    if layer.crs not in ("", CRS):
        words.append(f"omgezet uit {layer.crs}")
    if not layer.crs_given:
        words.append(f"stelsel ontbrak, gelezen als {layer.crs}")
    if layer.n_repaired:
        words.append(f"{layer.n_repaired} hersteld")
    if layer.n_without:
        words.append(f"{layer.n_without} zonder vorm")
    if not np.isnan(accuracy):
        words.append(f"celmaat {accuracy:.0f} m")
    return "; ".join(words)
