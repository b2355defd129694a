"""The command line as a user meets it: words go in; an answer, complaints and a status come out."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from copytaster import bundled, cli

HARBOUR = "*harbour-fire*"
STRANGERS = ("*goose*", "*loup-recensement*", "*bees-ruling*")
PATIENCE = 60
COMMAND = Path(sys.executable).with_name("copytaster")


@dataclass(frozen=True, slots=True)
class Answer:
    """What one call gave."""

    status: int
    out: str
    complaints: str

    @property
    def json(self) -> Any:
        """The one JSON document on stdout."""
        return json.loads(self.out)

    @property
    def records(self) -> list[Any]:
        """The JSON objects on stdout, one from each line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def complaint(self) -> str:
        """The one line on stderr."""
        (line,) = self.complaints.splitlines()
        return line


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, ledger and cache of this test's own; returns the folder of the settings."""
    place = tmp_path_factory.mktemp("home")
    for name in ("CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(place / name.lower()))
    settings = place / "config" / "copytaster"
    settings.mkdir(parents=True)
    return settings


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Calls `copytaster` in this process."""

    def call_main(*words: object) -> Answer:
        capsys.readouterr()
        try:
            status = cli.main([str(word) for word in words])
        except SystemExit as end:
            status = int(end.code or 0)
        out, complaints = capsys.readouterr()
        return Answer(status, out, complaints)

    return call_main


@pytest.fixture
def shell() -> Callable[..., Answer]:
    """Calls `copytaster` in a process of its own, with no terminal at either end."""

    def call_process(*words: object, environment: dict[str, str] | None = None) -> Answer:
        done = subprocess.run(
            [COMMAND, *map(str, words)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            env={**os.environ, **(environment or {})},
            check=False,
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    return call_process


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Writes a file into this test's folder."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def samples(tmp_path: Path) -> Callable[..., Path]:
    """Copies files of the sample corpus, by pattern, into an inbox of this test's own."""

    def copy(*patterns: str) -> Path:
        inbox = tmp_path / "inbox"
        inbox.mkdir(exist_ok=True)
        for pattern in patterns:
            for path in bundled.folder("sample_corpus").glob(pattern):
                shutil.copy2(path, inbox)
        return inbox

    return copy


@pytest.fixture
def inbox(samples: Callable[..., Path]) -> Path:
    """The takes of one story, and three articles that have nothing to do with it."""
    return samples(HARBOUR, *STRANGERS)
