"""Plan findings: every object that touches a site, and the shares per verdict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Optional

import pandas as pd
import shapely

from rev_plugin.core import columns
from rev_plugin.core.model import AreaTest
from rev_plugin.core.rule_rows import PlanEffect
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.plan_case import PlanCase
from rev_plugin.core.space.plan_pieces import GAP
from rev_plugin.core.space.plan_reasons import (
    NAMED,
    Share,
    is_neutral,
    percentage,
    verdict_word,
    why,
)
from rev_plugin.core.space.plan_status import JUDGED, Role, is_plan_area
from rev_plugin.core.space.plan_turns import exceeded_height

# Words in the column oordeel where an object gives no verdict of its own.
COMING, REPLACED, NOT_IN_FORCE = "komend", "vervangen", "niet in werking"
NOTE, NEUTRAL_WORD = "bevinding", "neutraal"


def plan_findings(case: PlanCase, by_site: Sequence[Sequence[Share]], rules: Rules) -> pd.DataFrame:
    """columns.PLAN_FINDING: per site its objects, then its share per verdict."""
    total = shapely.area(case.sites.geometry)
    names = case.sites.table["naam"].to_numpy()
    programme = [rules.activity(name).toets is AreaTest.PROGRAMME for name in case.activities]
    rows: list[tuple[int, int, dict[str, object]]] = []
    for pair in range(len(case.pairs.site)):
        told = _told(case, pair, programme[case.pairs.site[pair]])
        if told is None:
            continue
        site = int(case.pairs.site[pair])
        area = float(case.area[pair])
        row: dict[str, object] = {
            column: case.value(pair, column)
            for column in (
                "plan_id", "plan_naam", "object_id", "object_type", "hoofdgroep", "naam",
                "artikel", "tekst_url",
            )
        }  # fmt: skip
        rule, verdict, words = told
        row.update(
            locatie=names[site],
            plan_status=case.state(pair).status,
            regel=rule,
            oordeel=verdict,
            overlap_m2=area,
            overlap_aandeel=min(area / total[site], 1.0),
            toelichting=words,
        )
        rows.append((site, 0, row))
    for site, shares in enumerate(by_site):
        rows += [(site, 1, row) for row in _share_rows(case, site, shares, float(total[site]))]
    rows.sort(key=lambda item: item[:2])
    return pd.DataFrame(
        [row for *_, row in rows], columns=[column.name for column in columns.PLAN_FINDING]
    )


def _told(case: PlanCase, pair: int, neutral: bool) -> Optional[tuple[Optional[str], str, str]]:
    """Rule, verdict and words of an object; None when it says nothing on this activity."""
    role = case.state(pair).role
    area = is_plan_area(case.value(pair, "object_type"))
    meaning = case.meanings[pair]
    height = exceeded_height(case, pair)
    if meaning is None and height is None and not (area and role is not Role.FULL):
        return None
    rule = meaning.rule.id if meaning is not None and meaning.rule is not None else None
    status = case.state(pair).status or "zonder status"
    words = why(case, pair)
    if role is Role.COMING:
        return rule, COMING, f"Komend plan ({status}): telt nog niet mee. {words}".strip()
    if role not in JUDGED:
        return rule, NOT_IN_FORCE, f"{str(role.value).capitalize()} ({status}): telt niet mee."
    taken = int(case.taken_by[pair])
    if taken != GAP and case.pairs.geometry[pair] is None:
        later = case.value(taken, "plan_naam") or case.value(taken, "plan_id")
        return rule, REPLACED, f"Hier vervangen door {later}. {words}".strip()
    if meaning is None and height is None:
        text = case.value(pair, "tekst")
        return None, NOTE, " ".join(part for part in (f"{role.value}.", words, text) if part)
    if height is not None:
        return rule, "past_niet", words
    if neutral and is_neutral(case, pair):
        return rule, NEUTRAL_WORD, "Telt niet mee: hoort bij elk programma."
    noted = meaning is not None and meaning.effect in (PlanEffect.NOTES, PlanEffect.RESERVES)
    verdict = NOTE if noted or meaning is None else str(meaning.verdict)
    return rule, verdict, words


def _share_rows(
    case: PlanCase, site: int, shares: Sequence[Share], total: float
) -> list[dict[str, object]]:
    per_code: dict[int, list[Share]] = defaultdict(list)
    for part in shares:
        per_code[part.code].append(part)
    rows: list[dict[str, object]] = []
    for code, parts in sorted(per_code.items()):
        share = sum(part.share for part in parts)
        names = dict.fromkeys(
            "geen plan ingelezen" if part.cause == GAP else case.value(part.cause, "naam") or "?"
            for part in parts
        )
        rows.append(
            {
                "locatie": case.sites.table["naam"].iat[site],
                "object_type": "aandeel",
                "oordeel": verdict_word(code),
                "overlap_m2": share * total,
                "overlap_aandeel": min(share, 1.0),
                "toelichting": f"{percentage(share)} van de locatie: "
                + ", ".join(list(names)[:NAMED]),
            }
        )
    return rows
