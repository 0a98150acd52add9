"""A large file read from its text gives the same rows as one read as a tree."""

from __future__ import annotations

from pathlib import Path

import pytest
from plan_files import SQUARE, collection, imro_object, plan_area, polygon
from test_imro_plain import LABEL, LINK, NAME, TEXT, VALUE

from rev_plugin.core.model import InputError
from rev_plugin.formats import imro
from rev_plugin.formats.imro_source import TAKEN, take_plain

SHAPE = polygon(SQUARE, gml_id="g1")
KINDS = {"Enkelbestemming": NAME + LINK + TEXT, "Maatvoering": LINK + VALUE, "Bouwvlak": LABEL}
PLAIN = [
    imro_object(kind, f"NL.IMRO.{kind}{number}", content, SHAPE.replace("g1", f"g{number}{kind}"))
    for number in range(4)
    for kind, content in KINDS.items()
]
SOUND = collection(plan_area(), *PLAIN).replace("><imro:", ">\n\t<imro:")
THIRD = 'gml:id="NL.IMRO.Enkelbestemming2"'
OPEN, CLOSE = "<imro:featureMember>", "</imro:featureMember>"


def at_third(old: str, new: str) -> str:
    """The sound file with one change, after the id of the third Enkelbestemming."""
    before, mark, after = SOUND.partition(THIRD)
    assert old in after
    return before + mark + after.replace(old, new, 1)


SAME = {
    "sound": SOUND,
    "lines as in Windows": SOUND.replace("\n", "\r\n"),
    "two links": at_third(LINK, LINK + LINK),
    "an entity": at_third(" Wonen ", " Wonen &amp; werken "),
    "no text": at_third(" Wonen ", " "),
    "wide text": at_third(" Wonen ", " Café – \N{OLD PERSIAN SIGN A} "),
    "text in two": at_third(" Wonen ", " Wo<!-- n -->nen "),
    "unquoted text": at_third(" Wonen ", "<![CDATA[ Wonen ]]>"),
    "text beside elements": at_third("<imro:NEN3610ID>", "tekst<imro:NEN3610ID>"),
    "an instruction": at_third(" Wonen ", " Wo<?n n?>nen "),
    "another CRS": at_third("EPSG::28992", "EPSG::4258"),
    "heights": at_third("<gml:posList>", '<gml:posList srsDimension="3">'),
    "an empty link": at_third('xlink:href="#BP1"', 'xlink:href=""'),
    "wrong numbers": at_third(SQUARE, "1 2 x"),
    "two objects in a member": at_third(CLOSE + OPEN.replace("<", "\n\t<"), ""),
    "a member in another": at_third(LINK, LINK + OPEN + PLAIN[0] + CLOSE),
    "a member in a comment": at_third(CLOSE, f"{CLOSE}<!-- {OPEN}{PLAIN[0]}{CLOSE} -->"),
    "a member in an instruction": at_third(CLOSE, f"{CLOSE}<?x {OPEN}{PLAIN[0]}{CLOSE} ?>"),
    "a member in unquoted text": at_third(LINK, f"{LINK}<![CDATA[{OPEN}{PLAIN[0]}{CLOSE}]]>"),
    "a mark of its own": at_third(LINK, f'{LINK}<imro:featureMember {TAKEN}="x"/>'),
    "another meaning of a prefix": at_third(
        CLOSE, CLOSE + '<x xmlns:gml="urn:x">' + OPEN + PLAIN[0] + CLOSE + "</x>"
    ),
    "two ids": SOUND.replace('gml:id="NL', 'gml:id="a" xml:id="NL'),
    "a geometry of another": at_third(
        SHAPE.replace("g1", "g2Enkelbestemming"), '<gml:Surface xlink:href="#g1Bouwvlak"/>'
    ),
    "a reference to nowhere": at_third(
        SHAPE.replace("g1", "g2Enkelbestemming"), '<gml:Surface xlink:href="#weg"/>'
    ),
}
BROKEN = {
    "ends early": SOUND[:-40],
    "a tag is not closed": at_third("</imro:naam>", ""),
    "a control character": at_third(" Wonen ", " Wo\x01nen "),
    "a control character between members": at_third(CLOSE, CLOSE + "\x1c"),
    "no character": at_third(" Wonen ", " Wo\uffffnen "),
    "an unknown entity": at_third(" Wonen ", " &weg; "),
    "the end of unquoted text": at_third(" Wonen ", " ]]> "),
    "a document type": SOUND.replace("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>', 1),
}


def both(path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple]:
    """What the reader gives of a file when it counts as large, and when it does not."""
    found: list[tuple] = []
    for bound in (0, 10**9):
        monkeypatch.setattr(imro, "LARGE", bound)
        try:
            rows = imro.read_imro(path)
        except InputError as error:
            found.append((str(error),))
        else:
            parts = [(part.geometry.tolist(), part.table.to_dict("list")) for part in rows.tables()]
            found.append((parts, rows.log, list(rows.counts.items()), rows.relations.to_dict()))
    return found


@pytest.mark.parametrize("case", SAME)
def test_the_rows_are_those_of_the_tree(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.gml"
    path.write_text(SAME[case], encoding="utf-8", newline="")
    from_text, from_tree = both(path, monkeypatch)
    assert len(from_tree) == 4, from_tree
    assert from_text == from_tree


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_no_xml_is_refused_with_the_same_words(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.gml"
    path.write_text(BROKEN[case], encoding="utf-8", newline="")
    from_text, from_tree = both(path, monkeypatch)
    assert len(from_tree) == 1
    assert from_text == from_tree


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_other_encodings(encoding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.gml"
    declared = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16", "latin-1": "ISO-8859-1"}[encoding]
    text = at_third(" Wonen ", " Café ").replace('"UTF-8"', f'"{declared}"')
    path.write_bytes(text.encode(encoding))
    from_text, from_tree = both(path, monkeypatch)
    assert "Café" in from_tree[0][0][1]["naam"]
    assert from_text == from_tree


def test_plain_objects_leave_one_mark(tmp_path: Path) -> None:
    path = tmp_path / "plan.gml"
    path.write_text(SOUND, encoding="utf-8")
    records, tree = take_plain(path) or ([], None)
    assert len(records) == len(PLAIN)
    assert [record.type for record in records[:3]] == list(KINDS)
    assert [member.get(TAKEN) for member in tree] == [None, "0 12"]


def test_an_odd_object_stays_in_the_tree(tmp_path: Path) -> None:
    path = tmp_path / "plan.gml"
    path.write_text(SAME["an entity"], encoding="utf-8")
    records, tree = take_plain(path) or ([], None)
    assert len(records) == len(PLAIN) - 1
    assert [member.get(TAKEN) for member in tree] == [None, "0 6", None, "6 11"]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="weg.gml"):
        imro.read_imro(tmp_path / "weg.gml")


def test_a_file_without_makes_is_read_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "plan.gml"
    path.write_text(collection(plan_area()), encoding="utf-8")
    assert take_plain(path) is None
