"""Plan findings: every object that touches a site, and the shares per verdict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd

from rev_plugin.core import columns
from rev_plugin.core.model import AreaTest, PlanVerdict
from rev_plugin.core.rule_rows import PlanEffect
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.plan_case import PlanCase
from rev_plugin.core.space.plan_pieces import GAP, ORDER
from rev_plugin.core.space.plan_reasons import (
    NAMED,
    Share,
    is_neutral,
    percentage,
    verdict_word,
    why,
)
from rev_plugin.core.space.plan_status import JUDGED, Role

# Words in the column oordeel where an object gives no verdict of its own.
COMING, REPLACED, NOT_IN_FORCE = "komend", "vervangen", "niet in werking"
NOTE, NEUTRAL_WORD = "bevinding", "neutraal"


_OBJECT_COLUMNS = (
    "plan_id", "plan_naam", "object_id", "object_type", "hoofdgroep", "naam", "artikel",
    "tekst_url",
)  # fmt: skip


def plan_findings(case: PlanCase, by_site: Sequence[Sequence[Share]], rules: Rules) -> pd.DataFrame:
    """columns.PLAN_FINDING: per site its objects, then its share per verdict."""
    programme = [rules.activity(name).toets is AreaTest.PROGRAMME for name in case.activities]
    sites = case.pairs.site.tolist()
    told = [_told(case, pair, programme[site]) for pair, site in enumerate(sites)]
    pairs = np.array([pair for pair, words in enumerate(told) if words], dtype=int)
    site = case.pairs.site[pairs]
    objects = pd.DataFrame({name: case.column(pairs, name) for name in _OBJECT_COLUMNS})
    words = pd.DataFrame([part for part in told if part], columns=list(Told._fields))
    objects = pd.concat([objects, words], axis=1).assign(
        locatie=case.sites.table["naam"].to_numpy()[site],
        plan_status=[case.state(pair).status for pair in pairs.tolist()],
        overlap_m2=case.area[pairs],
        overlap_aandeel=np.minimum(case.area[pairs] / case.site_area[site], 1.0),
        _site=site,
    )
    shares = pd.DataFrame(
        [
            row
            for number, own in enumerate(by_site)
            for row in _share_rows(case, number, own, programme[number])
        ]
    )
    whole = pd.concat([objects, shares], ignore_index=True) if len(objects) else shares
    names = [column.name for column in columns.PLAN_FINDING]
    return whole.sort_values("_site", kind="stable", ignore_index=True).reindex(columns=names)


class Told(NamedTuple):
    """What is said of an object: the rule, the verdict or another word, and why."""

    regel: Optional[str]
    oordeel: str
    toelichting: str


def _told(case: PlanCase, pair: int, neutral: bool) -> Optional[Told]:
    """What to say of an object; None when it says nothing on this activity."""
    meaning, state, high = case.meanings[pair], case.state(pair), case.too_high[pair]
    outline = case.outlines[case.pairs.object[pair]]
    if meaning is None and not high and not (outline and state.role is not Role.FULL):
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
    if neutral and is_neutral(case, pair):
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


def _share_rows(
    case: PlanCase, site: int, shares: Sequence[Share], programme: bool
) -> list[dict[str, object]]:
    """The shares per verdict; what a programme does not count against it stands apart."""
    per_word: dict[tuple[int, str], list[Share]] = defaultdict(list)
    for part in shares:
        neutral = programme and part.neutral
        key = (len(ORDER), NEUTRAL_WORD) if neutral else (part.code, verdict_word(part.code))
        per_word[key].append(part)
    rows: list[dict[str, object]] = []
    name, total = case.sites.table["naam"].iat[site], float(case.site_area[site])
    for (_, verdict), parts in sorted(per_word.items()):
        share = sum(part.share for part in parts)
        names = dict.fromkeys(
            "geen plan ingelezen" if part.cause == GAP else case.value(part.cause, "naam") or "?"
            for part in parts
        )
        rows.append(
            {
                "_site": site,
                "locatie": name,
                "object_type": "aandeel",
                "oordeel": verdict,
                "overlap_m2": share * total,
                "overlap_aandeel": min(share, 1.0),
                "toelichting": f"{percentage(share)} van de locatie: "
                + ", ".join(list(names)[:NAMED]),
            }
        )
    return rows
