"""Prints, per rule table, how many rows have which bron_status, as it stands in the README."""

from __future__ import annotations

from rev_plugin.core.model import SourceStatus
from rev_plugin.core.rules import load_rules, status_shares


def table() -> str:
    """A Markdown table: one row per rule table, with shares in per cent."""
    names = [status.value.replace("te_verifieren", "te verifiëren") for status in SourceStatus]
    lines = [f"| tabel | rijen | {' | '.join(names)} |", "|" + "---|" * (2 + len(names))]
    for name, counts in status_shares(load_rules()).items():
        total = sum(counts.values())
        shares = (f"{100 * counts[s] / total if total else 0:.0f} %" for s in SourceStatus)
        lines.append(f"| {name} | {total} | {' | '.join(shares)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
