"""Styles and layout templates without what QGIS assumes anyway: a third of the size to load."""

from __future__ import annotations

import re

from lxml import etree

NO_SCALE = "3x:0,0,0,0,0,0"  # "no limits" of sizes in map units
ASSUMED = {  # by a simple line
    "align_dash_pattern": "0", "dash_pattern_offset": "0", "dash_pattern_offset_unit": "MM",
    "draw_inside_polygon": "0", "ring_filter": "0", "trim_distance_end": "0",
    "trim_distance_end_unit": "MM", "trim_distance_start": "0", "trim_distance_start_unit": "MM",
    "tweak_dash_pattern_on_corners": "0", "use_custom_dash": "0",
}  # fmt: skip
DEFINED = ("data_defined_properties", "dataDefinedProperties", "dd_properties")


def lean(text: str) -> str:
    """QML or QPT without empty data-defined properties, unset limits and colours said twice."""
    head, _, body = text.partition("\n") if text.startswith("<!DOCTYPE") else ("", "", text)
    root = etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True))
    for element in list(root.iter(*DEFINED)):
        if not _is_defined(element):
            _remove(element)
    for option in list(root.iter("Option")):
        value = option.get("value", "")
        if value == NO_SCALE or ASSUMED.get(option.get("name")) == value:
            _remove(option)
        elif ",rgb:" in value:
            option.set("value", re.sub(r",rgb:[\d.,e-]+$", "", value))
    etree.indent(root, " ")
    lines = etree.tostring(root, encoding="unicode")
    return f"{head}\n{lines}\n" if head else f"{lines}\n"


def _is_defined(element: etree._Element) -> bool:
    """Whether any property is defined by data."""
    return any(
        len(option) for option in element.iter("Option") if option.get("name") == "properties"
    )


def _remove(element: etree._Element) -> None:
    element.getparent().remove(element)
