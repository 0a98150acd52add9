"""The named conditions of the actions table: each looks at one site's result.

A fixed list, so that an expert can combine them in a spreadsheet but never writes code.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Callable

from rev_plugin.core.model import (
    Direction,
    GridLevel,
    NetStatus,
    NetVerdict,
    PlanVerdict,
    Procedure,
)

HOMES_PER_MSR = 200  # Liander: at most so many homes on one middenspanningsruimte
_FULL = {str(NetStatus.RED), str(NetStatus.ORANGE)}


@dataclass(frozen=True)
class Case:
    """What a condition may look at.

    Attributes:
        result: one row of columns.QUICKSCAN.
        site: one row of columns.SITE.
        weighing: ids of rules and themes whose findings weigh at the site.
    """

    result: Mapping[str, object]
    site: Mapping[str, object]
    weighing: frozenset[str]

    def text(self, column: str) -> str:
        """A text of the result; empty when missing."""
        value = self.result.get(column)
        return value if isinstance(value, str) else ""

    def number(self, column: str) -> float:
        """A number of the result; NaN when missing."""
        return as_number(self.result.get(column))


def as_number(value: object) -> float:
    """A number, or NaN for what is missing (None, NaN, pd.NA)."""
    try:
        return float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return math.nan


def homes(case: Case) -> float:
    """Dwellings of the programme; 0 when not given."""
    count = as_number(case.site.get("woningen"))
    return 0.0 if math.isnan(count) else count


def _is(column: str, value: object) -> Callable[[Case], bool]:
    return lambda case: case.text(column) == str(value)


def _above_zero(column: str) -> Callable[[Case], bool]:
    return lambda case: case.number(column) > 0


def _weighs(*names: str) -> Callable[[Case], bool]:
    return lambda case: not case.weighing.isdisjoint(names)


def _solved_year_known(case: Case) -> bool:
    years = (case.number("jaar_opgelost_rnb"), case.number("jaar_opgelost_tennet"))
    return not all(math.isnan(year) for year in years)


def _tennet_decides(case: Case) -> bool:
    full = case.text("net_status_tennet") in _FULL
    return full or case.text("beperkend_niveau") == str(GridLevel.TENNET)


def _more_municipalities(case: Case) -> bool:
    names = case.text("gemeenten").replace(";", ",").split(",")
    return sum(bool(name.strip()) for name in names) > 1


def _binds_little(case: Case) -> bool:
    held = case.text("reservering_instrument")
    return bool(held) and not any(
        word in held for word in ("omgevingsplan", "projectbesluit", "iedereen")
    )


CONDITIONS: Mapping[str, Callable[[Case], bool]] = {
    "": lambda _case: True,
    "voorwaarden": _is("plan_oordeel", PlanVerdict.CONDITIONAL),
    "past_niet": _is("plan_oordeel", PlanVerdict.DOES_NOT_FIT),
    "plan_onbekend": _is("plan_oordeel", PlanVerdict.UNKNOWN),
    "geen_plan": lambda case: (
        case.text("plan_oordeel") == str(PlanVerdict.UNKNOWN) and not case.text("plan_id")
    ),
    "komend_plan": lambda case: "Komend:" in case.text("plan_reden"),
    "binnenplans": lambda case: (
        case.text("procedure") in (str(Procedure.WITHIN_PLAN), str(Procedure.NOTIFICATION))
    ),
    "bopa": _is("procedure", Procedure.BOPA),
    "wijziging": lambda case: (
        case.text("procedure") in (str(Procedure.AMENDMENT), str(Procedure.PROJECT_DECISION))
    ),
    "reservering_ontbreekt": lambda case: case.text("ruimte_gereserveerd") != "ja",
    "reservering_bindt_weinig": _binds_little,
    "vraagt_net": lambda case: case.text("net_oordeel") != str(NetVerdict.NOT_APPLICABLE),
    "net_onbekend": _is("net_oordeel", NetVerdict.UNKNOWN),
    "net_vol": _is("net_oordeel", NetVerdict.NO),
    "jaar_opgelost": _solved_year_known,
    "wachtrij": _above_zero("wachtrij_mw"),
    "tennet_bepaalt": _tennet_decides,
    "invoeding_bepaalt": _is("richting_bepalend", Direction.FEED_IN),
    "meer_gemeenten": _more_municipalities,
    "msr_nodig": lambda case: homes(case) > 0,
    "uitsluiting": _above_zero("n_uitsluiting"),
    "nee_tenzij": _above_zero("n_nee_tenzij"),
    "niet_getoetst": _above_zero("n_niet_getoetst"),
    "natuur": _weighs("natura2000", "nnn"),
    "waterkering": _weighs("waterkeringen", "dubbel_waterkering"),
    "leiding": _weighs("buisleidingen", "dubbel_leiding"),
    "archeologie": _weighs("archeologie", "dubbel_archeologie"),
    "externe_veiligheid": _weighs("externe_veiligheid"),
}
