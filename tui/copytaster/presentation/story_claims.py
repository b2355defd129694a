"""Who says what in a story, as lines: who added what, what does not agree, its shared quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copytaster.desk.words.story_page import Answer, Doubt, Outlet, Quote, StoryPage
from copytaster.presentation.glyphs import bar
from copytaster.presentation.looks import Line, Look
from copytaster.presentation.parting import told_apart
from copytaster.presentation.story_setting import (
    MARGIN,
    Setting,
    StoryLine,
    counted,
    plain,
)
from copytaster.presentation.wrap import fit, width_of, wrap
from copytaster.terminal.safe import safe_row

BAR_CELLS = 8
RESTS_ON = 0.5
MOST_NAMED = 4
WORDS_BEFORE = 5
QUOTE_LINES = 2


def outlet_lines(setting: Setting, outlets: Sequence[Outlet]) -> Iterator[StoryLine]:
    """For each outlet how much of the story it had first."""
    whole = sum(outlet.first for outlet in outlets) or 1
    for outlet in outlets:
        teller = safe_row(outlet.name) if outlet.name else setting.teller(outlet.number)
        name = fit(teller, setting.outlet_cells, setting.glyphs.ellipsis)
        told = f"{outlet.first} of {counted(outlet.sentences, 'sentence')} first"
        line: Line = (
            (f"{name} ", Look.SOURCE if outlet.name else Look.MUTED),
            (bar(outlet.first / whole, BAR_CELLS, setting.glyphs), Look.SCORE),
            (setting.cut(f"  {told}{_rests(outlet)}", setting.outlet_cells + 9), Look.MUTED),
        )
        yield setting.stop(line, outlet.number)


def doubt_lines(setting: Setting, page: StoryPage) -> Iterator[StoryLine]:
    """What does not agree, with who gives which answer, and which outlets were not compared."""
    if page.doubts is None:
        yield plain("comparing …")
        return
    for doubt in page.doubts:
        yield from _doubt(setting, doubt)
    if not page.doubts:
        yield plain("nothing that was found")
    if page.compared < len(page.outlets):
        yield plain(setting.cut(_not_compared(page)))


def _not_compared(page: StoryPage) -> str:
    newest = counted(page.compared, "outlet")
    return f"the newest {newest} of {len(page.outlets):,} were compared"


def _doubt(setting: Setting, doubt: Doubt) -> Iterator[StoryLine]:
    yield plain(doubt.kind.capitalize())
    for answer in doubt.answers:
        other = next((one for one in doubt.answers if one is not answer), answer)
        yield from _answer(setting, answer, safe_row(other.text))


def _answer(setting: Setting, answer: Answer, other: str) -> Iterator[StoryLine]:
    stop, number = setting.next_stop(), answer.numbers[0]
    taken = setting.cells // 2
    room, ellipsis = setting.cells - taken, setting.glyphs.ellipsis
    text = setting.cut(told_apart(safe_row(answer.text), other, room, ellipsis), taken)
    names = setting.cut(_listed(setting.tellers(answer.numbers)), width_of(text) + 4)
    yield StoryLine(
        ((MARGIN * 2, Look.PLAIN), (text, Look.URGENT), (f"  {names}", Look.SOURCE)), stop, number
    )
    sentence = setting.cut(around(answer.text, answer.sentence), 4)
    yield StoryLine(((MARGIN * 3, Look.PLAIN), (sentence, Look.MUTED)), stop, number)


def quote_lines(setting: Setting, quotes: Sequence[Quote]) -> Iterator[StoryLine]:
    """The quotes that several outlets have, with who had each first."""
    for quote in quotes:
        stop, number = setting.next_stop(), quote.numbers[0]
        for text in list(wrap(f"“{safe_row(quote.text)}”", setting.cells))[:QUOTE_LINES]:
            yield StoryLine(((MARGIN, Look.PLAIN), (text, Look.PLAIN)), stop, number)
        first, *others = setting.tellers(quote.numbers)
        also = f", then {_listed(others)}" if others else ""
        told = setting.cut(f"{first}, {setting.when(number)}{also}", 2)
        yield StoryLine(((MARGIN * 2, Look.PLAIN), (told, Look.SOURCE)), stop, number)


def around(text: str, sentence: str) -> str:
    """A sentence from a few words before a text in it, so that a cut end leaves the text."""
    text, sentence = safe_row(text), safe_row(sentence)
    before = sentence[: max(0, sentence.find(text))].split()
    if len(before) <= WORDS_BEFORE:
        return sentence
    rest = sentence[len(" ".join(before[:-WORDS_BEFORE])) :].strip()
    return f"… {rest}"


def _rests(outlet: Outlet) -> str:
    if outlet.resting < RESTS_ON:
        return ""
    whose = safe_row(outlet.rests_on) if outlet.rests_on else "another article"
    return f"; {100 * outlet.resting:.0f}% is from {whose}"


def _listed(names: Sequence[str]) -> str:
    more = len(names) - MOST_NAMED
    shown = ", ".join(names[:MOST_NAMED])
    return f"{shown} and {more} more" if more > 0 else shown
