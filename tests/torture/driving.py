"""A reader driven by keys, with the patience that a busy machine asks for."""

from __future__ import annotations

from benchmarks.pty_session import Session
from torture.houses import lists


def said(session: Session, words: str) -> None:
    """Wait until the screen says so; a busy machine takes its time."""
    assert session.until(words, 90.0), session.text()


def ready(session: Session) -> None:
    """Wait until all is read and related, and the list stands."""
    assert session.until(lambda: lists(session), 90.0), session.text()
    said(session, "same story")
    session.settle(0.5)


def moves(session: Session) -> bool:
    """Whether the cursor goes where the keys say, within a few seconds."""
    before = session.text()
    session.type("j")
    return session.until(lambda: session.text() != before, 4.0) is not None


def press(session: Session, key: str) -> None:
    """Press a key and wait for what it does."""
    session.type(key)
    session.settle(0.2)
