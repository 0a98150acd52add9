"""Tables run on over pages: nothing is lost, nothing is cut, nothing lies over something else."""

from __future__ import annotations

import pytest

from rev_plugin.report.atlas.flow import MOST, Cell, Measures, Piece, Section, flow, short

TITLE, HEAD, GAP = 6.0, 4.0, 3.0
FIRST, OTHER = 50.0, 200.0


def section(name: str, rows: int, height: int = 10) -> Section:
    """A table whose rows say how high they are."""
    cells = tuple((Cell(f"{name} {number}"), Cell(str(height))) for number in range(rows))
    return Section(name, (0.5, 0.5), cells, ("Naam", "Hoogte"))


MEASURES = Measures(
    TITLE, GAP, head=lambda s: HEAD if s.heads else 0.0, row=lambda _s, cells: float(cells[1].text)
)


def told(pages: list[list[Piece]]) -> list[str]:
    return [row[0].text for page in pages for piece in page for row in piece.rows]


@pytest.mark.parametrize("height", [1, 7, 10, 39, 120])
def test_every_row_comes_once_and_in_order(height: int) -> None:
    sections = [section("a", 13, height), section("b", 1, height), section("c", 60, height)]
    pages = flow(sections, FIRST, OTHER, MEASURES)
    assert told(pages) == [row[0].text for one in sections for row in one.rows]


@pytest.mark.parametrize("height", [1, 7, 10, 39, 120])
def test_pieces_stay_on_their_page_and_apart(height: int) -> None:
    pages = flow([section(name, 9, height) for name in "abcdef"], FIRST, OTHER, MEASURES)
    for number, page in enumerate(pages):
        bottom = 0.0
        for piece in page:
            assert piece.top >= bottom
            assert piece.height == TITLE + HEAD + height * len(piece.rows)
            bottom = piece.top + piece.height
        assert bottom <= (FIRST if number == 0 else OTHER)


def test_a_table_that_runs_on_says_so() -> None:
    pages = flow([section("a", 30)], FIRST, OTHER, MEASURES)
    assert [[piece.continued for piece in page] for page in pages] == [[False], [True], [True]]
    assert [len(page[0].rows) for page in pages] == [4, 19, 7]


def test_what_does_not_fit_on_the_first_page_leaves_it_empty() -> None:
    pages = flow([section("a", 1, 100)], FIRST, OTHER, MEASURES)
    assert [len(page) for page in pages] == [0, 1]
    assert flow([], FIRST, OTHER, MEASURES) == [[]]


def test_a_row_higher_than_a_page_still_comes() -> None:
    pages = flow([section("a", 3, 900)], FIRST, OTHER, MEASURES)
    assert told(pages) == ["a 0", "a 1", "a 2"]
    assert len(pages) == 4


def test_a_section_without_title_and_head_takes_no_room_for_them() -> None:
    bare = Section("", (0.5, 0.5), ((Cell("x"), Cell("10")),))
    assert flow([bare], FIRST, OTHER, MEASURES)[0][0].height == 10


def test_a_text_that_is_too_long_for_a_page_says_that_it_goes_on() -> None:
    assert short("woord " * MOST, 0.5).endswith("(…)")
    assert len(short("woord " * MOST, 0.5)) <= MOST / 2 + 4
    assert short("kort", 0.1) == "kort"
