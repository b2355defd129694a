"""Which rows must be indexed anew because of what was taught since the index was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from copytaster.wire.lines.taught import NOTHING_TAUGHT, TaughtRule, Teaching


@dataclass(slots=True)
class Revision:
    """The rows that are still to be looked over, and the rules that may speak about them."""

    teaching: Teaching = NOTHING_TAUGHT
    rows: list[int] = field(default_factory=list)

    @property
    def pending(self) -> tuple[TaughtRule, ...]:
        """The rules that have not yet been held against all rows."""
        return self.teaching.rules if self.rows else ()

    def next(self, count: int) -> list[int]:
        """The next rows to look over."""
        some = self.rows[:count]
        del self.rows[:count]
        return some


def differing(before: Sequence[TaughtRule], after: Sequence[TaughtRule]) -> set[TaughtRule]:
    """The rules that were taught or forgotten; all, where those that stay changed their order."""
    stay = [rule for rule in before if rule in after]
    if stay != [rule for rule in after if rule in before]:
        return set(before) | set(after)
    return set(before) ^ set(after)
