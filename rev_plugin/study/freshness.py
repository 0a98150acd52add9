"""Whether a file still is what was read from it."""

from __future__ import annotations

from pathlib import Path

Stamp = tuple[tuple[int, int], ...]


def file_stamp(path: str) -> Stamp:
    """Time and size of a GeoPackage and of its write-ahead log; changes with every save.

    An edit in QGIS that was not saved yet is in neither, nor is it in what REV reads.
    """
    if not path:
        return ()
    found = [file.stat() for file in (Path(path), Path(f"{path}-wal")) if file.is_file()]
    # An empty log comes and goes with whoever has the file open.
    return tuple((each.st_mtime_ns, each.st_size) for each in found if each.st_size)
