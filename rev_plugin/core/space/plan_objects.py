"""What a plan object means for an activity (design §5, plan objects and IMOW)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fnmatch import translate
from functools import lru_cache
from typing import NamedTuple, Optional

from rev_plugin.core.model import PlanVerdict
from rev_plugin.core.rule_rows import PlanEffect, PlanFitRule
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.plan_status import bare_type, is_zoning

EXCLUDED = "uitgesloten"
_ZONING = "enkelbestemming"
_SPECIAL = re.compile(r"^specifieke vorm van (?P<group>[^-]+?)\s*(-.*)?$")
_SPECIAL_PREFIX = re.compile(r"^(specifieke vorm van [^-]+?|specifieke bouwaanduiding)\s*-?\s*")
_VALUE_GROUPS = ("waarde", "waterstaat", "leiding")
_MAX_NAME = 300  # longer names are cut before matching: patterns stay fast on any input

# IMOW activiteitregelkwalificatie → verdict and what it takes (waardelijst 4.3.0).
QUALIFICATIONS: Mapping[str, PlanVerdict] = {
    "toegestaan": PlanVerdict.FITS,
    "meldingsplicht": PlanVerdict.FITS,
    "informatieplicht": PlanVerdict.FITS,
    "vergunningplicht": PlanVerdict.CONDITIONAL,
    "gebod": PlanVerdict.CONDITIONAL,
    "zorgplicht": PlanVerdict.CONDITIONAL,
    "maatwerkvoorschriftbevoegdheid": PlanVerdict.CONDITIONAL,
    "verbod": PlanVerdict.DOES_NOT_FIT,
}
NOTIFICATIONS = frozenset({"meldingsplicht", "informatieplicht"})
BAN = "verbod"
_SHORT = {
    "melding": "meldingsplicht",
    **dict.fromkeys(
        ("maatwerk", "maatwerkvoorschrift", "maatwerkvoorschriften"),
        "maatwerkvoorschriftbevoegdheid",
    ),
}


class ObjectKey(NamedTuple):
    """The words of a plan object that decide on its meaning, in lower case."""

    object_type: str
    hoofdgroep: str
    naam: str
    kwalificatie: str
    activiteit: str


class Meaning(NamedTuple):
    """What an object does to a verdict; `rule` is None where the words decide alone."""

    effect: PlanEffect
    verdict: PlanVerdict
    rule: Optional[PlanFitRule]
    reason: str  # Dutch
    unread: bool = False  # a specifieke vorm: its article decides


class Reader:
    """The plan_fit rules of one activity, ready to read objects with."""

    def __init__(self, activity: str, rules: Rules) -> None:
        fitting = rules.for_activity(PlanFitRule, activity)
        self._named = [rule for rule in fitting if rule.naam_patroon]
        self._plain = [rule for rule in fitting if not rule.naam_patroon]
        self._meanings: dict[ObjectKey, Optional[Meaning]] = {}
        # The rule that settles the activity also where there is no plan, if any.
        self.everywhere = next((r for r in self._plain if r.werking is PlanEffect.EVERYWHERE), None)

    def meaning(self, key: ObjectKey) -> Optional[Meaning]:
        """What an object means for the activity; None when it means nothing."""
        if key not in self._meanings:
            self._meanings[key] = self._read(key)
        return self._meanings[key]

    def _read(self, key: ObjectKey) -> Optional[Meaning]:
        if key.activiteit or key.kwalificatie:
            return self._qualified(key)
        if is_zoning(key.object_type):
            return self._zoning(key)
        if EXCLUDED in key.naam:
            return self._excluded(key)
        found = self._match(key, PlanEffect.LIMITS, PlanEffect.NOTES)
        special = _SPECIAL.match(key.naam)
        if special and found is None and special["group"] not in _VALUE_GROUPS:
            return self._special(key, special["group"])
        for effect in (PlanEffect.ADDS, PlanEffect.RESERVES):
            found = found or self._match(key, effect)
        return None if found is None else _as_meaning(found)

    def _zoning(self, key: ObjectKey) -> Meaning:
        group = key.hoofdgroep or key.naam.split(" - ")[0].strip()
        named = key._replace(object_type=_ZONING, hoofdgroep=group)
        rule = self._match(named, PlanEffect.ZONING)
        if rule is None:
            reason = f'Wat de bestemming "{key.naam or group}" toelaat, staat alleen in de regels.'
            return Meaning(PlanEffect.ZONING, PlanVerdict.UNKNOWN, None, reason)
        return _as_meaning(rule)

    def _excluded(self, key: ObjectKey) -> Optional[Meaning]:
        """ "uitgesloten" forbids what it names: the activity, or all building."""
        rule = self._match(key, PlanEffect.LIMITS)
        if rule is not None and any(EXCLUDED in p for p in rule.naam_patroon):
            return _as_meaning(rule)
        named = _SPECIAL_PREFIX.sub("", key.naam.replace(EXCLUDED, "")).strip(" -")
        bare = key._replace(object_type="functieaanduiding", naam=named)
        rule = self._match(bare, PlanEffect.ADDS)
        if rule is None or rule.oordeel is PlanVerdict.UNKNOWN:
            return None
        reason = f'De aanduiding "{key.naam}" verbiedt deze functie hier.'
        return Meaning(PlanEffect.LIMITS, PlanVerdict.DOES_NOT_FIT, rule, reason)

    def _special(self, key: ObjectKey, group: str) -> Meaning:
        """A specifieke vorm of a group: conditional inside the activity's own group only."""
        own = self._match(
            ObjectKey(_ZONING, group.strip(), group.strip(), "", ""), PlanEffect.ZONING
        )
        fits = own is not None and own.oordeel is PlanVerdict.FITS
        reason = f'Wat "{key.naam}" toelaat, staat in het artikel; dat is niet gelezen.'
        verdict = PlanVerdict.CONDITIONAL if fits else PlanVerdict.UNKNOWN
        return Meaning(PlanEffect.LIMITS, verdict, None, reason, unread=True)

    def _qualified(self, key: ObjectKey) -> Optional[Meaning]:
        named = key._replace(naam=key.activiteit or key.naam, hoofdgroep="")
        rule = self._match(named, PlanEffect.QUALIFIED)
        if rule is None:
            return None
        verdict = QUALIFICATIONS.get(key.kwalificatie, PlanVerdict.UNKNOWN)
        words = key.kwalificatie or "geen kwalificatie"
        reason = f'De regel over "{named.naam}" zegt: {words}.'
        if verdict is PlanVerdict.FITS and rule.oordeel is not verdict:
            verdict = rule.oordeel  # a broad name allows no more than its row says
            reason = f"{reason} {rule.reden_nl}"
        return Meaning(PlanEffect.QUALIFIED, verdict, rule, reason)

    def _match(self, key: ObjectKey, *effects: PlanEffect) -> Optional[PlanFitRule]:
        """The first named rule that fits, else the first plain one."""
        for rule in (*self._named, *self._plain):
            if rule.werking in effects and _fits(rule, key):
                return rule
        return None


def _as_meaning(rule: PlanFitRule) -> Meaning:
    return Meaning(rule.werking, rule.oordeel, rule, rule.reden_nl)


def _fits(rule: PlanFitRule, key: ObjectKey) -> bool:
    if rule.object_type and key.object_type not in rule.object_type:
        return False
    if rule.hoofdgroep and key.hoofdgroep != rule.hoofdgroep:
        return False
    if not rule.naam_patroon:
        return True
    expression = _expression(rule.naam_patroon)
    return bool(expression.match(key.naam) or expression.match(key.hoofdgroep))


@lru_cache(maxsize=1024)
def _expression(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for the `*` and `?` patterns of a rule; nothing else has a meaning."""
    return re.compile("|".join(translate(pattern.casefold()) for pattern in patterns))


def object_key(*words: Optional[str]) -> ObjectKey:
    """The key of an object from object_type, hoofdgroep, naam, kwalificatie, activiteit."""
    object_type, group, name, qualification, activity = map(_word, words)
    return ObjectKey(bare_type(object_type), group, name, _qualification(qualification), activity)


def _qualification(word: str) -> str:
    """A value of the list, where a service gives its URI or someone wrote it short."""
    value = word.rpartition("/")[2]
    return _SHORT.get(value, value)


def _word(word: Optional[str]) -> str:
    """Lower case, single spaces, and "-" for the dash that some write between two words."""
    if word != word or not word:
        return ""
    return " ".join(str(word).replace("–", "-").split()).casefold()[:_MAX_NAME]
