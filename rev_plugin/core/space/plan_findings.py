"""Plan findings: every object that touches a site, and the shares per verdict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np

from rev_plugin.core import columns
from rev_plugin.core.model import AreaTest, PlanVerdict
from rev_plugin.core.rule_rows import PlanEffect
from rev_plugin.core.space.plan_case import PlanCase
from rev_plugin.core.space.plan_pieces import GAP, ORDER
from rev_plugin.core.space.plan_reasons import (
    NAMED,
    Share,
    percentage,
    verdict_word,
    why,
)
from rev_plugin.core.space.plan_status import JUDGED, Role
from rev_plugin.core.tables import Columns

# Words in the column oordeel where an object gives no verdict of its own.
COMING, REPLACED, NOT_IN_FORCE = "komend", "vervangen", "niet in werking"
NOTE, NEUTRAL_WORD = "bevinding", "neutraal"


_OBJECT_COLUMNS = (
    "plan_id", "plan_naam", "object_id", "object_type", "hoofdgroep", "naam", "artikel",
    "tekst_url",
)  # fmt: skip


class Told(NamedTuple):
    """What is said of an object: the rule, the verdict or another word, and why."""

    regel: Optional[str]
    oordeel: str
    toelichting: str


class Part(NamedTuple):
    """What is said of a share of a site."""

    site: int
    oordeel: str
    share: float
    toelichting: str


def plan_findings(case: PlanCase, by_site: Sequence[Sequence[Share]]) -> Columns:
    """columns.PLAN_FINDING: per site its objects, then its share per verdict."""
    programme = [case.rules.activity(name).toets is AreaTest.PROGRAMME for name in case.activities]
    sites = case.pairs.site.tolist()
    told = [_told(case, pair, programme[site]) for pair, site in enumerate(sites)]
    pairs = np.array([pair for pair, words in enumerate(told) if words], dtype=np.int64)
    parts = [
        part
        for site, shares in enumerate(by_site)
        for part in _parts(case, site, shares, programme[site])
    ]
    site_of_part = np.array([part.site for part in parts], dtype=np.int64)
    site = np.concatenate([case.pairs.site[pairs], site_of_part])
    of_part = np.array([part.share for part in parts]) * case.site_area[site_of_part]
    area = np.concatenate([case.area[pairs], of_part])
    cells = _words(case, pairs, [words for words in told if words], parts)
    cells["locatie"] = case.names[site]
    cells["overlap_m2"] = area
    cells["overlap_aandeel"] = np.minimum(area / case.site_area[site], 1.0)
    order = np.argsort(site, kind="stable")
    return {column.name: cells[column.name][order] for column in columns.PLAN_FINDING}


def _words(
    case: PlanCase, pairs: np.ndarray, told: Sequence[Told], parts: Sequence[Part]
) -> dict[str, np.ndarray]:
    """The columns of text: objects first, then shares."""
    nothing = [None] * len(parts)
    cells: dict[str, list[object]] = {
        name: [*case.column(pairs, name), *nothing] for name in _OBJECT_COLUMNS
    }
    cells["object_type"][len(pairs) :] = ["aandeel"] * len(parts)
    cells["plan_status"] = [*(case.state(pair).status for pair in pairs.tolist()), *nothing]
    cells["regel"] = [*(words.regel for words in told), *nothing]
    for name in ("oordeel", "toelichting"):
        cells[name] = [getattr(words, name) for words in (*told, *parts)]
    return {name: np.array(values, dtype=object) for name, values in cells.items()}


def _told(case: PlanCase, pair: int, neutral: bool) -> Optional[Told]:
    """What to say of an object; None when it says nothing on this activity."""
    meaning, state, high = case.meaning(pair), case.state(pair), case.too_high[pair]
    if meaning is None and not high and (state.role is Role.FULL or not case.outlines[pair]):
        return None
    rule = meaning.rule.id if meaning is not None and meaning.rule is not None else None
    if not case.held[pair]:
        return Told(rule, *_not_holding(case, pair))
    words = why(case, pair)
    if high:
        return Told(rule, str(PlanVerdict.DOES_NOT_FIT), words)
    if meaning is None:
        texts = (f"{state.role.value}.", words, case.value(pair, "tekst"))
        return Told(None, NOTE, " ".join(part for part in texts if part))
    if neutral and case.reading.neutral[pair]:
        return Told(rule, NEUTRAL_WORD, "Telt niet mee: hoort bij elk programma.")
    noted = meaning.effect in (PlanEffect.NOTES, PlanEffect.RESERVES)
    return Told(rule, NOTE if noted else str(meaning.verdict), words)


def _not_holding(case: PlanCase, pair: int) -> tuple[str, str]:
    """The word and the reason for an object whose plan does not hold (there)."""
    state, words = case.state(pair), why(case, pair)
    status = state.status or "zonder status"
    if state.role is Role.COMING:
        return COMING, f"Komend plan ({status}): telt nog niet mee. {words}".strip()
    if state.role not in JUDGED:
        return NOT_IN_FORCE, f"{state.role.value.capitalize()} ({status}): telt niet mee."
    taken = int(case.taken_by[pair])
    later = case.value(taken, "plan_naam") or case.value(taken, "plan_id")
    return REPLACED, f"Hier vervangen door {later}. {words}".strip()


def _parts(case: PlanCase, site: int, shares: Sequence[Share], programme: bool) -> list[Part]:
    """The shares per verdict; what a programme does not count against it stands apart."""
    per_word: dict[tuple[int, str], list[Share]] = defaultdict(list)
    for part in shares:
        neutral = programme and part.neutral
        key = (len(ORDER), NEUTRAL_WORD) if neutral else (part.code, verdict_word(part.code))
        per_word[key].append(part)
    return [_part(case, site, word, own) for (_, word), own in sorted(per_word.items())]


def _part(case: PlanCase, site: int, word: str, shares: Sequence[Share]) -> Part:
    share = sum(part.share for part in shares)
    names = dict.fromkeys(
        "geen plan ingelezen" if part.cause == GAP else case.value(part.cause, "naam") or "?"
        for part in shares
    )
    told = f"{percentage(share)} van de locatie: " + ", ".join(list(names)[:NAMED])
    return Part(site, word, share, told)
