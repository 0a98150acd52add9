"""STOP/IMOW: objects, places, texts and values together; what is missing is named."""

from __future__ import annotations

import pytest
from stop_files import BARE, GIO, LOCATION, OBJECTS, OW, ow_object, ref, square
from stop_files import delivery as make

from rev_plugin.core.model import InputError
from rev_plugin.formats.imow import concept_label
from rev_plugin.formats.plans import read_plans
from rev_plugin.formats.stop_imow import read_stop


def read(folder):
    return read_stop(sorted(folder.iterdir()), "levering")


def rows_of(rows, kind):
    table = rows.polygons.table
    mask = (table["object_type"] == kind).to_numpy()
    return table.loc[mask].to_dict("records"), rows.polygons.geometry[mask]


def test_an_activity_has_place_article_wording_and_qualification(tmp_path):
    (row,), (place,) = rows_of(read(make(tmp_path)), "ActiviteitLocatieaanduiding")
    assert {name: value for name, value in row.items() if value is not None} == {
        "plan_id": "/akn/nl/act/gm0999/2024/plan",
        "plan_naam": "Omgevingsplan Durperdam",
        "plan_type": "omgevingsplan",
        "plan_status": "vastgesteld",
        "plan_deel": "nieuw",
        "overheid": "gemeente gm0999",
        "datum": "2024-05-06",
        "object_id": "ala1",
        "object_type": "ActiviteitLocatieaanduiding",
        "hoofdgroep": "bouwactiviteit ruimtelijk",
        "naam": "bouwen van een station",
        "artikel": "2.1 lid 1",
        "tekst": "Een station is toegestaan. a. tot 3 m",
        "tekst_url": "besluit.xml#art_2.1__para_1",
        "kwalificatie": "vergunningplicht",
        "activiteit": "bouwen van een station",
        "bron": "levering (STOP/IMOW)",
    }
    assert place.bounds == (0, 0, 100, 100)


def test_a_rule_covers_its_group_of_areas(tmp_path):
    (row,), (place,) = rows_of(read(make(tmp_path)), "RegelVoorIedereen")
    assert place.area == 20_000
    assert row["naam"] == "Net"
    assert row["kwalificatie"] is None


def test_gebiedsaanwijzing_and_norm_take_the_article_that_points_at_them(tmp_path):
    rows = read(make(tmp_path))
    (area,), (place,) = rows_of(rows, "Gebiedsaanwijzing")
    assert (area["naam"], area["hoofdgroep"], area["artikel"]) == (
        "Kabeltracé", "reserveringsgebied", "2.1 lid 1",
    )  # fmt: skip
    assert place.bounds == (200, 0, 300, 100)
    norms, places = rows_of(rows, "Omgevingsnorm")
    assert [
        (n["object_id"], n["naam"], n["waarde"], n["eenheid"], n["artikel"]) for n in norms
    ] == [
        ("nw1", "maximum bouwhoogte", "3", "m", "2.1 lid 1"),
        ("nw2", "maximum bouwhoogte", "hoog", "m", "2.1 lid 1"),
    ]
    assert [p.bounds[0] for p in places] == [0, 200]


@pytest.mark.parametrize(
    ("kind", "group"),
    [
        ("Leiding", "reserveringsgebied"),
        ("Verkeer", "reserveringsgebied verkeer"),
        ("WaterEnWatersysteem", "reserveringsgebied water en watersysteem"),
    ],
)
def test_a_group_of_several_types_says_which(tmp_path, kind, group):
    area = next(item for item in OBJECTS if "<Gebiedsaanwijzing" in item)
    objects = tuple(
        item.replace("/id/concept/Leiding", f"/id/concept/{kind}") if item is area else item
        for item in OBJECTS
    )
    (row,), _ = rows_of(read(make(tmp_path, objects)), "Gebiedsaanwijzing")
    assert row["hoofdgroep"] == group


def test_the_type_of_a_norm_tells_what_its_name_does_not(tmp_path):
    norm = next(item for item in OBJECTS if "<Omgevingsnorm" in item)
    renamed = norm.replace(
        "<naam>maximum bouwhoogte</naam>",
        "<naam>Bedrijfsgebouwen</naam><type>http://x/id/concept/MaximumBouwhoogte</type>",
    )
    objects = tuple(renamed if item is norm else item for item in OBJECTS)
    norms, _ = rows_of(read(make(tmp_path, objects)), "Omgevingsnorm")
    told = {n["waarde"]: n["naam"] for n in norms}
    assert told == {"3": "maximum bouwhoogte (Bedrijfsgebouwen)", "hoog": "Bedrijfsgebouwen"}


def test_a_rule_in_areas_that_overlap_covers_them_once(tmp_path):
    folder = make(tmp_path)
    places = "".join(LOCATION.format(name=f"uuid-{n}", gml=square(x)) for n, x in ((1, 0), (2, 50)))
    (folder / "gebied.gml").write_text(GIO.format(locations=places), encoding="utf-8")
    _, (place,) = rows_of(read(folder), "RegelVoorIedereen")
    assert place.area == 15_000


@pytest.mark.parametrize("version", ["v20190901", "1.0"])
def test_geometries_may_lie_in_a_bare_collection(tmp_path, version):
    """Deliveries before STOP had GIOs hold basisgeometrie in files of their own."""
    bare = BARE.format(version=version, name="uuid-1", gml=square(0))
    objects = (
        OBJECTS[0],
        ow_object("Gebiedsaanwijzing", "ga", ref("locatieaanduiding", "g1")),
    )
    (tmp_path / "ow.xml").write_text(OW.format(objects="".join(objects)), encoding="utf-8")
    (tmp_path / "gebied.gml").write_text(bare, encoding="utf-8")
    rows = read_plans(tmp_path)
    assert rows.polygons.geometry[0].area == 10_000


def test_pons_and_regelingsgebied(tmp_path):
    rows = read(make(tmp_path))
    (pons,), (place,) = rows_of(rows, "Pons")
    assert pons["plan_deel"] == "nieuw"
    assert place.bounds[0] == 200
    (_,), (nowhere,) = rows_of(rows, "Regelingsgebied")
    assert nowhere is None
    assert any("Regelingsgebied" in line and "ambt" in line for line in rows.log)


def test_counts_set_rows_beside_elements(tmp_path):
    rows = read(make(tmp_path))
    assert rows.counts["Omgevingsnorm"] == (1, 2)
    assert rows.counts["RegelVoorIedereen"] == (1, 1)
    assert rows.counts["ActiviteitLocatieaanduiding"] == (1, 1)
    assert rows.counts["Kaart"] == (1, 0)
    assert any("1 × Kaart" in line for line in rows.log)


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ("gebied.gml", "uuid-1 staat niet in de aanlevering"),
        ("besluit.xml", "de tekst w1l1 van rt1 ontbreekt"),
    ],
)
def test_a_missing_file_is_named_and_the_rest_is_read(tmp_path, missing, words):
    folder = make(tmp_path)
    (folder / missing).unlink()
    rows = read(folder)
    assert any(words in line for line in rows.log)
    assert rows.counts["ActiviteitLocatieaanduiding"] == (1, 1)
    if missing == "besluit.xml":
        assert any("manifest.xml noemt besluit.xml" in line for line in rows.log)


def test_dangling_references_are_named(tmp_path):
    objects = (
        ow_object("Gebiedsaanwijzing", "ga", "<naam>x</naam>" + ref("locatieaanduiding", "weg")),
        ow_object("RegelVoorIedereen", "jr", ref("artikelOfLid", "rtweg")),
        ow_object(
            "RegelVoorIedereen",
            "jr2",
            '<activiteitaanduiding><ActiviteitRef xlink:href="actweg"/>'
            "<ActiviteitLocatieaanduiding><identificatie>ala</identificatie>"
            "</ActiviteitLocatieaanduiding></activiteitaanduiding>",
        ),
    )
    rows = read(make(tmp_path, objects))
    log = "\n".join(rows.log)
    assert "weg staat niet in de aanlevering" in log
    assert "regeltekst rtweg" in log
    assert "activiteit actweg" in log
    (row,), _ = rows_of(rows, "ActiviteitLocatieaanduiding")
    assert row["activiteit"] == "actweg"


def test_a_group_that_holds_itself_ends(tmp_path):
    objects = (
        ow_object("Gebiedengroep", "gg", ref("groepselement", "gg", "g1")),
        ow_object("Gebied", "g1", ref("geometrie", "uuid-1")),
        ow_object("Pons", "p", ref("locatieaanduiding", "gg")),
    )
    _, (place,) = rows_of(read(make(tmp_path, objects)), "Pons")
    assert place.area == 10_000


def test_a_long_chain_of_groups_is_followed(tmp_path):
    chain = [
        ow_object("Gebiedengroep", f"gg{n}", ref("groepselement", f"gg{n + 1}"))
        for n in range(3_000)
    ]
    last = ow_object("Gebiedengroep", "gg3000", ref("groepselement", "g1"))
    objects = (*OBJECTS[:1], *chain, last, ow_object("Pons", "p", ref("locatieaanduiding", "gg0")))
    _, (place,) = rows_of(read(make(tmp_path, objects)), "Pons")
    assert place.area == 10_000


def test_ended_objects_do_not_count(tmp_path):
    gone = ow_object("Pons", "p", "<status>b</status>" + ref("locatieaanduiding", "g1"))
    rows = read(make(tmp_path, (*OBJECTS, gone)))
    assert rows.counts["Pons"] == (1, 1)


def test_a_bad_geometry_and_a_broken_file_are_named(tmp_path):
    folder = make(tmp_path)
    bad = LOCATION.format(name="uuid-2", gml="<gml:Solid/>")
    (folder / "gebied.gml").write_text(GIO.format(locations=bad))
    (folder / "stuk.xml").write_text((folder / "ow.xml").read_text()[:-50])
    (folder / "iets.xml").write_text("<a/>")
    log = "\n".join(read(folder).log)
    assert "Solid wordt niet ondersteund" in log
    assert "overgeslagen: Bestand" in log
    assert "stuk.xml" in log
    assert "iets.xml hoort niet bij de aanlevering" in log


def test_without_objects_it_is_refused(tmp_path):
    folder = make(tmp_path)
    (folder / "ow.xml").unlink()
    with pytest.raises(InputError, match="geen IMOW-objecten"):
        read(folder)


@pytest.mark.parametrize(
    ("uri", "label"),
    [
        ("http://x/id/concept/MaximumBouwhoogte", "maximum bouwhoogte"),
        ("http://x/id/concept/Verbod", "verbod"),
        ("http://x/id/concept/ZonneEnergiegebied", "zonne-energiegebied"),
        ("http://x/id/concept/TraceHoogspanning", "tracé hoogspanning"),
        (
            "http://x/id/concept/BeperkingengebiedactiviteitMBTEenWeg",
            "beperkingengebiedactiviteit mbt een weg",
        ),
        ("gewoon", "gewoon"),
        (None, None),
    ],
)
def test_labels_of_concepts(uri, label):
    assert concept_label(uri) == label


@pytest.mark.real
def test_labels_agree_with_the_value_lists(real_data):
    """The words made from a concept's name are those of the published list."""
    import json

    text = (real_data / "formats" / "waardelijsten_IMOW_v4.3.0.json").read_text(encoding="utf-8")
    for values in json.loads(text)["waardelijsten"]["waardelijst"]:
        for value in values["waarden"]["waarde"]:
            found, label = concept_label(value["uri"]), value["label"].lower()
            if values["label"] in ("activiteitregelkwalificatie", "type gebiedsaanwijzing"):
                assert found == label
            # elsewhere a hyphen or brackets may be gone, no letter
            assert letters(found) == letters(label)


def letters(text):
    return "".join(sign for sign in text.replace("é", "e") if sign.isalnum())


@pytest.mark.real
def test_the_gemeentestad_delivery(real_data):
    folder = real_data / "formats" / "stop-imow-omgevingsplan"
    rows = read(folder)
    assert rows.counts["ActiviteitLocatieaanduiding"] == (19, 19)
    assert rows.counts["RegelVoorIedereen"] == (20, 20)
    assert rows.counts["Omgevingsnorm"] == (2, 5)
    norms, places = rows_of(rows, "Omgevingsnorm")
    heights = {n["waarde"]: p for n, p in zip(norms, places) if "bouwhoogte" in n["naam"]}
    assert sorted(heights) == ["13", "7"]
    assert not heights["13"].intersects(heights["7"].buffer(-1))
    assert {n["eenheid"] for n in norms if "bouwhoogte" in n["naam"]} == {"m"}
    activities, _ = rows_of(rows, "ActiviteitLocatieaanduiding")
    grid = [a for a in activities if "nutsvoorzieningen" in a["activiteit"]]
    assert [(a["kwalificatie"], a["artikel"]) for a in grid] == [("toegestaan", "2.4")]
    assert "nutsvoorzieningen" in grid[0]["tekst"]
    assert {a["kwalificatie"] for a in activities} == {
        "toegestaan", "verbod", "meldingsplicht", "vergunningplicht",
    }  # fmt: skip
    (pons,), (place,) = rows_of(rows, "Pons")
    assert place.area > 0
    assert pons["plan_status"] == "vastgesteld"
    assert any("Ambtsgebied" in line and "geen geometrie" in line for line in rows.log)
