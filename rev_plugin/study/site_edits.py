"""Changes to the layer `locaties` of a data GeoPackage, each in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Optional

import numpy as np
import pandas as pd
import shapely
from osgeo import ogr

from rev_plugin.core import columns
from rev_plugin.core.model import RevError
from rev_plugin.i18n import tr
from rev_plugin.study.frames import conform
from rev_plugin.study.write import Layer, open_geopackage, transaction, write_layer

SITES = "locaties"
_FIELD_TYPES = {"text": ogr.OFTString, "int": ogr.OFTInteger, "float": ogr.OFTReal}


def start_study(data: Path) -> None:
    """A new data GeoPackage with an empty layer of sites.

    Raises:
        RevError: the file cannot be written.
    """
    nothing = conform(pd.DataFrame(), columns.SITE)
    write_layer(data, Layer(SITES, nothing, columns.SITE, np.empty(0, dtype=object), "vlak"))


def store_values(data: Path, name: str, values: Mapping[str, object]) -> None:
    """Change values of a site (columns of columns.SITE); a missing column is made.

    Raises:
        RevError: the site is not there under this name, or the file cannot be written.
    """
    with transaction(data) as dataset:
        layer = dataset.GetLayerByName(SITES)
        found = _site(layer, name)
        _make_columns(layer, values)
        site = layer.GetFeature(found.GetFID())  # with the new columns
        for column, value in values.items():
            if value is None:
                site.SetFieldNull(column)
            else:
                site.SetField(column, value)
        layer.SetFeature(site)


def store_shape(data: Path, name: str, shape: shapely.Geometry) -> None:
    """Change the shape of a site (RD); a layer of points gets its middle.

    Raises:
        RevError: the site is not there under this name, or the file cannot be written.
    """
    with transaction(data) as dataset:
        layer = dataset.GetLayerByName(SITES)
        site = _site(layer, name)
        if _of_points(layer):
            shape = shape.centroid
        made = ogr.CreateGeometryFromWkb(shapely.to_wkb(shape))
        site.SetGeometry(ogr.ForceTo(made, layer.GetGeomType()))
        layer.SetFeature(site)


def add_site(data: Path, values: Mapping[str, object], shape: shapely.Geometry) -> None:
    """Add a site; the layer is made when the data has none.

    Raises:
        RevError: the file cannot be written.
    """
    table = conform(pd.DataFrame([dict(values)]), columns.SITE, layer=SITES)
    geometry = np.array([None], dtype=object)
    geometry[0] = shape.centroid if holds_points(data) else shape
    kind = "punt" if geometry[0] is not shape else "vlak"
    write_layer(data, Layer(SITES, table, columns.SITE, geometry, kind, keys=("naam",)))


def site_names(data: Path) -> list[str]:
    """The names of the sites in the data, none when it has no sites yet."""
    dataset = open_geopackage(data)
    layer = dataset.GetLayerByName(SITES) if dataset is not None else None
    return [str(row["naam"]) for row in layer or ()]


def holds_points(data: Path) -> bool:
    """Whether the sites of the data are points."""
    dataset = open_geopackage(data)
    layer = dataset.GetLayerByName(SITES) if dataset is not None else None
    return layer is not None and _of_points(layer)


def _of_points(layer: ogr.Layer) -> bool:
    return ogr.GT_Flatten(layer.GetGeomType()) in (ogr.wkbPoint, ogr.wkbMultiPoint)


def _site(layer: Optional[ogr.Layer], name: str) -> ogr.Feature:
    found = [row for row in layer or () if row["naam"] == name]
    if len(found) != 1:
        raise RevError(
            tr("{name} staat niet (één keer) in de laag {layer}; er is niets bewaard.").format(
                name=name, layer=SITES
            )
        )
    return found[0]


def _make_columns(layer: ogr.Layer, names: Iterable[str]) -> None:
    kinds = {column.name: column.kind for column in columns.SITE}
    definition = layer.GetLayerDefn()
    for name in names:
        if definition.GetFieldIndex(name) < 0:
            layer.CreateField(ogr.FieldDefn(name, _FIELD_TYPES[kinds[name]]))
