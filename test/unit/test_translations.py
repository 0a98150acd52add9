"""Every Dutch text of the code has an English one, with the same values in it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

import translations

FIELD = re.compile(r"{\w+}")


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return translations.texts()


def test_every_text_is_translated(texts: list[str]) -> None:
    known = translations.read()
    missing = [text for text in texts if not known.get(text)]
    assert missing == [], "run scripts/translations.py and translate these"


def test_no_translation_is_left_over(texts: list[str]) -> None:
    assert set(translations.read()) <= set(texts)


def test_translations_hold_the_same_values() -> None:
    for source, translation in translations.read().items():
        assert set(FIELD.findall(source)) == set(FIELD.findall(translation)), source


def test_a_text_that_is_no_literal_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('tr(f"laag {naam}")\n', encoding="utf-8")
    with pytest.raises(ValueError, match="a.py:1"):
        translations.texts(tmp_path)
