"""Uncertain quantities: P10 / P50 / P90 triples, shared draws and what follows from them.

A triple stands for a split normal: one spread below the median, another above. All
uncertain quantities of one question are sampled on the same fixed low-discrepancy points,
so that the same input gives the same value in every row, a larger demand gives a lower
headroom in every single draw, and quantiles can never cross.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from scipy.special import ndtri

from rev_plugin.core.rule_rows import KeyFigure

POINTS = 4093  # a prime, as the lattice wants
GENERATOR = 1571
P90_SIGMA = 1.2815515655446004  # standard normal quantile of 0.9
QUANTILES = (0.1, 0.5, 0.9)


class Triple(NamedTuple):
    """Low, middle and high = P10, P50 and P90 of one quantity."""

    low: float
    middle: float
    high: float

    @classmethod
    def of(cls, figure: KeyFigure) -> Triple:
        """The band of a key figure."""
        return cls(figure.laag, figure.midden, figure.hoog)

    def scaled(self, factor: float) -> Triple:
        """The triple times a factor; a negative one turns it round."""
        return Triple(*sorted(value * factor for value in self))


@lru_cache(maxsize=8)
def shared_normals(dimensions: int, seed: int, points: int = POINTS) -> np.ndarray:
    """Standard normal draws, shape (dimensions, points), the same for the same arguments.

    The points are a rank-1 (Korobov) lattice with a seeded shift: far more even than
    pseudo-random draws, so that few of them give stable quantiles.
    """
    generator = np.array([pow(GENERATOR, power, points) for power in range(dimensions)])
    shift = np.random.default_rng(seed).random(dimensions)
    fractions = (generator[:, None] * np.arange(points) / points + shift[:, None]) % 1.0
    normals: np.ndarray = ndtri(np.clip(fractions, 1e-9, 1 - 1e-9))
    normals.setflags(write=False)
    return normals


def split_normal(
    normals: np.ndarray, low: np.ndarray, middle: np.ndarray, high: np.ndarray
) -> np.ndarray:
    """Values whose P10, P50 and P90 are low, middle and high; arguments broadcast."""
    spread = np.where(normals < 0, middle - low, high - middle)
    return middle + normals * (spread / P90_SIGMA)


def sample(triple: Triple, normals: np.ndarray, floor: float = -np.inf) -> np.ndarray:
    """One quantity on the shared draws, never below `floor`."""
    low, middle, high = (np.asarray(value) for value in triple)
    return np.maximum(split_normal(normals, low, middle, high), floor)


def band(draws: np.ndarray) -> np.ndarray:
    """P10, P50 and P90 along the last axis; shape (..., 3)."""
    count = draws.shape[-1]
    ranks = [min(int(share * count), count - 1) for share in QUANTILES]
    parted = np.partition(draws, ranks, axis=-1)
    return parted[..., ranks]
