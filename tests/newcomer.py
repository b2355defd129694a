"""A newcomer's first two minutes, by a program that knows nothing but what the screen says.

`make newcomer`: a clean clone, `make run` in a terminal of 80x24 with a home of its own, and then
only keys that were read from the screen: the welcome names the one that keeps and the one that
writes a file. Prints what was read, what was pressed, and how long each step took; fails where a
step is not to be found, or where all of it takes more than two minutes.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from benchmarks.pty_session import Session

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 300.0
TWO_MINUTES = 120.0
KEYS = {"Space": " ", "Enter": "\r", "Esc": "\x1b", "Tab": "\t", "↑": "\x1b[A", "↓": "\x1b[B"}


class Newcomer:
    """Somebody in front of a screen: reads it, and presses what it names."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._begun = time.perf_counter()

    @property
    def seconds(self) -> float:
        """Since the start."""
        return time.perf_counter() - self._begun

    def read(self, words: str) -> str:
        """Wait for words on the screen; the line that has them."""
        if self._session.until(words, PATIENCE) is None:
            raise SystemExit(f"“{words}” never stood on the screen:\n{self._session.text()}")
        line = next((line for line in self._session.text().splitlines() if words in line), "")
        print(f"{self.seconds:6.1f} s  read   {line.strip()}", flush=True)
        return line

    def key_for(self, words: str) -> str:
        """The key that the screen names in front of these words."""
        found = re.search(rf"(\S+)\s+{re.escape(words)}", self.read(words))
        if found is None:
            raise SystemExit(f"no key is named for “{words}”")
        return found[1]

    def wait_for_calm(self) -> None:
        """Wait until nothing at the foot says that files are still being read or related."""
        busy = ("reading ", "relating ")
        if (
            self._session.until(
                lambda: not any(word in self._session.text().splitlines()[-1] for word in busy),
                PATIENCE,
            )
            is None
        ):
            raise SystemExit("the reading never ended")
        print(f"{self.seconds:6.1f} s  read   the list is whole", flush=True)

    def press(self, sign: str) -> None:
        """Press a key as the screen writes it."""
        print(f"{self.seconds:6.1f} s  press  {sign}")
        self._session.type(KEYS.get(sign, sign))
        self._session.settle(0.3)


def main() -> None:
    """From a clean clone to the file."""
    with tempfile.TemporaryDirectory() as place:
        clone, home = Path(place) / "copytaster", Path(place) / "home"
        home.mkdir()
        subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
        folders = {
            f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "STATE", "CACHE")
        }
        folders |= how_packages_come()
        command = ["make", "--no-print-directory", "-C", str(clone), "run"]
        session = Session(command, environment={**folders, "HOME": str(home)})
        try:
            walk(Newcomer(session), home)
        finally:
            session.end()


def how_packages_come() -> dict[str, str]:
    """Where this machine gets packages from and keeps them: not what is measured here."""
    config = Path.home() / ".config" / "pip" / "pip.conf"
    cache = {"PIP_CACHE_DIR": str(Path.home() / ".cache" / "pip")}
    return cache | ({"PIP_CONFIG_FILE": str(config)} if config.exists() else {})


def walk(newcomer: Newcomer, home: Path) -> None:
    """Keep the first story and write it to a file."""
    keep, write = newcomer.key_for("Keep"), newcomer.key_for("Write")
    back = newcomer.key_for("Undo")
    newcomer.read("Any other key closes this")
    newcomer.press("Enter")
    newcomer.read("1 of")
    newcomer.wait_for_calm()
    newcomer.press(keep)
    kept = newcomer.read(f"{back} undoes").partition("“")[2].partition("…")[0].strip()
    newcomer.press("↑")
    newcomer.press(write)
    newcomer.read(".md")
    newcomer.press("Enter")
    newcomer.read("exported")
    (file,) = home.glob("*.md")
    heading = file.read_text().splitlines()[0]
    print(f"{newcomer.seconds:6.1f} s  there  ~/{file.name}: {heading}")
    if kept not in heading:
        raise SystemExit(f"“{kept}” was kept, and another story was written")
    if newcomer.seconds > TWO_MINUTES:
        raise SystemExit("that took more than two minutes")


if __name__ == "__main__":
    main()
