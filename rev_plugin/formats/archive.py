"""Zip and gzip files from strangers: nothing climbs out, nothing swells without bound."""

from __future__ import annotations

import gzip
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath

from rev_plugin.core.model import InputError

MAX_FILES = 20_000
MAX_BYTES = 4 * 1024**3  # unpacked, all files together
MAX_RATIO = 200  # GML packs to about 1 : 20
_SMALL = 10 * 1024**2  # below this size a high ratio does no harm
_PIECE = 1024**2
_ZIP, _GZIP = (b"PK\x03\x04", b"PK\x05\x06"), b"\x1f\x8b"


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """A temporary folder with the contents of a zip or gzip; gone when the block ends.

    Raises:
        InputError: no zip, encrypted, too large, or with a member that climbs out.
    """
    with tempfile.TemporaryDirectory(prefix="rev_") as folder:
        target = Path(folder)
        try:
            if _starts(path, _GZIP):
                _gunzip(path, target)
            else:
                _unzip(path, target)
        except (
            zipfile.BadZipFile,
            gzip.BadGzipFile,
            zlib.error,
            NotImplementedError,
            EOFError,
            UnicodeDecodeError,  # a member's name
        ) as error:
            raise InputError(
                f"de zip is niet te lezen ({error}).",
                file=str(path),
                advice="Haal het bestand opnieuw op.",
            ) from error
        except OSError as error:
            raise InputError(
                f"de zip is niet uit te pakken ({error.strerror or error}).", file=str(path)
            ) from error
        yield target


def is_zip(path: Path) -> bool:
    """Whether the file starts as a zip or a gzip does."""
    return _starts(path, *_ZIP, _GZIP)


def _starts(path: Path, *marks: bytes) -> bool:
    with path.open("rb") as stream:
        return stream.read(4).startswith(marks)


def _gunzip(path: Path, target: Path) -> None:
    """Write the one file of a gzip, under the name of the gzip without .gz."""
    bound = min(MAX_BYTES, max(_SMALL, MAX_RATIO * path.stat().st_size))
    name = path.stem if path.suffix.lower() == ".gz" else path.name
    with gzip.open(path) as source, (target / name).open("wb") as sink:
        while piece := source.read(_PIECE):
            sink.write(piece)
            if sink.tell() > bound:
                raise InputError(
                    "zwelt bij het uitpakken verdacht op; dat wordt geweigerd.", file=str(path)
                )


def _unzip(path: Path, target: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        for member in _checked_members(archive, path):
            _extract(archive, member, target)


def _checked_members(archive: zipfile.ZipFile, path: Path) -> list[zipfile.ZipInfo]:
    members = [member for member in archive.infolist() if not member.is_dir()]
    if len(members) > MAX_FILES:
        raise InputError(f"de zip heeft meer dan {MAX_FILES} bestanden.", file=str(path))
    if sum(member.file_size for member in members) > MAX_BYTES:
        raise InputError(
            f"de zip is uitgepakt groter dan {MAX_BYTES // 1024**3} GB.", file=str(path)
        )
    for member in members:
        problem = _problem(member)
        if problem:
            raise InputError(f'"{member.filename}" {problem}', file=str(path))
    return members


def _problem(member: zipfile.ZipInfo) -> str:
    """Why a member is refused, or an empty text."""
    posix, windows = PurePosixPath(member.filename), PureWindowsPath(member.filename)
    if posix.is_absolute() or windows.drive or windows.root or ".." in windows.parts:
        return "wijst buiten de zip; dat wordt geweigerd."
    if stat.S_ISLNK(member.external_attr >> 16):
        return "is een koppeling naar een ander bestand; dat wordt geweigerd."
    if member.flag_bits & 0x1:
        return "is versleuteld; pak de zip eerst zelf uit."
    if member.file_size > max(_SMALL, MAX_RATIO * member.compress_size):
        return "zwelt bij het uitpakken verdacht op; dat wordt geweigerd."
    return ""


def _extract(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path) -> None:
    """Write one member; zipfile itself stops at the size that the member declares."""
    place = target.joinpath(*PureWindowsPath(member.filename).parts)
    place.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(member) as source, place.open("wb") as sink:
        shutil.copyfileobj(source, sink)
