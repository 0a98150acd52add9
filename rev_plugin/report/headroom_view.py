"""The net verdict of one site: its reason, figures, and headroom against demand per year."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING, Any, Optional

from rev_plugin.core.model import NET_DISCLAIMER, GridLevel, NetStatus
from rev_plugin.core.tables import records
from rev_plugin.i18n import tr
from rev_plugin.report import cells, charts, words

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result

SAME_MW = 1e-3
CLOSED = (NetStatus.RED.value, NetStatus.ORANGE.value)
_OF_ROOM = (
    "gebied_id", "naam", "niveau", "richting", "jaar",
    "netruimte_laag_mw", "netruimte_midden_mw", "netruimte_hoog_mw",
)  # fmt: skip


def net_panel(result: Result, row: dict) -> dict[str, Any]:
    """What is shown of the net of one site; `row` is its row of the output."""
    peildatum = words.text(row["net_peildatum"], words.unknown())
    return {
        "badge": cells.badge("net_oordeel", row["net_oordeel"]),
        "reason": words.text(row["net_reden"]),
        "chance": words.chance(row["kans_netruimte"], row["net_oordeel"]),
        "picture": headroom_picture(result, row),
        "area": words.text(row["voedingsgebied"], words.unknown()),
        "demand": demand_of(row, adding_room(result)),
        "room": words.room(
            row["netruimte_laag_mw"], row["netruimte_midden_mw"], row["netruimte_hoog_mw"]
        ),
        "operators": [
            (tr("Regionale netbeheerder"), cells.badge("net_status", row["net_status"]),
             _solved(row["jaar_opgelost_rnb"])),
            ("TenneT", cells.badge("net_status", row["net_status_tennet"]),
             _solved(row["jaar_opgelost_tennet"])),
        ],
        "facts": cells.facts(
            (tr("Voedingsgebied"), row["voedingsgebied"]),
            (tr("Afname"), cells.label("net_oordeel", row["net_oordeel_afname"])),
            (tr("Invoeding"), cells.label("net_oordeel", row["net_oordeel_invoeding"])),
            (tr("Bepalende richting"), cells.label("richting", row["richting_bepalend"])),
            (tr("Gecontracteerd"), cells.megawatts(row["gecontracteerd_mw"])),
            (tr("Wachtrij regionaal (contractwaarde)"), cells.megawatts(row["wachtrij_mw"])),
            (tr("Eerste jaar met ruimte"), cells.year(row["eerste_jaar"])),
            (tr("Beperkend"), _limit(row)),
            (tr("Gemeenten in dit gebied"), row["gemeenten"]),
            (tr("Bron"), row["net_bron"]),
            (tr("Cijfers geschat"), tr("ja") if cells.true(row["net_geschat"]) else None),
        ),
        "disclaimer": tr(NET_DISCLAIMER).format(peildatum=peildatum),
    }  # fmt: skip


def adding_room(result: Result) -> set[str]:
    """The sites that ask nothing of the net, such as a station: they add room."""
    return set(result.demand["locatie"][result.demand["methode"] == "netdeel"])


def demand_of(row: dict, adding: Set[str]) -> str:
    """What a site asks of the net; `adding` are those that add room."""
    if row["locatie"] in adding:
        return tr("voegt ruimte toe")
    return words.band(row["vraag_laag_mw"], row["vraag_midden_mw"], row["vraag_hoog_mw"])


def headroom_picture(result: Result, row: dict) -> charts.Picture:
    """The band of the site's own area and deciding direction; no years when none is known."""
    room = _room_of(result, row)
    demand = None
    if not words.missing(row["vraag_midden_mw"]):
        figures = (float(row[f"vraag_{p}_mw"]) for p in ("laag", "midden", "hoog"))
        demand = charts.Demand(cells.whole(row["jaar"]), *figures)
    until = _blocked_until(row, max(room.years)) if room.years else None
    return charts.Picture(room, demand, until)


def _blocked_until(row: dict, last: int) -> Optional[int]:
    """The year until which the operator says no; `last` when it names none; None when open."""
    told = (("net_status", "jaar_opgelost_rnb"), ("net_status_tennet", "jaar_opgelost_tennet"))
    years = [cells.whole(row[year]) or last for status, year in told if row[status] in CLOSED]
    return max(years, default=None)


def _room_of(result: Result, row: dict) -> charts.Band:
    """The years of the area whose MW stand in the row: the site's own, or one above it."""
    area, limit = (words.text(row[name]) for name in ("voedingsgebied", "beperkend_gebied"))
    table = {name: result.headroom[name].to_numpy(object) for name in _OF_ROOM}
    code = table["gebied_id"]
    named = (code == area) | (code == limit) | (table["naam"] == area)
    named &= table["richting"] == (row["richting_bepalend"] or "afname")
    years = records({name: column[named] for name, column in table.items()})
    years.sort(key=lambda year: year["jaar"])
    tennet = GridLevel.TENNET.value
    own = [
        year
        for year in years
        if area and year["niveau"] != tennet and area in (year["gebied_id"], year["naam"])
    ]
    above = [y for y in years if y["niveau"] == tennet and y["gebied_id"] == limit]
    if _tells(above, row) and not _tells(own, row):
        own = above
    if not own and not words.missing(row["netruimte_midden_mw"]):
        own = [row]
    return charts.Band(
        [int(year["jaar"]) for year in own],
        *([cells.number(y[f"netruimte_{p}_mw"]) for y in own] for p in ("laag", "midden", "hoog")),
    )


def _tells(years: list[dict], row: dict) -> bool:
    """Whether the MW of a row are those of these years of one area."""
    told, at = row["netruimte_hoog_mw"], cells.whole(row["jaar"])
    same = [year["netruimte_hoog_mw"] for year in years if year["jaar"] == at]
    return not words.missing(told) and any(
        not words.missing(value) and abs(value - told) < SAME_MW for value in same
    )


def _solved(value: object) -> str:
    if words.missing(value):
        return tr("geen jaar genoemd")
    return tr("verwacht opgelost: {year}").format(year=words.year(value))


def _limit(row: dict) -> Optional[str]:
    parts = [cells.label("niveau", row["beperkend_niveau"]), words.text(row["beperkend_gebied"])]
    return ", ".join(part for part in parts if part) or None
