"""Zones around objects: what a rule asks of an activity, drawn for the eye.

For looking, never for testing: the findings are measured without a buffer
(core.space.constraints).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.columns import ZONE
from rev_plugin.core.model import Bounds, Features, Feedback, Theme
from rev_plugin.core.required import needed_column, required_m
from rev_plugin.core.rule_rows import ConstraintRule, Relation
from rev_plugin.core.rules import Rules
from rev_plugin.core.space import explain
from rev_plugin.core.space.geometry import Shapes, is_areal
from rev_plugin.core.space.presence import present, with_status
from rev_plugin.core.space.questions import filter_column, filter_words, matching

ROUND = 8  # segments to a quarter circle
LINE_M = 1.0  # half width at which a line or point is drawn when the rule has no distance


def constraint_zones(
    activity: str,
    site_values: Mapping[str, object],
    themes: Mapping[str, Theme],
    rules: Rules,
    extent: Optional[Bounds],
    feedback: Feedback,
) -> Features:
    """One dissolved zone per rule of an activity, of the objects within `extent` (RD).

    Args:
        site_values: columns of a site that formulas need, such as {"mva": 80}.

    Returns:
        Polygons with the columns of columns.ZONE. A rule without a zone (its layer is
        missing or has nothing here, or its distance is not known) has no row; the feedback
        says which.

    Raises:
        InputError: for an unknown activity.
    """
    table = pd.DataFrame([dict(site_values)])
    rows, zones = [], []
    candidates = [
        rule
        for rule in rules.for_activity(ConstraintRule, activity)
        if rule.relatie is not Relation.NEVER
    ]
    for number, rule in enumerate(candidates):
        feedback.check()
        feedback.progress(number / len(candidates))
        distance = required_m(rule.afstand, table)[0] if rule.relatie is Relation.DISTANCE else 0.0
        theme = themes.get(rule.thema)
        if theme is None or np.isnan(distance):
            lacks = rule.thema if theme is None else needed_column(rule.afstand)
            feedback.info(f"Geen zone voor {rule.id}: {lacks} ontbreekt.")
            continue
        zone = _zone(rule, with_status(theme, rules), float(distance), extent, feedback)
        if zone is None:
            feedback.info(
                f"Geen zone voor {rule.id}: hier ligt geen {explain.lower(rule.object_nl)}."
            )
            continue
        rows.append(_row(rule, activity, float(distance), rules))
        zones.append(zone)
    feedback.progress(1.0)
    geometry = np.empty(len(zones), dtype=object)
    geometry[:] = zones
    return Features(geometry, pd.DataFrame(rows, columns=[column.name for column in ZONE]))


def _zone(
    rule: ConstraintRule,
    theme: Theme,
    distance: float,
    extent: Optional[Bounds],
    feedback: Feedback,
) -> Optional[shapely.Geometry]:
    """The objects a rule is about, grown by its distance and dissolved, cut to the extent."""
    bounds = None if extent is None else _grown(extent, distance)
    column = filter_column(rule.filter_kolom, theme.columns)
    parts: list[np.ndarray] = []
    for every in theme.read(bounds):
        feedback.check()
        chunk, _ = present(theme, every)
        shapes = Shapes(chunk.geometry)
        rows = np.flatnonzero(~np.isnan(shapes.boxes[:, 0]))
        if column:
            hits, unknown = matching(chunk.attributes[column], *filter_words(rule))
            rows = rows[(hits | unknown)[rows]]
        # Dissolve per chunk, so that memory holds zones and not all their objects.
        objects = shapes.get_valid(rows)
        width = np.where(is_areal(objects), distance, max(distance, LINE_M))
        grown = shapely.buffer(objects, width, quad_segs=ROUND)
        parts.append(shapely.get_parts(shapely.union_all(grown)))
    if not parts:
        return None
    zone = shapely.union_all(np.concatenate(parts))
    if extent is not None:
        zone = shapely.intersection(zone, shapely.box(*extent))
    polygons = shapely.get_parts(zone)
    polygons = polygons[shapely.area(polygons) > 0]
    return shapely.multipolygons(polygons) if len(polygons) else None


def _grown(extent: Bounds, distance: float) -> Bounds:
    return (
        extent[0] - distance,
        extent[1] - distance,
        extent[2] + distance,
        extent[3] + distance,
    )


def _row(rule: ConstraintRule, activity: str, distance: float, rules: Rules) -> dict[str, object]:
    name = rule.maat_nl or "gebied zelf"
    text = f"{rule.object_nl}: {name}"
    if rule.relatie is Relation.DISTANCE:
        text += f" {explain.metres(distance)}"
    return {
        "regel": rule.id,
        "thema": rule.thema,
        "activiteit": activity,
        "aard": rule.aard.value,
        "zwaarte": rule.zwaarte.value,
        "systeem": rule.systeem.value,
        "afstand_m": distance,
        "bron": rules.citation(rule),
        "bron_status": rule.bron_status.value,
        "toelichting": f"{text}{explain.qualifier(rule)}. {rule.toelichting_nl}".strip(),
    }
