"""The styles of the map are safe to draw with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STYLES = Path(__file__).resolve().parents[2] / "rev_plugin" / "resources" / "styles"
# An aggregate looks at the project from the thread that draws: QGIS 3.40 crashes on it now and
# then, when the project changes meanwhile.
AGGREGATE = re.compile(
    r"\b(aggregate|relation_aggregate|minimum|maximum|sum|mean|median|array_agg|concatenate|"
    r"count_distinct|count_missing|get_feature|get_feature_by_id|overlay_\w+)\("
)


@pytest.mark.parametrize("path", sorted(STYLES.glob("*.qml")), ids=lambda path: path.stem)
def test_no_style_asks_for_other_features_while_drawing(path: Path) -> None:
    assert AGGREGATE.search(path.read_text(encoding="utf-8")) is None
