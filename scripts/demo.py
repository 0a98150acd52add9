"""`make demo`: the main job from files to report, as a user would script it.

Without arguments the invented study of the plugin, with a folder the real files in it.
Every step that a user has too goes through qgis_process.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Optional

ROOT = Path(__file__).resolve().parents[1]
QGIS = ROOT / "scripts" / "qgis"
OUT = ROOT / "build" / "demo"
MAP_WIDTH = 2400  # pixels
LINE = 80  # characters of the last column
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> int:
    """Read the arguments and run all steps in one QGIS."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with real files")
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    run(arguments.data, arguments.out.resolve())
    return 0


def run(folder: Optional[Path], out: Path) -> None:
    """Data, result, report, project, map and table, from a folder or from the recipe."""
    started = time.monotonic()
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    data = out / "data.gpkg"
    first = Step("rev:quickscan" if folder else "rev:importplan")
    with headless_qgis():
        if folder:
            adopt_folder(folder, data)
        scan = first if folder else import_demo(first, out / "bronnen", data)
        result, report = run_quickscan(scan, data, out)
        say("Project en kaart")
        make_project(data, result, out)
        print_table(result)
    print(f"\nKlaar in {time.monotonic() - started:.0f} s: {shown(out)}/")
    print(f"Openen: scripts/qgis qgis {shown(out / 'rev_demo.qgz')}; rapport: {shown(report)}")


def import_demo(plan: Step, sources: Path, data: Path) -> Step:
    """Draw the invented study, then read its plans and net figures as a user would.

    Gives the quickscan, which is not run yet.
    """
    from rev_plugin.core.model import Silent
    from rev_plugin.study.demo import write_sources

    say("Voorbeeldgebied tekenen")
    write_sources(sources, Silent())
    shutil.copy(sources / "themas.gpkg", data)
    say("Plannen en netcijfers inlezen")
    capacity = Step("rev:importcapacity")
    plan.run(INPUT=sources / "plans", DATA=data, OUTPUT=sources / "plan.gpkg")
    scan = Step("rev:quickscan")
    capacity.run(
        INPUT=sources / "grid",
        AREAS=sources / "grid" / "gebieden.gpkg",
        AREA_FIELD="gebied_id",
        OUTPUT=f"ogr:dbname='{data}' table=\"voedingsgebieden\" (geom)",
    )
    return scan


def adopt_folder(folder: Path, data: Path) -> None:
    """Take a folder of real files into a data GeoPackage, saying per file what it became."""
    from rev_plugin.core.model import Silent
    from rev_plugin.study.adopt import adopt

    say(f"Bestanden overnemen uit {folder}")
    for line in adopt(folder, data, Silent()):
        print("  " + line)


def run_quickscan(scan: Step, data: Path, out: Path) -> tuple[Path, Path]:
    """The quickscan of all sites; paths of the result and the report."""
    say("Quickscan")
    result, report = out / "result.gpkg", out / "report.html"
    table = "ogr:dbname='{}' table=\"{}\"{}"
    scan.run(
        SITES=f"{data}|layername=locaties",
        DATA=data,
        OUTPUT=table.format(result, "quickscan", " (geom)"),
        FINDINGS=table.format(result, "bevindingen", ""),
        ACTIONS=table.format(result, "acties", ""),
        REPORT=report,
    )
    return result, report


def make_project(data: Path, result: Path, out: Path) -> None:
    """The styled project with relative paths, and its map as a picture."""
    from qgis.core import Qgis, QgsProject, QgsRectangle

    from rev_plugin.report.map_picture import picture
    from rev_plugin.ui.project import add_study_layers

    project = QgsProject.instance()
    project.setTitle("REV – Ruimtelijke Energie Verkenner")
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    project.setFileName(str(out / "rev_demo.qgz"))
    added = add_study_layers(project, data, result)
    if not project.write():
        raise SystemExit(f"{out / 'rev_demo.qgz'} is niet te schrijven: {project.error()}")
    tree = project.layerTreeRoot()
    layers = [layer for layer in tree.checkedLayers() if layer.isSpatial()]
    view = QgsRectangle()
    for layer in added["quickscan"] + added.get("planobjecten", []):
        view.combineExtentWith(layer.extent())
    height = round(MAP_WIDTH * min(1.0, view.height() / view.width()))
    image = picture(layers, view, MAP_WIDTH, height)
    (out / "map.png").write_bytes(image)
    project.clear()


def print_table(result: Path) -> None:
    """Site, scenario, chance, plan, net and heaviest constraint, and what must stand by them."""
    from osgeo import ogr

    from rev_plugin.core.model import NET_DISCLAIMER, PLAN_DISCLAIMER

    columns = ("locatie", "scenario", "kans_netruimte", "plan_oordeel", "net_oordeel",
               "zwaarste_belemmering")  # fmt: skip
    heads = ("locatie", "scenario", "kans", "plan", "net", "zwaarste belemmering")
    dataset = ogr.Open(str(result))
    sites = list(dataset.GetLayerByName("quickscan"))
    rows = [heads, *(cells(site, columns) for site in sites)]
    days = sorted({site["net_peildatum"] or "onbekend" for site in sites})
    widths = [max(len(row[i]) for row in rows) for i in range(len(heads))]
    print()
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
    fixed = f"{PLAN_DISCLAIMER} {NET_DISCLAIMER.format(peildatum=', '.join(days))}"
    print(f"\n{textwrap.fill(fixed, LINE)}")


def cells(feature, columns: tuple[str, ...]) -> list[str]:  # noqa: ANN001  ogr.Feature
    """The values of one site as text; scenario 0 with the scenarios it can still be."""
    row = ["–" if feature[name] is None else str(feature[name]) for name in columns]
    possible = feature["scenario_mogelijk"] or ""
    if possible != row[1]:
        row[1] = f"{row[1]} ({possible})"
    if feature["kans_netruimte"] is not None:
        row[2] = f"{100 * feature['kans_netruimte']:.0f} %"
    row[-1] = textwrap.shorten(row[-1].split(". ")[0], LINE, placeholder=" …")
    return row


class Step:
    """One algorithm through qgis_process, which starts at once: the step before may still work."""

    def __init__(self, algorithm: str) -> None:
        self._algorithm = algorithm
        pipe = subprocess.PIPE
        command = [str(QGIS), "qgis_process", "run", algorithm, "-"]
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)

    def run(self, **parameters: object) -> None:
        """What it waits for; stops at a failure."""
        inputs = {name: str(value) for name, value in parameters.items()}
        said, wrong = self._process.communicate(json.dumps({"inputs": inputs}))
        if self._process.returncode:
            raise SystemExit(f"{self._algorithm} is mislukt:\n{said}\n{wrong}")


@contextmanager
def headless_qgis() -> Iterator[None]:
    """QGIS without a window. Once per process: a second QgsApplication crashes."""
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    try:
        yield
    finally:
        application.exitQgis()


def say(text: str) -> None:
    """Tell which step has started."""
    print(f"• {text}", flush=True)


def shown(path: Path) -> Path:
    """A path as the user types it from the checkout."""
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


if __name__ == "__main__":
    raise SystemExit(main())
