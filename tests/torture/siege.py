"""A reader on a folder that the whole world writes to: what it writes, opens and holds."""

from __future__ import annotations

import fcntl
import os
import random
import re
import sqlite3
import struct
import subprocess
import sys
import termios
import threading
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.pty_session import Session
from copytaster.desk.catalogue.catalogue import FILE_NAME
from copytaster.terminal.grammar import foreign
from torture.evil import CANARY, OWNED, STORY, trouble, write_evil
from torture.houses import COMMAND, House, not_given_back, written
from torture.memory import Part, held
from torture.watching import Watch, watched

LINES = tuple(("\x1b", line) for line in ("/coun\r", "\\is:unread\r", ":reaad\x1b"))
"""Lines that are typed, each with an Esc in a write of its own before it: an open question would
take the first key for an answer that it does not know, and the others would be commands, of which
`e` opens an editor."""
KEYS: tuple[str | tuple[str, ...], ...] = (
    *("j", "j", "k", "J", " ", "G", "g", "r", "B", "z", "2", "3", "1", "n", "D", "\x1b"),
    *("s", "x", "u", "f", "m", "E"),
    *("\x1b", "[", "]", "V", "R", "T", "v", "?"),
    *LINES,
)  # fmt: skip
"""What is pressed: all that stays within the program (nothing opens an editor or a browser)."""
CAUGHT_UP = 10.0
"""Seconds that a reader has to answer the last keys: one that is traced beside other work is slower
than the hand that types here."""
ATTEMPTS = 300
"""Fifths of a second in which a file that comes is read."""
_EDITOR = """#!/bin/sh
echo "$@" >> "{log}"
"""
_COMMANDS = re.compile(r"\x1b\][^\x07\x1b]*")
BOUNDS = {Part.SCREEN: 200.0, Part.BACK_ROOM: 600.0, Part.FILE_READERS: 850.0}
"""MB that each may hold: the back room relates 200,000 articles, which one of the large files has,
and for a moment holds its index twice; of the file readers there are two (`parsing.MOST_MEMORY`).
"""
THEIR_MAKER = Path(__file__).parents[3] / "shared" / "tools" / "make_evil.py"


@dataclass(slots=True)
class Siege:
    """What came of it: figures, and everything that should not have been."""

    files: int = 0
    keys: int = 0
    bytes: int = 0
    troubles: int = 0
    memory: list[dict[Part, float]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def most(self, *parts: Part) -> float:
        """The most memory that processes for these held at one time, in MB."""
        return max(sum(held[part] for part in parts) for held in self.memory)


def besiege(
    place: Path, seconds: float, *, scale: int = 1, traced: bool = True, seed: int = 7
) -> Siege:
    """Read a folder of evil files, and what is thrown into it, for so long."""
    house = House(place)
    result = Siege()
    result.files = write_evil(house.inbox, scale=scale)
    watch = watched(place / "opened.log", traced=traced)
    ended, live = threading.Event(), _live(house, seconds, scale)
    worker = threading.Thread(
        target=lambda: setattr(result, "troubles", trouble(house.inbox, ended)), daemon=True
    )
    worker.start()
    try:
        with house.reader(
            [*watch.prefix, COMMAND], **watch.environment, **_editor(place)
        ) as session:
            _press(session, seconds, random.Random(seed), result)
            result.wrong += [*_what_is_wrong(session, house, watch), *_too_large(result)]
            result.bytes = len(session.output)
    finally:
        ended.set()
        worker.join()
        if live:
            live.kill()
            live.wait()
    return result


def _live(house: House, seconds: float, scale: int) -> subprocess.Popen[bytes] | None:
    """The maker of evil files of the shared material at work, in a long siege, if it is there."""
    if scale < 100 or not THEIR_MAKER.exists():
        return None
    words = [sys.executable, str(THEIR_MAKER), str(house.inbox / "theirs"), "--big"]
    subprocess.run(words, check=True, capture_output=True)
    words = [*words[:-1], "--live", str(seconds)]
    return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _editor(place: Path) -> dict[str, str]:
    """An editor that only notes that it was begun: no key that is pressed asks for one."""
    script = place / "editor"
    script.write_text(_EDITOR.format(log=place / "edited"))
    script.chmod(0o700)
    return {"EDITOR": str(script), "VISUAL": str(script)}


def _press(session: Session, seconds: float, chance: random.Random, result: Siege) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and not session.left:
        chosen = chance.choice(KEYS)
        for keys in (chosen,) if isinstance(chosen, str) else chosen:
            session.type(keys)
            session.settle(0.02, 0.3)
        result.keys += 1
        if result.keys % 25 == 0:
            session.settle(0.5, CAUGHT_UP)
            result.memory.append(held(session.processes()))
            _resize(session, chance.choice((20, 80, 100, 180)), chance.choice((6, 24, 50)))
    result.memory.append(held(session.processes()))


def _resize(session: Session, width: int, height: int) -> None:
    """Resize the terminal alone: its emulation is too slow for so much output, and not needed."""
    size = struct.pack("4H", height, width, 0, 0)
    fcntl.ioctl(session.descriptor, termios.TIOCSWINSZ, size)


def _too_large(result: Siege) -> list[str]:
    held = {part: result.most(part) for part in BOUNDS}
    return [f"{part}: {held[part]:.0f} MB" for part in BOUNDS if held[part] > BOUNDS[part]]


def _still_reads(session: Session, house: House) -> bool:
    """Whether a file that comes now is read, without being asked for."""
    path = house.inbox / "last.txt"
    path.write_text(f"The last of all\n\n{STORY}")
    (database,) = house.cache.glob(f"*/{FILE_NAME}")
    asked = "SELECT 1 FROM files WHERE path = ?"

    def read() -> bool:
        session.settle(0.2, 0.2)
        with closing(sqlite3.connect(database)) as catalogue:
            return catalogue.execute(asked, (os.fsencode(path),)).fetchone() is not None

    return any(read() for _ in range(ATTEMPTS))


def _what_is_wrong(session: Session, house: House, watch: Watch) -> list[str]:
    session.settle(1.0, CAUGHT_UP)
    wrong = [] if _still_reads(session, house) else ["what arrived last was never read"]
    for key in ("\x1b", "\x1b", "\x1b", "Q"):
        session.type(key)
        session.settle(0.3)
    ended = session.exit_code(60.0)
    wrong += [] if ended == 0 else [f"it did not end by itself: {ended}, {session.output[-400:]!r}"]
    wrong += [report.read_text() for report in house.state.glob("crash-*")]
    output = written(session)
    wrong += [
        f"foreign: {piece!r} {output[max(0, output.find(piece) - 80) :][:120]!r}"
        for piece in foreign(output)[:5]
    ]
    wrong += [f"not given back: {mode}" for mode in not_given_back(session)]
    wrong += [f"acted: {each!r}" for each in _COMMANDS.findall(output) if OWNED in each]
    wrong += [f"{CANARY} was shown"] if CANARY in output else []
    edited = house.place / "edited"
    wrong += [f"an editor was begun: {edited.read_text()!r}"] if edited.exists() else []
    own = [house.inbox, house.state, house.cache, house.place / "config", house.place / "home"]
    return wrong + [f"opened: {each}" for each in watch.strangers(own)[:10]]
