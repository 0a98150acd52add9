"""One change to a site or its net, put through demand and headroom again."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.grid.demand import demand_row
from rev_plugin.core.grid.netfit import NetJudge
from rev_plugin.core.grid.outlook import figure_id
from rev_plugin.core.grid.wording import square_metres
from rev_plugin.core.model import Features, NetVerdict, Settings, Silent
from rev_plugin.core.rule_rows import Quantity
from rev_plugin.core.rules import Rules


@dataclass(frozen=True)
class Option:
    """One change: to columns of the site, to the net, or of the place."""

    name: str
    change: str
    site: Mapping[str, object] = field(default_factory=dict)
    rules: Optional[Rules] = None
    areas: Optional[Features] = None
    shape: Optional[shapely.Geometry] = None
    less_mw: float = 0.0  # taken off the demand (a battery) in afname
    builds: tuple[str, ...] = ()  # activities that it needs room for
    sized: bool = False  # one of several sizes of the same change
    note: str = ""


AS_PLANNED = Option("als gepland", "niets")


class Trial:
    """One site with its net, tried again and again."""

    def __init__(
        self,
        shape: Optional[shapely.Geometry],
        record: dict,
        areas: Features,
        rules: Rules,
        settings: Settings,
        judge: Optional[NetJudge] = None,
    ) -> None:
        """`judge` is the net without a change; it is read from `areas` when not given."""
        self.shape, self.record, self.areas = shape, record, areas
        self.rules, self.settings = rules, settings
        self._given_judge = judge

    def number(self, name: str) -> Optional[float]:
        value = self.record.get(name)
        known = isinstance(value, (int, float)) and not pd.isna(value)
        return float(value) if known else None  # type: ignore[arg-type]

    def run(self, option: Option) -> dict:
        """The site with one change, through demand and headroom again."""
        row, demand = self.judge(option) if option != AS_PLANNED else self.planned
        msr = self._transformer_rooms(option)
        metres, what = self._room(msr, option.builds)
        asked = "invoeding" if self.generates else "vraag"
        return {
            "locatie": self.record["naam"],
            "optie": option.name,
            "wijziging": option.change,
            "past": self._fits(row),
            "net_oordeel": row["net_oordeel"],
            "kans_netruimte": row["kans_netruimte"],
            "vraag_midden_mw": demand[f"{asked}_midden_mw"],
            "vraag_hoog_mw": demand[f"{asked}_hoog_mw"],
            "jaar": demand["jaar"],
            "eerste_jaar": row["eerste_jaar"],
            "voedingsgebied": row["voedingsgebied"],
            "extra_msr": msr,
            "extra_ruimte_m2": metres,
            "extra_waarvoor": what or None,
            "voorwaarde": option.note or None,
            "toelichting": row["net_reden"],
        }

    @property
    def generates(self) -> bool:
        """Whether the site feeds in; what it asks of the net is then invoeding."""
        return self.rules.activity(self.record["activiteit"]).groep == "opwek"

    @cached_property
    def planned(self) -> tuple[dict, dict]:
        """The net and demand rows of the site as it is."""
        return self.judge(AS_PLANNED)

    @cached_property
    def judge_as_is(self) -> NetJudge:
        """The net without a change to it, read once."""
        return self._given_judge or self._read(self.areas, self.rules, self.settings)

    def _read(self, areas: Features, rules: Rules, settings: Settings) -> NetJudge:
        """A net with a change to it; the postcodes, which tell the colour, stay."""
        judge = NetJudge(areas, rules, settings, Silent())
        if self._given_judge is not None:
            judge.postcodes = self._given_judge.postcodes
        return judge

    @property
    def blocked(self) -> bool:
        """Whether the operator's word decides, so that no size of demand can fit."""
        row = self.planned[0]
        said_no = row["net_oordeel"] == NetVerdict.NO.value
        return bool(said_no and pd.isna(row["kans_netruimte"]))

    def judge(self, option: Option) -> tuple[dict, dict]:
        rules = option.rules or self.rules
        site = {**self.record, **option.site}
        shape = option.shape if option.shape is not None else self.shape
        settings = replace(self.settings, year=None) if "jaar" in option.site else self.settings
        area = float(np.nan_to_num(shapely.area(shape)))
        demand: dict = demand_row(site, area, rules, settings)
        for name in ("vraag_laag_mw", "vraag_midden_mw", "vraag_hoog_mw"):
            demand[name] = float(np.maximum(demand[name] - option.less_mw, 0.0))  # keeps NaN
        judge = self.judge_as_is
        if option.areas is not None or settings != self.settings:
            areas = self.areas if option.areas is None else option.areas
            judge = self._read(areas, rules, settings)
        return judge.row(site, demand, shape), demand

    def _fits(self, row: dict) -> bool:
        chance = row["kans_netruimte"]
        nothing_asked = row["net_oordeel"] == NetVerdict.NOT_APPLICABLE.value
        return bool(nothing_asked or (pd.notna(chance) and chance >= self.settings.chance_yes))

    def _transformer_rooms(self, option: Option) -> Optional[int]:
        """MSRs that the homes need: one per 150 to 200."""
        homes = option.site.get("woningen", self.number("woningen"))
        if not isinstance(homes, (int, float)) or pd.isna(homes):
            return None
        each = self.rules.key_figure(figure_id("msr", Quantity.SHARE)).midden
        return math.ceil(homes / each)

    def _room(self, rooms: Optional[int], builds: tuple[str, ...]) -> tuple[float, str]:
        """The m² that a change needs on the ground, as far as known, and what for."""
        wanted = [(activity, 1) for activity in builds]
        wanted += [("msr", rooms)] if rooms else []
        total, told = 0.0, []
        for activity, count in wanted:
            each = self.rules.activity(activity).voetafdruk_m2
            total += count * (each or 0.0)
            name = self.rules.activity(activity).naam_nl.split(" (")[0].lower()
            name = f"{count} {name}{'n' if count > 1 else ''}" if activity == "msr" else name
            told.append(f"{name} ({square_metres(count * each) if each else 'grootte onbekend'})")
        return total, ", ".join(told)
