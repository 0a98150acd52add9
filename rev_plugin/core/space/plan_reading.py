"""What each kind of plan object means for one activity, and when it works on a site.

Old plans come first, then TAM, then the new part, then layers of their own. Within each:
what decides, what bans, what allows more, what is unread, what limits, how high.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np

from rev_plugin.core.model import PlanVerdict
from rev_plugin.core.rule_rows import PlanEffect
from rev_plugin.core.space.plan_objects import BAN, Meaning, ObjectKey, Reader
from rev_plugin.core.space.plan_pieces import (
    ADDS,
    CAPS,
    CODE,
    CONDITIONAL,
    DOES_NOT_FIT,
    FORBIDS,
    GAP,
    LAYER,
    LIMITS,
    UNREAD,
)
from rev_plugin.core.space.plan_status import TEMPORARY, Role, is_zoning

# Uses that belong to any programme: they neither help nor harm (design §5, area rule).
NEUTRAL = frozenset({"verkeer", "groen", "tuin", "water"})
_STAGE = {Role.TAM: 20, Role.NEW: 40, Role.OVERLAY: 60}
_DECIDES, _BANS, _ALLOWS, _UNREAD, _LIMITS, _HEIGHTS = range(6)


class Kind(NamedTuple):
    """What decides on the meaning of an object: its words and what its plan does."""

    key: ObjectKey
    role: Role
    doubted: bool  # its plan gives at most "past met voorwaarden"
    outline: bool  # it is the area of a whole plan


class Turn(NamedTuple):
    """How an object works on the pieces of a site, and when."""

    stage: int
    effect: int
    verdict: int
    law: int = GAP  # number of the IMOW activity that it is about


_NO_TURN = Turn(GAP, GAP, GAP)


class Reading(NamedTuple):
    """All kinds, read for one activity; equally long arrays."""

    meaning: np.ndarray  # Optional[Meaning]: None where it means nothing
    rule: np.ndarray  # id of the rule that gives the meaning, or None
    zoning: np.ndarray  # bool: the meaning of an enkelbestemming
    zones: np.ndarray  # bool: and of the temporary part, so it is a piece of its site
    neutral: np.ndarray  # bool: belongs to any programme
    reserves: np.ndarray  # bool: sets room aside for the activity
    code: np.ndarray  # verdict as a number, where it has a meaning
    stage: np.ndarray  # its turn, as in Turn; effect is GAP where it has none
    effect: np.ndarray
    verdict: np.ndarray
    law: np.ndarray
    high_stage: np.ndarray  # when a site that is too high is refused; GAP: never


def read_kinds(kinds: Sequence[Kind], reader: Reader) -> Reading:
    """Read every kind once."""
    meanings = [reader.meaning(kind.key) for kind in kinds]
    laws: dict[str, int] = {}
    zones, turns, high = [], [], []
    for kind, meaning in zip(kinds, meanings):
        late = _STAGE.get(kind.role, 0)
        is_zone = _is_zoning(meaning) and kind.role in TEMPORARY
        zones.append(is_zone)
        turns.append(_NO_TURN if is_zone else _turn(kind, meaning, late, laws))
        high.append(GAP if is_zone or kind.role is Role.OVERLAY else late + _HEIGHTS)
    stage, effect, verdict, law = np.array(turns, dtype=np.int64).reshape(-1, len(Turn._fields)).T
    return Reading(
        _objects(meanings),
        _objects([m.rule.id if m is not None and m.rule is not None else None for m in meanings]),
        np.array([_is_zoning(m) for m in meanings], dtype=bool),
        np.array(zones, dtype=bool),
        np.array([_is_neutral(kind.key) for kind in kinds], dtype=bool),
        np.array([_reserves(m) for m in meanings], dtype=bool),
        np.array([_code(kind, m) for kind, m in zip(kinds, meanings)], dtype=np.int64),
        stage,
        effect,
        verdict,
        law,
        np.array(high, dtype=np.int64),
    )


def _objects(values: list) -> np.ndarray:
    """A list as an array of objects, also when its items are tuples."""
    found = np.empty(len(values), dtype=object)
    found[:] = values
    return found


def _is_zoning(meaning: Optional[Meaning]) -> bool:
    return meaning is not None and meaning.effect is PlanEffect.ZONING


def _is_neutral(key: ObjectKey) -> bool:
    group = key.hoofdgroep or key.naam.split(" - ")[0].strip()
    return group in NEUTRAL and is_zoning(key.object_type)


def _reserves(meaning: Optional[Meaning]) -> bool:
    """Whether a plan names the activity: a use or aanduiding that fits, or room kept for it."""
    if meaning is None or meaning.effect is PlanEffect.RESERVES:
        return meaning is not None
    names = meaning.effect in (PlanEffect.ZONING, PlanEffect.ADDS)
    return names and meaning.verdict is PlanVerdict.FITS


def _code(kind: Kind, meaning: Optional[Meaning]) -> int:
    """The verdict; at most conditional where the plan is in doubt."""
    if meaning is None:
        return GAP
    code = CODE[meaning.verdict]
    return max(code, CONDITIONAL) if kind.doubted else code


def _turn(kind: Kind, meaning: Optional[Meaning], late: int, laws: dict[str, int]) -> Turn:
    """The turn of an object that is no enkelbestemming of the temporary part."""
    if kind.role is Role.OVERLAY:
        return Turn(late, CAPS, CONDITIONAL)
    if meaning is None or kind.outline:
        return _NO_TURN
    code = _code(kind, meaning)
    if meaning.effect is PlanEffect.ZONING:
        return Turn(late + _DECIDES, LAYER, code)
    if meaning.effect is PlanEffect.ADDS:
        return Turn(late + _ALLOWS, ADDS, code)
    if meaning.effect is PlanEffect.LIMITS:
        unread = meaning.unread
        return Turn(late + _UNREAD, UNREAD, code) if unread else Turn(late + _LIMITS, LIMITS, code)
    if meaning.effect is PlanEffect.QUALIFIED:
        law = laws.setdefault(kind.key.activiteit or kind.key.naam, len(laws))
        if kind.key.kwalificatie == BAN:
            return Turn(late + _BANS, FORBIDS, DOES_NOT_FIT, law)
        return Turn(late + _DECIDES, LAYER, code, law)
    return _NO_TURN
