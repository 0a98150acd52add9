"""What the figures say for a year: the operator's word, and the arithmetic beside it.

The operator goes first (design §5): a published status and year solved decide; MW are
computed where they were published, and projected for years after the figures.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from typing import Optional

import numpy as np

from rev_plugin.core.grid.chance import POINTS, Triple, band, sample, shared_normals
from rev_plugin.core.grid.ledger import SHORT, Ledger
from rev_plugin.core.model import NetStatus, Settings
from rev_plugin.core.rule_rows import KeyFigure, Moment, Quantity
from rev_plugin.core.rules import Rules

OPEN = (NetStatus.TRANSPARENT.value, NetStatus.YELLOW.value)
HORIZON = 2050  # a first year with room is looked for up to here
NODES = np.linspace(0.0, 1.0, 33)  # share of the queue in all contracts of an area
# One dimension of the shared draws per uncertain quantity of the net, then the demand's.
COINCIDENCE, REALISATION, GROWTH, DELAY, DEMAND, COUNTED, DIMENSIONS = range(7)


def figure(rules: Rules, category: str, quantity: Quantity, moment: Moment = Moment.ANY) -> Triple:
    """The band of one key figure; InputError when the table does not have it."""
    return Triple.of(rules.key_figure(figure_id(category, quantity, moment)))


def figure_id(category: str, quantity: Quantity, moment: Moment = Moment.ANY) -> str:
    """The id that a key figure has by convention: category_quantity[_moment]."""
    parts = [category, quantity.value] + ([moment.value] if moment is not Moment.ANY else [])
    return "_".join(parts)


@dataclass(frozen=True)
class NetDraws:
    """The uncertain quantities of the net on the shared draws, each of shape (points,)."""

    normals: np.ndarray  # (DIMENSIONS, points)
    coincidence: np.ndarray  # MW of load per MW of contract
    realisation: np.ndarray  # share of the queue that comes
    growth: np.ndarray  # of the load, per year
    delay: np.ndarray  # years that a work comes later than planned

    @classmethod
    def of(cls, rules: Rules, settings: Settings, points: int = POINTS) -> NetDraws:
        """The draws for a rule set; the same figures and seed give the same draws."""
        return _kept_draws(_net_figures(rules), settings.seed, points)

    @classmethod
    def on(cls, rules: Rules, normals: np.ndarray) -> NetDraws:
        """The quantities on given standard normals, shape (DIMENSIONS, points)."""
        return cls.from_figures(_net_figures(rules), normals)

    @classmethod
    def from_figures(cls, figures: tuple[Triple, ...], normals: np.ndarray) -> NetDraws:
        """The quantities with bands in the order of the dimensions COINCIDENCE to DELAY."""
        coincidence, realisation, growth, delay = (
            sample(triple, normals[dimension], floor=0.0)
            for dimension, triple in enumerate(figures)
        )
        return cls(
            normals, np.minimum(coincidence, 1.0), np.minimum(realisation, 1.0), growth, delay
        )

    @cached_property
    def _unit_loads(self) -> dict[int, np.ndarray]:
        return {}

    def unit_load(self, age: int) -> np.ndarray:
        """Load per MW of contract, `age` years after the figures, shape (nodes, 3).

        One row per queue share of NODES; the columns are the loads that leave the P10, P50
        and P90 of the headroom, so from high to low.
        """
        if age not in self._unit_loads:
            share = NODES[:, None]
            present = (1 - share) * (1 + self.growth) ** age
            load = self.coincidence * (present + share * self.realisation)
            self._unit_loads[age] = -band(-load)
        return self._unit_loads[age]


def _net_figures(rules: Rules) -> tuple[Triple, ...]:
    return (
        figure(rules, "net", Quantity.SHARE),
        figure(rules, "wachtrij", Quantity.SHARE),
        figure(rules, "net", Quantity.RATE),
        figure(rules, "net", Quantity.YEARS),
    )


@lru_cache(maxsize=4)
def _kept_draws(figures: tuple[Triple, ...], seed: int, points: int) -> NetDraws:
    return NetDraws.from_figures(figures, shared_normals(DIMENSIONS, seed, points))


@dataclass(frozen=True)
class Outlook:
    """Figures of rows in target years; all arrays of one length, one element per question."""

    row: np.ndarray  # row of the ledger's table
    year: np.ndarray
    figure_year: np.ndarray
    status: np.ndarray  # words of NetStatus
    solved: np.ndarray  # year, NaN where unknown
    capacity: np.ndarray  # MW
    required: np.ndarray  # MW of contract
    queue: np.ndarray  # MW of contract
    load: np.ndarray  # MW expected in the year of the figures
    estimated: np.ndarray  # bool

    def where(self, mask: np.ndarray) -> Outlook:
        """The questions where `mask` holds."""
        return Outlook(*(getattr(self, item.name)[mask] for item in fields(self)))

    @property
    def projected(self) -> np.ndarray:
        """Whether the year lies after the year of the figures."""
        return self.year > self.figure_year

    @property
    def blocked(self) -> np.ndarray:
        """Whether the operator says no: short of capacity, and not solved by then."""
        short = np.isin(self.status, SHORT)
        silent = self.status == NetStatus.UNKNOWN.value
        before = self.year < self.solved
        return (short & (before | np.isnan(self.solved))) | (silent & before)

    @property
    def solved_without_figures(self) -> np.ndarray:
        """Whether the operator expects a solution by then, that no figures describe."""
        after = (self.solved > self.figure_year) & (self.year >= self.solved)
        return after & ~np.isin(self.status, OPEN)


def look(ledger: Ledger, rows: np.ndarray, years: np.ndarray) -> Outlook:
    """The figures of rows of the ledger for target years (arrays of one length)."""

    def column(name: str) -> np.ndarray:
        return ledger.columns[name][rows]

    return Outlook(
        rows,
        years,
        column("jaar"),
        column("status").astype(object),
        column("jaar_opgelost"),
        column("capaciteit_mw"),
        column("benodigd_mw"),
        column("wachtrij_mw"),
        column("belasting_lopend_jaar_mw"),
        column("geschat").astype(bool),
    )


def work_without_mw(ledger: Ledger, outlook: Outlook) -> np.ndarray:
    """Year of the first work of unknown MW between the figures and the year; NaN without one."""
    year = ledger.first_blind_year[outlook.row]
    return np.where(outlook.year >= year, year, np.nan)


def solution_unpublished(ledger: Ledger, outlook: Outlook) -> np.ndarray:
    """Whether the figures no longer hold: something was added of which no MW are known."""
    blind = ~np.isnan(work_without_mw(ledger, outlook))
    return np.asarray(blind | outlook.solved_without_figures)


def draw_headroom(ledger: Ledger, outlook: Outlook, draws: NetDraws) -> np.ndarray:
    """Headroom in MW per question and draw, shape (n, points); NaN where not computable.

    headroom = capacity + works - load - queue, with load = max(required x coincidence,
    expected load) x growth and queue = queued contracts x realisation x coincidence. An
    unknown queue counts as empty here: the caller says that it is then an upper bound.
    """
    headroom = np.full((len(outlook.row), len(draws.growth)), np.nan)
    countable = ~solution_unpublished(ledger, outlook)
    countable &= ~np.isnan(outlook.capacity) & ~np.isnan(outlook.required)
    headroom[countable] = without_works(outlook.where(countable), draws)
    for position in np.flatnonzero(countable):
        for year, mw in ledger.coming[outlook.row[position]]:
            if mw is not None:
                done = outlook.year[position] >= year + draws.delay
                headroom[position] += np.where(done, mw, 0.0)
    return headroom


def without_works(outlook: Outlook, draws: NetDraws) -> np.ndarray:
    """Capacity minus load minus queue per question and draw, shape (n, points)."""
    later = np.maximum(outlook.year - outlook.figure_year, 0)
    ages, age = np.unique(later, return_inverse=True)
    growth = (1 + draws.growth) ** ages[:, None]
    load = outlook.required[:, None] * draws.coincidence
    if not np.isnan(outlook.load).all():
        np.fmax(load, outlook.load[:, None], out=load)
    load *= growth[age]
    load += np.nan_to_num(outlook.queue)[:, None] * (draws.coincidence * draws.realisation)
    return np.asarray(outlook.capacity[:, None] - load)


def citation(rules: Rules, figures: list[KeyFigure]) -> Optional[str]:
    """The sources of key figures, each named once."""
    return "; ".join(dict.fromkeys(rules.citation(one) for one in figures)) or None
