"""Sites cut into pieces: every object that holds takes its turn, in the order of the law."""

from __future__ import annotations

from typing import NamedTuple, Optional

import numpy as np

from rev_plugin.core.model import Feedback
from rev_plugin.core.rule_rows import PlanEffect
from rev_plugin.core.space.plan_case import PlanCase
from rev_plugin.core.space.plan_objects import Meaning
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
    Modifiers,
    Pieces,
    base_pieces,
    modify,
)
from rev_plugin.core.space.plan_status import TEMPORARY, PlanState, Role

# Old plans first, then TAM, then the new part, then layers of their own. Within each: what
# decides, what bans, what allows more, what is unread, what limits, how high.
_STAGE = {Role.TAM: 20, Role.NEW: 40, Role.OVERLAY: 60}
_DECIDES, _BANS, _ALLOWS, _UNREAD, _LIMITS, _HEIGHTS = range(6)


class Turn(NamedTuple):
    """How one pair works on the pieces of its site, and when."""

    stage: int
    effect: int
    verdict: int
    activity: int = GAP


def cut_to_pieces(case: PlanCase, feedback: Feedback) -> Pieces:
    """The sites as pieces, each with its verdict and the pair that decided on it."""
    zoned: list[tuple[int, int]] = []
    turns: list[tuple[int, Turn]] = []
    numbers: dict[str, int] = {}
    for pair in np.flatnonzero(case.held).tolist():
        meaning, state = case.meanings[pair], case.state(pair)
        zoning = meaning is not None and meaning.effect is PlanEffect.ZONING
        if meaning is not None and zoning and state.role in TEMPORARY:
            zoned.append((pair, _code(meaning, state)))
        else:
            turns += [(pair, turn) for turn in _turns(case, pair, meaning, numbers)]
    base = np.array(zoned, dtype=int).reshape(-1, 2)
    pieces = base_pieces(case.sites.geometry, case.pairs.take(base[:, 0]), base[:, 0], base[:, 1])
    return modify(pieces, _modifiers(case, turns), len(case.sites), feedback)


def _modifiers(case: PlanCase, turns: list[tuple[int, Turn]]) -> Modifiers:
    pair = np.array([pair for pair, _ in turns], dtype=int)
    turn = np.array([turn for _, turn in turns], dtype=int).reshape(-1, len(Turn._fields))
    site = case.pairs.site[pair]
    order = np.lexsort((pair, turn[:, 2], turn[:, 0], site))
    pair, turn = pair[order], turn[order]
    return Modifiers(
        pair,
        site[order],
        case.pairs.geometry[pair],
        case.pairs.covered[pair],
        turn[:, 1],
        turn[:, 2],
        turn[:, 3],
    )


def _code(meaning: Meaning, state: PlanState) -> int:
    """The verdict of an object; at most conditional where its plan is in doubt."""
    code = CODE[meaning.verdict]
    return max(code, CONDITIONAL) if state.doubt else code


def _turns(
    case: PlanCase, pair: int, meaning: Optional[Meaning], numbers: dict[str, int]
) -> list[Turn]:
    """The turns of an object that is no enkelbestemming of the temporary part."""
    state = case.state(pair)
    late = _STAGE.get(state.role, 0)
    if state.role is Role.OVERLAY:
        return [Turn(late, CAPS, CONDITIONAL)]
    turns = []
    if case.too_high[pair]:
        turns.append(Turn(late + _HEIGHTS, LIMITS, DOES_NOT_FIT))
    if meaning is None or case.outlines[case.pairs.object[pair]]:
        return turns
    code = _code(meaning, state)
    if meaning.effect is PlanEffect.ZONING:
        turns.append(Turn(late + _DECIDES, LAYER, code))
    elif meaning.effect is PlanEffect.ADDS:
        turns.append(Turn(late + _ALLOWS, ADDS, code))
    elif meaning.effect is PlanEffect.LIMITS:
        turns.append(
            Turn(late + _UNREAD, UNREAD, code)
            if meaning.unread
            else Turn(late + _LIMITS, LIMITS, code)
        )
    elif meaning.effect is PlanEffect.QUALIFIED:
        turns.append(_imow_turn(case, pair, code, late, numbers))
    return turns


def _imow_turn(case: PlanCase, pair: int, code: int, late: int, numbers: dict[str, int]) -> Turn:
    key = case.key(pair)
    activity = numbers.setdefault(key.activiteit or key.naam, len(numbers))
    if key.kwalificatie == "verbod":
        return Turn(late + _BANS, FORBIDS, DOES_NOT_FIT, activity)
    return Turn(late + _DECIDES, LAYER, code, activity)
