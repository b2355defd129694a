"""What is new in an article, as the panes show it: dimmed sentences, a share, a few words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from copytaster.desk.words.whats_new import Change, Known, Met, Occasion, WhatIsNew
from copytaster.presentation.ages import instant
from copytaster.presentation.article_copy import Mark, Passage
from copytaster.presentation.looks import Look, Span
from copytaster.presentation.wrap import cut
from copytaster.terminal.safe import safe_row

ARROW = " → "
_MOST_FIGURES = 3
_QUOTED = 60
_LOOKS = {
    Known.KNOWN: Look.KNOWN,
    Known.CHANGED: Look.CHANGED,
    Known.SIMILAR: Look.SIMILAR,
}
_WORDS = {
    Known.KNOWN: "read in",
    Known.CHANGED: "changed since",
    Known.SIMILAR: "similar to",
}


def marks_of(whats_new: WhatIsNew) -> dict[int, tuple[Mark, ...]]:
    """How the words that were met before look, by the number of their block."""
    marks: defaultdict[int, list[Mark]] = defaultdict(list)
    for met in whats_new.met:
        spans = ((met.start, met.end),) if met.known is Known.SIMILAR else met.spans
        marks[met.block] += [Mark(start, end, _LOOKS[met.known]) for start, end in spans]
    return {block: tuple(sorted(found)) for block, found in marks.items()}


def share_words(whats_new: WhatIsNew | None) -> str:
    """How much of an article is new, `23% new`; empty where nothing of its story was read."""
    if whats_new is None or not whats_new.sentences:
        return ""
    return "nothing new" if not whats_new.new else f"{100 * whats_new.share:.0f}% new"


def count_span(whats_new: WhatIsNew | None, *, wide: bool) -> Span | None:
    """How many sentences are new, for a row: `3 new` or `+3`; None where nothing was read."""
    if whats_new is None or not whats_new.sentences:
        return None
    count = whats_new.new
    look = Look.NEWS if count else Look.MUTED
    return (f"{count} new" if wide else f"+{count}", look)


def change_remark(change: Change | None) -> Iterator[Passage]:
    """What a version changed since the one that was read: `Since you read: 12 → 15 · 3 added`."""
    if change is None:
        return
    figures = [f"{old}{ARROW}{new}" for old, new in change.figures[:_MOST_FIGURES]]
    counts = ((change.added, "added"), (change.cut, "cut"), (change.changed, "changed"))
    told = ", ".join(f"{count} {deed}" for count, deed in counts if count)
    text, marks = "Since the version you read: ", []
    for figure in map(safe_row, figures):
        marks.append(Mark(len(text), len(text) + len(figure), Look.URGENT))
        text += f"{figure} · "
    text = f"{text}{told}" if told else text.removesuffix(" · ")
    yield Passage(text, Look.NOTE, spaced=False, marks=tuple(marks))


def met_words(whats_new: WhatIsNew, block: int, now: float) -> str:
    """Where the sentences of a block were read, for the foot line; empty where none was."""
    met = [one for one in whats_new.met if one.block == block]
    told = dict.fromkeys(_met(one, whats_new.occasions[one.occasion], now) for one in met)
    return "; ".join(told)


def _met(met: Met, occasion: Occasion, now: float) -> str:
    words = f"{_WORDS[met.known]} {occasion_words(occasion, now)}"
    return f"{words}: “{cut(safe_row(met.before), _QUOTED)}”" if met.before else words


def occasion_words(occasion: Occasion, now: float) -> str:
    """Where and when something was read: `Norwire, Update 1, at 08:05`."""
    title = cut(safe_row(occasion.title), _QUOTED // 2)
    name = safe_row(occasion.source) if occasion.source else f"“{title}”"
    parts = [name, safe_row(occasion.take or ""), _when(occasion.at, now)]
    return ", ".join(part for part in parts if part)


def _when(at: float, now: float) -> str:
    """The time of day, and before it the day where it is another."""
    then = instant(at)
    day = "" if then.date() == instant(now).date() else f"{then.day} {then:%b} "
    return f"{day}{then:%H:%M}"
