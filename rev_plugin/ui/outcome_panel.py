"""The outcome of one site: matrix, plan, net and findings."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from rev_plugin.i18n import tr
from rev_plugin.ui.headroom_widget import HeadroomWidget
from rev_plugin.ui.matrix_widget import MatrixWidget
from rev_plugin.ui.parts import card, chip, explain, lines, small, wrapped
from rev_plugin.ui.standings import Standing
from rev_plugin.ui.trees import FindingsTree


class OutcomePanel(QWidget):
    """Shows a view of report.context.site_view; asks through signals."""

    finding_chosen = pyqtSignal(dict)
    overrule_requested = pyqtSignal()
    cell_chosen = pyqtSignal(int)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.matrix = MatrixWidget()
        self.scenario = wrapped()
        self.plan, self.plan_facts = wrapped(), small()
        self.overrule = QPushButton(tr("&Overrulen…"))
        self.overrule.setToolTip(tr("Vervang het voorstel door uw eigen oordeel, met reden."))
        self.net, self.net_facts = wrapped(), small()
        self.headroom = HeadroomWidget()
        self.findings = FindingsTree()
        self.finding = small()
        self.feasibility = wrapped()
        for widget in (
            self.matrix,
            self.scenario,
            card(self.plan, self.plan_facts, self.overrule),
            card(self.net, self.headroom, self.net_facts),
            self.feasibility,
            self.findings,
            self.finding,
        ):
            layout.addWidget(widget)
        self.findings.finding_chosen.connect(self._show_finding)
        self.findings.finding_chosen.connect(self.finding_chosen)
        self.overrule.clicked.connect(self.overrule_requested)
        self.matrix.cell_chosen.connect(self.cell_chosen)

    def show_site(self, view: dict[str, Any], sites: Mapping[str, Standing], name: str) -> None:
        """Show one site; `sites` says where all stand, for the counts in the matrix."""
        self.matrix.show_sites(sites, name)
        self._show_scenario(view)
        self._show_plan(view["plan"])
        self._show_net(view["net"])
        counts = " · ".join(f"{count} × {word.lower()}" for word, count in view["counts"])
        explain(
            self.feasibility,
            f"<b>{tr('Uitvoerbaarheid')}</b> {chip(view['feasibility'])}<br>{escape(counts)}",
        )
        self.findings.show_site(view)
        self.finding.setText("")

    def _show_finding(self, row: dict[str, Any]) -> None:
        """The chosen finding in full, under the list."""
        source = tr("Bron: {source}").format(source=row["source"])
        explain(
            self.finding,
            f"{chip(row['weight'])} {chip(row['verdict'])}<br>{escape(row['explanation'])}<br>"
            f"<i>{escape(source)}</i>",
        )

    def _show_scenario(self, view: dict[str, Any]) -> None:
        badge = view["scenario_badge"]
        text = f"<b>{view['mark']} · {escape(badge.name)}.</b> {escape(badge.explanation)}"
        if not view["scenario"]:
            text += " " + tr("Nog mogelijk: {scenarios}.").format(scenarios=view["possible"])
        self.scenario.setText(text)

    def _show_plan(self, plan: dict[str, Any]) -> None:
        explain(
            self.plan,
            f"<b>{tr('Past het in het omgevingsplan?')}</b> {chip(plan['badge'])}<br>"
            f"{escape(plan['reason'])}",
        )
        link = plan["url"]
        shown = f'<br><a href="{escape(link)}">{tr("Lees de regeltekst")}</a>' if link else ""
        explain(self.plan_facts, lines(plan["facts"]) + shown)

    def _show_net(self, net: dict[str, Any]) -> None:
        chance = tr("Kans dat het past: {chance}").format(chance=net["chance"])
        explain(
            self.net,
            f"<b>{tr('Is er netcapaciteit?')}</b> {chip(net['badge'])}<br>"
            f"<b>{escape(chance)}</b><br>{escape(net['reason'])}",
        )
        self.headroom.show_picture(net["picture"])
        operators = "<br>".join(
            f"<i>{escape(who)}:</i> {chip(status)} {escape(year)}"
            for who, status, year in net["operators"]
        )
        amounts = [(tr("Vraag"), net["demand"]), (tr("Netruimte"), net["room"])]
        explain(self.net_facts, f"{operators}<br>{lines(amounts + net['facts'])}")
