"""Lays the loadable plugin in build/plugins/rev_plugin, or zips it for installation.

usage: package.py lay | zip
"""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "rev_plugin"
TARGET = ROOT / "build" / "plugins" / "rev_plugin"
TOP_FILES = ("metadata.txt", "LICENSE", "CHANGELOG.md")
LEFT_OUT = {"__pycache__", ".ts"}
ZIP_TIME = (2024, 1, 1, 0, 0, 0)  # the same sources give the same zip


def plugin_files() -> dict[Path, Path]:
    """Where each file of the plugin comes from, by its place within the plugin."""
    files = {
        path.relative_to(SOURCE): path
        for path in sorted(SOURCE.rglob("*"))
        if path.is_file() and not LEFT_OUT.intersection((*path.parts, path.suffix))
    }
    files.update({Path(name): ROOT / name for name in TOP_FILES})
    return files


def translations() -> list[Path]:
    return sorted((SOURCE / "resources" / "i18n").glob("*.ts"))


def build_translations() -> None:
    """Compiles .ts to .qm beside the laid plugin, where lrelease is installed."""
    tool = shutil.which("lrelease") or shutil.which("lrelease-qt5") or shutil.which("lrelease6")
    for source in translations():
        target = TARGET / "resources" / "i18n" / source.with_suffix(".qm").name
        if tool is None:
            print(f"lrelease ontbreekt: {source.name} is niet vertaald meegenomen", file=sys.stderr)
        elif not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            target.parent.mkdir(parents=True, exist_ok=True)
            subprocess.run([tool, "-silent", str(source), "-qm", str(target)], check=True)


def lay() -> None:
    """Copies what changed, so that a QGIS that runs keeps the rest; removes what is gone."""
    files = plugin_files()
    for place, source in files.items():
        target = TARGET / place
        if not target.exists() or target.read_bytes() != source.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            partial = target.with_name(target.name + ".partial")
            shutil.copyfile(source, partial)
            partial.replace(target)
    for path in sorted(TARGET.rglob("*"), reverse=True):
        place = path.relative_to(TARGET)
        is_built = path.suffix == ".qm" or "__pycache__" in path.parts
        if path.is_file() and place not in files and not is_built and path.suffix != ".partial":
            path.unlink()
    build_translations()


def version() -> str:
    """The version in metadata.txt."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def pack() -> Path:
    """The installable zip of the laid plugin, the same bytes for the same sources."""
    lay()
    target = ROOT / "build" / f"rev_plugin-{version()}.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(TARGET.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                name = f"rev_plugin/{path.relative_to(TARGET).as_posix()}"
                entry = zipfile.ZipInfo(name, ZIP_TIME)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, path.read_bytes())
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size / 1e6:.2f} MB")
    return target


if __name__ == "__main__":
    {"lay": lay, "zip": pack}[sys.argv[1]]()
