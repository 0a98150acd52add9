"""From what a site plans to the parts of its load: which key figures, how many units."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import Callable, Optional

from rev_plugin.core.grid.chance import Triple
from rev_plugin.core.grid.load import MOMENTS, Part
from rev_plugin.core.grid.outlook import figure_id
from rev_plugin.core.rule_rows import KeyFigure, Moment, Quantity
from rev_plugin.core.rules import Rules

KW = 1e-3  # MW per kW
HECTARE = 1e4  # m²
HEAT = {
    "all_electric": ("allelectric", "elektrisch", "warmtepomp", "luchtwarmtepomp",
                     "bodemwarmtepomp"),
    "hybride": ("hybride", "hybridewarmtepomp"),
    "warmtenet": ("warmtenet", "stadsverwarming", "stadswarmte", "collectief"),
    "gas": ("gas", "aardgas", "cv", "cvketel"),
}  # fmt: skip
CONTRACTS = ("vast", "tijdsblokgebonden", "tijdsduurgebonden", "volledig_variabel",
             "groepstransportovereenkomst")  # fmt: skip


@dataclass
class Site:
    """The programme of one site: numbers by column name (absent = unknown) and words."""

    activity: str
    numbers: dict[str, float]
    words: dict[str, str]
    area_m2: float


@dataclass
class Programme:
    """What a site adds to the net, and where that came from."""

    loads: list[Part] = field(default_factory=list)
    sources: list[Part] = field(default_factory=list)
    energy_mwh: float = 0.0
    contracted_mw: float = math.nan
    method: str = "kengetallen (A·N + B·√N)"
    notes: list[str] = field(default_factory=list)
    used: list[KeyFigure] = field(default_factory=list)
    unknown: str = ""  # why nothing can be said; empty when it can


class Builder:
    """Reads key figures for one site and remembers which it used."""

    def __init__(self, rules: Rules, site: Site) -> None:
        self.rules, self.site, self.programme = rules, site, Programme()

    def figure(self, category: str, quantity: Quantity, moment: Moment = Moment.ANY) -> KeyFigure:
        row = self.rules.key_figure(figure_id(category, quantity, moment))
        if row not in self.programme.used:
            self.programme.used.append(row)
        return row

    def optional(self, category: str, quantity: Quantity, moment: Moment) -> Optional[KeyFigure]:
        """A figure that need not be there, at the moment itself or for all moments."""
        known = self.rules.tables[KeyFigure.TABLE]
        for when in (moment, Moment.ANY):
            if figure_id(category, quantity, when) in known:
                return self.figure(category, quantity, when)
        return None

    def by_moment(self, category: str, quantity: Quantity, scale: float) -> dict[Moment, Triple]:
        rows = {m: self.optional(category, quantity, m) for m in MOMENTS}
        return {m: Triple.of(row).scaled(scale) for m, row in rows.items() if row is not None}

    def part(self, category: str, units: float, scale: float = KW) -> Part:
        """Units of a category by its A and B."""
        spread = self.by_moment(category, Quantity.SPREAD, scale)
        load = self.by_moment(category, Quantity.COINCIDENT, scale)
        together = any(row.samenhang for row in self.programme.used if row.categorie == category)
        return Part(units, load, spread, together, category=category)

    def load(self, category: str, units: float) -> None:
        """Adds units of a category to the load and to the energy."""
        self.programme.loads.append(self.part(category, units))
        energy = self.optional(category, Quantity.ENERGY, Moment.ANY)
        self.programme.energy_mwh += units * energy.midden if energy else 0.0

    def note(self, text: str) -> None:
        self.programme.notes.append(text)

    def number(self, name: str) -> Optional[float]:
        return self.site.numbers.get(name)

    def hectares(self) -> float:
        """oppervlak_ha, or the drawn area with a note."""
        given = self.number("oppervlak_ha")
        if given is not None:
            return given
        self.note("Oppervlak gemeten op de kaart.")
        return self.site.area_m2 / HECTARE


def build_programme(rules: Rules, site: Site) -> Programme:
    """The parts of load and generation of a site; `unknown` says what is missing."""
    builder = Builder(rules, site)
    build = _BUILDERS.get(site.activity, _connection)
    build(builder)
    _feed_in(builder)
    _contract(builder)
    return builder.programme


def _dwellings(b: Builder) -> None:
    homes = b.number("woningen")
    if homes is None:
        b.programme.unknown = "Het aantal woningen is niet opgegeven."
        return
    b.load("woning_basis", homes)
    _heat(b, homes)
    _cars(b, homes, required=True)
    if b.number("zon_dak_kwp") is None:
        b.note("Zon op dak niet opgegeven: geen invoeding gerekend.")


def _existing_dwellings(b: Builder) -> None:
    homes = b.number("woningen")
    if homes is None:
        b.programme.unknown = "Het aantal woningen is niet opgegeven."
        return
    b.note("Extra vraag van bestaande woningen; wat zij al vragen, telt niet opnieuw.")
    _heat(b, homes)
    _cars(b, homes, required=False)


def heat_solution(word: str) -> Optional[str]:
    """The heat solution that a word stands for; None when it is not known."""
    plain = "".join(letter for letter in word.casefold() if letter.isalnum())
    return next((name for name, spellings in HEAT.items() if plain in spellings), None)


def _heat(b: Builder, homes: float) -> None:
    word = b.site.words.get("warmteoplossing", "")
    solution = heat_solution(word)
    if solution is not None:
        b.load(f"warmte_{solution}", homes)
        return
    said = f'"{word}" is onbekend' if word else "niet opgegeven"
    b.note(f"Warmteoplossing {said}: van geen elektrische warmte tot all-electric.")
    full = b.part("warmte_all_electric", homes)
    open_band = {m: Triple(0.0, t.middle, t.high) for m, t in full.coincident.items()}
    spread = {m: Triple(0.0, t.middle, t.high) for m, t in full.spread.items()}
    b.programme.loads.append(Part(homes, open_band, spread, together=True))
    energy = b.figure("warmte_all_electric", Quantity.ENERGY)
    b.programme.energy_mwh += homes * energy.midden


def _cars(b: Builder, homes: float, required: bool) -> None:
    per_home = b.number("laadpunten_per_woning")
    if per_home is not None:
        b.load("ev_thuis", homes * per_home)
    elif required:
        b.note("Laadpunten per woning niet opgegeven: van 0 tot 1, midden 0,5.")
        full = b.part("ev_thuis", homes)
        band = {m: Triple(0.0, t.middle / 2, t.high) for m, t in full.coincident.items()}
        half = math.sqrt(0.5)  # B·√(N/2)
        spread = {m: Triple(0.0, t.middle * half, t.high) for m, t in full.spread.items()}
        b.programme.loads.append(Part(homes, band, spread))
        b.programme.energy_mwh += 0.5 * homes * b.figure("ev_thuis", Quantity.ENERGY).midden


def _floor_space(b: Builder) -> None:
    floor = b.number("bvo_m2")
    if floor is not None and b.number("vermogen_mw") is None:
        b.load(b.site.activity, floor)
        _parking(b)
    else:
        _connection(b)


def _land(b: Builder) -> None:
    if b.number("vermogen_mw") is None:
        b.load(b.site.activity, b.hectares())
        _parking(b)
    else:
        _connection(b)


def _parking(b: Builder) -> None:
    """Charging points beside another activity."""
    points = b.number("laadpunten")
    if points:
        _charging_points(b, points, None)


def _connection(b: Builder) -> None:
    """An activity of which only the power of the connection is known."""
    power = b.number("vermogen_mw")
    power = b.number("gecontracteerd_mw") if power is None else power
    if power is None:
        b.programme.unknown = "Het vermogen (vermogen_mw of gecontracteerd_mw) is niet opgegeven."
        return
    share = Triple.of(b.figure("aansluiting", Quantity.SHARE))
    b.programme.loads.append(Part(power, dict.fromkeys(MOMENTS, share), ceiling=power))
    b.programme.energy_mwh += power * b.figure("aansluiting", Quantity.ENERGY).midden
    b.programme.contracted_mw = power
    b.programme.method = "opgegeven vermogen maal gelijktijdigheid"


def _charging(b: Builder) -> None:
    points, power = b.number("laadpunten"), b.number("vermogen_mw")
    if points is None and power is None:
        b.programme.unknown = "Laadpunten en vermogen_mw zijn niet opgegeven."
        return
    if points is None or points == 0:
        _connection(b)
        return
    _charging_points(b, points, power)
    b.programme.contracted_mw = b.programme.loads[-1].ceiling if power is None else power


def _charging_points(b: Builder, points: float, power: Optional[float]) -> None:
    """Public points, together of `power` MW where that is known."""
    if power is None:
        each = Triple.of(b.figure("laadpunt_openbaar", Quantity.UNIT_POWER)).scaled(KW)
        b.note("Vermogen per laadpunt niet opgegeven: 11 kW, tot 22 kW, één auto per punt.")
        b.programme.energy_mwh += points * b.figure("ev_thuis", Quantity.ENERGY).midden
    else:
        each = Triple(*(power / points,) * 3)
        b.programme.energy_mwh = math.nan  # nobody published how much such a hub sells
    share = Triple.of(b.figure("laadpunt_openbaar", Quantity.COINCIDENT))
    extra = Triple.of(b.figure("laadpunt_openbaar", Quantity.SPREAD))
    load = Triple(*(s * p for s, p in zip(share, each)))
    spread = Triple(*(s * p for s, p in zip(extra, each)))
    total = points * each.high
    b.programme.loads.append(
        Part(points, dict.fromkeys(MOMENTS, load), dict.fromkeys(MOMENTS, spread), ceiling=total)
    )


def _battery(b: Builder) -> None:
    power = b.number("vermogen_mw")
    if power is None:
        b.programme.unknown = "Het vermogen (vermogen_mw) is niet opgegeven."
        return
    full = Part(power, dict.fromkeys(MOMENTS, Triple(1.0, 1.0, 1.0)), together=True, flexible=True)
    b.programme.loads.append(full)
    b.programme.sources.append(full)
    b.programme.contracted_mw = power
    b.programme.method = "opgegeven vermogen, beide richtingen"
    b.note("Een batterij laadt en ontlaadt op vol vermogen, zoals gecontracteerd.")


def _solar_park(b: Builder) -> None:
    power = b.number("vermogen_mw")
    if power is None:
        per_hectare = b.figure("zonnepark", Quantity.UNIT_POWER)
        peak = Triple.of(per_hectare).scaled(b.hectares())
        share = Triple.of(b.figure("zonnepark", Quantity.COINCIDENT, Moment.SUMMER_AFTERNOON))
        made = Triple(*(p * s for p, s in zip(peak, share)))
        b.programme.sources.append(Part(1.0, {Moment.SUMMER_AFTERNOON: made}))
        return
    park = b.part("zonnepark", power, scale=1.0)
    b.programme.sources.append(park)
    # The connection is made for what the park feeds in at most (covenant: 70 % of its peak).
    b.programme.contracted_mw = power * park.coincident[Moment.SUMMER_AFTERNOON].middle


def _wind(b: Builder) -> None:
    power = b.number("vermogen_mw")
    if power is None:
        b.programme.unknown = "Het vermogen (vermogen_mw) is niet opgegeven."
        return
    b.programme.sources.append(b.part("windturbine", power, scale=1.0))
    b.programme.contracted_mw = power


def _net_part(b: Builder) -> None:
    b.programme.method = "netdeel"
    b.programme.unknown = "Een netdeel vraagt zelf niet: het voegt ruimte toe."


def _feed_in(b: Builder) -> None:
    """Rooftop solar and a feed-in power that was given; that one goes first."""
    given, roof = b.number("teruglevering_mw"), b.number("zon_dak_kwp")
    if given is not None:
        full = Part(given, dict.fromkeys(MOMENTS, Triple(1.0, 1.0, 1.0)), together=True)
        b.programme.sources = [full]
        b.note("Invoeding zoals opgegeven (teruglevering_mw).")
    elif roof is not None:
        b.programme.sources.append(b.part("zon_dak", roof))


def _contract(b: Builder) -> None:
    """A flexible contract gives no right at the peak: the load there shrinks."""
    form = b.site.words.get("contractvorm", "").strip().casefold().replace(" ", "_")
    if not form:
        return
    if form not in CONTRACTS:
        b.note(f'Contractvorm "{form}" is onbekend en telt als vast.')
        return
    if form != "vast":
        share = Triple.of(b.figure(f"contract_{form}", Quantity.SHARE))
        b.programme.loads = [_curtailed(part, share) for part in b.programme.loads]
        b.programme.sources = [_curtailed(part, share) for part in b.programme.sources]
        b.note(f"Contract {form.replace('_', ' ')}: op de piek geldt geen volledig recht.")


def _curtailed(part: Part, share: Triple) -> Part:
    def times(triple: Triple) -> Triple:
        return Triple(*(value * factor for value, factor in zip(triple, share)))

    coincident = {moment: times(triple) for moment, triple in part.coincident.items()}
    spread = {moment: times(triple) for moment, triple in part.spread.items()}
    return replace(part, coincident=coincident, spread=spread)


_BUILDERS: dict[str, Callable[[Builder], None]] = {
    "woningbouw": _dwellings,
    "verduurzaming_bestaand": _existing_dwellings,
    "kantoor": _floor_space,
    "detailhandel": _floor_space,
    "bedrijventerrein": _land,
    "glastuinbouw": _land,
    "laadplein": _charging,
    "batterij": _battery,
    "zonnepark": _solar_park,
    "windturbine": _wind,
    "station_hs_ms": _net_part,
    "station_ts_ms": _net_part,
    "msr": _net_part,
}
