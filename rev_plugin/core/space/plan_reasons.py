"""The reason of a plan verdict, in words that a council member understands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from rev_plugin.core.model import AreaTest, PlanVerdict
from rev_plugin.core.rule_rows import Activity
from rev_plugin.core.space.plan_case import PlanCase
from rev_plugin.core.space.plan_pieces import GAP, ORDER, UNKNOWN, Pieces
from rev_plugin.core.space.plan_status import Role, is_zoning

# Uses that belong to any programme: they neither help nor harm (design §5, area rule).
NEUTRAL = frozenset({"verkeer", "groen", "tuin", "water"})
WORTH_NAMING = 0.01  # share of the site below which an object is not named
NAMED = 3  # so many objects are named in a reason; FINDINGS has them all
_OPENING = {
    PlanVerdict.FITS: "Past",
    PlanVerdict.CONDITIONAL: "Past met voorwaarden",
    PlanVerdict.DOES_NOT_FIT: "Past niet",
    PlanVerdict.UNKNOWN: "Onbekend",
}
_LAYERS = {
    Role.COMING: "Komend",
    Role.TAM: "Een TAM-wijziging van het omgevingsplan geldt hier; lees het toepassingsbereik",
    Role.OVERLAY: "Eigen laag, nog niet gelezen",
}
_NO_PLAN = "op deze locatie is geen geldend plan ingelezen"
_SHARE_WORDS = ("past", "past met voorwaarden", "onbekend", "past niet")


class Share(NamedTuple):
    """A part of a site with one verdict and one deciding pair."""

    code: int
    cause: int  # number of the pair, or GAP: no plan was read here
    share: float  # of the area of the site
    neutral: bool


def shares_of(case: PlanCase, pieces: Pieces) -> list[list[Share]]:
    """Per site its shares, largest first."""
    frame = pd.DataFrame(
        {
            "site": pieces.site,
            "code": pieces.verdict,
            "cause": pieces.cause,
            "zoning": pieces.zoning,
            "area": pieces.area,
        }
    )
    keys = ["site", "code", "cause", "zoning"]
    summed = frame.groupby(keys, sort=True)["area"].sum().reset_index()
    total = case.site_area[summed["site"].to_numpy()]
    summed["share"] = summed["area"].to_numpy() / total
    by_site: list[list[Share]] = [[] for _ in range(len(case.sites))]
    ranked = summed.sort_values("share", ascending=False, kind="stable")
    columns = [ranked[name].tolist() for name in (*keys, "share")]
    for site, code, cause, zoning, share in zip(*columns):
        by_site[site].append(Share(code, cause, share, _neutral(case, code, cause, zoning)))
    return by_site


def _neutral(case: PlanCase, code: int, cause: int, zoning: int) -> bool:
    """Neutral land stays so under an aanduiding, unless that makes the activity fit there."""
    decides = cause if cause != GAP and is_zoning(case.key(cause).object_type) else zoning
    return code >= UNKNOWN and decides != GAP and is_neutral(case, decides)


def is_neutral(case: PlanCase, pair: int) -> bool:
    """Whether a pair is an enkelbestemming that is neutral in a programme."""
    key = case.key(pair)
    if not is_zoning(key.object_type):
        return False
    return (key.hoofdgroep or key.naam.split(" - ")[0].strip()) in NEUTRAL


def reason_for(
    case: PlanCase,
    site: int,
    verdict: PlanVerdict,
    shares: Sequence[Share],
    deciding: Sequence[Share],
    activity: Activity,
    read: bool,
) -> str:
    """Verdict first, then the objects that decide, the shares, and what to look out for."""
    if not read:
        return "Onbekend: er is geen omgevingsplan ingelezen."
    if all(part.cause == GAP for part in shares):
        silent = case.held[case.pairs_of(site)].any()
        told = "het geldende plan zegt niets over deze activiteit" if silent else _NO_PLAN
        sentences = [f"Onbekend: {told}."]
    else:
        named = _because(case, deciding)
        sentences = [f"{_OPENING[verdict]}: {' '.join(named[:NAMED])}"]
        sentences += _share_words(shares, activity)
    sentences += _doubts(case, deciding, verdict is PlanVerdict.CONDITIONAL)
    return " ".join(sentences + _layers(case, site))


def _because(case: PlanCase, deciding: Sequence[Share]) -> list[str]:
    """The deciding objects, those with the same name and meaning together."""
    together: dict[tuple[str, str], float] = {}
    for part in deciding:
        words = ("", "") if part.cause == GAP else (_name(case, part.cause), why(case, part.cause))
        together[words] = together.get(words, 0.0) + part.share
    ranked = sorted(together.items(), key=lambda item: -item[1])
    ranked = [item for item in ranked if item[1] >= WORTH_NAMING] or ranked[:1]
    return [
        f'"{name}" ({percentage(share)} van de locatie). {meaning}'
        if name
        else f"Voor {percentage(share)} van de locatie is geen geldend plan ingelezen."
        for (name, meaning), share in ranked
    ]


def _name(case: PlanCase, pair: int) -> str:
    return case.value(pair, "naam") or case.value(pair, "object_type") or "object zonder naam"


def why(case: PlanCase, pair: int) -> str:
    """What an object means here, in a sentence."""
    if case.state(pair).role is Role.OVERLAY:
        kind = case.value(pair, "plan_type") or "besluit"
        return f"Hier geldt ook een {kind} dat nog niet is gelezen: niets past daar zonder meer."
    if case.too_high[pair]:
        allowed = number(float(case.max_height[case.pairs.object[pair]]))
        asked = number(float(case.height[case.pairs.site[pair]]))
        return f"Het plan staat hooguit {allowed} m hoogte toe; gevraagd is {asked} m."
    meaning = case.meanings[pair]
    return meaning.reason if meaning is not None else ""


def _share_words(shares: Sequence[Share], activity: Activity) -> list[str]:
    counted: dict[str, float] = {}
    for part in shares:
        neutral = part.neutral and activity.toets is AreaTest.PROGRAMME
        word = "verkeer, groen, tuin en water" if neutral else _SHARE_WORDS[part.code]
        counted[word] = counted.get(word, 0.0) + part.share
    seen = [(word, share) for word, share in counted.items() if share >= 0.001]
    if len(seen) < 2:
        return []
    ranked = sorted(seen, key=lambda item: -item[1])
    return ["Aandelen: " + ", ".join(f"{word} {percentage(share)}" for word, share in ranked) + "."]


def _doubts(case: PlanCase, deciding: Sequence[Share], capped: bool) -> list[str]:
    states = [
        (case.value(part.cause, "plan_naam") or "", case.state(part.cause).doubt)
        for part in deciding
        if part.cause != GAP
    ]
    return [
        f"Let op bij plan {name}: {doubt}{', dus hooguit past met voorwaarden' if capped else ''}."
        for name, doubt in dict.fromkeys(states)
        if doubt
    ]


def _layers(case: PlanCase, site: int) -> list[str]:
    """Plans that lie over the site beside the one that decides."""
    mine = case.pairs_of(site)
    outlines = np.flatnonzero(case.outlines[case.pairs.object[mine]]) + mine.start
    found: dict[str, None] = {}
    for pair in outlines.tolist():
        state = case.state(pair)
        if state.role in _LAYERS:
            name = case.value(pair, "plan_naam") or case.value(pair, "plan_id")
            found[f"{_LAYERS[state.role]}: {name} ({state.status})."] = None
    return list(found)


def percentage(share: float) -> str:
    """A share as whole per cents; small but present is "minder dan 1 %"."""
    return "minder dan 1 %" if 0 < share < 0.01 else f"{100 * share:.0f} %"


def number(value: float) -> str:
    """A number with a decimal comma, without useless zeros."""
    return f"{value:g}".replace(".", ",")


def verdict_word(code: int) -> str:
    """The verdict of a code, as it stands in a result."""
    return str(ORDER[code])
