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
from rev_plugin.core.grid.wording import likelihood, megawatts, report_text, span
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
    """The reason of a verdict: the deciding direction first, then the other."""
    if answer.verdict is NetVerdict.NOT_APPLICABLE:
        return "De locatie vraagt geen extra transportcapaciteit."
    first = answer.deciding
    others = [d for d in Direction if d is not first]
    parts = [
        f"{d.value.capitalize()}: {_direction_text(answer, d)}"
        for d in (first, *others)
        if answer.judged[d].verdict is not NetVerdict.NOT_APPLICABLE
    ]
    if answer.first_year is not None and answer.first_year > answer.year:
        parts.append(f"Op zijn vroegst vanaf {answer.first_year}.")
    parts += _counted_text(answer)
    if any(not math.isnan(level.bounds[2]) for level in answer.present.values()):
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


def _blocked_text(answer: Answer, direction: Direction) -> str:
    """The operator's word and the arithmetic, both; the operator's word decides.

    The arithmetic is that of the columns; where it has none for the year of the site, that
    of today's figures, and the text says that these are today's.
    """
    judged, demand = answer.judged[direction], answer.demand[direction]
    reported = f"De netbeheerder meldt {_reports(judged.levels)}"
    level: Optional[Level] = judged.shown
    without = ""
    if level is None or math.isnan(level.bounds[2]):
        level = answer.present.get(direction)
        without = f" Voor {answer.year} zelf is de ruimte niet te berekenen."
    if level is None or math.isnan(level.bounds[2]):
        return f"{reported}. Er zijn geen MW waarmee te rekenen valt.{_asked(answer, direction)}"
    room = _room(level)
    best = level.bounds[1] if level.computable else level.bounds[2]
    enough = best > 0 and not best < np.nan_to_num(demand.middle)
    detail = f" ({_where(level)}{_published(level)}; {_figures(level)})"
    if enough:
        text = f"{reported}; de rekensom geeft {room} ruimte{detail}; de melding gaat voor."
    else:
        text = f"{reported}; ook de rekensom geeft te weinig ruimte: {room}{detail}."
    return text + without + _asked(answer, direction)


def _where(level: Level) -> str:
    """The name of a level above the area, since its MW are not those of the area."""
    above = level.series.level == GridLevel.TENNET.value
    return f"bij TenneT, {level.series.name}: " if above else ""


def _figures(level: Level) -> str:
    """From which year the figures are, and whether the MW are carried on from there."""
    figures = f"cijfers van {int(level.outlook.figure_year[0])}"
    if not level.outlook.projected[0]:
        return figures
    return f"projectie voor {int(level.outlook.year[0])} met {figures}"


def _room(level: Level) -> str:
    low, middle, high = level.bounds
    return f"hooguit {megawatts(high)}" if level.bounded else span(low, middle, high)


def _published(level: Level) -> str:
    queue = float(level.outlook.queue[0])
    waiting = "wachtrij onbekend" if math.isnan(queue) else f"{megawatts(queue)} in de wachtrij"
    return (
        f"{megawatts(float(level.outlook.capacity[0]))} aanwezig, "
        f"{megawatts(float(level.outlook.required[0]))} benodigd, {waiting}"
    )


def _asked(answer: Answer, direction: Direction) -> str:
    if answer.net_part:
        return ""
    demand = answer.demand[direction]
    if math.isnan(demand.middle):
        return f" De vraag is onbekend. {answer.note}".rstrip()
    return f" De vraag is {span(*demand)}."


def _open_texts(answer: Answer, direction: Direction) -> list[str]:
    judged = answer.judged[direction]
    own = judged.levels[0]
    if own.promised:
        first = (
            f"De netbeheerder verwacht een oplossing in {int(own.solved)}; hoeveel MW er dan bij "
            "komt, is niet gepubliceerd."
        )
    elif own.hidden:
        first = "Na een uitbreiding zonder gepubliceerde MW is de ruimte niet te berekenen."
    elif math.isnan(own.outlook.capacity[0]) or math.isnan(own.outlook.required[0]):
        first = "Er zijn geen MW gepubliceerd."
    else:
        limit = judged.shown or own
        first = f"De ruimte is {_room(limit)}: {_where(limit)}{_published(limit)}."
        if own.bounded:
            first += " Omdat de wachtrij onbekend is, is dat een bovengrens."
    texts = [first + _asked(answer, direction)]
    if judged.holds is not None:
        texts.append(f"Dat het past is {likelihood(float(judged.holds.mean()))}.")
    if judged.levels[0].outlook.projected[0]:
        texts.append(f"{_figures(judged.levels[0]).capitalize()}.")
    if judged.caps:
        texts.append(f"Hooguit krap: {'; '.join(judged.caps)}.")
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
        f"In de rekensom telt {100 * load.low:.0f} tot {100 * load.high:.0f} % van de "
        f"contracten tegelijk mee, en komt {100 * queue.low:.0f} tot {100 * queue.high:.0f} % "
        "van de wachtrij."
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
