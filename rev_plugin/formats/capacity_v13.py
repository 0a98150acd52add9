"""The capaciteitskaart as grid operators publish it: information model v1.3.0, JSON.

A regional operator's file has areas with postcodes; TenneT's file has stations and
congestion areas. Field names and meanings: Netbeheer Nederland, im-capaciteitskaart.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Optional

from rev_plugin.core.grid.works import Work, write_works
from rev_plugin.core.model import Direction, GridLevel, NetStatus
from rev_plugin.formats.capacity_fields import Fields, account
from rev_plugin.formats.capacity_rows import FINISHED, Reading, clean

VERSION = "v1.3.0"
PREFIXES = {Direction.OFFTAKE: "demand", Direction.FEED_IN: "generation"}
_FIGURES = (
    "available_capacity", "quoted_capacity", "capacity_in_queue", "requests_in_queue",
    "forecast_capacity", "alleviation_year", "constraint", "energy_area_short_code",
)  # fmt: skip
_INTERVAL = "works.time_schedules.schedule_interval"
AREA = Fields(
    used=frozenset(f"{prefix}_{name}" for prefix in PREFIXES.values() for name in _FIGURES)
    | {"short_code", "type", "description", "postcode_areas", "works"}
    | {f"works.{part}" for part in ("project_name", "description", "status_kind", "time_schedules")}
    | {_INTERVAL, f"{_INTERVAL}.end", f"{_INTERVAL}.quarter", f"{_INTERVAL}.year"}
    | {"postcode_areas.postcode", "postcode_areas.substation_short_code"}
    | {f"postcode_areas.{prefix}_constraint" for prefix in PREFIXES.values()},
    # Names and ids for machines, and when a work began: nothing here depends on them.
    unused=frozenset(
        {"m_rid", "names", "works.m_rid", "works.names", "works.type", f"{_INTERVAL}.start"}
        | {f"works.time_schedules.{part}" for part in ("description", "m_rid", "names", "type")}
        | {f"postcode_areas.{part}" for part in ("description", "m_rid", "names")}
    ),
)
HEAD = Fields(
    used=frozenset({
        "conforms_to", "creator", "publisher", "issued", "date", "valid", "valid.start",
        "valid.end",
    }),
    unused=frozenset({
        "contributor", "coverage", "description", "format", "identifier", "language", "rights",
        "title", "updated", "valid.quarter", "valid.year",
    }),
)  # fmt: skip


def read_v13(document: dict, reading: Reading) -> None:
    """Adds the rows of one published data set to the reading."""
    areas = reading.objects(document.get("energy_areas"), "energy_areas")
    version = clean(document.get("conforms_to")) or ""
    if not version.endswith(VERSION):
        reading.log.append(f'Het bestand noemt versie "{version}"; gelezen als {VERSION}.')
    issued = clean(document.get("issued")) or clean(document.get("date"))
    if issued is None:
        reading.log.append("Het bestand noemt geen datum van uitgifte (issued).")
    _check_validity(document, reading)
    _account(document, areas, reading)
    tennet = _is_tennet(areas)
    operator = "TenneT" if tennet else _operator(document)
    level = GridLevel.TENNET if tennet else GridLevel.REGIONAL
    shared = {
        "netbeheerder": operator,
        "niveau": level.value,
        "jaar": reading.year(issued, "issued"),
        "peildatum": issued,
    }
    for number, area in enumerate(areas, start=1):
        _read_area(area, number, shared, reading)


def _account(document: dict, areas: list[dict], reading: Reading) -> None:
    """Says which fields are not used, per area the ones that v1.3 does not have."""
    head = {key: value for key, value in document.items() if key != "energy_areas"}
    above, inside = account([head], HEAD), account(areas, AREA)
    unused = sorted(above.unused) + [f"energy_areas.{name}" for name in sorted(inside.unused)]
    if unused:
        reading.log.append(f"Niet gebruikte velden: {', '.join(unused)}.")
    if above.unknown:
        names = ", ".join(sorted(above.unknown))
        reading.log.append(f"Het bestand: onbekende velden {names} zijn niet gebruikt.")
    for number, area in enumerate(areas, start=1):
        unknown = sorted(account([area], AREA).unknown)
        if unknown:
            code = clean(area.get("short_code")) or f"Gebied {number}"
            reading.log.append(f"{code}: onbekende velden {', '.join(unknown)} zijn niet gebruikt.")


def _operator(document: dict) -> Optional[str]:
    """The publisher; else the company in the creator's mail address."""
    creator = clean(document.get("publisher")) or clean(document.get("creator"))
    if creator and "@" in creator:
        return creator.rsplit("@", 1)[1].split(".")[0].capitalize()
    return creator


def _is_tennet(areas: list[dict]) -> bool:
    """Only TenneT's data set types its areas and refers to congestion areas."""
    return any(
        "type" in area or any(f"{p}_energy_area_short_code" in area for p in PREFIXES.values())
        for area in areas
    ) and not any(area.get("postcode_areas") for area in areas)


def _check_validity(document: dict, reading: Reading) -> None:
    valid = document.get("valid")
    valid = valid if isinstance(valid, dict) else {}
    start, end = clean(valid.get("start")), clean(valid.get("end"))
    if start and end and end < start:
        reading.log.append(f"De geldigheid loopt van {start} tot {end}: dat klopt niet.")


def _read_area(area: dict, number: int, shared: dict, reading: Reading) -> None:
    code = reading.code(area.get("short_code"))
    if code is None:
        reading.log.append(f"Gebied {number} heeft geen short_code en is overgeslagen.")
        return
    postcodes = reading.objects(area.get("postcode_areas"), f"{code}, postcode_areas")
    works = write_works(_works(area, code, reading))
    for direction, prefix in PREFIXES.items():
        reading.area(
            code,
            direction,
            **shared,
            **_figures(area, prefix, code, reading),
            naam=clean(area.get("description")) or code,
            bovenliggend=_parents(area, prefix, postcodes, reading),
            status=_status(area, prefix, postcodes, code, reading),
            werken=works,
        )
    for postcode in postcodes:
        _read_postcode(postcode, code, reading)


def _figures(area: dict, prefix: str, code: str, reading: Reading) -> dict[str, object]:
    def number(name: str) -> float:
        field = f"{prefix}_{name}"
        return reading.number(area.get(field), f"{code}, {field}")

    requests, queue = number("requests_in_queue"), number("capacity_in_queue")
    if math.isnan(queue) and requests == 0:
        queue = 0.0  # nobody in the queue is a queue of 0 MW
    field = f"{prefix}_alleviation_year"
    return {
        "capaciteit_mw": number("available_capacity"),
        "benodigd_mw": number("quoted_capacity"),
        "wachtrij_mw": queue,
        "wachtrij_aantal": requests,
        "belasting_lopend_jaar_mw": number("forecast_capacity"),
        "jaar_opgelost": reading.year(area.get(field), f"{code}, {field}"),
    }


def _parents(area: dict, prefix: str, postcodes: list[dict], reading: Reading) -> Optional[str]:
    codes = [reading.code(area.get(f"{prefix}_energy_area_short_code"))]
    codes += [reading.code(postcode.get("substation_short_code")) for postcode in postcodes]
    return "|".join(dict.fromkeys(code for code in codes if code)) or None


def _status(area: dict, prefix: str, postcodes: list[dict], code: str, reading: Reading) -> str:
    """The worst of the area's own colour and those of its postcodes (they can differ)."""
    field = f"{prefix}_constraint"
    own = reading.status(area.get(field), f"{code}, {field}")
    found = {reading.status(p.get(field), f"{code}, {p.get('postcode')}") for p in postcodes}
    if own != NetStatus.UNKNOWN.value:
        found.add(own)
    if len(found) > 1:
        reading.log.append(
            f"{code}: {field} verschilt per postcode; voor het gebied telt de ernstigste."
        )
    return max(found, key=lambda word: NetStatus(word).severity, default=own)


def _works(area: dict, code: str, reading: Reading) -> Iterator[Work]:
    for work in reading.objects(area.get("works"), f"{code}, works"):
        name = clean(work.get("project_name")) or "werk"
        about = clean(work.get("description"))
        if work.get("status_kind") in FINISHED:
            reading.log.append(f'{code}: werk "{name}" is {work["status_kind"]} en telt niet.')
            continue
        place = f"{code}, {name}"
        schedules = reading.objects(work.get("time_schedules"), place)
        year, quarter = _finish(schedules, place, reading)
        label = f"{name}, {about}" if about and about != name else name
        yield Work(label, year, quarter)


def _finish(
    schedules: list[dict], place: str, reading: Reading
) -> tuple[Optional[int], Optional[int]]:
    """Year and quarter in which a work is ready: the latest of its schedules."""
    found: list[tuple[int, int]] = []
    for schedule in schedules:
        interval = schedule.get("schedule_interval")
        interval = interval if isinstance(interval, dict) else {}
        year = reading.year(interval.get("year"), place)
        quarter = interval.get("quarter")
        end = clean(interval.get("end"))
        if year is not None:
            found.append((year, quarter if quarter in (1, 2, 3, 4) else 0))
        elif end is not None:
            year = reading.year(end, place)
            if year is not None:
                month = int(end[5:7]) if end[5:7].isdigit() else 0
                found.append((year, (month + 2) // 3))
    if not found:
        reading.log.append(f"{place}: geen jaar van oplevering.")
        return None, None
    year, quarter = max(found)
    return year, quarter or None


def _read_postcode(postcode: dict, code: str, reading: Reading) -> None:
    text = clean(postcode.get("postcode"))
    if text is None:
        reading.log.append(f"{code}: een postcodegebied zonder postcode is overgeslagen.")
        return
    reading.postcodes.append(
        {
            "postcode": text.replace(" ", "").upper(),
            "gebied_id": code,
            "tennet_station": reading.code(postcode.get("substation_short_code")),
            **{
                f"status_{direction.value}": reading.status(
                    postcode.get(f"{prefix}_constraint"), f"{code}, {text}"
                )
                for direction, prefix in PREFIXES.items()
            },
        }
    )
