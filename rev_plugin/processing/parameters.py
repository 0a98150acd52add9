"""Parameters that several algorithms share, and how they are read."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QDate

from rev_plugin.core.themes import THEMES
from rev_plugin.i18n import tr
from rev_plugin.processing.base import RESOURCES, Parameters, RevAlgorithm

if TYPE_CHECKING:
    from rev_plugin.core.model import Features, Feedback, Settings, Theme
    from rev_plugin.core.rules import Rules
    from rev_plugin.study.geopackage import Study
    from rev_plugin.study.layers import Raw, Source

TABLE = Qgis.ProcessingSourceType.Vector
SITES, DATA, RULES, YEAR, DATE = "SITES", "DATA", "RULES", "YEAR", "DATE"
CHANCE_YES, CHANCE_NO, SLIVER, REACH = "CHANCE_YES", "CHANCE_NO", "SLIVER", "REACH"
# Layers that can be given apart from DATA, by the name of their parameter.
LAYERS = {name.upper(): name for name in (*THEMES[1:], "postcodegebieden")}


def add_sites(algorithm: RevAlgorithm) -> None:
    """SITES: the locations to judge."""
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            SITES, tr("Locaties"), [Qgis.ProcessingSourceType.VectorAnyGeometry]
        ),
        tr(
            "Vlakken, of punten met de voetafdruk van hun activiteit. Nodig: de kolommen naam en "
            "activiteit. Het programma (woningen, vermogen_mw, oppervlak_ha …) mag leeg zijn."
        ),
    )


def add_data(algorithm: RevAlgorithm, optional: bool = True) -> None:
    """DATA: the data GeoPackage."""
    algorithm.add(
        QgsProcessingParameterFile(
            DATA, tr("Gegevens (data-GeoPackage)"), extension="gpkg", optional=optional
        ),
        tr(
            "De GeoPackage met alle lagen van de verkenning. Een laag die ontbreekt, maakt de "
            "regels die hem gebruiken niet_getoetst. Het bestand wordt alleen gelezen."
        ),
    )


def add_layers(algorithm: RevAlgorithm, names: Optional[tuple[str, ...]] = None) -> None:
    """One optional layer parameter per theme, in capitals; it goes before the layer in DATA."""
    for parameter, theme in LAYERS.items():
        if names is None or theme in names:
            algorithm.add(
                QgsProcessingParameterFeatureSource(
                    parameter,
                    tr("Laag {theme}").format(theme=theme),
                    [Qgis.ProcessingSourceType.VectorAnyGeometry],
                    optional=True,
                ),
                tr("Gaat voor de laag {theme} in DATA.").format(theme=theme),
                advanced=True,
            )


def add_rules(algorithm: RevAlgorithm) -> None:
    """RULES: the folder with the user's own rule tables."""
    algorithm.add(
        QgsProcessingParameterFile(
            RULES,
            tr("Eigen regels (map)"),
            behavior=Qgis.ProcessingFileParameterBehavior.Folder,
            optional=True,
        ),
        tr("Een map met eigen regeltabellen (CSV); rijen gaan op id voor die van REV."),
        advanced=True,
    )


def add_year(algorithm: RevAlgorithm) -> None:
    """YEAR: one year for all sites."""
    algorithm.add(
        QgsProcessingParameterNumber(YEAR, tr("Jaar"), optional=True, minValue=1900, maxValue=2200),
        tr("Geldt voor alle locaties, in plaats van hun kolom jaar."),
    )


def add_settings(algorithm: RevAlgorithm, net: bool = True, space: bool = True) -> None:
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
        algorithm.add(
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
    algorithm.add(
        QgsProcessingParameterDateTime(
            DATE,
            tr("Peildatum"),
            Qgis.ProcessingDateTimeParameterDataType.Date,
            optional=True,
        ),
        tr("De dag waarop de verkenning geldt; leeg is vandaag. Bepaalt welke netregels gelden."),
        advanced=True,
    )


def settings_from(
    algorithm: RevAlgorithm, parameters: Parameters, context: QgsProcessingContext
) -> Settings:
    """The settings from the parameters that the algorithm has."""
    from rev_plugin.core.model import Settings

    values: dict[str, object] = {}
    for name, field in (
        (CHANCE_YES, "chance_yes"),
        (CHANCE_NO, "chance_no"),
        (SLIVER, "sliver_share"),
        (REACH, "reach_m"),
    ):
        if algorithm.parameterDefinition(name) is not None:
            values[field] = algorithm.parameterAsDouble(parameters, name, context)
    if parameters.get(YEAR) is not None:
        values["year"] = algorithm.parameterAsInt(parameters, YEAR, context)
    date = _date(algorithm, parameters, context)
    if date is not None and date.isValid():
        values["reference_date"] = date.toPyDate()
    try:
        return Settings(**values)
    except ValueError as error:
        raise QgsProcessingException(
            tr("De drempels kloppen niet: {error}").format(error=error)
        ) from error


def _date(
    algorithm: RevAlgorithm, parameters: Parameters, context: QgsProcessingContext
) -> Optional[QDate]:
    if parameters.get(DATE) is None:
        return None
    return algorithm.parameterAsDateTime(parameters, DATE, context).date()


def rules_folder(
    algorithm: RevAlgorithm, parameters: Parameters, context: QgsProcessingContext
) -> Optional[Path]:
    """The folder with the user's own rules, if any."""
    folder = algorithm.parameterAsString(parameters, RULES, context)
    return Path(folder) if folder else None


def load(algorithm: RevAlgorithm, parameters: Parameters, context: QgsProcessingContext) -> Rules:
    """The rule tables with the user's own over them (rows for one municipality apart)."""
    from rev_plugin.core.rules import load_rules

    return load_rules(rules_folder(algorithm, parameters, context))


def study_from(
    algorithm: RevAlgorithm, parameters: Parameters, context: QgsProcessingContext
) -> Optional[Study]:
    """The study in DATA, or None when it is not given."""
    from rev_plugin.study.geopackage import Study

    path = algorithm.parameterAsFile(parameters, DATA, context)
    return Study.open(Path(path), context.transformContext()) if path else None


def themes_from(
    algorithm: RevAlgorithm,
    parameters: Parameters,
    context: QgsProcessingContext,
    rules: Rules,
    feedback: Feedback,
) -> dict[str, Theme]:
    """The themes of DATA and of the layers given apart.

    Raises:
        QgsProcessingException: when there is neither.
    """
    from rev_plugin.study.inputs import gather_themes

    study = study_from(algorithm, parameters, context)
    layers = layers_from(algorithm, parameters, context)
    if study is None and not layers:
        raise QgsProcessingException(no_data())
    return gather_themes(study, layers, rules, context.transformContext(), feedback)


def municipalities_from(
    algorithm: RevAlgorithm,
    parameters: Parameters,
    context: QgsProcessingContext,
    feedback: Feedback,
) -> Optional[Features]:
    """The municipalities (naam, code) of their own layer or of DATA."""
    from rev_plugin.study.geopackage import MUNICIPALITIES, municipalities_of

    if parameters.get(MUNICIPALITIES.upper()) is not None:
        name = MUNICIPALITIES.upper()
        return municipalities_of(raw_from(algorithm, parameters, name, context, feedback))
    study = study_from(algorithm, parameters, context)
    return study.municipalities(feedback) if study else None


def no_data() -> str:
    """What to say when nothing was given to look at."""
    return tr("Geef gegevens: een data-GeoPackage (DATA) of losse lagen.")


def layers_from(
    algorithm: RevAlgorithm, parameters: Parameters, context: QgsProcessingContext
) -> dict[str, Source]:
    """The layers given apart, by theme."""
    return {
        theme: source_from(algorithm, parameters, parameter, context)
        for parameter, theme in LAYERS.items()
        if parameters.get(parameter) is not None and algorithm.parameterDefinition(parameter)
    }


def source_from(
    algorithm: RevAlgorithm, parameters: Parameters, name: str, context: QgsProcessingContext
) -> Source:
    """The source of a parameter; the layer itself when all of it is meant.

    A whole layer of a file can be read much faster than a Processing source.

    Raises:
        QgsProcessingException: when there is no such source.
    """
    value = parameters.get(name)
    part = isinstance(value, QgsProcessingFeatureSourceDefinition) and (
        value.selectedFeaturesOnly or value.featureLimit >= 0 or value.filterExpression
    )
    layer = None if part else algorithm.parameterAsVectorLayer(parameters, name, context)
    source = layer or algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, name))
    return source


def raw_from(
    algorithm: RevAlgorithm,
    parameters: Parameters,
    name: str,
    context: QgsProcessingContext,
    feedback: Feedback,
) -> Raw:
    """A source parameter as it stands, in RD."""
    from rev_plugin.study.layers import read_source

    source = source_from(algorithm, parameters, name, context)
    return read_source(source, context.transformContext(), feedback)


def with_shape(raw: Raw) -> Features:
    """The features that have a shape (the others were reported)."""
    import shapely

    shapes = raw.features.geometry
    return raw.features.where(~(shapely.is_missing(shapes) | shapely.is_empty(shapes)))


def sites_from(
    algorithm: RevAlgorithm,
    parameters: Parameters,
    context: QgsProcessingContext,
    rules: Rules,
    settings: Settings,
    feedback: Feedback,
) -> Features:
    """The checked sites, dated."""
    from rev_plugin.study.sites import check_sites, dated

    raw = raw_from(algorithm, parameters, SITES, context, feedback)
    return dated(check_sites(raw, rules, settings, feedback), settings)


def activity_ids() -> list[str]:
    """The ids of the activities, read without pandas."""
    with (RESOURCES / "rules" / "activities.csv").open(encoding="utf-8", newline="") as file:
        return [row["id"] for row in csv.DictReader(file)]
