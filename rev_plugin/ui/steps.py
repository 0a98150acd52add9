"""The checklist of steps, kept in the data GeoPackage so that it survives the next run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from rev_plugin.study.quickscan import Result
    from rev_plugin.ui.step_dialog import StepEdit

TABLE = "stappen"
DONE, OPEN = "gereed", "open"
KEY = ("locatie", "actie")
KEPT = ("status", "trekker", "notitie")


def keep_step(data: Path, result: Result, site: str, text: str, edit: StepEdit) -> None:
    """Tick, assign or annotate one step of a site, in the outcome and in the data.

    Raises:
        RevError: the data GeoPackage cannot be written.
    """
    from rev_plugin.core import columns
    from rev_plugin.study.write import Layer, write_layer

    actions = result.actions
    own = (actions["locatie"] == site) & (actions["actie"] == text)
    status = None if edit.done is None else (DONE if edit.done else OPEN)
    asked = {"status": status, "trekker": edit.lead, "notitie": edit.note}
    values = {column: value for column, value in asked.items() if value is not None}
    write_layer(data, Layer(TABLE, actions[own].assign(**values), columns.ACTION, keys=KEY))
    for column, value in values.items():
        actions.loc[own, column] = value


def with_kept_steps(data: Path, result: Result) -> Result:
    """The outcome with what was kept for the same steps: status, who does it, and notes.

    Raises:
        RevError: the data GeoPackage cannot be read.
    """
    kept = _kept(data)
    if not len(kept):
        return result
    keys = list(KEY)
    known = result.actions[keys].merge(kept[[*keys, *KEPT]], on=keys, how="left")
    actions = result.actions.copy()
    for column in KEPT:
        told = known[column].notna().to_numpy() & (known[column] != "").to_numpy()
        actions.loc[told, column] = known.loc[told, column].to_numpy()
    return replace(result, actions=actions)


def _kept(data: Path) -> pd.DataFrame:
    import pandas as pd
    from qgis.core import QgsCoordinateTransformContext

    from rev_plugin.core import columns
    from rev_plugin.core.model import Silent
    from rev_plugin.study.frames import conform
    from rev_plugin.study.geopackage import Study
    from rev_plugin.study.layers import open_layer, read_source

    study = Study.open(data)
    if not study.has(TABLE):
        return pd.DataFrame()
    layer = open_layer(data, study.layers[TABLE][0])
    raw = read_source(layer, QgsCoordinateTransformContext(), Silent(), TABLE)
    table = conform(raw.features.table, columns.ACTION, layer=TABLE, file=data.name)
    return table.drop_duplicates(list(KEY), keep="last")
