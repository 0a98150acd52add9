"""Building footprints from CityJSON 1.x and 2.0 and CityJSONSeq, as the 3D BAG publishes them.

GDAL 3.6 does not read CityJSON 2.0, so this reads the JSON itself. Heights and use are
given where the file has them: the 3D BAG has no use (gebruiksdoel), so that column is then
absent, and rules that ask for the use know that they could not look at it.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.model import RD_BOUNDS, Features, InputError
from rev_plugin.formats.crs import RD_CODES, read_crs
from rev_plugin.formats.json_file import open_unpacked, parse_json, read_bytes

COLUMNS = ("identificatie", "bouwjaar", "status", "gebruiksdoel", "hoogte_m", "bouwlagen")
_ENDINGS = (".json", ".json.gz", ".jsonl", ".jsonl.gz")
_USE = ("gebruiksdoel", "gebruiksdoelen", "b3_gebruiksdoel", "function")


def is_cityjson(path: Path) -> bool:
    """Whether a file starts like CityJSON, by its name and first bytes."""
    name = path.name.casefold()
    if not name.endswith(_ENDINGS):
        return False
    try:
        with open_unpacked(path) as file:
            head = file.read(200_000)
    except (OSError, EOFError, zlib.error):
        return False
    return b'"CityJSON"' in head or b'"CityObjects"' in head


def read_buildings(path: Path) -> Features:
    """The buildings of a CityJSON file (.json or .jsonl, or those with .gz): footprints in RD.

    One row per Building, its BuildingParts included: identificatie, and of bouwjaar,
    status, gebruiksdoel, hoogte_m (roof above ground) and bouwlagen those that the file
    has. Without ground surfaces the outline of all surfaces counts; a building without any
    has geometry None.

    Raises:
        InputError: no (complete) CityJSON, an unknown CRS, or a broken vertex list.
    """
    header, *features = _load(path)
    rows, shapes = [], []
    for part in (header, *features):
        vertices = _vertices(part, header, path)
        objects = part.get("CityObjects")
        if not isinstance(objects, dict):
            raise InputError("CityObjects ontbreekt.", file=str(path))
        for name, item in objects.items():
            if not isinstance(item, dict) or item.get("type") != "Building":
                continue
            family = list(_family(name, objects, set()))
            shapes.append(_shape(name, family, vertices, path))
            rows.append(_attributes(name, family))
    if not rows:
        raise InputError("er staan geen gebouwen (Building) in.", file=str(path))
    geometry = np.empty(len(shapes), dtype=object)
    geometry[:] = shapes
    return Features(_to_rd(geometry, header, path), _table(rows))


def _load(path: Path) -> list[dict[str, Any]]:
    """The document; of a CityJSONSeq the header, and the features that follow it."""
    raw = read_bytes(path)
    in_lines = path.name.casefold().removesuffix(".gz").endswith(".jsonl")
    texts = [line for line in raw.splitlines() if line.strip()] if in_lines else [raw]
    documents = [parse_json(text, path) for text in texts or [b""]]
    city = documents[0]
    if not isinstance(city, dict) or city.get("type") != "CityJSON":
        raise InputError("dit is geen CityJSON.", file=str(path))
    if str(city.get("version", "")).split(".")[0] not in ("1", "2"):
        raise InputError(
            f"CityJSON versie {city.get('version')} is onbekend; gelezen worden 1.x en 2.0.",
            file=str(path),
        )
    return [document for document in documents if isinstance(document, dict)]


def _family(name: str, objects: dict[str, Any], seen: set[str]) -> Iterator[dict[str, Any]]:
    """A building and the parts under it, however deep."""
    item = objects.get(name)
    if isinstance(item, dict) and name not in seen:
        seen.add(name)
        yield item
        for child in item.get("children") or ():
            yield from _family(str(child), objects, seen)


def _vertices(part: dict[str, Any], header: dict[str, Any], path: Path) -> np.ndarray:
    """Coordinates (n, 2) of the vertices, scaled and moved as the header's `transform` says."""
    try:
        raw = np.asarray(part["vertices"] or np.empty((0, 3)), dtype=float)[:, :2]
        transform = header.get("transform") or {"scale": [1, 1], "translate": [0, 0]}
        moved = raw * np.asarray(transform["scale"], dtype=float)[:2]
        moved = moved + np.asarray(transform["translate"], dtype=float)[:2]
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise InputError(
            "de lijst met punten (vertices, transform) klopt niet.", file=str(path)
        ) from error
    if not np.isfinite(moved).all():
        raise InputError("een coördinaat is geen eindig getal.", file=str(path))
    return moved


def _shape(
    name: str, family: Sequence[dict[str, Any]], vertices: np.ndarray, path: Path
) -> Optional[shapely.Geometry]:
    try:
        return _footprint(family, vertices)
    except (IndexError, TypeError, ValueError, KeyError) as error:
        raise InputError(
            f"de geometrie verwijst naar punten die er niet zijn ({error}).",
            file=str(path),
            row=name,
        ) from error


def _footprint(
    family: Sequence[dict[str, Any]], vertices: np.ndarray
) -> Optional[shapely.Geometry]:
    """The ground of a building: of its own lowest LoD, else of its parts, else all surfaces."""
    for every in (False, True):
        for items in (family[:1], family[1:]):
            polygons = [p for item in items for p in _ground(item, vertices, every)]
            shape = shapely.union_all(shapely.make_valid(np.array(polygons, dtype=object)))
            areas = [p for p in shapely.get_parts(shape) if p.geom_type == "Polygon"]
            if areas:
                return areas[0] if len(areas) == 1 else shapely.MultiPolygon(areas)
    return None


def _ground(item: dict[str, Any], vertices: np.ndarray, every: bool) -> list[shapely.Polygon]:
    """The ground surfaces (or `every` surface) of the lowest LoD of an object that has any."""
    geometries = [g for g in item.get("geometry") or () if isinstance(g, dict)]
    for geometry in sorted(geometries, key=lambda g: str(g.get("lod", ""))):
        flat = str(geometry.get("lod", "")).startswith("0")
        polygons = [
            polygon
            for surface, kind in _surfaces(geometry)
            if every or flat or kind == "GroundSurface"
            for polygon in _polygon(surface, vertices)
        ]
        if polygons:
            return polygons
    return []


def _surfaces(geometry: dict[str, Any]) -> Iterator[tuple[list, Optional[str]]]:
    """Surfaces (lists of rings) with their semantic type, of any nesting of shells."""
    semantics = geometry.get("semantics") or {}
    kinds = [s.get("type") for s in semantics.get("surfaces") or ()]
    depth = {"MultiSurface": 0, "CompositeSurface": 0, "Solid": 1, "MultiSolid": 2,
             "CompositeSolid": 2}.get(str(geometry.get("type")))  # fmt: skip
    if depth is None:
        return
    stack = [(geometry.get("boundaries") or [], semantics.get("values"), depth)]
    while stack:
        boundaries, values, level = stack.pop()
        for number, inner in enumerate(boundaries):
            value = values[number] if isinstance(values, list) else None
            if level:
                stack.append((inner, value, level - 1))
            else:
                yield inner, kinds[value] if isinstance(value, int) else None


def _polygon(rings: list, vertices: np.ndarray) -> list[shapely.Polygon]:
    """A polygon from rings of vertex numbers; rings that enclose nothing are left out."""
    kept = [_ring(ring, vertices) for ring in rings if len(set(ring)) > 2]
    return [shapely.Polygon(kept[0], kept[1:])] if kept else []


def _ring(ring: list, vertices: np.ndarray) -> np.ndarray:
    numbers = np.asarray(ring, dtype=int)
    if (numbers < 0).any():
        raise IndexError("negatief puntnummer")
    return vertices[numbers]


def _attributes(name: str, family: Sequence[dict[str, Any]]) -> dict[str, object]:
    """The columns of one building; those of the building go before those of its parts."""
    values: dict[str, Any] = {}
    for item in reversed(family):
        values.update({k: v for k, v in (item.get("attributes") or {}).items() if v is not None})
    top = _number(values.get("b3_h_dak_max", values.get("b3_h_nok")))
    ground = _number(values.get("b3_h_maaiveld"))
    height = top - ground if not math.isnan(top - ground) else _number(values.get("measuredHeight"))
    use = next((values[key] for key in _USE if key in values), None)
    return {
        "identificatie": str(values.get("identificatie", name)),
        "bouwjaar": _number(values.get("oorspronkelijkbouwjaar", values.get("yearOfConstruction"))),
        "status": values.get("status"),
        "gebruiksdoel": "|".join(map(str, use)) if isinstance(use, list) else use,
        "hoogte_m": round(height, 2) if height > 0 else math.nan,  # a roof below ground is none
        "bouwlagen": _number(values.get("b3_bouwlagen", values.get("storeysAboveGround"))),
    }


def _number(value: object) -> float:
    try:
        return float(str(value)) if value is not None else math.nan
    except ValueError:
        return math.nan


def _table(rows: list[dict[str, object]]) -> pd.DataFrame:
    """The rows with typed columns; a column that no building fills is absent."""
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    for name in ("bouwjaar", "bouwlagen"):
        table[name] = table[name].round().astype("Int64")
    empty = [name for name in COLUMNS if name != "identificatie" and table[name].isna().all()]
    return table.drop(columns=empty)


def _to_rd(geometry: np.ndarray, city: dict[str, Any], path: Path) -> np.ndarray:
    """The footprints in RD; a file that names no known CRS is refused."""
    name = str((city.get("metadata") or {}).get("referenceSystem") or "")
    code = name.replace("::", ":").rstrip("/").replace("/", ":").rpartition(":")[2]
    crs = read_crs(code) if code else None
    if crs is None:
        raise InputError(
            f'het coördinatenstelsel (metadata.referenceSystem) is onbekend: "{name}".',
            file=str(path),
            advice="Gebruik een bestand met EPSG:7415 of EPSG:28992.",
        )
    if crs.code in RD_CODES:
        return geometry
    moved = shapely.transform(geometry, crs.to_rd)
    if not _in_rd(moved):  # writers do not agree which axis comes first
        turned = shapely.transform(geometry, replace(crs, y_first=not crs.y_first).to_rd)
        moved = turned if _in_rd(turned) else moved
    if not np.isfinite(shapely.get_coordinates(moved)).all():
        raise InputError(f"de coördinaten passen niet bij {name}.", file=str(path))
    return moved


def _in_rd(geometry: np.ndarray) -> bool:
    """Whether footprints lie in the Netherlands; coordinates that are no numbers do not."""
    west, south, east, north = shapely.total_bounds(geometry)
    x0, y0, x1, y1 = RD_BOUNDS
    return bool(x0 <= west and y0 <= south and east <= x1 and north <= y1)
