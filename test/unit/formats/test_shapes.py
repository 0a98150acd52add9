"""Coordinates in bulk: what is no number is seen wherever it stands, and disturbs nobody else."""

from __future__ import annotations

import warnings

import numpy as np
import pytest

from rev_plugin.formats import shapes
from rev_plugin.formats.shapes import BAD_NUMBER, Shape, build

SQUARE = "0 0 10 0 10 10 0 10 0 0"


def squares(*texts: str) -> list[Shape]:
    return [Shape([[text]]) for text in texts]


@pytest.mark.parametrize("bad", ["0x 0 1 1 2 2", "0 0 1 x 2 2", "0 0 1 1 2 2x", "0 0 1 1 2 2 3"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_one_bad_number_costs_one_shape(bad: str, place: int) -> None:
    texts = [SQUARE, SQUARE]
    texts.insert(place, bad)
    built = build(squares(*texts))
    assert built.problems.tolist() == [BAD_NUMBER if row == place else None for row in range(3)]
    assert [shape and shape.area for shape in built.polygons] == [
        None if row == place else 100.0 for row in range(3)
    ]


@pytest.mark.parametrize("gap", ["  ", "\n", "\t", "\r", " \r\n "])
def test_numbers_may_stand_apart_in_any_way(gap: str) -> None:
    built = build(squares(SQUARE, gap.join(SQUARE.split()), gap + SQUARE + gap))
    assert [shape.area for shape in built.polygons] == [100.0, 100.0, 100.0]


def test_what_warnings_do_elsewhere_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """The filters of warnings are of the whole process: of QGIS and all its plugins."""
    during: list[list] = []
    read = np.fromstring

    def seen(text: str, sep: str) -> np.ndarray:
        during.append(list(warnings.filters))
        return read(text, sep=sep)

    monkeypatch.setattr(shapes.np, "fromstring", seen)
    before = list(warnings.filters)
    build(squares(SQUARE))
    assert during
    assert all(filters == before for filters in during)
