"""Writes plans as IMRO2012 GML and their manifest, as a municipality publishes them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Optional

import numpy as np
import shapely
from lxml import etree

from rev_plugin.study.demo.tables import INVENTED

IMRO = "http://www.geonovum.nl/imro/2012/1.1"
GML = "http://www.opengis.net/gml/3.2"
XLINK = "http://www.w3.org/1999/xlink"
STRI = "http://www.geonovum.nl/stri/2012/1.0"
_RD = "urn:ogc:def:crs:EPSG::28992"
_NORMS = ("IMRO2012", "PRBP2012", "SVBP2012")


class PlanObject(NamedTuple):
    """One object of a plan, in RD; `values` are (kind with unit, value) of a Maatvoering."""

    kind: str  # the element's name, such as Enkelbestemming
    name: str
    shape: shapely.Geometry
    group: str = ""  # bestemmingshoofdgroep or gebiedsaanduidinggroep
    values: tuple[tuple[str, str], ...] = ()


class Plan(NamedTuple):
    """A plan with its objects; `area` is the plangebied in RD."""

    plan_id: str  # NL.IMRO.9801.name-version
    name: str
    kind: str
    status: str
    dossier: str
    date: str
    code: str  # of the municipality
    authority: str
    area: shapely.Geometry
    objects: Sequence[PlanObject]


def write_plan(plan: Plan, folder: Path) -> Path:
    """The plan as GML in `folder`, named by its id."""
    root = etree.Element(
        f"{{{IMRO}}}FeatureCollectionIMRO", nsmap={"imro": IMRO, "gml": GML, "xlink": XLINK}
    )
    root.set(f"{{{GML}}}id", "Collectie")
    etree.SubElement(root, f"{{{GML}}}description").text = INVENTED
    etree.SubElement(root, f"{{{GML}}}name").text = f"{plan.plan_id}.gml"
    writer = _Writer(root, plan)
    writer.plan_area()
    for number, item in enumerate(plan.objects, start=1):
        writer.object(item, number)
    path = folder / f"{plan.plan_id}.gml"
    etree.ElementTree(root).write(str(path), xml_declaration=True, encoding="UTF-8")
    return path


def write_manifest(plans: Sequence[Plan], folder: Path) -> Path:
    """The manifest of one source holder: its plans with the status of their dossier."""
    first = plans[0]
    root = etree.Element(
        f"{{{STRI}}}Manifest", nsmap={None: STRI}, OverheidsCode=first.code,
        NaamOverheid=first.authority, Datum="2026-10-01",
    )  # fmt: skip
    for plan in plans:
        dossier = etree.SubElement(
            root, f"{{{STRI}}}Dossier", Id=plan.plan_id.rpartition("-")[0], Status=plan.dossier
        )
        entry = etree.SubElement(dossier, f"{{{STRI}}}Plan", Id=plan.plan_id)
        etree.SubElement(entry, f"{{{STRI}}}Naam").text = plan.name
        etree.SubElement(entry, f"{{{STRI}}}Datum").text = plan.date
    path = folder / f"manifest-{first.code}.xml"
    etree.ElementTree(root).write(str(path), xml_declaration=True, encoding="UTF-8")
    return path


def articles(objects: Sequence[PlanObject]) -> dict[str, str]:
    """Article numbers by name of the bestemming, alphabetical as SVBP2012 asks."""
    numbers: dict[str, str] = {}
    for kind in ("Enkelbestemming", "Dubbelbestemming"):
        for name in sorted({item.name for item in objects if item.kind == kind}):
            numbers[name] = str(len(numbers) + 3)
    return numbers


class _Writer:
    """Adds the objects of one plan to a feature collection."""

    def __init__(self, root: etree._Element, plan: Plan) -> None:
        self._root, self._plan = root, plan
        self._articles = articles(plan.objects)
        self._geometries = 0

    def plan_area(self) -> None:
        """The Bestemmingsplangebied with status, authority and norms."""
        plan = self._plan
        local, _, version = plan.plan_id.removeprefix("NL.IMRO.").rpartition("-")
        area = self._feature("Bestemmingsplangebied", plan.plan_id, local, version)
        _text(area, "typePlan", plan.kind)
        _text(area, "beleidsmatigVerantwoordelijkeOverheid", "gemeentelijke overheid")
        _text(area, "naamOverheid", f"gemeente {plan.authority}")
        _text(area, "overheidsCode", plan.code)
        _text(area, "naam", plan.name)
        status = _child(_child(area, "planstatusInfo"), "PlanstatusEnDatum")
        _text(status, "planstatus", plan.status)
        _text(status, "datum", plan.date)
        self._reference(area, "TekstReferentiePG_BP", f"r_{plan.plan_id}.html")
        for norm in _NORMS:
            _text(area, "verwijzingNorm", norm)
        self._geometry(area, plan.area)

    def object(self, item: PlanObject, number: int) -> None:
        """One planobject with the rule that holds for it."""
        plan = self._plan
        short = f"{plan.code}.{item.kind[:2].upper()}{plan.plan_id.rpartition('.')[2]}{number:05d}"
        element = self._feature(item.kind, f"NL.IMRO.{short}", short)
        _text(element, "typePlanobject", item.kind.lower())
        _link(element, "plangebied", plan.plan_id)
        _text(element, "naam", item.name)
        if item.group:
            tag = "gebiedsaanduidinggroep" if item.kind == "Gebiedsaanduiding" else (
                "bestemmingshoofdgroep")  # fmt: skip
            _text(element, tag, item.group)
        article = self._articles.get(item.name)
        if article:
            _text(element, "artikelnummer", article)
            page = f"r_{plan.plan_id}.html#_{article}_{item.name.replace(' ', '')}"
            self._reference(element, "TekstReferentie_BP", page)
        for kind, value in item.values:
            pair = _child(_child(element, "maatvoeringInfo"), "WaardeEnType")
            _text(pair, "waarde", value)
            _text(pair, "waardeType", kind)
        self._geometry(element, item.shape)

    def _feature(
        self, kind: str, gml_id: str, local: str, version: Optional[str] = None
    ) -> etree._Element:
        feature = _child(_child(self._root, "featureMember"), kind)
        feature.set(f"{{{GML}}}id", gml_id)
        identity = _child(_child(feature, "identificatie"), "NEN3610ID")
        _text(identity, "namespace", "NL.IMRO")
        _text(identity, "lokaalID", local)
        if version:
            _text(identity, "versie", version)
        return feature

    def _reference(self, element: etree._Element, kind: str, page: str) -> None:
        reference = _child(_child(element, "verwijzingNaarTekstInfo"), kind)
        _text(reference, "verwijzingNaarTekst", page)
        _text(reference, "typeTekst", "regels")

    def _geometry(self, element: etree._Element, shape: shapely.Geometry) -> None:
        place = _child(element, "geometrie")
        parts = shapely.get_parts(shape)
        if len(parts) > 1:
            line = parts[0].geom_type == "LineString"
            place = self._gml(place, "MultiCurve" if line else "MultiSurface")
        for part in parts:
            inner = place
            if len(parts) > 1:
                member = "curveMember" if part.geom_type == "LineString" else "surfaceMember"
                inner = etree.SubElement(place, f"{{{GML}}}{member}")
            self._single(inner, part)

    def _single(self, place: etree._Element, part: shapely.Geometry) -> None:
        if part.geom_type == "LineString":
            segments = etree.SubElement(self._gml(place, "Curve"), f"{{{GML}}}segments")
            _positions(etree.SubElement(segments, f"{{{GML}}}LineStringSegment"), part)
            return
        patches = etree.SubElement(self._gml(place, "Surface"), f"{{{GML}}}patches")
        patch = etree.SubElement(patches, f"{{{GML}}}PolygonPatch")
        for ring, tag in ((part.exterior, "exterior"), *((r, "interior") for r in part.interiors)):
            edge = etree.SubElement(patch, f"{{{GML}}}{tag}")
            _positions(etree.SubElement(edge, f"{{{GML}}}LinearRing"), ring)

    def _gml(self, place: etree._Element, tag: str) -> etree._Element:
        self._geometries += 1
        element = etree.SubElement(place, f"{{{GML}}}{tag}")
        element.set(f"{{{GML}}}id", f"g{self._geometries}")
        element.set("srsName", _RD)
        return element


def _child(parent: etree._Element, tag: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{IMRO}}}{tag}")


def _text(parent: etree._Element, tag: str, text: str) -> None:
    _child(parent, tag).text = text


def _link(parent: etree._Element, tag: str, target: str) -> None:
    _child(parent, tag).set(f"{{{XLINK}}}href", f"#{target}")


def _positions(parent: etree._Element, line: shapely.Geometry) -> None:
    numbers = np.round(shapely.get_coordinates(line), 3).ravel()
    etree.SubElement(parent, f"{{{GML}}}posList").text = " ".join(map(repr, numbers.tolist()))
