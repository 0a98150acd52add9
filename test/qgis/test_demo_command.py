"""`make demo`, run as a user runs it: every file it promises, and a project that moves along."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from osgeo import ogr

from rev_plugin.core import columns

ROOT = Path(__file__).resolve().parents[2]
SITES = 14


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of the demo and what the command printed."""
    out = tmp_path_factory.mktemp("demo") / "uit"
    command = [sys.executable, str(ROOT / "scripts" / "demo.py"), "--out", str(out)]
    done = subprocess.run(  # noqa: S603  our own script
        command, capture_output=True, text=True, timeout=900, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return out, done.stdout


@pytest.fixture(scope="module")
def project(run: tuple[Path, str]) -> etree._Element:
    with zipfile.ZipFile(run[0] / "rev_demo.qgz") as archive:
        name = next(n for n in archive.namelist() if n.endswith(".qgs"))
        return etree.fromstring(archive.read(name))


def test_all_files_are_there(run: tuple[Path, str]) -> None:
    for name in ("data.gpkg", "result.gpkg", "rev_demo.qgz", "report.html", "map.png"):
        assert (run[0] / name).stat().st_size > 10_000, name


def test_table_names_every_site_once(run: tuple[Path, str]) -> None:
    lines = run[1].splitlines()
    head = next(i for i, line in enumerate(lines) if line.startswith("locatie"))
    for word in ("scenario", "kans", "plan", "net", "zwaarste belemmering"):
        assert word in lines[head]
    assert len([line for line in lines[head + 1 : head + 1 + SITES] if line]) == SITES
    assert "0 (1,2,3,4)" in run[1]  # an unknown scenario says what it can still be
    below = " ".join(" ".join(lines[head + 1 + SITES :]).split())
    assert "de regeltekst is niet beoordeeld, tenzij vermeld" in below
    assert "Geen toezegging: alleen de netbeheerder wijst transportcapaciteit toe" in below


def test_result_has_exactly_the_columns_of_the_contract(run: tuple[Path, str]) -> None:
    dataset = ogr.Open(str(run[0] / "result.gpkg"))
    for layer, contract in (
        ("quickscan", columns.QUICKSCAN),
        ("bevindingen", columns.FINDING),
        ("acties", columns.ACTION),
    ):
        found = [field.GetName() for field in dataset.GetLayerByName(layer).schema]
        assert found == [column.name for column in contract]
    assert dataset.GetLayerByName("quickscan").GetFeatureCount() == SITES


def test_project_refers_to_files_beside_it(project: etree._Element) -> None:
    sources = [node.text for node in project.iter("datasource") if node.text]
    assert len(sources) > 20
    assert all(source.startswith("./") for source in sources)
    assert {source.partition("|")[0] for source in sources} == {"./data.gpkg", "./result.gpkg"}


def test_groups_stand_with_the_results_above(project: etree._Element) -> None:
    tree = project.find("layer-tree-group")
    names = [group.get("name") for group in tree.findall("layer-tree-group")]
    assert len(names) == 4
    first = [node.get("name") for node in tree.find("layer-tree-group").iter("layer-tree-layer")]
    assert "Quickscan" in first
    last = tree.findall("layer-tree-group")[-1].iter("layer-tree-layer")
    assert "Planobjecten" in [node.get("name") for node in last]
