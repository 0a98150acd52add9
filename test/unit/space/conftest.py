"""What the tests of the space wing share."""

from __future__ import annotations

from typing import Callable, Optional

import pandas as pd
import pytest
import shapely
from space_themes import HECTARE, boxed, sites

from rev_plugin.core.model import Settings, Silent, Theme
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.constraints import find_constraints


@pytest.fixture
def measure(rules: Rules) -> Callable[..., pd.DataFrame]:
    """Findings of one station on H, by rule; the same with and without a choice from boxes."""

    def run(
        *themes: Theme,
        activity: str = "station_hs_ms",
        shape: Optional[shapely.Geometry] = HECTARE,
        settings: Optional[Settings] = None,
        **values: object,
    ) -> pd.DataFrame:
        columns = {key: [value] for key, value in {"mva": 80.0, **values}.items()}
        place = sites(("H", activity, shape), **columns)
        found, chosen = (
            find_constraints(place, layers, rules, settings or Settings(), Silent())
            for layers in ({t.name: t for t in themes}, {t.name: boxed(t)[0] for t in themes})
        )
        pd.testing.assert_frame_equal(found, chosen, check_exact=True)
        return found.set_index("regel")

    return run
