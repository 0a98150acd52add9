"""One direction at one place and year: every level of the net beside the demand.

The worst of the regional operator and all levels above it counts. Per level the operator's
word goes before the arithmetic; what is unknown at a level above caps the verdict at krap,
what is unknown at the area itself makes it onbekend.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Optional

import numpy as np

from rev_plugin.core.grid.bands import headroom_bands
from rev_plugin.core.grid.ledger import Ledger, Series
from rev_plugin.core.grid.outlook import (
    OPEN,
    NetDraws,
    Outlook,
    draw_headroom,
    look,
    work_without_mw,
)
from rev_plugin.core.model import NetStatus, NetVerdict, Settings

ORDER = (
    NetVerdict.NOT_APPLICABLE,
    NetVerdict.YES,
    NetVerdict.TIGHT,
    NetVerdict.UNKNOWN,
    NetVerdict.NO,
)  # from good to bad; a no stands whatever else is unknown


@dataclass(frozen=True)
class Level:
    """What one level says for one year; `drawn` is the headroom per draw, NaN if unknown."""

    series: Series
    outlook: Outlook  # one question
    drawn: np.ndarray
    bounds: np.ndarray  # P10, P50, P90 of the headroom in MW, NaN where unknown
    blind: float  # year of a work of unknown MW before the year, NaN without one
    source: str
    date: str  # on which the figures were published

    @property
    def status(self) -> str:
        return str(self.outlook.status[0])

    @property
    def solved(self) -> float:
        return float(self.outlook.solved[0])

    @property
    def blocked(self) -> bool:
        return bool(self.outlook.blocked[0])

    @property
    def promised(self) -> bool:
        return bool(self.outlook.solved_without_figures[0])

    @property
    def computable(self) -> bool:
        return not np.isnan(self.drawn[0]) and not self.bounded

    @property
    def bounded(self) -> bool:
        """Whether only an upper bound is known: the queue is not."""
        return bool(np.isnan(self.outlook.queue[0])) and not np.isnan(self.drawn[0])


def levels_at(
    ledger: Ledger, chain: Sequence[int], year: int, draws: NetDraws, colour: Optional[str] = None
) -> list[Level]:
    """The levels of a chain of series (the area itself first) in one year.

    `colour` is the site's own postcode's status; it replaces that of the area.
    """
    result = []
    for position, one in enumerate(chain):
        series = ledger.series[one]
        row = np.array([ledger.row_of(series, year)])
        outlook = look(ledger, row, np.array([year]))
        if colour is not None and position == 0:
            outlook = replace(outlook, status=np.array([colour], dtype=object))
        drawn = draw_headroom(ledger, outlook, draws)[0]
        source, published = (ledger.columns[name][row[0]] for name in ("bron", "peildatum"))
        result.append(
            Level(
                series,
                outlook,
                drawn,
                headroom_bands(ledger, outlook, draws)[0],
                float(work_without_mw(ledger, outlook)[0]),
                source if isinstance(source, str) else "",
                published if isinstance(published, str) else "",
            )
        )
    return result


@dataclass(frozen=True)
class Judgement:
    """The verdict in one direction.

    `holds` says per draw whether it fits, where everything is computable; or whether it could
    at best, where that already is too seldom. Its share is the chance.
    """

    verdict: NetVerdict
    levels: tuple[Level, ...]
    limiting: Optional[Level]
    holds: Optional[np.ndarray]
    caps: tuple[str, ...] = ()  # why the verdict is at best krap
    blocked: bool = False

    @property
    def own(self) -> Optional[Level]:
        return self.levels[0] if self.levels else None

    @property
    def shown(self) -> Optional[Level]:
        """The level whose MW a reader sees, in the columns and in the reason.

        The one that limits; where the operator's word decides, the tightest with MW. Without
        MW of the area itself none of a level above, which would read as room here.
        """
        if self.limiting is not None and not self.blocked:
            return self.limiting
        own = self.own
        if own is None or np.isnan(own.bounds[2]):
            return own
        known = [level for level in self.levels if not np.isnan(level.bounds[2])]
        return min(known, key=lambda level: float(level.bounds[2]))


def judge_direction(
    levels: list[Level], demand: Optional[np.ndarray], settings: Settings, waiver: str = ""
) -> Judgement:
    """The verdict of a demand (MW per draw; None = unknown) against all levels.

    `waiver` says why the operator's colour does not stop this kind of connection (it then
    is at best krap); "" when it does.
    """
    full = [level for level in levels if level.blocked]
    if full and not waiver:
        last = max(full, key=lambda level: np.nan_to_num(level.solved, nan=np.inf))
        return Judgement(NetVerdict.NO, tuple(levels), last, None, blocked=True)
    own = levels[0]
    if demand is None or (not own.computable and not own.bounded):
        return Judgement(NetVerdict.UNKNOWN, tuple(levels), own, None)
    known = [level for level in levels if level.computable or level.bounded]
    fits = np.array([level.drawn >= demand for level in known])
    limiting = known[int(fits.mean(axis=1).argmin())]
    holds = fits.all(axis=0)
    if own.bounded:  # an upper bound can only prove that it does not fit
        if holds.mean() <= settings.chance_no:
            return Judgement(NetVerdict.NO, tuple(levels), limiting, holds)
        return Judgement(NetVerdict.UNKNOWN, tuple(levels), limiting, None)
    caps = tuple(_caps(levels, waiver if full else ""))
    verdict = verdict_of(float(holds.mean()), settings)
    if caps and verdict is NetVerdict.YES:
        verdict = NetVerdict.TIGHT
    return Judgement(verdict, tuple(levels), limiting, holds, caps)


def verdict_of(chance: float, settings: Settings) -> NetVerdict:
    """ja from chance_yes, nee up to chance_no, krap between."""
    if chance >= settings.chance_yes:
        return NetVerdict.YES
    return NetVerdict.NO if chance <= settings.chance_no else NetVerdict.TIGHT


def _caps(levels: list[Level], waiver: str) -> list[str]:
    """What keeps a verdict at best krap, in words."""
    own, above = levels[0], levels[1:]
    caps = [waiver] if waiver else []
    for level in levels:
        if level.status == NetStatus.YELLOW.value:
            caps.append(f"status geel ({level.series.operator or level.series.name})")
        elif level.status == NetStatus.TRANSPARENT.value and level.outlook.year[0] < level.solved:
            caps.append(f"een knelpunt tot {int(level.solved)} ondanks status transparant")
    if own.status == NetStatus.UNKNOWN.value:
        caps.append("de netbeheerder geeft hier geen status")
    if not above or own.series.missing_parents:
        caps.append("het niveau van TenneT is onbekend")
    elif any(_silent(level) for level in above):
        caps.append("van TenneT zijn voor dat jaar geen status en MW bekend")
    if own.outlook.estimated[0]:
        caps.append("gebied of cijfers zijn geschat")
    return caps


def _silent(level: Level) -> bool:
    """A level that says nothing usable: no MW, and no open colour that still holds."""
    return not level.computable and level.status not in OPEN
