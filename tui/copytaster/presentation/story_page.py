"""A story as a whole, as lines: its takes in time, who added what, what does not agree, its quotes.

Lines that belong to one article, or to one claim or quote of it, are a stop: the cursor goes from
stop to stop, and Enter leads to the article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from copytaster.desk.words.rows import Row
from copytaster.desk.words.story_page import Matter, Outlet, Quote, StoryPage, Take
from copytaster.presentation.ages import instant
from copytaster.presentation.glyphs import Glyphs, bar
from copytaster.presentation.looks import BLANK, Line, Look
from copytaster.presentation.rows import title_look
from copytaster.presentation.sparkline import sparkline
from copytaster.presentation.wrap import cut, fit, width_of, wrap
from copytaster.terminal.safe import safe_row

MARGIN = "  "
WIDEST = 110
TIME_CELLS = 12
OUTLET_CELLS = 16
NARROW_OUTLET = 10
TAKE_CELLS = 10
ROOMY = 76
"""From this width on a row has room for a take's name, and for a broad outlet."""
BAR_CELLS = 8
NEW_CELLS = 5
RESTS_ON = 0.5
NAMELESS = "(not named)"
FEWEST_OF_ONE_TEXT = 3
MOST_NAMED = 4
WORDS_BEFORE = 5
_MATTERS = {"number": "Number", "quote": "Quote", "name": "Name", "date": "Date"}


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One line; the stop that it is of (None: of none), and the row that Enter leads to."""

    line: Line
    stop: int | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class StoryView:
    """What the page is made of: the rows of its articles by number, and the page, if known."""

    title: str
    rows: Mapping[int, Row]
    page: StoryPage | None
    takes: Sequence[Take]


def story_view(rows: Sequence[Row], page: StoryPage | None) -> StoryView:
    """The view of these rows; before the page is known, with the times that the list has."""
    by_number = {row.number: row for row in rows}
    takes = page.takes if page else tuple(Take(row.number, row.moment, True, 0, 0) for row in rows)
    known = [take for take in takes if take.number in by_number]
    own = (by_number[take.number] for take in known)
    titles = [row.title for row in own if not row.title_derived]
    return StoryView(titles[0] if titles else "", by_number, page, known)


def story_head(view: StoryView) -> str:
    """How many articles of how many sources, for the head line; one without a name is its own."""
    sources = {row.source or row.number for row in view.rows.values()}
    return f"{_counted(len(view.takes), 'article')}, {_counted(len(sources), 'source')}"


def story_lines(view: StoryView, width: int, glyphs: Glyphs) -> list[StoryLine]:
    """The whole page in lines of at most `width` cells."""
    return list(_Setting(view, min(width, WIDEST) - len(MARGIN) - 1, glyphs).lines())


class _Setting:
    """The page being set to a width of `cells`."""

    def __init__(self, view: StoryView, cells: int, glyphs: Glyphs) -> None:
        self._view, self._cells, self._glyphs = view, max(20, cells), glyphs
        self._stops = count()
        self._outlet = OUTLET_CELLS if self._cells >= ROOMY else NARROW_OUTLET

    def lines(self) -> Iterator[StoryLine]:
        """All sections, each under its heading."""
        page = self._view.page
        yield from self._headline()
        yield from self._section("Timeline", self._timeline())
        if page is None:
            yield from self._section("Who added what", iter([_plain("comparing …")]))
            return
        yield from self._section("Who added what", self._outlets(page.outlets))
        yield from self._section("What does not agree", self._matters(page.matters))
        if page.quotes:
            yield from self._section("Shared quotes", self._quotes(page.quotes))

    def _section(self, heading: str, lines: Iterable[StoryLine]) -> Iterator[StoryLine]:
        yield StoryLine(((f" {heading}", Look.KICKER),))
        yield from lines
        yield StoryLine(BLANK)

    def _headline(self) -> Iterator[StoryLine]:
        yield StoryLine(BLANK)
        for text in list(wrap(safe_row(self._view.title), self._cells))[:2]:
            yield StoryLine(((MARGIN, Look.PLAIN), (text, Look.TITLE)))
        if self._view.page and (warning := _warning(self._view.page)):
            yield StoryLine(((MARGIN, Look.PLAIN), (self._cut(warning), Look.FLAGGED)))
        yield StoryLine(BLANK)
        yield from self._arrivals()

    def _arrivals(self) -> Iterator[StoryLine]:
        """When the takes came, as a small picture with its first and last time below."""
        takes = self._view.takes
        if len(takes) < 2 or takes[-1].at <= takes[0].at:
            return
        cells = self._cells
        first, span = takes[0].at, takes[-1].at - takes[0].at
        parts = [0] * cells
        for take in takes:
            parts[min(cells - 1, int((take.at - first) / span * cells))] += 1
        left, right = (_moment(take.at, exact=take.exact) for take in (takes[0], takes[-1]))
        yield StoryLine(((MARGIN, Look.PLAIN), (sparkline(parts, self._glyphs), Look.SCORE)))
        axis = f"{left}{right:>{max(1, cells - len(left))}}"
        yield StoryLine(((MARGIN, Look.PLAIN), (axis, Look.MUTED)))
        yield StoryLine(BLANK)

    def _timeline(self) -> Iterator[StoryLine]:
        day = ""
        for take in self._view.takes:
            row = self._view.rows[take.number]
            today = _day(take.at)
            when = f"{today if today != day else '':<6} {_hour(take.at) if take.exact else ''}"
            day = today
            yield self._stop(self._take(take, row, when), take.number)

    def _take(self, take: Take, row: Row, when: str) -> Line:
        name = fit(safe_row(row.source or NAMELESS), self._outlet, self._glyphs.ellipsis)
        kind = self._kind(row)
        new = f"+{take.new}" if take.new else "0" if take.sentences else ""
        taken = TIME_CELLS + 1 + self._outlet + 1 + width_of(kind) + 1 + NEW_CELLS
        title = fit(safe_row(row.title), self._cells - taken, self._glyphs.ellipsis)
        return (
            (f"{when:<{TIME_CELLS}} ", Look.MUTED),
            (f"{name} ", Look.SOURCE),
            (f"{kind}", Look.NOTE),
            (f"{title} ", title_look(row)),
            (f"{new:>{NEW_CELLS}}", Look.NEWS if take.new else Look.MUTED),
        )

    def _kind(self, row: Row) -> str:
        """Take and urgency, where they are said and there is room."""
        if self._cells < ROOMY:
            return ""
        urgent = f"{row.urgency} " if row.urgency is not None else ""
        return fit(f"{urgent}{safe_row(row.take or '')}", TAKE_CELLS, self._glyphs.ellipsis) + " "

    def _outlets(self, outlets: Sequence[Outlet]) -> Iterator[StoryLine]:
        whole = sum(outlet.first for outlet in outlets) or 1
        for outlet in outlets:
            name = fit(safe_row(outlet.name or NAMELESS), self._outlet, self._glyphs.ellipsis)
            told = f"{outlet.first} of {_counted(outlet.sentences, 'sentence')} first"
            line: Line = (
                (f"{name} ", Look.SOURCE if outlet.name else Look.MUTED),
                (bar(outlet.first / whole, BAR_CELLS, self._glyphs), Look.SCORE),
                (self._cut(f"  {told}{_rests(outlet)}", self._outlet + 9), Look.MUTED),
            )
            yield self._stop(line, outlet.number)

    def _matters(self, matters: Sequence[Matter] | None) -> Iterator[StoryLine]:
        if not matters:
            yield _plain("comparing …" if matters is None else "nothing that was found")
        for matter in matters or ():
            yield _plain(_MATTERS.get(matter.kind, matter.kind))
            for version in matter.versions:
                stop, number = next(self._stops), version.numbers[0]
                text = self._cut(safe_row(version.text), self._cells // 2)
                names = self._cut(self._names(version.numbers), width_of(text) + 4)
                yield StoryLine(
                    ((MARGIN * 2, Look.PLAIN), (text, Look.URGENT), (f"  {names}", Look.SOURCE)),
                    stop,
                    number,
                )
                sentence = self._cut(around(version.text, version.sentence), 4)
                yield StoryLine(((MARGIN * 3, Look.PLAIN), (sentence, Look.MUTED)), stop, number)

    def _quotes(self, quotes: Sequence[Quote]) -> Iterator[StoryLine]:
        for quote in quotes:
            stop, number = next(self._stops), quote.numbers[0]
            for text in list(wrap(f"“{safe_row(quote.text)}”", self._cells))[:2]:
                yield StoryLine(((MARGIN, Look.PLAIN), (text, Look.PLAIN)), stop, number)
            first, *others = self._tellers(quote.numbers)
            also = f", then {_listed(others)}" if others else ""
            told = self._cut(f"{first} {self._when(number)}{also}", 2)
            yield StoryLine(((MARGIN * 2, Look.PLAIN), (told, Look.SOURCE)), stop, number)

    def _cut(self, text: str, taken: int = 0) -> str:
        """The text as far as there is room beside what has `taken` so many cells."""
        return cut(text, self._cells - taken, self._glyphs.ellipsis)

    def _stop(self, line: Line, number: int) -> StoryLine:
        return StoryLine(((MARGIN, Look.PLAIN), *line), next(self._stops), number)

    def _names(self, numbers: Sequence[int]) -> str:
        return _listed(self._tellers(numbers))

    def _tellers(self, numbers: Sequence[int]) -> list[str]:
        """The outlets of these rows, each once."""
        rows = (self._view.rows.get(number) for number in numbers)
        return list(dict.fromkeys(safe_row((row and row.source) or NAMELESS) for row in rows))

    def _when(self, number: int) -> str:
        at = {take.number: _moment(take.at, exact=take.exact) for take in self._view.takes}
        return at.get(number, "")


def around(text: str, sentence: str) -> str:
    """A sentence from a few words before a text in it, so that a cut end leaves the text."""
    text, sentence = safe_row(text), safe_row(sentence)
    before = sentence[: max(0, sentence.find(text))].split()
    if len(before) <= WORDS_BEFORE:
        return sentence
    rest = sentence[len(" ".join(before[:-WORDS_BEFORE])) :].strip()
    return f"… {rest}"


def _warning(page: StoryPage) -> str:
    """That many outlets print one text; empty where each tells for itself."""
    one = page.one_text
    if one is None or one.outlets < min(FEWEST_OF_ONE_TEXT, one.of):
        return ""
    many = "sources" if one.outlets == one.of else f"of {one.of} sources"
    whose = f": {safe_row(one.origin)}" if one.origin else ""
    return f"{one.outlets} {many}, one text{whose}"


def _rests(outlet: Outlet) -> str:
    if outlet.resting < RESTS_ON:
        return ""
    whose = safe_row(outlet.rests_on) if outlet.rests_on else "another article"
    return f"; {100 * outlet.resting:.0f}% is from {whose}"


def _listed(names: Sequence[str]) -> str:
    more = len(names) - MOST_NAMED
    shown = ", ".join(names[:MOST_NAMED])
    return f"{shown} and {more} more" if more > 0 else shown


def _plain(text: str) -> StoryLine:
    return StoryLine(((MARGIN, Look.PLAIN), (text, Look.MUTED)))


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _day(at: float) -> str:
    then = instant(at)
    return f"{then.day:2} {then:%b}"


def _hour(at: float) -> str:
    return f"{instant(at):%H:%M}"


def _moment(at: float, *, exact: bool) -> str:
    return f"{_day(at).strip()} {_hour(at)}" if exact else _day(at).strip()
