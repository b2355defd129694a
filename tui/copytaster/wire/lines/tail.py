"""The end of the page: what stands below a story once it is over.

Share buttons, a comment counter, a newsletter prompt, and then headlines of other stories with
their teasers and dates, with or without a heading.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from copytaster.wire.article import Role
from copytaster.wire.lines.draft import Draft


def tail_at(drafts: Sequence[Draft], lede: int) -> int:
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


def fold_tail(drafts: list[Draft], tail: int) -> None:
    """After a share button or a comment counter behind the story, open lines are links."""
    closed = False
    for at in range(tail, len(drafts)):
        draft = drafts[at]
        closed = closed or bool(draft.folded and draft.rule and draft.rule.closing)
        if not closed or draft.folded:
            continue
        if draft.role is Role.DATE or (draft.role is None and draft.linklike):
            drafts[at] = draft.fold(Role.LINK, "links at the end of the page")
        elif draft.role is None:
            drafts[at] = draft.doubted("a sentence among links")
    for at in range(tail, len(drafts)):
        if drafts[at].suspect and _amid_links(drafts, at):
            drafts[at] = drafts[at].fold(Role.LINK, "a teaser among links")


def _amid_links(drafts: Sequence[Draft], at: int) -> bool:
    """Whether two links stand right before and one right after."""
    near = [*drafts[max(0, at - 2) : at], *drafts[at + 1 : at + 2]]
    return len(near) == 3 and all(draft.role is Role.LINK for draft in near)
