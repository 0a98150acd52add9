"""Plan objects that are a constraint of their own: plan_fit rows with a weight, measured."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core import columns
from rev_plugin.core.model import FindingVerdict, LegalSystem, Nature, Settings
from rev_plugin.core.rule_rows import PlanFitRule
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.plan_case import PlanCase
from rev_plugin.core.space.plan_pieces import GAP
from rev_plugin.core.space.plan_reasons import percentage
from rev_plugin.core.space.plan_status import Role

THEME = "planobjecten"
ACCURACY_M = 0.0  # a plan line is exact by law: the digital plan decides
_FREE = "Niet op de locatie volgens het geldende plan"
_UNTESTED = "Niet getoetst, want niet overal op de locatie is een geldend plan ingelezen"


class Measured(NamedTuple):
    """One rule at some sites; arrays as long as the sites."""

    distance: np.ndarray  # m; NaN beyond reach
    object: np.ndarray  # number of the object, or GAP
    overlap: np.ndarray  # m²


def constraint_findings(case: PlanCase, rules: Rules, settings: Settings) -> pd.DataFrame:
    """columns.FINDING: every weighed rule at every site it is for.

    Sites in order, rules in table order. A site of which a part has no plan that holds is
    niet_getoetst for a rule that it is not known to hit.
    """
    activity = np.array(case.activities, dtype=object)
    parts: list[dict[str, np.ndarray]] = []
    site, order = [np.empty(0, dtype=int)], [np.empty(0, dtype=int)]
    for name in case.readers:
        sites = np.flatnonzero(activity == name)
        objects = _objects_per_rule(case, name)
        pairs = _pairs_per_rule(case, sites)
        weighed = [row for row in rules.for_activity(PlanFitRule, name) if row.zwaarte is not None]
        for number, rule in enumerate(weighed):
            measured = _measure(case, sites, objects[rule.id], pairs[rule.id], settings.reach_m)
            parts.append(_columns(case, rules, rule, sites, measured))
            site.append(sites)
            order.append(np.full(len(sites), number))
    names = [column.name for column in columns.FINDING]
    if not parts:
        return pd.DataFrame(columns=names)
    rank = np.lexsort((np.concatenate(order), np.concatenate(site)))
    return pd.DataFrame(
        {name: np.concatenate([part[name] for part in parts])[rank] for name in names}
    )


def _objects_per_rule(case: PlanCase, activity: str) -> dict[str, np.ndarray]:
    """Per rule the numbers of the objects that it is about, of plans that count."""
    meanings = [case.readers[activity].meaning(key) for key in case.keys]
    rule_of_key = np.array(
        [m.rule.id if m is not None and m.rule is not None else None for m in meanings] or [None],
        dtype=object,
    )
    counted = np.flatnonzero(case.counts)
    rule = rule_of_key[case.key_of[counted]]
    found: dict[str, np.ndarray] = {
        str(name): counted[rule == name] for name in set(rule) if name is not None
    }
    return defaultdict(lambda: np.empty(0, dtype=int), found)


def _pairs_per_rule(case: PlanCase, sites: np.ndarray) -> dict[str, np.ndarray]:
    """Per rule the pairs at these sites, also those that a later plan took away."""
    wanted = np.zeros(len(case.sites), dtype=bool)
    wanted[sites] = True
    mine = wanted[case.pairs.site] & case.counts[case.pairs.object]
    found: dict[str, list[int]] = defaultdict(list)
    for pair in np.flatnonzero(mine).tolist():
        meaning = case.meanings[pair]
        if meaning is not None and meaning.rule is not None:
            found[meaning.rule.id].append(pair)
    empty = np.empty(0, dtype=int)
    return defaultdict(lambda: empty, {rule: np.array(rows) for rule, rows in found.items()})


def _measure(
    case: PlanCase, sites: np.ndarray, objects: np.ndarray, pairs: np.ndarray, reach: float
) -> Measured:
    distance = np.full(len(case.sites), np.nan)
    nearest = np.full(len(case.sites), GAP)
    overlap = np.zeros(len(case.sites))
    if len(objects) and len(sites):
        tree = shapely.STRtree(case.objects.geometry[objects])
        (row, found), metres = tree.query_nearest(
            case.sites.geometry[sites], max_distance=reach or None, return_distance=True
        )
        order = np.lexsort((-objects[found], row))  # of equals the lowest is written last
        site = sites[row[order]]
        distance[site], nearest[site] = metres[order], objects[found[order]]
    area = np.nan_to_num(shapely.area(case.pairs.geometry[pairs]))
    held = pairs[area > 0]
    np.add.at(overlap, case.pairs.site[pairs], area)
    order = np.lexsort((-held, area[area > 0]))  # the largest is written last
    nearest[case.pairs.site[held[order]]] = case.pairs.object[held[order]]
    # An object that a later plan took away still lies there, but is no distance to keep.
    gone = case.pairs.site[pairs[area == 0]]
    distance[gone] = np.where(overlap[gone] > 0, 0.0, np.nan)
    nearest[gone] = np.where(overlap[gone] > 0, nearest[gone], GAP)
    return Measured(distance[sites], nearest[sites], overlap[sites])


def _columns(
    case: PlanCase, rules: Rules, rule: PlanFitRule, sites: np.ndarray, measured: Measured
) -> dict[str, np.ndarray]:
    """One rule at its sites, as the columns of columns.FINDING."""
    hit, known = measured.overlap > 0, case.planned[sites]
    share = measured.overlap / case.site_area[sites]
    distance = np.where(hit, 0.0, measured.distance)
    about = f": {rule.object_nl}."
    words = np.where(known, _FREE + about, _UNTESTED + about).astype(object)
    verdict = np.where(known, str(FindingVerdict.FREE), str(FindingVerdict.NOT_TESTED)).astype(
        object
    )
    verdict[hit] = str(FindingVerdict.CONSTRAINT)
    system = np.full(len(sites), str(LegalSystem.OLD), dtype=object)
    ids = np.full(len(sites), None, dtype=object)
    for row, number in enumerate(measured.object.tolist()):
        if number == GAP:
            continue
        ids[row] = case.of_object(number, "object_id")
        if case.states[case.of_object(number, "plan_id") or ""].role is Role.NEW:
            system[row] = str(LegalSystem.ENVIRONMENT_ACT)
        if hit[row]:
            name = case.of_object(number, "naam") or "zonder naam"
            part = percentage(float(share[row]))
            words[row] = f'"{name}" op {part} van de locatie. {rule.reden_nl}'
    same = {
        "regel": rule.id,
        "thema": THEME,
        "aard": str(Nature.LEGAL),
        "zwaarte": str(rule.zwaarte),
        "bron": rules.citation(rule),
        "bron_datum": rule.date.isoformat(),
        "bron_status": str(rule.bron_status),
    }
    return {
        **{name: np.full(len(sites), text, dtype=object) for name, text in same.items()},
        "locatie": case.sites.table["naam"].to_numpy()[sites],
        "systeem": system,
        "object_id": ids,
        "afstand_m": distance,
        "vereist_m": np.zeros(len(sites)),
        "marge_m": distance,
        "nauwkeurigheid_m": np.full(len(sites), ACCURACY_M),
        "overlap_m2": measured.overlap,
        "overlap_aandeel": np.minimum(share, 1.0),
        "oordeel": verdict,
        "toelichting": words,
    }
