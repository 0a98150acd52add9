"""One site judged again and again while it moves: everything around it kept in memory.

Gives the same tables as a fresh quickscan (see study.quickscan), for that one site.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core import columns
from rev_plugin.core.decision.actions import list_actions
from rev_plugin.core.decision.scenario import classify, weigh
from rev_plugin.core.grid.demand import estimate_demand
from rev_plugin.core.grid.netfit import NetJudge
from rev_plugin.core.model import Bounds, Chunk, Features, Feedback, Settings, Silent, Theme
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.planfit import judge_plans
from rev_plugin.core.space.window import Window
from rev_plugin.study.freshness import file_stamp
from rev_plugin.study.inputs import Inputs
from rev_plugin.study.own_rules import in_site_order, reaches
from rev_plugin.study.quickscan import Result, per_site, with_lead_times
from rev_plugin.study.sites import dated

HALF_WIDTH_M = 3_000.0  # of the window beside the site
PLAN_THEMES = ("planobjecten", "ruimteclaims")


@dataclass(frozen=True)
class Held:
    """The features of a theme within the window, decoded, with their boxes."""

    chunk: Chunk
    boxes: np.ndarray  # n × 4: xmin, ymin, xmax, ymax

    def within(self, bounds: Optional[Bounds]) -> Iterator[Chunk]:
        """The features whose box meets `bounds`."""
        if bounds is None:
            yield self.chunk
            return
        low, high = self.boxes[:, :2], self.boxes[:, 2:]
        hit = (low <= np.array(bounds[2:])).all(axis=1) & (high >= np.array(bounds[:2])).all(axis=1)
        attributes = {name: values[hit] for name, values in self.chunk.attributes.items()}
        yield Chunk(self.chunk.ids[hit], self.chunk.geometry[hit], attributes)


class LiveStudy:
    """A study around one place. Making it reads the data: do that in a task."""

    def __init__(
        self,
        inputs: Inputs,
        base: Result,
        rules: Rules,
        settings: Settings,
        place: Bounds,
        feedback: Feedback,
        own_rules: Optional[Path] = None,
    ) -> None:
        """`place`: the box of the site in RD; `base`: the quickscan it came from.

        `own_rules` is the user's own folder: its rows for one municipality hold there.
        """
        west, south, east, north = place
        margin = HALF_WIDTH_M
        self.bounds: Bounds = (west - margin, south - margin, east + margin, north + margin)
        self._inputs, self._base, self._rules, self._settings = inputs, base, rules, settings
        self._own_rules = own_rules
        self._stamp = file_stamp(inputs.data)  # before reading: a write meanwhile shows
        self._windows = {rules.version: self._read(rules, feedback)}
        self._plans = {
            name: _hold(inputs.themes[name], self.bounds, feedback)
            for name in PLAN_THEMES
            if name in inputs.themes
        }
        self._net = NetJudge(
            inputs.areas, rules, settings, Silent(), inputs.postcodes, inputs.municipalities
        )

    def holds(self, site: Features) -> bool:
        """Whether all that matters to the site has been read, and stands as it was read."""
        if self._stamp != file_stamp(self._inputs.data):
            return False
        return all(window.holds(site) for window in self._windows.values())

    def judge(self, site: Features) -> Result:
        """The outcome of one site (columns.SITE) as a full quickscan of it would be."""
        site = dated(site, self._settings)
        rules, settings, silent = self._rules, self._settings, Silent()
        measured = self._measure(site)
        plan = judge_plans(
            site, self._plans.get("planobjecten"), rules, settings, silent,
            overrulings=self._inputs.overrulings, claims=self._plans.get("ruimteclaims"),
        )  # fmt: skip
        findings = in_site_order([measured, plan.constraints], site, columns.FINDING)
        demand = estimate_demand(site, rules, settings)
        net = self._net.table(site, demand, silent)
        parts = [classify(plan.output, net), weigh(findings, site), plan.output, net]
        output = per_site(site, parts, rules, columns.QUICKSCAN)
        actions = list_actions(output, site, rules, findings, settings.reference_date.year)
        output = with_lead_times(output, actions, rules)
        return replace(
            self._base, sites=site, output=output, findings=findings, actions=actions,
            plan_findings=plan.findings, demand=demand,
        )  # fmt: skip

    def _measure(self, site: Features) -> pd.DataFrame:
        """The findings by the rules that hold at the site."""
        places = self._inputs.municipalities
        rules = reaches(self._own_rules, self._rules, site, places)[0].rules
        if rules.version not in self._windows:
            self._windows[rules.version] = self._read(rules, Silent())
        return self._windows[rules.version].find(site)

    def _read(self, rules: Rules, feedback: Feedback) -> Window:
        return Window(self._inputs.themes, rules, self._settings, self.bounds, feedback)


def _hold(theme: Theme, bounds: Bounds, feedback: Feedback) -> Theme:
    """The theme as it is within `bounds`, in memory."""
    held = []
    for chunk in theme.read(bounds):
        feedback.check()
        shapes = np.asarray(chunk.geometry, dtype=object)
        if _has_bytes(shapes):
            shapes = shapely.from_wkb(shapes, on_invalid="ignore")
        held.append(Held(Chunk(chunk.ids, shapes, chunk.attributes), shapely.bounds(shapes)))
    return replace(theme, read=lambda area=None: (c for h in held for c in h.within(area)))


def _has_bytes(shapes: np.ndarray) -> bool:
    first = next((shape for shape in shapes if shape is not None), None)
    return isinstance(first, bytes)
