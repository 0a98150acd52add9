"""Lays the loadable plugin in build/plugins/rev_plugin, or zips it for installation.

usage: package.py lay | zip
"""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "rev_plugin"
TARGET = ROOT / "build" / "plugins" / "rev_plugin"
TOP_FILES = ("metadata.txt", "LICENSE", "CHANGELOG.md")
DOCS, HELP = ROOT / "docs", Path("help")  # menu "Uitleg" shows them without internet
LEFT_OUT = {"__pycache__", ".pyc", ".ts"}
LRELEASE = ("lrelease", "/usr/lib/qt6/bin/lrelease", "/usr/lib/qt5/bin/lrelease")
NO_LRELEASE = (
    "lrelease ontbreekt: {source} gaat niet mee en de plugin blijft Nederlands. Installeer hem "
    "met: apt-get install qttools5-dev-tools (Qt 6: qt6-l10n-tools)."
)
ZIP_TIME = (2024, 1, 1, 0, 0, 0)  # the same sources give the same zip


def plugin_files() -> dict[Path, Path]:
    """Where each file of the plugin comes from, by its place within the plugin."""
    files = {
        path.relative_to(SOURCE): path
        for path in SOURCE.rglob("*")
        if path.is_file() and not LEFT_OUT.intersection((*path.parts, path.suffix))
    }
    files.update({Path(name): ROOT / name for name in TOP_FILES})
    pages = (*DOCS.glob("*.md"), *DOCS.glob("images/*.png"))
    files.update({HELP / page.relative_to(DOCS): page for page in pages})
    return files


def lay(target: Path = TARGET) -> list[Path]:
    """Makes `target` the plugin and nothing else; gives the places of its files, sorted.

    Only what changed is written, each file at once, so that a QGIS that runs keeps the rest.
    """
    files = plugin_files()
    for place, source in files.items():
        if not same(target / place, source):
            put(source, target / place)
    places = {*files, *lay_translations(target)}
    for path in target.rglob("*"):
        place = path.relative_to(target)
        being_put = path.name.startswith(".")  # by another run at the same moment
        is_cache = "__pycache__" in path.parts
        if path.is_file() and place not in places and not being_put and not is_cache:
            path.unlink(missing_ok=True)
    return sorted(places)


def same(target: Path, source: Path) -> bool:
    return target.is_file() and target.read_bytes() == source.read_bytes()


def put(source: Path, target: Path) -> None:
    """Copies in one move: a reader sees the old file or the new one, never half of it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{target.name}.{os.getpid()}")
    shutil.copyfile(source, partial)
    partial.replace(target)


def lay_translations(target: Path) -> list[Path]:
    """Compiles each .ts to .qm, where Qt's lrelease is installed; gives the places."""
    tool = next(filter(None, map(shutil.which, LRELEASE)), None)
    places = []
    for source in sorted((SOURCE / "resources" / "i18n").glob("*.ts")):
        if tool is None:
            print(NO_LRELEASE.format(source=source.name), file=sys.stderr)
            continue
        place = source.relative_to(SOURCE).with_suffix(".qm")
        places.append(place)
        compiled = target / place
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            compiled.parent.mkdir(parents=True, exist_ok=True)
            command = [tool, "-silent", str(source), "-qm", str(compiled)]
            subprocess.run(command, check=True, env={**os.environ, "QT_SELECT": "5"})
    return places


def version() -> str:
    """The version in metadata.txt."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def pack(target: Path = TARGET, folder: Path = ROOT / "build") -> Path:
    """The installable zip of the laid plugin, the same bytes for the same sources."""
    places = lay(target)
    archive_path = folder / f"rev_plugin-{version()}.zip"
    with zipfile.ZipFile(archive_path, "w") as archive:
        for place in places:
            entry = zipfile.ZipInfo(f"rev_plugin/{place.as_posix()}", ZIP_TIME)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, (target / place).read_bytes(), zipfile.ZIP_DEFLATED, 9)
    return archive_path


def main(action: str) -> None:
    if action == "lay":
        lay()
    elif action == "zip":
        made = pack()
        print(f"{made.relative_to(ROOT)}: {made.stat().st_size / 1e6:.2f} MB")
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main(*sys.argv[1:2] or ["help"])
