"""The case of one run: plan objects, which plans hold, and what each object means where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.columns import PLAN_OBJECT
from rev_plugin.core.model import Bounds, Features, Feedback, Theme
from rev_plugin.core.rule_rows import PlanEffect
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.plan_objects import Meaning, ObjectKey, Reader, object_key
from rev_plugin.core.space.plan_pieces import Cutter, Overlaps, find_overlaps, set_aside
from rev_plugin.core.space.plan_status import (
    JUDGED,
    TEMPORARY,
    PlanState,
    Role,
    is_plan_area,
    is_zoning,
    plan_states,
    types_where,
)

COLUMNS = tuple(column.name for column in PLAN_OBJECT)
_KEY_COLUMNS = ["object_type", "hoofdgroep", "naam", "kwalificatie", "activiteit"]
_ROUNDING = 1e-6
_NAMELESS = "onbekend plan"
# Of the building itself: not "hoogteligging", "minimum …", nor what stands beside it.
_HEIGHT = re.compile(
    r"^(?!.*(erfafscheid|bijgebouw|bijbehorend|lichtmast|vlaggenmast|antenne))"
    r"(max\w* )?(bouw|tip|nok)?hoogte\b"
)
_PER_METRE = {"cm": 0.01, "centimeter": 0.01, "dm": 0.1, "decimeter": 0.1, "km": 1_000.0}
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_AREA_TYPES = (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON)


@dataclass(frozen=True)
class PlanCase:
    """Plan objects near the sites, the state of their plans, and the pairs they form.

    `pairs` hold what is left of an object after later plans (no geometry: nothing); `area`
    is what it covered before, m². `taken_by` is the pair of the later plan that took all or
    part of it, or GAP. `meanings` are None where an object means nothing for the activity.
    """

    sites: Features
    objects: Features
    states: dict[str, PlanState]
    readers: dict[str, Reader]
    keys: Sequence[ObjectKey]  # the different ones
    key_of: np.ndarray  # per object, the number of its key
    pairs: Overlaps
    area: np.ndarray
    taken_by: np.ndarray
    meanings: Sequence[Optional[Meaning]]
    height: np.ndarray  # per site, of what is planned (its tip, else its top), m; NaN unknown

    @cached_property
    def _columns(self) -> dict[str, np.ndarray]:
        return {name: self.objects.table[name].to_numpy() for name in COLUMNS}

    @cached_property
    def _states(self) -> list[PlanState]:
        """Per object, the state of its plan."""
        return [self.states[plan_id] for plan_id in self._columns["plan_id"]]

    @cached_property
    def activities(self) -> list[str]:
        """The activity of every site."""
        return [str(name) for name in self.sites.table["activiteit"]]

    @cached_property
    def site_area(self) -> np.ndarray:
        """m² per site."""
        return shapely.area(self.sites.geometry)

    @cached_property
    def outlines(self) -> np.ndarray:
        """Per object, whether it is the area of a whole plan (bool)."""
        return types_where(is_plan_area, self.objects.table)

    @cached_property
    def counts(self) -> np.ndarray:
        """Per object, whether its plan is in force (bool)."""
        return np.array([state.role in JUDGED for state in self._states], dtype=bool)

    @cached_property
    def held(self) -> np.ndarray:
        """Per pair, whether its plan is in force and no later plan took its place (bool)."""
        return ~shapely.is_missing(self.pairs.geometry) & self.counts[self.pairs.object]

    @cached_property
    def max_height(self) -> np.ndarray:
        """Per object, the height (m) that a Maatvoering or norm allows; NaN: it sets none."""
        tells = np.array([bool(_HEIGHT.match(key.naam)) for key in self.keys], dtype=bool)
        limits = np.full(len(self.objects), np.nan)
        for number in np.flatnonzero(tells[self.key_of]).tolist():
            unit = str(self._columns["eenheid"][number]).casefold()
            limits[number] = _number(self._columns["waarde"][number]) * _PER_METRE.get(unit, 1.0)
        return limits

    @cached_property
    def too_high(self) -> np.ndarray:
        """Per pair, whether the site is planned higher than the object allows (bool)."""
        return self.height[self.pairs.site] > self.max_height[self.pairs.object]

    @cached_property
    def planned(self) -> np.ndarray:
        """Per site, whether enkelbestemmingen that hold cover all of it (bool)."""
        zoning = [
            pair
            for pair in np.flatnonzero(self.held).tolist()
            if (meaning := self.meanings[pair]) is not None and meaning.effect is PlanEffect.ZONING
        ]
        area = np.bincount(
            self.pairs.site[zoning], shapely.area(self.pairs.geometry[zoning]), len(self.sites)
        )
        return area >= (1 - _ROUNDING) * self.site_area

    def of_object(self, number: int, column: str) -> Optional[str]:
        """A column of an object; None where empty, or for no object (GAP)."""
        value = self._columns[column][number] if number >= 0 else None
        return str(value) if value else None

    def value(self, pair: int, column: str) -> Optional[str]:
        """A column of a pair's object; None where empty."""
        return self.of_object(self.pairs.object[pair], column)

    def column(self, pairs: np.ndarray, column: str) -> np.ndarray:
        """A column of the objects of many pairs."""
        return self._columns[column][self.pairs.object[pairs]]

    def pairs_of(self, site: int) -> slice:
        """The pairs of a site."""
        return slice(int(self._starts[site]), int(self._starts[site + 1]))

    @cached_property
    def _starts(self) -> np.ndarray:
        return np.searchsorted(self.pairs.site, np.arange(len(self.sites) + 1))

    def state(self, pair: int) -> PlanState:
        """The state of the plan of a pair's object."""
        return self._states[self.pairs.object[pair]]

    def key(self, pair: int) -> ObjectKey:
        """The deciding words of a pair's object."""
        return self.keys[self.key_of[self.pairs.object[pair]]]


def _number(value: object) -> float:
    found = _NUMBER.search(str(value or ""))
    return float(found[0].replace(",", ".")) if found else np.nan


def read_objects(theme: Optional[Theme], bounds: Bounds, feedback: Feedback) -> Features:
    """The plan objects within `bounds` that have an area, with columns.PLAN_OBJECT.

    Invalid geometries are repaired; an object of a plan without an id counts as a plan of
    its own file.
    """
    geometries: list[np.ndarray] = []
    tables: list[pd.DataFrame] = []
    for chunk in theme.read(bounds) if theme is not None else ():
        feedback.check()
        shapes = _decoded(chunk.geometry)
        keep = np.isin(shapely.get_type_id(shapes), _AREA_TYPES) & ~shapely.is_empty(shapes)
        count = len(shapes)
        table = pd.DataFrame(
            {name: chunk.attributes.get(name, np.full(count, None)) for name in COLUMNS}
        )
        geometries.append(shapes[keep])
        tables.append(table[keep])
    if not tables:
        return Features(np.empty(0, dtype=object), pd.DataFrame(columns=list(COLUMNS)))
    table = pd.concat(tables, ignore_index=True).astype(object)
    table = table.where(table.notna(), None)
    table["plan_id"] = [
        _bare(plan_id) or _bare(source) or _NAMELESS
        for plan_id, source in zip(table["plan_id"], table["bron"])
    ]
    geometry = np.concatenate(geometries)
    wrong = ~shapely.is_valid(geometry)
    geometry[wrong] = shapely.make_valid(geometry[wrong])
    return Features(geometry, table)


def _bare(text: object) -> str:
    return "" if text is None else str(text).strip(" \t\r\n\0")


def _decoded(geometry: np.ndarray) -> np.ndarray:
    first = next((item for item in geometry if item is not None), None)
    shapes = (
        shapely.from_wkb(geometry, on_invalid="ignore") if isinstance(first, bytes) else geometry
    )
    return shapely.force_2d(shapes)


def open_case(
    sites: Features,
    objects: Features,
    rules: Rules,
    feedback: Feedback,
) -> PlanCase:
    """Find which object touches which site, which plan holds there, and what it means."""
    states = plan_states(objects.table)
    found = find_overlaps(sites.geometry, objects.geometry, feedback)
    pairs, taken_by = _apply_precedence(objects, states, found)
    activity = [str(name) for name in sites.table["activiteit"]]
    readers = {name: Reader(name, rules) for name in dict.fromkeys(activity)}
    key_of, keys = _keys(objects.table)
    meanings = [
        readers[activity[site]].meaning(keys[key])
        for site, key in zip(pairs.site.tolist(), key_of[pairs.object].tolist())
    ]
    return PlanCase(
        sites,
        objects,
        states,
        readers,
        keys,
        key_of,
        pairs,
        found.area,
        taken_by,
        meanings,
        _heights(sites),
    )


def _keys(table: pd.DataFrame) -> tuple[np.ndarray, list[ObjectKey]]:
    """Per object the number of its key, and the different keys."""
    words = table[_KEY_COLUMNS].astype(object)
    words = words.where(words.notna(), "")
    key_of = words.groupby(_KEY_COLUMNS, sort=False).ngroup().to_numpy()
    _, first = np.unique(key_of, return_index=True)
    return key_of, [object_key(*row) for row in words.iloc[first].to_numpy().tolist()]


def _heights(sites: Features) -> np.ndarray:
    height = np.full(len(sites), np.nan)
    for column in ("tiphoogte_m", "hoogte_m"):
        if column in sites.table:
            own = pd.to_numeric(sites.table[column]).to_numpy(dtype=float, na_value=np.nan)
            height = np.where(np.isnan(height), own, height)
    return height


def _apply_precedence(
    objects: Features, states: dict[str, PlanState], pairs: Overlaps
) -> tuple[Overlaps, np.ndarray]:
    table = objects.table
    role = table["plan_id"].map(lambda plan_id: states[plan_id].role).to_numpy()
    rank = table["plan_id"].map(lambda plan_id: states[plan_id].rank).to_numpy(dtype=float)
    zoning = types_where(is_zoning, table)
    area = types_where(is_plan_area, table)
    pons = types_where(_is_pons, table) & (role == Role.NEW)
    has_area = table["plan_id"].isin(set(table.loc[area, "plan_id"])).to_numpy()
    outline = np.where(has_area, area, zoning)  # a plan without its area: what it zones
    # A wijzigingsplan may leave all zoning as it is (PRBP2012 §4.2).
    rezones = table["plan_id"].isin(set(table.loc[zoning, "plan_id"])).to_numpy()
    cuts = (
        ((role == Role.FULL) & outline)
        | ((role == Role.DETAIL) & outline & rezones)
        | ((role == Role.PARTIAL) & zoning)
        | pons
    )
    number = np.flatnonzero(cuts[pairs.object])
    cutter = pairs.object[number]
    return set_aside(
        pairs,
        rank[pairs.object],
        zoning[pairs.object],
        np.array([part in TEMPORARY for part in role], dtype=bool)[pairs.object],
        Cutter(
            number,
            np.where(pons[cutter], np.inf, rank[cutter]),
            ~(pons[cutter] | (role[cutter] == Role.FULL)),
        ),
    )


def _is_pons(object_type: object) -> bool:
    return "pons" in str(object_type).casefold()
