"""A headless QGIS with Processing and the REV provider, for all tests in this folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import QgsApplication
from qgis_helpers import Feedback


@pytest.fixture(scope="session", autouse=True)
def qgis() -> QgsApplication:
    """The application: the running one (pytest-qgis) or one of our own."""
    running = QgsApplication.instance()
    application = running or QgsApplication([], False)
    if running is None:
        application.initQgis()
    return application  # never exitQgis: layers in tracebacks would outlive it


@pytest.fixture(scope="session")
def provider(qgis: QgsApplication):
    """The REV provider, registered as the plugin does."""
    sys.path.insert(0, str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    from rev_plugin.processing.provider import RevProvider

    Processing.initialize()
    made = RevProvider()
    QgsApplication.processingRegistry().addProvider(made)
    yield made
    QgsApplication.processingRegistry().removeProvider(made)


@pytest.fixture(scope="session")
def demo_folder(qgis: QgsApplication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo study, built once; tests read it and leave it as it is."""
    from rev_plugin.core.model import Silent
    from rev_plugin.study.demo import build_demo

    folder = tmp_path_factory.mktemp("demo")
    build_demo(folder, Silent())
    return folder


@pytest.fixture
def feedback() -> Feedback:
    """A feedback that keeps warnings and progress."""
    return Feedback()
