"""Pictures of the reader as SVG, made without a terminal: `make pictures`, or one of your own.

Without an OUT all those of the pages are made anew; tests/ui/test_pictures.py tells when they are
no longer what the reader shows.

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
from typing import Any

from textual.pilot import Pilot

from copytaster import bundled
from copytaster.app import CopytasterApp
from copytaster.desk.desk import Desk
from copytaster.desk.settings.settings import Settings
from copytaster.screens.reading.screen import ReadingScreen

DOCS = Path(__file__).resolve().parent.parent / "docs"
PICTURES = {
    "reader": "s,x,j",
    "comparison": "s,x,j,D",
    "help": "2,question_mark",
}
"""The pictures of the pages: their names, and the keys that lead to what they show."""
SIZE = (150, 42)
TURNS = 400
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
        await _settled(pilot)
        for key in keys:
            await pilot.press(key)
            await _settled(pilot)
        svg = FONT_FACE.sub("", app.export_screenshot(title="copytaster"))
        return svg.replace("<text ", '<text xml:space="preserve" ')


async def _settled(pilot: Pilot[Any]) -> None:
    """Wait until the article under the cursor is on show with its relations."""
    for _ in range(TURNS):
        await pilot.pause(0.05)
        screen = pilot.app.screen
        if not isinstance(screen, ReadingScreen):
            return
        if screen.relatives is not None and not (screen.progress and screen.progress.busy):
            return


def made(
    keys: str,
    size: tuple[int, int] = SIZE,
    theme: str = "night-desk",
    folder: Path | None = None,
) -> str:
    """A picture of a reader of its own, after keys parted by commas."""
    settings = replace(Settings(), theme=theme)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        inbox = folder or samples_of_their_days(place / "inbox")
        homes = {room: place / room for room in ("state", "cache", "config")}
        with closing(Desk.open([inbox], settings, **homes)) as desk:
            pressed = [key for key in keys.split(",") if key]
            return asyncio.run(picture(desk, settings, size, pressed))


def main() -> None:
    """Make one picture, as the words of the call say, or all those of the pages."""
    options = _parser().parse_args()
    width, height = map(int, options.size.split("x"))
    wanted = {DOCS / f"{name}.svg": keys for name, keys in PICTURES.items()}
    if options.out:
        wanted = {options.out: options.keys}
    for out, keys in wanted.items():
        out.parent.mkdir(parents=True, exist_ok=True)
        svg = made(keys, (width, height), options.theme, options.folder)
        out.write_text(svg, encoding="utf-8")
        print(out)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Make a picture of the reader.")
    parser.add_argument("--folder", type=Path, help="what to read (default: the sample corpus)")
    parser.add_argument("--size", default="x".join(map(str, SIZE)), help="columns x lines")
    parser.add_argument("--theme", default="night-desk")
    parser.add_argument("--keys", default=PICTURES["reader"], help="pressed before, by comma")
    parser.add_argument("out", type=Path, nargs="?", help="default: all of the pages")
    return parser


if __name__ == "__main__":
    main()
