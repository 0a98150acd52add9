"""A short run of `make fuzz`: broken plans give the plugin's own error or sound rows."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "scripts"))

import fuzz  # noqa: E402 - after the path above

from rev_plugin.formats import imro  # noqa: E402
from rev_plugin.formats.plans import read_plans  # noqa: E402


@pytest.mark.parametrize("large", [imro.LARGE, 0])
def test_broken_files_give_an_error_or_rows_that_hold(tmp_path, monkeypatch, large):
    monkeypatch.setattr(imro, "LARGE", large)
    tally, failures = fuzz.run(80, 20_261_123, tmp_path)
    assert failures == []
    assert tally["rows"] > 20
    assert tally["error"] > 20


@pytest.mark.parametrize("name", sorted(fuzz.corpus()))
def test_the_sound_files_are_sound(tmp_path, name):
    """Else the run above would only test refusals."""
    path = tmp_path / name
    path.write_text(fuzz.corpus()[name], encoding="utf-8")
    if name in ("besluit.xml", "gebied.gml"):  # only parts of a delivery
        (tmp_path / "ow.xml").write_text(fuzz.corpus()["ow.xml"], encoding="utf-8")
    fuzz.check(read_plans(path))


def test_the_check_finds_a_broken_promise(tmp_path):
    path = tmp_path / "imro2012.gml"
    path.write_text(fuzz.corpus()[path.name], encoding="utf-8")
    rows = read_plans(path)
    rows.polygons.table.loc[0, "naam"] = float("nan")
    with pytest.raises(AssertionError, match="no text"):
        fuzz.check(rows)
