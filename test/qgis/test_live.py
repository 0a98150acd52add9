"""A study kept in memory around one site gives what a fresh quickscan gives there."""

from __future__ import annotations

import csv
import os
from dataclasses import fields, replace
from pathlib import Path
from shutil import copy

import numpy as np
import pandas as pd
import pytest
import shapely
from qgis.core import QgsCoordinateTransformContext, QgsVectorLayer
from qgis_helpers import study_file

from rev_plugin.core.model import Features, Settings, Silent
from rev_plugin.core.rule_rows import ConstraintRule
from rev_plugin.core.rules import load_rules
from rev_plugin.study.geopackage import Study
from rev_plugin.study.inputs import Given, Inputs, gather
from rev_plugin.study.live import LiveStudy
from rev_plugin.study.quickscan import Result, quickscan

WIJK = "Wijk"


@pytest.fixture
def own_rules(tmp_path: Path) -> Path:
    """A folder with one rule of the user's own, for Rivierstad only."""
    folder = tmp_path / "regels"
    folder.mkdir()
    rule = {
        "id": "eigen_afstand", "activiteiten": "*", "thema": "bebouwing", "relatie": "afstand",
        "afstand": "300", "maat_nl": "eigen afstand", "maat_en": "own distance",
        "aard": "beleid", "zwaarte": "nee_tenzij", "systeem": "omgevingswet",
        "object_nl": "Gebouw", "object_en": "Building", "toelichting_nl": "Houd afstand.",
        "toelichting_en": "Keep away.", "gemeenten": "Rivierstad",
        "source": "tno_2024_r12789", "date": "2024-12-20", "bron_status": "primair",
    }  # fmt: skip
    with (folder / "constraints.csv").open("w", newline="", encoding="utf-8") as file:
        names = [field.name for field in fields(ConstraintRule)]
        writer = csv.DictWriter(file, names, restval="")
        writer.writeheader()
        writer.writerow(rule)
    return folder


def read(data: Path, rules_folder: Path) -> tuple[Inputs, Result]:
    """The inputs of the study and its quickscan."""
    transforms, settings, rules = QgsCoordinateTransformContext(), Settings(), load_rules()
    study = Study.open(data, transforms)
    raw = study.raw_sites(Silent())
    inputs = gather(raw, study, {}, rules, settings, transforms, Silent())
    return inputs, quickscan(inputs, settings, rules, Silent(), rules_folder)


def moved(base: Result, metres: float) -> Features:
    """The dwellings, so many metres to the east."""
    site = base.sites.where((base.sites.table["naam"] == WIJK).to_numpy())
    shape = np.array([shapely.affinity.translate(site.geometry[0], metres, 0)], dtype=object)
    return replace(site, geometry=shape)


def around(folder: Path, own_rules: Path, metres: float) -> tuple[Inputs, Result, LiveStudy]:
    """A study with its quickscan, in memory around the dwellings so many metres to the east."""
    inputs, base = read(study_file(folder), own_rules)
    place = moved(base, metres).geometry[0].bounds
    live = LiveStudy(inputs, base, load_rules(), Settings(), place, Silent(), own_rules)
    return inputs, base, live


def test_a_moved_site_keeps_to_the_rules_of_where_it_is(
    qgis: object, tmp_path: Path, own_rules: Path
) -> None:
    inputs, base, live = around(tmp_path, own_rules, 0)
    for metres, held in ((0, True), (2200, False), (400, True)):  # Rivierstad ends at 102 000
        site = moved(base, metres)
        told = live.judge(site)
        assert ("eigen_afstand" in set(told.findings["regel"])) == held
        alone = replace(inputs, sites=site)
        fresh = quickscan(alone, Settings(), load_rules(), Silent(), own_rules)
        for name in ("output", "findings", "actions", "plan_findings", "demand"):
            pd.testing.assert_frame_equal(getattr(told, name), getattr(fresh, name))


def test_where_other_rules_hold_the_layers_have_to_be_read_first(
    qgis: object, tmp_path: Path, own_rules: Path
) -> None:
    """Reading takes a while: it is not for who judges between two frames."""
    _, base, live = around(tmp_path, own_rules, 2200)
    beside, inside = moved(base, 2200), moved(base, 1500)
    assert live.holds(beside)
    assert not live.holds(inside)
    live.judge(inside)
    assert live.holds(inside)
    assert live.holds(beside)
    (own_rules / "constraints.csv").unlink()
    own_rules.rmdir()
    assert not live.holds(beside)


def test_a_layer_from_another_file_that_was_written_is_read_anew(
    qgis: object, tmp_path: Path
) -> None:
    data, other = study_file(tmp_path), tmp_path / "elders.gpkg"
    copy(data, other)
    layer = QgsVectorLayer(f"{other}|layername=bebouwing", "bebouwing", "ogr")
    transforms, settings, rules = QgsCoordinateTransformContext(), Settings(), load_rules()
    study = Study.open(data, transforms)
    given = Given.of({"bebouwing": layer}, rules, transforms, Silent())
    raw = study.raw_sites(Silent())
    inputs = gather(raw, study, given, rules, settings, transforms, Silent())
    base = quickscan(inputs, settings, rules, Silent())
    site = moved(base, 0)
    live = LiveStudy(inputs, base, rules, settings, site.geometry[0].bounds, Silent())
    assert live.holds(site)
    os.utime(other, (1, 1))
    assert not live.holds(site)
