"""Feed the plan readers thousands of broken files: `make fuzz`.

Each file is a sound one with one to three injuries. Allowed: the plugin's own error, or a
reading whose rows hold together. Anything else, or a reading of over 5 s (of the processor,
so that a busy machine does not count; a minute on the clock), is kept in build/fuzz/ and
makes the run fail. The same seed gives the same files.
"""

from __future__ import annotations

import argparse
import copy
import io
import json
import re
import signal
import sys
import tempfile
import time
import traceback
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
import shapely
from lxml import etree

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "test" / "unit" / "formats")]

import plan_files  # noqa: E402 - after the path above
import stop_files  # noqa: E402

from rev_plugin.core.model import RevError  # noqa: E402
from rev_plugin.formats import imro  # noqa: E402
from rev_plugin.formats.plan_rows import COLUMNS, PlanRows  # noqa: E402
from rev_plugin.formats.plans import read_plans  # noqa: E402

FILES = 20_000
LIMIT_S = 5  # of the processor
STUCK_S = 60  # on the clock
REAL = ROOT.parent / "shared" / "data"
REAL_CHARACTERS = 30_000  # of a real plan, so that thousands can be read
SWOLLEN = 500_000  # characters that one injury adds at most
NUMBERS = ("NaN", "inf", "-1e999", "1e308", "9" * 400, "0x10", "1,5", "", "-", "٣", "1_000", "1e6")
CRS_NAMES = ("EPSG:4326", "urn:ogc:def:crs:EPSG::4258", "EPSG:0", "EPSG:99999", "x" * 5000, "",
             "urn:ogc:def:crs:EPSG::7415", "EPSG:5709", "EPSG:4978")  # fmt: skip
ENTITIES = (
    '<!DOCTYPE r [<!ENTITY a "b">]>',
    '<!DOCTYPE r SYSTEM "file:///etc/passwd">',
    "<!DOCTYPE r [" + "".join(
        f'<!ENTITY l{i + 1} "{f"&l{i};" * 10}">' for i in range(9)
    ) + '<!ENTITY l0 "lol">]>',
)  # fmt: skip

Mutation = Callable[[str, np.random.Generator], str]


def corpus() -> dict[str, str]:
    """Sound files by name: hand-drawn ones, and the head of each real plan that is at hand."""
    square = plan_files.polygon(plan_files.SQUARE, plan_files.HOLE, gml_id="g1")
    arc = (
        "<gml:MultiSurface><gml:surfaceMember><gml:Surface><gml:patches><gml:PolygonPatch>"
        "<gml:exterior><gml:Ring><gml:curveMember><gml:Curve><gml:segments><gml:Arc><gml:posList>"
        "10 0 0 10 -10 0</gml:posList></gml:Arc><gml:LineStringSegment><gml:posList>-10 0 10 0"
        "</gml:posList></gml:LineStringSegment></gml:segments></gml:Curve></gml:curveMember>"
        "</gml:Ring></gml:exterior></gml:PolygonPatch></gml:patches></gml:Surface>"
        '</gml:surfaceMember><gml:surfaceMember xlink:href="#g1"/></gml:MultiSurface>'
    )
    sizes = (
        "<imro:maatvoeringInfo><imro:WaardeEnType><imro:waarde>7</imro:waarde><imro:waardeType>"
        "maximum bouwhoogte (m)</imro:waardeType></imro:WaardeEnType></imro:maatvoeringInfo>"
    )
    found = {}
    for version in plan_files.IMRO:
        objects = (
            plan_files.imro_object("Enkelbestemming", "NL.IMRO.EP1", "", square, version),
            plan_files.imro_object("Maatvoering", "NL.IMRO.MV1", sizes, arc, version),
            plan_files.plan_area(version=version),
        )
        found[f"imro{version}.gml"] = plan_files.collection(*objects, version=version)
    name = "<imro:naam>bouwvlak</imro:naam>"
    shape = plan_files.polygon(plan_files.SQUARE)
    alike = [plan_files.imro_object("Bouwvlak", f"NL.IMRO.BV{n}", name, shape) for n in range(9)]
    found["alike.gml"] = plan_files.collection(plan_files.plan_area(), *alike)
    found["ow.xml"] = stop_files.OW.format(objects="".join(stop_files.OBJECTS))
    found["besluit.xml"] = stop_files.TEXT
    places = stop_files.LOCATION.format(name="uuid-1", gml=stop_files.square(0))
    found["gebied.gml"] = stop_files.GIO.format(locations=places)
    ring = [[[0, 0], [900, 0], [900, 900], [0, 0]]]
    plan = {"id": "a", "naam": "b", "planstatusInfo": {"planstatus": "ontwerp"}, "type": "x",
            "geometrie": {"type": "Polygon", "coordinates": ring},
            "bestemmingsvlakken": [{"id": "c", "type": "enkelbestemming"}]}  # fmt: skip
    found["plan.json"] = json.dumps(plan)
    for path in sorted((REAL / "katwijk" / "plans").glob("*.gml")):
        text = path.read_text(encoding="utf-8")
        end = text.index("</imro:featureMember>", REAL_CHARACTERS) + len("</imro:featureMember>")
        found[path.name] = text[:end] + "</imro:FeatureCollectionIMRO>"
    return found


def _place(text: str, rng: np.random.Generator) -> int:
    return int(rng.integers(0, len(text) + 1))


def _pick(choices: tuple[str, ...], rng: np.random.Generator) -> str:
    return choices[int(rng.integers(len(choices)))]


def cut(text: str, rng: np.random.Generator) -> str:
    """End the file somewhere."""
    return text[: _place(text, rng)]


def remove(text: str, rng: np.random.Generator) -> str:
    """Take a piece out."""
    start = _place(text, rng)
    return text[:start] + text[start + int(rng.integers(1, 400)) :]


def repeat(text: str, rng: np.random.Generator) -> str:
    """Write a piece many times over."""
    start = _place(text, rng)
    piece = text[start : start + int(rng.integers(1, 200))]
    return text[:start] + piece * int(rng.integers(2, 30)) + text[start:]


def shuffle(text: str, rng: np.random.Generator) -> str:
    """Change the order of the tags, each with its text."""
    parts = text.split("<")
    some = rng.permutation(len(parts))[: int(rng.integers(2, 12))]
    for one, other in zip(some, rng.permutation(some)):
        parts[one], parts[other] = parts[other], parts[one]
    return "<".join(parts)


def numbers(text: str, rng: np.random.Generator) -> str:
    """Put wrong or huge numbers in place of some."""
    chance = float(rng.choice([0.01, 0.2, 1.0]))
    return re.sub(
        r"(?<=[\s>])-?\d+(\.\d+)?(?=[\s<])",
        lambda match: _pick(NUMBERS, rng) if rng.random() < chance else match.group(),
        text,
    )


def scale(text: str, rng: np.random.Generator) -> str:
    """Make all coordinates huge, tiny or equal."""
    power = int(rng.choice([-300, -9, 3, 9, 200]))
    return re.sub(r"(?<=[\s>])-?\d+(\.\d+)?(?=[\s<])", lambda m: f"{m.group()}e{power}", text)


def nest(text: str, rng: np.random.Generator) -> str:
    """Nest deeply, at a place between two tags."""
    name = _pick(("gml:MultiGeometry", "imro:x", "gml:surfaceMember", "Gebied"), rng)
    depth = int(rng.choice([50, 200, 300, 5000]))
    start = text.find("<", _place(text, rng))
    return text[:start] + f"<{name}>" * depth + f"</{name}>" * depth + text[start:]


def entities(text: str, rng: np.random.Generator) -> str:
    """Add a document type, and entities that it may hold."""
    head, mark, rest = text.partition("?>")
    body = rest if mark else text
    start = _place(body, rng)
    body = body[:start] + _pick(("&a;", "&l9;", "&#0;", "&#xFFFF;", "&weg;"), rng) + body[start:]
    return head * bool(mark) + mark + _pick((*ENTITIES, ""), rng) + body


def names(text: str, rng: np.random.Generator) -> str:
    """Call all elements of one name by the name of another."""
    found = sorted(set(re.findall(r"</([\w:.-]+)>", text)))
    if len(found) < 2:
        return text
    one, other = (_pick(tuple(found), rng) for _ in range(2))
    return re.sub(rf"(?<=[</]){re.escape(one)}(?=[\s/>])", other, text)


def attributes(text: str, rng: np.random.Generator) -> str:
    """Other CRS, dimensions, directions and links."""
    text = re.sub(r'srsName="[^"]*"', f'srsName="{_pick(CRS_NAMES, rng)}"', text)
    text = re.sub(r'href="#?[^"]*"', f'href="#{_pick(("g1", "g2", "NL.IMRO.EP1"), rng)}"', text)
    extra = _pick(('srsDimension="3"', 'srsDimension="0"', 'orientation="-"', 'gml:id="g1"'), rng)
    return re.sub(r"<(gml:posList|gml:Surface|gml:Curve)(?=[ >])", rf"<\1 {extra}", text)


def flip(text: str, rng: np.random.Generator) -> str:
    """Other characters here and there, control characters among them."""
    characters = list(text)
    for _ in range(int(rng.integers(1, 20))):
        if characters:
            characters[int(rng.integers(len(characters)))] = chr(int(rng.integers(0, 0x500)))
    return "".join(characters)


def transplant(text: str, rng: np.random.Generator) -> str:
    """Move, copy or drop whole elements; what was XML stays XML."""
    try:
        root = etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return text
    for _ in range(int(rng.integers(1, 8))):
        elements = [element for element in root.iter("*") if element is not root]
        if not elements:
            break
        one, other = (elements[int(rng.integers(len(elements)))] for _ in range(2))
        if rng.random() < 0.3:
            one.getparent().remove(one)
        elif one not in other.iterancestors() and one is not other:
            other.insert(int(rng.integers(len(other) + 1)), copy.deepcopy(one))
    return etree.tostring(root, encoding="unicode")


def swell(text: str, rng: np.random.Generator) -> str:
    """Write one element thousands of times."""
    found = re.findall(r"<([\w:.-]+)(?:\s[^<>]*)?>[^<>]*</\1>", text)
    if not found:
        return text
    name = re.escape(_pick(tuple(found), rng))
    times = int(rng.choice([50, 3000]))
    return re.sub(
        rf"<{name}(\s[^<>]*)?>[^<>]*</{name}>",
        lambda match: match.group() * min(times, SWOLLEN // len(match.group()) + 1),
        text,
        count=1,
    )


GENTLE: tuple[Mutation, ...] = (
    numbers, scale, nest, names, attributes, transplant, transplant, swell,
)  # fmt: skip
MUTATIONS: tuple[Mutation, ...] = (*GENTLE, cut, remove, repeat, shuffle, entities, flip)


def injured(sound: str, rng: np.random.Generator) -> bytes:
    """A sound text with one to three injuries, as bytes; half of them leave it well-formed."""
    gentle = rng.random() < 0.5
    mutations = GENTLE if gentle else MUTATIONS
    for _ in range(int(rng.integers(1, 4))):
        sound = mutations[int(rng.integers(len(mutations)))](sound, rng)
    if gentle:
        return sound.encode()
    encoding = _pick(("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "latin-1"), rng)
    return sound.encode(encoding, errors="replace")


def packed(name: str, data: bytes, rng: np.random.Generator) -> bytes:
    """A zip with the file, with some bytes changed or its end gone."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr(_pick((name, f"../{name}", f"a/b/{name}", ""), rng) or name, data)
    content = bytearray(stream.getvalue())
    for _ in range(int(rng.integers(0, 6))):
        content[int(rng.integers(len(content)))] = int(rng.integers(256))
    return bytes(content[: len(content) if rng.random() < 0.8 else int(rng.integers(len(content)))])


class Hang(Exception):
    """A reading took longer than LIMIT_S or STUCK_S."""


def _hang(_signal: int, _frame: object) -> None:
    raise Hang


def _watch(busy_s: float, stuck_s: float) -> None:
    """Raise Hang after so many seconds; 0 stops the watch. Windows has no such timers."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGPROF, _hang)
        signal.signal(signal.SIGALRM, _hang)
        signal.setitimer(signal.ITIMER_PROF, busy_s)
        signal.setitimer(signal.ITIMER_REAL, stuck_s)


def judge(path: Path) -> str:
    """Read one file: "error" (the plugin's own) or "rows"; anything else is raised."""
    _watch(LIMIT_S, STUCK_S)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            rows = read_plans(path)
    except RevError:
        return "error"
    finally:
        _watch(0, 0)
    check(rows)
    return "rows"


def check(rows: PlanRows) -> None:
    """The promises of PlanRows hold."""
    for part, kind in zip(rows.tables(), ("MultiPolygon", "MultiLineString", "MultiPoint")):
        if tuple(part.table.columns) != COLUMNS:
            raise AssertionError("columns")
        texts = part.table.to_numpy().ravel()
        if not all(text is None or (isinstance(text, str) and text) for text in texts):
            raise AssertionError("a cell that is no text")
        shapes = part.geometry[~shapely.is_missing(part.geometry)]
        if not all(shape.geom_type == kind for shape in shapes):
            raise AssertionError(f"not all {kind}")
        if kind == "MultiPolygon" and not shapely.is_valid(shapes).all():
            raise AssertionError("an invalid polygon")
        if not np.isfinite(shapely.get_coordinates(shapes)).all():
            raise AssertionError("a coordinate that is no number")


def run(count: int, seed: int, keep: Path) -> tuple[Counter, list[str]]:
    """Read `count` broken files; gives the tally and what failed (kept in `keep`)."""
    rng = np.random.default_rng(seed)
    sound = corpus()
    tally: Counter = Counter()
    failures: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            name = _pick(tuple(sound), rng)
            data = injured(sound[name], rng)
            path = Path(folder) / name
            if rng.random() < 0.1:
                path, data = path.with_suffix(".zip"), packed(name, data, rng)
            path.write_bytes(data)
            try:
                tally[judge(path)] += 1
            except Exception as error:  # noqa: BLE001 - to find any is the purpose
                keep.mkdir(parents=True, exist_ok=True)
                kept = keep / f"{seed}-{number}-{path.name}"
                kept.write_bytes(data)
                place = traceback.extract_tb(error.__traceback__)[-1]
                failures.append(f"{kept.name}: {error!r} ({place.filename}:{place.lineno})")
            path.unlink()
    return tally, failures


def main() -> int:
    """Command line: how many files, which seed; 1 when something failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=FILES)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    imro.LARGE = 0  # small files too are read the way of large ones
    start = time.monotonic()
    tally, failures = run(options.files, options.seed, ROOT / "build" / "fuzz")
    print(f"{options.files} bestanden in {time.monotonic() - start:.0f} s: {dict(tally)}")
    for failure in failures:
        print(failure)
    print(f"{options.files - len(failures)} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
