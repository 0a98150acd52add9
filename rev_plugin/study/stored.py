"""A quickscan that was written to a GeoPackage, read back for its report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Optional

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core import columns
from rev_plugin.core.model import Column, Features, Feedback, InputError, Settings, Silent
from rev_plugin.core.rules import Rules
from rev_plugin.core.space.planfit import judge_plans
from rev_plugin.study.areas import share_areas
from rev_plugin.study.geopackage import Study
from rev_plugin.study.layers import column_names, open_layer
from rev_plugin.study.progress import Part
from rev_plugin.study.provenance import Provenance, absent_themes, layer_table, rule_table, versions
from rev_plugin.study.quickscan import Result, project_areas
from rev_plugin.study.sites import check_sites, dated

QUICKSCAN, FINDINGS, ACTIONS = "quickscan", "bevindingen", "acties"
_TELLING = {"locatie", "scenario", "plan_oordeel", "net_oordeel"}
TOUCHING = 0.01  # metres: a file may round what it stores


def read_result(
    path: Path, study: Study, settings: Settings, rules: Rules, feedback: Feedback
) -> Result:
    """The quickscan in `path` (layers quickscan, bevindingen, acties) over its study.

    The only layer of a file may have another name: QGIS calls it after the file.

    Headroom and the plan objects are worked out again from the study; layers and rules are
    those of today, and warnings say so when rules or plan have changed since.

    Raises:
        InputError: no layer "quickscan", or a cell that does not fit.
    """
    stored = _named(Study.open(path, study.transform_context))
    scan = stored.contract(QUICKSCAN, columns.QUICKSCAN, feedback)
    if scan is None:
        raise InputError(
            f"de laag ontbreekt of is leeg; wel aanwezig: {', '.join(stored.layers) or 'niets'}.",
            file=path.name,
            layer=QUICKSCAN,
            advice="Schrijf de quickscan naar één GeoPackage met de lagen quickscan, bevindingen "
            "en acties, of vraag bij de quickscan zelf om het rapport (REPORT).",
        )
    areas = study.areas(feedback)
    sites = _sites(scan, study, rules, settings)
    plan_findings, changed = _plan_findings(
        sites, scan.table, study, rules, settings, Part(feedback, 0, 0.6)
    )
    return Result(
        sites=sites,
        output=scan.table,
        findings=_table(stored, FINDINGS, columns.FINDING, feedback),
        actions=_table(stored, ACTIONS, columns.ACTION, feedback),
        plan_findings=plan_findings,
        demand=_empty(columns.DEMAND),
        headroom=project_areas(areas, settings, rules, Part(feedback, 0.6, 1)),
        areas=areas,
        provenance=Provenance(
            data=str(study.path),
            layers=layer_table(study.themes, study.sources()),
            rules=rule_table(rules, scan.table["activiteit"]),
            rules_version=rules.version,
            settings=settings,
            versions=versions(),
            absent=absent_themes(study.themes),
            warnings=(*_absent(stored), *_changes(scan.table["regels_versie"], rules), *changed),
        ),
        sharing=share_areas(areas, study.municipalities(feedback), scan.table),
        postcodes=study.postcodes(feedback),
    )


def _named(stored: Study) -> Study:
    """The outcome with its only layer as the quickscan, when that is what it holds."""
    if len(stored.layers) != 1:
        return stored
    (only,) = stored.layers.values()
    if not set(column_names(open_layer(stored.path, only[0]))) >= _TELLING:
        return stored
    return replace(stored, layers={QUICKSCAN: only})


def _sites(scan: Features, study: Study, rules: Rules, settings: Settings) -> Features:
    """The sites that were judged, with their programme when they are those of the study."""
    if study.has("locaties"):
        given = dated(check_sites(study.raw_sites(Silent()), rules, settings, Silent()), settings)
        same = given.table["naam"].to_numpy().tolist() == scan.table["locatie"].tolist()
        if same and shapely.equals_exact(given.geometry, scan.geometry, TOUCHING).all():
            return given
    table = pd.DataFrame(
        {
            "naam": scan.table["locatie"],
            "activiteit": scan.table["activiteit"],
            "jaar": scan.table["jaar"],
        }
    )
    return Features(scan.geometry, table)


def _plan_findings(
    sites: Features,
    scan: pd.DataFrame,
    study: Study,
    rules: Rules,
    settings: Settings,
    feedback: Feedback,
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """The plan objects at every site where the study still gives the reason that was kept, and
    a warning that names the other sites."""
    themes = study.themes
    fit = judge_plans(
        sites, themes.get("planobjecten"), rules, settings, feedback, study.overrulings(),
        themes.get("ruimteclaims"),
    )  # fmt: skip
    same = (fit.output["plan_reden"] == scan["plan_reden"]).to_numpy()
    kept = fit.findings[fit.findings["locatie"].isin(scan["locatie"][same])]
    if same.all():
        return kept, ()
    names = ", ".join(scan["locatie"][~same])
    return kept, (
        f"Bij {names} geven plan en programma van nu een andere reden dan in de bewaarde "
        "quickscan; hun planobjecten staan niet in dit rapport.",
    )


def _table(
    stored: Study, name: str, contract: tuple[Column, ...], feedback: Feedback
) -> pd.DataFrame:
    found: Optional[Features] = stored.contract(name, contract, feedback)
    return _empty(contract) if found is None else found.table


def _empty(contract: tuple[Column, ...]) -> pd.DataFrame:
    return pd.DataFrame(columns=[column.name for column in contract])


def _absent(stored: Study) -> tuple[str, ...]:
    """What a report would otherwise show as nothing found."""
    lacking = [name for name in (FINDINGS, ACTIONS) if name not in stored.layers]
    if not lacking:
        return ()
    told = " en geen laag ".join(lacking)
    return (f"De uitkomst heeft geen laag {told}: die staan hier dan ook niet.",)


def _changes(used: pd.Series, rules: Rules) -> tuple[str, ...]:
    versions_used = sorted(set(used.dropna()))
    if np.all([version == rules.version for version in versions_used]):
        return ()
    return (
        f"De quickscan gebruikte regels {', '.join(versions_used)}; de regels zijn nu "
        f"{rules.version}.",
    )
