"""Make pictures of the real QGIS window with REV in it: build/screens/*.png.

Starts scripts/qgis under Xvfb, once per language and theme; the script inside
(screens_inside.py) opens the demo study and takes the pictures.

    python3 scripts/screens.py [--only nl_light]
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "build" / "screens"
VARIANTS = ("nl_light", "nl_dark", "en_light", "en_dark")
IMAGES = ROOT / "docs" / "images"
SHOWN = ("quickscan", "bevinding", "verschuiven", "overzicht", "netcapaciteit", "opties")
LONGEST_S = 240
WIDE, COLOURS = 1280, 128  # of the pictures in README and docs, which go with the plugin


def take(variant: str, out: Path = OUT) -> int:
    """Run QGIS once; its pictures end in `_<language>_<theme>.png`. Gives the exit code."""
    out.mkdir(parents=True, exist_ok=True)
    language = variant.split("_")[0]
    environment = {
        **os.environ,
        "REV_SCREENS": str(out),
        "REV_VARIANT": variant,
        "REV_LOCALE": language,
        "QT_QPA_PLATFORM": "xcb",
    }
    command = [
        str(ROOT / "scripts" / "with_display"), str(ROOT / "scripts" / "qgis"), "qgis",
        "--nologo", "--noversioncheck", "--lang", language,
        "--code", str(ROOT / "scripts" / "screens_inside.py"),
    ]  # fmt: skip
    environment.pop("DISPLAY", None)  # always a virtual screen: nobody's own is disturbed
    run = subprocess.Popen(command, env=environment, start_new_session=True)
    try:
        return run.wait(LONGEST_S)
    except subprocess.TimeoutExpired:
        os.killpg(run.pid, signal.SIGTERM)
        return 1


def for_readme(name: str) -> None:
    """A smaller copy of a picture, in few colours, for README and docs."""
    from PIL import Image

    with Image.open(OUT / f"{name}_nl_light.png") as picture:
        small = picture.convert("RGB")
        small.thumbnail((WIDE, WIDE), Image.Resampling.LANCZOS)
        IMAGES.mkdir(parents=True, exist_ok=True)
        small.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
            IMAGES / f"{name}.png", optimize=True
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=VARIANTS, action="append")
    chosen = parser.parse_args().only or VARIANTS
    failed = [variant for variant in chosen if take(variant) != 0]
    for path in OUT.glob("*_nl_light.png"):
        if path.stem.removesuffix("_nl_light") in SHOWN:
            for_readme(path.stem.removesuffix("_nl_light"))
    for path in sorted(OUT.glob("*.png")):
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1024} kB")
    if failed:
        sys.exit(f"QGIS stopped with an error for: {', '.join(failed)}")


if __name__ == "__main__":
    main()
