"""The Python packages REV needs beside QGIS; looked at without importing them."""

from __future__ import annotations

import re
from functools import lru_cache

from rev_plugin.i18n import tr

# Package → oldest version that has what REV uses.
NEEDED = {"shapely": (2, 0), "pandas": (2, 0)}


@lru_cache(maxsize=1)
def problem() -> str:
    """What is missing or too old and how to install it; empty when all is well."""
    faults = [fault for name, oldest in NEEDED.items() for fault in [_fault(name, oldest)] if fault]
    if not faults:
        return ""
    wanted = " ".join(f'"{name}>={_dotted(oldest)}"' for name, oldest in NEEDED.items())
    return tr(
        "REV mist een Python-pakket: {faults}. Installeer het in de Python van QGIS. "
        "Windows: open de OSGeo4W Shell en voer uit: python -m pip install {wanted}. "
        "Debian of Ubuntu: sudo apt install python3-shapely python3-pandas. "
        "Start QGIS daarna opnieuw."
    ).format(faults=", ".join(faults), wanted=wanted)


def _fault(name: str, oldest: tuple[int, int]) -> str:
    from importlib import metadata, util  # 20 ms, on first use

    try:
        found = metadata.version(name)
    except metadata.PackageNotFoundError:
        if util.find_spec(name):  # installed without its metadata, as some bundles do
            return ""
        return tr("{name} is niet geïnstalleerd").format(name=name)
    numbers = tuple(int(number) for number in re.findall(r"\d+", found)[:2])
    if numbers >= oldest:
        return ""
    return tr("{name} {found} is te oud (nodig: {oldest} of nieuwer)").format(
        name=name, found=found, oldest=_dotted(oldest)
    )


def _dotted(version: tuple[int, int]) -> str:
    return ".".join(map(str, version))
