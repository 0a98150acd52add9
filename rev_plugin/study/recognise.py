"""Which theme a layer of someone else's file is, by its name and by looking at it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Optional

from rev_plugin.core.rule_rows import ThemeRow
from rev_plugin.core.rules import Rules

# Columns that give a theme away where the name does not; lower case.
_TELLTALES: dict[str, frozenset[str]] = {
    "locaties": frozenset({"activiteit"}),
    "bebouwing": frozenset(
        {"oorspronkelijkbouwjaar", "b3_h_maaiveld", "gebruiksdoel", "bouwjaar", "pandstatus"}
    ),
    "windturbines": frozenset({"tiphoogte", "tiphoogte_m", "ashoogte", "rotordiameter", "ash"}),
    "gemeenten": frozenset({"gemeentecode", "gemeentenaam", "statcode", "gm_code"}),
    "natura2000": frozenset({"sitecode_h", "sitecode_v", "naam_n2k"}),
    "stations": frozenset({"stationsnaam", "trafo_mva"}),
    "percelen": frozenset({"kadastralegemeentecode", "perceelnummer"}),
}
_NEEDED: dict[str, frozenset[str]] = {"locaties": frozenset({"naam", "activiteit"})}
_NO_POSITION = 10_000
# Layers that REV (or its importers) wrote: these columns are its contract.
_CONTRACTS: dict[str, frozenset[str]] = {
    "planobjecten": frozenset({"plan_id", "object_type"}),
    "voedingsgebieden": frozenset({"gebied_id", "capaciteit_mw"}),
    "postcodegebieden": frozenset({"postcode", "gebied_id"}),
}


def contract_of(columns: Collection[str]) -> Optional[str]:
    """The theme whose own columns a layer has, for themes that are not told by their name."""
    present = {name.casefold() for name in columns}
    return next((theme for theme, needed in _CONTRACTS.items() if needed <= present), None)


def theme_of(
    file: str, layer: str, columns: Collection[str], shape: str, rules: Rules
) -> Optional[str]:
    """The theme of a layer, or None.

    A layer with a theme's own name is that theme. Columns of sites make it sites. Else the
    longest word of `herken` found in the layer's name decides, then in the file's name (the
    earlier in the name the better), then telltale columns. The geometry must fit, and a word
    with "!" in the layer's name says that it is something else (grondwater is no water).

    Args:
        file: name of the file without its ending.
        columns: names of the columns.
        shape: vlak, lijn, punt or tabel.
    """
    present = {name.casefold() for name in columns}
    fitting = [
        row
        for row in rules.rows(ThemeRow)
        if row.id not in _CONTRACTS and _fits(row, shape) and _NEEDED.get(row.id, set()) <= present
        if not _denies(row, layer.casefold())
    ]
    if layer.casefold() in {row.id for row in fitting}:
        return layer.casefold()
    sites = _NEEDED["locaties"] <= present and "instrument" not in present  # claims have both
    if sites and shape != "tabel":
        return "locaties"
    for name in (layer.casefold(), file.casefold()):
        found = [(_score(row, name), -row.volgorde, row.id) for row in fitting]
        best = max(found, default=((0, 0), 0, ""))
        if best[0][0]:
            return best[2]
    told = [(len(_TELLTALES.get(row.id, frozenset()) & present), row.id) for row in fitting]
    count, theme = max(told, default=(0, ""))
    return theme if count else None


def _fits(row: ThemeRow, shape: str) -> bool:
    return row.geometrie in (shape, "gemengd") and shape != "tabel"


def _score(row: ThemeRow, name: str) -> tuple[int, int]:
    """Length of the longest word that occurs in the name, and how early it stands."""
    found = [(len(word), -name.find(word)) for word in row.herken if word in name]
    if _denies(row, name):
        found = []
    return max(found, default=(0, -_NO_POSITION))


def _denies(row: ThemeRow, name: str) -> bool:
    """Whether a name holds a word that tells the theme away."""
    return any(word.startswith("!") and word[1:] in name for word in row.herken)
