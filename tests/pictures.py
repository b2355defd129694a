"""Pictures of the reader as SVG, made without a terminal: `make pictures`, or for a folder of one's own.

    python tests/pictures.py [--folder FOLDER] [--size 120x36] [--theme NAME] [--keys j,j,B] OUT.svg
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from dataclasses import replace
from pathlib import Path

from copytaster import bundled
from copytaster.app import CopytasterApp
from copytaster.desk.desk import Desk
from copytaster.desk.settings import Settings

README_PICTURE = Path(__file__).resolve().parent.parent / "docs" / "reader.svg"
PATIENCE = 120.0


async def picture(folder: Path, size: tuple[int, int], theme: str, keys: list[str]) -> str:
    """The screen as SVG after these keys, everything read and related before."""
    settings = replace(Settings(), theme=theme)
    with tempfile.TemporaryDirectory() as place:
        desk = Desk.open([folder], settings, state=Path(place, "state"), cache=Path(place, "cache"))
        desk.start()
        desk.wait(PATIENCE)
        app = CopytasterApp(desk, settings)
        async with app.run_test(size=size) as pilot:
            await pilot.pause(1.0)
            for key in keys:
                await pilot.press(key)
                await pilot.pause(0.3)
            return app.export_screenshot(title="copytaster")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, default=bundled.folder("sample_corpus"))
    parser.add_argument("--size", default="150x42")
    parser.add_argument("--theme", default="night-desk")
    parser.add_argument("--keys", default="")
    parser.add_argument("out", type=Path, nargs="?", default=README_PICTURE)
    options = parser.parse_args()
    width, height = map(int, options.size.split("x"))
    keys = [key for key in options.keys.split(",") if key]
    svg = asyncio.run(picture(options.folder, (width, height), options.theme, keys))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(svg, encoding="utf-8")
    print(options.out)


if __name__ == "__main__":
    main()
