"""The kinds of change that could make a site fit, each from small to large."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.grid.outlook import HORIZON, figure_id
from rev_plugin.core.grid.place import AreaMap
from rev_plugin.core.grid.regimes import FLEXIBLE
from rev_plugin.core.grid.trial import Option, Trial
from rev_plugin.core.grid.wording import megawatts, square_metres
from rev_plugin.core.model import Direction, Features, GridLevel
from rev_plugin.core.rule_rows import KeyFigure, Quantity

STEPS = 20  # a size is looked for in steps of 1/20
REACH = 10_000.0  # metres to a neighbouring area
HEAT_ORDER = ("hybride", "warmtenet")  # the smallest change first
_SIZES = ("woningen", "bvo_m2", "oppervlak_ha", "laadpunten", "vermogen_mw", "teruglevering_mw",
          "zon_dak_kwp", "gecontracteerd_mw")  # fmt: skip
_LOAD = (Quantity.COINCIDENT, Quantity.SPREAD)


def families(trial: Trial) -> Iterator[list[Option]]:
    """Kinds of change, each as options from the smallest to the largest."""
    for family in (_heat, _charging, _contract, _battery, _programme, _existing, _year, _place):
        options = family(trial)
        if options:
            yield options


def _heat(trial: Trial) -> list[Option]:
    """A heat solution that asks less, the smallest change first."""
    if trial.number("woningen") is None:
        return []
    now = str(trial.record.get("warmteoplossing") or "")
    notes = {"warmtenet": "Mits er een warmtebron is; die vraagt zelf ook ruimte en stroom."}
    builds = {"warmtenet": ("warmtestation",)}
    return [
        Option(
            "andere warmteoplossing",
            heat,
            {"warmteoplossing": heat},
            builds=builds.get(heat, ()),
            note=notes.get(heat, ""),
        )
        for heat in HEAT_ORDER
        if heat != now and now not in ("warmtenet", "gas")
    ]


def _charging(trial: Trial) -> list[Option]:
    """Cars that charge at half power at the peak."""
    per_home = trial.number("laadpunten_per_woning")
    if not per_home:
        return []
    share = trial.rules.key_figure(figure_id("slim_laden", Quantity.SHARE))
    figures = dict(trial.rules.tables[KeyFigure.TABLE])
    for key, row in figures.items():
        if isinstance(row, KeyFigure) and row.categorie == "ev_thuis" and row.grootheid in _LOAD:
            figures[key] = replace(
                row,
                laag=row.laag * share.laag,
                midden=row.midden * share.midden,
                hoog=row.hoog * share.hoog,
                samenhang=True,
            )
    rules = replace(trial.rules, tables={**trial.rules.tables, KeyFigure.TABLE: figures})
    return [Option("slim laden", "laden op de piek gehalveerd", rules=rules)]


def _contract(trial: Trial) -> list[Option]:
    """A contract without full right at the peak; not for homes."""
    if trial.number("woningen") is not None:
        return []
    note = "Te bespreken met de netbeheerder; op de piek is er geen of minder vermogen."
    return [
        Option("flexibel contract", form.replace("_", " "), {"contractvorm": form}, note=note)
        for form in FLEXIBLE
    ]


def _battery(trial: Trial) -> list[Option]:
    """A battery that takes the peak off, up to half of the demand."""
    demand = trial.planned[1]
    peak = demand["vraag_hoog_mw"]
    if trial.record["activiteit"] == "batterij" or not peak > 0:
        return []
    note = "De batterij laadt buiten de piek; de duur van de piek bepaalt de inhoud in MWh."
    return [
        Option(
            "batterij",
            f"batterij van {megawatts(size)}",
            less_mw=size,
            builds=("batterij",),
            sized=True,
            note=note,
        )
        for size in peak * np.arange(1, STEPS // 2 + 1) / STEPS
    ]


def _programme(trial: Trial) -> list[Option]:
    """Less of the same programme."""
    sizes = {name: value for name in _SIZES if (value := trial.number(name))}
    if not sizes:
        return []
    options = []
    for step in range(STEPS - 1, 0, -1):
        share = step / STEPS
        smaller = {
            name: math.floor(value * share) if name in ("woningen", "laadpunten") else value * share
            for name, value in sizes.items()
        }
        options.append(
            Option(
                "kleiner programma", f"{100 * share:.0f} % van het programma", smaller, sized=True
            )
        )
    return options


def _existing(trial: Trial) -> list[Option]:
    """Less existing demand in the area, as required MW of contract; no help to feed in."""
    if trial.generates:
        return []
    spot = AreaMap(trial.areas).find(trial.shape, Direction.OFFTAKE.value)
    if spot is None:
        return []
    table = trial.areas.table
    own = (table["gebied_id"] == spot.area) & (table["niveau"] != GridLevel.TENNET.value)
    own &= table["richting"] == Direction.OFFTAKE.value
    required = float(pd.to_numeric(table.loc[own, "benodigd_mw"], errors="coerce").max())
    if not required > 0:
        return []
    note = "Besparing of verschuiving bij bestaande gebruikers; vraagt geen extra ruimte."
    options = []
    for less in required * np.arange(1, STEPS // 2 + 1) / STEPS:
        changed = table.copy()
        changed.loc[own, "benodigd_mw"] = table.loc[own, "benodigd_mw"].astype(float) - less
        areas = Features(trial.areas.geometry, changed)
        options.append(
            Option("minder bestaande vraag", f"{megawatts(less)} minder contract in het gebied",
                   areas=areas, sized=True, note=note)
        )  # fmt: skip
    return options


def _year(trial: Trial) -> list[Option]:
    """A later year: the first in which net or operator opens."""
    row, demand = trial.planned
    first = row["eerste_jaar"]
    if pd.isna(first) or int(first) <= int(demand["jaar"] or 0) or int(first) > HORIZON:
        return []
    year = int(first)
    middle, large = (
        square_metres(trial.rules.activity(station).voetafdruk_m2 or 0.0)
        for station in ("station_ts_ms", "station_hs_ms")
    )
    note = (
        f"Breidt de netbeheerder daarvoor uit met een nieuw station, reken dan op {middle} "
        f"(tussenspanning) tot {large} (hoogspanning)."
    )
    return [Option("later jaar", f"in {year}", {"jaar": year}, note=note)]


def _place(trial: Trial) -> list[Option]:
    """Neighbouring areas within reach, the nearest first."""
    if trial.shape is None:
        return []
    table = trial.areas.table
    regional = table["niveau"] != GridLevel.TENNET.value
    offtake = table["richting"] == Direction.OFFTAKE.value
    drawn = (regional & offtake).to_numpy() & ~shapely.is_missing(trial.areas.geometry)
    distance = shapely.distance(trial.areas.geometry, trial.shape)
    nearby = [row for row in np.flatnonzero(drawn) if 0 < distance[row] <= REACH]
    options = []
    for row in sorted(nearby, key=lambda one: (distance[one], table["gebied_id"].iat[one])):
        spot = shapely.point_on_surface(trial.areas.geometry[row]).buffer(1.0)
        name = table["gebied_id"].iat[row]
        far = f"{distance[row] / 1000:.1f}".replace(".", ",")
        note = f"Op {far} km; de ruimtelijke kant is daar niet beoordeeld."
        options.append(Option("ander voedingsgebied", str(name), shape=spot, note=note))
    return options
