"""REV – Ruimtelijke Energie Verkenner."""

from __future__ import annotations


def classFactory(iface: object) -> object:
    """What QGIS calls to load the plugin."""
    from rev_plugin.plugin import RevPlugin

    return RevPlugin(iface)
