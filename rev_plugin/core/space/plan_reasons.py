"""The reason of a plan verdict, in words that a council member understands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np

from rev_plugin.core.model import AreaTest, PlanVerdict
from rev_plugin.core.rule_rows import Activity
from rev_plugin.core.space.plan_case import PlanCase
from rev_plugin.core.space.plan_objects import BAN
from rev_plugin.core.space.plan_pieces import GAP, ORDER, UNKNOWN, Pieces
from rev_plugin.core.space.plan_status import Role

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
_PONS = "De pons: tijdelijke plannen zijn hier vervallen, de bruidsschat blijft gelden"
_NO_PLAN = "op deze locatie is geen geldend plan ingelezen"
_SHARE_WORDS = ("past", "past met voorwaarden", "onbekend", "past niet")


class Share(NamedTuple):
    """A part of a site with one verdict and one deciding pair."""

    code: int
    cause: int  # number of the pair, or GAP: no plan was read here
    share: float  # of the area of the site
    neutral: bool
    zoning: int  # number of the pair of the enkelbestemming below, or GAP


NO_SHARE = Share(UNKNOWN, GAP, 0.0, False, GAP)


class TextPlace(NamedTuple):
    """Where the rule is written that decides on a share."""

    artikel: Optional[str]
    url: Optional[str]
    below: bool  # the article is that of the bestemming, not of the object itself


def shares_of(case: PlanCase, pieces: Pieces) -> list[list[Share]]:
    """Per site its shares, largest first."""
    keys = (pieces.zoning, pieces.cause, pieces.verdict, pieces.site)
    order = np.lexsort(keys)
    zoning, cause, code, site = (key[order] for key in keys)
    new = np.zeros(len(order), dtype=bool)
    for key in (zoning, cause, code, site):
        new[1:] |= key[1:] != key[:-1]
    new[:1] = True
    first = new.nonzero()[0]
    area = np.add.reduceat(pieces.area[order], first) if len(first) else np.empty(0)
    share = area / case.site_area[site[first]]
    neutral = _neutral(case, code[first], cause[first], zoning[first])
    by_site: list[list[Share]] = [[] for _ in range(len(case.sites))]
    ranked = np.argsort(-share, kind="stable")
    columns = (site[first], code[first], cause[first], share, neutral, zoning[first])
    for number, *part in zip(*(column[ranked].tolist() for column in columns)):
        by_site[number].append(Share(*part))
    return by_site


def _neutral(case: PlanCase, code: np.ndarray, cause: np.ndarray, zoning: np.ndarray) -> np.ndarray:
    """Neutral land stays so under an aanduiding, unless that makes the activity fit there."""
    # GAP is the last row: no object, so no enkelbestemming and never neutral.
    is_zone, is_neutral = np.append(case.zoning, False), np.append(case.reading.neutral, False)
    return (code >= UNKNOWN) & is_neutral[np.where(is_zone[cause], cause, zoning)]


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
        sentences += _share_words(case, verdict, shares, activity)
        sentences += _article_below(case, deciding[0])
    sentences += _doubts(case, deciding, verdict is PlanVerdict.CONDITIONAL)
    return " ".join(sentences + _layers(case, site))


def _because(case: PlanCase, deciding: Sequence[Share]) -> list[str]:
    """The deciding objects, those with the same name and meaning together."""
    together: dict[tuple[str, str], float] = {}
    for part in deciding:
        words = ("", "") if part.cause == GAP else (_name(case, part.cause), _meaning(case, part))
        together[words] = together.get(words, 0.0) + part.share
    ranked = sorted(together.items(), key=lambda item: -item[1])
    ranked = [item for item in ranked if item[1] >= WORTH_NAMING] or ranked[:1]
    return [
        f'"{name}" ({percentage(share)} van de locatie). {meaning}'
        if name
        else f"Voor {percentage(share)} van de locatie is geen geldend plan ingelezen."
        for (name, meaning), share in ranked
    ]


def _meaning(case: PlanCase, part: Share) -> str:
    """What the deciding object means; a ban that leaves it open meets a permission there."""
    meaning = why(case, part.cause)
    if part.code == UNKNOWN and case.key(part.cause).kwalificatie == BAN:
        return f"{meaning} Een andere regel over dezelfde activiteit laat het hier toe."
    return meaning


def text_place(case: PlanCase, part: Share) -> TextPlace:
    """Article and link of the object that decides.

    An aanduiding mostly has none: its rule stands in the article of the bestemming below it,
    in the same plan.
    """
    if part.cause == GAP:
        return TextPlace(None, None, False)
    artikel, url = case.value(part.cause, "artikel"), case.value(part.cause, "tekst_url")
    same = part.zoning != GAP and (
        case.value(part.zoning, "plan_id") == case.value(part.cause, "plan_id")
    )
    if artikel or not same:
        return TextPlace(artikel, url, False)
    below = case.value(part.zoning, "artikel")
    return TextPlace(below, url or case.value(part.zoning, "tekst_url"), bool(below))


def _article_below(case: PlanCase, part: Share) -> list[str]:
    place = text_place(case, part)
    if not place.below:
        return []
    return [f'Artikel {place.artikel} is dat van de bestemming "{_name(case, part.zoning)}".']


def _name(case: PlanCase, pair: int) -> str:
    return case.value(pair, "naam") or case.value(pair, "object_type") or "object zonder naam"


def why(case: PlanCase, pair: int) -> str:
    """What an object means here, in a sentence."""
    if case.state(pair).role is Role.OVERLAY:
        kind = case.value(pair, "plan_type") or "besluit"
        return f"Hier geldt ook een {kind}, nog niet gelezen: niets past daar zonder meer."
    if case.too_high[pair]:
        allowed = number(float(case.plans.max_height[case.pairs.object[pair]]))
        asked = number(float(case.height[case.pairs.site[pair]]))
        return f"Het plan staat hooguit {allowed} m hoogte toe; gevraagd is {asked} m."
    meaning = case.meaning(pair)
    return meaning.reason if meaning is not None else ""


def _share_words(
    case: PlanCase, verdict: PlanVerdict, shares: Sequence[Share], activity: Activity
) -> list[str]:
    """The shares per verdict; what does not fit or is unknown beside the verdict has its name."""
    counted: dict[str, float] = {}
    called: dict[str, dict[str, None]] = {}
    for part in shares:
        neutral = part.neutral and activity.toets is AreaTest.PROGRAMME
        word = "verkeer, groen, tuin en water" if neutral else _SHARE_WORDS[part.code]
        counted[word] = counted.get(word, 0.0) + part.share
        unnamed = part.code >= UNKNOWN and ORDER[part.code] is not verdict and not neutral
        if unnamed and part.share >= WORTH_NAMING:
            name = "geen plan ingelezen" if part.cause == GAP else f'"{_name(case, part.cause)}"'
            called.setdefault(word, {})[name] = None
    seen = [(word, share) for word, share in counted.items() if share >= 0.001]
    if len(seen) < 2:
        return []
    told = [
        f"{word} {percentage(share)}"
        + (f" ({', '.join(list(called[word])[:NAMED])})" if word in called else "")
        for word, share in sorted(seen, key=lambda item: -item[1])
    ]
    return [f"Aandelen: {', '.join(told)}."]


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
    """Plans that lie over the site beside the one that decides, and a pons that ended them."""
    mine = case.pairs_of(site)
    objects = case.pairs.object[mine]
    found: dict[str, None] = {}
    for number in objects[case.plans.beside[objects]].tolist():
        state = case.plans.state(number)
        word = _PONS if case.plans.pons[number] else _LAYERS[state.role]
        name = case.plans.value(number, "plan_naam") or case.plans.value(number, "plan_id")
        status = f" ({state.status})" if state.status else ""
        found[f"{word}: {name}{status}."] = None
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
