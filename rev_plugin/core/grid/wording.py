"""The sentences about the net that users read, in plain Dutch."""

from __future__ import annotations

from typing import Optional

import numpy as np

from rev_plugin.core.grid.outlook import SHORT, Outlook
from rev_plugin.core.model import NetStatus

# Words for a chance below a limit, after the calibrated scale of IPCC AR5 (2010), table 1; the
# outer limits are the plugin's own 0.9 and 0.1, where the net verdict turns.
CHANCES = (
    (0.01, "vrijwel uitgesloten"),
    (0.1, "zeer onwaarschijnlijk"),
    (0.33, "onwaarschijnlijk"),
    (0.66, "ongeveer even waarschijnlijk als niet"),
    (0.9, "waarschijnlijk"),
    (0.99, "zeer waarschijnlijk"),
)
SURE = "vrijwel zeker"
_UNKNOWN, _YELLOW = NetStatus.UNKNOWN.value, NetStatus.YELLOW.value


def megawatts(value: float) -> str:
    """A power with the digits that matter: 0,45 MW, 2,4 MW, 22 MW."""
    if abs(value) < 0.0005:
        return "0 MW"
    digits = 2 if abs(value) < 1 else 1 if abs(value) < 10 else 0
    text = f"{value:.{digits}f}".replace(".", ",").replace("-", "−")
    if "," in text:
        text = text.rstrip("0").rstrip(",")
    return f"{text} MW"


def square_metres(value: float) -> str:
    """Room on the ground: 90 m², 7.500 m², 3 ha."""
    if value >= 10_000:
        return f"{value / 10_000:.1f} ha".replace(".0", "").replace(".", ",")
    return f"{value:,.0f} m²".replace(",", ".")


def span(low: float, middle: float, high: float) -> str:
    """A band in words: 21 MW (14 tot 29 MW), or one number where it has no width."""
    if megawatts(low) == megawatts(high):
        return megawatts(middle)
    return f"{megawatts(middle)} ({megawatts(low)[:-3]} tot {megawatts(high)})"


def room(low: float, middle: float, high: float) -> str:
    """Headroom in words: 26 MW ruimte (20 tot 32 MW), or een tekort van 7,3 MW (1,6 tot 21 MW)."""
    if high < 0:
        return f"een tekort van {span(-high, -middle, -low)}"
    if low >= 0 or megawatts(low) == megawatts(high):
        return span(low, middle, high).replace(" MW", " MW ruimte", 1)
    core = f"{megawatts(middle)} ruimte" if middle >= 0 else f"een tekort van {megawatts(-middle)}"
    return f"{core} (van {megawatts(-low)} tekort tot {megawatts(high)} ruimte)"


def likelihood(chance: Optional[float]) -> str:
    """A chance in words first, the share behind it."""
    if chance is None or np.isnan(chance):
        return "niet te berekenen"
    word = next((text for limit, text in CHANCES if chance < limit), SURE)
    share = "meer dan 99" if chance > 0.99 else "minder dan 1" if chance < 0.01 else ""
    return f"{word} ({share or round(100 * chance)} %)"


def report_text(status: str, solved: float) -> str:
    """What the operator reports: "rood, opgelost in 2031"."""
    known = not np.isnan(solved)
    if status == _UNKNOWN:
        return f"een knelpunt tot {int(solved)}" if known else "geen status"
    if known:
        return f"{status}, opgelost in {int(solved)}"
    return f"{status}, zonder jaar van oplossing" if status in SHORT else status


def contradiction(operator: str, reported: str, arithmetic: str) -> str:
    """The sentence where the operator and the arithmetic disagree."""
    return (
        f"De netbeheerder meldt {reported} ({operator}); de rekensom geeft {arithmetic}; "
        "de melding gaat voor."
    )


def expected(solved: float) -> str:
    """What is said of a year from which the operator has no shortage any more."""
    return (
        f"De netbeheerder verwacht een oplossing in {int(solved)}; hoeveel MW er dan bij komt, "
        "is niet gepubliceerd."
    )


def after_extension(year: float, solved: float) -> str:
    """What is said after a work without MW, and when the operator expects a solution."""
    text = f"Na de uitbreiding van {int(year)} is de ruimte niet te berekenen: de MW zijn niet "
    if np.isnan(solved):
        return f"{text}gepubliceerd, en een jaar van oplossing evenmin."
    return f"{text}gepubliceerd; de netbeheerder verwacht een oplossing in {int(solved)}."


def headroom_texts(
    outlook: Outlook, bands: np.ndarray, blind: np.ndarray, operators: list[str]
) -> list[str]:
    """One explanation per question, in the order of the outlook.

    Args:
        bands: P10, P50, P90 in MW, shape (n, 3).
        blind: year of a work of unknown MW before the year, NaN without one.
        operators: name of the operator per question.
    """
    rows = zip(
        outlook.status.tolist(),
        outlook.solved.tolist(),
        outlook.blocked.tolist(),
        outlook.solved_without_figures.tolist(),
        blind.tolist(),
        np.isnan(outlook.capacity + outlook.required).tolist(),
        np.isnan(outlook.queue).tolist(),
        outlook.projected.tolist(),
        outlook.figure_year.tolist(),
        outlook.estimated.tolist(),
        bands.tolist(),
        operators,
    )
    return [_headroom_text(*row) for row in rows]


def _headroom_text(
    status: str,
    solved: float,
    blocked: bool,
    promised: bool,
    blind: float,
    unpublished: bool,
    queue_unknown: bool,
    projected: bool,
    figure_year: int,
    estimated: bool,
    bounds: list[float],
    operator: str,
) -> str:
    low, middle, high = bounds
    parts = []
    if blocked:
        reported = report_text(status, solved)
        if middle > 0:
            parts.append(contradiction(operator, reported, room(low, middle, high)))
        else:
            parts.append(f"De netbeheerder meldt {reported} ({operator}).")
    if unpublished:
        parts.append("Er zijn geen MW gepubliceerd.")
    elif promised and not blocked:
        parts.append(expected(solved))
    elif not np.isnan(blind):
        parts.append(after_extension(blind, solved))
    elif queue_unknown:
        parts.append(f"De wachtrij is onbekend: hooguit {megawatts(high)}.")
    if projected:
        parts.append(f"Projectie met cijfers van {figure_year}.")
    if status == _YELLOW:
        parts.append("Status geel: hooguit krap.")
    if estimated:
        parts.append("Gebied of cijfers zijn geschat.")
    return " ".join(parts)
