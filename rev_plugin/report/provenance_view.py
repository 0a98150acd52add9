"""What a reader needs to redo an outcome: layers, rules, settings, versions, what is missing."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

import pandas as pd

from rev_plugin.i18n import tr
from rev_plugin.report import cells, legend

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result


def provenance(result: Result) -> dict[str, Any]:
    """The provenance of a result as plain values."""
    origin = result.provenance
    settings = asdict(origin.settings)
    rules = _clean(origin.rules)
    applied = {rule for table in (result.findings, result.plan_findings) for rule in table["regel"]}
    return {
        "data": origin.data,
        "layers": _clean(origin.layers),
        "rules": rules,
        "applied": [row for row in rules if row["id"] in applied],
        "rule_statuses": [
            (legend.label("bron_status", status), int(count), count / max(len(origin.rules), 1))
            for status, count in origin.rules["bron_status"].value_counts().items()
        ],
        "rules_version": origin.rules_version,
        "settings": [
            (_setting_names().get(f.name, f.name), settings[f.name])
            for f in fields(origin.settings)
            if settings[f.name] is not None
        ],
        "versions": list(origin.versions.items()),
        "absent": [legend.label("thema", name) for name in origin.absent],
        "warnings": list(origin.warnings),
    }


def _setting_names() -> dict[str, str]:
    return {
        "year": tr("Jaar voor alle locaties"),
        "reference_date": tr("Peildatum"),
        "chance_yes": tr("Kans vanaf waar het netoordeel ja is"),
        "chance_no": tr("Kans tot waar het netoordeel nee is"),
        "sliver_share": tr("Aandeel dat als snipper niet meetelt"),
        "reach_m": tr("Afstanden exact tot (m)"),
        "seed": tr("Startgetal van de trekkingen"),
    }


def _clean(table: pd.DataFrame) -> list[dict[str, str]]:
    return [
        {str(key): cells.plain(value) for key, value in row.items()}
        for row in table.to_dict("records")
    ]
