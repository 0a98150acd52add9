"""Constraints: every rule measured at every site it holds for, and explained.

Distances are exact metres in RD between site and object, 0 when they touch. Missing data
never becomes "geen belemmering": what could not be tested reads "niet_getoetst".
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from rev_plugin.core.columns import FINDING
from rev_plugin.core.garbage import no_search
from rev_plugin.core.model import Features, Feedback, Settings, Theme
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.agenda import Agenda
from rev_plugin.core.space.asking import ask
from rev_plugin.core.space.judge import Measured, judge, measure
from rev_plugin.core.space.presence import with_status
from rev_plugin.core.space.proximity import Sites
from rev_plugin.core.tables import Columns, frame, no_rows


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
    with no_search():
        agenda = Agenda(sites, themes, rules, settings)
        prepared = Sites(sites.geometry)
        told = {name: with_status(theme, rules) for name, theme in themes.items()}
        replies = ask(told, agenda.wanted, prepared, agenda.deep, feedback)
        feedback.check()
        feedback.progress(1.0)
        return frame(assemble(agenda, measure(agenda, replies, prepared), prepared))


def assemble(agenda: Agenda, found: Measured, sites: Sites) -> Columns:
    """The findings (columns.FINDING) from what was measured (shared with the warm window)."""
    if not agenda.tested:
        return no_rows(FINDING)
    verdict, text = judge(agenda, found, sites)
    distance = np.where(np.isinf(found.distance), np.nan, found.distance)
    of_site = {
        "object_id": np.array([None if i is None else str(i) for i in found.object_id], object),
        "afstand_m": distance,
        "vereist_m": agenda.required,
        "marge_m": distance - agenda.required,
        "nauwkeurigheid_m": agenda.accuracy,
        "overlap_m2": found.overlap,
        "overlap_aandeel": found.share,
        "oordeel": verdict,
        "toelichting": text,
    }
    cells = {**agenda.texts, **{name: column[agenda.order] for name, column in of_site.items()}}
    return {column.name: cells[column.name] for column in FINDING}
