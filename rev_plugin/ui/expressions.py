"""Expression functions: rev_scenario(), rev_netruimte() and rev_vraag_kw()."""

from __future__ import annotations

import math
from collections.abc import Iterable
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Optional, TypeVar

from qgis.core import (
    NULL,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionFunction,
    QgsExpressionNodeFunction,
)

from rev_plugin.i18n import tr

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result

GROUP = "REV"
Word = TypeVar("Word", bound=Enum)
_shown: list[Result] = []  # the outcome on show, for rev_netruimte


def use_result(result: Optional[Result]) -> None:
    """The outcome that rev_netruimte answers from."""
    _shown[:] = [] if result is None else [result]


class _Function(QgsExpressionFunction):
    """An expression function with its help; subclasses answer."""

    def __init__(self, name: str, params: int, help_text: str) -> None:
        super().__init__(name, params, GROUP, help_text)

    def func(
        self,
        values: list,
        context: Optional[QgsExpressionContext],
        parent: QgsExpression,
        node: Optional[QgsExpressionNodeFunction],
    ) -> object:
        if any(value is None or value == NULL for value in values):
            return NULL
        from rev_plugin.core.model import RevError

        try:
            return self.answer(*values)
        except (RevError, ValueError) as error:
            parent.setEvalErrorString(str(error))
            return NULL

    def answer(self, *values: object) -> object:
        raise NotImplementedError


class Scenario(_Function):
    """rev_scenario(plan_oordeel, net_oordeel)"""

    def __init__(self) -> None:
        super().__init__(
            "rev_scenario",
            2,
            tr(
                "Het scenario (1 tot 4, of 0 als het onbekend is) bij een planoordeel en een "
                "netoordeel.<br><br>rev_scenario('past', 'nee') → 2"
            ),
        )

    def answer(self, *values: object) -> object:
        import numpy as np

        from rev_plugin.core.decision.scenario import classify
        from rev_plugin.core.model import NetVerdict, PlanVerdict

        plan, net = _one_of(PlanVerdict, values[0]), _one_of(NetVerdict, values[1])
        cell = classify(
            {"plan_oordeel": np.array([plan.value])}, {"net_oordeel": np.array([net.value])}
        )
        return int(cell["scenario"][0])


class Headroom(_Function):
    """rev_netruimte(gebied, richting, jaar)"""

    def __init__(self) -> None:
        super().__init__(
            "rev_netruimte",
            3,
            tr(
                "De verwachte netruimte in MW (midden) van een voedingsgebied in een jaar, uit "
                "de quickscan die in REV open staat; NULL als die onbekend is.<br><br>"
                "rev_netruimte('OS Meerdam', 'afname', 2030) → 14.2"
            ),
        )

    def answer(self, *values: object) -> object:
        if not _shown:
            return NULL
        table = _shown[0].headroom
        area, direction, year = str(values[0]), str(values[1]), int(_number(values[2]))
        hit = table[
            ((table["gebied_id"] == area) | (table["naam"] == area))
            & (table["richting"] == direction)
            & (table["jaar"] == year)
        ]["netruimte_midden_mw"].dropna()
        return float(hit.iloc[0]) if len(hit) else NULL


class DemandKw(_Function):
    """rev_vraag_kw(woningen, warmteoplossing)"""

    def __init__(self) -> None:
        super().__init__(
            "rev_vraag_kw",
            2,
            tr(
                "De gelijktijdige extra vraag in kW (midden) van een aantal nieuwe woningen met "
                "een warmteoplossing, volgens de kencijfers van REV.<br><br>"
                "rev_vraag_kw(200, 'all_electric') → 627.6"
            ),
        )

    def answer(self, *values: object) -> object:
        from rev_plugin.core.grid.programme import HEAT, heat_solution

        heat = heat_solution(str(values[1]))
        if heat is None:
            raise _unknown(values[1], HEAT)
        return _dwellings_kw(_number(values[0]), heat)


def _one_of(kind: type[Word], word: object) -> Word:
    """The word as one of its kind; ValueError that lists the others."""
    try:
        return kind(str(word))
    except ValueError as error:
        raise _unknown(word, kind) from error


def _unknown(word: object, known: Iterable[str]) -> ValueError:
    words = ", ".join(map(str, known))
    return ValueError(tr('"{word}" is onbekend; kies uit {known}.').format(word=word, known=words))


def _number(value: object) -> float:
    """A number from 0; ValueError for anything else."""
    try:
        number = float(str(value))
    except ValueError:
        number = math.nan
    if not 0 <= number < math.inf:
        raise ValueError(tr('"{value}" is geen getal van 0 of meer.').format(value=value))
    return number


@lru_cache(maxsize=256)
def _dwellings_kw(homes: float, heat: str) -> float:
    import numpy as np
    import pandas as pd

    from rev_plugin.core import columns
    from rev_plugin.core.grid.demand import estimate_demand
    from rev_plugin.core.model import Features, Settings
    from rev_plugin.core.rules import load_rules
    from rev_plugin.study.frames import conform

    row = {"naam": "-", "activiteit": "woningbouw", "woningen": homes, "warmteoplossing": heat}
    sites = Features(np.array([None], dtype=object), conform(pd.DataFrame([row]), columns.SITE))
    demand = estimate_demand(sites, load_rules(), Settings())
    return round(float(demand["vraag_midden_mw"].iloc[0]) * 1000, 1)


FUNCTIONS = (Scenario, Headroom, DemandKw)
_registered: list[QgsExpressionFunction] = []  # QGIS holds no reference


def register() -> None:
    """Add the functions to QGIS's expressions."""
    for make in FUNCTIONS:
        function = make()
        if QgsExpression.registerFunction(function):
            _registered.append(function)


def unregister() -> None:
    """Take them away again."""
    for function in _registered:
        QgsExpression.unregisterFunction(function.name())
    _registered.clear()
    use_result(None)
