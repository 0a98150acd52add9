"""Which plan holds: status, dossier, kind and date of every plan (design §5).

Until 2032 three systems lie over each other: old ruimtelijke plannen, TAM amendments in
their form, and new parts of the omgevingsplan. Each plan gets one role and a rank in time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum
from typing import NamedTuple

import numpy as np
import pandas as pd

# The last as IMRO2008 spells it.
IN_FORCE = frozenset({"vastgesteld", "onherroepelijk", "geconsolideerd", "geconsolideerde versie"})
# In force under older law; at most past_met_voorwaarden.
OLD_IN_FORCE = frozenset({"goedgekeurd", "van rechtswege in werking", "vigerend"})
COMING = frozenset({"concept", "voorontwerp", "ontwerp"})
_ENDED = ("historisch", "vervallen", "geschorst", "vernietigd", "niet in werking")
_MOVED_ON = ("onherroepelijk", "in werking")
_PARTLY = ("deels", "gedeeltelijk")

_DETAIL = ("wijzigingsplan", "uitwerkingsplan")
_OVERLAY = (
    "voorbereidingsbesluit",
    "projectbesluit",
    "tracébesluit",
    "tracebesluit",
    "gerechtelijke uitspraak",
    "reactieve aanwijzing",
    "aanwijzingsbesluit",
    "omgevingsvergunning",
    "ontheffing",
    "afwijk",
)
_FULL = ("bestemmingsplan", "beheersverordening", "inpassingsplan")
_NO_VERDICT = (
    "visie",
    "exploitatieplan",
    "verordening",
    "amvb",
    "regeling",
    "programma",
    "inventarisatie",
    # Kinds of 2006: "gemeentelijk plan" alone is a vision, "provinciaal plan; streekplan".
    "gemeentelijk plan",
    "provinciaal plan",
    "regionaal plan",
    "nationaal plan",
    "structuurplan",
    "structuurschets",
)
_PARTIAL_NAME = re.compile(
    r"paraplu|facet|partiële|partiele|gedeeltelijke|herziening|reparatie|\bveegplan"
)
# Published in the form of a bestemmingsplan; only the name tells what they are (Geonovum,
# werkafspraken TAM).
_TAM_OVERLAY = re.compile(
    r"tam[ -](voorbereidingsbesluit|projectbesluit|voorbescherming|instructie)"
)
_PARTIAL_WORDS = ("gedeeltelijke herziening", "parapluplan")  # what the plan area says itself
_WHOLE_REVISION = re.compile(r"\b(integrale|algehele|gehele|algemene) herziening")
_HIGHER_GOVERNMENT = re.compile(r"provinc|\brijk|minister|nationa|waterschap")


class Role(Enum):
    """What a plan does to the plans beside it."""

    FULL = "volledig plan"  # replaces every object of an earlier one inside its plangebied
    DETAIL = "wijziging of uitwerking"  # replaces the enkelbestemming inside its plangebied
    PARTIAL = "gedeeltelijke herziening of parapluplan"  # counts for its own objects only
    TAM = "TAM-omgevingsplan"  # new law beside the temporary part
    NEW = "nieuw deel van het omgevingsplan"
    OVERLAY = "eigen laag"  # never "past" inside one unread
    COMING = "komend"
    ENDED = "niet in werking"
    NO_VERDICT = "geen toetsingskader"  # a vision, a programme: says nothing on what may be built


TEMPORARY = frozenset({Role.FULL, Role.DETAIL, Role.PARTIAL})
JUDGED = TEMPORARY | {Role.TAM, Role.NEW, Role.OVERLAY}
BESIDE = frozenset({Role.COMING, Role.TAM, Role.OVERLAY})  # always named where they lie


class PlanState(NamedTuple):
    """One plan: its role, its place in time (later is higher), and why it may be in doubt."""

    role: Role
    rank: int
    doubt: str  # Dutch; when filled, the plan gives at most past_met_voorwaarden
    status: str  # as published, for the result


class _Plan(NamedTuple):
    """What decides on a plan; empty text where nothing is known."""

    plan_id: str
    plan_naam: str
    plan_type: str
    plan_status: str
    plan_dossierstatus: str
    plan_deel: str
    overheid: str
    datum: str
    words: str  # of the plan area: relations to other plans
    zoning: bool  # it has enkelbestemmingen or besluitvlakken
    single: bool  # it has enkelbestemmingen


def plan_states(
    columns: Mapping[str, np.ndarray],
    plan_of: np.ndarray,
    zoning: np.ndarray,
    outlines: np.ndarray,
) -> list[PlanState]:
    """The state of every plan.

    Args:
        columns: columns.PLAN_OBJECT of the plan objects, as texts; None where empty.
        plan_of: per object the number of its plan.
        zoning, outlines: per object, whether it is an enkelbestemming, a plan area (bool).
    """
    cells = [_first_filled(columns[name], plan_of) for name in _Plan._fields[:8]]
    words = _first_filled(np.where(outlines, columns["tekst"], None), plan_of)
    decided = types_where(is_decision_area, columns["object_type"])
    zoned, single = (
        np.isin(np.arange(len(words)), plan_of[some]).tolist()
        for some in (zoning, zoning & ~decided)
    )
    plans = [_Plan(*row) for row in zip(*cells, words, zoned, single)]
    rank = {plan: at for at, plan in enumerate(sorted(plans, key=lambda p: (p.datum, p.plan_id)))}
    return [
        PlanState(_role(plan), rank[plan], _doubt(plan, len(plans)), _status(plan))
        for plan in plans
    ]


def _first_filled(texts: np.ndarray, plan_of: np.ndarray) -> list[str]:
    """Per plan the first text of its objects; empty where none has one."""
    found = np.full(plan_of.max(initial=-1) + 1, "", dtype=object)
    filled = np.flatnonzero(texts)[::-1]  # backwards: what is written last stays
    found[plan_of[filled]] = texts[filled]
    return found.tolist()


def types_where(test: Callable[[object], bool], types: np.ndarray) -> np.ndarray:
    """Per object_type of a plan object, whether it passes a test (each is asked once)."""
    codes, different = pd.factorize(types)
    answers = np.array([test(name) for name in different] + [False], dtype=bool)  # -1: no type
    return answers[codes]


def is_plan_area(object_type: object) -> bool:
    """Whether an element is the area of a whole plan."""
    name = str(object_type).casefold()
    return "plangebied" in name or "besluitgebied" in name or "regelingsgebied" in name


def is_zoning(object_type: object) -> bool:
    """Whether an element gives land its (single) use: enkelbestemming or besluitvlak."""
    kind = bare_type(object_type)
    return kind in ("enkelbestemming", "bestemming") or is_decision_area(object_type)


def is_decision_area(object_type: object) -> bool:
    """Whether an element is a besluitvlak, which many kinds of decisions have."""
    return bare_type(object_type) == "besluitvlak"


def bare_type(object_type: object) -> str:
    """An element name in lower case without its kind of plan: Besluitvlak_X is a besluitvlak."""
    return str(object_type).casefold().partition("_")[0]


def _role(plan: _Plan) -> Role:
    status = plan.plan_status.strip().casefold()
    dossier = plan.plan_dossierstatus.casefold()
    if status in COMING:
        return Role.COMING
    whole = not any(word in dossier for word in _PARTLY)
    if whole and any(word in dossier for word in _ENDED):
        return Role.ENDED
    part = plan.plan_deel.casefold()
    # A delivery of a new part need not say its status: what is delivered is the decision.
    if status not in IN_FORCE | OLD_IN_FORCE and not (part == "nieuw" and not status):
        return Role.ENDED
    return _kind(plan, part)


def _kind(plan: _Plan, part: str) -> Role:
    kind = plan.plan_type.casefold()
    name = plan.plan_naam.casefold()
    government = plan.overheid.casefold()
    if any(word in kind for word in _OVERLAY) or _TAM_OVERLAY.match(name):
        return Role.OVERLAY
    if part == "tam" or part == "nieuw":
        own = Role.TAM if part == "tam" else Role.NEW
        return Role.OVERLAY if _HIGHER_GOVERNMENT.search(government) else own
    if any(word in kind for word in _DETAIL):
        return Role.DETAIL
    if any(word in kind for word in _FULL):
        return _full_or_partial(plan, f"{name} {kind}")
    if any(word in kind for word in _NO_VERDICT):
        return Role.NO_VERDICT
    if not kind and plan.single:  # its kind is not known, but only these have those; see _doubt
        return _full_or_partial(plan, name)
    return Role.OVERLAY  # an unknown kind of plan is never read as permission


def _full_or_partial(plan: _Plan, name: str) -> Role:
    relation = plan.words.casefold()
    if not plan.zoning or any(word in relation for word in _PARTIAL_WORDS):
        return Role.PARTIAL
    partial = _PARTIAL_NAME.search(name) and not _WHOLE_REVISION.search(name)
    return Role.PARTIAL if partial else Role.FULL


def _doubt(plan: _Plan, plans: int) -> str:
    status = plan.plan_status.strip().casefold()
    dossier = plan.plan_dossierstatus.strip()
    if status in IN_FORCE and not _agree(status, dossier.casefold()):
        return f'het plan zelf zegt "{status}", het dossier "{dossier}"'
    if status in OLD_IN_FORCE:
        return f'de status is "{status}", een status van oud recht'
    if not plan.plan_type and plan.plan_deel.casefold() not in ("tam", "nieuw"):
        return "het soort plan ontbreekt"
    if not plan.datum and plans > 1:
        return "de datum van het plan ontbreekt"
    return ""


def _agree(status: str, dossier: str) -> bool:
    """Whether the file and its dossier say the same; a dossier may have moved on."""
    if not dossier or dossier.startswith("geheel") or dossier in _MOVED_ON:
        return True
    return dossier == status or (dossier == "vastgesteld" and status.startswith("geconsolideerd"))


def _status(plan: _Plan) -> str:
    status, dossier = plan.plan_status, plan.plan_dossierstatus
    return f"{status} (dossier: {dossier})" if dossier and dossier != status else status
