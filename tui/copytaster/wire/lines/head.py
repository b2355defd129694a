"""The head of a story: kicker, headline, deck, byline, date and dateline, before the lede.

Only the head knows a headline from a subhead and a name from a byline, by the order in which they
stand. The rules of desks differ in everything but this: the headline comes before the deck, and
something that is not prose (a byline, a date, a button) stands between deck and lede.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from copytaster.wire.article import Role
from copytaster.wire.lines.bylines import is_name
from copytaster.wire.lines.draft import Draft
from copytaster.wire.shapes import key_of

LONGEST_TITLE = 220
"""Characters; the longest headlines of real outlets have about 180."""
LONGEST_DECK = 450
DEEPEST = 24
"""Paragraphs from the top within which a head must end."""

_DAY = r"(?:[^\W\d_]{3,9}\.? \d{1,2}|\d{1,2}\.? [^\W\d_]{3,9}\.?)"
INLINE_DATELINE = re.compile(
    r"(?P<place>[^\W\d_a-zß-ÿ](?:[^\W\d_a-zß-ÿ]|['’. -]){2,30}"
    r"(?:, [^\W\d_](?:[^\W\d_]|[. ]){1,20}(?=[,( –—-]))?"
    rf"|[^\W\d_a-zß-ÿ][\w.' -]{{2,30}}(?:, [\w. ]{{2,20}})?(?=, {_DAY}))"
    rf"(?:, (?P<day>{_DAY})(?:, \d{{4}})?)?(?: \([\w/ ]{{2,20}}\)| /[\w ]{{2,20}}/)? ?[-–—]{{1,2}} "
)
"""A dateline that runs into the lede: "KATHMANDU, April 25 (Reuters) - "."""

_PLACE = re.compile(
    r"[^\W\d_a-zà-öø-ÿ][\w.'’-]*(?:[\s,/-]+[^\W\d_a-zà-öø-ÿ][\w.'’-]*){0,3}\s*[-–—:.]*\Z"
)
_PLACES = (
    "New York|New Delhi|Tel Aviv|Hong Kong|Los Angeles|San Francisco|Mexico City|"
    "Buenos Aires|São Paulo|Rio de Janeiro|Kuala Lumpur|Cape Town|Abu Dhabi|Addis Ababa|"
    "Phnom Penh|Sri Lanka|Den Haag|The Hague|La Paz|San José|San Juan|Santo Domingo|"
    "Gaza City|Kuwait City|Washington DC|Saudi Arabia|South Korea|North Korea|United Nations|"
    "El Salvador|Ho Chi Minh City|St. Petersburg"
)
_TWO_WORD_PLACES = frozenset(map(key_of, _PLACES.split("|")))


@dataclass(frozen=True, slots=True)
class Head:
    """The drafts with the roles of the head set, and where the story begins."""

    drafts: list[Draft]
    lede: int


def with_head(drafts: Sequence[Draft], known_title: str | None) -> Head:
    """The drafts with their head found; `known_title` is the headline that the format gave."""
    marked = list(drafts)
    _mark_points(marked)
    title = _title_at(marked, known_title)
    if title is None:
        _mark_above(marked, _first_prose(marked))
        return Head(marked, _first_prose(marked))
    marked[title] = replace(marked[title], role=Role.TITLE, reason=None, rule=None, suspect=False)
    _mark_above(marked, title)
    lede = _lede_at(marked, title)
    _mark_below(marked, title, lede)
    return Head(marked, lede)


_SUMMARIES = (
    "key points|key takeaways|story highlights|highlights|at a glance|in brief|the gist|"
    "tl;dr|l'essentiel|en bref|das wichtigste in kürze|auf einen blick|puntos clave|"
    "lo esencial|in sintesi|in breve|pontos-chave|in het kort|najważniejsze|özet|кратко"
)
_POINTS = frozenset(map(key_of, _SUMMARIES.split("|")))


def _mark_points(drafts: list[Draft]) -> None:
    """The group of lines under "Key points" is a deck in several parts."""
    for at, draft in enumerate(drafts[:DEEPEST]):
        if draft.shape.key not in _POINTS:
            continue
        drafts[at] = draft.taken_as(Role.SUBHEAD)
        for below in range(at + 1, len(drafts)):
            parted = drafts[below].paragraph.apart and below > at + 1
            if parted or drafts[below].role is not None:
                break
            drafts[below] = drafts[below].taken_as(Role.DECK)


def _title_at(drafts: Sequence[Draft], known: str | None) -> int | None:
    top = range(min(DEEPEST, len(drafts)))
    if known:
        wanted = key_of(known)
        return next((at for at in top if drafts[at].shape.key == wanted), None)
    free = [at for at in top if drafts[at].role is None]
    for order, at in enumerate(free):
        draft = drafts[at]
        if not _headlike(draft):
            if draft.shape.words >= 5:
                return None
            continue
        others = (drafts[at] for at in free[order + 1 :])
        after = next((other for other in others if other.shape.key != draft.shape.key), None)
        if not _is_kicker(draft, after):
            return at if _has_story_below(drafts, at) else None
    return None


def _headlike(draft: Draft) -> bool:
    shape = draft.shape
    if shape.length > LONGEST_TITLE or shape.sentences > 3:
        return False
    if shape.words < 2 and not _is_slug(draft):
        return False
    if INLINE_DATELINE.match(draft.text) or _is_lone_name(draft):
        return False
    return not shape.closed or shape.asks


def _is_slug(draft: Draft) -> bool:
    """A slug in capitals, "KILL-PIER-CLOSED", which stands for a headline in messages of a desk."""
    return draft.shape.words == 1 and draft.shape.shouts and draft.text.count("-") >= 2


def _is_lone_name(draft: Draft) -> bool:
    """Two or three words that could be a writer: a byline without a headline, or a speaker."""
    shape = draft.shape
    if shape.words > 3 or shape.shouts:
        return False
    return draft.text[0].islower() or is_name(draft.text, shape)


def _is_kicker(draft: Draft, after: Draft | None) -> bool:
    """A few words right above something that is a better headline."""
    if draft.shape.words > 4 or after is None or _is_slug(draft):
        return False
    return _headlike(after) and after.shape.words > max(3, draft.shape.words)


def _has_story_below(drafts: Sequence[Draft], at: int) -> bool:
    return any(draft.story or draft.role is Role.NOTE for draft in drafts[at + 1 :])


def _first_prose(drafts: Sequence[Draft]) -> int:
    return next((at for at, draft in enumerate(drafts) if draft.story), 0)


def _lede_at(drafts: Sequence[Draft], title: int) -> int:
    """Where the story begins: its first prose, or the one after a deck."""
    prose = [at for at in range(title + 1, min(title + DEEPEST, len(drafts))) if drafts[at].story]
    if not prose:
        return len(drafts)
    first = prose[0]
    if len(prose) > 1 and _is_prose_deck(drafts, title, first, prose[1]):
        return prose[1]
    return first


def _is_prose_deck(drafts: Sequence[Draft], title: int, at: int, after: int) -> bool:
    """A sentence or two, cut off from the next prose by matter of the head."""
    if drafts[at].shape.length > LONGEST_DECK or drafts[at].shape.sentences > 5:
        return False
    between = drafts[at + 1 : after]
    again = drafts[title].shape.key
    between = [draft for draft in between if draft.shape.key != again]
    if any(draft.role is None and draft.shape.words > 6 for draft in between):
        return False
    return any(_parts_deck(draft) for draft in between)


def _parts_deck(draft: Draft) -> bool:
    if draft.role in (Role.BYLINE, Role.DATE, Role.FURNITURE, Role.CAPTION):
        return True
    return draft.role is None and is_name(draft.text, draft.shape)


def _mark_above(drafts: list[Draft], end: int) -> None:
    """Names the short lines before the headline, or before the lede where there is none."""
    for at in range(end):
        draft = drafts[at]
        if draft.role is not None or draft.shape.words > 6 or draft.shape.closed:
            continue
        untitled = drafts[end].role is not Role.TITLE
        if untitled and at == end - 1 and _is_place(draft):
            drafts[at] = draft.taken_as(Role.DATELINE)
        elif untitled and is_name(draft.text, draft.shape):
            drafts[at] = draft.taken_as(Role.BYLINE)
        elif sum(any(map(str.isdigit, word)) for word in draft.text.split()) <= 1:
            drafts[at] = draft.taken_as(Role.KICKER)


def _mark_below(drafts: list[Draft], title: int, lede: int) -> None:
    decks = 0
    for at in range(title + 1, lede):
        draft = drafts[at]
        if draft.shape.key == drafts[title].shape.key:
            drafts[at] = draft.fold(Role.FURNITURE, "the headline again")
        elif draft.role is None:
            last = all(after.role is not None for after in drafts[at + 1 : lede])
            role = _role_below(draft, last=last, decks=decks)
            decks += role is Role.DECK
            drafts[at] = draft.taken_as(role) if role else draft


def _role_below(draft: Draft, *, last: bool, decks: int) -> Role | None:
    if last and _is_place(draft):
        return Role.DATELINE
    if is_name(draft.text, draft.shape):
        return Role.BYLINE
    if draft.shape.words >= 5 and decks < 4:
        return Role.DECK
    return Role.KICKER if draft.shape.words <= 4 and not draft.shape.closed and not decks else None


def _is_place(draft: Draft) -> bool:
    """A dateline alone on its line: "WASHINGTON", "Ankara", "New York -"."""
    if draft.text.startswith("【") and draft.text.endswith("】"):
        return True
    if draft.shape.words > 4 or not _PLACE.match(draft.text):
        return False
    return draft.shape.words == 1 or draft.shape.shouts or draft.shape.key in _TWO_WORD_PLACES
