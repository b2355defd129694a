"""Makers of the things that tests of the desk are about: articles, files, items, sessions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from copytaster.desk.catalogue.entries import Entry, entry_of
from copytaster.desk.catalogue.seen import Seen
from copytaster.desk.catalogue.writer import CatalogueWriter, Parsed
from copytaster.desk.inbox.teaching import TaughtFile, taught_path
from copytaster.desk.ledger.fields import Item
from copytaster.desk.ledger.session import Session
from copytaster.wire.article import Article, Block, Role


def session(name: str) -> Session:
    """A run of the program under this name, at noon of the epoch."""
    return Session(name, user="editor", host="desk", now=lambda: 43_200.0)


def taught(folder: Path) -> TaughtFile:
    """What was taught, kept in this folder."""
    return TaughtFile(taught_path(folder))


def item(key: int, title: str = "Harbour fire") -> Item:
    """An article as the ledger knows it."""
    return Item(key, f"id-{key}", guid=None, slug=None, title=title)


def seen(path: str, *, size: int = 1, modified: float = 0.0, inode: int = 1) -> Seen:
    """A file as a scan shows it, `modified` in seconds."""
    return Seen(path.encode(), size, int(modified * 1e9), inode)


def article(title: str, **fields: Any) -> Article:
    """An article with a title, and a body of one paragraph."""
    body = Block(Role.BODY, f"{title}: nobody was hurt.", (3, 3))
    record: dict[str, Any] = {"id": title, "path": "a.txt", "title": title, "blocks": (body,)}
    return Article(**{**record, **fields})


def parsed(path: str, entries: Sequence[Entry], *, modified: float = 0.0) -> Parsed:
    """A whole file with these entries."""
    return Parsed(seen(path, modified=modified), tuple(entries), len(entries))


def file_articles(writer: CatalogueWriter, articles: Sequence[Article]) -> None:
    """File each article in a file of its own, each written a second after the one before."""
    writer.file(
        parsed(f"/wire/{place}.txt", [entry_of(each, 0)], modified=place)
        for place, each in enumerate(articles, 1)
    )


class Clock:
    """A clock that is set by hand."""

    now = 100.0

    @classmethod
    def of(cls, module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Clock:
        """The clock that a module goes by from now on."""
        clock = cls()
        monkeypatch.setattr(module, "time", clock)
        return clock

    def monotonic(self) -> float:
        return self.now
