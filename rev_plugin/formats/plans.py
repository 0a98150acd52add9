"""One door for all plans: looks at what a file is, not at what it is called.

IMRO GML, a STRI manifest, a STOP/IMOW delivery (its folder, zip or any file of it), a
saved answer of the DSO read APIs (JSON), a zip with any of these, or a folder of them.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Optional

from rev_plugin.core.model import Feedback, InputError, Silent
from rev_plugin.formats.archive import is_zip, unpacked
from rev_plugin.formats.dso_api import read_dso
from rev_plugin.formats.imro import is_imro, read_imro
from rev_plugin.formats.imro_manifest import is_stri_manifest, read_dossier_statuses
from rev_plugin.formats.plan_rows import PlanRows, join
from rev_plugin.formats.stop_imow import is_stop, read_stop
from rev_plugin.formats.xml import read_root

_XML = (".gml", ".xml")
_JSON = (".json", ".geojson")
_ADVICE = "Kies een IMRO-GML, een manifest, een STOP-aanlevering, een zip of een map daarmee."


def read_plans(path: Path, feedback: Optional[Feedback] = None) -> PlanRows:
    """All plan objects of a file, folder or zip, with the dossier status where known.

    Files in a folder that turn out not to be plans are named in the log; the rest is read.

    Raises:
        InputError: nothing in it is a plan, or the one file given cannot be read.
        Cancelled: the user cancelled.
    """
    feedback = feedback or Silent()
    path = Path(path)
    if not path.exists():
        raise InputError("het bestand of de map bestaat niet.", file=str(path))
    if path.is_dir():
        return _read_folder(path, path, feedback)
    if is_zip(path):
        with unpacked(path) as folder:
            return _read_folder(folder, path, feedback)
    if path.suffix.lower() in _JSON:
        return read_dso(path, feedback)
    root = read_root(path)
    if is_stri_manifest(root):
        return _read_folder(path.parent, path, feedback, deep=False)
    if is_stop(root):
        return read_stop(_files(path.parent, _XML, deep=False), path.parent.name, feedback)
    rows = read_imro(path, feedback)
    statuses, log = _statuses_beside(path)
    rows.log.extend(log)
    return rows.with_dossier(statuses)


def _files(folder: Path, suffixes: tuple[str, ...], *, deep: bool = True) -> list[Path]:
    found = folder.rglob("*") if deep else folder.glob("*")
    return sorted(f for f in found if f.suffix.lower() in suffixes and f.is_file())


def _read_folder(folder: Path, given: Path, feedback: Feedback, *, deep: bool = True) -> PlanRows:
    """The plans in a folder; what cannot be read is named in the log."""
    parts: list[PlanRows] = []
    statuses: dict[str, str] = {}
    log: list[str] = []
    deliveries: dict[Path, list[Path]] = defaultdict(list)
    for path in _files(folder, _XML + _JSON, deep=deep):
        feedback.check()
        try:
            if path.suffix.lower() in _JSON:
                parts.append(read_dso(path, feedback))
                continue
            root = read_root(path)
            if is_stri_manifest(root):
                statuses.update(read_dossier_statuses(path))
            elif is_stop(root):
                deliveries[_delivery_folder(path, folder)].append(path)
            elif is_imro(root):
                parts.append(read_imro(path, feedback))
            else:
                log.append(f"Geen plan, dus niet gelezen: {path.name}.")
        except InputError as error:
            log.append(f"Overgeslagen: {error}")
    for place, files in deliveries.items():
        name = given.stem if place == folder else place.name
        try:
            parts.append(read_stop(files, name, feedback))
        except InputError as error:
            log.append(f"Overgeslagen: {error}")
    if not parts:
        problem = " ".join(["hier staat geen plan in dat te lezen is.", *log])
        raise InputError(problem, file=str(given), advice=_ADVICE)
    rows = join(parts).with_dossier(statuses)
    rows.log.extend(log)
    return rows


def _delivery_folder(path: Path, top: Path) -> Path:
    """The folder a delivery is in: a download spreads one over subfolders."""
    inside = path.relative_to(top).parts
    return top if len(inside) == 1 else top / inside[0]


def _statuses_beside(plan: Path) -> tuple[dict[str, str], list[str]]:
    """The dossier statuses in the manifests beside a plan, and what went wrong."""
    statuses: dict[str, str] = {}
    log: list[str] = []
    for path in _files(plan.parent, _XML, deep=False):
        if "manifest" not in path.name.lower():
            continue
        try:
            if is_stri_manifest(read_root(path)):
                statuses.update(read_dossier_statuses(path))
        except InputError as error:
            log.append(f"Het manifest telt niet mee: {error}")
    return statuses, log
