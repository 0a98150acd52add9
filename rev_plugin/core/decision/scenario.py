"""Where the two axes meet: the scenario of a site, and how heavy its constraints weigh."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Optional

import pandas as pd

from rev_plugin.core.model import (
    Feasibility,
    Features,
    FindingVerdict,
    NetVerdict,
    PlanVerdict,
    Weight,
)

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
_COUNTS = {
    "n_uitsluiting": str(Weight.EXCLUSION),
    "n_nee_tenzij": str(Weight.NO_UNLESS),
    "n_aandacht": str(Weight.ATTENTION),
}


def classify(plan: pd.DataFrame, net: pd.DataFrame) -> pd.DataFrame:
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
    chances = net["kans_netruimte"] if "kans_netruimte" in net else pd.Series(math.nan, net.index)
    rows = [
        _cell(str(plan_verdict), str(net_verdict), chance)
        for plan_verdict, net_verdict, chance in zip(
            plan["plan_oordeel"], net["net_oordeel"], pd.to_numeric(chances).astype(float)
        )
    ]
    return pd.DataFrame(rows, columns=["scenario", "scenario_mogelijk"])


def _cell(plan: str, net: str, chance: float) -> tuple[int, str]:
    fits: tuple[bool, ...] = (plan in _FITS,)
    if plan == PlanVerdict.UNKNOWN:
        fits = (True, False)
    capacity = _CAPACITY[net]
    possible = sorted((1 if fit else 3) + (not room) for fit in fits for room in capacity)
    unknown = plan == PlanVerdict.UNKNOWN or net == NetVerdict.UNKNOWN
    likelier = possible[0] if chance > EVEN else possible[-1]
    return (UNKNOWN if unknown else likelier), ",".join(map(str, possible))


def weigh(findings: pd.DataFrame, sites: Features) -> pd.DataFrame:
    """How heavy the findings weigh per site.

    Args:
        findings: columns.FINDING of all sites.
        sites: with naam.

    Returns:
        one row per site, in order: uitvoerbaarheid, n_uitsluiting, n_nee_tenzij, n_aandacht,
        n_niet_getoetst, zwaarste_belemmering (words), niet_getoetst (rules, "; " between).
        A constraint and one within the margin of error weigh; without either, a site of
        which no rule could be tested is niet_getoetst, else it is vrij.
    """
    by_site = dict(list(findings.groupby("locatie", sort=False))) if len(findings) else {}
    rows = [_weight(by_site.get(name)) for name in sites.table["naam"]]
    return pd.DataFrame(rows, columns=_WEIGHT_COLUMNS)


_WEIGHT_COLUMNS = [
    "uitvoerbaarheid", *_COUNTS, "n_niet_getoetst", "zwaarste_belemmering", "niet_getoetst",
]  # fmt: skip


def _weight(own: Optional[pd.DataFrame]) -> dict[str, object]:
    if own is None:
        own = pd.DataFrame(columns=["oordeel", "zwaarte", "regel", "toelichting", "marge_m"])
    weighing = own[own["oordeel"].isin(_WEIGHS)]
    untested = own[own["oordeel"] == str(FindingVerdict.NOT_TESTED)]
    tested = len(own) > len(untested)
    heaviest = _heaviest(weighing)
    verdict = Feasibility.FREE if tested else Feasibility.NOT_TESTED
    if heaviest is not None:
        verdict = _FEASIBILITY[str(heaviest["zwaarte"])]
    return {
        "uitvoerbaarheid": str(verdict),
        **{name: int((weighing["zwaarte"] == weight).sum()) for name, weight in _COUNTS.items()},
        "n_niet_getoetst": len(untested),
        "zwaarste_belemmering": None if heaviest is None else _words(heaviest),
        "niet_getoetst": _joined(untested["regel"]) or None,
    }


def _heaviest(weighing: pd.DataFrame) -> Optional[pd.Series]:
    """The finding that weighs most: by weight, then measured surely, then deepest."""
    if not len(weighing):
        return None
    order = {str(weight): number for number, weight in enumerate(Weight)}
    ranked = weighing.assign(
        _weight=weighing["zwaarte"].map(order),
        _sure=(weighing["oordeel"] != str(FindingVerdict.CONSTRAINT)).astype(int),
        _depth=pd.to_numeric(weighing["marge_m"]).fillna(0.0),
    )
    ranked = ranked.sort_values(["_weight", "_sure", "_depth", "regel"], kind="stable")
    return ranked.iloc[0]


def _words(finding: pd.Series) -> str:
    return str(finding["toelichting"] or finding["regel"])


def _joined(values: Iterable[object]) -> str:
    return "; ".join(dict.fromkeys(str(value) for value in values))
