"""What a source holder publishes beside its plans (STRI): a manifest, and a form with each plan.

The manifest says which plans there are, with the status of the dossier of each. That is newer
than the one in the GML: a plan keeps the status with which it was published, while its dossier
moves on to "geheel onherroepelijk in werking" or "vervallen" (STRI2012, Geonovum).
"""

from __future__ import annotations

from pathlib import Path

from rev_plugin.formats.xml import Root, local, read_tree

_NAMESPACE = "geonovum.nl/stri"


def is_stri(root: Root) -> bool:
    """Whether a root element is that of a manifest or a GeleideFormulier, which names files."""
    return root.name in ("Manifest", "GeleideFormulier") and _NAMESPACE in root.namespace


def is_stri_manifest(root: Root) -> bool:
    """Whether a root element is that of a STRI manifest."""
    return root.name == "Manifest" and _NAMESPACE in root.namespace


def read_dossier_statuses(path: Path) -> dict[str, str]:
    """Status of the dossier of each plan in a manifest, by plan id as the file gives it.

    Raises:
        InputError: the file is no XML.
    """
    statuses = {}
    for dossier in read_tree(path).iter("{*}Dossier"):
        status = dossier.get("Status", "").strip()
        for plan in dossier:
            plan_id = plan.get("Id", "").strip()
            if local(plan) == "Plan" and plan_id and status:
                statuses[plan_id] = status
    return statuses
