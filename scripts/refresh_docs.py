"""Bring what docs/ takes from elsewhere up to date (`make docs`).

The glossary comes from resources/words.csv. Quotes ("> …") and the table with the worked
site come from the demo study, which is built and judged anew: a quote that the demo no
longer says becomes the text that is most like it. Read the difference before committing it.
"""

from __future__ import annotations

import difflib
import re
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
DOCS = ROOT / "docs"
GLOSSARY = DOCS / "woordenlijst.md"
REFERENCE = date(2026, 11, 1)  # of the quotes; the figures of the demo are of October
WORKED = "De Nieuwe Akkers, tweede fase"
QUOTE = re.compile(r"^(\s*> )(.+)$", re.MULTILINE)
CELL = re.compile(r"^(\| `(\w+)` \| )([^|]+)( \|)$", re.MULTILINE)
LEAST_LIKE = 0.3  # difflib's ratio


def glossary() -> str:
    """The glossary as a Markdown page."""
    from rev_plugin.core.rule_rows import Source
    from rev_plugin.core.rules import load_rules
    from rev_plugin.report.glossary import words

    sources = {row.id: row.titel for row in load_rules().rows(Source)}
    lines = [
        "# Woordenlijst",
        "",
        "Geschreven door `make docs` uit `rev_plugin/resources/words.csv`; dezelfde uitleg staat",
        "in de tooltips van de docks.",
        "",
        "| woord | uitleg | English | bron |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| **{word.nl}** | {word.meaning_nl} | *{word.en}*: {word.meaning_en} "
        f"| {sources[word.source]} |"
        for word in sorted(words(), key=lambda word: word.nl.casefold())
    ]
    return "\n".join(lines) + "\n"


def demo_result(folder: Path) -> Result:
    """The outcome of the demo study, built in a folder."""
    from qgis.core import QgsCoordinateTransformContext

    from rev_plugin.core.model import Settings, Silent
    from rev_plugin.core.rules import load_rules
    from rev_plugin.study.demo import build_demo
    from rev_plugin.study.geopackage import Study
    from rev_plugin.study.inputs import gather
    from rev_plugin.study.quickscan import quickscan

    build_demo(folder, Silent())
    study, rules, settings = Study.open(folder / "data.gpkg"), load_rules(), Settings()
    context = QgsCoordinateTransformContext()
    inputs = gather(study.raw_sites(), study, {}, rules, settings, context, Silent())
    return quickscan(inputs, Settings(reference_date=REFERENCE), rules, Silent())


def sentences(result: Result) -> list[str]:
    """All texts in the tables of a result."""
    tables = (result.output, result.findings, result.actions)
    return sorted({t for table in tables for name in table for t in table[name].astype(str)})


def shown(value: object, before: str) -> str:
    """A value of the worked site, with as many decimals as stood there."""
    from rev_plugin.report.words import number

    return number(value, len(before.partition(",")[2])) if before[0].isdigit() else str(value)


def updated(text: str, said: list[str], worked: dict[str, object]) -> str:
    """A page with the quotes and the worked figures of now."""

    def quote(match: re.Match) -> str:
        if match[2] in said:
            return match[0]
        nearest = difflib.get_close_matches(match[2], said, 1, LEAST_LIKE)
        return match[1] + (nearest[0] if nearest else match[2])

    def cell(match: re.Match) -> str:
        return match[1] + shown(worked[match[2]], match[3]) + match[4]

    head, table, rest = QUOTE.sub(quote, text).partition("## De uitkomst in de tabel")
    return head + table + CELL.sub(cell, rest)


def main() -> None:
    from demo import headless_qgis

    GLOSSARY.write_text(glossary(), encoding="utf-8")
    with headless_qgis(), tempfile.TemporaryDirectory() as folder:
        result = demo_result(Path(folder))
        said = sentences(result)
        worked = result.output.set_index("locatie").loc[WORKED].to_dict()
        for page in sorted(DOCS.glob("*.md")):
            before = page.read_text(encoding="utf-8")
            after = updated(before, said, worked)
            if after != before:
                page.write_text(after, encoding="utf-8")
                print(f"{page.relative_to(ROOT)}: bijgewerkt")


if __name__ == "__main__":
    main()
