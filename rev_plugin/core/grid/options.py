"""What would make it fit: the smallest changes that reach the chance for a yes.

Every option is the same site, or the same net, with one thing changed, put through the same
demand and headroom code again. What none of them solves is said too.
"""

from __future__ import annotations

from typing import Optional

import pandas as pd

from rev_plugin.core.columns import OPTION, SITE
from rev_plugin.core.grid.netfit import NetJudge
from rev_plugin.core.grid.option_families import families
from rev_plugin.core.grid.trial import AS_PLANNED, Option, Trial
from rev_plugin.core.model import Features, Feedback, NetTest, NetVerdict, Settings
from rev_plugin.core.rules import Rules
from rev_plugin.core.tables import records, table_of

COLUMNS = tuple(column.name for column in OPTION)


def find_options(
    site: Features,
    areas: Optional[Features],
    rules: Rules,
    settings: Settings,
    feedback: Feedback,
    judge: Optional[NetJudge] = None,
) -> pd.DataFrame:
    """Options for one site (Features of length 1) with columns COLUMNS.

    The first row is the site as it is. Sizes (less programme, a battery, less existing
    demand) are the smallest step that fits, or the largest tried when none does.
    Empty for activities without a demand. `judge` is the net of `areas`, when it was read.
    """
    record = records(site.table, [column.name for column in SITE])[0]
    if rules.activity(record["activiteit"]).net_toets is not NetTest.DEMAND or areas is None:
        return pd.DataFrame(columns=list(COLUMNS))
    trial = Trial(site.geometry[0], record, areas, rules, settings, judge)
    rows = [trial.run(AS_PLANNED)]
    if rows[0]["past"]:
        return _frame(rows)
    for options in families(trial):
        feedback.check()
        rows.append(_smallest(trial, options))
    if not any(row["past"] for row in rows):
        rows.append(_none_found(trial))
    return _frame(rows)


def _frame(rows: list[dict]) -> pd.DataFrame:
    return table_of(rows, OPTION).astype({"past": bool})


def _smallest(trial: Trial, options: list[Option]) -> dict:
    """The first option that fits; else the largest size, or the kind that comes closest.

    Where the operator says no, the largest size alone shows that size is not the point.
    """
    sized = options[0].sized
    tried = []
    for option in options[-1:] if sized and trial.blocked else options:
        tried.append(trial.run(option))
        if tried[-1]["past"]:
            return tried[-1]
    return tried[-1] if sized else max(tried, key=_closeness)


def _closeness(row: dict) -> tuple[bool, float, float]:
    """How near a row is to fitting: not refused, a better chance, a smaller demand."""
    refused = row["net_oordeel"] == NetVerdict.NO.value
    chance, demand = (row[name] for name in ("kans_netruimte", "vraag_midden_mw"))
    return not refused, -1.0 if pd.isna(chance) else chance, 0.0 if pd.isna(demand) else -demand


def _none_found(trial: Trial) -> dict:
    """The row that says that nothing was found."""
    why = "De netbeheerder laat hier nu geen nieuwe aanvraag toe; minder vraag verandert dat niet."
    if not trial.blocked:
        why = "Geen van de doorgerekende wijzigingen haalt de gevraagde kans."
    first = trial.planned[0]["eerste_jaar"]
    if not pd.isna(first):
        why += f" Op zijn vroegst vanaf {int(first)}."
    row: dict = dict.fromkeys(COLUMNS)
    row.update(locatie=trial.record["naam"], optie="geen", wijziging="geen gevonden", past=False)
    row.update(net_oordeel=trial.planned[0]["net_oordeel"], toelichting=why)
    return row
