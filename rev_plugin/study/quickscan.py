"""The quickscan: every axis of every site, from one set of inputs.

The algorithm, the dock, the report and the demo all call `quickscan`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

import numpy as np
import pandas as pd

from rev_plugin.core import columns
from rev_plugin.core.decision.actions import list_actions
from rev_plugin.core.decision.scenario import classify, weigh
from rev_plugin.core.grid.demand import estimate_demand
from rev_plugin.core.grid.headroom import project_headroom
from rev_plugin.core.grid.netfit import judge_net
from rev_plugin.core.model import Column, Features, Feedback, Settings
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.planfit import judge_plans
from rev_plugin.core.tables import Columns, Table, frame
from rev_plugin.study.areas import share_areas
from rev_plugin.study.inputs import Inputs
from rev_plugin.study.own_rules import (
    Reach,
    find_by_reach,
    in_site_order,
    reaches,
    warn_of_lost_rules,
)
from rev_plugin.study.progress import Part, Recorder
from rev_plugin.study.provenance import (
    Provenance,
    absent_themes,
    layer_table,
    rule_table,
    versions,
)
from rev_plugin.study.sites import dated
from rev_plugin.version import plugin_version

HORIZON = 2050  # headroom is projected up to this year


@dataclass(frozen=True)
class Result:
    """The outcome; the tables have the columns of core.columns, one site order throughout."""

    sites: Features
    output: pd.DataFrame  # QUICKSCAN, one row per site
    findings: pd.DataFrame  # FINDING
    actions: pd.DataFrame  # ACTION
    plan_findings: pd.DataFrame  # PLAN_FINDING
    demand: pd.DataFrame  # DEMAND
    headroom: pd.DataFrame  # HEADROOM, reference year to HORIZON
    areas: Optional[Features]
    provenance: Provenance
    sharing: Optional[pd.DataFrame] = None  # SHARE: who is in the areas of the sites
    options: Optional[pd.DataFrame] = None  # OPTION; None until asked (study.options)
    postcodes: Optional[Features] = None


def quickscan(
    inputs: Inputs,
    settings: Settings,
    rules: Rules,
    feedback: Feedback,
    own_rules: Optional[Path] = None,
) -> Result:
    """Judge all sites on plan, net and constraints, and list the next steps.

    `rules` are those that hold everywhere (`load_rules(own_rules)`); rows of the folder
    `own_rules` for one municipality count for the sites in it.

    Raises:
        InputError: bad input, naming where.
        Cancelled: when the user cancels.
    """
    recorder = Recorder(feedback)
    sites = dated(inputs.sites, settings)
    groups = reaches(own_rules, rules, sites, inputs.municipalities)
    warn_of_lost_rules(own_rules, inputs.municipalities, recorder)
    measured = find_by_reach(groups, sites, inputs.themes, settings, Part(recorder, 0, 0.45))
    plan = judge_plans(
        sites,
        inputs.themes.get("planobjecten"),
        rules,
        settings,
        Part(recorder, 0.45, 0.75),
        overrulings=inputs.overrulings,
        claims=inputs.themes.get("ruimteclaims"),
    )
    findings = frame(in_site_order([measured, plan.constraints], sites, columns.FINDING))
    demand = estimate_demand(sites, rules, settings)
    net = judge_net(
        sites,
        demand,
        inputs.areas,
        rules,
        settings,
        Part(recorder, 0.75, 0.85),
        postcodes=inputs.postcodes,
        municipalities=inputs.municipalities,
    )
    headroom = project_areas(inputs.areas, settings, rules, Part(recorder, 0.85, 0.95))
    output, actions = conclude(sites, plan.output, net, findings, rules, settings)
    recorder.progress(1)
    return Result(
        sites, output, findings, actions, plan.findings, demand, headroom, inputs.areas,
        _provenance(inputs, settings, rules, groups, recorder),
        share_areas(inputs.areas, inputs.municipalities, output), None, inputs.postcodes,
    )  # fmt: skip


def project_areas(
    areas: Optional[Features], settings: Settings, rules: Rules, feedback: Feedback
) -> pd.DataFrame:
    """Headroom of all areas from the reference year to HORIZON; empty without areas."""
    if areas is None:
        return pd.DataFrame(columns=[column.name for column in columns.HEADROOM])
    first = settings.reference_date.year
    years = range(first, max(HORIZON, settings.year or first) + 1)
    return project_headroom(areas, years, rules, settings, feedback)


def conclude(
    sites: Features, plan: Table, net: Table, findings: Table, rules: Rules, settings: Settings
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Where the wings meet: the output (columns.QUICKSCAN) and the actions of every site.

    `plan` and `net` have one row per site (columns.PLAN and NET).
    """
    parts = [classify(plan, net), weigh(findings, sites), plan, net]
    cells = _side_by_side(sites, parts, rules)
    actions = list_actions(cells, sites, rules, findings, settings.reference_date.year)
    cells.update(_lead_times(cells, actions, rules))
    return _in_contract(cells, columns.QUICKSCAN), actions


def per_site(
    sites: Features, parts: Sequence[Table], rules: Rules, contract: Sequence[Column]
) -> pd.DataFrame:
    """Tables of one row per site side by side, with the site's name and the versions."""
    return _in_contract(_side_by_side(sites, parts, rules), contract)


def _in_contract(cells: Columns, contract: Sequence[Column]) -> pd.DataFrame:
    return frame({column.name: cells[column.name] for column in contract})


def _side_by_side(sites: Features, parts: Sequence[Table], rules: Rules) -> dict[str, Any]:
    table = sites.table
    cells = {
        "locatie": table["naam"].to_numpy(),
        "activiteit": table["activiteit"].to_numpy(),
        "jaar": table["jaar"].array,
        "regels_versie": np.full(len(table), rules.version, dtype=object),
        "plugin_versie": np.full(len(table), plugin_version(), dtype=object),
    }
    for part in parts:
        is_frame = isinstance(part, pd.DataFrame)
        cells.update({name: part[name].array if is_frame else part[name] for name in part})
    return cells


def _lead_times(cells: Columns, actions: pd.DataFrame, rules: Rules) -> Columns:
    """Lead times per site: steps and building run side by side, so the longest counts."""
    filled = {}
    names, activities = cells["locatie"].tolist(), cells["activiteit"].tolist()
    for column in ("doorlooptijd_min_jaren", "doorlooptijd_max_jaren"):
        longest: dict[str, float] = {}
        for name, years in zip(actions["locatie"].tolist(), actions[column].tolist()):
            longest[name] = np.fmax(longest.get(name, np.nan), years)
        building = [getattr(rules.activity(activity), column) for activity in activities]
        steps = [longest.get(name, np.nan) for name in names]
        filled[column] = np.fmax(steps, np.array(building, dtype=float))
    return filled


def _provenance(
    inputs: Inputs,
    settings: Settings,
    rules: Rules,
    groups: Sequence[Reach],
    recorder: Recorder,
) -> Provenance:
    activities = inputs.sites.table["activiteit"]
    used = [rule_table(group.rules, activities) for group in groups]
    return Provenance(
        data=inputs.data,
        layers=layer_table(inputs.themes, inputs.sources),
        rules=pd.concat(used).drop_duplicates(ignore_index=True),
        rules_version=rules.version,
        settings=settings,
        versions=versions(),
        absent=absent_themes(inputs.themes),
        warnings=tuple(recorder.warnings),
    )
