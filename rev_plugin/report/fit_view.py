"""What would make a site fit, and who shares its net, as the report shows them."""

from __future__ import annotations

from typing import Any, Optional

import pandas as pd

from rev_plugin.core.grid.place import SHARING
from rev_plugin.core.model import Features, GridLevel, NetVerdict
from rev_plugin.i18n import tr
from rev_plugin.report import words

PLANNED, NONE_FOUND = "als gepland", "geen"


def option_rows(options: Optional[pd.DataFrame], name: str) -> Optional[dict[str, Any]]:
    """The options of one site: rows, whether one fits, and why none does.

    `options` has columns.OPTION; None when they were not worked out for this site.
    """
    own = None if options is None else options[options["locatie"] == name]
    if own is None:
        return None
    if own.empty:
        return {"found": True, "why": "", "rows": []}
    records = own.to_dict("records")
    planned = next(row for row in records if row["optie"] == PLANNED)
    rows = [row for row in records if row["optie"] not in (PLANNED, NONE_FOUND)]
    none_found = next((row for row in records if row["optie"] == NONE_FOUND), None)
    return {
        "found": none_found is None,
        "why": "" if none_found is None else words.text(none_found["toelichting"]),
        "rows": [_option(row, planned) for row in sorted(rows, key=lambda one: not one["past"])],
    }


def _option(row: dict, planned: dict) -> dict[str, object]:
    return {
        "name": words.text(row["optie"]),
        "change": words.text(row["wijziging"]).replace("_", " "),
        "past": bool(row["past"]),
        "fits": _fits(row),
        "demand": words.power(row["vraag_midden_mw"]),
        "before": _chance_of(planned),
        "after": _chance_of(row),
        "first_year": words.year(row["eerste_jaar"]),
        "room": words.text(row["extra_waarvoor"], tr("geen extra ruimte bekend")),
        "note": words.text(row["voorwaarde"]),
    }


def _chance_of(row: dict) -> str:
    """The chance; where there is none and it does not fit, the operator's word decides."""
    if words.missing(row["kans_netruimte"]) and row["net_oordeel"] == NetVerdict.NO.value:
        return tr("nee (netbeheerder)")
    return _chance(row["kans_netruimte"])


def _chance(value: object) -> str:
    return words.unknown() if words.missing(value) else words.percent(float(value))  # type: ignore[arg-type]


def _fits(row: dict) -> str:
    """Whether it fits then; where nothing can be computed that is not a no, and where the
    operator's yellow or an estimate stands in the way it is at best krap.
    """
    if row["past"]:
        return tr("hooguit krap") if row["net_oordeel"] == NetVerdict.TIGHT.value else tr("ja")
    return tr("onbekend") if row["net_oordeel"] == NetVerdict.UNKNOWN.value else tr("nee")


def share_rows(
    sharing: Optional[pd.DataFrame], areas: Optional[Features], area: object
) -> list[dict[str, str]]:
    """Municipalities in a supply area and in the areas above it, the largest share first.

    `sharing` has columns.SHARE. What is known of the areas above is in `areas`.
    """
    if sharing is None or areas is None or words.missing(area):
        return []
    codes = _upwards(areas.table, str(area))
    own = sharing[sharing["gebied_id"].isin(codes)]
    own = own[own["aandeel_oppervlak"] >= SHARING]
    order = own["gebied_id"].map(codes.index)
    names = areas.table.dropna(subset=["naam"]).drop_duplicates("gebied_id")
    called = dict(zip(names["gebied_id"], names["naam"]))
    ordered = own.assign(_order=order).sort_values("_order", kind="stable")
    shown: list[dict[str, str]] = []
    below: list[tuple[str, str, str]] = []
    for _, rows in ordered.groupby("_order", sort=False):
        records = rows.to_dict("records")
        told = [_share(row) for row in records]
        if told != below:  # an area above that holds no more than this one tells nothing new
            shown += [
                {"area": _area_name(row, called), "town": town, "share": share, "homes": homes}
                for row, (town, share, homes) in zip(records, told)
            ]
        below = told
    return shown


def _share(row: dict) -> tuple[str, str, str]:
    """Municipality, share of the land, share of the dwellings."""
    town = words.text(row["gemeente"], words.unknown())
    return town, words.percent(row["aandeel_oppervlak"]), _chance(row["aandeel_woningen"])


def _area_name(row: dict, called: dict[str, str]) -> str:
    above = " (TenneT)" if row["niveau"] == GridLevel.TENNET.value else ""
    return f"{called.get(row['gebied_id'], row['gebied_id'])}{above}"


def _upwards(table: pd.DataFrame, area: str) -> list[str]:
    """The area, the areas above it, and those above these; each once."""
    codes = [area]
    for code in codes:  # grows while it is walked through
        cells = table.loc[table["gebied_id"] == code, "bovenliggend"].dropna().astype(str)
        named = (part.strip() for cell in cells for part in cell.split("|"))
        codes.extend(part for part in dict.fromkeys(named) if part and part not in codes)
    return codes
