"""The rows that every plan format is read into: one contract, columns.PLAN_OBJECT."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.columns import PLAN_OBJECT
from rev_plugin.core.model import Features
from rev_plugin.core.space.plan_status import is_plan_area, is_zoning
from rev_plugin.formats.shapes import Built

COLUMNS = tuple(column.name for column in PLAN_OBJECT)
RELATION_COLUMNS = ("plan_id", "object_id", "rol", "ander_plan_id", "ander_plan_naam")


@dataclass(frozen=True)
class PlanRows:
    """Plan objects of one or more files, RD.

    Attributes:
        polygons, lines, points: MultiPolygon, MultiLineString and MultiPoint with a table of
            columns.PLAN_OBJECT. An object of mixed geometry has a row in each. One without
            usable geometry sits in `polygons` with None.
        log: what a reader should know (Dutch sentences), such as objects without geometry.
        counts: per object type (elements in the file, rows given).
        relations: what plans say of other plans (RELATION_COLUMNS). The row of the plan area
            repeats it in `tekst` as "rol: naam [id]", joined by "; ".
    """

    polygons: Features
    lines: Features
    points: Features
    log: list[str]
    counts: dict[str, tuple[int, int]]
    relations: pd.DataFrame

    def tables(self) -> tuple[Features, Features, Features]:
        """Polygons, lines, points."""
        return self.polygons, self.lines, self.points

    def on_map(self) -> PlanRows:
        """The rows with bestemmingen first and plan areas last.

        A map tip tells of the first object found under the mouse, and every plan lies there.
        """
        polygons, lines, points = (_zoning_first(part) for part in self.tables())
        return replace(self, polygons=polygons, lines=lines, points=points)

    def with_dossier(self, statuses: Mapping[str, str]) -> PlanRows:
        """The rows with plan_dossierstatus from a manifest: plan ids (any case) to status."""
        if not statuses:
            return self
        known = {plan_id.casefold(): status for plan_id, status in statuses.items()}
        polygons, lines, points = (_with_status(part, known) for part in self.tables())
        return replace(self, polygons=polygons, lines=lines, points=points)


def _zoning_first(features: Features) -> Features:
    kinds = features.table["object_type"]
    place = [0 if is_zoning(kind) else 2 if is_plan_area(kind) else 1 for kind in kinds]
    order = np.argsort(np.array(place, dtype=int), kind="stable")
    return Features(features.geometry[order], features.table.iloc[order].reset_index(drop=True))


def _with_status(features: Features, known: Mapping[str, str]) -> Features:
    found = [known.get(str(plan_id).casefold()) for plan_id in features.table["plan_id"]]
    old = features.table["plan_dossierstatus"]
    merged = pd.Series([new or was for new, was in zip(found, old)], dtype=object)
    return Features(features.geometry, features.table.assign(plan_dossierstatus=merged))


def assemble(
    columns: Mapping[str, Sequence[Optional[str]]],
    built: Built,
    shape_of_row: np.ndarray,
    log: Optional[list[str]] = None,
    counts: Optional[dict[str, tuple[int, int]]] = None,
    relations: Sequence[tuple[Optional[str], ...]] = (),
) -> PlanRows:
    """Rows laid over the three kinds of geometry.

    `columns` holds each column of PLAN_OBJECT that has values, equally long, with None and
    no empty text where there is none;
    `shape_of_row` says for each row which of the built shapes is its geometry;
    `relations` are rows of RELATION_COLUMNS.
    """
    nothing = np.full(len(shape_of_row), None, dtype=object)
    table = pd.DataFrame({name: columns.get(name, nothing) for name in COLUMNS}, dtype=object)
    polygons, lines, points = (
        part[shape_of_row] for part in (built.polygons, built.lines, built.points)
    )
    has_line, has_point = ~shapely.is_missing(lines), ~shapely.is_missing(points)
    has_polygon = ~shapely.is_missing(polygons) | ~(has_line | has_point)
    parts = [
        Features(part, table).where(mask)
        for part, mask in ((polygons, has_polygon), (lines, has_line), (points, has_point))
    ]
    return PlanRows(parts[0], parts[1], parts[2], log or [], counts or {}, _table(relations))


def _table(relations: Sequence[tuple[Optional[str], ...]]) -> pd.DataFrame:
    return pd.DataFrame(list(relations), columns=list(RELATION_COLUMNS), dtype=object)


def join(parts: Sequence[PlanRows]) -> PlanRows:
    """The rows of several files as one, in order; counts add up."""
    if len(parts) == 1:
        return parts[0]
    counts: dict[str, tuple[int, int]] = {}
    for part in parts:
        for name, (elements, rows) in part.counts.items():
            before = counts.get(name, (0, 0))
            counts[name] = (before[0] + elements, before[1] + rows)
    relations = [part.relations for part in parts if len(part.relations)]
    return PlanRows(
        _stack([part.polygons for part in parts]),
        _stack([part.lines for part in parts]),
        _stack([part.points for part in parts]),
        [line for part in parts for line in part.log],
        counts,
        pd.concat(relations, ignore_index=True) if relations else _table(()),
    )


def _stack(parts: Sequence[Features]) -> Features:
    filled = [part for part in parts if len(part)] or [empty()]
    return Features(
        np.concatenate([part.geometry for part in filled]),
        pd.concat([part.table for part in filled], ignore_index=True),
    )


def empty() -> Features:
    """No rows, with all columns."""
    return Features(np.empty(0, dtype=object), pd.DataFrame(columns=list(COLUMNS), dtype=object))
