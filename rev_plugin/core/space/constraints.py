"""Constraints: every rule measured at every site it holds for, and explained.

Distances are exact metres in RD between site and object, 0 when they touch. Missing data
never becomes "geen belemmering": what could not be tested reads "niet_getoetst".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

import numpy as np
import pandas as pd

from rev_plugin.core.columns import FINDING
from rev_plugin.core.model import Features, Feedback, Settings, Theme
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.judge import Judge, Judged
from rev_plugin.core.space.proximity import Sites
from rev_plugin.core.space.questions import (
    Applied,
    Question,
    Reply,
    applied_rules,
    ask,
    question_of,
    reaches,
)

Replies = dict[Question, Optional[Reply]]


def find_constraints(
    sites: Features,
    themes: Mapping[str, Theme],
    rules: Rules,
    settings: Settings,
    feedback: Feedback,
) -> pd.DataFrame:
    """One row per site and applicable rule, sites in order, rules in table order.

    Args:
        sites: geometries in RD with at least `naam` and `activiteit` (columns.SITE).
        themes: the layers at hand by name; a rule on an absent one is not tested.

    Returns:
        The columns of columns.FINDING.

    Raises:
        InputError: for an unknown activity.
        Cancelled: when the feedback says so.
    """
    applied = applied_rules(sites, rules)
    prepared = Sites(sites.geometry)
    wanted = reaches(applied, len(sites), settings)
    replies: Replies = {}
    names = list(dict.fromkeys(question.theme for question in wanted))
    for number, name in enumerate(names):
        feedback.check()
        questions = {q: reach for q, reach in wanted.items() if q.theme == name}
        theme = themes.get(name)
        found = None
        if theme is not None:
            part = _Share(feedback, number, len(names))
            deep = deep_enough(name, applied, layer_accuracy(name, theme, rules))
            found = ask(theme, questions, prepared, deep, part)
        replies.update(dict.fromkeys(questions) if found is None else found)
        feedback.progress((number + 1) / len(names))
    return assemble(applied, replies, wanted, prepared, sites.table, themes, rules)


class _Share:
    """The progress of one theme of several; all else goes straight through."""

    def __init__(self, whole: Feedback, number: int, count: int) -> None:
        self._whole, self._number, self._count = whole, number, count
        self.info, self.warn, self.check = whole.info, whole.warn, whole.check

    def progress(self, fraction: float) -> None:
        self._whole.progress((self._number + fraction) / self._count)


def assemble(
    applied: list[Applied],
    replies: Replies,
    wanted: Mapping[Question, np.ndarray],
    sites: Sites,
    table: pd.DataFrame,
    themes: Mapping[str, Theme],
    rules: Rules,
) -> pd.DataFrame:
    """The findings table from measured replies (shared with the warm window)."""
    columns = [column.name for column in FINDING]
    if not applied:
        return pd.DataFrame(columns=columns)
    judged = []
    for one in applied:
        question = question_of(one.rule)
        theme = themes.get(one.rule.thema) if question else None
        judge = Judge(one, theme, layer_accuracy(one.rule.thema, theme, rules), sites, rules)
        reply = replies[question] if question is not None else None
        if question is None:
            judged.append(judge.never_tested())
        elif reply is None:
            judged.append(judge.without_layer())
        else:
            judged.append(judge.judged(reply, wanted[question][one.rows]))
    rows = np.concatenate([one.rows for one in applied])
    order = np.argsort(rows, kind="stable")
    cells = _of_rules(applied, judged, rules)
    cells.update(_measured(rows, applied, judged, sites))
    cells["locatie"] = table["naam"].to_numpy(object)[rows]
    return pd.DataFrame({name: cells[name][order] for name in columns})


def _of_rules(applied: list[Applied], judged: list[Judged], rules: Rules) -> dict[str, np.ndarray]:
    """The columns that are the same for all findings of a rule."""
    counts = [len(one.rows) for one in applied]
    constants: dict[str, list[object]] = {
        "regel": [one.rule.id for one in applied],
        "thema": [one.rule.thema for one in applied],
        "aard": [one.rule.aard.value for one in applied],
        "zwaarte": [one.rule.zwaarte.value for one in applied],
        "systeem": [one.rule.systeem.value for one in applied],
        "bron": [rules.citation(one.rule) for one in applied],
        "bron_datum": [one.rule.date.isoformat() for one in applied],
        "bron_status": [one.rule.bron_status.value for one in applied],
    }
    cells = {
        name: np.repeat(np.array(values, dtype=object), counts)
        for name, values in constants.items()
    }
    cells["nauwkeurigheid_m"] = np.repeat([one.accuracy for one in judged], counts)
    return cells


def _measured(
    rows: np.ndarray, applied: list[Applied], judged: list[Judged], sites: Sites
) -> dict[str, np.ndarray]:
    """The columns that differ per finding."""
    distance = np.concatenate([one.answer.distance for one in judged])
    distance[np.isinf(distance)] = np.nan
    required = np.concatenate([one.required for one in applied])
    overlap = np.concatenate([one.answer.overlap_m2 for one in judged])
    overlap[np.isnan(distance)] = np.nan
    areas = sites.areas[rows]
    share = np.divide(overlap, areas, out=np.full(len(rows), np.nan), where=areas > 0)
    ids = [id_ for one in judged for id_ in one.answer.object_id]
    return {
        "object_id": np.array([None if id_ is None else str(id_) for id_ in ids], dtype=object),
        "afstand_m": distance,
        "vereist_m": required,
        "marge_m": distance - required,
        "overlap_m2": overlap,
        "overlap_aandeel": share,
        "oordeel": np.concatenate([one.verdict for one in judged]),
        "toelichting": np.concatenate([one.text for one in judged]),
    }


def layer_accuracy(name: str, theme: Optional[Theme], rules: Rules) -> float:
    """Accuracy of a layer in metres: its own, else that of the theme; NaN: not known."""
    if theme is None:
        return np.nan
    own = theme.info.nauwkeurigheid_m
    known = own if own is not None else rules.theme(name).nauwkeurigheid_m
    return np.nan if known is None else float(known)


def deep_enough(name: str, applied: list[Applied], accuracy: float) -> float:
    """From which depth an object on a site surely counts for every rule of its theme."""
    required = [one.required.min() for one in applied if one.rule.thema == name]
    deep = accuracy - np.nanmin(required, initial=np.inf)
    return float(deep) if deep > 0 else 0.0
