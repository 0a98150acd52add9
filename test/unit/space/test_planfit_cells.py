"""The pieces of a site against a count of cells: random plans, each cell judged on its own.

The engine cuts polygons for all sites at once; here every cell of 10 by 10 m is asked the
plain question which plan holds in it and what that plan says.
"""

from __future__ import annotations

from typing import Optional

import numpy as np
import pytest
import shapely
from plan_builder import CELL_M, ORIGIN, item, judge, plan, zone

SIZE = 8
VERDICTS = {"Wonen": 0, "Gemengd": 1, "Overig": 2, "Natuur": 3}  # for woningbouw
WORDS = ("past", "past_met_voorwaarden", "onbekend", "past_niet")
Mask = np.ndarray  # bool, SIZE × SIZE


def shape(mask: Mask) -> shapely.Geometry:
    """The cells of a mask as one geometry."""
    cells = [
        shapely.box(
            ORIGIN[0] + x * CELL_M,
            ORIGIN[1] + y * CELL_M,
            ORIGIN[0] + (x + 1) * CELL_M,
            ORIGIN[1] + (y + 1) * CELL_M,
        )
        for y, x in np.argwhere(mask)
    ]
    return shapely.union_all(cells)


def block(rng: np.random.Generator) -> Mask:
    """A random rectangle of cells."""
    (x0, x1), (y0, y1) = np.sort(rng.choice(SIZE + 1, (2, 2), replace=True), axis=1)
    mask = np.zeros((SIZE, SIZE), dtype=bool)
    mask[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)] = True
    return mask


class Drawn:
    """One random plan: its area, its bestemmingen that do not overlap, its aanduidingen."""

    def __init__(self, rng: np.random.Generator, year: int) -> None:
        self.year = year
        self.detail = bool(rng.random() < 0.3)
        self.coming = bool(rng.random() < 0.2)
        self.area = block(rng) | block(rng)
        self.zones: list[tuple[str, Mask]] = []
        free = self.area.copy()
        for name in rng.permutation(list(VERDICTS)):
            mask = block(rng) & free
            free &= ~mask
            if mask.any():
                self.zones.append((str(name), mask))
        self.allows = block(rng) & self.area
        self.limits = block(rng) & self.area

    def rows(self) -> list[dict[str, object]]:
        """The plan as plan objects."""
        objects = [zone(name, shape(mask)) for name, mask in self.zones]
        if self.allows.any():
            objects.append(item("Functieaanduiding", "gemengd", shape(self.allows)))
        if self.limits.any():
            objects.append(item("Dubbelbestemming", "Leiding - Gas", shape(self.limits)))
        return plan(
            f"plan {self.year}",
            objects,
            area=shape(self.area),
            plan_type="wijzigingsplan" if self.detail else "bestemmingsplan",
            plan_status="ontwerp" if self.coming else "vastgesteld",
            datum=f"{self.year}-01-01",
        )


def cell_verdict(plans: list[Drawn], y: int, x: int) -> int:
    """The verdict in one cell, asked from the plans one by one."""
    full = [p for p in plans if p.zones and not p.detail and p.area[y, x]]
    first = max((p.year for p in full), default=0)
    alive = [p for p in plans if p.year >= first]
    verdict: Optional[int] = None
    for one in alive:  # in order of time: a later plan has the last word on the use
        if one.area[y, x] and (one.zones or one.detail):
            verdict = None  # its plan area clears the use, also where it zones nothing
        for name, mask in one.zones:
            if mask[y, x]:
                verdict = VERDICTS[name]
    if verdict is None:
        return 2
    if any(p.allows[y, x] for p in alive):
        verdict = min(verdict, 1)
    if any(p.limits[y, x] for p in alive):
        verdict = max(verdict, 1)
    return verdict


@pytest.mark.parametrize("seed", range(25))
def test_shares_are_those_of_the_cells(seed: int) -> None:
    rng = np.random.default_rng(seed)
    plans = [Drawn(rng, year) for year in range(2001, 2006)]
    site = block(rng) | block(rng)
    _, fit = judge("woningbouw", shape(site), *(p.rows() for p in plans))
    in_force = [p for p in plans if not p.coming]
    expected = np.bincount(
        [cell_verdict(in_force, y, x) for y, x in np.argwhere(site)], minlength=4
    )
    shares = fit.findings[fit.findings["object_type"] == "aandeel"]
    found = shares.set_index("oordeel")["overlap_m2"].reindex(WORDS).fillna(0.0)
    assert found.to_numpy() == pytest.approx(expected * CELL_M**2, abs=0.01)
