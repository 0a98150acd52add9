"""Fixtures for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from rev_plugin.core.rules import Rules, load_rules

REAL_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder with real files beside the checkout; skips where it is absent."""
    if not REAL_DATA.is_dir():
        pytest.skip("no shared/data beside the checkout")
    return REAL_DATA


@pytest.fixture(scope="session")
def rules() -> Rules:
    """The shipped rule tables."""
    return load_rules()
