"""IMOW objects to rows: place, article, wording, qualification and value together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Optional

import numpy as np

from rev_plugin.formats.imow import OwObject, unit
from rev_plugin.formats.plan_rows import PlanRows, assemble
from rev_plugin.formats.shapes import Shape, build, merge
from rev_plugin.formats.stop_gio import Place
from rev_plugin.formats.stop_text import Piece, Regulation

_LOCATIONS = frozenset(
    ("Gebied", "Gebiedengroep", "Lijn", "Lijnengroep", "Punt", "Puntengroep", "Ambtsgebied")
)
_DRAWING = frozenset(("Kaart", "SymbolisatieItem"))  # how to draw, not what holds
_TEXTS = frozenset(("Regeltekst", "Divisie", "Divisietekst"))
_NO_PLACE = _TEXTS | {"Activiteit", "Hoofdlijn"}  # these have no location of their own
_NORMS = frozenset(("Omgevingsnorm", "Omgevingswaarde"))
_TEXT_REFS = ("artikelOfLid", "divisieaanduiding")
_NORM_VALUES = ("kwantitatieveWaarde", "kwalitatieveWaarde", "waardeInRegeltekst")
_HEIGHT = "hoogte"
_RESERVED = "reserveringsgebied"  # a group of leiding, of verkeer and of water alike


@dataclass
class Delivery:
    """All that a delivery, or an answer of the API, holds."""

    name: str
    regulation: Regulation = field(default_factory=Regulation)
    objects: dict[str, OwObject] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    source: str = "STOP/IMOW"
    log: dict[str, None] = field(default_factory=dict)  # lines, each once

    def add(self, item: OwObject) -> None:
        """Take an object in; the last of two with the same id counts."""
        key = item.identity or f"{item.type} {len(self.objects) + 1}"
        if key in self.objects:
            self.warn(f"{key} staat er twee keer; de laatste telt.")
        self.objects[key] = item

    def warn(self, text: str) -> None:
        """Add a line to the log, once."""
        self.log[f"{self.name}: {text}"] = None


def delivery_rows(delivery: Delivery) -> PlanRows:
    """The rows of a delivery: an object a row, a norm one per value."""
    return _Rows(delivery).assemble()


class _Rows:
    """Collects rows and their shapes, one object at a time."""

    def __init__(self, delivery: Delivery) -> None:
        self.delivery = delivery
        self.columns: dict[str, list[Optional[str]]] = defaultdict(list)
        self.shapes: list[Optional[Shape]] = []
        self.rules = _rules_by_target(delivery.objects.values())
        self.without: dict[tuple[str, str], list[str]] = defaultdict(list)

    def assemble(self) -> PlanRows:
        """All rows of the delivery."""
        objects = self.delivery.objects.values()
        elements: Counter[str] = Counter()
        for item in objects:
            elements[item.type] += 1
            if item.type not in _LOCATIONS | _DRAWING | _NORMS:
                elements.update(part.type for part in item.parts)
            if item.type not in _LOCATIONS | _DRAWING:
                self._add(item)
        drawing = [f"{elements[kind]} × {kind}" for kind in sorted(_DRAWING) if elements[kind]]
        if drawing:
            self.delivery.warn(f"niet gelezen, want alleen tekenwijze: {', '.join(drawing)}.")
        built = build(self.shapes)
        self._note_problems(built.problems)
        rows = Counter(kind or "" for kind in self.columns["object_type"])
        return assemble(
            self.columns,
            built,
            np.arange(len(self.shapes)),
            log=list(self.delivery.log),
            counts={kind: (count, rows[kind]) for kind, count in elements.items()},
        )

    def _add(self, item: OwObject) -> None:
        if item.type in _NORMS and item.parts:
            for part in item.parts:
                self._add_norm(item, part)
            return
        self._row(item, self._pieces(item), **_named(item))
        for part in item.parts:
            self._add_activity(item, part)

    def _add_norm(self, norm: OwObject, value: OwObject) -> None:
        given = next((value.values[n] for n in _NORM_VALUES if n in value.values), None)
        self._row(
            value,
            self._pieces(norm),
            object_type=norm.type,
            **_measured(norm, value),
            waarde=given,
            eenheid=unit(norm.label("eenheid")),
        )

    def _add_activity(self, rule: OwObject, part: OwObject) -> None:
        """An ActiviteitLocatieaanduiding: what a rule says of an activity at a place."""
        refs = part.refs.get("activiteitaanduiding", ())
        activity = self.delivery.objects.get(refs[0]) if refs else None
        if refs and activity is None:
            self.delivery.warn(f"activiteit {refs[0]} staat niet in de aanlevering.")
        name = activity.values.get("naam") if activity else (refs[0] if refs else None)
        self._row(
            part,
            self._pieces(rule),
            naam=name,
            activiteit=name,
            hoofdgroep=activity.label("groep") if activity else None,
            kwalificatie=part.label("activiteitregelkwalificatie"),
        )

    def _row(self, item: OwObject, pieces: list[Piece], **values: Optional[str]) -> None:
        regulation = self.delivery.regulation
        shape, problem = self._place(item)
        if problem and item.type not in _NO_PLACE:
            self.without[item.type, problem].append(item.identity)
        row: dict[str, Optional[str]] = {
            "plan_id": regulation.work,
            "plan_naam": regulation.title,
            "plan_type": regulation.kind,
            "plan_status": regulation.status,
            "plan_deel": "nieuw",
            "overheid": regulation.government,
            "datum": regulation.date,
            "object_id": item.identity,
            "object_type": item.type,
            "hoofdgroep": None,
            "naam": next((piece.title for piece in pieces if piece.title), item.type),
            "artikel": _together(piece.number for piece in pieces),
            "tekst": _together(piece.wording for piece in pieces),
            "tekst_url": pieces[0].link if pieces else None,
            "kwalificatie": None,
            "activiteit": None,
            "waarde": None,
            "eenheid": None,
            "bron": f"{self.delivery.name} ({self.delivery.source})",
        }
        row.update(values)
        for column, value in row.items():
            self.columns[column].append(value or None)
        self.shapes.append(shape)

    def _pieces(self, item: OwObject) -> list[Piece]:
        """The texts an object stands in: its own, or those of the rules that point at it."""
        texts = self.delivery.regulation.pieces
        found = []
        holders = [item] if item.type in _TEXTS else self._texts_of(item)
        for holder in holders:
            piece = texts.get(holder.wid or "")
            if piece is None:
                self.delivery.warn(f"de tekst {holder.wid} van {holder.identity} ontbreekt.")
            elif piece not in found:
                found.append(piece)
        return found

    def _texts_of(self, item: OwObject) -> list[OwObject]:
        holders = []
        for rule in (item, *self.rules.get(item.identity, ())):
            for ref in (ref for name in _TEXT_REFS for ref in rule.refs.get(name, ())):
                holder = self.delivery.objects.get(ref)
                if holder is None:
                    self.delivery.warn(f"regeltekst {ref} staat niet in de aanlevering.")
                else:
                    holders.append(holder)
        return holders

    def _place(self, item: OwObject) -> tuple[Optional[Shape], str]:
        """The shape of all locations of an object, and what is wrong with them."""
        waiting = list(item.refs.get("locatieaanduiding", ()))[::-1]
        problems = [] if waiting else ["geen locatie"]
        shapes: list[Shape] = []
        seen: set[str] = set()
        while waiting:
            ref = waiting.pop()
            if ref in seen:
                continue
            seen.add(ref)
            place = self.delivery.places.get(ref)
            if place is None:
                members = self._members(ref, problems)
                waiting += members[::-1]
            elif place.shape is None:
                problems.append(f"geometrie {ref}: {place.problem}")
            else:
                shapes.append(place.shape)
        shape = merge(shapes) if shapes else None
        return shape, "; ".join(dict.fromkeys(problems))

    def _members(self, ref: str, problems: list[str]) -> tuple[str, ...]:
        """What a location or a group of them refers to; what is missing goes to `problems`."""
        location = self.delivery.objects.get(ref)
        if location is None:
            problems.append(f"{ref} staat niet in de aanlevering")
            return ()
        members = (*location.refs.get("groepselement", ()), *location.refs.get("geometrie", ()))
        if not members:
            problems.append(f"{ref} heeft geen geometrie in de aanlevering")
        return members

    def _note_problems(self, problems: np.ndarray) -> None:
        for index in np.flatnonzero(problems != None):  # noqa: E711 - elementwise
            kind, identity = (self.columns[c][index] or "" for c in ("object_type", "object_id"))
            self.without[kind, problems[index]].append(identity)
        for (kind, reason), ids in self.without.items():
            names = ", ".join(dict.fromkeys(ids))
            self.delivery.warn(f"{kind} zonder volledige geometrie ({reason}): {names}.")


def _rules_by_target(objects: Iterable[OwObject]) -> Mapping[str, list[OwObject]]:
    """For each object that a rule or text part points at, those rules."""
    rules: dict[str, list[OwObject]] = defaultdict(list)
    for item in objects:
        if any(name in item.refs for name in _TEXT_REFS):
            for name, refs in item.refs.items():
                if name not in _TEXT_REFS and name != "locatieaanduiding":
                    for ref in refs:
                        rules[ref].append(item)
    return rules


def _named(item: OwObject) -> dict[str, Optional[str]]:
    """Own name and group of an object, when it has them."""
    name, kind = item.values.get("naam") or item.values.get("noemer"), item.label("type")
    group = item.label("groep") or kind
    if group == _RESERVED and kind not in ("leiding", None):
        group = f"{_RESERVED} {kind}"
    found = {"naam": name, "hoofdgroep": group}
    return {column: value for column, value in found.items() if value}


def _measured(norm: OwObject, value: OwObject) -> dict[str, Optional[str]]:
    """As _named; a height in figures says so, also where its author left that to the type."""
    found = _named(norm)
    kind, name = norm.label("type") or "", found.get("naam") or ""
    if _HEIGHT in kind and _HEIGHT not in name.lower() and _NORM_VALUES[0] in value.values:
        found["naam"] = f"{kind} ({name})" if name else kind
    return found


def _together(texts: Iterable[Optional[str]]) -> Optional[str]:
    return "; ".join(dict.fromkeys(text for text in texts if text)) or None
