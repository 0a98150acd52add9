"""The shared words of REV: enums, containers, settings and column contracts.

Geometries are shapely objects in RD New (EPSG:28992), metres. Tables are pandas
data frames with the Dutch column names that users see (design: attribute names
are Dutch ASCII snake_case, since colleagues open the results in Excel).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Callable, NamedTuple, Optional, Protocol

from rev_plugin.core.themes import THEMES as THEMES  # part of the shared words

if TYPE_CHECKING:  # the screen uses these words before pandas is needed
    import numpy as np
    import pandas as pd

CRS = "EPSG:28992"
# Bounding box of RD New as published in the EPSG registry, rounded outwards (metres).
RD_BOUNDS = (-10_000.0, 290_000.0, 290_000.0, 630_000.0)

Bounds = tuple[float, float, float, float]


class Word(str, Enum):
    """A term of the domain; its value is what stands in a result column."""

    def __str__(self) -> str:
        return str(self.value)


class PlanVerdict(Word):
    FITS = "past"
    CONDITIONAL = "past_met_voorwaarden"
    DOES_NOT_FIT = "past_niet"
    UNKNOWN = "onbekend"


class PlanCertainty(Word):
    MAP = "kaart"
    TEXT_READ = "tekst_gelezen"
    OVERRULED = "overruled"


class Procedure(Word):
    PERMIT_FREE = "vergunningvrij"
    NOTIFICATION = "melding"
    WITHIN_PLAN = "binnenplans"
    BOPA = "bopa"
    AMENDMENT = "wijziging"
    PROJECT_DECISION = "projectbesluit"


class NetVerdict(Word):
    YES = "ja"
    TIGHT = "krap"
    NO = "nee"
    UNKNOWN = "onbekend"
    NOT_APPLICABLE = "nvt"


class NetStatus(Word):
    """Colour of the capaciteitskaart (RAGKind in its information model v1.3.0)."""

    TRANSPARENT = "transparant"
    YELLOW = "geel"
    ORANGE = "oranje"
    RED = "rood"
    UNKNOWN = "onbekend"

    @property
    def severity(self) -> int:
        """0 for unknown, then rising from open to full."""
        return (list(NetStatus).index(self) + 1) % len(NetStatus)


class Direction(Word):
    OFFTAKE = "afname"
    FEED_IN = "invoeding"


class GridLevel(Word):
    REGIONAL = "rnb"
    TENNET = "tennet"


class FindingVerdict(Word):
    CONSTRAINT = "belemmering"
    WITHIN_ERROR = "binnen_foutmarge"
    FREE = "geen_belemmering"
    NOT_TESTED = "niet_getoetst"


class Nature(Word):
    LEGAL = "juridisch"
    PHYSICAL = "fysiek"
    POLICY = "beleid"


class Weight(Word):
    EXCLUSION = "uitsluiting"
    NO_UNLESS = "nee_tenzij"
    ATTENTION = "aandacht"


class Feasibility(Word):
    FREE = "vrij"
    ATTENTION = "aandacht"
    NO_UNLESS = "nee_tenzij"
    EXCLUDED = "uitgesloten"
    NOT_TESTED = "niet_getoetst"


class LegalSystem(Word):
    OLD = "oud"
    ENVIRONMENT_ACT = "omgevingswet"


class SourceStatus(Word):
    PRIMARY = "primair"
    SECONDARY = "secundair"
    TO_VERIFY = "te_verifieren"


class AreaTest(Word):
    FOOTPRINT = "voetafdruk"
    PROGRAMME = "programma"


class NetTest(Word):
    DEMAND = "vraag"
    NET_PART = "netdeel"
    NONE = "geen"


class Partner(Word):
    MUNICIPALITY_SPACE = "gemeente_ruimte"
    MUNICIPALITY_ENERGY = "gemeente_energie"
    GRID_OPERATOR = "netbeheerder"
    TENNET = "tennet"
    PROVINCE = "provincie"
    ENVIRONMENT_SERVICE = "omgevingsdienst"
    WATER_BOARD = "waterschap"
    STATE = "rijk"
    INITIATOR = "initiatiefnemer"


class RevError(Exception):
    """An error a user can act on; the message says what is wrong and what to do."""


class Cancelled(RevError):
    """The user cancelled; nothing was written."""

    def __init__(self) -> None:
        super().__init__("Geannuleerd; er is niets weggeschreven.")


class InputError(RevError):
    """Bad input, with the place where it was found.

    The message reads "file, layer, row, column: problem. advice".
    """

    def __init__(
        self,
        problem: str,
        *,
        file: str = "",
        layer: str = "",
        row: object = "",
        column: str = "",
        advice: str = "",
    ) -> None:
        place = ", ".join(
            f"{label} {value}"
            for label, value in (
                ("bestand", file),
                ("laag", layer),
                ("rij", row),
                ("kolom", column),
            )
            if value != ""
        )
        head = f"{place[:1].upper()}{place[1:]}: {problem}" if place else problem
        super().__init__(f"{head} {advice}".strip())
        self.file, self.layer, self.row, self.column = file, layer, row, column
        self.problem, self.advice = problem, advice


class Feedback(Protocol):
    """Progress and cancel, as QgsProcessingFeedback and the tests' fake give them."""

    def progress(self, fraction: float) -> None:
        """Report progress, 0–1; never goes back."""

    def info(self, text: str) -> None:
        """Tell the user something worth knowing."""

    def warn(self, text: str) -> None:
        """Tell the user something to look at."""

    def check(self) -> None:
        """Raise Cancelled when the user has cancelled."""


class Silent:
    """A Feedback that keeps warnings and never cancels; for tests and scripts."""

    def __init__(self) -> None:
        self.messages: list[str] = []

    def progress(self, fraction: float) -> None:
        """Ignore progress."""

    def info(self, text: str) -> None:
        self.messages.append(text)

    def warn(self, text: str) -> None:
        self.messages.append(text)

    def check(self) -> None:
        """Never cancelled."""


class Column(NamedTuple):
    """One column of a contract: name, kind (text / int / float / bool) and Dutch alias."""

    name: str
    kind: str
    alias: str = ""


@dataclass(frozen=True)
class Features:
    """Geometries with a table: sites, supply areas, plan objects, zones.

    `geometry` is an object array of shapely geometries or None (RD), as long as `table`.
    """

    geometry: np.ndarray
    table: pd.DataFrame

    def __post_init__(self) -> None:
        if len(self.geometry) != len(self.table):
            raise ValueError(f"{len(self.geometry)} geometries for {len(self.table)} rows")

    def __len__(self) -> int:
        return len(self.table)

    def where(self, mask: np.ndarray) -> Features:
        """The rows where `mask` (bool, one per row) holds."""
        return Features(self.geometry[mask], self.table.loc[mask].reset_index(drop=True))


@dataclass(frozen=True)
class Chunk:
    """At most some ten thousands of features of one theme, as arrays.

    `geometry` holds shapely geometries (RD) or None; or, as a file's Arrow stream gives
    them, WKB bytes or None (core.space decodes those it needs).
    """

    ids: np.ndarray
    geometry: np.ndarray
    attributes: Mapping[str, np.ndarray]


@dataclass(frozen=True)
class SourceInfo:
    """Where a layer came from: one row of the table `bronnen`."""

    laag: str
    titel: str = ""
    uitgever: str = ""
    url: str = ""
    licentie: str = ""
    opgehaald_op: str = ""
    geldig_op: str = ""
    crs: str = CRS
    aantal: Optional[int] = None
    nauwkeurigheid_m: Optional[float] = None


Reader = Callable[[Optional[Bounds]], Iterator[Chunk]]


class Absence(NamedTuple):
    """Which objects of a layer are not there: those with one of the words in the column."""

    column: str
    words: tuple[str, ...]


class Overview(Protocol):
    """All objects of a layer by their boxes, as its spatial index holds them.

    What it gives, now and later, is of one moment: no edit comes in between.
    """

    @property
    def boxes(self) -> np.ndarray:
        """Per object with geometry xmin, ymin, xmax, ymax (n, 4), RD metres; may be too wide."""

    @property
    def without(self) -> int:
        """How many objects have no geometry."""

    def values(self, columns: frozenset[str]) -> Iterator[tuple[np.ndarray, dict[str, np.ndarray]]]:
        """Columns in pieces: rows of `boxes`, and by column the value of each."""

    def read(self, rows: np.ndarray) -> Iterator[Chunk]:
        """The objects of these rows of `boxes`, in an order of its own."""


Overviewer = Callable[
    [frozenset[str], Bounds, Callable[[], None]], AbstractContextManager[Optional[Overview]]
]


@dataclass(frozen=True)
class Theme:
    """One layer of the study as chunks; `read` can be called again and again.

    `read(bounds)` yields at least all features whose box meets `bounds` (None: all).
    `narrow(columns)` is a `read` that gives these columns and maybe no others; None where
    that would be no quicker. `overview(columns, bounds, check)` opens an Overview whose
    chunks have these columns, with `check` called on the way; it, or what it opens, is None
    where the source has no index that can be trusted, or where `read(bounds)` is quicker.
    """

    name: str
    columns: frozenset[str]
    read: Reader
    info: SourceInfo
    extent: Optional[Bounds] = None  # of the whole layer in RD; None: not known
    narrow: Optional[Callable[[frozenset[str]], Reader]] = None
    overview: Optional[Overviewer] = None
    absence: Optional[Absence] = None  # None: all objects are there


@dataclass(frozen=True)
class Settings:
    """Everything a user can turn that changes an answer; bounds checked once."""

    year: Optional[int] = None  # overrides `jaar` of every site
    reference_date: date = field(default_factory=date.today)
    chance_yes: float = 0.9  # kans_netruimte from which the net verdict is "ja"
    chance_no: float = 0.1  # kans_netruimte up to which it is "nee"
    sliver_share: float = 0.02  # share of a footprint that is ignored as a sliver
    reach_m: float = 1000.0  # distances are exact up to here, at least
    seed: int = 20_241_220

    def __post_init__(self) -> None:
        if not 0 <= self.chance_no < self.chance_yes <= 1:
            raise ValueError("0 ≤ chance_no < chance_yes ≤ 1 is needed")
        if not 0 <= self.sliver_share < 0.5:
            raise ValueError("sliver_share lies from 0 up to 0.5")
        if self.reach_m < 0:
            raise ValueError("reach_m is not negative")


NET_DISCLAIMER = (
    "Indicatie op stationsniveau, peildatum {peildatum}. Geen toezegging: alleen de "
    "netbeheerder wijst transportcapaciteit toe. Midden- en laagspanning en de aansluiting "
    "zelf zijn niet getoetst."
)
PLAN_DISCLAIMER = (
    "Voorstel op basis van de kaart; de regeltekst is niet beoordeeld, tenzij vermeld."
)
NAME_DISCLAIMER = "Een onafhankelijke uitwerking van TNO 2024 R12789; niet van TNO."
