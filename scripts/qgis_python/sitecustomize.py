"""Python inside QGIS imports this first: shapely must use the GEOS that it brings.

QGIS links the system's GEOS. The shapely of PyPI has a newer GEOS with it, and without
RTLD_DEEPBIND its calls land in the system's one: wrong dimensions, and errors that are
lost. `qgis.core` itself imports shapely, so a plugin comes too late.
"""

from __future__ import annotations

import contextlib
import os
import sys

if hasattr(os, "RTLD_DEEPBIND"):
    flags = sys.getdlopenflags()
    sys.setdlopenflags(flags | os.RTLD_DEEPBIND)
    with contextlib.suppress(ImportError):
        import shapely  # noqa: F401
    sys.setdlopenflags(flags)
