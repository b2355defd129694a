"""A story as a whole, as lines: its takes in time, who added what, what does not agree, its quotes.

Lines that belong to one article, or to one claim or quote of it, are a stop: the cursor goes from
stop to stop, and Enter leads to the article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from copytaster.desk.words.rows import Row
from copytaster.desk.words.story_page import StoryPage, Take
from copytaster.presentation.glyphs import Glyphs
from copytaster.presentation.looks import BLANK, Line, Look
from copytaster.presentation.rows import title_look
from copytaster.presentation.sparkline import sparkline
from copytaster.presentation.story_claims import doubt_lines, outlet_lines, quote_lines
from copytaster.presentation.story_setting import (
    MARGIN,
    ROOMY,
    Setting,
    StoryLine,
    StoryView,
    counted,
    day,
    hour,
    moment,
    plain,
)
from copytaster.presentation.wrap import fit, width_of, wrap
from copytaster.terminal.safe import safe_row

WIDEST = 110
TIME_CELLS = 12
TAKE_CELLS = 10
NEW_CELLS = 5
FEWEST_OF_ONE_TEXT = 3
TITLE_LINES = 2


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
    return f"{counted(len(view.takes), 'article')}, {counted(len(sources), 'source')}"


def story_lines(view: StoryView, width: int, glyphs: Glyphs) -> list[StoryLine]:
    """The whole page in lines of at most `width` cells."""
    return list(_lines(Setting(view, min(width, WIDEST) - len(MARGIN) - 1, glyphs)))


def _lines(setting: Setting) -> Iterator[StoryLine]:
    """All sections, each under its heading."""
    page = setting.view.page
    yield from _headline(setting)
    yield from _section("Timeline", _timeline(setting))
    if page is None:
        yield from _section("Who added what", [plain("comparing …")])
        return
    yield from _section("Who added what", outlet_lines(setting, page.outlets))
    yield from _section("What does not agree", doubt_lines(setting, page))
    if page.quotes:
        yield from _section("Shared quotes", quote_lines(setting, page.quotes))


def _section(heading: str, lines: Iterable[StoryLine]) -> Iterator[StoryLine]:
    yield StoryLine(((f" {heading}", Look.KICKER),))
    yield from lines
    yield StoryLine(BLANK)


def _headline(setting: Setting) -> Iterator[StoryLine]:
    view = setting.view
    yield StoryLine(BLANK)
    for text in list(wrap(safe_row(view.title), setting.cells))[:TITLE_LINES]:
        yield StoryLine(((MARGIN, Look.PLAIN), (text, Look.TITLE)))
    if view.page and (warning := _warning(view.page)):
        yield StoryLine(((MARGIN, Look.PLAIN), (setting.cut(warning), Look.FLAGGED)))
    yield StoryLine(BLANK)
    yield from _arrivals(setting)


def _arrivals(setting: Setting) -> Iterator[StoryLine]:
    """When the takes came, as a small picture with its first and last time below."""
    takes = setting.view.takes
    if len(takes) < 2 or takes[-1].at <= takes[0].at:
        return
    cells = setting.cells
    first, span = takes[0].at, takes[-1].at - takes[0].at
    parts = [0] * cells
    for take in takes:
        parts[min(cells - 1, int((take.at - first) / span * cells))] += 1
    left, right = (moment(take.at, exact=take.exact) for take in (takes[0], takes[-1]))
    yield StoryLine(((MARGIN, Look.PLAIN), (sparkline(parts, setting.glyphs), Look.SCORE)))
    axis = f"{left}{right:>{max(1, cells - len(left))}}"
    yield StoryLine(((MARGIN, Look.PLAIN), (axis, Look.MUTED)))
    yield StoryLine(BLANK)


def _timeline(setting: Setting) -> Iterator[StoryLine]:
    before = ""
    for take in setting.view.takes:
        row = setting.view.rows[take.number]
        today = day(take.at)
        when = f"{today if today != before else '':<6} {hour(take.at) if take.exact else ''}"
        before = today
        yield setting.stop(_take(setting, take, row, when), take.number)


def _take(setting: Setting, take: Take, row: Row, when: str) -> Line:
    ellipsis = setting.glyphs.ellipsis
    name = fit(setting.teller(take.number), setting.outlet_cells, ellipsis)
    kind = _kind(setting, row)
    new = f"+{take.new}" if take.new else "0" if take.sentences else ""
    taken = TIME_CELLS + 1 + setting.outlet_cells + 1 + width_of(kind) + 1 + NEW_CELLS
    title = fit(safe_row(row.title), setting.cells - taken, ellipsis)
    return (
        (f"{when:<{TIME_CELLS}} ", Look.MUTED),
        (f"{name} ", Look.SOURCE if row.source else Look.MUTED),
        (f"{kind}", Look.NOTE),
        (f"{title} ", title_look(row)),
        (f"{new:>{NEW_CELLS}}", Look.NEWS if take.new else Look.MUTED),
    )


def _kind(setting: Setting, row: Row) -> str:
    """Take and urgency, where they are said and there is room."""
    if setting.cells < ROOMY:
        return ""
    urgent = f"{row.urgency} " if row.urgency is not None else ""
    return fit(f"{urgent}{safe_row(row.take or '')}", TAKE_CELLS, setting.glyphs.ellipsis) + " "


def _warning(page: StoryPage) -> str:
    """That many outlets print one text; empty where each tells for itself."""
    one = page.one_text
    if one is None or one.outlets < min(FEWEST_OF_ONE_TEXT, one.of):
        return ""
    many = "sources" if one.outlets == one.of else f"of {one.of} sources"
    whose = f": {safe_row(one.origin)}" if one.origin else ""
    return f"{one.outlets} {many}, one text{whose}"
