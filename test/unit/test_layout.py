"""The house keeps its floors: imports go down only, and the core knows no QGIS."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PLUGIN = Path(__file__).resolve().parents[2] / "rev_plugin"

# From the ground up; a room may import rooms before it, and itself.
FLOORS = (
    ("version", "dependencies", "i18n"),
    ("core",),
    ("formats",),
    ("study",),
    ("report",),
    ("processing",),
    ("ui",),
    ("plugin",),
    ("__init__",),
)
CORE_FLOORS = (
    (
        "garbage",
        "model",
        "numbers",
        "columns",
        "themes",
        "tables",
        "required",
        "rule_rows",
        "rule_table",
        "rule_checks",
        "rules",
    ),
    ("space", "grid"),
    ("decision",),
)
FORBIDDEN = {
    "core": {"qgis", "PyQt5", "PyQt6", "osgeo"},
    "formats": {"qgis", "PyQt5", "PyQt6"},
}
MODULES = sorted(PLUGIN.rglob("*.py"))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """All statements below a node, without the expressions in them."""
    for field in ("body", "orelse", "finalbody", "handlers", "cases"):
        for child in getattr(node, field, ()):
            yield child
            yield from statements(child)


@cache
def imported(path: Path) -> set[str]:
    """All modules that a file imports, also inside functions."""
    found = set()
    for node in statements(tree_of(path)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                pytest.fail(f"{path}:{node.lineno} relative import")
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def floor_of(room: str, floors: tuple[tuple[str, ...], ...]) -> int:
    for number, rooms in enumerate(floors):
        if room in rooms:
            return number
    pytest.fail(f"{room} has no place in the house; see design.md, the house")


def room_of(parts: tuple[str, ...]) -> str:
    return parts[0].removesuffix(".py")


def breaches(parts: tuple[str, ...], name: str) -> bool:
    """Whether the module at `parts` (below rev_plugin) may not import `name`."""
    if not name.startswith("rev_plugin."):
        return False
    target = tuple(name.split(".")[1:])
    here, there = room_of(parts), target[0]
    if here != there:
        if floor_of(here, FLOORS) == floor_of(there, FLOORS):
            return here not in FLOORS[0]
        return floor_of(here, FLOORS) < floor_of(there, FLOORS)
    if here == "core" and len(target) > 1 and len(parts) > 1:
        wing, other = room_of(parts[1:]), target[1]
        if wing in ("__init__", other):
            return False
        if wing in ("space", "grid") and other in ("space", "grid"):
            return True
        return floor_of(wing, CORE_FLOORS) < floor_of(other, CORE_FLOORS)
    return False


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PLUGIN)))
def test_imports_go_down_only(path: Path) -> None:
    parts = path.relative_to(PLUGIN).parts
    wrong = sorted(name for name in imported(path) if breaches(parts, name))
    assert not wrong, f"{path.name} imports upwards: {wrong}"


@pytest.mark.parametrize("room", sorted(FORBIDDEN))
def test_core_and_formats_know_no_qgis(room: str) -> None:
    wrong = {
        str(path.relative_to(PLUGIN)): names
        for path in (PLUGIN / room).rglob("*.py")
        if (names := {name.split(".")[0] for name in imported(path)} & FORBIDDEN[room])
    }
    assert not wrong


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("core", "space", "a.py"), "rev_plugin.core.grid.b"),
        (("core", "grid", "a.py"), "rev_plugin.core.decision.b"),
        (("core", "model.py"), "rev_plugin.core.space.b"),
        (("formats", "a.py"), "rev_plugin.study.b"),
        (("processing", "a.py"), "rev_plugin.ui.b"),
        (("report", "a.py"), "rev_plugin.plugin"),
    ],
)
def test_upward_imports_are_seen(parts: tuple[str, ...], name: str) -> None:
    assert breaches(parts, name)


def test_no_heavy_import_when_qgis_loads_the_plugin() -> None:
    """plugin.py and the provider's own imports leave pandas, shapely, matplotlib alone."""
    heavy = {"pandas", "shapely", "scipy", "matplotlib", "pyproj", "jinja2", "numpy"}
    seen: set[Path] = set()
    queue = [PLUGIN / "__init__.py", PLUGIN / "plugin.py"]
    while queue:
        path = queue.pop()
        if path in seen or not path.exists():
            continue
        seen.add(path)
        for name in top_level_imports(path):
            assert name.split(".")[0] not in heavy, f"{path.name} imports {name} at start-up"
            queue.extend(candidates(name))
    assert PLUGIN / "plugin.py" in seen


def top_level_imports(path: Path) -> list[str]:
    """Modules imported when the file itself is imported, outside functions and type checks."""
    names: list[str] = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return names


def candidates(name: str) -> list[Path]:
    """The files that importing `name` may run, packages included."""
    if not name.startswith("rev_plugin"):
        return []
    parts = name.split(".")[1:]
    files = [PLUGIN.joinpath(*parts[:n], "__init__.py") for n in range(len(parts) + 1)]
    return [*files, PLUGIN.joinpath(*parts).with_suffix(".py")] if parts else files
