"""Whole subcommands killed at random instants: the next call answers as if none had been."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from torture.houses import COMMAND, House
from torture.processes import left_behind

RULES = '[[rule]]\nname = "fire"\nwhen = "warehouse"\ntag = ["fire"]\nscore = 10\n'
TAUGHT = '[[rule]]\nfold = true\nphrase = "Recommended"\n\n[[rule]]\nfold = true\nphrase = "Read"\n'
PATIENCE = 60.0

CALLS: dict[str, tuple[str, ...]] = {
    "index": ("index", "INBOX"),
    "export": ("export", "", "--in", "INBOX", "--to", "OUT"),
    "keep": ("keep", "--query", "warehouse", "--in", "INBOX"),
    "spike": ("spike", "FILE"),
    "tag": ("tag", "later", "FILE"),
    "rules try": ("rules", "try", "--in", "INBOX"),
    "rules undo": ("rules", "undo", "fire", "--in", "INBOX"),
    "rules remove": ("rules", "remove", "2"),
    "baskets": ("baskets", "add", "Port", "harbour"),
    "list": ("list", "fire", "--in", "INBOX"),
}


@dataclass(slots=True)
class Killed:
    """How often a call was killed, how often it had ended before, and what was wrong."""

    name: str
    kills: int = 0
    late: int = 0
    wrong: list[str] = field(default_factory=list)


def kill_call(name: str, place: Path, *, kills: int, seconds: float = 1e9) -> Killed:
    """Kill a call so often; after each kill it is called once more and has to be as in a twin."""
    result, chance = Killed(name), random.Random(name)
    twin = _house(place / "twin")
    begun = time.monotonic()
    _call(twin, name)
    longest = 1.2 * (time.monotonic() - begun)
    wanted, end = _answers(twin), time.monotonic() + seconds
    while result.kills < kills and time.monotonic() < end:
        house = _house(place / str(result.kills))
        result.late += not _killed(house, name, chance.uniform(0.0, longest))
        result.kills += 1
        left = left_behind(house.place)
        result.wrong += [f"{name}: a process is left behind: {each}" for each in left]
        said = _call(house, name)
        answers = _answers(house)
        result.wrong += [
            f"{name}: {what} is {str(answers[what])[-300:]} and not {str(right)[-300:]}; {said}"
            for what, right in wanted.items()
            if answers[what] != right
        ]
        result.wrong += _strays(house, name)
    return result


def _house(place: Path) -> House:
    house = House(place)
    config = place / "config" / "copytaster"
    config.mkdir(parents=True)
    (config / "rules.toml").write_text(RULES)
    (config / "taught.toml").write_text(TAUGHT)
    return house


def _words(house: House, name: str) -> list[str]:
    (first, *_) = sorted(house.inbox.glob("*.txt"))
    places = {"INBOX": house.inbox, "FILE": first, "OUT": house.place / "out.md"}
    return [COMMAND, *(str(places.get(word, word)) for word in CALLS[name])]


def _call(house: House, name: str) -> str:
    """Make a call to its end; how it ended and the last that it said."""
    words = _words(house, name)
    done = subprocess.run(
        words, env=house.environ(), capture_output=True, check=False, timeout=PATIENCE
    )
    return f"exit status {done.returncode}, {(done.stdout + done.stderr)[-300:]!r}"


def _killed(house: House, name: str, after: float) -> bool:
    """Begin a call and kill it after so many seconds; whether it was still at work."""
    call = subprocess.Popen(
        _words(house, name),
        env=house.environ(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        call.wait(after)
    except subprocess.TimeoutExpired:
        call.send_signal(signal.SIGKILL)
    return call.wait() == -signal.SIGKILL


def _answers(house: House) -> dict[str, object]:
    """What the house answers to all that may have been written, without the place it stands at."""
    asked: dict[str, Callable[[], object]] = {
        "list": lambda: _said(house, "list", "--in", str(house.inbox), "--json"),
        "rules": lambda: _said(house, "rules", "--json"),
        "ledger": lambda: _said(house, "ledger", "check").partition(",")[0],
        "export": lambda: _text(house.place / "out.md"),
        "baskets": lambda: _text(house.place / "config" / "copytaster" / "baskets.toml"),
        "taught": lambda: _text(house.place / "config" / "copytaster" / "taught.toml"),
    }
    return {what: str(answer()).replace(str(house.place), "") for what, answer in asked.items()}


def _said(house: House, *words: str) -> str:
    done = subprocess.run(
        [COMMAND, *words],
        env=house.environ(),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    return done.stdout + done.stderr


def _text(path: Path) -> str:
    return path.read_text() if path.exists() else ""


def _strays(house: House, name: str) -> list[str]:
    """What is half written and still there when all is written again some minutes later."""
    for path in house.place.rglob(".*.part"):
        os.utime(path, (0, 0))
    _call(house, name)
    left = [*house.place.rglob("*.part"), *house.place.rglob("*.half")]
    return [f"{name}: {path.name} is left" for path in left]
