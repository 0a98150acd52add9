"""Plan findings: every object that touches a site, the shares per verdict, and constraints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core import columns
from rev_plugin.core.model import AreaTest, FindingVerdict, LegalSystem, Nature, Settings, Theme
from rev_plugin.core.rule_rows import PlanEffect, PlanFitRule
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

THEME = "planobjecten"
# Words in the column oordeel where an object gives no verdict of its own.
COMING, REPLACED, NOT_IN_FORCE = "komend", "vervangen", "niet in werking"
NOTE, NEUTRAL_WORD = "bevinding", "neutraal"
ACCURACY_M = 0.0  # a plan line is exact by law: the digital plan decides


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


def constraint_findings(
    case: PlanCase, rules: Rules, settings: Settings, plans: Optional[Theme]
) -> pd.DataFrame:
    """columns.FINDING: plan_fit rows with a weight, measured at every site they are for."""
    activity = np.array(case.activities, dtype=object)
    planned = case.planned()
    rows: list[tuple[int, int, dict[str, object]]] = []
    for name, reader in case.readers.items():
        sites = np.flatnonzero(activity == name)
        weighed = [r for r in rules.for_activity(PlanFitRule, name) if r.zwaarte is not None]
        of_rule: dict[str, list[int]] = defaultdict(list)
        for number, key in enumerate(case.keys):
            meaning = reader.meaning(key)
            state = case.states[str(case.objects.table["plan_id"].iat[number])]
            if meaning is not None and meaning.rule is not None and state.role in JUDGED:
                of_rule[meaning.rule.id].append(number)
        for order, rule in enumerate(weighed):
            measured = _measure(case, sites, of_rule[rule.id], rule, settings)
            for site, (distance, number, overlap) in zip(sites.tolist(), measured):
                known = plans is not None and planned[site]
                row = _constraint(case, rules, rule, site, distance, number, overlap, known)
                rows.append((site, order, row))
    rows.sort(key=lambda item: item[:2])
    return pd.DataFrame(
        [row for *_, row in rows], columns=[column.name for column in columns.FINDING]
    )


def _measure(
    case: PlanCase, sites: np.ndarray, numbers: list[int], rule: PlanFitRule, settings: Settings
) -> list[tuple[float, int, float]]:
    """Per site: distance to the nearest object of the rule, its number, shared area."""
    nothing = [(np.nan, GAP, 0.0)] * len(sites)
    if not numbers or not len(sites):
        return nothing
    found = {int(site): [np.nan, GAP, 0.0] for site in sites}
    shapes = case.objects.geometry[numbers]
    near, distance = shapely.STRtree(shapes).query_nearest(
        case.sites.geometry[sites], max_distance=settings.reach_m or None, return_distance=True
    )
    for row, number, metres in zip(near[0].tolist(), near[1].tolist(), distance.tolist()):
        site = int(sites[row])
        if found[site][1] == GAP or numbers[number] < found[site][1]:
            found[site][:2] = [metres, numbers[number]]
    wanted = set(sites.tolist())
    largest: dict[int, float] = {}
    for pair, meaning in enumerate(case.meanings):
        site = int(case.pairs.site[pair])
        if meaning is None or meaning.rule is not rule or site not in wanted:
            continue
        if case.holds(pair):
            area = float(case.pairs.geometry[pair].area)
            found[site][2] += area
            if area > largest.get(site, 0.0):
                largest[site], found[site][1] = area, int(case.pairs.object[pair])
    return [(float(d), int(n), float(a)) for d, n, a in (found[int(s)] for s in sites)]


def _constraint(
    case: PlanCase,
    rules: Rules,
    rule: PlanFitRule,
    site: int,
    distance: float,
    number: int,
    overlap: float,
    known: bool,
) -> dict[str, object]:
    hit = overlap > 0
    verdict = FindingVerdict.CONSTRAINT if hit else FindingVerdict.FREE
    words = rule.reden_nl if hit else "Het geldende plan legt dit niet op de locatie."
    if not hit and not known:
        verdict = FindingVerdict.NOT_TESTED
        words = "Niet getoetst: niet overal op de locatie is een geldend plan ingelezen."
    total = float(shapely.area(case.sites.geometry[site]))
    table = case.objects.table
    part = str(table["plan_deel"].iat[number] or "") if number != GAP else ""
    system = LegalSystem.ENVIRONMENT_ACT if part == "nieuw" else LegalSystem.OLD
    if hit:
        words = f'{words} ("{table["naam"].iat[number]}", {percentage(overlap / total)}.)'
    return {
        "locatie": case.sites.table["naam"].iat[site],
        "regel": rule.id,
        "thema": THEME,
        "aard": str(Nature.LEGAL),
        "zwaarte": str(rule.zwaarte),
        "systeem": str(system),
        "object_id": table["object_id"].iat[number] if number != GAP else None,
        "afstand_m": 0.0 if hit else distance,
        "vereist_m": 0.0,
        "marge_m": 0.0 if hit else distance,
        "nauwkeurigheid_m": ACCURACY_M,
        "overlap_m2": overlap,
        "overlap_aandeel": overlap / total,
        "oordeel": str(verdict),
        "bron": rules.citation(rule),
        "bron_datum": rule.date.isoformat(),
        "bron_status": str(rule.bron_status),
        "toelichting": words,
    }
