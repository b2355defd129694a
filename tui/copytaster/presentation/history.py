"""The history as lines: when, who, how many, and what was done, with what became of it."""

from __future__ import annotations

from copytaster.desk.ledger.steps import Event
from copytaster.presentation.ages import age
from copytaster.presentation.looks import Line, Look
from copytaster.presentation.wrap import fit, longest
from copytaster.terminal.safe import safe_row

WHO_CELLS = 16
AGE_CELLS = 7
COUNT_CELLS = 7
ROOMY = 70
KEYS = (
    "   (Enter takes back down to here, ? keys, Esc closes)",
    "   (Enter takes back, ? keys, Esc closes)",
    "  (? keys, Esc closes)",
    "",
)
"""What the keys do, in as many words as there is room for."""
_WORDS = {"undone": "taken back: ", "done": ""}


def history_head(width: int) -> Line:
    """The names of the columns, and what the keys do."""
    who = fit("who", WHO_CELLS) if width >= ROOMY else ""
    columns = f" {'when':>{AGE_CELLS}}  {who}{'articles':>{COUNT_CELLS + 2}}  what"
    return ((longest(width, *(f"{columns}{keys}" for keys in KEYS)), Look.PLAIN),)


def history_line(event: Event, again: bool, width: int, now: float) -> Line:
    """One event; `again` where its step had been undone before, so that it was redone."""
    who = fit(f"{safe_row(event.user)}@{safe_row(event.host)}", WHO_CELLS)
    word = "done again: " if again else _WORDS.get(event.kind, "")
    stands = event.kind == "done" and event.state == "done"
    return (
        (f" {age(event.at, now):>{AGE_CELLS}}  ", Look.MUTED),
        (who if width >= ROOMY else "", Look.SOURCE),
        (f"{event.articles:>{COUNT_CELLS + 2},}  ", Look.MUTED),
        (f"{word}{safe_row(event.text)}", Look.PLAIN if stands else Look.MUTED),
    )


def steps_back(events: list[Event], place: int) -> int:
    """How many undos take back what stands at this place and all that was done by hand after it."""
    step = events[place].step
    by_hand = (each for each in events if each.rule is None)
    return len({each.step for each in by_hand if each.step >= step and each.state == "done"})
