"""A small study with a known outcome, and running it as a user does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import shapely
from qgis.PyQt.QtCore import Qt

from rev_plugin.core import columns
from rev_plugin.core.model import Column
from rev_plugin.study.frames import conform
from rev_plugin.study.write import Layer, write_layers
from rev_plugin.ui.workplace import Workplace

X, Y = 100_000.0, 450_000.0
PATIENCE_MS = 30_000


def square(x: float, y: float, side: float) -> shapely.Polygon:
    return shapely.box(X + x, Y + y, X + x + side, Y + y + side)


def shapes(*items: shapely.Geometry) -> np.ndarray:
    return np.array(items, dtype=object)


def write_small_study(path: Path) -> Path:
    """Two sites: dwellings in a Woongebied, and a station 30 m from a house, in no plan.

    Both lie in a supply area with 100 MW, of which 10 MW is taken, under a TenneT area with
    1 000 MW, of which 100 MW is taken.
    """
    sites = conform(
        pd.DataFrame(
            [
                {"naam": "Wijk", "activiteit": "woningbouw", "jaar": 2032, "woningen": 100.0,
                 "warmteoplossing": "all_electric"},
                {"naam": "Station", "activiteit": "station_ts_ms", "jaar": 2033, "mva": 40.0},
            ]
        ),
        columns.SITE,
    )  # fmt: skip
    plan = conform(
        pd.DataFrame([
            {"plan_id": "NL.IMRO.9999.BP1", "plan_naam": "Wijkplan", "datum": "2020-01-01",
             "plan_type": "bestemmingsplan", "plan_status": "vastgesteld", "object_id": "e1",
             "object_type": "Enkelbestemming", "hoofdgroep": "woongebied", "naam": "Woongebied",
             "artikel": "5"},
        ]),
        columns.PLAN_OBJECT,
    )  # fmt: skip
    areas = conform(
        pd.DataFrame([
            {"gebied_id": name, "naam": name, "niveau": level, "bovenliggend": parent,
             "richting": direction, "jaar": 2026, "capaciteit_mw": 100.0 * times,
             "benodigd_mw": 10.0 * times, "wachtrij_mw": 0.0, "status": "transparant",
             "bron": "proef", "peildatum": "2026-07-01"}
            for name, level, parent, times in (
                ("OS Proef", "rnb", "T Proef", 1), ("T Proef", "tennet", None, 10))
            for direction in ("afname", "invoeding")
        ]),
        columns.AREA,
    )  # fmt: skip
    houses = pd.DataFrame({"identificatie": ["B1"], "gebruiksdoel": ["woonfunctie"]})
    house_columns = (Column("identificatie", "text"), Column("gebruiksdoel", "text"))
    site_shapes = shapes(square(0, 0, 200), square(1000, 0, 80))
    area = square(-2000, -2000, 5000)
    write_layers(path, [
        Layer("locaties", sites, columns.SITE, site_shapes, "vlak"),
        Layer("planobjecten", plan, columns.PLAN_OBJECT, shapes(square(-50, -50, 400)), "vlak"),
        Layer("voedingsgebieden", areas, columns.AREA, shapes(*[area] * 4), "vlak"),
        Layer("bebouwing", houses, house_columns, shapes(square(1110, 0, 10)), "vlak"),
    ])  # fmt: skip
    return path


def run(workplace: Workplace, qtbot, study: Path) -> None:
    """Choose the data and click on the button, as a user does."""
    dock = workplace.dock()
    dock.show()
    dock.location.data_file.setFilePath(str(study))
    qtbot.waitUntil(lambda: workplace._task is None, timeout=PATIENCE_MS)  # the layers open
    qtbot.mouseClick(dock.location.run_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: workplace._task is None, timeout=PATIENCE_MS)
