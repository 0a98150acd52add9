"""Net figures per supply area, from whatever form the operators publish them in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.columns import AREA, POSTCODE_AREA
from rev_plugin.core.model import Direction, Features, Feedback, GridLevel, InputError
from rev_plugin.formats.capacity_rows import Reading, clean, frame
from rev_plugin.formats.capacity_service import read_service
from rev_plugin.formats.capacity_tables import read_csv, read_layers
from rev_plugin.formats.capacity_v13 import read_v13
from rev_plugin.formats.json_file import is_geojson, is_json, read_json

_KEY = ["niveau", "gebied_id", "richting"]
_REMAINDER = re.compile(r"\s*\(.*\)\s*$")
_SLASH = re.compile(r"\s*/\s*")
YEAR_COLUMNS = ("jaar", "peiljaar", "peildatum")
LEAST_OVERLAP = 1.0  # m²: less is a sliver between two edges
_DERIVED = ("afgeleid", "geschat", "benaderd")


@dataclass(frozen=True)
class CapacityData:
    """Figures without geometry: columns.AREA, columns.POSTCODE_AREA and what was noticed."""

    areas: pd.DataFrame
    postcodes: pd.DataFrame
    log: list[str]


def read_capacity(path: Path) -> CapacityData:
    """Reads the figures of one file.

    Known forms: capaciteitskaart v1.3 JSON (regional operator or TenneT), the web service's
    JSON, CSV, an operator's station table (CSV), and map layers with those attributes; or a
    folder with the JSON of several operators, TenneT among them.
    Nothing is made up: what is empty, bad or suspicious is unknown, and said in `log`.

    Raises:
        InputError: the file cannot be read, or is none of these forms.
    """
    if path.is_dir():
        return _read_folder(path)
    if not path.is_file():
        raise InputError("het bestand bestaat niet.", file=str(path))
    reading = Reading(f"capaciteitskaart ({path.name})")
    suffix = path.suffix.casefold()
    if is_json(path):
        _read_json(path, reading)
    elif suffix in (".csv", ".txt"):
        read_csv(path, reading)
    else:
        read_layers(path, reading)
    areas, postcodes = reading.frames()
    if not len(areas) and not len(postcodes):
        raise InputError(
            "het bestand bevat geen netcijfers.", file=str(path), advice=" ".join(reading.log[:3])
        )
    return CapacityData(areas, postcodes, reading.log)


def _read_folder(folder: Path) -> CapacityData:
    files = sorted(path for path in folder.iterdir() if is_json(path))
    if not files:
        raise InputError("in de map staat geen JSON met netcijfers.", file=str(folder))
    parts = [_read_or_say(path) for path in files]
    if not any(len(part.areas) or len(part.postcodes) for part in parts):
        raise InputError("in de map staat geen JSON met netcijfers.", file=str(folder))
    return merge_capacity(parts)


def _read_or_say(path: Path) -> CapacityData:
    """One file of a folder; without rows, and with why in the log, when it has no figures."""
    try:
        return read_capacity(path)
    except InputError as error:
        return CapacityData(frame([], AREA), frame([], POSTCODE_AREA), [f"Overgeslagen: {error}"])


def _read_json(path: Path, reading: Reading) -> None:
    document = read_json(path)
    if is_geojson(document):
        read_layers(path, reading)
        return
    if isinstance(document, dict) and isinstance(document.get("energy_areas"), list):
        reading.source = f"capaciteitskaart v1.3 ({path.name})"
        read_v13(document, reading)
        return
    records = list(document.values()) if isinstance(document, dict) else document
    if not isinstance(records, list) or not all(isinstance(r, dict) for r in records):
        records = []
    if not any("existingTransportCapacityWithdrawal" in record for record in records):
        raise InputError(
            "geen netcijfers herkend.",
            file=str(path),
            advice="Nodig is capaciteitskaart v1.3 (energy_areas) of de JSON van de webdienst.",
        )
    read_service(records, reading)


def merge_capacity(parts: Iterable[CapacityData]) -> CapacityData:
    """Several files as one: the first that knows a figure counts, gaps come from the next.

    A regional operator's file and TenneT's file meet here; so do a JSON with MW and a map
    layer with colours.
    """
    parts = list(parts)
    log = [line for part in parts for line in part.log]
    stacked = pd.concat([part.areas for part in parts], ignore_index=True)
    stacked["_code"] = stacked["gebied_id"].map(normal_code)
    rows: list[dict[str, object]] = []
    for _, group in stacked.groupby(["niveau", "_code", "richting"], sort=False):
        rows.extend(_fill_gaps(group))
    postcodes = pd.concat([part.postcodes for part in parts], ignore_index=True)
    return CapacityData(
        frame(rows, AREA),
        postcodes.drop_duplicates(["postcode", "gebied_id"]).reset_index(drop=True),
        list(dict.fromkeys(log)),
    )


def _fill_gaps(group: pd.DataFrame) -> list[dict[str, object]]:
    """The rows of one series; undated rows only fill gaps of the first row."""
    dated = group[group["jaar"].notna()]
    base = dated.drop_duplicates("jaar") if len(dated) else group.iloc[:1]
    result = [{str(key): value for key, value in row.items()} for row in base.to_dict("records")]
    blank = group.assign(status=group["status"].where(group["status"] != "onbekend", None))
    for column in AREA:
        known = blank[column.name].dropna()
        if column.name != "jaar" and len(known) and pd.isna(blank.loc[base.index[0], column.name]):
            result[0][column.name] = known.iloc[0]
    sources = dict.fromkeys(source for source in group["bron"] if source)
    result[0]["bron"] = "; ".join(sources)
    return result


def normal_code(code: object) -> str:
    """A code as it is compared: no case, no loose spaces or slashes, no remark in brackets."""
    bare = _REMAINDER.sub("", str(code)) or str(code)
    return _SLASH.sub("/", " ".join(bare.split())).strip("/").casefold()


def join_areas(
    data: CapacityData, geometry: Features, code_column: str, feedback: Feedback
) -> Features:
    """Gives the figures the geometry of their area, by code.

    Codes match exactly, else without case and double space, else without a remark in
    brackets. Polygons of one code are united. Areas without figures are kept as unknown,
    figures without geometry are kept with geometry None; both are named to the feedback.
    A level above gets the union of the areas under it. An area whose code says that its
    border was derived is marked `geschat`.

    Args:
        geometry: polygons in RD with the column `code_column`.

    Raises:
        InputError: `geometry` has no such column.
    """
    if code_column not in geometry.table.columns:
        raise InputError(
            f"de kolom {code_column} ontbreekt.",
            layer="voedingsgebieden",
            advice=f"Aanwezig: {', '.join(map(str, geometry.table.columns))}.",
        )
    _compare_years(data.areas, geometry.table, feedback)
    codes = [clean(code) for code in geometry.table[code_column]]
    shapes = _unite(codes, geometry.geometry)
    _report_overlaps(codes, geometry.geometry, shapes, feedback)
    table = data.areas.reset_index(drop=True)
    regional = table["niveau"] == GridLevel.REGIONAL.value
    match = {code: _match(code, shapes) for code in table.loc[regional, "gebied_id"].unique()}
    _report_unmatched(match, shapes, feedback)
    derived = np.array([_is_derived(match.get(code) or "") for code in table["gebied_id"]], bool)
    table["geschat"] = table["geschat"].fillna(False).astype(bool) | derived
    own = [shapes.get(match.get(code) or "") for code in table["gebied_id"]]
    filled = np.empty(len(table), dtype=object)
    filled[:] = [shape if row else None for shape, row in zip(own, regional)]
    for _ in range(2):  # TenneT's stations, then the congestion areas above those
        _cover_children(table, filled)
    extra = [code for code in shapes if code not in match.values()]
    return _with_unknown(Features(filled, table), extra, shapes)


def _compare_years(areas: pd.DataFrame, outlines: pd.DataFrame, feedback: Feedback) -> None:
    """Says so when the borders are of another year than the figures."""
    column = next((name for name in YEAR_COLUMNS if name in outlines.columns), None)
    if column is None:
        return
    years = pd.to_numeric(outlines[column].astype(str).str[:4], errors="coerce").dropna()
    drawn = {int(year) for year in years}
    figures = {int(year) for year in areas["jaar"].dropna()}
    if drawn and figures and not drawn & figures:
        feedback.warn(
            f"De gebieden zijn van {', '.join(map(str, sorted(drawn)))}, de cijfers van "
            f"{', '.join(map(str, sorted(figures)))}: grenzen kunnen veranderd zijn."
        )


def _unite(codes: list, geometry: np.ndarray) -> dict[str, shapely.Geometry]:
    found: dict[str, list[shapely.Geometry]] = {}
    for code, shape in zip(codes, geometry):
        if code is not None and shape is not None and not shape.is_empty:
            found.setdefault(code, []).append(shape)
    return {code: shapely.union_all(shapely.make_valid(parts)) for code, parts in found.items()}


def _report_overlaps(
    codes: list, geometry: np.ndarray, shapes: dict[str, shapely.Geometry], feedback: Feedback
) -> None:
    """Names the areas that were drawn twice over; their figures count once all the same."""
    drawn = pd.Series(shapely.area(geometry)).groupby(np.array(codes, dtype=object)).sum()
    for code, shape in shapes.items():
        twice = float(drawn[code]) - shape.area
        if twice > max(LEAST_OVERLAP, 1e-6 * shape.area):
            feedback.warn(
                f"{code}: vlakken van dit gebied overlappen elkaar over {twice / 1e4:.2f} ha; ze "
                "zijn samengevoegd en de cijfers tellen één keer."
            )


def _match(code: str, shapes: dict[str, shapely.Geometry]) -> str:
    """The key of `shapes` that a code stands for; "" when there is none or it is unclear."""
    if code in shapes:
        return code
    same = [key for key in shapes if normal_code(key) == normal_code(code)]
    return same[0] if len(same) == 1 else ""


def _is_derived(key: str) -> bool:
    """Whether an area says of itself that its border was not published, but worked out."""
    remark = key.partition("(")[2].casefold()
    return any(word in remark for word in _DERIVED)


def _report_unmatched(
    match: dict[str, str], shapes: dict[str, shapely.Geometry], feedback: Feedback
) -> None:
    lost = [code for code, key in match.items() if not key]
    if lost:
        feedback.warn(f"Cijfers zonder gebied op de kaart: {', '.join(lost)}.")
    unknown = [key for key in shapes if key not in match.values()]
    if unknown:
        feedback.warn(f"Gebieden zonder cijfers, dus onbekend: {', '.join(unknown)}.")


def _cover_children(table: pd.DataFrame, shapes: np.ndarray) -> None:
    """Levels above cover the areas that name them as parent."""
    under: dict[str, list[shapely.Geometry]] = {}
    seen: set[tuple[str, str]] = set()
    for code, parents, shape in zip(table["gebied_id"], table["bovenliggend"], shapes):
        for parent in (clean(parents) or "").split("|"):
            if parent and shape is not None and (parent, code) not in seen:
                seen.add((parent, code))
                under.setdefault(parent, []).append(shape)
    unions = {parent: shapely.union_all(parts) for parent, parts in under.items()}
    for row, (code, level) in enumerate(zip(table["gebied_id"], table["niveau"])):
        if level == GridLevel.TENNET.value:
            shapes[row] = unions.get(code)


def _with_unknown(
    joined: Features, codes: list[str], shapes: dict[str, shapely.Geometry]
) -> Features:
    """The areas without figures, as rows that know nothing."""
    if not codes:
        return joined
    reading = Reading("")
    for code in codes:
        for direction in Direction:
            reading.area(code, direction, bron=None)
    table = pd.concat([joined.table, frame(reading.areas, AREA)], ignore_index=True)
    geometry = np.empty(len(table), dtype=object)
    geometry[: len(joined)] = joined.geometry
    geometry[len(joined) :] = [shapes[str(row["gebied_id"])] for row in reading.areas]
    return Features(geometry, table)


def join_postcodes(
    data: CapacityData, geometry: Features, postcode_column: str, feedback: Feedback
) -> Features:
    """Gives the postcodes of the figures their polygons; unknown ones are named and left out."""
    codes = [str(code).replace(" ", "").upper() for code in geometry.table[postcode_column]]
    shapes = _unite(list(codes), geometry.geometry)
    found = np.array([code in shapes for code in data.postcodes["postcode"]], dtype=bool)
    lost = data.postcodes.loc[~found, "postcode"]
    if len(lost):
        feedback.warn(f"{len(lost)} postcodes zonder vlak, zoals {', '.join(lost[:5])}.")
    table = data.postcodes[found].reset_index(drop=True)
    outlines = np.empty(len(table), dtype=object)
    outlines[:] = [shapes[code] for code in table["postcode"]]
    return Features(outlines, table[[column.name for column in POSTCODE_AREA]])


def areas_from_postcodes(postcodes: Features) -> Features:
    """Area polygons (column gebied_id) as the union of their postcodes."""
    shapes = _unite(list(postcodes.table["gebied_id"]), postcodes.geometry)
    outlines = np.empty(len(shapes), dtype=object)
    outlines[:] = list(shapes.values())
    return Features(outlines, pd.DataFrame({"gebied_id": list(shapes)}))
