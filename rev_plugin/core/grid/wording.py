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


def megawatts(value: float) -> str:
    """A power with the digits that matter: 0,45 MW, 2,4 MW, 22 MW."""
    if abs(value) < 0.0005:
        return "0 MW"
    digits = 2 if abs(value) < 1 else 1 if abs(value) < 10 else 0
    text = f"{value:.{digits}f}".replace(".", ",").replace("-", "−")
    if "," in text:
        text = text.rstrip("0").rstrip(",")
    return f"{text} MW"


def span(low: float, middle: float, high: float) -> str:
    """A band in words: 21 MW (14 tot 29 MW), or one number where it has no width."""
    if megawatts(low) == megawatts(high):
        return megawatts(middle)
    return f"{megawatts(middle)} ({megawatts(low)[:-3]} tot {megawatts(high)})"


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
    if status == NetStatus.UNKNOWN.value:
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


def headroom_texts(
    outlook: Outlook, bands: np.ndarray, hidden: np.ndarray, operators: list[str]
) -> list[str]:
    """One explanation per question, in the order of the outlook.

    Args:
        bands: P10, P50, P90 in MW, shape (n, 3).
        hidden: bool, whether a work of unknown MW lies before the year.
        operators: name of the operator per question.
    """
    rows = zip(
        outlook.status.tolist(),
        outlook.solved.tolist(),
        outlook.blocked.tolist(),
        outlook.solved_without_figures.tolist(),
        hidden.tolist(),
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
    hidden: bool,
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
            parts.append(contradiction(operator, reported, span(low, middle, high)))
        else:
            parts.append(f"De netbeheerder meldt {reported} ({operator}).")
    if unpublished:
        parts.append("Er zijn geen MW gepubliceerd.")
    elif promised and not blocked:
        parts.append(
            f"De netbeheerder verwacht een oplossing in {int(solved)}; hoeveel MW er dan "
            "bij komt, is niet gepubliceerd."
        )
    elif hidden:
        parts.append("Na een uitbreiding waarvan geen MW zijn gepubliceerd.")
    elif queue_unknown:
        parts.append(f"De wachtrij is onbekend: hooguit {megawatts(high)}.")
    if projected:
        parts.append(f"Projectie met cijfers van {figure_year}.")
    if status == NetStatus.YELLOW.value:
        parts.append("Status geel: hooguit krap.")
    if estimated:
        parts.append("Gebied of cijfers zijn geschat.")
    return " ".join(parts)
