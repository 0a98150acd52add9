"""Fixtures of the grid wing."""

from __future__ import annotations

import pytest

from rev_plugin.core.rules import Rules

from .small_net import CERTAIN, own_rules


@pytest.fixture(scope="session")
def certain(tmp_path_factory: pytest.TempPathFactory) -> Rules:
    """Rules in which the net has no uncertainty: headroom = capacity - required - queue/2."""
    return own_rules(tmp_path_factory.mktemp("rules"), CERTAIN)
