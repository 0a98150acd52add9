"""The row of columns.NET that says what was judged."""

from __future__ import annotations

import numpy as np

from rev_plugin.core.columns import NET
from rev_plugin.core.grid.chance import Triple
from rev_plugin.core.grid.levels import Judgement
from rev_plugin.core.grid.netreason import Answer
from rev_plugin.core.model import Direction, GridLevel, NetStatus, NetVerdict

BAND = ("laag", "midden", "hoog")


def plain_row(verdict: NetVerdict, reason: str) -> dict[str, object]:
    """A row that says no more than a verdict and why."""
    row: dict[str, object] = {column.name: None for column in NET}
    row.update({column.name: np.nan for column in NET if column.kind == "float"})
    row.update(
        {
            "net_oordeel": verdict.value,
            "net_oordeel_afname": verdict.value,
            "net_oordeel_invoeding": verdict.value,
            "net_reden": reason,
            "net_geschat": False,
        }
    )
    return row


def unplaced_row(reason: str, demand: dict[Direction, Triple]) -> dict[str, object]:
    """A row of a site without figures of the net: unknown, but what it asks is known.

    The larger demand decides (ties: afname); what asks nothing in a direction is nvt there.
    """
    row = plain_row(NetVerdict.UNKNOWN, reason)
    for direction, asked in demand.items():
        if asked.high == 0:
            row[f"net_oordeel_{direction}"] = NetVerdict.NOT_APPLICABLE.value
    main = max(demand, key=lambda direction: np.nan_to_num(demand[direction].middle))
    row.update({f"vraag_{name}_mw": value for name, value in zip(BAND, demand[main])})
    row["richting_bepalend"] = main.value
    return row


def _level_columns(shown: Judgement, judged: Judgement) -> dict[str, object]:
    """The operator's words and the arithmetic of the levels of one direction."""
    own = shown.own
    if own is None:
        return {}
    above = [level for level in shown.levels if level.series.level == GridLevel.TENNET.value]
    worst = max(above, key=lambda level: NetStatus(level.status).severity, default=None)
    years = [level.solved for level in above if not np.isnan(level.solved)]
    room = judged.shown
    bounds = room.bounds if room is not None else (np.nan, np.nan, np.nan)
    limit = judged.limiting or own
    return {
        **{f"netruimte_{name}_mw": value for name, value in zip(BAND, bounds)},
        "net_status": own.status,
        "net_status_tennet": worst.status if worst else NetStatus.UNKNOWN.value,
        "jaar_opgelost_rnb": None if np.isnan(own.solved) else int(own.solved),
        "jaar_opgelost_tennet": int(max(years)) if years else None,
        "wachtrij_mw": float(own.outlook.queue[0]),
        "beperkend_niveau": limit.series.level,
        "beperkend_gebied": limit.series.area,
        "net_bron": own.source or None,
        "net_peildatum": own.date or None,
        "net_geschat": bool(own.outlook.estimated[0]),
    }


def answer_row(answer: Answer, reason: str) -> dict[str, object]:
    """The row of a judged site; the place (area, municipalities) is the caller's."""
    direction = answer.deciding
    judged = answer.judged[direction]
    row = plain_row(answer.verdict, reason)
    row.update(
        {
            "net_oordeel_afname": answer.judged[Direction.OFFTAKE].verdict.value,
            "net_oordeel_invoeding": answer.judged[Direction.FEED_IN].verdict.value,
            "richting_bepalend": direction.value,
            "kans_netruimte": answer.chance,
            "eerste_jaar": answer.first_year,
        }
    )
    if not answer.net_part:
        row.update({f"vraag_{n}_mw": v for n, v in zip(BAND, answer.demand[direction])})
    row.update(_level_columns(answer.regional or judged, judged))
    return row
