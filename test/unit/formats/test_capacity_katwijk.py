"""The net of Katwijk from the published files to the verdict, as they are."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
import shapely
from osgeo import ogr

from rev_plugin.core.grid.demand import estimate_demand
from rev_plugin.core.grid.headroom import project_headroom
from rev_plugin.core.grid.netfit import judge_net
from rev_plugin.core.model import Features, Settings, Silent
from rev_plugin.formats.capacity_map import join_areas, merge_capacity, read_capacity

AREA = "OS KATWIJK 10-2i"
JULY = Settings(reference_date=date(2026, 7, 15))


def features(path) -> Features:
    source = ogr.Open(str(path))
    shapes, rows = [], []
    for number in range(source.GetLayerCount()):
        for feature in source.GetLayerByIndex(number):
            shapes.append(shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb())))
            rows.append(feature.items())
    geometry = np.empty(len(shapes), dtype=object)
    geometry[:] = shapes
    return Features(geometry, pd.DataFrame(rows))


@pytest.fixture(scope="module")
def areas(real_data) -> Features:
    folder = real_data / "katwijk/grid"
    parts = [
        read_capacity(folder / name) for name in ("netgebieden_liander.json", "netgebieden.gpkg")
    ]
    outlines = features(folder / "netgebieden.gpkg")
    return join_areas(merge_capacity(parts), outlines, "voedingsgebied_id", Silent())


@pytest.fixture(scope="module")
def net(real_data, areas, rules) -> pd.DataFrame:
    sites = features(real_data / "katwijk/locaties.geojson")
    towns = features(real_data / "katwijk/admin/gemeenten.gpkg")
    demand = estimate_demand(sites, rules, JULY)
    table = judge_net(sites, demand, areas, rules, JULY, Silent(), municipalities=towns)
    return table.set_index(sites.table["naam"])


@pytest.mark.real
def test_no_until_the_years_of_both_operators_with_both_voices(net):
    row = net.loc["Valkenhorst noord"]
    assert (row["net_oordeel"], row["net_oordeel_afname"]) == ("nee", "nee")
    assert (row["jaar_opgelost_rnb"], row["jaar_opgelost_tennet"]) == (2031, 2034)
    assert row["voedingsgebied"] == AREA
    assert row["wachtrij_mw"] == 2.4
    assert row["eerste_jaar"] == 2034
    assert "een knelpunt tot 2031 (Liander) en rood, opgelost in 2034 (TenneT)" in row["net_reden"]
    assert "44 MW aanwezig, 22 MW benodigd, 2,4 MW in de wachtrij" in row["net_reden"]
    assert "de melding gaat voor" in row["net_reden"]
    assert row["gemeenten"].startswith("Katwijk")


@pytest.mark.real
def test_a_border_that_was_worked_out_is_marked_as_estimated(net, areas):
    assert net.loc["Valkenhorst noord", "net_geschat"]
    table = areas.table.set_index("gebied_id")
    assert not table.loc["OS LEIDERDORP 10-1i", "geschat"].any()


@pytest.mark.real
def test_arithmetic_looks_spacious(areas, rules):
    table = project_headroom(areas, (2026, 2031), rules, JULY, Silent())
    own = table.query("gebied_id == @AREA and richting == 'afname'").set_index("jaar")
    # contracts count for 50 to 100 %: from 44 - 22 - 2.4 to 44 - 11 MW
    assert 19.6 < own["netruimte_laag_mw"][2026] < own["netruimte_hoog_mw"][2026] < 33
    assert own["netruimte_midden_mw"].isna()[2031]  # the work of 2031 has no MW
    assert set(own["eerste_jaar"]) == {2034}


@pytest.mark.real
def test_feed_in_is_unknown_because_the_queue_is(net):
    row = net.loc["Zonneveld polder"]
    assert (row["net_oordeel"], row["richting_bepalend"]) == ("onbekend", "invoeding")
    assert "84 MW aanwezig, 3 MW benodigd, wachtrij onbekend" in row["net_reden"]
    assert np.isnan(row["kans_netruimte"])


@pytest.mark.real
def test_stations_ask_tennet_and_the_dunes_lie_outside(net):
    stations = net[net.index.str.startswith("Station")]
    assert set(stations["net_oordeel"]) == {"nee"}
    assert set(stations["beperkend_niveau"]) == {"tennet"}
    assert net.loc["Windturbine duinrand", "net_oordeel"] == "onbekend"


@pytest.mark.real
def test_the_heat_network_of_valkenhorst_zuid_keeps_its_demand_low(real_data, rules):
    sites = features(real_data / "katwijk/locaties.geojson")
    demand = estimate_demand(sites, rules, JULY).set_index("locatie")
    row = demand.loc["Valkenhorst zuid"]
    # 2 200 homes and 1 100 cars: 1.7 kW per home with a heat network (ETSource curves)
    assert row["vraag_midden_mw"] / 2.2 == pytest.approx(1.6, abs=0.15)
    assert 0 < row["vraag_laag_mw"] < row["vraag_midden_mw"] < row["vraag_hoog_mw"]
