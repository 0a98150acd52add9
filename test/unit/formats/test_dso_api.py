"""Saved answers of the DSO read APIs give the same rows as the files."""

from __future__ import annotations

import json

import pytest
from plan_files import write

from rev_plugin.core.model import InputError
from rev_plugin.formats.plans import read_plans

SQUARE = {"type": "Polygon",
          "coordinates": [[[0, 0], [1000, 0], [1000, 1000], [0, 1000], [0, 0]]]}  # fmt: skip
PLAN = {
    "id": "NL.IMRO.0999.BP1",
    "type": "bestemmingsplan",
    "naam": "Haven",
    "publicerendBevoegdGezag": {"type": "gemeente", "code": "0999", "naam": "Durperdam"},
    "planstatusInfo": {"planstatus": "vastgesteld", "datum": "2021-02-03"},
    "dossier": {"id": "x", "status": "geheel onherroepelijk in werking"},
    "isTamPlan": False,
    "relatiesMetExternePlannen": {
        "gedeeltelijkeHerzieningVan": [{"id": "NL.IMRO.0999.BP0", "naam": "Dorp"}]
    },
    "geometrie": SQUARE,
}
LINK = {"plan": {"href": "https://x/plannen/NL.IMRO.0999.BP1/bestemmingsvlakken"}}
ANSWER = {
    "_embedded": {
        "plannen": [PLAN],
        "bestemmingsvlakken": [
            {
                "id": "EP1", "naam": "Wonen", "type": "enkelbestemming",
                "bestemmingshoofdgroep": "wonen", "artikelnummer": "5", "geometrie": SQUARE,
                "verwijzingNaarTekst": [{"href": "https://x/regels.html", "type": "regels"}],
                "_links": LINK,
            }
        ],
        "maatvoeringen": [
            {"id": "MV1", "naam": "maatvoering", "geometrie": SQUARE,
             "omvang": [{"naam": "maximum goothoogte (m)", "waarde": "24"}]},
            {"id": "MV2", "naam": "maximum bouwhoogte (m)", "waarde": 9, "geometrie": None},
        ],
    }
}  # fmt: skip


def read(tmp_path, answer):
    text = answer if isinstance(answer, str) else json.dumps(answer)
    return read_plans(write(tmp_path, text, "antwoord.json"))


def test_plans_and_their_objects(tmp_path):
    rows = read(tmp_path, ANSWER)
    table = rows.polygons.table.set_index("object_id")
    zone = table.loc["EP1"].dropna().to_dict()
    assert zone == {
        "plan_id": "NL.IMRO.0999.BP1", "plan_naam": "Haven", "plan_type": "bestemmingsplan",
        "plan_status": "vastgesteld", "plan_dossierstatus": "geheel onherroepelijk in werking",
        "plan_deel": "tijdelijk", "overheid": "gemeente Durperdam", "datum": "2021-02-03",
        "object_type": "Enkelbestemming", "hoofdgroep": "wonen", "naam": "Wonen", "artikel": "5",
        "tekst_url": "https://x/regels.html", "bron": "antwoord.json (DSO-API)",
    }  # fmt: skip
    assert table.loc["MV1", ["naam", "waarde", "eenheid"]].tolist() == [
        "maximum goothoogte", "24", "m",
    ]  # fmt: skip
    assert table.loc["MV2", "waarde"] == "9"
    assert [g is None for g in rows.polygons.geometry] == [False, False, False, True]
    assert any("MV2" in line for line in rows.log)
    assert "gedeeltelijke herziening" in table.loc["NL.IMRO.0999.BP1", "tekst"]
    assert len(rows.relations) == 1


@pytest.mark.parametrize(
    ("changes", "column", "value"),
    [
        ({"isTamPlan": True}, "plan_deel", "tam"),
        ({"naam": "TAM-omgevingsplan Haven"}, "plan_deel", "tam"),
        ({"isHistorisch": True}, "plan_dossierstatus", "historisch"),
        ({"verwijderdOp": "2024-05-06"}, "plan_dossierstatus", "historisch"),
        (
            {"eindeRechtsgeldigheid": "2025-01-01", "relatiesMetExternePlannen": {}},
            "tekst",
            "einde rechtsgeldigheid: 2025-01-01",
        ),
        (
            {
                "heeftOnderdelen": [
                    {"type": "toelichting", "externeReferenties": ["https://x/t.html"]},
                    {"type": "regels", "externeReferenties": ["https://x/r.html"]},
                ]
            },
            "tekst_url",
            "https://x/r.html",
        ),
        ({"isParapluplan": True, "relatiesMetExternePlannen": {}}, "tekst", "parapluplan"),
    ],
)
def test_marks_of_a_plan(tmp_path, changes, column, value):
    rows = read(tmp_path, {**PLAN, **changes})
    assert rows.polygons.table[column].tolist() == [value]


def test_longitude_and_latitude_become_rd(tmp_path):
    point = {"type": "Point", "coordinates": [5.387206, 52.155174]}
    rows = read(tmp_path, {**PLAN, "geometrie": point})
    place = rows.points.geometry[0].geoms[0]
    assert (place.x, place.y) == pytest.approx((155_000, 463_000), abs=2)


@pytest.mark.parametrize(
    ("geometry", "layer"),
    [
        ({"type": "MultiPolygon", "coordinates": [SQUARE["coordinates"]]}, 0),
        ({"type": "LineString", "coordinates": [[0, 0], [900, 0]]}, 1),
        ({"type": "MultiLineString", "coordinates": [[[0, 0], [900, 0]]]}, 1),
        ({"type": "MultiPoint", "coordinates": [[900, 0]]}, 2),
        ({"type": "GeometryCollection", "geometries": [SQUARE]}, 0),
    ],
)
def test_every_kind_of_geojson(tmp_path, geometry, layer):
    rows = read(tmp_path, {**PLAN, "geometrie": geometry})
    assert [len(part) for part in rows.tables()] == [int(layer == n) for n in range(3)]


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Polygon"}, {"type": "Polygon", "coordinates": [[]]}, {"type": "Cube",
         "coordinates": []}, {"type": "Polygon", "coordinates": [[["a", "b"]]]}, "text", [1],
        {"type": "Point", "coordinates": [1]}, {"type": "LineString", "coordinates": [[1, None]]},
        {"type": "Polygon", "coordinates": [3]}, {"type": "MultiPolygon", "coordinates": [3]},
        {"type": "GeometryCollection", "geometries": [{"type": "GeometryCollection"}]},
    ],
)  # fmt: skip
def test_a_bad_geometry_leaves_the_row(tmp_path, geometry):
    rows = read(tmp_path, {**PLAN, "geometrie": geometry})
    assert rows.polygons.geometry.tolist() == [None]
    assert any("NL.IMRO.0999.BP1" in line for line in rows.log)


def test_a_vision_has_themes_policy_and_more_than_one_geometry(tmp_path):
    area = {
        "id": "SV1", "naam": "zoekzone windenergie", "thema": ["energie", "landschap"],
        "beleid": [{"belang": "realisatie", "rol": "actieve rol", "instrument": None}],
        "geometrie": [SQUARE, {"type": "Point", "coordinates": [500, 500]}],
    }  # fmt: skip
    rows = read(tmp_path, {"_embedded": {"structuurvisiegebieden": [area]}})
    assert [len(part) for part in rows.tables()] == [1, 0, 1]
    words = "thema: energie; landschap; belang: realisatie, rol: actieve rol"
    assert rows.polygons.table["tekst"].tolist() == [words]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("structuurvisiecomplexen", "Structuurvisiecomplex"),
        ("structuurvisieverklaringen", "Structuurvisieverklaring"),
    ],
)
def test_parts_of_a_vision_are_rows_and_links_are_not(tmp_path, name, kind):
    links = {"structuurvisiegebieden": [{"href": "https://x/y"}], "self": {"href": "https://x/z"}}
    item = {"id": "C1", "naam": "energie", "geometrie": SQUARE, "_links": links}
    rows = read(tmp_path, {"_embedded": {name: [item]}})
    assert rows.polygons.table["object_type"].tolist() == [kind]


def test_a_relation_may_be_no_more_than_an_id(tmp_path):
    others = {"tenGevolgeVan": ["NL.IMRO.0999.BP0"], "vervangt": None}
    rows = read(tmp_path, {**PLAN, "relatiesMetExternePlannen": others})
    assert rows.relations[["rol", "ander_plan_id"]].to_numpy().tolist() == [
        ["ten gevolge van extern plan", "NL.IMRO.0999.BP0"]
    ]


def test_annotations_give_the_rows_of_a_delivery(tmp_path):
    answer = {
        "regelteksten": [{"identificatie": "rt1", "wId": "w1"}],
        "regelsVoorIedereen": [
            {
                "identificatie": "jr1", "regeltekstRef": "rt1", "locatieRefs": ["g1"],
                "activiteitLocatieaanduidingen": [
                    {"activiteitRef": "a1", "locatieRefs": ["g1"],
                     "activiteitregelkwalificatie": {"code": "V", "waarde": "verbod"}}
                ],
            }
        ],
        "activiteiten": [{"identificatie": "a1", "naam": "opslaan van stroom"}],
        "locaties": [{"identificatie": "g1", "geometrie": SQUARE}],
        "_links": {"regeling": {"href": "https://x/regelingen/_akn_nl_act_gm0999_2024_plan"}},
    }  # fmt: skip
    rows = read(tmp_path, answer)
    table = rows.polygons.table
    found = table.loc[table["object_type"] == "ActiviteitLocatieaanduiding"].iloc[0]
    assert (found["activiteit"], found["kwalificatie"], found["plan_id"]) == (
        "opslaan van stroom", "verbod", "_akn_nl_act_gm0999_2024_plan",
    )  # fmt: skip
    assert rows.polygons.geometry[found.name].area == 1e6


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"a": 1}', "[" * 100_000, '"x"', "null", "\ufeff"]
)
def test_other_json_is_refused(tmp_path, text):
    with pytest.raises(InputError, match="antwoord.json"):
        read(tmp_path, text)
