"""Whether two figures are said of one thing, by the words that stand beside them."""

from __future__ import annotations

import re

from copytaster.stories.comparing.figures import Figure
from copytaster.stories.comparing.folding import folded_word, folded_words, stem
from copytaster.stories.comparing.measures import CURRENCIES, OTHERS
from copytaster.stories.comparing.side import Side
from copytaster.stories.comparing.synonyms import sense
from copytaster.stories.comparing.telling import Told

PEOPLE = "people"
FIRST_COUNT = 10
"""A count from here on is of one thing where it stands beside one of its words."""
_BESIDE_COMMON, _BESIDE_SMALL = 3, 2
_REACH = 45
_TIMES = ("second", "minute", "hour", "day", "week", "month", "year", "year old", "decade")
_LENGTHS = ("mile", "km", "meter", "foot", "inch", "cm", "mm")
_MONEY = frozenset(CURRENCIES.values())
_BEARING = re.compile(r"[^.;,]{0,30}?\b(?:north|south|east|west)\w*\s(?:of|from)\b")
_SIZE_OF = re.compile(r"(?:-[^\W\d_]+)+\s([^\W\d_]+)")
COMMON_SUBJECTS = frozenset(
    {
        *_TIMES,
        *(f"{time} {kind}" for time in _TIMES for kind in ("each", "ago")),
        *_MONEY,
        *_LENGTHS,
        PEOPLE,
        "percent",
        "tally",
        OTHERS,
    }
)
"""What two figures of two articles are often of without being about one thing."""


def said_alike(ours: Side, i: int, a: Figure, theirs: Side, j: int, b: Figure) -> bool:
    """Whether the words beside two figures are much the same.

    Two sums of money, or two spans of weeks, are seldom about one thing, least of all where hardly
    anything but names stands beside both.
    """
    own, other = ours.told[i], theirs.told[j]
    if _is_bearing(own, a) and not _from_one_place(own, a, other, b):
        return False
    if _is_size(a) and _sized(own, a) != _sized(other, b):
        return False
    beside = _beside(own, a) & _beside(other, b)
    if a.subject in COMMON_SUBJECTS and a.subject != PEOPLE:
        if len(beside) < _BESIDE_COMMON:
            return False
        small = frozenset(map(sense, ours.small | theirs.small))
        return len(beside & small) >= _BESIDE_SMALL
    return len(beside) >= (
        1 if a.subject == PEOPLE or min(a.value, b.value) >= FIRST_COUNT else _BESIDE_SMALL
    )


def _is_bearing(told: Told, figure: Figure) -> bool:
    """Whether a figure says how far from a place something is, which is named before it."""
    return figure.measure in _LENGTHS and _BEARING.match(told.text, figure.end) is not None


def _from_one_place(own: Told, a: Figure, other: Told, b: Figure) -> bool:
    """Whether the same is named before two distances, and if both name places, one of them."""
    before, theirs = _told_before(own, a), _told_before(other, b)
    named, others = before & _names(own), theirs & _names(other)
    return bool(named & others if named and others else before & theirs)


def _names(told: Told) -> frozenset[str]:
    """The senses of the words that a sentence writes with a capital."""
    return frozenset(map(sense, told.capital))


def _is_size(figure: Figure) -> bool:
    """Whether it is a length of one thing: a 60-foot wall, a 60-foot-wide stone."""
    subject = figure.subject or ""
    return subject.endswith(" each") and subject.replace("-", " ").split()[0] in _LENGTHS


def _sized(told: Told, figure: Figure) -> str | None:
    """What a figure is the size of (a 60-foot-wide *stone*), where it is joined to it."""
    found = _SIZE_OF.match(told.text, figure.end)
    return sense(folded_word(found[1])) if found else None


def _told_before(told: Told, figure: Figure) -> frozenset[str]:
    """The senses of the words before a figure, but for lengths and figures."""
    words = (word for word in folded_words(told.text[: figure.start]) if not word[0].isdigit())
    return told.senses.intersection(map(sense, words)) - frozenset(map(sense, _LENGTHS))


def _beside(told: Told, figure: Figure) -> frozenset[str]:
    """The senses of the words within reach of a figure, but for the one that it counts in."""
    text = told.text[max(0, figure.start - _REACH) : figure.end + _REACH]
    words = (word for word in folded_words(text) if not word[0].isdigit())
    senses = frozenset(map(sense, words)) & told.senses
    return senses - {figure.counted, figure.measure, *map(stem, (figure.measure or "").split())}
