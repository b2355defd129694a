"""Fuzzing that is guided by coverage, with atheris (libFuzzer): `make torture-guided`.

`python -m torture.guided DOOR [SECONDS]`. It ends with libFuzzer's own statistics, and at the first
input that breaks the door with that input in a file.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["copytaster"]):
    from torture.doors import DOORS


def main(name: str = "articles", seconds: str = "60") -> None:
    """Fuzz one door for so long, from its seeds on."""
    door = next(each for each in DOORS if each.name == name)
    folder = Path(tempfile.mkdtemp(prefix="guided-"))
    seeds = folder / "seeds"
    seeds.mkdir()
    for number, seed in enumerate(door.seeds()):
        (seeds / str(number)).write_bytes(seed)
    check = door.door(folder)
    options = [f"-max_total_time={seconds}", "-max_len=2000", "-timeout=10", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], *options, str(seeds)], lambda data: check(bytes(data)))
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
