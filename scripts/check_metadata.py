"""Checks metadata.txt for what QGIS and its plugin repository ask."""

from __future__ import annotations

import configparser
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NEEDED = (
    "name", "description", "about", "version", "qgisMinimumVersion", "qgisMaximumVersion",
    "author", "email", "license", "icon", "hasProcessingProvider", "tags", "category",
)  # fmt: skip


def problems() -> list[str]:
    """What is wrong, one sentence each."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    general = dict(parser["general"]) if parser.has_section("general") else {}
    found = [f"{key} is missing or empty" for key in NEEDED if not general.get(key, "").strip()]
    if general.get("qgisMinimumVersion") != "3.40":
        found.append("qgisMinimumVersion is not 3.40")
    if general.get("qgisMaximumVersion") != "4.99":
        found.append("qgisMaximumVersion is not 4.99")
    if general.get("hasProcessingProvider") != "yes":
        found.append("hasProcessingProvider is not yes; qgis_process would not load the plugin")
    if "supportsQt6" in general:
        found.append("supportsQt6 is obsolete")
    if not re.fullmatch(r"\d+\.\d+\.\d+", general.get("version", "")):
        found.append("version is not like 1.2.3")
    if not (ROOT / "rev_plugin" / general.get("icon", "")).is_file():
        found.append("the icon does not exist")
    return found


if __name__ == "__main__":
    lines = problems()
    print("\n".join(f"metadata.txt: {line}" for line in lines) or "metadata.txt: ok")
    sys.exit(bool(lines))
