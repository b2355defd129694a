"""The programs that are compared, and how each is opened, waited for and stepped through."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pty_session import Session

from corpus import TITLE, write_feed, write_files, write_json_lines, write_mbox, write_text


@dataclass(frozen=True, slots=True)
class Reader:
    """One program on one corpus.

    `prepare` writes what it reads into a folder and gives its command; `opening` are keys typed
    when `begun` is on the screen, before the first article is waited for; `step` goes to the next.
    """

    name: str
    prepare: Callable[[Path, int], list[str]]
    step: str = "j"
    end: str = "\x1b[F"
    home: str = "\x1b[H"
    begun: str = ""
    opening: str = ""

    def open(self, command: list[str], size: tuple[int, int], home: Path) -> Session:
        """Start it; it is ready when an article's title is on the screen."""
        session = Session(command, *size, environment_in(home))
        if self.begun:
            session.until(self.begun)
            session.settle(0.2)
            session.type(self.opening)
        if session.until(lambda: TITLE.search(session.text()) is not None, 120.0) is None:
            raise SystemExit(f"{self.name} showed no article:\n{session.text()}")
        return session


def environment_in(home: Path) -> dict[str, str]:
    """An environment that keeps all settings, caches and state below one folder.

    Compiled modules are kept between starts, as they are wherever nobody forbids it.
    """
    places = ("CONFIG", "CACHE", "DATA", "STATE")
    inside = {f"XDG_{place}_HOME": str(home / place.lower()) for place in places}
    fixed = {"HOME": str(home), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    return {**fixed, **inside, "PYTHONDONTWRITEBYTECODE": ""}


def copytaster_command() -> list[str]:
    """How this program is called."""
    return [str(Path(sys.executable).parent / "copytaster")]


def copytaster(*, stock: bool = False, json_lines: bool = False) -> Reader:
    """This program; with Textual's own driver, or on one file of JSON Lines."""
    name = f"copytaster{', stock driver' if stock else ''}{', JSON Lines' if json_lines else ''}"
    write = write_json_lines if json_lines else write_files

    def prepare(folder: Path, count: int) -> list[str]:
        if stock:
            settings = folder / "config" / "copytaster" / "settings.toml"
            settings.parent.mkdir(parents=True, exist_ok=True)
            settings.write_text('driver = "stock"\n')
        return [*copytaster_command(), str(write(folder, count))]

    return Reader(name, prepare)


def peers() -> list[Reader]:
    """Those of newsboat, neomutt and less that are installed."""
    known = [
        Reader(
            "newsboat, list",
            _newsboat,
            step="\x1bOB",
            end="\x1bOF",
            home="\x1bOH",
            begun="Inbox",
            opening="\r",
        ),
        Reader("newsboat, article", _newsboat, step="J", begun="Inbox", opening="\r\r"),
        Reader("neomutt, list", _neomutt, end="*", home="="),
        Reader("neomutt, message", _neomutt, begun="000000", opening="=\r"),
        Reader("less, line", _less, end="G", home="g"),
        Reader("less, page", _less, step=" ", end="G", home="g"),
    ]
    return [reader for reader in known if shutil.which(reader.name.split(",")[0])]


def _newsboat(folder: Path, count: int) -> list[str]:
    feed = write_feed(folder, count)
    (folder / "urls").write_text(f"file://{feed}\n")
    (folder / "newsboat").write_text("show-read-feeds yes\nmax-items 0\n")
    files = ["-u", folder / "urls", "-c", folder / "newsboat.db", "-C", folder / "newsboat"]
    command = ["newsboat", *map(str, files)]
    subprocess.run([*command, "-x", "reload"], check=True, capture_output=True)
    return command


def _neomutt(folder: Path, count: int) -> list[str]:
    settings = folder / "neomuttrc"
    settings.write_text(f"set folder={folder}\nset sort=mailbox-order\nset quit=yes\n")
    return ["neomutt", "-n", "-R", "-F", str(settings), "-f", str(write_mbox(folder, count))]


def _less(folder: Path, count: int) -> list[str]:
    return ["less", str(write_text(folder, count))]
