"""Does a site fit the omgevingsplan? The area rule, the verdict and its procedure (design §5).

The verdict is a proposal from the map, with article and link beside it. No plan read is
"onbekend", never "past".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core import columns
from rev_plugin.core.model import (
    AreaTest,
    Bounds,
    Features,
    Feedback,
    PlanCertainty,
    PlanVerdict,
    Procedure,
    Settings,
    Theme,
)
from rev_plugin.core.rule_rows import Activity
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.plan_case import PlanCase, open_case
from rev_plugin.core.space.plan_constraints import constraint_findings
from rev_plugin.core.space.plan_findings import plan_findings
from rev_plugin.core.space.plan_map import PlanMap, read_map
from rev_plugin.core.space.plan_objects import NOTIFICATIONS
from rev_plugin.core.space.plan_overrule import apply_overrulings, usual_procedure
from rev_plugin.core.space.plan_pieces import CONDITIONAL, DOES_NOT_FIT, FITS, GAP, ORDER, UNKNOWN
from rev_plugin.core.space.plan_reasons import NO_SHARE, Share, reason_for, shares_of, text_place
from rev_plugin.core.space.plan_turns import cut_to_pieces
from rev_plugin.core.space.reservations import HeldRoom, held_room, read_claims
from rev_plugin.core.tables import Columns, columns_of, frame, no_rows

MSR_AREA_M2 = 15.0  # permit-free up to here (Bbl art. 2.29 under p; see activities.csv, msr) …
MSR_HEIGHT_M = 3.0  # … and this high
MSR_MARGIN_M2 = 0.005  # a drawn square of 15 m² is not 15.000 exactly
HALF = 0.5


@dataclass(frozen=True)
class PlanFit:
    """The plan verdict of every site.

    Attributes:
        output: columns.PLAN, one row per site, in order.
        findings: columns.PLAN_FINDING; every object that touches a site, and shares.
        constraints: columns.FINDING; plan objects that are a constraint of their own.
    """

    output: pd.DataFrame
    findings: pd.DataFrame
    constraints: pd.DataFrame


class PlanColumns(NamedTuple):
    """A PlanFit as columns."""

    output: Columns
    findings: Columns
    constraints: Columns


def judge_plans(
    sites: Features,
    plans: Optional[Theme],
    rules: Rules,
    settings: Settings,
    feedback: Feedback,
    overrulings: Optional[pd.DataFrame] = None,
    claims: Optional[Theme] = None,
) -> PlanFit:
    """Judge every site on the plans that hold there.

    Args:
        sites: polygons in RD with columns.SITE.
        plans: the theme planobjecten (columns.PLAN_OBJECT), or None: all onbekend.
        overrulings: columns.OVERRULING; those with soort "plan" replace the proposal.
        claims: the theme ruimteclaims, for reservations outside the plan.

    Raises:
        Cancelled: when the user cancels.
    """
    if not len(sites):
        contracts = (columns.PLAN, columns.PLAN_FINDING, columns.FINDING)
        return PlanFit(*(frame(no_rows(contract)) for contract in contracts))
    bounds = _bounds(sites, settings.reach_m)
    read = None if plans is None else read_map(plans, bounds, feedback)
    held = read_claims(claims, bounds, feedback)
    feedback.progress(0.2)
    judged = judge_on_map(sites, read, rules, settings, feedback, overrulings, held)
    return PlanFit(*map(frame, judged))


def judge_on_map(
    sites: Features,
    plans: Optional[PlanMap],
    rules: Rules,
    settings: Settings,
    feedback: Feedback,
    overrulings: Optional[pd.DataFrame] = None,
    claims: Optional[Features] = None,
) -> PlanColumns:
    """As `judge_plans`, on plans and claims that were read before, as far as the sites reach."""
    case = open_case(sites, plans or PlanMap.empty(), rules, feedback)
    feedback.progress(0.6)
    by_site = shares_of(case, cut_to_pieces(case, feedback))
    feedback.progress(0.8)
    room = held_room(case, claims, rules)
    rows = [
        _judge(case, site, shares, settings, plans is not None)
        for site, shares in enumerate(by_site)
    ]
    output = apply_overrulings(_table(rows, room), sites, rules, overrulings)
    findings = plan_findings(case, by_site)
    constraints = constraint_findings(case, settings)
    feedback.progress(1.0)
    return PlanColumns(output, findings, constraints)


def _table(rows: list[dict[str, object]], room: HeldRoom) -> Columns:
    """Rows of `_row` and the reservations as columns.PLAN."""
    held = (dict(zip(room._fields, cells)) for cells in zip(*room))
    return columns_of([{**row, **own} for row, own in zip(rows, held)], columns.PLAN)


def _bounds(sites: Features, reach: float) -> Bounds:
    xmin, ymin, xmax, ymax = shapely.total_bounds(sites.geometry)
    return float(xmin - reach), float(ymin - reach), float(xmax + reach), float(ymax + reach)


def _judge(
    case: PlanCase, site: int, shares: list[Share], settings: Settings, read: bool
) -> dict[str, object]:
    """One row of columns.PLAN, without the reservation."""
    activity = case.rules.activity(case.activities[site])
    settled = _settled_without_plan(case, site, activity)
    if settled is not None:
        verdict, reason, procedure = settled
        return _row(case, verdict, reason, 1.0, procedure, _first(shares, None))
    verdict = area_rule(shares, activity.toets, settings.sliver_share)
    deciding = _deciding(shares, verdict, activity.toets)
    first = _first(shares, deciding)
    reason = reason_for(case, site, verdict, shares, deciding, activity, read)
    share = sum(part.share for part in _carrying(shares, verdict))
    procedure = _procedure(case, verdict, first.cause, activity)
    return _row(case, verdict, reason, min(share, 1.0), procedure, first)


def _carrying(shares: list[Share], verdict: PlanVerdict) -> list[Share]:
    """What plan_aandeel counts: where the activity fits, or where the verdict was found."""
    code = ORDER.index(verdict)
    if code <= CONDITIONAL:
        return [part for part in shares if part.code <= CONDITIONAL]
    return [part for part in shares if part.code == code]


def area_rule(shares: list[Share], test: AreaTest, sliver: float) -> PlanVerdict:
    """The verdict of a site from its shares.

    voetafdruk: the strictest verdict above the sliver. programma: traffic, green, gardens and
    water are neutral; of the rest, more than half that does not fit (or is unknown) decides;
    all fits is past, a part that fits is past_met_voorwaarden. Where less than half of the
    site is not neutral, at most past_met_voorwaarden.
    """
    if test is AreaTest.FOOTPRINT:
        present = [code for code, share in _per_code(shares).items() if share > sliver]
        return ORDER[max(present, default=UNKNOWN)]
    rest = [part for part in shares if not part.neutral]
    total = sum(part.share for part in rest)
    if total <= sliver:
        return ORDER[max((part.code for part in shares if part.share > sliver), default=UNKNOWN)]
    per_code = {code: share / total for code, share in _per_code(rest).items()}
    refused, unknown = per_code.get(DOES_NOT_FIT, 0.0), per_code.get(UNKNOWN, 0.0)
    if refused + unknown > HALF:
        return PlanVerdict.DOES_NOT_FIT if refused >= unknown else PlanVerdict.UNKNOWN
    whole = per_code.get(FITS, 0.0) >= 1 - sliver and total > HALF
    return PlanVerdict.FITS if whole else PlanVerdict.CONDITIONAL


def _per_code(shares: list[Share]) -> dict[int, float]:
    found: dict[int, float] = {}
    for part in shares:
        found[part.code] = found.get(part.code, 0.0) + part.share
    return found


def _deciding(shares: list[Share], verdict: PlanVerdict, test: AreaTest) -> list[Share]:
    """The shares that carry the verdict, largest first."""
    rest = [part for part in shares if not (part.neutral and test is AreaTest.PROGRAMME)]
    code = ORDER.index(verdict)
    same = [part for part in rest or shares if part.code == code]
    if verdict is PlanVerdict.CONDITIONAL and test is AreaTest.PROGRAMME:
        same = [part for part in rest if part.code <= CONDITIONAL]
    return sorted(same or shares, key=lambda part: (-part.share, part.cause))


def _first(shares: list[Share], deciding: Optional[list[Share]]) -> Share:
    """The share whose object stands in the row."""
    ranked = deciding or sorted(shares, key=lambda part: (-part.share, part.cause))
    return next(iter(ranked), NO_SHARE)


def _settled_without_plan(
    case: PlanCase, site: int, activity: Activity
) -> Optional[tuple[PlanVerdict, str, Optional[Procedure]]]:
    """What needs no plan: an activity that builds nothing, a small transformer house."""
    rule = case.plans.reader(activity.id, case.rules).everywhere
    if rule is not None:
        return rule.oordeel, rule.reden_nl, None
    area, height = float(case.site_area[site]), float(case.height[site])
    if activity.id != "msr" or area > MSR_AREA_M2 + MSR_MARGIN_M2 or height > MSR_HEIGHT_M:
        return None
    told = ", mits hooguit 3 m hoog" if np.isnan(height) else ""
    reason = (
        "Een middenspanningsruimte tot 15 m² en 3 m hoog is vergunningvrij voor het "
        f"omgevingsplan{told}. De technische bouwactiviteit en monumenten zijn apart te toetsen."
    )
    return PlanVerdict.FITS, reason, Procedure.PERMIT_FREE


def _procedure(
    case: PlanCase, verdict: PlanVerdict, cause: int, activity: Activity
) -> Optional[Procedure]:
    """What it takes: where an object says so a notification or projectbesluit, else the usual."""
    if verdict is PlanVerdict.UNKNOWN:
        return None
    if cause != GAP and "projectbesluit" in (case.value(cause, "plan_type") or "").casefold():
        return Procedure.PROJECT_DECISION
    fits = verdict is not PlanVerdict.DOES_NOT_FIT
    if fits and cause != GAP and case.key(cause).kwalificatie in NOTIFICATIONS:
        return Procedure.NOTIFICATION
    return usual_procedure(verdict, activity)


def _row(
    case: PlanCase,
    verdict: PlanVerdict,
    reason: str,
    share: float,
    procedure: Optional[Procedure],
    first: Share,
) -> dict[str, object]:
    cause = first.cause
    known = cause != GAP
    place = text_place(case, first)
    return {
        "plan_oordeel": str(verdict),
        "plan_reden": reason,
        "plan_aandeel": share,
        "plan_id": case.value(cause, "plan_id") if known else None,
        "plan_naam": case.value(cause, "plan_naam") if known else None,
        "plan_status": case.state(cause).status if known else None,
        "plan_artikel": place.artikel,
        "plan_url": place.url,
        "plan_zekerheid": str(PlanCertainty.MAP),
        "procedure": str(procedure) if procedure else None,
    }
