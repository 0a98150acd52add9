"""The map tips of the styles in the user's language; the styles themselves are in Dutch."""

from __future__ import annotations

import re

from rev_plugin.core.model import NET_DISCLAIMER, PLAN_DISCLAIMER
from rev_plugin.i18n import tr
from rev_plugin.report import legend, words

NAME = re.compile(r'(?<=padding-right:8px">)[^<]+(?=</td>)')  # in the first column of a tip
TITLE = re.compile(r"(?<=replace\(')[^']+(?=', '&')")  # the same for all objects


def translated(template: str) -> str:
    """A map tip with its own words in the user's language; what comes from data stays."""
    for pattern in (NAME, TITLE):
        template = pattern.sub(lambda found: legend.translated(found[0]), template)
    for sentence in (PLAN_DISCLAIMER, NET_DISCLAIMER):
        for dutch, own in zip(_around_day(sentence), _around_day(tr(sentence))):
            template = template.replace(dutch, own)
    template = template.replace("'onbekend')", f"'{words.unknown()}')")
    return template.replace("regeltekst</a>", f"{tr('regeltekst')}</a>")


def _around_day(sentence: str) -> list[str]:
    return sentence.split("{peildatum}")


__all__ = ["NAME", "TITLE", "translated"]
