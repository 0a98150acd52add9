"""Checks metadata.txt for what QGIS, its plugin repository and this project ask of it."""

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
FIXED = {
    "qgisMinimumVersion": "3.40",
    "qgisMaximumVersion": "4.99",
    "hasProcessingProvider": "yes",  # else qgis_process does not load the plugin
    "license": "GPL-2.0-or-later",
}
SAID = ("niet van TNO", "not by TNO", "R12789")  # whose work this is not


def problems(root: Path = ROOT) -> list[str]:
    """What is wrong, one sentence each."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(root / "metadata.txt", encoding="utf-8")
    general = dict(parser["general"]) if parser.has_section("general") else {}
    version, about = general.get("version", ""), general.get("about", "")

    found = [f"{key} is missing or empty" for key in NEEDED if not general.get(key, "").strip()]
    found += [f"{key} is not {value}" for key, value in FIXED.items() if general.get(key) != value]
    found += [f'about does not say "{words}"' for words in SAID if words not in about]
    if "supportsQt6" in general:
        found.append("supportsQt6 is obsolete")
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        found.append("version is not like 1.2.3")
    if f"## {version}\n" not in (root / "CHANGELOG.md").read_text(encoding="utf-8"):
        found.append(f"CHANGELOG.md does not tell what is in version {version}")
    if not (root / "rev_plugin" / general.get("icon", "")).is_file():
        found.append("the icon does not exist")
    if not (root / "LICENSE").is_file():
        found.append("LICENSE does not exist")
    return found


if __name__ == "__main__":
    lines = problems()
    print("\n".join(f"metadata.txt: {line}" for line in lines) or "metadata.txt: ok")
    sys.exit(bool(lines))
