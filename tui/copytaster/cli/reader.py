"""`copytaster [PATH …]`: the reader itself, on folders or files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from copytaster.cli.exits import Exit, Parser, complain
from copytaster.cli.places import inbox, is_sample, missing
from copytaster.desk.desk import Desk
from copytaster.desk.settings import Settings
from copytaster.desk.settings_file import SettingsFile, load
from copytaster.terminal import pauses
from copytaster.terminal.depth import colour_depth, tell_textual
from copytaster.terminal.found import why_no_screen

WITHOUT_A_SCREEN = "try copytaster show FILE, list --in FOLDER or related FILE"
SAMPLE = "this is the sample corpus; copytaster FOLDER opens your own"


def run(words: Sequence[str]) -> int:
    """Open the reader and stay in it until it is left."""
    from copytaster.cli.usage import reader_parser

    options = reader_parser(Parser).parse_args(words)
    settings, complaints = load()
    places = inbox(options.path, settings)
    if problem := missing(places):
        complain(problem)
        return Exit.WRONG
    if reason := why_no_screen(os.environ):
        complain(f"{reason}; {WITHOUT_A_SCREEN}")
        return Exit.WRONG
    sample = [SAMPLE] if is_sample(options.path, settings) else []
    return _open(places, settings, "; ".join([*complaints, *sample]))


def _open(places: Sequence[Path], settings: Settings, notice: str) -> int:
    """Open the desk first, then import Textual: the environment must be told before."""
    pauses.hold()
    depth = colour_depth(os.environ, settings.colour)
    tell_textual(os.environ, depth)
    with closing(Desk.open(places, settings)) as desk:
        from copytaster.app import CopytasterApp

        app = CopytasterApp(desk, settings, depth=depth, notice=notice, file=SettingsFile())
        app.run(mouse=settings.mouse)
    return app.return_code or Exit.DONE
