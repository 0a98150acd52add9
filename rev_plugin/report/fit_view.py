"""What would make a site fit, and who shares its net, as the report shows them."""

from __future__ import annotations

from typing import Any, Optional

import pandas as pd

from rev_plugin.core.grid.place import SHARING
from rev_plugin.core.model import Features, GridLevel, NetVerdict
from rev_plugin.core.tables import records
from rev_plugin.i18n import tr
from rev_plugin.report import words

PLANNED, NONE_FOUND, FLEXIBLE = "als gepland", "geen", "flexibel contract"


def option_rows(options: Optional[pd.DataFrame], name: str) -> Optional[dict[str, Any]]:
    """The options of one site: rows, whether one fits, and why none does.

    `options` has columns.OPTION; None when they were not worked out for this site.
    """
    own = None if options is None else options[options["locatie"] == name]
    if own is None:
        return None
    if own.empty:
        return {"found": True, "why": "", "rows": []}
    every = records(own)
    planned = next(row for row in every if row["optie"] == PLANNED)
    rows = [row for row in every if row["optie"] not in (PLANNED, NONE_FOUND)]
    none_found = next((row for row in every if row["optie"] == NONE_FOUND), None)
    return {
        "found": none_found is None,
        "why": "" if none_found is None else words.text(none_found["toelichting"]),
        "rows": [_option(row, planned) for row in sorted(rows, key=lambda one: not one["past"])],
    }


def _option(row: dict, planned: dict) -> dict[str, object]:
    offered = row["optie"] == FLEXIBLE and row["past"] and _refused(planned)
    after = _chance_of(row)
    if offered:
        after = tr("alleen volgens de rekensom {chance}").format(chance=after)
    return {
        "name": words.text(row["optie"]),
        "change": words.text(row["wijziging"]).replace("_", " "),
        "past": bool(row["past"]),
        "fits": tr("alleen als de netbeheerder dit contract hier aanbiedt")
        if offered
        else _fits(row),
        "demand": words.power(row["vraag_midden_mw"]),
        "before": _chance_of(planned),
        "after": after,
        "first_year": words.year(row["eerste_jaar"]),
        "room": words.text(row["extra_waarvoor"], tr("geen extra ruimte bekend")),
        "note": words.text(row["voorwaarde"]),
    }


def _chance_of(row: dict) -> str:
    """The chance; where there is none and it does not fit, the operator's word decides."""
    return tr("nee (netbeheerder)") if _refused(row) else _chance(row["kans_netruimte"])


def _refused(row: dict) -> bool:
    """Whether the operator's word decides, whatever the MW say."""
    return words.missing(row["kans_netruimte"]) and row["net_oordeel"] == NetVerdict.NO.value


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
    known = list(zip(*(areas.table[name] for name in ("gebied_id", "naam", "bovenliggend"))))
    called = {code: name for code, name, _ in reversed(known) if not words.missing(name)}
    codes = _upwards([(code, above) for code, _, above in known], str(area))
    own = records(sharing[sharing["gebied_id"].isin(codes)])
    shown: list[dict[str, str]] = []
    below: list[tuple[str, str, str]] = []
    for code in codes:
        rows = [
            row for row in own if row["gebied_id"] == code and row["aandeel_oppervlak"] >= SHARING
        ]
        told = [_share(row) for row in rows]
        if told != below:  # an area above that holds no more than this one tells nothing new
            shown += [
                {"area": _area_name(row, called), "town": town, "share": share, "homes": homes}
                for row, (town, share, homes) in zip(rows, told)
            ]
        below = told or below
    return shown


def _share(row: dict) -> tuple[str, str, str]:
    """Municipality, share of the land, share of the dwellings."""
    town = words.text(row["gemeente"], words.unknown())
    return town, words.percent(row["aandeel_oppervlak"]), _chance(row["aandeel_woningen"])


def _area_name(row: dict, called: dict[str, str]) -> str:
    above = " (TenneT)" if row["niveau"] == GridLevel.TENNET.value else ""
    return f"{called.get(row['gebied_id'], row['gebied_id'])}{above}"


def _upwards(known: list[tuple[str, object]], area: str) -> list[str]:
    """The area, the areas above it, and those above these; each once.

    `known` has the code of an area and the cell with the areas above it.
    """
    codes = [area]
    for code in codes:  # grows while it is walked through
        cells = (words.text(above) for own, above in known if own == code)
        named = (part.strip() for cell in cells for part in cell.split("|"))
        codes.extend(part for part in dict.fromkeys(named) if part and part not in codes)
    return codes
