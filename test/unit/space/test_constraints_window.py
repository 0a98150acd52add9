"""The warm window gives what a full run gives, at every step of a drag."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import shapely
from space_themes import sites, theme

from rev_plugin.core.model import Bounds, Features, Settings, Silent, Theme
from rev_plugin.core.rules import Rules
from rev_plugin.core.space import lookup
from rev_plugin.core.space.constraints import find_constraints
from rev_plugin.core.space.window import Window

CENTRE = np.array([100_000.0, 450_000.0])
BOUNDS: Bounds = (97_000.0, 447_000.0, 103_000.0, 453_000.0)


@pytest.fixture(scope="module")
def themes() -> dict[str, Theme]:
    """A seeded landscape in WKB: houses, nature with a hole, lines, points, an empty layer."""
    rng = np.random.default_rng(3)
    places = CENTRE + rng.uniform(-2500, 2500, (800, 2))
    houses = shapely.box(places[:, 0], places[:, 1], places[:, 0] + 9, places[:, 1] + 7)
    use = [("woonfunctie", "industriefunctie", "", None, "1000")[n % 5] for n in range(800)]
    nature = shapely.Point(CENTRE).buffer(700, quad_segs=80)
    nature = nature.difference(shapely.Point(CENTRE).buffer(200, quad_segs=40))
    steps = np.cumsum(rng.normal(0, 40, (4, 300, 2)), axis=1)
    lines = shapely.linestrings(CENTRE + steps)
    return {
        "bebouwing": theme("bebouwing", houses, gebruiksdoel=use, wkb=True, chunk=300),
        "natura2000": theme("natura2000", [nature], wkb=True, accuracy=5.0),
        "buisleidingen": theme("buisleidingen", lines, wkb=True),
        "spoor": theme("spoor", []),
        "water": theme("water", [None, shapely.Polygon()]),
        "stations": theme("stations", [shapely.Point(CENTRE + 400)]),
    }


def place(middle: np.ndarray, activity: str = "station_hs_ms", name: str = "hier") -> Features:
    shape = shapely.box(*(middle - 60), *(middle + 60))
    return sites((name, activity, shape), mva=[80.0], tiphoogte_m=[150.0])


@pytest.mark.parametrize("handful", [1, 64])  # ask the tree what is nearest, or do not
def test_a_drag_gives_what_full_runs_give(
    themes: dict[str, Theme], rules: Rules, monkeypatch: pytest.MonkeyPatch, handful: int
) -> None:
    monkeypatch.setattr(lookup, "FEW", 180)  # houses in trees, the rest box by box
    monkeypatch.setattr(lookup, "HANDFUL", handful)
    window = Window(themes, rules, Settings(), BOUNDS, Silent())
    steps = []
    for step in range(30):
        middle = CENTRE + (40 * step - 600, 300 * np.sin(step / 4.5))
        kind = ("station_hs_ms", "woningbouw", "windturbine")[step % 3]
        steps.append(place(middle, kind, f"stap {step}"))
    every = Features(
        np.concatenate([site.geometry for site in steps]),
        pd.concat([site.table for site in steps], ignore_index=True),
    )
    full = find_constraints(every, themes, rules, Settings(), Silent())
    assert set(full["locatie"]) == set(every.table["naam"])
    for step, site in enumerate(steps):
        assert window.holds(site)
        own = full[full["locatie"] == f"stap {step}"].reset_index(drop=True)
        pd.testing.assert_frame_equal(pd.DataFrame(window.find(site)), own)


def test_window_knows_what_it_holds(themes: dict[str, Theme], rules: Rules) -> None:
    window = Window(themes, rules, Settings(), BOUNDS, Silent())
    assert window.holds(place(CENTRE + 1900))
    assert not window.holds(place(CENTRE + 2000))  # 1 000 m of reach leaves the window
    assert not window.holds(sites(("leeg", "woningbouw", None)))
