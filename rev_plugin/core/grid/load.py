"""The load of a mixed group: A·N + B·√N per category, added per moment of the year.

A parts add up. What a small group has on top (B) is independent between customers and
adds in quadrature, except where customers move together (heat pumps in the cold, batteries
on the price): those add linearly. The range of A is shared by all units of a category.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rev_plugin.core.grid.chance import Triple
from rev_plugin.core.rule_rows import Moment

MOMENTS = (
    Moment.WINTER_EVENING,
    Moment.WINTER_MORNING,
    Moment.WINTER_AFTERNOON,
    Moment.SUMMER_AFTERNOON,
)
NOTHING = Triple(0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Part:
    """Units of one category; `coincident` in MW per unit, `spread` in MW per √unit.

    A moment without an entry counts as nothing.
    """

    units: float
    coincident: Mapping[Moment, Triple]
    spread: Mapping[Moment, Triple] = field(default_factory=dict)
    together: bool = False  # the units move together: their B adds linearly
    flexible: bool = False  # a battery: its load never makes room for its own feed-in
    ceiling: float = math.inf  # MW that the part can never pass
    category: str = ""  # of the key figures, or of a load curve that replaces A

    def at(self, moment: Moment) -> tuple[Triple, Triple]:
        """The A·N and B·√N parts in MW at a moment, each low, middle, high."""
        base = self.coincident.get(moment, NOTHING).scaled(self.units)
        extra = self.spread.get(moment, NOTHING).scaled(math.sqrt(self.units))
        if not base.high > 0:
            extra = NOTHING
        return (
            Triple(*(min(value, self.ceiling) for value in base)),
            Triple(*(min(b, max(self.ceiling - a, 0.0)) for a, b in zip(base, extra))),
        )


def group_load(parts: Iterable[Part], moment: Moment) -> Triple:
    """The load in MW of all parts together at one moment.

    middle = sum of A·N + sqrt(sum of independent (B·√N)^2) + sum of correlated B·√N. Low
    and high lie a deviation from it in which independent deviations add in quadrature.
    """
    pairs = [(part.together, *part.at(moment)) for part in parts]
    middle = sum(base.middle for _, base, _ in pairs)
    middle += sum(extra.middle for together, _, extra in pairs if together)
    middle += math.hypot(*(extra.middle for together, _, extra in pairs if not together))
    down = _deviation(pairs, "low")
    up = _deviation(pairs, "high")
    return Triple(max(0.0, middle - down), middle, middle + up)


def _deviation(pairs: list[tuple[bool, Triple, Triple]], side: str) -> float:
    """Distance from the middle to the low or the high side."""
    alone: list[float] = []
    joint = 0.0
    for together, base, extra in pairs:
        deviations = [abs(getattr(t, side) - t.middle) for t in (base, extra)]
        if together:
            joint += sum(deviations)
        else:
            alone.extend(deviations)
    return math.hypot(joint, *alone)


def worst_load(parts: list[Part]) -> tuple[Triple, Moment]:
    """The load at the moment with the highest middle, and that moment."""
    return max(
        ((group_load(parts, moment), moment) for moment in MOMENTS),
        key=lambda pair: (pair[0].middle, pair[0].high),
    )


def worst_feed_in(sources: list[Part], loads: list[Part]) -> tuple[Triple, Moment]:
    """Generation minus load at its worst moment: high generation meets low load."""
    steady = [part for part in loads if not part.flexible]

    def net(moment: Moment) -> Triple:
        made, used = group_load(sources, moment), group_load(steady, moment)
        return Triple(
            max(0.0, made.low - used.high),
            max(0.0, made.middle - used.middle),
            max(0.0, made.high - used.low),
        )

    return max(((net(m), m) for m in MOMENTS), key=lambda pair: (pair[0].high, pair[0].middle))
