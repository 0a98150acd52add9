"""Prints, per rule table, how many rows have which bron_status."""

from __future__ import annotations

from rev_plugin.core.model import SourceStatus
from rev_plugin.core.rules import load_rules, status_shares


def main() -> None:
    """One row per table, with shares in per cent."""
    names = [status.value for status in SourceStatus]
    print(f"{'tabel':14}{'rijen':>7}" + "".join(f"{name:>16}" for name in names))
    for table, counts in status_shares(load_rules()).items():
        total = sum(counts.values())
        shares = "".join(f"{counts[s] / total if total else 0:>15.0%} " for s in SourceStatus)
        print(f"{table:14}{total:>7}{shares}")


if __name__ == "__main__":
    main()
