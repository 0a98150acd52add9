"""The peak formula on public load curves; only where SimBench is installed (docs/validity.md)."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("simbench")

from scripts.validity import load_net, score_split


def test_peaks_of_unseen_loads():
    net = load_net("1-MV-urban--0-sw")
    scores = np.array([score_split(net, seed) for seed in range(1, 6)])
    assert np.median(scores[:, 0]) <= 0.08  # median absolute error of P50
    assert 0.7 <= scores[:, 2].mean() <= 0.9  # inside the band of 80 %
