"""The sites of a study: checked, named once, and with an area on the map each.

A site that cannot be judged as it stands is an error that names layer, row and column;
what can be put right without guessing (double names, invalid rings) is put right and said.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Callable, Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core import columns
from rev_plugin.core.model import Column, Features, Feedback, InputError, Settings
from rev_plugin.core.rule_rows import Activity
from rev_plugin.core.rules import Rules
from rev_plugin.study.frames import as_count, as_number, as_text, as_whole, is_missing, spelled
from rev_plugin.study.layers import Raw, report_geometry

FIRST_YEAR, LAST_YEAR = 1900, 2200
CHOICES: Mapping[str, tuple[str, ...]] = {
    "proces": ("ruimtelijk", "energie"),
    "zekerheid": ("idee", "plan", "vastgesteld", "vergund"),
    "al_meegeteld": ("ja", "nee", "onbekend"),
}
COUNTS = ("woningen", "laadpunten")  # whole numbers; "1,200" from an English Excel is not 1.2
_POINT, _LINE, _POLYGON = 0, 1, 2  # dimensions
_CUT_TWICE = ("laadpunten", "laadpunt_1")  # laadpunten and …_per_woning in a shapefile
_DAY = re.compile(r"(\d{4})-\d\d-\d\d(?:T|$)")
_COLLECTION = shapely.GeometryType.GEOMETRYCOLLECTION


def check_sites(raw: Raw, rules: Rules, settings: Settings, feedback: Feedback) -> Features:
    """The sites as the core wants them: polygons with the columns of `columns.SITE`.

    Columns of the user's own stay behind those of the contract. Points become a square:
    `oppervlak_ha`, or else the footprint of the activity. Sites without geometry are
    left out with a warning.

    Raises:
        InputError: no sites, a missing name or activity column, an unknown activity,
            text or a negative or non-finite number where a quantity belongs, a fraction
            where a count does, an impossible year, a line, or an area of zero.
    """
    if not len(raw.features):
        raise InputError(
            "de laag is leeg: er is geen enkele locatie (na filter en selectie).", layer=raw.name
        )
    report_geometry(raw, feedback)
    _report_cut_names(raw, feedback)
    table = _contract(raw, rules)
    _warn_past(table, raw.name, settings, feedback)
    _check_choices(table, raw.name, feedback)
    table["naam"] = _unique_names(table["naam"], raw.name, feedback)
    return _with_geometry(Features(_areas(raw, table, rules), table), raw.name, feedback)


def dated(sites: Features, settings: Settings) -> Features:
    """The sites with the year they are judged for: the override, their own, or now."""
    years = sites.table["jaar"].astype("Int64").fillna(settings.reference_date.year)
    if settings.year is not None:
        years = pd.Series(settings.year, index=years.index, dtype="Int64")
    return replace(sites, table=sites.table.assign(jaar=years))


def footprint(site: Features, rules: Rules) -> Features:
    """One site of a layer of points, as a square of the size that its programme asks now.

    Raises:
        InputError: its programme says no size.
    """
    row, place = site.table.iloc[0], {"row": str(site.table["naam"].iloc[0])}
    square = _footprint(site.geometry[0].centroid, row, rules, place)
    return Features(np.array([square], dtype=object), site.table)


def _contract(raw: Raw, rules: Rules) -> pd.DataFrame:
    source = raw.features.table
    present = spelled(source.columns, columns.SITE)
    for name in ("naam", "activiteit"):
        if name not in present:
            raise InputError(
                f'de kolom "{name}" ontbreekt.',
                layer=raw.name,
                column=name,
                advice="Elke locatie heeft een naam en een activiteit nodig.",
            )
    read_activity = _activity_reader(rules)
    data = {}
    for column in columns.SITE:
        cells = source[present[column.name]] if column.name in present else [None] * len(source)
        read = read_activity if column.name == "activiteit" else _reader(column)
        data[column.name] = _read_column(list(cells), read, column, raw)
    taken = {str(name).strip().casefold() for name in (*present, *present.values())}
    own = {n: source[n] for n in source.columns if str(n).strip().casefold() not in taken}
    return pd.DataFrame({**data, **own})


def _report_cut_names(raw: Raw, feedback: Feedback) -> None:
    """A shapefile cuts the names of columns: say what they were read as.

    Raises:
        InputError: two columns of the contract have become one name and a number.
    """
    table = raw.features.table
    names = list(table.columns)
    twins = [name for name in names if str(name).casefold() in _CUT_TWICE]
    if len(twins) == len(_CUT_TWICE) and not table[twins].map(is_missing).all(axis=None):
        raise InputError(
            "de shapefile heeft laadpunten en laadpunten_per_woning afgekort; welke dit is, valt "
            "niet te zien.",
            layer=raw.name,
            column=" en ".join(twins),
            advice="Bewaar de laag als GeoPackage.",
        )
    found = spelled(names, columns.SITE)
    cut = {str(name): ours for ours, name in found.items() if len(str(name).strip()) < len(ours)}
    if not cut:
        return
    told = ", ".join(f"{name} als {ours}" for name, ours in cut.items())
    feedback.warn(f"Laag {raw.name}: afgekorte kolommen gelezen: {told}.")
    if "laadpunten" in found and "laadpunten_per_woning" not in found:
        feedback.warn(
            f"Laag {raw.name}: laadpunten telt als aantal, niet als laadpunten_per_woning; gebruik "
            "een GeoPackage als dat anders is."
        )


def _reader(column: Column) -> Callable[[object], object]:
    if column.name == "jaar":
        return _read_year
    if column.name in COUNTS:
        return _read_count
    return _read_quantity if column.kind == "float" else _read_words


def _read_column(
    cells: list, read: Callable[[object], object], column: Column, raw: Raw
) -> pd.Series:
    values = [_read_cell(cell, row, read, column, raw) for row, cell in enumerate(cells)]
    kind = {"float": "float64", "int": "Int64"}.get(column.kind, "object")
    return pd.Series(values, dtype=kind)


def _read_cell(
    cell: object, row: int, read: Callable[[object], object], column: Column, raw: Raw
) -> object:
    try:
        return read(cell)
    except ValueError as error:
        raise InputError(
            f"{error}.", layer=raw.name, row=_place(raw, row), column=column.name
        ) from error


def _place(raw: Raw, row: int) -> str:
    """The row as a user finds it: its number and its name."""
    table = raw.features.table
    names = [n for n in table.columns if str(n).strip().casefold() == "naam"]
    name = as_text(table[names[0]].iloc[row]) if names else None
    return f'{row + 1} ("{name}")' if name else str(row + 1)


def _read_words(cell: object) -> Optional[str]:
    if isinstance(cell, (bool, np.bool_)):
        return "ja" if cell else "nee"
    return as_text(cell)


def _read_quantity(cell: object) -> float:
    return _not_negative(as_number(cell))


def _read_count(cell: object) -> float:
    return _not_negative(as_count(cell))


def _not_negative(number: float) -> float:
    if number < 0:
        raise ValueError(f"{number:g} is negatief")
    return number


def _read_year(cell: object) -> object:
    day = _DAY.match(cell) if isinstance(cell, str) else None  # a column of dates
    year = int(day[1]) if day else as_whole(cell)
    if year is None:
        return pd.NA
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"{year} is geen jaartal")
    return year


def _activity_reader(rules: Rules) -> Callable[[object], str]:
    """Reads an activity by its id or its Dutch name."""
    rows = rules.rows(Activity)
    ids = {row.naam_nl.casefold(): row.id for row in rows}
    ids.update({row.id.casefold(): row.id for row in rows})
    known = ", ".join(row.id for row in rows)

    def read(cell: object) -> str:
        name = as_text(cell)
        if name is None:
            raise ValueError(f"de activiteit ontbreekt; kies uit {known}")
        if name.casefold() not in ids:
            raise ValueError(f'de activiteit "{name}" is onbekend; kies uit {known}')
        return ids[name.casefold()]

    return read


def _warn_past(table: pd.DataFrame, layer: str, settings: Settings, feedback: Feedback) -> None:
    now = settings.reference_date.year
    if settings.year is not None:
        if settings.year < now:
            feedback.warn(f"Het gekozen jaar {settings.year} ligt in het verleden.")
        return
    past = (table["jaar"] < now).fillna(False).astype(bool)
    if past.any():
        names = ", ".join(str(name) for name in table.loc[past, "naam"])
        feedback.warn(f"Laag {layer}: het jaar ligt in het verleden bij {names}.")


def _check_choices(table: pd.DataFrame, layer: str, feedback: Feedback) -> None:
    """Words outside a fixed list count as not filled in, and the user hears so."""
    for column, choices in CHOICES.items():
        words = table[column].map(lambda cell: cell if is_missing(cell) else str(cell).casefold())
        odd = words.notna() & ~words.isin(choices)
        for word in sorted(set(words[odd])):
            feedback.warn(
                f'Laag {layer}, kolom {column}: "{word}" telt als niet ingevuld; '
                f"kies uit {', '.join(choices)}."
            )
        table[column] = words.astype(object).mask(odd, None)


def _unique_names(names: pd.Series, layer: str, feedback: Feedback) -> pd.Series:
    taken = {str(name) for name in names if not is_missing(name)}
    seen: set[str] = set()
    unique = []
    for row, cell in enumerate(names, start=1):
        name = f"Locatie {row}" if is_missing(cell) else str(cell)
        new = name
        number = 2
        while new in seen or (new in taken and new != name):
            new, number = f"{name} ({number})", number + 1
        if new != cell:
            feedback.warn(f'Laag {layer}, rij {row}: de locatie heet nu "{new}".')
        seen.add(new)
        unique.append(new)
    return pd.Series(unique, dtype="object")


def _areas(raw: Raw, table: pd.DataFrame, rules: Rules) -> np.ndarray:
    """A polygon per site; None where it has no geometry at all."""
    shapes = raw.features.geometry.copy()
    there = ~shapely.is_missing(shapes)
    dimension = shapely.get_dimensions(shapes)
    filled = there & ~shapely.is_empty(shapes)
    line = filled & (dimension == _LINE)
    _refuse(raw, line, "een locatie is een vlak of een punt, geen lijn.")
    for row in np.flatnonzero(filled & (dimension == _POINT)):
        place = {"layer": raw.name, "row": _place(raw, row)}
        shapes[row] = _footprint(shapes[row], table.iloc[row], rules, place)
    for row in np.flatnonzero(shapely.get_type_id(shapes) == _COLLECTION):
        parts = shapely.get_parts(shapes[row])
        shapes[row] = shapely.union_all(parts[shapely.get_dimensions(parts) == _POLYGON])
    flat = there & ~(shapely.area(shapes) > 0)
    _refuse(raw, flat, "het vlak heeft een oppervlak van nul.")
    return shapes


def _refuse(raw: Raw, bad: np.ndarray, problem: str) -> None:
    """Raise for the first site for which `bad` holds."""
    if bad.any():
        raise InputError(problem, layer=raw.name, row=_place(raw, int(np.argmax(bad))))


def _footprint(
    points: shapely.Geometry, site: pd.Series, rules: Rules, place: dict[str, str]
) -> shapely.Geometry:
    """Squares around the points that together have the area of the site."""
    activity = rules.activity(site["activiteit"])
    given = site["oppervlak_ha"] * 10_000
    area = given if given > 0 else activity.voetafdruk_m2
    if not area:
        raise InputError(
            "een punt zegt niet hoe groot de locatie is.",
            column="oppervlak_ha",
            advice=f"Teken een vlak of vul oppervlak_ha in voor {activity.naam_nl}.",
            **place,
        )
    corners = shapely.get_coordinates(points)
    half = math.sqrt(area / len(corners)) / 2
    x, y = corners.T
    return shapely.union_all(shapely.box(x - half, y - half, x + half, y + half))


def _with_geometry(sites: Features, layer: str, feedback: Feedback) -> Features:
    mapped = np.array([shape is not None for shape in sites.geometry], dtype=bool)
    if not mapped.any():
        raise InputError("geen enkele locatie heeft een vorm.", layer=layer)
    if not mapped.all():
        names = ", ".join(sites.table.loc[~mapped, "naam"])
        feedback.warn(f"Laag {layer}: overgeslagen, want zonder vorm: {names}.")
    return sites.where(mapped)
