"""Where the sites of an outcome stand in the matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Optional

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result


class Standing(NamedTuple):
    """Where a site stands: its scenario (0 unknown) and those it can be in."""

    scenario: int
    possible: tuple[int, ...]


def standings(result: Optional[Result]) -> dict[str, Standing]:
    """The standing of each site by name, in the order of the outcome."""
    if result is None:
        return {}
    from rev_plugin.report.words import possible_scenarios

    output = result.output
    pairs = list(zip(output["scenario"].astype(int), output["scenario_mogelijk"]))
    known = {pair: Standing(pair[0], possible_scenarios(*pair)) for pair in set(pairs)}
    return {name: known[pair] for name, pair in zip(output["locatie"], pairs)}
