"""Where the two axes meet: the scenario of a site, and how heavy its constraints weigh."""

from __future__ import annotations

import math

import numpy as np

from rev_plugin.core.model import (
    Feasibility,
    Features,
    FindingVerdict,
    NetVerdict,
    PlanVerdict,
    Weight,
)
from rev_plugin.core.tables import Columns, Table

UNKNOWN = 0
EVEN = 0.5
_FITS = {PlanVerdict.FITS, PlanVerdict.CONDITIONAL}
# The columns of the matrix: capacity is there, or it is not. An activity that asks nothing
# of the net (nvt) is never held up by it, so it stands in the column with capacity.
_CAPACITY: dict[str, tuple[bool, ...]] = {
    NetVerdict.YES: (True,),
    NetVerdict.NOT_APPLICABLE: (True,),
    NetVerdict.NO: (False,),
    NetVerdict.TIGHT: (True, False),
    NetVerdict.UNKNOWN: (True, False),
}
_WEIGHS = {str(FindingVerdict.CONSTRAINT), str(FindingVerdict.WITHIN_ERROR)}
_FEASIBILITY = {
    str(Weight.EXCLUSION): Feasibility.EXCLUDED,
    str(Weight.NO_UNLESS): Feasibility.NO_UNLESS,
    str(Weight.ATTENTION): Feasibility.ATTENTION,
}
_WEIGHT_WORDS = {str(Weight.NO_UNLESS): "nee, tenzij"}
_COUNTS = {
    "n_uitsluiting": str(Weight.EXCLUSION),
    "n_nee_tenzij": str(Weight.NO_UNLESS),
    "n_aandacht": str(Weight.ATTENTION),
}


def classify(plan: Table, net: Table) -> Columns:
    """The scenario of every site (TNO 2024 R12789, §4.2).

    Args:
        plan: with plan_oordeel, one row per site.
        net: with net_oordeel, in the same order.

    Returns:
        scenario (1–4, or 0 when an axis is unknown) and scenario_mogelijk ("3,4"). Between
        the chances for ja and nee ("krap") the net axis is not settled: both columns are
        possible ("1,2"), and the scenario is the likelier one; without a chance, or at an
        even one, it is the one without capacity, which asks the most care.
    """
    verdicts = zip(plan["plan_oordeel"].tolist(), net["net_oordeel"].tolist())
    chances = np.full(len(net["net_oordeel"]), math.nan)
    if "kans_netruimte" in net:
        chances = np.asarray(net["kans_netruimte"], dtype=float)
    cells = [_cell(str(p), str(n), chance) for (p, n), chance in zip(verdicts, chances.tolist())]
    return {
        "scenario": np.array([scenario for scenario, _ in cells], dtype=np.int64),
        "scenario_mogelijk": np.array([possible for _, possible in cells], dtype=object),
    }


def _cell(plan: str, net: str, chance: float) -> tuple[int, str]:
    fits: tuple[bool, ...] = (plan in _FITS,)
    if plan == PlanVerdict.UNKNOWN:
        fits = (True, False)
    capacity = _CAPACITY[net]
    possible = sorted((1 if fit else 3) + (not room) for fit in fits for room in capacity)
    unknown = plan == PlanVerdict.UNKNOWN or net == NetVerdict.UNKNOWN
    likelier = possible[0] if chance > EVEN else possible[-1]
    return (UNKNOWN if unknown else likelier), ",".join(map(str, possible))


def weigh(findings: Table, sites: Features) -> Columns:
    """How heavy the findings weigh per site.

    Args:
        findings: columns.FINDING of all sites.
        sites: with naam.

    Returns:
        one row per site, in order: uitvoerbaarheid, n_uitsluiting, n_nee_tenzij, n_aandacht,
        n_niet_getoetst, zwaarste_belemmering (a sentence), niet_getoetst (rules, "; " between).
        A constraint and one within the margin of error weigh; without either a site is vrij,
        or niet_getoetst where no rule, or one that may weigh as nee_tenzij or more, was tested.
    """
    count = len(sites)
    number = {name: row for row, name in enumerate(sites.table["naam"].tolist())}
    site = np.array([number[name] for name in findings["locatie"].tolist()], dtype=np.int64)
    verdict, weight, rule, told = (
        np.asarray(findings[name], dtype=object)
        for name in ("oordeel", "zwaarte", "regel", "toelichting")
    )
    weighs = np.array([word in _WEIGHS for word in verdict.tolist()], dtype=bool)
    untested = verdict == str(FindingVerdict.NOT_TESTED)
    unknown = np.bincount(site[untested], minlength=count)
    tested = np.bincount(site, minlength=count) > unknown
    open_ = untested & (weight != str(Weight.ATTENTION))  # may yet stand in the way
    tested &= np.bincount(site[open_], minlength=count) == 0
    feasible = np.where(tested, str(Feasibility.FREE), str(Feasibility.NOT_TESTED)).astype(object)
    words = np.full(count, None, dtype=object)
    heaviest = _heaviest(findings, site, np.flatnonzero(weighs))
    columns = (heaviest, site[heaviest], weight[heaviest], verdict[heaviest])
    for finding, own, heavy, found in zip(*(column.tolist() for column in columns)):
        feasible[own] = str(_FEASIBILITY[heavy])
        words[own] = _in_short(told[finding], heavy, found)
    counts = {
        name: np.bincount(site[weighs & (weight == word)], minlength=count)
        for name, word in _COUNTS.items()
    }
    return {
        "uitvoerbaarheid": feasible,
        **counts,
        "n_niet_getoetst": unknown,
        "zwaarste_belemmering": words,
        "niet_getoetst": _joined(site[untested], rule[untested], count),
    }


def _heaviest(findings: Table, site: np.ndarray, weighing: np.ndarray) -> np.ndarray:
    """Per site the finding that weighs most: by weight, then measured surely, then deepest."""
    order = {str(weight): number for number, weight in enumerate(Weight)}
    weight, verdict, rule, margin = (
        np.asarray(findings[name])[weighing] for name in ("zwaarte", "oordeel", "regel", "marge_m")
    )
    rank = {name: number for number, name in enumerate(sorted(set(rule.tolist())))}
    ranked = np.lexsort(
        (
            np.array([rank[name] for name in rule.tolist()]),
            np.nan_to_num(margin.astype(float)),
            verdict != str(FindingVerdict.CONSTRAINT),
            np.array([order[word] for word in weight.tolist()]),
            site[weighing],
        )
    )
    _, first = np.unique(site[weighing][ranked], return_index=True)
    return weighing[ranked[first]]


def _in_short(explanation: str, weight: str, verdict: str) -> str:
    """What was found and how heavy it weighs, short enough for a cell of a table.

    An explanation opens with what, how far and how much; what to do about it follows.
    """
    found = explanation.split(". ")[0].rstrip(".")
    unsure = " (binnen de foutmarge)" if verdict == str(FindingVerdict.WITHIN_ERROR) else ""
    return f"{found} – {_WEIGHT_WORDS.get(weight, weight)}{unsure}."


def _joined(site: np.ndarray, rule: np.ndarray, count: int) -> np.ndarray:
    """The rules that were not tested, per site; None where all were."""
    names: list[dict[str, None]] = [{} for _ in range(count)]
    for number, name in zip(site.tolist(), rule.tolist()):
        names[number][str(name)] = None
    return np.array(["; ".join(own) or None for own in names], dtype=object)
