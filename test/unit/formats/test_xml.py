"""XML from strangers: read in pieces, and refused where it is dangerous."""

from __future__ import annotations

import pytest

from rev_plugin.core.model import Cancelled, InputError, Silent
from rev_plugin.formats.xml import each_element, read_root, read_tree


def write(tmp_path, text, name="file.xml"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_root_and_namespace(tmp_path):
    root = read_root(write(tmp_path, '<a:plan xmlns:a="urn:x"><b/></a:plan>'))
    assert root == ("plan", "urn:x")


def test_each_element_comes_whole_and_in_order(tmp_path):
    path = write(tmp_path, '<r><m id="1"><x>a</x></m><other/><m id="2"><x>b</x></m></r>')
    assert [(e.get("id"), e[0].text) for e in each_element(read_tree(path), ("m",))] == [
        ("1", "a"),
        ("2", "b"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>',
        '<!DOCTYPE r SYSTEM "http://example.org/x.dtd"><r/>',
        '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><r>&a;</r>',
        "<!DOCTYPE r><r/>",
    ],
)
@pytest.mark.parametrize(
    "read", [read_root, read_tree, lambda p: list(each_element(read_tree(p), ("r",)))]
)
def test_a_dtd_is_refused(tmp_path, text, read):
    with pytest.raises(InputError, match="DTD") as error:
        read(write(tmp_path, text))
    assert error.value.row


def test_a_bomb_is_refused_before_it_swells(tmp_path):
    levels = "".join(f'<!ENTITY l{i + 1} "{f"&l{i};" * 10}">' for i in range(12))
    text = f'<!DOCTYPE r [<!ENTITY l0 "lol">{levels}]><r a="&l12;">&l12;</r>'
    with pytest.raises(InputError):
        read_tree(write(tmp_path, text))


@pytest.mark.parametrize("text", [b"", b"plan", b"<r><a></r>", b"<r>\n<a>\n", b"\x00\x01\x02"])
def test_broken_xml_names_file_and_line(tmp_path, text):
    with pytest.raises(InputError, match="file.xml") as error:
        read_tree(write(tmp_path, text))
    assert error.value.row


def test_an_element_inside_another_is_met_once(tmp_path):
    path = write(tmp_path, "<r><m><x><m><y/></m></x></m></r>")
    found = [[e.tag for e in m.iter()] for m in each_element(read_tree(path), ("m",))]
    assert found == [["m", "x"], ["m", "y"]]


def test_truncated_file_names_its_last_line(tmp_path):
    path = write(tmp_path, "<r>\n<m>1</m>\n<m>2</m>\n<m>3")
    with pytest.raises(InputError, match="regel") as error:
        read_tree(path)
    assert "4" in str(error.value.row)


def test_deep_nesting_is_bounded(tmp_path):
    with pytest.raises(InputError, match="depth"):
        read_tree(write(tmp_path, "<a>" * 5000 + "</a>" * 5000))


def test_missing_file(tmp_path):
    with pytest.raises(InputError, match="niet te openen"):
        read_root(tmp_path / "none.xml")


def test_progress_ends_at_one_and_cancel_stops(tmp_path):
    path = write(tmp_path, "<r>" + "<m>text</m>" * 20_000 + "</r>")
    seen = []

    class Watch(Silent):
        def progress(self, fraction):
            seen.append(fraction)

    list(each_element(read_tree(path), ("m",), Watch()))
    assert seen == sorted(seen)
    assert seen[-1] == 1.0

    class Cancel(Silent):
        def check(self):
            raise Cancelled

    with pytest.raises(Cancelled):
        list(each_element(read_tree(path), ("m",), Cancel()))
