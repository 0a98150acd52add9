"""REV – Ruimtelijke Energie Verkenner."""

from __future__ import annotations


def classFactory(iface):  # noqa: ANN001, ANN201  QGIS's own types, not imported here
    """What QGIS calls to load the plugin."""
    from rev_plugin.plugin import RevPlugin

    return RevPlugin(iface)
