"""One site judged again and again while it moves: everything around it kept in memory.

Gives the same tables as a fresh quickscan (see study.quickscan), for that one site.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Optional

import pandas as pd

from rev_plugin.core import columns
from rev_plugin.core.grid.demand import demand_columns
from rev_plugin.core.grid.netfit import NetJudge
from rev_plugin.core.model import Bounds, Features, Feedback, InputError, Settings, Silent
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.plan_map import read_map
from rev_plugin.core.space.planfit import judge_on_map
from rev_plugin.core.space.reservations import read_claims
from rev_plugin.core.space.window import Window
from rev_plugin.core.tables import frame
from rev_plugin.study.freshness import Stamp, file_stamp
from rev_plugin.study.inputs import Inputs
from rev_plugin.study.own_rules import in_site_order, reaches
from rev_plugin.study.quickscan import Result, conclude
from rev_plugin.study.sites import dated

HALF_WIDTH_M = 3_000.0  # of the window beside the site


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
        self._stamp = self._stamp_now()  # before reading: a write meanwhile shows
        self._windows = [(rules, self._read(rules, feedback))]
        plans = inputs.themes.get("planobjecten")
        self._plans = None if plans is None else read_map(plans, self.bounds, feedback)
        self._claims = read_claims(inputs.themes.get("ruimteclaims"), self.bounds, feedback)
        self._net = NetJudge(
            inputs.areas, rules, settings, Silent(), inputs.postcodes, inputs.municipalities
        )
        self._dated: Optional[tuple[pd.DataFrame, pd.DataFrame]] = None

    def holds(self, site: Features) -> bool:
        """Whether all that matters to the site has been read, and stands as it was read."""
        if self._stamp != self._stamp_now():
            return False
        site = self._with_year(site)
        try:
            window = self._known(self._rules_at(site))
        except InputError:  # judging the site tells what is wrong
            return False
        return window is not None and window.holds(site)

    def judge(self, site: Features) -> Result:
        """The outcome of one site (columns.SITE) as a full quickscan of it would be."""
        site = self._with_year(site)
        rules, settings, silent = self._rules, self._settings, Silent()
        measured = self._window(site).find(site)
        plan = judge_on_map(
            site, self._plans, rules, settings, silent, self._inputs.overrulings, self._claims
        )
        findings = in_site_order([measured, plan.constraints], site, columns.FINDING)
        demand = demand_columns(site, rules, settings)
        net = self._net.columns(site, demand, silent)
        output, actions = conclude(site, plan.output, net, findings, rules, settings)
        return replace(
            self._base, sites=site, output=output, findings=frame(findings), actions=actions,
            plan_findings=frame(plan.findings), demand=frame(demand),
        )  # fmt: skip

    def _stamp_now(self) -> list[Stamp]:
        return [file_stamp(path) for path in self._inputs.files]

    def _with_year(self, site: Features) -> Features:
        """The site with its year; the same table again while only its shape changes."""
        if self._dated is None or self._dated[0] is not site.table:
            self._dated = site.table, dated(site, self._settings).table
        return replace(site, table=self._dated[1])

    def _window(self, site: Features) -> Window:
        """The window with the rules that hold at the site; read when it is the first there."""
        rules = self._rules_at(site)
        window = self._known(rules)
        if window is None:
            window = self._read(rules, Silent())
            self._windows.append((rules, window))
        return window

    def _known(self, rules: Rules) -> Optional[Window]:
        """The window that was read for these rules."""
        read = (window for other, window in self._windows if other.tables == rules.tables)
        return next(read, None)

    def _rules_at(self, site: Features) -> Rules:
        """The rules that hold at the site."""
        places = self._inputs.municipalities
        return reaches(self._own_rules, self._rules, site, places)[0].rules

    def _read(self, rules: Rules, feedback: Feedback) -> Window:
        return Window(self._inputs.themes, rules, self._settings, self.bounds, feedback)
