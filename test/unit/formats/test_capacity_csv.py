"""Capacity figures from CSV as spreadsheets save it, and from a table of stations."""

from __future__ import annotations

import numpy as np
import pytest
from capacity_files import FIGURES, one, write

from rev_plugin.core.model import InputError
from rev_plugin.formats.capacity_map import read_capacity


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


def test_several_polygons_of_one_area_are_one_row(tmp_path):
    text = "voedingsgebied_id;afname;wachtrij_afname\nA;0;5\nA;3;5\nB;1;5\nB;1;6\n"
    data = read_capacity(write(tmp_path, "a.csv", text))
    assert one(data, "A", "afname")["wachtrij_mw"] == 5  # never 10
    assert one(data, "A", "afname")["status"] == "rood"
    assert np.isnan(one(data, "B", "afname")["wachtrij_mw"])
    assert any("B (afname) staat er 2 keer in" in line for line in data.log)
