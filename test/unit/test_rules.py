"""The reader of the rule tables: what it accepts, and how it says what is wrong."""

from __future__ import annotations

import csv
import dataclasses
import io
from datetime import date
from pathlib import Path

import pytest

from rev_plugin.core.model import InputError, SourceStatus
from rev_plugin.core.rule_rows import ConstraintRule, Regime, Source
from rev_plugin.core.rules import RULES_FOLDER, Rules, load_rules, read_table, status_shares

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


def test_reads_what_a_spreadsheet_makes_of_it() -> None:
    text = f"{HEAD}\n{SOURCE}\n".replace(",", ";")
    assert read_table(text, Source, "sources.csv")[0].id == "bal"


@pytest.mark.parametrize(
    ("old", "new", "row", "column", "words"),
    [
        ("primair", "zeker", 2, "bron_status", "kies uit primair, secundair, te_verifieren"),
        ("2024-01-01", "1-1-2024", 2, "date", "geen datum"),
        ("bal,Besluit", ",Besluit", 2, "id", "niet leeg"),
        ("Rijk,,bal", "Rijk,,", 2, "source", "niet leeg"),
        (",primair", "", 2, "", "aantal cellen"),
        (",primair", ",primair,nog een", 2, "", "aantal cellen"),
        (SOURCE, f"{SOURCE}\n{SOURCE}", 3, "id", "twee keer"),
        ("bron_status\n", "bron_status,kleur\n", "", "kleur", "onbekende kolom kleur"),
        ("uitgever,", "", "", "uitgever", "ontbrekende kolom uitgever"),
        ("Rijk", '"Rijk', "", "", "geen geldige CSV"),
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


def test_the_readme_quotes_the_shares(rules: Rules) -> None:
    readme = (RULES_FOLDER.parents[2] / "README.md").read_text(encoding="utf-8")
    for table, counts in status_shares(rules).items():
        total = sum(counts.values())
        shares = " | ".join(f"{100 * counts[status] / total:.0f} %" for status in SourceStatus)
        assert f"| {table} | {total} | {shares} |" in readme, "werk de tabel bij met make rules"


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


def test_an_override_of_an_unknown_rule_is_refused(tmp_path: Path) -> None:
    row = shipped_cells("constraints")[0]
    own = own_folder(tmp_path, "constraints", [{**row, "id": "bestaat_niet"}])
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
