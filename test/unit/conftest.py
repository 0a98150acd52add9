"""What all tests without QGIS share."""

from __future__ import annotations

import gc

from hypothesis.internal.conjecture import providers


def pytest_configure() -> None:
    """Hypothesis draws constants from all modules outside site-packages; Debian keeps numpy,
    scipy and matplotlib outside, and reading those takes longer than the tests that draw."""
    providers._get_local_constants = lambda: providers._local_constants


def pytest_collection_finish() -> None:
    """Two thousand tests walk no more through all that the imports made."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
