"""From measurements to verdicts with their reasons, for all rules and sites at once.

Missing data never becomes "geen belemmering": where the data do not allow a verdict it
reads "niet_getoetst" and the sentence says why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Optional

import numpy as np

from rev_plugin.core.model import FindingVerdict
from rev_plugin.core.required import needed_column
from rev_plugin.core.space import explain
from rev_plugin.core.space.agenda import AROUND_M, FEW, Agenda, Tested
from rev_plugin.core.space.explain import Sentences
from rev_plugin.core.space.proximity import Sites, box_distance
from rev_plugin.core.space.questions import Question, Reply

Replies = Mapping[Question, Optional[Reply]]
# Why data do not allow a verdict; the lowest that holds counts.
_SHAPELESS, _UNFILTERED, _VALUE_MISSING, _UNKNOWN_NEARER, _NOT_COVERED = range(1, 6)


@dataclass(frozen=True)
class Measured:
    """What was measured for an agenda; one entry per finding, in metres and m².

    NaN where nothing was measured.
    """

    distance: np.ndarray  # inf: nothing in reach
    object_id: np.ndarray
    overlap: np.ndarray
    share: np.ndarray  # of the site
    depth: np.ndarray
    unknown: np.ndarray  # distance to the nearest object that may or may not be meant


def measure(agenda: Agenda, replies: Replies, sites: Sites) -> Measured:
    """The replies, finding by finding."""
    nan = np.full(len(sites), np.nan)
    nothing = (nan, np.full(len(sites), None, object), nan, nan, nan)
    rows = []
    for question in agenda.wanted:
        reply = replies[question]
        if reply is None:
            rows.append(nothing)
            continue
        found = reply.answer
        columns = (found.distance, found.object_id, found.overlap_m2, found.depth_m)
        rows.append((*columns, reply.unknown.distance))
    rows.append(nothing)  # what asks nothing has number −1
    at = agenda.question, agenda.site
    return measured(agenda, sites, *(np.stack(column)[at] for column in zip(*rows)))


def measured(
    agenda: Agenda,
    sites: Sites,
    distance: np.ndarray,
    object_id: np.ndarray,
    overlap: np.ndarray,
    depth: np.ndarray,
    unknown: np.ndarray,
) -> Measured:
    """What was measured, with the shares of the sites; one entry per finding."""
    overlap[np.isinf(distance)] = np.nan
    areas = sites.areas[agenda.site]
    share = np.divide(overlap, areas, out=np.full(len(areas), np.nan), where=areas > 0)
    share = np.minimum(share, 1.0)  # rounding makes the whole site a hair more than itself
    return Measured(distance, object_id, overlap, share, depth, unknown)


def judge(agenda: Agenda, found: Measured, sites: Sites) -> tuple[np.ndarray, np.ndarray]:
    """Verdict and sentence of every finding."""
    verdict = _verdicts(agenda, found)
    doubt = _doubts(agenda, found, sites, verdict)
    verdict[(doubt > 0) | np.isnan(found.distance)] = FindingVerdict.NOT_TESTED.value
    text = _texts(agenda, found)
    _add_notes(text, agenda, verdict)
    for finding in _beside_few(agenda, sites, verdict).tolist():
        layer = agenda.tested[agenda.rule[finding]].layer
        text[finding] += f" De laag {layer} heeft minder dan {FEW} objecten en ligt hiernaast."
    for finding in doubt.nonzero()[0].tolist():
        reason = _reason(agenda.tested[agenda.rule[finding]], int(doubt[finding]))
        text[finding] += f" Niet getoetst: {reason}"
    return verdict, text


def _verdicts(agenda: Agenda, found: Measured) -> np.ndarray:
    """Verdicts from the margin; an object on the site counts by how deep it lies."""
    margin = found.distance - agenda.required - found.depth
    verdict = np.full(len(margin), FindingVerdict.FREE.value, object)
    on_site = agenda.touches & (found.distance == 0)
    verdict[(margin < 0) | on_site] = FindingVerdict.CONSTRAINT.value
    verdict[np.abs(margin) < agenda.accuracy] = FindingVerdict.WITHIN_ERROR.value
    return verdict


def _doubts(agenda: Agenda, found: Measured, sites: Sites, verdict: np.ndarray) -> np.ndarray:
    """Per finding the number of the doubt about it, 0 for none."""
    free = verdict == FindingVerdict.FREE.value
    missing = np.isnan(agenda.required)
    closest = np.where(missing, np.inf, agenda.required)
    outside = box_distance(sites.boxes[agenda.site], agenda.extent)
    doubt = np.zeros(len(verdict), dtype=np.int64)
    doubt[free & (outside > agenda.beyond)] = _NOT_COVERED
    doubt[free & (found.unknown <= closest)] = _UNKNOWN_NEARER
    doubt[missing] = _VALUE_MISSING
    doubt[agenda.unfiltered] = _UNFILTERED
    doubt[~sites.usable[agenda.site]] = _SHAPELESS
    doubt[np.isnan(found.distance)] = 0  # not tested at all, so nothing to doubt
    return doubt


def _beside_few(agenda: Agenda, sites: Sites, verdict: np.ndarray) -> np.ndarray:
    """Findings that nothing is there by a layer of a few objects, outside its extent."""
    few = ((agenda.beyond == AROUND_M) & (verdict == FindingVerdict.FREE.value)).nonzero()[0]
    if not len(few):
        return few
    return few[box_distance(sites.boxes[agenda.site[few]], agenda.extent[few]) > 0]


def _reason(one: Tested, doubt: int) -> str:
    columns = " of ".join(one.rule.filter_kolom)
    if doubt == _SHAPELESS:
        return "de locatie heeft geen vlak op de kaart."
    if doubt == _UNFILTERED:
        return f"de laag {one.layer} heeft geen kolom {columns}, dus alle objecten telden mee."
    if doubt == _VALUE_MISSING:
        return f"bij de locatie is {needed_column(one.rule.afstand)} niet ingevuld."
    if doubt == _UNKNOWN_NEARER:
        return f"dichterbij ligt een object waarvan {columns} leeg of onbekend is."
    return f"de laag {one.layer} dekt deze plek niet."


def _texts(agenda: Agenda, found: Measured) -> np.ndarray:
    """The sentence of every finding, without notes and doubts."""
    text = np.where(np.isnan(found.distance), agenda.excuses, agenda.nothing)
    near = np.isfinite(found.distance).nonzero()[0]
    text[near] = _near_texts(agenda, found, near)
    return text


def _near_texts(agenda: Agenda, found: Measured, near: np.ndarray) -> list[str]:
    """The sentences of the findings `near`, for which there is a distance."""
    distance, required = found.distance[near], agenda.required[near]
    said = explain.numbers(np.concatenate([distance, distance - required]))
    away, margin = said[: len(near)], said[len(near) :]
    needed = explain.numbers(required, whole_from=np.inf)
    place: list[str] = []
    for words, span in _rule_by_rule(agenda, near):
        place += words.away(away[span])
    on = (distance == 0).nonzero()[0]
    overlap, share = found.overlap[near[on]], found.share[near[on]]
    numbers = on.tolist()
    for words, span in _rule_by_rule(agenda, near[on]):
        for row, there in zip(numbers[span], words.on_site(overlap[span], share[span])):
            place[row] = there
    text: list[str] = []
    for words, span in _rule_by_rule(agenda, near):
        text += words.near(place[span], needed[span], margin[span])
    return text


def _rule_by_rule(agenda: Agenda, findings: np.ndarray) -> Iterator[tuple[Sentences, slice]]:
    """The sentences of each rule, and which of the findings (in order) are of that rule."""
    edges = np.searchsorted(agenda.rule[findings], np.arange(len(agenda.tested) + 1)).tolist()
    for one, first, last in zip(agenda.tested, edges[:-1], edges[1:]):
        if first < last:
            yield one.words, slice(first, last)


def _add_notes(text: np.ndarray, agenda: Agenda, verdict: np.ndarray) -> None:
    """What to do about a finding that weighs."""
    close = verdict == FindingVerdict.WITHIN_ERROR.value
    weighs = (close | (verdict == FindingVerdict.CONSTRAINT.value)).nonzero()[0]
    text[weighs] += agenda.notes[agenda.rule[weighs], close[weighs].astype(np.int64)]
