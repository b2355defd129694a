"""Two readers and a script that makes ten thousand decisions at once: all of them stand at the end.

One reader goes down from the newest article, the other from the oldest, and both flag what they
meet; the script spikes articles one by one, as fast as the ledger takes them. A reader's decision
counts as confirmed once the line at its foot says so.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.pty_session import Session
from copytaster.desk.ledger.file import decisions as decisions_of
from torture.houses import House
from torture.load import fill

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "ledger_torture.py"
FIRST_KEY = 1_000_000
"""Key of the first of the script's articles, which no reader lists."""
STORY = re.compile(r"Story (\d+)")
FLAGGED = re.compile(r"flagged “Story (\d+)")
PATIENCE = 30.0


@dataclass(slots=True)
class Together:
    """What came of it: decisions of script and readers, how long a key took (ms), what was lost."""

    scripted: int = 0
    by_hand: int = 0
    seconds: float = 0.0
    took: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def together(place: Path, *, articles: int = 4_000, decisions: int = 10_000) -> Together:
    """Let them decide until the script is done, then ask the ledger."""
    house, result = House(place, samples=0), Together()
    fill(house.inbox, articles)
    with ExitStack() as stack:
        readers = [stack.enter_context(house.reader(size=(120, 40))) for _ in range(2)]
        for reader in readers:
            reader.until(f"of {articles:,}", 300.0)
        readers[1].press("O", 0.3)
        readers[1].press("g", 0.3)
        begun, script = time.monotonic(), _script(house, decisions)
        flagged = set(_flag_while(script, readers, result))
        result.seconds = time.monotonic() - begun
    confirmed = {int(line) for line in (house.place / "confirmed").read_bytes().split()}
    result.scripted, result.by_hand = len(confirmed), len(flagged)
    result.wrong += _lost(house, confirmed, flagged)
    return result


def _script(house: House, decisions: int) -> subprocess.Popen[bytes]:
    words = [sys.executable, str(SCRIPT), "--write", str(house.state), str(FIRST_KEY)]
    with (house.place / "confirmed").open("wb") as out:
        return subprocess.Popen([*words, str(decisions)], stdout=out, env=house.environ())


def _flag_while(
    script: subprocess.Popen[bytes], readers: list[Session], result: Together
) -> Iterator[int]:
    """Flag article after article in each reader; the numbers of those that were confirmed."""
    before: dict[Session, int | None] = dict.fromkeys(readers)
    while script.poll() is None:
        for reader in readers:
            begun = time.perf_counter()
            reader.type("f")
            if not reader.until(lambda reader=reader: _flagged(reader) != before[reader], PATIENCE):
                result.wrong.append(f"a key was not answered: {reader.text()[-200:]}")
                return
            result.took.append((time.perf_counter() - begun) * 1e3)
            before[reader] = number = _flagged(reader)
            if number is not None:
                yield number


def _flagged(reader: Session) -> int | None:
    """The number of the story that the line at the foot calls flagged."""
    found = FLAGGED.search(reader.text().rpartition("\n")[2])
    return int(found[1]) if found else None


def _lost(house: House, confirmed: set[int], flagged: set[int]) -> Iterator[str]:
    """What was confirmed and does not stand."""
    stand = list(decisions_of(house.state))
    spiked = {int(each["id"][3:]) for each in stand if each["verdict"] == "spiked"}
    titles = [STORY.match(each["title"]) for each in stand if each["flagged"]]
    flags = {int(title[1]) for title in titles if title}
    for what, lost in (("of the script", confirmed - spiked), ("of the readers", flagged - flags)):
        if lost:
            yield f"{len(lost)} decisions {what} are lost: {sorted(lost)[:5]}"
