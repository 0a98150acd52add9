"""A map of plan objects, read once: a site that moves over it gets what a fresh run gives."""

from __future__ import annotations

from typing import Optional

import numpy as np
import pandas as pd
import pytest
import shapely
from plan_builder import ORIGIN, draw, item, plan, plans_theme, site_table, zone

from rev_plugin.core.model import Bounds, Settings, Silent, Theme
from rev_plugin.core.rules import load_rules
from rev_plugin.core.space.plan_map import PlanMap, read_map
from rev_plugin.core.space.planfit import PlanFit, judge_on_map, judge_plans

EVERYWHERE: Bounds = (0.0, 0.0, 300_000.0, 700_000.0)


@pytest.fixture(scope="module")
def theme() -> Theme:
    """An old plan, a younger one over a part of it, a parapluplan and a coming plan."""
    d = draw(
        """
        wwwwgggg..
        wwwwgggg..
        bbbbvvvv..
        bbbbvvvv..
        """
    )
    leak = shapely.box(ORIGIN[0], ORIGIN[1] + 15, ORIGIN[0] + 90, ORIGIN[1] + 22)
    young = shapely.box(ORIGIN[0] + 20, ORIGIN[1] + 5, ORIGIN[0] + 60, ORIGIN[1] + 30)
    rows = [
        *plan(
            "oud",
            [
                zone("Wonen", d["w"]),
                zone("Groen", d["g"]),
                zone("Bedrijf", d["b"]),
                zone("Verkeer", d["v"]),
                item("Dubbelbestemming", "Leiding - Gas", leak),
                item("Functieaanduiding", "nutsvoorziening", d["b"]),
                item("Maatvoering", "maximum bouwhoogte (m)", d["w"], waarde="6", eenheid="m"),
            ],
        ),
        *plan("jong", [zone("Bedrijventerrein", young)], datum="2019-01-01"),
        *plan("komend", [zone("Wonen", young)], plan_status="ontwerp", datum="2024-01-01"),
    ]
    return plans_theme(rows)


def judge_fresh(site: object, theme: Optional[Theme]) -> PlanFit:
    return judge_plans(site, theme, load_rules(), Settings(), Silent())


@pytest.mark.parametrize("activity", ["station_hs_ms", "woningbouw", "batterij", "msr"])
def test_a_drag_gives_what_fresh_runs_give(theme: Theme, activity: str) -> None:
    plans, rules = read_map(theme, EVERYWHERE, Silent()), load_rules()
    for step in range(8):
        middle = np.array(ORIGIN) + (12 * step, 20 + 15 * np.sin(step))
        shape = shapely.box(*(middle - 9), *(middle + 9))
        site = site_table((activity, shape, {"hoogte_m": 9.0}))
        told = judge_on_map(site, plans, rules, Settings(), Silent())
        fresh = judge_fresh(site, theme)
        for name, columns in told._asdict().items():
            pd.testing.assert_frame_equal(pd.DataFrame(columns), getattr(fresh, name))


def test_sites_together_get_what_each_gets_alone(theme: Theme) -> None:
    shapes = [
        shapely.box(ORIGIN[0] + x, ORIGIN[1] + y, ORIGIN[0] + x + 18, ORIGIN[1] + y + 18)
        for x, y in ((0, 0), (25, 10), (60, 20), (85, 5))
    ]
    kinds = ("station_hs_ms", "woningbouw", "station_hs_ms", "batterij")
    together = site_table(*((kind, shape, {}) for kind, shape in zip(kinds, shapes)))
    whole = judge_fresh(together, theme)
    for number in range(len(shapes)):
        alone = judge_fresh(together.where(np.arange(len(shapes)) == number), theme)
        assert whole.output.iloc[number].equals(alone.output.iloc[0])
        for name in ("findings", "constraints"):
            table = getattr(whole, name)
            own = table[table["locatie"] == f"locatie {number}"].reset_index(drop=True)
            pd.testing.assert_frame_equal(own, getattr(alone, name))


def test_an_empty_map_is_no_plan() -> None:
    site = site_table(("batterij", shapely.box(*ORIGIN, ORIGIN[0] + 9, ORIGIN[1] + 9), {}))
    told = judge_on_map(site, PlanMap.empty(), load_rules(), Settings(), Silent())
    assert told.output["plan_oordeel"].tolist() == ["onbekend"]
