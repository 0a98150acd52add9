"""What a reader needs to redo an outcome: layers, rules, settings, versions, what is missing."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

import pandas as pd

from rev_plugin.report import cells, legend

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result

SETTING_NAMES = {
    "year": "Jaar voor alle locaties",
    "reference_date": "Peildatum",
    "chance_yes": "Kans vanaf waar het netoordeel ja is",
    "chance_no": "Kans tot waar het netoordeel nee is",
    "sliver_share": "Aandeel dat als snipper niet meetelt",
    "reach_m": "Afstanden exact tot (m)",
    "seed": "Startgetal van de trekkingen",
}


def provenance(result: Result) -> dict[str, Any]:
    """The provenance of a result as plain values."""
    origin = result.provenance
    settings = asdict(origin.settings)
    return {
        "data": origin.data,
        "layers": _clean(origin.layers),
        "rules": _clean(origin.rules),
        "rule_statuses": [
            (legend.label("bron_status", status), int(count), count / max(len(origin.rules), 1))
            for status, count in origin.rules["bron_status"].value_counts().items()
        ],
        "rules_version": origin.rules_version,
        "settings": [
            (SETTING_NAMES.get(f.name, f.name), settings[f.name])
            for f in fields(origin.settings)
            if settings[f.name] is not None
        ],
        "versions": list(origin.versions.items()),
        "absent": [legend.label("thema", name) for name in origin.absent],
        "warnings": list(origin.warnings),
    }


def _clean(table: pd.DataFrame) -> list[dict[str, str]]:
    return [
        {str(key): cells.plain(value) for key, value in row.items()}
        for row in table.to_dict("records")
    ]
