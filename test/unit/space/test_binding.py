"""rev:reservations: claims against instruments, and developments over them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import shapely
from plan_builder import draw, item, plan, plans_theme, site_table, zone

from rev_plugin.core.columns import RESERVATION
from rev_plugin.core.model import Features, Settings, Silent
from rev_plugin.core.rules import load_rules
from rev_plugin.core.space.binding import built_over, judge_reservations, without_reservation

FIELD = draw("LLRR")
LEFT, RIGHT = FIELD["L"], FIELD["R"]
SITE = LEFT.union(RIGHT)
STATION = {"naam": "Station X", "activiteit": "station_ts_ms", "jaar": 2031}


def reserve(claims, *plans, developments=None):
    """The reservations of claims given as (geometry, columns)."""
    table = pd.DataFrame([columns for _, columns in claims])
    features = Features(np.array([shape for shape, _ in claims], dtype=object), table)
    rows = [row for rows in plans for row in rows]
    return judge_reservations(
        features,
        plans_theme(rows) if rows else None,
        load_rules(),
        Settings(),
        Silent(),
        developments,
    )


ADOPTER = "alleen de overheid die het vaststelt"
NAMED = plan(
    "bp", [zone("Agrarisch", SITE), item("Functieaanduiding", "transformatorstation", SITE)]
)
HALF = plan(
    "bp", [zone("Agrarisch", SITE), item("Functieaanduiding", "transformatorstation", LEFT)]
)
SILENT = plan("bp", [zone("Agrarisch", SITE)])


def test_the_plan_binds_everyone():
    row = reserve([(SITE, STATION)], NAMED).iloc[0]
    assert (row.ruimte_gereserveerd, row.aandeel) == ("ja", 1.0)
    assert (row.instrument, row.bindt, row.bindt_iedereen) == ("Omgevingsplan", "iedereen", True)
    assert row.vindplaats == '"transformatorstation" in bp'
    assert row.volgend_instrument is None
    assert "TNO" in row.bron


def test_half_in_the_plan_is_partly():
    row = reserve([(SITE, STATION)], HALF).iloc[0]
    assert (row.ruimte_gereserveerd, row.aandeel) == ("deels", 0.5)
    assert row.ontbreekt == "Leg ook de overige 50 % van de claim vast in het omgevingsplan."
    assert row.volgend_instrument == "Omgevingsplan"


@pytest.mark.parametrize(
    ("instrument", "word", "binds", "following"),
    [
        ("energievisie (verkenning)", "nee", "niemand", "Energievisie als programma"),
        ("energievisie als programma", "ja", ADOPTER, "Omgevingsplan"),
        ("omgevingsverordening", "ja", "de gemeenten in de provincie", "Omgevingsplan"),
        ("projectbesluit", "ja", "iedereen", None),
        (None, "nee", "niemand", "Energievisie als programma"),
    ],
)  # fmt: skip
def test_without_the_plan_the_claims_own_instrument_counts(instrument, word, binds, following):
    row = reserve([(SITE, {**STATION, "instrument": instrument})], SILENT).iloc[0]
    assert row.ruimte_gereserveerd == word
    assert row.bindt == binds
    assert row.volgend_instrument == following
    assert row.ontbreekt.endswith(".")
    assert row.plan_id is None


def test_no_plan_read_is_unknown_not_no():
    assert reserve([(SITE, STATION)]).iloc[0].ruimte_gereserveerd == "onbekend"
    partly = plan("bp", [zone("Agrarisch", LEFT)])
    assert reserve([(SITE, STATION)], partly).iloc[0].ruimte_gereserveerd == "onbekend"
    assert reserve([(LEFT, STATION)], partly).iloc[0].ruimte_gereserveerd == "nee"


def test_a_claim_of_another_kind_is_known_by_its_instrument_only():
    route = {"naam": "tracé", "activiteit": "kabel"}
    row = reserve([(SITE, route), (SITE, {**route, "instrument": "omgevingsvisie"})], NAMED)
    assert row["ruimte_gereserveerd"].tolist() == ["onbekend", "ja"]


def test_points_and_lines_are_claims_too():
    middle = LEFT.centroid
    line = shapely.LineString([(LEFT.bounds[0], middle.y), (SITE.bounds[2], middle.y)])
    found = reserve([(middle, {**STATION, "activiteit": "msr"}), (line, STATION)], HALF)
    assert found["ruimte_gereserveerd"].tolist() == ["ja", "deels"]
    assert found["aandeel"].iat[1] == pytest.approx(0.5, abs=0.03)


def test_developments_over_a_claim_are_named():
    # the dwellings take half of the room of the station; the station itself is no conflict
    sites = site_table(
        ("woningbouw", LEFT, {"naam": "Nieuwe wijk"}), ("station_ts_ms", SITE, {"naam": "Station"})
    )
    found = reserve([(SITE, STATION), (RIGHT, STATION)], NAMED, developments=sites)
    assert found["ontwikkelingen"].tolist() == ["Nieuwe wijk", None]
    assert len(built_over(found)) == 1


def test_the_list_of_what_nothing_reserves():
    found = reserve([(LEFT, STATION), (RIGHT, STATION)], HALF)
    assert without_reservation(found).index.tolist() == [1]


def test_no_claims_give_an_empty_table():
    nothing = Features(np.empty(0, dtype=object), pd.DataFrame({"naam": []}))
    found = judge_reservations(nothing, None, load_rules(), Settings(), Silent())
    assert len(found) == 0
    assert "ontbreekt" in found


def test_the_columns_are_those_of_the_contract():
    found = reserve([(SITE, {"naam": "kaal"})], SILENT)
    assert list(found.columns) == [column.name for column in RESERVATION]
