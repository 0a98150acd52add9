"""Plans drawn in text: each letter is an object, each character a square of 10 by 10 m.

The drawing is the input, so that a reader can redo the answer with a finger.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core import columns
from rev_plugin.core.model import Chunk, Features, Settings, Silent, SourceInfo, Theme
from rev_plugin.core.rules import load_rules
from rev_plugin.core.space.planfit import PlanFit, judge_plans

CELL_M = 10.0
ORIGIN = (100_000.0, 400_000.0)


def draw(text: str) -> dict[str, shapely.Geometry]:
    """The polygon of every letter in a drawing; "." is nothing. North is up."""
    rows = [line.strip() for line in text.strip().splitlines()]
    cells: dict[str, list[shapely.Geometry]] = {}
    for down, row in enumerate(reversed(rows)):
        for right, letter in enumerate(row):
            x, y = ORIGIN[0] + right * CELL_M, ORIGIN[1] + down * CELL_M
            cells.setdefault(letter, []).append(shapely.box(x, y, x + CELL_M, y + CELL_M))
    cells.pop(".", None)
    return {letter: shapely.union_all(parts) for letter, parts in cells.items()}


def plan(
    plan_id: str,
    objects: Sequence[dict[str, object]],
    *,
    area: Optional[shapely.Geometry] = None,
    **plan_columns: object,
) -> list[dict[str, object]]:
    """The rows of one plan; without `area` the plan area is the union of its objects."""
    shared = {
        "plan_id": plan_id,
        "plan_naam": plan_id,
        "plan_type": "bestemmingsplan",
        "plan_status": "vastgesteld",
        "plan_deel": "tijdelijk",
        "overheid": "gemeente Testdorp",
        "datum": "2010-01-01",
        **plan_columns,
    }
    whole = shapely.union_all([o["geometry"] for o in objects]) if area is None else area
    outline = {"object_type": "Bestemmingsplangebied", "geometry": whole, "naam": plan_id}
    return [
        {**shared, "object_id": f"{plan_id}-{n}", **row}
        for n, row in enumerate([outline, *objects])
    ]


def zone(name: str, geometry: shapely.Geometry, group: Optional[str] = None) -> dict[str, object]:
    """An enkelbestemming; its hoofdgroep is the first part of its name."""
    return {
        "object_type": "Enkelbestemming",
        "naam": name,
        "hoofdgroep": group or name.split(" - ")[0].lower(),
        "geometry": geometry,
        "artikel": "5",
    }


def item(kind: str, name: str, geometry: shapely.Geometry, **more: object) -> dict[str, object]:
    """Another plan object, such as a Functieaanduiding."""
    return {"object_type": kind, "naam": name, "geometry": geometry, **more}


def plans_theme(rows: Sequence[dict[str, object]]) -> Theme:
    """The rows as the theme planobjecten."""
    geometry = np.array([row["geometry"] for row in rows], dtype=object)
    names = [column.name for column in columns.PLAN_OBJECT]
    attributes = {name: np.array([row.get(name) for row in rows], dtype=object) for name in names}

    def read(_bounds: object) -> Iterator[Chunk]:
        yield Chunk(np.arange(len(rows)), geometry, attributes)

    return Theme("planobjecten", frozenset(names), read, SourceInfo("planobjecten"))


def site_table(*sites: tuple[str, shapely.Geometry, dict[str, object]]) -> Features:
    """Sites from (activity, geometry, further columns); named after their number."""
    rows = [
        {"naam": f"locatie {n}", "activiteit": activity, **more}
        for n, (activity, _, more) in enumerate(sites)
    ]
    table = pd.DataFrame(rows, columns=[column.name for column in columns.SITE])
    return Features(np.array([geometry for _, geometry, _ in sites], dtype=object), table)


def judge(
    activity: str,
    where: shapely.Geometry,
    *plans: list[dict[str, object]],
    overrulings: Optional[pd.DataFrame] = None,
    claims: Optional[Theme] = None,
    **site: object,
) -> tuple[pd.Series, PlanFit]:
    """The plan row of one site and all that was found."""
    rows = [row for plan_rows in plans for row in plan_rows]
    fit = judge_plans(
        site_table((activity, where, site)),
        plans_theme(rows) if rows else None,
        load_rules(),
        Settings(),
        Silent(),
        overrulings=overrulings,
        claims=claims,
    )
    return fit.output.iloc[0], fit


def verdicts(fit: PlanFit, name: str) -> set[str]:
    """The words in `oordeel` of the findings about objects with this name."""
    own = fit.findings[fit.findings["naam"] == name]
    return set(own["oordeel"])


def share(fit: PlanFit, verdict: str) -> float:
    """The share of the site with a verdict, from the findings; 0 when absent."""
    own = fit.findings[
        (fit.findings["object_type"] == "aandeel") & (fit.findings["oordeel"] == verdict)
    ]
    return float(own["overlap_aandeel"].sum())
