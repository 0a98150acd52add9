"""Asks all questions of all themes: what matters is read once and searched in parallel."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from itertools import chain
from typing import Optional

import numpy as np

from rev_plugin.core.model import Feedback, Theme
from rev_plugin.core.space.parallel import each
from rev_plugin.core.space.proximity import Sites
from rev_plugin.core.space.questions import Question, Reply
from rev_plugin.core.space.reading import Asked, reading_of, search


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
    with ExitStack() as opened:
        readings = [
            reading_of(themes[name], own, opened, feedback.check) for name, own in by_theme.items()
        ]
        # The rest is chosen by what was found in all of the first.
        for tasks in ([r.first() for r in readings], [r.rest() for r in readings]):
            for reading, counts in each(search, chain.from_iterable(tasks), feedback.check):
                reading.note(counts)
                feedback.progress(sum(r.fraction() for r in readings) / len(readings))
        for reading in readings:
            reading.tell(feedback)
    every = [asked for reading in readings if not reading.is_empty() for asked in reading.asked]
    replies = each(lambda asked, stop: asked.reply(stop), every, feedback.check)
    found: dict[Question, Optional[Reply]] = dict.fromkeys(questions)
    found.update(zip((asked.question for asked in every), replies))
    return found
