"""A station or transformer room: it adds room, if the level that feeds it has any."""

from __future__ import annotations

import math

import numpy as np

from rev_plugin.core.grid.chance import Triple
from rev_plugin.core.grid.levels import Judgement, Level, verdict_of
from rev_plugin.core.grid.outlook import OPEN, figure
from rev_plugin.core.model import NetVerdict, Settings
from rev_plugin.core.rule_rows import Quantity
from rev_plugin.core.rules import Rules

_SOME = 0.01  # MW: from here there is room above at all


def added_power(rules: Rules, site: dict) -> Triple:
    """MW that a net part adds: its MVA times cos φ; NaN for a station of unknown size."""
    mva = site.get("mva")
    factor = figure(rules, "cos_phi", Quantity.SHARE)
    if isinstance(mva, (int, float)) and math.isfinite(mva) and mva > 0:
        return factor.scaled(float(mva))
    if site["activiteit"] == "msr":
        unit = figure(rules, "msr", Quantity.UNIT_POWER)
        return Triple(*(mva * share for mva, share in zip(unit, factor)))
    return Triple(math.nan, math.nan, math.nan)


def judge_net_part(levels: list[Level], added: np.ndarray, settings: Settings) -> Judgement:
    """Whether the levels that feed a net part have room for what it adds.

    ja: all of it; krap: some of it, or open by colour but without MW; nee: nothing, or the
    operator says so; onbekend: no colour and no MW.
    """
    full = [level for level in levels if level.blocked]
    if full:
        last = max(full, key=lambda level: np.nan_to_num(level.solved, nan=np.inf))
        return Judgement(NetVerdict.NO, tuple(levels), last, None, blocked=True)
    known = [level for level in levels if level.computable]
    if not known:
        is_open = all(level.status in OPEN for level in levels)
        verdict = NetVerdict.TIGHT if is_open else NetVerdict.UNKNOWN
        caps = ("hoeveel MW erboven vrij is, is niet gepubliceerd",)
        return Judgement(verdict, tuple(levels), levels[0], None, caps)
    drawn = np.array([level.drawn for level in known]).min(axis=0)
    limiting = min(known, key=lambda level: float(level.bounds[1]))
    some = verdict_of(float((drawn > _SOME).mean()), settings)
    if np.isnan(added).any():
        if some is NetVerdict.NO:  # not even the smallest one fits
            return Judgement(some, tuple(levels), limiting, drawn > _SOME)
        caps = ("het vermogen (mva) is niet opgegeven",)
        return Judgement(NetVerdict.TIGHT, tuple(levels), limiting, None, caps)
    holds = drawn >= added
    if verdict_of(float(holds.mean()), settings) is NetVerdict.YES:
        open_colours = all(level.status in OPEN[:1] for level in levels)
        if open_colours:
            return Judgement(NetVerdict.YES, tuple(levels), limiting, holds)
        caps = ("niet elk niveau erboven is transparant",)
        return Judgement(NetVerdict.TIGHT, tuple(levels), limiting, holds, caps)
    verdict = NetVerdict.NO if some is NetVerdict.NO else NetVerdict.TIGHT
    return Judgement(verdict, tuple(levels), limiting, holds)
