"""`copytaster [PATH …]`: the reader itself, on folders or files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from copytaster import bundled
from copytaster.cli.exits import Exit, Parser, complain
from copytaster.desk.desk import Desk
from copytaster.desk.settings import Settings
from copytaster.desk.settings_file import load
from copytaster.terminal.depth import colour_depth, tell_textual
from copytaster.terminal.found import why_no_screen

WITHOUT_A_SCREEN = "try copytaster show FILE, list --in FOLDER or related FILE"
SAMPLE = "this is the sample corpus; copytaster FOLDER opens your own"


def run(words: Sequence[str]) -> int:
    """Open the reader and stay in it until it is left."""
    from copytaster.cli.usage import reader_parser

    options = reader_parser(Parser).parse_args(words)
    settings, complaints = load()
    places, notice = inbox(options.path, settings)
    missing = [place for place in places if not place.exists()]
    if missing:
        complain(f"{missing[0]}: no such file or folder")
        return Exit.WRONG
    if reason := why_no_screen(os.environ):
        complain(f"{reason}; {WITHOUT_A_SCREEN}")
        return Exit.WRONG
    return _open(places, settings, "; ".join([*complaints, notice]) if complaints else notice)


def inbox(paths: Sequence[Path], settings: Settings) -> tuple[list[Path], str]:
    """The folders and files to read, and what to say of the choice."""
    if paths:
        return list(paths), ""
    if settings.inbox:
        return [Path(place).expanduser() for place in settings.inbox], ""
    return [bundled.folder("sample_corpus")], SAMPLE


def _open(places: Sequence[Path], settings: Settings, notice: str) -> int:
    """Open the desk first, then import Textual: the environment must be told before."""
    depth = colour_depth(os.environ, settings.colour)
    tell_textual(os.environ, depth)
    desk = Desk.open(places, settings)
    from copytaster.app import CopytasterApp

    app = CopytasterApp(desk, settings, depth=depth, notice=notice)
    app.run(mouse=settings.mouse)
    return app.return_code or Exit.DONE
