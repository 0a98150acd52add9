"""A QGIS window (pytest-qgis) with the workplace in it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

from gui_helpers import write_small_study

from rev_plugin.ui.workplace import Workplace


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """The data GeoPackage of the small study."""
    return write_small_study(tmp_path / "data.gpkg")


@pytest.fixture
def workplace(qgis_iface, qgis_new_project):
    made = Workplace(qgis_iface)
    yield made
    made.close()


@pytest.fixture
def told(workplace: Workplace, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the message bar would have said."""
    said: list[str] = []
    monkeypatch.setattr(workplace.messages, "show", lambda text, *_: said.append(text))
    return said
