"""A warm window over layers: kept current with edits, read again in the background.

For the map tool that moves a site: ask `find`; when it gives None, `prepare` a reading for
that place, let a task `read` it, `accept` the window on the main thread, and ask again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Optional

import pandas as pd
import shapely
from qgis.core import QgsCoordinateTransformContext, QgsProviderRegistry, QgsVectorLayer

from rev_plugin.core.model import Bounds, Features, Feedback, Settings, Theme
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.window import Window
from rev_plugin.study.sources import theme_from_layer

HALF_WIDTH_M = 3_000.0
# Signals of a layer after which what was read no longer holds.
_CHANGES = (
    "layerModified",
    "editingStopped",
    "dataChanged",
    "dataSourceChanged",
    "subsetStringChanged",
    "crsChanged",
    "updatedFields",
)


@dataclass(frozen=True)
class Reading:
    """All that is needed to read a window, taken from the layers on the main thread."""

    themes: Mapping[str, Theme]
    rules: Rules
    settings: Settings
    bounds: Bounds
    stamp: tuple

    def read(self, feedback: Feedback) -> Window:
        """Read and index; runs on any thread.

        Raises:
            Cancelled: when the feedback says so.
        """
        return Window(self.themes, self.rules, self.settings, self.bounds, feedback)


class WarmWindow:
    """The objects of some layers around the place that was last asked about."""

    def __init__(
        self,
        layers: Mapping[str, QgsVectorLayer],
        rules: Rules,
        settings: Settings,
        transform_context: QgsCoordinateTransformContext,
        half_width: float = HALF_WIDTH_M,
    ) -> None:
        """`layers` by theme name; `half_width` in metres beside a site."""
        self._layers, self._rules, self._settings = dict(layers), rules, settings
        self._context, self._half_width = transform_context, half_width
        self._changes = 0
        self._window: Optional[Window] = None
        self._stamp: tuple = ()
        for name, layer in self._layers.items():
            for change in _CHANGES:
                getattr(layer, change).connect(self._changed)
            layer.willBeDeleted.connect(partial(self._forget, name))

    def close(self) -> None:
        """Let go of the layers and of what was read."""
        for layer in self._layers.values():
            for change in _CHANGES:
                getattr(layer, change).disconnect(self._changed)
        self._layers.clear()
        self._window = None

    def _forget(self, name: str) -> None:
        """A layer is being deleted; its connections go with it."""
        self._layers.pop(name, None)
        self._window = None

    def stamp(self) -> tuple:
        """Changes with every edit of a layer and every write to its file."""
        return (self._changes, *(_state(layer) for layer in self._layers.values()))

    def find(self, site: Features) -> Optional[pd.DataFrame]:
        """The findings of a site, or None when the window must be read for it first.

        Raises:
            InputError: for an unknown activity.
        """
        window = self._window
        if window is None or self._stamp != self.stamp() or not window.holds(site):
            return None
        return window.find(site)

    def prepare(self, site: Features) -> Reading:
        """What a background job needs to read the window around a site."""
        west, south, east, north = shapely.total_bounds(site.geometry)
        margin = self._half_width
        themes = {
            name: theme_from_layer(name, layer, self._rules, self._context)
            for name, layer in self._layers.items()
        }
        bounds = (west - margin, south - margin, east + margin, north + margin)
        return Reading(themes, self._rules, self._settings, bounds, self.stamp())

    def accept(self, reading: Reading, window: Window) -> None:
        """Take the window that a reading gave."""
        self._window, self._stamp = window, reading.stamp

    def _changed(self, *_: object) -> None:
        self._changes += 1


def _state(layer: QgsVectorLayer) -> tuple:
    """What the layer shows now: its filter and the times and sizes of its file and WAL."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path = Path(parts.get("path") or "")
    files = (path, path.with_name(f"{path.name}-wal")) if path.name else ()
    marks = [(f.stat().st_mtime_ns, f.stat().st_size) if f.is_file() else None for f in files]
    return (layer.source(), layer.subsetString(), *marks)
