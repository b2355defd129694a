"""`copytaster [PATH …]`: the reader itself, on folders or files."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from copytaster.cli.exits import Exit, Parser, complain
from copytaster.cli.places import inbox, is_sample, missing
from copytaster.desk.desk import Desk
from copytaster.desk.keeping.there import is_there
from copytaster.desk.settings.file import SettingsFile, load
from copytaster.desk.settings.settings import Settings
from copytaster.terminal import pauses
from copytaster.terminal.depth import colour_depth, tell_textual
from copytaster.terminal.exit import raise_at_interrupt
from copytaster.terminal.found import give_back_if_taken, why_no_screen

WITHOUT_A_SCREEN = (
    "copytaster --plain reads line by line; or try copytaster show FILE, list --in FOLDER"
)
SAMPLE = "this is the sample corpus; C chooses a folder of your own"


def run(words: Sequence[str]) -> int:
    """Open the reader and stay in it until it is left."""
    paths, plain = _paths(words)
    settings, complaints = load()
    places = inbox(paths, settings)
    if problem := missing(places):
        give_back_if_taken()
        complain(problem)
        return Exit.WRONG
    if plain:
        from copytaster.cli.plain import run_plainly

        raise_at_interrupt()
        return run_plainly(places, settings, "; ".join(complaints))
    if reason := why_no_screen(os.environ):
        complain(f"{reason}; {WITHOUT_A_SCREEN}")
        return Exit.WRONG
    file = SettingsFile()
    sample = is_sample(paths, settings)
    newcomer = sample and not is_there(file.path)
    notice = "; ".join([*complaints, SAMPLE] if sample and not newcomer else complaints)
    status, chosen = _open(places, settings, notice, file, welcome=newcomer)
    while chosen is not None:
        settings, complaints = load()
        places = [Path(chosen).expanduser()]
        status, chosen = _open(places, settings, "; ".join(complaints), file)
    return status


def _paths(words: Sequence[str]) -> tuple[list[Path], bool]:
    """The files and folders named, and whether to go line by line; options alone need a parser."""
    if not any(word.startswith("-") for word in words):
        return [Path(word) for word in words], False
    from copytaster.cli.usage import reader_parser

    options = reader_parser(Parser).parse_args(words)
    return options.path, options.plain


def _open(
    places: Sequence[Path],
    settings: Settings,
    notice: str,
    file: SettingsFile,
    *,
    welcome: bool = False,
) -> tuple[int, str | None]:
    """Stay in the reader on these places; its status, and the inbox that was chosen in it, if any.

    The desk is opened first, then Textual imported: the environment must be told before.
    """
    pauses.hold()
    depth = colour_depth(os.environ, settings.colour)
    tell_textual(os.environ, depth)
    with closing(Desk.open(places, settings)) as desk:
        desk.start()  # the back room wakes on another core while Textual is imported
        _import_asyncio_without_ssl()
        from copytaster.app import CopytasterApp

        app = CopytasterApp(desk, settings, depth=depth, notice=notice, file=file, welcome=welcome)
        chosen = app.run(mouse=settings.mouse)
        if app.failure is not None:
            desk.doubt(app.failure)
            raise app.failure
    return app.return_code or Exit.DONE, chosen


def _import_asyncio_without_ssl() -> None:
    """Keep OpenSSL, 4 ms, out of the start: asyncio takes it where it is, and does without else."""
    if "ssl" not in sys.modules:
        sys.modules["ssl"] = None  # type: ignore[assignment] # so that importing it is an error
        import asyncio  # noqa: F401

        del sys.modules["ssl"]
