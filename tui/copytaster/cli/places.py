"""The desk of a call without a screen: folders and files named, or the inbox that is set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from copytaster import bundled
from copytaster.cli.progress import clear, report
from copytaster.desk.desk import Desk
from copytaster.desk.settings import Settings


def inbox(paths: Sequence[Path], settings: Settings) -> list[Path]:
    """The folders and files to read: those named, those set, or else the sample corpus."""
    if paths:
        return list(paths)
    if settings.inbox:
        return [Path(place).expanduser() for place in settings.inbox]
    return [bundled.folder("sample_corpus")]


def is_sample(paths: Sequence[Path], settings: Settings) -> bool:
    """Whether there is nothing of the user's own to read."""
    if paths:
        return [path.resolve() for path in paths] == [bundled.folder("sample_corpus").resolve()]
    return not settings.inbox


def missing(places: Sequence[Path]) -> str | None:
    """What to say where one of the places is not there."""
    absent = next((place for place in places if not place.exists()), None)
    return None if absent is None else f"{absent}: no such file or folder"


@contextmanager
def read_desk(places: Sequence[Path], settings: Settings) -> Iterator[Desk]:
    """The desk of these places with everything read; progress goes to stderr."""
    desk = Desk.open(places, settings)
    try:
        desk.start()
        while not desk.wait(0.5):
            report(desk.counts().total)
        clear()
        yield desk
    finally:
        desk.close()
