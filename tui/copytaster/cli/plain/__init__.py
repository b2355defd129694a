"""`copytaster --plain`: the same desk line by line, for screen readers, paper and poor terminals.

Nothing is painted over and no escape code is sent. One types a word or its letter, which are the
reader's own keys, and Enter; each answer is a few whole lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from copytaster.cli.exits import Exit
from copytaster.cli.plain.dialogue import Dialogue
from copytaster.cli.plain.place import PlainPlace
from copytaster.desk.desk import Desk
from copytaster.desk.settings.settings import Settings

PROMPT = "> "
FIRST_WAIT = 3.0


def run_plainly(places: Sequence[Path], settings: Settings, notice: str) -> int:
    """Talk with the desk of these places until `quit` or the end of the input."""
    with closing(Desk.open(places, settings)) as desk:
        desk.start()
        desk.wait(FIRST_WAIT)
        dialogue = Dialogue(PlainPlace(desk, settings))
        _say([line for line in (notice, *dialogue.begin()) if line])
        while not dialogue.over:
            try:
                typed = input(PROMPT)
            except EOFError:
                print()
                break
            _say(dialogue.answer(typed))
    return Exit.DONE


def _say(lines: Sequence[str]) -> None:
    print("\n".join(lines), flush=True)
