"""One supply area as it is shown: its figures per level, years, and who is in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Optional

import pandas as pd

from rev_plugin.core.grid.outlook import HORIZON as LAST_YEAR
from rev_plugin.core.model import NET_DISCLAIMER, NetStatus
from rev_plugin.core.tables import records
from rev_plugin.i18n import tr
from rev_plugin.report import charts, legend, words
from rev_plugin.report.cells import Badge, badge
from rev_plugin.report.fit_view import option_rows
from rev_plugin.report.headroom_view import CLOSED, adding_room, demand_of

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result


_TOLD = ("locatie", "vraag_laag_mw", "vraag_midden_mw", "vraag_hoog_mw", "gemeenten")


@dataclass(frozen=True)
class Level:
    """The operator's figures of one area of one level."""

    name: str
    status: Badge
    facts: list[tuple[str, str]]


@dataclass(frozen=True)
class AreaView:
    """What the card of an area shows."""

    levels: list[Level]
    picture: charts.Picture
    sites: list[tuple[str, str]]  # name, demand
    municipalities: str
    options: Optional[list[tuple[str, str]]]  # per site what would make it fit; None: not asked
    disclaimer: str


def area_view(result: Result, code: str, direction: str) -> AreaView:
    """The card of the area `code` in one direction (afname / invoeding)."""
    table = result.areas.table
    own = table[(table["gebied_id"] == code) & (table["richting"] == direction)]
    parents = {p.strip() for cell in own["bovenliggend"].dropna() for p in _split(cell)}
    above = table[table["gebied_id"].isin(parents) & (table["richting"] == direction)]
    rows = pd.concat([own, above]).drop_duplicates(["gebied_id", "jaar"])
    sites = _sites_in(result, own, code)
    adding = adding_room(result)
    days = [words.text(day) for day in own["peildatum"] if words.text(day)]
    return AreaView(
        [_level(row) for row in rows.to_dict("records")],
        charts.Picture(_band(result.headroom, code, direction), blocked_until=_blocked_until(rows)),
        [(row["locatie"], demand_of(row, adding)) for row in sites],
        next((words.text(row["gemeenten"]) for row in sites if words.text(row["gemeenten"])), ""),
        _options(result.options, [row["locatie"] for row in sites]),
        tr(NET_DISCLAIMER).format(peildatum=days[0] if days else words.unknown()),
    )


def _options(options: Optional[pd.DataFrame], sites: list[str]) -> Optional[list[tuple[str, str]]]:
    if options is None:
        return None
    told, by_site = [], dict(iter(options.groupby("locatie", sort=False)))
    for name in sites:
        found = option_rows(by_site.get(name), name)
        if found is not None and (found["rows"] or not found["found"]):
            fits = [row for row in found["rows"] if row["past"]]
            ways = (f"{row['name']}: {row['change']} – {_then(row)}" for row in fits)
            told.append((name, "; ".join(ways) or f"{tr('geen gevonden')}. {found['why']}"))
    return told


def _then(row: dict) -> str:
    """How an option fits, and the room it takes."""
    room = row["room"]
    return room if row["fits"] == tr("ja") else f"{row['fits']}, {room}"


def _blocked_until(rows: pd.DataFrame) -> Optional[int]:
    """The year until which an operator of one of the levels says no; None when none does."""
    silent = (rows["status"] == NetStatus.UNKNOWN.value) & rows["jaar_opgelost"].notna()
    closed = rows[rows["status"].isin(CLOSED) | silent]
    if closed.empty:
        return None
    years = pd.to_numeric(closed["jaar_opgelost"])
    return LAST_YEAR if years.isna().any() else int(years.max())


def _split(cell: str) -> list[str]:
    return str(cell).replace("|", ",").replace(";", ",").split(",")


def _level(row: dict) -> Level:
    figures = (
        (tr("Aanwezig"), row["capaciteit_mw"]),
        (tr("Benodigd"), row["benodigd_mw"]),
        (tr("Wachtrij (contractwaarde)"), row["wachtrij_mw"]),
        (tr("Verwachte belasting dit jaar"), row["belasting_lopend_jaar_mw"]),
    )
    facts = [(name, words.number(value, 1, "MW")) for name, value in figures]
    facts += [
        (tr("Jaar van de cijfers"), words.year(row["jaar"])),
        (tr("Verwacht opgelost"), words.year(row["jaar_opgelost"])),
        (tr("Werken"), words.text(row["werken"], tr("geen genoemd"))),
        (tr("Bron"), words.text(row["bron"], words.unknown())),
        (tr("Peildatum"), words.text(row["peildatum"], words.unknown())),
    ]
    if row["geschat"]:
        facts.append((tr("Geschat"), tr("ja: grens of cijfers zijn afgeleid")))
    level = legend.label("niveau", row["niveau"])
    name = words.text(row["naam"]) or str(row["gebied_id"])
    return Level(f"{name} ({level})", badge("net_status", row["status"]), facts)


def _band(headroom: pd.DataFrame, code: str, direction: str) -> charts.Band:
    own = headroom[(headroom["gebied_id"] == code) & (headroom["richting"] == direction)]
    own = own.sort_values("jaar")
    parts = (
        [None if words.missing(v) else float(v) for v in own[f"netruimte_{p}_mw"]]
        for p in ("laag", "midden", "hoog")
    )
    return charts.Band([int(year) for year in own["jaar"]], *parts)


def _sites_in(result: Result, own: pd.DataFrame, code: str) -> list[dict]:
    names = {code, *own["naam"].dropna()}
    inside = result.output["voedingsgebied"].isin(names).to_numpy()
    return records(result.output.loc[inside, list(_TOLD)])
