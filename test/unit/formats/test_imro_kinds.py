"""Decisions, visions and provincial rules: each kind of plan as its source holder writes it.

Drawn after the files with which Geonovum tests its rules for TAM and the law before it
(imro-dev, "Logische regels validatie Wro instrumenten").
"""

from __future__ import annotations

import pytest
from plan_files import SQUARE, collection, imro_object, plan_area, polygon, write

from rev_plugin.core.space.plan_status import Role, plan_states
from rev_plugin.formats.imro import read_imro
from rev_plugin.formats.imro_rows import DOCUMENTS_URL

PLAN = "NL.IMRO.0999.BP1"
BELONGS = f'<imro:besluitgebied xlink:href="#{PLAN}"/>'
HOLDER = (
    '<imro:{kind} gml:id="{gml_id}"><imro:geometrie>{gml}</imro:geometrie>'
    "<imro:idealisatie>exact</imro:idealisatie></imro:{kind}>"
)
METADATA = (
    '<imro:MetadataIMRObestand gml:id="Metadata"><imro:datasetTitel>x</imro:datasetTitel>'
    "<imro:naamApplicatieschema>IMRO2012</imro:naamApplicatieschema></imro:MetadataIMRObestand>"
)


def text(kind, file):
    return (
        "<imro:verwijzingNaarTekstInfo><imro:TekstReferentie_XGB><imro:verwijzingNaarTekst>"
        f"{file}</imro:verwijzingNaarTekst><imro:typeTekst>{kind}</imro:typeTekst>"
        "</imro:TekstReferentie_XGB></imro:verwijzingNaarTekstInfo>"
    )


def other_plan(role, identity="NL.IMRO.0999.BP0"):
    return (
        "<imro:verwijzingNaarExternPlanInfo><imro:ExternPlanReferentie_XGB><imro:naamExternPlan>"
        f"Dorp</imro:naamExternPlan><imro:idnExternPlan>{identity}</imro:idnExternPlan>"
        f"<imro:rolExternPlan>{role}</imro:rolExternPlan></imro:ExternPlanReferentie_XGB>"
        "</imro:verwijzingNaarExternPlanInfo>"
    )


def read(tmp_path, *objects, version="2012"):
    return read_imro(write(tmp_path, collection(*objects, METADATA, version=version)))


def rows_by_id(rows):
    return {
        row["object_id"]: row
        for part in rows.tables()
        for row in part.table.to_dict(orient="records")
    }


@pytest.mark.parametrize("version", ["2008", "2012"])
@pytest.mark.parametrize(
    "kind",
    ["exploitatieplan", "gerechtelijke uitspraak", "reactieve aanwijzing", "aanwijzingsbesluit",
     "omgevingsvergunning", "projectbesluit", "tijdelijke ontheffing buitenplans",
     "voorbereidingsbesluit"],
)  # fmt: skip
def test_a_decision_about_an_area(tmp_path, kind, version):
    """A Besluitvlak may stand before the Besluitgebied that it is part of."""
    role = "ten gevolge van extern plan/besluit"
    rows = read(
        tmp_path,
        imro_object(
            "Besluitvlak_X",
            "NL.IMRO.BG1",
            "<imro:typePlanobject>besluitvlak_X</imro:typePlanobject><imro:naam>Vlak</imro:naam>"
            + text("besluittekst", "d_plan.pdf")
            + BELONGS,
            polygon(SQUARE),
            version,
        ),
        plan_area(kind=kind, extra=other_plan(role), element="Besluitgebied_X", version=version),
        version=version,
    )
    found = rows_by_id(rows)
    assert set(found) == {"NL.IMRO.BG1", PLAN}
    assert {row["plan_type"] for row in found.values()} == {kind}
    assert {row["plan_status"] for row in found.values()} == {"vastgesteld"}
    assert found["NL.IMRO.BG1"]["tekst_url"] == f"{DOCUMENTS_URL}/{PLAN}/d_plan.pdf"
    assert found[PLAN]["tekst"] == f"{role}: Dorp [NL.IMRO.0999.BP0]"
    assert rows.counts == {"Besluitvlak_X": (1, 1), "Besluitgebied_X": (1, 1)}


def without_geometry(area, extra):
    """A plan area of which the geometry is an object of its own."""
    before, _, rest = area.partition("<imro:geometrie>")
    return before + extra + rest.partition("</imro:geometrie>")[2]


@pytest.mark.parametrize(
    ("kind", "letter"), [("amvb", "A"), ("regeling", "A"), ("provinciale verordening", "P")]
)
def test_general_rules_say_whom_they_bind(tmp_path, kind, letter):
    """Besluitgebied_A and _P: normadressant and begrenzing; the last object is a point."""
    addressed = "".join(
        f"<imro:normadressant>{who} bestuursorganen</imro:normadressant>"
        for who in ("gemeentelijke", "provinciale")
    )
    area = plan_area(kind=kind, element=f"Besluitgebied_{letter}")
    holder = f"GeometrieBesluitobject_{letter}"
    point = "<gml:Point><gml:pos>113877 480571</gml:pos></gml:Point>"
    rows = read(
        tmp_path,
        without_geometry(area, addressed + '<imro:begrenzing xlink:href="#g0"/>'),
        HOLDER.format(kind="GeometriePlangebied", gml_id="g0", gml=polygon(SQUARE)),
        imro_object(
            f"Besluitvlak_{letter}",
            "NL.IMRO.BG1",
            "<imro:naam>Radar</imro:naam><imro:thema>defensie</imro:thema>"
            + text("toelichting", "t_plan.html")
            + text("regel zonder voorbereidingsbescherming", "r_plan.html#_1")
            + BELONGS
            + '<imro:begrenzing xlink:href="#g1"/>',
        ),
        HOLDER.format(kind=holder, gml_id="g1", gml=polygon(SQUARE)),
        imro_object(
            f"Besluitsubvlak_{letter}",
            "NL.IMRO.BS1",
            '<imro:naam>Station</imro:naam><imro:besluitvlak xlink:href="#NL.IMRO.BG1"/>'
            + BELONGS
            + '<imro:begrenzing xlink:href="#g2"/>',
        ),
        HOLDER.format(kind=holder, gml_id="g2", gml=point),
    )
    found = rows_by_id(rows)
    assert found[PLAN]["tekst"] == (
        "normadressant: gemeentelijke bestuursorganen, provinciale bestuursorganen"
    )
    assert found["NL.IMRO.BG1"]["tekst"] == "thema: defensie"
    rule = f"{DOCUMENTS_URL}/{PLAN}/r_plan.html#_1"
    assert found["NL.IMRO.BG1"]["tekst_url"] == found["NL.IMRO.BS1"]["tekst_url"] == rule
    assert [len(part) for part in rows.tables()] == [2, 0, 1]
    assert rows.log == []


@pytest.mark.parametrize("letter", ["G", "P", "R"])
def test_an_area_of_a_structuurvisie_may_have_several_geometries(tmp_path, letter):
    parts = ("0 0 9 0 9 9 0 9 0 0", "20 0 29 0 29 9 20 9 20 0")
    rows = read(
        tmp_path,
        imro_object(
            f"Structuurvisiegebied_{letter}",
            "NL.IMRO.SV1",
            "<imro:naam>Haven</imro:naam><imro:thema>Woon- en werkgebieden</imro:thema>"
            "<imro:cartografieInfo><imro:CartografieInfo><imro:kaartnaam>Kaart</imro:kaartnaam>"
            "</imro:CartografieInfo></imro:cartografieInfo>"
            + "".join(f'<imro:begrenzing xlink:href="#g{n}" />' for n in (0, 1))
            + f'<imro:plangebied xlink:href="#{PLAN}" />',
        ),
        plan_area(kind="structuurvisie", element=f"Structuurvisieplangebied_{letter}"),
        *(
            HOLDER.format(kind="GeometrieStructuurvisieobject", gml_id=f"g{n}", gml=polygon(part))
            for n, part in enumerate(parts)
        ),
    )
    area = rows.polygons.geometry[rows.polygons.table["object_id"] == "NL.IMRO.SV1"]
    assert [shape.area for shape in area] == [162]
    assert rows_by_id(rows)["NL.IMRO.SV1"]["tekst"] == "thema: Woon- en werkgebieden"
    assert set(rows.polygons.table["plan_deel"]) == {None}


@pytest.mark.parametrize(
    ("name", "kind", "part", "role"),
    [
        ("TAM-omgevingsplan Haven", "bestemmingsplan", "tam", Role.TAM),
        ("TAM-projectbesluit Net", "inpassingsplan", "tam", Role.OVERLAY),
        ("TAM-voorbereidingsbesluit Net", "voorbereidingsbesluit", "tam", Role.OVERLAY),
        # Of these no word becomes part of the omgevingsplan.
        ("TAM-omgevingsverordening Zuid", "provinciale verordening", None, Role.NO_VERDICT),
        ("TAM-reactieve interventie Haven", "reactieve aanwijzing", None, Role.OVERLAY),
        ("TAM-instructie Haven", "aanwijzingsbesluit", None, Role.OVERLAY),
    ],
)
def test_the_tijdelijke_alternatieve_maatregelen(tmp_path, name, kind, part, role):
    area = plan_area(name=name, kind=kind, element="Besluitgebied_X")
    table = read(tmp_path, area).polygons.table
    assert table["plan_deel"].tolist() == [part]
    columns = {column: table[column].to_numpy() for column in table}
    zero = table.index.to_numpy()
    (state,) = plan_states(columns, zero, zero != 0, zero == 0)
    assert state.role is role
