"""The plan objects of an area, prepared once: their plans, their words and what they mean.

Nothing here depends on a site. A run over many sites makes one map; a site that moves is
judged again and again on the same one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from itertools import chain
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.columns import PLAN_OBJECT
from rev_plugin.core.model import Bounds, Feedback, LegalSystem, Nature, Theme
from rev_plugin.core.rule_rows import PlanFitRule
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.geometry import in_pieces
from rev_plugin.core.space.plan_objects import ObjectKey, Reader, object_key
from rev_plugin.core.space.plan_reading import Kind, Reading, read_kinds
from rev_plugin.core.space.plan_status import (
    BESIDE,
    JUDGED,
    TEMPORARY,
    PlanState,
    Role,
    is_plan_area,
    is_zoning,
    plan_states,
    types_where,
)

THEME = "planobjecten"
COLUMNS = tuple(column.name for column in PLAN_OBJECT)
_KEY_COLUMNS = ["object_type", "hoofdgroep", "naam", "kwalificatie", "activiteit"]
_NAMELESS = "onbekend plan"
# Of the building itself: not "hoogteligging", "minimum …", nor what stands beside it.
_HEIGHT = re.compile(
    r"^(?!.*(erfafscheid|bijgebouw|bijbehorend|lichtmast|vlaggenmast|antenne))"
    r"(max\w* )?(goot- en )?(bouw|tip|nok)?hoogte\b"
)
_PER_METRE = {"cm": 0.01, "centimeter": 0.01, "dm": 0.1, "decimeter": 0.1, "km": 1_000.0}
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_BOTH = "goot- en "  # two heights in one value, as in "6 / 10"
_AREA_TYPES = (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON)


class Cuts(NamedTuple):
    """Per object, how its plan sets the objects of other plans aside."""

    does: np.ndarray  # bool: it takes the place of earlier objects
    rank: np.ndarray  # of earlier objects than this; inf: of all
    zoning_only: np.ndarray  # bool: only of enkelbestemmingen
    yields: np.ndarray  # bool: a later plan may take its place


class Layer(NamedTuple):
    """A rule that is a constraint of its own, and the objects of plans in force it is about."""

    rule: PlanFitRule
    objects: np.ndarray  # numbers
    tree: shapely.STRtree  # of the objects, large ones as pieces of their outline
    owner: np.ndarray  # the object of each item of the tree
    cells: dict[str, str]  # what columns.FINDING says of the rule, wherever the site is


class Planned(NamedTuple):
    """What a table of sites (columns.SITE) says of what is planned; one entry per site."""

    activities: list[str]
    names: np.ndarray
    height: np.ndarray  # m: of its tip, else its top; NaN unknown


class PlanMap:
    """Plan objects with an area (valid polygons in RD), with columns.PLAN_OBJECT."""

    def __init__(self, geometry: np.ndarray, columns: Mapping[str, np.ndarray]) -> None:
        """`columns` hold texts, and None where a cell is empty; every object has a plan_id."""
        self.geometry = geometry
        self.columns = columns
        self.tree = shapely.STRtree(geometry)
        self.plan_of, _ = pd.factorize(columns["plan_id"])
        self.key_of, self.keys = _keys(columns)
        types = columns["object_type"]
        self.zoning = types_where(is_zoning, types)
        self.outlines = types_where(is_plan_area, types)
        self.states = plan_states(columns, self.plan_of, self.zoning, self.outlines)
        new = self._per_plan([state.role is Role.NEW for state in self.states], bool)
        self.pons = types_where(_is_pons, types) & new
        self.cuts = self._cuts()
        self._readers: dict[tuple[str, str], Reader] = {}
        self._readings: dict[tuple[str, str], Reading] = {}
        self._layers: dict[tuple[str, str], list[Layer]] = {}
        self._planned: Optional[tuple[pd.DataFrame, Planned]] = None

    @classmethod
    def empty(cls) -> PlanMap:
        """A map on which nothing lies."""
        nothing = np.empty(0, dtype=object)
        return cls(nothing, dict.fromkeys(COLUMNS, nothing))

    def __len__(self) -> int:
        return len(self.geometry)

    @cached_property
    def rank(self) -> np.ndarray:
        """Per object, the place in time of its plan; later is higher."""
        return self._per_plan([state.rank for state in self.states], float)

    @cached_property
    def counts(self) -> np.ndarray:
        """Per object, whether its plan is in force (bool)."""
        return self._per_plan([state.role in JUDGED for state in self.states], bool)

    @cached_property
    def beside(self) -> np.ndarray:
        """Per object, whether a site is told that it lies there: of such a plan, or a pons."""
        return self._per_plan([s.role in BESIDE for s in self.states], bool) | self.pons

    @cached_property
    def systems(self) -> np.ndarray:
        """Per object, the LegalSystem of its plan, as text; last that of no object."""
        new, old = LegalSystem.ENVIRONMENT_ACT.value, LegalSystem.OLD.value
        found = self._per_plan([new if s.role is Role.NEW else old for s in self.states], object)
        return np.append(found, old)

    @cached_property
    def object_ids(self) -> np.ndarray:
        """Per object its id; last that of no object."""
        return np.append(self.columns["object_id"], None)

    @cached_property
    def max_height(self) -> np.ndarray:
        """Per object, the height (m) that a Maatvoering or norm allows; NaN: it sets none."""
        tells = np.array([bool(_HEIGHT.match(key.naam)) for key in self.keys], dtype=bool)
        limits = np.full(len(self), np.nan)
        for number in np.flatnonzero(tells[self.key_of]).tolist():
            unit = str(self.columns["eenheid"][number]).casefold()
            last = _BOTH in self.keys[self.key_of[number]].naam
            value = _number(self.columns["waarde"][number], last)
            limits[number] = value * _PER_METRE.get(unit, 1.0)
        return limits

    @cached_property
    def kind_of(self) -> np.ndarray:
        """Per object the number of its kind: objects of one kind mean the same."""
        return self._kinds[0]

    def reader(self, activity: str, rules: Rules) -> Reader:
        """The rules for an activity, ready to read objects with."""
        asked = (rules.version, activity)
        if asked not in self._readers:
            self._readers[asked] = Reader(activity, rules)
        return self._readers[asked]

    def reading(self, activity: str, rules: Rules) -> Reading:
        """What every kind of object means for an activity."""
        asked = (rules.version, activity)
        if asked not in self._readings:
            self._readings[asked] = read_kinds(self._kinds[1], self.reader(activity, rules))
        return self._readings[asked]

    def layers(self, activity: str, rules: Rules) -> list[Layer]:
        """The rules with a weight for an activity, in table order, with their objects."""
        asked = (rules.version, activity)
        if asked not in self._layers:
            rule_of = np.where(self.counts, self.reading(activity, rules).rule[self.kind_of], None)
            self._layers[asked] = [
                self._layer(rule, np.flatnonzero(rule_of == rule.id), rules)
                for rule in rules.for_activity(PlanFitRule, activity)
                if rule.zwaarte is not None
            ]
        return self._layers[asked]

    def planned(self, table: pd.DataFrame) -> Planned:
        """What is planned; a site that moves keeps its table, so the last one is kept."""
        if self._planned is None or self._planned[0] is not table:
            self._planned = table, _planned(table)
        return self._planned[1]

    def _layer(self, rule: PlanFitRule, objects: np.ndarray, rules: Rules) -> Layer:
        """A new layer, on the tree of another activity where the objects are the same."""
        for layer in chain.from_iterable(self._layers.values()):
            if layer.rule is rule and np.array_equal(layer.objects, objects):
                return layer
        units, of = in_pieces(self.geometry[objects])
        return Layer(rule, objects, shapely.STRtree(units), objects[of], _cells(rule, rules))

    def state(self, number: int) -> PlanState:
        """The state of the plan of an object."""
        return self.states[self.plan_of[number]]

    def value(self, number: int, column: str) -> Optional[str]:
        """A column of an object; None where empty, or for no object (a negative number)."""
        return self.columns[column][number] if number >= 0 else None

    @cached_property
    def _kinds(self) -> tuple[np.ndarray, list[Kind]]:
        """The kind of every object, and the kinds."""
        roles = [(state.role, bool(state.doubt)) for state in self.states]
        numbers = {role: number for number, role in enumerate(dict.fromkeys(roles))}
        role_of = self._per_plan([numbers[role] for role in roles], np.int64)
        code = (self.key_of * max(len(numbers), 1) + role_of) * 2 + self.outlines
        _, first, kind_of = np.unique(code, return_index=True, return_inverse=True)
        kinds = []
        for row in first.tolist():
            role, doubted = roles[self.plan_of[row]]
            kinds.append(Kind(self.keys[self.key_of[row]], role, doubted, bool(self.outlines[row])))
        return kind_of, kinds

    def _per_plan(self, values: list, kind: type) -> np.ndarray:
        return np.array(values, dtype=kind)[self.plan_of]

    def _cuts(self) -> Cuts:
        full, detail, partial = (
            self._per_plan([state.role is role for state in self.states], bool)
            for role in (Role.FULL, Role.DETAIL, Role.PARTIAL)
        )
        pons = self.pons
        has_area, rezones = (
            np.isin(self.plan_of, self.plan_of[objects]) for objects in (self.outlines, self.zoning)
        )
        outline = np.where(has_area, self.outlines, self.zoning)  # without its area: what it zones
        return Cuts(
            # A wijzigingsplan may leave all zoning as it is (PRBP2012 §4.2).
            ((full | (detail & rezones)) & outline) | (partial & self.zoning) | pons,
            np.where(pons, np.inf, self.rank),
            ~(pons | full),
            self._per_plan([state.role in TEMPORARY for state in self.states], bool),
        )


def _cells(rule: PlanFitRule, rules: Rules) -> dict[str, str]:
    return {
        "regel": rule.id,
        "thema": THEME,
        "aard": str(Nature.LEGAL),
        "zwaarte": str(rule.zwaarte),
        "bron": rules.citation(rule),
        "bron_datum": rule.date.isoformat(),
        "bron_status": str(rule.bron_status),
    }


def _planned(table: pd.DataFrame) -> Planned:
    height = np.full(len(table), np.nan)
    for column in ("tiphoogte_m", "hoogte_m"):
        if column in table:
            own = pd.to_numeric(table[column]).to_numpy(dtype=float, na_value=np.nan)
            height = np.where(np.isnan(height), own, height)
    activities = [str(name) for name in table["activiteit"].to_numpy()]
    return Planned(activities, table["naam"].to_numpy(object), height)


def _texts(values: np.ndarray) -> np.ndarray:
    """A column as texts; None where empty."""
    cells = zip(values.tolist(), pd.isna(values).tolist())
    texts = np.empty(len(values), dtype=object)
    texts[:] = [None if absent or not value else str(value) for value, absent in cells]
    return texts


def _is_pons(object_type: object) -> bool:
    return "pons" in str(object_type).casefold()


def _number(value: object, last: bool) -> float:
    found = _NUMBER.findall(str(value or ""))
    return float(found[-1 if last else 0].replace(",", ".")) if found else np.nan


def _keys(columns: Mapping[str, np.ndarray]) -> tuple[np.ndarray, list[ObjectKey]]:
    """Per object the number of its key, and the different keys."""
    words = list(zip(*(columns[name].tolist() for name in _KEY_COLUMNS)))
    numbers = {row: number for number, row in enumerate(dict.fromkeys(words))}
    key_of = np.array([numbers[row] for row in words], dtype=np.int64)
    return key_of, [object_key(*row) for row in numbers]


def read_map(theme: Optional[Theme], bounds: Bounds, feedback: Feedback) -> PlanMap:
    """The plan objects within `bounds` that have an area.

    Invalid geometries are repaired; an object of a plan without an id counts as a plan of
    its own file.
    """
    nothing = np.empty(0, dtype=object)
    geometries, cells = [nothing], {name: [nothing] for name in COLUMNS}
    for chunk in theme.read(bounds) if theme is not None else ():
        feedback.check()
        shapes = _decoded(chunk.geometry)
        keep = np.isin(shapely.get_type_id(shapes), _AREA_TYPES) & ~shapely.is_empty(shapes)
        absent = np.full(len(shapes), None)
        geometries.append(shapes[keep])
        for name, parts in cells.items():
            parts.append(_texts(chunk.attributes.get(name, absent)[keep]))
    columns = {name: np.concatenate(parts) for name, parts in cells.items()}
    columns["plan_id"][:] = [
        _bare(plan_id) or _bare(source) or _NAMELESS
        for plan_id, source in zip(columns["plan_id"], columns["bron"])
    ]
    geometry = np.concatenate(geometries)
    wrong = ~shapely.is_valid(geometry)
    geometry[wrong] = shapely.make_valid(geometry[wrong])
    return PlanMap(geometry, columns)


def _bare(text: Optional[str]) -> str:
    return (text or "").strip(" \t\r\n\0")


def _decoded(geometry: np.ndarray) -> np.ndarray:
    first = next((item for item in geometry if item is not None), None)
    shapes = (
        shapely.from_wkb(geometry, on_invalid="ignore") if isinstance(first, bytes) else geometry
    )
    return shapely.force_2d(shapes)
