"""Capacity figures from every form in which they are published."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest
import shapely

from rev_plugin.core.columns import AREA, POSTCODE_AREA
from rev_plugin.core.model import Features, InputError, Silent
from rev_plugin.formats.capacity_fields import Fields
from rev_plugin.formats.capacity_map import (
    CapacityData,
    areas_from_postcodes,
    join_areas,
    join_postcodes,
    merge_capacity,
    read_capacity,
)
from rev_plugin.formats.capacity_v13 import AREA as AREA_FIELDS
from rev_plugin.formats.capacity_v13 import HEAD

FIGURES = ["capaciteit_mw", "benodigd_mw", "wachtrij_mw"]


def write(folder, name, content):
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def record(code="OS A", **values):
    """A record of the web service, all empty but for `values`."""
    names = [
        f"{stem}{side}"
        for stem in (
            "existingTransportCapacity", "requiredTransportCapacity", "queue", "uniqueRequests",
            "yearSolved", "tennetYearSolved",
        )
        for side in ("Withdrawal", "Injection")
    ]  # fmt: skip
    empty = dict.fromkeys(names, "-")
    return {"id": code, "name": code, "rnb": "Net", "projects": [], **empty,
            "tennetWithdrawalMax": 0, "tennetInjectionMax": 0, **values}  # fmt: skip


def one(data: CapacityData, code: str, direction: str, level: str = "rnb") -> pd.Series:
    rows = data.areas.query("gebied_id == @code and richting == @direction and niveau == @level")
    assert len(rows) == 1
    return rows.iloc[0]


def v13(*areas, **head):
    return {"conforms_to": "http://…/v1.3.0", "creator": "jan@netbedrijf.nl", "identifier": "i",
            "issued": "2026-03-01", "energy_areas": list(areas), **head}  # fmt: skip


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


def area_v13(**values):
    return {"short_code": "A", "demand_available_capacity": 44, **values}


def test_day_before_year_dates_the_figures(tmp_path):
    data = read_capacity(write(tmp_path, "a.json", v13(area_v13(), issued="01-07-2026")))
    assert one(data, "A", "afname")["jaar"] == 2026


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_json_in_other_encodings(tmp_path, encoding):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(v13(area_v13(description="Café"))), encoding=encoding)
    assert one(read_capacity(path), "A", "afname")["capaciteit_mw"] == 44


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


@pytest.mark.parametrize("junk", [None, "x", 3.5, [1, "x"], {"a": 1}, True])
@pytest.mark.parametrize(
    "field", ["works", "postcode_areas", "demand_available_capacity", "demand_requests_in_queue"]
)
def test_v13_parts_of_another_form_are_left_out(tmp_path, field, junk):
    area = {"short_code": "A", "works": [], field: junk}
    data = read_capacity(write(tmp_path, "a.json", v13(area, valid=junk)))
    assert set(data.areas["gebied_id"]) == {"A"}
    assert not (data.areas["capaciteit_mw"] > 4).any()


def test_csv_with_semicolons_and_decimal_commas(tmp_path):
    text = (
        "voedingsgebied_id;RNB;aanwezige_transportcapaciteit_afname;"
        "benodigde_transportcapaciteit_afname;unieke_verzoeken_afname;wachtrij_afname;"
        "voorspelde_capaciteit_afname;jaartal_opgelost_afname;"
        "aanwezige_transportcapaciteit_invoeding\n"
        " OS A/B 10-1i ;Net;44,5;22;6;2,4;18,25;2031;-\n"
        "0;Net;1;1;1;1;1;2031;1\n"
    )
    data = read_capacity(write(tmp_path, "voedingsgebieden.csv", text))
    row = one(data, "OS A/B 10-1i", "afname")
    assert row[FIGURES].tolist() == [44.5, 22, 2.4]
    assert row["belasting_lopend_jaar_mw"] == 18.25
    assert row["jaar_opgelost"] == 2031
    assert np.isnan(one(data, "OS A/B 10-1i", "invoeding")["capaciteit_mw"])
    assert set(data.areas["gebied_id"]) == {"OS A/B 10-1i"}


def test_csv_dots_between_thousands_where_decimals_have_a_comma(tmp_path):
    text = (
        "voedingsgebied_id;aanwezige_transportcapaciteit_afname;benodigde_transportcapaciteit_afname\n"
        "A;1.084;44,5\nB;1.084,25 MW;3\n"
    )
    data = read_capacity(write(tmp_path, "a.csv", text))
    assert one(data, "A", "afname")[FIGURES[:2]].tolist() == [1084, 44.5]
    assert one(data, "B", "afname")["capaciteit_mw"] == 1084.25
    plain = text.replace("44,5", "44.5").replace("1.084,25 MW", "7")
    data = read_capacity(write(tmp_path, "b.csv", plain))
    assert one(data, "A", "afname")[FIGURES[:2]].tolist() == [1.084, 44.5]


def test_csv_codes_with_dots_stay_as_they_are(tmp_path):
    text = "gebied_id;aanwezige_transportcapaciteit_afname\n1.084;44,5\n"
    data = read_capacity(write(tmp_path, "a.csv", text))
    assert one(data, "1.084", "afname")["capaciteit_mw"] == 44.5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [";", "\t"])
@pytest.mark.parametrize("note", ["", "sep=;\n"])
def test_csv_as_spreadsheets_save_it(tmp_path, encoding, separator, note):
    table = "GEBIED_ID;NAAM;Aanwezige_Transportcapaciteit_Afname;PEILDATUM\nA;Café;44,5;1-7-2026\n"
    path = tmp_path / "a.csv"
    path.write_text(note + table.replace(";", separator), encoding=encoding)
    row = one(read_capacity(path), "A", "afname")
    assert (row["naam"], row["capaciteit_mw"], row["jaar"]) == ("Café", 44.5, 2026)


def test_csv_with_a_column_twice_is_refused(tmp_path):
    text = "gebied_id;wachtrij_afname;wachtrij_afname\nA;2;99\n"
    with pytest.raises(InputError, match="kolom wachtrij_afname: de kolom staat er twee keer"):
        read_capacity(write(tmp_path, "a.csv", text))


def test_csv_decimal_commas_between_commas_are_refused(tmp_path):
    text = "voedingsgebied_id,aanwezige_transportcapaciteit_afname,wachtrij_afname\nA,44,5,2\n"
    with pytest.raises(InputError, match="rij 1.*meer cellen dan de kop"):
        read_capacity(write(tmp_path, "a.csv", text))


def test_csv_columns_that_are_not_used_are_named(tmp_path):
    text = "voedingsgebied_id;afname;opmerking;kleurcode\nA;0;x;1\n"
    data = read_capacity(write(tmp_path, "a.csv", text))
    assert "Niet gebruikte kolommen: kleurcode, opmerking." in data.log


def test_csv_of_postcodes(tmp_path):
    text = (
        "postcode;voedingsgebied_id;tennet_id;RNB_postcode;Gemeentecode;afname;opwek\n"
        "1234 AB;OS A;T1;Net;GM0001;3;0\n"
    )
    data = read_capacity(write(tmp_path, "congestie_pc6.csv", text))
    assert data.postcodes.to_dict("records") == [
        {"postcode": "1234AB", "gebied_id": "OS A", "tennet_station": "T1",
         "status_afname": "rood", "status_invoeding": "transparant"}
    ]  # fmt: skip


def test_station_table_n_minus_one_for_offtake_only(tmp_path):
    text = (
        "station;trafo_mva;cos_phi;piek_afname_mw;piek_invoeding_mw;uitbreiding_jaar;uitbreiding_mva\n"
        "A;3x40;0,9;50;10;2030;40\n"
        "B;40|66;;20;-;;\n"
    )
    data = read_capacity(write(tmp_path, "stations.csv", text))
    assert one(data, "A", "afname")["capaciteit_mw"] == pytest.approx(80 * 0.9)
    assert one(data, "A", "invoeding")["capaciteit_mw"] == pytest.approx(120 * 0.9)
    assert one(data, "A", "afname")["werken"] == "2030: Uitbreiding A (+36 MW)"
    assert one(data, "B", "afname")["capaciteit_mw"] == pytest.approx(40 * 0.95)
    assert np.isnan(one(data, "B", "invoeding")["benodigd_mw"])
    assert any(
        "B: cos φ niet opgegeven, gerekend met 0.95 (0.9 tot 1)" in line for line in data.log
    )
    assert list(data.areas["geschat"]) == [False, False, True, True]  # at best krap


@pytest.mark.parametrize("cell", ["veel", "0x40", "3x", "-40", "9999999999x40"])
def test_bad_transformers_are_an_error_with_its_place(tmp_path, cell):
    path = write(tmp_path, "stations.csv", f"station;trafo_mva\nA;{cell}\n")
    with pytest.raises(InputError, match="rij 1, kolom trafo_mva"):
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


def test_several_polygons_of_one_area_are_one_row(tmp_path):
    text = "voedingsgebied_id;afname;wachtrij_afname\nA;0;5\nA;3;5\nB;1;5\nB;1;6\n"
    data = read_capacity(write(tmp_path, "a.csv", text))
    assert one(data, "A", "afname")["wachtrij_mw"] == 5  # never 10
    assert one(data, "A", "afname")["status"] == "rood"
    assert np.isnan(one(data, "B", "afname")["wachtrij_mw"])
    assert any("B (afname) staat er 2 keer in" in line for line in data.log)


def shapes(**boxes) -> Features:
    geometry = np.empty(len(boxes), dtype=object)
    geometry[:] = list(boxes.values())
    return Features(geometry, pd.DataFrame({"code": list(boxes)}))


def two_areas(tmp_path) -> CapacityData:
    content = {"A": record("OS A"), "B": record("OS B/C 10-1i")}
    return read_capacity(write(tmp_path, "a.json", content))


def test_join_matches_exactly_then_plainly_then_without_a_remark(tmp_path):
    outlines = shapes(
        **{
            " os  a (afgeleid: gemeente min de rest) ": shapely.box(0, 0, 1, 1),
            "OS B / C 10-1i/": shapely.box(1, 0, 2, 1),
        }
    )
    feedback = Silent()
    joined = join_areas(two_areas(tmp_path), outlines, "code", feedback)
    assert list(joined.table.columns) == [column.name for column in AREA]
    assert not feedback.messages
    drawn = dict(zip(joined.table["gebied_id"], joined.geometry))
    assert drawn["OS A"].area == drawn["OS B/C 10-1i"].area == 1
    assert drawn["TenneT boven OS A"].equals(drawn["OS A"])


def test_join_unites_polygons_and_repairs_them(tmp_path):
    bow = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    geometry = np.array([bow, shapely.box(1, 0, 4, 2), None], dtype=object)
    outlines = Features(geometry, pd.DataFrame({"code": ["OS A", "OS A", "OS B/C 10-1i"]}))
    feedback = Silent()
    joined = join_areas(two_areas(tmp_path), outlines, "code", feedback)
    drawn = dict(zip(joined.table["gebied_id"], joined.geometry))
    assert drawn["OS A"].is_valid
    assert drawn["OS A"].area == pytest.approx(7)
    assert drawn["OS B/C 10-1i"] is None
    assert any("OS B/C 10-1i" in line for line in feedback.messages)


def test_join_names_polygons_of_one_area_that_overlap(tmp_path):
    parts = np.array([shapely.box(0, 0, 300, 100), shapely.box(200, 0, 400, 100)])
    outlines = Features(parts, pd.DataFrame({"code": ["OS A", "OS A"]}))
    feedback = Silent()
    joined = join_areas(two_areas(tmp_path), outlines, "code", feedback)
    assert any("OS A: vlakken" in line and "over 1.00 ha" in line for line in feedback.messages)
    assert dict(zip(joined.table["gebied_id"], joined.geometry))["OS A"].area == 40_000


def test_join_names_unknown_codes_and_gives_them_no_figures(tmp_path):
    outlines = shapes(**{"OS A": shapely.box(0, 0, 1, 1), "OS X": shapely.box(5, 5, 6, 6)})
    feedback = Silent()
    joined = join_areas(two_areas(tmp_path), outlines, "code", feedback)
    extra = joined.table[joined.table["gebied_id"] == "OS X"]
    assert len(extra) == 2
    assert extra[FIGURES].isna().all(axis=None)
    assert set(extra["status"]) == {"onbekend"}
    assert any("zonder cijfers" in line and "OS X" in line for line in feedback.messages)
    with pytest.raises(InputError, match="gebiedscode"):
        join_areas(two_areas(tmp_path), outlines, "gebiedscode", feedback)


def test_borders_of_another_year_are_named(tmp_path):
    data = read_capacity(write(tmp_path, "a.json", v13({"short_code": "OS A", "works": []})))
    outlines = shapes(**{"OS A": shapely.box(0, 0, 1, 1)})
    feedback = Silent()
    dated = Features(outlines.geometry, outlines.table.assign(jaar=2020))
    join_areas(data, dated, "code", feedback)
    assert any("van 2020, de cijfers van 2026" in line for line in feedback.messages)


def test_merge_fills_gaps_and_keeps_what_came_first(tmp_path):
    figures = read_capacity(write(tmp_path, "a.json", {
        "A": record("OS A", existingTransportCapacityWithdrawal="44 MW"),
    }))  # fmt: skip
    colours = read_capacity(
        write(tmp_path, "b.csv", "voedingsgebied_id;afname;aanwezige_transportcapaciteit_afname\n"
              "os a;2;99\nOS Z;0;1\n")
    )  # fmt: skip
    merged = merge_capacity([figures, colours])
    row = one(merged, "OS A", "afname")
    assert (row["capaciteit_mw"], row["status"]) == (44, "oranje")
    assert "a.json" in row["bron"]
    assert "b.csv" in row["bron"]
    assert one(merged, "OS Z", "afname")["status"] == "transparant"


def test_postcodes_get_their_polygons_and_make_areas(tmp_path):
    text = "postcode;voedingsgebied_id;afname\n1234AB;OS A;3\n1234AC;OS A;0\n9999ZZ;OS A;0\n"
    data = read_capacity(write(tmp_path, "pc6.csv", text))
    outlines = shapes(**{"1234 AB": shapely.box(0, 0, 1, 1), "1234AC": shapely.box(1, 0, 2, 1)})
    feedback = Silent()
    joined = join_postcodes(data, outlines, "code", feedback)
    assert list(joined.table["postcode"]) == ["1234AB", "1234AC"]
    assert any("9999ZZ" in line for line in feedback.messages)
    area = areas_from_postcodes(joined)
    assert area.table["gebied_id"].tolist() == ["OS A"]
    assert area.geometry[0].area == pytest.approx(2)
