"""The second look: what a paragraph is, given what stands around it.

After jusText (Pomikálek 2011): each paragraph is judged alone first, then by its neighbours. The
limits here are those that kept real stories whole: a heading in mid-story folds only what looks
like links; a real paragraph ends any list; the last short line before prose may be a subhead; a
list runs to the end of the file only when a good part of the story lies behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from copytaster.wire.article import Role
from copytaster.wire.boilerplate import Reach
from copytaster.wire.lines.draft import Draft
from copytaster.wire.lines.stamps import is_age
from copytaster.wire.lines.tail import fold_tail, tail_at

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
    tail = tail_at(marked, lede)
    _fold_lists(marked, tail)
    _fold_forms(marked)
    fold_tail(marked, tail)
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
    """Folds the list under a heading; returns the position after it."""
    if _announces_a_take(drafts, heading):
        drafts[heading] = replace(drafts[heading], role=Role.SIGNOFF, reason=None)
        return heading + 1
    reason = f"links under “{drafts[heading].text}”"
    end = _list_end(drafts, heading, tail=heading >= tail)
    if end == heading + 1:
        reason = f"the heading “{drafts[heading].text}” with nothing under it"
    for at in range(heading, end):
        if drafts[at].role not in _STANDS:
            drafts[at] = drafts[at].fold(Role.LINK, reason)
    return end


def _announces_a_take(drafts: Sequence[Draft], at: int) -> bool:
    """Whether this is the "MORE" by which a wire says that another take follows.

    It ends a file, or stands between two takes of hard-wrapped copy.
    """
    if drafts[at].shape.key != "more":
        return False
    below = next((draft for draft in drafts[at + 1 :] if draft.role is not Role.SIGNOFF), None)
    return below is None or below.paragraph.last > below.paragraph.first


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
    return draft.role is None and draft.shape.words <= 16 and draft.linklike


def _fold_cards(drafts: list[Draft], lede: int) -> None:
    """A section and an age, "Politics" over "22 hours ago", are the foot of a link to a story."""
    for at in range(lede + 1, len(drafts)):
        above, draft = drafts[at - 1], drafts[at]
        section = above.role is None and above.shape.words <= 3 and not above.shape.closed
        if section and draft.role is Role.DATE and is_age(draft.text):
            for part in (at - 1, at):
                drafts[part] = drafts[part].fold(Role.LINK, "a link to another story")


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
    if draft.folded or draft.role in (Role.DATE, Role.CAPTION, Role.BYLINE):
        return True
    if draft.role in _STANDS:
        return tail
    if draft.shape.real:
        return False
    return draft.linklike or (tail and not draft.shape.prose)


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
