"""One door for all plans: looks at what a file is, not at what it is called.

IMRO GML, a STRI manifest or GeleideFormulier, a STOP/IMOW delivery (its folder, zip or any
file of it), a saved answer of the DSO read APIs (JSON), a zip or gzip of these, or a folder of
them all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Optional

from rev_plugin.core.model import Feedback, InputError, Silent
from rev_plugin.formats.archive import is_zip, unpacked
from rev_plugin.formats.dso_api import read_dso
from rev_plugin.formats.imow import is_imow
from rev_plugin.formats.imro import is_imro, read_imro
from rev_plugin.formats.imro_manifest import is_stri, is_stri_manifest, read_dossier_statuses
from rev_plugin.formats.plan_rows import PlanRows, join
from rev_plugin.formats.stop_imow import is_stop, read_stop
from rev_plugin.formats.xml import Root, read_root

_XML = (".gml", ".xml")
_JSON = (".json", ".geojson")
_PACKED = (".zip", ".gml.gz", ".xml.gz")  # any other gzip in a folder is no plan
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
    if is_stri(root):
        return _read_folder(path.parent, path, feedback, deep=False)
    if is_stop(root):
        return read_stop(_files(path.parent, _XML, deep=False), path.parent.name, feedback)
    rows = read_imro(path, feedback)
    statuses, log = _statuses_beside(path)
    rows.log.extend(log)
    return rows.with_dossier(statuses)


def _files(folder: Path, suffixes: tuple[str, ...], *, deep: bool = True) -> list[Path]:
    found = folder.rglob("*") if deep else folder.glob("*")
    return sorted(f for f in found if f.name.lower().endswith(suffixes) and f.is_file())


@dataclass
class _Folder:
    """What the files of a folder turn out to be."""

    parts: list[PlanRows] = field(default_factory=list)
    stop: dict[Path, Root] = field(default_factory=dict)
    statuses: dict[str, str] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)

    def attempt(self, read: Callable[[], None]) -> None:
        """Read something; when it cannot be read, that is named and the rest goes on."""
        try:
            read()
        except InputError as error:
            self.log.append(f"Overgeslagen: {error}")

    def read_file(self, path: Path, feedback: Feedback) -> None:
        """Read one file, or keep it for the delivery it is part of."""
        if path.suffix.lower() in _JSON:
            self.parts.append(read_dso(path, feedback))
            return
        root = read_root(path)
        if is_stri(root):
            self.statuses.update(read_dossier_statuses(path))
        elif is_stop(root):
            self.stop[path] = root
        elif is_imro(root):
            self.parts.append(read_imro(path, feedback))
        else:
            self.log.append(f"Geen plan, dus niet gelezen: {path.name}.")

    def read_delivery(self, files: list[Path], name: str, feedback: Feedback) -> None:
        """Read the files of one STOP delivery."""
        self.parts.append(read_stop(files, name, feedback))

    def read_packed(self, path: Path, feedback: Feedback) -> None:
        """Read a zip that lies beside other plans, as downloads do."""
        self.parts.append(read_plans(path, feedback))


def _read_folder(folder: Path, given: Path, feedback: Feedback, *, deep: bool = True) -> PlanRows:
    """The plans in a folder; what cannot be read is named in the log."""
    found = _Folder()
    for path in _files(folder, _XML + _JSON, deep=deep):
        feedback.check()
        found.attempt(partial(found.read_file, path, feedback))
    if given.is_dir():  # never a zip inside a zip
        for path in _files(folder, _PACKED):
            found.attempt(partial(found.read_packed, path, feedback))
    for name, files in _deliveries(found.stop, folder, given.stem).items():
        found.attempt(partial(found.read_delivery, files, name, feedback))
    if not found.parts:
        problem = " ".join(["hier staat geen plan in dat te lezen is.", *found.log])
        raise InputError(problem, file=str(given), advice=_ADVICE)
    rows = join(found.parts).with_dossier(found.statuses)
    rows.log.extend(found.log)
    return rows


def _deliveries(stop: Mapping[Path, Root], top: Path, name: str) -> dict[str, list[Path]]:
    """STOP files by delivery; a download spreads one over subfolders of its own.

    Only where IMOW objects lie in several folders, each of those is a delivery.
    """
    places = {_first_folder(path, top) for path, root in stop.items() if is_imow(root)}
    deliveries: dict[str, list[Path]] = defaultdict(list)
    for path in stop:
        place = _first_folder(path, top)
        deliveries[place if len(places) > 1 and place else name].append(path)
    return deliveries


def _first_folder(path: Path, top: Path) -> str:
    inside = path.relative_to(top).parts
    return inside[0] if len(inside) > 1 else ""


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
