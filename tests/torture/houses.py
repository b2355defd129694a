"""A house for a reader under torture: folders of its own, a terminal, and a strict eye on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import termios
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from benchmarks.pty_session import Session
from copytaster import bundled

COMMAND = str(Path(sys.executable).with_name("copytaster"))
ENDED = ("1049l", "25h", "7h", "2004l", "1000l", "1003l", "1006l", "1004l")
"""Modes as a terminal has them when no program holds it: no second screen, no mouse, a cursor."""
BEGUN = {mode: f"{mode[:-1]}{'l' if mode[-1] == 'h' else 'h'}" for mode in ENDED}
FLAGS = slice(0, 4)
"""The places of input, output, control and local flags in what `termios.tcgetattr` gives."""


LONG = pytest.mark.skipif("TORTURE" not in os.environ, reason="only `make torture` takes the time")
"""The mark of a test that is not part of the short form."""


_RIGHTS = "-dac_override,-dac_read_search"


def without_rights() -> tuple[str, ...]:
    """What stands before a command so that the modes of files bind it, also where it is root's.

    Skips where that cannot be had.
    """
    if os.geteuid() != 0:
        return ()
    words = ("setpriv", f"--bounding-set={_RIGHTS}", f"--inh-caps={_RIGHTS}")
    if not shutil.which("setpriv") or subprocess.run([*words, "true"], check=False).returncode:
        pytest.skip("giving up the rights of root needs setpriv and CAP_SETPCAP")
    return words


def lists(session: Session, head: str = "1 of 12") -> bool:
    """Whether the head of the list says so; the line at the foot counts files in such words too."""
    return head in session.text().partition("\n")[0]


class House:
    """Home, settings, state and cache below one folder, and an inbox beside them."""

    def __init__(self, place: Path, samples: int = 12) -> None:
        self.place = place
        self.inbox = place / "inbox"
        self.inbox.mkdir(parents=True)
        for path in sorted(bundled.folder("sample_corpus").iterdir())[:samples]:
            shutil.copy2(path, self.inbox)
        self.environment = {
            "HOME": str(place / "home"),
            "USER": "editor",
            "LOGNAME": "editor",
            **{f"XDG_{kind.upper()}_HOME": str(place / kind) for kind in self.kinds},
        }
        (place / "home").mkdir()

    kinds = ("config", "state", "cache")

    @property
    def state(self) -> Path:
        """The folder of the ledger and of reports of crashes."""
        return self.place / "state" / "copytaster"

    @property
    def cache(self) -> Path:
        """The folder of catalogues and indexes."""
        return self.place / "cache" / "copytaster"

    def settings(self, text: str) -> None:
        """Write the settings."""
        folder = self.place / "config" / "copytaster"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "settings.toml").write_text(text)

    def environ(self, **more: str) -> dict[str, str]:
        """The environment of a process in this house."""
        return {**os.environ, **self.environment, **more}

    @contextmanager
    def reader(
        self,
        command: Sequence[str] = (COMMAND,),
        *,
        size: tuple[int, int] = (100, 30),
        shows: str | None = "Inbox",
        **environment: str,
    ) -> Iterator[Session]:
        """The reader on the inbox, its first screen painted."""
        words = [*command, str(self.inbox)]
        session = Session(words, *size, {**self.environment, **environment})
        try:
            if shows:
                assert session.until(shows), session.text()
                session.settle()
            yield session
        finally:
            session.end()


def written(session: Session) -> str:
    """What the program wrote, before the terminal made CR LF of its line feeds."""
    return session.output.decode("utf-8", "replace").replace("\r\n", "\n")


def modes_before(session: Session) -> list[object]:
    """The flags of a terminal that nobody has touched, as those of this one were."""
    outside, inside = os.openpty()
    try:
        return list(termios.tcgetattr(inside))[FLAGS]
    finally:
        os.close(outside)
        os.close(inside)


def not_given_back(session: Session) -> list[str]:
    """What a program that has ended left behind on its terminal."""
    output = written(session)
    left = [
        f"?{mode}"
        for mode in ENDED
        if output.rfind(f"\x1b[?{mode}") < output.rfind(f"\x1b[?{BEGUN[mode]}")
    ]
    if output.rfind("\x1b[m") < output.rfind("\x1b[7m"):
        left.append("pen")
    if session.ended:
        return left
    return left if session.modes()[FLAGS] == modes_before(session) else [*left, "termios"]
