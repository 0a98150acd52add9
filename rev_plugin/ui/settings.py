"""What the options page keeps, as the one settings dataclass of the core."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import QgsSettings

if TYPE_CHECKING:
    from rev_plugin.core.model import Settings

PREFIX = "rev/"
RULES_FOLDER = "rules_folder"
NUMBERS = ("chance_yes", "chance_no", "sliver_share", "reach_m")


def read_settings(year: Optional[int] = None) -> Settings:
    """The user's settings; values that do not hold together fall back to the defaults."""
    from rev_plugin.core.model import Settings

    kept = QgsSettings()
    values = {
        name: float(kept.value(PREFIX + name)) for name in NUMBERS if kept.contains(PREFIX + name)
    }
    try:
        return Settings(year=year, **values)
    except ValueError:
        return Settings(year=year)


def write_settings(values: dict[str, float], folder: Optional[Path]) -> None:
    """Keep the user's settings.

    Raises:
        ValueError: when the thresholds do not hold together.
    """
    from rev_plugin.core.model import Settings

    Settings(**values)
    kept = QgsSettings()
    for name, value in values.items():
        kept.setValue(PREFIX + name, value)
    kept.setValue(PREFIX + RULES_FOLDER, str(folder) if folder else "")


def rules_folder() -> Optional[Path]:
    """The folder with the user's own rule tables, or None."""
    text = str(QgsSettings().value(PREFIX + RULES_FOLDER, "") or "")
    return Path(text) if text else None
