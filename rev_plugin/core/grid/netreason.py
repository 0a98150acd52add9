"""What the net says about a site, in sentences: the verdict's reason."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import date
from typing import Optional

import numpy as np

from rev_plugin.core.grid.chance import Triple
from rev_plugin.core.grid.levels import ORDER, Judgement, Level
from rev_plugin.core.grid.outlook import figure
from rev_plugin.core.grid.regimes import regime, word
from rev_plugin.core.grid.wording import (
    after_extension,
    expected,
    likelihood,
    megawatts,
    report_text,
    room,
    span,
)
from rev_plugin.core.model import Direction, GridLevel, NetVerdict, Settings
from rev_plugin.core.rule_rows import Activity, Quantity
from rev_plugin.core.rules import Rules


@dataclass
class Answer:
    """Both directions of one site, judged."""

    site: dict
    activity: Activity
    year: int
    judged: dict[Direction, Judgement]
    demand: dict[Direction, Triple]
    present: dict[Direction, Level] = field(default_factory=dict)  # the area by today's figures
    net_part: bool = False
    first_year: Optional[int] = None
    note: str = ""  # why the demand is unknown
    regional: Optional[Judgement] = None  # the area itself, where the verdict is about above

    @property
    def verdict(self) -> NetVerdict:
        """The worst of both directions."""
        return max((one.verdict for one in self.judged.values()), key=ORDER.index)

    @property
    def deciding(self) -> Direction:
        """The direction with the worst verdict; ties: the smaller chance, then offtake."""
        return min(
            self.judged,
            key=lambda d: (-ORDER.index(self.judged[d].verdict), _share(self.judged[d])),
        )

    @property
    def chance(self) -> float:
        """P(headroom covers the demand in both directions); NaN when not computable."""
        asked = [one for one in self.judged.values() if one.verdict in ORDER[1:]]
        holds = [one.holds for one in asked if one.holds is not None]
        if not asked or len(holds) < len(asked):
            return math.nan
        return float(np.all(holds, axis=0).mean())


def _share(judged: Judgement) -> float:
    return 1.0 if judged.holds is None else float(judged.holds.mean())


def net_reason(answer: Answer, rules: Rules, settings: Settings) -> str:
    """The reason of a verdict: the deciding direction first, then the other; then the sums."""
    if answer.verdict is NetVerdict.NOT_APPLICABLE:
        return "De locatie vraagt geen extra transportcapaciteit."
    first = answer.deciding
    others = [d for d in Direction if d is not first]
    asked = [
        d for d in (first, *others) if answer.judged[d].verdict is not NetVerdict.NOT_APPLICABLE
    ]
    parts = [f"{d.value.capitalize()}: {_direction_text(answer, d)}" for d in asked]
    if answer.first_year is not None and answer.first_year > answer.year:
        parts.append(f"Op zijn vroegst vanaf {answer.first_year}.")
    parts += _counted_text(answer)
    sums = [level for level in (_summed(answer, d) for d in asked) if level is not None]
    parts += [_figures(level, len(asked) > 1, rules) for level in sums]
    if sums:
        parts.append(_weights_text(rules))
    parts += _regime_texts(answer, rules, settings)
    return " ".join(parts)


def _direction_text(answer: Answer, direction: Direction) -> str:
    judged = answer.judged[direction]
    if not judged.levels:
        return answer.note or "geen voedingsgebied met cijfers voor deze richting."
    sentences = _net_part_intro(answer) if answer.net_part else []
    if judged.blocked:
        sentences.append(_blocked_text(answer, direction))
    else:
        sentences += _open_texts(answer, direction)
    return " ".join(sentence for sentence in sentences if sentence)


def _net_part_intro(answer: Answer) -> list[str]:
    added = answer.demand[Direction.OFFTAKE].middle
    what = "ruimte" if math.isnan(added) else megawatts(added)
    return [f"Het voegt {what} toe; de vraag is of het net erboven die ruimte kan voeden."]


def _reports(levels: tuple[Level, ...]) -> str:
    """What the operators of the full levels report, in one phrase."""
    phrases = [
        f"{report_text(level.status, level.solved)} ({level.series.operator or level.series.name})"
        for level in levels
        if level.blocked
    ]
    return " en ".join(dict.fromkeys(phrases))


def _summed(answer: Answer, direction: Direction) -> Optional[Level]:
    """The level whose MW the reason tells: that of the columns.

    Where the operator says no and these have no MW for the year of the site, the area by
    today's figures. None without MW.
    """
    judged = answer.judged[direction]
    level = judged.shown
    if judged.blocked and (level is None or math.isnan(level.bounds[2])):
        level = answer.present.get(direction)
    return None if level is None or math.isnan(level.bounds[2]) else level


def _blocked_text(answer: Answer, direction: Direction) -> str:
    """The operator's word and the arithmetic, both; the operator's word decides."""
    demand = answer.demand[direction]
    reported = f"De netbeheerder meldt {_reports(answer.judged[direction].levels)}"
    asked = _asked(answer, direction)
    level = _summed(answer, direction)
    if level is None:
        return f"{reported}. MW om mee te rekenen zijn er niet.{asked}"
    best = level.bounds[1] if level.computable else level.bounds[2]
    if best > 0 and not best < np.nan_to_num(demand.middle):
        text = f"{reported}; de rekensom geeft {_room(level)}; de melding gaat voor."
    else:
        text = f"{reported}; ook de rekensom geeft te weinig: {_room(level)}."
    if level.outlook.year[0] < answer.year:
        text += f" Voor {answer.year} zelf is de ruimte niet te berekenen."
    return text + asked


def _room(level: Level) -> str:
    """The headroom in words; of a level above the area with its name."""
    above = level.series.level == GridLevel.TENNET.value
    where = f" bij TenneT ({level.series.name})" if above else ""
    if level.bounded:
        return f"hooguit {megawatts(level.bounds[2])} ruimte{where}"
    return f"{room(*level.bounds)}{where}"


def _figures(level: Level, named: bool, rules: Rules) -> str:
    """What a reader needs to redo the sum: the figures, their year, how they were carried on."""
    outlook = level.outlook
    direction = f" {level.series.direction}" if named else ""
    above = f" van {level.series.name}" if level.series.level == GridLevel.TENNET.value else ""
    carried = f", doorgerekend naar {int(outlook.year[0])}" if outlook.projected[0] else ""
    queue = float(outlook.queue[0])
    waiting = "wachtrij onbekend" if math.isnan(queue) else f"{megawatts(queue)} in de wachtrij"
    load = float(outlook.load[0])
    least = figure(rules, "net", Quantity.SHARE).low * float(outlook.required[0])
    floor = f" (ten minste telt de verwachte belasting, {megawatts(load)})"
    return (
        f"Cijfers{direction}{above} van {int(outlook.figure_year[0])}{carried}: "
        f"{megawatts(float(outlook.capacity[0]))} aanwezig, "
        f"{megawatts(float(outlook.required[0]))} benodigd"
        f"{floor if load > np.nan_to_num(least) else ''}, {waiting}."
    )


def _asked(answer: Answer, direction: Direction) -> str:
    if answer.net_part:
        return ""
    demand = answer.demand[direction]
    if math.isnan(demand.middle):
        return f" De vraag is onbekend. {answer.note}".rstrip()
    return f" De vraag is {span(*demand)}."


def _open_texts(answer: Answer, direction: Direction) -> list[str]:
    """The room, the demand, how likely it fits, and why it is at best krap."""
    judged = answer.judged[direction]
    own = judged.levels[0]
    shown = _summed(answer, direction)
    if own.promised:
        first = expected(own.solved)
    elif not math.isnan(own.blind):
        first = after_extension(own.blind, own.solved)
    elif shown is None:
        first = "Er zijn geen MW gepubliceerd."
    else:
        first = f"Er is {_room(shown)}."
    texts = [first + _asked(answer, direction)]
    if judged.holds is not None:
        texts.append(f"Dat het past is {likelihood(float(judged.holds.mean()))}.")
    elif own.bounded and judged.verdict is NetVerdict.UNKNOWN:
        texts.append("De wachtrij is onbekend; of het past is daarom niet te zeggen.")
    if judged.caps and judged.verdict is not NetVerdict.NO:
        texts.append(f"Hooguit krap: {'; '.join(dict.fromkeys(judged.caps))}.")
    return texts


def _counted_text(answer: Answer) -> list[str]:
    texts = {
        "ja": "De vraag zit al in de cijfers en is niet nog eens afgetrokken.",
        "onbekend": "Of de vraag al in de cijfers zit, is onbekend: met en zonder zijn gewogen.",
    }
    text = texts.get(word(answer.site, "al_meegeteld"))
    return [text] if text else []


def _weights_text(rules: Rules) -> str:
    """How contracts become load, so that a reader can redo the sum."""
    load = figure(rules, "net", Quantity.SHARE)
    queue = figure(rules, "wachtrij", Quantity.SHARE)
    return (
        f"Daarvan telt {100 * load.low:.0f} tot {100 * load.high:.0f} % van de contracten "
        f"tegelijk mee, en komt {100 * queue.low:.0f} tot {100 * queue.high:.0f} % van de wachtrij."
    )


def _regime_texts(answer: Answer, rules: Rules, settings: Settings) -> list[str]:
    """Dated rules that matter to this site."""
    day = max(settings.reference_date, date(answer.year, 1, 1))
    subjects = []
    if word(answer.site, "prioriteit"):
        subjects.append("prioritering")
    if answer.activity.id == "woningbouw" and answer.verdict is NetVerdict.NO:
        subjects.append("reservering_woningbouw")
    rows = [regime(rules, subject, day) for subject in subjects]
    return [row.toelichting_nl for row in rows if row is not None]
