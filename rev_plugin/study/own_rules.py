"""The user's own rules where they hold: rows for one municipality count for its sites only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core import columns
from rev_plugin.core.model import Column, Features, Feedback, InputError, Settings, Theme
from rev_plugin.core.rules import Rules, load_rules, named_municipalities
from rev_plugin.core.space.constraints import find_constraints
from rev_plugin.core.tables import Columns, Table, frame, no_rows
from rev_plugin.study.progress import Part


class Reach(NamedTuple):
    """Rules and the sites that they hold for (bool, one per site)."""

    rules: Rules
    sites: np.ndarray


def reaches(
    folder: Optional[Path], rules: Rules, sites: Features, municipalities: Optional[Features]
) -> list[Reach]:
    """The rules per group of sites: one group, unless own rows name a municipality.

    `rules` are those without such rows; a site outside all municipalities keeps them.

    Raises:
        InputError: the folder is not there, or naming file, row and column of its tables.
    """
    everywhere = np.ones(len(sites), dtype=bool)
    if folder is None:
        return [Reach(rules, everywhere)]
    if not folder.is_dir():
        raise InputError("de map met eigen regels bestaat niet.", file=str(folder))
    place_of = municipality_of(sites, municipalities)
    groups: list[Reach] = []
    for place in dict.fromkeys(place_of.tolist()):
        own = load_rules(folder, *_names(municipalities, place))
        mask = place_of == place
        same = next((group for group in groups if group.rules.tables == own.tables), None)
        if same is None:
            groups.append(Reach(own, mask))
        else:
            same.sites[mask] = True
    return groups or [Reach(rules, everywhere)]


def municipality_of(sites: Features, municipalities: Optional[Features]) -> np.ndarray:
    """The row of the municipality per site, −1 where there is none."""
    rows = np.full(len(sites), -1)
    if municipalities is not None:
        tree = shapely.STRtree(municipalities.geometry)
        middles = shapely.point_on_surface(sites.geometry)
        site, place = tree.query(middles, predicate="intersects")
        rows[site] = place
    return rows


def _names(municipalities: Optional[Features], row: int) -> list[str]:
    """Name and code of a municipality, as far as they are known."""
    if municipalities is None or row < 0:
        return []
    cells = municipalities.table[["naam", "code"]].iloc[row]
    return [str(cell) for cell in cells[cells.notna()]]


def warn_of_lost_rules(
    folder: Optional[Path], municipalities: Optional[Features], feedback: Feedback
) -> None:
    """Say which own rules hold nowhere, because no municipality of that name is on the map.

    Raises:
        InputError: naming file, row and column of the own tables.
    """
    known = {
        name.casefold()
        for row in range(0 if municipalities is None else len(municipalities))
        for name in _names(municipalities, row)
    }
    named = () if folder is None else named_municipalities(folder)
    lost = [name for name in named if name.casefold() not in known]
    if lost:
        feedback.warn(
            f"Eigen regels voor {', '.join(lost)} tellen nergens: geen gemeente in de laag "
            "gemeenten heet zo of heeft die code."
        )


def find_by_reach(
    groups: Sequence[Reach],
    sites: Features,
    themes: Mapping[str, Theme],
    settings: Settings,
    feedback: Feedback,
) -> pd.DataFrame:
    """The findings (columns.FINDING) of all sites, each by the rules that hold there."""
    tables = []
    for number, (rules, mask) in enumerate(groups):
        part = Part(feedback, number / len(groups), (number + 1) / len(groups))
        tables.append(find_constraints(sites.where(mask), themes, rules, settings, part))
    return frame(in_site_order(tables, sites, columns.FINDING))


def in_site_order(tables: Sequence[Table], sites: Features, contract: Sequence[Column]) -> Columns:
    """The tables one under another, rows together per site in the order of the sites."""
    filled = [table for table in tables if len(table["locatie"])]
    if not filled:
        return no_rows(contract)
    order = {name: row for row, name in enumerate(sites.table["naam"].tolist())}
    position = [order[name] for table in filled for name in table["locatie"].tolist()]
    ranked = np.argsort(np.array(position), kind="stable")
    return {
        name: np.concatenate([np.asarray(table[name]) for table in filled])[ranked]
        for name in (column.name for column in contract)
    }
