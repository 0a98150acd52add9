"""The reader of the rule tables: what it accepts, and how it says what is wrong."""

from __future__ import annotations

import csv
import dataclasses
import io
import re
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from rev_plugin.core.model import InputError, SourceStatus
from rev_plugin.core.required import required_m
from rev_plugin.core.rule_rows import ROW_TYPES, ConstraintRule, Regime, Row, Source
from rev_plugin.core.rule_table import read_table, read_text
from rev_plugin.core.rules import (
    RULES_FOLDER,
    Rules,
    load_rules,
    named_municipalities,
    status_shares,
)

SOURCE = "bal,Besluit activiteiten leefomgeving,Rijk,,bal,,2024-01-01,primair"
HEAD = "id,titel,uitgever,url,source,source_detail,date,bron_status"


def shipped_cells(table: str) -> list[dict[str, str]]:
    """The cells of a shipped table, by column."""
    with (RULES_FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def as_csv(rows: list[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def own_folder(folder: Path, table: str, rows: list[dict[str, str]]) -> Path:
    (folder / f"{table}.csv").write_text(as_csv(rows), encoding="utf-8")
    return folder


def test_reads_a_table() -> None:
    (row,) = read_table(f"{HEAD}\n{SOURCE}\n", Source, "sources.csv")
    assert (row.id, row.titel, row.uitgever) == ("bal", "Besluit activiteiten leefomgeving", "Rijk")
    assert (row.date, row.bron_status) == (date(2024, 1, 1), SourceStatus.PRIMARY)


def saved_by_a_spreadsheet(table: str) -> bytes:
    """A shipped table as a Dutch Excel saves it as "CSV UTF-8"."""

    def cell(column: str, text: str) -> str:
        if column in ("date", "van", "tot") and text:
            year, month, day = text.split("-")
            return f"{int(day)}-{int(month)}-{year}"
        return text.replace(".", ",") if re.fullmatch(r"\d+\.\d+", text) else text

    rows = shipped_cells(table)
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0], delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: cell(name, text) for name, text in row.items()} for row in rows)
    empty = ";" * (len(rows[0]) - 1)
    return f"{out.getvalue()}{empty}\r\n\r\n".encode("utf-8-sig")


@pytest.mark.parametrize("row_type", ROW_TYPES, ids=lambda row_type: row_type.TABLE)
def test_a_round_trip_through_a_spreadsheet_changes_nothing(
    tmp_path: Path, row_type: type[Row]
) -> None:
    path = tmp_path / f"{row_type.TABLE}.csv"
    path.write_bytes(saved_by_a_spreadsheet(row_type.TABLE))
    shipped = read_table(read_text(RULES_FOLDER / path.name), row_type, path.name)
    assert read_table(read_text(path), row_type, path.name) == shipped


def test_tabs_and_capitals_are_read_too() -> None:
    text = f"{HEAD}\n{SOURCE}\n".replace(",", "\t").replace("primair", "Primair")
    assert read_table(text, Source, "sources.csv")[0].bron_status is SourceStatus.PRIMARY


@pytest.mark.parametrize(
    ("old", "new", "row", "column", "words"),
    [
        ("primair", "zeker", 2, "bron_status", "kies uit primair, secundair, te_verifieren"),
        ("2024-01-01", "1/2/2024", 2, "date", "geen datum"),
        ("2024-01-01", "31-2-2024", 2, "date", "geen datum"),
        ("bal,Besluit", ",Besluit", 2, "id", "niet leeg"),
        ("Rijk,,bal", "Rijk,,", 2, "source", "niet leeg"),
        (",primair", "", 2, "", "aantal cellen"),
        (",primair", ",primair,nog een", 2, "", "aantal cellen"),
        (SOURCE, f"{SOURCE}\n{SOURCE}", 3, "id", "twee keer"),
        ("bron_status\n", "bron_status,kleur\n", 1, "kleur", "onbekende kolom kleur"),
        ("uitgever,", "", 1, "uitgever", "ontbrekende kolom uitgever"),
        ("Rijk", '"Rijk', "", "", "geen geldige CSV"),
        ("id,", '"id,', "", "", "geen geldige CSV"),
        ("bron_status\n", "bron_status,\n", 1, "", "geen naam.*lege kolommen"),
        ("titel,", "titel,titel,", 1, "titel", "titel staat er twee keer"),
    ],
)
def test_an_error_names_file_row_and_column(
    old: str, new: str, row: object, column: str, words: str
) -> None:
    with pytest.raises(InputError, match=words) as caught:
        read_table(f"{HEAD}\n{SOURCE}\n".replace(old, new, 1), Source, "sources.csv")
    assert "sources.csv" in str(caught.value)
    assert caught.value.column == column
    if row:
        assert caught.value.row == row


@pytest.mark.parametrize("cell", ["nan", "inf", "twaalf", "1e999"])
def test_a_number_is_a_finite_number(cell: str) -> None:
    rows = shipped_cells("activities")[:1]
    rows[0]["voetafdruk_m2"] = cell
    from rev_plugin.core.rule_rows import Activity

    with pytest.raises(InputError, match="getal") as caught:
        read_table(as_csv(rows), Activity, "activities.csv")
    assert caught.value.column == "voetafdruk_m2"


def test_empty_cells_are_none_or_nothing() -> None:
    rows = [{**shipped_cells("regimes")[0], "tot": ""}]
    assert read_table(as_csv(rows), Regime, "regimes.csv")[0].tot is None


def test_shipped_tables_hold_together(rules: Rules) -> None:
    assert {a.id for a in rules.rows(rules.activity("msr").__class__)} == {
        "station_hs_ms", "station_ts_ms", "msr", "batterij", "zonnepark", "windturbine",
        "laadplein", "warmtestation", "elektrolyser", "woningbouw", "verduurzaming_bestaand",
        "bedrijventerrein", "kantoor", "detailhandel", "glastuinbouw", "datacenter",
    }  # fmt: skip
    for counts in status_shares(rules).values():
        assert sum(counts.values()) > 0


def test_every_row_cites_a_source(rules: Rules) -> None:
    for table in rules.tables.values():
        for row in table.values():
            assert rules.citation(row)


def test_an_own_row_replaces_the_shipped_one(tmp_path: Path) -> None:
    rows = shipped_cells("constraints")
    number = next(r for r in rows if r["afstand"].replace(".", "", 1).isdigit())
    own = own_folder(tmp_path, "constraints", [{**number, "afstand": "77"}])
    changed, shipped = load_rules(own), load_rules()
    found = {r.id: r.afstand for r in changed.rows(ConstraintRule)}
    assert found[number["id"]] == "77"
    assert len(found) == len(shipped.rows(ConstraintRule))
    assert changed.version != shipped.version


def test_an_own_row_for_a_municipality_counts_only_there(tmp_path: Path) -> None:
    row = shipped_cells("constraints")[0]
    own = own_folder(tmp_path, "constraints", [{**row, "afstand": "77", "gemeenten": "Elders"}])

    def distance(municipality: str) -> str:
        loaded = load_rules(own, municipality)
        return {r.id: r.afstand for r in loaded.rows(ConstraintRule)}[row["id"]]

    assert distance("elders") == "77"
    assert distance("Hier") == row["afstand"]
    assert named_municipalities(own) == ("Elders",)


def test_one_rule_may_differ_per_municipality(tmp_path: Path) -> None:
    row = shipped_cells("constraints")[0]
    rows = [
        {**row, "afstand": metres, "gemeenten": places}
        for metres, places in (("70", "Hier"), ("80", "Elders|GM0001"), ("60", ""))
    ]
    own = own_folder(tmp_path, "constraints", rows)
    found = [
        load_rules(own, place).tables["constraints"][row["id"]].afstand
        for place in ("hier", "gm0001", "Verder")
    ]
    assert found == ["70", "80", "60"]
    both = load_rules(own, "Daar", "GM0001").tables["constraints"][row["id"]]
    assert both.afstand == "80"  # by one of the names of a municipality


def test_one_rule_stands_once_per_municipality(tmp_path: Path) -> None:
    row = shipped_cells("constraints")[0]
    rows = [{**row, "gemeenten": places} for places in ("Hier|Daar", "Daar")]
    with pytest.raises(InputError, match="twee keer") as caught:
        load_rules(own_folder(tmp_path, "constraints", rows))
    assert (caught.value.row, caught.value.column) == (3, "id")


@pytest.mark.parametrize("table", ["constraints", "plan_fit", "actions", "regimes", "instruments"])
def test_an_override_of_an_unknown_rule_is_refused(tmp_path: Path, table: str) -> None:
    row = shipped_cells(table)[0]
    own = own_folder(tmp_path, table, [{**row, "id": "bestaat_niet"}])
    with pytest.raises(InputError, match="bestaat_niet") as caught:
        load_rules(own)
    assert caught.value.column == "id"


def test_an_own_rule_may_be_added(tmp_path: Path) -> None:
    row = shipped_cells("constraints")[0]
    own = own_folder(tmp_path, "constraints", [{**row, "id": "eigen_regel"}])
    assert "eigen_regel" in {r.id for r in load_rules(own).rows(ConstraintRule)}


def test_a_rule_to_verify_weighs_no_more_than_attention(tmp_path: Path) -> None:
    row = next(r for r in shipped_cells("constraints") if r["bron_status"] == "te_verifieren")
    own = own_folder(tmp_path, "constraints", [{**row, "zwaarte": "uitsluiting"}])
    with pytest.raises(InputError, match="niet meer dan aandacht") as caught:
        load_rules(own)
    assert caught.value.column == "zwaarte"


@pytest.mark.parametrize(
    ("column", "value"), [("source", "niemand"), ("activiteiten", "zwembad"), ("thema", "maan")]
)
def test_references_exist(tmp_path: Path, column: str, value: str) -> None:
    row = next(r for r in shipped_cells("constraints") if r["relatie"] != "nooit")
    own = own_folder(tmp_path, "constraints", [{**row, column: value}])
    with pytest.raises(InputError, match=value) as caught:
        load_rules(own)
    assert caught.value.column == column


def test_what_is_wrong_in_an_own_row_names_the_own_file(tmp_path: Path) -> None:
    row = {**shipped_cells("constraints")[0], "source": "niemand"}
    with pytest.raises(InputError, match="sources.csv") as caught:
        load_rules(own_folder(tmp_path, "constraints", [row]))
    assert caught.value.file == str(tmp_path / "constraints.csv")


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("eenheid", "W per woning", "kW per woning"),
        ("laag", "9", "laag ≤ midden ≤ hoog"),
        ("id", "woning_basis_a_winteravnd", "woning_basis_a_winteravond"),
        ("midden", "nan", "geen eindig getal"),
    ],
)
def test_a_slip_in_a_key_figure_is_seen(
    tmp_path: Path, column: str, value: str, words: str
) -> None:
    row = {**shipped_cells("key_figures")[0], column: value}
    with pytest.raises(InputError, match=words) as caught:
        load_rules(own_folder(tmp_path, "key_figures", [row]))
    assert caught.value.file == str(tmp_path / "key_figures.csv")
    assert caught.value.row


def test_a_distance_with_a_decimal_comma_is_a_distance(tmp_path: Path) -> None:
    row = next(r for r in shipped_cells("constraints") if r["afstand"] == "11")
    own = own_folder(tmp_path, "constraints", [{**row, "afstand": "11,5"}])
    changed = load_rules(own).tables["constraints"][row["id"]]
    assert isinstance(changed, ConstraintRule)
    sites = pd.DataFrame({"naam": ["hier"]})
    assert required_m(changed.afstand, sites).tolist() == [11.5]


def test_a_stray_table_is_named(tmp_path: Path) -> None:
    (tmp_path / "afstanden.csv").write_text("id\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"afstanden\.csv"):
        load_rules(tmp_path)


def test_a_table_that_is_not_utf8_says_how_to_save_it(tmp_path: Path) -> None:
    (tmp_path / "sources.csv").write_bytes(b"id,titel\nx,caf\xe9\n")
    with pytest.raises(InputError, match="CSV UTF-8"):
        load_rules(tmp_path)


def test_columns_are_the_fields_of_the_rows() -> None:
    for row_type in (Source, ConstraintRule, Regime):
        with (RULES_FOLDER / f"{row_type.TABLE}.csv").open(encoding="utf-8") as file:
            head = file.readline().strip().split(",")
        assert set(head) == {field.name for field in dataclasses.fields(row_type)}
