"""What would make the sites of a quickscan fit; worked out when a report asks for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from rev_plugin.core.columns import OPTION
from rev_plugin.core.grid.netfit import NetJudge
from rev_plugin.core.grid.options import find_options
from rev_plugin.core.model import Feedback, NetVerdict, Silent
from rev_plugin.core.rules import Rules

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result

MOST = 50  # sites; each takes some tenths of a second
CLOSED = (2, 4)  # scenarios without net capacity
PROGRAMME = ("woningen", "bvo_m2", "oppervlak_ha", "laadpunten", "vermogen_mw")


def with_options(result: Result, rules: Rules, feedback: Feedback) -> Result:
    """The result with `options` for every site without room on the net, or with little.

    More than MOST such sites, or sites without their programme (read back from a file), are
    left undone: `options` stays None and a warning says so.

    Raises:
        Cancelled: when the user cancels.
    """
    closed = _closed(result.output)
    if result.areas is None or result.options is not None:
        return result
    if len(closed) > MOST:
        feedback.warn(
            f"{len(closed)} locaties hebben geen of weinig netruimte; wat het passend maakt, "
            f"wordt voor hoogstens {MOST} locaties doorgerekend. Kies minder locaties."
        )
        return result
    if not set(PROGRAMME) <= set(result.sites.table):
        feedback.warn("Van deze locaties is het programma niet bekend; opties zijn er niet.")
        return result
    settings = result.provenance.settings
    judge = NetJudge(result.areas, rules, settings, Silent(), result.postcodes)
    found = []
    for done, row in enumerate(closed, start=1):
        feedback.check()
        site = result.sites.where(np.arange(len(result.sites)) == row)
        found.append(find_options(site, result.areas, rules, settings, feedback, judge))
        feedback.progress(done / len(closed))
    return replace(result, options=_join(found))


def _closed(output: pd.DataFrame) -> np.ndarray:
    """Positions of the sites without room on the net, or with little."""
    tight = output["net_oordeel"] == NetVerdict.TIGHT.value
    scenario = pd.to_numeric(output["scenario"], errors="coerce")
    return np.flatnonzero((scenario.isin(CLOSED) | tight).to_numpy(dtype=bool))


def _join(tables: list[pd.DataFrame]) -> pd.DataFrame:
    filled = [table for table in tables if len(table)]
    if not filled:
        return pd.DataFrame(columns=[column.name for column in OPTION])
    return pd.concat(filled, ignore_index=True)
