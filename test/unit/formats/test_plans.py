"""One door for all plans: by content, with the dossier status, and nothing lost."""

from __future__ import annotations

import gzip
import shutil
import zipfile

import pytest
from plan_files import SQUARE, collection, imro_object, plan_area, polygon, write
from stop_files import delivery

from rev_plugin.core.model import InputError
from rev_plugin.formats.plans import read_plans

PLAN = collection(imro_object("Enkelbestemming", "NL.IMRO.EP1", "", polygon(SQUARE)), plan_area())
MANIFEST = (
    '<Manifest xmlns="http://www.geonovum.nl/stri/2012/1.0" OverheidsCode="0999">'
    '<Dossier Id="NL.IMRO.0999.BP1" Status="{status}"><Plan Id="nl.imro.0999.bp1">'
    "<Naam>Testplan</Naam></Plan></Dossier></Manifest>"
)
VERVALLEN = MANIFEST.format(status="vervallen")


def statuses(rows):
    return rows.polygons.table["plan_dossierstatus"].unique().tolist()


def test_a_plan_takes_the_status_of_the_manifest_beside_it(tmp_path):
    path = write(tmp_path, PLAN)
    assert statuses(read_plans(path)) == [None]
    write(tmp_path, VERVALLEN, "0999-manifest.xml")
    assert statuses(read_plans(path)) == ["vervallen"]
    assert read_plans(path).polygons.table["plan_status"].unique().tolist() == ["vastgesteld"]


def test_a_manifest_reads_the_plans_beside_it(tmp_path):
    write(tmp_path, PLAN)
    rows = read_plans(write(tmp_path, VERVALLEN, "m.xml"))
    assert len(rows.polygons) == 2
    assert statuses(rows) == ["vervallen"]


@pytest.mark.parametrize("version", ["2006/1", "2008/1", "2012/1.0", "2012/2.0"])
def test_a_geleideformulier_reads_the_plan_beside_it(tmp_path, version):
    write(tmp_path, PLAN)
    form = (
        f'<GeleideFormulier xmlns="http://www.geonovum.nl/stri/{version}"><Plan '
        'Id="NL.IMRO.0999.BP1"><Onderdelen><IMRO>plan.gml</IMRO></Onderdelen></Plan>'
        "</GeleideFormulier>"
    )
    path = write(tmp_path, form, "g_NL.IMRO.0999.BP1.xml")
    for given in (path, tmp_path):
        rows = read_plans(given)
        assert len(rows.polygons) == 2
        assert rows.log == []


def test_a_broken_manifest_does_not_stop_a_plan(tmp_path):
    path = write(tmp_path, PLAN)
    write(tmp_path, VERVALLEN[:-20], "manifest.xml")
    rows = read_plans(path)
    assert len(rows.polygons) == 2
    assert any("manifest" in line for line in rows.log)


def test_a_manifest_alone_says_what_is_missing(tmp_path):
    with pytest.raises(InputError, match="geen plan"):
        read_plans(write(tmp_path, VERVALLEN, "m.xml"))


def test_a_folder_reads_all_and_names_what_it_skips(tmp_path):
    write(tmp_path, PLAN, "a.gml")
    (tmp_path / "sub").mkdir()
    write(tmp_path / "sub", collection(plan_area("NL.IMRO.0999.BP2", "Ander")), "b.GML")
    write(tmp_path, PLAN[:-100], "broken.gml")
    write(tmp_path, "<html/>", "page.xml")
    write(tmp_path, "not a plan", "read.txt")
    rows = read_plans(tmp_path)
    assert rows.polygons.table["plan_naam"].tolist() == ["Testplan", "Testplan", "Ander"]
    assert rows.counts == {"Enkelbestemming": (1, 1), "Bestemmingsplangebied": (2, 2)}
    assert [line for line in rows.log if "broken.gml" in line]
    assert [line for line in rows.log if "page.xml" in line]


def test_for_the_map_bestemmingen_come_first_and_plan_areas_last(tmp_path):
    building = imro_object("Bouwvlak", "NL.IMRO.BV1", "", polygon(SQUARE))
    zone = imro_object("Enkelbestemming", "NL.IMRO.EP1", "", polygon(SQUARE))
    rows = read_plans(write(tmp_path, collection(plan_area(), building, zone))).on_map()
    assert rows.polygons.table["object_type"].tolist() == [
        "Enkelbestemming", "Bouwvlak", "Bestemmingsplangebied",
    ]  # fmt: skip


def test_a_zip_reads_as_its_folder(tmp_path):
    path = tmp_path / "plans.zip"
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("x/plan.gml", PLAN)
        out.writestr("manifest.xml", VERVALLEN)
    rows = read_plans(path)
    assert len(rows.polygons) == 2
    assert statuses(rows) == ["vervallen"]
    assert rows.polygons.table["bron"][0] == "plan.gml (IMRO2012)"


@pytest.mark.parametrize("name", ["plan.gml.gz", "plan.gml"])
def test_a_gzip_reads_as_what_is_in_it(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(gzip.compress(PLAN.encode()))
    rows = read_plans(path)
    assert len(rows.polygons) == 2
    assert rows.polygons.table["bron"][0] == "plan.gml (IMRO2012)"


def test_zips_in_a_folder_are_read_too(tmp_path):
    write(tmp_path, PLAN)
    other = collection(plan_area("NL.IMRO.0999.BP2", "Ander"))
    for name, content in (("b.zip", other), ("c.zip", "<html/>")):
        with zipfile.ZipFile(tmp_path / name, "w") as out:
            out.writestr("plan.gml", content)
    rows = read_plans(tmp_path)
    assert rows.polygons.table["plan_naam"].tolist() == ["Testplan", "Testplan", "Ander"]
    assert any("c.zip" in line for line in rows.log)


@pytest.mark.parametrize(
    ("encoding", "python"),
    [("ISO-8859-1", "latin-1"), ("UTF-16", "utf-16"), ("UTF-8", "utf-8-sig"),
     ("windows-1252", "cp1252")],
)  # fmt: skip
def test_every_encoding_that_the_file_names(tmp_path, encoding, python):
    text = PLAN.replace("Testplan", "Café").replace('encoding="UTF-8"', f'encoding="{encoding}"')
    path = tmp_path / "plan.gml"
    path.write_bytes(text.encode(python))
    assert read_plans(path).polygons.table["plan_naam"][0] == "Café"


@pytest.mark.parametrize("name", ["nothing", "empty"])
def test_a_folder_without_plans(tmp_path, name):
    folder = tmp_path / name
    folder.mkdir()
    if name == "nothing":
        write(folder, "<html/>", "a.xml")
    with pytest.raises(InputError, match="geen plan"):
        read_plans(folder)


def test_what_is_not_there(tmp_path):
    with pytest.raises(InputError, match="bestaat niet"):
        read_plans(tmp_path / "none.gml")


@pytest.mark.parametrize("text", ["", "hello", "<a", "<!DOCTYPE a><a/>", "{}", "PK\x03\x04rest"])
@pytest.mark.parametrize("name", ["a.gml", "a.xml", "a.zip", "a.json"])
def test_any_other_file_is_an_input_error(tmp_path, text, name):
    with pytest.raises(InputError, match="a\\."):
        read_plans(write(tmp_path, text, name))


def test_a_download_spreads_a_delivery_over_folders(tmp_path):
    flat = tmp_path / "flat"
    flat.mkdir()
    delivery(flat)
    spread = tmp_path / "spread"
    for name, folder in (("besluit.xml", "Regeling"), ("gebied.gml", "IO-1"), ("ow.xml", "OW")):
        (spread / folder).mkdir(parents=True)
        shutil.copy(flat / name, spread / folder)
    rows = read_plans(spread)
    table = rows.polygons.table
    activity = table["object_type"] == "ActiviteitLocatieaanduiding"
    assert table.loc[activity, "artikel"].tolist() == ["2.1 lid 1"]
    assert rows.polygons.geometry[activity][0].area == 10_000


def test_two_deliveries_in_a_folder_stay_apart(tmp_path):
    for name in ("een", "twee"):
        (tmp_path / name).mkdir()
        delivery(tmp_path / name)
    rows = read_plans(tmp_path)
    assert rows.counts["Pons"] == (2, 2)
    assert sorted(set(rows.polygons.table["bron"])) == ["een (STOP/IMOW)", "twee (STOP/IMOW)"]


@pytest.mark.real
def test_katwijk_status_in_file_and_dossier_differ(real_data):
    """Trap 7: both plans have another status in the GML than in the manifest."""
    table = read_plans(real_data / "katwijk" / "plans").polygons.table
    found = table[["plan_id", "plan_status", "plan_dossierstatus"]].drop_duplicates()
    assert sorted(found.to_numpy().tolist()) == [
        ["NL.IMRO.0537.bpVLKdorp-va02", "onherroepelijk", "deels onherroepelijk in werking"],
        ["NL.IMRO.0537.bpVLKplv-VA01", "vastgesteld", "in voorbereiding"],
    ]


@pytest.mark.real
def test_a_delivery_reads_the_same_from_folder_file_and_zip(real_data, tmp_path):
    folder = real_data / "formats" / "stop-imow-omgevingsplan"
    packed = shutil.make_archive(str(tmp_path / "stop-imow-omgevingsplan"), "zip", folder)
    tables = [
        read_plans(path).polygons.table
        for path in (folder, folder / "manifest.xml", folder / "Bouwhoogte.gml", packed)
    ]
    assert all(table.equals(tables[0]) for table in tables)
    assert tables[0]["plan_deel"].unique().tolist() == ["nieuw"]
