"""What the ledger tells of itself: a step, which is undone as one, and an event of its history."""

from __future__ import annotations

from dataclasses import dataclass

from copytaster.desk.ledger.fields import Value


@dataclass(frozen=True, slots=True)
class Step:
    """A deed as the ledger holds it: its number, its words, and the keys of its articles.

    `taught` are the rules that it teaches, or, where the value is None, takes back.
    """

    number: int
    text: str
    keys: tuple[int, ...]
    taught: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the history: what was done, undone or redone, when and by whom.

    `state` is what has become of the step since: it is `done` or `undone`, or `dropped` for good.
    `rule` did it where nobody did.
    """

    number: int
    kind: str
    text: str
    at: float
    user: str
    host: str
    articles: int
    step: int = 0
    state: str = "done"
    rule: str | None = None
