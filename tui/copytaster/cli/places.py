"""The desk of a call without a screen: folders and files named, or the inbox that is set."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from copytaster import bundled
from copytaster.cli.exits import Exit, complain
from copytaster.cli.progress import clear, report
from copytaster.desk.desk import Desk
from copytaster.desk.keeping.errors import plain_trouble
from copytaster.desk.settings.file import load
from copytaster.desk.settings.settings import Settings
from copytaster.desk.words.news import Progress
from copytaster.desk.words.rows import Row, View
from copytaster.wire.opening.source import odd_kind

LOOK_SECONDS = 0.02
AT_ONCE = 500
SAMPLE = "no inbox is set: this is the sample corpus"
PATIENCE = 60.0  # seconds in which no text at all was indexed


@dataclass(frozen=True, slots=True)
class Asked:
    """What a call reads, and by which settings."""

    places: tuple[Path, ...]
    settings: Settings


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


def asked(folder: Path | None) -> Asked | str:
    """What a call without a screen reads, or what is wrong with it.

    What is wrong with the settings is told on stderr, and that the samples are read; where it may
    be the settings' fault that no inbox is known, nothing is read.
    """
    settings, complaints = load()
    places = inbox([folder] if folder else [], settings)
    if problem := missing(places) or _closed(places):
        return problem
    samples = not (folder or settings.inbox)
    if complaints and samples:
        return f"{complaints[0]}; so no inbox is known: name a folder"
    for each in complaints:
        complain(each)
    if samples:
        complain(SAMPLE)
    return Asked(tuple(places), settings)


def missing(places: Sequence[Path]) -> str | None:
    """What to say where one of the places is not there, or cannot be read."""
    for place in places:
        try:
            mode = place.absolute().stat().st_mode
        except PermissionError as error:
            return f"{place}: {plain_trouble(error)}"
        except (OSError, ValueError):
            return f"{place}: no such file or folder"
        if not stat.S_ISDIR(mode) and (reason := odd_kind(mode)):
            return f"{place}: {reason}"
    return None


def _closed(places: Sequence[Path]) -> str | None:
    """What to say where one of the places may not be looked into; in the reader its rows stay."""
    closed = (place for place in places if not os.access(place, os.R_OK))
    return next((f"{place}: no permission to look into it" for place in closed), None)


def ended(desk: Desk, *, found: bool) -> Exit:
    """How a call ends that asked a desk; files that could not be read are told of, each in a line.

    Without its ledger a desk cannot say that nothing is there.
    """
    unreadable = False
    for row in rows_of(desk, View(query="is:problem")):
        complain(f"{row.path}: {row.problem}")
        unreadable = True
    if unreadable or not (found or desk.has_ledger):
        return Exit.WRONG
    return Exit.DONE if found else Exit.NOTHING


def rows_of(desk: Desk, view: View) -> Iterator[Row]:
    """The rows of a view in its order, some hundred at a time."""
    order = desk.order(view)
    for start in range(0, len(order), AT_ONCE):
        yield from desk.rows(order[start : start + AT_ONCE])


@contextmanager
def read_desk(
    places: Sequence[Path], settings: Settings, *, texts: bool = True, said: Sequence[str] = ()
) -> Iterator[Desk]:
    """The desk of these places with everything read; progress goes to stderr.

    So does what is worth knowing (a cache that was made again, a folder that is away), but for
    lines that were `said` already. With `texts` the words of all texts are known too, and rules
    were applied by them.
    """
    desk = Desk.open(places, settings)
    try:
        desk.start()
        while not desk.wait(0.5):
            report(desk.counts().total)
        if texts:
            _await_texts(desk)
        clear()
        _tell(desk, said)
        yield desk
    finally:
        desk.close()


def _tell(desk: Desk, said: Sequence[str]) -> None:
    notes = [news.note for news in desk.news() if isinstance(news, Progress) and news.note]
    for note in dict.fromkeys(notes):
        if note not in "; ".join(said):
            complain(note)


def _await_texts(desk: Desk) -> None:
    """Wait for the words of all texts, as long as there are more of them from time to time."""
    known, since = -1, time.monotonic()
    while not desk.knows_all_texts():
        desk.hear(LOOK_SECONDS)
        if (count := desk.texts()) != known:
            known, since = count, time.monotonic()
        elif time.monotonic() - since > PATIENCE:
            complain("not all texts could be searched")
            return
