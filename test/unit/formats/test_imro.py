"""IMRO 2006, 2008 and 2012: every object a row, whatever the file does."""

from __future__ import annotations

import gc

import pytest
from plan_files import (
    HOLE,
    RD,
    SQUARE,
    collection,
    imro_object,
    plan_area,
    polygon,
    write,
)

from rev_plugin.core.columns import PLAN_OBJECT
from rev_plugin.core.model import Cancelled, InputError, Silent
from rev_plugin.formats.imro import read_imro

ZONE = "<imro:naam>Bedrijf - Nutsvoorziening</imro:naam>"
LABEL = (
    f"<imro:labelInfo><imro:Label><imro:tekst>B</imro:tekst><imro:positie><imro:Labelpositie>"
    f"<imro:plaatsingspunt><gml:Point {RD}><gml:pos>150 150</gml:pos></gml:Point>"
    "</imro:plaatsingspunt></imro:Labelpositie></imro:positie></imro:Label></imro:labelInfo>"
)


def read(tmp_path, *members, version="2012"):
    return read_imro(write(tmp_path, collection(*members, version=version)))


def row(rows, object_id):
    table = rows.polygons.table
    return table.loc[table["object_id"] == object_id].iloc[0]


@pytest.mark.parametrize("version", ["2008", "2012"])
def test_an_object_has_the_columns_of_its_plan(tmp_path, version):
    zone = imro_object(
        "Enkelbestemming",
        "NL.IMRO.EP1",
        ZONE + "<imro:bestemmingshoofdgroep>bedrijf</imro:bestemmingshoofdgroep>"
        "<imro:artikelnummer>4</imro:artikelnummer><imro:verwijzingNaarTekstInfo>"
        "<imro:TekstReferentie_BP><imro:verwijzingNaarTekst>t_x.html</imro:verwijzingNaarTekst>"
        "<imro:typeTekst>toelichting</imro:typeTekst></imro:TekstReferentie_BP>"
        "</imro:verwijzingNaarTekstInfo><imro:verwijzingNaarTekstInfo><imro:TekstReferentie_BP>"
        "<imro:verwijzingNaarTekst>r_x.html#a 4</imro:verwijzingNaarTekst><imro:typeTekst>regels"
        "</imro:typeTekst></imro:TekstReferentie_BP></imro:verwijzingNaarTekstInfo>"
        + LABEL
        + '<imro:plangebied xlink:href="#NL.IMRO.0999.BP1"/>',
        polygon(SQUARE),
        version,
    )
    rows = read(tmp_path, zone, plan_area(version=version), version=version)
    found = row(rows, "NL.IMRO.EP1").dropna().to_dict()
    assert found == {
        "plan_id": "NL.IMRO.0999.BP1",
        "plan_naam": "Testplan",
        "plan_type": "bestemmingsplan",
        "plan_status": "vastgesteld",
        "plan_deel": "tijdelijk",
        "overheid": "gemeente Durperdam",
        "datum": "2020-01-31",
        "object_id": "NL.IMRO.EP1",
        "object_type": "Enkelbestemming",
        "hoofdgroep": "bedrijf",
        "naam": "Bedrijf - Nutsvoorziening",
        "artikel": "4",
        "tekst_url": "https://www.ruimtelijkeplannen.nl/documents/NL.IMRO.0999.BP1/r_x.html#a%204",
        "bron": f"plan.gml (IMRO{version})",
    }
    assert list(rows.polygons.table.columns) == [column.name for column in PLAN_OBJECT]
    assert len(rows.points) == 0  # the label is no geometry
    assert rows.counts == {"Enkelbestemming": (1, 1), "Bestemmingsplangebied": (1, 1)}


def test_2006_polygon_is_read_and_not_its_label(tmp_path):
    """In 2006 the geometry is wrapped once more, and the label comes first."""
    zone = imro_object(
        "Enkelbestemming",
        "EP1",
        LABEL + "<imro:naam>Wonen</imro:naam><imro:verwijzingNaarTekst>t_1.html"
        "</imro:verwijzingNaarTekst><imro:verwijzingNaarTekst>v_1.html</imro:verwijzingNaarTekst>",
        f"<imro:PuntLijnVlak><imro:geometrieVlak>{polygon(SQUARE)}</imro:geometrieVlak>"
        "</imro:PuntLijnVlak>",
        "2006",
    )
    size = imro_object(
        "Maatvoering",
        "MP1",
        "<imro:maatvoering><imro:MatrixEnWaarde><imro:omvangWaarde><imro:OmvangWaardeBP>"
        + LABEL
        + "<imro:waarde>9</imro:waarde><imro:waardeType>maatvoering; hoogte; maximum bouwhoogte "
        "(m)</imro:waardeType></imro:OmvangWaardeBP></imro:omvangWaarde></imro:MatrixEnWaarde>"
        "</imro:maatvoering>",
        f"<imro:PuntLijnVlakMulti><imro:geometrieVlak>{polygon(SQUARE)}</imro:geometrieVlak>"
        "</imro:PuntLijnVlakMulti>",
        "2006",
    )
    area = plan_area(kind="gemeentelijk plan; bestemmingsplan artikel 10", version="2006")
    rows = read(tmp_path, zone, size, area, version="2006")
    assert [len(part) for part in rows.tables()] == [3, 0, 0]
    assert rows.polygons.geometry[0].area == 10_000
    assert row(rows, "EP1")["plan_type"] == "bestemmingsplan"
    assert row(rows, "EP1")["tekst_url"].endswith("/v_1.html")
    assert row(rows, "MP1")[["naam", "waarde", "eenheid"]].tolist() == [
        "maximum bouwhoogte",
        "9",
        "m",
    ]


def test_a_maatvoering_has_a_row_per_value(tmp_path):
    values = (("7", "maximum bouwhoogte (m)"), ("60", "maximum bebouwingspercentage terrein (%)"),
              ("3", "maximum aantal wooneenheden"))  # fmt: skip
    info = "".join(
        f"<imro:maatvoeringInfo><imro:WaardeEnType><imro:waarde>{value}</imro:waarde>"
        f"<imro:waardeType>{kind}</imro:waardeType></imro:WaardeEnType></imro:maatvoeringInfo>"
        for value, kind in values
    )
    size = imro_object("Maatvoering", "NL.IMRO.MV1", info, polygon(SQUARE))
    rows = read(tmp_path, size, plan_area())
    sizes = rows.polygons.table.iloc[:3]
    assert sizes[["naam", "waarde", "eenheid"]].to_numpy().tolist() == [
        ["maximum bouwhoogte", "7", "m"],
        ["maximum bebouwingspercentage terrein", "60", "%"],
        ["maximum aantal wooneenheden", "3", None],
    ]
    assert len({g.wkb for g in rows.polygons.geometry[:3]}) == 1
    assert rows.counts["Maatvoering"] == (1, 3)


@pytest.mark.parametrize(
    ("kind", "name", "unit"),
    [
        ("maximum vloeroppervlakte; bvo (m2)", "maximum vloeroppervlakte; bvo", "m2"),
        ("minimum vloeroppervlakte; netto (m2)", "minimum vloeroppervlakte; netto", "m2"),
        ("dakhelling (graden)", "dakhelling", "graden"),
        ("maximum aantal bouwlagen", "maximum aantal bouwlagen", None),
        ("other: maximum masthoogte (m)", "maximum masthoogte", "m"),
        ("maatvoering; hoogte; goothoogte; maximum goothoogte (m)", "maximum goothoogte", "m"),
    ],
)
def test_the_name_and_unit_of_a_measure(tmp_path, kind, name, unit):
    info = (
        "<imro:maatvoeringInfo><imro:WaardeEnType><imro:waarde>7</imro:waarde><imro:waardeType>"
        f"{kind}</imro:waardeType></imro:WaardeEnType></imro:maatvoeringInfo>"
    )
    rows = read(
        tmp_path, imro_object("Maatvoering", "NL.IMRO.MV1", info, polygon(SQUARE)), plan_area()
    )
    assert row(rows, "NL.IMRO.MV1")[["naam", "waarde", "eenheid"]].tolist() == [name, "7", unit]


def test_an_aanduiding_has_the_article_of_its_bestemmingsvlak(tmp_path):
    zone = imro_object(
        "Enkelbestemming",
        "NL.IMRO.EP1",
        "<imro:artikelnummer>5</imro:artikelnummer>",
        polygon(SQUARE),
    )
    building = imro_object(
        "Bouwvlak",
        "NL.IMRO.BV1",
        '<imro:bestemmingsvlak xlink:href="#NL.IMRO.EP1"/>',
        polygon(HOLE),
    )
    size = imro_object(
        "Maatvoering", "NL.IMRO.MV1", '<imro:aanduiding xlink:href="#NL.IMRO.BV1"/>', polygon(HOLE)
    )
    loop = imro_object(
        "Bouwvlak", "NL.IMRO.BV2", '<imro:bestemmingsvlak xlink:href="#NL.IMRO.BV2"/>'
    )
    rows = read(tmp_path, size, building, zone, loop, plan_area())
    assert row(rows, "NL.IMRO.MV1")["artikel"] == "5"
    assert row(rows, "NL.IMRO.BV2")["artikel"] is None


@pytest.mark.parametrize(
    "kind",
    ["Enkelbestemming", "Dubbelbestemming", "Gebiedsaanduiding", "Functieaanduiding", "Bouwvlak",
     "Bouwaanduiding", "Lettertekenaanduiding", "Besluitvlak_X", "Besluitsubvlak_A",
     "Structuurvisiegebied_G", "ProvinciaalGebied", "Onthoudingsgebied", "IetsVanLater"],
)  # fmt: skip
def test_every_kind_of_object_is_a_row(tmp_path, kind):
    rows = read(tmp_path, imro_object(kind, "NL.IMRO.X1", "", polygon(SQUARE)), plan_area())
    assert rows.counts[kind] == (1, 1)
    assert row(rows, "NL.IMRO.X1")["object_type"] == kind


def test_lines_and_points_have_layers_of_their_own(tmp_path):
    figure = imro_object(
        "Figuur",
        "NL.IMRO.FI1",
        "",
        "<gml:LineString><gml:posList>0 0 3 4</gml:posList></gml:LineString>",
    )
    letter = imro_object(
        "Lettertekenaanduiding", "NL.IMRO.LA1", "", "<gml:Point><gml:pos>1 2</gml:pos></gml:Point>"
    )
    both = imro_object(
        "Structuurvisiegebied_P",
        "NL.IMRO.SV1",
        "",
        f"<gml:MultiGeometry><gml:geometryMember>{polygon(SQUARE)}</gml:geometryMember>"
        "<gml:geometryMember><gml:LineString><gml:posList>0 0 1 1</gml:posList></gml:LineString>"
        "</gml:geometryMember></gml:MultiGeometry>",
    )
    rows = read(tmp_path, figure, letter, both, plan_area())
    ids = [part.table["object_id"].tolist() for part in rows.tables()]
    assert ids == [["NL.IMRO.SV1", "NL.IMRO.0999.BP1"], ["NL.IMRO.FI1", "NL.IMRO.SV1"],
                   ["NL.IMRO.LA1"]]  # fmt: skip
    assert rows.lines.geometry[0].length == 5


def test_a_geometry_of_its_own_object_is_linked(tmp_path):
    """Structuurvisies: begrenzing points at a GeometrieStructuurvisieObject."""
    area = imro_object(
        "Structuurvisiegebied_G",
        "NL.IMRO.SG1",
        "<imro:naam>Energiehub</imro:naam><imro:thema>energie</imro:thema>"
        "<imro:beleidInfo><imro:BeleidInfo_GSV><imro:belang>lokaal</imro:belang><imro:rol>"
        "regie</imro:rol></imro:BeleidInfo_GSV></imro:beleidInfo>"
        '<imro:begrenzing xlink:href="#G1"/><imro:begrenzing xlink:href="#G2"/>'
        '<imro:begrenzing xlink:href="#G9"/>',
    )
    holders = "".join(
        f'<imro:GeometrieStructuurvisieObject gml:id="G{n}"><imro:geometrie>{polygon(ring)}'
        "</imro:geometrie><imro:idealisatie>exact</imro:idealisatie>"
        "</imro:GeometrieStructuurvisieObject>"
        for n, ring in ((1, SQUARE), (2, "300 0 310 0 310 10 300 0"), (3, HOLE))
    )
    rows = read(tmp_path, area, holders, plan_area(kind="structuurvisie"))
    assert rows.polygons.geometry[0].area == 10_050
    assert row(rows, "NL.IMRO.SG1")["tekst"] == "belang: lokaal, rol: regie; thema: energie"
    assert "GeometrieStructuurvisieObject" not in rows.counts
    assert any("G9" in line for line in rows.log)
    assert any("geen object naar verwijst: G3." in line for line in rows.log)


def test_a_geometry_elsewhere_in_the_file_is_followed(tmp_path):
    """xlink to the geometry of another object, that itself points on."""
    one = imro_object("Bouwvlak", "NL.IMRO.BV1", "", polygon(SQUARE, gml_id="g1"))
    two = (
        '<imro:Bouwvlak gml:id="NL.IMRO.BV2"><imro:identificatie>NL.IMRO.BV2</imro:identificatie>'
        '<imro:geometrie xlink:href="#g2"/></imro:Bouwvlak>'
    )
    three = imro_object(
        "Bouwvlak",
        "NL.IMRO.BV3",
        "",
        '<gml:MultiSurface gml:id="g2"><gml:surfaceMember xlink:href="#g1"/></gml:MultiSurface>',
    )
    lost = imro_object(
        "Bouwvlak",
        "NL.IMRO.BV4",
        "",
        '<gml:MultiSurface><gml:surfaceMember xlink:href="#nergens"/></gml:MultiSurface>',
    )
    rows = read(tmp_path, two, one, three, lost, plan_area())
    areas = [None if g is None else g.area for g in rows.polygons.geometry]
    assert areas == [10_000, 10_000, 10_000, None, 10_000]
    assert any("#nergens" in line and "NL.IMRO.BV4" in line for line in rows.log)


def test_what_has_no_usable_geometry_stays_and_is_named(tmp_path):
    rows = read(
        tmp_path,
        imro_object("Bouwvlak", "NL.IMRO.BV1"),
        imro_object("Bouwvlak", "NL.IMRO.BV2", "", polygon("0 0 1 x 1 1 0 0")),
        imro_object("Bouwvlak", "NL.IMRO.BV3", "", polygon(SQUARE, srs='srsName="EPSG:1"')),
        imro_object("Bouwvlak", "NL.IMRO.BV4", "", polygon("0 0 9e9 0 1 1 0 0")),
        imro_object("Bouwvlak", "NL.IMRO.BV5", "", polygon("0 0 10 10 10 0 0 10 0 0")),
        plan_area(),
    )
    assert [g is None for g in rows.polygons.geometry] == [True] * 4 + [False] * 2
    text = "\n".join(rows.log)
    assert "(geen geometrie): NL.IMRO.BV1." in text
    assert "NL.IMRO.BV2" in text
    assert 'coördinatenstelsel "EPSG:1"' in text
    assert "buiten Nederland" in text
    assert "1 ongeldige vlakken hersteld: NL.IMRO.BV5." in text
    assert rows.counts["Bouwvlak"] == (5, 5)


def test_stray_text_beside_a_geometry_does_not_hide_it(tmp_path):
    shape = imro_object("Bouwvlak", "NL.IMRO.BV1", "", f" x {polygon(SQUARE)} <!-- y --> ")
    assert read(tmp_path, shape, plan_area()).polygons.geometry[0].area == 10_000


def test_an_object_inside_another_is_not_lost(tmp_path):
    inner = imro_object("Enkelbestemming", "NL.IMRO.EP1", "", polygon(SQUARE))
    outer = imro_object(
        "Bouwvlak", "NL.IMRO.BV1", f"<imro:bestemmingsvlak>{inner}</imro:bestemmingsvlak>",
        polygon(HOLE),
    )  # fmt: skip
    rows = read(tmp_path, outer, plan_area())
    assert rows.counts["Enkelbestemming"] == (1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "<a/>",
        collection(),
        '<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs"><wfs:member><x/>'
        "</wfs:member></wfs:FeatureCollection>",
    ],
)
def test_what_is_no_imro_is_refused(tmp_path, text):
    with pytest.raises(InputError, match="geen IMRO-object"):
        read_imro(write(tmp_path, text))


def test_a_truncated_plan_names_the_line(tmp_path):
    text = collection(imro_object("Bouwvlak", "NL.IMRO.BV1", "", polygon(SQUARE)), plan_area())
    with pytest.raises(InputError, match="regel"):
        read_imro(write(tmp_path, text[:-200]))


def test_cancel_stops_reading(tmp_path):
    class Cancel(Silent):
        def check(self):
            raise Cancelled

    with pytest.raises(Cancelled):
        read_imro(write(tmp_path, collection(plan_area())), Cancel())


def test_nothing_is_written_beside_the_file(tmp_path):
    read(tmp_path, plan_area())
    assert [path.name for path in tmp_path.iterdir()] == ["plan.gml"]


DORP = {"Enkelbestemming": 418, "Dubbelbestemming": 27, "Bouwvlak": 332, "Maatvoering": 493,
        "Bouwaanduiding": 157, "Functieaanduiding": 72, "Figuur": 1, "Gebiedsaanduiding": 2,
        "Bestemmingsplangebied": 1}  # fmt: skip
VALKENHORST = {"Enkelbestemming": 45, "Dubbelbestemming": 43, "Functieaanduiding": 49,
               "Bouwaanduiding": 2, "Gebiedsaanduiding": 4, "Bestemmingsplangebied": 1}  # fmt: skip


@pytest.mark.real
@pytest.mark.parametrize(
    ("name", "elements", "sizes"),
    [
        ("NL.IMRO.0537.bpVLKdorp-va02.gml", DORP, [1990, 1, 0]),
        ("NL.IMRO.0537.bpVLKplv-VA01.gml", VALKENHORST, [144, 0, 0]),
    ],
)
def test_the_katwijk_plans(real_data, name, elements, sizes):
    rows = read_imro(real_data / "katwijk" / "plans" / name)
    assert {kind: count for kind, (count, _) in rows.counts.items()} == elements
    assert [len(part) for part in rows.tables()] == sizes
    assert all(g is not None and g.is_valid for part in rows.tables() for g in part.geometry)
    assert not [line for line in rows.log if "zonder bruikbare" in line]
    table = rows.polygons.table
    assert table["plan_id"].unique().tolist() == [name[:-4]]
    zones = table["object_type"] == "Enkelbestemming"
    assert table.loc[zones, ["hoofdgroep", "artikel", "naam", "tekst_url"]].notna().all(axis=None)
    area = rows.polygons.geometry[table["object_type"] == "Bestemmingsplangebied"][0]
    covered = sum(g.area for g in rows.polygons.geometry[zones])
    assert covered == pytest.approx(area.area, rel=1e-3)  # enkelbestemmingen fill the plan


def test_the_search_for_garbage_is_on_again(tmp_path):
    read(tmp_path, plan_area())
    assert gc.isenabled()
    with pytest.raises(InputError):
        read_imro(write(tmp_path, "<a"))
    assert gc.isenabled()
