"""The plugin's own version, read once from metadata.txt."""

from __future__ import annotations

import configparser
from functools import lru_cache
from pathlib import Path

_PLACES = (Path(__file__).parent, Path(__file__).parent.parent)  # installed, checkout


@lru_cache(maxsize=1)
def plugin_version() -> str:
    """The version of metadata.txt, beside this file (installed) or above it (checkout).

    Returns "onbekend" when there is no metadata.txt at all.
    """
    for folder in _PLACES:
        metadata = configparser.ConfigParser(interpolation=None)
        if metadata.read(folder / "metadata.txt", encoding="utf-8"):
            return metadata.get("general", "version", fallback="onbekend")
    return "onbekend"
