"""Keep resources/i18n/rev_en.ts in step with the Dutch texts in the code.

    python3 scripts/translations.py         adds new texts, drops those that are gone
    python3 scripts/translations.py --todo  lists what has no translation yet

Reads the code with `ast`: every literal in tr("…") or self.tr("…"), every constant in
tr(NAME), and every tr("…") of a report template; context "REV".
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Optional

from lxml import etree

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "rev_plugin"
FILE = SOURCE / "resources" / "i18n" / "rev_en.ts"
CONTEXT = "REV"
CALL = re.compile(r"\btr\((?:([A-Z_]+)\))?")  # and the constant it is given, if one
IN_TEMPLATE = re.compile(r'\btr\("([^"]+)"\)')


def texts(folder: Path = SOURCE) -> list[str]:
    """All Dutch texts of the code and the templates, in alphabetical order.

    Raises:
        ValueError: tr() is called on something else than a literal or a constant; a
            translator would never see it.
    """
    found: set[str] = set()
    codes = {path: path.read_text("utf-8") for path in sorted(folder.rglob("*.py"))}
    trees = {path: ast.parse(code) for path, code in _telling(codes).items()}
    constants = {name: text for tree in trees.values() for name, text in _constants(tree)}
    for path, tree in trees.items():
        for node in ast.walk(tree) if CALL.search(codes[path]) else ():
            if isinstance(node, ast.Call) and _name(node.func) == "tr" and node.args:
                text = _text(node.args[0], constants)
                if text is not None:
                    found.add(text)
                elif not isinstance(node.args[0], ast.Name):
                    raise ValueError(f"{path}:{node.lineno}: tr() needs a literal")
    for path in sorted(folder.rglob("*.j2")):
        found.update(IN_TEMPLATE.findall(path.read_text("utf-8")))
    return sorted(found)


def _telling(codes: dict[Path, str]) -> dict[Path, str]:
    """The modules that call tr(), or that may hold a constant it is called on."""
    used = {name for code in codes.values() for name in CALL.findall(code) if name}
    given = re.compile("|".join([CALL.pattern, *(rf"^{name} = " for name in used)]), re.MULTILINE)
    return {path: code for path, code in codes.items() if given.search(code)}


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The texts that a module gives a name in capitals."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name, text = node.targets[0].id, _text(node.value, {})
            if name.isupper() and text is not None:
                yield name, text


def _text(node: ast.expr, constants: dict[str, str]) -> Optional[str]:
    if isinstance(node, ast.Name):
        return constants.get(node.id)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def read(file: Path = FILE) -> dict[str, str]:
    """Translations by Dutch text; an unfinished one is an empty text."""
    if not file.is_file():
        return {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.parse(str(file), parser)
    return {
        message.findtext("source") or "": message.findtext("translation") or ""
        for message in root.iter("message")
    }


def write(translations: dict[str, str], file: Path = FILE) -> None:
    """Write the .ts file as Qt Linguist reads it."""
    root = etree.Element("TS", version="2.1", language="en", sourcelanguage="nl")
    context = etree.SubElement(root, "context")
    etree.SubElement(context, "name").text = CONTEXT
    for source, translation in sorted(translations.items()):
        message = etree.SubElement(context, "message")
        etree.SubElement(message, "source").text = source
        made = etree.SubElement(message, "translation")
        if translation:
            made.text = translation
        else:
            made.set("type", "unfinished")
    text = etree.tostring(
        root, encoding="utf-8", xml_declaration=True, pretty_print=True, doctype="<!DOCTYPE TS>"
    )
    file.write_bytes(text)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def main() -> None:
    known = read()
    kept = {text: known.get(text, "") for text in texts()}
    if "--todo" in sys.argv:
        print("\n".join(text for text, translation in kept.items() if not translation))
        return
    write(kept)
    done = sum(1 for translation in kept.values() if translation)
    print(f"{FILE.relative_to(ROOT)}: {done} van {len(kept)} vertaald")


if __name__ == "__main__":
    main()
