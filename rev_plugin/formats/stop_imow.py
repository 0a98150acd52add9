"""STOP/IMOW deliveries: new parts of the omgevingsplan as rows.

Every IMOW object that says something about the land is a row; its geometry is that of the
locations it refers to, its article and wording those of the regeltekst. What a delivery
refers to but does not hold is named in the log, and the rest is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Optional

from rev_plugin.core.model import Feedback, InputError, Silent
from rev_plugin.formats.imow import is_imow, read_imow
from rev_plugin.formats.plan_rows import PlanRows
from rev_plugin.formats.stop_gio import is_gio, read_gio
from rev_plugin.formats.stop_rows import Delivery, delivery_rows
from rev_plugin.formats.stop_text import read_text
from rev_plugin.formats.xml import Root, own_text, read_root, read_tree

_STOP_NAMES = ("/stop/", "overheid.nl/2017/lvbb", "bestanden-ow", "geostandaarden.nl/imow")


def is_stop(root: Root) -> bool:
    """Whether a root element is that of some file of a STOP/IMOW delivery."""
    return is_gio(root) or any(name in root.namespace for name in _STOP_NAMES)


def read_stop(files: Iterable[Path], name: str, feedback: Optional[Feedback] = None) -> PlanRows:
    """The rows of a delivery, given all its files; `name` fills `bron`.

    Raises:
        InputError: none of the files holds an IMOW object.
        Cancelled: the user cancelled.
    """
    feedback = feedback or Silent()
    delivery = Delivery(name)
    files = list(files)
    named: dict[str, str] = {}  # file to the manifest that names it
    for number, path in enumerate(files):
        feedback.check()
        feedback.progress(number / len(files))
        try:
            _read_file(path, delivery, named)
        except InputError as error:
            delivery.warn(f"overgeslagen: {error}")
    _name_missing_files(files, named, delivery)
    if not delivery.objects:
        raise InputError(
            " ".join(["er staan geen IMOW-objecten in deze aanlevering.", *delivery.log]),
            file=name,
            advice="Kies de map of zip met alle bestanden van de aanlevering.",
        )
    return delivery_rows(delivery)


def _read_file(path: Path, delivery: Delivery, named: dict[str, str]) -> None:
    root = read_root(path)
    if is_gio(root):
        delivery.places.update(read_gio(path))
    elif is_imow(root):
        for item in read_imow(path):
            delivery.add(item)
    elif root.name == "manifest" or root.name == "Aanleveringen":
        _read_manifest(path, delivery, named)
    elif is_stop(root):
        read_text(path, delivery.regulation)
    else:
        delivery.warn(f"{path.name} hoort niet bij de aanlevering.")


def _read_manifest(path: Path, delivery: Delivery, named: dict[str, str]) -> None:
    root = read_tree(path)
    for tag in ("{*}bestandsnaam", "{*}naam"):
        for element in root.iter(tag):
            named[own_text(element) or ""] = path.name
    work = own_text(next(root.iter("{*}WorkIDRegeling"), None))
    delivery.regulation.work = delivery.regulation.work or work


def _name_missing_files(
    files: Iterable[Path], named: Mapping[str, str], delivery: Delivery
) -> None:
    present = {path.name.casefold() for path in files}
    for file, manifest in named.items():
        if file.lower().endswith((".xml", ".gml")) and file.casefold() not in present:
            delivery.warn(f"{manifest} noemt {file}, en dat bestand ontbreekt.")
