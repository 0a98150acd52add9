"""Claims against instruments: what is reserved where, whom it binds, what is still missing.

A claim is held by the plan as far as a plan object names its activity (it then binds
everyone), else by the instrument that the claim itself names (TNO 2024 R12789, §3.1.2).
"""

from __future__ import annotations

from typing import NamedTuple, Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core import columns
from rev_plugin.core.model import Features, Feedback, Settings, Theme
from rev_plugin.core.rule_rows import Activity, Instrument
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.plan_case import PlanCase, open_case
from rev_plugin.core.space.plan_map import read_map
from rev_plugin.core.space.plan_reasons import percentage
from rev_plugin.core.space.reservations import (
    CLAIM_COLUMNS,
    NO,
    PARTLY,
    UNKNOWN,
    WHOLE,
    YES,
    amount_word,
    instrument_of,
    reserved_share,
    reserving_pairs,
)

PLAN_INSTRUMENT = "omgevingsplan"
STRIP_M = 1.0  # half the width of the strip that a claim drawn as a line stands for


class Held(NamedTuple):
    """What holds a claim."""

    word: str
    share: float
    instrument: Instrument
    pair: Optional[int]  # the plan object, where the plan holds it
    place: Optional[str]


def judge_reservations(
    claims: Features,
    plans: Optional[Theme],
    rules: Rules,
    settings: Settings,
    feedback: Feedback,
    developments: Optional[Features] = None,
) -> pd.DataFrame:
    """Every claim with the instrument that holds it and what is missing.

    Args:
        claims: polygons, lines or points in RD with CLAIM_COLUMNS (missing ones are empty); a
            point stands for the footprint of its activity, a line for a narrow strip.
        plans: the theme planobjecten, or None.
        developments: sites (columns.SITE); those of another activity that lie over a claim
            are named with it.

    Returns:
        columns.RESERVATION, one row per claim, in order. Claims without a reservation have
        ruimte_gereserveerd "nee" or "onbekend"; where a part of the claim has no plan that
        holds and nothing else reserves it, that is "onbekend".

    Raises:
        Cancelled: when the user cancels.
    """
    names = [column.name for column in columns.RESERVATION]
    if not len(claims):
        return pd.DataFrame(columns=names)
    places = claim_areas(claims, rules)
    case = _plan_case(places, plans, rules, feedback)
    held = _by_plan(case)
    over = _developments_over(places, developments, settings.sliver_share)
    rows = []
    for number in range(len(places)):
        holding = _held(case, number, held.get(number, []), places, rules)
        rows.append(_row(places.table.iloc[number], holding, case, rules, over[number]))
    feedback.progress(1.0)
    return pd.DataFrame(rows, columns=names)


def without_reservation(reservations: pd.DataFrame) -> pd.DataFrame:
    """The claims that nothing reserves, or of which that is not known."""
    return reservations[reservations["ruimte_gereserveerd"].isin([NO, UNKNOWN])]


def built_over(reservations: pd.DataFrame) -> pd.DataFrame:
    """The claims that a development lies over."""
    return reservations[reservations["ontwikkelingen"].notna()]


def claim_areas(claims: Features, rules: Rules) -> Features:
    """The claims as polygons, with all columns."""
    table = claims.table.reindex(columns=list(CLAIM_COLUMNS)).astype(object)
    table = table.where(table.notna(), None).reset_index(drop=True)
    known = {row.id: row for row in rules.rows(Activity)}
    geometry = claims.geometry.copy()
    for number, shape in enumerate(geometry):
        size = shapely.get_dimensions(shape)
        if size == 0:
            activity = known.get(str(table["activiteit"].iat[number]))
            area = (activity.voetafdruk_m2 if activity else None) or (2 * STRIP_M) ** 2
            geometry[number] = shape.centroid.buffer(np.sqrt(area) / 2, cap_style="square")
        elif size == 1:
            geometry[number] = shape.buffer(STRIP_M)
    return Features(geometry, table)


def _plan_case(
    places: Features, plans: Optional[Theme], rules: Rules, feedback: Feedback
) -> PlanCase:
    """The claims of known activities as sites over the plan; numbers stay those of the claims."""
    xmin, ymin, xmax, ymax = (float(edge) for edge in shapely.total_bounds(places.geometry))
    objects = read_map(plans, (xmin, ymin, xmax, ymax), feedback)
    feedback.progress(0.3)
    known = {row.id for row in rules.rows(Activity)}
    activity = [str(name) for name in places.table["activiteit"]]
    readable = np.array([name in known for name in activity], dtype=bool)
    geometry = np.where(readable, places.geometry, shapely.Polygon())
    named = [name if name in known else next(iter(known)) for name in activity]
    return open_case(
        Features(geometry, places.table.assign(activiteit=named)), objects, rules, feedback
    )


def _by_plan(case: PlanCase) -> dict[int, list[int]]:
    """Per claim the pairs that reserve room for it, the largest first."""
    found: dict[int, list[int]] = {}
    for pair in reserving_pairs(case):
        found.setdefault(int(case.pairs.site[pair]), []).append(pair)
    area = case.pairs.area
    return {claim: sorted(own, key=lambda pair: -area[pair]) for claim, own in found.items()}


def _held(case: PlanCase, number: int, pairs: list[int], places: Features, rules: Rules) -> Held:
    own = instrument_of(places.table["instrument"].iat[number], rules)
    own_place = places.table["bron"].iat[number] or places.table["instrument"].iat[number]
    share = reserved_share(case, number, pairs)
    plan = next(row for row in rules.rows(Instrument) if row.id == PLAN_INSTRUMENT)
    if pairs and (share >= WHOLE or plan.volgorde > own.volgorde):
        plan_name = case.value(pairs[0], "plan_naam") or case.value(pairs[0], "plan_id")
        place = f'"{case.value(pairs[0], "naam")}" in {plan_name}'
        return Held(amount_word(share, True), share, plan, pairs[0], place)
    if own.volgorde > 0:
        return Held(YES, 1.0, own, None, own_place)
    known = bool(case.fully_zoned[number]) and shapely.area(case.sites.geometry[number]) > 0
    return Held(amount_word(0.0, known), 0.0, own, None, own_place)


def _developments_over(
    places: Features, developments: Optional[Features], sliver: float
) -> list[list[str]]:
    """Per claim the names of developments of another activity that take more than a sliver."""
    found: list[list[str]] = [[] for _ in range(len(places))]
    if developments is None or not len(developments):
        return found
    names, activities = developments.table["naam"], developments.table["activiteit"]
    tree = shapely.STRtree(developments.geometry)
    pairs = tree.query(places.geometry, predicate="intersects")
    shared = shapely.area(
        shapely.intersection(places.geometry[pairs[0]], developments.geometry[pairs[1]])
    )
    enough = shared > sliver * shapely.area(places.geometry[pairs[0]])
    for claim, site in pairs.T[enough].tolist():
        if activities.iat[site] != places.table["activiteit"].iat[claim]:
            found[claim].append(str(names.iat[site]))
    return [sorted(own) for own in found]


def _row(
    claim: pd.Series, held: Held, case: PlanCase, rules: Rules, over: list[str]
) -> dict[str, object]:
    instrument, pair = held.instrument, held.pair
    following = {row.id: row for row in rules.rows(Instrument)}.get(instrument.volgende)
    missing, following_name = instrument.ontbreekt_nl, following.naam_nl if following else None
    if held.word == PARTLY:
        rest = percentage(1 - held.share)
        missing = f"Leg ook de overige {rest} van de claim vast in het omgevingsplan."
        following_name = instrument.naam_nl
    return {
        "naam": claim["naam"],
        "activiteit": claim["activiteit"],
        "jaar": claim["jaar"],
        "overheid": claim["overheid"],
        "ruimte_gereserveerd": held.word,
        "aandeel": held.share,
        "instrument": instrument.naam_nl,
        "vindplaats": held.place,
        "bindt": instrument.bindt_wie_nl,
        "bindt_iedereen": instrument.bindt_iedereen,
        "ontbreekt": missing,
        "volgend_instrument": following_name,
        "plan_id": case.value(pair, "plan_id") if pair is not None else None,
        "plan_naam": case.value(pair, "plan_naam") if pair is not None else None,
        "plan_artikel": case.value(pair, "artikel") if pair is not None else None,
        "plan_url": case.value(pair, "tekst_url") if pair is not None else None,
        "ontwikkelingen": "; ".join(over) or None,
        "bron": rules.citation(instrument),
    }
