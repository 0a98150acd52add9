"""Capacity figures in tables: the capaciteitskaart's CSV, attributes of its map layers,
and an operator's own list of stations.
"""

from __future__ import annotations

import codecs
import csv
import io
import math
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Optional

from rev_plugin.core.grid.outlook import figure_id
from rev_plugin.core.grid.works import Work, write_works
from rev_plugin.core.model import Direction, GridLevel, InputError
from rev_plugin.core.rule_rows import Quantity
from rev_plugin.core.rules import load_rules
from rev_plugin.formats.capacity_rows import Reading, clean, parse_number
from rev_plugin.formats.vector import open_read_only

Row = Mapping[str, object]
MOST_UNITS = 50  # transformers in one station
ENCODINGS = ("utf-8-sig", "cp1252")
_DELIMITERS = ";,\t"  # the first where they are as many
CODE_COLUMNS = ("voedingsgebied_id", "gebied_id", "tennet_id")
STATION_COLUMNS = ("station", "stationsnaam", "gebied_id")
_ENDINGS = {
    Direction.OFFTAKE: ("afname", "Withdrawal"),
    Direction.FEED_IN: ("invoeding", "Injection"),
}
_STEMS = {
    "capaciteit_mw": ("aanwezige_transportcapaciteit_", "existingTransportCapacity"),
    "benodigd_mw": ("benodigde_transportcapaciteit_", "requiredTransportCapacity"),
    "wachtrij_mw": ("wachtrij_", "queue"),
    "wachtrij_aantal": ("unieke_verzoeken_", "uniqueRequests"),
    "belasting_lopend_jaar_mw": ("voorspelde_capaciteit_", "forecastCapacity"),
}
_YEAR_STEMS = ("jaartal_opgelost_", "yearSolved")
_STATUS = {Direction.OFFTAKE: ("afname",), Direction.FEED_IN: ("opwek", "invoeding")}
_STATUS_COLUMNS = {name for names in _STATUS.values() for name in names}
_USED = {
    "areas": {
        *CODE_COLUMNS, *_STATUS_COLUMNS, "RNB", "rnb", "voedingsgebied_naam", "naam", "jaar",
        "peiljaar", "peildatum",
        *(stem + end for stems in (*_STEMS.values(), _YEAR_STEMS)
          for ends in _ENDINGS.values() for stem, end in zip(stems, ends)),
    },
    "postcodes": {"postcode", "tennet_id", *CODE_COLUMNS, *_STATUS_COLUMNS},
    "stations": {
        *STATION_COLUMNS, "trafo_mva", "transformatoren_mva", "mva", "cos_phi", "cosphi",
        "netbeheerder", "RNB", "bovenliggend", "jaar", "peildatum", "uitbreiding_jaar",
        "uitbreiding_mva",
        *(f"{stem}_{d.value}_mw" for stem in ("piek", "wachtrij") for d in Direction),
    },
}  # fmt: skip


def read_csv(path: Path, reading: Reading) -> None:
    """Adds the rows of a CSV."""
    _read_table(csv_rows(path), str(path), "", reading)


def csv_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV with `;`, `,` or tabs, in UTF-8, UTF-16 or Windows' code page.

    Raises:
        InputError: no CSV with rows, or cells that do not fit the head.
    """
    lines = io.StringIO(_text(path), newline="").readlines()
    if lines and lines[0].casefold().startswith("sep="):  # a note to Excel
        del lines[0]
    head = lines[0] if lines else ""
    reader = csv.DictReader(lines, delimiter=max(_DELIMITERS, key=head.count))
    try:
        rows = list(reader)
    except csv.Error as error:
        raise InputError(f"geen geldige CSV ({error}).", file=str(path)) from error
    names = [name for name in reader.fieldnames or () if name]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise InputError("de kolom staat er twee keer.", file=str(path), column=twice)
    if not rows:
        raise InputError("het bestand heeft geen rijen.", file=str(path))
    for number, row in enumerate(rows, start=1):
        if None in row:
            raise InputError(
                "de rij heeft meer cellen dan de kop.",
                file=str(path), row=number,
                advice="Gebruik ; tussen de cellen als getallen een decimale komma hebben.",
            )  # fmt: skip
    return rows


def _text(path: Path) -> str:
    data = path.read_bytes()
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if utf16 else ENCODINGS:
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    raise InputError("de tekens zijn niet te lezen.", file=str(path), advice="Gebruik UTF-8.")


def read_layers(path: Path, reading: Reading) -> None:
    """Adds the attributes of every layer that has capacity figures (GeoPackage, GeoJSON)."""
    source = open_read_only(path)
    for number in range(source.GetLayerCount()):
        layer = source.GetLayerByIndex(number)
        layer.SetIgnoredFields(["OGR_GEOMETRY"])
        rows = [feature.items() for feature in layer]
        if rows and kind_of_table(set(rows[0])) is not None:
            _read_table(rows, str(path), layer.GetName(), reading)
        else:
            reading.log.append(f"Laag {layer.GetName()} heeft geen netcijfers.")


def kind_of_table(columns: set[str]) -> Optional[str]:
    """What a table is by its columns: postcodes, stations, areas, or None."""
    if "postcode" in columns and columns & set(CODE_COLUMNS):
        return "postcodes"
    if columns & {"trafo_mva", "transformatoren_mva", "mva"} and columns & set(STATION_COLUMNS):
        return "stations"
    return "areas" if columns & set(CODE_COLUMNS) else None


def _read_table(rows: list[dict], file: str, layer: str, reading: Reading) -> None:
    own = {name.casefold(): name for names in _USED.values() for name in names}
    spelled = {name: own.get(name.strip().casefold(), name.strip()) for name in rows[0]}
    tidy = [{spelled[name]: value for name, value in row.items()} for row in rows]
    reading.learn(cell for row in tidy for cell in row.values())
    kind = kind_of_table(set(tidy[0]))
    unused = sorted(set(tidy[0]) - _USED.get(kind or "", set()) - {""})
    if kind is not None and unused:
        reading.note(f"Niet gebruikte kolommen: {', '.join(unused)}.")
    if kind == "postcodes":
        _read_postcodes(tidy, reading)
    elif kind == "stations":
        _read_stations(tidy, file, reading)
    elif kind == "areas":
        _read_areas(tidy, reading)
    else:
        raise InputError(
            "geen tabel met netcijfers herkend.",
            file=file,
            layer=layer,
            advice=f"Nodig is een kolom {', '.join(CODE_COLUMNS)} of station met trafo_mva.",
        )


def _first(row: Row, names: Iterable[str]) -> object:
    return next((row[name] for name in names if clean(row.get(name)) is not None), None)


def _read_areas(rows: list[dict], reading: Reading) -> None:
    tennet = "tennet_id" in rows[0] and "voedingsgebied_id" not in rows[0]
    for number, row in enumerate(rows, start=1):
        code = reading.code(_first(row, CODE_COLUMNS))
        if code is None or code == "0":
            reading.log.append(f"Rij {number} heeft geen gebied: nog niet ingekleurd.")
            continue
        for direction, endings in _ENDINGS.items():
            figures = {
                column: reading.number(
                    _first(row, [stem + end for stem, end in zip(stems, endings)]),
                    f"{code}, {column}",
                )
                for column, stems in _STEMS.items()
            }
            _drop_unverified_queue(row, direction, figures, code, reading)
            reading.area(
                code,
                direction,
                **figures,
                netbeheerder="TenneT" if tennet else clean(_first(row, ("RNB", "rnb"))),
                niveau=(GridLevel.TENNET if tennet else GridLevel.REGIONAL).value,
                naam=clean(_first(row, ("voedingsgebied_naam", "naam"))) or code,
                bovenliggend=None if tennet else reading.code(row.get("tennet_id")),
                status=reading.status(_first(row, _STATUS[direction]), code),
                jaar=reading.year(_first(row, ("jaar", "peiljaar", "peildatum")), code),
                peildatum=clean(row.get("peildatum")),
                jaar_opgelost=reading.year(
                    _first(row, [stem + end for stem, end in zip(_YEAR_STEMS, endings)]), code
                ),
            )


def _drop_unverified_queue(
    row: Row, direction: Direction, figures: dict[str, float], code: str, reading: Reading
) -> None:
    """The service's queueInjection repeated a count: only used when it shows that it does not."""
    if direction is not Direction.FEED_IN or clean(row.get("queueInjection")) is None:
        return
    count = reading.number(row.get("uniqueRequestsWithdrawal"), f"{code}, wachtrij_aantal")
    if math.isnan(count) or count == figures["wachtrij_mw"]:
        figures["wachtrij_mw"] = math.nan
        reading.log.append(
            f"{code}: queueInjection is niet als MW te controleren; de wachtrij voor invoeding "
            "is daarom onbekend."
        )


def _read_postcodes(rows: list[dict], reading: Reading) -> None:
    for number, row in enumerate(rows, start=1):
        postcode, code = clean(row.get("postcode")), reading.code(_first(row, CODE_COLUMNS))
        if postcode is None or code is None:
            reading.log.append(f"Rij {number} heeft geen postcode of gebied en is overgeslagen.")
            continue
        reading.postcodes.append(
            {
                "postcode": postcode.replace(" ", "").upper(),
                "gebied_id": code,
                "tennet_station": reading.code(row.get("tennet_id")),
                **{
                    f"status_{direction.value}": reading.status(_first(row, names), postcode)
                    for direction, names in _STATUS.items()
                },
            }
        )


def _read_stations(rows: list[dict], file: str, reading: Reading) -> None:
    """An operator's own list: N-1 for offtake (sum minus the largest), N-0 for feed-in."""
    assumed = load_rules().key_figure(figure_id("cos_phi", Quantity.SHARE))
    for number, row in enumerate(rows, start=1):
        code = reading.code(_first(row, STATION_COLUMNS))
        if code is None:
            raise InputError("een station zonder naam.", file=file, row=number, column="station")
        units = _transformers(
            _first(row, ("trafo_mva", "transformatoren_mva", "mva")), file, number
        )
        power_factor = reading.number(_first(row, ("cos_phi", "cosphi")), f"{code}, cos_phi")
        guessed = math.isnan(power_factor)
        if guessed:
            power_factor = assumed.midden
            reading.log.append(
                f"{code}: cos φ niet opgegeven, gerekend met {assumed.midden:g} "
                f"({assumed.laag:g} tot {assumed.hoog:g}); de MW zijn daarom geschat."
            )
        elif not 0.5 <= power_factor <= 1:
            raise InputError(
                f"cos φ {power_factor:g} ligt niet tussen 0,5 en 1.",
                file=file, row=number, column="cos_phi",
            )  # fmt: skip
        usable = {
            Direction.OFFTAKE: sum(units) - max(units),
            Direction.FEED_IN: sum(units),
        }
        for direction, mva in usable.items():
            peak = reading.number(row.get(f"piek_{direction.value}_mw"), f"{code}, piek")
            queue = reading.number(row.get(f"wachtrij_{direction.value}_mw"), f"{code}, wachtrij")
            reading.area(
                code,
                direction,
                netbeheerder=clean(_first(row, ("netbeheerder", "RNB"))),
                bovenliggend=reading.code(row.get("bovenliggend")),
                capaciteit_mw=mva * power_factor,
                benodigd_mw=peak,
                belasting_lopend_jaar_mw=peak,
                wachtrij_mw=queue,
                jaar=reading.year(_first(row, ("jaar", "peildatum")), f"{code}, jaar"),
                geschat=guessed,
                werken=_extension(row, power_factor, code, reading),
                peildatum=clean(row.get("peildatum")),
            )


def _transformers(cell: object, file: str, row: int) -> list[float]:
    """The MVA of each transformer: "3x40", "40|40|66" or one number."""
    text = clean(cell) or ""
    units: list[float] = []
    for part in text.replace("+", "|").split("|"):
        count, _, size = part.strip().lower().replace("×", "x").rpartition("x")
        try:
            mva, times = parse_number(size), parse_number(count or "1")
        except ValueError:
            mva = times = math.nan
        if not (mva > 0 and 1 <= times <= MOST_UNITS):
            raise InputError(
                f'"{text}" is geen lijst van transformatoren in MVA.',
                file=file, row=row, column="trafo_mva", advice='Schrijf "3x40" of "40|40|66".',
            )  # fmt: skip
        units += [mva] * int(times)
    return units


def _extension(row: Row, power_factor: float, code: str, reading: Reading) -> Optional[str]:
    year = reading.year(row.get("uitbreiding_jaar"), f"{code}, uitbreiding_jaar")
    mva = reading.number(row.get("uitbreiding_mva"), f"{code}, uitbreiding_mva")
    if year is None:
        return None
    mw = None if math.isnan(mva) else mva * power_factor
    return write_works([Work(f"Uitbreiding {code}", year, None, mw)])
