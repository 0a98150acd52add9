"""With the English translation no word of the docks is left in Dutch."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from gui_helpers import run
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from qgis.PyQt.QtWidgets import QAbstractButton, QComboBox, QGroupBox, QLabel, QTreeWidget, QWidget

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

import translations

from rev_plugin.report import legend

PLUGIN = Path(__file__).parents[2] / "build" / "plugins" / "rev_plugin"
QM = PLUGIN / "resources" / "i18n" / "rev_en.qm"
DATA = {"Sites", "Wijk", "Station", "OS Proef", "T Proef"}  # names in the small study


@pytest.fixture
def english() -> Iterator[None]:
    translator = QTranslator()
    assert translator.load(str(QM)), "make plugin builds it"
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def said(widget: QWidget) -> set[str]:
    """All pieces of text that a widget and those in it show, tooltips and names included."""
    texts: list[str] = []
    for part in [widget, *widget.findChildren(QWidget)]:
        texts += [part.toolTip(), part.accessibleName(), part.windowTitle()]
        if isinstance(part, (QLabel, QAbstractButton)):
            texts.append(part.text())
        elif isinstance(part, QGroupBox):
            texts.append(part.title())
        elif isinstance(part, QComboBox):
            texts += [part.itemText(index) for index in range(part.count())]
        elif isinstance(part, QTreeWidget):
            texts += [part.headerItem().text(column) for column in range(part.columnCount())]
            texts += [part.topLevelItem(i).text(0) for i in range(part.topLevelItemCount())]
    pieces = (piece for text in texts for piece in re.split(r"<[^>]+>|\n", text))
    return {re.sub(r"&nbsp;|&|\(\d+\)", "", piece).strip(" :.") for piece in pieces} - {""}


def dutch_words() -> set[str]:
    """The Dutch texts that read differently in English."""
    known = translations.read()
    texts = {text for text, translation in known.items() if text != translation}
    names = {e.name_nl for e in legend._entries().values() if e.name_nl != e.name_en}
    shared = set(known.values()) | {e.name_en for e in legend._entries().values()}
    return {text.replace("&", "").strip(" :.") for text in texts | names} - shared


def test_docks_and_legend_are_english(english, workplace, qtbot, study, told) -> None:
    run(workplace, qtbot, study)
    workplace.show_overview()
    workplace.show_net()
    left = dutch_words() - DATA
    docks = (workplace.dock(), workplace._sides.overview(), workplace._sides.net())
    for dock in docks:
        assert said(dock) & left == set()
    assert "Reasons are in Dutch, the language of the sources." in docks[0].fixed.text()
    names = {group.name() for group in QgsProject.instance().layerTreeRoot().findGroups()}
    assert "REV – Result" in names
    assert not names & left
    assert told[-1].startswith("2 sites tested.")


def test_the_matrix_tells_its_cells_in_english(english, workplace, qtbot, study) -> None:
    run(workplace, qtbot, study)
    assert "Skip the plan amendment" in workplace.dock().outcome.matrix._tip(1)
