"""Asks all questions of all themes: what matters is read once and searched in parallel."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import ExitStack, closing
from typing import Optional

import numpy as np

from rev_plugin.core.model import Feedback, Theme
from rev_plugin.core.space.parallel import each
from rev_plugin.core.space.proximity import Sites
from rev_plugin.core.space.questions import Question, Reply
from rev_plugin.core.space.reading import Asked, Reading, Task, reading_of, search


def ask(
    themes: Mapping[str, Theme],
    questions: Mapping[Question, np.ndarray],
    sites: Sites,
    deep: Mapping[str, float],
    feedback: Feedback,
) -> dict[Question, Optional[Reply]]:
    """Read every theme and answer its questions; None where it has no objects at all.

    Args:
        questions: with the reach of each, as `reaches` gives them.
        deep: per theme the metres from which the exact depth of an object on a site does
            not matter.

    Raises:
        Cancelled: when the feedback says so.
    """
    by_theme: dict[str, list[Asked]] = {}
    for question, reach in questions.items():
        theme = themes.get(question.theme)
        if theme is not None:
            asked = Asked(theme, question, sites, reach, deep[theme.name])
            by_theme.setdefault(theme.name, []).append(asked)
    every = _searched(themes, by_theme, feedback)
    replies = each(lambda asked, stop: asked.reply(stop), every, feedback.check)
    found: dict[Question, Optional[Reply]] = dict.fromkeys(questions)
    found.update(zip((asked.question for asked in every), replies))
    return found


def _searched(
    themes: Mapping[str, Theme], by_theme: Mapping[str, list[Asked]], feedback: Feedback
) -> list[Asked]:
    """The questions of all themes that have objects, with what was found for them.

    What was read, and the boxes of all objects, are gone when this returns.
    """
    # While the small layers are searched, the large ones are looked over.
    order = sorted(by_theme, key=lambda name: themes[name].info.aantal or 0)
    readings: list[Reading] = []
    with ExitStack() as opened:

        def first() -> Generator[Task, None, None]:
            for name in order:
                reading = reading_of(themes[name], by_theme[name], opened, feedback.check)
                readings.append(reading)
                yield from reading.first()

        def rest() -> Generator[Task, None, None]:
            for reading in readings:
                yield from reading.rest()

        for step in (first, rest):  # the rest is chosen by what the first have shown
            with closing(step()) as tasks:  # nothing reads any more when what is open closes
                for reading, counts in each(search, tasks, feedback.check):
                    reading.note(counts)
                    feedback.progress(sum(r.fraction() for r in readings) / len(order))
        for reading in readings:
            reading.tell(feedback)
    return [asked for reading in readings if not reading.is_empty() for asked in reading.asked]
