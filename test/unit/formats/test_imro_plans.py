"""What an IMRO file says of the plan itself: its kind, part, government, date and relations."""

from __future__ import annotations

import pytest
from plan_files import SQUARE, imro_object, plan_area, polygon
from test_imro import read, row

from rev_plugin.formats.imro import imro_version


@pytest.mark.parametrize(
    ("level", "name", "told"),
    [
        ("gemeentelijke overheid", "Durperdam", "Durperdam"),
        ("provinciale overheid", "Durperland", "Durperland (provinciale overheid)"),
        ("provinciale overheid", "Provincie Durperland", "Provincie Durperland"),
        ("nationale overheid", "Durpen", "Durpen (nationale overheid)"),
    ],
)
def test_the_government_of_a_plan(tmp_path, level, name, told):
    tag = "beleidsmatigVerantwoordelijkeOverheid"
    area = plan_area(extra=f"<imro:{tag}>{level}</imro:{tag}>").replace("gemeente Durperdam", name)
    assert read(tmp_path, area).polygons.table["overheid"].tolist() == [told]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("gemeentelijk plan; bestemmingsplan artikel 10", "bestemmingsplan"),
        ("gemeentelijk plan; wijzigingsplan artikel 11", "wijzigingsplan"),
        ("gemeentelijk plan", "gemeentelijk plan"),
        ("provinciaal plan; omgevingsplan", "provinciaal plan; omgevingsplan"),
    ],
)
def test_the_kinds_of_plan_of_2006(tmp_path, text, kind):
    rows = read(tmp_path, plan_area(kind=text, version="2006"), version="2006")
    assert rows.polygons.table["plan_type"].tolist() == [kind]


@pytest.mark.parametrize(
    ("namespace", "version"),
    [
        ("http://www.ravi.nl/imro2006", "IMRO2006"),
        ("http://www.geonovum.nl/imro/2008/1", "IMRO2008"),
        ("http://www.geonovum.nl/imro2012", "IMRO2012"),
        ("http://www.geonovum.nl/imro/2012/1.0", "IMRO2012"),
        ("http://www.geonovum.nl/imro/2012/1.1", "IMRO2012"),
        ("http://www.geonovum.nl/imro/pcp/2008/1.2", "IMRO2008"),
        ("http://www.geonovum.nl/imro/pt/2012/1.0", ""),
        ("http://www.geonovum.nl/stri/2012/1.0", ""),
    ],
)
def test_the_namespaces_of_imro(namespace, version):
    assert imro_version(namespace) == version


@pytest.mark.parametrize(
    ("name", "kind", "part"),
    [
        ("TAM-omgevingsplan Hoofdstuk 22a Haven", "bestemmingsplan", "tam"),
        ("TAM omgevingsplan Haven", "bestemmingsplan", "tam"),
        ("Tamboer", "bestemmingsplan", "tijdelijk"),
        ("TAM-projectbesluit Net", "inpassingsplan", "tam"),
        ("Haven", "bestemmingsplan", "tijdelijk"),
        ("Haven", "inpassingsplan", "tijdelijk"),
        ("Haven", "wijzigingsplan", "tijdelijk"),
        ("Haven", "uitwerkingsplan", "tijdelijk"),
        ("Haven", "beheersverordening", "tijdelijk"),
        ("Haven", "voorbereidingsbesluit", "tijdelijk"),
        ("Haven", "exploitatieplan", "tijdelijk"),
        ("Haven", "structuurvisie", None),
        ("Haven", "gerechtelijke uitspraak", None),
        ("Haven", "projectbesluit", None),
        ("Haven", "Chw bestemmingsplan", "tijdelijk"),
        ("Haven", "rijksbestemmingsplan", "tijdelijk"),
    ],
)
def test_the_part_of_the_omgevingsplan(tmp_path, name, kind, part):
    rows = read(tmp_path, plan_area(name=name, kind=kind, element="Besluitgebied_X"))
    assert rows.polygons.table["plan_deel"].tolist() == [part]
    assert rows.polygons.table["plan_type"].tolist() == [kind]


@pytest.mark.parametrize("kind", ["beheersverordening", "structuurvisie", "bestemmingsplan"])
def test_a_chw_bestemmingsplan_is_told_by_its_name(tmp_path, kind):
    rows = read(tmp_path, plan_area(name="Chw bestemmingsplan Haven", kind=kind))
    assert rows.polygons.table["plan_type"].tolist() == ["Chw bestemmingsplan"]
    assert rows.polygons.table["plan_deel"].tolist() == ["tijdelijk"]


def test_relations_between_plans(tmp_path):
    extra = (
        "<imro:verwijzingNaarExternPlanInfo><imro:ExternPlanReferentie_BP><imro:naamExternPlan>"
        "Dorp</imro:naamExternPlan><imro:idnExternPlan>NL.IMRO.0999.BP0</imro:idnExternPlan>"
        "<imro:rolExternPlan>gedeeltelijke herziening van extern plan</imro:rolExternPlan>"
        "</imro:ExternPlanReferentie_BP></imro:verwijzingNaarExternPlanInfo>"
    )
    rows = read(tmp_path, plan_area(extra=extra))
    assert rows.relations.to_dict("records") == [
        {
            "plan_id": "NL.IMRO.0999.BP1",
            "object_id": None,
            "rol": "gedeeltelijke herziening van extern plan",
            "ander_plan_id": "NL.IMRO.0999.BP0",
            "ander_plan_naam": "Dorp",
        }
    ]
    words = "gedeeltelijke herziening van extern plan: Dorp [NL.IMRO.0999.BP0]"
    assert row(rows, "NL.IMRO.0999.BP1")["tekst"] == words


def test_two_plans_in_one_file_keep_their_own_objects(tmp_path):
    zones = [
        imro_object(
            "Enkelbestemming",
            f"NL.IMRO.EP{n}",
            f'<imro:plangebied xlink:href="#NL.IMRO.0999.BP{n}"/>',
            polygon(SQUARE),
        )
        for n in (1, 2)
    ]
    areas = [plan_area(f"NL.IMRO.0999.BP{n}", f"Plan {n}") for n in (1, 2)]
    rows = read(tmp_path, *zones, *areas)
    assert row(rows, "NL.IMRO.EP1")["plan_naam"] == "Plan 1"
    assert row(rows, "NL.IMRO.EP2")["plan_naam"] == "Plan 2"
    assert any("2 plangebieden" in line for line in rows.log)


@pytest.mark.parametrize("date", ["20200131", "31-01-2020", "2020-01-31"])
def test_dates_are_written_one_way(tmp_path, date):
    rows = read(tmp_path, plan_area().replace("2020-01-31", date))
    assert rows.polygons.table["datum"].tolist() == ["2020-01-31"]
