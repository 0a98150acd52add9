"""The demo study: an invented landscape, written in the formats that real data comes in.

A recipe of a few tables and a seed; nothing is downloaded and no data ships with it.
"""

from __future__ import annotations

from rev_plugin.study.demo.build import build_demo, write_sources

__all__ = ["build_demo", "write_sources"]
