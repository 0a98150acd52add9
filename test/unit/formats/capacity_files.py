"""Capacity figures as they are published, in small, and how a test reads them back."""

from __future__ import annotations

import json

import pandas as pd

from rev_plugin.formats.capacity_map import CapacityData

FIGURES = ["capaciteit_mw", "benodigd_mw", "wachtrij_mw"]


def write(folder, name, content):
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def record(code="OS A", **values):
    """A record of the web service, all empty but for `values`."""
    names = [
        f"{stem}{side}"
        for stem in (
            "existingTransportCapacity", "requiredTransportCapacity", "queue", "uniqueRequests",
            "yearSolved", "tennetYearSolved",
        )
        for side in ("Withdrawal", "Injection")
    ]  # fmt: skip
    empty = dict.fromkeys(names, "-")
    return {"id": code, "name": code, "rnb": "Net", "projects": [], **empty,
            "tennetWithdrawalMax": 0, "tennetInjectionMax": 0, **values}  # fmt: skip


def one(data: CapacityData, code: str, direction: str, level: str = "rnb") -> pd.Series:
    rows = data.areas.query("gebied_id == @code and richting == @direction and niveau == @level")
    assert len(rows) == 1
    return rows.iloc[0]


def v13(*areas, **head):
    return {"conforms_to": "http://…/v1.3.0", "creator": "jan@netbedrijf.nl", "identifier": "i",
            "issued": "2026-03-01", "energy_areas": list(areas), **head}  # fmt: skip


def area_v13(**values):
    return {"short_code": "A", "demand_available_capacity": 44, **values}
