"""Zones per rule, for the eye: dissolved, cut to the extent, with their source."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from space_themes import theme

from rev_plugin.core.columns import ZONE
from rev_plugin.core.model import Cancelled, InputError, Silent
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.zones import constraint_zones

HOUSES = theme(
    "bebouwing",
    [shapely.box(0, 0, 10, 10), shapely.box(20, 0, 30, 10), shapely.box(900, 0, 910, 10)],
    gebruiksdoel=["woonfunctie", None, "industriefunctie"],
)
LINE = theme("spoor", [shapely.LineString([(0, 0), (1000, 0)])])


def test_zones_are_dissolved_per_rule(rules: Rules) -> None:
    layers = {"bebouwing": HOUSES, "spoor": LINE}
    zones = constraint_zones("station_hs_ms", {"mva": 80}, layers, rules, None, Silent())
    assert list(zones.table.columns) == [column.name for column in ZONE]
    by_rule = dict(zip(zones.table["regel"], zones.geometry))
    noise = by_rule["geluid_station_woning"]
    # Two houses 10 m apart, 50 m around each: one zone; the workshop is no sensitive building.
    assert len(shapely.get_parts(noise)) == 1
    assert noise.bounds == pytest.approx((-50, -50, 80, 60))
    assert by_rule["spoor_beperkingengebied"].bounds == pytest.approx((-11, -11, 1011, 11))
    row = zones.table.set_index("regel").loc["geluid_station_woning"]
    assert row["afstand_m"] == 50
    assert row["toelichting"].startswith("Gevoelig gebouw: richtafstand 50 m (oud stelsel")
    assert row["activiteit"] == "station_hs_ms"


def test_zones_are_cut_to_the_extent(rules: Rules) -> None:
    extent = (100.0, -100.0, 200.0, 100.0)
    zones = constraint_zones("woningbouw", {}, {"spoor": LINE}, rules, extent, Silent())
    assert list(zones.table["regel"]) == ["spoor_beperkingengebied"]
    assert zones.geometry[0].bounds == pytest.approx((100, -11, 200, 11))


def test_a_zone_reaches_in_from_outside_the_extent(rules: Rules) -> None:
    extent = (0.0, 5.0, 100.0, 100.0)
    zones = constraint_zones("woningbouw", {}, {"spoor": LINE}, rules, extent, Silent())
    assert zones.geometry[0].bounds == pytest.approx((0, 5, 100, 11))


def test_what_cannot_be_drawn_is_told(rules: Rules) -> None:
    silent = Silent()
    layers = {"bebouwing": HOUSES, "natura2000": theme("natura2000", [])}
    zones = constraint_zones("station_hs_ms", {"mva": np.nan}, layers, rules, None, silent)
    assert list(zones.table["regel"]) == ["magneetveld_station_woning"]
    told = "\n".join(silent.messages)
    assert "geluid_station_woning: mva ontbreekt" in told
    assert "spoor_beperkingengebied: spoor ontbreekt" in told
    assert "natura2000: hier ligt geen Natura 2000-gebied" in told


def test_a_line_without_distance_is_drawn_as_a_line(rules: Rules) -> None:
    dike = theme("waterkeringen", [shapely.LineString([(0, 0), (100, 0)])])
    zones = constraint_zones("woningbouw", {}, {"waterkeringen": dike}, rules, None, Silent())
    assert zones.geometry[0].bounds == pytest.approx((-1, -1, 101, 1))


def test_cancel_and_unknown_activity(rules: Rules) -> None:
    class Cancel(Silent):
        def check(self) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        constraint_zones("woningbouw", {}, {"spoor": LINE}, rules, None, Cancel())
    with pytest.raises(InputError, match="kasteel"):
        constraint_zones("kasteel", {}, {}, rules, None, Silent())
