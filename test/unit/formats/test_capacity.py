"""Capacity figures: from the published files of Katwijk, and what is no capacity at all."""

from __future__ import annotations

import numpy as np
import pytest
from capacity_files import FIGURES, one, write

from rev_plugin.core.model import InputError
from rev_plugin.formats.capacity_map import read_capacity


def test_a_folder_without_figures_is_an_error(tmp_path):
    write(tmp_path, "a.json", [1, 2])
    with pytest.raises(InputError, match="geen JSON met netcijfers"):
        read_capacity(tmp_path)


def test_katwijk_as_published(real_data):
    data = read_capacity(real_data / "katwijk/grid/netgebieden_liander.json")
    assert len(data.areas) == 8 * 4  # regional and TenneT, two directions each
    offtake = one(data, "OS KATWIJK 10-2i", "afname")
    assert offtake[FIGURES].tolist() == [44, 22, 2.4]
    assert (offtake["jaar_opgelost"], offtake["status"]) == (2031, "onbekend")
    above = one(data, "TenneT boven OS KATWIJK 10-2i", "afname", "tennet")
    assert (above["status"], above["jaar_opgelost"]) == ("rood", 2034)
    feed_in = one(data, "OS KATWIJK 10-2i", "invoeding")
    assert feed_in[FIGURES[:2]].tolist() == [84, 3]
    assert np.isnan(feed_in["wachtrij_mw"])  # the source field repeats a count
    assert any("queueInjection is in alle 8 gebieden" in line for line in data.log)
    blank = one(data, "OS NIEUW VENNEP 10-1i", "afname")
    assert blank[FIGURES[:2]].isna().all()


def test_map_layer_with_colour_codes(real_data):
    data = read_capacity(real_data / "katwijk/grid/netgebieden.gpkg")
    assert one(data, "OS SASSENHEIM 10-2i", "afname")["status"] == "rood"
    assert one(data, "OS SASSENHEIM 10-2i", "invoeding")["status"] == "geel"
    assert one(data, "OS ZOETERWOUDE 10-2i", "afname")["status"] == "geel"
    assert one(data, "OS LEIDERDORP 10-1i", "afname")["wachtrij_mw"] == pytest.approx(2.7283)
    assert np.isnan(one(data, "OS SASSENHEIM 10-1i", "afname")["wachtrij_mw"])


@pytest.mark.parametrize(
    ("raw", "words"),
    [(b"[" * 100_000, "te diep genest"), (b"{", "geen volledige JSON"),
     ('{"naam": "Café"}'.encode("cp1252"), "als UTF-8"), (b"", "geen volledige JSON")],
)  # fmt: skip
def test_broken_or_hostile_json_is_refused_by_name(tmp_path, raw, words):
    path = tmp_path / "a.json"
    path.write_bytes(raw)
    with pytest.raises(InputError, match=f"a.json: .*{words}"):
        read_capacity(path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", "{"),
        ("a.json", "[1, 2]"),
        ("a.json", '{"energy_areas": []}'),
        ("a.csv", "naam;x\nA;1\n"),
        ("a.csv", ""),
        ("a.gpkg", "geen database"),
    ],
)
def test_what_is_not_capacity_is_an_error_that_names_the_file(tmp_path, name, content):
    path = write(tmp_path, name, content)
    with pytest.raises(InputError, match=name):
        read_capacity(path)


def test_a_missing_file_is_an_error(tmp_path):
    with pytest.raises(InputError, match="bestaat niet"):
        read_capacity(tmp_path / "weg.json")
