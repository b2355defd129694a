"""The second look: what a paragraph is, given what stands around it.

After jusText (Pomikálek 2011): each paragraph is judged alone first, then by its neighbours. The
limits here are those that kept real stories whole: a heading in mid-story folds only what looks like
links; a real paragraph ends any list; the last short line before prose may be a subhead; a list runs
to the end of the file only when a good part of the story lies behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from copytaster.wire.article import Role
from copytaster.wire.boilerplate import Reach
from copytaster.wire.draft import Draft
from copytaster.wire.stamps import is_age

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
    _fold_teasers(marked)
    _fold_cards(marked, lede)
    tail = _tail_at(marked, lede)
    _fold_lists(marked, tail)
    _fold_forms(marked)
    _fold_tail(marked, tail)
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


def _fold_lists(drafts: list[Draft], tail: int) -> None:
    at = 0
    while at < len(drafts):
        draft = drafts[at]
        if draft.folded and draft.rule and draft.rule.reach is Reach.LIST:
            at = _fold_list(drafts, at, tail)
        else:
            at += 1


def _fold_list(drafts: list[Draft], heading: int, tail: int) -> int:
    """Folds the list under a heading; returns the position after it.

    "MORE" as the last line of a file is a sign-off: on a wire it says that another take will come.
    """
    reason = f"links under “{drafts[heading].text}”"
    end = _list_end(drafts, heading, tail=heading >= tail)
    last = all(draft.role is Role.SIGNOFF for draft in drafts[heading + 1 :])
    if last and drafts[heading].shape.key == "more":
        drafts[heading] = replace(drafts[heading], role=Role.SIGNOFF, reason=None)
        return end
    if end == heading + 1:
        alone = f"the heading “{drafts[heading].text}” with nothing under it"
        drafts[heading] = drafts[heading].fold(Role.LINK, alone)
        return end
    for at in range(heading, end):
        if drafts[at].role not in _STANDS:
            drafts[at] = drafts[at].fold(Role.LINK, reason)
    return end


def _tail_at(drafts: Sequence[Draft], lede: int) -> int:
    """Where the tail of the page may begin: behind the last of the story, and deep enough.

    Two story lines and a third of the text must lie before it. The story ends with its last real
    paragraph, or with the last two sentences on end; a single sentence among links is a teaser.
    """
    end = _story_end(drafts)
    passed = list(accumulate(draft.shape.length for draft in drafts))
    enough = next((at for at, length in enumerate(passed, 1) if 3 * length >= passed[-1]), 0)
    stories = [at for at in range(lede, len(drafts)) if drafts[at].story][:2]
    return max(end, enough, stories[1] + 1) if len(stories) == 2 else len(drafts)


def _story_end(drafts: Sequence[Draft]) -> int:
    run = 0
    for at in range(len(drafts) - 1, -1, -1):
        draft = drafts[at]
        if draft.folded:
            continue
        if draft.role is None and draft.shape.real:
            return at + 1
        run = run + 1 if draft.story else 0
        if run == 2:
            return at + 2
    return 0


def _fold_tail(drafts: list[Draft], tail: int) -> None:
    """After a share button or a comment counter behind the story, open lines are links."""
    closed = False
    for at in range(tail, len(drafts)):
        draft = drafts[at]
        closed = closed or bool(draft.folded and draft.rule and draft.rule.closing)
        if not closed or draft.folded:
            continue
        if draft.role is Role.DATE or (draft.role is None and looks_like_link(draft)):
            drafts[at] = draft.fold(Role.LINK, "links at the end of the page")
        elif draft.role is None:
            drafts[at] = draft.doubted("a sentence among links")
    for at in range(tail, len(drafts)):
        if drafts[at].suspect and _amid_links(drafts, at):
            drafts[at] = drafts[at].fold(Role.LINK, "a teaser among links")


def _amid_links(drafts: Sequence[Draft], at: int) -> bool:
    """Whether two links stand right before and one right after."""
    near = drafts[max(0, at - 2) : at] + drafts[at + 1 : at + 2]
    return len(near) == 3 and all(draft.role is Role.LINK for draft in near)


def _fold_teasers(drafts: list[Draft]) -> None:
    """Above a teaser that ends in a dangling "more" stand its headline and its date."""
    for at, draft in enumerate(drafts):
        if not draft.folded or draft.rule is None or draft.rule.reach is not Reach.TEASER:
            continue
        for above in range(at - 1, max(-1, at - 3), -1):
            other = drafts[above]
            if other.folded or not (other.role is Role.DATE or _is_short(other)):
                break
            drafts[above] = other.fold(Role.LINK, draft.rule.reason)


def _is_short(draft: Draft) -> bool:
    return draft.role is None and draft.shape.words <= 16 and looks_like_link(draft)


def _fold_cards(drafts: list[Draft], lede: int) -> None:
    """A section and an age, "Politics" over "22 hours ago", are the foot of a link to a story."""
    for at in range(lede + 1, len(drafts)):
        above, draft = drafts[at - 1], drafts[at]
        if draft.role is Role.DATE and is_age(draft.text) and above.role is None:
            if above.shape.words <= 3 and not above.shape.closed:
                drafts[at - 1] = above.fold(Role.LINK, "a link to another story")
                drafts[at] = draft.fold(Role.LINK, "a link to another story")


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
