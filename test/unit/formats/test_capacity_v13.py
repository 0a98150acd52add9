"""Capacity figures in the form of the capaciteitskaart v1.3: status, works, queue, every field."""

from __future__ import annotations

import gzip
import json

import numpy as np
import pandas as pd
import pytest
from capacity_files import FIGURES, area_v13, one, v13, write

from rev_plugin.core.columns import AREA, POSTCODE_AREA
from rev_plugin.core.model import InputError
from rev_plugin.formats import json_file
from rev_plugin.formats.capacity_fields import Fields
from rev_plugin.formats.capacity_map import read_capacity
from rev_plugin.formats.capacity_v13 import AREA as AREA_FIELDS
from rev_plugin.formats.capacity_v13 import HEAD


def test_official_regional_example(real_data):
    path = real_data / "formats/capaciteitskaart-v1.3/im_capaciteitskaart_dso-20250110.json"
    data = read_capacity(path)
    assert list(data.areas.columns) == [column.name for column in AREA]
    assert list(data.postcodes.columns) == [column.name for column in POSTCODE_AREA]
    row = one(data, "OS FICTIEF 20-3i", "afname")
    assert row[FIGURES].tolist() == [47, 58, 3]
    assert (row["jaar"], row["peildatum"]) == (2025, "2025-01-10")
    assert row["bovenliggend"] == "OS FICTIEF1"
    assert "2026-K1: WO#_1234" in row["werken"]
    assert "2026-K3: WO#_4321" in row["werken"]
    colours = data.postcodes.set_index("postcode")
    assert colours["status_afname"].to_dict() == {
        "1234AC": "oranje", "1234AD": "rood", "1234AE": "geel",
    }  # fmt: skip
    assert colours["status_invoeding"]["1234AE"] == "transparant"


def test_official_tennet_example(real_data):
    path = real_data / "formats/capaciteitskaart-v1.3/im_capaciteitskaart_tso-20250120.json"
    data = read_capacity(path)
    assert set(data.areas["niveau"]) == {"tennet"}
    offtake = one(data, "OS FICTIEF1", "afname", "tennet")
    feed_in = one(data, "OS FICTIEF1", "invoeding", "tennet")
    assert (offtake["bovenliggend"], offtake["status"]) == ("Drenthe", "oranje")
    assert feed_in["bovenliggend"] == "GDO, Noordelijk Deelgebied"
    assert feed_in["status"] == "transparant"
    assert offtake["jaar_opgelost"] == 2030


def test_the_official_examples_together_with_their_schema(real_data):
    """A folder: the regional file finds its parent in TenneT's; what has no figures is named."""
    data = read_capacity(real_data / "formats/capaciteitskaart-v1.3")
    own = one(data, "OS FICTIEF 20-3i", "afname")
    above = one(data, own["bovenliggend"], "afname", "tennet")
    assert (above["bovenliggend"], above["capaciteit_mw"]) == ("Drenthe", 470)
    assert any(line.startswith("Overgeslagen") and "schema.json" in line for line in data.log)
    assert len(data.areas) == 8


@pytest.mark.parametrize(
    ("word", "status"),
    [("orange", "oranje"), ("RED ", "rood"), ("green", "transparant"), (3, "rood"),
     ("3.0", "rood"), ("paars", "onbekend")],
)  # fmt: skip
def test_colours_in_other_words(tmp_path, word, status):
    data = read_capacity(write(tmp_path, "a.json", v13(area_v13(demand_constraint=word))))
    assert one(data, "A", "afname")["status"] == status


@pytest.mark.parametrize(
    ("cell", "year"),
    [("2031-12-31", 2031), ("31-12-2031", 2031), ("Q4 2031", 2031), ("2031-Q4", 2031),
     (2031.0, 2031), ("2031 - 2033", None), ("na 2035", None), ("ooit", None)],
)  # fmt: skip
def test_the_year_of_a_date_or_quarter(tmp_path, cell, year):
    data = read_capacity(write(tmp_path, "a.json", v13(area_v13(demand_alleviation_year=cell))))
    found = one(data, "A", "afname")["jaar_opgelost"]
    assert pd.isna(found) if year is None else found == year


def test_day_before_year_dates_the_figures(tmp_path):
    data = read_capacity(write(tmp_path, "a.json", v13(area_v13(), issued="01-07-2026")))
    assert one(data, "A", "afname")["jaar"] == 2026


def test_packed_json_is_read_up_to_a_size(tmp_path, monkeypatch):
    path = tmp_path / "A.JSON.GZ"
    raw = gzip.compress(json.dumps(v13(area_v13())).encode())
    path.write_bytes(raw)
    assert one(read_capacity(path), "A", "afname")["capaciteit_mw"] == 44
    path.write_bytes(raw[:-20])
    with pytest.raises(InputError, match="niet te lezen .*Haal het opnieuw op"):
        read_capacity(path)
    path.write_bytes(gzip.compress(b" " * 5000))
    monkeypatch.setattr(json_file, "MOST_BYTES", 4000)
    with pytest.raises(InputError, match="groter dan 1 GB"):
        read_capacity(path)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_json_in_other_encodings(tmp_path, encoding):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(v13(area_v13(description="Café"))), encoding=encoding)
    assert one(read_capacity(path), "A", "afname")["capaciteit_mw"] == 44


def test_v13_status_of_the_area_and_of_its_postcodes(tmp_path):
    postcode = {"postcode": "1234 ab", "demand_constraint": "yellow",
                "generation_constraint": "transparant", "substation_short_code": "T1"}  # fmt: skip
    areas = (
        {"short_code": "A", "works": [], "demand_constraint": "amber"},
        {"short_code": "B", "works": [], "postcode_areas": [postcode]},
        {"short_code": "C", "works": []},
    )
    data = read_capacity(write(tmp_path, "a.json", v13(*areas)))
    assert [one(data, c, "afname")["status"] for c in "ABC"] == ["oranje", "geel", "onbekend"]
    assert data.postcodes["postcode"].tolist() == ["1234AB"]
    assert one(data, "A", "afname")["netbeheerder"] == "Netbedrijf"


def test_v13_no_requests_is_no_queue(tmp_path):
    area = {"short_code": "A", "works": [], "demand_requests_in_queue": 0}
    data = read_capacity(write(tmp_path, "a.json", v13(area)))
    assert one(data, "A", "afname")["wachtrij_mw"] == 0
    assert np.isnan(one(data, "A", "invoeding")["wachtrij_mw"])


def test_v13_works_by_date_and_by_quarter(tmp_path):
    def work(name, **interval):
        return {"project_name": name, "time_schedules": [{"schedule_interval": interval}]}

    works = [work("W1", end="2031-05-01"), work("W2", year=2029, quarter=4), work("W3")]
    works.append({**work("W4", year=2027), "status_kind": "cancelled"})
    data = read_capacity(write(tmp_path, "a.json", v13({"short_code": "A", "works": works})))
    assert one(data, "A", "afname")["werken"] == "2029-K4: W2 | 2031-K2: W1 | onbekend: W3"
    assert any("W4" in line and "cancelled" in line for line in data.log)
    assert any("W3: geen jaar" in line for line in data.log)


def test_v13_unknown_fields_and_missing_codes_are_named(tmp_path):
    areas = ({"short_code": "A", "works": [], "extra": 1}, {"works": []})
    data = read_capacity(write(tmp_path, "a.json", v13(*areas)))
    assert any("A: onbekende velden extra" in line for line in data.log)
    assert any("Gebied 2 heeft geen short_code" in line for line in data.log)


def test_every_field_of_the_official_schema_is_accounted_for(real_data):
    """Whatever v1.3 allows is used, or known and left alone; nothing is unheard of."""
    path = real_data / "formats/capaciteitskaart-v1.3/im_capaciteitskaart.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))

    def fields(node: dict, known: Fields, prefix: str = ""):
        node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]] if "$ref" in node else node
        for name, below in node.get("properties", {}).items():
            yield f"{prefix}{name}"
            if f"{prefix}{name}" in known.used:
                yield from fields(below.get("items", below), known, f"{prefix}{name}.")

    properties = dict(schema["properties"])
    area = properties.pop("energy_areas")["items"]
    for node, known in (({"properties": properties}, HEAD), (area, AREA_FIELDS)):
        assert sorted(fields(node, known)) == sorted(known.used | known.unused)


@pytest.mark.parametrize(
    "name",
    ["formats/capaciteitskaart-v1.3/im_capaciteitskaart_dso-20250110.json",
     "formats/capaciteitskaart-v1.3/im_capaciteitskaart_tso-20250120.json",
     "katwijk/grid/netgebieden_liander.json"],
)  # fmt: skip
def test_published_files_have_no_unheard_of_fields(real_data, name):
    log = " ".join(read_capacity(real_data / name).log)
    assert "Niet gebruikte velden: " in log
    assert "nbekende velden" not in log


def test_v13_unknown_fields_deep_inside_are_named(tmp_path):
    work = {"project_name": "W", "time_schedules": [{"schedule_interval": {"year": 2029}, "x": 1}]}
    postcode = {"postcode": "1234AB", "kleur": 1}
    area = {"short_code": "A", "works": [work], "postcode_areas": [postcode], "m_rid": "1"}
    log = read_capacity(write(tmp_path, "a.json", v13(area, uitgever="x", updated=[]))).log
    assert (
        "A: onbekende velden postcode_areas.kleur, works.time_schedules.x zijn niet gebruikt."
        in log
    )
    assert "Het bestand: onbekende velden uitgever zijn niet gebruikt." in log
    assert "Niet gebruikte velden: identifier, updated, energy_areas.m_rid." in log


def test_the_worst_of_an_area_and_its_postcodes_counts(tmp_path):
    postcode = {"postcode": "1234AB", "demand_constraint": "red"}
    area = {"short_code": "A", "works": [], "demand_constraint": "yellow",
            "postcode_areas": [postcode]}  # fmt: skip
    data = read_capacity(write(tmp_path, "a.json", v13(area)))
    assert one(data, "A", "afname")["status"] == "rood"


@pytest.mark.parametrize("junk", [None, "x", 3.5, [1, "x"], {"a": 1}, True])
@pytest.mark.parametrize(
    "field", ["works", "postcode_areas", "demand_available_capacity", "demand_requests_in_queue"]
)
def test_v13_parts_of_another_form_are_left_out(tmp_path, field, junk):
    area = {"short_code": "A", "works": [], field: junk}
    data = read_capacity(write(tmp_path, "a.json", v13(area, valid=junk)))
    assert set(data.areas["gebied_id"]) == {"A"}
    assert not (data.areas["capaciteit_mw"] > 4).any()
