"""What would make it fit, on the small net (18 MW free at NOORD, ample above)."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from rev_plugin.core.grid.options import COLUMNS, find_options
from rev_plugin.core.model import Settings, Silent

from .small_net import area_features, area_row, site_features

BIG = {"capaciteit_mw": 900.0, "benodigd_mw": 100.0, "wachtrij_mw": 0.0}
HOMES = {"activiteit": "woningbouw", "woningen": 12_000, "warmteoplossing": "all_electric",
         "laadpunten_per_woning": 0.5, "jaar": 2027}  # fmt: skip


def find(rules, site, *areas):
    rows = areas or (area_row("NOORD"), area_row("OOST"), area_row("TENNET", **BIG))
    sites = site_features(site, at=(100, 100))
    return find_options(sites, area_features(*rows), rules, Settings(), Silent())


@pytest.fixture(scope="module")
def homes(certain):
    """The options for far too many homes."""
    return find(certain, HOMES).set_index("optie")


def test_what_fits_needs_no_options(certain):
    table = find(certain, {**HOMES, "woningen": 100})
    assert list(table.columns) == list(COLUMNS)
    assert table["optie"].tolist() == ["als gepland"]
    assert table["past"].tolist() == [True]


def test_every_option_goes_through_the_same_code(homes):
    table = homes
    assert not table.loc["als gepland", "past"]  # 12 000 homes ask some 33 MW
    heat = table.loc["andere warmteoplossing"]
    assert heat["wijziging"] == "warmtenet"
    assert "warmtebron" in heat["voorwaarde"]
    assert heat["vraag_midden_mw"] < table.loc["als gepland", "vraag_midden_mw"]
    assert table.loc["slim laden", "vraag_midden_mw"] < table.loc["als gepland", "vraag_midden_mw"]
    assert table.loc["ander voedingsgebied", "voedingsgebied"] == "OOST"
    assert table.loc["als gepland", "extra_msr"] == 69  # 12 000 / 175
    assert (table["extra_ruimte_m2"].dropna() > 0).all()
    assert heat["extra_waarvoor"] == (
        "warmtestation (grootte onbekend), 69 middenspanningsruimten (1.035 m²)"
    )
    assert table.loc["batterij", "extra_ruimte_m2"] == 1200 + 69 * 15


def test_less_programme_is_the_largest_that_fits(certain, homes):
    table = homes
    share = float(table.loc["kleiner programma", "wijziging"].split("%")[0]) / 100
    assert table.loc["kleiner programma", "past"]
    one_step_more = find(certain, {**HOMES, "woningen": int(12_000 * (share + 0.05))})
    assert not one_step_more["past"][0]


def test_less_existing_demand_in_the_area(certain):
    site = {"activiteit": "datacenter", "vermogen_mw": 22.0}
    table = find(certain, site).set_index("optie")
    less = table.loc["minder bestaande vraag"]
    assert less["past"]
    assert less["vraag_midden_mw"] == pytest.approx(22 * 0.8)


def test_where_the_operator_says_no_size_does_not_help(certain):
    red = area_row("NOORD", status="rood", jaar_opgelost=2033)
    other = area_row("OOST", status="rood")
    table = find(certain, HOMES, red, other, area_row("TENNET", **BIG)).set_index("optie")
    assert not table["past"].any()
    assert set(table.loc[["kleiner programma", "batterij"], "net_oordeel"]) == {"nee"}
    assert table.loc["later jaar", "jaar"] == 2033
    assert "laat hier nu geen nieuwe aanvraag toe" in table.loc["geen", "toelichting"]
    assert table.loc["geen", "toelichting"].endswith("Op zijn vroegst vanaf 2033.")


def test_a_neighbouring_area_with_room_is_found(certain):
    red = area_row("NOORD", status="rood", jaar_opgelost=2033)
    site = {**HOMES, "woningen": 1000}
    table = find(certain, site, red, area_row("OOST"), area_row("TENNET", **BIG)).set_index("optie")
    assert table.loc["ander voedingsgebied", "past"]
    assert "ruimtelijke kant" in table.loc["ander voedingsgebied", "voorwaarde"]


def test_every_neighbour_is_tried_where_the_operator_says_no(certain):
    """ZUID touches NOORD but is full; OOST has room, and a farther one has none again."""
    red = area_row("NOORD", status="rood", jaar_opgelost=2033)
    rows = (red, area_row("OOST"), area_row("ZUID", status="rood", bovenliggend="TENNET"))
    site = {**HOMES, "woningen": 1000, "vorm": shapely.box(100, 600, 200, 700)}
    table = find(certain, site, *rows, area_row("TENNET", **BIG)).set_index("optie")
    other = table.loc["ander voedingsgebied"]
    assert (other["past"], other["voedingsgebied"]) == (True, "OOST")
    assert "hoogspanning" in table.loc["later jaar", "voorwaarde"]


def test_of_neighbours_without_room_the_nearest_is_shown(certain):
    red = {"status": "rood", "bovenliggend": "TENNET"}
    rows = (area_row("NOORD", **red), area_row("OOST", **red), area_row("ZUID", **red))
    table = find(certain, HOMES, *rows, area_row("TENNET", **BIG)).set_index("optie")
    assert table.loc["ander voedingsgebied", "voedingsgebied"] == "ZUID"


def test_a_flexible_contract_for_a_battery(certain):
    red = area_row("NOORD", status="rood", jaar_opgelost=2033)
    site = {"activiteit": "batterij", "vermogen_mw": 5.0}
    areas = (red, area_row("NOORD", "invoeding"), area_row("TENNET", **BIG),
             area_row("TENNET", "invoeding", **BIG))  # fmt: skip
    table = find(certain, site, *areas).set_index("optie")
    assert table.loc["flexibel contract", "past"]
    assert table.loc["flexibel contract", "net_oordeel"] == "krap"


def test_a_station_has_no_options(certain):
    assert not len(find(certain, {"activiteit": "station_ts_ms", "mva": 40.0}))


def test_none_found_is_said(certain):
    full = area_row("NOORD", capaciteit_mw=1.0)
    table = find(certain, HOMES, full, area_row("TENNET", **BIG)).set_index("optie")
    assert "Geen van de doorgerekende wijzigingen" in table.loc["geen", "toelichting"]
    assert np.isnan(table.loc["geen", "vraag_midden_mw"])
