"""The rows of the rule tables: one dataclass per CSV, one field per column.

The field names are the column names; the annotations say how a cell is read and
checked (see core.rules). An empty cell is "", None or () where the annotation allows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import ClassVar, Optional

from rev_plugin.core.model import (
    AreaTest,
    LegalSystem,
    Nature,
    NetTest,
    Partner,
    PlanVerdict,
    SourceStatus,
    Weight,
)


class Relation(str, Enum):
    """How a constraint rule looks at its theme."""

    DISTANCE = "afstand"  # closer than the distance is a constraint
    OVERLAP = "overlap"  # touching the object's area is a constraint
    NEVER = "nooit"  # an aspect that is never tested, said so on every site


class Quantity(str, Enum):
    """What a key figure says."""

    COINCIDENT = "a"  # per unit, of many units together
    SPREAD = "b"  # per square root of units
    ENERGY = "energie"  # per unit and year
    SHARE = "aandeel"
    UNIT_POWER = "vermogen"  # of one unit, or per hectare
    RATE = "groei"  # share per year
    YEARS = "jaren"


class Moment(str, Enum):
    """The moments of the year at which load and generation are weighed."""

    WINTER_EVENING = "winteravond"
    WINTER_MORNING = "winterochtend"
    WINTER_AFTERNOON = "wintermiddag"
    SUMMER_AFTERNOON = "zomermiddag"
    ANY = "alle"


@dataclass(frozen=True)
class Row:
    """What every rule table has: an id, a source, its date and how sure it is."""

    TABLE: ClassVar[str] = ""
    id: str
    source: str  # an id of sources.csv
    source_detail: str  # article, chapter or page
    date: date  # of the source
    bron_status: SourceStatus


@dataclass(frozen=True)
class Source(Row):
    """A publication; `source` is its own id."""

    TABLE: ClassVar[str] = "sources"
    titel: str
    uitgever: str
    url: str


@dataclass(frozen=True)
class ThemeRow(Row):
    """A layer of the data GeoPackage: its names, accuracy and how to recognise it."""

    TABLE: ClassVar[str] = "themes"
    naam_nl: str
    naam_en: str
    groep: str  # legend group: resultaat / net / belemmering / plan
    volgorde: int
    kleur: str  # "#rrggbb"
    geometrie: str  # vlak / lijn / punt / gemengd / tabel
    dekking: str  # dicht: its extent is what it covers; los: objects lie far apart
    nauwkeurigheid_m: Optional[float]  # when `bronnen` does not say
    id_kolommen: tuple[str, ...]  # the first present column is the object's id
    # Parts of a file or layer name that point to this theme; with "!" away from it.
    herken: tuple[str, ...]


@dataclass(frozen=True)
class ObjectStatus(Row):
    """A status that a layer gives its objects, and whether one with it is there.

    Any other status counts as there, and so does none.
    """

    TABLE: ClassVar[str] = "statuses"
    thema: str
    kolommen: tuple[str, ...]  # the first that the layer has
    status: str  # as the layer writes it
    is_er: bool
    toelichting: str


@dataclass(frozen=True)
class Activity(Row):
    """An activity: its footprint, how plan and net are tested, what it asks of the user."""

    TABLE: ClassVar[str] = "activities"
    naam_nl: str
    naam_en: str
    groep: str  # station / opslag / opwek / laden / warmte / vastgoed
    toets: AreaTest
    net_toets: NetTest
    gevoelig: bool  # the activity itself has people to protect
    voetafdruk_m2: Optional[float]  # of a point site
    velden: tuple[str, ...]  # programme columns of a site that matter
    doorlooptijd_min_jaren: Optional[float]
    doorlooptijd_max_jaren: Optional[float]
    toelichting: str


@dataclass(frozen=True)
class ConstraintRule(Row):
    """A rule about an object nearby (design §3, belemmering)."""

    TABLE: ClassVar[str] = "constraints"
    activiteiten: tuple[str, ...]  # ids, "groep:…", "gevoelig" or "*"
    thema: str
    filter_kolom: tuple[str, ...]  # the first that the layer has
    # Words that count; with "!" words that are known not to: any other is then unknown.
    filter_waarden: tuple[str, ...]
    relatie: Relation
    afstand: str  # metres or the name of a formula (core.space.required); empty for nooit
    maat_nl: str  # what the distance is called, such as "richtafstand"
    maat_en: str
    aard: Nature
    zwaarte: Weight
    systeem: LegalSystem
    object_nl: str  # one object, with a capital: "Woning"
    object_en: str
    toelichting_nl: str  # what follows from it, for a planner
    toelichting_en: str
    gemeenten: tuple[str, ...]  # an override for these municipalities only


class PlanEffect(str, Enum):
    """How a plan object works on an activity."""

    ZONING = "bestemming"  # the verdict of an enkelbestemming
    ADDS = "verruimt"  # an aanduiding that allows more: the better verdict counts
    LIMITS = "beperkt"  # an object that allows less: the stricter verdict counts
    NOTES = "bevinding"  # worth knowing; the verdict stays
    RESERVES = "reserveert"  # room set aside for the activity; the verdict stays
    QUALIFIED = "kwalificatie"  # an IMOW activity: its kwalificatie decides, oordeel at best
    EVERYWHERE = "overal"  # the activity changes nothing the plan rules: also without a plan


@dataclass(frozen=True)
class PlanFitRule(Row):
    """What a plan object means for activities.

    Patterns know `*` (anything) and `?` (one character) and look at the lower-case name.
    A row with naam_patroon goes before one without; the first row that matches counts.
    """

    TABLE: ClassVar[str] = "plan_fit"
    activiteiten: tuple[str, ...]
    werking: PlanEffect
    object_type: tuple[str, ...]  # element names, lower case; empty: any
    hoofdgroep: str  # empty: any
    naam_patroon: tuple[str, ...]  # empty: any
    oordeel: PlanVerdict
    zwaarte: Optional[Weight]  # of the finding, where the object is one
    object_nl: str  # what the finding is about, inside a sentence: "geluidzone"
    reden_nl: str
    reden_en: str


@dataclass(frozen=True)
class Instrument(Row):
    """An instrument that can hold a reservation of room: whom it binds, what comes next."""

    TABLE: ClassVar[str] = "instruments"
    naam_nl: str
    naam_en: str
    herken: tuple[str, ...]  # patterns on the text of a claim or plan type
    bestuurslaag: str  # gemeente / provincie / rijk / regio / netbeheerder / eigen
    volgorde: int  # 0 binds nobody … higher binds more
    bindt_overheid: bool  # binds other governments
    bindt_iedereen: bool
    bindt_wie_nl: str
    bindt_wie_en: str
    volgende: str  # id of the instrument that binds the next group; empty: the end
    ontbreekt_nl: str  # what is needed for that next step
    ontbreekt_en: str


@dataclass(frozen=True)
class KeyFigure(Row):
    """A figure of demand or of the net: low / middle / high = P10 / P50 / P90.

    The load of N units at a moment is A·N + B·√N: `a` is the coincident part per unit,
    `b` what a small group has on top of it.
    """

    TABLE: ClassVar[str] = "key_figures"
    categorie: str  # what the figure is about, such as warmte_all_electric or net
    grootheid: Quantity
    moment: Moment
    eenheid: str
    laag: float
    midden: float
    hoog: float
    samenhang: bool  # units of this kind move together: deviations add linearly
    toelichting: str

    def __post_init__(self) -> None:
        if not self.laag <= self.midden <= self.hoog:
            raise ValueError("laag ≤ midden ≤ hoog is nodig")
        about = [self.categorie, self.grootheid.value]
        if self.moment is not Moment.ANY:
            about.append(self.moment.value)
        if self.id != "_".join(about):
            raise ValueError(f'de id hoort bij dit cijfer "{"_".join(about)}" te zijn')


@dataclass(frozen=True)
class ActionRule(Row):
    """A next step in a scenario for one partner (TNO 2024 R12789, ch. 4)."""

    TABLE: ClassVar[str] = "actions"
    scenario: int
    proces: str  # ruimtelijk / energie / beide
    activiteiten: tuple[str, ...]
    voorwaarde: str  # name of a condition from a fixed list, or empty
    partner: Partner
    volgorde: int
    actie_nl: str
    actie_en: str
    trekker: Partner
    doorlooptijd_min_jaren: Optional[float]
    doorlooptijd_max_jaren: Optional[float]


@dataclass(frozen=True)
class Regime(Row):
    """A dated rule of the net, such as who queues from when."""

    TABLE: ClassVar[str] = "regimes"
    onderwerp: str
    van: date
    tot: Optional[date]
    waarde: str
    toelichting_nl: str
    toelichting_en: str


ROW_TYPES: tuple[type[Row], ...] = (
    Source,
    ThemeRow,
    ObjectStatus,
    Activity,
    ConstraintRule,
    PlanFitRule,
    KeyFigure,
    ActionRule,
    Regime,
    Instrument,
)
