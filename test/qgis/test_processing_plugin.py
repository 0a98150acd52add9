"""What QGIS loads, without a window and in a QGIS of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from rev_plugin.version import plugin_version

TWICE = """
from qgis.core import QgsApplication
application = QgsApplication([], False)
application.initQgis()
registry = QgsApplication.processingRegistry()
before = sorted(provider.id() for provider in registry.providers())
import rev_plugin
for _ in range(2):
    plugin = rev_plugin.classFactory(None)
    plugin.initGui()
    print(registry.providerById("rev").versionInfo())
    plugin.unload()
    print(sorted(provider.id() for provider in registry.providers()) == before)
"""


def test_load_and_unload_twice():
    done = subprocess.run(  # noqa: S603  this Python, fixed code
        [sys.executable, "-c", TWICE],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == [plugin_version(), "True"] * 2


def test_the_version_comes_from_the_metadata():
    assert plugin_version()[0].isdigit()
