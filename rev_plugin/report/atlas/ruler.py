"""How texts run over lines on a page, and how much room they take."""

from __future__ import annotations

import re

from qgis.core import Qgis, QgsLayout, QgsLayoutUtils, QgsProject, QgsTextFormat, QgsTextRenderer

SPARE = 0.985  # of a line: QGIS rounds in its own way, and should not break it again
NEAR = 0.8  # of a line: from here on the line itself is measured, not its words
PIECES = re.compile(r"[^-/]*[-/]+|[^-/]+")  # of a word: it may be cut behind a hyphen or slash
_BOX = Qgis.TextLayoutMode.RectangleAscentBased


class Ruler:
    """Breaks texts into lines and measures them, in mm.

    QGIS can do both, but takes ten milliseconds for a paragraph; here each word is measured
    once.
    """

    def __init__(self, project: QgsProject) -> None:
        self._layout = QgsLayout(project)  # the measures are those of a printed page
        self._project = project  # which has to outlive its layout
        self._context = QgsLayoutUtils.createRenderContextForLayout(self._layout, None)
        # As tables do: the metrics of large letters, which a screen does not round.
        self._context.setFlag(Qgis.RenderContextFlag.ApplyScalingWorkaroundForTextRendering, True)
        self._dots = self._context.scaleFactor()  # per mm
        self._widths: dict[tuple[str, float, str], float] = {}
        self._heights: dict[tuple[str, float], tuple[float, float]] = {}

    def height(self, text_format: QgsTextFormat, text: str, width: float) -> float:
        """The height of a text in lines of `width` mm."""
        look = _look(text_format)
        if look not in self._heights:
            one, two = (
                QgsTextRenderer.textHeight(self._context, text_format, lines, _BOX) / self._dots
                for lines in (["x"], ["x", "x"])
            )
            self._heights[look] = one, two - one
        first, other = self._heights[look]
        return first + other * self.fold(text_format, text, width).count("\n")

    def fold(self, text_format: QgsTextFormat, text: str, width: float) -> str:
        """The text in lines of at most `width` mm; a wider word is cut."""
        room = width * SPARE
        lines = []
        for paragraph in text.split("\n"):
            line, used = "", 0.0
            for word in paragraph.split():
                for part in self._parts(text_format, word, room):
                    used += self._width(text_format, f" {part}")
                    longer = f"{line} {part}" if line else part
                    if line and used > NEAR * room and self._measure(text_format, longer) > room:
                        lines.append(line)
                        longer, used = part, self._width(text_format, part)
                    line = longer
            lines.append(line)
        return "\n".join(lines)

    def _parts(self, text_format: QgsTextFormat, word: str, room: float) -> list[str]:
        """A word, in parts that fit on a line: cut behind a hyphen or slash, else anywhere."""
        if self._width(text_format, word) <= room:
            return [word]
        parts = [""]
        used = 0.0
        for piece in PIECES.findall(word):
            fits = self._width(text_format, piece) <= room
            for part in [piece] if fits else piece:
                wide = self._width(text_format, part)
                if parts[-1] and used + wide > room:
                    parts.append("")
                    used = 0.0
                parts[-1] += part
                used += wide
        return parts

    def _width(self, text_format: QgsTextFormat, word: str) -> float:
        key = (*_look(text_format), word)
        if key not in self._widths:
            self._widths[key] = self._measure(text_format, word)
        return self._widths[key]

    def _measure(self, text_format: QgsTextFormat, line: str) -> float:
        return QgsTextRenderer.textWidth(self._context, text_format, [line]) / self._dots


def _look(text_format: QgsTextFormat) -> tuple[str, float]:
    return text_format.font().toString(), text_format.size()
