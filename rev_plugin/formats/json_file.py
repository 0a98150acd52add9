"""JSON files as people have them: with a byte-order mark, in UTF-16, cut off, or hostile."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rev_plugin.core.model import InputError


def read_json(path: Path) -> Any:
    """What a JSON file holds.

    Raises:
        InputError: it cannot be read, is no JSON, or is nested too deep.
    """
    try:
        return parse_json(path.read_bytes(), path)
    except OSError as error:
        raise InputError(
            f"het bestand is niet te lezen ({error.strerror}).", file=str(path)
        ) from error


def parse_json(raw: bytes, path: Path) -> Any:
    """What the bytes of a JSON file hold; `path` is for the message.

    Raises:
        InputError: no JSON, or nested too deep.
    """
    advice = "Haal het opnieuw op."
    try:
        return json.loads(raw)
    except UnicodeDecodeError:
        problem, advice = "de tekens zijn niet te lezen.", "Bewaar het bestand als UTF-8."
    except RecursionError:
        problem = "de JSON is te diep genest."
    except ValueError as error:
        problem = f"geen volledige JSON ({error})."
    raise InputError(problem, file=str(path), advice=advice)


def is_geojson(document: object) -> bool:
    """Whether a JSON document is a map layer."""
    return isinstance(document, dict) and document.get("type") == "FeatureCollection"
