"""Load curves of a year from CSV: per category of the key figures, or per measured customer."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pandas as pd

from rev_plugin.core.grid.calibration import Measured
from rev_plugin.core.grid.outlook import figure_id
from rev_plugin.core.grid.profiles import (
    LEAP,
    Curves,
    check_curves,
    curve_of_energy,
    moment_codes,
    time_axis,
)
from rev_plugin.core.model import InputError
from rev_plugin.core.rule_rows import KeyFigure, Quantity
from rev_plugin.core.rules import Rules

KW = 1e-3  # MW per kW
SHAPE = "vorm:"  # in front of a category: the column is a shape, its energy is in the key figures
TIME_COLUMNS = ("tijd", "time", "datum", "datetime", "timestamp")
LOAD_COLUMNS = ("naam", "categorie", "eenheden")
COMMON_YEAR, LEAP_YEAR = 2019, 2020  # months and hours are alike in every year


def read_curves(path: Path, rules: Rules) -> Curves:
    """Curves by category, as rev:demand takes them instead of A.

    The CSV has one row per hour or quarter of a year (8 760, 35 040, or a leap year's 8 784 or
    35 136, local winter time) and one column per category of key_figures: kW per unit of
    that category, or a shape of any scale as "vorm:<category>". A column with times is
    skipped. Short gaps are filled.

    Raises:
        InputError: not a year, an unknown category, text, negative, or too many gaps.
    """
    table = _numbers(path)
    codes = _codes(len(table), path)
    known = {
        row.categorie: row for row in rules.rows(KeyFigure) if row.grootheid is Quantity.COINCIDENT
    }
    curves = {}
    for column in table.columns:
        category = column.removeprefix(SHAPE).strip()
        if category not in known:
            raise InputError(
                f'de categorie "{category}" is onbekend.',
                file=str(path),
                column=column,
                advice="Kies uit " + ", ".join(sorted(known)) + ".",
            )
        values = table[column].to_numpy()
        if column.startswith(SHAPE):
            energy = rules.key_figure(figure_id(category, Quantity.ENERGY)).midden
            curves[category] = curve_of_energy(values, energy)
        else:
            scale = KW if known[category].eenheid.startswith("kW") else 1.0
            curves[category] = check_curves(values[None, :], [column])[0] * scale
    return Curves(curves, codes)


def read_measured(curves: Path, loads: Path) -> Measured:
    """Measured customers for core.grid.calibration: their curves in kW, and what they are.

    `curves` has one column per customer, `loads` one row per customer: naam (the column),
    categorie, and eenheden (dwellings, m², MWh per year …).

    Raises:
        InputError: as read_curves; or the two files do not name the same customers.
    """
    table, known = _numbers(curves), _read(loads)
    missing = [name for name in LOAD_COLUMNS if name not in known.columns]
    if missing:
        raise InputError(f"kolommen ontbreken: {', '.join(missing)}.", file=str(loads))
    names = known["naam"].astype(str).str.strip()
    differing = sorted(set(names) ^ set(table.columns))
    if differing or names.duplicated().any():
        told = ", ".join(differing[:5]) or "dubbele namen"
        raise InputError(f"de afnemers verschillen van de curven: {told}.", file=str(loads))
    units = _column(known["eenheden"], loads)
    power = check_curves(table[list(names)].to_numpy().T, list(names)) * KW
    category = known["categorie"].astype(str).str.strip().to_numpy()
    return Measured(power, category, units, _codes(len(table), curves))


def _codes(steps: int, path: Path) -> np.ndarray:
    try:
        return moment_codes(time_axis(steps, LEAP_YEAR if steps in LEAP else COMMON_YEAR))
    except InputError as error:
        raise InputError(str(error), file=str(path)) from error


def _numbers(path: Path) -> pd.DataFrame:
    """The columns of numbers, NaN for empty cells."""
    table = _read(path)
    names = [name for name in table.columns if name.casefold() not in TIME_COLUMNS]
    if not names:
        raise InputError("het bestand heeft geen kolom met getallen.", file=str(path))
    return pd.DataFrame({name: _column(table[name], path) for name in names})


def _column(cells: pd.Series, path: Path) -> np.ndarray:
    text = cells.str.strip().str.replace(",", ".", regex=False).replace("", None)
    values = pd.to_numeric(text, errors="coerce").to_numpy(dtype=float)
    bad = np.isnan(values) & text.notna().to_numpy()
    if bad.any():
        row = int(bad.argmax())
        raise InputError(
            f'"{cells.iloc[row]}" is geen getal.',
            file=str(path), row=row + 1, column=str(cells.name),
        )  # fmt: skip
    return values


def _read(path: Path) -> pd.DataFrame:
    """The cells of a CSV with ; or , as text, nothing where they are empty."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        head = text.split("\n", 1)[0]
        delimiter = "," if "," in head and ";" not in head else ";"
        table = pd.read_csv(io.StringIO(text), sep=delimiter, dtype=str, skipinitialspace=True)
    except (OSError, ValueError) as error:  # UnicodeDecodeError and ParserError among them
        raise InputError(f"het bestand is niet te lezen ({error}).", file=str(path)) from error
    return table.rename(columns=lambda name: str(name).strip())
