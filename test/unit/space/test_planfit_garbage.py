"""Plan objects with anything in their attributes and geometry: an answer, never a crash."""

from __future__ import annotations

import datetime

import numpy as np
import pandas as pd
import pytest
import shapely
from plan_builder import plans_theme, site_table

from rev_plugin.core.columns import PLAN_OBJECT
from rev_plugin.core.model import PlanVerdict, Settings, Silent
from rev_plugin.core.rule_rows import Activity
from rev_plugin.core.rules import load_rules
from rev_plugin.core.space.planfit import judge_plans

WORDS = (
    None, float("nan"), pd.NA, pd.NaT, "", " ", "\0", "ſß", "x" * 1000, "a*[?", 3, 2.5, True,
    datetime.date(2020, 1, 1), "1e999", "-3", "Wonen", "uitgesloten", "specifieke vorm van ",
    "specifieke vorm van - uitgesloten", "ontwerp", "vastgesteld", "vervallen", "tam", "nieuw",
    "tijdelijk", "Enkelbestemming", "Pons", "Besluitgebied_X", "Maatvoering", "provincie",
    "maximum bouwhoogte", "verbod", "toegestaan", "bestemmingsplan", "voorbereidingsbesluit",
)  # fmt: skip
LIKELY_TYPES = ("Enkelbestemming", "Pons", "Bestemmingsplangebied", "Maatvoering")


def geometry(rng: np.random.Generator) -> object:
    """A polygon, or something that is no proper one."""
    x, y = rng.random(2) * 40
    box = shapely.box(x, y, x + rng.random() * 30, y + rng.random() * 30)
    shapes = (
        None,
        box,
        shapely.Point(x, y),
        shapely.LineString([(x, y), (y, x)]),
        shapely.MultiPolygon([box]),
        shapely.Polygon(),
        shapely.Polygon([(0, 0), (30, 30), (30, 0), (0, 30)]),
        shapely.GeometryCollection([box, shapely.Point(0, 0)]),
        shapely.box(-1e9, -1e9, 1e9, 1e9),
    )
    return shapes[rng.integers(len(shapes))]


def rows(rng: np.random.Generator) -> list[dict[str, object]]:
    """Random plan objects; half of the time of plans that could hold."""
    names = [column.name for column in PLAN_OBJECT]
    found = [
        {**{name: WORDS[rng.integers(len(WORDS))] for name in names}, "geometry": geometry(rng)}
        for _ in range(rng.integers(0, 12))
    ]
    if rng.random() < 0.5:
        for row in found:
            row["plan_id"], row["plan_status"] = str(rng.integers(3)), "vastgesteld"
            row["object_type"] = LIKELY_TYPES[rng.integers(len(LIKELY_TYPES))]
    return found


@pytest.mark.filterwarnings("error::FutureWarning")
@pytest.mark.parametrize("seed", range(40))
def test_garbage_gives_a_verdict_and_whole_shares(seed: int) -> None:
    rng = np.random.default_rng(seed)
    rules = load_rules()
    activities = [row.id for row in rules.rows(Activity)]
    site = (
        activities[rng.integers(len(activities))],
        shapely.box(5, 5, 25, 25),
        {"hoogte_m": rng.choice([np.nan, 3.0, 100.0])},
    )
    fit = judge_plans(site_table(site), plans_theme(rows(rng)), rules, Settings(), Silent())
    assert fit.output["plan_oordeel"].iat[0] in {str(verdict) for verdict in PlanVerdict}
    shares = fit.findings.loc[fit.findings["object_type"] == "aandeel", "overlap_aandeel"]
    assert shares.sum() >= 1 - 1e-6
