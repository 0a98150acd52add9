"""JSON files as people have them: packed, with a byte-order mark, in UTF-16, or hostile."""

from __future__ import annotations

import gzip
import json
import zlib
from pathlib import Path
from typing import IO, Any, cast

from rev_plugin.core.model import InputError

MOST_BYTES = 1_000_000_000  # unpacked; a tile of buildings is some tens of MB


def is_json(path: Path) -> bool:
    """Whether a file is JSON by its name, packed (.json.gz) or not."""
    return path.name.casefold().removesuffix(".gz").endswith(".json")


def open_unpacked(path: Path) -> IO[bytes]:
    """A file to read, unpacked on the way when its name ends in .gz."""
    packed = path.suffix.casefold() == ".gz"
    return cast(IO[bytes], gzip.open(path, "rb")) if packed else path.open("rb")


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, unpacked.

    Raises:
        InputError: it cannot be read, or is larger than MOST_BYTES.
    """
    try:
        with open_unpacked(path) as file:
            raw = file.read(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(
            f"het bestand is niet te lezen ({error}).",
            file=str(path),
            advice="Haal het opnieuw op.",
        ) from error
    if len(raw) > MOST_BYTES:
        raise InputError("het bestand is uitgepakt groter dan 1 GB.", file=str(path))
    return raw


def read_json(path: Path) -> Any:
    """What a JSON file holds, packed or not.

    Raises:
        InputError: it cannot be read, is no JSON, or is nested too deep.
    """
    return parse_json(read_bytes(path), path)


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
