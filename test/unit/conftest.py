"""What all tests without QGIS share."""

from __future__ import annotations

import gc


def pytest_collection_finish() -> None:
    """Two thousand tests walk no more through all that the imports made."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
