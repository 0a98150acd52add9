"""How long a user waits: set-up, demo, start of QGIS, tests; and how large REV is.

Prints one line per figure. `python scripts/benchmark/use.py`, or the end of `make bench`.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "data" / "katwijk"
# What QGIS runs at start, to tell how long the plugin took to load. MetaSearch, a plugin of
# QGIS itself, already brings shapely.
TELL_TIMES = """
import os, sys
from qgis.utils import plugin_times
heavy = sorted({{"pandas", "scipy", "matplotlib", "jinja2"}} & set(sys.modules))
with open({path!r}, "w") as file:
    file.write("{{}}\\n{{}}".format(plugin_times.get("rev_plugin"), " ".join(heavy)))
os._exit(0)  # at exit QGIS asks what to do with a task of its own that still runs
"""


def main() -> None:
    for name, value in (
        ("set-up, tweede keer", f"{seconds(['scripts/setup.sh']):.1f} s"),
        ("make demo", demo()),
        ("make demo, Katwijk", demo("--data", str(REAL)) if REAL.is_dir() else "geen gegevens"),
        ("plugin laden bij de start van QGIS", start_of_qgis()),
        ("toetsen zonder QGIS", unit_tests()),
        ("zip", f"{zip_size() / 1e6:.2f} MB"),
        ("repository", f"{repository_size() / 1e6:.2f} MB"),
    ):
        print(f"{name:36}{value}", flush=True)


def seconds(command: list[str]) -> float:
    """Median of three runs."""
    runs = []
    for _ in range(3):
        started = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        runs.append(time.perf_counter() - started)
    return statistics.median(runs)


def demo(*arguments: str) -> str:
    """Median seconds of the demo, set-up not counted."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "scripts/demo.py", "--out", folder, *arguments]
        return f"{seconds(command):.1f} s"


def start_of_qgis() -> str:
    """What loading the plugin adds to the start of QGIS, by its own clock."""
    with tempfile.TemporaryDirectory() as folder:
        answer, script = Path(folder) / "answer.txt", Path(folder) / "tell.py"
        script.write_text(TELL_TIMES.format(path=str(answer)), encoding="utf-8")
        subprocess.run(
            ["scripts/with_display", "scripts/qgis", "qgis", "--nologo", "--code", str(script)],
            cwd=ROOT,
            check=False,
            timeout=120,
            capture_output=True,
            env={**os.environ, "QT_QPA_PLATFORM": ""},
        )
        taken, heavy = answer.read_text(encoding="utf-8").split("\n")
    return f"{taken}; vooraf geladen: {heavy or 'niets zwaars'}"


def unit_tests() -> str:
    run = subprocess.run(
        ["make", "test-unit"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return re.findall(r"=+ (.* in [\d.]+s.*?) =+", run.stdout)[-1]


def zip_size() -> int:
    subprocess.run(["make", "package"], cwd=ROOT, check=True, capture_output=True)
    return max((ROOT / "build").glob("rev_plugin-*.zip"), key=os.path.getmtime).stat().st_size


def repository_size() -> int:
    """Bytes of all files in the checkout that git tracks."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    return sum((ROOT / name.decode()).stat().st_size for name in names.stdout.split(b"\0") if name)


if __name__ == "__main__":
    main()
