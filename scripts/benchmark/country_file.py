"""A GeoPackage of buildings with its spatial index, as large as is asked for.

The Python of geopandas runs this: pyogrio hands GDAL whole batches, which is many times
quicker than a feature at a time.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyogrio
from benchmark.province import SEED, random_points

AT_ONCE = 50_000
_HEAD = b"\x01\x03\x00\x00\x00\x01\x00\x00\x00\x05\x00\x00\x00"  # one ring of five points
_BYTES = len(_HEAD) + 5 * 16
_SCHEMA = pa.schema([("geom", pa.binary()), ("identificatie", pa.string()), ("jaar", pa.int32())])


def houses(count: int) -> Iterator[pa.RecordBatch]:
    """Rectangles with a text id and a year."""
    rng = np.random.default_rng(SEED)
    corner = np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)], dtype=float)
    for start in range(0, count, AT_ONCE):
        places = random_points(rng, AT_ONCE)
        rings = places[:, None] + corner * rng.uniform(5, 20, (AT_ONCE, 1, 2))
        wkb = np.empty((AT_ONCE, _BYTES), dtype=np.uint8)
        wkb[:, : len(_HEAD)] = np.frombuffer(_HEAD, dtype=np.uint8)
        wkb[:, len(_HEAD) :] = rings.reshape(AT_ONCE, -1).view(np.uint8)
        ends = np.arange(AT_ONCE + 1, dtype=np.int32) * _BYTES
        buffers = [None, pa.py_buffer(ends), pa.py_buffer(wkb)]
        ids = np.arange(start, start + AT_ONCE)
        columns = [
            pa.BinaryArray.from_buffers(pa.binary(), AT_ONCE, buffers),
            pa.array(np.char.mod("%010d", ids)),
            pa.array((1950 + ids % 75).astype(np.int32)),
        ]
        yield pa.record_batch(columns, schema=_SCHEMA)


if __name__ == "__main__":
    path, many = Path(sys.argv[1]), int(sys.argv[2])
    coming = path.with_name(f"half-{path.name}")  # when it breaks off, it is not taken for whole
    coming.unlink(missing_ok=True)
    pyogrio.write_arrow(
        pa.RecordBatchReader.from_batches(_SCHEMA, houses(many)),
        coming,
        layer="bebouwing",
        driver="GPKG",
        geometry_name="geom",
        geometry_type="Polygon",
        crs="EPSG:28992",
    )
    coming.replace(path)
