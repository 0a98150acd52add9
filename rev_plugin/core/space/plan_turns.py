"""Sites cut into pieces: every object that holds takes its turn, in the order of the law."""

from __future__ import annotations

import numpy as np

from rev_plugin.core.model import Feedback
from rev_plugin.core.space.plan_case import PlanCase
from rev_plugin.core.space.plan_pieces import (
    DOES_NOT_FIT,
    GAP,
    LIMITS,
    Modifiers,
    Pieces,
    base_pieces,
    modify,
)


def cut_to_pieces(case: PlanCase, feedback: Feedback) -> Pieces:
    """The sites as pieces, each with its verdict and the pair that decided on it."""
    zoned = (case.held & case.reading.zones).nonzero()[0]
    pieces = base_pieces(
        case.sites.geometry, case.pairs.take(zoned), zoned, case.reading.code[zoned]
    )
    return modify(pieces, _modifiers(case), len(case.sites), feedback)


def _modifiers(case: PlanCase) -> Modifiers:
    """The objects that work on the pieces; one that is also too low for a site works twice."""
    reading, pairs = case.reading, case.pairs
    normal = (case.held & (reading.effect != GAP)).nonzero()[0]
    high = (case.held & case.too_high & (reading.high_stage != GAP)).nonzero()[0]
    pair = np.concatenate([normal, high])
    stage = np.concatenate([reading.stage[normal], reading.high_stage[high]])
    effect, verdict, law = reading.effect[pair], reading.verdict[pair], reading.law[pair]
    again = slice(len(normal), None)
    effect[again], verdict[again], law[again] = LIMITS, DOES_NOT_FIT, GAP
    order = np.lexsort((pair, verdict, stage, pairs.site[pair]))
    pair = pair[order]
    return Modifiers(
        pair,
        pairs.site[pair],
        pairs.geometry[pair],
        pairs.covered[pair],
        effect[order],
        verdict[order],
        law[order],
    )
