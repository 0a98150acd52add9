"""Capacity figures in the JSON of the web service: numbers, codes and works as it writes them."""

from __future__ import annotations

import numpy as np
import pytest
from capacity_files import FIGURES, one, record, write

from rev_plugin.formats.capacity_map import read_capacity


def test_service_numbers_are_text(tmp_path):
    values = {
        "existingTransportCapacityWithdrawal": "44 MW",
        "requiredTransportCapacityWithdrawal": "22,5 MW",
        "queueWithdrawal": "-",
        "yearSolvedWithdrawal": "2031",
    }
    data = read_capacity(write(tmp_path, "a.json", {"A": record(**values)}))
    row = one(data, "OS A", "afname")
    assert row[FIGURES[:2]].tolist() == [44, 22.5]
    assert np.isnan(row["wachtrij_mw"])
    assert row["jaar_opgelost"] == 2031


@pytest.mark.parametrize("cell", ["veel MW", "-4 MW", "4 kWh", "> 10", "10-20 MW"])
def test_bad_numbers_are_named_and_unknown(tmp_path, cell):
    content = {"A": record(existingTransportCapacityWithdrawal=cell)}
    data = read_capacity(write(tmp_path, "a.json", content))
    assert np.isnan(one(data, "OS A", "afname")["capaciteit_mw"])
    assert any("OS A, existingTransportCapacityWithdrawal" in line for line in data.log)


@pytest.mark.parametrize(
    ("cell", "megawatt"),
    [("44MW", 44), ("44,5 MW", 44.5), ("1.234,5", 1234.5), ("1 234 MW", 1234), ("500 kW", 0.5),
     ("0,044 GW", 44), (1e-5, 1e-5), ("0.950", 0.95), ("0", 0)],
)  # fmt: skip
def test_numbers_as_people_write_them(tmp_path, cell, megawatt):
    content = {"A": record(existingTransportCapacityWithdrawal=cell)}
    data = read_capacity(write(tmp_path, "a.json", content))
    assert one(data, "OS A", "afname")["capaciteit_mw"] == pytest.approx(megawatt)


def test_one_dot_that_may_mean_two_things_is_unknown(tmp_path):
    content = {"A": record(existingTransportCapacityWithdrawal="1.084 MW")}
    data = read_capacity(write(tmp_path, "a.json", content))
    assert np.isnan(one(data, "OS A", "afname")["capaciteit_mw"])
    assert any('"1.084" kan 1084 of 1,084 zijn' in line for line in data.log)
    content["B"] = record("OS B", existingTransportCapacityWithdrawal="2.4 MW")
    data = read_capacity(write(tmp_path, "b.json", content))
    assert one(data, "OS A", "afname")["capaciteit_mw"] == 1.084


def test_a_queue_that_differs_from_the_count_is_used(tmp_path):
    content = {
        "A": record("OS A", queueInjection="6 MW", uniqueRequestsWithdrawal="6"),
        "B": record("OS B", queueInjection="7.5 MW", uniqueRequestsWithdrawal="9"),
    }
    data = read_capacity(write(tmp_path, "a.json", content))
    assert one(data, "OS B", "invoeding")["wachtrij_mw"] == 7.5


def test_service_status_zero_is_room_and_minus_one_is_not_coloured(tmp_path):
    content = {
        "A": record("OS A", tennetWithdrawalMax=0),
        "B": record("OS B", tennetWithdrawalMax=-1),
        "C": record("OS C", tennetWithdrawalMax=7),
    }
    data = read_capacity(write(tmp_path, "a.json", content))
    words = [one(data, f"TenneT boven OS {c}", "afname", "tennet")["status"] for c in "ABC"]
    assert words == ["transparant", "onbekend", "onbekend"]
    assert any('kleur "7"' in line for line in data.log)


@pytest.mark.parametrize("code", [" OS A ", "OS A/", "/ OS  A", "OS A / "])
def test_loose_spaces_and_slashes_around_a_code_are_named(tmp_path, code):
    content = {"A": record(code, existingTransportCapacityWithdrawal="44 MW")}
    data = read_capacity(write(tmp_path, "a.json", content))
    assert one(data, "OS A", "afname")["capaciteit_mw"] == 44
    assert any('is gelezen als "OS A"' in line for line in data.log) == (code.strip() != "OS A")


def test_service_works_that_are_done_or_dropped_do_not_count(tmp_path):
    works = [
        {"name": name, "gridOperatorType": "RNB", "year": year, "projectPhase": phase}
        for name, year, phase in (("W1", "2029", "cancelled"), ("W2", "2031", "approved"))
    ]
    data = read_capacity(write(tmp_path, "a.json", {"A": record("OS A", projects=works)}))
    assert one(data, "OS A", "afname")["werken"] == "2031: W2"
    assert any("W1" in line and "cancelled" in line for line in data.log)
