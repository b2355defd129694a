"""Links and tags that no heading announces, and the lines that are merely suspect.

Without a heading only the look of a run of lines speaks: much is asked before anything is folded.
Lists of bullets, verses, tweets, transcripts and prize winners look alike; they are dimmed at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copytaster.wire.article import Role
from copytaster.wire.lines.draft import Draft
from copytaster.wire.shapes import Shape

_RUNNING = frozenset(["had", "was", "were", "been", "which", "their"])
_ARTICLES = ("the ", "a ", "an ", "they ", "he ", "she ")
_QUOTED = ("http", "pic.twitter", "— ", "@")
_GLUED = re.compile(r"[^:.]{3,45}:(?=[^\W\d_a-zß-ÿ][^\W_]|[‘'“\"]\w)")
_UNQUOTED = frozenset("'\"“”‘:")
_BULLETS = "-–•*·◦‣▪\"“„«'‘@#("


def with_unheaded(drafts: Sequence[Draft], lede: int) -> list[Draft]:
    """The drafts with unheaded links folded and doubtful lines marked.

    Hard-wrapped copy comes from an agency and not from a page: its runs of lines are tables.
    """
    marked = list(drafts)
    _fold_repeated(marked, lede)
    _fold_doubled(marked, lede)
    _fold_glued(marked, lede)
    if not any(draft.paragraph.last > draft.paragraph.first for draft in marked):
        for first, end in list(_open_runs(marked, lede)):
            _judge_run(marked, first, end)
    _doubt_capitals(marked, lede)
    return marked


def _fold_repeated(drafts: list[Draft], lede: int) -> None:
    """A headline that a list of links has too is a link where it stands alone."""
    linked = {draft.shape.key for draft in drafts if draft.role is Role.LINK and _long(draft)}
    for at in range(lede, len(drafts)):
        draft = drafts[at]
        if draft.role is None and draft.shape.key in linked and draft.linklike:
            drafts[at] = draft.fold(Role.LINK, "a link that a list repeats")


def _long(draft: Draft) -> bool:
    return draft.shape.words >= 4


def _fold_glued(drafts: list[Draft], lede: int) -> None:
    """A label run into its headline, "Dress code:Court rules", is how links are set."""
    for at in range(lede, len(drafts)):
        draft = drafts[at]
        if draft.role is not None or draft.shape.words < 6 or draft.shape.closed:
            continue
        if draft.paragraph.apart and _GLUED.match(draft.text):
            drafts[at] = draft.fold(Role.LINK, "a link with its label")


def _fold_doubled(drafts: list[Draft], lede: int) -> None:
    """A teaser whose headline stands twice in its line: once for its picture, once for the link."""
    for at in range(lede, len(drafts)):
        draft = drafts[at]
        if draft.role is not None or draft.shape.closed or not draft.paragraph.apart:
            continue
        if is_doubled(draft.shape):
            drafts[at] = draft.fold(Role.LINK, "a teaser with its headline twice")


def is_doubled(shape: Shape) -> bool:
    """Whether four words or more stand in the line twice in a row."""
    if not 8 <= shape.words <= 80:
        return False
    words = shape.key.split()
    if len(set(words)) < 6:
        return False
    return any(
        words[start] == words[start + size]
        and words[start : start + size] == words[start + size : start + 2 * size]
        for size in range(4, len(words) // 2 + 1)
        for start in range(len(words) - 2 * size + 1)
    )


def _open_runs(drafts: Sequence[Draft], lede: int) -> Iterator[tuple[int, int]]:
    """The runs of two or more lines that nothing claims and that do not end as sentences do."""
    first = lede
    for at in range(lede, len(drafts) + 1):
        if at < len(drafts) and drafts[at].role is None and drafts[at].linklike:
            continue
        if at - first >= 2:
            yield first, at
        first = at + 1


def _judge_run(drafts: list[Draft], first: int, end: int) -> None:
    if _is_announced(drafts, first, end) or not _stands_apart(drafts, first, end):
        return
    last = end - 1 if end < len(drafts) and drafts[end - 1].paragraph.apart else end
    if last - first >= 2 and _are_headlines(drafts[first:last]):
        _fold_run(drafts, first, last, "headlines of other stories")
    elif _is_last(drafts, end) and _are_tags(drafts, first, end):
        _fold_run(drafts, first, end, "topics of the story")
    elif _is_doubtful(drafts[first:end]):
        for at in range(first, last):
            drafts[at] = drafts[at].doubted("a list without a heading")


def _fold_run(drafts: list[Draft], first: int, end: int, reason: str) -> None:
    for at in range(first, end):
        drafts[at] = drafts[at].fold(Role.LINK, reason)


def _stands_apart(drafts: Sequence[Draft], first: int, end: int) -> bool:
    """Whether blank lines part the run from the story; a text without any has no groups."""
    return drafts[first].paragraph.apart and (end == len(drafts) or drafts[end].paragraph.apart)


def _is_announced(drafts: Sequence[Draft], first: int, end: int) -> bool:
    """Whether a colon or a question announces the run, or an open line stands before it."""
    before = drafts[first - 1] if first else None
    if drafts[first].shape.asks or (before and before.role is None and not before.shape.closed):
        return True
    near = drafts[max(0, first - 1) : end]
    return any(draft.text.endswith((":", "…", "...")) for draft in near)


def _are_headlines(run: Sequence[Draft]) -> bool:
    """Whether all are set as headlines, and not as captions: "Armed: …", the same twice."""
    if not all(map(_is_headline, run)):
        return False
    if all(draft.shape.asks for draft in run):
        return False
    labelled = sum(": " in draft.text[:28] for draft in run)
    beginnings = {tuple(draft.shape.key.split()[:4]) for draft in run}
    return labelled * 2 <= len(run) and len(beginnings) == len(run)


def _is_headline(draft: Draft) -> bool:
    """Five to twenty words, as a headline is set: no bullet, no quotation, no post of somebody.

    Headlines in English do without articles; captions do not.
    """
    shape = draft.shape
    if not 5 <= shape.words <= 20 or shape.length > 110 or not draft.linklike or _is_figures(draft):
        return False
    if not _RUNNING.isdisjoint(shape.key.split()) or shape.key.startswith(_ARTICLES):
        return False
    if shape.asks and not _UNQUOTED.isdisjoint(draft.text):
        return False
    first = draft.text[0]
    return not (first in _BULLETS or first.islower()) and not any(
        mark in draft.text for mark in _QUOTED
    )


def _is_figures(draft: Draft) -> bool:
    """A row of a table or of results: two figures or more, or one to three words."""
    figures = sum(any(map(str.isdigit, word)) for word in draft.text.split())
    return figures >= 2 or 3 * figures >= draft.shape.words


def _is_last(drafts: Sequence[Draft], end: int) -> bool:
    return all(draft.folded or draft.role is Role.SIGNOFF for draft in drafts[end:])


def _are_tags(drafts: Sequence[Draft], first: int, end: int) -> bool:
    """Three or more short lines at the very end, most of which are words of the story."""
    run = drafts[first:end]
    if len(run) < 3 or any(draft.shape.words > 5 for draft in run):
        return False
    story = " ".join(draft.shape.key for draft in drafts[:first])
    return 2 * sum(draft.shape.key in story for draft in run) >= len(run)


def _is_doubtful(run: Sequence[Draft]) -> bool:
    return len(run) >= 3 and not any(
        draft.shape.asks or _is_figures(draft) or any(mark in draft.text for mark in _QUOTED)
        for draft in run
    )


def _doubt_capitals(drafts: list[Draft], lede: int) -> None:
    """Lines in capitals are links at one outlet and subheads at another."""
    for at in range(lede, len(drafts)):
        draft = drafts[at]
        if draft.role is not None or not draft.shape.shouts or draft.shape.words < 4:
            continue
        link = draft.shape.words >= 6 and draft.linklike and not _is_figures(draft)
        if link and _inside(drafts, at):
            drafts[at] = draft.fold(Role.LINK, "a headline in capitals")
        else:
            drafts[at] = draft.doubted("a line in capitals")


def _inside(drafts: Sequence[Draft], at: int) -> bool:
    """Whether story lines in mixed case stand before and after."""
    return any(draft.story for draft in drafts[:at]) and any(
        draft.story for draft in drafts[at + 1 :]
    )
