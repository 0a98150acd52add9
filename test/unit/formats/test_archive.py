"""Zips from strangers: unpacked in a folder of their own, or refused."""

from __future__ import annotations

import gzip
import stat
import zipfile

import pytest

from rev_plugin.core.model import InputError
from rev_plugin.formats import archive
from rev_plugin.formats.archive import is_zip, unpacked


def make(tmp_path, *members):
    path = tmp_path / "plans.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in members:
            out.writestr(name, data)
    return path


def test_contents_are_there_and_gone_afterwards(tmp_path):
    path = make(tmp_path, ("a.gml", "1"), ("sub/b.xml", "2"))
    assert is_zip(path)
    with unpacked(path) as folder:
        found = {p.relative_to(folder).as_posix(): p.read_text() for p in folder.rglob("*.*")}
    assert found == {"a.gml": "1", "sub/b.xml": "2"}
    assert not folder.exists()


@pytest.mark.parametrize(
    "name", ["../out.gml", "a/../../out.gml", "/etc/out.gml", "C:\\out.gml", "..\\out.gml", "\\x"]
)
def test_a_member_that_climbs_out_is_refused(tmp_path, name):
    with pytest.raises(InputError, match="wijst buiten"), unpacked(make(tmp_path, (name, "x"))):
        pytest.fail("this zip must not open")
    assert not (tmp_path / "out.gml").exists()


def test_a_link_is_refused(tmp_path):
    link = zipfile.ZipInfo("link.gml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = tmp_path / "link.zip"
    with zipfile.ZipFile(path, "w") as out:
        out.writestr(link, "/etc/passwd")
    with pytest.raises(InputError, match="koppeling"), unpacked(path):
        pytest.fail("this zip must not open")


def test_a_bomb_is_refused(tmp_path):
    path = make(tmp_path, ("bomb.gml", b"0" * (archive.MAX_RATIO * 100_000)))
    with pytest.raises(InputError, match="zwelt"), unpacked(path):
        pytest.fail("this zip must not open")


def test_too_many_files_and_too_many_bytes(tmp_path, monkeypatch):
    path = make(tmp_path, *((f"{i}.gml", "x" * 10) for i in range(5)))
    monkeypatch.setattr(archive, "MAX_FILES", 4)
    with pytest.raises(InputError, match="meer dan 4"), unpacked(path):
        pytest.fail("this zip must not open")
    monkeypatch.setattr(archive, "MAX_FILES", 10)
    monkeypatch.setattr(archive, "MAX_BYTES", 49)
    with pytest.raises(InputError, match="groter"), unpacked(path):
        pytest.fail("this zip must not open")


@pytest.mark.parametrize("cut", [10, 60, -5])
def test_a_broken_zip_says_so(tmp_path, cut):
    path = make(tmp_path, ("a.gml", "text " * 50))
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(InputError, match="niet te lezen"), unpacked(path):
        pytest.fail("this zip must not open")


def test_a_gzip_that_swells_or_breaks_off_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "_SMALL", 10_000)
    path = tmp_path / "plan.gml.gz"
    path.write_bytes(gzip.compress(b"0" * 5_000_000))
    with pytest.raises(InputError, match="zwelt"), unpacked(path):
        pytest.fail("this gzip must not open")
    path.write_bytes(gzip.compress(b"<a/>" * 100)[:-10])
    with pytest.raises(InputError, match="niet te lezen"), unpacked(path):
        pytest.fail("this gzip must not open")


def test_a_member_with_a_broken_name_is_refused(tmp_path):
    path = make(tmp_path, ("plán.gml", "x"))
    path.write_bytes(path.read_bytes().replace("á".encode(), b"\xc1n"))
    with pytest.raises(InputError, match="niet te lezen"), unpacked(path):
        pytest.fail("this zip must not open")
