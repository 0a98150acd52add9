"""The docs: links that lead somewhere, and a glossary that follows its table."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

import package
import refresh_docs

from rev_plugin.core.rule_rows import Source
from rev_plugin.core.rules import Rules
from rev_plugin.report import glossary

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\(([^)#]+)[^)]*\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_pictures_exist(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text("utf-8")) if "://" not in link]
    missing = [link for link in links if not (page.parent / link).exists()]
    assert missing == []


def test_the_index_lists_every_page() -> None:
    index = (ROOT / "docs" / "README.md").read_text("utf-8")
    listed = set(LINK.findall(index))
    assert {page.name for page in (ROOT / "docs").glob("*.md")} - {"README.md"} == listed


def test_the_glossary_page_follows_the_table() -> None:
    assert refresh_docs.GLOSSARY.read_text("utf-8") == refresh_docs.glossary(), "make docs"


def test_every_word_is_explained_in_both_languages_with_a_source(rules: Rules) -> None:
    sources = {row.id for row in rules.rows(Source)}
    for word in glossary.words():
        assert all(word[:5]), word.nl
        assert word.source in sources, word.nl


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<i>Procedure:</i> BOPA", ["BOPA"]),
        ("Queue (contract value): 3 MW", ["wachtrij"]),
        ("In de <b>wachtrij</b>, N-1", ["N-1", "wachtrij"]),
        ("Nee, tenzij", ["nee_tenzij"]),
        ("ponsen en afnames", []),
    ],
)
def test_words_of_the_field_are_found_in_a_text(text: str, found: list[str]) -> None:
    assert [word.nl for word in glossary.found_in(text)] == found


def test_a_tooltip_escapes_and_is_empty_without_words() -> None:
    assert glossary.tip("gewone tekst") == ""
    assert glossary.tip("MSR").startswith("<b>MSR</b>: Middenspanningsruimte")


def test_the_docs_go_with_the_plugin() -> None:
    packed = {place.as_posix() for place in package.plugin_files()}
    assert {"help/README.md", "help/eerste-quickscan.md", "help/images/quickscan.png"} <= packed


def test_quotes_and_figures_follow_the_demo() -> None:
    table = "## De uitkomst in de tabel\n\n| `a` | 1,5 |\n| `b` | ja |\n"
    page = f"Tekst\n\n  > Er is 55 MW ruimte.\n\n{table}"
    said = ["Er is 60 MW ruimte.", "Iets heel anders"]
    after = refresh_docs.updated(page, said, {"a": 2.25, "b": "nee"})
    assert "  > Er is 60 MW ruimte.\n" in after
    assert "| `a` | 2,2 |\n| `b` | nee |" in after
    assert refresh_docs.updated(after, said, {"a": 2.25, "b": "nee"}) == after
