"""Room set aside: which reservation holds it, in which instrument, and whom it binds.

A claim is a wish for room (an expected station, a route, a hub). It counts as reserved only
as far as its instrument reaches: a vision binds the body that adopts it, an omgevingsplan
everyone (TNO 2024 R12789, §3.1.2).
"""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.model import AreaTest, Bounds, Features, Feedback, Theme
from rev_plugin.core.rule_rows import Instrument
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.plan_case import PlanCase
from rev_plugin.core.space.plan_reasons import NAMED

CLAIM_COLUMNS = ("naam", "activiteit", "instrument", "overheid", "jaar", "status", "bron")
WHOLE = 0.98  # a site is reserved as a whole from this share on (a sliver is ignored)
YES, PARTLY, NO, UNKNOWN = "ja", "deels", "nee", "onbekend"
_WITHIN_PLAN = "omgevingsplan"


def read_claims(theme: Optional[Theme], bounds: Bounds, feedback: Feedback) -> Optional[Features]:
    """The claims within `bounds`, with CLAIM_COLUMNS; None when there is no such layer."""
    if theme is None:
        return None
    geometries, tables = [], []
    for chunk in theme.read(bounds):
        feedback.check()
        shapes = chunk.geometry
        if any(isinstance(item, bytes) for item in shapes):
            shapes = shapely.from_wkb(shapes, on_invalid="ignore")
        keep = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
        count = len(shapes)
        table = pd.DataFrame(
            {name: chunk.attributes.get(name, np.full(count, None)) for name in CLAIM_COLUMNS}
        )
        geometries.append(shapely.make_valid(shapes[keep]))
        tables.append(table[keep])
    if not tables:
        return Features(np.empty(0, dtype=object), pd.DataFrame(columns=list(CLAIM_COLUMNS)))
    table = pd.concat(tables, ignore_index=True).astype(object)
    return Features(np.concatenate(geometries), table.where(table.notna(), None))


def instrument_of(text: Optional[str], rules: Rules) -> Instrument:
    """The instrument that a text names; without one it is a wish that binds nobody."""
    known = rules.rows(Instrument)
    wanted = " ".join(str(text or "").split()).casefold()
    for row in known:
        if wanted == row.id or any(fnmatchcase(wanted, pattern) for pattern in row.herken):
            return row
    return next(row for row in known if not row.volgorde and row.bestuurslaag == "eigen")


class HeldRoom(NamedTuple):
    """Per site: how much is held (ja / deels / nee / onbekend), and in which instrument."""

    ruimte_gereserveerd: list[str]
    reservering_instrument: list[Optional[str]]


def held_room(case: PlanCase, claims: Optional[Features], rules: Rules) -> HeldRoom:
    """What room is held for the activity of every site.

    A plan reserves where it names the activity (a bestemming or aanduiding that fits, or a
    gebiedsaanwijzing for it). Claims count with their instrument; one that binds nobody is
    shown but is no reservation.
    """
    count = len(case.sites)
    words: list[dict[str, None]] = [{} for _ in range(count)]
    by_site: dict[int, list[int]] = {}
    for pair in reserving_pairs(case):
        site = int(case.pairs.site[pair])
        by_site.setdefault(site, []).append(pair)
        plan = case.value(pair, "plan_naam") or case.value(pair, "plan_id")
        words[site][f"{_WITHIN_PLAN}: {case.value(pair, 'naam')} ({plan})"] = None
    share = np.zeros(count)
    for site, pairs in by_site.items():
        share[site] = reserved_share(case, site, pairs)
    programme = [rules.activity(name).toets is AreaTest.PROGRAMME for name in case.activities]
    partly = np.array(programme, dtype=bool) & (share > 0)
    if partly.any():
        share[partly] += _neutral_share(case)[partly]
    if claims is not None:
        _add_claims(case, claims, rules, share, words)
    answers = [amount_word(part, known) for part, known in zip(share, case.fully_zoned)]
    return HeldRoom(answers, ["; ".join(list(found)[:NAMED]) or None for found in words])


def reserving_pairs(case: PlanCase) -> list[int]:
    """The pairs that set room aside: a plan that holds names the activity of the site."""
    return (case.held & case.reading.reserves).nonzero()[0].tolist()


def reserved_share(case: PlanCase, site: int, pairs: Sequence[int]) -> float:
    """The share of a site that these pairs cover together."""
    if not pairs:
        return 0.0
    whole = shapely.union_all(case.pairs.geometry[list(pairs)])
    return float(min(shapely.area(whole) / case.site_area[site], 1.0))


def _neutral_share(case: PlanCase) -> np.ndarray:
    """Per site, the share of traffic, green, gardens and water, which belong to a programme."""
    return case.area_per_site(case.held & case.reading.neutral) / case.site_area


def _add_claims(
    case: PlanCase,
    claims: Features,
    rules: Rules,
    share: np.ndarray,
    words: Sequence[dict[str, None]],
) -> None:
    """Add the claims for the same activity that lie over each site."""
    wanted, instruments, names = (
        claims.table[column].tolist() for column in ("activiteit", "instrument", "naam")
    )
    tree = shapely.STRtree(claims.geometry)
    pairs = tree.query(case.sites.geometry, predicate="intersects")
    for row, number in pairs.T.tolist():
        if wanted[number] != case.activities[row]:
            continue
        instrument = instrument_of(instruments[number], rules)
        name = names[number] or "ruimteclaim"
        words[row][f"{instrument.naam_nl}: {name} (bindt {instrument.bindt_wie_nl})"] = None
        if instrument.volgorde > 0:
            claimed = _claimed(claims.geometry[number], case.sites.geometry[row])
            share[row] = max(share[row], claimed)


def _claimed(claim: shapely.Geometry, site: shapely.Geometry) -> float:
    """Share of the site that a claim covers; one drawn as a point or line takes the site."""
    if shapely.get_dimensions(claim) < 2:
        return 1.0
    return float(shapely.area(shapely.intersection(claim, site)) / shapely.area(site))


def amount_word(share: float, known: bool) -> str:
    """Nothing found is "nee" only where a plan that holds was read for the whole site."""
    if share >= WHOLE:
        return YES
    if share > 0:
        return PARTLY
    return NO if known else UNKNOWN
