"""100 000 plan objects against 20 000 sites: from file to verdicts, reasons and findings.

A province of plans: enkelbestemmingen that tile the land, with the other objects of a
bestemmingsplan over them, and younger plans over a part of the older ones.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
import shapely
from benchmark.province import (
    HEIGHT,
    SEED,
    SOUTH,
    WEST,
    WIDTH,
    outlines,
    plans,
    random_points,
    sites,
    write,
)

from rev_plugin.core.model import Features, Settings, Silent
from rev_plugin.core.rules import load_rules

OBJECTS, SITES = 100_000, 20_000
ACROSS, DOWN = 30, 18  # plans
ZONED, YOUNGER = 0.6, 0.15  # shares of the objects: zoning, and of the plans: partly replaced
USES = (
    "agrarisch", "wonen", "bedrijf", "bedrijventerrein", "verkeer", "groen", "water", "natuur",
    "maatschappelijk", "tuin", "detailhandel", "kantoor", "gemengd", "recreatie", "sport",
)  # fmt: skip
OTHERS = (
    ("Dubbelbestemming", "Waarde - Archeologie"),
    ("Dubbelbestemming", "Leiding - Hoogspanningsverbinding"),
    ("Dubbelbestemming", "Waterstaat - Waterkering"),
    ("Functieaanduiding", "nutsvoorziening"),
    ("Functieaanduiding", "specifieke vorm van bedrijf - 1"),
    ("Gebiedsaanduiding", "vrijwaringszone - molenbiotoop"),
    ("Bouwvlak", "bouwvlak"),
    ("Maatvoering", "maximum bouwhoogte (m)"),
)
ACTIVITIES = (
    "station_hs_ms", "woningbouw", "msr", "batterij", "zonnepark", "windturbine",
    "bedrijventerrein", "laadplein",
)  # fmt: skip


def draw(count: int) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """`count` plan objects with the columns that decide."""
    rng = np.random.default_rng(SEED)
    step = np.array([WIDTH / ACROSS, HEIGHT / DOWN])
    corner = np.stack(np.meshgrid(np.arange(ACROSS), np.arange(DOWN)), axis=-1).reshape(-1, 2)
    low = (WEST, SOUTH) + corner * step
    old = shapely.box(*low.T, *(low + step).T)
    young = rng.choice(len(old), round(YOUNGER * len(old)), replace=False)
    area = np.concatenate([old, shapely.box(*low[young].T, *(low[young] + 0.6 * step).T)])
    zoning = plans(rng, round(ZONED * count))
    centres = random_points(rng, count - len(zoning) - len(area))
    other = outlines(rng, centres, 6, 40, 60.0)
    kind = rng.integers(0, len(OTHERS), len(other))
    use = np.array(USES, dtype=object)[rng.integers(0, len(USES), len(zoning))]
    shapes = np.concatenate([area, zoning, other])
    plan = np.concatenate(
        [np.arange(len(area)), _plan_at(rng, zoning, young), _plan_at(rng, other, young)]
    )
    types = ["Bestemmingsplangebied"] * len(area) + ["Enkelbestemming"] * len(zoning)
    names = [f"Plan {number}" for number in range(len(area))] + [str(word).title() for word in use]
    heights = np.where(kind == len(OTHERS) - 1, "12", "")
    return shapes, {
        "plan_id": np.array([f"NL.IMRO.{number:04d}" for number in plan.tolist()], object),
        "plan_naam": np.array([f"Plan {number}" for number in plan.tolist()], object),
        "plan_type": np.full(len(shapes), "bestemmingsplan", object),
        "plan_status": np.full(len(shapes), "vastgesteld", object),
        "plan_deel": np.full(len(shapes), "tijdelijk", object),
        "datum": np.where(plan < len(old), "2012-03-01", "2019-03-01"),
        "object_id": np.array([f"o{number}" for number in range(len(shapes))], object),
        "object_type": np.array(types + [OTHERS[k][0] for k in kind], object),
        "hoofdgroep": np.concatenate([np.full(len(area), ""), use, np.full(len(other), "")]),
        "naam": np.array(names + [OTHERS[k][1] for k in kind], object),
        "artikel": np.full(len(shapes), "5", object),
        "waarde": np.concatenate([np.full(len(shapes) - len(other), ""), heights]),
    }


def _plan_at(rng: np.random.Generator, shapes: np.ndarray, young: np.ndarray) -> np.ndarray:
    """The plan of objects by where they lie; half of those in a younger plan are of it."""
    place = (shapely.get_coordinates(shapely.centroid(shapes)) - (WEST, SOUTH)) / (WIDTH, HEIGHT)
    cell = np.clip((place * (ACROSS, DOWN)).astype(int), 0, (ACROSS - 1, DOWN - 1))
    plan = cell[:, 1] * ACROSS + cell[:, 0]
    younger = np.full(ACROSS * DOWN, -1)
    younger[young] = ACROSS * DOWN + np.arange(len(young))
    inside = ((place * (ACROSS, DOWN) - cell) < 0.6).all(axis=1) & (rng.random(len(plan)) < 0.5)
    return np.where(inside & (younger[plan] >= 0), younger[plan], plan)


def places(count: int) -> Features:
    """Sites of all kinds of activity, some with a height."""
    shapes = sites(np.random.default_rng(SEED), count)
    number = np.arange(count)
    table = pd.DataFrame(
        {
            "naam": number.astype(str).astype(object),
            "activiteit": np.array(ACTIVITIES, dtype=object)[number % len(ACTIVITIES)],
            "hoogte_m": np.where(number % 3, 5.0 + number % 20, np.nan),
        }
    )
    return Features(shapes, table)


def file(folder: Path, scale: float) -> Path:
    """The plan objects as a GeoPackage, made once."""
    count = round(scale * OBJECTS)
    path = folder / f"plannen-{count}.gpkg"
    if not path.is_file():
        write(path, "planobjecten", *draw(count))
    return path


def measure(folder: Path, scale: float) -> dict:
    """Seconds, CPU seconds and how the verdicts fell."""
    from rev_plugin.core.space.planfit import judge_plans
    from rev_plugin.study.sources import theme_from_file

    places_, rules = places(round(scale * SITES)), load_rules()
    theme = theme_from_file(file(folder, scale), "planobjecten")
    clock, cpu = time.perf_counter(), time.process_time()
    fit = judge_plans(places_, theme, rules, Settings(), Silent())
    seconds, cpu = time.perf_counter() - clock, time.process_time() - cpu
    return {
        "objects": round(scale * OBJECTS),
        "sites": len(places_),
        "seconds": seconds,
        "cpu": cpu,
        "verdicts": fit.output["plan_oordeel"].value_counts().to_dict(),
        "findings": len(fit.findings),
        "constraints": len(fit.constraints),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]), float(sys.argv[2]))) + "\n")
