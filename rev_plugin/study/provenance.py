"""Where an outcome comes from: layers, rules, settings, versions, what was not tested."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Optional

import numpy as np
import pandas as pd
import shapely
from qgis.core import Qgis

from rev_plugin.core import columns
from rev_plugin.core.model import Settings, Theme
from rev_plugin.core.rule_rows import (
    ActionRule,
    ConstraintRule,
    KeyFigure,
    PlanFitRule,
    Regime,
    Row,
    Source,
)
from rev_plugin.core.rules import Rules, covers
from rev_plugin.core.themes import THEMES
from rev_plugin.version import plugin_version

RULE_COLUMNS = ("tabel", "id", "bron", "url", "bron_datum", "bron_status")


@dataclass(frozen=True)
class Provenance:
    """What a reader needs to redo an outcome.

    `layers` has the columns of `columns.SOURCE`, `rules` those of RULE_COLUMNS (the rows
    that could bear on these sites). `absent` names the themes without data.
    """

    data: str
    layers: pd.DataFrame
    rules: pd.DataFrame
    rules_version: str
    settings: Settings
    versions: Mapping[str, str]
    absent: tuple[str, ...]
    warnings: tuple[str, ...]


def versions() -> dict[str, str]:
    """The programs that made the outcome."""
    return {
        "REV": plugin_version(),
        "QGIS": Qgis.version(),
        "Python": platform.python_version(),
        "shapely": shapely.__version__,
        "GEOS": shapely.geos_version_string,
        "pandas": pd.__version__,
        "numpy": np.__version__,
    }


def layer_table(themes: Mapping[str, Theme], sources: Optional[pd.DataFrame]) -> pd.DataFrame:
    """One row of `columns.SOURCE` per layer that was used, from `bronnen` where it is known."""
    names = [column.name for column in columns.SOURCE]
    known = {} if sources is None else {row["laag"]: row for row in sources.to_dict("records")}
    rows = [
        known.get(name) or {**{n: getattr(theme.info, n, None) for n in names}, "laag": name}
        for name, theme in themes.items()
    ]
    return pd.DataFrame(rows, columns=names)


def absent_themes(themes: Iterable[str]) -> tuple[str, ...]:
    """The themes of the contract for which there is no data."""
    present = {"locaties", *themes}
    return tuple(name for name in THEMES if name not in present)


def rule_table(rules: Rules, activities: Iterable[str]) -> pd.DataFrame:
    """The rules that can bear on these activities, each with its source."""
    chosen = [rules.activity(activity) for activity in dict.fromkeys(activities)]
    rows: list[Row] = list(chosen)
    for row_type in (ConstraintRule, PlanFitRule, ActionRule):
        rows += [
            row
            for row in rules.rows(row_type)
            if any(covers(row.activiteiten, activity) for activity in chosen)
        ]
    rows += [*rules.rows(KeyFigure), *rules.rows(Regime)]
    urls = {source.id: source.url for source in rules.rows(Source)}
    return pd.DataFrame(
        [
            (row.TABLE, row.id, rules.citation(row), urls[row.source], row.date.isoformat(),
             str(row.bron_status))
            for row in rows
        ],
        columns=list(RULE_COLUMNS),
    )  # fmt: skip


__all__ = [
    "Provenance", "RULE_COLUMNS", "absent_themes", "layer_table", "rule_table",
    "versions",
]  # fmt: skip
