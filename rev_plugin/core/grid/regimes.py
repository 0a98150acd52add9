"""Dated rules of the net: who queues, what a municipality can ask, from when."""

from __future__ import annotations

from datetime import date
from typing import Optional

from rev_plugin.core.rule_rows import Regime
from rev_plugin.core.rules import Rules

SMALL = ("kleinverbruik", "klein", "kv")
FLEXIBLE = ("tijdsblokgebonden", "tijdsduurgebonden", "volledig_variabel")
HOMES = ("woningbouw", "verduurzaming_bestaand")  # connected at 3x80 A or less by default


def regime(rules: Rules, subject: str, day: date) -> Optional[Regime]:
    """The rule about a subject that is in force on a day; the latest when several are."""
    rows = [
        row
        for row in rules.rows(Regime)
        if row.onderwerp == subject and row.van <= day and (row.tot is None or day <= row.tot)
    ]
    return max(rows, key=lambda row: row.van, default=None)


def word(site: dict, name: str) -> str:
    """The text of a cell, plain and small; "" when it is empty."""
    cell = site.get(name)
    return cell.strip().casefold() if isinstance(cell, str) else ""


def small_user(site: dict) -> bool:
    """Whether a site connects at 3x80 A or less: as said, else homes only."""
    said = word(site, "aansluitcategorie")
    return said in SMALL if said else site.get("activiteit") in HOMES


def waiver(rules: Rules, site: dict, year: int) -> str:
    """Why the operator's colour does not stop a site, in words; "" when it does.

    The colours are about firm capacity for those who queue: a contract without full right
    at the peak, and a small user before small users queued, fall outside.
    """
    form = word(site, "contractvorm").replace(" ", "_")
    if form in FLEXIBLE:
        return f"alleen als de netbeheerder hier een contract {form.replace('_', ' ')} aanbiedt"
    if small_user(site) and not small_users_queue(rules, date(year, 7, 1)):
        return "kleinverbruik komt nog niet in de wachtrij"
    return ""


def small_users_queue(rules: Rules, day: date) -> bool:
    """Whether small users wait for capacity too; without a rule they do."""
    row = regime(rules, "wachtrij_kleinverbruik", day)
    return row is None or row.waarde != "nee"
