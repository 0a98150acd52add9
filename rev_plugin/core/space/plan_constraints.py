"""Plan objects that are a constraint of their own: plan_fit rows with a weight, measured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np

from rev_plugin.core import columns
from rev_plugin.core.model import FindingVerdict, Settings
from rev_plugin.core.space.plan_case import PlanCase
from rev_plugin.core.space.plan_map import Layer
from rev_plugin.core.space.plan_pieces import GAP
from rev_plugin.core.space.plan_reasons import percentage
from rev_plugin.core.tables import Columns, no_rows

ACCURACY_M = 0.0  # a plan line is exact by law: the digital plan decides
_FREE = "Niet op de locatie volgens het geldende plan"
_UNTESTED = "Niet getoetst, want niet overal op de locatie is een geldend plan ingelezen"


class Measured(NamedTuple):
    """Some rules at some sites; arrays of a row per rule and a column per site."""

    distance: np.ndarray  # m; NaN beyond reach
    object: np.ndarray  # number of the object, or GAP
    overlap: np.ndarray  # m²


def constraint_findings(case: PlanCase, settings: Settings) -> Columns:
    """columns.FINDING: every weighed rule at every site it is for.

    Sites in order, rules in table order. A site of which a part has no plan that holds is
    niet_getoetst for a rule that it is not known to hit.
    """
    activity = np.array(case.activities, dtype=object)
    parts: list[dict[str, np.ndarray]] = []
    for name in dict.fromkeys(case.activities):
        sites = (activity == name).nonzero()[0]
        layers = case.plans.layers(name, case.rules)
        if layers:
            measured = _measure(case, sites, layers, settings.reach_m)
            parts.append(_cells(case, sites, layers, measured))
    if not parts:
        return no_rows(columns.FINDING)
    order = np.argsort(np.concatenate([part["site"] for part in parts]), kind="stable")
    names = [column.name for column in columns.FINDING]
    return {name: np.concatenate([part[name] for part in parts])[order] for name in names}


def _measure(case: PlanCase, sites: np.ndarray, layers: Sequence[Layer], reach: float) -> Measured:
    shape, shapes = (len(layers), len(sites)), case.sites.geometry[sites]
    measured = Measured(np.full(shape, np.nan), np.full(shape, GAP), np.zeros(shape))
    asks = np.zeros(len(case.sites), dtype=bool)
    asks[sites] = True
    pairs = (asks[case.pairs.site] & case.counts).nonzero()[0]
    of_rule: dict[Optional[str], list[int]] = {}
    for pair, rule in zip(pairs.tolist(), case.reading.rule[pairs].tolist()):
        of_rule.setdefault(rule, []).append(pair)
    everywhere = np.arange(len(sites))
    for layer, distance, nearest, overlap in zip(layers, *measured):
        if not len(layer.objects):
            continue
        asking = everywhere
        if layer.rule.id in of_rule:
            own = np.array(of_rule[layer.rule.id])
            row = np.searchsorted(sites, case.pairs.site[own])
            _put_on_site(case, own, row, distance, nearest, overlap)
            # Not even where a later plan took all of it.
            asking = np.setdiff1d(everywhere, row)
        if len(asking):
            (row, found), metres = layer.tree.query_nearest(
                shapes[asking], max_distance=reach or None, return_distance=True
            )
            row, found = asking[row], layer.owner[found]
            order = np.lexsort((-found, row))  # of equals the lowest comes last
            distance[row], nearest[row[order]] = metres, found[order]
    return measured


def _put_on_site(
    case: PlanCase,
    pairs: np.ndarray,
    row: np.ndarray,
    distance: np.ndarray,
    nearest: np.ndarray,
    overlap: np.ndarray,
) -> None:
    """Let the pairs of a rule at the sites `row` speak, as far as later plans left them."""
    area = case.left[pairs]
    np.add.at(overlap, row, area)
    order = np.lexsort((-pairs, area))  # the largest comes last
    order = order[area[order] > 0]
    nearest[row[order]] = case.pairs.object[pairs[order]]
    distance[row[order]] = 0.0


def _cells(
    case: PlanCase, sites: np.ndarray, layers: Sequence[Layer], measured: Measured
) -> dict[str, np.ndarray]:
    """The rules at the sites as the columns of columns.FINDING, and `site`."""
    of_rule, site = np.repeat(np.arange(len(layers)), len(sites)), np.tile(sites, len(layers))
    distance, number, overlap = (column.ravel() for column in measured)
    share = overlap / case.site_area[site]
    hit, known = share > 0, case.fully_zoned[site]
    verdict = np.where(known, FindingVerdict.FREE.value, FindingVerdict.NOT_TESTED.value)
    verdict = verdict.astype(object)
    verdict[hit] = FindingVerdict.CONSTRAINT.value
    same = {
        name: np.array([layer.cells[name] for layer in layers], dtype=object)[of_rule]
        for name in layers[0].cells
    }
    return {
        **same,
        "systeem": case.plans.systems[number],
        "object_id": case.plans.object_ids[number],
        "oordeel": verdict,
        "toelichting": _texts(case, layers, of_rule, number, share, known),
        "site": site,
        "locatie": case.names[site],
        "afstand_m": distance,
        "vereist_m": np.zeros(len(site)),
        "marge_m": distance.copy(),
        "nauwkeurigheid_m": np.full(len(site), ACCURACY_M),
        "overlap_m2": overlap,
        "overlap_aandeel": np.minimum(share, 1.0),
    }


def _texts(
    case: PlanCase,
    layers: Sequence[Layer],
    of_rule: np.ndarray,
    number: np.ndarray,
    share: np.ndarray,
    known: np.ndarray,
) -> np.ndarray:
    """What every finding says; `known`: plans that hold were read for the whole site."""
    free, untested = (
        np.array([f"{words}: {layer.rule.object_nl}." for layer in layers], dtype=object)[of_rule]
        for words in (_FREE, _UNTESTED)
    )
    text = np.where(known, free, untested)
    for finding in (share > 0).nonzero()[0].tolist():
        name = case.plans.value(number[finding], "naam") or "zonder naam"
        part, rule = percentage(float(share[finding])), layers[of_rule[finding]].rule
        text[finding] = f'"{name}" op {part} van de locatie. {rule.reden_nl}'
    return text
