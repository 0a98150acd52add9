"""A site that is being moved, turned and resized, with undo; RD metres, no QGIS."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import shapely

SMALLEST_M = 2.0  # a site never gets narrower than this


class Sketch:
    """The shape of one site and the shapes before; nothing is stored anywhere."""

    def __init__(self, shape: shapely.Geometry) -> None:
        self._past = [shape]
        self.shape = shape

    @property
    def changed(self) -> bool:
        """Whether the shape differs from where it started."""
        return not self.shape.equals(self._past[0])

    def centre(self) -> tuple[float, float]:
        """The point around which it turns and grows."""
        point = self._past[-1].centroid
        return point.x, point.y

    def move(self, dx: float, dy: float) -> None:
        """Shift the last settled shape by metres."""
        from shapely import affinity

        self.shape = affinity.translate(self._past[-1], dx, dy)

    def put(self, x: float, y: float) -> None:
        """Bring the centre to a place."""
        x0, y0 = self.centre()
        self.move(x - x0, y - y0)

    def turn(self, degrees: float) -> None:
        """Turn the last settled shape, counter-clockwise."""
        from shapely import affinity

        self.shape = affinity.rotate(self._past[-1], degrees, origin=self.centre())

    def resize(self, factor: float) -> None:
        """Scale the last settled shape around its centre; never smaller than SMALLEST_M."""
        from shapely import affinity

        west, south, east, north = self._past[-1].bounds
        narrowest = max(min(east - west, north - south), 1e-6)
        factor = max(factor, SMALLEST_M / narrowest)
        self.shape = affinity.scale(self._past[-1], factor, factor, origin=self.centre())

    def settle(self) -> None:
        """Keep the shape as it is now; the next change starts here."""
        if self.shape is not self._past[-1]:
            self._past.append(self.shape)

    def undo(self) -> bool:
        """Back to the shape before; False at the start."""
        if len(self._past) == 1:
            self.shape = self._past[0]
            return False
        self._past.pop()
        self.shape = self._past[-1]
        return True
