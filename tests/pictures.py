"""Pictures of the reader as SVG, made without a terminal: `make pictures`, or one of your own.

    python tests/pictures.py [--folder FOLDER] [--size 120x36] [--theme NAME] [--keys j,j,B] OUT.svg

Without a folder it shows the sample corpus as it was on the evening of its last day, so that the
picture is the same on every machine.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from copytaster import bundled
from copytaster.app import CopytasterApp
from copytaster.desk.desk import Desk
from copytaster.desk.settings import Settings

README_PICTURE = Path(__file__).resolve().parent.parent / "docs" / "reader.svg"
README_KEYS = "s,x,j"
EVENING = datetime(2026, 9, 21, 0, 30, tzinfo=UTC).timestamp()
PATIENCE = 120.0
STAMP = re.compile(r"(\d{8}T\d{4})Z")
FONT_FACE = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


def samples_of_their_days(inbox: Path, patterns: Sequence[str] = ("*",)) -> Path:
    """A copy of the sample corpus in which each file is as old as its name says."""
    inbox.mkdir()
    for path in bundled.folder("sample_corpus").iterdir():
        stamp = STAMP.match(path.name)
        if stamp and any(path.match(pattern) for pattern in patterns):
            moment = datetime.strptime(stamp[1] + "+0000", "%Y%m%dT%H%M%z").timestamp()
            os.utime(shutil.copy(path, inbox), (moment, moment))
    return inbox


async def picture(
    desk: Desk, settings: Settings, size: tuple[int, int], keys: Sequence[str]
) -> str:
    """The screen as SVG after these keys, everything read and related before.

    It asks no other site for its font, and is set in what the viewer has of the same width. Its
    blanks are kept: some viewers drop those at the start of a text, and with them the columns.
    """
    desk.start()
    desk.wait(PATIENCE)
    app = CopytasterApp(desk, settings, clock=lambda: EVENING)
    async with app.run_test(size=size) as pilot:
        await pilot.pause(1.0)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.3)
        svg = FONT_FACE.sub("", app.export_screenshot(title="copytaster"))
        return svg.replace("<text ", '<text xml:space="preserve" ')


def main() -> None:
    """Make one picture, as the words of the call say."""
    options = _parser().parse_args()
    width, height = map(int, options.size.split("x"))
    keys = [key for key in options.keys.split(",") if key]
    settings = replace(Settings(), theme=options.theme)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        os.environ["XDG_CONFIG_HOME"] = name
        inbox = options.folder or samples_of_their_days(place / "inbox")
        opened = Desk.open([inbox], settings, state=place / "state", cache=place / "cache")
        with closing(opened) as desk:
            svg = asyncio.run(picture(desk, settings, (width, height), keys))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(svg, encoding="utf-8")
    print(options.out)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Make a picture of the reader.")
    parser.add_argument("--folder", type=Path, help="what to read (default: the sample corpus)")
    parser.add_argument("--size", default="150x42", help="columns x lines")
    parser.add_argument("--theme", default="night-desk")
    parser.add_argument("--keys", default=README_KEYS, help="pressed before, by comma")
    parser.add_argument("out", type=Path, nargs="?", default=README_PICTURE)
    return parser


if __name__ == "__main__":
    main()
