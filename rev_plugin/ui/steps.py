"""The checklist of steps, kept in the data GeoPackage so that it survives the next run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from rev_plugin.study.quickscan import Result

TABLE = "stappen"
DONE, OPEN = "gereed", "open"
KEY = ("locatie", "actie")


def keep_step(data: Path, result: Result, site: str, text: str, done: bool) -> None:
    """Tick one step of a site, or take the tick away, in the outcome and in the data.

    Raises:
        RevError: the data GeoPackage cannot be written.
    """
    from rev_plugin.core import columns
    from rev_plugin.study.write import Layer, write_layer

    actions = result.actions
    own = (actions["locatie"] == site) & (actions["actie"] == text)
    status = DONE if done else OPEN
    write_layer(data, Layer(TABLE, actions[own].assign(status=status), columns.ACTION, keys=KEY))
    actions.loc[own, "status"] = status


def with_kept_steps(data: Path, result: Result) -> Result:
    """The outcome with the status and notes that were kept for the same steps.

    Raises:
        RevError: the data GeoPackage cannot be read.
    """
    kept = _kept(data)
    if not len(kept):
        return result
    memory = kept.set_index(list(KEY))[["status", "notitie"]]
    actions = result.actions.copy()
    for number, key in enumerate(zip(*(actions[name] for name in KEY))):
        if key in memory.index:
            actions.loc[actions.index[number], "status"] = memory.loc[key, "status"]
            note = memory.loc[key, "notitie"]
            if note:
                actions.loc[actions.index[number], "notitie"] = note
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
