"""Parameters that several algorithms share; how they are read stands in run.py."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Optional

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
)

from rev_plugin.core.themes import THEMES
from rev_plugin.i18n import tr

Parameters = Mapping[str, object]  # as QGIS hands them to an algorithm: what was supplied

ACTIVITIES = Path(__file__).parents[1] / "resources" / "rules" / "activities.csv"
TABLE = Qgis.ProcessingSourceType.Vector
SITES, DATA, RULES, YEAR, DATE = "SITES", "DATA", "RULES", "YEAR", "DATE"
CHANCE_YES, CHANCE_NO, SLIVER, REACH = "CHANCE_YES", "CHANCE_NO", "SLIVER", "REACH"
# Layers that can be given apart from DATA, by the name of their parameter.
LAYERS = {name.upper(): name for name in (*THEMES[1:], "postcodegebieden")}


def add_parameter(
    algorithm: QgsProcessingAlgorithm,
    parameter: QgsProcessingParameterDefinition,
    text: str,
    advanced: bool = False,
) -> None:
    """Add a parameter with its help, behind "advanced" when it is seldom needed."""
    parameter.setHelp(text)
    if advanced:
        parameter.setFlags(parameter.flags() | Qgis.ProcessingParameterFlag.Advanced)
    algorithm.addParameter(parameter)


def add_sites(algorithm: QgsProcessingAlgorithm) -> None:
    """SITES: the locations to judge."""
    add_parameter(
        algorithm,
        QgsProcessingParameterFeatureSource(
            SITES, tr("Locaties"), [Qgis.ProcessingSourceType.VectorAnyGeometry]
        ),
        tr(
            "Vlakken, of punten met de voetafdruk van hun activiteit. Nodig: de kolommen naam en "
            "activiteit. Het programma (woningen, vermogen_mw, oppervlak_ha …) mag leeg zijn."
        ),
    )


def add_data(algorithm: QgsProcessingAlgorithm, optional: bool = True) -> None:
    """DATA: the data GeoPackage."""
    add_parameter(
        algorithm,
        QgsProcessingParameterFile(
            DATA, tr("Gegevens (data-GeoPackage)"), extension="gpkg", optional=optional
        ),
        tr(
            "De GeoPackage met alle lagen van de verkenning. Een laag die ontbreekt, maakt de "
            "regels die hem gebruiken niet_getoetst. Het bestand wordt alleen gelezen."
        ),
    )


def add_layers(algorithm: QgsProcessingAlgorithm, names: Optional[tuple[str, ...]] = None) -> None:
    """One optional layer parameter per theme, in capitals; it goes before the layer in DATA."""
    for parameter, theme in LAYERS.items():
        if names is None or theme in names:
            add_parameter(
                algorithm,
                QgsProcessingParameterFeatureSource(
                    parameter,
                    tr("Laag {theme}").format(theme=theme),
                    [Qgis.ProcessingSourceType.VectorAnyGeometry],
                    optional=True,
                ),
                tr("Gaat voor de laag {theme} in DATA.").format(theme=theme),
                advanced=True,
            )


def add_rules(algorithm: QgsProcessingAlgorithm) -> None:
    """RULES: the folder with the user's own rule tables."""
    add_parameter(
        algorithm,
        QgsProcessingParameterFile(
            RULES,
            tr("Eigen regels (map)"),
            behavior=Qgis.ProcessingFileParameterBehavior.Folder,
            optional=True,
        ),
        tr("Een map met eigen regeltabellen (CSV); rijen gaan op id voor die van REV."),
        advanced=True,
    )


def add_year(algorithm: QgsProcessingAlgorithm) -> None:
    """YEAR: one year for all sites."""
    add_parameter(
        algorithm,
        QgsProcessingParameterNumber(YEAR, tr("Jaar"), optional=True, minValue=1900, maxValue=2200),
        tr("Geldt voor alle locaties, in plaats van hun kolom jaar."),
    )


def add_settings(algorithm: QgsProcessingAlgorithm, net: bool = True, space: bool = True) -> None:
    """The thresholds and the reference date, behind "advanced"."""
    numbers = []
    if net:
        numbers += [
            (CHANCE_YES, tr("Kans vanaf waar het netoordeel ja is"), 0.9, 0, 1,
             tr("Kans dat de netruimte de vraag dekt, van 0 tot 1.")),
            (CHANCE_NO, tr("Kans tot waar het netoordeel nee is"), 0.1, 0, 1,
             tr("Tussen deze twee kansen is het oordeel krap.")),
        ]  # fmt: skip
    if space:
        numbers += [
            (SLIVER, tr("Snipper (aandeel van de voetafdruk)"), 0.02, 0, 0.49,
             tr("Een bestemming die minder beslaat, telt niet mee bij een voetafdruk.")),
            (REACH, tr("Zoekafstand (m)"), 1000, 0, 50_000,
             tr("Tot hier zijn afstanden in ieder geval gemeten; daarbuiten staat NULL.")),
        ]  # fmt: skip
    for name, label, default, least, most, text in numbers:
        add_parameter(
            algorithm,
            QgsProcessingParameterNumber(
                name,
                label,
                Qgis.ProcessingNumberParameterType.Double,
                default,
                minValue=least,
                maxValue=most,
            ),
            text,
            advanced=True,
        )
    add_parameter(
        algorithm,
        QgsProcessingParameterDateTime(
            DATE,
            tr("Peildatum"),
            Qgis.ProcessingDateTimeParameterDataType.Date,
            optional=True,
        ),
        tr("De dag waarop de verkenning geldt; leeg is vandaag. Bepaalt welke netregels gelden."),
        advanced=True,
    )


def activity_ids() -> list[str]:
    """The ids of the activities, read without pandas."""
    with ACTIVITIES.open(encoding="utf-8", newline="") as file:
        return [row["id"] for row in csv.DictReader(file)]
