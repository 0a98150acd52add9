"""The drawn world, before it is written in anyone's format."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import shapely

from rev_plugin.core.model import Features
from rev_plugin.study.demo.landscape import Landscape
from rev_plugin.study.demo.quarters import Quarter, Town


@dataclass
class World:
    """The drawn world in the local frame: bones, quarters, and the themes as features."""

    land: Landscape
    town: Town
    akkers: Quarter
    village: list
    park: Quarter
    paved: shapely.Geometry  # all streets and roads as area
    water: shapely.Geometry
    parcels: np.ndarray
    ditches: np.ndarray
    themes: dict[str, Features] = field(default_factory=dict)

    @property
    def buildings(self) -> Features:
        """The theme bebouwing."""
        return self.themes["bebouwing"]
