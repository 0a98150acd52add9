"""Write docs/woordenlijst.md from resources/words.csv (`make words`)."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
PAGE = ROOT / "docs" / "woordenlijst.md"


def page() -> str:
    """The glossary as a Markdown page."""
    from rev_plugin.core.rule_rows import Source
    from rev_plugin.core.rules import load_rules
    from rev_plugin.report import glossary

    sources = {row.id: row.titel for row in load_rules().rows(Source)}
    lines = [
        "# Woordenlijst",
        "",
        "Geschreven door `make words` uit `rev_plugin/resources/words.csv`; dezelfde uitleg staat",
        "in de tooltips van de docks.",
        "",
        "| woord | uitleg | English | bron |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| **{word.nl}** | {word.meaning_nl} | *{word.en}*: {word.meaning_en} "
        f"| {sources[word.source]} |"
        for word in sorted(glossary.words(), key=lambda word: word.nl.casefold())
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)}: geschreven")
