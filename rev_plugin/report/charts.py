"""The two pictures of REV as inline SVG: the 2×2 matrix and headroom against demand.

Every picture carries its meaning in text as well: cells have numbers and names, the band
has a caption, so that a grey print and a colour-blind reader lose nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Optional

from rev_plugin.i18n import tr
from rev_plugin.report import legend
from rev_plugin.report.words import number

INK, MUTED, GRID = "#1d3557", "#5f6368", "#d5d9de"
HATCH = 10.0  # between two lines


@dataclass(frozen=True)
class Band:
    """A quantity in MW per year: P10, P50 and P90; None where it is unknown."""

    years: Sequence[int]
    low: Sequence[Optional[float]]
    middle: Sequence[Optional[float]]
    high: Sequence[Optional[float]]


@dataclass(frozen=True)
class Demand:
    """The extra demand of a site in MW (P10, P50, P90) from a year on."""

    year: Optional[int]
    low: float
    middle: float
    high: float


@dataclass(frozen=True)
class Picture:
    """What the headroom picture shows of one site."""

    room: Band
    demand: Optional[Demand] = None
    blocked_until: Optional[int] = None  # the operator says there is no room before this year


def cell_centre(scenario: int) -> tuple[float, float]:
    """Where a scenario's cell lies in the unit square: x to the right, y downwards."""
    return (0.25 if scenario in (1, 3) else 0.75, 0.25 if scenario in (1, 2) else 0.75)


def place(scenarios: Sequence[int]) -> tuple[float, float]:
    """Where a site stands in the unit square: between the cells it can still be in."""
    centres = [cell_centre(s) for s in scenarios] or [(0.5, 0.5)]
    return (
        sum(x for x, _ in centres) / len(centres),
        sum(y for _, y in centres) / len(centres),
    )


def matrix_svg(scenarios: Sequence[int], width: int = 300) -> str:
    """The 2×2 with the site's place; the cells it can be in are filled, the others light."""
    left, top, cell_w, cell_h = 26.0, 20.0, (width - 30) / 2, 62.0
    height = top + 2 * cell_h + 4
    settled = len(scenarios) == 1
    parts = [
        _text(left + cell_w / 2, 13, tr("netcapaciteit"), 11, MUTED, "middle"),
        _text(left + cell_w * 1.5, 13, tr("geen netcapaciteit"), 11, MUTED, "middle"),
        _turned(14, top + cell_h / 2, tr("past")),
        _turned(14, top + cell_h * 1.5, tr("past niet")),
    ]
    for scenario in (1, 2, 3, 4):
        entry = legend.entry("scenario", scenario)
        column, row = (scenario - 1) % 2, (scenario - 1) // 2
        x, y = left + column * cell_w, top + row * cell_h
        active = scenario in scenarios
        opacity = (0.9 if settled else 0.45) if active else 0.1
        parts.append(
            f'<rect x="{x + 1.5:.1f}" y="{y + 1.5:.1f}" width="{cell_w - 3:.1f}" '
            f'height="{cell_h - 3:.1f}" rx="5" fill="{entry.colour}" fill-opacity="{opacity}" '
            f'stroke="{entry.edge}" stroke-width="{2 if active else 0.6}"/>'
        )
        ink = "#10222f" if active else MUTED
        parts.append(_text(x + 12, y + 22, str(scenario), 16, ink, "start", bold=True))
    x, y = place(scenarios)
    cx, cy = left + x * 2 * cell_w, top + y * 2 * cell_h
    parts.append(
        f'<circle cx="{cx:.1f}" cy="{cy:.1f}" r="9" fill="#fff" stroke="{INK}" stroke-width="3"/>'
        f'<circle cx="{cx:.1f}" cy="{cy:.1f}" r="3.5" fill="{INK}"/>'
    )
    spoken = tr("Matrix van de vier scenario's; deze locatie: {scenarios}").format(
        scenarios=tr(" of ").join(str(s) for s in scenarios)
    )
    return _svg(width, height, parts, spoken)


def headroom_svg(picture: Picture, width: int = 460, height: int = 190) -> str:
    """Headroom per year as a band, with the demand as a line from its year on.

    The years before `blocked_until` are hatched: the operator's word goes before the
    arithmetic.
    """
    axes = Axes.around(picture, width, height)
    parts = axes.frame()
    if picture.blocked_until is not None:
        parts.append(axes.hatch(picture.blocked_until))
    parts += axes.band(picture.room)
    if picture.demand is not None:
        parts += axes.demand(picture.demand)
    years = picture.room.years
    said = tr("Netruimte")
    if years:
        said = tr("Netruimte per jaar in MW, {first} tot {last}").format(
            first=years[0], last=years[-1]
        )
    return _svg(width, height, parts, said)


@dataclass(frozen=True)
class Axes:
    """The scales of the headroom picture, in pixels; the dock paints on the same ones."""

    first: int
    last: int
    bottom: float
    top: float
    width: int
    height: int

    @classmethod
    def around(cls, picture: Picture, width: int, height: int) -> Axes:
        """Scales that hold the whole band, the demand and zero."""
        room, demand = picture.room, picture.demand
        values = [v for v in (*room.low, *room.high) if v is not None] + [0.0]
        years = list(room.years)
        if demand is not None:
            values += [demand.low, demand.high]
            years += [demand.year] if demand.year is not None else []
        if picture.blocked_until is not None and years:
            years.append(min(picture.blocked_until, max(years) + 3))
        first, last = (min(years), max(years)) if years else (0, 1)
        step = grid_step(max(values) - min(values))
        bottom = step * (min(values) // step)
        top = step * -(-max(values) // step)
        return cls(first, max(last, first + 1), bottom, max(top, bottom + step), width, height)

    def x(self, year: float) -> float:
        return 44 + (self.width - 58) * (year - self.first) / (self.last - self.first)

    def y(self, value: float) -> float:
        span = self.top - self.bottom
        return 12 + (self.height - 40) * (1 - (value - self.bottom) / span)

    def frame(self) -> list[str]:
        """Grid lines with MW, the zero line and the years."""
        parts = []
        step = grid_step(self.top - self.bottom)
        for index in range(round((self.top - self.bottom) / step) + 1):
            value = self.bottom + index * step
            y, zero = self.y(value), abs(value) < step / 100
            parts.append(
                f'<path d="M44 {y:.1f}H{self.width - 14}" stroke="{INK if zero else GRID}" '
                f'stroke-width="{1.2 if zero else 0.8}"/>'
            )
            digits = 0 if step >= 1 else 1
            parts.append(_text(39, y + 3.5, number(value, digits), 10, MUTED, "end"))
        every = max(1, round((self.last - self.first) / 6))
        parts += [
            _text(self.x(year), self.height - 12, str(year), 10, MUTED, "middle")
            for year in range(self.first, self.last + 1, every)
        ]
        parts.append(_text(6, 10, "MW", 10, MUTED, "start"))
        return parts

    def band(self, room: Band) -> list[str]:
        """The band of headroom with its middle line; gaps where it is unknown."""
        parts = []
        for run in runs(room):
            upper = " ".join(f"{self.x(y):.1f},{self.y(h):.1f}" for y, _, _, h in run)
            lower = " ".join(f"{self.x(y):.1f},{self.y(lo):.1f}" for y, lo, _, _ in reversed(run))
            middle = " ".join(f"{self.x(y):.1f},{self.y(m):.1f}" for y, _, m, _ in run)
            if len(run) == 1:
                year, low, mid, high = run[0]
                parts.append(
                    f'<path d="M{self.x(year):.1f} {self.y(low):.1f}V{self.y(high):.1f}" '
                    f'stroke="#56b4e9" stroke-width="12" stroke-opacity=".55"/>'
                    f'<circle cx="{self.x(year):.1f}" cy="{self.y(mid):.1f}" r="4" fill="#1f6f9f"/>'
                )
                continue
            parts.append(f'<polygon points="{upper} {lower}" fill="#56b4e9" fill-opacity=".45"/>')
            parts.append(
                f'<polyline points="{middle}" fill="none" stroke="#1f6f9f" stroke-width="2.2"/>'
            )
        return parts

    def demand(self, demand: Demand) -> list[str]:
        """The demand as a dashed line with its range, from its year to the end."""
        start = self.x(demand.year if demand.year is not None else self.first)
        end = self.width - 14
        y_high, y_low = self.y(demand.high), self.y(demand.low)
        middle = self.y(demand.middle)
        return [
            f'<rect x="{start:.1f}" y="{y_high:.1f}" width="{max(end - start, 6):.1f}" '
            f'height="{max(y_low - y_high, 1):.1f}" fill="#d55e00" fill-opacity=".22"/>',
            f'<path d="M{start:.1f} {middle:.1f}H{max(end, start + 6):.1f}" stroke="#d55e00" '
            f'stroke-width="2.2" stroke-dasharray="6 3"/>',
            f'<circle cx="{start:.1f}" cy="{middle:.1f}" r="4.5" fill="#d55e00" stroke="#fff" '
            f'stroke-width="1.5"/>',
        ]

    def hatch(self, until: int) -> str:
        """Hatching over the years in which the operator says there is no room.

        Drawn as lines: Qt, which prints the atlas, knows no patterns in an SVG.
        """
        left, top, bottom = 44.0, 12.0, self.height - 28.0
        right = max(min(self.x(until), self.width - 14), left)
        lines = []
        foot = left - (bottom - top) + HATCH  # where a slanting line meets the lower edge
        while foot < right:
            start, end = max(foot, left), min(foot + bottom - top, right)
            low, high = bottom - (start - foot), bottom - (end - foot)
            lines.append(f"M{start:.1f} {low:.1f}L{end:.1f} {high:.1f}")
            foot += HATCH
        return (
            f'<path class="nee" d="{"".join(lines)}" fill="none" stroke="#d7382e" '
            'stroke-width="1.6" stroke-opacity=".35"/>'
        )


Point = tuple[int, float, float, float]


def runs(room: Band) -> list[list[Point]]:
    """Years without a gap, so that an unknown year leaves a hole in the band."""
    runs: list[list[Point]] = [[]]
    for year, low, middle, high in zip(room.years, room.low, room.middle, room.high):
        if low is None or middle is None or high is None:
            runs.append([])
        else:
            runs[-1].append((year, low, middle, high))
    return [run for run in runs if run]


def grid_step(span: float) -> float:
    """A round grid step that gives about four lines."""
    raw = max(span, 0.4) / 4
    size = 10.0 ** len(str(int(raw))) / 10 if raw >= 1 else 0.1
    return next(m * size for m in (1, 2, 2.5, 5, 10) if m * size >= raw)


def _text(
    x: float, y: float, words: str, size: int, ink: str, anchor: str, bold: bool = False
) -> str:
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{ink}" '
        f'text-anchor="{anchor}"{weight}>{escape(words)}</text>'
    )


def _turned(x: float, y: float, words: str) -> str:
    return (
        f'<text x="{x}" y="{y:.1f}" font-size="11" fill="{MUTED}" text-anchor="middle" '
        f'transform="rotate(-90 {x} {y:.1f})">{escape(words)}</text>'
    )


def _svg(width: float, height: float, parts: Sequence[str], title: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" role="img" aria-label="{escape(title)}" '
        f'font-family="inherit"><title>{escape(title)}</title>{"".join(parts)}</svg>'
    )
