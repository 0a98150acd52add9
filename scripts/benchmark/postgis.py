"""PostGIS on loopback: a throw-away cluster in build/bench/, loaded before the clock runs."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from benchmark.task import RADII

PORT = "54329"


class PostGis:
    """A server of our own; only it is started and stopped."""

    def __init__(self, folder: Path) -> None:
        self._bin = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1]
        # PostgreSQL refuses to run as root; its own user needs a folder it can reach.
        self._folder = (
            Path(tempfile.gettempdir(), "rev-bench-postgres")
            if os.geteuid() == 0
            else folder / "pg"
        )
        self._user = "postgres" if os.geteuid() == 0 else ""

    def __enter__(self) -> PostGis:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        if self._user:
            entry = pwd.getpwnam(self._user)
            os.chown(self._folder, entry.pw_uid, entry.pw_gid)
        data = str(self._folder / "data")
        self._run(self._bin / "initdb", "-D", data, "-A", "trust", "-U", "bench")
        settings = (
            f"-p {PORT} -h 127.0.0.1 -k {self._folder} -c shared_buffers=1GB -c work_mem=256MB"
        )
        self._run(
            self._bin / "pg_ctl", "-D", data, "-w", "-o", settings, "start", "-l", f"{data}/log"
        )
        self.sql("CREATE EXTENSION postgis")
        return self

    def __exit__(self, *_: object) -> None:
        self._run(self._bin / "pg_ctl", "-D", str(self._folder / "data"), "-m", "fast", "stop")
        shutil.rmtree(self._folder, ignore_errors=True)

    def load(self, paths: dict[str, Path]) -> None:
        """All layers with a spatial index, and statistics."""
        target = f"PG:host=127.0.0.1 port={PORT} user=bench dbname=postgres"
        for name, path in paths.items():
            subprocess.run(
                ["ogr2ogr", "-f", "PostgreSQL", target, str(path), "-nln", name, "-nlt", "GEOMETRY",
                 "-lco", "GEOMETRY_NAME=geom", "--config", "PG_USE_COPY", "YES"],
                check=True, capture_output=True,
            )  # fmt: skip
        self.sql("VACUUM ANALYZE")

    def measure(self, runs: int) -> dict:
        """The answer, with the seconds of every run."""
        seconds = []
        for _ in range(runs):
            started = time.perf_counter()
            answer = self._answer()
            seconds.append(time.perf_counter() - started)
        return {"seconds": seconds, "cpu": [], **answer}

    def _answer(self) -> dict:
        """The nearest object within the distance, and the areas of overlap."""
        found: dict = {"hits": {}, "overlap": {}}
        for name, radius in RADII.items():
            template = _NEAREST if radius else _OVERLAP
            rows = self.sql(template.format(layer=name, radius=radius)).splitlines()
            if radius:
                found["hits"][name] = sorted(row.split("|")[0] for row in rows)
            else:
                found["overlap"][name] = float(rows[0])
        return found

    def sql(self, text: str) -> str:
        """Run SQL, give its rows."""
        command = ["psql", "-h", "127.0.0.1", "-p", PORT, "-U", "bench", "-d", "postgres"]
        done = subprocess.run(
            [*command, "-qtA", "-v", "ON_ERROR_STOP=1", "-c", text],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        return done.stdout.strip()

    def _run(self, *command: object) -> None:
        subprocess.run(
            [str(part) for part in command],
            check=True,
            stdout=subprocess.DEVNULL,  # the server stays behind; a pipe would wait for it
            user=self._user or None,
            cwd="/",
        )


_NEAREST = """
SELECT s.identificatie, near.identificatie, near.d FROM locaties s CROSS JOIN LATERAL (
  SELECT o.identificatie, ST_Distance(s.geom, o.geom) AS d FROM {layer} o
  WHERE ST_DWithin(s.geom, o.geom, {radius}) ORDER BY d, o.identificatie LIMIT 1
) near
"""
_OVERLAP = """
SELECT sum(ST_Area(ST_Intersection(s.geom, o.geom))) FROM locaties s
JOIN {layer} o ON ST_Intersects(s.geom, o.geom)
"""
