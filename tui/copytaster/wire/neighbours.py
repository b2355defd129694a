"""The second look: what a paragraph is, given what stands around it.

After jusText (Pomikálek 2011): each paragraph is judged alone first, then by its neighbours. The
limits here are those that kept real stories whole: a heading in mid-story folds only what looks like
links; a real paragraph ends any list; the last short line before prose may be a subhead; a list runs
to the end of the file only when a good part of the story lies behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from copytaster.wire.article import Role
from copytaster.wire.boilerplate import Reach
from copytaster.wire.draft import Draft

LONGEST_LINK = 200
"""Characters; longer lines are not headlines."""
PANEL_LENGTH = 14
"""Paragraphs that a newsletter panel may have between its marks."""
FORM_LENGTH = 5
"""Paragraphs that may follow the first line of a prompt."""

_STANDS = (Role.SIGNOFF, Role.SOURCE, Role.BIO, Role.NOTE)


def revised(drafts: Sequence[Draft], lede: int) -> list[Draft]:
    """The drafts after lists, prompts and panels were folded; `lede` is where the story begins."""
    marked = list(drafts)
    _fold_panels(marked)
    _fold_lists(marked, lede)
    _fold_forms(marked)
    return marked


def _fold_panels(drafts: list[Draft]) -> None:
    for at, draft in enumerate(drafts):
        if draft.rule is None or draft.rule.reach is not Reach.PANEL:
            continue
        inside = drafts[at + 1 : at + 1 + PANEL_LENGTH]
        ends = [
            offset
            for offset, other in enumerate(inside)
            if other.rule and other.rule.reach is Reach.END and other.rule.name == draft.rule.name
        ]
        if ends and not any(other.shape.real and not other.folded for other in inside[: ends[0]]):
            for offset in range(at + 1, at + 1 + ends[0]):
                drafts[offset] = drafts[offset].fold(Role.FURNITURE, draft.rule.reason)


def _fold_lists(drafts: list[Draft], lede: int) -> None:
    at = 0
    while at < len(drafts):
        draft = drafts[at]
        if draft.folded and draft.rule and draft.rule.reach is Reach.LIST:
            at = _fold_list(drafts, at, lede)
        else:
            at += 1


def _fold_list(drafts: list[Draft], heading: int, lede: int) -> int:
    """Folds the list under a heading; returns the position after it."""
    reason = f"links under “{drafts[heading].text}”"
    end = _list_end(drafts, heading, tail=_is_tail(drafts, heading, lede))
    if end == heading + 1:
        alone = f"the heading “{drafts[heading].text}” with nothing under it"
        drafts[heading] = drafts[heading].fold(Role.LINK, alone)
        return end
    for at in range(heading, end):
        if drafts[at].role not in _STANDS:
            drafts[at] = drafts[at].fold(Role.LINK, reason)
    return end


def _is_tail(drafts: Sequence[Draft], heading: int, lede: int) -> bool:
    """Whether two story lines and a third of the text lie before the heading, and no story after."""
    before = sum(1 for _ in islice(filter(_is_story, drafts[lede:heading]), 2))
    behind = sum(draft.shape.length for draft in drafts[:heading])
    ahead = sum(draft.shape.length for draft in drafts[heading:])
    return before == 2 and behind >= ahead / 2 and not _resumes(drafts[heading + 1 :])


def _resumes(drafts: Iterable[Draft]) -> bool:
    """Whether the story goes on: a real paragraph, or two sentences on end."""
    run = 0
    for draft in drafts:
        if draft.folded:
            continue
        if draft.role is None and draft.shape.real:
            return True
        run = run + 1 if _is_story(draft) else 0
        if run == 2:
            return True
    return False


def _is_story(draft: Draft) -> bool:
    return draft.story


def _list_end(drafts: Sequence[Draft], heading: int, *, tail: bool) -> int:
    end = heading + 1
    while end < len(drafts) and _in_list(drafts[end], tail=tail):
        end += 1
    while end > heading + 1 and drafts[end - 1].role in _STANDS:
        end -= 1
    if end < len(drafts) and not tail and _may_be_subhead(drafts, end - 1, heading):
        end -= 1
    return end


def _in_list(draft: Draft, *, tail: bool) -> bool:
    if draft.kept:
        return False
    if draft.folded or draft.role in (Role.DATE, Role.CAPTION, Role.BYLINE):
        return True
    if draft.role in _STANDS:
        return tail
    if draft.shape.real:
        return False
    return looks_like_link(draft) or (tail and not draft.shape.prose)


def looks_like_link(draft: Draft) -> bool:
    """A line such as headlines are: short, and not ending as a sentence does."""
    shape = draft.shape
    return shape.length <= LONGEST_LINK and (not shape.closed or shape.asks)


def _may_be_subhead(drafts: Sequence[Draft], at: int, heading: int) -> bool:
    """The last short line before prose, standing apart from the links above it."""
    draft = drafts[at]
    if at <= heading or draft.folded or draft.role is not None:
        return False
    return draft.paragraph.apart and draft.shape.words <= 14


def _fold_forms(drafts: list[Draft]) -> None:
    for at, draft in enumerate(drafts):
        if not draft.folded or draft.rule is None or draft.rule.reach is not Reach.FORM:
            continue
        last = _last_of_form(drafts, at)
        for inside in range(at + 1, last):
            if not drafts[inside].folded:
                drafts[inside] = drafts[inside].fold(Role.FURNITURE, draft.rule.reason)


def _last_of_form(drafts: Sequence[Draft], at: int) -> int:
    """The last line near by that is a prompt too, with nothing but short lines between."""
    last = at
    for other in range(at + 1, min(at + 1 + FORM_LENGTH, len(drafts))):
        draft = drafts[other]
        if draft.folded and draft.rule and draft.rule.reach is Reach.FORM:
            last = other
        elif not draft.folded and (draft.shape.prose or draft.role is not None):
            break
    return last
