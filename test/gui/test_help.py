"""The help opens from the menu, leads from page to page, and goes with the plugin."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtWidgets import QAction

from rev_plugin.plugin import RevPlugin
from rev_plugin.ui import help as rev_help

DOCS = Path(__file__).parents[2] / "docs"


def test_the_menu_opens_the_help_and_unload_closes_it(qgis_iface, qtbot) -> None:
    window = qgis_iface.mainWindow()
    plugin = RevPlugin(qgis_iface)
    plugin.initGui()
    window.findChild(QAction, "Rev_show_help").trigger()
    opened = window.findChild(rev_help.HelpWindow, rev_help.NAME)
    assert opened.isVisible()
    assert "Uw eerste quickscan" in opened.browser.toPlainText()
    assert "Geen toezegging" in opened.browser.toPlainText()
    assert "niet van TNO" in opened.browser.toPlainText()
    assert plugin._workplace is None  # the help needs no data and no packages
    with qtbot.waitSignal(opened.destroyed):
        plugin.unload()


def test_pages_link_to_each_other_and_pictures_fit(qgis_iface, qtbot) -> None:
    opened = rev_help.open_help(qgis_iface.mainWindow())
    assert rev_help.open_help(qgis_iface.mainWindow()) is opened
    browser = opened.browser
    for page in sorted(DOCS.glob("*.md")):
        browser.setSource(browser.source().resolved(QUrl(page.name)))
        title = page.read_text("utf-8").splitlines()[0].lstrip("# ")
        assert browser.toPlainText().startswith(title)
    browser.setSource(browser.source().resolved(QUrl("eerste-quickscan.md")))
    picture = browser.loadResource(2, QUrl("images/quickscan.png"))
    assert 0 < picture.width() <= browser.width()
    opened.show_index()
    assert browser.source().fileName() == "README.md"
    with qtbot.waitSignal(opened.destroyed):
        rev_help.close_help(qgis_iface.mainWindow())


def test_without_the_pages_it_says_so(qgis_iface, qtbot, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(rev_help, "PLACES", (tmp_path,))
    opened = rev_help.HelpWindow(qgis_iface.mainWindow())
    assert opened.browser.toPlainText() == "De uitleg zit niet in deze installatie."
    opened.close()
