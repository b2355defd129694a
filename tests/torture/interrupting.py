"""Signals at any instant, from the first of a start on and amid keys: what the reader leaves."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.pty_session import Session
from copytaster.desk.ledger.ledger import FILE_NAME as LEDGER
from copytaster.terminal.grammar import foreign
from torture.houses import COMMAND, House, not_given_back, written
from torture.processes import left_behind

ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
KEYS = ("j", "s", "x", "k", "u", "f", "/", "\x1b", "?", "\x1b", "3", "1", "V", ",", "\x1b", "D")
DONE = ("kept “", "spiked “", "flagged “", "undone: ")
FIRST_SECONDS = 2.5
PATIENCE = 30.0
OURS = "/copytaster/"
"""What stands in a traceback of ours; what Python or the launcher say before our first line is not
ours to prevent."""


@dataclass(slots=True)
class Interrupted:
    """How often a reader was interrupted, how it ended then, and what was wrong.

    `seen` is how often a decision was on show when the signal came.
    """

    times: int = 0
    seen: int = 0
    codes: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def interrupt(place: Path, *, times: int, seed: int = 1, seconds: float = 1e9) -> Interrupted:
    """Begin a reader so often and end it by a signal; every third is stopped and goes on first."""
    house, result, chance = House(place), Interrupted(), random.Random(seed)
    end = time.monotonic() + seconds
    while result.times < times and time.monotonic() < end:
        number, before = chance.choice(ENDING), _decided(house)
        _forget_last_picture(house)
        session = Session([COMMAND, str(house.inbox)], 100, 30, house.environment)
        try:
            _type(session, chance, chance.uniform(0.0, FIRST_SECONDS))
            if result.times % 3 == 2:
                _stop_and_go_on(session)
            shown = _shows_a_decision(session)
            session.signal(number)
            code = session.exit_code(PATIENCE)
            name = f"{signal.Signals(number).name}: {code}"
            result.codes[name] = result.codes.get(name, 0) + 1
            result.wrong += [f"{name}: {each}" for each in _wrong(session, house, number, code)]
            if shown:
                result.seen += 1
                result.wrong += [] if _decided(house) > before else ["what was shown is lost"]
        finally:
            session.end()
        result.times += 1
    return result


def _shows_a_decision(session: Session) -> bool:
    foot = session.text().splitlines()[-1]
    return "already" not in foot and any(word in foot for word in DONE)


def _forget_last_picture(house: House) -> None:
    """It shows what was said last in the session before: that is no decision of this one."""
    for picture in house.cache.glob("picture-*"):
        picture.unlink()


def _decided(house: House) -> int:
    """How many deeds the ledger holds."""
    path = house.state / LEDGER
    if not path.exists():
        return 0
    with closing(sqlite3.connect(path)) as ledger:
        if not ledger.execute("SELECT 1 FROM sqlite_master WHERE name = 'events'").fetchone():
            return 0
        (count,) = ledger.execute(
            "SELECT count(*) FROM events JOIN steps USING (step) WHERE by_hand"
        ).fetchone()
    return int(count)


def _type(session: Session, chance: random.Random, seconds: float) -> None:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        session.read(min(left, 0.03))
        if session.output and not session.ended:
            session.type(chance.choice(KEYS))


def _stop_and_go_on(session: Session) -> None:
    """Stop it and let it go on, if it hears of that yet: the system does not stop such a process.

    One that goes on before it has stopped would stop after that.
    """
    if not _hears(session.pid, signal.SIGTSTP):
        return
    session.signal(signal.SIGTSTP)
    options = os.WSTOPPED | os.WEXITED | os.WNOWAIT | os.WNOHANG
    end = time.monotonic() + PATIENCE
    while os.waitid(os.P_PID, session.pid, options) is None and time.monotonic() < end:
        session.read(0.02)
    session.signal(signal.SIGCONT)
    session.settle(0.1, 1.0)


def _hears(pid: int, number: int) -> bool:
    status = Path(f"/proc/{pid}/status").read_text()
    (caught,) = (line.split()[1] for line in status.splitlines() if line.startswith("SigCgt"))
    return bool(int(caught, 16) >> (number - 1) & 1)


def _wrong(session: Session, house: House, number: int, code: int | None) -> list[str]:
    wrong = [] if code in (-number, 128 + number) else [f"exit status {code}"]
    wrong += [f"not given back: {mode}" for mode in not_given_back(session)]
    if number != signal.SIGINT or code != -number or OURS in written(session):
        wrong += [f"foreign: {piece!r}" for piece in foreign(written(session))[:3]]
    wrong += [f"a process is left behind: {each}" for each in left_behind(house.place)]
    return wrong + [f"a crash: {path.read_text()}" for path in house.state.glob("crash-*")]
