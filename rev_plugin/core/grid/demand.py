"""The extra demand of sites in MW, in both directions, with its band."""

from __future__ import annotations

import math
from typing import Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.columns import DEMAND, SITE
from rev_plugin.core.grid.chance import Triple
from rev_plugin.core.grid.load import worst_feed_in, worst_load
from rev_plugin.core.grid.outlook import citation
from rev_plugin.core.grid.profiles import Curves, with_curves
from rev_plugin.core.grid.programme import Programme, Site, build_programme
from rev_plugin.core.model import Features, Settings
from rev_plugin.core.rules import Rules
from rev_plugin.core.tables import Columns, columns_of, frame, records

NUMBERS = tuple(c.name for c in SITE if c.kind == "float")
WORDS = tuple(c.name for c in SITE if c.kind == "text")
_UNKNOWN = Triple(math.nan, math.nan, math.nan)


def estimate_demand(
    sites: Features, rules: Rules, settings: Settings, curves: Optional[Curves] = None
) -> pd.DataFrame:
    """Coincident extra demand per site, as columns.DEMAND, one row per site in order.

    `curves`, when given, replace A of the categories they have.

    vraag_*_mw and invoeding_*_mw are P10, P50 and P90 in MW, NaN where the programme does
    not say enough (toelichting tells what is missing); energie_mwh is per year.

    Raises:
        InputError: a site's activity, or a key figure it needs, is not in the rules.
    """
    return frame(demand_columns(sites, rules, settings, curves))


def demand_columns(
    sites: Features, rules: Rules, settings: Settings, curves: Optional[Curves] = None
) -> Columns:
    """As `estimate_demand`, but as columns."""
    areas = np.nan_to_num(shapely.area(sites.geometry)).tolist()
    own = records(sites.table, [column.name for column in SITE])
    rows = [demand_row(site, area, rules, settings, curves) for site, area in zip(own, areas)]
    return columns_of(rows, DEMAND)


def demand_row(
    record: dict, area_m2: float, rules: Rules, settings: Settings, curves: Optional[Curves] = None
) -> dict[str, object]:
    """The row of columns.DEMAND of one row of columns.SITE; arguments as `estimate_demand`."""
    rules.activity(record["activiteit"])
    site = read_site(record, area_m2)
    programme = build_programme(rules, site)
    if curves is not None and not programme.unknown:
        parts = programme.loads, programme.sources
        programme.loads, programme.sources = (with_curves(part, curves) for part in parts)
        if (programme.loads, programme.sources) != parts:
            programme.method += ", A uit curven"
    return _row(record, site, programme, rules, settings)


def read_site(record: dict, area_m2: float) -> Site:
    """The programme of a row of SITE; unknown numbers and words are left out."""
    numbers = {name: _number(record.get(name)) for name in NUMBERS}
    words = {name: record.get(name) for name in WORDS}
    return Site(
        str(record["activiteit"]),
        {name: value for name, value in numbers.items() if value is not None},
        {name: word for name, word in words.items() if isinstance(word, str) and word.strip()},
        area_m2,
    )


def _number(value: object) -> Optional[float]:
    if value is None or value is pd.NA or not isinstance(value, (int, float, np.number)):
        return None
    number = float(value)
    return number if math.isfinite(number) and number >= 0 else None


def demand_of(site: Site, programme: Programme) -> tuple[Triple, Triple, str, str]:
    """Offtake, feed-in and their decisive moments; NaN where the programme is unknown."""
    if programme.unknown:
        return _UNKNOWN, _UNKNOWN, "", ""
    offtake, evening = worst_load(programme.loads)
    existing = site.numbers.get("bestaande_vraag_mw", 0.0)
    offtake = Triple(*(max(0.0, value - existing) for value in offtake))
    feed_in, noon = worst_feed_in(programme.sources, programme.loads)
    return (
        offtake,
        feed_in,
        evening.value if offtake.high > 0 else "",
        noon.value if feed_in.high > 0 else "",
    )


def _row(
    record: dict, site: Site, programme: Programme, rules: Rules, settings: Settings
) -> dict[str, object]:
    offtake, feed_in, evening, noon = demand_of(site, programme)
    existing = site.numbers.get("bestaande_vraag_mw")
    notes = list(programme.notes)
    if existing:
        notes.append(f"Min {existing:g} MW bestaande vraag.")
    contracted = site.numbers.get("gecontracteerd_mw", programme.contracted_mw)
    contracted -= site.numbers.get("bestaand_contract_mw", 0.0)
    year = settings.year if settings.year is not None else record.get("jaar")
    return {
        "locatie": record["naam"],
        "activiteit": record["activiteit"],
        "jaar": None if year is None or pd.isna(year) else int(year),
        **{f"vraag_{name}_mw": value for name, value in zip(_BAND, offtake)},
        **{f"invoeding_{name}_mw": value for name, value in zip(_BAND, feed_in)},
        "moment_afname": evening or None,
        "moment_invoeding": noon or None,
        "gecontracteerd_mw": max(contracted, 0.0) if contracted == contracted else math.nan,
        "energie_mwh": math.nan if programme.unknown else programme.energy_mwh,
        "methode": programme.method if programme.method == "netdeel" or not programme.unknown
        else "onbekend",
        "toelichting": " ".join([programme.unknown, *notes]).strip() or None,
        "bron": citation(rules, programme.used),
    }  # fmt: skip


_BAND = ("laag", "midden", "hoog")
