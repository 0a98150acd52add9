"""The capaciteitskaart as its web service gives it: one record per supply area.

Numbers are text ("44 MW", "-"). The regional operator's colour is not in it; TenneT's
worst colour and year are, so every record gives a regional and a TenneT row per direction.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from rev_plugin.core.grid.works import Work, write_works
from rev_plugin.core.model import Direction, GridLevel
from rev_plugin.formats.capacity_fields import Fields, account
from rev_plugin.formats.capacity_rows import FINISHED, Reading, clean

NAMES = {Direction.OFFTAKE: "Withdrawal", Direction.FEED_IN: "Injection"}
_FIGURES = {
    "existingTransportCapacity": "capaciteit_mw",
    "requiredTransportCapacity": "benodigd_mw",
    "queue": "wachtrij_mw",
    "uniqueRequests": "wachtrij_aantal",
}
_YEARS = ("yearSolved", "tennetYearSolved")
_FIELDS = Fields(
    used=frozenset(f"{stem}{name}" for stem in (*_FIGURES, *_YEARS) for name in NAMES.values())
    | {f"tennet{name}Max" for name in NAMES.values()}
    | {"id", "name", "rnb", "projects"}
    | {f"projects.{p}" for p in ("name", "gridOperatorType", "projectPhase", "year", "quarter")},
    # Addresses and texts for the web page, and dates that `year` and `quarter` already give.
    unused=frozenset({
        "bboxBottom", "bboxLeft", "bboxRight", "bboxTop", "congestionUrl", "history",
        "information", "projects.dateString", "projects.description", "projects.endDate",
        "projects.gridOperator", "projects.projectUrl", "projects.scheduleDescription",
        "projects.source", "projects.startDate",
    }),
)  # fmt: skip


def read_service(records: list[dict], reading: Reading) -> None:
    """Adds the rows of the service's records to the reading."""
    reading.log.append("Het bestand noemt geen peildatum; de cijfers gelden als huidig.")
    fields = account(records, _FIELDS)
    if fields.unused:
        reading.log.append(f"Niet gebruikte velden: {', '.join(sorted(fields.unused))}.")
    if fields.unknown:
        names = ", ".join(sorted(fields.unknown))
        reading.log.append(f"Onbekende velden, niet gebruikt: {names}.")
    reading.learn(cell for record in records for cell in record.values())
    faulty = queue_is_a_count(records, reading)
    for number, record in enumerate(records, start=1):
        _read_record(record, number, faulty, reading)


def queue_is_a_count(records: list[dict], reading: Reading) -> bool:
    """Whether queueInjection repeats uniqueRequestsWithdrawal: a count, not MW."""
    pairs = [
        tuple(_leading(record.get(name)) for name in ("queueInjection", "uniqueRequestsWithdrawal"))
        for record in records
    ]
    known = [(queue, count) for queue, count in pairs if not math.isnan(queue)]
    faulty = bool(known) and all(queue == count or math.isnan(count) for queue, count in known)
    if faulty:
        reading.log.append(
            f"queueInjection is in alle {len(known)} gebieden gelijk aan "
            "uniqueRequestsWithdrawal: een aantal, geen MW. De wachtrij voor invoeding is "
            "daarom onbekend."
        )
    return faulty


def _leading(cell: object) -> float:
    """The number in front of a text; NaN when there is none."""
    text = (clean(cell) or "").split(" ")[0].replace(",", ".")
    return float(text) if text.replace(".", "", 1).isdigit() else math.nan


def _read_record(record: dict, number: int, faulty: bool, reading: Reading) -> None:
    code = reading.code(record.get("id"))
    if code is None or code == "0":
        reading.log.append(f"Gebied {number} heeft geen id en is overgeslagen.")
        return
    tennet = f"TenneT boven {code}"
    projects = reading.objects(record.get("projects"), f"{code}, projects")
    own = write_works(_works(projects, False, code, reading))
    above = write_works(_works(projects, True, code, reading))
    for direction, name in NAMES.items():
        figures: dict[str, object] = {
            column: reading.number(record.get(f"{stem}{name}"), f"{code}, {stem}{name}")
            for stem, column in _FIGURES.items()
        }
        if faulty and direction is Direction.FEED_IN:
            figures["wachtrij_mw"] = math.nan
        reading.area(
            code,
            direction,
            **figures,
            naam=clean(record.get("name")) or code,
            netbeheerder=clean(record.get("rnb")),
            bovenliggend=tennet,
            jaar_opgelost=reading.year(record.get(f"yearSolved{name}"), f"{code}, yearSolved"),
            werken=own,
        )
        reading.area(
            tennet,
            direction,
            netbeheerder="TenneT",
            niveau=GridLevel.TENNET.value,
            status=reading.status(record.get(f"tennet{name}Max"), f"{code}, tennet{name}Max"),
            jaar_opgelost=reading.year(
                record.get(f"tennetYearSolved{name}"), f"{code}, tennetYearSolved{name}"
            ),
            werken=above,
        )


def _works(projects: list[dict], tennet: bool, code: str, reading: Reading) -> Iterator[Work]:
    for project in projects:
        kind = clean(project.get("gridOperatorType")) or ""
        if (kind.upper() == "TENNET") != tennet:
            continue
        name = clean(project.get("name")) or "werk"
        phase = clean(project.get("projectPhase"))
        if phase in FINISHED:
            reading.log.append(f'{code}: werk "{name}" is {phase} en telt niet.')
            continue
        quarter = clean(project.get("quarter")) or ""
        year = reading.year(project.get("year"), f"{code}, {name}")
        yield Work(name, year, int(quarter) if quarter in ("1", "2", "3", "4") else None)
