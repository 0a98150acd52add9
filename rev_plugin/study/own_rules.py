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
from rev_plugin.core.rules import Rules, load_rules
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
    places = municipality_of(sites, municipalities)
    groups: list[Reach] = []
    for place in dict.fromkeys(places):
        own = load_rules(folder, place)
        mask = places == place
        same = next((group for group in groups if group.rules.tables == own.tables), None)
        if same is None:
            groups.append(Reach(own, mask))
        else:
            same.sites[mask] = True
    return groups or [Reach(rules, everywhere)]


def municipality_of(sites: Features, municipalities: Optional[Features]) -> np.ndarray:
    """The municipality's name per site, "" where there is none."""
    names = np.full(len(sites), "", dtype=object)
    if municipalities is not None:
        tree = shapely.STRtree(municipalities.geometry)
        middles = shapely.point_on_surface(sites.geometry)
        site, place = tree.query(middles, predicate="intersects")
        names[site] = municipalities.table["naam"].astype(str).to_numpy()[place]
    return names


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
