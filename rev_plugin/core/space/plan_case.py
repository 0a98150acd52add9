"""The case of one run: sites over the plan map, which plans hold there, and what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Optional

import numpy as np
import shapely

from rev_plugin.core.model import Features, Feedback
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.plan_map import PlanMap, Planned
from rev_plugin.core.space.plan_objects import Meaning, ObjectKey
from rev_plugin.core.space.plan_pieces import Cutter, Overlaps, find_overlaps, set_aside
from rev_plugin.core.space.plan_reading import Reading
from rev_plugin.core.space.plan_status import PlanState

_ROUNDING = 1e-6


@dataclass(frozen=True)
class PlanCase:
    """Sites, the plan objects around them, and the pairs they form.

    `pairs` hold what is left of an object after later plans (no geometry: nothing); `area`
    is what it covered before, m². `taken_by` is the pair of the later plan that took all or
    part of it, or GAP.
    """

    sites: Features
    plans: PlanMap
    rules: Rules
    pairs: Overlaps
    area: np.ndarray
    taken_by: np.ndarray
    planned: Planned

    # --- per site ---

    @property
    def activities(self) -> list[str]:
        """The activity of every site."""
        return self.planned.activities

    @property
    def names(self) -> np.ndarray:
        """The name of every site."""
        return self.planned.names

    @property
    def height(self) -> np.ndarray:
        """Height of what is planned, m: its tip, else its top; NaN unknown."""
        return self.planned.height

    @cached_property
    def site_area(self) -> np.ndarray:
        """m² per site."""
        return shapely.area(self.sites.geometry)

    @cached_property
    def fully_zoned(self) -> np.ndarray:
        """Per site, whether enkelbestemmingen that hold cover all of it (bool)."""
        zoned = self.area_per_site(self.held & self.reading.zoning)
        return zoned >= (1 - _ROUNDING) * self.site_area

    def area_per_site(self, pairs: np.ndarray) -> np.ndarray:
        """m² per site of some of the pairs (mask)."""
        return np.bincount(self.pairs.site[pairs], self.left[pairs], len(self.sites))

    def pairs_of(self, site: int) -> slice:
        """The pairs of a site."""
        return slice(int(self._starts[site]), int(self._starts[site + 1]))

    @cached_property
    def _starts(self) -> np.ndarray:
        return np.searchsorted(self.pairs.site, np.arange(len(self.sites) + 1))

    # --- per pair ---

    @cached_property
    def reading(self) -> Reading:
        """What every pair means for the activity of its site."""
        kind = self.plans.kind_of[self.pairs.object]
        different = {name: number for number, name in enumerate(dict.fromkeys(self.activities))}
        readings = [self.plans.reading(name, self.rules) for name in different]
        if len(readings) == 1:
            return Reading(*(column[kind] for column in readings[0]))
        number = np.array([different[name] for name in self.activities], dtype=np.int64)
        asked = number[self.pairs.site]
        return Reading(*(np.stack(columns)[asked, kind] for columns in zip(*readings)))

    @cached_property
    def left(self) -> np.ndarray:
        """m² of what is left of a pair; 0 where later plans took all."""
        area = shapely.area(self.pairs.geometry)
        area[np.isnan(area)] = 0.0
        return area

    @cached_property
    def counts(self) -> np.ndarray:
        """Per pair, whether its plan is in force (bool)."""
        return self.plans.counts[self.pairs.object]

    @cached_property
    def held(self) -> np.ndarray:
        """Per pair, whether its plan is in force and no later plan took its place (bool)."""
        return self.counts & ~shapely.is_missing(self.pairs.geometry)

    @cached_property
    def zoning(self) -> np.ndarray:
        """Per pair, whether its object is an enkelbestemming (bool)."""
        return self.plans.zoning[self.pairs.object]

    @cached_property
    def outlines(self) -> np.ndarray:
        """Per pair, whether its object is the area of a whole plan (bool)."""
        return self.plans.outlines[self.pairs.object]

    @cached_property
    def too_high(self) -> np.ndarray:
        """Per pair, whether the site is planned higher than the object allows (bool)."""
        return self.height[self.pairs.site] > self.plans.max_height[self.pairs.object]

    def meaning(self, pair: int) -> Optional[Meaning]:
        """What a pair means for the activity; None where it means nothing."""
        return self.reading.meaning[pair]

    def value(self, pair: int, column: str) -> Optional[str]:
        """A column of a pair's object; None where empty."""
        return self.plans.value(self.pairs.object[pair], column)

    def column(self, pairs: np.ndarray, column: str) -> np.ndarray:
        """A column of the objects of many pairs."""
        return self.plans.columns[column][self.pairs.object[pairs]]

    def state(self, pair: int) -> PlanState:
        """The state of the plan of a pair's object."""
        return self.plans.state(self.pairs.object[pair])

    def key(self, pair: int) -> ObjectKey:
        """The deciding words of a pair's object."""
        return self.plans.keys[self.plans.key_of[self.pairs.object[pair]]]


def open_case(sites: Features, plans: PlanMap, rules: Rules, feedback: Feedback) -> PlanCase:
    """Find which object touches which site, and which plan holds there."""
    found = find_overlaps(sites.geometry, plans.tree, feedback)
    number = plans.cuts.does[found.object].nonzero()[0]
    cutter = found.object[number]
    pairs, taken_by = set_aside(
        found,
        plans.rank[found.object],
        plans.zoning[found.object],
        plans.cuts.yields[found.object],
        Cutter(number, plans.cuts.rank[cutter], plans.cuts.zoning_only[cutter]),
    )
    planned = plans.planned(sites.table)
    return PlanCase(sites, plans, rules, pairs, found.area, taken_by, planned)
