"""A tiny STOP/IMOW delivery, written out by hand for the tests."""

from __future__ import annotations

from pathlib import Path

CONCEPT = "http://standaarden.omgevingswet.overheid.nl"
TEXT = """<AanleveringBesluit xmlns="https://standaarden.overheid.nl/lvbb/stop/aanlevering/">
<BesluitVersie><BesluitMetadata><soortProcedure>/join/id/stop/proceduretype_definitief
</soortProcedure></BesluitMetadata><Procedureverloop><Procedurestap>
<soortStap>/join/id/stop/procedure/stap_002</soortStap><voltooidOp>2024-05-06</voltooidOp>
</Procedurestap></Procedureverloop><RegelingCompact xmlns="https://standaarden.overheid.nl/stop/imop/tekst/">
<Artikel eId="art_2.1" wId="w1"><Kop><Label>Artikel</Label><Nummer>2.1</Nummer><Opschrift>Net
</Opschrift></Kop><Lid eId="art_2.1__para_1" wId="w1l1"><LidNummer>1.</LidNummer><Inhoud><Al>Een
station is <IntRef ref="x">toegestaan</IntRef>.</Al><Lijst><Li><LiNummer>a.</LiNummer><Al>tot 3 m
</Al></Li></Lijst></Inhoud></Lid></Artikel></RegelingCompact></BesluitVersie>
<RegelingVersieInformatie><ExpressionIdentificatie><FRBRWork>/akn/nl/act/gm0999/2024/plan</FRBRWork>
</ExpressionIdentificatie><RegelingMetadata><eindverantwoordelijke>/tooi/id/gemeente/gm0999
</eindverantwoordelijke><soortRegeling>/join/id/stop/regelingtype_003</soortRegeling>
<officieleTitel>Omgevingsplan Durperdam</officieleTitel></RegelingMetadata>
</RegelingVersieInformatie></AanleveringBesluit>"""
GIO = """<geo:GeoInformatieObjectVaststelling xmlns:geo="https://standaarden.overheid.nl/stop/imop/geo/"
xmlns:basisgeo="http://www.geostandaarden.nl/basisgeometrie/1.0" xmlns:gml="http://www.opengis.net/gml/3.2">
<geo:locaties>{locations}</geo:locaties></geo:GeoInformatieObjectVaststelling>"""
LOCATION = """<geo:Locatie><geo:geometrie><basisgeo:Geometrie><basisgeo:id>{name}</basisgeo:id>
<basisgeo:geometrie>{gml}</basisgeo:geometrie></basisgeo:Geometrie></geo:geometrie></geo:Locatie>"""
BARE = """<geo:FeatureCollectionGeometrie xmlns:gml="http://www.opengis.net/gml/3.2"
xmlns:geo="http://www.geostandaarden.nl/basisgeometrie/{version}"><geo:featureMember><geo:Geometrie>
<geo:id>{name}</geo:id><geo:geometrie>{gml}</geo:geometrie></geo:Geometrie></geo:featureMember>
</geo:FeatureCollectionGeometrie>"""
OW = """<ow-dc:owBestand xmlns:ow-dc="http://www.geostandaarden.nl/imow/bestanden/deelbestand"
xmlns:sl="urn:sl" xmlns:xlink="http://www.w3.org/1999/xlink"><sl:stand>{objects}</sl:stand></ow-dc:owBestand>"""
MANIFEST = """<manifest xmlns="http://www.overheid.nl/2017/lvbb"><bestand><bestandsnaam>{}
</bestandsnaam></bestand></manifest>"""
SQUARE = """<gml:Polygon srsName="urn:ogc:def:crs:EPSG::28992"><gml:exterior><gml:LinearRing>
<gml:posList>{x} 0 {x1} 0 {x1} 100 {x} 100 {x} 0</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon>"""


def square(x: int) -> str:
    """100 × 100 m from (x, 0)."""
    return SQUARE.format(x=x, x1=x + 100)


def ow_object(kind: str, identity: str, content: str = "", mark: str = "") -> str:
    """One owObject."""
    return (
        f"<ow-dc:owObject><{kind} {mark}><identificatie>{identity}</identificatie>{content}"
        f"</{kind}></ow-dc:owObject>"
    )


def ref(name: str, *targets: str, kind: str = "Ref") -> str:
    """A property with references."""
    inside = "".join(f'<{kind} xlink:href="{target}"/>' for target in targets)
    return f"<{name}>{inside}</{name}>"


OBJECTS = (
    ow_object("Gebied", "g1", ref("geometrie", "uuid-1")),
    ow_object("Gebied", "g2", ref("geometrie", "uuid-2")),
    ow_object("Gebiedengroep", "gg", ref("groepselement", "g1", "g2")),
    ow_object("Regeltekst", "rt1", mark='wId="w1l1"'),
    ow_object(
        "Activiteit",
        "act1",
        f"<naam>bouwen van een station</naam><groep>{CONCEPT}/activiteit/id/concept/"
        "BouwactiviteitRuimtelijk</groep>",
    ),
    ow_object(
        "RegelVoorIedereen",
        "jr1",
        ref("artikelOfLid", "rt1")
        + ref("locatieaanduiding", "gg")
        + ref("gebiedsaanwijzing", "ga1")
        + ref("omgevingsnormaanduiding", "norm1")
        + '<activiteitaanduiding><ActiviteitRef xlink:href="act1"/><ActiviteitLocatieaanduiding>'
        "<identificatie>ala1</identificatie><activiteitregelkwalificatie>"
        f"{CONCEPT}/activiteitregelkwalificatie/id/concept/Vergunningplicht"
        "</activiteitregelkwalificatie>"
        + ref("locatieaanduiding", "g1")
        + "</ActiviteitLocatieaanduiding></activiteitaanduiding>",
    ),
    ow_object(
        "Gebiedsaanwijzing",
        "ga1",
        f"<type>{CONCEPT}/typegebiedsaanwijzing/id/concept/Leiding</type><naam>Kabeltracé</naam>"
        f"<groep>{CONCEPT}/leiding/id/concept/Reserveringsgebied</groep>"
        + ref("locatieaanduiding", "g2"),
    ),
    ow_object(
        "Omgevingsnorm",
        "norm1",
        f"<naam>maximum bouwhoogte</naam><eenheid>{CONCEPT}/eenheid/id/concept/Meter</eenheid>"
        "<normwaarde><Normwaarde><identificatie>nw1</identificatie><kwantitatieveWaarde>3"
        "</kwantitatieveWaarde>"
        + ref("locatieaanduiding", "g1")
        + "</Normwaarde><Normwaarde><identificatie>nw2</identificatie><kwalitatieveWaarde>hoog"
        "</kwalitatieveWaarde>" + ref("locatieaanduiding", "g2") + "</Normwaarde></normwaarde>",
    ),
    ow_object("Pons", "pons1", ref("locatieaanduiding", "g2")),
    ow_object("Regelingsgebied", "rg1", ref("locatieaanduiding", "ambt")),
    ow_object("Ambtsgebied", "ambt"),
    ow_object("Kaart", "kaart1"),
)


def delivery(folder: Path, objects: tuple[str, ...] = OBJECTS) -> Path:
    """All files of the delivery in `folder`."""
    locations = "".join(
        LOCATION.format(name=f"uuid-{n}", gml=square(x)) for n, x in ((1, 0), (2, 200))
    )
    files = {
        "besluit.xml": TEXT,
        "gebied.gml": GIO.format(locations=locations),
        "ow.xml": OW.format(objects="".join(objects)),
        "manifest.xml": MANIFEST.format("besluit.xml"),
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
