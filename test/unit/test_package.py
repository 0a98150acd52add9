"""The laid plugin, its zip and metadata.txt: what a user installs."""

from __future__ import annotations

import importlib.util
import shutil
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def script(name: str) -> ModuleType:
    """A script of the project as a module; scripts/ is no package."""
    spec = importlib.util.spec_from_file_location(f"rev_{name}", ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


package, check = script("package"), script("check_metadata")


def test_the_laid_plugin_is_whole(tmp_path: Path) -> None:
    places = {place.as_posix() for place in package.lay(tmp_path)}
    assert {"metadata.txt", "LICENSE", "__init__.py", "resources/icons/rev.svg"} <= places
    assert {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()} == (
        places
    )
    assert not [place for place in places if place.endswith((".ts", ".pyc")) or "cache" in place]


def test_laying_again_writes_what_changed_and_takes_away_what_is_gone(tmp_path: Path) -> None:
    package.lay(tmp_path)
    kept, changed, gone = (tmp_path / name for name in ("LICENSE", "metadata.txt", "old.py"))
    before = kept.stat().st_ino
    changed.write_text("changed", encoding="utf-8")
    gone.write_text("gone", encoding="utf-8")
    package.lay(tmp_path)
    assert kept.stat().st_ino == before
    assert changed.read_bytes() == (ROOT / "metadata.txt").read_bytes()
    assert not gone.exists()


def test_the_zip_is_small_and_the_same_every_time(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    made = package.pack(tmp_path / "plugin", first)
    assert made.name == f"rev_plugin-{package.version()}.zip"
    assert made.read_bytes() == package.pack(tmp_path / "plugin", second).read_bytes()
    assert made.stat().st_size < 2_000_000
    with zipfile.ZipFile(made) as archive:
        assert archive.testzip() is None
        assert all(name.startswith("rev_plugin/") for name in archive.namelist())


def test_metadata_is_what_qgis_asks() -> None:
    assert check.problems() == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("version=0", "version=v0", "version is not like 1.2.3"),
        ("version=0", "version=99", "CHANGELOG.md does not tell"),
        ("hasProcessingProvider=yes", "", "hasProcessingProvider is not yes"),
        ("niet van TNO", "van TNO", 'about does not say "niet van TNO"'),
        ("icons/rev.svg", "icons/none.svg", "the icon does not exist"),
        ("[general]\n", "[general]\nsupportsQt6=yes\n", "supportsQt6 is obsolete"),
        ("\nauthor=", "\nwriter=", "author is missing or empty"),
    ],
)
def test_a_fault_in_the_metadata_is_named(tmp_path: Path, old: str, new: str, problem: str) -> None:
    text = (ROOT / "metadata.txt").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "metadata.txt").write_text(text.replace(old, new), encoding="utf-8")
    for name in ("CHANGELOG.md", "LICENSE", "rev_plugin/resources/icons/rev.svg"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    assert any(problem in found for found in check.problems(tmp_path))
