"""What every contender is asked: five rules for all sites, at the radii of the chain."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

from rev_plugin.core.model import Features, Settings, Silent, Theme
from rev_plugin.core.rule_rows import ConstraintRule, Relation
from rev_plugin.core.rules import Rules, load_rules

# Required distance per layer in metres; 0 asks for overlap.
RADII = {
    "bebouwing": 100.0,
    "windturbines": 400.0,
    "buisleidingen": 5.0,
    "natura2000": 0.0,
    "planobjecten": 0.0,
}
ACTIVITY = "woningbouw"


def rules() -> Rules:
    """The shipped tables with the constraints replaced by one rule per layer."""
    shipped = load_rules()
    pattern = shipped.rows(ConstraintRule)[0]
    rows = {
        layer: replace(
            pattern,
            id=layer,
            activiteiten=(ACTIVITY,),
            thema=layer,
            filter_kolom=(),
            filter_waarden=(),
            relatie=Relation.DISTANCE if radius else Relation.OVERLAP,
            afstand=str(radius),
        )
        for layer, radius in RADII.items()
    }
    return Rules({**shipped.tables, ConstraintRule.TABLE: rows}, "bench")


def read_sites(path: Path) -> Features:
    """The sites of the province, in the order of the file."""
    from rev_plugin.core.space.geometry import Shapes
    from rev_plugin.study.sources import theme_from_file

    chunks = list(theme_from_file(path, "locaties").read(None))
    geometry = np.concatenate([chunk.geometry for chunk in chunks])
    names = np.concatenate([chunk.attributes["identificatie"] for chunk in chunks])
    shapes = Shapes(geometry).get_valid(np.arange(len(geometry)))
    return Features(shapes, pd.DataFrame({"naam": names, "activiteit": ACTIVITY}))


def find(paths: dict[str, Path], reach_m: float) -> pd.DataFrame:
    """From files to findings table."""
    from rev_plugin.core.space.constraints import find_constraints
    from rev_plugin.study.sources import theme_from_file

    themes: dict[str, Theme] = {name: theme_from_file(paths[name], name) for name in RADII}
    return find_constraints(
        read_sites(paths["locaties"]), themes, rules(), Settings(reach_m=reach_m), Silent()
    )
