"""The styles of the map are safe to draw with."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from rev_plugin.core.model import NET_DISCLAIMER, PLAN_DISCLAIMER

RESOURCES = Path(__file__).resolve().parents[2] / "rev_plugin" / "resources"
STYLES = RESOURCES / "styles"
SHIPPED = sorted([*STYLES.glob("*.qml"), *(RESOURCES / "layouts").glob("*.qpt")])
# Names that every system knows, or that come with Windows and macOS: QGIS fetches none of them.
NEUTRAL = {"Sans Serif", "Segoe UI", "Arial"}
FAMILY = re.compile(r'(?:\bfontFamily|<family name|<font(?:Properties)? [^>]*\bfamily)="([^"]*)"')
DESCRIBED = re.compile(r'\b(?:description|fontdesc)="([^",]+),-?[\d.]+,')  # a QFont as text
# An aggregate looks at the project from the thread that draws: QGIS 3.40 crashes on it now and
# then, when the project changes meanwhile.
AGGREGATE = re.compile(
    r"\b(aggregate|relation_aggregate|minimum|maximum|sum|mean|median|array_agg|concatenate|"
    r"count_distinct|count_missing|get_feature|get_feature_by_id|overlay_\w+)\("
)


@pytest.mark.parametrize("path", sorted(STYLES.glob("*.qml")), ids=lambda path: path.stem)
def test_no_style_asks_for_other_features_while_drawing(path: Path) -> None:
    assert AGGREGATE.search(path.read_text(encoding="utf-8")) is None


@pytest.mark.parametrize(
    ("name", "sentences"),
    [
        ("quickscan", (PLAN_DISCLAIMER, *NET_DISCLAIMER.split("{peildatum}"))),
        ("planfit", (PLAN_DISCLAIMER,)),
        ("netruimte", NET_DISCLAIMER.split("{peildatum}")),
        ("voedingsgebieden", NET_DISCLAIMER.split("{peildatum}")),
    ],
)
def test_a_map_tip_with_a_verdict_has_the_fixed_sentence(name: str, sentences: list[str]) -> None:
    style = (STYLES / f"{name}.qml").read_text(encoding="utf-8")
    told = html.unescape(style.partition("<mapTip")[2].partition("</mapTip>")[0])
    for sentence in sentences:
        assert sentence in told


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_no_style_or_page_names_a_font_that_qgis_would_fetch(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert {*FAMILY.findall(text), *DESCRIBED.findall(text)} <= NEUTRAL


def test_the_fonts_of_styles_and_pages_are_found() -> None:
    named = {name for path in SHIPPED for name in FAMILY.findall(path.read_text(encoding="utf-8"))}
    assert "Sans Serif" in named


def test_the_map_marks_a_verdict_that_was_overruled() -> None:
    style = html.unescape((STYLES / "quickscan.qml").read_text(encoding="utf-8"))
    mark = """if("plan_zekerheid" = 'overruled', ' (overruled)', '')"""
    label, tip = f"""fieldName=""locatie" || {mark}\"""", f"""'_', ' ') || {mark}"""
    for place in (label, tip):
        assert place in style.replace("&quot;", '"')
