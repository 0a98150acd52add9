"""The fixed layer names of a data GeoPackage; importing this costs nothing."""

from __future__ import annotations

THEMES = (
    "locaties", "planobjecten", "bebouwing", "natura2000", "nnn", "buisleidingen",
    "hoogspanning", "waterkeringen", "spoor", "wegen", "windturbines",
    "externe_veiligheid", "archeologie", "water", "percelen", "gemeenten",
    "voedingsgebieden", "stations", "kabels", "ruimteclaims",
)  # fmt: skip
