"""Is there net capacity for a site: the verdict per direction, and in all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core.columns import NET, SITE
from rev_plugin.core.grid.chance import Triple, sample
from rev_plugin.core.grid.ledger import Ledger, open_ledger
from rev_plugin.core.grid.levels import Judgement, Level, judge_direction, levels_at
from rev_plugin.core.grid.netpart import added_power, judge_net_part
from rev_plugin.core.grid.netreason import Answer, net_reason
from rev_plugin.core.grid.netrow import BAND, answer_row, plain_row, unplaced_row
from rev_plugin.core.grid.outlook import COUNTED, DEMAND, HORIZON, NetDraws
from rev_plugin.core.grid.place import (
    WHOLE,
    AreaMap,
    PostcodeMap,
    Spot,
    sharing_municipalities,
)
from rev_plugin.core.grid.regimes import waiver, word
from rev_plugin.core.model import (
    Direction,
    Features,
    Feedback,
    GridLevel,
    NetStatus,
    NetTest,
    NetVerdict,
    Settings,
)
from rev_plugin.core.rules import Rules
from rev_plugin.core.tables import Columns, Table, columns_of, frame, records


def judge_net(
    sites: Features,
    demand: pd.DataFrame,
    areas: Optional[Features],
    rules: Rules,
    settings: Settings,
    feedback: Feedback,
    postcodes: Optional[Features] = None,
    municipalities: Optional[Features] = None,
) -> pd.DataFrame:
    """The net verdict of every site, as columns.NET, one row per site in order.

    Args:
        sites: columns.SITE, polygons in RD.
        demand: columns.DEMAND of the same sites, in the same order.
        areas: columns.AREA with geometry; None when the study has no supply areas.
        postcodes: columns.POSTCODE_AREA with geometry, for a site's own colour.
        municipalities: polygons with a name, for who shares the supply area.

    kans_netruimte is the chance that the headroom covers the demand in both directions at
    all levels with MW; NaN where nothing is computable or where the operator's word decides.
    """
    judge = NetJudge(areas, rules, settings, feedback, postcodes, municipalities)
    return frame(judge.columns(sites, demand, feedback))


@dataclass(frozen=True)
class Question:
    """One direction of one site: its chain of series and what it asks there."""

    direction: Direction
    chain: tuple[int, ...]
    demand: Triple
    colour: Optional[str]


class NetJudge:
    """The figures and the map, read once and asked site by site (arguments: judge_net)."""

    def __init__(
        self,
        areas: Optional[Features],
        rules: Rules,
        settings: Settings,
        feedback: Feedback,
        postcodes: Optional[Features] = None,
        municipalities: Optional[Features] = None,
    ) -> None:
        self.rules, self.settings = rules, settings
        self.municipalities = municipalities
        self.postcodes = PostcodeMap(postcodes) if postcodes is not None else None
        self.draws = NetDraws.of(rules, settings)
        self.map: Optional[AreaMap] = None
        if areas is not None and len(areas):
            self.map = AreaMap(areas)
            self.ledger: Ledger = open_ledger(areas.table, settings.reference_date.year, feedback)
            self.sharing = lru_cache(maxsize=None)(self._sharing)
            self.levels = lru_cache(maxsize=256)(self._levels)  # 32 kB per level

    def columns(self, sites: Features, demand: Table, feedback: Feedback) -> Columns:
        """columns.NET for sites and their demand."""
        own = records(sites.table, [column.name for column in SITE])
        asked = zip(own, records(demand), sites.geometry)
        rows = []
        for done, (site, wanted, shape) in enumerate(asked, start=1):
            feedback.check()
            rows.append(self.row(site, wanted, shape))
            feedback.progress(done / len(own))
        return columns_of(rows, NET)

    def row(self, site: dict, wanted: dict, shape: Optional[shapely.Geometry]) -> dict[str, object]:
        activity = self.rules.activity(site["activiteit"])
        year = self._year(site)
        if activity.net_toets is NetTest.NONE:
            return plain_row(NetVerdict.NOT_APPLICABLE, f"{activity.naam_nl}: geen nettoets nodig.")
        if self.map is None:
            return self._unplaced("Er zijn geen netcijfers (laag voedingsgebieden).", site, wanted)
        spots = {d: self.map.find(shape, d.value) for d in Direction}
        if not any(spots.values()):
            return self._unplaced("De locatie ligt buiten alle voedingsgebieden.", site, wanted)
        if activity.net_toets is NetTest.NET_PART:
            return self._net_part(site, wanted, year, shape, spots)
        questions = [self._question(d, spots[d], _triple(wanted, d), shape) for d in Direction]
        generator = activity.groep == "opwek"
        judged = {q.direction: self._judge_question(q, site, year, generator) for q in questions}
        shown = {q.direction: _widened(q.demand, site) for q in questions}
        answer = Answer(site, activity, year, judged, shown)
        answer.present = self._present(questions)
        answer.note = _text(wanted.get("toelichting"))
        answer.first_year = self._first_year(questions, site, year, generator)
        return self._fill(answer, wanted, spots)

    def _unplaced(self, reason: str, site: dict, wanted: dict) -> dict[str, object]:
        """A site without figures; what it asks is known all the same."""
        if self.rules.activity(site["activiteit"]).net_toets is NetTest.NET_PART:
            return plain_row(NetVerdict.UNKNOWN, reason)
        row = unplaced_row(reason, {d: _widened(_triple(wanted, d), site) for d in Direction})
        row["gecontracteerd_mw"] = wanted.get("gecontracteerd_mw")
        return row

    def _year(self, site: dict) -> int:
        if self.settings.year is not None:
            return self.settings.year
        given = site.get("jaar")
        return self.settings.reference_date.year if given is None or pd.isna(given) else int(given)

    def _question(
        self,
        direction: Direction,
        spot: Optional[Spot],
        demand: Triple,
        shape: Optional[shapely.Geometry],
    ) -> Question:
        chain = self._chain(spot, direction)
        colour = None
        if spot is not None and chain and self.postcodes is not None:
            postcode = self.postcodes.find(shape, spot.area)
            if postcode is not None:
                colour = _status(postcode.get(f"status_{direction.value}"))
                chain = self._own_station(chain, postcode.get("tennet_station"))
        return Question(direction, chain, demand, colour)

    def _chain(self, spot: Optional[Spot], direction: Direction) -> tuple[int, ...]:
        if spot is None:
            return ()
        own = self.ledger.find(spot.area.strip(), direction.value, GridLevel.REGIONAL.value)
        return () if own is None else (own, *self.ledger.series[own].parents)

    def _own_station(self, chain: tuple[int, ...], station: object) -> tuple[int, ...]:
        """Only the postcode's own TenneT station and what stands above that."""
        for position in chain[1:]:
            one = self.ledger.series[position]
            if one.area == station:
                return (chain[0], position, *one.parents)
        return chain

    def _judge_question(
        self, question: Question, site: dict, year: int, generator: bool
    ) -> Judgement:
        main = Direction.FEED_IN if generator else Direction.OFFTAKE
        asked = question.demand.high > 0 or np.isnan(question.demand.high)
        both = site["activiteit"] == "batterij"
        curtailed = word(site, "contractvorm") and (both or question.direction is main)
        if not asked and not curtailed:
            return Judgement(NetVerdict.NOT_APPLICABLE, (), None, None)
        if not question.chain:
            return Judgement(NetVerdict.UNKNOWN, (), None, None)
        levels = self.levels(question.chain, year, question.colour)
        unknown = np.isnan(question.demand.middle)
        exempt = waiver(self.rules, site, year)
        if unknown and question.direction is not main:
            exempt = "de vraag is onbekend"  # it may not ask anything in this direction
        drawn = None if unknown else self._drawn(question.demand, site)
        return judge_direction(levels, drawn, self.settings, exempt)

    def _drawn(self, demand: Triple, site: dict) -> np.ndarray:
        """The demand per draw; what the figures already hold is not asked twice.

        A site that does not say so (al_meegeteld) is new: it asks its whole demand.
        """
        normals = self.draws.normals
        drawn = sample(demand, normals[DEMAND], floor=0.0)
        counted = word(site, "al_meegeteld")
        if counted == "ja":
            return np.zeros_like(drawn)
        if counted == "onbekend":
            return np.where(normals[COUNTED] < 0, drawn, 0.0)
        return drawn

    def _first_year(
        self, questions: list[Question], site: dict, year: int, generator: bool
    ) -> Optional[int]:
        """The first year in which it fits, or in which the operator expects it solved."""
        for candidate in self._candidates(questions, year):
            judged = [self._judge_question(q, site, candidate, generator) for q in questions]
            if all(_opens(one) for one in judged):
                return candidate
        return None

    def _candidates(self, questions: list[Question], year: int) -> list[int]:
        """Years in which something can get better: now, a solution, or a work with MW."""
        found = {year}
        for position in {one for question in questions for one in question.chain}:
            series = self.ledger.series[position]
            for row in range(series.start, series.stop):
                solved = self.ledger.columns["jaar_opgelost"][row]
                found.update([] if np.isnan(solved) else [int(solved)])
                found.add(int(self.ledger.columns["jaar"][row]))
                for start, mw in self.ledger.coming[row]:
                    found.update(range(start, start + 10) if mw is not None else [])
        return sorted(one for one in found if year <= one <= HORIZON)

    def _net_part(
        self, site: dict, wanted: dict, year: int, shape: Optional[shapely.Geometry], spots: dict
    ) -> dict[str, object]:
        activity = self.rules.activity(site["activiteit"])
        added = added_power(self.rules, site)
        question = self._question(Direction.OFFTAKE, spots[Direction.OFFTAKE], added, shape)
        own_station = activity.id != "msr"
        chain = question.chain[1:] if own_station else question.chain

        def judged(when: int) -> Judgement:
            if not chain:
                return Judgement(NetVerdict.UNKNOWN, (), None, None)
            colour = None if own_station else question.colour
            levels = self.levels(chain, when, colour)
            drawn = sample(added, self.draws.normals[DEMAND], floor=0.0)
            return judge_net_part(levels, drawn, self.settings)

        one = judged(year)
        nothing = Judgement(NetVerdict.NOT_APPLICABLE, (), None, None)
        answer = Answer(
            site,
            activity,
            year,
            {Direction.OFFTAKE: one, Direction.FEED_IN: nothing},
            {Direction.OFFTAKE: added, Direction.FEED_IN: Triple(0.0, 0.0, 0.0)},
            net_part=True,
        )
        answer.first_year = next(
            (when for when in self._candidates([question], year) if _opens(judged(when))), None
        )
        if not question.chain:
            answer.note = "de locatie ligt buiten alle voedingsgebieden voor afname."
        elif not chain:
            answer.note = "van het net boven dit voedingsgebied (TenneT) is niets bekend."
        answer.regional = self._regional(question.chain, year, question.colour)
        answer.present = self._present([question]) if activity.id == "msr" else {}
        return self._fill(answer, wanted, spots)

    def _regional(
        self, chain: tuple[int, ...], year: int, colour: Optional[str]
    ) -> Optional[Judgement]:
        """The levels of a chain without a verdict, for the columns about the area itself."""
        if not chain:
            return None
        levels = self.levels(chain, year, colour)
        return Judgement(NetVerdict.UNKNOWN, tuple(levels), None, None)

    def _present(self, questions: list[Question]) -> dict[Direction, Level]:
        """The area itself by its own figures, without projection."""
        return {
            q.direction: self.levels(q.chain[:1], self._figure_year(q.chain[0]), q.colour)[0]
            for q in questions
            if q.chain
        }

    def _figure_year(self, position: int) -> int:
        """The year of the figures that hold today."""
        row = self.ledger.row_of(self.ledger.series[position], self.settings.reference_date.year)
        return int(self.ledger.columns["jaar"][row])

    def _levels(self, chain: tuple[int, ...], year: int, colour: Optional[str]) -> list[Level]:
        return levels_at(self.ledger, chain, year, self.draws, colour)

    def _sharing(self, area: str) -> str:
        shape = self.map.shape(area) if self.map is not None else None
        return ", ".join(sharing_municipalities(shape, self.municipalities))

    def _fill(self, answer: Answer, wanted: dict, spots: dict) -> dict[str, object]:
        spot = spots[answer.deciding] or next(one for one in spots.values() if one is not None)
        reason = net_reason(answer, self.rules, self.settings)
        if spot.share < WHOLE:
            reason += (
                f" De locatie ligt voor {100 * spot.share:.0f} % in {spot.area}; "
                "voor de rest is het net niet beoordeeld."
            )
        if spot.rivals:
            reason += (
                f" De vlakken van {', '.join((spot.area, *spot.rivals))} liggen hier over elkaar; "
                f"gerekend is met {spot.area}."
            )
        row = answer_row(answer, reason)
        row["voedingsgebied"] = spot.area
        row["gecontracteerd_mw"] = wanted.get("gecontracteerd_mw")
        row["gemeenten"] = self.sharing(spot.area) or None
        return row


def _triple(wanted: dict, direction: Direction) -> Triple:
    stem = "vraag" if direction is Direction.OFFTAKE else "invoeding"
    return Triple(*(float(wanted[f"{stem}_{name}_mw"]) for name in BAND))


def _widened(demand: Triple, site: dict) -> Triple:
    """The band of a demand that may be in the figures already: from without to with it."""
    if word(site, "al_meegeteld") != "onbekend":
        return demand
    return demand._replace(low=min(0.0, demand.low))


def _status(cell: object) -> Optional[str]:
    known = {status.value for status in NetStatus} - {NetStatus.UNKNOWN.value}
    colour = _text(cell).strip().casefold()
    return colour if colour in known else None


def _opens(judged: Judgement) -> bool:
    """Whether a direction is open: it fits, or the operator expects it solved."""
    if judged.verdict in (NetVerdict.YES, NetVerdict.NOT_APPLICABLE):
        return True
    promised = any(level.promised for level in judged.levels)
    return promised and judged.verdict in (NetVerdict.UNKNOWN, NetVerdict.TIGHT)


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else ""
